"""How the names of the program's own files end: known before anything heavy is loaded."""

from __future__ import annotations

from typing import Final

PLAN: Final = ".pathplan"
TEAM: Final = ".pathteam"
COMPARISON: Final = ".pathcompare"
OWN: Final = (PLAN, TEAM, COMPARISON)
