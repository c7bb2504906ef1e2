"""Print the lowest version that pyproject.toml allows of each library that the program needs."""

from __future__ import annotations

import re
from pathlib import Path

text = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
needed = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
assert needed, "pyproject.toml has no dependencies"
for line in needed[1].splitlines():
    found = re.match(r'\s*"([\w.\[\]-]+?)>=([\d.]+)', line)
    if found:
        print(f"{found[1]}=={found[2]}")
