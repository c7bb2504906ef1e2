"""Text of frameworks is shown as the text it is, and nothing that it names is opened."""

from __future__ import annotations

import ast
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from driver import Driver
from hostile_looks import HOSTILE, Opened, look_through, shown_by_tip, tips_of
from pathways import gui, paths
from pathways.gui.team.team_session import team_of
from pathways.gui.widgets.plain_text import Label, action_words, set_tip, set_window_title, tip
from pathways.gui.widgets.wrapped_header import WrappedHeader

_GUI = Path(gui.__file__).parent
_ONLY_HERE = _GUI / "widgets" / "plain_text.py"

PLACES = ("title", "organisation", "document", "node", "family", "fact", "dimension", "heading")
PLACES += ("label", "statement")


def _framework(text: str) -> str:
    """Return a framework in which each of the ten places has the text, with the place's name."""

    def said(place: str) -> str:
        return "'" + f"{text} in {place}".replace("'", "''") + "'"

    return f"""\
format: 1
id: host
title: {said("title")}
organisation: {said("organisation")}
language: en-GB
wording: restated
licence: {said("licence")}
source:
  document: {said("document")}
  reference: {said("document")}
nodes:
  - id: n1
    title: {said("node")}
    grade: "1"
    family: {said("family")}
    code: {said("code")}
    facts: [{said("fact")}]
  - {{id: n2, title: {said("another node")}, grade: "2", family: {said("family")}}}
  - {{id: n3, title: Three, grade: "3"}}
steps:
  - {{from: n1, to: n2, note: {said("note")}}}
  - {{from: n2, to: n3}}
dimensions:
  - {{id: own, title: {said("dimension")}}}
introduction:
  - heading: {said("heading")}
    statements: [{said("introduction")}]
blocks:
  - nodes: [n1]
    label: {said("label")}
    sections:
      - dimension: own
        heading: {said("heading")}
        label: {said("label")}
        statements: [{said("statement")}, Manages risk daily]
  - nodes: [n2]
    label: {said("label")}
    sections:
      - dimension: own
        heading: {said("heading")}
        statements: [{said("another statement")}, Leads on risk]
"""


@pytest.fixture
def probe(tmp_path: Path) -> Iterator[Opened]:
    if not sys.platform.startswith("linux"):
        pytest.skip("needs inotify")
    file = tmp_path / "probe.png"
    file.write_bytes(b"not really a picture")
    yield Opened(file)


def _visit(driver: Driver, words: set[str]) -> int:
    """Go to every page that can be gone to, with something chosen; return how many there were."""
    window = driver.window
    seen = 0
    for chosen in (["n1", "n2"], ["n1"]):
        window.session.choose(chosen)
        driver.settle()
        for button in list(window.rail.buttons.values()):
            if button.isEnabled():
                button.click()
                driver.settle()
                for cell in driver.cells:
                    cell.press()  # where it comes from
                window.grab()  # what is painted is laid out
                look_through(words)
                seen += 1
    window.session.read("n1")
    driver.settle()
    look_through(words)
    for menu in window.menuBar().actions():
        if menu.menu() is not None:
            menu.menu().aboutToShow.emit()
            look_through(words)
    return seen


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_in_every_place_is_shown_as_text(
    kind: str, tmp_path: Path, probe: Opened, qtbot: QtBot
) -> None:
    text = HOSTILE[kind].format(folder=tmp_path)
    file = tmp_path / "host.yaml"
    file.write_text(_framework(text), encoding="utf-8")
    driver = Driver(qtbot, file)
    words: set[str] = set()
    try:
        assert _visit(driver, words) >= 5
        assert probe.times() == 0
        everything = " ".join(" ".join(one.split()) for one in words)
        said = " ".join(text.split())
        assert [place for place in PLACES if f"{said} in {place}" not in everything] == []
    finally:
        driver.close()


# What a person writes freely in a plan or a team; all else are ids, days and words that are known.
_FREE = {
    "action", "agreed", "do", "label", "link", "manager", "name", "note", "number", "organisation",
    "reason", "result", "situation", "subject", "task", "text", "title", "what", "who", "why",
    "with_whom", "words",
}  # fmt: skip


def _hostile(value: Any, text: str, key: str = "") -> Any:
    """Return what a file holds, with the text in each place that a person writes freely."""
    if isinstance(value, dict):
        return {name: _hostile(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_hostile(inner, text, key) for inner in value]
    return f"{text} {value[:12]}" if key in _FREE and isinstance(value, str) else value


def _written(source: Path, target: Path, text: str) -> Path:
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    target.write_text(yaml.safe_dump(_hostile(data, text), allow_unicode=True), encoding="utf-8")
    return target


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_of_a_plan_and_of_a_team_is_shown_as_text(
    tmp_path: Path, qtbot: QtBot, probe: Opened, kind: str
) -> None:
    text = HOSTILE[kind].format(folder=tmp_path)
    plan = _written(paths.data() / "sample.pathplan", tmp_path / "a.pathplan", text)
    sample = paths.data() / "sample-team" / "service-desk.pathteam"
    team = _written(sample, tmp_path / "a.pathteam", text)
    driver = Driver(qtbot, plan, team)
    team_of(driver.window.context).show_person("p1")
    for pages in (("plan",), ("team", "check", "person", "what-if", "scenarios", "gaps")):
        words: set[str] = set()
        for page in pages:
            driver.window.session.visit(page)
            driver.settle()
            look_through(words)
        assert any(text in shown for shown in words), pages
    driver.close()
    assert probe.times() == 0


def test_the_probe_notices_a_label_that_guesses(
    tmp_path: Path, probe: Opened, qtbot: QtBot
) -> None:
    label = QLabel(HOSTILE["picture"].format(folder=tmp_path))
    qtbot.addWidget(label)
    label.grab()
    assert probe.times() > 0
    with pytest.raises(AssertionError, match="renders"):
        look_through(set())
    label.setText("")


@pytest.mark.parametrize("kind", HOSTILE)
def test_labels_tips_actions_and_titles_show_text_as_it_is(
    kind: str, tmp_path: Path, probe: Opened, qtbot: QtBot
) -> None:
    text = HOSTILE[kind].format(folder=tmp_path)
    label = Label(text)
    qtbot.addWidget(label)
    label.setText(text)
    set_tip(label, text)
    set_window_title(label, text)
    label.grab()
    assert label.text() == text and label.textFormat() == Qt.TextFormat.PlainText
    assert shown_by_tip(label.toolTip()) == text
    assert action_words(text).replace("&&", "&") == text
    tipped = QLabel(tip(text))  # as the window of a tip is one
    qtbot.addWidget(tipped)
    tipped.grab()
    tipped.setText("")
    assert probe.times() == 0


def test_a_title_of_a_window_keeps_its_signs(qtbot: QtBot) -> None:
    label = Label("x")
    qtbot.addWidget(label)
    set_window_title(label, "Grades [*] and\nmore")
    assert label.windowTitle() == "Grades [*][*] and more"


def test_a_long_tip_is_cut() -> None:
    assert len(tip("x" * 5_000)) == 1_000


# By construction -----------------------------------------------------------------------------

_CALLS = {
    "QLabel": "use Label of plain_text.py",
    "QMessageBox": "use NoticeDialog or a FittingDialog",
    "QErrorMessage": "it renders what it is given",
    "QInputDialog": "its label guesses",
    "QProgressDialog": "its label guesses",
    "QToolTip": "use show_tip",
    "QGraphicsTextItem": "it renders what it is given",
    "QWhatsThis": "it renders what it is given",
}
_METHODS = {
    "setToolTip": "use set_tip",
    "setWhatsThis": "it renders what it is given",
    "setTextFormat": "Label does it",
    "setWindowTitle": "use set_window_title",
    "setHtml": "rich text is not built here",
    "insertHtml": "rich text is not built here",
    "appendHtml": "rich text is not built here",
    "setMarkdown": "rich text is not built here",
}
_MEANT = {  # where rich text is meant: the guide's own chapters, and the sheet that is copied
    ("guide_window.py", "setMarkdown"),
    ("guide_window.py", "setHtml"),
    ("clipboard.py", "setHtml"),
}


def _guesses(tree: ast.Module, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                if isinstance(base, ast.Name) and base.id in _CALLS:
                    yield f"{name}:{node.lineno} class of {base.id}: {_CALLS[base.id]}"
        hands_out = isinstance(node, ast.FunctionDef) and _names(node, "ToolTipRole")
        if hands_out and not _names(node, "tip"):
            yield f"{name}: a function hands out a tip: wrap it in tip()"
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in _CALLS:
            yield f"{name}:{node.lineno} {called.id}: {_CALLS[called.id]}"
        if isinstance(called, ast.Attribute):
            owner = called.value.id if isinstance(called.value, ast.Name) else ""
            if owner in _CALLS and called.attr != "__init__":
                yield f"{name}:{node.lineno} {owner}: {_CALLS[owner]}"
            if called.attr in _METHODS and (name, called.attr) not in _MEANT:
                yield f"{name}:{node.lineno} {called.attr}: {_METHODS[called.attr]}"


def _names(node: ast.AST, wanted: str) -> bool:
    return any(
        (isinstance(found, ast.Attribute) and found.attr == wanted)
        or (isinstance(found, ast.Name) and found.id == wanted)
        for found in ast.walk(node)
    )


def test_nothing_but_one_module_makes_labels_and_tips() -> None:
    files = [file for file in _GUI.rglob("*.py") if file != _ONLY_HERE]
    assert len(files) > 80
    found = [
        line
        for file in files
        for line in _guesses(ast.parse(file.read_text(encoding="utf-8")), file.name)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "label = QLabel(words)",
        "class Head(QLabel): pass",
        "button.setToolTip(words)",
        "QMessageBox.warning(window, title, words)",
        "QToolTip.showText(place, words)",
        "def data(self, role):\n    return self.words if role == ToolTipRole else None",
        "page.setHtml(words)",
    ],
)
def test_what_guesses_is_noticed(source: str) -> None:
    assert list(_guesses(ast.parse(source), "page.py"))


def test_actions_of_menus_with_tips_are_looked_at(qtbot: QtBot) -> None:
    widget = QAbstractScrollArea()
    qtbot.addWidget(widget)
    action = QAction("x", widget)
    set_tip(action, "<b>x</b>")
    widget.addAction(action)
    assert "<b>x</b>" in {shown_by_tip(found) for found in tips_of(widget)}


def test_a_word_of_800_kb_is_shown_cut_and_copied_whole(tmp_path: Path, qtbot: QtBot) -> None:
    word = "x" * 800_000
    file = tmp_path / "long.yaml"
    text = _framework("short").replace("Manages risk daily", word)
    file.write_text(text, encoding="utf-8")
    driver = Driver(qtbot, file)
    try:
        driver.window.session.choose(["n1", "n2"])
        start = time.process_time()
        driver.window.session.compare(["n1", "n2"])
        driver.settle()
        driver.window.grab()
        assert time.process_time() - start < 10
        cell = next(cell for line in driver.lines for cell in line.cells if cell.text_shown == word)
        cell.copy()
        assert driver.clipboard == word
    finally:
        driver.close()


def test_a_text_that_no_page_could_hold_says_how_much_more_there_is(qtbot: QtBot) -> None:
    label = Label("y" * 25_000)
    qtbot.addWidget(label)
    assert label.text().startswith("y" * 10_000) and len(label.text()) < 10_200
    assert "15000 more characters" in label.text()


def test_titles_of_columns_have_room_in_the_weight_that_they_are_painted_in(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    header = WrappedHeader(table)
    table.setHorizontalHeader(header)
    words = "Standing against the aim"
    table.setHorizontalHeaderLabels([words])
    plain = header.fontMetrics().horizontalAdvance(words)
    table.setColumnWidth(0, plain + header._around(0).width() + 2)  # enough, were it not bold
    bold = header.font()
    bold.setBold(True)
    assert QFontMetrics(bold).horizontalAdvance(words) > plain + 2
    assert header.height_for(0) > 1.7 * header.fontMetrics().height()
