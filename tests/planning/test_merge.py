"""Copies go to the manager and come back: nothing is lost, nothing overwritten."""

from __future__ import annotations

import msgspec
import pytest

from pathways.errors import UsageError
from pathways.model.plan import Agreement, Plan, Standing, Value, View
from pathways.planning import edits
from pathways.planning.begin import begin
from pathways.planning.carry import carry
from pathways.planning.manager_copy import copy_for_manager, is_sealed
from pathways.planning.merge import merge, merge_since
from planning.plans import comparer, edition, plan

ROW, OTHER = "5.people.1", "5.money.1"
replace = msgspec.structs.replace


def mine() -> Plan:
    made = edits.set_standing(plan(), [ROW], Standing.PARTLY)
    made = edits.set_note(made, [ROW], "Between us: I dread it")
    made = edits.add_evidence(made, [ROW], "Ran the team for a month")
    return edits.add_action(made, [ROW], "Sit on a panel")


def test_a_copy_has_no_notes_and_no_evidence_unless_they_are_ticked() -> None:
    bare = copy_for_manager(mine(), today="2026-11-27", who="Kim")
    assert bare.copy and (bare.copy.made, bare.copy.who) == ("2026-11-27", "Kim")
    assert not bare.evidence and not bare.row_of[ROW].note
    assert bare.row_of[ROW].standing is Standing.PARTLY and len(bare.actions) == 1
    whole = copy_for_manager(mine(), ["notes", "evidence"])
    assert whole.copy and whole.copy.included == ("evidence", "notes")
    assert whole.row_of[ROW].note and whole.evidence == mine().evidence


def test_what_the_manager_says_in_a_copy_comes_home_beside_what_i_say() -> None:
    copy = copy_for_manager(mine(), who="Kim")
    copy = edits.set_standing(copy, [ROW], Standing.SHOWN)
    copy = edits.set_note(copy, [ROW], "Handled it well")
    assert copy.row_of[ROW].standing is Standing.PARTLY, "mine is not theirs to change"
    home = merge(mine(), copy)
    row = home.row_of[ROW]
    assert row.manager == View(standing=Standing.SHOWN, note="Handled it well", who="Kim")
    assert (row.standing, row.note) == (Standing.PARTLY, "Between us: I dread it")
    assert row.differs and not home.conflicts and home.evidence == mine().evidence
    assert merge(home, copy) is home


def test_what_i_changed_meanwhile_is_no_conflict_with_my_own_old_words() -> None:
    copy = copy_for_manager(mine(), ["notes"])
    later = edits.set_standing(mine(), [ROW], Standing.SHOWN)
    assert merge(later, copy) == later


def test_a_copy_that_was_changed_by_hand_is_a_conflict_and_mine_stays() -> None:
    copy = copy_for_manager(mine())
    rows = tuple(
        replace(row, standing=Standing.NOT_YET) if row.id == ROW else row for row in copy.rows
    )
    forged = replace(copy, rows=rows)
    assert is_sealed(copy) and not is_sealed(forged)
    home = merge(mine(), forged)
    assert home.row_of[ROW].standing is Standing.PARTLY
    (conflict,) = home.open_conflicts
    assert (conflict.about, conflict.field) == (ROW, "standing")
    assert set(conflict.values) == {
        Value(standing=Standing.PARTLY),
        Value(standing=Standing.NOT_YET),
    }


def two_views() -> Plan:
    """Return my plan with one view of the manager's, written in a meeting, and another that came
    back in a copy.
    """
    home = edits.set_view(mine(), ROW, View(standing=Standing.SHOWN))
    copy = edits.set_standing(copy_for_manager(mine()), [ROW], Standing.NOT_YET)
    return merge(home, copy)


def test_two_views_of_the_manager_are_both_kept_until_somebody_chooses() -> None:
    home = two_views()
    (conflict,) = home.open_conflicts
    assert home.row_of[ROW].manager == View(standing=Standing.SHOWN)
    other = next(
        number
        for number, value in enumerate(conflict.values)
        if value.manager and value.manager.standing is Standing.NOT_YET
    )
    chosen = edits.choose(home, conflict, other)
    assert chosen.row_of[ROW].manager == View(standing=Standing.NOT_YET)
    assert not chosen.open_conflicts and len(chosen.conflicts) == 1
    again = edits.set_standing(copy_for_manager(mine()), [ROW], Standing.NOT_YET)
    assert merge(chosen, again) == chosen, "the same copy again raises nothing anew"


def test_a_new_value_opens_a_settled_conflict_again() -> None:
    home = two_views()
    home = edits.choose(home, home.open_conflicts[0], 0)
    third = edits.set_standing(copy_for_manager(mine()), [ROW], Standing.PARTLY)
    assert len(merge(home, third).open_conflicts[0].values) == 3


def test_writing_over_a_value_in_conflict_settles_it() -> None:
    home = edits.set_view(two_views(), ROW, View(standing=Standing.PARTLY))
    assert not home.open_conflicts
    assert home.row_of[ROW].manager == View(standing=Standing.PARTLY)
    same = edits.set_view(two_views(), ROW, View(standing=Standing.SHOWN))
    assert not same.open_conflicts, "saying the same again is a choice, too"


def test_evidence_changed_on_both_sides_is_a_conflict_of_whole_pieces() -> None:
    copy = copy_for_manager(mine(), ["evidence"])
    theirs = edits.change_item(copy, replace(copy.evidence[0], confirmed_by="Kim"))
    own = edits.change_item(mine(), replace(mine().evidence[0], date="2026-05-01"))
    home = merge(own, theirs)
    assert home.evidence == own.evidence
    (conflict,) = home.open_conflicts
    pieces = [value.evidence for value in conflict.values]
    assert {piece.confirmed_by for piece in pieces if piece} == {"", "Kim"}
    confirmed = next(n for n, piece in enumerate(pieces) if piece and piece.confirmed_by)
    assert edits.choose(home, conflict, confirmed).evidence[0].confirmed_by == "Kim"


def test_what_i_took_out_does_not_come_back_with_a_copy() -> None:
    copy = copy_for_manager(mine(), ["evidence"])
    theirs = edits.change_item(copy, replace(copy.evidence[0], confirmed_by="Kim"))
    without = edits.remove_item(mine(), mine().evidence[0].id)
    assert merge(without, theirs).evidence == ()
    conflicted = merge(
        edits.change_item(mine(), replace(mine().evidence[0], date="2026-05-01")), theirs
    )
    left = edits.remove_item(conflicted, mine().evidence[0].id)
    assert not left.conflicts, "nothing of it stays behind in a conflict"


def test_what_the_manager_adds_comes_home_and_is_mine_once_i_change_it() -> None:
    copy = edits.add_item(
        copy_for_manager(mine()), Agreement(id="new", text="Lead the audit", date="2026-12-01")
    )
    copy = edits.add_action(copy, [OTHER], "Shadow the budget round")
    home = merge(mine(), copy)
    assert [one.brought for one in home.actions] == [False, True]
    assert home.agreed[0].text == "Lead the audit"
    done = edits.set_done(home, home.actions[1].id, True)
    assert not done.actions[1].brought


def test_two_files_of_mine_are_merged_like_any_other() -> None:
    other = edits.set_note(plan(), [OTHER], "From the train")
    other = edits.set_reviews(edits.set_note(other, [ROW], "Another note"), ["2027-01-05"])
    home = merge(mine(), other)
    assert home.row_of[OTHER].note == "From the train" and home.reviews == ("2027-01-05",)
    assert [conflict.field for conflict in home.open_conflicts] == ["note"]
    assert home.row_of[ROW].note == "Between us: I dread it"
    gone = edits.remove_item(mine(), mine().evidence[0].id)
    assert merge(mine(), gone).evidence == (), "what one of my files took out is out"
    assert merge(home, merge(other, mine())).conflicts == home.conflicts


def test_three_files_end_the_same_whichever_comes_first() -> None:
    one = edits.set_note(plan(), [ROW], "one")
    two = edits.set_note(plan(), [ROW], "two")
    grown = carry(plan(), edition("5", "green", "Write the plan for trees.", "Burn.")).plan
    three = edits.set_note(grown, [grown.rows[-1].id, ROW], "three")
    first = merge(merge(merge(plan(), one), two), three)
    last = merge(merge(merge(plan(), three), two), one)
    assert first == last
    assert {value.note for value in first.open_conflicts[0].values} == {"one", "two", "three"}


def test_a_turned_down_value_stays_turned_down_after_i_emptied_the_field() -> None:
    home = two_views()
    copy = edits.set_standing(copy_for_manager(mine()), [ROW], Standing.NOT_YET)
    empty = edits.set_view(home, ROW, None)
    assert empty.row_of[ROW].manager is None and not empty.open_conflicts
    assert merge(empty, copy) == empty


def test_another_plan_is_refused() -> None:
    with pytest.raises(UsageError, match="two different plans"):
        merge(plan(), begin(comparer(), "4", ["6"]))


def test_what_one_of_two_versions_changed_of_the_plan_itself_is_taken_from_it() -> None:
    base = edits.set_reviews(plan(), ["2027-01-31"])
    named, dated = edits.rename(base, "Alex"), edits.set_reviews(base, ["2027-03-01"])
    for mine, theirs in ((named, dated), (dated, named)):
        both = merge_since(base, mine, theirs)
        assert (both.name, both.reviews) == ("Alex", ("2027-03-01",))
    assert merge_since(base, named, edits.rename(base, "Kim")).name == "Alex", "mine holds"
    assert merge_since(base, base, named) is named
    assert merge_since(base, named, base) is named


def test_what_one_of_two_versions_changed_of_rows_and_actions_is_taken_from_it() -> None:
    base = mine()
    here = edits.set_note(base, [ROW], "Less dread now")
    here = edits.set_standing(here, [OTHER], Standing.SHOWN)
    there = edits.set_done(base, base.actions[0].id, True)
    there = edits.add_evidence(there, [OTHER], "Kept the books")
    for both in (merge_since(base, here, there), merge_since(base, there, here)):
        assert both.row_of[ROW].note == "Less dread now" and not both.conflicts
        assert both.row_of[OTHER].standing is Standing.SHOWN
        assert [action.done for action in both.actions] == [True]
        assert [one.result for one in both.evidence] == [
            "Ran the team for a month",
            "Kept the books",
        ]


def test_a_conflict_about_what_was_taken_out_is_gone_with_it() -> None:
    base = edits.add_evidence(plan(), ["5.people.1"], "Done")
    entry = base.evidence[0]
    mine = edits.change_item(base, msgspec.structs.replace(entry, result="Mine"))
    theirs = edits.change_item(base, msgspec.structs.replace(entry, result="Theirs"))
    torn = merge(mine, theirs)
    assert [one.about for one in torn.open_conflicts] == [entry.id]
    assert merge(edits.remove_item(base, entry.id), torn).conflicts == ()
    assert [one.about for one in merge(base, torn).open_conflicts] == [entry.id]
