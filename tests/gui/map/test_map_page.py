from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from drawing import ladder, of_no_file
from map_driver import box_of, line_of, lines_of
from pathways.graph.layout.measures import READABLE
from pathways.gui.map.map_pane import MapPane
from pathways.gui.map.step_item import UNKNOWN
from pathways.gui.map.step_style import INDICATIVE, Stroke
from pathways.gui.shell.session import Session
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import DARK, HIGH_CONTRAST, LIGHT
from pathways.model.library import Library
from pathways.workspace.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", extend=True
)  # the offscreen plugin says so at every window

TEXTS = {
    "6": {"purpose": ["To support users."], "risk": ["Report risks to the manager."]},
    "7": {"purpose": ["To support users."], "risk": ["Report risks to the manager."]},
    "8": {
        "purpose": ["To manage a service."],
        "risk": [
            "Manage risks of the service.",
            "Keep a register of hazards.",
            "Train colleagues in safety.",
        ],
    },
}


def library() -> Library:
    return ladder("6-7-8-9-10", "10~head", "level1-level2", texts=TEXTS)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(Workspace.of(library()))


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[MapPane]:
    page = MapPane(session, LIGHT)
    page.setStyleSheet(stylesheet(LIGHT))
    qtbot.addWidget(page)
    page.resize(1040, 620)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    yield page


def press(page: MapPane, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QGuiApplication.focusObject(), key)


def place(page: MapPane, node: str) -> QPoint:
    return page.view.mapFromScene(box_of(page.scene, node).box.center())


def click(
    page: MapPane,
    qtbot: QtBot,
    node: str,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, held, place(page, node))


def numbers(page: MapPane) -> dict[str, int]:
    return {item.node_id: item.number for item in page.scene.node_items if item.number}


# By keyboard -------------------------------------------------------------------------------------


def test_by_keyboard_alone_two_grades_are_found_and_chosen(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    press(page, qtbot, Qt.Key.Key_Up)
    assert session.current == "6", "the keyboard begins at the lowest grade"
    press(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert session.chosen == ("7", "8")
    assert numbers(page) == {"7": 1, "8": 2}


def test_space_gives_up_what_is_chosen_and_escape_loses_nothing(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    session.set_current("6")
    press(page, qtbot, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert session.chosen == ("6",)
    press(page, qtbot, Qt.Key.Key_Escape)
    assert session.chosen == ("6",)


def test_every_node_is_reached_by_arrow_keys(page: MapPane, session: Session, qtbot: QtBot) -> None:
    seen, waiting = set(), ["6"]
    arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
    while waiting:
        here = waiting.pop()
        seen.add(here)
        for arrow in arrows:
            session.set_current(here)
            press(page, qtbot, arrow)
            if session.current not in seen and session.current not in waiting:
                waiting.append(str(session.current))
    assert seen == set(session.library.nodes)


def test_home_and_end_go_to_the_ends_of_the_ladder(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    press(page, qtbot, Qt.Key.Key_Home)
    assert session.current == "10"
    press(page, qtbot, Qt.Key.Key_End)
    assert session.current == "6"


def test_the_current_node_is_always_in_sight_and_ringed(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    page.view.set_zoom(3.0)
    for node in session.library.nodes:
        session.set_current(node)
        item = box_of(page.scene, node)
        assert page.view.viewport().rect().contains(place(page, node)), node
        assert item.ringed and item.current
    page.tools.fit.setFocus()
    item = box_of(page.scene, str(session.current))
    assert item.current and not item.ringed


def test_zoom_follows_the_keys_the_buttons_and_the_wheel(page: MapPane, qtbot: QtBot) -> None:
    press(page, qtbot, Qt.Key.Key_0)
    assert page.view.zoom == 1.0
    press(page, qtbot, Qt.Key.Key_Plus)
    assert page.view.zoom == 1.1
    assert page.tools.zoom.text() == "110 %"
    press(page, qtbot, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert page.view.zoom == 0.9
    qtbot.mouseClick(page.tools.larger, Qt.MouseButton.LeftButton)
    assert page.view.zoom == 1.0
    page.view.set_zoom(2.5)
    page.view.setFocus()
    press(page, qtbot, Qt.Key.Key_F)
    area = page.view.seen(page.scene.sceneRect())
    assert area.width() <= page.view.viewport().width() + 2
    assert area.height() <= page.view.viewport().height() + 2


def test_a_fitted_map_stays_fitted_when_the_window_shrinks(page: MapPane) -> None:
    page.resize(1040, 620)
    page.view.fit()
    page.resize(700, 420)
    area = page.view.seen(page.scene.sceneRect())
    assert area.width() <= page.view.viewport().width() + 2
    assert area.height() <= page.view.viewport().height() + 2


def test_unasked_the_map_is_never_made_too_small_to_read(page: MapPane) -> None:
    page.resize(400, 300)
    assert page.view.zoom == READABLE


def test_zoom_stays_within_its_bounds(page: MapPane) -> None:
    page.view.set_zoom(100)
    assert page.view.zoom == 3.0
    page.view.set_zoom(0)
    assert page.view.zoom == 0.25


def test_an_arrow_with_ctrl_pans_and_leaves_the_current_node(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    page.view.set_zoom(3.0)
    session.set_current("10")
    before = page.view.verticalScrollBar().value()
    qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.view.verticalScrollBar().value() > before
    assert session.current == "10"


# By mouse ----------------------------------------------------------------------------------------


def test_a_click_looks_at_a_node_and_ctrl_click_or_double_click_chooses_it(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    click(page, qtbot, "8")
    assert (session.current, session.chosen) == ("8", ())
    click(page, qtbot, "9", Qt.KeyboardModifier.ControlModifier)
    assert (session.current, session.chosen) == ("9", ("9",))
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place(page, "head"))
    assert (session.current, session.chosen) == ("head", ("9", "head"))
    click(page, qtbot, "9", Qt.KeyboardModifier.ShiftModifier)
    assert session.chosen == ("head",)


def test_dragging_pans_and_chooses_nothing(page: MapPane, session: Session, qtbot: QtBot) -> None:
    page.view.set_zoom(3.0)
    session.set_current("8")
    viewport, start = page.view.viewport(), place(page, "8")
    before = page.view.verticalScrollBar().value()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start - QPoint(0, 30))
    qtbot.mouseMove(viewport, start - QPoint(0, 60))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 60))
    assert page.view.verticalScrollBar().value() == before + 60
    assert (session.current, session.chosen) == ("8", ())


def test_resting_on_a_step_shows_what_changes_beside_it(page: MapPane, qtbot: QtBot) -> None:
    step = line_of(page.scene, "7", "8")
    spot = page.view.mapFromScene(step.sceneBoundingRect().center())
    page.view._point_at(step)
    qtbot.waitUntil(page.cards.card.isVisible)
    assert "From Grade 7 to Grade 8" in page.cards.card.words
    assert "Risk" in page.cards.card.words
    assert not page.cards.card.geometry().contains(spot)
    press(page, qtbot, Qt.Key.Key_Escape)
    assert not page.cards.card.isVisible()


def test_an_indicative_step_says_that_no_document_states_it(page: MapPane, qtbot: QtBot) -> None:
    page.view._point_at(line_of(page.scene, "10", "head"))
    qtbot.waitUntil(page.cards.card.isVisible)
    assert "no document states this move" in page.cards.card.words


# Choice ------------------------------------------------------------------------------------------


def test_the_hint_always_says_what_to_do_next(page: MapPane, session: Session) -> None:
    assert page.hint.text() == "Choose your grade, then the one you want to compare it with."
    session.choose(["6"])
    assert page.hint.text() == "Grade 6 is chosen. Now choose the one you want to compare it with."
    session.choose(["6", "7"])
    assert page.hint.text() == "Grade 6 and Grade 7: compare them, or choose another."


def test_a_fifth_is_refused_with_a_sentence(page: MapPane, session: Session, qtbot: QtBot) -> None:
    session.choose(["6", "7", "8", "9"])
    session.set_current("10")
    press(page, qtbot, Qt.Key.Key_Space)
    assert session.chosen == ("6", "7", "8", "9")
    assert page.hint.text() == "You can compare up to four. Remove one first."
    assert "Remove one first." in page.view.accessibleDescription()
    session.set_current("9")
    assert "Remove one first." not in page.hint.text()


def test_the_steps_between_what_is_chosen_are_lit(page: MapPane, session: Session) -> None:
    session.choose(["9", "7"])
    lit = {(step.source, step.target) for step in lines_of(page.scene) if step.lit}
    assert lit == {("7", "8"), ("8", "9")}
    session.choose(["9", "level1"])
    assert not any(step.lit for step in lines_of(page.scene))


# For screen readers ------------------------------------------------------------------------------


def test_the_map_says_where_one_is_on_every_move(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    assert page.view.accessibleName() == "Map of grades, levels and roles"
    assert page.view.accessibleDescription().startswith("Arrow keys move from grade to grade")
    session.set_current("6")
    press(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Space)
    said = page.view.accessibleDescription()
    assert said.startswith(
        "Grade 7, Framework 1, Organisation 1, chosen, number 1, comes after Grade 6"
    )
    assert "leads to Grade 8" in said
    assert said.endswith("what it is for: To support users.")


def test_the_outline_is_one_key_away_and_in_step_both_ways(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    session.set_current("6")
    press(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_F4)
    assert page.outline_shown
    outline = page.outline
    assert outline is not None
    assert outline.currentIndex().data() == "Grade 7"
    assert outline.hasFocus(), "the keyboard goes along"
    press(page, qtbot, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_F4)
    assert not page.outline_shown
    assert page.view.hasFocus()
    assert (session.current, numbers(page)) == ("8", {"7": 1})


# Look --------------------------------------------------------------------------------------------


def test_steps_grow_as_thick_as_they_are_big_once_that_is_known(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: line_of(page.scene, "7", "8").label != "")
    same, big = line_of(page.scene, "6", "7"), line_of(page.scene, "7", "8")
    size = session.comparer.compare(("7", "8")).steps[0].size
    assert size > 1
    assert (same.label, big.label) == ("0 changes", f"{size} changes")
    assert same.width < big.width
    across = line_of(page.scene, "10", "head")
    assert (across.stroke, across.label, across.width) == (INDICATIVE, "suggested", UNKNOWN)
    assert big.stroke == Stroke()


def test_larger_text_makes_larger_boxes_and_cuts_no_title(page: MapPane) -> None:
    page.resize(1040, 420)
    small = box_of(page.scene, "8").box
    page.set_theme(LIGHT.scaled(2.0))
    assert box_of(page.scene, "8").box.height() >= small.height() * 1.7
    assert not any(item.title_shown != item.title for item in page.scene.node_items)


def test_another_theme_keeps_the_place(page: MapPane, session: Session) -> None:
    session.choose(["6", "7"])
    page.view.set_zoom(2.0)
    before = page.view.verticalScrollBar().value()
    for theme in (DARK, HIGH_CONTRAST, LIGHT):
        page.set_theme(theme)
        assert page.scene.backgroundBrush().color().name() == theme.surface
        assert (page.view.zoom, page.view.verticalScrollBar().value()) == (2.0, before)
    assert numbers(page) == {"6": 1, "7": 2}


@pytest.mark.parametrize(("width", "height"), [(1040, 620), (640, 420), (1800, 1000)])
def test_no_box_lies_on_another_in_any_window(page: MapPane, width: int, height: int) -> None:
    page.resize(width, height)
    boxes = [item.box for item in page.scene.node_items]
    overlapping = [
        (a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :] if a.intersects(b)
    ]
    assert not overlapping


def test_high_windows_give_boxes_a_second_line(page: MapPane, qtbot: QtBot) -> None:
    page.resize(1040, 320)
    assert box_of(page.scene, "8").line == ""
    page.resize(1040, 1000)
    assert box_of(page.scene, "8").line == "To manage a service."


def test_the_legend_explains_what_occurs_and_nothing_else(page: MapPane, session: Session) -> None:
    assert any("suggested" in words for words in page.legend.words)
    assert not any("secondment" in words for words in page.legend.words)
    session.workspace.take(of_no_file(ladder("6-7 6@8")))
    assert not any("suggested" in words for words in page.legend.words)
    assert any("secondment" in words for words in page.legend.words)


# Other frameworks --------------------------------------------------------------------------------


def test_other_frameworks_keep_the_current_node_and_the_items_of_what_stays(
    page: MapPane, session: Session
) -> None:
    session.set_current("8")
    session.choose(["8", "head"])
    kept = box_of(page.scene, "8")
    session.workspace.take(of_no_file(ladder("7-8", "8-20")))
    assert session.current == "8"
    assert box_of(page.scene, "8") is kept
    assert kept.current
    assert numbers(page) == {"8": 1}
    assert [item.node_id for item in page.scene.node_items] == ["7", "8", "20"]
    assert {(step.source, step.target) for step in lines_of(page.scene)} == {
        ("7", "8"),
        ("8", "20"),
    }


def test_no_framework_at_all_says_what_to_do(page: MapPane, session: Session, qtbot: QtBot) -> None:
    session.workspace.take(of_no_file(Library((), ())))
    assert page.hint.text() == "No framework is open. Open one to see its grades here."
    press(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_F, Qt.Key.Key_Home)
    assert session.current is None


def test_boxes_off_the_way_between_what_is_chosen_are_quiet(
    page: MapPane, session: Session
) -> None:
    session.choose(["7"])
    assert not any(item.quiet for item in page.scene.node_items)
    session.choose(["7", "9"])
    assert {item.node_id for item in page.scene.node_items if not item.quiet} == {"7", "8", "9"}


def test_the_legend_folds_where_it_is_cramped_unless_a_person_has_opened_it(
    page: MapPane, qtbot: QtBot
) -> None:
    page.resize(1600, 620)
    assert page.legend.switch.isChecked()
    page.resize(420, 620)
    assert not page.legend.switch.isChecked()
    qtbot.mouseClick(page.legend.switch, Qt.MouseButton.LeftButton)
    page.resize(430, 620)
    assert page.legend.switch.isChecked()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_card_shows_whole_lines_and_leaves_out_what_has_no_room(
    page: MapPane, qtbot: QtBot, scale: float
) -> None:
    page.setStyleSheet(stylesheet(LIGHT.scaled(scale)))
    page.set_theme(LIGHT.scaled(scale))
    page.view._point_at(line_of(page.scene, "7", "8"))
    page.resize(1040, 900)
    qtbot.waitUntil(page.cards.card.isVisible)
    inside = page.cards.card.contentsRect()
    labels = [label for label in page.cards.card.findChildren(QLabel) if label.isVisible()]
    assert labels
    for label in labels:
        corner = label.mapTo(page.cards.card, QPoint(0, 0))
        assert inside.contains(label.rect().translated(corner)), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_card_of_the_current_node_never_hides_a_box(
    page: MapPane, session: Session, qtbot: QtBot
) -> None:
    for node in ("6", "7", "8"):
        session.set_current(node)
        page.cards.show()
        if page.cards.card.isVisible():
            card = page.cards.card.geometry()
            hidden = [
                i.node_id
                for i in page.scene.node_items
                if page.view.seen(i.box).toRect().intersects(card)
            ]
            assert not hidden


def test_every_control_of_the_page_has_a_name_and_can_be_hit(page: MapPane) -> None:
    shown = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(shown) > 3
    for button in shown:
        assert button.accessibleName() or button.text(), button.objectName()
        assert button.width() >= 24
        assert button.height() >= 24


def test_the_wheel_with_ctrl_zooms_around_the_mouse(page: MapPane) -> None:
    at = place(page, "8")
    before = page.view.mapToScene(at)
    page.view.set_zoom(2.0, at)
    spot = QPointF(place(page, "8"))
    under = page.view.mapToScene(spot.toPoint())
    wheel = QWheelEvent(
        spot,
        QPointF(page.view.viewport().mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.view.viewport(), wheel)
    assert page.view.zoom == pytest.approx(2.3)
    after = page.view.mapToScene(spot.toPoint())
    assert abs(after.y() - under.y()) <= 2
    assert box_of(page.scene, "8").box.contains(before)


def test_the_mouse_over_a_box_shows_it_and_leaving_ends_that(page: MapPane, qtbot: QtBot) -> None:
    viewport, item = page.view.viewport(), box_of(page.scene, "8")
    qtbot.mouseMove(viewport, QPoint(2, 2))
    qtbot.mouseMove(viewport, place(page, "8"))
    qtbot.waitUntil(lambda: item.hovered)
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert not item.hovered
    assert page.view.pointed_item is None


def test_an_active_screen_reader_is_told_without_complaint(
    page: MapPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    session.set_current("7")
    assert told == [QAccessible.Event.DescriptionChanged, QAccessible.Event.Announcement]


def test_two_fingers_zoom_around_the_place_between_them(page: MapPane, qtbot: QtBot) -> None:
    window = page.window()
    window.resize(520, 420)
    window.move(300, 200)
    page.view.set_zoom(2.0)
    page.view.centerOn(page.scene.sceneRect().center())
    middle = page.view.viewport().rect().center() + QPoint(60, 30)
    held = page.view.mapToScene(middle)
    device = QTest.createTouchDevice()
    for apart in range(40, 121, 8):  # as far apart as the fingers are, in pixels from the middle
        touch = QTest.touchEvent(window, device, autoCommit=False)
        for finger, side in enumerate((-1, 1)):
            at = page.view.viewport().mapTo(window, middle + QPoint(side * apart, 0))
            (touch.press if apart == 40 else touch.move)(finger, at, window)
        touch.commit()
    assert page.view.zoom > 2.5
    now = page.view.mapFromScene(held)
    assert abs(now.x() - middle.x()) < 12 and abs(now.y() - middle.y()) < 12
