"""What a document needs to know of its kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")


class Merged(msgspec.Struct, Generic[Value], frozen=True):
    """Two persons' changes in one value; ``replaced`` says in sentences what of theirs gave way."""

    value: Value
    replaced: tuple[str, ...] = ()


class FileKind(msgspec.Struct, Generic[Value], frozen=True):
    """How files of a kind are read, written and merged.

    ``read`` raises FileError with all mistakes, ``write`` writes all or nothing and raises
    PathwaysError. ``empty`` is the value where there is no file yet; without one, a file has to be
    there. ``merge`` takes the value that both began with, mine, and what the file has now; without
    it, or where it returns None, a person has to choose. With ``at_once`` every edit is saved as
    soon as it is made.
    """

    name: str
    read: Callable[[Path], Value]
    write: Callable[[Path, Value], None]
    empty: Value | None = None
    merge: Callable[[Value, Value, Value], Merged[Value] | None] | None = None
    at_once: bool = False
