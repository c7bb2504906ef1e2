"""Which statement became which."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bundled
from golden_lines import check_lines
from invented import texts
from pathways.compare.align import THRESHOLD, align, likeness, scored
from pathways.compare.among import Among
from pathways.compare.weights import MEANING

WORDS = st.sampled_from("park road bin book tree lamp bench fence gate path staff budget".split())
STATEMENTS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=5)


def test_equal_statements_belong_together_wherever_they_stand() -> None:
    before, after = (
        ["Mend roads", "Empty bins", "Plant trees"],
        ["Plant trees.", "mend roads", "Empty  bins"],
    )
    assert align(before, after, bundled.weights(*before, *after)) == [(0, 1), (1, 2), (2, 0)]


def test_statements_with_nothing_in_common_are_not_paired() -> None:
    before, after = ["Mend roads", "Empty bins"], ["Play music", "Write poems"]
    assert align(before, after, bundled.weights(*before, *after)) == []


def test_not_even_two_sole_statements_with_nothing_in_common_are_paired() -> None:
    assert align(["Mend roads"], ["Play music"], bundled.weights("Mend roads", "Play music")) == []


def test_two_sole_statements_on_one_subject_are_paired() -> None:
    before = ["Contribute to risk awareness in your duties and raise matters"]
    after = ["Identify opportunities and risks of the service and escalate them"]
    filling = [f"Text {n} on {word}" for n, word in enumerate("fire flood storm theft".split())]
    assert align(before, after, bundled.weights(*before, *after, *filling)) == [(0, 0)]


def test_of_two_equally_similar_statements_the_one_at_the_like_place_is_meant() -> None:
    before = ["Mend roads in parks", "Plant trees", "Empty bins"]
    after = ["Mend roads in towns", "Sing songs", "Mend roads in woods"]
    weights = bundled.weights(*before, *after)
    assert align(before, after, weights)[0] == (0, 0)
    assert align(before[::-1], after, weights)[-1] == (2, 2)


def test_between_documents_of_different_origin_places_say_nothing() -> None:
    before, after = ["Mend the old roads"], ["Sing", "Dance", "Mend the new roads"]
    among = Among(bundled.weights(*before, *after), [*before, *after])
    assert likeness(before, after, 0, 2, among, in_order=False) > likeness(
        before, after, 0, 2, among
    )


def test_repeated_statements_pair_off_one_to_one() -> None:
    before, after = ["Mend roads", "Mend roads"], ["Mend roads"]
    assert align(before, after, bundled.weights(*before, *after)) == [(0, 0)]


def test_the_rare_word_decides_not_the_common_one() -> None:
    before = ["Provide a service for elephants"]
    after = ["Provide a service for parking", "Look after elephants"]
    filling = [f"Provide a service for {word}" for word in "roads bins books parks trees".split()]
    assert align(before, after, bundled.weights(*before, *after, *filling)) == [(0, 1)]


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, STATEMENTS)
def test_alignment_is_one_to_one_and_no_other_has_a_larger_sum(
    before: list[str], after: list[str]
) -> None:
    weights = bundled.weights(*before, *after)
    pairs = align(before, after, weights, in_order=False)
    assert len({i for i, _j in pairs}) == len(pairs) == len({j for _i, j in pairs})
    left = [
        i
        for i in range(len(before))
        if not any(i == p[0] and _same(before, after, p) for p in pairs)
    ]
    right = [
        j
        for j in range(len(after))
        if not any(j == p[1] and _same(before, after, p) for p in pairs)
    ]
    if len(before) == len(after) == 1:
        return
    among = Among(weights, [*before, *after])
    scores = scored(before, after, (left, right), among, in_order=False)
    found = sum(scores[pair] for pair in pairs if pair in scores)
    assert found >= _best(left, right, scores) - 1e-5


@settings(max_examples=80, deadline=None)
@given(STATEMENTS, STATEMENTS, st.booleans(), st.booleans())
def test_the_other_way_round_it_is_the_same_pairs_whatever_is_tied(
    before: list[str], after: list[str], whole: bool, in_order: bool
) -> None:
    weights = bundled.weights(*before, *after)
    forth = align(before, after, weights, whole=whole, in_order=in_order)
    back = align(after, before, weights, whole=whole, in_order=in_order)
    assert forth == sorted((i, j) for j, i in back)


def test_left_to_itself_it_takes_all_that_stands_in_one_document_in_order() -> None:
    before, after = ["Mend roads", "Mend old roads in parks"], ["Mend old paths", "Mend roads"]
    weights = bundled.weights(*before, *after, *bundled.FILLING)
    among = Among(weights, [*before, *after])
    assert align(before, after, weights) == align(before, after, weights, whole=True, in_order=True)
    places = ([0, 1], [0, 1])
    alone = scored(before, after, places, among)
    assert alone == scored(before, after, places, among, whole=True, in_order=True)
    assert alone != scored(before, after, places, among, whole=False)
    assert alone != scored(before, after, places, among, in_order=False)
    assert likeness(before, after, 0, 1, among) == likeness(
        before, after, 0, 1, among, in_order=True, few=0.0
    )


def _same(before: list[str], after: list[str], pair: tuple[int, int]) -> bool:
    return before[pair[0]] == after[pair[1]]


def _best(left: list[int], right: list[int], scores: dict[tuple[int, int], float]) -> float:
    short, long, turned = (left, right, False) if len(left) <= len(right) else (right, left, True)
    best = 0.0
    for chosen in itertools.permutations(long, len(short)):
        pairs = zip(chosen, short, strict=True) if turned else zip(short, chosen, strict=True)
        found = [scores.get(pair, 0.0) for pair in pairs]
        best = max(best, sum(score for score in found if score >= THRESHOLD))
    return best


def test_a_word_of_nearly_all_statements_at_hand_pairs_none_of_them() -> None:
    before = [
        "Support bee keepers who are new",
        "Inspect hives with other bee keepers",
        "Write to bee keepers about mites",
    ]
    after = ["Train bee keepers on mites", "Award prizes to bee keepers", "Inspect more hives"]
    filling = [f"Mend {word} in the town" for word in "roads lamps fences gates bins".split()]
    weights = bundled.weights(*before, *after, *filling)
    among = Among(weights, [*before, *after])
    apart = before[0], after[1]
    assert among.similarity(*apart) < 0.9 * weights.similarity(*apart)
    same = before[1], after[2]
    assert among.similarity(*same) > weights.similarity(*same)


def test_a_word_of_one_pair_weighs_as_it_does_in_the_framework() -> None:
    texts = ["Feed the swans", "Feed the old swans"]
    weights = bundled.weights(*texts, *bundled.FILLING)
    assert Among(weights, texts).similarity(*texts) == weights.similarity(*texts)


def test_the_fewer_there_are_to_choose_from_the_less_must_be_alike() -> None:
    before, after = ["Mend roads", "Feed old swans daily"], ["Sing aloud", "Feed young ducks"]
    others = [f"Count {word}" for word in "lamps fences gates bins stones".split()]
    weights = bundled.weights(*before, *after, *others, *bundled.FILLING)
    longer = [*before, *others], [*after, *others]
    places = ([1], [1])

    def scores(*texts: list[str], whole: bool, in_order: bool) -> float:
        among = Among(weights, [*texts[0], *texts[1]])
        return scored(*texts, places, among, whole=whole, in_order=in_order)[1, 1]

    alone = scores(before, after, whole=True, in_order=True)
    assert alone > scores(*longer, whole=True, in_order=True)
    assert alone > scores(before, after, whole=False, in_order=True)
    few, many = (scores(*texts, whole=True, in_order=False) for texts in ((before, after), longer))
    assert few == many


def test_being_alone_makes_two_no_more_alike_than_being_two_and_three_are_less() -> None:
    def added(count: int) -> float:
        before = ["Feed the swans", "Mend roads", "Empty bins"][:count]
        after = ["Feed all swans", "Sing aloud", "Play music"][:count]
        among = Among(bundled.weights(*before, *after, *bundled.FILLING), [*before, *after])
        whole, part = (
            scored(before, after, ([0], [0]), among, whole=whole)[0, 0] for whole in (True, False)
        )
        return whole - part

    assert [added(count) for count in (1, 2, 3)] == pytest.approx([0.06, 0.06, 0.04])


def test_how_well_a_thing_is_known_does_not_hide_that_two_statements_begin_alike() -> None:
    before, after, other = (
        ["Good knowledge of park beds"],
        ["Thorough knowledge of park ponds"],
        ["Ponds"],
    )
    weights = bundled.weights(*before, *after, *bundled.FILLING)
    among = Among(weights, [*before, *after])
    alike = among.similarity(before[0], after[0]) + MEANING * weights.meaning_alike(
        before[0], after[0]
    )
    assert likeness(before, after, 0, 0, among) > alike
    assert likeness(before, other, 0, 0, among) <= alike


def test_texts_that_say_nothing_are_not_paired_for_what_stands_beside_them() -> None:
    before, after = ["Mend roads", "of the", "Plant trees"], ["Mend roads", "and to", "Plant trees"]
    assert align(before, after, bundled.weights(*before, *after)) == [(0, 0), (2, 2)]


def _many(count: int, seed: int = 3) -> list[str]:
    dice = random.Random(seed)
    words = "plan trees parks roads staff depot risk gates lawns benches drains schools".split()
    return [
        f"{' '.join(dice.choice(words) for _word in range(8))} of place {number}".capitalize()
        for number in range(count)
    ]


def test_very_many_statements_of_one_subject_are_paired_in_bounded_time() -> None:
    """All with all, two thousand on each side took hours."""
    before, weights = _many(2_000), bundled.weights(*_many(2_000))
    after = [f"{text}, and report" for text in before[::-1]]
    began = time.process_time()
    pairs = align(before, after, weights)
    assert time.process_time() - began < 20
    right = [i for i, j in pairs if j == len(before) - 1 - i]
    assert len(right) > 1_900, "what stands elsewhere now is found by its rare words"
    assert len({i for i, _j in pairs}) == len({j for _i, j in pairs}) == len(pairs)


def test_many_statements_are_paired_the_other_way_round_alike() -> None:
    before, after = _many(200), _many(180, seed=4)
    weights = bundled.weights(*before, *after)
    forth, back = align(before, after, weights), align(after, before, weights)
    assert len(forth) > 20
    assert forth == sorted((i, j) for j, i in back)


def test_many_statements_that_share_no_word_are_not_paired() -> None:
    before = [f"mend{number}" for number in range(200)]
    after = [f"dig{number}" for number in range(200)]
    assert align(before, after, bundled.weights(*before, *after)) == []


def test_which_of_the_invented_statements_are_paired_stays() -> None:
    """PATHWAYS_WRITE_GOLDEN=1 writes it anew, to be looked at."""
    check_lines("pairing", _paired())


def _paired() -> Iterator[str]:
    weights = bundled.weights(*texts())
    for first in range(0, 170, 7):
        some = texts()[first:][:18]
        before, after = (
            [*some[: first % 6 + 1 : 2], *some[8::3]],
            [*some[1:6:2], *some[6 : 9 + first % 5]],
        )
        among = Among(weights, [*before, *after])
        places = range(len(before)), range(len(after))
        for whole, in_order in ((True, True), (False, True), (False, False)):
            pairs = align(before, after, weights, whole=whole, in_order=in_order)
            scores = scored(before, after, places, among, whole=whole, in_order=in_order)
            told = " ".join(f"{i}-{j}" for i, j in pairs)
            said = " ".join(f"{score:.3f}" for score in list(scores.values())[:: 3 + first % 4])
            yield f"{first} {len(before)} {len(after)} {whole:d}{in_order:d}: {told} ({said})"
