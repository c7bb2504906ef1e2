"""Reading what changes, and what does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from driver import Driver, words_of
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.painted_piece import place_on


def test_every_statement_of_both_grades_is_shown(comparing: Driver) -> None:
    library = comparing.window.session.library
    for column, node in ((0, "ict-11"), (2, "ict-12")):
        shown = set(words_of(comparing.rows(), column))
        stated = {s.text for s in library.statements_of(node)}
        assert len(stated) > 5
        assert stated <= shown


def test_each_dimension_has_its_sentence(comparing: Driver) -> None:
    names = [line.accessibleName() for line in comparing.window.page("compare").summary.lines]
    assert any("Health and safety does not change from grade 11 to grade 12." in n for n in names)
    assert any(name.startswith("People management: More is asked at") for name in names)


def test_what_is_new_has_nothing_beside_it_in_words(comparing: Driver) -> None:
    new = [row for row in comparing.rows() if row[1] == "new"]
    assert new and all(row[0] == "Not in grade 11" for row in new)


def test_the_count_is_that_of_the_lines(comparing: Driver) -> None:
    lines = comparing.lines
    changing = sum(line.is_change for line in lines)
    assert (
        comparing.window.page("compare")
        .head.under.text()
        .startswith(f"{changing} of {len(lines)} statements change")
    )


def test_only_what_changes_hides_the_rest_and_says_so(comparing: Driver) -> None:
    comparing.click("Only what changes")
    assert all(line.is_change for line in comparing.lines)
    assert not comparing.rows("health-and-safety")
    assert (
        "because nothing changes: Health and safety" in comparing.window.page("compare")._end.text()
    )
    assert comparing.action("View", "Only what changes").isChecked()
    comparing.click("Only what changes")
    assert comparing.rows("health-and-safety")


def test_a_dimension_can_be_hidden_but_not_the_last(comparing: Driver) -> None:
    menu = comparing.window.page("compare")._menu
    menu.refresh()
    ticks = [action for action in menu.actions() if action.isCheckable()]
    for action in ticks[1:]:
        action.trigger()
    comparing.settle()
    assert {line.dimension.id for line in comparing.lines} == {ticks[0].data()}
    assert not ticks[0].isEnabled()
    next(action for action in menu.actions() if action.text() == "Show all").trigger()
    comparing.settle()
    assert len({line.dimension.id for line in comparing.lines}) == len(ticks)


def test_swapping_turns_raised_into_eased(comparing: Driver) -> None:
    assert comparing.rows("people-management")[0][1] == "more asked"
    comparing.click("Swap the two columns")
    assert comparing.title == "What changes from grade 12 to grade 11"
    assert comparing.rows("people-management")[0][1] == "less asked"


def test_columns_are_added_up_to_four_and_removed(comparing: Driver) -> None:
    comparing.click("Add a column")
    comparing.click("Add a column")
    assert comparing.window.session.chosen == ("ict-11", "ict-12", "ict-13", "ict-14")
    assert not comparing.find(QPushButton, "Add a column").isEnabled()
    assert all(len(row) == 7 for row in comparing.rows())
    comparing.click("Remove column 2")
    assert comparing.window.session.chosen == ("ict-11", "ict-13", "ict-14")


def test_a_column_is_changed_in_its_head(comparing: Driver) -> None:
    comparing.choose("Column 2: grade or role", "Head of Technology")
    assert comparing.window.session.chosen == ("ict-11", "head-of-technology")
    assert (
        comparing.title == "What matches between grade 11 and Head of Technology, and what does not"
    )


def test_choosing_the_other_columns_node_swaps_them(comparing: Driver) -> None:
    comparing.choose("Column 1: grade or role", "Grade 12")
    assert comparing.window.session.chosen == ("ict-12", "ict-11")


def test_a_document_that_is_silent_says_so(comparing: Driver) -> None:
    library = comparing.window.session.library
    comparing.window.session.choose(["ict-14", "head-of-technology"])
    comparing.settle()
    silent = {
        line.dimension.id
        for line in comparing.lines
        if not library.statements_of("ict-14", line.dimension.id)
    }
    assert silent
    for dimension in silent:
        assert comparing.rows(dimension)[0][0] == "Nothing on this subject"


def test_n_and_p_walk_through_the_changes(comparing: Driver) -> None:
    changing = [line for line in comparing.lines if line.is_change]
    visited = []
    for _each in changing:
        comparing.press("N")
        visited.append(comparing.line_at)
    assert visited == changing
    comparing.press("N")
    assert comparing.status == "That was the last change."
    comparing.press("P")
    assert comparing.line_at is changing[-2]


def test_the_cell_one_walks_to_is_in_sight(comparing: Driver) -> None:
    page = comparing.window.page("compare")
    for _each in range(12):
        comparing.press("N")
        top = comparing.top_in(comparing.at, page._scroll)
        assert page.on_top.bar.height_wanted() <= top < page._scroll.viewport().height() - 20


def test_the_subject_stays_on_top_while_its_lines_scroll(comparing: Driver) -> None:
    page = comparing.window.page("compare")
    page.go_to_dimension("people-management")
    comparing.settle()
    bar = page._scroll.verticalScrollBar()
    line = comparing.line_at
    bar.setValue(bar.value() + comparing.top_in(line, page._scroll) + line.rect.height() - 60)
    assert page.on_top.bar.isVisible() and page.on_top.bar.subject == "People management"
    assert page.on_top.bar.accessibleName() == "People management. Grade 11 to Grade 12"


def test_each_column_says_what_its_grade_is_for(comparing: Driver) -> None:
    purposes = [head.purpose.whole for head in comparing.window.page("compare").heads._heads]
    library = comparing.window.session.library
    assert purposes == [
        library.statements_of(node, "purpose")[0].text for node in ("ict-11", "ict-12")
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_what_makes_the_step_is_on_the_first_screen(comparing: Driver, scale: float) -> None:
    comparing.window.resize(1280, 720)
    comparing.window.window_actions.set_theme(comparing.window.theme.scaled(scale))
    comparing.settle()
    page = comparing.window.page("compare")
    top = page.first.mapTo(page._scroll.viewport(), page.first.rect().topLeft()).y()
    assert top < page._scroll.viewport().height() * (0.35 if scale < 1.5 else 0.9)
    edge = page.on_top.strip.geometry().left()
    for box in page.heads._heads:
        assert box.mapTo(page._scroll.viewport(), box.rect().topRight()).x() < edge


def test_arrows_walk_from_cell_to_cell(comparing: Driver) -> None:
    comparing.press("N")
    first = comparing.at
    comparing.press("Left")
    left = comparing.at
    assert left.over is first.over and left is not first
    comparing.press("Down", "Up")
    assert comparing.at is left
    comparing.press("End")
    assert comparing.line_at is comparing.lines[-1]
    comparing.press("Home")
    assert comparing.line_at is comparing.lines[0]


def test_enter_shows_the_source_and_enter_hides_it(comparing: Driver) -> None:
    comparing.press("N")
    cell = comparing.at
    height = cell.rect.height()
    comparing.press("Return")
    assert cell.source_shown and cell.content.notes[0].startswith("Source: ICT Family")
    taller = comparing.line_at.rect.height()
    assert taller >= height
    comparing.press("Return")
    assert not cell.source_shown


def test_a_statement_is_copied_with_and_without_its_source(comparing: Driver) -> None:
    comparing.press("N")
    comparing.press("Ctrl+C")
    assert comparing.clipboard == comparing.at.text_shown
    comparing.menu("Edit", "Copy statement with its source")
    assert comparing.at.content.statement is not None
    assert comparing.at.content.statement.source.text in comparing.clipboard


def test_a_line_is_read_aloud_whole_and_once(comparing: Driver) -> None:
    for line in comparing.lines:
        beside = [line.name, *(reason.name for reason in line.reasons)]
        for cell in line.cells:
            assert cell.text_shown in cell.name
            assert not any(cell.text_shown in words for words in beside)
    line = next(line for line in comparing.lines if line.dimension.id == "people-management")
    assert line.name == "Line 1 of 1"
    assert line.cells[0].name.startswith("People management, more asked: ")
    assert f"Grade 11: {line.cells[0].text_shown}" in line.cells[0].name
    assert f"Grade 12: {line.cells[1].text_shown}" in line.cells[1].name


def test_every_cell_has_a_name(comparing: Driver) -> None:
    assert comparing.lines
    for line in comparing.lines:
        assert line.cells
        for cell in line.cells:
            assert cell.text_shown in cell.name
            assert line.dimension.title in cell.name


def test_a_summary_line_leads_to_its_dimension(comparing: Driver) -> None:
    summary = comparing.window.page("compare").summary
    line = next(line for line in summary.lines if line.dimension_id == "risk")
    line.setFocus()
    comparing.press("Return")
    parent = comparing.line_at
    assert parent in [line for line in comparing.lines if line.dimension.id == "risk"]


def test_one_key_goes_up_and_down_the_ladder(comparing: Driver) -> None:
    comparing.press("Ctrl+Up")
    assert comparing.window.session.chosen == ("ict-12", "ict-13")
    comparing.press("Ctrl+Down", "Ctrl+Down")
    assert comparing.window.session.chosen == ("ict-10", "ict-11")


def test_back_and_forward_go_through_where_one_was(comparing: Driver) -> None:
    comparing.press("Ctrl+Up")
    comparing.press("Alt+Left")
    assert comparing.window.session.chosen == ("ict-11", "ict-12")
    comparing.press("Alt+Left")
    assert comparing.window.session.page == "map"
    comparing.press("Alt+Right", "Alt+Right")
    assert comparing.window.session.chosen == ("ict-12", "ict-13")


def test_word_marks_can_be_switched_off(comparing: Driver) -> None:
    comparing.menu("View", "Word marks")
    assert {cell.sheet.marked for line in comparing.lines for cell in line.cells} == {False}
    comparing.menu("View", "Word marks")
    assert {cell.sheet.marked for line in comparing.lines for cell in line.cells} == {True}


def test_letters_in_a_box_are_no_commands(comparing: Driver) -> None:
    box = comparing.find(ChoiceBox, "Column 1: grade or role")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    comparing.press("N")
    assert QApplication.focusWidget() is box


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1280, 720), (800, 600)])
@pytest.mark.parametrize("nodes", [2, 3, 4])
def test_nothing_is_cut_off(
    comparing: Driver, scale: float, size: tuple[int, int], nodes: int
) -> None:
    comparing.window.session.choose(["ict-9", "ict-11", "ict-12", "head-of-technology"][:nodes])
    comparing.window.resize(*size)
    comparing.window.window_actions.set_theme(comparing.window.theme.scaled(scale))
    comparing.settle()
    page = comparing.window.page("compare")
    room = page._scroll.viewport().width()
    assert page._content.width() <= room
    for line in comparing.lines:
        for cell in line.cells:
            assert cell.rect.height() >= cell.height_for(cell.rect.width()) - 1
            assert place_on(cell, page._content).right() <= room
    for button in page.head.buttons.findChildren(QPushButton):
        if button.isHidden():
            continue
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(page._content, button.rect().topRight()).x() <= room


def test_lines_are_no_longer_than_can_be_read(comparing: Driver) -> None:
    comparing.window.resize(2400, 900)
    comparing.settle()
    cell = comparing.lines[0].cells[0]
    assert cell.rect.width() <= 45 * comparing.window.theme.text_px()


def test_where_nothing_is_chosen_the_page_says_what_to_do(opened: Driver) -> None:
    opened.press("Ctrl+2")
    assert opened.find(ChoiceBox, "Where are you now?")
    assert not opened.action("File", "Export").isEnabled()


def test_text_is_never_taken_for_markup(comparing: Driver) -> None:
    cells = comparing.cells
    assert any("&" in cell.text_shown for cell in cells), "the document has an ampersand"
    assert not any("&amp;" in cell.text_shown for cell in cells)


def test_what_was_read_before_leaves_nothing_behind_when_something_else_is_compared(
    opened: Driver,
) -> None:
    session, page = opened.window.session, opened.window.page("compare")
    session.compare(["ict-11", "ict-12"])
    opened.settle()
    page.go_to_dimension("people-management")
    session.visit("ladder")
    session.choose(["ict-7", "ict-12"])
    session.compare(["ict-11", "ict-12"])
    opened.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.table.at in [cell for line in page.table.lines for cell in line.cells]
    assert not page.table.is_begun
    opened.menu("View", "Dark")
    assert opened.title == "What changes from grade 11 to grade 12"
