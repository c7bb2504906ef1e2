"""Statements dealt out to the grades of invented families, and everything that is told of them.

The texts are those of ``pairs.txt`` in their order, so that the second of a pair mostly stands at
the next grade; some speak of two subjects, some serve two grades, some fall away and come back.
PATHWAYS_WRITE_GOLDEN=1 writes what is told anew, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import pytest

import bundled
from drawing import framework
from golden_lines import check_lines
from invented import texts
from pathways.compare.change import Change, Comparison
from pathways.compare.comparison import Comparer
from pathways.compare.level_words import level_words, step_words
from pathways.compare.rows import rows
from pathways.compare.size import size_of
from pathways.compare.story import tell
from pathways.compare.story_sentences import fate, reason, story_sentence
from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Entry, Framework, Section
from pathways.model.library import Library
from pathways.model.scale import ProficiencyScale

GRADES, SUBJECTS = "12345", ("people", "trees", "money", "rules")
LEVELS = ProficiencyScale(id="three", levels=("Aware", "Working", "Expert"))
_STATEMENTS = 26  # that are dealt out to one family
_SHORT = 34  # letters by which a statement is known here


def dealt(number: int) -> list[list[str]]:
    """Return what each grade of a family states: each pair's first, its second, and back, with
    every fifth falling away for one grade, and every seventh for two.
    """
    chosen = texts()[number * _STATEMENTS :][:_STATEMENTS]
    found: list[list[str]] = []
    for grade in range(len(GRADES)):
        at = [(place // 2) * 2 + (place + grade) % 2 for place in range(0, len(chosen), 2)]
        kept = [p for p in at if (p // 2 + grade) % 5 and (p // 2 + grade) % 7 not in (3, 4)]
        found.append([chosen[p] for p in kept if p < len(chosen)])
    return found


def family(number: int, name: str = "own") -> Framework:
    blocks = []
    for grade, stated in zip(GRADES, dealt(number), strict=True):
        sections = [
            section(subject, stated[place :: len(SUBJECTS)], int(grade) + place + number)
            for place, subject in enumerate(SUBJECTS)
        ]
        blocks.append(Block(nodes=(grade,), sections=tuple(s for s in sections if s.statements)))
    both = Section(dimension="rules", heading="Rules", statements=("Wear the council’s coat.",))
    blocks.append(Block(nodes=("2", "3"), sections=(both,)))
    drawn = framework("-".join(GRADES), name)
    return msgspec.structs.replace(drawn, scales=(LEVELS,), blocks=tuple(blocks))


def section(subject: str, stated: Sequence[str], turn: int) -> Section:
    """Return a section whose second statement speaks of another subject, too, and of which every
    third has a level.
    """
    other = SUBJECTS[(SUBJECTS.index(subject) + turn) % len(SUBJECTS)]
    also = (other,) if other != subject else ()
    entries = tuple(
        Entry(text=text, also=also if place == 1 else ()) for place, text in enumerate(stated)
    )
    level = LEVELS.levels[turn % 4 - 1] if subject == "money" and turn % 4 else ""
    return Section(dimension=subject, heading=subject, statements=entries, level=level)


def comparer(*frameworks: Framework) -> Comparer:
    dimensions = [Dimension(id=one, title=one.capitalize()) for one in SUBJECTS]
    return Comparer(Library.merge(frameworks, dimensions), bundled.vocabulary())


def short(change: Change) -> str:
    sides = (one.text[:_SHORT] if one else "-" for one in (change.before, change.after))
    why = f" ({change.why})" if change.why else ""
    return f"{change.verdict.sign} {change.word}{why}: {' | '.join(sides)}"


def compared(comparison: Comparison) -> Iterator[str]:
    yield f"{' '.join(node.id for node in comparison.nodes)}: {size_of(comparison)}"
    for step in comparison.steps:
        yield f"== {step.before.id} to {step.after.id}: {step.size}, {step.pairs} pairs"
        yield from (f"   first: {one.statement.text[:_SHORT]}" for one in step.first)
        for found in step.dimensions:
            level = f" [{step_words(found.level)}]" if found.level else ""
            yield f"-- {found.dimension.id} {found.verdict.value}{level}: {found.sentence}"
            yield from (f"   {short(change)}" for change in found.changes)


def columns(comparison: Comparison) -> Iterator[str]:
    for dimension in comparison.dimensions:
        for row in rows(comparison, dimension.id):
            cells = [cell.text[:_SHORT] if cell else "-" for cell in row.cells]
            signs = "".join(change.verdict.sign if change else "." for change in row.changes)
            yield f"   {dimension.id} {signs} {' | '.join(cells)}"


def story(comparer: Comparer, route: Sequence[str]) -> Iterator[str]:
    told = tell(comparer, route)
    for one in told.dimensions:
        yield f"-- {one.dimension.id}: {story_sentence(one, told.nodes)}"
        if any(one.levels):
            yield f"   {[level_words(level) for level in one.levels]}"
        for thread in one.threads:
            signs = "".join(c.verdict.sign if c else "." for c in thread.changes)
            signs += "".join(f" again {event.place}" for event in thread.events if event.again)
            said = (reason(thread), fate(thread, told.nodes, one.silent)) if thread.events else ()
            yield f"   {signs} {thread.told.text[:_SHORT]} {' / '.join(filter(None, said))}"


@pytest.mark.parametrize("number", range(3))
def test_what_is_told_of_a_family_stays(number: int) -> None:
    made = comparer(family(number))
    steps = [*pairwise(GRADES), ("4", "2"), ("1", "5")]
    lines = [line for step in steps for line in compared(made.compare(step))]
    whole = [*columns(made.compare("1234"))]
    changing = columns(made.compare("1234", only_changes=True))
    lines += ["", *whole, "", *(line for line in changing if line not in whole)]
    lines += ["", made.ladder("own").remark, "", *story(made, GRADES), "", *story(made, "4213")]
    check_lines(f"dealt-family-{number}", lines)


def test_what_is_told_of_two_organisations_stays() -> None:
    turned = tuple(
        msgspec.structs.replace(
            block, nodes=("b",), sections=tuple(_elsewhere(s) for s in block.sections)
        )
        for block in family(0).blocks[1:2]
    )
    far = msgspec.structs.replace(
        framework("b", "there"), organisation="Otherton", scales=(LEVELS,), blocks=turned
    )
    made = comparer(family(0), far)
    lines = [
        line
        for pair in [("1", "b"), ("b", "1"), ("2", "b"), ("3", "b")]
        for line in compared(made.compare(pair))
    ]
    check_lines("dealt-across", lines)


def _elsewhere(section: Section) -> Section:
    """Return a section under another subject; one stays where it is."""
    moved = {"people": "trees", "trees": "money", "money": "people"}
    return msgspec.structs.replace(
        section, dimension=moved.get(section.dimension, section.dimension)
    )
