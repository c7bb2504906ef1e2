"""The framework changes, the plan stays."""

from __future__ import annotations

import msgspec

from drawing import ladder
from pathways.compare.comparison import Comparer
from pathways.model.plan import Plan, Standing
from pathways.planning import edits
from pathways.planning.carry import carry, up_to_date
from pathways.planning.where import where_i_stand
from pathways.report.plan_words import carried_sentences, outdated_sentence
from planning.plans import GRADES, comparer, edition, ids, plan

ROW = "5.money.1"


def mine() -> Plan:
    made = edits.set_standing(plan(), ["5.money.1", "5.money.2"], Standing.SHOWN)
    return edits.add_evidence(made, ["5.money.1", "5.money.2"], "Kept within budget")


def test_the_same_edition_changes_nothing() -> None:
    found = carry(mine(), comparer())
    assert found.plan is not None and found.plan == mine()
    assert not (found.changed or found.reworded or found.gone or found.new or found.missing)


def test_a_sentence_put_in_front_moves_no_word_of_mine() -> None:
    found = carry(mine(), edition("5", "money", "Count the till.", *GRADES["5"]["money"]))
    carried = found.plan
    assert [(row.text, row.standing) for row in carried.rows if row.dimension == "money"] == [
        ("Count the till.", Standing.UNSAID),
        ("Set the yearly budget of the depot.", Standing.SHOWN),
        ("Sign orders up to 5,000 pounds.", Standing.SHOWN),
    ]
    assert carried.row_of[ROW].statement.id == "5.money.2" and not carried.row_of[ROW].changed
    assert found.new == ("5.money.1-2",) and carried.evidence == mine().evidence
    assert carried.frameworks[0].version != mine().frameworks[0].version


def test_a_text_with_another_meaning_says_what_it_was_until_i_have_seen_it() -> None:
    found = carry(mine(), edition("5", "money", "Assist with the yearly budget of the depot."))
    row = found.plan.row_of[ROW]
    assert found.changed == (ROW,)
    assert (row.changed, row.was) == ("changed", "Set the yearly budget of the depot.")
    assert row.standing is Standing.SHOWN and found.plan.evidence_of[ROW]
    seen = edits.accept_text(found.plan, [ROW]).row_of[ROW]
    assert (seen.changed, seen.was, seen.text) == ("", "", row.text)
    again = carry(found.plan, edition("5", "money", row.text))
    assert again.plan == found.plan and not again.changed


def test_a_text_that_only_reads_otherwise_is_reworded() -> None:
    text = "Set the annual budget of the depot."
    found = carry(mine(), edition("5", "money", text, GRADES["5"]["money"][1]))
    assert found.plan.row_of[ROW].changed in ("reworded", "changed")
    assert (*found.reworded, *found.changed) == (ROW,)
    assert found.plan.row_of[ROW].was == GRADES["5"]["money"][0]


def test_what_vanished_is_kept_with_its_evidence_and_counts_no_more() -> None:
    found = carry(mine(), edition("5", "money", GRADES["5"]["money"][0]))
    row = found.plan.row_of["5.money.2"]
    assert found.gone == ("5.money.2",) and row.changed == "gone"
    assert row.text == "Sign orders up to 5,000 pounds." and row.standing is Standing.SHOWN
    assert found.plan.rows[-1] == row and row.id in ids(found.plan)
    assert where_i_stand(found.plan).startswith("1 of 4 shown")
    assert edits.accept_text(found.plan, [row.id]) == found.plan, "gone stays gone"
    back = carry(found.plan, comparer())
    assert back.plan == mine() and back.back == ("5.money.2",)


def test_there_and_back_again_is_where_it_was() -> None:
    other = edition("5", "money", "Assist with the yearly budget of the depot.")
    assert carry(carry(mine(), other).plan, comparer()).plan == mine()


def test_an_aim_that_is_no_longer_there_keeps_all_its_rows() -> None:
    texts = {node: GRADES[node] for node in ("4", "6")}
    found = carry(mine(), Comparer(ladder("4-6", texts=texts), comparer().vocabulary))
    assert [place.title for place in found.missing] == ["Grade 5"]
    assert {row.changed for row in found.plan.rows} == {"gone"}
    assert [row.text for row in found.plan.rows] == [row.text for row in mine().rows]


def test_where_my_own_grade_is_gone_the_texts_are_still_followed() -> None:
    texts = {node: GRADES[node] for node in ("5", "6")}
    found = carry(mine(), Comparer(ladder("5-6", texts=texts), comparer().vocabulary))
    assert [place.title for place in found.missing] == ["Grade 4"]
    assert [row.verdict for row in found.plan.rows] == [row.verdict for row in mine().rows]
    assert not found.gone
    assert found.plan.frameworks[0].id == mine().frameworks[0].id


def test_a_grade_with_another_id_is_found_by_its_title() -> None:
    library = ladder("4-5-6", texts=GRADES)
    (framework,) = library.frameworks
    names = {"5": "band-five"}
    nodes = tuple(msgspec.structs.replace(n, id=names.get(n.id, n.id)) for n in framework.nodes)
    blocks = tuple(
        msgspec.structs.replace(b, nodes=tuple(names.get(n, n) for n in b.nodes))
        for b in framework.blocks
    )
    renamed = msgspec.structs.replace(framework, nodes=nodes, blocks=blocks)
    new = type(library).merge([renamed], library.shared_dimensions)
    found = carry(mine(), Comparer(new, comparer().vocabulary))
    assert [place.id for place in found.plan.aims] == ["band-five"]
    assert not found.gone and not found.missing
    assert found.plan.row_of[ROW].statement.id == "band-five.money.1"


def test_two_texts_that_became_one_keep_both_rows() -> None:
    before = carry(plan(), edition("5", "money", "Count coins.", "Count coins.")).plan
    after = carry(before, edition("5", "money", "Count coins."))
    coins = [row for row in after.plan.rows if row.text == "Count coins."]
    assert sorted(row.changed for row in coins) == ["", "gone"]


def test_a_text_that_stays_and_is_compared_otherwise_is_told() -> None:
    same = edition("4", "money", *GRADES["5"]["money"])  # my own grade asks for all of it now
    found = carry(mine(), same)
    assert set(found.judged) == {"5.money.1", "5.money.2"} and not found.text_differs
    told = list(carried_sentences(found))
    assert told[0].startswith("2 statements are compared differently") and len(told) == 3
    assert "2 statements are compared differently today" in outdated_sentence(found)
    assert outdated_sentence(carry(found.plan, same)) == ""


def test_a_changed_document_is_told_of_on_the_page() -> None:
    found = carry(mine(), edition("5", "money", "Assist with the yearly budget of the depot."))
    assert outdated_sentence(found).startswith("The document has changed since")


def test_a_plan_brought_up_to_date_has_nothing_left_to_look_at() -> None:
    after = edition("5", "money", "Assist with the yearly budget of the depot.")
    renewed = up_to_date(mine(), after)
    assert not any(row.changed in ("changed", "reworded") for row in renewed.rows)
    assert not carry(renewed, after).text_differs and renewed.evidence == mine().evidence
