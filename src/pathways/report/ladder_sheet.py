"""The sheet of a ladder: every step at once, dimension by step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from pathways.compare.change import DimensionChange, Ladder, StepChange, Verdict
from pathways.compare.level_words import step_words
from pathways.i18n import _, _n
from pathways.model.dimension import Dimension
from pathways.model.library import Library
from pathways.report import blocks
from pathways.report.closing import legend_in_a_line
from pathways.report.marks import verdict_cell
from pathways.report.options import SheetOptions
from pathways.report.sheet import sheet
from pathways.report.spans import Style, styled

_MOST_STEPS = 8  # columns of verdicts that can be read on one page
_FIRST_SHARE = 1.5


def ladder_sheet(ladder: Ladder, library: Library, *, options: SheetOptions) -> blocks.Sheet:
    """Return the table of every step of a framework; with ``only_changes``, without dimensions
    that never change.
    """
    frameworks = (library.framework(ladder.framework),)
    return sheet(
        _("{framework}: every step").format(framework=ladder.title),
        frameworks,
        (
            *_tables(ladder, options),
            *((legend_in_a_line(),) if options.legend and ladder.steps else ()),
        ),
        options,
        wide=True,
        compact=True,
        records=_records(ladder),
    )


def counted(change: DimensionChange) -> str:
    """Say how many statements changed in which way, from which level to which, or that one text
    serves both nodes; "" where nothing changes.
    """
    if change.level:
        return step_words(change.level)
    if change.shared:
        return _("shared wording")
    if not change.verdict.is_change:
        return ""
    return ", ".join(
        f"{count} {verdict.word}" for verdict, count in change.counts.items() if verdict.is_change
    )


def _tables(ladder: Ladder, options: SheetOptions) -> Iterator[blocks.Block]:
    if not ladder.steps:
        yield blocks.paragraph_of(_("This framework has no steps from one grade to another."))
        return
    if ladder.remark:
        yield blocks.paragraph_of(ladder.remark)
    dimensions = [
        d for d in ladder.dimensions if not options.only_changes or _ever_changes(ladder, d)
    ]
    groups = _evenly(ladder.steps, _MOST_STEPS)
    for number, steps in enumerate(groups, 1):
        if len(groups) > 1:
            yield blocks.Heading(2, _heading(number, len(groups)))
        yield _table(ladder, steps, dimensions)
    if left_out := len(ladder.dimensions) - len(dimensions):
        sentence = _n(
            "{count} dimension that never changes is left out.",
            "{count} dimensions that never change are left out.",
            left_out,
        )
        yield blocks.Paragraph(styled(sentence.format(count=left_out), Style.QUIET))


def _heading(number: int, count: int) -> str:
    return _("All steps, part {number} of {count}").format(number=number, count=count)


def _ever_changes(ladder: Ladder, dimension: Dimension) -> bool:
    found = (step.dimension(dimension.id) for step in ladder.steps)
    return any(change is not None and change.verdict.is_change for change in found)


def _evenly(steps: Sequence[StepChange], most: int) -> list[Sequence[StepChange]]:
    """Cut the steps into as few groups as needed, of nearly the same size."""
    size = math.ceil(len(steps) / math.ceil(len(steps) / most))
    return [steps[start : start + size] for start in range(0, len(steps), size)]


def _table(
    ladder: Ladder, steps: Sequence[StepChange], dimensions: Sequence[Dimension]
) -> blocks.Block:
    columns = [blocks.Column(_("Dimension"), _FIRST_SHARE)]
    columns += [
        blocks.Column(
            _("{before} to {after}").format(before=step.before.title, after=step.after.title)
        )
        for step in steps
    ]
    sizes = [blocks.cell_of(_("Statements that change"), Style.STRONG)]
    sizes += [blocks.cell_of(str(step.size), Style.STRONG) for step in steps]
    rows = [tuple(sizes)]
    for dimension in dimensions:
        cells = [blocks.cell_of(dimension.title)]
        cells += [_cell(step.dimension(dimension.id)) for step in steps]
        rows.append(tuple(cells))
    caption = _("{framework}: what changes at each step").format(framework=ladder.title)
    return blocks.Table(caption, tuple(columns), tuple(rows), row_headers=True)


def _cell(change: DimensionChange | None) -> blocks.Cell:
    if change is None:
        return verdict_cell(Verdict.NOT_STATED)
    count = change.overruled_count
    by = (
        _n("{count} judged by a person", "{count} judged by a person", count).format(count=count)
        if count
        else ""
    )
    return verdict_cell(change.verdict, counted(change), by)


def _records(ladder: Ladder) -> blocks.Records:
    overruled = any(change.overruled_count for step in ladder.steps for change in step.dimensions)
    header = (
        _("Step"),
        _("Dimension"),
        _("Change"),
        _("Shared wording"),
        *(v.word for v in Verdict if v.is_change),
        *((_("Judged by a person"),) if overruled else ()),
    )
    rows = [
        (
            _("{before} to {after}").format(before=step.before.title, after=step.after.title),
            change.dimension.title,
            change.verdict.word,
            _("yes") if change.shared else _("no"),
            *(str(change.counts.get(verdict, 0)) for verdict in Verdict if verdict.is_change),
            *((str(change.overruled_count),) if overruled else ()),
        )
        for step in ladder.steps
        for change in step.dimensions
    ]
    return blocks.Records(header, tuple(rows))
