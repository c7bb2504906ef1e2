"""The top of a page takes the room that its words need, and no more."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pathways.gui.shell.theme import theme_named
from pathways.gui.widgets.page_head import FlowLayout, PageHead


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_a_line_beside_the_title_takes_no_more_room_than_the_title(
    qtbot: QtBot, scale: float
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    head = PageHead(theme_named("light").scaled(scale), page)
    head.say("What to look at", "Not met, or overdue: 2 · Worth a look: 9")
    for words in ("Everything", "Only this", "A sheet of it", "And one more"):
        head.add_button(QPushButton(words, head.buttons))
    column = QVBoxLayout(page)
    column.addWidget(head)
    column.addStretch(1)
    page.resize(640, 700)
    page.show()
    head.arrange()
    assert head.buttons.y() > 0, "the buttons stand below the words here"
    lines = (head.title, head.under)
    beside = head.under.y() < head.title.y() + head.title.height()
    wanted = [line.heightForWidth(line.width()) for line in lines]
    need = [
        high if high > 0 else line.sizeHint().height()
        for high, line in zip(wanted, lines, strict=True)
    ]
    words = max(need) if beside else sum(need)
    assert head.buttons.y() <= words + 2 + 8 * scale


def test_words_beside_buttons_stand_in_the_middle_of_their_row(qtbot: QtBot) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    flow = FlowLayout(bar, 12)
    tall, words, below = QPushButton("Fit", bar), QLabel("2 pages", bar), QLabel("in all", bar)
    tall.setFixedSize(90, 60)
    for widget in (tall, words, below):
        flow.addWidget(widget)
    bar.resize(90 + 12 + words.sizeHint().width(), 200)
    bar.show()
    assert abs(words.geometry().center().y() - tall.geometry().center().y()) <= 1
    assert below.y() == 60 + flow.gap, "a row of its own is no taller than what stands in it"
    assert flow.heightForWidth(bar.width()) == 60 + flow.gap + below.height()
