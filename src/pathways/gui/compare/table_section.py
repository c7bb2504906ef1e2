"""What the table of a comparison shows: a section for each dimension, with its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from pathways.compare.change import Comparison, ComparisonRow, DimensionChange, Verdict
from pathways.compare.level_words import level_texts
from pathways.compare.rows import rows
from pathways.gui.compare.columns import Columns
from pathways.gui.compare.comparison_line import Around, ComparisonLine
from pathways.gui.compare.section_head import SectionHead
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.painted_piece import PieceSheet
from pathways.i18n import _n
from pathways.model.library import Library


@dataclass
class TableSection:
    """A dimension with its lines, and where they are; ``more_words`` are those of its button."""

    head: SectionHead
    lines: list[ComparisonLine]
    more_words: str = ""
    more: QPushButton | None = None
    top: int = 0
    bottom: int = 0


@dataclass(frozen=True)
class TableContent:
    """A comparison, and which part of it is shown."""

    comparison: Comparison
    library: Library
    only_changes: bool
    hidden: frozenset[str]
    hidden_verdicts: frozenset[Verdict]
    expanded: frozenset[str]  # dimensions that show what does not change all the same


def sections(
    shown: TableContent, columns: Columns, theme: Theme, sheet: PieceSheet
) -> list[TableSection]:
    """Return the sections of a comparison, without those that have nothing to show."""
    found = []
    for dimension in shown.comparison.dimensions:
        if dimension.id not in shown.hidden:
            steps = shown.comparison.steps
            changes = [d for step in steps if (d := step.dimension(dimension.id))]
            section = _section(shown, changes, columns, theme, sheet)
            found += [section] if section else []
    return found


def _section(
    shown: TableContent,
    changes: Sequence[DimensionChange],
    columns: Columns,
    theme: Theme,
    sheet: PieceSheet,
) -> TableSection | None:
    dimension, comparison = changes[0].dimension, shown.comparison
    wanted = [
        row for row in rows(comparison, dimension.id) if _has_other_than(row, shown.hidden_verdicts)
    ]
    changing = [row for row in wanted if row.is_change]
    texts = level_texts(comparison, changes, shown.only_changes, shown.hidden_verdicts)
    if not texts and not (changing if shown.only_changes else wanted):
        return None
    around = Around(
        dimension,
        comparison.nodes,
        shown.library,
        stated=[shown.library.states(node.id, dimension.id) for node in comparison.nodes],
        across=[False, *(step.across for step in comparison.steps)],
        between=columns.between,
        stacked=columns.stacked,
        theme=theme,
    )
    expanded = dimension.id in shown.expanded
    lines = [*texts, *(wanted if expanded or not shown.only_changes else changing)]
    more = len(wanted) - len(changing) if shown.only_changes else 0
    return TableSection(
        SectionHead(changes, shown.library, theme, sheet),
        [
            ComparisonLine(row, around, sheet, number, len(lines))
            for number, row in enumerate(lines, 1)
        ],
        _more_words(more, expanded) if more else "",
    )


def _more_words(count: int, expanded: bool) -> str:
    if expanded:
        words = _n(
            "Hide {count} line that does not change",
            "Hide {count} lines that do not change",
            count,
        )
    else:
        words = _n(
            "Show {count} line that does not change",
            "Show {count} lines that do not change",
            count,
        )
    return words.format(count=count)


def _has_other_than(row: ComparisonRow, hidden: frozenset[Verdict]) -> bool:
    """Tell whether anything happens along a line that is to be shown."""
    return not hidden or any(
        change is not None and change.verdict not in hidden for change in row.changes
    )
