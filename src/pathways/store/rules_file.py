"""The rules on kinds of move: the bundled sets, and an organisation's own beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pathways import paths
from pathways.errors import UsageError, shortened
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.problem import Problem
from pathways.model.rules import Check, Need, Rules
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import sound
from pathways.store.yaml_document import Keys, YamlDocument

BUNDLED = "uk-councils"
_IN_MONTHS = (
    Check.APPROVAL_LAPSES,
    Check.LASTS_AT_MOST,
    Check.REVIEWED_EVERY,
    Check.EVALUATED_ONCE_IN,
)


def rules_folder() -> Path:
    """Return the folder in which an organisation puts its own rules."""
    return paths.user_config() / "rules"


def rules_files() -> list[Path]:
    """Return all files of rules: the bundled ones, then the user's own, each by name."""
    folders = (paths.resources() / "rules", rules_folder())
    return [file for folder in folders for file in sorted(folder.glob("*.yaml"))]


def read_rules(path: Path) -> Rules:
    """Read a set of rules; raise FileError with all mistakes of the file.

    A file that has not changed since is not read again: a team asks for its rules after every edit.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return _read(path, None)  # which says why it cannot be
    return _read(path, (found.st_ino, found.st_size, found.st_mtime_ns))


@lru_cache(maxsize=16)
def _read(path: Path, _stamp: tuple[int, ...] | None) -> Rules:
    document = read_yaml(path)
    return sound(document, Rules, _check)


def all_rules() -> dict[str, Rules]:
    """Return all sets by id; one of the user's takes the place of a bundled one of the same id.

    Raise FileError with the mistakes of all files.
    """
    found: dict[str, Rules] = {}
    mistakes: list[Problem] = []
    for file in rules_files():
        try:
            rules = read_rules(file)
        except FileError as error:
            mistakes.extend(error.problems)
            continue
        found[rules.id] = rules
    if mistakes:
        raise FileError(mistakes)
    return found


def chosen_rules(names: Sequence[str]) -> tuple[Rules, ...]:
    """Return the sets of these ids, or in these files; the bundled set where none is named.

    Raise UsageError with "did you mean" for one that is not there, FileError for mistakes.
    """
    known = all_rules()
    return tuple(_named(name, known) for name in dict.fromkeys(names or (BUNDLED,)))


def _named(name: str, known: dict[str, Rules]) -> Rules:
    if name in known:
        return known[name]
    if name.endswith((".yaml", ".yml")):
        return read_rules(Path(name))
    raise UsageError(unknown(_("set of rules"), name, known))


def _check(document: YamlDocument, rules: Rules) -> Iterator[Problem]:
    """Report what cannot be, although every value has its form."""
    yield from _twice(document, ("kinds",), [kind.id for kind in rules.kinds])
    yield from _twice(document, ("sources",), [source.id for source in rules.sources])
    known = {source.id for source in rules.sources}
    for place, kind in enumerate(rules.kinds):
        keys: Keys = ("kinds", place, "needs")
        yield from _twice(document, keys, [need.id for need in kind.needs])
        for number, need in enumerate(kind.needs):
            yield from _check_need(document, (*keys, number), need, known)


def _check_need(
    document: YamlDocument, keys: Keys, need: Need, known: set[str]
) -> Iterator[Problem]:
    for number, source in enumerate(need.sources):
        if source not in known:
            yield document.problem(
                (*keys, "sources", number),
                unknown(_("source"), source, known),
                _("List the policy under “sources” at the end of the file."),
            )
    if need.check in _IN_MONTHS and need.months is None:
        message = _("The need “{id}” does not say how many months.").format(id=shortened(need.id))
        yield document.problem(keys, message, _("Add a line such as “months: 12”."))
    if need.check is Check.LASTS_AT_LEAST and need.days is None:
        message = _("The need “{id}” does not say how many days.").format(id=shortened(need.id))
        yield document.problem(keys, message, _("Add a line such as “days: 28”."))


def _twice(document: YamlDocument, keys: Keys, ids: Sequence[str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, one in enumerate(ids):
        if first.setdefault(one, number) != number:
            yield document.problem(
                (*keys, number, "id"),
                _("“{id}” is used twice; the first is in line {line}.").format(
                    id=shortened(one), line=document.line_of((*keys, first[one], "id"))
                ),
                _("Give one of them another id."),
            )
