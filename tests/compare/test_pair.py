"""Two texts side by side: which stretches differ, and how much of them is the same."""

from __future__ import annotations

import pytest

import bundled
from pathways.compare.acts import one_act
from pathways.compare.additions import stands_alone
from pathways.compare.pair import Pair, lined_up
from pathways.compare.reading import read

SIGNS = {"equal": "=", "replace": "~", "insert": "+", "delete": "-"}


def pair(first: str, second: str) -> Pair:
    """Lay two texts side by side whose words all weigh the same."""
    return Pair(first, second, bundled.weights(), (None, None))


def told(runs: object, first: str, second: str) -> list[str]:
    assert isinstance(runs, list)
    one, other = first.split(), second.split()
    return [
        f"{SIGNS[tag]}{' '.join(one[i1:i2])}|{' '.join(other[j1:j2])}"
        for tag, i1, i2, j1, j2 in runs
    ]


@pytest.mark.parametrize(
    ("first", "second", "stretches"),
    [
        ("mow lawns and rake beds", "dig holes and fill pits",
         ["~mow lawns and rake beds|dig holes and fill pits"]),
        ("mow lawns with shears", "dig holes with shears", ["~mow lawns|dig holes",
                                                            "=with shears|with shears"]),
        ("mow lawns and", "dig holes and", ["~mow lawns|dig holes", "=and|and"]),
        ("and mow lawns", "and dig holes", ["=and|and", "~mow lawns|dig holes"]),
        ("mow lawns or the beds", "dig holes or the pits",
         ["~mow lawns or the beds|dig holes or the pits"]),
        ("mow lawns of beds", "dig holes of pits",
         ["~mow lawns|dig holes", "=of|of", "~beds|pits"]),
        ("mow the lawns", "the dug lawns", ["~mow the|the dug", "=lawns|lawns"]),
        ("mow lawns", "mow lawns", ["=mow lawns|mow lawns"]),
        ("mow", "mow lawns", ["=mow|mow", "+|lawns"]),
    ],
)  # fmt: skip
def test_what_only_a_little_word_holds_apart_is_one_stretch(
    first: str, second: str, stretches: list[str]
) -> None:
    assert told([*pair(first, second).stretches], first, second) == stretches


@pytest.mark.parametrize(
    ("first", "second", "shorter", "longer"),
    [
        ("good knowledge", "very good understanding", 1.0, 1.0),  # neither has a subject
        ("good knowledge", "good knowledge of turf", 0.0, 0.0),
        ("good knowledge of turf", "good knowledge", 0.0, 0.0),
        ("mow turf", "mow turf", 1.0, 1.0),
        ("mow turf", "rake leaves", 0.0, 0.0),
        ("mow turf", "mow turf rake leaves", 1.0, 0.5),
        ("mow turf beds ponds", "mow turf", 1.0, 0.5),
        ("mow turf", "mow leaves", 0.5, 0.5),
    ],
)
def test_how_much_is_the_same_is_a_share_of_the_shorter_and_of_the_longer(
    first: str, second: str, shorter: float, longer: float
) -> None:
    found = pair(first, second)
    assert (found.alike, found.alike_both) == pytest.approx((shorter, longer))


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Mow the turf of parks", "Mow turf of graves", True),
        ("Mow turf", "Mow turf daily", True),
        ("Mow turf of parks", "Mow beds of parks", False),
        ("Mow", "Mow", False),
        ("Mow", "Mow turf", False),
    ],
)
def test_two_begin_alike_where_their_first_two_words_of_meaning_are_the_same(
    first: str, second: str, alike: bool
) -> None:
    assert pair(first, second).begun_alike is alike


def test_two_of_one_label_have_one_and_two_without_have_none() -> None:
    assert pair("Tree care. Mow all turf", "Tree care. Rake all leaves").one_label
    assert not pair("Tree care. Mow all turf", "Pond care. Rake all leaves").one_label
    assert not pair("Mow all turf", "Rake all leaves").one_label
    assert not pair("Tree care. Mow all turf", "Rake all leaves").one_label


@pytest.mark.parametrize(
    ("first", "second"),
    [("mow turf and turf", "turf"), ("a b c a b", "b a c b a"), ("mow turf", "mow turf")],
)
def test_what_became_of_which_words_is_the_mirror_image_the_other_way_round(
    first: str, second: str
) -> None:
    one, other = (read(text, bundled.language()) for text in (first, second))
    turned = {"insert": "delete", "delete": "insert"}
    back = [(turned.get(tag, tag), j1, j2, i1, i2) for tag, i1, i2, j1, j2 in lined_up(other, one)]
    assert [*lined_up(one, other)] == back


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("the turf beds", "some turf ponds", True),  # a half of the shorter, a half of the longer
        ("the turf beds", "turf ponds paths", False),
        ("manage turf", "manage ponds paths gates", True),  # one verb
        ("manage turf", "turf beds ponds", False),  # where only one does, more
        ("manage turf beds ponds", "turf beds ponds", True),
    ],
)
def test_two_that_share_half_of_what_they_say_or_their_verb_are_one_act(
    first: str, second: str, one: bool
) -> None:
    assert one_act(pair(first, second)) is one
    assert one_act(pair(second, first)) is one


@pytest.mark.parametrize(
    ("text", "words", "other", "alone"),
    [
        # at the beginning, and behind at most one word of meaning in its stretch
        ("if asked open the gates", "if asked", "open the gates", True),
        ("open the gates if asked", "if asked", "open the gates", True),
        ("open the gates daily if asked", "if asked", "open the gates", True),
        ("open the gates daily at dawn if asked", "if asked", "open the gates", False),
        # what it is a condition of follows, in the same clause
        ("open the gates if asked mend", "if asked", "open the gates", True),
        ("open the gates if asked mend lamps", "if asked", "open the gates", False),
        ("open the gates if asked, mend lamps", "if asked", "open the gates", False),
        ("open the gates if asked to mend; sweep lamps", "if asked", "open the gates", True),
        ("if asked mend lamps, open the gates", "if asked", "open the gates", True),
        # the word is no condition as it is written there
        ("potentially open gates", "potentially", "open gates", True),
        ("potential to open gates", "potential", "to open gates", False),
        # in words that both texts have nothing is told of it
        ("open the gates if asked", "if asked", "shut the gates if asked", True),
    ],
)
def test_a_condition_weakens_what_stays_or_belongs_to_other_words(
    text: str, words: str, other: str, alone: bool
) -> None:
    for side, found in enumerate([pair(text, other), pair(other, text)]):
        stated = found.texts[side].words
        length = len(words.split())
        place = next(p for p in range(len(stated)) if stated[p : p + length] == words.split())
        assert stands_alone(found, side, place, length) is alone


def test_how_often_a_thing_is_done_may_be_written_as_it_comes() -> None:
    found = pair("potential to open gates", "to open gates")
    assert stands_alone(found, 0, 0, 1, adverb=True)
    assert not stands_alone(found, 0, 0, 1)
