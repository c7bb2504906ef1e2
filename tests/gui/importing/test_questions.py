"""What the import asks: lists that typing finds in, cuts that lose no word, reasons, columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from importing_documents import drawn, table
from pathways.gui.importing.choose_dialog import ChooseDialog, Option
from pathways.gui.importing.columns_dialog import ColumnsDialog, contents, tables_of
from pathways.gui.importing.reason_dialog import ReasonDialog, usual_reasons
from pathways.gui.importing.split_dialog import CutText, SplitDialog

OPTIONS = [
    Option("risk", "Risk management"),
    Option("people", "People management"),
    Option("delivery", "Delivery"),
]


def test_typing_finds_and_the_arrows_walk(qtbot: QtBot) -> None:
    dialog = ChooseDialog(None, "Dimension", "About what?", OPTIONS, ["delivery"])
    qtbot.addWidget(dialog)
    assert dialog.choice() == ["delivery"]
    QTest.keyClicks(dialog.typing, "mana")
    assert dialog.choice() == ["risk"]
    QTest.keyClick(dialog.typing, Qt.Key.Key_Down)
    assert dialog.choice() == ["people"]
    QTest.keyClicks(dialog.typing, "xyz")
    assert dialog.choice() == [] and not dialog.done_button.isEnabled()


def test_what_the_list_does_not_have_can_be_new(qtbot: QtBot) -> None:
    dialog = ChooseDialog(None, "Dimension", "About what?", OPTIONS, new="New: “{words}”")
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.typing, "site visits")
    assert dialog.list.currentItem().text() == "New: “site visits”"
    assert dialog.choice() == ["site visits"]
    dialog.typing.setText("delivery")
    assert dialog.choice() == ["delivery"]
    assert dialog.list.item(dialog.list.count() - 1).isHidden()


def test_several_are_ticked_with_the_space_bar(qtbot: QtBot) -> None:
    dialog = ChooseDialog(None, "Grades", "Whom?", OPTIONS, ["risk"], several=True)
    qtbot.addWidget(dialog)
    QTest.keyClick(dialog.typing, Qt.Key.Key_Down)
    QTest.keyClick(dialog.typing, Qt.Key.Key_Space)
    assert dialog.choice() == ["risk", "people"]
    QTest.keyClick(dialog.typing, Qt.Key.Key_Up)
    QTest.keyClick(dialog.typing, Qt.Key.Key_Space)
    assert dialog.choice() == ["people"]


@pytest.mark.parametrize(
    ("at", "parts"),
    [
        (0, ["Help, and log it"]),
        (6, ["Help,", "and log it"]),
        (8, ["Help,", "and log it"]),
        (5, ["Help,", "and log it"]),
        (2, ["Help, and log it"]),
        (16, ["Help, and log it"]),
    ],
)
def test_a_cut_falls_between_words_and_loses_none(qtbot: QtBot, at: int, parts: list[str]) -> None:
    text = CutText("Help, and\n log  it")
    qtbot.addWidget(text)
    cursor = text.textCursor()
    cursor.setPosition(at)
    text.setTextCursor(cursor)
    text.cut()
    assert text.parts == parts
    assert " ".join(text.parts) == "Help, and log it"


def test_what_was_cut_is_joined_again_and_nothing_else_can_be_typed(qtbot: QtBot) -> None:
    dialog = SplitDialog(None, "Help, and log it")
    qtbot.addWidget(dialog)
    assert not dialog.done_button.isEnabled()
    cursor = dialog.text.textCursor()
    cursor.setPosition(10)
    dialog.text.setTextCursor(cursor)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.text.parts == ["Help, and", "log it"] and dialog.done_button.isEnabled()
    QTest.keyClicks(dialog.text, "abc")
    QTest.keyClick(dialog.text, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.parts == ["Help, and", "log it"]
    QTest.keyClick(dialog.text, Qt.Key.Key_Home)
    QTest.keyClick(dialog.text, Qt.Key.Key_Backspace)
    assert dialog.text.parts == ["Help, and log it"]


def test_a_reason_must_be_given(qtbot: QtBot) -> None:
    dialog = ReasonDialog(None, 3)
    qtbot.addWidget(dialog)
    assert dialog.reason.text() == usual_reasons()[0]
    done = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Leave out"
    )
    assert done.isEnabled()
    dialog.usual.setCurrentRow(3)
    assert dialog.reason.text() == usual_reasons()[3]
    dialog.reason.setText("  ")
    assert not done.isEnabled()


def test_columns_begin_with_what_their_headings_say_and_what_was_taught(qtbot: QtBot) -> None:
    outline = table(["Grade", "Thing", "Wanted"], ["4", "Risk", "Reports risks"])
    tables = tables_of([drawn("Family\nGrade 4\n- Help"), outline])
    assert tables == list(outline.pieces)
    dialog = ColumnsDialog(None, tables[0], {"Wanted": "text"})
    qtbot.addWidget(dialog)
    shown = {heading: box.currentText() for heading, box in dialog.boxes.items()}
    assert shown == {
        "Grade": contents()["level"],
        "Thing": contents()[""],
        "Wanted": contents()["text"],
    }
