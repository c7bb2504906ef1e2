"""Levels of proficiency as words and as steps of their scale."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pathways.compare.change import (
    Comparison,
    ComparisonRow,
    DimensionChange,
    LevelChange,
    StepChange,
    Verdict,
)
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.library import Library
from pathways.model.scale import Level
from pathways.model.statement import Statement

_DRAWN = 7  # steps that can be told apart at a glance


def steps(level: Level | None) -> str:
    """Return a level as steps: ``●●○○`` for the second of four; "" for none."""
    if level is None or level.of > _DRAWN:
        return ""
    return "●" * level.rank + "○" * (level.of - level.rank)


def level_words(level: Level | None) -> str:
    """Return a level in words, with its place on the scale: ``Working (2 of 4)``."""
    if level is None:
        return _("not asked for")
    return _("{level} ({rank} of {count})").format(
        level=level.value, rank=level.rank, count=level.of
    )


def step_words(change: LevelChange) -> str:
    """Return what happens to a level in short: ``Awareness → Working``, ``Working``."""
    before, after = change.before, change.after
    if before and after and before.rank != after.rank:
        return _("{before} → {after}").format(before=before.value, after=after.value)
    level = after or before
    return level.value if level else ""


def step_signs(change: LevelChange) -> str:
    """Return what happens to a level as steps: ``●○○○ → ●●○○``; "" where a scale is too long."""
    signs = [found for level in (change.before, change.after) if (found := steps(level))]
    return " → ".join(dict.fromkeys(signs))


def skills(comparison: Comparison) -> tuple[Dimension, ...]:
    """Return the dimensions of a comparison for which levels are stated."""
    return tuple(
        dimension
        for dimension in comparison.dimensions
        if any(level_at(step, dimension) for step in comparison.steps)
    )


def level_at(step: StepChange, dimension: Dimension) -> LevelChange | None:
    """Return what happens to the level of a dimension at a step."""
    change = step.dimension(dimension.id)
    return change.level if change else None


def levels_along(comparison: Comparison, dimension: Dimension) -> tuple[Level | None, ...]:
    """Return the level that each node of a comparison asks for."""
    changes = [level_at(step, dimension) for step in comparison.steps]
    first = changes[0].before if changes[0] else None
    return (first, *(change.after if change else None for change in changes))


def explanations(comparison: Comparison, dimension: Dimension) -> tuple[ComparisonRow, ...]:
    """Return lines of the texts that explain levels, side by side; what serves all stands once.

    Nothing is compared along them: they have no changes.
    """
    columns: list[Sequence[Statement]] = []
    changes = [level_at(step, dimension) for step in comparison.steps]
    for change in changes:
        if not columns:
            columns.append(change.explained_before if change else ())
        columns.append(change.explained_after if change else ())
    shared = set.intersection(*({s.id for s in column} for column in columns))
    rows = [
        ComparisonRow(cells=(statement,) * len(columns), changes=(None,) * len(changes))
        for statement in columns[0]
        if statement.id in shared
    ]
    own = [[s for s in column if s.id not in shared] for column in columns]
    for number in range(max(map(len, own))):
        cells = tuple(column[number] if number < len(column) else None for column in own)
        rows.append(ComparisonRow(cells=cells, changes=(None,) * len(changes)))
    return tuple(rows)


def level_texts(
    comparison: Comparison,
    changes: Sequence[DimensionChange],
    only_changes: bool,
    hidden: Collection[Verdict],
) -> tuple[ComparisonRow, ...]:
    """Return the lines that explain the levels of a dimension; () where none are stated, where all
    of their verdicts are hidden, or where only changes are wanted and none changes.
    """
    levels = [change.level for change in changes if change.level]
    real = [level for level in levels if level.verdict.is_change]
    if not (real if only_changes else levels) or all(one.verdict in hidden for one in levels):
        return ()
    return explanations(comparison, changes[0].dimension)


def in_reading_order(library: Library, node_id: str) -> tuple[Statement, ...]:
    """Return a node's own statements as they are read: what a skill is, then its level there.

    Where documents define skills apart from their levels, the two are brought together.
    """
    levels = library.levels_of(node_id)
    statements = library.statements_of(node_id)
    waiting: dict[str, list[Statement]] = {}
    explained = {s.dimensions[0] for s in statements if s.level}
    found: list[Statement] = []
    for statement in statements:
        dimension = statement.dimensions[0]
        if statement.definition and dimension in levels and dimension in explained:
            waiting.setdefault(dimension, []).append(statement)
            continue
        found += waiting.pop(dimension, [])
        found.append(statement)
    return (*found, *(s for listed in waiting.values() for s in listed))


def unexplained(library: Library, node_id: str) -> tuple[tuple[Dimension, Level], ...]:
    """Return the skills of a node of which its document states the level and nothing else."""
    return tuple(
        (library.dimension(dimension), level)
        for dimension, level in library.levels_of(node_id).items()
        if not library.statements_of(node_id, dimension)
    )


def heading_words(statement: Statement, level: Level | None) -> str:
    """Return the heading over a statement, with the level that it explains in words and steps."""
    words = statement.heading
    if statement.level and level:
        words = _("{heading} · {label}").format(heading=words, label=level.value)
        return f"{words} {steps(level)}".rstrip()
    if statement.label:
        words = _("{heading} · {label}").format(heading=words, label=statement.label)
    return words
