"""*This statement* is found again after its document was edited."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawing import framework
from pathways.model.framework import Framework
from pathways.model.reference import StatementMatch, StatementRef, find_again, fingerprint

TEXTS = [
    "Lead a team of up to six officers.",
    "Agree the yearly budget of the section with finance.",
    "Keep the register of risks up to date.",
    "Sit on selection panels where appropriate.",
    "Report monthly on progress to the board.",
]


def job_family(texts: Sequence[str]) -> Framework:
    return framework("11-12", "parks", texts={"11": {"duties": texts}})


def refs(texts: Sequence[str]) -> list[StatementRef]:
    return [StatementRef.to(statement) for statement in job_family(texts).statements]


def test_the_same_text_in_its_old_place_is_the_same() -> None:
    checked = 0
    for ref in refs(TEXTS):
        found = ref.find(job_family(TEXTS).statements)
        checked += 1
        assert found.how is StatementMatch.SAME
        checked += 1
        assert found.statement and found.statement.id == ref.id
    assert checked


@pytest.mark.parametrize("place", range(len(TEXTS) + 1))
def test_a_sentence_put_in_anywhere_leaves_every_reference_at_its_own_text(place: int) -> None:
    checked = 0
    edited = [*TEXTS[:place], "Welcome visitors to the depot.", *TEXTS[place:]]
    found = find_again(refs(TEXTS), job_family(edited).statements)
    for ref, match in found.items():
        checked += 1
        assert match.statement and match.statement.text == ref.text
        checked += 1
        assert match.how in (StatementMatch.SAME, StatementMatch.MOVED)
    assert checked


def test_a_text_that_was_put_elsewhere_is_found_there() -> None:
    moved = framework(
        "11-12", "parks", texts={"11": {"duties": TEXTS[1:]}, "12": {"people": TEXTS[:1]}}
    )
    found = refs(TEXTS)[0].find(moved.statements)
    assert found.how is StatementMatch.MOVED
    assert found.statement and found.statement.id == "12.people.1"


def test_case_punctuation_and_spacing_do_not_make_another_text() -> None:
    edited = ["LEAD a  team of up to six officers", *TEXTS[1:]]
    assert refs(TEXTS)[0].find(job_family(edited).statements).how is StatementMatch.SAME
    assert fingerprint("Staff’s rota.") == fingerprint("staff's ROTA")


def test_nearly_the_same_text_is_found_wherever_it_stands() -> None:
    edited = [*TEXTS[1:], "Lead a team of up to ten officers."]
    found = refs(TEXTS)[0].find(job_family(edited).statements)
    assert found.how is StatementMatch.NEARLY
    assert found.statement and "ten officers" in found.statement.text


def test_what_stands_now_under_the_old_id_is_not_taken_for_it() -> None:
    edited = ["Order stationery.", *TEXTS[1:]]
    found = refs(TEXTS)[0].find(job_family(edited).statements)
    assert found == msgspec.structs.replace(found, how=StatementMatch.GONE, statement=None)


def test_a_statement_found_by_its_text_is_no_successor_of_another() -> None:
    before = ["Lead a team of six officers.", "Lead a team of ten officers."]
    found = find_again(refs(before), job_family(before[1:]).statements)
    assert [match.how for match in found.values()] == [StatementMatch.GONE, StatementMatch.MOVED]


def test_two_references_to_changed_texts_do_not_lead_to_one_statement() -> None:
    before = ["Check invoices of the depot weekly.", "Check invoices of the depot monthly."]
    now = ["Check invoices of the depot daily."]
    found = find_again(refs(before), job_family(now).statements)
    assert sorted(match.how for match in found.values()) == [
        StatementMatch.GONE,
        StatementMatch.NEARLY,
    ]


def test_one_text_for_two_grades_is_found_in_its_own_neighbourhood() -> None:
    line = "Follow the rules of data protection."
    texts = {"11": {"duties": ["First.", line]}, "12": {"duties": ["Second.", line]}}
    ref = StatementRef.to(framework("11-12", "parks", texts=texts).statements[3])
    texts["12"]["duties"].insert(0, "A new duty.")
    found = ref.find(framework("11-12", "parks", texts=texts).statements)
    assert found.statement and found.statement.id == "12.duties.3"


def test_a_reference_without_its_text_is_found_by_its_fingerprint_alone() -> None:
    bare = msgspec.structs.replace(refs(TEXTS)[2], text="")
    assert bare.find(job_family(TEXTS[1:]).statements).how is StatementMatch.MOVED
    edited = [text.replace("date", "this day") for text in TEXTS]
    assert bare.find(job_family(edited).statements).how is StatementMatch.GONE


def test_texts_without_a_word_have_fingerprints_of_their_own() -> None:
    assert fingerprint("—") != fingerprint("…")
    for text in ("—", "…"):
        assert StatementRef.to(job_family([text]).statements[0]).find([]).how is StatementMatch.GONE


@given(st.permutations(TEXTS), st.sets(st.integers(0, len(TEXTS) - 1)))
def test_no_order_and_no_loss_confuses_what_is_left(order: list[str], gone: set[int]) -> None:
    left = [text for place, text in enumerate(order) if place not in gone]
    found = find_again(refs(TEXTS), job_family(left).statements)
    assert len(found) == len(TEXTS)
    for ref, match in found.items():
        assert (match.statement is not None) is (ref.text in left)
        if match.statement:
            assert match.statement.text == ref.text
