"""What there is to talk about."""

from __future__ import annotations

import msgspec

from pathways.model.plan import Plan, Standing, View
from pathways.planning import edits, talk
from pathways.planning.carry import carry
from planning.plans import TODAY, edition, plan

ROW, OTHER = "5.people.1", "5.money.1"


def mine() -> Plan:
    made = edits.set_standing(plan(), [ROW], Standing.PARTLY)
    made = edits.set_standing(made, [OTHER], Standing.SHOWN)
    made = edits.set_standing(made, ["5.green.1"], Standing.NO_OPPORTUNITY)
    made = edits.set_standing(made, ["5.money.2"], Standing.NOT_YET)
    made = edits.add_action(made, ["5.green.1"], "Ask the parks office", by="2026-11-01")
    return edits.set_view(made, OTHER, View(standing=Standing.NOT_YET))


def test_rows_fall_into_strengths_gaps_and_what_nobody_looked_at() -> None:
    made = mine()
    assert [row.id for row in talk.strengths(made)] == [ROW, OTHER]
    assert [row.id for row in talk.gaps(made)] == ["5.money.2", "5.green.1"]
    assert [row.id for row in talk.unsaid(made)] == ["5.people.2"]
    assert talk.gone(made) == ()


def test_questions_begin_with_what_the_two_see_differently() -> None:
    asked = talk.questions(mine(), TODAY)
    assert "I say shown already, my manager says not yet" in asked[0]
    assert "my grade’s text allows it already" in asked[1]
    assert "there is no opportunity in my post" in asked[2]
    assert asked[3].endswith("was to be done by 1 November 2026. What stands in the way?")
    assert asked[4].endswith("what could I do about it, and by when?") and len(asked) == 5
    done = edits.set_done(mine(), mine().actions[0].id, True)
    assert len(talk.questions(done, TODAY)) == 5, "a gap without an open action is asked about"


def test_a_changed_text_asks_whether_the_evidence_still_fits() -> None:
    changed = carry(mine(), edition("5", "people", "Assist with a team of up to six apprentices."))
    assert any("Does my evidence still fit?" in one for one in talk.questions(changed.plan, TODAY))
    gone = carry(mine(), edition("5", "green")).plan
    assert [row.id for row in talk.gone(gone)] == ["5.green.1"]
    assert not any("trees" in one for one in talk.questions(gone, TODAY) if "opportunity" in one)


def test_nobody_is_asked_more_than_nine_questions() -> None:
    made = edits.set_standing(
        plan(["5", "6"]), [r.id for r in plan(["5", "6"]).asked], Standing.NOT_YET
    )
    assert len(talk.questions(made, TODAY)) <= 9
    assert talk.questions(plan(["5"]), TODAY) == talk.questions(plan(["5"]), TODAY)


def test_a_text_of_seventy_letters_is_asked_about_whole_and_a_longer_one_in_short() -> None:
    whole = f"Oil the gates of all parks and the hinges of benches {'x' * 17}"
    assert len(whole) == 70
    for text, told in ((whole, whole), (f"{whole}x", "…")):
        made = edits.set_standing(plan(), [ROW], Standing.NOT_YET)
        said = msgspec.structs.replace(made.row_of[ROW].statement, text=text)
        rows = tuple(
            msgspec.structs.replace(row, statement=said) if row.id == ROW else row
            for row in made.rows
        )
        asked = " ".join(talk.questions(msgspec.structs.replace(made, rows=rows), TODAY))
        assert told in asked and (text in asked) is (text == whole)
