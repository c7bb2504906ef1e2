"""What is measured: the bundled frameworks once and many times, and a large table of roles where
it is at hand.
"""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.search import copied
from pathways.model.library import Library
from pathways.workspace.workspace import Workspace

ROLES = "table of roles"


def content(name: str) -> Library | None:
    """Return what is measured by its name: so many times the bundled frameworks, or the table of
    roles.
    """
    return roles() if name == ROLES else copied(Workspace.open().library, int(name.split()[0]))


def roles() -> Library | None:
    """Return the table of roles as a framework, None where it is not at hand."""
    folder = os.environ.get("PATHWAYS_CORPUS", "")
    path = Path(folder) / "gdad" / "roles.csv"
    if not folder or not path.is_file():
        return None
    from pathways.importing.reading.document import read_document
    from pathways.importing.recognise import recognise

    found = recognise([read_document(path)], Workspace.open().library.shared_dimensions)
    return Library((found.framework,), Workspace.open().library.shared_dimensions)
