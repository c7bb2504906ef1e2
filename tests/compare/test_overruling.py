"""Edits of what persons judge: one statement has one partner, and what changes nothing is the same
value.
"""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import ladder
from pathways.compare.change import Verdict
from pathways.compare.overruling import (
    JUDGEABLE,
    at_odds,
    fingerprint,
    judge_as,
    pair,
    part,
    seen_from,
    take_back,
    turned,
)
from pathways.errors import UsageError
from pathways.model.overrule import Between, Judged, Overrules, Paired, Parted, contradictions
from pathways.model.statement import Statement

LIBRARY = ladder(
    "1-2",
    texts={
        "1": {"risk": ["Report risks", "Keep a log", "Write it down"]},
        "2": {"risk": ["Manage risks", "Own the log", "Read it out"]},
        "1 2": {"purpose": ["Serve the public"]},
    },
)
UP = Between("1", "2", "risk")
DOWN = Between("2", "1", "risk")
A, B, C = LIBRARY.statements_of("1", "risk")
X, Y, Z = LIBRARY.statements_of("2", "risk")
SHARED = LIBRARY.statements_of("1", "purpose")[0]
NONE = Overrules()


def pairs(overrules: Overrules) -> list[tuple[str, ...]]:
    return [one.statements for one in (*overrules.paired, *overrules.judged)]


def test_a_pairing_holds_the_ids_the_words_of_the_person_and_the_day() -> None:
    found = pair(
        NONE,
        UP,
        A,
        Y,
        reason=" Both are\nthe log. ",
        who="Ann Smith",
        date=datetime.date(2026, 11, 21),
    )
    (one,) = found
    assert isinstance(one, Paired)
    assert (one.between, one.statements) == (UP, (A.id, Y.id))
    assert (one.reason, one.who, one.date) == ("Both are the log.", "Ann Smith", "2026-11-21")
    assert one.fingerprint == fingerprint(A, Y)


def test_pairing_again_changes_nothing_whatever_the_day() -> None:
    found = pair(NONE, UP, A, Y, reason="why", date=datetime.date(2026, 11, 21))
    assert pair(found, UP, A, Y, reason="why", date=datetime.date(2026, 11, 22)) is found
    assert pair(found, DOWN, Y, A, reason="why") is found
    assert pair(found, UP, A, Y, reason="another") != found
    assert len(pair(found, UP, A, Y, reason="another")) == 1


def test_a_statement_has_one_partner() -> None:
    found = pair(pair(NONE, UP, A, X), UP, B, Y)
    assert pairs(pair(found, UP, A, Y)) == [(A.id, Y.id)]
    assert pairs(pair(found, DOWN, Y, A)) == [(Y.id, A.id)]


def test_a_statement_that_is_set_apart_loses_its_partner_and_gets_one_again() -> None:
    found = part(pair(NONE, UP, A, X), UP, X)
    assert (found.paired, [one.statement for one in found.parted]) == ((), [X.id])
    assert part(found, UP, X) is found
    assert part(found, DOWN, X) is found
    assert pair(found, UP, A, X) == pair(NONE, UP, A, X)


def test_a_verdict_stands_beside_the_pairing_it_speaks_of_and_ends_others() -> None:
    found = judge_as(pair(NONE, UP, A, X), UP, A, X, Verdict.RAISED, reason="budget")
    assert pairs(found) == [(A.id, X.id), (A.id, X.id)]
    assert judge_as(found, UP, A, X, Verdict.RAISED, reason="budget") is found
    assert [one.verdict for one in judge_as(found, UP, A, X, Verdict.EASED).judged] == ["eased"]
    assert pairs(judge_as(found, UP, A, Y, Verdict.CHANGED)) == [(A.id, Y.id)]
    assert pairs(judge_as(part(NONE, UP, A), UP, A, X, Verdict.CHANGED)) == [(A.id, X.id)]


def test_the_same_verdict_given_from_the_other_end_changes_nothing() -> None:
    found = judge_as(NONE, UP, A, X, Verdict.RAISED)
    assert judge_as(found, DOWN, X, A, Verdict.EASED) is found
    assert [one.verdict for one in judge_as(found, DOWN, X, A, Verdict.RAISED).judged] == ["raised"]


def test_pairing_keeps_the_verdict_on_that_pair() -> None:
    found = judge_as(NONE, UP, A, X, Verdict.RAISED)
    assert pair(found, UP, A, X).judged == found.judged


def test_judgements_on_other_nodes_or_dimensions_do_not_matter() -> None:
    elsewhere = pair(
        pair(NONE, UP._replace(dimension="people"), A, X), UP._replace(after="3"), A, Z
    )
    assert len(pair(elsewhere, UP, A, Y)) == 3


def test_what_is_taken_back_is_gone_and_taking_back_again_changes_nothing() -> None:
    before = pair(NONE, UP, B, Y)
    found = judge_as(before, UP, A, X, Verdict.RAISED)
    (judged,) = found.judged
    assert take_back(found, judged) == before
    assert take_back(before, judged) is before
    assert take_back(part(before, UP, A), part(NONE, UP, A).parted[0]) == before


def test_with_a_pairing_goes_the_verdict_that_rests_on_it() -> None:
    kept = judge_as(NONE, UP, B, Y, Verdict.EASED)
    found = judge_as(pair(kept, UP, A, X), UP, A, X, Verdict.RAISED)
    assert take_back(found, found.paired[0]) == kept
    assert take_back(found, found.judged[1]) == pair(kept, UP, A, X)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict not in JUDGEABLE])
def test_only_kinds_of_change_between_two_texts_can_be_judged(verdict: Verdict) -> None:
    with pytest.raises(
        UsageError,
        match=rf"cannot be judged as “{verdict.word}”, only as one of: more asked, less asked",
    ):
        judge_as(NONE, UP, A, X, verdict)


def test_one_text_that_serves_both_is_no_matter_of_judgement() -> None:
    between = UP._replace(dimension="purpose")
    for edit in (
        lambda: pair(NONE, between, SHARED, X),
        lambda: part(NONE, between, SHARED),
        lambda: judge_as(NONE, between, A, SHARED, Verdict.RAISED),
    ):
        with pytest.raises(UsageError, match="share this text"):
            edit()


def test_a_fingerprint_sees_words_not_looks() -> None:
    def text(words: str) -> str:
        (statement,) = ladder("1-2", texts={"1": {"risk": [words]}}).statements_of("1")
        return fingerprint(statement)

    assert text("Report risks.") == text("report  Risks")
    assert text("Report risks.") != text("Report a risk.")
    assert fingerprint(A, X) == fingerprint(X, A) != fingerprint(A)
    assert len(text("Report")) == 12


def test_control_characters_do_not_get_into_a_file() -> None:
    (one,) = pair(NONE, UP, A, X, reason="a\x00b\ud800\u2028c\x85", who="\uffff")
    assert (one.reason, one.who) == ("ab c", "")


def test_a_judgement_is_seen_from_both_ends_and_from_no_others() -> None:
    (judged,) = judge_as(NONE, UP, A, X, Verdict.RAISED)
    seen = seen_from(judged, DOWN)
    assert isinstance(seen, Judged)
    assert (seen.statements, seen.verdict) == ((X.id, A.id), "eased")
    assert seen_from(judged, UP) is judged
    assert seen_from(judged, UP._replace(dimension="people")) is None


edits = st.lists(
    st.tuples(
        st.sampled_from(["pair", "part", "judge", "take back"]),
        st.booleans(),
        st.sampled_from([A, B, C]),
        st.sampled_from([X, Y, Z]),
        st.sampled_from(JUDGEABLE),
    ),
    max_size=12,
)


def edited(
    overrules: Overrules, edit: tuple[str, bool, Statement, Statement, Verdict]
) -> Overrules:
    kind, up, low, high, verdict = edit
    between, before, after = (UP, low, high) if up else (DOWN, high, low)
    if kind == "pair":
        return pair(overrules, between, before, after)
    if kind == "part":
        return part(overrules, between, before)
    if kind == "judge":
        return judge_as(overrules, between, before, after, verdict)
    return take_back(overrules, next(iter(overrules))) if overrules else overrules


@settings(max_examples=200, deadline=None)
@given(edits=edits)
def test_no_edits_ever_lead_to_a_contradiction_and_none_works_twice(
    edits: list[tuple[str, bool, Statement, Statement, Verdict]],
) -> None:
    found = NONE
    for edit in edits:
        found = edited(found, edit)
        assert not list(contradictions(found))
        assert [turned(turned(one)) for one in found] == list(found)
        if edit[0] != "take back":
            assert edited(found, edit) is found
    for edit in edits:
        found = edited(found, ("take back", *edit[1:]))
    assert not list(contradictions(found))


def test_persons_judgements_are_one_value_of_three_kinds() -> None:
    found = judge_as(part(pair(NONE, UP, A, X), UP, B), UP, C, Z, Verdict.CHANGED)
    assert [type(one) for one in found] == [Paired, Parted, Judged]
    assert len(found) == 3
    assert Overrules.of(*found) == found
    assert not NONE


def test_a_judgement_is_at_odds_with_another_of_the_same_statement_but_not_with_what_it_rests_on() -> (
    None
):
    (paired,) = pair(Overrules(), UP, A, X)
    (verdict,) = judge_as(Overrules(), UP, A, X, Verdict.EASED)
    (other,) = pair(Overrules(), UP, A, Y)
    (apart,) = part(Overrules(), UP, A)
    (elsewhere,) = pair(Overrules(), UP, B, Z)
    assert not at_odds(paired, verdict), "a verdict on a pair rests on the pairing"
    assert at_odds(paired, other)
    assert at_odds(paired, apart)
    assert at_odds(verdict, other)
    assert at_odds(turned(paired), other), "seen from either end"
    assert not at_odds(paired, elsewhere)
