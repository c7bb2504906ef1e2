"""What the document says of the grade or role that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on
from pathways.gui.widgets.statement_list import StatementList, not_stated
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _


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
        """Apply a theme."""
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
        self._about.setText(
            " · ".join(part for part in (own, framework.organisation, node.code) if part)
        )
        note = self._session.notes.get(node_id)
        facts = [*node.facts, *([note.words] if note else [])]
        self._facts.setText("\n".join(facts))
        self._facts.setVisible(bool(facts))
        self._notice.setVisible(framework.restated)
        self.text.show_node(library, node_id, self._theme)
        self._silent.setText(not_stated(library, node_id))
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
        self._notice.setText(_("Summary wording: check the official document before you decide."))
        self.text = StatementList(self._theme, inner)
        self.text.reached.connect(self._bring_into_view)
        self.text.shown_asked.connect(self._show_on_text)
        self._silent = self._label("small")
        self.close_button = icon_button("remove", _("Close the text"), self._theme, inner)
        self.close_button.clicked.connect(lambda: self._session.set_current(None))
        self._buttons = QWidget(inner)
        self.from_here = QPushButton(_("I am here"), self._buttons)
        self.to_here = QPushButton(_("I would like to go here"), self._buttons)
        self.at_length = QPushButton(_("Read in full"), self._buttons)
        self.at_length.clicked.connect(lambda: self._session.read(self._session.current or ""))
        self.from_here.clicked.connect(lambda: self._choose(0))
        self.to_here.clicked.connect(lambda: self._choose(1))

    def _lay_out(self) -> None:
        flow = self._flow = FlowLayout(self._buttons)
        flow.setContentsMargins(6, 0, 6, 0)
        flow.addWidget(self.from_here)
        flow.addWidget(self.to_here)
        flow.addWidget(self.at_length)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self._inner)
        self._column.addLayout(top)
        for widget in (
            self._about,
            self._buttons,
            self._facts,
            self._notice,
            self.text,
            self._silent,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def sizeHint(self) -> QSize:
        """Return a width that lines can be read in."""
        return QSize(self._theme.px(330), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the least width that lines can be read in, and that no button is cut at."""
        buttons = (self.from_here, self.to_here, self.at_length)
        for button in buttons:
            button.ensurePolished()  # with the edges of the theme
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        margins, inside = self._column.contentsMargins(), self._flow.contentsMargins()
        around = margins.left() + margins.right() + inside.left() + inside.right() + bar
        around += 2 * (self._scroll.frameWidth() + round(self._theme.edge))
        widest = max(button.sizeHint().width() for button in buttons) + around
        return QSize(max(min(380, self._theme.px(240)), widest), 100)

    def _label(self, look: str) -> QLabel:
        label = wrapped_label(look, self._inner)
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

    def _bring_into_view(self, cell: PaintedPiece) -> None:
        self._show_place(place_on(cell, self._inner))

    def _show_on_text(self, place: QRect) -> None:
        self._show_place(place.translated(self.text.mapTo(self._inner, QPoint(0, 0))))

    def _show_place(self, place: QRect) -> None:
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top, bottom = place.top(), place.top() + place.height()
        if top - 24 < bar.value():
            bar.setValue(top - 24)
        elif bottom + 24 > bar.value() + room:
            bar.setValue(min(top - 24, bottom + 24 - room))
