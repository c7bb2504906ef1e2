"""From here to there, over all the steps between."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from drawing import ladder, of_no_file
from driver import Driver
from pathways.gui.printing.export_dialog import PaperChoice
from pathways.gui.printing.paper import options_for
from pathways.gui.route.route_page import RoutePage
from pathways.gui.route.step_list import StepLine
from pathways.model.step import StepKind


@pytest.fixture
def page(opened: Driver) -> RoutePage:
    opened.window.session.choose(["ict-9", "ict-12"])
    opened.press("Ctrl+4")
    return opened.window.page("route")


def pairs(page: RoutePage) -> list[tuple[str, str]]:
    return [(line.step.source, line.step.target) for line in page.steps.lines]


def tick(page: RoutePage, opened: Driver, words: str) -> None:
    page._menu.refresh()
    next(action for action in page._menu.actions() if action.text().startswith(words)).trigger()
    opened.settle()


def test_where_nothing_is_chosen_the_page_asks_from_where_to_where(opened: Driver) -> None:
    opened.press("Ctrl+4")
    page = opened.window.page("route")
    assert page.here.hasFocus() and page.words.isVisible() and not page.steps.isVisible()
    opened.choose("From", "Grade 9")
    opened.choose("To", "Grade 11")
    assert opened.window.session.chosen == ("ict-9", "ict-11")
    assert pairs(page) == [("ict-9", "ict-10"), ("ict-10", "ict-11")]


def test_every_step_between_is_shown_with_its_size(page: RoutePage, opened: Driver) -> None:
    assert pairs(page) == [("ict-9", "ict-10"), ("ict-10", "ict-11"), ("ict-11", "ict-12")]
    comparer = opened.window.session.comparer
    for line in page.steps.lines:
        assert line.change.size == comparer.step(line.step.source, line.step.target).size
        assert f"{line.change.size} statements change" in line.accessibleName()
    assert page.head.title.text() == "Route from grade 9 to grade 12"
    assert page.head.under.text() == "3 steps"


def test_a_step_names_its_dimensions_by_verdict(page: RoutePage) -> None:
    name = page.steps.lines[0].accessibleName()
    assert (
        "more asked: People management" in name
        and "no change: " in name
        and "Health and safety" in name
    )


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_step_leads_to_its_comparison_and_back(page: RoutePage, opened: Driver, way: str) -> None:
    line = page.steps.lines[1]
    if way == "key":
        page.steps.lines[0].setFocus()
        opened.press("Down", "Return")
    else:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        opened.settle()
    assert (opened.window.session.page, opened.window.session.chosen) == (
        "compare",
        ("ict-10", "ict-11"),
    )
    opened.press("Alt+Left")
    assert (opened.window.session.page, opened.window.session.chosen) == (
        "route",
        ("ict-9", "ict-12"),
    )
    assert len(page.steps.lines) == 3


def test_the_story_tells_each_statement_once(page: RoutePage) -> None:
    told = [cell.content.statement.id for cell in page.story.cells if cell.content.statement]
    assert told and len(set(told)) == len(told)
    titles = [text.words[0] for text in page.story.texts]
    assert (
        titles[0] == "Level purpose" and "At grade 11" in titles and "Health and safety" in titles
    )


def test_what_changes_again_is_said_where_it_first_came(page: RoutePage) -> None:
    later = [words for cell in page.story.cells for words in cell.content.later]
    assert any(words.startswith("then more asked at grade 12") for words in later)
    cell = next(cell for cell in page.story.cells if cell.content.later)
    assert cell.content.later[0] in cell.name


def test_what_never_changes_says_so(page: RoutePage) -> None:
    notes = {text.words[0]: text.words[1:] for text in page.story.texts}
    assert notes["Health and safety"] == ["No change (1 statement)."]


def test_the_ends_are_swapped_and_the_sentence_says_what_there_is(
    page: RoutePage, opened: Driver
) -> None:
    opened.click("Swap start and end")
    assert opened.window.session.chosen == ("ict-12", "ict-9")
    assert page.words.text().startswith(
        "No route leads from Grade 12 to Grade 9. There is one the other way"
    )
    assert not page.steps.isVisible() and not page.paper.isEnabled()
    assert not opened.action("File", "Export").isEnabled()
    opened.press("Alt+Left")
    assert opened.window.session.chosen == ("ict-9", "ict-12") and page.steps.isVisible()


def test_the_same_node_is_not_both_ends(page: RoutePage, opened: Driver) -> None:
    opened.choose("To", "Grade 9")
    assert opened.window.session.chosen == ("ict-9",)
    assert page.there.node == "" or page.here.node == ""


def test_steps_that_no_document_states_can_be_left_out(page: RoutePage, opened: Driver) -> None:
    opened.window.session.choose(["ict-13", "head-of-technology"])
    opened.settle()
    assert pairs(page)[-1] == ("ict-14", "head-of-technology")
    assert "Some steps are our suggestion" in page.head.under.text()
    assert "suggested" in page.steps.lines[-1].accessibleName()
    tick(page, opened, "Steps that no document states")
    assert not page.steps.isVisible()
    assert "only the moves that you allow" in page.words.text()
    opened.click("Include all kinds of move")
    assert page.steps.isVisible()


def test_the_last_kind_of_move_cannot_be_excluded(page: RoutePage, opened: Driver) -> None:
    tick(page, opened, "Across organisations")
    assert opened.window.session.route.excluded == {StepKind.ACROSS_ORGANISATIONS}
    page._menu.refresh()
    left = next(action for action in page._menu.actions() if action.text() == "Next grade")
    assert left.isChecked() and not left.isEnabled()
    tick(page, opened, "Include all kinds of move")
    assert not opened.window.session.route.limited


@pytest.fixture
def crossing(opened: Driver) -> RoutePage:
    opened.window.session.workspace.take(
        of_no_file(
            ladder(
                "1-2-3 1!3",
                texts={
                    "1": {"risk": ["Report risks."]},
                    "2": {"risk": ["Report risks."]},
                    "3": {"risk": ["Manage all risks."]},
                },
            )
        )
    )
    opened.window.session.choose(["1", "3"])
    opened.press("Ctrl+4")
    return opened.window.page("route")


def test_alternatives_are_listed_the_shortest_first(crossing: RoutePage, opened: Driver) -> None:
    words = [line.accessibleName() for line in crossing.ways.lines]
    assert words == [
        "Way 1: 1 step (advertised vacancy)",
        "Way 2: 2 steps, through grade 2 (next grade)",
    ]
    assert pairs(crossing) == [("1", "3")]
    crossing.ways.lines[0].setFocus()
    opened.press("Down", "Return")
    assert pairs(crossing) == [("1", "2"), ("2", "3")]
    assert crossing.ways.lines[1].isChecked() and crossing.ways.lines[1].hasFocus()
    opened.click("Way 1: 1 step (advertised vacancy)")
    assert pairs(crossing) == [("1", "3")]


def test_a_kind_of_move_can_be_excluded(crossing: RoutePage, opened: Driver) -> None:
    tick(crossing, opened, "Advertised vacancy")
    assert pairs(crossing) == [("1", "2"), ("2", "3")]
    assert not crossing.ways.isVisible()
    assert "some moves are not allowed" in crossing.head.under.text()


def test_the_map_lights_the_way(page: RoutePage, opened: Driver) -> None:
    opened.click("Show on the map")
    assert opened.window.session.page == "map"
    assert opened.window.page("map").map._route == ("ict-9", "ict-10", "ict-11", "ict-12")
    opened.window.session.choose(["ict-10", "ict-11"])
    assert opened.window.page("map").map._route == ("ict-10", "ict-11")
    opened.window.session.choose(())
    assert opened.window.page("map").map._route == ()


def test_the_sheet_on_paper_is_that_of_the_route(page: RoutePage, opened: Driver) -> None:
    choice = PaperChoice("pdf", "automatic", False, True, True)
    paper = opened.window.parts.exports.paper()
    assert paper.make(options_for(choice)).title == "From grade 9 to grade 12"
    assert paper.stem == "ict-9-to-ict-12" and paper.comparison


def test_other_frameworks_have_other_ways(page: RoutePage, opened: Driver) -> None:
    opened.window.session.workspace.take(of_no_file(ladder("a-b")))
    opened.settle()
    assert page.words.isVisible() and not page.steps.isVisible()


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1280, 720), (800, 600), (1920, 1000)])
def test_nothing_is_cut_off(
    page: RoutePage, opened: Driver, scale: float, size: tuple[int, int]
) -> None:
    opened.window.resize(*size)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    room = page._scroll.viewport().width()
    assert page._content.width() <= room
    for line in page.steps.lines:
        assert isinstance(line, StepLine) and line.height() >= line.height_for(line.width())
    for cell in page.story.cells:
        assert cell.rect.height() >= cell.height_for(cell.rect.width()) - 1
    for above, below in itertools.pairwise(page.steps.lines):
        assert above.geometry().bottom() < below.geometry().top()
    for button in page.head.buttons.findChildren(QPushButton):
        assert button.mapTo(page._content, button.rect().topRight()).x() <= room
    assert page.story.width() <= 40 * opened.window.theme.text_px()
    for button in opened.page_buttons:
        assert button.width() >= button.sizeHint().width() - 1


def test_focus_is_never_lost_when_the_look_changes(page: RoutePage, opened: Driver) -> None:
    opened.menu("View", "High contrast")
    opened.press("Tab")
    assert QApplication.focusWidget() is not None


def test_where_no_way_leads_the_direct_comparison_and_the_way_back_are_offered(
    opened: Driver,
) -> None:
    opened.window.session.choose(["ict-12", "ict-10"])
    opened.window.session.visit("route")
    opened.settle()
    page = opened.window.page("route")
    assert page.no_way.isVisible()
    opened.click("Show the route back")
    assert opened.window.session.chosen == ("ict-10", "ict-12")
    assert not page.no_way.isVisible()
    opened.window.session.choose(["ict-12", "ict-10"])
    opened.settle()
    opened.click("Compare them directly")
    assert opened.window.session.page == "compare"
    assert opened.window.session.chosen == ("ict-12", "ict-10")


def test_downward_and_into_another_family_the_nearest_ways_are_offered(opened: Driver) -> None:
    opened.window.session.choose(["ict-12", "ict-10"])
    opened.window.session.visit("route")
    opened.settle()
    opened.click("The route from grade 9 to grade 10")
    assert opened.window.session.chosen == ("ict-9", "ict-10")
    page = opened.window.page("route")
    assert pairs(page) == [("ict-9", "ict-10")]
    opened.press("Alt+Left")
    assert opened.window.session.chosen == ("ict-12", "ict-10")
    levels = next(
        framework for framework in opened.window.session.library.frameworks if "Level 3" in
        [node.title for node in framework.nodes]
    ).nodes  # fmt: skip
    third = next(node.id for node in levels if node.title == "Level 3")
    opened.window.session.choose(["ict-12", third])
    opened.settle()
    assert page.no_way.compare.isVisible()
    opened.click("The route from level 2 to level 3")
    assert len(page.steps.lines) == 1
