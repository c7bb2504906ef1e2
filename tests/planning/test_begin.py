"""A plan is begun from a comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import ladder
from pathways.compare.comparison import Comparer
from pathways.errors import UsageError
from pathways.model.plan import Standing, View
from pathways.planning import edits
from pathways.planning.asking import could_ask
from pathways.planning.begin import begin, version_of
from pathways.planning.carry import carry
from pathways.planning.where import counts, differences, nothing_yet, subjects, where_i_stand
from pathways.workspace.workspace import Workspace
from planning.plans import GRADES, comparer, edition, ids, plan


def test_a_plan_lists_what_is_new_raised_or_changed_and_has_the_rest_at_hand() -> None:
    made = plan()
    assert ids(made) == ["5.people.1", "5.people.2", "5.money.1", "5.money.2", "5.green.1"]
    assert [row.text for row in made.held] == ["Follow the rules of data protection."]
    raised = made.row_of["5.people.1"]
    assert raised.verdict == "raised" and raised.before
    assert raised.before.text.startswith("Supervise")
    assert made.row_of["5.green.1"].before is None


def test_several_aims_have_each_statement_once_and_say_whose_it_is() -> None:
    made = plan(["5", "6"])
    assert [place.title for place in made.aims] == ["Grade 5", "Grade 6"]
    assert len({row.id for row in made.rows}) == len(made.rows)
    assert {row.aims for row in made.rows} == {("5",), ("6",)}
    shared = {"4": {"people": ["Help."]}, "5 6": {"people": ["Lead the team."]}}
    both = begin(comparer_of(shared), "4", ["5", "6"])
    assert [row.aims for row in both.rows] == [("5", "6")]


def comparer_of(texts: dict[str, dict[str, list[str]]]) -> Comparer:
    return Comparer(ladder("4-5-6", texts=texts), comparer().vocabulary)


@pytest.mark.parametrize(
    ("aims", "message"),
    [
        ([], "at least one"),
        (["5", "5"], "named twice"),
        (["4"], "named twice"),
        (["55"], "There is no grade or role “55”"),
    ],
)
def test_a_plan_that_leads_nowhere_is_refused(aims: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        begin(comparer(), "4", aims)


def test_every_plan_has_an_id_of_its_own() -> None:
    assert begin(comparer(), "4", ["5"]).id != begin(comparer(), "4", ["5"]).id


def test_the_version_of_a_framework_changes_with_any_text() -> None:
    versions = {
        version_of(made.library.frameworks[0])
        for made in (comparer(), edition("6", "people", "Lead."), edition("4", "duty", "x"))
    }
    assert len(versions) == 3
    assert version_of(comparer().library.frameworks[0]) in versions


def test_what_a_document_calls_essential_is_kept_apart() -> None:
    texts = {"4": {"people": ["Help."]}, "5": {"essential": ["Drive."], "desirable": ["Sing."]}}
    made = begin(comparer_of(texts), "4", ["5"])
    assert [row.essential for row in made.rows] == [True, False]
    stood = edits.set_standing(made, ["5.essential.1"], Standing.SHOWN)
    assert where_i_stand(stood) == ("1 of 2 shown, 1 not looked at. Essential: 1 of 1 shown.")


def test_what_one_may_ask_for_now_is_what_ones_own_grade_allows_and_the_nearest_shut_door() -> None:
    made = plan()
    allowed = [(one.row.id, one.row.allowed) for one in could_ask(made)]
    assert allowed == [
        ("5.people.1", "Supervise a team of apprentices where appropriate."),
        ("5.money.1", "Assist with the yearly budget of the depot."),
    ]
    made = edits.set_standing(made, ["5.people.1"], Standing.SHOWN)
    made = edits.set_standing(made, ["5.green.1", "5.money.2"], Standing.NO_OPPORTUNITY)
    asked = could_ask(made)
    assert [(one.row.id, one.allowed) for one in asked] == [
        ("5.money.1", True),
        ("5.green.1", False),
        ("5.money.2", False),
    ]


def test_a_new_statement_is_allowed_by_the_nearest_text_that_opens_the_door() -> None:
    texts = {
        "4": {"money": ["Count the till.", "Deputise in setting the depot's budget."]},
        "5": {"other": ["Set the depot's budget.", "Paint the depot."]},
    }
    made = begin(comparer_of(texts), "4", ["5"])
    assert [row.allowed for row in made.rows] == ["Deputise in setting the depot's budget.", ""]


def test_where_i_stand_is_counts_and_names_never_a_score() -> None:
    made = plan()
    assert where_i_stand(made) == "0 of 5 shown, 5 not looked at."
    made = edits.set_standing(made, ["5.people.1", "5.money.1"], Standing.SHOWN)
    made = edits.set_standing(made, ["5.people.2"], Standing.PARTLY)
    made = edits.set_standing(made, ["5.green.1"], Standing.NOT_YET)
    assert where_i_stand(made) == (
        "2 of 5 shown, 1 in part, 1 not yet, 1 not looked at; nothing yet on Green."
    )
    assert counts(made.asked)[Standing.NO_OPPORTUNITY] == 0
    assert [subject.title for subject in subjects(made.asked)] == ["People", "Money", "Green"]
    weighed = edits.weigh(made, ["5.people.1"], 3)
    weighed = edits.weigh(weighed, ["5.money.2"], 2)
    assert where_i_stand(weighed).endswith("By your weights: 3 of 5 shown.")


def test_many_bare_subjects_are_counted_not_listed() -> None:
    texts = {"5": {name: ["Something."] for name in ("a", "b", "c", "d", "e")}, "4": {"z": ["Y."]}}
    made = begin(comparer_of(texts), "4", ["5"])
    assert nothing_yet(made.asked) == [], "nobody has looked at them"
    made = edits.set_standing(made, [row.id for row in made.asked], Standing.NOT_YET)
    made = edits.set_standing(made, ["5.a.1"], Standing.SHOWN)
    assert nothing_yet(made.asked) == ["B", "C", "D", "E"]
    assert "nothing yet on B, C, D and 1 more." in where_i_stand(made)
    made = edits.set_standing(made, ["5.b.1", "5.c.1"], Standing.PARTLY)
    assert "nothing yet on D and E." in where_i_stand(made)


def test_a_step_without_a_change_says_so() -> None:
    made = begin(comparer_of({"4 5": {"a": ["Same."]}}), "4", ["5"])
    assert where_i_stand(made) == "Nothing new or changed is asked."


def test_the_managers_differences_come_first() -> None:
    made = plan()
    made = edits.set_standing(made, ["5.people.1", "5.money.1"], Standing.SHOWN)
    for row, seen in (("5.people.1", "shown"), ("5.money.1", "partly"), ("5.green.1", "not-yet")):
        made = edits.set_view(made, row, View(standing=Standing(seen)))
    assert [row.id for row in differences(made)] == ["5.money.1", "5.green.1", "5.people.1"]
    assert [row.differs for row in differences(made)] == [True, True, False]


def test_a_row_that_something_was_said_of_counts_although_the_grade_asks_it_already() -> None:
    made = plan()
    held = made.held[0].id
    assert held not in ids(made)
    assert held in ids(edits.set_note(made, [held], "We were audited in May."))
    assert held in ids(edits.add_action(made, [held], "Refresh the course"))
    assert GRADES["4"]["duty"] == GRADES["5"]["duty"]


def test_a_statement_of_several_subjects_is_one_row_under_its_own() -> None:
    library = Workspace.open().library
    made = begin(Comparer(library, comparer().vocabulary), "ict-11", ["ict-12"])
    assert len({row.id for row in made.rows}) == len(made.rows)
    stated = [s for s in library.demands_of("ict-12") if not s.definition]
    assert {row.statement.id for row in made.rows} == {s.id for s in stated}


def test_between_two_organisations_all_that_is_asked_is_listed() -> None:
    library = Workspace.open().library
    made = begin(Comparer(library, comparer().vocabulary), "ict-14", ["head-of-technology"])
    stated = [s for s in library.demands_of("head-of-technology") if not s.definition]
    assert {row.statement.id for row in made.rows} == {s.id for s in stated}
    assert any(row.verdict == "not-stated" for row in made.asked)


def test_a_level_of_proficiency_that_is_asked_for_is_a_row_too() -> None:
    file = Path(__file__).parents[1] / "frameworks" / "levels-and-inclusions.yaml"
    library = Workspace.open([file], only=True).library
    nodes = list(library.nodes)
    made = begin(Comparer(library, comparer().vocabulary), nodes[0], [nodes[-1]])
    (row,) = made.rows
    assert (row.text, row.verdict) == ("Level purpose: Good", "raised")
    assert row.before and row.before.text == "Level purpose: basic"
    assert carry(made, Comparer(library, comparer().vocabulary)).plan == made


def test_a_statement_is_essential_only_where_its_document_says_so() -> None:
    assert {row.essential for row in plan(["5", "6"]).rows} == {False}
