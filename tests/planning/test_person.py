"""What a plan says of a person can be seen and removed."""

from __future__ import annotations

import msgspec
import pytest

from pathways.errors import UsageError
from pathways.model.plan import Agreement, Plan, Standing, View
from pathways.planning import edits
from pathways.planning.manager_copy import copy_for_manager
from pathways.planning.merge import merge
from pathways.planning.person import everything_about, names_in, without_notes, without_person
from planning.plans import plan

ROW, OTHER = "5.people.1", "5.money.1"


def mine() -> Plan:
    made = edits.set_note(plan(), [ROW], "Kim\n Marsh finds me slow; Kimberley does not.")
    made = edits.set_view(
        made, ROW, View(standing=Standing.SHOWN, note="Well done", who="Kim Marsh")
    )
    made = edits.set_view(made, OTHER, View(note="Ask KIM MARSH", who="Lou"))
    made = edits.add_evidence(made, [ROW], "Stood in for Kim Marsh", links=["kim marsh.pdf", "x"])
    found = made.evidence[0]
    made = edits.change_item(made, msgspec.structs.replace(found, confirmed_by="Kim Marsh"))
    made = edits.add_action(made, [ROW], "Shadow Kim Marsh", with_whom="Kim Marsh")
    made = edits.add_item(made, Agreement(id="new", text="Kim Marsh will ask"))
    copy = copy_for_manager(made, who="Kim Marsh")
    return merge(made, edits.set_standing(copy, [OTHER], Standing.PARTLY))


def test_every_place_that_names_a_person_is_shown() -> None:
    found = everything_about(mine(), "kim  marsh")
    places = [one.where for one in found]
    assert len(found) == 11 and places.count("a value in conflict") == 2
    assert everything_about(mine(), "Kimber") == ()
    assert [one.where for one in everything_about(mine(), "Sam Field")] == ["name of the plan"]
    copy = copy_for_manager(mine(), who="Kim Marsh")
    assert everything_about(copy, "Kim Marsh")[0].where == "for whom the copy was made"


def test_a_person_taken_out_is_nowhere_any_more_and_the_rest_stays() -> None:
    left = without_person(mine(), "Kim Marsh")
    assert b"marsh" not in msgspec.json.encode(left).lower()
    assert everything_about(left, "Kim Marsh") == ()
    assert left.row_of[ROW].manager is None
    assert left.row_of[OTHER].manager == View(note="Ask [name removed]", who="Lou")
    assert left.row_of[ROW].note == "[name removed] finds me slow; Kimberley does not."
    assert left.evidence[0].links == ("[name removed].pdf", "x")
    assert left.name == "Sam Field" and not left.conflicts
    assert without_person(left, "Kim Marsh") is left
    assert without_person(copy_for_manager(left, who="Kim Marsh"), "Kim Marsh").copy


def test_the_notes_go_on_their_own() -> None:
    left = without_notes(mine())
    assert not any(row.note for row in left.rows)
    assert left.row_of[ROW].manager and left.evidence == mine().evidence
    assert without_notes(left) is left


def test_names_are_offered_to_choose_from() -> None:
    assert names_in(mine()) == ("Sam Field", "Kim Marsh", "Lou")
    assert names_in(copy_for_manager(plan(), who="Kim")) == ("Sam Field", "Kim")


def test_no_name_is_nobody() -> None:
    with pytest.raises(UsageError, match="whose name"):
        everything_about(plan(), "  ")


@pytest.mark.parametrize(
    "name, text, left",
    [
        ("Zoë O'Brien", "By Zoe O’Brien, ZOË O'BRIEN.", "By X, X."),
        ("Tom Field", "The field of Tom  Field", "The field of X"),
        ("李小龍", "和李小龍見面", "和X見面"),
        ("Ann", "Ann's annual plan; Annette", "X's annual plan; Annette"),
    ],
)
def test_a_name_is_taken_out_however_it_is_written_and_its_parts_are_left(
    name: str, text: str, left: str
) -> None:
    made = edits.set_note(plan(), [ROW], text)
    assert [one.text for one in everything_about(made, name)] == [text]
    after = without_person(made, name).row_of[ROW].note
    assert after == left.replace("X", "[name removed]")
