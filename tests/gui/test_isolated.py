"""Names that run from right to left, inside sentences that do not."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from driver import Driver
from pathways.gui.widgets.plain_text import Label, action_words, tip
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.report import pages
from pathways.report.blocks import Paragraph, Sheet
from pathways.report.options import SheetOptions
from pathways.report.spans import Span
from pathways.right_to_left import isolated
from walking import each_page

ARABIC, HEBREW = "فاطمة الزهراء", "דנה כהן"
BEGIN, END = "\u2068", "\u2069"


@pytest.mark.parametrize("name", [ARABIC, HEBREW, "سارة", "נועה-לי"])
@pytest.mark.parametrize(
    "sentence",
    ["{}: 3 statements are marked.", "From {} (2) to Grade 9", "{} · {}", "My plan › {}"],
)
def test_a_name_is_set_apart_from_what_stands_beside_it(name: str, sentence: str) -> None:
    apart = f"{BEGIN}{name}{END}"
    assert isolated(sentence.format(name, name)) == sentence.format(apart, apart)
    assert action_words(sentence.format(name, name)) == sentence.format(apart, apart)
    assert tip(sentence.format(name, name)) == sentence.format(apart, apart)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Grade 11",
        ARABIC,
        f"{HEBREW} ",
        "يدير الفريق ويشرف على الموظفين في IT",
        "→ · ↑ 3",
        "李明",
    ],
)
def test_what_needs_no_setting_apart_stays_as_it_is(words: str) -> None:
    assert isolated(words) == words


def test_the_name_that_words_needed_goes_with_them(opened: Driver) -> None:
    label = Label("Grade 6 → Grade 7", opened.window)
    assert label.accessibleName() == "Grade 6 to Grade 7"
    label.setText(f"{ARABIC}: 3")
    assert label.accessibleName() == f"{ARABIC}: 3", "no sign of direction is read out"
    label.setText("Grade 8")
    assert label.accessibleName() == ""
    label.setAccessibleName("The grade")
    label.setText("Grade 9")
    assert label.accessibleName() == "The grade"


def test_a_name_alone_stands_where_other_names_do(opened: Driver) -> None:
    label = Label(ARABIC, opened.window)
    label.resize(400, 30)
    picture = label.grab().toImage()
    right = picture.copy(picture.width() * 3 // 4, 0, picture.width() // 4, picture.height())
    colours = {right.pixel(x, y) for x in range(right.width()) for y in range(right.height())}
    assert len(colours) == 1, "nothing stands at the right"


def test_on_every_page_names_are_set_apart(opened: Driver) -> None:
    found, seen = [], 0
    for page in each_page(opened):
        for words in shown_words(opened.window):
            seen += any(from_right(character) for character in words)
            if isolated(words) != words and BEGIN not in words:
                found.append(f"{page}: {words!r}")
    assert not found
    assert seen > 5


def from_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


def shown_words(window: QWidget) -> list[str]:
    """Return the words of labels, buttons and cells as the toolkit paints them."""
    found = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        found.append(widget.toolTip())
        if isinstance(widget, QTableView):
            found += cells(widget)
    return found


def cells(table: QTableView) -> list[str]:
    model = table.model()
    indexes = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return [
        table.itemDelegateForIndex(index).displayText(index.data(), table.locale())
        for index in indexes
        if isinstance(index.data(), str)
    ]


def test_painted_words_are_set_apart_and_found_where_they_are_in_the_text(opened: Driver) -> None:
    words = f"From {ARABIC} (2) to {HEBREW} 4: three more"
    mark = TextMark(words.index("three"), len("three"), "strong")
    font, ink = opened.window.theme.font(), QColor("black")
    block = TextBlock([TextParagraph(words, font, ink, marks=(mark,), selectable=True)])
    block.lay_out(2000)
    assert block.text == words, "what is selected and copied is the text itself"
    (shown,) = block._sets
    assert shown.layout.text() == isolated(words) != words
    for place in range(len(words)):
        assert shown.layout.text()[shown.laid_out(place)] == words[place]
        assert shown.in_text(shown.laid_out(place)) == place
    (look,) = shown.layout.formats()
    assert shown.layout.text()[look.start : look.start + look.length] == "three"
    line = shown.layout.lineAt(0)
    end = line.cursorToX(shown.laid_out(words.index(" more")))
    at_the_end = end[0] if isinstance(end, tuple) else end
    assert block.offset_at(at_the_end, 2) == words.index(" more")


def test_names_are_set_apart_on_paper() -> None:
    day = datetime.date(2026, 11, 28)
    told = f"From {ARABIC} (2) to Grade 9"
    blocks = (Paragraph((Span(told),)),)
    sheet = Sheet(
        title="Plan", subtitle="", language="en", date=day, written="28 November", blocks=blocks
    )
    assert isolated(told) in every_text(pages._input(sheet, SheetOptions(date=day)))


def every_text(value: object) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [text for part in value for text in every_text(part)]
    return [value] if isinstance(value, str) else []
