"""The usual headings of documents, out of the user's own file or the bundled one."""

from __future__ import annotations

from pathways.model.dimension import UsualHeadings
from pathways.store.own_or_bundled import read_own_or_bundled


def read_headings() -> tuple[UsualHeadings, ...]:
    """Read the usual headings by dimension; raise FileError with all mistakes of the file."""
    return read_own_or_bundled("headings.yaml", tuple[UsualHeadings, ...])
