"""Sheets for a whole team at once: one that fails does not stop the rest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from pathlib import Path

import msgspec

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _
from pathways.model.team import Person
from pathways.planning.board import board
from pathways.planning.clocks import warnings
from pathways.planning.linked_plans import PlanLink
from pathways.planning.nameless import Namelessness
from pathways.planning.needs import Situation
from pathways.report import blocks
from pathways.report.application_pack import application_pack
from pathways.report.decision_sheet import decision_sheet
from pathways.report.meeting_sheet import meeting_sheet
from pathways.report.options import SheetOptions
from pathways.report.plan_sheet import plan_sheet
from pathways.report.team_board_sheet import board_sheet
from pathways.report.writing import write_document, writer_for

Progress = Callable[[int, int], None]
_LONGEST = 60  # letters of a file's name
_IN_NO_NAME = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069"
    '<>:"/\\\\|?*]+'
)


class SheetKind(str, Enum):
    """What is made for a team."""

    MEETING = "meeting"
    PACK = "pack"
    BOARD = "board"
    DECISION = "decision"


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: the files that were written, and what failed, each with why."""

    written: tuple[Path, ...]
    failed: tuple[tuple[str, str], ...]


class _SheetToMake(msgspec.Struct, frozen=True):
    """A sheet to be made: the stem of its file's name, and how."""

    stem: str
    make: Callable[[], blocks.Sheet]


def make_sheets(
    situation: Situation,
    links: Mapping[str, PlanLink],
    kind: SheetKind,
    folder: Path,
    *,
    options: SheetOptions,
    ending: str = ".pdf",
    nameless: Namelessness | None = None,
    progress: Progress = lambda _done, _of: None,
) -> Made:
    """Write the sheets of a kind into a folder, which is made where it is not there.

    ``nameless`` takes the names out, also out of the files' names. ``progress`` is called before
    each sheet; what it raises stops the making, and what was written stays. Raise UsageError for an
    ending that is not known.
    """
    writer_for(folder / f"sheet{ending}")
    if nameless:
        links = nameless.links(links)
        situation = nameless.situation(situation)
    _make_folder(folder)
    sheets = list(_sheets(situation, links, kind, options))
    return _write(sheets, folder, options, ending, progress)


def _write(
    sheets: Sequence[_SheetToMake],
    folder: Path,
    options: SheetOptions,
    ending: str,
    progress: Progress,
) -> Made:
    written: list[Path] = []
    failed: list[tuple[str, str]] = []
    for number, sheet in enumerate(sheets):
        progress(number, len(sheets))
        path = _free(folder / f"{_file_stem(sheet.stem)}{ending}", written)
        try:
            write_document(sheet.make(), path, options)
        except PathwaysError as error:
            failed.append((sheet.stem, str(error)))
            continue
        written.append(path)
    progress(len(sheets), len(sheets))
    return Made(written=tuple(written), failed=tuple(failed))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = _("The folder “{folder}” cannot be made ({reason}).")
        raise PathwaysError(message.format(folder=folder, reason=reason)) from None


def _sheets(
    situation: Situation,
    links: Mapping[str, PlanLink],
    kind: SheetKind,
    options: SheetOptions,
) -> Iterator[_SheetToMake]:
    if kind is SheetKind.BOARD:
        due = warnings(situation)
        lines = board(situation, links)
        yield _SheetToMake(
            _("board"), lambda: board_sheet(situation, lines, options=options, due=due)
        )
    elif kind is SheetKind.DECISION:
        for move in situation.team.moves:
            name = situation.team.people_by_id[move.person].name
            yield _SheetToMake(
                _("decision {name} {code}").format(name=name, code=move.id.upper()),
                partial(decision_sheet, situation, move, options=options),
            )
    else:
        words = _("meeting {name}") if kind is SheetKind.MEETING else _("pack {name}")
        for person in situation.team.people:
            link = links.get(person.id)
            planned = bool(link and link.path)
            if not planned and (kind is SheetKind.PACK or not person.aim):
                continue  # there is no step to sit down about, or nothing to make a pack of
            yield _SheetToMake(
                words.format(name=person.name),
                lambda person=person, link=link: _of_person(  # type: ignore[misc]
                    situation, person, link, kind, options
                ),
            )


def _of_person(
    situation: Situation,
    person: Person,
    link: PlanLink | None,
    kind: SheetKind,
    options: SheetOptions,
) -> blocks.Sheet:
    """Return the meeting sheet or the pack of somebody: from their plan where it could be read."""
    if link and link.path and link.plan is None:
        raise PathwaysError(link.message)
    if link and link.plan:
        make = application_pack if kind is SheetKind.PACK else plan_sheet
        return make(link.plan, options=options)
    library, comparer = situation.comparer.library, situation.comparer
    if not person.node:
        message = _("The grade or role that {name} has now is not given.")
        raise UsageError(message.format(name=person.name))
    comparison = comparer.compare([person.node, person.aim])
    return meeting_sheet(comparison, library, options=options)


def _file_stem(text: str) -> str:
    """Return a text as the stem of a file's name that every system takes."""
    plain = unicodedata.normalize("NFC", text)
    bare = _IN_NO_NAME.sub("-", plain).strip(" .-")[:_LONGEST].rstrip(" .")
    return bare or _("sheet")


def _free(path: Path, written: list[Path]) -> Path:
    """Return a name that no sheet of this making has: two people may have one name."""
    number, found = 1, path
    taken = {str(other).casefold() for other in written}
    while str(found).casefold() in taken:
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found
