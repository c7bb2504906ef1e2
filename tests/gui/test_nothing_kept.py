"""What was on a page that stays is not held after it is gone."""

from __future__ import annotations

import ast
import gc
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import pathways.gui
from driver import Driver
from pathways import paths

GUI = Path(pathways.gui.__file__).parent


def _left_over() -> list[str]:
    """Return what Python still holds of things that Qt has deleted."""
    gc.collect()
    return [
        type(one).__name__
        for one in gc.get_objects()
        if isinstance(one, QObject) and not isValid(one)
    ]


def test_pages_that_are_filled_anew_hold_nothing_of_what_was_on_them(qtbot: QtBot) -> None:
    window = Driver(qtbot, "--only", paths.data() / "ict.yaml", paths.data() / "sample.pathplan")
    session = window.window.session
    nodes = list(session.library.nodes)
    left = []
    for number in range(9):
        session.choose(nodes[: 2 + number % 3])
        for page in ("compare", "ladder", "route", "read", "plan", "map"):
            session.visit(page)
            window.settle()
        left.append(len(_left_over()))
    window.close()
    assert left[-1] == left[2]


def test_nothing_is_found_by_what_would_hold_it() -> None:
    files = sorted(GUI.rglob("*.py"))
    assert len(files) > 200
    asked = [
        f"{file.relative_to(GUI)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "findChildren"
    ]
    assert asked == []
