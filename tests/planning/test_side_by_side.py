from __future__ import annotations

import pytest

from pathways.compare.change import Verdict
from pathways.errors import UsageError
from pathways.planning.side_by_side import CriteriaRemark, side_by_side
from pathways.planning.standing import PlanStanding, Shown, counts_in_words, criteria
from pathways.planning.team_gaps import gaps, holdings
from teams import comparer, situation, standing, team

CREW = team("Ada 11>12 Analyst\nBo 11>12 Engineer\nCy 12 Manager\nDi 10 Support\n- 13 Head")
STEP = ("ict-11", "ict-12")


def remarks(*plans: PlanStanding, crew: list[str] | None = None) -> set[CriteriaRemark]:
    at = situation(CREW, {f"p{number}": plan for number, plan in enumerate(plans, 1)})
    found = side_by_side(at, crew or ["Ada", "Bo"], *STEP)
    return {remark for criterion in found.criteria for remark in criterion.remarks}


def test_it_shows_every_new_and_raised_statement_and_changed_ones_beside_them() -> None:
    found = side_by_side(situation(CREW), ["Ada", "Bo"], *STEP)
    shown = {
        c.statement.id
        for c in found.criteria
        if c.verdict in (Verdict.NEW, Verdict.RAISED, Verdict.NOT_STATED)
    }
    assert shown == {statement.id for statement in criteria(comparer(), *STEP)}
    assert found.silent == ("p1", "p2")


def test_people_stand_in_the_order_they_are_named_and_nothing_is_added_up() -> None:
    found = side_by_side(situation(CREW), ["Bo", "Ada"], *STEP)
    assert [person.name for person in found.people] == ["Bo", "Ada"]
    assert not any("total" in name or "rank" in name for name in found.__struct_fields__)


def test_what_was_asked_of_nobody_and_of_some_only_is_shown() -> None:
    assert remarks() == {CriteriaRemark.ASKED_OF_NOBODY}
    assert CriteriaRemark.ASKED_OF_SOME in remarks(
        standing(*STEP, "partly"), standing(*STEP, "unsaid")
    )
    same = remarks(standing(*STEP, "partly"), standing(*STEP, "partly"))
    assert same <= {CriteriaRemark.ASKED_OF_NOBODY}, "changed statements are in neither plan"


def test_different_judgement_on_like_evidence_is_shown_and_on_other_evidence_is_not() -> None:
    text = criteria(comparer(), *STEP)[0].text

    def plan(word: str, *evidence: str, confirmed: str = "") -> PlanStanding:
        row = Shown(text=text, standing=word, evidence=evidence, confirmed=confirmed)  # type: ignore[arg-type]
        return PlanStanding(rows=(row,))

    like = "Managed the budget of the service desk for a year"
    other = "Wrote the standard for backups and trained suppliers"
    assert CriteriaRemark.JUDGED_DIFFERENTLY in remarks(plan("shown", like), plan("partly", like))
    assert CriteriaRemark.JUDGED_DIFFERENTLY not in remarks(
        plan("shown", like), plan("partly", other)
    )
    assert CriteriaRemark.JUDGED_DIFFERENTLY not in remarks(
        plan("shown", like), plan("shown", other)
    )
    assert CriteriaRemark.JUDGED_DIFFERENTLY in remarks(plan("shown"), plan("not-yet")), (
        "none on either"
    )
    confirmed = plan("shown", like, confirmed="shown"), plan("partly", like, confirmed="shown")
    assert CriteriaRemark.JUDGED_DIFFERENTLY not in remarks(*confirmed), (
        "the manager sees both alike"
    )


@pytest.mark.parametrize("crew", [[], ["Ada"] * 2, ["p1", "p2", "p3", "p4", "p1", "p2"], ["Eve"]])
def test_up_to_five_different_people_of_the_team_stand_side_by_side(crew: list[str]) -> None:
    with pytest.raises(UsageError):
        side_by_side(situation(CREW), crew, *STEP)


def test_counts_are_told_in_words_and_none_that_is_nought() -> None:
    plan = standing(*STEP, "shown", "shown", "partly", "not-yet")
    said = counts_in_words(plan.counts)
    assert said.startswith("2 shown, 1 in part, ")
    assert "no opportunity" not in said
    assert counts_in_words({}) == "no statements"


def test_gaps_are_what_nobody_or_one_person_holds() -> None:
    found = gaps(situation(CREW))
    by_node = {node: [g for g in found if g.held.node == node] for node in ("ict-12", "ict-13")}
    assert {len(gap.held.holders) for gap in by_node["ict-13"]} <= {0, 1}
    assert any(not gap.held.holders for gap in by_node["ict-13"]), "the post of Head is vacant"
    assert all(gap.held.holders for gap in by_node["ict-12"]), "Cy is there"
    eleven = [gap for gap in found if gap.held.node == "ict-11"]
    assert not eleven, "two people are at grade 11"


def test_who_has_begun_is_nearer_than_who_only_aims_and_who_aims_than_who_is_below() -> None:
    def nearest(at: object) -> set[tuple[str, str]]:
        found = gaps(at, ["ict-13"])  # type: ignore[arg-type]
        return {
            (near.person, near.standing)
            for gap in found
            if not gap.held.holders
            for near in gap.nearest
        }

    assert nearest(situation(CREW)) == {("p3", "")}, "one step below"
    from pathways.planning.people import change_person

    aiming = change_person(CREW, "Ada", aim="ict-13")
    assert nearest(situation(aiming)) == {("p1", "")}
    begun = situation(aiming, {"p4": standing("ict-12", "ict-13", "partly")})
    assert ("p4", "partly") in nearest(begun)


def test_a_text_that_serves_several_grades_is_held_at_any_of_them() -> None:
    held = holdings(situation(team("Ada 6\nBo 7")), ["ict-8"])
    shared = [one for one in held if "ict-7" in one.statement.nodes]
    assert shared
    assert all(one.holders == ("p1", "p2") for one in shared if "ict-6" in one.statement.nodes)


def test_a_grade_that_is_not_open_is_said() -> None:
    with pytest.raises(UsageError, match="Did you mean"):
        gaps(situation(CREW), ["ict-133"])


def test_what_the_own_document_has_no_section_on_is_a_criterion_too() -> None:
    library = comparer().library
    wanted = criteria(comparer(), "ict-14", "head-of-technology")
    own = {dimension.id for dimension in library.dimensions_of(["ict-14"])}
    beyond = [statement for statement in wanted if not set(statement.dimensions) & own]
    assert beyond
    found = side_by_side(situation(CREW), ["Ada"], "ict-14", "head-of-technology")
    assert {s.id for s in beyond} <= {criterion.statement.id for criterion in found.criteria}
