from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.search.forms import WordForms
from pathways.search.spelling import MOST, Spelling, distance, one_edit

KNOWN = {
    "management": 50,
    "manage": 80,
    "risk": 30,
    "responsibility": 9,
    "responsible": 12,
    "leaders": 4,
    "form": 1,
    "from": 90,
    "register": 3,
    "there": 1,
    "their": 40,
    "team": 6,
    "term": 2,
    "tear": 2,
}


def spelling() -> Spelling:
    return Spelling(KNOWN, WordForms(KNOWN, ()).beginning)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("managment", "management"),  # a letter missing
        ("mannagement", "management"),  # one too many
        ("managenent", "management"),  # one wrong
        ("maangement", "management"),  # two swapped
        ("rsik", "risk"),
        ("mangaemnet", "management"),  # two slips in a long word
        ("leadres", "leaders"),
        ("riskregister", "risk register"),
    ],
)
def test_the_word_that_was_meant_comes_first(typed: str, meant: str) -> None:
    assert spelling().nearest(typed)[0] == meant


def test_a_word_with_a_slip_is_recognised_before_it_is_finished() -> None:
    assert spelling().nearest("resposib", growing=True)[0] == "responsible"
    assert spelling().nearest("resposib") == []


@pytest.mark.parametrize("typed", ["ri", "xyzzyxyz", "2019", "x" * 10_000, "zq", ""])
def test_what_is_near_to_nothing_gets_no_suggestion(typed: str) -> None:
    assert spelling().nearest(typed) == []
    assert spelling().better(typed) == []


def test_the_first_letter_is_believed_and_then_the_more_frequent_word() -> None:
    known = Spelling(
        {"risks": 1, "disks": 99, "rinks": 5, "rises": 9, "ricks": 2}, lambda _start: []
    )
    assert known.nearest("riskz") == ["risks"]
    assert known.nearest("rizks") == ["rinks", "ricks", "risks"]
    assert MOST == 3


def test_the_last_letter_is_believed_before_how_frequent_a_word_is() -> None:
    known = Spelling({"teams": 1, "teal": 99}, lambda _start: [])
    assert known.nearest("teas") == ["teams", "teal"]


def test_swapped_letters_are_the_first_guess() -> None:
    assert Spelling({"form": 1, "farm": 99}, lambda _start: []).nearest("fomr") == ["form"]
    assert (
        Spelling({"trial": 1, "trails": 99, "tril": 99}, lambda _start: []).nearest("trail")[0]
        == "trial"
    )


def test_a_rare_word_may_stand_for_a_far_more_frequent_one() -> None:
    frequent = Spelling({"mange": 1, "manage": 80, "mangel": 9}, lambda _start: [])
    assert frequent.better("mange") == ["manage"]
    assert frequent.better("manage") == []


def by_recursion(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    best = min(
        by_recursion(one[:-1], other) + 1,
        by_recursion(one, other[:-1]) + 1,
        by_recursion(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    )
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-2] and one[-2] == other[-1]:
        best = min(best, by_recursion(one[:-2], other[:-2]) + 1)
    return best


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 4))
def test_the_distance_is_that_of_trying_everything(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(by_recursion(one, other), most + 1)


@given(st.text("abc", min_size=1, max_size=5))
def test_one_edit_makes_exactly_what_is_at_most_one_away(word: str) -> None:
    made = set(one_edit(word, "abc"))
    assert all(distance(word, near, 1) <= 1 for near in made)
    assert {word[1:], word + "a", "b" + word, word[:-1] + "c"} <= made


@given(
    st.lists(st.text("abcd", min_size=6, max_size=8), min_size=1, max_size=20),
    st.text("abcd", min_size=6),
)
def test_two_slips_are_found_wherever_they_are(known: list[str], typed: str) -> None:
    near = [
        word
        for word in known
        if distance(typed, word, 1 if word[0] != typed[0] else 2) <= 2 - (word[0] != typed[0])
    ]
    found = Spelling(dict.fromkeys(known, 1), WordForms(known, ()).beginning).nearest(typed)
    if len(typed) <= 40 and typed not in known:
        assert bool(found) == bool(near)
        assert set(found) <= set(near)
