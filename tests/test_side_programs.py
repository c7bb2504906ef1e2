"""Programs beside the package, which no other test runs, name only what is there."""

from __future__ import annotations

import ast
import importlib
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = sorted(
    file
    for folder in ("benchmarks", "docs", "packaging", "tests/long")
    for file in (ROOT / folder).glob("*.py")
)


def test_there_are_programs_to_look_at() -> None:
    assert {"window.py", "make_pictures.py", "catalogue.py"} <= {file.name for file in PROGRAMS}


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_a_program_takes_from_the_package_is_there(file: Path) -> None:
    missing = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        if node.module.split(".")[0] == "pathways":
            module = importlib.import_module(node.module)
            missing += [
                f"{node.module}.{name.name}"
                for name in node.names
                if not hasattr(module, name.name)
                and importlib.util.find_spec(f"{node.module}.{name.name}") is None
            ]
    assert missing == []
