"""A team as a document: edited, undone and saved like every other file."""

from __future__ import annotations

from pathlib import Path

from pathways.model.team import Team
from pathways.store.team_file import read_team, write_team
from pathways.workspace.document import Document
from pathways.workspace.file_kind import FileKind
from pathways.workspace.recovery import Recovery

TEAM_KIND: FileKind[Team] = FileKind(name="team", read=read_team, write=write_team)


def open_team(path: Path, recovery: Recovery | None = None) -> Document[Team]:
    """Open a team; with a ``recovery`` what was not saved last time comes back.

    Raise FileError with all mistakes of the file.
    """
    return Document.open(path, TEAM_KIND, recovery)
