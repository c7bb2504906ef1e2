"""Write the tested versions of a fresh ``.[dev]``, with their hashes, to constraints.txt.

Run ``python packaging/constraints.py`` where ``uv`` is installed. A version that is written there
stays as long as pyproject.toml allows it; without the file all are the newest.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
COMMAND = (
    "uv pip compile --quiet --universal --python-version 3.10 --extra dev --generate-hashes "
    "--no-header --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml "
    "--output-file packaging/constraints.txt"
)


def main() -> int:
    """Write the file and return how uv ended."""
    return subprocess.run(COMMAND.split(), cwd=HERE.parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
