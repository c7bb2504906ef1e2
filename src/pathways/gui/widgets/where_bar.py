"""The way in: where are you now, and where would you like to go?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, in_words

_HINT = 150  # pixels at 100 % text: with less beside the boxes, the hint stands below them


class WhereBar(QFrame):
    """Ask for two nodes, in words, and offer to compare them."""

    compare_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setObjectName("band")
        self._session = session
        self._theme = theme
        self._above: list[QLabel] = []
        self._tools: QWidget | None = None  # somebody's, at the end of the row
        self._own = False  # the choice that changes is made here
        self.here = ChoiceBox(theme, _("Where are you now?"), _("Choose your grade or role"), self)
        self.there = ChoiceBox(theme, _("Where would you like to go?"), _("Choose another"), self)
        self.button = QPushButton(_("Compare"), self)
        self.button.setProperty("look", "primary")
        self.button.setAccessibleDescription(_("Shows side by side what changes between the two"))
        self._hint = wrapped_label("small", self)
        self._lay_out()
        self._connect()
        self.refill()

    def refill(self) -> None:
        """Offer the nodes of the open frameworks."""
        self.here.fill(self._session.library)
        self.there.fill(self._session.library)
        self._on_chosen_changed()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._flow.set_gap(theme.space(6 if self._compact else 16))
        for box in (self.here, self.there):
            box.set_theme(theme)
            box.fill(self._session.library)
        self._set_margins()

    def set_compact(self, compact: bool) -> None:
        """Put the questions into their boxes, or over them."""
        self._compact = compact
        for label in self._above:
            label.setVisible(not compact)
        self.here.set_empty(
            _("Where now?") if compact else _("Choose your grade or role"), compact=compact
        )
        self.there.set_empty(_("Where to?") if compact else _("Choose another"), compact=compact)
        self._flow.set_gap(self._theme.space(6 if compact else 16))
        self._set_margins()

    def take_tools(self, tools: QWidget, width: int) -> bool:
        """Put somebody's buttons, ``width`` pixels wide, at the end of the row; tell whether there
        was room for them.
        """
        roomy = width <= self._spare()
        self._tools = tools if roomy else None
        if roomy and self._row.indexOf(tools) < 0:
            self._row.addWidget(tools, 0, Qt.AlignmentFlag.AlignBottom)
        self._place_hint()
        return roomy

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the hint beside the boxes where there is room, so that nothing moves for it."""
        super().resizeEvent(event)
        self._place_hint()

    def _spare(self) -> int:
        """Return how much of the row is free beside the boxes, in pixels."""
        margins = self._rows.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        return inside - self._flow.sizeHint().width() - self._theme.space(24)

    def _place_hint(self) -> None:
        taken = self._tools.sizeHint().width() + self._row.spacing() if self._tools else 0
        beside = self._spare() - taken >= self._theme.px(_HINT)
        wanted, other = (self._row, self._rows) if beside else (self._rows, self._row)
        if wanted.indexOf(self._hint) < 0:
            other.removeWidget(self._hint)
            if beside:
                self._row.insertWidget(1, self._hint, 100, Qt.AlignmentFlag.AlignBottom)
            else:
                self._rows.addWidget(self._hint)

    def _column(self, row: QWidget, words: str) -> QVBoxLayout:
        """Return a column in the row, with a label on its top."""
        group = QWidget(row)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Label(words, group)
        column.addWidget(label)
        self._above.append(label)
        self._flow.addWidget(group)
        return column

    def _lay_out(self) -> None:
        row = QWidget(self)
        self._flow = FlowLayout(row, self._theme.space(16))
        for words, box in (
            (_("Where are you now?"), self.here),
            (_("Where would you like to go?"), self.there),
        ):
            column = self._column(row, words)
            self._above[-1].setProperty("look", "strong")
            self._above[-1].setBuddy(box)
            column.addWidget(box)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = self._column(row, " ")  # as high as the questions beside it
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout()
        self._row.addWidget(row)
        self._row.addStretch(1)  # somebody's buttons stand at the other end
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._row)
        self._rows.addWidget(self._hint)
        self._set_margins()

    def _set_margins(self) -> None:
        theme = self._theme
        self._rows.setContentsMargins(theme.margins(24, 4 if self._compact else 12))
        self._rows.setSpacing(theme.space(6))

    def _connect(self) -> None:
        self.here.node_chosen.connect(self._on_box_chosen)
        self.there.node_chosen.connect(self._on_box_chosen)
        self.button.clicked.connect(self._on_compare)
        self._session.chosen_changed.connect(self._on_chosen_changed)
        self._session.library_changed.connect(self.refill)

    def _on_box_chosen(self, _node: str) -> None:
        if self.here.node and self.here.node == self.there.node:
            other = self.there if self.sender() is self.here else self.here
            other.set_node("")
        self._own = True
        rest = self._session.chosen[2:] if self._session.can_compare else ()
        self._session.choose(node for node in (self.here.node, self.there.node, *rest) if node)
        self._own = False
        self._session.set_current(_node)
        self._say()

    def _on_chosen_changed(self) -> None:
        if not self._own:
            chosen = (*self._session.chosen, "", "")
            self.here.set_node(chosen[0])
            self.there.set_node(chosen[1])
        self._say()

    def _say(self) -> None:
        more = self._session.library.titles_of(self._session.chosen[2:])
        self._hint.setText(_("and also {names}").format(names=in_words(more)) if more else "")
        self._hint.setVisible(bool(more))

    def _on_compare(self) -> None:
        if self._session.can_compare:
            self.compare_asked.emit()
            return
        empty = self.there if self.here.node else self.here
        empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hint.setText(
            _("Choose where you would like to go, here or on the map.")
            if empty is self.there
            else _("Choose where you are now, here or on the map.")
        )
        self._hint.show()
