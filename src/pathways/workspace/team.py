"""A team as a document: edited, undone and saved like every other file."""

from __future__ import annotations

from pathlib import Path

from pathways.model.team import Team
from pathways.planning.team_identity import identified
from pathways.planning.team_merge import merge_teams
from pathways.store.team_file import read_team, write_team
from pathways.workspace.document import Document
from pathways.workspace.file_kind import FileKind, Merged
from pathways.workspace.recovery import Recovery


def team_kind(passphrase: str = "") -> FileKind[Team]:
    """Return how a team is read, written and merged; copies of unsaved work are under the
    passphrase, too.
    """
    return FileKind(
        name="team",
        read=lambda path: identified(read_team(path, passphrase)),
        write=lambda path, team: write_team(path, team, passphrase),
        merge=_merge,
    )


def _merge(base: Team, mine: Team, theirs: Team) -> Merged[Team] | None:
    """Bring together what two windows wrote; another team is for a person to choose."""
    merged = merge_teams(base, mine, theirs)
    return Merged(merged.team, merged.told) if merged else None


def open_team(path: Path, recovery: Recovery | None = None, passphrase: str = "") -> Document[Team]:
    """Open a team; with a ``recovery`` what was not saved last time comes back.

    Raise FileError with all mistakes of the file, PassphraseNeededError, WrongPassphraseError or
    DamagedError where it is kept under a passphrase.
    """
    return Document.open(path, team_kind(passphrase), recovery)
