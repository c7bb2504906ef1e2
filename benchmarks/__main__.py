"""All benchmarks in one run: ``python -m benchmarks``."""

from __future__ import annotations

import os
import platform

from benchmarks import compare, search, sheet, start


def main() -> None:
    """Print every ratio."""
    print(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    for title, benchmark in (("Start", start), ("Comparison", compare), ("Sheet", sheet), ("Search", search)):
        print(f"\n{title}\n")
        benchmark.main()


if __name__ == "__main__":
    main()
