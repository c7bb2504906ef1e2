"""The text of one grade or role under its document's own headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.compare.sentences import shared_text
from pathways.gui.theme import BODY, HEADING, SMALL, Theme
from pathways.gui.widgets.statement_cell import PAD, CellContent, StatementCell
from pathways.gui.widgets.text_block import Paragraph, TextBlock
from pathways.i18n import _, in_words
from pathways.model.framework import Passage
from pathways.model.library import Library
from pathways.model.statement import Statement


class TextPart(QWidget):
    """Words between the statements: a heading with its notes, or a passage of the introduction."""

    def __init__(self, paragraphs: Sequence[Paragraph], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._block = TextBlock(paragraphs)
        self._theme = theme
        self._lit = False
        self.words = [paragraph.text for paragraph in paragraphs]
        self.setAccessibleName(". ".join(self.words))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return round(self._block.lay_out(width - 2 * self._theme.space(PAD))) + 4

    def set_lit(self, lit: bool) -> None:
        """Stand out as what was looked for, or not."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, on a tint where they were looked for."""
        painter = QPainter(self)
        if self._lit:
            painter.fillRect(self.rect(), QColor(self._theme.accent_tint))
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(self._theme.accent))
        self._block.paint(painter, self._theme.space(PAD), 0)


@dataclass(frozen=True)
class Heading:
    """A heading of the text, and where it stands in the list."""

    words: str
    dimension: str
    part: TextPart


class StatementList(QWidget):
    """The statements of one node under the document's own headings; the arrows walk, Enter shows the source."""

    reached = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[TextPart | StatementCell] = []
        self.headings: list[Heading] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def cells(self) -> list[StatementCell]:
        """Return the statements' cells from top to bottom."""
        return [part for part in self._parts if isinstance(part, StatementCell)]

    def show_node(self, library: Library, node_id: str, theme: Theme, passages: Sequence[Passage] = ()) -> None:
        """Show the text of a node and, after it, passages of the document's introduction."""
        self._theme = theme
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.headings = [], []
        statements = library.statements_of(node_id)
        for _key, group in groupby(statements, lambda s: (s.heading, s.label, s.nodes, s.definition)):
            section = list(group)
            self._add_heading(section, library)
            self._parts += [self._cell(statement, library) for statement in section]
        if passages:
            self._add_passages(passages)
        for part in self._parts:
            part.show()
        for cell in self.cells[:1]:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrange()

    def light_statement(self, statement_id: str) -> StatementCell | None:
        """Let a statement stand out, and no other; return its cell, None where it is not here."""
        found = None
        for part in self._parts:
            statement = part.content.statement if isinstance(part, StatementCell) else None
            wanted = statement is not None and statement.id == statement_id
            part.set_lit(wanted)
            if wanted and isinstance(part, StatementCell):
                found = part
        return found

    def light_words(self, words: str) -> TextPart | None:
        """Let the heading or passage that has these very words stand out; return it, None where there is none."""
        self.light_statement("")
        for part in self._parts:
            if isinstance(part, TextPart) and any(words in (text, *text.split(" · ")) for text in part.words):
                part.set_lit(True)
                return part
        return None

    def arrange(self) -> None:
        """Place everything for the present width."""
        y = 0
        for index, part in enumerate(self._parts):
            if isinstance(part, TextPart) and index:
                y += self._theme.space(14)
            height = part.height_for(self.width())
            part.setGeometry(QRect(0, y, self.width(), height))
            y += height
        self.setFixedHeight(max(1, y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _add_heading(self, statements: Sequence[Statement], library: Library) -> None:
        theme, first = self._theme, statements[0]
        quiet = QColor(theme.quiet_text)
        words = f"{first.heading} · {first.label}" if first.label else first.heading
        notes = []
        title = library.dimension(first.dimensions[0]).title
        if title.lower() != first.heading.lower():
            notes.append(_("compared as {dimension}").format(dimension=title))
        if first.definition:
            notes.append(_("Only a definition: it says what this is, not what a level asks for."))
        if first.shared:
            notes.append(shared_text([library.node(node) for node in first.nodes]))
        paragraphs = [Paragraph(words, theme.font(HEADING, bold=True), QColor(theme.text))]
        paragraphs += [Paragraph(note, theme.font(SMALL), quiet) for note in notes]
        part = TextPart(paragraphs, theme, self)
        self.headings.append(Heading(words, first.dimensions[0], part))
        self._parts.append(part)

    def _add_passages(self, passages: Sequence[Passage]) -> None:
        theme = self._theme
        text, quiet = QColor(theme.text), QColor(theme.quiet_text)
        title = _("What the document says before its first grade")
        head = TextPart([Paragraph(title, theme.font(HEADING, bold=True), text)], theme, self)
        self.headings.append(Heading(title, "", head))
        self._parts.append(head)
        for passage in passages:
            paragraphs = [Paragraph(passage.heading, theme.font(BODY, bold=True), quiet)]
            self._parts.append(TextPart(paragraphs, theme, self))
            for words in passage.statements:
                part = TextPart([Paragraph(words, theme.font(BODY), text)], theme, self)
                self._parts.append(part)

    def _cell(self, statement: Statement, library: Library) -> StatementCell:
        notes = [_("Source: {place}").format(place=statement.source.text)]
        if statement.dimensions[1:]:
            titles = [library.dimension(dimension).title.lower() for dimension in statement.dimensions[1:]]
            notes.append(_("Also speaks of {names}.").format(names=in_words(titles)))
        content = CellContent(statement=statement, absent="", quiet=False, notes=tuple(notes))
        cell = StatementCell(content, self._theme, f"{statement.heading}: {statement.text}", self)
        cell.grown.connect(self.arrange)
        cell.walked.connect(self._on_walked)
        cell.reached.connect(self._on_reached)
        return cell

    def _on_reached(self) -> None:
        cell = self.sender()
        if isinstance(cell, StatementCell):
            for other in self.cells:
                other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is cell else Qt.FocusPolicy.ClickFocus)
            self.reached.emit(cell)

    def _on_walked(self, key: int) -> None:
        cells, cell = self.cells, self.sender()
        if not isinstance(cell, StatementCell):
            return
        at = cells.index(cell)
        ends = {int(Qt.Key.Key_Home): 0, int(Qt.Key.Key_End): len(cells) - 1}
        step = 1 if key in (int(Qt.Key.Key_Down), int(Qt.Key.Key_Right)) else -1
        cells[ends.get(key, min(len(cells) - 1, max(0, at + step)))].setFocus(Qt.FocusReason.OtherFocusReason)


def not_stated(library: Library, node_id: str) -> str:
    """Name the dimensions that other open documents state something on, and this one does not; "" for none."""
    stated = {dimension.id for dimension in library.dimensions_of([node_id])}
    silent = [d.title.lower() for d in library.dimensions_of(library.nodes) if d.id not in stated]
    return _("Not stated in this document: {names}.").format(names=in_words(silent)) if silent else ""
