"""What a person taught the import of a document, to be used again on its next version."""

from __future__ import annotations

from typing import Literal

import msgspec


class _Part(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What all parts of a mapping have in common."""


class TaughtHeading(_Part, frozen=True, kw_only=True):
    """A heading and the id of the dimension that it means."""

    heading: str
    dimension: str


class TaughtColumn(_Part, frozen=True, kw_only=True):
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


class LeaveOut(_Part, frozen=True, kw_only=True):
    """A text that is not part of the framework, and why; ``number`` counts equal texts from 1, 0
    means all of them.
    """

    text: str
    why: str
    number: int = 0


class Reassign(_Part, frozen=True, kw_only=True):
    """A text that belongs elsewhere: to other grades or roles (by code or title), or to another
    dimension (by id).

    What is empty stays as it was recognised.
    """

    text: str
    grades: tuple[str, ...] = ()
    dimension: str = ""
    role: str = ""
    number: int = 0


class Split(_Part, frozen=True, kw_only=True):
    """A text that holds several statements: the parts, which together have all its words in
    order.
    """

    text: str
    parts: tuple[str, ...]


class Join(_Part, frozen=True, kw_only=True):
    """A text that goes on in the one behind it."""

    first: str
    second: str


class Mapping(_Part, frozen=True, kw_only=True):
    """Everything that was taught about one document; ``title`` and ``organisation`` are "" where
    it says them.
    """

    headings: tuple[TaughtHeading, ...] = ()
    columns: tuple[TaughtColumn, ...] = ()
    left_out: tuple[LeaveOut, ...] = ()
    kept: tuple[str, ...] = ()
    reassigned: tuple[Reassign, ...] = ()
    splits: tuple[Split, ...] = ()
    joins: tuple[Join, ...] = ()
    order: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""
