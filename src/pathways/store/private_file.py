"""Files that belong to one person: plans, teams. Written whole or not at all, read by their owner
only.

The version before the last save is kept beside the file. Whoever is to be forgotten is taken out of
both, see ``rewritten``; unsaved work is ``workspace/recovery.py``'s.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from pathways import endings
from pathways.errors import PathwaysError, shortened
from pathways.i18n import _
from pathways.model.problem import Problem
from pathways.patterns import whole_number
from pathways.store.file_error import FileError, in_order
from pathways.store.guarded_yaml import read_yaml
from pathways.store.plain_yaml import forget_texts, plain_yaml
from pathways.store.structure import fitted
from pathways.store.text_file import read_bytes
from pathways.store.whole_file import spares_of, write_whole
from pathways.store.yaml_document import YamlDocument

Model = TypeVar("Model", bound=msgspec.Struct)

MOST_BYTES = 20_000_000  # a person must be able to open what they have written over the years
MOST_VALUES = 400_000
_PREVIOUS = ".previous"
_ABANDONED = 60.0  # seconds after which what an interrupted save left behind is swept away


def _no_mistakes(_document: YamlDocument, _value: object) -> Iterable[Problem]:
    return ()


@dataclass(frozen=True)
class PrivateKind(Generic[Model]):
    """A kind of private file: the model of its content, which has a ``format``, and its ending.

    ``head`` is written above the content as a comment. ``check`` yields what cannot be although
    every value has its form.
    """

    model: type[Model]
    format: int
    ending: str
    head: str = ""
    check: Callable[[YamlDocument, Model], Iterable[Problem]] = _no_mistakes


def read_private(path: Path, kind: PrivateKind[Model]) -> Model:
    """Read a private file; raise FileError with all its mistakes, or with the one sentence that it
    was written by a newer program.
    """
    return value_of(path, read_bytes(path, MOST_BYTES), kind)


def write_private(path: Path, value: Model, kind: PrivateKind[Model]) -> None:
    """Write a private file, all or not at all, and keep what was there before beside it.

    Raise PathwaysError where that fails; the file and its previous version are then as they were,
    or the previous version is the file's.
    """
    content = private_yaml(value, kind).encode()
    before = _content(path)
    if before is not None and before != content:
        write_whole(previous_path(path), before, private=True)
    write_whole(path, content, private=True)
    sweep(path)


def private_yaml(value: Model, kind: PrivateKind[Model]) -> str:
    """Return the text of a private file."""
    return plain_yaml(value, kind.head)


def previous_path(path: Path) -> Path:
    """Return where the version before the last save is kept."""
    return path.with_name(f"{path.stem}{_PREVIOUS}{path.suffix}")


def versions_of(path: Path) -> Iterator[Path]:
    """Yield where something of the file is kept beside unsaved work: the file and its previous
    version.
    """
    for place in (path, previous_path(path)):
        if place.exists():
            yield place


def rewritten(path: Path, kind: PrivateKind[Model], edit: Callable[[Model], Model]) -> list[Path]:
    """Apply ``edit`` to the file and its previous version; return those that it changed.

    This is for taking a person out: no version from before is kept. A version that cannot be read
    is deleted, unless it is the file itself: then FileError is raised before anything is written.
    """
    read_private(path, kind)
    changed = []
    for place in versions_of(path):
        try:
            before = read_private(place, kind)
        except FileError:
            _delete(place)
            changed.append(place)
            continue
        after = edit(before)
        if after != before:
            write_whole(place, private_yaml(after, kind).encode(), private=True)
            changed.append(place)
    sweep(path, older_than=0.0)
    forget_texts()
    return changed


def sweep(path: Path, older_than: float = _ABANDONED) -> None:
    """Delete what interrupted saves of a file left behind, so that nothing private stays there."""
    for spare in (*spares_of(path), *spares_of(previous_path(path))):
        with contextlib.suppress(OSError):
            if time.time() - spare.stat().st_mtime >= older_than:
                spare.unlink()


def _delete(place: Path) -> None:
    try:
        place.unlink()
    except OSError as error:
        message = _("“{path}” cannot be deleted ({reason}). Delete it yourself.")
        raise PathwaysError(message.format(path=place, reason=error.strerror)) from None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):  # where it is there and cannot be read, the writing says so
        return None


def value_of(path: Path, content: bytes, kind: PrivateKind[Model]) -> Model:
    """Return the value in the content of a private file; raise FileError as ``read_private``
    does.
    """
    document = read_yaml(path, content, most_values=MOST_VALUES)
    _refuse_newer(document, kind.format)
    found, problems = fitted(document, kind.model)
    if found is not None:
        problems += kind.check(document, found)
    if found is None or problems:
        _refuse_other_kind(path, document, kind)
        raise FileError(in_order(problems))
    return found


def _refuse_other_kind(path: Path, document: YamlDocument, kind: PrivateKind[Model]) -> None:
    """Refuse a team where a plan is wanted, or a framework, in one sentence."""
    known = {
        endings.PLAN: _("a plan"),
        endings.TEAM: _("a team"),
        endings.COMPARISON: _("a saved comparison"),
        "framework": _("a framework"),
        "rules": _("a set of rules"),
    }
    found = _kind_by_keys(document) or path.suffix.lower()
    if found in known and kind.ending in known and found != kind.ending:
        message = _("This file is {other}, not {wanted}.")
        said = message.format(other=known[found], wanted=known[kind.ending])
        advice = _("Choose a file whose name ends in {ending}.").format(ending=kind.ending)
        raise FileError([document.problem((), said, advice)])


def _kind_by_keys(document: YamlDocument) -> str:
    """Return what a file is by the keys that only one kind of file has, "" where none tell."""
    keys = set(document.data) if isinstance(document.data, dict) else set()
    for found, needed in (
        ("framework", {"nodes", "blocks"}),
        ("rules", {"kinds", "sources"}),
        (endings.PLAN, {"from", "to"}),
        (endings.TEAM, {"people"}),
        (endings.TEAM, {"posts"}),
    ):
        if needed <= keys:
            return found
    return ""


def _refuse_newer(document: YamlDocument, known: int) -> None:
    """Refuse a file of a newer program in one sentence: what else is strange in it is no
    mistake.
    """
    data = document.data
    written = data.get("format") if isinstance(data, dict) else None
    if not isinstance(written, str) or not written.isdecimal() or whole_number(written) <= known:
        return
    message = _(
        "The file was written by a newer version of Pathways (format {found}; this one reads up to "
        "{known})."
    )
    problem = document.problem(
        ("format",),
        message.format(found=shortened(written), known=known),
        _("Use that version, or ask for the file to be saved from an older one."),
    )
    raise FileError([problem])
