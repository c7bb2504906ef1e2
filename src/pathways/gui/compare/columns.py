"""Where the columns of a comparison are: one answer for the heads, the lines and the bar that
stays on top.
"""

from __future__ import annotations

from dataclasses import dataclass

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.verdict_chip import chip_size, chip_words

_NARROWEST = (
    11.0  # a column's width beside the size of type, below which columns stand under each other
)
_WIDEST = 44.0  # about 85 characters
_WIDEST_GAP = 0.25  # of the room; what columns of the widest leave over goes between them


@dataclass(frozen=True)
class Columns:
    """The left edge of each column, their width and the gap between two, in pixels.

    ``stacked`` says that there is no room for columns: the cells of a line stand under each other.
    ``between`` says that the verdict has a gap of its own; else it stands in the cell.
    """

    lefts: tuple[int, ...]
    width: int
    gap: int
    stacked: bool
    between: bool

    @classmethod
    def fitting(cls, count: int, room: int, theme: Theme) -> Columns:
        """Fit ``count`` columns into ``room`` pixels."""
        body = theme.text_px()
        verdicts = max(chip_size(theme, chip_words(verdict)).width() for verdict in Verdict)
        between = count == 2
        gap = max(verdicts + theme.space(24), round(room * 0.13)) if between else theme.space(16)
        width = (room - gap * (count - 1)) // count
        if width < _NARROWEST * body:
            return cls(
                lefts=(0,) * count,
                width=min(room, round(_WIDEST * body)),
                gap=0,
                stacked=True,
                between=False,
            )
        if width > _WIDEST * body:
            width = round(_WIDEST * body)
            gaps = max(1, count - 1)
            over = (room - width * count) // gaps
            gap = max(gap, min(over, round(room * _WIDEST_GAP / gaps)))
        return cls(
            lefts=tuple(index * (width + gap) for index in range(count)),
            width=width,
            gap=gap,
            stacked=False,
            between=between,
        )
