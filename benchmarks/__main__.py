"""All benchmarks in one run: ``python -m benchmarks``."""

from __future__ import annotations

import os
import platform

from benchmarks import compare, plan, search, sheet, start, team, window
from benchmarks import map as whole_map

PARTS = (
    ("Start", start),
    ("Map", whole_map),
    ("Comparison", compare),
    ("Window", window),
    ("Sheet", sheet),
    ("Search", search),
    ("Plan", plan),
    ("Team", team),
)


def main() -> None:
    """Print every ratio."""
    print(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    for title, benchmark in PARTS:
        print(f"\n{title}\n")
        benchmark.main()


if __name__ == "__main__":
    main()
