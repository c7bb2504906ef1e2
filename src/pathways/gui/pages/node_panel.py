"""What the document says of the grade or role that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pathways.compare.sentences import shared_text
from pathways.gui.session import Session
from pathways.gui.theme import HEADING, SMALL, Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.statement_cell import CellContent, StatementCell
from pathways.gui.widgets.text_block import Paragraph, TextBlock
from pathways.i18n import _, in_words
from pathways.model.library import Library
from pathways.model.statement import Statement


class _Heading(QWidget):
    """A heading of the document, with what is to be known about the text under it."""

    def __init__(self, statements: Sequence[Statement], library: Library, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        first = statements[0]
        quiet = QColor(theme.quiet_text)
        words = f"{first.heading} · {first.label}" if first.label else first.heading
        paragraphs = [Paragraph(words, theme.font(HEADING, bold=True), QColor(theme.text))]
        title = library.dimension(first.dimensions[0]).title
        if title.lower() != first.heading.lower():
            paragraphs.append(Paragraph(_("compared as {dimension}").format(dimension=title), theme.font(SMALL), quiet))
        if first.definition:
            note = _("Only a definition: it says what this is, not what a level asks for.")
            paragraphs.append(Paragraph(note, theme.font(SMALL), quiet))
        if first.shared:
            note = shared_text([library.node(node) for node in first.nodes])
            paragraphs.append(Paragraph(note, theme.font(SMALL), quiet))
        self._block = TextBlock(paragraphs)
        self.setAccessibleName(". ".join(paragraph.text for paragraph in paragraphs))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return round(self._block.lay_out(width - 12)) + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading and the notes."""
        self._block.paint(QPainter(self), 6, 0)


class StatementList(QWidget):
    """The statements of one node under the document's own headings; the arrows walk, Enter shows the source."""

    reached = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[_Heading | StatementCell] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def cells(self) -> list[StatementCell]:
        """Return the statements' cells from top to bottom."""
        return [part for part in self._parts if isinstance(part, StatementCell)]

    def show_node(self, library: Library, node_id: str, theme: Theme) -> None:
        """Show the text of a node."""
        self._theme = theme
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        statements = library.statements_of(node_id)
        for _key, group in groupby(statements, lambda s: (s.heading, s.label, s.nodes, s.definition)):
            section = list(group)
            self._parts.append(_Heading(section, library, theme, self))
            self._parts += [self._cell(statement, library) for statement in section]
        for part in self._parts:
            part.show()
        for cell in self.cells[:1]:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the present width."""
        y = 0
        for index, part in enumerate(self._parts):
            if isinstance(part, _Heading) and index:
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


class NodePanel(QFrame):
    """Show the session's current node: what it is, what its document says, and what it does not."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session = session
        self._theme = theme
        self._make_parts()
        self._lay_out()
        session.current_changed.connect(self.refresh)
        session.chosen_changed.connect(self._say_choice)
        session.library_changed.connect(self.refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        edge = theme.space(16)
        self._column.setContentsMargins(edge, edge, theme.space(6), edge)
        self._column.setSpacing(theme.space(10))
        paint_icon(self.close_button, theme)
        self.refresh()

    def refresh(self) -> None:
        """Show the current node, or nothing where there is none."""
        node_id, library = self._session.current, self._session.library
        self.setVisible(node_id is not None)
        if node_id is None:
            return
        node, framework = library.node(node_id), library.framework_of(node_id)
        self.setAccessibleName(_("Text of {title}").format(title=node.title))
        self.title.setText(node.title)
        own = framework.title if len(framework.nodes) > 1 else ""
        self._about.setText(" · ".join(part for part in (own, framework.organisation, node.code) if part))
        self._facts.setText("\n".join(node.facts))
        self._facts.setVisible(bool(node.facts))
        self._notice.setVisible(framework.restated)
        self.text.show_node(library, node_id, self._theme)
        self._silent.setText(self._not_stated(library, node_id))
        self._silent.setVisible(bool(self._silent.text()))
        self._scroll.verticalScrollBar().setValue(0)
        self._say_choice()

    def _make_parts(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self._inner = QWidget(self._scroll)
        inner.setObjectName("scrolled")
        self.title = self._label("heading")
        self._about = self._label("small")
        self._facts = self._label("small")
        self._notice = self._label("notice")
        self._notice.setText(
            _("Restated in other words. Check your own organisation’s document before deciding anything.")
        )
        self.text = StatementList(self._theme, inner)
        self.text.reached.connect(self._bring_into_view)
        self._silent = self._label("small")
        self.close_button = icon_button("remove", _("Close the text"), self._theme, inner)
        self.close_button.clicked.connect(lambda: self._session.set_current(None))
        self._buttons = QWidget(inner)
        self.from_here = QPushButton(_("I am here"), self._buttons)
        self.to_here = QPushButton(_("I would like to go here"), self._buttons)
        self.from_here.clicked.connect(lambda: self._choose(0))
        self.to_here.clicked.connect(lambda: self._choose(1))

    def _lay_out(self) -> None:
        flow = FlowLayout(self._buttons)
        flow.setContentsMargins(6, 0, 6, 0)
        flow.addWidget(self.from_here)
        flow.addWidget(self.to_here)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self._inner)
        self._column.addLayout(top)
        for widget in (self._about, self._buttons, self._facts, self._notice, self.text, self._silent):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def sizeHint(self) -> QSize:
        """Return a width that lines can be read in."""
        return QSize(self._theme.px(380), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the least width that lines can be read in."""
        return QSize(min(380, self._theme.px(240)), 100)

    def _label(self, look: str) -> QLabel:
        label = QLabel(self._inner)
        label.setProperty("look", look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if look != "notice":
            label.setContentsMargins(6, 0, 6, 0)  # as the statements stand
        return label

    def _say_choice(self) -> None:
        node, chosen = self._session.current, (*self._session.chosen, "", "")
        self.from_here.setEnabled(node != chosen[0])
        self.to_here.setEnabled(node != chosen[1])

    def _choose(self, place: int) -> None:
        node, chosen = self._session.current, list(self._session.chosen)
        if node is None:
            return
        if node in chosen:
            other = chosen.index(node)
            if place < len(chosen):
                chosen[other] = chosen[place]
            else:
                del chosen[other]
        if place < len(chosen):
            chosen[place] = node
        else:
            chosen.append(node)
        self._session.choose(chosen)

    def _not_stated(self, library: Library, node_id: str) -> str:
        stated = {dimension.id for dimension in library.dimensions_of([node_id])}
        silent = [
            dimension.title.lower() for dimension in library.dimensions_of(library.nodes) if dimension.id not in stated
        ]
        return _("Not stated in this document: {names}.").format(names=in_words(silent)) if silent else ""

    def _bring_into_view(self, cell: QWidget) -> None:
        bar = self._scroll.verticalScrollBar()
        top = cell.mapTo(self._inner, QPoint(0, 0)).y()
        room = self._scroll.viewport().height()
        if top - 24 < bar.value():
            bar.setValue(top - 24)
        elif top + cell.height() + 24 > bar.value() + room:
            bar.setValue(min(top - 24, top + cell.height() + 24 - room))
