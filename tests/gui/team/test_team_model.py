from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.modeltest import ModelTester

from pathways.gui.shell.theme import DARK, LIGHT
from pathways.gui.team.side_page import SideModel
from pathways.gui.team.team_filter import TeamFilter
from pathways.gui.team.team_model import TeamModel
from pathways.planning.board import Grouping, board
from pathways.planning.linked_plans import LinkState, PlanLink
from pathways.planning.people import change_person
from pathways.planning.side_by_side import side_by_side
from teams import situation, standing, team

CREW = team("Bo 10 Engineer\nAda 11>12 Analyst\nCy 12>13 Lead\n- 9 Clerk")


class Shown:
    """A team session as far as the model reads it."""

    is_open = True

    def __init__(self, crew: Any, **standings: Any) -> None:
        self.situation = situation(crew, standings)
        links = {
            person: PlanLink(state=LinkState.READ, standing=found)
            for person, found in standings.items()
        }
        self.lines = board(self.situation, links)


@pytest.fixture
def model(qtmodeltester: ModelTester, qapp: QObject) -> TeamModel:
    made = TeamModel()
    made.show_board(Shown(CREW, p2=standing("ict-11", "ict-12", "shown", "partly")), LIGHT)
    return made


def names(rows: TeamFilter) -> list[str]:
    return [str(rows.index(row, 1).data()) for row in range(rows.rowCount())]


def test_the_models_keep_to_the_rules_of_models(
    model: TeamModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    rows = TeamFilter(model)
    qtmodeltester.check(rows)
    model.show_board(Shown(CREW), DARK)
    model.show_board(Shown(team("Eve 9")), DARK)
    assert names(rows) == ["Eve"]


def test_the_side_by_side_model_keeps_to_them_too(qtmodeltester: ModelTester) -> None:
    model = SideModel()
    qtmodeltester.check(model)
    at = situation(CREW, {"p2": standing("ict-11", "ict-12", "shown", evidence="Led it")})
    model.show_people(side_by_side(at, ["p1", "p2"], "ict-11", "ict-12"))
    qtmodeltester.check(model)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Ada"
    assert "Led it" in model.index(0, 2).data()
    assert model.index(0, 1).data() == "no plan"
    assert "asked of some only" in model.index(0, 0).data()


def test_vacant_posts_stand_behind_people_and_a_line_is_spoken_whole(model: TeamModel) -> None:
    rows = TeamFilter(model)
    rows.sort(1)
    assert names(rows) == ["Ada", "Bo", "Cy", "Vacant"]
    spoken = rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Ada; Now: Grade 11 · Analyst; Aim: Grade 12; Standing")


def test_grades_are_sorted_as_they_stand_not_as_they_are_spelt(model: TeamModel) -> None:
    rows = TeamFilter(model)
    rows.sort(2)
    assert names(rows) == ["Bo", "Ada", "Cy", "Vacant"]
    model.show_board(Shown(change_person(CREW, "p3", node="ict-9")), LIGHT)
    assert names(rows) == ["Cy", "Bo", "Ada", "Vacant"]


def test_lines_are_found_by_all_of_the_words(model: TeamModel) -> None:
    rows = TeamFilter(model)
    for words, wanted in (
        ("grade analyst", ["Ada"]),
        ("vacant", ["Vacant"]),
        ("nobody at all", []),
        ("", ["Bo", "Ada", "Cy", "Vacant"]),
    ):
        rows.look_for(words)
        assert names(rows) == wanted
    rows.look_for("", "ict-13")
    assert names(rows) == ["Cy"]


@pytest.mark.parametrize("grouping", list(Grouping))
def test_groups_stand_together(model: TeamModel, grouping: Grouping) -> None:
    rows = TeamFilter(model)
    model.group_by(grouping)
    rows.sort(1)
    headings = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert headings == sorted(headings, key=str.casefold)
    assert (set(headings) == {""}) == (grouping is Grouping.NONE)


def test_the_rows_of_a_thousand_people_are_found_and_sorted_quickly(qapp: QObject) -> None:
    import time

    crew = team("\n".join(f"P{n} {6 + n % 8}>{7 + n % 7} Post{n}" for n in range(1000)))
    model = TeamModel()
    shown = Shown(crew)
    model.show_board(shown, LIGHT)
    rows = TeamFilter(model)
    rows.sort(1)
    took = []
    for column in (2, 4, 1, 3):
        start = time.perf_counter()
        rows.sort(column)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.5, "an order of magnitude above what is measured"


def test_the_sample_team_is_sound() -> None:
    from pathways import paths
    from pathways.planning.linked_plans import LinkedPlans
    from pathways.store.team_file import read_team

    folder: Path = paths.data() / "sample-team"
    crew = read_team(folder / "service-desk.pathteam")
    links = LinkedPlans().links(crew, folder)
    assert {link.state for link in links.values()} == {LinkState.READ, LinkState.NONE}
    assert len(crew.people) == 10
