"""Skills with levels on a sheet: which skill, how well now, how well then."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.compare.change import Comparison, ComparisonRow
from pathways.compare.level_words import (
    explanations,
    level_at,
    level_words,
    levels_along,
    skills,
    steps,
)
from pathways.compare.sentences import place, shared_definition
from pathways.i18n import _, _n, capitalised
from pathways.model.dimension import Dimension
from pathways.model.library import Library
from pathways.model.scale import Level
from pathways.report import blocks
from pathways.report.marks import verdict_cell
from pathways.report.sources import SourceNotes
from pathways.report.spans import Line, Span, Style, plain, styled


def skills_table(comparison: Comparison, *, only_changes: bool = False) -> Iterator[blocks.Block]:
    """Yield a table of the skills whose levels are stated: skill, now, then; nothing for none."""
    every = skills(comparison)
    shown = [d for d in every if not only_changes or _changes(comparison, d)]
    if not every:
        return
    yield blocks.Heading(2, _("Skills and their levels"))
    if shown:
        first, last = comparison.nodes[0], comparison.nodes[-1]
        yield blocks.Table(
            caption=_("The skills of {first} and {last}").format(
                first=place(first), last=place(last)
            ),
            columns=tuple(_columns(comparison)),
            rows=tuple(_row(comparison, dimension) for dimension in shown),
            row_headers=True,
        )
    if left_out := len(every) - len(shown):
        sentence = _n(
            "{count} skill whose level stays the same is left out.",
            "{count} skills whose levels stay the same are left out.",
            left_out,
        )
        yield blocks.Paragraph(styled(sentence.format(count=left_out), Style.QUIET))


def levels_table(library: Library, node_id: str) -> Iterator[blocks.Block]:
    """Yield a table of the levels that a node asks for; nothing where none are stated."""
    levels = library.levels_of(node_id)
    if not levels:
        return
    yield blocks.Heading(2, _("Skills and their levels"))
    found = (d for d in library.dimensions_of([node_id]) if d.id in levels)
    yield blocks.Table(
        caption=_("The skills of {node}").format(node=place(library.node(node_id))),
        columns=(blocks.Column(_("Skill"), 1.2), blocks.Column(_("Level"))),
        rows=tuple((blocks.cell_of(d.title), _level_cell(levels[d.id])) for d in found),
        row_headers=True,
    )


def _columns(comparison: Comparison) -> Iterator[blocks.Column]:
    yield blocks.Column(_("Skill"), 1.2)
    two = len(comparison.nodes) == 2
    for number, node in enumerate(comparison.nodes):
        if number:
            yield blocks.Column(_("Change"), 0.7)
        when = (_("now: {node}"), _("then: {node}"))[number] if two else "{node}"
        title = when.format(node=node.title)
        yield blocks.Column(capitalised(title))


def _row(comparison: Comparison, dimension: Dimension) -> tuple[blocks.Cell, ...]:
    cells = [blocks.cell_of(dimension.title)]
    levels = levels_along(comparison, dimension)
    for number, level in enumerate(levels):
        if number:
            change = comparison.steps[number - 1].dimension(dimension.id)
            cells.append(verdict_cell(change.verdict) if change else blocks.Cell(()))
        cells.append(_level_cell(level))
    return tuple(cells)


def _level_cell(level: Level | None) -> blocks.Cell:
    if level is None:
        return blocks.cell_of(level_words(level), Style.QUIET)
    signs = steps(level)
    lines: list[Line] = [plain(level_words(level))]
    return blocks.Cell((*lines, styled(signs, Style.QUIET)) if signs else tuple(lines))


def _changes(comparison: Comparison, dimension: Dimension) -> bool:
    changes = (level_at(step, dimension) for step in comparison.steps)
    return any(change is not None and change.verdict.is_change for change in changes)


def explained(
    comparison: Comparison, dimension: Dimension, library: Library, notes: SourceNotes
) -> Iterator[blocks.Block]:
    """Yield what the document says of a skill and its levels, side by side."""
    lines = explanations(comparison, dimension)
    together = [line for line in lines if len({c.id for c in line.cells if c}) == 1]
    for line in together:
        statement = next(cell for cell in line.cells if cell)
        if None not in line.cells:
            yield blocks.Paragraph((Span(statement.text), *notes.mark(statement)), keep=True)
            if statement.definition and len(statement.nodes) > 1:
                nodes = [library.node(node) for node in statement.nodes]
                remark = shared_definition(nodes, levels=True)
                yield blocks.Paragraph(styled(remark, Style.QUIET), keep=True)
    apart = [line for line in lines if None in line.cells or line not in together]
    if apart:
        levels = levels_along(comparison, dimension)
        columns = tuple(
            blocks.Column(f"{node.title}: {level_words(level)}")
            for node, level in zip(comparison.nodes, levels, strict=True)
        )
        caption = _("What the levels of {skill} mean").format(skill=dimension.title)
        yield blocks.Table(caption, columns, tuple(_texts(line, notes) for line in apart))


def _texts(line: ComparisonRow, notes: SourceNotes) -> tuple[blocks.Cell, ...]:
    return tuple(
        blocks.Cell(((Span(cell.text), *notes.mark(cell)),)) if cell else blocks.Cell(())
        for cell in line.cells
    )
