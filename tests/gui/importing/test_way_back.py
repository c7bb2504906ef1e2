"""The way back in the window: tables, roles, families and introductions put right by menu, key and
mouse; each step undone and redone twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from driver import Driver, save_as
from import_driver import ImportDriver, document
from pathways.gui.importing.pieces import doubts_words, pieces_of
from pathways.gui.importing.table_dialog import TableDialog
from pathways.importing.imported import Sure
from pathways.importing.review import Review

GRID = (
    "Area,Basic,Solid\n"
    "Risk,Reports what goes wrong at once,Owns the plan for what may go wrong\n"
    "Finance,Keeps every receipt in order,Plans the money for the year ahead\n"
)
PARKS = (
    "# Parks family\n\nWe look after all parks\n\n## Grade 3\n\n### Duties\n\n- Rakes leaves\n\n"
    "## Grade 4\n\n### Duties\n\n- Plants beds\n\nHead gardener\n\n### Duties\n\n- Plans the year\n"
)


@pytest.fixture
def on_page(opened: Driver) -> Iterator[ImportDriver]:
    driver = ImportDriver(opened)
    yield driver
    driver.page.worker.session.mark_kept()


@pytest.fixture
def parks(on_page: ImportDriver, tmp_path: Path) -> ImportDriver:
    on_page.read(document(tmp_path, "parks.md", PARKS))
    return on_page


def nodes(driver: ImportDriver) -> list[tuple[str, str]]:
    framework = driver.page.worker.session.result.framework
    return [(node.family, node.title) for node in framework.nodes]


def select(driver: ImportDriver, *titles: str) -> None:
    tree = driver.page.framework.tree
    tree.clearSelection()
    for title in titles:
        item = tree.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
        item.setSelected(True)
    tree.setFocus()


def drop(driver: ImportDriver, title: str, at: str) -> None:
    """Let a grade fall just above the middle of another, as the mouse does."""
    tree = driver.page.framework.tree
    select(driver, title)
    found = tree.findItems(at, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    place = tree.visualItemRect(found).center() - QPoint(0, 2)
    data, move = QMimeData(), Qt.DropAction.MoveAction
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(QPointF(place), move, data, left, no_key))
    driver.driver.settle()


def say(holds: str, row: int | None = None, seen: list[str] | None = None) -> Any:
    def do(dialog: TableDialog) -> None:
        dialog.kind.setCurrentIndex(dialog.kind.findData(holds))
        if row is not None:
            dialog.heads.setCurrentIndex(dialog.heads.findData(row))
        if seen is not None:
            seen.append(dialog.outcome.text())
        dialog.done_button.click()

    return do


# Tables ------------------------------------------------------------------------------------------


def test_a_table_is_said_to_be_something_else_by_key(on_page: ImportDriver, tmp_path: Path) -> None:
    on_page.read(document(tmp_path, "grid.csv", GRID))
    assert [title for _family, title in nodes(on_page)] == ["Basic", "Solid"]
    seen: list[str] = []
    on_page.choose("Owns the plan")
    on_page.driver.when("What the table is", say("levels down", seen=seen))
    on_page.press("T")
    assert [title for _family, title in nodes(on_page)] == ["Risk", "Finance"]
    assert seen == ["This gives 4 statements for Risk and Finance."]
    on_page.twice_back_and_forth(lambda: nodes(on_page))
    on_page.choose("Owns the plan")
    on_page.driver.when("What the table is", say(""))
    on_page.driver.click("What the table is", on_page.page.piece)
    assert [title for _family, title in nodes(on_page)] == ["Basic", "Solid"]


def test_the_row_of_the_heads_is_said_and_kept(on_page: ImportDriver, tmp_path: Path) -> None:
    text = "Parks 2026,for staff,and guests\n" + GRID
    on_page.read(document(tmp_path, "grid.csv", text))
    on_page.choose("Owns the plan")
    on_page.driver.when("What the table is", say("levels across", 2))
    on_page.press("T")
    assert [title for _family, title in nodes(on_page)] == ["Basic", "Solid"]
    kept = tmp_path / "kept.yaml"
    on_page.driver.when("Keep the corrections", save_as(kept))
    on_page.more("Keep these corrections")
    on_page.more("Start again with other documents")
    on_page.read(document(tmp_path, "next.csv", text + "Safety,Wears boots at work,Checks boots\n"))
    on_page.driver.when("Use kept corrections", save_as(kept))
    on_page.more("Use kept corrections")
    assert [title for _family, title in nodes(on_page)] == ["Basic", "Solid"]
    assert ("Wears boots at work", ("basic",)) in [s[:2] for s in on_page.statements()]


def test_a_table_is_left_out_and_the_question_can_be_dropped(
    on_page: ImportDriver, tmp_path: Path
) -> None:
    on_page.read(
        document(tmp_path, "more.md", PARKS + "\n| Basic | Solid |\n|--|--|\n| a b | c |\n")
    )
    before = nodes(on_page), on_page.statements()
    on_page.choose("Basic")
    on_page.driver.when("What the table is", lambda dialog: dialog.reject())
    on_page.press("T")
    assert (nodes(on_page), on_page.statements()) == before
    on_page.driver.when("What the table is", say("nothing"))
    on_page.press("T")
    assert on_page.line("Basic") == on_page.line("a b") == "left out"
    on_page.twice_back_and_forth(lambda: on_page.line("a b"))


# Lines -------------------------------------------------------------------------------------------


def test_a_line_begins_a_role_and_is_a_heading_again(parks: ImportDriver) -> None:
    parks.choose("Head gardener")
    parks.when_asked("A grade or role begins here", "")
    parks.press("O")
    assert nodes(parks)[-1] == ("", "Head gardener")
    assert parks.line("Head gardener") == "grade · Head gardener"
    parks.twice_back_and_forth(lambda: nodes(parks))
    parks.choose("Head gardener")
    parks.when_asked("Dimension", "Delivery")
    parks.press("H")
    assert len(nodes(parks)) == 2
    parks.twice_back_and_forth(lambda: nodes(parks))


def test_introduction_is_given_to_grades_and_taken_back(parks: ImportDriver) -> None:
    parks.choose("We look after")
    parks.when_asked("Grades or roles", "", ticked=("Grade 3", "Grade 4"))
    parks.press("G")
    assert parks.line("We look after").startswith("statement · Grades 3 and 4")
    parks.twice_back_and_forth(parks.statements)
    parks.choose("We look after")
    parks.driver.click("Make it introduction", parks.page.piece)
    assert parks.line("We look after") == "introduction"
    parks.twice_back_and_forth(lambda: parks.line("We look after"))


# Grades and roles --------------------------------------------------------------------------------


def test_grades_are_dragged_into_order(parks: ImportDriver) -> None:
    drop(parks, "Grade 3", "Grade 4")
    assert [title for _family, title in nodes(parks)] == ["Grade 4", "Grade 3"]
    parks.page.view.setFocus()
    parks.twice_back_and_forth(lambda: nodes(parks))


def test_grades_are_put_into_families_by_key_and_mouse(parks: ImportDriver) -> None:
    select(parks, "Grade 4")
    parks.when_asked("Job family", "Planters")
    QTest.keyClick(parks.page.framework.tree, Qt.Key.Key_F)
    parks.driver.settle()
    assert set(nodes(parks)) == {("", "Grade 3"), ("Planters", "Grade 4")}
    tree = parks.page.framework.tree
    assert {tree.topLevelItem(row).text(0) for row in range(2)} == {"Without a family", "Planters"}
    drop(parks, "Grade 3", "Planters")
    assert {family for family, _title in nodes(parks)} == {"Planters"}
    parks.page.view.setFocus()
    parks.twice_back_and_forth(lambda: nodes(parks))


def test_the_arrows_lead_from_one_family_into_the_next(parks: ImportDriver) -> None:
    select(parks, "Grade 4")
    parks.when_asked("Job family", "Planters")
    parks.driver.click("Put into a family", parks.page.framework)
    tree = parks.page.framework.tree
    select(parks, "Grade 4")
    above = tree.topLevelItem(0).text(0) == "Planters"
    key = Qt.Key.Key_Down if above else Qt.Key.Key_Up
    QTest.keyClick(tree, key, Qt.KeyboardModifier.AltModifier)
    parks.driver.settle()
    assert {family for family, _title in nodes(parks)} == {""}
    assert tree.chosen() == ["parks-family-4"]


def test_two_that_are_one_are_put_together(parks: ImportDriver) -> None:
    select(parks, "Grade 3", "Grade 4")
    parks.when_asked("They are one", "Grade 4")
    QTest.keyClick(parks.page.framework.tree, Qt.Key.Key_M)
    parks.driver.settle()
    assert [title for _family, title in nodes(parks)] == ["Grade 4"]
    parks.page.view.setFocus()
    parks.twice_back_and_forth(lambda: nodes(parks))


def test_a_question_about_the_whole_is_answered(parks: ImportDriver) -> None:
    panel = parks.page.framework
    first = panel.doubts.item(0).text()
    count = panel.doubts.count()
    assert f"{count} question" in parks.page.counts.text()
    parks.driver.click("That is right", panel)
    assert panel.doubts.count() == count - 1
    assert first not in [panel.doubts.item(row).text() for row in range(panel.doubts.count())]
    parks.page.view.setFocus()
    parks.twice_back_and_forth(panel.doubts.count)


# Words -------------------------------------------------------------------------------------------


def test_nothing_doubtful_is_said_only_where_nothing_was_guessed(parks: ImportDriver) -> None:
    review = parks.page.worker.session.review
    assert isinstance(review, Review)
    pieces, general = pieces_of(review)
    assert general and "question" in doubts_words(pieces, general)
    sure = [piece for piece in pieces if piece.rank == 2]
    assert sure and doubts_words(sure, ()) == "nothing doubtful"
    decision = msgspec.structs.replace(sure[0].decision, sure=Sure.LIKELY)
    likely = msgspec.structs.replace(sure[0], decision=decision)
    assert "1 line is only likely" in doubts_words([*sure, likely], ())


def test_no_word_of_the_programmers_is_in_the_window(parks: ImportDriver) -> None:
    parks.choose("We look after")
    words = []
    for widget in parks.page.findChildren(QWidget):
        for name in ("text", "placeholderText", "toolTip", "accessibleName", "title"):
            value = getattr(widget, name, None)
            words.append(str(value()) if callable(value) else "")
    menu = parks.page.outcome.more.menu()
    words += [
        action.text() for action in (*menu.actions(), *parks.page.correcting.actions.values())
    ]
    said = " ".join(words).replace("Key in the list", "").casefold()
    assert [word for word in ("mapping", "metadata", " node") if word in said] == []


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_question_about_a_table_fits_the_screen(
    on_page: ImportDriver, tmp_path: Path, scale: float
) -> None:
    on_page.read(document(tmp_path, "grid.csv", GRID))
    window = on_page.driver.window
    window.window_actions.set_theme(window.theme.scaled(scale))
    found: list[QPoint] = []

    def look(dialog: TableDialog) -> None:
        screen = QApplication.primaryScreen().availableGeometry()
        assert dialog.width() <= screen.width() and dialog.height() <= screen.height()
        found.append(dialog.done_button.mapTo(dialog, dialog.done_button.rect().bottomRight()))
        assert dialog.rect().contains(found[0])
        dialog.reject()

    on_page.choose("Owns the plan")
    on_page.driver.when("What the table is", look)
    on_page.press("T")
    assert found
