"""Edits of a plan."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.errors import UsageError
from pathways.model.plan import ActionKind, Agreement, Plan, Standing, View
from pathways.planning import edits
from planning.plans import plan

ROW, OTHER = "5.people.1", "5.money.1"
Edit = Callable[[Plan], Plan]


def full() -> Plan:
    made = edits.add_evidence(plan(), [ROW, OTHER], "Targets met", date="2026-05-01")
    made = edits.add_action(made, [ROW], "Sit on a panel", by="2027-03-31")
    return edits.add_item(made, Agreement(id="new", text="A panel in spring", date="2026-11-27"))


def first(made: Plan, field: str) -> str:
    return str(getattr(made, field)[0].id)


EDITS: dict[str, Edit] = {
    "rename": lambda p: edits.rename(p, "Alex"),
    "standing": lambda p: edits.set_standing(p, [ROW, OTHER], Standing.PARTLY),
    "note": lambda p: edits.set_note(p, [ROW], "Ask in May"),
    "view": lambda p: edits.set_view(p, ROW, View(standing=Standing.SHOWN, who="Kim")),
    "weight": lambda p: edits.weigh(p, [ROW], 2),
    "reviews": lambda p: edits.set_reviews(p, ["2027-01-31", "", "2027-01-31"]),
    "evidence": lambda p: edits.add_evidence(p, [OTHER], "Saved 200 pounds", links=["a.pdf", ""]),
    "action": lambda p: edits.add_action(p, [ROW], "Read", kind=ActionKind.READING),
    "agreement": lambda p: edits.add_item(p, Agreement(id="new", text="Meet again", rows=(ROW,))),
    "done": lambda p: edits.set_done(p, first(p, "actions"), True),
    "evidence away": lambda p: edits.remove_item(p, first(p, "evidence")),
    "action away": lambda p: edits.remove_item(p, first(p, "actions")),
    "agreement away": lambda p: edits.remove_item(p, first(p, "agreed")),
    "evidence otherwise": lambda p: edits.change_item(
        p, msgspec.structs.replace(p.evidence[0], result="Missed", confirmed_by="Kim")
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_makes_another_plan_once_and_the_very_same_the_second_time(name: str) -> None:
    before = full()
    after = EDITS[name](before)
    assert after != before
    assert before == full(), "a plan is never changed, only replaced"
    if name.startswith(("evidence", "action", "agreement")) and name != "evidence otherwise":
        return
    assert EDITS[name](after) is after


def test_one_piece_of_evidence_serves_several_rows() -> None:
    made = full()
    assert made.evidence_of[ROW] == made.evidence_of[OTHER] == made.evidence
    assert made.agreed_of[""] == made.agreed
    assert [action.do for action in made.actions_of[ROW]] == ["Sit on a panel"]


def test_rows_can_be_named_by_their_number_in_the_list() -> None:
    assert edits.row_in(plan(), "2").id == "5.people.2"
    for wrong in ("0", "99", "people"):
        with pytest.raises(UsageError, match="There is no row"):
            edits.row_in(plan(), wrong)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda p: edits.add_evidence(p, [ROW], " \n "), "the result is what counts"),
        (lambda p: edits.add_evidence(p, [], "Done"), "which rows"),
        (
            lambda p: edits.add_evidence(p, [ROW], "Done", date="2026-02-30"),
            "“2026-02-30” is not a date",
        ),
        (lambda p: edits.add_action(p, [ROW], ""), "what is to be done"),
        (lambda p: edits.add_action(p, [ROW], "Go", by="31 March"), "“31 March” is not a date"),
        (lambda p: edits.add_item(p, Agreement(id="new", text="")), "what was agreed"),
        (lambda p: edits.set_done(p, "a-000000", True), "There is no action"),
        (lambda p: edits.evidence_in(p, "e-0"), "There is no evidence"),
        (lambda p: edits.remove_item(p, "e-0"), "There is no entry"),
        (lambda p: edits.weigh(p, [ROW], 10), "from 1 to 9"),
        (lambda p: edits.set_reviews(p, ["soon"]), "“soon” is not a date"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(edit: Edit, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        edit(full())


def test_an_entry_that_is_not_there_cannot_be_changed() -> None:
    stray = msgspec.structs.replace(full().evidence[0], id="e-stray")
    with pytest.raises(UsageError, match="There is no entry “e-stray”"):
        edits.change_item(full(), stray)
    assert edits.evidence_in(full(), full().evidence[0].id) == full().evidence[0]


def test_what_was_taken_out_is_not_given_its_id_again() -> None:
    made = full()
    gone = made.evidence[0].id
    again = edits.add_evidence(
        edits.remove_item(made, gone), [ROW, OTHER], "Targets met", date="2026-05-01"
    )
    assert again.removed == (gone,)
    assert again.evidence[0].id == f"{gone}-2"


def test_texts_lose_what_no_file_can_hold_and_keep_their_lines() -> None:
    made = edits.set_note(plan(), [ROW], " one\x00\r\ntwo\u2028three\ud800\x1b ")
    assert made.row_of[ROW].note == "one\ntwo\nthree"
    assert edits.rename(plan(), " Sam \n Field ").name == "Sam Field"


def test_an_empty_view_of_the_manager_is_none() -> None:
    seen = edits.set_view(plan(), ROW, View(note="Good"))
    assert seen.row_of[ROW].manager == View(note="Good")
    assert edits.set_view(seen, ROW, View()).row_of[ROW].manager is None
    assert edits.set_view(seen, ROW, None) == plan()


def test_every_word_of_the_model_has_its_sign_and_its_word() -> None:
    assert len({standing.sign for standing in Standing}) == len(Standing)
    assert len({standing.word for standing in Standing}) == len(Standing)
    assert all(kind.word for kind in ActionKind if kind is not ActionKind.UNSAID)
    assert plan().title == "From Grade 4 to Grade 5: Sam Field"
    assert edits.rename(plan(["5", "6"]), "").title == "From Grade 4 to Grade 5 and Grade 6"
