"""Edits of a plan."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.errors import UsageError
from pathways.model.plan import ActionKind, Agreement, Plan, Standing, View
from pathways.planning import edits
from pathways.planning.merge import merge
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


def test_rows_are_numbered_from_one_to_the_last_of_the_list() -> None:
    made = plan()
    numbered = [edits.row_in(made, str(number)).id for number in range(1, len(made.asked) + 1)]
    assert numbered == [row.id for row in made.asked]
    with pytest.raises(UsageError, match="There is no row"):
        edits.row_in(made, str(len(made.asked) + 1))


@pytest.mark.parametrize("weight", [*range(10)])
def test_rows_weigh_from_one_to_nine_and_nothing_is_no_weight(weight: int) -> None:
    assert edits.weigh(plan(), [ROW], weight).row_of[ROW].weight == weight


@pytest.mark.parametrize("weight", [-1, 10])
def test_no_row_weighs_less_or_more(weight: int) -> None:
    with pytest.raises(UsageError):
        edits.weigh(plan(), [ROW], weight)


def with_brought(made: Plan) -> Plan:
    """Return a plan in which what stands in a row and an entry came with somebody else's copy."""
    brought = msgspec.structs.replace(
        made.row_of[ROW],
        standing=Standing.PARTLY,
        note="Theirs",
        brought=("note", "standing"),
    )
    rows = tuple(brought if row.id == ROW else row for row in made.rows)
    evidence = tuple(msgspec.structs.replace(one, brought=True) for one in made.evidence)
    return msgspec.structs.replace(made, rows=rows, evidence=evidence)


def test_what_one_writes_over_what_came_with_a_copy_is_one_s_own_and_the_rest_is_not() -> None:
    made = with_brought(full())
    assert edits.set_note(made, [ROW], "Mine").row_of[ROW].brought == ("standing",)
    assert edits.set_standing(made, [ROW], Standing.SHOWN).row_of[ROW].brought == ("note",)
    assert edits.set_note(made, [ROW], "Theirs") == made, "the same words say nothing new"


def test_an_entry_that_came_with_a_copy_is_one_s_own_once_it_is_changed() -> None:
    made = with_brought(full())
    entry = made.evidence[0]
    assert edits.change_item(made, entry) is made
    assert edits.change_item(made, msgspec.structs.replace(entry, brought=False)) is made
    changed = edits.change_item(made, msgspec.structs.replace(entry, result="Missed"))
    assert (changed.evidence[0].result, changed.evidence[0].brought) == ("Missed", False)


def in_conflict() -> Plan:
    made = edits.set_standing(edits.set_note(plan(), [ROW], "Mine"), [ROW], Standing.SHOWN)
    theirs = edits.set_standing(edits.set_note(plan(), [ROW], "Theirs"), [ROW], Standing.PARTLY)
    return merge(made, theirs)


def test_one_s_own_word_settles_the_conflict_about_it_and_no_other() -> None:
    made = in_conflict()
    assert {one.field for one in made.open_conflicts} == {"note", "standing"}
    noted = edits.set_note(made, [ROW], "Mine")
    assert {one.field for one in noted.open_conflicts} == {"standing"}, "the same word, too"
    assert edits.set_note(made, [OTHER], "Else").open_conflicts == made.open_conflicts
    assert edits.set_note(noted, [ROW], "Mine") is noted


def test_a_conflict_is_chosen_by_its_number() -> None:
    made = in_conflict()
    conflict = next(one for one in made.open_conflicts if one.field == "note")
    chosen = [edits.choose(made, conflict, number) for number in (0, 1)]
    assert [one.row_of[ROW].note for one in chosen] == ["Mine", "Theirs"]
    assert [[left.field for left in one.open_conflicts] for one in chosen] == [["standing"]] * 2


def test_reviews_are_in_the_order_of_their_days_each_once() -> None:
    made = edits.set_reviews(plan(), ["2027-03-01", "2027-01-31", " 2027-03-01 ", ""])
    assert made.reviews == ("2027-01-31", "2027-03-01")


def test_what_is_gone_stays_gone_and_what_changed_is_seen() -> None:
    rows = tuple(
        msgspec.structs.replace(row, changed=changed, was="Before")
        for row, changed in zip(plan().rows, ("gone", "changed", "reworded"), strict=False)
    )
    made = msgspec.structs.replace(plan(), rows=(*rows, *plan().rows[3:]))
    seen = edits.accept_text(made, [row.id for row in made.rows])
    assert [(row.changed, row.was) for row in seen.rows[:3]] == [
        ("gone", "Before"),
        ("", ""),
        ("", ""),
    ]


def test_an_entry_is_about_each_of_its_rows_once() -> None:
    made = edits.add_action(plan(), ["1", ROW, OTHER, "1"], "Read", with_whom=" Kim \n Lee ")
    assert made.actions[0].rows == (ROW, OTHER)
    assert made.actions[0].with_whom == "Kim Lee"
    linked = edits.add_evidence(plan(), [ROW], "Done", links=["a.pdf", "b.pdf ", "a.pdf"])
    assert linked.evidence[0].links == ("a.pdf", "b.pdf")
