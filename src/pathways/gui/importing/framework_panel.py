"""What comes of it all: title, organisation, the order of the grades, and what is not sure about
the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.importing.pieces import Titles
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.plain_text import Label, set_tip
from pathways.i18n import _, _n
from pathways.importing.imported import Doubt
from pathways.importing.review import set_organisation, set_title
from pathways.importing.review_roles import set_order
from pathways.model.framework import Framework, Node

_ID = Qt.ItemDataRole.UserRole
_SHOWN = 8  # dimensions and doubts that are listed


class FrameworkPanel(QFrame):
    """Show the framework of the review; what is changed here are corrections like all others."""

    def __init__(self, worker: ImportWorker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(_("The framework"))
        self._worker = worker
        self._nodes: tuple[Node, ...] = ()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _make_parts(self) -> None:
        self.title, self.organisation = QLineEdit(self), QLineEdit(self)
        self.title.setAccessibleName(_("Title"))
        self.organisation.setAccessibleName(_("Organisation"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Order of the grades and roles, the highest first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        self.up, self.down = QPushButton(_("Move up"), self), QPushButton(_("Move down"), self)
        set_tip(self.up, _("Key in the list: {key}").format(key="Alt+Up"))
        set_tip(self.down, _("Key in the list: {key}").format(key="Alt+Down"))
        self.preview = self._label("")
        self.doubts = self._label("notice")

    def _lay_out(self) -> None:
        head = self._label("heading")
        head.setText(_("The framework"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        self._column.addWidget(self.preview)
        self._column.addWidget(self.doubts)
        for words, field in ((_("Tit&le"), self.title), (_("Orga&nisation"), self.organisation)):
            label = Label(words, self)
            label.setBuddy(field)
            self._column.addWidget(label)
            self._column.addWidget(field)
        label = Label(_("O&rder, the highest first"), self)
        label.setBuddy(self.list)
        self._column.addWidget(label)
        self._column.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        self._column.addLayout(row)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._on_title)
        self.organisation.editingFinished.connect(self._on_organisation)
        self.up.clicked.connect(lambda: self.move_node(-1))
        self.down.clicked.connect(lambda: self.move_node(1))
        self.list.currentRowChanged.connect(self._allow)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        edge = theme.space(12)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space(6))
        self.list.setFixedHeight(round(theme.text_px() * 9))

    def show_framework(self, framework: Framework, doubts: Sequence[Doubt], titles: Titles) -> None:
        """Show what the review comes to."""
        self.title.setText(framework.title)
        self.organisation.setText(framework.organisation)
        self.title.setCursorPosition(0)
        self.organisation.setCursorPosition(0)
        self.preview.setText(_summary(framework, titles))
        shown = [_doubt_words(doubt) for doubt in doubts[:_SHOWN]]
        more = len(doubts) - len(shown)
        shown += (
            [_n("… and {count} more.", "… and {count} more.", more).format(count=more)]
            if more
            else []
        )
        self.doubts.setText("\n".join(shown))
        self.doubts.setVisible(bool(shown))
        chosen = self.list.currentItem().data(_ID) if self.list.currentItem() else ""
        self._nodes = tuple(reversed(framework.nodes))
        self.list.clear()
        for node in self._nodes:
            words = (
                f"{node.title} · {node.family}"
                if node.family and node.family != node.title
                else node.title
            )
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, node.id)
        row = next((row for row, node in enumerate(self._nodes) if node.id == chosen), 0)
        self.list.setCurrentRow(row)
        self._allow()

    def move_node(self, by: int) -> None:
        """Move the grade that is chosen past the next one of its ladder, up (-1) or down (1)."""
        other = self._neighbour(by)
        row = self.list.currentRow()
        if other is None:
            return
        order = list(self._nodes)
        order.insert(other, order.pop(row))
        wanted = [node.id for node in reversed(order)]
        self._worker.correct(_("another order"), lambda review: set_order(review, wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with Alt and the arrows."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self.move_node(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _neighbour(self, by: int) -> int | None:
        """Return the row of the next grade of the same ladder, None where there is none."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._nodes):
            return None
        family = self._nodes[row].family
        others = range(row + by, len(self._nodes) if by > 0 else -1, by)
        return next((other for other in others if self._nodes[other].family == family), None)

    def _allow(self) -> None:
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setEnabled(self._neighbour(by) is not None)

    def _on_title(self) -> None:
        title = self.title.text().strip()
        if self._worker.session.review and title != self._worker.session.result.framework.title:
            self._worker.correct(_("another title"), lambda review: set_title(review, title))

    def _on_organisation(self) -> None:
        name = self.organisation.text().strip()
        if (
            self._worker.session.review
            and name != self._worker.session.result.framework.organisation
        ):
            self._worker.correct(
                _("another organisation"), lambda review: set_organisation(review, name)
            )

    def _label(self, look: str) -> QLabel:
        label = Label(self)
        if look:
            label.setProperty("look", look)
        label.setWordWrap(True)
        return label


def _doubt_words(doubt: Doubt) -> str:
    return f"{doubt.text}: {doubt.why}" if doubt.text else doubt.why


def _summary(framework: Framework, titles: Titles) -> str:
    """Say how many grades and statements there are, and on what."""
    nodes, statements = len(framework.nodes), framework.statements
    counts = Counter(statement.dimensions[0] for statement in statements)
    first = _n("{count} grade or role", "{count} grades or roles", nodes).format(count=nodes)
    second = _n("{count} statement", "{count} statements", len(statements)).format(
        count=len(statements)
    )
    named = [
        f"{titles.dimension(dimension)} {count}" for dimension, count in counts.most_common(_SHOWN)
    ]
    more = len(counts) - len(named)
    named += [_n("{count} more", "{count} more", more).format(count=more)] if more else []
    third = _n("On {count} dimension: {names}", "On {count} dimensions: {names}", len(counts))
    return f"{first}, {second}.\n" + third.format(count=len(counts), names=", ".join(named)) + "."
