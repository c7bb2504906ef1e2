"""Copies of unsaved work that no edit waits for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pathways.workspace.file_kind import FileKind
from pathways.workspace.recovery import Recovery


class LaterRecovery(Recovery):
    """Keeps copies of unsaved work only where saving has failed, so that no edit waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.at_once = False

    def keep(self, path: Path, kind: FileKind[Any], mine: Any, base: Any) -> None:
        """Keep a copy, where that is wanted now."""
        if self.at_once:
            super().keep(path, kind, mine, base)
