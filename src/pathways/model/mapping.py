"""What a person taught the import of a document, to be used again on its next version."""

from __future__ import annotations

from typing import Literal

from pathways.model.part import Part


class TaughtHeading(Part, frozen=True, kw_only=True):
    """A heading and the id of the dimension that it means."""

    heading: str
    dimension: str


class TaughtColumn(Part, frozen=True, kw_only=True):
    """The heading of a table's column, and what the column holds.

    That is one of level, role, family, dimension, definition, text, role text, level text, label,
    number; "" for none.
    """

    heading: str
    holds: Literal[
        "level",
        "role",
        "family",
        "dimension",
        "definition",
        "text",
        "role text",
        "level text",
        "label",
        "number",
        "",
    ]


class LeaveOut(Part, frozen=True, kw_only=True):
    """A text that is not part of the framework, and why; ``number`` counts equal texts from 1, 0
    means all of them.
    """

    text: str
    why: str
    number: int = 0


class Reassign(Part, frozen=True, kw_only=True):
    """A text that belongs elsewhere: to other grades or roles (by code or title), or to another
    dimension (by id).

    What is empty stays as it was recognised. ``nobody`` makes it part of the introduction.
    """

    text: str
    grades: tuple[str, ...] = ()
    dimension: str = ""
    role: str = ""
    number: int = 0
    nobody: bool = False


class BeginsRole(Part, frozen=True, kw_only=True):
    """A line with which the text of some grades or of a role begins: their names, such as
    "Grade 7" or "Team leader".
    """

    text: str
    names: tuple[str, ...]
    number: int = 0


class TaughtTable(Part, frozen=True, kw_only=True):
    """What a table is, and in which of its rows the heads stand (from 1; 0 for none, None for what
    is recognised).

    It is found by the words of its first row, and by which of the tables with just these words it
    is (``number``, from 1; 0 for all of them). ``place`` counts all tables, and stands in where
    some of the words have changed.
    """

    first_row: tuple[str, ...]
    holds: Literal[
        "levels across",
        "levels down",
        "criteria",
        "facts",
        "records",
        "headings with text",
        "nothing",
    ]
    head_row: int | None = None
    number: int = 0
    place: int = 0


class MergedRoles(Part, frozen=True, kw_only=True):
    """Grades or roles that are one: the first of the names is what it is called."""

    names: tuple[str, ...]


class TaughtFamily(Part, frozen=True, kw_only=True):
    """A job family, and the grades or roles in it; "" for none."""

    family: str
    names: tuple[str, ...]


class Right(Part, frozen=True, kw_only=True):
    """A text that was doubtful and is right as it was recognised."""

    text: str
    number: int = 0


class Split(Part, frozen=True, kw_only=True):
    """A text that holds several statements: the parts, which together have all its words in
    order.
    """

    text: str
    parts: tuple[str, ...]


class Join(Part, frozen=True, kw_only=True):
    """A text that goes on in the one behind it."""

    first: str
    second: str


class Mapping(Part, frozen=True, kw_only=True):
    """Everything that was taught about one document; ``title`` and ``organisation`` are "" where
    it says them.
    """

    headings: tuple[TaughtHeading, ...] = ()
    begins: tuple[BeginsRole, ...] = ()
    tables: tuple[TaughtTable, ...] = ()
    columns: tuple[TaughtColumn, ...] = ()
    left_out: tuple[LeaveOut, ...] = ()
    kept: tuple[str, ...] = ()
    reassigned: tuple[Reassign, ...] = ()
    right: tuple[Right, ...] = ()
    splits: tuple[Split, ...] = ()
    joins: tuple[Join, ...] = ()
    merged: tuple[MergedRoles, ...] = ()
    families: tuple[TaughtFamily, ...] = ()
    order: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""
