"""What persons judge otherwise than the program, kept in a file beside the framework's."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec

from pathways import paths
from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.overrule import Judged, Overrule, Overrules, Paired, Parted, contradictions
from pathways.model.problem import Problem
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import sound
from pathways.store.whole_file import write_whole
from pathways.store.yaml_document import Keys, YamlDocument
from pathways.store.yaml_words import quoted_where_needed

FORMAT = 2  # format 1 has no texts

_ENDING = ".overrules.yaml"
_HEAD = """\
# What persons judged otherwise than the program when grades or roles were compared.
# paired: the one statement became the other. parted: the statement belongs to none.
# judged: what kind of change it is.
# before_text, after_text, text: the texts that were judged, by which they are found again when
# the document changes. fingerprint: changes with the texts; where it no longer fits them, the
# judgement is not applied, and that is said."""
_KINDS = ("paired", "parted", "judged")


class _File(Overrules, frozen=True, kw_only=True):
    """The file as it is written."""

    format: Annotated[int, msgspec.Meta(ge=1, le=FORMAT)]


def overrules_path(framework_file: Path) -> Path:
    """Return where the judgements on a framework are kept: beside its file; for bundled ones, in
    the user's folder.
    """
    name = framework_file.stem + _ENDING
    if os.path.realpath(framework_file.parent) == os.path.realpath(paths.data()):
        return paths.user_config() / "overrules" / name
    return framework_file.with_name(name)


def read_overrules(path: Path) -> Overrules:
    """Read the judgements in a file; raise FileError with all its mistakes."""
    document = read_yaml(path)
    found = sound(document, _File, _check)
    return Overrules(paired=found.paired, parted=found.parted, judged=found.judged)


def write_overrules(path: Path, overrules: Overrules) -> None:
    """Write judgements all or not at all; raise PathwaysError where that fails. The user's own
    folder is made.
    """
    if path.parent.parent == paths.user_config():
        with contextlib.suppress(OSError):  # the writing says what is wrong
            path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, overrules_yaml(overrules).encode())


def overrules_yaml(overrules: Overrules) -> str:
    """Return the text of a file of judgements."""
    lines = [_HEAD, f"format: {FORMAT}"]
    for kind in _KINDS:
        found: tuple[Overrule, ...] = getattr(overrules, kind)
        if found:
            lines.append(f"{kind}:")
        for overrule in found:
            lines.extend(_entry(overrule))
    return "\n".join(lines) + "\n"


def _check(document: YamlDocument, overrules: Overrules) -> Iterator[Problem]:
    """Report what cannot be, although every value has its form."""
    places: dict[int, Keys] = {
        id(overrule): (kind, number)
        for kind in _KINDS
        for number, overrule in enumerate(getattr(overrules, kind))
    }
    for overrule in overrules:
        keys = places[id(overrule)]
        if overrule.before_node == overrule.after_node:
            message = _("“from” and “to” are the same: “{node}”.").format(
                node=shortened(overrule.after_node)
            )
            yield document.problem((*keys, "to"), message, _("Name two different grades or roles."))
        if overrule.date and not _is_day(overrule.date):
            message = _("“{date}” is not a date.").format(date=shortened(overrule.date))
            yield document.problem(
                (*keys, "date"), message, _("Write year, month and day, such as 2026-11-21.")
            )
    for overrule, earlier in contradictions(overrules):
        message = _("Line {line} also judges one of these statements.")
        line = document.line_of(places[id(earlier)])
        yield document.problem(
            places[id(overrule)], message.format(line=line), _("Delete one of the two.")
        )


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _entry(overrule: Overrule) -> Iterator[str]:
    pairs = [
        ("from", overrule.before_node),
        ("to", overrule.after_node),
        ("dimension", overrule.dimension),
    ]
    if isinstance(overrule, Parted):
        pairs.append(("statement", overrule.statement))
    if isinstance(overrule, (Paired, Judged)):
        pairs += [("before", overrule.before), ("after", overrule.after)]
    if isinstance(overrule, Judged):
        pairs.append(("verdict", overrule.verdict))
    pairs.append(("fingerprint", overrule.fingerprint))
    pairs += [
        (key, value)
        for key, value in (
            ("text", overrule.text if isinstance(overrule, Parted) else ""),
            ("before_text", getattr(overrule, "before_text", "")),
            ("after_text", getattr(overrule, "after_text", "")),
            ("reason", overrule.reason),
            ("who", overrule.who),
            ("date", overrule.date),
        )
        if value
    ]
    for number, (key, value) in enumerate(pairs):
        yield f"  {'  ' if number else '- '}{key}: {quoted_where_needed(value)}"
