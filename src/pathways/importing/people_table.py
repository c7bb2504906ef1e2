"""A spreadsheet of people and posts: its rows, what its columns hold, and what its words mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.grade_names import parse_codes, parse_mark
from pathways.importing.reading.delimited import rows_in_text, rows_of_file
from pathways.importing.reading.invisible import without_invisible
from pathways.importing.reading.workbook import sheets_of_workbook
from pathways.model.day import month_name
from pathways.model.framework import Node, NodeKind
from pathways.model.library import Library
from pathways.patterns import whole_number

_MOST_ROWS_OF_HEAD = 15
_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")


class Detail(str, Enum):
    """What a column can hold."""

    NAME = "name"
    FORENAME = "forename"
    SURNAME = "surname"
    NUMBER = "number"
    NODE = "grade"
    SINCE = "since"
    AIM = "aim"
    POST = "post"
    MANAGER = "manager"
    LAST_TALK = "last-talk"
    NEXT_TALK = "next-talk"
    PLAN = "plan"
    POST_NUMBER = "post-number"
    VACANT_SINCE = "vacant-since"
    FUNDED = "funded"
    LOWEST = "lowest"
    HIGHEST = "highest"
    UNTIL = "until"
    IGNORED = "nothing"

    @property
    def word(self) -> str:
        """Return what the column holds, in words for people."""
        return _words()[self]


def _words() -> dict[Detail, str]:
    return {
        Detail.NAME: _("name or code"),
        Detail.FORENAME: _("first name"),
        Detail.SURNAME: _("surname"),
        Detail.NUMBER: _("staff number"),
        Detail.NODE: _("grade or role now"),
        Detail.SINCE: _("since when"),
        Detail.AIM: _("aim"),
        Detail.POST: _("title of the post"),
        Detail.MANAGER: _("manager"),
        Detail.LAST_TALK: _("last conversation"),
        Detail.NEXT_TALK: _("next conversation"),
        Detail.PLAN: _("plan file"),
        Detail.POST_NUMBER: _("number of the post"),
        Detail.VACANT_SINCE: _("post vacant since"),
        Detail.FUNDED: _("post funded"),
        Detail.LOWEST: _("lowest grade of the post"),
        Detail.HIGHEST: _("highest grade of the post"),
        Detail.UNTIL: _("post until"),
        Detail.IGNORED: _("not brought in"),
    }


DAYS = (
    Detail.SINCE,
    Detail.LAST_TALK,
    Detail.NEXT_TALK,
    Detail.VACANT_SINCE,
    Detail.UNTIL,
)
NODES = (Detail.NODE, Detail.AIM, Detail.LOWEST, Detail.HIGHEST)

_NAMES: Mapping[Detail, str] = {
    Detail.NAME: "name|full name|employee|employee name|person|staff|staff name|staff member|"
    "post holder|postholder|holder|who|colleague|officer|officer name|member of staff|incumbent|"
    "current postholder|display name|enw",
    Detail.FORENAME: "first name|forename|forenames|given name|known as|preferred name|enw cyntaf",
    Detail.SURNAME: "surname|last name|family name|cyfenw",
    Detail.NUMBER: "employee number|employee no|employee id|staff number|staff no|staff id|"
    "payroll number|payroll no|payroll|personnel number|person id|emp no|emp id|assignment number|"
    "pay ref|code",
    Detail.NODE: "grade|current grade|grade now|present grade|band|pay band|pay grade|"
    "salary grade|level|job level|role level|scale|grade or role|gr|substantive grade|gradd|"
    "post grade|now",
    Detail.SINCE: "since|start date|started|date started|in post since|grade since|date in post|"
    "current role start date|appointed|date appointed|since when|position start date",
    Detail.AIM: "aim|aims for|aiming for|target|target grade|next grade|aspiration|wants|"
    "career aim|goal|next role|nod",
    Detail.POST: "post|post title|job title|job|position|position title|role|role title|title|"
    "swydd|teitl swydd",
    Detail.MANAGER: "manager|line manager|reports to|supervisor|team leader|managed by|"
    "manager name|line manager name|rheolwr|rheolwr llinell",
    Detail.LAST_TALK: "last talk|last conversation|last 1:1|last one to one|"
    "last 1-2-1|last 121|last 1-1|last 1 to 1|"
    "last appraisal|"
    "last review|last supervision|last meeting",
    Detail.NEXT_TALK: "next talk|next conversation|next 1:1|next one to one|"
    "next 1-2-1|next 121|next 1-1|next 1 to 1|"
    "next appraisal|"
    "next review|next supervision|review date|appraisal due|next meeting",
    Detail.PLAN: "plan|plan file|development plan",
    Detail.POST_NUMBER: "post number|post no|post id|post ref|post reference|position number|"
    "position id|position no|establishment number|establishment no",
    Detail.VACANT_SINCE: "vacant since|vacancy date|date vacant|vacant from",
    Detail.FUNDED: "funded|is funded|funding|budgeted|in budget|funded?",
    Detail.LOWEST: "lowest|lowest grade|from grade|grade from|minimum grade|min grade|bottom grade|"
    "career grade from",
    Detail.HIGHEST: "highest|highest grade|to grade|grade to|maximum grade|max grade|top grade|"
    "career grade to",
    Detail.UNTIL: "until|end date|fixed term until|contract end|contract end date|ends|"
    "ftc end date",
}
VACANT = frozenset(
    "vacant|vacancy|vacant post|unfilled|empty|tbc|tba|nobody|none|n/a|-|–|gwag".split("|")
)
_YES = frozenset("yes|y|true|1|x|✓|✔|funded|budgeted|ydy|ie|permanent".split("|"))
_NO = frozenset("no|n|false|0|unfunded|not funded|frozen|nac ydy|na".split("|"))
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_SHORT = re.compile(r"(?:gr|gd|gde|grd|grade|g)\s?[.:]?\s?(?=\d)", re.I)


class TableRow(NamedTuple):
    """A row with text in it: where it begins in its file, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


class PeopleTable(NamedTuple):
    """A table of people: its head, and the rows below it."""

    head: TableRow
    rows: tuple[TableRow, ...]


def read_people_table(path: Path) -> PeopleTable:
    """Return the table in a CSV file or a workbook; raise PathwaysError where it cannot be read.

    Raise UsageError for other kinds of files, and where there is no row of column names.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise UsageError(
            _("“{path}” is not a spreadsheet: a team is brought in from {endings}.").format(
                path=path, endings=", ".join(_ENDINGS)
            )
        )
    workbook = path.suffix.lower().startswith(".xls")
    sheets = sheets_of_workbook(path) if workbook else [rows_of_file(path)]
    tables = [table for rows, lines in sheets if (table := _table_in(rows, lines))]
    if not tables:
        raise UsageError(_("There is nothing in the table."))
    return max(tables, key=lambda table: len(match_columns(table.head.cells)))


def table_in_text(text: str) -> PeopleTable:
    """Return the table in a text that was copied from a spreadsheet; raise UsageError as
    ``read_people_table`` does.
    """
    found = _table_in(*rows_in_text(text, Path(_("what was pasted"))))
    if found is None:
        raise UsageError(_("There is nothing in the table."))
    return found


def names_in_text(text: str) -> list[str]:
    """Return the names in a text that has one in each line and nothing else; [] otherwise."""
    lines = [line for line in text.splitlines() if line.strip()]
    plain = all(not re.search(r"[\t;|]", line.strip()) and line.count(",") < 2 for line in lines)
    found = [" ".join(line.split()).strip(" ,;") for line in lines]
    headed = bool(found) and bool(match_columns(found[:1])) and len(found) > 1
    return found if plain and not headed else []


def match_columns(head: Sequence[str]) -> dict[int, Detail]:
    """Return what each column holds, by the name in its head; each field once, the first column
    that has it.
    """
    known = {_bare(name): field for field, names in _NAMES.items() for name in names.split("|")}
    found: dict[int, Detail] = {}
    for place, name in enumerate(head):
        field = known.get(_bare(name))
        if field and field not in found.values():
            found[place] = field
    return found


def chosen_columns(head: Sequence[str], chosen: Mapping[str, str]) -> dict[int, Detail]:
    """Return what each column holds, with what a person says of some: {name or number: field}.

    Raise UsageError with "did you mean" for a column or a field that is not there.
    """
    from pathways.model.library import unknown

    found = match_columns(head)
    for name, wanted in chosen.items():
        places = [p for p, title in enumerate(head) if _bare(title) == _bare(name)]
        if not places and name.isdecimal() and 1 <= int(name) <= len(head):
            places = [whole_number(name) - 1]
        if not places:
            raise UsageError(unknown(_("column"), name, [title for title in head if title]))
        try:
            field = Detail(wanted.strip().lower())
        except ValueError:
            known = [field.value for field in Detail]
            raise UsageError(unknown(_("field"), wanted, known)) from None
        found = {p: f for p, f in found.items() if f is not field}
        found[places[0]] = field
    return {place: field for place, field in sorted(found.items()) if field is not Detail.IGNORED}


def day_in(text: str) -> str | None:
    """Return a day that a spreadsheet has, as 2026-11-21; "" for nothing, None for what is no day.

    Days are read as they are written in Britain: 1/10/2026 is the first of October; months have
    their English names, or those of the language in use.
    """
    bare = " ".join(text.replace(",", " ").split())
    if not bare or bare.casefold() in VACANT:
        return ""
    numbers = re.fullmatch(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})(?:[ T][\d:.]+Z?)?", bare)
    if numbers:
        return _day(numbers[1], int(numbers[2]), numbers[3])
    named = re.fullmatch(
        r"(?:\w+ )?(\d{1,2})(?:st|nd|rd|th)?[ \-]([^\W\d_]+)\.?[ \-](\d{2,4})", bare
    )
    months = _months_meant(named[2]) if named else []
    if named and months:
        return _day(named[1], months[0], named[3])
    if (
        bare.isdecimal() and 20_000 <= whole_number(bare) <= 80_000
    ):  # days since 1900, as Excel counts them
        return (
            datetime.date(1899, 12, 30) + datetime.timedelta(days=whole_number(bare))
        ).isoformat()
    return None


def _months_meant(name: str) -> list[int]:
    """Return the numbers of the months that a name can mean, from 1."""
    return [
        number
        for number, month in enumerate(_MONTHS, 1)
        if _is_short(name, month) or _is_short(name, month_name(number).casefold())
    ]


def truth_in(text: str) -> bool | None:
    """Return yes or no; None for anything else."""
    bare = text.strip().casefold()
    return True if bare in _YES else False if bare in _NO else None


def nodes_meant(text: str, library: Library) -> tuple[str, ...]:
    """Return the ids of the grades or roles that a cell can mean: one where it is clear.

    "Grade 11", "Gr 11", "11", "PO4" and the title or the id of a node are understood.
    """
    bare = " ".join(text.split())
    nodes = library.nodes
    for written in (bare.lower(), bare.lower().replace(" ", "-")):  # "ICT 9" is ict-9
        if written in nodes:
            return (written,)
    exact = _of(nodes, lambda node: bare.casefold() == node.grade.casefold() and _graded(node))
    titled = _of(nodes, lambda node: _bare(bare) in (_bare(node.title), _bare(node.code) or None))
    if exact or titled:
        return exact or titled
    written = _SHORT.sub("Grade ", bare)
    mark = parse_mark(written)
    refs = mark.refs if mark else parse_codes(written)
    if len(refs) != 1:
        return ()
    code = (refs[0].code or bare).casefold().replace(" ", "")
    graded = refs[0].scheme == "grade"
    title = _bare(mark.title) if mark and mark.title else None
    return _of(
        nodes,
        lambda node: node.grade.casefold().replace(" ", "") == code and _graded(node) is graded,
    ) or _of(nodes, lambda node: _bare(node.title) == title)


def _of(nodes: Mapping[str, Node], wanted: Callable[[Node], bool]) -> tuple[str, ...]:
    return tuple(node.id for node in nodes.values() if wanted(node))


def _graded(node: Node) -> bool:
    return node.kind is not NodeKind.LEVEL


def _table_in(rows: Sequence[Sequence[str]], lines: Sequence[int]) -> PeopleTable | None:
    """Return the table below the row that names most columns, of the first rows with text; None
    where there is no text.
    """
    kept = [
        TableRow(line, tuple(" ".join(without_invisible(cell)[0].split()) for cell in row))
        for row, line in zip(rows, lines, strict=True)
    ]
    kept = [row for row in kept if any(row.cells)]
    if not kept:
        return None
    known = [len(match_columns(row.cells)) for row in kept[:_MOST_ROWS_OF_HEAD]]
    best = max(range(len(known)), key=lambda place: (known[place], -place))
    if not known[best]:
        best = _first_of_full_width(kept[:_MOST_ROWS_OF_HEAD])
    head = kept[best]
    return PeopleTable(head, tuple(kept[best + 1 :]))


def _first_of_full_width(rows: Sequence[TableRow]) -> int:
    """Return the place of the first row that is filled as a table is: a title above has a cell or
    two.
    """
    filled = [sum(map(bool, row.cells)) for row in rows]
    return next(place for place, count in enumerate(filled) if count * 2 > max(filled))


def _is_short(written: str, month: str) -> bool:
    return len(written) >= 3 and month.startswith(written.lower())


def _day(first: str, month: int, last: str) -> str | None:
    year, day = (first, last) if len(first) == 4 else (last, first)
    if len(year) == 2:
        year = f"20{year}" if int(year) < 70 else f"19{year}"
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[_.:*?/\\()\-]+", " ", text.casefold()).split())
