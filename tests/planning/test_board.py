from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from pathways.model.plan import Action, Agreement, Plan, View
from pathways.model.plan import Standing as Word
from pathways.model.team import MoveState, Team
from pathways.planning import moves, people
from pathways.planning.begin import begin
from pathways.planning.board import (
    Grouping,
    board,
    group_of,
    headline,
    people_at,
    vacancy_in_words,
)
from pathways.planning.edits import add_evidence, set_note, set_standing, set_view
from pathways.planning.linked_plans import (
    LinkedPlans,
    LinkState,
    plan_path,
    standing_of,
    standings,
)
from pathways.planning.nameless import Namelessness
from pathways.planning.standing import in_words
from pathways.planning.team_check import TeamCode, check_team
from pathways.store.plan_file import write_plan
from teams import TODAY, comparer, rules, situation, standing, team

CREW = team("Ada 11>12 Analyst\nBo 10\n- 12 Lead")


def plan_of(name: str = "Ada", *, evidence: str = "Led it.") -> Plan:
    made = begin(comparer(), "ict-11", ["ict-12"], name=name, today=TODAY)
    asked = [row.id for row in made.asked]
    made = set_standing(made, asked[:2], Word.SHOWN)
    made = set_note(made, asked[:1], "Ada told me")
    made = set_view(made, asked[0], View(standing=Word.PARTLY, who="Eleri", note="Ask Ada"))
    made = add_evidence(made, asked[:1], result=evidence)
    confirmed = msgspec.structs.replace(made.evidence[0], confirmed_by="Eleri")
    return msgspec.structs.replace(made, evidence=(confirmed,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_plan(tmp_path / "ada.pathplan", plan_of())
    return tmp_path


def linked(path: str, **fields: str) -> Team:
    return people.change_person(CREW, "p1", plan=path, **fields)


def test_the_board_has_everybody_then_the_vacant_posts() -> None:
    lines = board(situation(CREW), {})
    assert [line.id for line in lines] == ["p1", "p2", "t2"]
    assert (lines[0].now, lines[0].aim, lines[0].post and lines[0].post.id) == (
        "Grade 11",
        "Grade 12",
        "t1",
    )
    assert lines[2].person is None


@pytest.mark.parametrize(
    ("grouping", "wanted"),
    [
        (Grouping.NONE, ["", "", ""]),
        (Grouping.STEP, ["Grade 11 → Grade 12", "No aim said", "No aim said"]),
        (Grouping.GRADE, ["Grade 11", "Grade 10", "Grade 12"]),
        (Grouping.POST, ["Analyst", "Without a post", "Lead"]),
        (Grouping.MANAGER, ["Bo", "Somebody else", "No manager named"]),
    ],
)
def test_lines_stand_under_headings(grouping: Grouping, wanted: list[str]) -> None:
    crew = people.change_person(CREW, "p1", manager="p2")
    crew = people.change_person(crew, "p2", manager="Somebody else")
    lines = board(situation(crew), {})
    assert [group_of(crew, line, grouping) for line in lines] == wanted
    assert grouping.word


def test_a_headline_counts_and_names_the_one_vacancy() -> None:
    assert headline(CREW, TODAY) == "2 people · 2 posts · Lead: vacant"
    since = people.change_post(CREW, "t2", holder="", vacant_since="2026-10-01")
    assert headline(since, TODAY).endswith("Lead: vacant since 1 October 2026")
    later = people.change_post(CREW, "t2", holder="", vacant_since="2027-10-01")
    assert vacancy_in_words(later.posts[1], TODAY) == "Lead: vacant from 1 October 2027"
    assert headline(team("- 9 A\n- 9 B"), TODAY) == "0 people · 2 posts · 2 of them vacant"
    assert headline(team("Ada 9"), TODAY) == "1 person"


def test_a_grade_says_who_is_there_and_who_aims_there() -> None:
    crew = team("\n".join(f"P{n} 9>10" for n in range(8)))
    found = people_at(crew)
    assert found["ict-9"].short == "8 here"
    assert found["ict-10"].words == "aiming for it: P0, P1, P2, P3, P4, P5 and 2 more"


def test_a_plan_is_read_where_it_lies_and_afresh_when_it_changes(folder: Path) -> None:
    plans, crew = LinkedPlans(), linked("ada.pathplan")
    link = plans.links(crew, folder)["p1"]
    assert link.state is LinkState.READ
    assert link.standing is not None
    assert link.standing.counts["shown"] == 2
    assert link.standing.rows[0].by == "Eleri" or any(r.by == "Eleri" for r in link.standing.rows)
    assert plans.links(crew, folder)["p1"] == link
    write_plan(folder / "ada.pathplan", begin(comparer(), "ict-11", ["ict-12"], today=TODAY))
    again = plans.links(crew, folder)["p1"].standing
    assert again is not None and again.counts["shown"] == 0
    assert standings(plans.links(crew, folder)).keys() == {"p1"}


def test_what_is_wrong_with_a_link_is_told(folder: Path) -> None:
    def told(path: str, **fields: str) -> tuple[LinkState, str]:
        link = LinkedPlans().links(linked(path, **fields), folder)["p1"]
        return link.state, link.message

    assert told("")[0] is LinkState.NONE
    assert told("bob.pathplan") == (LinkState.GONE, "The plan “bob.pathplan” is gone.")
    assert told("../ada.pathplan")[0] is LinkState.OUTSIDE
    assert told("/etc/hostname")[0] is LinkState.OUTSIDE
    assert told("x\0y")[0] in (LinkState.OUTSIDE, LinkState.GONE)
    (folder / "bad.pathplan").write_text("format: 1\n")
    assert told("bad.pathplan")[0] is LinkState.UNREADABLE
    assert "newer than the last" in told("ada.pathplan", last_talk="2020-01-01")[1]
    assert "another aim" in told("ada.pathplan", aim="ict-13")[1]
    assert told("ada.pathplan", last_talk="2999-01-01") == (LinkState.READ, "")


@pytest.mark.parametrize(
    "away", ["//host/share/a.pathplan", r"\\host\share\a.pathplan", "C:a.pathplan", "/a.pathplan"]
)
def test_a_link_to_a_server_or_a_root_is_not_even_looked_at(
    folder: Path, away: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_at(path: object) -> str:
        raise AssertionError(path)  # a server cannot be had here; on Windows this would call it

    monkeypatch.setattr(os.path, "realpath", looked_at)
    link = LinkedPlans().links(linked(away), folder)["p1"]
    assert link.state is LinkState.OUTSIDE and away in link.message


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "ada.pathplan").symlink_to(folder / "ada.pathplan")
    link = LinkedPlans().links(linked("ada.pathplan"), inner)["p1"]
    assert link.state is LinkState.OUTSIDE
    assert plan_path(folder / "ada.pathplan", inner) == ""
    assert plan_path(folder / "ada.pathplan", folder) == "ada.pathplan"


def test_a_plan_with_several_aims_is_read_for_the_one_that_is_meant() -> None:
    both = begin(comparer(), "ict-11", ["ict-12", "ict-13"], today=TODAY)
    one, other = standing_of(both, "ict-12"), standing_of(both, "ict-13")
    assert len(one.rows) < len(standing_of(both).rows)
    assert one.rows != other.rows
    assert standing_of(both, "elsewhere").rows == standing_of(both).rows


def test_a_plan_without_names_has_none_and_no_free_text() -> None:
    made = plan_of(evidence="Ada and Bo led it")
    rows = [made.rows[0].id]
    made = msgspec.structs.replace(
        made,
        actions=(Action(id="a-1", rows=(rows[0],), do="Ask Ada", with_whom="Bo"),),
        agreed=(Agreement(id="g-1", text="Ada will"),),
    )
    hidden = Namelessness(CREW).plan(made, "P1")
    for name in ("Ada", "Bo", "Eleri", "led it"):
        assert name not in str(hidden)
    kept = Namelessness(CREW, keep_text=True).plan(made, "P1")
    assert "P1 and P2 led it" in str(kept)
    assert "Ada" not in str(kept)


def test_a_team_without_names_keeps_what_can_be_known() -> None:
    crew = people.change_person(CREW, "p1", manager="Eleri Pugh", note="Ada is fine")
    crew = people.change_post(crew, "t1", title="Ada’s post")
    crew = moves.plan_move(
        crew,
        moves.draft_move(crew, "p1", rules()[0].kinds[1], "", to_post="Lead", reason="Ada leads"),
        TODAY,
    )
    crew = moves.set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Eleri")
    crew = moves.add_scenario(crew, "Ada leads", crew.moves)
    crew = msgspec.structs.replace(crew, title="Ada and friends")
    bare = Namelessness(crew).team(crew)
    assert "Ada" not in str(bare) and "Eleri" not in str(bare)
    assert [person.name for person in bare.people] == ["P1", "P2"]
    assert (bare.title, bare.posts[0].title, bare.scenarios[0].title) == ("Team", "T1", "S1")
    assert bare.moves[0].reason == "left out here"
    assert bare.people[0].manager == "a manager"
    kept = Namelessness(crew, keep_text=True).team(crew)
    assert kept.moves[0].reason == "P1 leads"


def codes(crew: Team, **plans: object) -> set[TeamCode]:
    at = situation(crew, plans)  # type: ignore[arg-type]
    return {found.code for found in check_team(at, {})}


def test_the_check_finds_what_is_overdue_not_met_missing_or_broken(folder: Path) -> None:
    assert codes(CREW) == set()
    assert codes(people.change_person(CREW, "p1", next_talk="2026-11-01")) == {
        TeamCode.CLOCK_PASSED
    }
    assert codes(people.change_person(CREW, "p1", next_talk="2026-12-01")) == {TeamCode.CLOCK_SOON}
    assert codes(people.change_person(CREW, "p1", node="gone-1")) == {TeamCode.NODE}
    assert codes(people.change_post(CREW, "t1", highest="gone-1")) == {TeamCode.NODE}
    assert codes(people.add_post(CREW, "More", holder="p1")) == {TeamCode.TWO_POSTS}
    assert codes(CREW, p1=standing("ict-11", "ict-12", "shown")) == {TeamCode.EVIDENCE}
    move = moves.draft_move(CREW, "p1", rules()[0].kinds[1], "", to_post="Lead")
    planned = moves.plan_move(CREW, move, TODAY)
    assert codes(planned) == {TeamCode.RULES}
    unknown = msgspec.structs.replace(planned, moves=(msgspec.structs.replace(move, kind="leap"),))
    assert codes(unknown) == {TeamCode.KIND}
    refused = moves.set_state(planned, "m1", MoveState.REFUSED, TODAY)
    assert codes(refused) == set()
    crew = linked("bob.pathplan")
    found = check_team(situation(crew), LinkedPlans().links(crew, folder))
    assert [one.code for one in found] == [TeamCode.LINK]
    newer = linked("ada.pathplan", last_talk="2020-01-01")
    found = check_team(situation(newer), LinkedPlans().links(newer, folder))
    assert TeamCode.NEWER in [one.code for one in found]


def test_every_standing_has_a_word() -> None:
    words = ("shown", "partly", "not-yet", "no-opportunity", "unsaid")
    assert len({in_words(word) for word in words}) == 5
