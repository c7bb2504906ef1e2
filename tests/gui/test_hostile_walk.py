"""Every page and every dialog, filled with hostile text: it is shown as text, and opens nothing.

All data of the program, a document to import and its name say the same in every place that a person
writes freely. Pages and dialogs are those of the walk (``walking.py``, ``walk_dialogs.py``), so that
a new one is looked at as soon as it is walked through.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import walk_dialogs
import walking
from driver import Driver
from hostile_looks import HOSTILE, Opened, look_through
from pathways import paths
from pathways.gui.dialogs.notice_dialog import NoticeDialog

_FREE = {
    "action", "agreed", "do", "document", "facts", "family", "heading", "label", "licence", "link",
    "manager", "name", "note", "organisation", "reason", "reference", "result", "situation",
    "statements", "subject", "task", "text", "title", "what", "who", "why", "with_whom", "words",
}  # fmt: skip
_KINDS = list(HOSTILE) if os.environ.get("PATHWAYS_LONG") else ["picture", "half", "entity"]


@pytest.fixture
def probe(tmp_path: Path) -> Opened:
    if not sys.platform.startswith("linux"):
        pytest.skip("needs inotify")
    file = tmp_path / "probe.png"
    file.write_bytes(b"not really a picture")
    return Opened(file)


def _hostile(value: Any, text: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _hostile(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_hostile(inner, text, key) for inner in value]
    return f"{text} {value}" if isinstance(value, str) and key in _FREE else value


def _data(folder: Path, text: str) -> Path:
    """Return a copy of the program's data that says the text wherever a person writes freely."""
    data = folder / "data"
    shutil.copytree(paths.data(), data)
    for file in data.rglob("*"):
        if file.suffix in (".yaml", ".pathplan", ".pathteam"):
            found = yaml.safe_load(file.read_text(encoding="utf-8"))
            said = yaml.safe_dump(_hostile(found, text), allow_unicode=True, sort_keys=False)
            file.write_text(said, encoding="utf-8")
    return data


def _document(folder: Path, text: str) -> Path:
    """Return a document to import that says the text, also in its name where it can."""
    name = text.replace("/", "_").replace("\0", "")[:60]
    file = folder / f"{name}.txt"
    grades = "".join(
        f"Grade {grade}\n\n{text} area {grade}\n• Leads {text} well\n• Manages {text} {grade}\n\n"
        for grade in (5, 6, 7)
    )
    file.write_text(f"Job title: {text}\nCouncil: {text}\n\n{grades}", encoding="utf-8")
    return file


def _look_at_words(widget: QWidget, words: set[str]) -> None:
    """Note what boxes, lines and actions show, which Qt draws as it stands."""
    for box in widget.findChildren(QComboBox):
        words |= {box.itemText(n) for n in range(box.count())}
    words |= {line.text() for line in widget.findChildren(QLineEdit)}
    words |= {action.text() for action in widget.findChildren(QAction)}
    assert "[*]" not in widget.windowTitle().replace("[*][*]", ""), widget.windowTitle()


@pytest.mark.parametrize("kind", _KINDS)
def test_hostile_text_on_every_page_and_in_every_dialog_is_shown_as_text(
    kind: str,
    tmp_path: Path,
    qtbot: QtBot,
    probe: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = HOSTILE[kind].format(folder=tmp_path)
    data = _data(tmp_path, text)
    monkeypatch.setattr(paths, "data", lambda: data)
    monkeypatch.setattr(walking, "_DOCUMENT", _document(tmp_path, text))
    monkeypatch.setattr(NoticeDialog, "tell", lambda _parent, _what, why, **_more: pytest.fail(why))
    pages: dict[str, set[str]] = {}
    here: set[str] = set()

    def looked(dialog: QDialog) -> list[str]:
        dialog.grab()
        look_through(here)
        _look_at_words(dialog, here)
        return []

    monkeypatch.setattr(walk_dialogs, "wrong_in_dialog", looked)
    driver = Driver(qtbot)
    try:
        for page in walking.each_page(driver):
            here = pages.setdefault(page, set())
            driver.window.grab()
            look_through(here)
            _look_at_words(driver.window, here)
            walk_dialogs.wrong_in_dialogs(driver, page, monkeypatch)
            QCoreApplication.processEvents()
            assert probe.times() == 0, page
    finally:
        driver.close()
    said = " ".join(text.split())
    silent = {
        page
        for page, words in pages.items()
        if not any(said in " ".join(word.split()) for word in words)
    }
    assert len(pages) > 15
    assert silent <= {"differences", "bring-in"}  # with nothing on them in the walk
