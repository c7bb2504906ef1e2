"""From a document to a framework: what the review shows, what can be put right, and that nothing
is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget

from driver import Driver, save_as
from import_driver import FAMILY, ImportDriver, document
from pathways.store.framework_file import read_framework

DIMENSIONS_OF = "Dimension"


@pytest.fixture
def on_page(opened: Driver) -> Iterator[ImportDriver]:
    driver = ImportDriver(opened)
    yield driver
    driver.page.worker.session.mark_kept()  # what a test leaves unsaved is not asked about


@pytest.fixture
def review(on_page: ImportDriver, tmp_path: Path) -> ImportDriver:
    on_page.read(document(tmp_path))
    return on_page


# Reading -----------------------------------------------------------------------------------------


def test_the_page_is_reached_by_menu_key_and_rail(opened: Driver) -> None:
    for way in (
        lambda: opened.menu("File", "Import documents"),
        lambda: opened.press("Ctrl+I"),
        lambda: opened.click("Import", opened.window.rail),
    ):
        opened.press("Ctrl+1")
        way()
        assert opened.window.session.page == "import"


def test_the_page_says_what_can_be_read(on_page: ImportDriver) -> None:
    words = " ".join(
        label.text() for label in on_page.page.drop.findChildren(type(on_page.page.notice))
    )
    for ending in (".docx", ".odt", "PDF", ".html", ".md", ".txt", ".csv"):
        assert ending in words


def test_files_are_chosen_with_a_button(on_page: ImportDriver, tmp_path: Path) -> None:
    on_page.driver.when("Choose documents", save_as(document(tmp_path)))
    on_page.driver.click("Choose files")
    assert on_page.page.counts.text().startswith("16 lines: ")
    assert on_page.driver.window.focusWidget() is on_page.page.view


def test_documents_that_are_let_fall_are_imported_and_framework_files_opened(
    on_page: ImportDriver, tmp_path: Path
) -> None:
    own = document(tmp_path, "own.yaml", "id: own")
    on_page.drop(own)
    assert on_page.page.worker.session.review is None
    assert on_page.driver.window.session.workspace.state.paths == (own,)
    on_page.drop(document(tmp_path))
    assert on_page.driver.window.session.workspace.state.paths == (own,)
    assert len(on_page.shown) == 16


def test_a_folder_is_read_with_what_could_not_be_read(
    on_page: ImportDriver, tmp_path: Path
) -> None:
    document(tmp_path)
    (tmp_path / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    on_page.read(tmp_path)
    assert "letter.doc" in on_page.page.notice.text()
    assert on_page.page.notice.isVisible()
    assert len(on_page.shown) == 16
    assert "2 left out" in on_page.page.counts.text()


def test_what_cannot_be_read_is_said_and_the_page_stays_as_it_was(
    on_page: ImportDriver, tmp_path: Path
) -> None:
    on_page.read(document(tmp_path, "empty.txt", ""))
    assert "empty.txt" in on_page.page.notice.text()
    assert on_page.page.drop.isVisible()
    on_page.read(tmp_path / "nowhere.txt")
    assert "nowhere.txt" in on_page.page.notice.text()


def test_documents_are_added_to_those_that_are_there(review: ImportDriver, tmp_path: Path) -> None:
    more = document(
        tmp_path, "more.txt", FAMILY.replace("Grade: ", "Grade: 1").replace("year", "decade")
    )
    review.driver.when("Choose documents", save_as(more))
    review.more("Add documents")
    assert len(review.shown) == 32
    assert {piece.decision.document for piece in review.shown} == {0, 1}
    review.more("Start again with other documents")
    assert review.page.drop.isVisible()


# Looking -----------------------------------------------------------------------------------------


def test_every_line_of_the_source_is_shown(review: ImportDriver) -> None:
    written = [line.strip(" -") for line in FAMILY.split("\n") if line.strip()]
    review.driver.choose("Order of the lines", "Order of the document")
    assert [piece.decision.text.strip(" -") for piece in review.shown] == written
    numbers = [number for number, line in enumerate(FAMILY.split("\n"), 1) if line.strip()]
    assert [piece.decision.line for piece in review.shown] == numbers


def test_doubtful_lines_come_first_or_alone(review: ImportDriver) -> None:
    doubtful = [piece.is_doubtful for piece in review.shown]
    assert doubtful == sorted(doubtful, reverse=True) and any(doubtful) and not all(doubtful)
    review.driver.choose("Order of the lines", "Only doubtful lines")
    assert len(review.shown) == sum(doubtful)
    assert all(piece.is_doubtful for piece in review.shown)
    assert f"{sum(doubtful)} lines to check" in review.page.counts.text()


def test_lines_are_found_by_their_words(review: ImportDriver) -> None:
    review.page.words.setFocus()
    QTest.keyClicks(review.page.words, "tidy plan")
    QTest.keyClick(review.page.words, Qt.Key.Key_Return)
    assert [piece.decision.text for piece in review.shown] == ["Tidy the plan room"] * 2
    assert review.page.found.text() == "2 lines shown"
    assert review.page.view.hasFocus()
    review.page.words.setText("grade 5")
    QTest.keyClick(review.page.words, Qt.Key.Key_Return)
    assert "Lead a small team of planners" in [piece.decision.text for piece in review.shown]


def test_a_line_that_is_clicked_is_told_in_full(review: ImportDriver) -> None:
    review.click_line("Lead a small")
    assert review.page.piece.text.toPlainText() == "Lead a small team of planners"
    assert review.page.piece.head.text() == "Line 20 of family.txt"
    assert "Grade 5" in review.page.piece.became.text()
    assert "“Main Duties" in review.page.piece.became.text()
    assert review.page.piece.why.text().startswith("sure: ")


# Putting right -----------------------------------------------------------------------------------


def test_lines_are_given_to_other_grades_by_key_several_at_once(review: ImportDriver) -> None:
    review.choose("Help the team", "Lead a small")
    review.when_asked("Grades or roles", "", ticked=("Grade 6", "Grade 5"))
    review.press("G")
    assert review.line("Help the team") == "statement · Grades 5 and 6 · Accountabilities"
    assert review.line("Lead a small") == "statement · Grades 5 and 6 · Accountabilities"
    assert review.driver.status == "Done for 2 lines: other grades or roles."
    review.twice_back_and_forth(review.statements)


def test_a_line_is_given_another_dimension_from_the_panel(review: ImportDriver) -> None:
    review.choose("Lead a small")
    review.when_asked(DIMENSIONS_OF, "people man")
    review.driver.click("Dimension", review.page.piece)
    assert review.line("Lead a small") == "statement · Grade 5 · People management"
    review.twice_back_and_forth(review.statements)


def test_a_dimension_that_nobody_knows_can_be_named(review: ImportDriver, tmp_path: Path) -> None:
    review.choose("Drive to")
    review.when_asked(DIMENSIONS_OF, "Site visits")
    review.press("D")
    assert review.line("Drive to") == "statement · Grade 5 · Site visits"
    path = tmp_path / "own.yaml"
    review.driver.when("Save the framework", save_as(path))
    review.driver.click("Save the framework")
    assert review.driver.window.session.workspace.mistakes == ()


def test_lines_are_left_out_with_a_reason_and_brought_back(review: ImportDriver) -> None:
    review.choose("Drive to", "Tidy the")
    review.when_leaving_out("out of date")
    review.press("Del")
    assert review.line("Drive to") == "left out"
    assert [item.why for item in review.page.worker.session.result.left_out].count(
        "out of date"
    ) == 2
    review.twice_back_and_forth(review.statements)
    review.choose("Drive to")
    review.press("B")
    assert review.line("Drive to").startswith("statement · Grade 5")
    review.twice_back_and_forth(review.statements)


def test_a_line_becomes_a_heading_and_a_statement_again(review: ImportDriver) -> None:
    review.choose("Tidy the")
    review.when_asked(DIMENSIONS_OF, "Delivery")
    review.press("H")
    assert review.line("Tidy the").startswith("heading · ")
    review.twice_back_and_forth(lambda: review.line("Tidy the"))
    review.press("Ctrl+Z")
    assert review.line("Tidy the").startswith("statement")
    review.choose("Page 1")
    review.driver.click("Make it a statement", review.page.piece)
    assert review.line("Page 1").startswith("statement · Grade 4")


def test_a_line_is_split_where_the_cursor_is(review: ImportDriver) -> None:
    def cut(dialog: object) -> None:
        text = dialog.text  # type: ignore[attr-defined]
        cursor = text.textCursor()
        cursor.setPosition(text.toPlainText().index("log") + 1)
        text.setTextCursor(cursor)
        QTest.keyClicks(text, "letters are not taken")
        QTest.keyClick(text, Qt.Key.Key_Return)
        review.driver.click("Split", dialog)  # type: ignore[arg-type]

    review.choose("Help the team")
    review.driver.when("Split", cut)
    review.press("S")
    texts = [text for text, _nodes, _dimension in review.statements()]
    assert texts[:2] == ["Help the team with its plans and", "log what comes in"]
    review.twice_back_and_forth(review.statements)


def test_two_lines_are_joined(review: ImportDriver) -> None:
    review.choose("Help the team")
    review.press("J")
    assert (
        review.statements()[0][0]
        == "Help the team with its plans and log what comes in Tidy the plan room"
    )
    review.twice_back_and_forth(review.statements)


def test_corrections_are_made_from_the_menu_of_the_list(review: ImportDriver) -> None:
    review.choose("Page 1")

    def pick() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered.extend(
            action.text().replace("&", "") for action in menu.actions() if action.isEnabled()
        )
        action = next(
            action for action in menu.actions() if action.text() == "Make it a &statement"
        )
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    offered: list[str] = []
    QTimer.singleShot(0, pick)
    review.page.view.customContextMenuRequested.emit(QPoint(40, 40))
    review.driver.settle()
    assert offered == [
        "Make it a heading…",
        "A grade or role begins here…",
        "Make it a statement",
        "Split…",
        "Join with the next line",
    ]
    assert review.line("Page 1").startswith("statement · Grade 4")
    review.twice_back_and_forth(review.statements)


def test_what_is_right_is_no_longer_doubtful_and_the_next_one_takes_its_place(
    review: ImportDriver,
) -> None:
    first, second = [piece.decision.text for piece in review.shown][:2]
    review.page.view.choose_rows([0])
    review.page.view.setFocus()
    review.press("R")
    assert review.chosen != [first]
    assert not next(piece for piece in review.shown if piece.decision.text == first).is_doubtful
    review.twice_back_and_forth(lambda: [piece.is_doubtful for piece in review.shown])
    assert second in [piece.decision.text for piece in review.shown]


def test_a_correction_that_changes_nothing_is_no_step(review: ImportDriver) -> None:
    review.choose("Tidy the plan")
    for _time in range(2):
        review.when_asked(DIMENSIONS_OF, "Delivery")
        review.press("D")
    assert len(review.page.worker.session.history._done) == 1
    assert review.driver.status == "That changes nothing here."
    review.driver.when("Grades or roles", lambda dialog: dialog.reject())
    review.press("G")
    assert len(review.page.worker.session.history._done) == 1


def test_only_what_makes_sense_is_offered(review: ImportDriver) -> None:
    buttons = review.page.piece.buttons
    review.choose("Planning family")
    assert not buttons["grades"].isEnabled() and not buttons["dimension"].isEnabled()
    assert buttons["begin_role"].isEnabled() and buttons["leave_out"].isEnabled()
    review.choose("Lead a small", "Drive to")
    assert buttons["grades"].isEnabled() and buttons["leave_out"].isEnabled()
    assert not buttons["split"].isEnabled() and not buttons["heading"].isEnabled()


def test_undo_names_the_step_and_belongs_to_the_page(review: ImportDriver) -> None:
    assert not review.driver.action("Edit", "Undo").isEnabled()
    review.choose("Help the team")
    review.press("J")
    assert review.menu_words("Undo") == "Undo: joining"
    review.press("Ctrl+1")
    assert not review.driver.action("Edit", review.menu_words("Undo")).isEnabled()
    review.press("Ctrl+I")
    review.driver.menu("Edit", "Undo: joining")
    assert review.menu_words("Redo") == "Redo: joining"


def test_leaving_everything_out_is_refused_with_a_sentence(
    review: ImportDriver, tmp_path: Path
) -> None:
    review.read(document(tmp_path, text=FAMILY.replace("\n\nand judge", " and judge")))
    before = review.statements()
    review.page.view.selectAll()
    review.when_leaving_out("no use")
    review.press("Del")
    assert "No statements were found" in review.driver.status
    assert review.statements() == before
    assert not review.page.worker.session.undo_words


# The framework -----------------------------------------------------------------------------------


def test_title_organisation_and_order_are_corrections_too(review: ImportDriver) -> None:
    panel = review.page.framework
    names = [panel.tree.topLevelItem(row).text(0) for row in range(3)]
    assert names == ["Grade 6", "Grade 5", "Grade 4"]
    for field, words in ((panel.title, "Planners"), (panel.organisation, "Northtown Council")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
    framework = review.page.worker.session.result.framework
    assert (framework.title, framework.organisation) == ("Planners", "Northtown Council")
    review.page.view.setFocus()
    review.twice_back_and_forth(lambda: review.page.worker.session.result.framework.organisation)
    panel.tree.clearSelection()
    panel.tree.topLevelItem(0).setSelected(True)
    review.driver.click("Move down", panel)
    assert [node.grade for node in review.page.worker.session.result.framework.nodes] == [
        "4",
        "6",
        "5",
    ]
    assert panel.tree.currentItem().text(0) == "Grade 6"
    review.twice_back_and_forth(
        lambda: [node.id for node in review.page.worker.session.result.framework.nodes]
    )
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [node.grade for node in review.page.worker.session.result.framework.nodes] == [
        "4",
        "5",
        "6",
    ]


def test_it_can_be_tried_without_being_saved_and_put_away(review: ImportDriver) -> None:
    window = review.driver.window
    before = [framework.id for framework in window.session.library.frameworks]
    review.driver.click("Try it")
    assert window.session.page == "map"
    assert [framework.id for framework in window.session.library.frameworks][
        -1
    ] == "planning-family"
    assert window.session.current == "planning-family-4"
    assert "not saved" in review.driver.status
    review.press("Ctrl+I")
    review.driver.click("Close preview")
    assert [framework.id for framework in window.session.library.frameworks] == before


def test_the_framework_is_saved_opened_and_shown_on_the_map(
    review: ImportDriver, tmp_path: Path
) -> None:
    path = tmp_path / "out.yaml"
    review.driver.when("Save the framework", save_as(tmp_path / "out"))
    review.driver.click("Save the framework")
    window = review.driver.window
    assert window.session.page == "map"
    assert window.session.current == "planning-family-4"
    assert str(path) in review.driver.status
    known = [dimension.id for dimension in window.session.library.shared_dimensions]
    assert read_framework(path, known) == review.page.worker.session.result.framework
    assert "# Imported from family.txt, word for word." in path.read_text("utf-8")


def test_overwriting_asks_and_statements_keep_their_ids(
    review: ImportDriver, tmp_path: Path
) -> None:
    path = tmp_path / "out.yaml"
    review.driver.when("Save the framework", save_as(path))
    review.driver.click("Save the framework")
    review.press("Ctrl+I")
    review.choose("Help the team")
    review.when_leaving_out("out of date")
    review.press("Del")
    asked: list[str] = []

    def again(answer: QMessageBox.StandardButton) -> None:
        def save(dialog: QFileDialog) -> None:
            from PySide6.QtWidgets import QApplication

            def reply() -> None:
                box = QApplication.activeModalWidget()
                assert isinstance(box, QMessageBox)
                asked.append(box.text())
                box.button(answer).click()

            QTimer.singleShot(0, reply)
            save_as(path)(dialog)

        review.driver.when("Save the framework", save)
        review.driver.click("Save the framework")

    before = path.read_text("utf-8")
    again(QMessageBox.StandardButton.No)
    assert path.read_text("utf-8") == before and len(asked) == 1 and "out.yaml" in asked[0]
    again(QMessageBox.StandardButton.Yes)
    known = [dimension.id for dimension in review.driver.window.session.library.shared_dimensions]
    kept = {statement.text: statement.id for statement in read_framework(path, known).statements}
    assert kept["Tidy the plan room"].endswith(".2")
    assert "Help the team with its plans and log what comes in" not in kept


def test_corrections_are_kept_as_a_mapping_and_used_again(
    review: ImportDriver, tmp_path: Path
) -> None:
    review.choose("Help the team")
    review.press("J")
    corrected = review.statements()
    path = tmp_path / "kept.yaml"
    review.driver.when("Keep the corrections", save_as(path))
    review.more("Keep these corrections")
    assert "joins:" in path.read_text("utf-8")
    review.read(document(tmp_path))
    assert review.statements() != corrected
    review.driver.when("Use kept corrections", save_as(path))
    review.more("Use kept corrections")
    assert review.statements() == corrected
    review.twice_back_and_forth(review.statements)


def test_a_mapping_with_a_mistake_is_refused_with_its_place(
    review: ImportDriver, tmp_path: Path
) -> None:
    path = document(tmp_path, "wrong.yaml", "headings:\n  - {heading: Travel, dimensions: risk}\n")
    seen: list[str] = []
    review.driver.when("Use kept corrections", save_as(path))
    review.driver.when(
        "The corrections could not be used",
        lambda dialog: (review.driver.click("Copy", dialog), seen.append(review.driver.clipboard)),
    )
    review.more("Use kept corrections")
    assert "line 2" in seen[0]
    assert not review.page.worker.session.undo_words


def test_the_report_tells_what_became_of_each_line(review: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    review.driver.when("Save the report", save_as(path))
    review.more("Report of what was left out and doubtful")
    words = " ".join(path.read_text("utf-8").split())
    for line in FAMILY.split("\n"):
        assert line.strip(" -")[:90] in words
    assert "Left out --" in words and "a page number" in words


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    review: ImportDriver, tmp_path: Path
) -> None:
    (tmp_path / "folder.yaml").mkdir()
    seen: list[str] = []
    review.page.outcome._keeping._ask_name = lambda *_words: tmp_path / "folder.yaml"  # type: ignore[method-assign]
    review.driver.when("The framework could not be saved", lambda dialog: seen.append("told"))
    review.driver.click("Save the framework")
    assert seen == ["told"]
    assert review.driver.window.session.page == "import"


def test_unsaved_corrections_are_asked_about(review: ImportDriver, tmp_path: Path) -> None:
    review.choose("Help the team")
    review.press("J")
    review.driver.when(
        "The import is not saved", lambda dialog: review.driver.click("Stay here", dialog)
    )
    review.driver.window.close()
    assert review.driver.window.isVisible()
    assert len(review.page.worker.session.history._done) == 1
    review.driver.when(
        "The import is not saved",
        lambda dialog: review.driver.click("Drop the corrections", dialog),
    )
    review.more("Start again with other documents")
    assert review.page.drop.isVisible()


# Tables ------------------------------------------------------------------------------------------


def test_the_columns_of_a_table_are_matched_by_hand(on_page: ImportDriver, tmp_path: Path) -> None:
    table = "Rung,Field,Wanted\n1,Risk,Reports risks\n2,Risk,Owns risks\n1,Finance,Keeps receipts\n2,Finance,Plans it\n"
    on_page.read(document(tmp_path, "table.csv", table))

    def match(dialog: object) -> None:
        for heading, holds in (("Rung", "level"), ("Field", "dimension"), ("Wanted", "text")):
            box = dialog.boxes[heading]  # type: ignore[attr-defined]
            box.setCurrentIndex(box.findData(holds))
        on_page.driver.click("Apply", dialog)  # type: ignore[arg-type]

    on_page.driver.when("What the columns hold", match)
    if on_page.page.worker.session.review is None:
        on_page.driver.click("What the columns hold")
    else:
        on_page.more("What the columns hold")
    texts = {text: dimension for text, _nodes, dimension in on_page.statements()}
    assert texts == {
        "Reports risks": "risk",
        "Owns risks": "risk",
        "Keeps receipts": "finance",
        "Plans it": "finance",
    }


# Access ------------------------------------------------------------------------------------------


def test_every_control_of_the_review_has_a_name_and_is_reached_by_tab(review: ImportDriver) -> None:
    page = review.page
    review.choose("Plan the year")
    page.words.setFocus()
    found: list[QWidget] = []
    for _step in range(60):
        review.driver.press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
    wanted = [
        page.order,
        page.words,
        page.view,
        page.piece.text,
        page.piece.buttons["grades"],
        page.framework.title,
        page.framework.organisation,
        page.framework.tree,
        page.outcome.save,
        page.outcome.more,
    ]
    assert [widget for widget in wanted if widget not in found] == []
    places = [found.index(widget) for widget in (page.view, page.piece.text, page.framework.title)]
    assert places == sorted(places)
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), type(widget).__name__


def test_a_line_is_read_aloud_with_what_became_of_it(review: ImportDriver) -> None:
    model = review.page.model
    row = next(
        row for row in range(model.rowCount()) if model.piece(row).decision.text.startswith("Lead")
    )
    spoken = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)
    ]
    assert spoken[1:3] == [
        "In the document: Lead a small team of planners",
        "Read as: statement · Grade 5 · Accountabilities",
    ]
    assert spoken[0] == "Line: 20" and spoken[3].startswith("Why: sure: ")


# Look --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 3.0])
def test_every_part_can_be_reached_at_every_size_of_text(
    review: ImportDriver, scale: float
) -> None:
    window = review.driver.window
    window.window_actions.set_theme(window.theme.scaled(scale))
    window.resize(1280, 720)
    review.driver.settle()
    page = review.page
    bar = page._scroll.horizontalScrollBar()
    assert not bar.isVisible(), "the page is wider than the window"
    for widget in (
        page.view,
        page.outcome.save,
        page.piece.buttons["join"],
        page.framework.down,
        page.words,
    ):
        widget.setFocus()
        page._scroll.ensureWidgetVisible(widget)
        page._side.ensureWidgetVisible(widget) if page._side.isAncestorOf(widget) else None
        review.driver.settle()
        assert not widget.visibleRegion().isEmpty()


def test_every_theme_can_be_worn(review: ImportDriver) -> None:
    for name in ("Dark", "High contrast", "Light"):
        review.driver.menu("View", name)
        review.choose("Lead a small")
        assert not review.page.view.grab().isNull()


# What goes wrong ---------------------------------------------------------------------------------


def test_a_folder_is_chosen_with_a_button(on_page: ImportDriver, tmp_path: Path) -> None:
    document(tmp_path)
    on_page.driver.when("Choose a folder of documents", save_as(tmp_path))
    on_page.driver.click("Choose a folder")
    assert len(on_page.shown) == 16


def test_adding_what_cannot_be_read_keeps_what_was_read_and_says_so(
    review: ImportDriver, tmp_path: Path
) -> None:
    review.choose("Help the team")
    review.press("J")
    before = review.statements()
    empty = document(tmp_path, "empty.txt", "")
    review.driver.when("Choose documents", save_as(empty))
    review.more("Add documents")
    assert review.statements() == before
    assert "empty.txt" in review.page.notice.text()
    review.press("Ctrl+Z")
    assert review.statements() != before


def test_corrections_stay_unsaved_when_documents_are_added(
    review: ImportDriver, tmp_path: Path
) -> None:
    review.choose("Help the team")
    review.press("J")
    review.driver.when("Choose documents", save_as(document(tmp_path, "more.txt")))
    review.more("Add documents")
    assert len(review.shown) == 32
    assert "Help the team with its plans and log what comes in Tidy the plan room" in [
        text for text, _nodes, _dimension in review.statements()
    ]
    assert review.page.worker.session.is_unsaved


def test_giving_up_a_question_changes_nothing(review: ImportDriver) -> None:
    before = review.statements()
    review.choose("Lead a small")
    for title, key in (
        ("Dimension", "D"),
        ("Dimension", "H"),
        ("Leave out", "Del"),
        ("Split", "S"),
    ):
        review.driver.when(title, lambda dialog: dialog.reject())
        review.press(key)
    for title, words in (
        ("Use kept corrections", "Use kept corrections"),
        ("Keep the corrections", "Keep these corrections"),
        ("Save the report", "Report of what was left out and doubtful"),
        ("Choose documents", "Add documents"),
    ):
        review.driver.when(title, lambda dialog: dialog.reject())
        review.more(words)
    assert review.statements() == before
    assert not review.page.worker.session.undo_words
