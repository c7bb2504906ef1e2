"""The skills of a comparison whose levels are stated: skill, now, then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pathways.compare.change import Comparison, DimensionChange, Verdict
from pathways.compare.level_words import level_words, levels_along, skills, steps
from pathways.gui.shell.theme import BODY, HEADING, SMALL, Theme
from pathways.gui.widgets.arranged import ArrangedWidget
from pathways.gui.widgets.line_list import LineList, ListLine
from pathways.gui.widgets.painted_card import paint_card
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.scale import Level

_SKILL = 1.4  # width of the column of skills beside one of levels


class SkillColumns:
    """Where the columns of the table lie, in pixels: the skill, then a level for each node with a
    chip before each but the first.
    """

    def __init__(self, width: int, nodes: int, chip: int, theme: Theme) -> None:
        pad = self.pad = theme.space(6)
        room = width - (nodes - 1) * (chip + 2 * pad) - 2 * pad
        one = max(theme.px(60), room / (nodes + _SKILL))
        self.skill = round(one * _SKILL)
        self.level = round(one)
        lefts, x = [], pad + self.skill
        self.chips: list[int] = []
        for number in range(nodes):
            if number:
                self.chips.append(x)
                x += chip + 2 * pad
            lefts.append(x)
            x += self.level
        self.levels = lefts


class SkillLine(ListLine):
    """A skill with its levels; pressing it goes to what the document says of it."""

    def __init__(
        self,
        dimension: Dimension,
        levels: Sequence[Level | None],
        changes: Sequence[DimensionChange],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.dimension_id = dimension.id
        self._changes = changes
        real = any(change.verdict.is_change for change in changes)
        ink = QColor(theme.text if real else theme.quiet_text)
        self._skill = TextBlock([TextParagraph(dimension.title, theme.font(BODY, bold=real), ink)])
        self._levels = [self._level(level) for level in levels]
        self._columns = SkillColumns(100, len(levels), 0, theme)
        self.setAccessibleName(
            f"{dimension.title}. " + " ".join(change.sentence for change in changes)
        )

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        chip = max(chip_size(self._theme, chip_words(verdict)).width() for verdict in Verdict)
        self._columns = SkillColumns(width, len(self._levels), chip, self._theme)
        pad = self._theme.space(5)
        heights = [self._skill.lay_out(self._columns.skill - pad)]
        heights += [block.lay_out(self._columns.level - pad) for block in self._levels]
        return round(max(24.0, max(heights) + 2 * pad))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the skill, its levels, and what happens between them."""
        painter = QPainter(self)
        theme, top = self._theme, float(self._theme.space(5))
        self.paint_ground(painter)
        self._skill.paint(painter, self._columns.pad, top)
        for block, left in zip(self._levels, self._columns.levels, strict=True):
            block.paint(painter, left, top)
        for change, left in zip(self._changes, self._columns.chips, strict=True):
            paint_chip(painter, theme, change.verdict, chip_words(change.verdict), left, top)
        painter.setPen(QColor(theme.line))
        painter.drawLine(self._columns.pad, 0, self.width() - self._columns.pad, 0)
        self.paint_ring(painter)

    def _level(self, level: Level | None) -> TextBlock:
        theme = self._theme
        quiet = QColor(theme.quiet_text)
        ink = QColor(theme.text) if level else quiet
        signs = steps(level)
        words = f"{level.value}  {signs}" if level and signs else level_words(level)
        return TextBlock([TextParagraph(words, theme.font(BODY), ink)])


class SkillTable(QWidget):
    """Show the skills with levels, what changes first; nothing where no levels are stated."""

    dimension_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = PaintedHeading(theme, self)
        self._list: LineList[SkillLine] = LineList(theme, self)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list)

    @property
    def lines(self) -> list[SkillLine]:
        """Return the lines shown."""
        return self._list.lines

    def show_comparison(
        self, comparison: Comparison, hidden: frozenset[str], only_changes: bool, theme: Theme
    ) -> None:
        """Show the skills of a comparison, without hidden ones."""
        self._theme = theme
        found: list[tuple[bool, SkillLine]] = []
        for dimension in skills(comparison):
            changes = [c for step in comparison.steps if (c := step.dimension(dimension.id))]
            real = any(change.verdict.is_change for change in changes)
            if dimension.id in hidden or (only_changes and not real):
                continue
            levels = levels_along(comparison, dimension)
            line = SkillLine(dimension, levels, changes, theme, self._list)
            line.clicked.connect(
                lambda _on=False, wanted=dimension.id: self.dimension_asked.emit(wanted)
            )
            found.append((real, line))
        found.sort(key=lambda pair: not pair[0])
        self._head.show_titles([node.title for node in comparison.nodes], theme)
        self._column.setContentsMargins(theme.margins(8))
        self._list.fill([line for _real, line in found], theme)
        self.setVisible(bool(found))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card, as behind the sections below."""
        paint_card(QPainter(self), self, self._theme, self._theme.line)


class PaintedHeading(ArrangedWidget):
    """The title of the table, and whose levels stand in which column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextBlock([])
        self._blocks: list[TextBlock] = []
        self._columns = SkillColumns(100, 0, 0, theme)
        self._top = 0.0
        self.setProperty("look", "heading")  # which it is to a screen reader

    def show_titles(self, titles: Sequence[str], theme: Theme) -> None:
        """Name the columns; of two, the first is now and the second then."""
        self._theme = theme
        if len(titles) == 2:
            now, then = titles
            titles = [_("Now: {node}").format(node=now), _("Then: {node}").format(node=then)]
        quiet = QColor(theme.quiet_text)
        words = _("Skills and their levels")
        font = theme.font(HEADING, bold=True)
        self._title = TextBlock([TextParagraph(words, font, QColor(theme.text))])
        font = theme.font(SMALL, bold=True)
        self._blocks = [TextBlock([TextParagraph(title, font, quiet)]) for title in titles]
        self.setAccessibleName(f"{words}. {'. '.join(titles)}")
        self.arrange()

    def arrange(self) -> None:
        """Place the headings over the columns."""
        chip = max(chip_size(self._theme, chip_words(verdict)).width() for verdict in Verdict)
        self._columns = SkillColumns(self.width(), len(self._blocks), chip, self._theme)
        gap = self._theme.space(4)
        self._top = self._title.lay_out(self.width()) + gap
        level = self._columns.level - self._columns.pad
        below = max((block.lay_out(level) for block in self._blocks), default=0)
        self.setFixedHeight(round(self._top + below + gap))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, and the columns' titles under it."""
        painter = QPainter(self)
        self._title.paint(painter, self._columns.pad, 0)
        for block, left in zip(self._blocks, self._columns.levels, strict=True):
            block.paint(painter, left, self._top)
