"""What could be asked for now, and what there is to talk about."""

from __future__ import annotations

import pytest

from drawing import ladder
from pathways.compare.comparison import Comparer
from pathways.model.plan import Plan, Standing, View
from pathways.planning import edits, talk
from pathways.planning.asking import could_ask, what_allows
from pathways.planning.begin import begin
from planning.plans import TODAY, comparer

SHUT = {
    "4": {
        "a": ["Plan the work of the depot's gardeners."],
        "b": ["Keep the records of the stores."],
        "c": ["Answer letters from the public."],
        "d": ["Check the tools of the workshop."],
    },
    "5": {
        "a": ["Plan the work of all the town's gardeners for the year."],
        "b": ["Keep and audit the records of the stores and of the yards."],
        "c": ["Answer letters from councillors and from the press in writing."],
        "d": ["Check the tools of the workshop every week."],
        "e": ["Fly a drone over the woods."],
    },
}


def begun(texts: dict[str, dict[str, list[str]]]) -> Plan:
    return begin(Comparer(ladder("4-5", texts=texts), comparer().vocabulary), "4", ["5"])


def test_of_what_there_is_no_opportunity_for_the_three_nearest_come_nearest_first() -> None:
    made = begun(SHUT)
    shut = edits.set_standing(made, [row.id for row in made.asked], Standing.NO_OPPORTUNITY)
    likeness = {row.id: bool(row.before) for row in shut.asked}
    found = [one.row.id for one in could_ask(shut)]
    assert len(found) == 3 < len(likeness)
    assert "5.e.1" not in found, "nothing of one's own grade is near it"
    assert found[0] == "5.d.1", "all but the week is there already"
    turned = edits.set_standing(shut, [found[0]], Standing.NOT_YET)
    assert [one.row.id for one in could_ask(turned)][:2] == found[1:]


@pytest.mark.parametrize(
    ("own", "asked", "allowing"),
    [
        # What a statement grew out of decides alone, another text of the grade does not.
        (
            ["Assist with the yearly budget.", "Count the coins."],
            "Set the yearly budget.",
            "Assist with the yearly budget.",
        ),
        (
            ["Supervise a team of six gardeners.", "Where appropriate, supervise gardeners."],
            "Manage a team of sixty gardeners.",
            "",
        ),
        # Without one, the nearest that opens the door does, where it speaks of it at all.
        (["Deputise in planting trees."], "Fly a drone.", ""),
    ],
)
def test_a_text_of_one_s_own_grade_allows_what_grew_out_of_it(
    own: list[str], asked: str, allowing: str
) -> None:
    made = begun({"4": {"a": own}, "5": {"a": [asked]}})
    (row,) = made.asked
    assert row.allowed == allowing


def test_what_a_statement_grew_out_of_decides_even_where_another_text_is_near() -> None:
    texts = {
        "4": {"a": ["Keep the depot's budget.", "Assist with the yearly budget of the depot."]},
        "5": {"a": ["Set the yearly budget of the depot."], "b": ["Fly drones over the woods."]},
    }
    made = Comparer(ladder("4-5", texts=texts), comparer().vocabulary)
    own = made.library.statements_of("4")
    after, other = made.library.statements_of("5")
    assert what_allows(made, after, own[0], own) == ""
    assert what_allows(made, after, own[1], own) == own[1].text
    assert what_allows(made, after, None, own) == own[1].text, "the nearest that opens the door"
    assert what_allows(made, after, None, own[:1]) == ""
    assert what_allows(made, other, None, own) == "", "none speaks of it"


def test_what_is_shown_or_gone_is_not_asked_for() -> None:
    made = begun({"4": {"a": ["Assist with the budget."]}, "5": {"a": ["Set the budget."]}})
    assert [one.allowed for one in could_ask(made)] == [True]
    assert could_ask(edits.set_standing(made, ["5.a.1"], Standing.SHOWN)) == ()
    shut = edits.set_standing(made, ["5.a.1"], Standing.NO_OPPORTUNITY)
    assert [one.allowed for one in could_ask(shut)] == [True], "once, and as allowed"


def test_every_kind_of_question_is_asked_of_the_rows_it_is_about_and_no_others() -> None:
    made = begun(SHUT)
    made = edits.set_standing(made, ["5.a.1"], Standing.SHOWN)
    made = edits.set_view(made, "5.a.1", View(standing=Standing.PARTLY))
    made = edits.set_standing(made, ["5.b.1"], Standing.NOT_YET)
    made = edits.set_view(made, "5.b.1", View(standing=Standing.NOT_YET))
    made = edits.set_standing(made, ["5.c.1", "5.e.1"], Standing.NO_OPPORTUNITY)
    made = edits.add_action(made, ["5.b.1"], "Ask the auditor", by="2026-11-26")
    made = edits.add_action(made, ["5.e.1"], "Read on drones", by="2026-11-28")
    assert [question.split(": ", 1)[-1] for question in talk.questions(made, TODAY)] == [
        "I say shown already, my manager says in part. What would show it?",
        "there is no opportunity in my post. Where could I find one?",
        "there is no opportunity in my post. Where could I find one?",
        "was to be done by 26 November 2026. What stands in the way?",
        "what could I do about it, and by when?",
    ]
    assert talk.questions(made, TODAY)[-1].startswith("“Answer letters")


def test_no_more_than_nine_questions_are_asked_however_many_there_are() -> None:
    texts = {"4": {"a": ["Help."]}, "5": {"b": [f"Lead on subject {n}." for n in range(12)]}}
    made = begun(texts)
    every = edits.set_standing(made, [row.id for row in made.asked], Standing.NOT_YET)
    assert len(every.asked) == 12
    assert len(talk.questions(every, TODAY)) == 9
