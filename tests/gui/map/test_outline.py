from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from drawing import ladder, of_no_file
from driver import Driver
from map_driver import line_of
from pathways.gui.map.folds import Folds
from pathways.gui.map.outline import MapOutline
from pathways.gui.map.outline_model import COLUMNS, OutlineModel
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import LIGHT
from pathways.workspace.workspace import Workspace


@pytest.fixture
def session() -> Session:
    return Session(Workspace.of(ladder("6-7-8", "8~head", "level1-level2")))


@pytest.fixture
def folds(session: Session) -> Folds:
    return Folds(session.library)


@pytest.fixture
def model(session: Session, folds: Folds) -> OutlineModel:
    def toggle(node: str) -> bool:
        session.toggle(node)
        return True

    return OutlineModel(session, folds, toggle)


@pytest.fixture
def outline(session: Session, folds: Folds, qtbot: QtBot) -> Iterator[MapOutline]:
    def toggle(node: str) -> bool:
        session.toggle(node)
        return True

    outline = MapOutline(session, OutlineModel(session, folds, toggle))
    outline.set_theme(LIGHT)
    qtbot.addWidget(outline)
    outline.show()
    yield outline


def lines(model: OutlineModel) -> list[str]:
    """Return every line as ``title|grade|organisation|chosen|leads to``, those under a framework
    indented.
    """
    found = []
    for row in range(model.rowCount()):
        parent = model.index(row, 0)
        found.append("|".join(cells(model, row, QModelIndex())))
        found += [
            "  " + "|".join(cells(model, child, parent)) for child in range(model.rowCount(parent))
        ]
    return found


def cells(model: OutlineModel, row: int, parent: QModelIndex) -> list[str]:
    return [model.index(row, column, parent).data() for column in range(len(COLUMNS))]


def test_the_outline_keeps_qt_rules_for_models(
    model: OutlineModel, session: Session, qtmodeltester: Any
) -> None:
    qtmodeltester.check(model)
    session.choose(["7", "8"])
    qtmodeltester.check(model)
    session.workspace.take(of_no_file(ladder("8-9")))
    qtmodeltester.check(model)


def test_every_framework_lists_its_nodes_with_the_top_grade_first(model: OutlineModel) -> None:
    assert lines(model) == [
        "Framework 1|3 grades|Organisation 1|||",
        "  Grade 8|8|Organisation 1||Head (suggested)|",
        "  Grade 7|7|Organisation 1||Grade 8|",
        "  Grade 6|6|Organisation 1||Grade 7|",
        "Framework 2||Organisation 2|||",
        "  Head|head|Organisation 2|||",
        "Framework 3|2 levels|Organisation 3|||",
        "  Level2|level2|Organisation 3|||",
        "  Level1|level1|Organisation 3||Level2|",
    ]


def test_a_chosen_node_shows_its_place_in_the_order_of_choice(
    model: OutlineModel, session: Session
) -> None:
    session.choose(["8", "6"])
    assert [model.index_of(node).siblingAtColumn(3).data() for node in ("6", "7", "8")] == [
        "2",
        "",
        "1",
    ]
    ticks = [model.index_of(node).data(Qt.ItemDataRole.CheckStateRole) for node in ("6", "7", "8")]
    assert ticks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_a_screen_reader_hears_where_a_node_is_and_where_it_leads(
    model: OutlineModel, session: Session
) -> None:
    session.choose(["8"])
    spoken = model.index_of("8").data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        spoken == "Grade 8, Framework 1, Organisation 1, chosen, number 1, comes after Grade 7, "
        "leads to Head (suggested)"
    )


def test_the_size_of_a_step_what_it_asks_first_and_what_a_grade_is_for_are_heard(
    opened: Driver,
) -> None:
    pane = opened.window.page("map").map
    pair = ("ict-11", "ict-12")
    opened.qtbot.waitUntil(lambda: line_of(pane.scene, *pair).label == "41 changes")
    pane.show_outline()
    model = pane.outline.outline_model
    index = model.index_of("ict-11")
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for words in (
        "comes after Grade 10 (39 changes)",
        "leads to Grade 12 (41 changes)",
        "first there: more asked, ",
        "what it is for: To provide, inside the ICT Service",
    ):
        assert words in heard
    assert index.siblingAtColumn(4).data() == "Grade 12 (41 changes)"
    assert index.siblingAtColumn(5).data().startswith("To provide, inside the ICT Service")
    opened.window.session.set_current("ict-11")
    assert pane.view.accessibleDescription() == heard, "the map says the same"


def test_ticking_a_line_chooses_its_node_and_unticking_gives_it_up(
    model: OutlineModel, session: Session
) -> None:
    index, tick = model.index_of("7"), Qt.ItemDataRole.CheckStateRole
    assert model.setData(index, Qt.CheckState.Checked.value, tick)
    assert session.chosen == ("7",)
    assert model.setData(index, Qt.CheckState.Checked.value, tick)
    assert session.chosen == ("7",)
    assert model.setData(index, Qt.CheckState.Unchecked.value, tick)
    assert session.chosen == ()


def test_a_framework_cannot_be_ticked(model: OutlineModel, session: Session) -> None:
    index = model.index(0, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert session.chosen == ()


def test_the_outline_follows_the_session_and_the_session_the_outline(
    outline: MapOutline, session: Session, qtbot: QtBot
) -> None:
    session.set_current("7")
    assert outline.currentIndex().data() == "Grade 7"
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert session.current == "6"


def test_space_and_enter_choose_in_the_outline_and_escape_loses_nothing(
    outline: MapOutline, session: Session, qtbot: QtBot
) -> None:
    session.set_current("6")
    qtbot.keyClick(outline, Qt.Key.Key_Space)
    session.set_current("8")
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert session.chosen == ("6", "8")
    qtbot.keyClick(outline, Qt.Key.Key_Space)
    assert session.chosen == ("6",)
    qtbot.keyClick(outline, Qt.Key.Key_Escape)
    assert session.chosen == ("6",)


def test_another_library_opens_every_framework_and_keeps_the_current_line(
    outline: MapOutline, session: Session
) -> None:
    session.set_current("8")
    session.workspace.take(of_no_file(ladder("5-6", "8-9")))
    assert outline.currentIndex().data() == "Grade 8"
    model = outline.outline_model
    assert all(outline.isExpanded(model.index(row, 0)) for row in range(model.rowCount()))
