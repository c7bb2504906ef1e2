"""A team as a document: edited, undone and saved like every other file."""

from __future__ import annotations

from pathlib import Path

from pathways.model.team import Team
from pathways.store.team_file import read_team, write_team
from pathways.workspace.document import Document
from pathways.workspace.file_kind import FileKind
from pathways.workspace.recovery import Recovery


def team_kind(passphrase: str = "") -> FileKind[Team]:
    """Return how a team is read and written; copies of unsaved work are under the passphrase,
    too.
    """
    return FileKind(
        name="team",
        read=lambda path: read_team(path, passphrase),
        write=lambda path, team: write_team(path, team, passphrase),
    )


def open_team(path: Path, recovery: Recovery | None = None, passphrase: str = "") -> Document[Team]:
    """Open a team; with a ``recovery`` what was not saved last time comes back.

    Raise FileError with all mistakes of the file, PassphraseNeededError, WrongPassphraseError or
    DamagedError where it is kept under a passphrase.
    """
    return Document.open(path, team_kind(passphrase), recovery)
