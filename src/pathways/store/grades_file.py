"""The known schemes of grades, out of the user's own file or the bundled one."""

from __future__ import annotations

from pathways.model.grade_scheme import GradeBook
from pathways.store.own_or_bundled import read_own_or_bundled


def read_grades() -> GradeBook:
    """Read the schemes of grades; raise FileError with all mistakes of the file."""
    return read_own_or_bundled("grades.yaml", GradeBook)
