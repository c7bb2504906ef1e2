"""What recognising a document gives: a framework, and for every piece what became of it, why and
how surely.
"""

from __future__ import annotations

from enum import Enum

import msgspec

from pathways.i18n import _
from pathways.importing.outline import LeftOut
from pathways.model.framework import Framework


class Became(str, Enum):
    """What a piece of a document was taken for."""

    TITLE = "title"
    GRADE = "grade"
    ROLE = "role"
    HEADING = "heading"
    STATEMENT = "statement"
    INTRODUCTION = "introduction"
    METADATA = "metadata"
    LEFT_OUT = "left-out"

    @property
    def word(self) -> str:
        """Return it in words for people."""
        return {
            Became.TITLE: _("title"),
            Became.GRADE: _("grade"),
            Became.ROLE: _("role"),
            Became.HEADING: _("heading"),
            Became.STATEMENT: _("statement"),
            Became.INTRODUCTION: _("introduction"),
            Became.METADATA: _("document detail"),
            Became.LEFT_OUT: _("left out"),
        }[self]


class Sure(str, Enum):
    """How sure the recognition is; what is unsure stands in the list of doubts."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"

    @property
    def word(self) -> str:
        """Return it in words for people."""
        return {
            Sure.SURE: _("sure"),
            Sure.LIKELY: _("likely"),
            Sure.UNSURE: _("unsure"),
        }[self]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something a person should look at: the line (0 where it concerns no single line), its text,
    and why.
    """

    line: int
    text: str
    why: str
    document: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a piece, or of a part of it where one piece holds several things.

    ``document`` and ``piece`` count from 0; ``text`` is the source's own. ``nodes``, ``dimension``
    and ``statement`` are ids of the framework, empty where they do not apply. ``said`` is the text
    by which a mapping names the piece, and ``number`` which of several equal ones it is, from 1 (0:
    no mapping can name it).
    """

    document: int
    piece: int
    line: int
    text: str
    became: Became
    why: str
    sure: Sure = Sure.SURE
    place: str = ""
    nodes: tuple[str, ...] = ()
    dimension: str = ""
    heading: str = ""
    statement: str = ""
    said: str = ""
    number: int = 0


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """A framework out of documents, with an account of every piece of them.

    ``called`` says by which names corrections mean the grades and roles, as pairs of id and name.
    """

    framework: Framework
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    decisions: tuple[Decision, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
