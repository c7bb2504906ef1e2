"""Statements are painted on a sheet: walked through, selected, copied, and heard."""

from __future__ import annotations

import time

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from driver import Driver
from pathways.compare.change import Change, Comparison, DimensionChange
from pathways.gui.compare.comparison_line import ComparisonLine
from pathways.gui.compare.comparison_table import ComparisonTable
from pathways.gui.widgets.painted_piece import PaintedPiece
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.gui.widgets.text_sheet import TextSheet
from pathways.model.statement import Statement


def table_of(driver: Driver) -> ComparisonTable:
    table = driver.window.page("compare").table
    assert isinstance(table, ComparisonTable)
    return table


def drag(sheet: TextSheet, begin: QPoint, end: QPoint) -> None:
    """Hold the mouse down from one place of a sheet to another."""
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(sheet, begin + QPoint(20, 4))
    QTest.mouseMove(sheet, end)
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=end)


def keys(driver: Driver, *pressed: str) -> None:
    """Press keys that the sheet itself takes."""
    for key in pressed:
        QTest.keySequence(table_of(driver), QKeySequence(key))
        driver.settle()


def shown(driver: Driver, dimension: str) -> ComparisonLine:
    """Go to a dimension and return its first line."""
    driver.window.page("compare").go_to_dimension(dimension)
    driver.settle()
    return driver.line_at


def test_words_are_selected_with_the_mouse_and_copied(comparing: Driver) -> None:
    cell = shown(comparing, "people-management").cells[1]
    table = table_of(comparing)
    begin = cell.rect.topLeft() + QPoint(8, 14)
    drag(table, begin, begin + QPoint(0, 20 * 2))
    selected = table.selector.text()
    assert selected and cell.text_shown.startswith(selected)
    assert not cell.source_shown, "dragging is no click"
    comparing.press("Ctrl+C")
    assert comparing.clipboard == selected
    assert comparing.status != "The statement is copied."


def test_a_selection_goes_over_statements_and_stays_in_its_column(comparing: Driver) -> None:
    line = shown(comparing, "people-management")
    table = table_of(comparing)
    other = comparing.lines[comparing.lines.index(line) + 1]
    table.exact(other)
    drag(table, line.cells[1].rect.topLeft() + QPoint(60, 14), other.cells[1].rect.bottomRight())
    selected = table.selector.text()
    own = line.cells[1].text_shown
    between = other.dimension.title
    assert selected.splitlines()[1:] == [between, other.cells[1].text_shown]
    assert own.endswith(selected.splitlines()[0])
    comparing.menu("Edit", "Copy statement with its source")
    for cell in (line.cells[1], other.cells[1]):
        assert cell.content.statement and f"({cell.content.statement.source.text})" in (
            comparing.clipboard
        )


def test_words_are_selected_with_keys(comparing: Driver) -> None:
    cell = shown(comparing, "people-management").cells[1]
    first = cell.text_shown.split()[0].rstrip(",")
    keys(comparing, "Ctrl+Shift+Right")
    assert table_of(comparing).selector.text() == first
    keys(comparing, "Shift+Left", "Ctrl+C")
    assert comparing.clipboard == first[:-1]
    keys(comparing, "Shift+End", "Ctrl+C")
    assert comparing.clipboard == cell.text_shown
    keys(comparing, "Escape", "Shift+Down", "Shift+Down", "Ctrl+C")
    assert comparing.clipboard.splitlines()[0] == cell.text_shown
    assert len(comparing.clipboard.splitlines()) == 2
    keys(comparing, "Escape", "Ctrl+C")
    assert comparing.clipboard == cell.text_shown


def test_ctrl_a_selects_the_statement_and_then_its_column(comparing: Driver) -> None:
    cell = shown(comparing, "people-management").cells[1]
    keys(comparing, "Ctrl+A")
    assert table_of(comparing).selector.text() == cell.text_shown
    keys(comparing, "Ctrl+A")
    library = comparing.window.session.library
    assert {s.text for s in library.statements_of("ict-12")} <= set(
        table_of(comparing).selector.text().splitlines()
    )


def test_a_double_click_selects_a_word_and_a_third_the_statement(comparing: Driver) -> None:
    cell = shown(comparing, "people-management").cells[1]
    table, place = table_of(comparing), cell.rect.topLeft() + QPoint(20, 16)
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=place)
    assert cell.source_shown, "a click shows where it comes from"
    QTest.mouseDClick(table, Qt.MouseButton.LeftButton, pos=place)
    assert table.selector.text() == cell.text_shown.split()[0].rstrip(",")
    assert not cell.source_shown


def test_the_menu_offers_what_is_selected(comparing: Driver) -> None:
    cell = shown(comparing, "people-management").cells[1]
    keys(comparing, "Ctrl+Shift+Right")
    menu = table_of(comparing).menu_of(cell)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Copy what is selected", "Copy it with its source"]
    assert "Copy pair" in words and "Change this verdict…" in words
    menu.actions()[0].trigger()
    assert comparing.clipboard == cell.text_shown.split()[0].rstrip(",")
    menu.deleteLater()


def test_text_is_selected_where_a_grade_is_read(opened: Driver) -> None:
    opened.window.session.read("ict-11")
    opened.settle()
    sheet = opened.window.page("read").text
    first, second = sheet.cells[:2]
    drag(sheet, first.rect.topLeft() + QPoint(2, 10), second.rect.bottomRight())
    assert sheet.selector.text().splitlines()[0] == first.text_shown
    assert second.text_shown in sheet.selector.text()


# What screen readers are told --------------------------------------------------------------------


def under(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(number) for number in range(interface.childCount())]


def test_every_line_and_cell_is_an_object_with_name_role_and_place(comparing: Driver) -> None:
    table = table_of(comparing)
    top = under(QAccessible.queryAccessibleInterface(table))
    lines = [each for each in top if each.role() == QAccessible.Role.Grouping]
    assert len(lines) == len(comparing.lines)
    assert len(top) - len(lines) == len({line.dimension.id for line in comparing.lines})
    for told, line in zip(lines, comparing.lines, strict=True):
        assert told.text(QAccessible.Text.Name) == heard(line.name)
        cells = [each for each in under(told) if each.role() == QAccessible.Role.Button]
        names = [cell.text(QAccessible.Text.Name) for cell in cells]
        stated = [cell for cell in line.cells if cell.content.statement is not None]
        assert names == [heard(cell.name) for cell in stated]
        for cell, piece in zip(cells, stated, strict=True):
            corner = table.mapToGlobal(piece.rect.topLeft())
            assert cell.rect().topLeft() == corner and cell.rect().size() == piece.rect.size()
            assert cell.parent().text(QAccessible.Text.Name) == heard(line.name)
            assert cell.state().focusable


def test_the_keyboard_is_told_to_be_at_the_cell(comparing: Driver) -> None:
    table = table_of(comparing)
    for _each in range(3):
        comparing.press("N")
        told = QAccessible.queryAccessibleInterface(table)
        assert told.focusChild().text(QAccessible.Text.Name) == heard(comparing.at.name)
        assert told.focusChild().state().focused and not told.state().focused


def test_a_screen_reader_can_press_a_cell(comparing: Driver) -> None:
    cell = comparing.lines[0].cells[0]
    told = cell.sheet.spoken.of(cell)  # type: ignore[attr-defined]
    actions = told.actionInterface()
    assert "Press" in actions.actionNames()
    actions.doAction("Press")
    assert cell.source_shown
    assert told.text(QAccessible.Text.Description).startswith("Source: ")


def test_whatever_a_screen_reader_asks_is_answered(comparing: Driver) -> None:
    kinds = ("tableCell", "value", "text", "selection", "attributes", "editableText")
    waiting = [_told(table_of(comparing))]
    count = 0
    while waiting:
        told = waiting.pop()
        count += 1
        for kind in kinds:  # what it is not must be answered with nothing, or the program ends
            assert getattr(told, f"{kind}Interface")() is None
        assert told.isValid() and told.window() is not None and told.parent() is not None
        assert [told.indexOfChild(child) for child in under(told)] == list(range(told.childCount()))
        waiting += under(told)
    assert count > 150


def test_what_was_painted_before_is_not_told_any_more(comparing: Driver) -> None:
    table = table_of(comparing)
    before = [each.text(QAccessible.Text.Name) for each in under(_told(table))]
    comparing.press("Ctrl+Up")
    after = [each.text(QAccessible.Text.Name) for each in under(_told(table))]
    assert before != after and any("grade 13" in name for name in after)


def _told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


# Many statements ---------------------------------------------------------------------------------


def many(comparison: Comparison, times: int) -> Comparison:
    """Return a comparison with each of its statements so many times over."""

    def other(statement: Statement | None, number: int) -> Statement | None:
        return statement and replace(statement, id=f"{statement.id}-{number}")

    def copies(change: Change) -> list[Change]:
        return [
            replace(change, before=other(change.before, n), after=other(change.after, n))
            for n in range(times)
        ]

    def longer(dimension: DimensionChange) -> DimensionChange:
        changes = [copy for change in dimension.changes for copy in copies(change)]
        return replace(dimension, changes=tuple(changes))

    steps = [
        replace(step, dimensions=tuple(longer(each) for each in step.dimensions))
        for step in comparison.steps
    ]
    return replace(comparison, steps=tuple(steps))


def made(table: ComparisonTable) -> int:
    """Return of how many lines the cells are made."""
    return sum(bool(line._cells) for line in table.lines)


def test_ten_thousand_statements_are_laid_out_as_they_are_seen(comparing: Driver) -> None:
    page, table = comparing.window.page("compare"), table_of(comparing)
    whole = many(comparing.window.session.comparison(), 240)
    table.show_comparison(
        whole, comparing.window.session.library, only_changes=False, hidden=frozenset()
    )
    page.on_top.see()
    comparing.settle()
    count = len(table.lines)
    assert count > 10_000 and made(table) < 60
    bar = page._scroll.verticalScrollBar()
    begin = time.process_time()
    for place in range(20):
        bar.setValue(bar.maximum() * place // 20)
        comparing.settle()
    assert (time.process_time() - begin) / 20 < 0.1
    assert made(table) < 60 * 21
    assert len(page.findChildren(QWidget)) < 300


def test_what_is_read_stays_in_place_while_one_scrolls_up(comparing: Driver) -> None:
    page, table = comparing.window.page("compare"), table_of(comparing)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    comparing.settle()
    for _step in range(12):
        line = next(
            piece.over
            for piece in seen(page, table)
            if isinstance(piece, StatementCell) and piece.over is not None
        )
        before = comparing.top_in(line, page._scroll)
        bar.setValue(bar.value() - 100)
        comparing.settle()
        assert comparing.top_in(line, page._scroll) == before + 100


def seen(page: QWidget, table: ComparisonTable) -> list[PaintedPiece]:
    place = table.visibleRegion().boundingRect()
    return list(table.pieces_in(place.top(), place.bottom()))


def test_the_keyboard_goes_round_the_sheet_once(comparing: Driver) -> None:
    stops = []
    for _step in range(80):
        comparing.press("Tab")
        stops.append(QApplication.focusWidget())
    assert table_of(comparing) in stops
    assert stops.index(table_of(comparing)) + 1 < len(stops)
    following = stops[stops.index(table_of(comparing)) + 1]
    assert following is not table_of(comparing)
