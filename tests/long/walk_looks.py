"""Walk through every page and dialog in all 54 looks: theme, size, language, at the start or live.

``python tests/long/walk_looks.py`` takes more than ten minutes of one core; ``--look dark-200`` takes
those whose names hold that. What is cut or out of reach is listed; the exit code is 1 where
anything is.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

TEST = Path(__file__).parent.parent / "gui" / "test_walk.py"


def main() -> int:
    """Walk, and return 1 where something does not fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--look", default="", help="a part of the names of the looks to take")
    asked = parser.parse_args()
    os.environ["PATHWAYS_LONG"] = "1"
    import pytest

    chosen = f"any_page_or_in_any_dialog and {asked.look}" if asked.look else "any_page"
    return int(pytest.main(["-q", "-n", "0", str(TEST), "-k", chosen]) != pytest.ExitCode.OK)


if __name__ == "__main__":
    sys.exit(main())
