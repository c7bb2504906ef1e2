"""Levels in words and steps, and the texts that explain them side by side."""

from __future__ import annotations

import msgspec
import pytest

from levelled import FOUR, comparer, levelled, section
from pathways.compare.change import Comparison, LevelChange, Verdict
from pathways.compare.level_words import (
    explanations,
    heading_words,
    in_reading_order,
    level_at,
    level_texts,
    level_words,
    levels_along,
    skills,
    step_signs,
    step_words,
    steps,
    unexplained,
)
from pathways.model.framework import Block
from pathways.model.scale import Level, ProficiencyScale

TWELVE = ProficiencyScale(id="twelve", levels=tuple(f"No {n}" for n in range(1, 13)))
LOW, HIGH, LAST = (Level(FOUR.names[n], FOUR) for n in (0, 1, 3))
LONG = Level("No 9", TWELVE)


def compared() -> Comparison:
    """Compare three roles: coding rises and falls again, testing is only named."""
    said = {
        "a": [section("coding", "Knows of code.", level=FOUR.names[0])],
        "b": [
            section("coding", "Writes code.", "Reviews code.", level=FOUR.names[1]),
            section("testing", level=FOUR.names[0]),
        ],
        "c": [section("coding", "Knows of code.", level=FOUR.names[0])],
    }
    return comparer(levelled("a-b-c", said)).compare(["a", "b", "c"])


@pytest.mark.parametrize(
    ("level", "drawn", "words"),
    [
        (LOW, "●○○○", f"{FOUR.names[0]} (1 of 4)"),
        (LAST, "●●●●", f"{FOUR.names[3]} (4 of 4)"),
        (LONG, "", "No 9 (9 of 12)"),
        (None, "", "not asked for"),
    ],
)
def test_a_level_is_said_in_words_and_drawn_where_it_can_be_told_apart(
    level: Level | None, drawn: str, words: str
) -> None:
    assert steps(level) == drawn
    assert level_words(level) == words


@pytest.mark.parametrize(
    ("before", "after", "words", "signs"),
    [
        (LOW, HIGH, f"{FOUR.names[0]} → {FOUR.names[1]}", "●○○○ → ●●○○"),
        (LOW, LOW, FOUR.names[0], "●○○○"),
        (None, HIGH, FOUR.names[1], "●●○○"),
        (HIGH, None, FOUR.names[1], "●●○○"),
        (None, None, "", ""),
        (LONG, LONG, "No 9", ""),
    ],
)
def test_a_change_of_level_is_short(
    before: Level | None, after: Level | None, words: str, signs: str
) -> None:
    change = LevelChange(before=before, after=after, verdict=Verdict.RAISED)
    assert step_words(change) == words
    assert step_signs(change) == signs


def test_each_role_has_its_level_along_the_way() -> None:
    comparison = compared()
    coding = next(d for d in skills(comparison) if d.id == "coding")
    assert [level.rank if level else 0 for level in levels_along(comparison, coding)] == [1, 2, 1]
    assert level_at(comparison.steps[0], coding) is not None
    testing = next(d for d in skills(comparison) if d.id == "testing")
    assert [level.rank if level else 0 for level in levels_along(comparison, testing)] == [0, 1, 0]


def test_what_explains_levels_stands_side_by_side_and_is_not_compared() -> None:
    comparison = compared()
    coding = next(d for d in skills(comparison) if d.id == "coding")
    lines = [
        [cell.text if cell else "" for cell in row.cells]
        for row in explanations(comparison, coding)
    ]
    assert ["", "Reviews code.", ""] in lines
    assert any("Writes code." in line for line in lines)
    assert all(set(row.changes) == {None} for row in explanations(comparison, coding))


def test_levels_are_explained_only_where_they_are_wanted() -> None:
    comparison = compared()
    changes = [step.dimension("coding") for step in comparison.steps]
    found = [change for change in changes if change]
    verdicts = {change.level.verdict for change in found if change.level}
    assert level_texts(comparison, found, True, ()) == level_texts(comparison, found, False, ())
    assert level_texts(comparison, found, False, verdicts) == ()
    same = comparer(levelled("a-b", {n: [section("coding", "X.", level="Working")] for n in "ab"}))
    still = same.compare(["a", "b"])
    one = [change for step in still.steps if (change := step.dimension("coding"))]
    assert level_texts(still, one, True, ()) == ()
    assert level_texts(still, one, False, ())


def test_a_skill_is_read_before_its_level_and_heads_say_the_level() -> None:
    said = {
        "a": [
            section("coding", "Writes code.", level=FOUR.names[1]),
            section("testing", level="Working"),
        ]
    }
    library = comparer(levelled("a", said)).library
    (statement,) = in_reading_order(library, "a")
    assert statement.text == "Writes code."
    level = library.levels_of("a")["coding"]
    assert heading_words(statement, level).endswith("●●○○")
    assert FOUR.names[1] in heading_words(statement, level)
    assert heading_words(statement, None) == statement.heading
    assert [dimension.id for dimension, _level in unexplained(library, "a")] == ["testing"]


def test_what_a_skill_is_is_read_beside_its_level_and_else_where_it_stands() -> None:
    defined = msgspec.structs.replace(section("coding", "What coding is."), definition=True)
    loose = msgspec.structs.replace(section("law", "What the law is."), definition=True)
    unexplained_level = msgspec.structs.replace(
        section("talks", "What talks are."), definition=True
    )
    said = {
        "a": [
            defined,
            loose,
            unexplained_level,
            section("talks", level="Working"),
            section("testing", "Tests code."),
            section("coding", "Writes code.", level="Working"),
        ]
    }
    library = comparer(levelled("a", said)).library
    assert [one.text for one in in_reading_order(library, "a")] == [
        "What the law is.",
        "What talks are.",
        "Tests code.",
        "What coding is.",
        "Writes code.",
    ]


def test_what_explains_a_level_for_all_stands_once_and_the_rest_side_by_side() -> None:
    said = {
        "a b": [section("coding", "What it is.", "Why it matters.", level="Working")],
        "a": [section("coding", "Writes code.", "Reads it.", level="Working")],
        "b": [section("coding", "Reviews code.", level="Expert")],
    }
    drawn = levelled("a-b", {"a": said["a"], "b": said["b"]})
    both = Block(nodes=("a", "b"), sections=tuple(said["a b"]))
    made = comparer(msgspec.structs.replace(drawn, blocks=(both, *drawn.blocks)))
    comparison = made.compare(["a", "b"])
    lines = explanations(comparison, comparison.dimensions[0])
    assert [[cell.text if cell else "" for cell in line.cells] for line in lines] == [
        ["What it is."] * 2,
        ["Why it matters."] * 2,
        ["Writes code.", "Reviews code."],
        ["Reads it.", ""],
    ]


@pytest.mark.parametrize(("count", "drawn"), [(1, "●"), (7, "●●●○○○○"), (8, "")])
def test_up_to_seven_steps_are_drawn(count: int, drawn: str) -> None:
    scale = ProficiencyScale(id="s", levels=tuple(f"No {n}" for n in range(1, count + 1)))
    assert steps(Level(scale.levels[min(count, 3) - 1], scale)) == drawn
