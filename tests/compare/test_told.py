"""Comparisons of invented grades, told whole: every sentence, verdict, reason and mark.

PATHWAYS_WRITE_GOLDEN=1 writes what is told anew, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

import bundled
import levelled
from drawing import ladder
from golden_lines import check_lines
from levelled import section
from pathways.compare.change import Change, Comparison
from pathways.compare.comparison import Comparer
from pathways.compare.level_words import explanations, level_words, skills, step_words
from pathways.compare.rows import rows
from pathways.compare.size import size_of
from pathways.compare.story import tell
from pathways.compare.story_sentences import fate, reason, story_sentence

PARKS = {
    "1": {
        "people": [
            "Help new starters find their way round the depot.",
            "Work under supervision in a small team.",
        ],
        "trees": [
            "Water young trees in the town’s parks.",
            "Report damage to trees to the duty officer.",
            "Keep tools clean and sharp.",
        ],
        "public": ["Answer simple questions from visitors.", "Wear the council’s uniform."],
    },
    "2": {
        "people": [
            "Support new starters during their first month at the depot.",
            "Work independently in a small team.",
        ],
        "trees": [
            "Water young trees in the town’s parks each week.",
            "Report damage to trees to the duty officer.",
            "Keep tools clean, sharp and locked away.",
            "Where required, climb trees to remove dead branches.",
        ],
        "public": ["Answer questions from visitors.", "Wear the council’s uniform."],
    },
    "3": {
        "people": [
            "Supervise a team of 4 gardeners.",
            "Plan the team’s week and its training.",
        ],
        "trees": [
            "Inspect trees in the town’s parks and on its streets.",
            "Climb trees to remove dead branches.",
            "Report damage to trees to the duty officer.",
        ],
        "public": ["Answer complex questions from visitors and councillors."],
        "money": ["Order tools up to 500 pounds."],
    },
    "4": {
        "people": [
            "Manage a team of 12 gardeners.",
            "Plan the service’s year and its training.",
        ],
        "trees": [
            "Decide which trees in the town are felled.",
            "Report damage to trees to the committee.",
        ],
        "public": ["Wear the council’s uniform.", "Speak for the service at public meetings."],
        "money": ["Order tools up to 5,000 pounds.", "Draft the budget of the service."],
    },
    "5 6": {"rules": ["Follow the rules of data protection.", "Follow the safety rules."]},
    "5": {
        "people": ["Lead the service.", "Plan the council’s year and its training."],
        "money": ["Decide on the budget of the service where necessary."],
    },
    "6": {
        "people": ["Lead the service.", "plan the council's year, and its training"],
        "money": ["Decide on the budget of the service and of the cemetery."],
        "trees": ["Agree a strategy for the town’s trees with the council."],
    },
}
GUARD = {
    "a": {
        "people": ["Guide a team of 3 rangers on patrol.", "Sing in tune."],
        "trees": ["Inspect trees in the town’s parks each spring."],
        "water": ["Test the water of the lakes."],
    }
}


def parks() -> Comparer:
    drawn = ladder("1-2-3-4-5-6", "a 3~a", texts=PARKS | GUARD)
    return Comparer(drawn, bundled.vocabulary())


def skilled() -> Comparer:
    said = {
        "1": [
            section("climbing", "Know the ropes.", level="Awareness"),
            section("sawing", level="Working"),
            section("talking", "Talk to visitors."),
        ],
        "2": [
            section("climbing", "Climb trees on ropes.", level="Practitioner"),
            section("sawing", level="Working"),
            section("talking", "Talk to visitors and the press.", level="Awareness"),
        ],
        "3": [
            section("climbing", level="Working"),
            section("drawing", "Draw plans.", level="Expert"),
            section("talking", "Talk to visitors and the press.", level="Expert", includes=["2"]),
        ],
    }
    return levelled.comparer(levelled.levelled("1-2-3", said))


def marked(change: Change) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    if not change.words:
        return (change.after or change.before).text  # type: ignore[union-attr]
    return "".join(signs[kind].format(text) for kind, text in change.words)


def compared(comparison: Comparison) -> Iterator[str]:
    yield f"changing, of all: {size_of(comparison)}"
    for step in comparison.steps:
        yield f"== {step.before.title} to {step.after.title}: {step.size}, {step.pairs} pairs"
        yield from (f"   first: {one.dimension.title}: {one.statement.text}" for one in step.first)
        for found in step.dimensions:
            yield f"-- {found.dimension.title} ({found.word}): {found.sentence}"
            if found.level:
                yield f"   {found.level.verdict.word}: {step_words(found.level)}"
            for change in found.changes:
                why = f" ({change.why})" if change.why else ""
                yield f"   {change.verdict.sign} {change.word}{why}: {marked(change)}"


def laid_out(comparison: Comparison) -> Iterator[str]:
    for dimension in comparison.dimensions:
        yield f"-- {dimension.title}"
        for row in rows(comparison, dimension.id):
            cells = [cell.id if cell else "nothing" for cell in row.cells]
            signs = [change.verdict.sign if change else " " for change in row.changes]
            yield "   " + " | ".join([cells[0], *map(" ".join, zip(signs, cells[1:], strict=True))])
        for row in explanations(comparison, dimension):
            yield "   explained: " + " | ".join(c.text if c else "-" for c in row.cells)
    yield f"skills: {[skill.title for skill in skills(comparison)]}"


def story(comparer: Comparer, route: Sequence[str]) -> Iterator[str]:
    told = tell(comparer, route)
    for one in told.dimensions:
        yield f"-- {one.dimension.title}: {story_sentence(one, told.nodes)}"
        if any(one.levels):
            yield f"   levels: {[level_words(level) for level in one.levels]}"
        for chapter in one.chapters:
            for thread in chapter.threads:
                event = thread.events[0]
                yield f"   {chapter.node.title} {event.verdict.sign} {thread.told.text}"
                yield from (
                    f"      {words}"
                    for words in (reason(thread), fate(thread, told.nodes, one.silent))
                    if words
                )
        yield from (f"   = {thread.last.text}" for thread in one.same)


def test_each_step_of_a_family_is_told_to_the_word() -> None:
    comparer = parks()
    check_lines(
        "told-steps",
        (
            line
            for pair in [*pairwise("123456"), ("1", "4"), ("3", "1"), ("3", "a")]
            for line in compared(comparer.compare(pair))
        ),
    )


def test_the_columns_of_four_grades_stand_beside_each_other() -> None:
    comparison = parks().compare(["1", "2", "3", "4"])
    check_lines(
        "told-columns", (line for part in (compared, laid_out) for line in part(comparison))
    )


def test_a_ladder_is_told_to_the_word() -> None:
    told = parks().ladder("framework-1")
    lines = [f"{told.title} {told.family}: {told.remark}"]
    lines += [
        f"{step.before.title}: {step.size} {[d.sentence for d in step.dimensions]}"
        for step in told.steps
    ]
    check_lines("told-ladder", iter(lines))


def test_a_route_is_told_as_a_story_to_the_word() -> None:
    comparer = parks()
    lines = [*story(comparer, "123456"), "", *story(comparer, ["2", "3", "a"])]
    check_lines("told-story", iter(lines))


def test_two_organisations_are_told_to_the_word_from_both_sides() -> None:
    here = {
        "a": [
            section("duties", "Manage the budget of the parks.", "Plant trees along the roads."),
            section("risk", "Report risks to the manager.", "Keep a log of accidents in the park."),
            section("skills", "Sing in the choir of the council.", level="Working"),
            section("law", "Know the law of trees and hedges."),
        ]
    }
    there = {
        "b": [
            section("skills", "Dance.", level="Expert"),
            section("money", "Manage the budget of the parks and gardens.", "Pay suppliers."),
            section("duties", "Keep a log of accidents in the depot.", "Feed the swans."),
            section("law", "Know the law of trees and hedges."),
        ]
    }
    far = msgspec.structs.replace(
        levelled.levelled("b", there), id="other", title="Other", organisation="Otherton"
    )
    comparer = levelled.comparer(levelled.levelled("a", here), far)
    both = [comparer.compare(pair) for pair in (("a", "b"), ("b", "a"))]
    check_lines("told-across", (line for one in both for line in compared(one)))


def test_levels_are_told_to_the_word() -> None:
    comparer = skilled()
    comparison = comparer.compare(["1", "2", "3"])
    lines = [*compared(comparison), *laid_out(comparison), *story(comparer, "123")]
    check_lines("told-levels", iter(lines))
