"""Words of a language: forms, words that mean the same, phrases, and how telling a word is."""

from __future__ import annotations

import pytest

import bundled
from pathways.compare.language import find_phrases, plain_words
from pathways.compare.level_words import heading_words
from pathways.compare.vectors import WordVectors
from pathways.model.statement import Source, Statement


def test_all_words_of_a_line_of_synonyms_mean_the_same() -> None:
    language = bundled.language()
    lines = [{language.canonical(word) for word in line} for line in bundled.vocabulary().synonyms]
    assert len(lines) > 5
    assert [len(line) for line in lines] == [1] * len(lines)


def test_forms_of_a_word_are_one_and_words_that_stand_apart_are_not() -> None:
    language = bundled.language()
    assert language.stem("managing") == language.stem("manages") == language.stem("manage")
    assert {language.stem(word) for word in bundled.vocabulary().apart} == {
        word.lower() for word in bundled.vocabulary().apart
    }


@pytest.mark.parametrize(
    ("stems", "found"),
    [
        ("a b c", ["a b c"]),
        ("a b x", ["a b"]),
        ("a a b", ["a", "a b"]),
        ("x a b c a", ["a b c", "a"]),
        ("b c", []),
    ],
)
def test_the_longest_phrase_at_each_place_is_found_and_none_twice(
    stems: str, found: list[str]
) -> None:
    known = [("a",), ("a", "b"), ("a", "b", "c")]
    told = [" ".join(phrase) for _place, phrase in find_phrases(tuple(stems.split()), known, 3)]
    assert told == found


def test_words_are_plain_without_case_signs_and_possessives() -> None:
    assert plain_words("The Council’s well-kept parks' gates, 9001!") == [
        "the", "council", "well", "kept", "parks", "gates", "9001",
    ]  # fmt: skip


def test_a_word_is_common_in_a_large_framework_where_more_than_a_few_statements_have_it() -> None:
    def common(size: int, having: int) -> bool:
        texts = [f"Statement number {n} {'on parks' if n < having else ''}" for n in range(size)]
        return bundled.weights(*texts).common(bundled.language().stem("parks"))

    assert common(40, 7)
    assert not common(40, 6), "six of forty are not more than 15 of 100"
    assert not common(39, 20), "a small framework tells nothing"


def test_a_rare_word_weighs_more_and_a_common_one_never_nothing() -> None:
    weights = bundled.weights(*(f"Tend the park and garden {n}" for n in range(9)), "Fly drones")
    rarity = {word: weights.rarity(bundled.language().stem(word)) for word in ("park", "drones")}
    assert rarity["drones"] > 4 * rarity["park"]
    assert rarity["park"] == 0.25


def test_what_a_duty_is_for_says_less_than_the_duty() -> None:
    weights = bundled.weights("Plant trees", "Feed swans", "Mend roads", "Paint gates")
    duty = weights.similarity("Plant trees", "Plant the trees of the town in order to feed swans")
    aim = weights.similarity("Feed swans", "Plant the trees of the town in order to feed swans")
    assert duty > aim > 0
    assert weights.similarity("Plant trees", "Plant trees") == pytest.approx(1)
    assert weights.similarity("Plant trees", "Mend roads") == 0


def test_a_heading_says_the_label_of_its_statement() -> None:
    source = Source(document="d", block="b", section="s", number=1)
    made = Statement(
        id="a", text="Drive.", nodes=("1",), dimensions=("skills",), heading="Skills",
        label="essential", source=source,
    )  # fmt: skip
    assert heading_words(made, None) == "Skills · essential"


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        (b"pathways-vectors 1 2 2\n* a\n\x01\x02\x03\x04", True),
        (b"pathways-vectors 1 2 2\n* a\n\x01\x02\x03", False),
        (b"pathways-vectors 1 3 2\n* a\n\x01\x02\x03\x04\x05\x06", False),
    ],
)
def test_a_table_of_word_vectors_that_is_not_whole_is_refused(raw: bytes, whole: bool) -> None:
    if whole:
        made = WordVectors(raw)
        assert made.of_words(["b"]) == ()
        assert made.of_words(["as"]) == made.of_words(["a"]) != ()
    else:
        with pytest.raises(ValueError, match="not whole"):
            WordVectors(raw)


def test_which_way_words_point_is_told_beside_the_way_in_which_all_point() -> None:
    """The middle is written in steps of a 127th."""
    made = WordVectors(b"pathways-vectors 1 2 2\n* dog\n" + bytes([127, 0, 0, 5]))
    assert made.of_words(["dog"]) == pytest.approx((-(0.5**0.5), 0.5**0.5))
    assert made.of_words(["dogs"]) == made.of_words(["dog"])
    assert made.of_words(["cat"]) == ()


def test_what_is_too_long_for_a_word_has_no_forms() -> None:
    language = bundled.language()
    assert language.stem("managing") == language.stem("manages")
    long = "manag" * 200_000 + "ing"
    assert language.stem(long) == long


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Lead the staff", True),
        ("Manage a team of gardeners", True),
        ("Manage budgets, and lead volunteers", True),
        ("Lead the work", False),
        ("Staff lead", False),  # people behind the verb, not before it
        ("Lead one two three four five six seven staff", True),
        ("Lead one two three four five six seven eight staff", False),
    ],
)
def test_people_are_led_where_they_stand_closely_behind_leading(text: str, leads: bool) -> None:
    assert bundled.weights(*bundled.FILLING).leads_people(text) is leads
