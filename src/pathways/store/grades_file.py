"""The known schemes of grades, out of the user's own file or the bundled one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pathways.model.grade_scheme import GradeBook
from pathways.store.own_or_bundled import read_own_or_bundled

Made = TypeVar("Made")


def read_grades() -> GradeBook:
    """Read the schemes of grades; raise FileError with all mistakes of the file."""
    return read_own_or_bundled("grades.yaml", GradeBook)


def once_for_grades(make: Callable[[GradeBook], Made]) -> Callable[[], Made]:
    """Return a function that gives what ``make`` makes of the schemes, made once for each book."""
    made: dict[int, tuple[GradeBook, Made]] = {}

    def found() -> Made:
        book = read_grades()
        if id(book) not in made:
            made[id(book)] = book, make(book)
        return made[id(book)][1]

    return found
