"""Teams that are kept under a passphrase: it is asked for, or stands in the environment."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.errors import UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.team import Team
    from pathways.workspace.document import Document

_VARIABLE = "PATHWAYS_PASSPHRASE"


def opened(path: Path) -> Document[Team]:
    """Open a team; raise PathwaysError where it cannot be read, or the passphrase is another."""
    from pathways.store.team_file import asks_for_passphrase
    from pathways.workspace.team import open_team

    return open_team(path, passphrase=_passphrase(path) if asks_for_passphrase(path) else "")


def _passphrase(path: Path) -> str:
    given = os.environ.get(_VARIABLE, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise UsageError(
            _("“{path}” opens only with its passphrase. Set it in {variable}.").format(
                path=path, variable=_VARIABLE
            )
        )
    return getpass.getpass(_("Passphrase of {name}: ").format(name=path.name))
