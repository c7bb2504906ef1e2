"""What comes of it all: title, organisation, the order of the grades, and what is not sure about
the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.importing.choose_dialog import ChooseDialog, Option
from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.importing.node_tree import NodeTree
from pathways.gui.importing.pieces import Titles
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.cell_words import CellWords
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label, set_tip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.importing.imported import Doubt
from pathways.importing.review import confirm_doubt, set_organisation, set_title
from pathways.importing.review_roles import Arrangement, arrange, merge_roles, set_family
from pathways.importing.right import name_of_doubt
from pathways.model.framework import Framework, Node

_SHOWN = 8  # dimensions that are listed
_NONE = "-"  # no name of a family


class FrameworkPanel(QFrame):
    """Show the framework of the review; what is changed here are corrections like all others."""

    def __init__(self, worker: ImportWorker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(_("The framework"))
        self._worker = worker
        self._nodes: tuple[Node, ...] = ()
        self._doubts: list[Doubt] = []
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _make_parts(self) -> None:
        self.title, self.organisation = QLineEdit(self), QLineEdit(self)
        self.title.setAccessibleName(_("Title"))
        self.organisation.setAccessibleName(_("Organisation"))
        self.tree = NodeTree(self)
        self.up, self.down = QPushButton(_("Move up"), self), QPushButton(_("Move down"), self)
        self.family = QPushButton(_("Put into a famil&y…"), self)
        self.merge = QPushButton(_("They are o&ne"), self)
        for button, key in (
            (self.up, "Alt+Up"),
            (self.down, "Alt+Down"),
            (self.family, "F"),
            (self.merge, "M"),
        ):
            set_tip(button, _("Key in the list: {key}").format(key=key))
        self.preview = wrapped_label("", self)
        self.doubts = QListWidget(self)
        CellWords(self.doubts)
        self.doubts.setWordWrap(True)
        self.doubts.setAccessibleName(_("Questions about the whole"))
        self.right = QPushButton(_("That is ri&ght"), self)

    def _lay_out(self) -> None:
        head = wrapped_label("heading", self)
        head.setText(_("The framework"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        self._column.addWidget(self.preview)
        self._asked = wrapped_label("strong", self)
        self._asked.setText(_("Questions about the whole"))
        for widget in (self._asked, self.doubts, self.right):
            self._column.addWidget(widget)
        for words, field in ((_("Tit&le"), self.title), (_("Orga&nisation"), self.organisation)):
            label = Label(words, self)
            label.setBuddy(field)
            self._column.addWidget(label)
            self._column.addWidget(field)
        label = Label(_("Families and o&rder, the highest first"), self)
        label.setBuddy(self.tree)
        self._column.addWidget(label)
        self._column.addWidget(self.tree)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box)
        for button in (self.up, self.down, self.family, self.merge):
            self._flow.addWidget(button)
        self._column.addWidget(self._box)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._on_title)
        self.organisation.editingFinished.connect(self._on_organisation)
        self.up.clicked.connect(lambda: self.tree.move_chosen(-1))
        self.down.clicked.connect(lambda: self.tree.move_chosen(1))
        self.family.clicked.connect(self._on_family)
        self.merge.clicked.connect(self._on_merge)
        self.tree.family_asked.connect(self._on_family)
        self.tree.merge_asked.connect(self._on_merge)
        self.tree.arranged.connect(self._on_arranged)
        self.tree.itemSelectionChanged.connect(self._allow)
        self.right.clicked.connect(self._on_right)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._column.setContentsMargins(theme.margins(12))
        self._column.setSpacing(theme.space(6))
        self._flow.set_gap(theme.space(6))
        self.tree.setFixedHeight(round(theme.text_px() * 12))
        self.doubts.setFixedHeight(round(theme.text_px() * 9))

    def show_framework(self, framework: Framework, doubts: Sequence[Doubt], titles: Titles) -> None:
        """Show what the review comes to."""
        self.title.setText(framework.title)
        self.organisation.setText(framework.organisation)
        self.title.setCursorPosition(0)
        self.organisation.setCursorPosition(0)
        self.preview.setText(_summary(framework, titles))
        self._nodes = tuple(reversed(framework.nodes))
        self._doubts = list(doubts)
        self.doubts.clear()
        for doubt in doubts:
            QListWidgetItem(name_of_doubt(doubt), self.doubts)
        self.doubts.setCurrentRow(0)
        for widget in (self._asked, self.doubts, self.right):
            widget.setVisible(bool(doubts))
        self.tree.show_nodes(framework.nodes)
        self._allow()

    def _allow(self) -> None:
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setEnabled(self.tree.may_move(by))
        chosen = self.tree.chosen()
        self.family.setEnabled(bool(chosen))
        self.merge.setEnabled(len(chosen) > 1)

    def _on_arranged(self, wanted: Arrangement) -> None:
        self._worker.correct(_("another order"), lambda review: arrange(review, wanted))

    def _on_family(self) -> None:
        chosen = self.tree.chosen()
        if not chosen:
            return
        options = [Option(family, family) for family in self.tree.families()]
        options.append(Option(_NONE, _("None: without a family")))
        question = _n(
            "Which family is it in? Type the name of a new one.",
            "Which family are these {count} in? Type the name of a new one.",
            len(chosen),
        )
        found = ChooseDialog(
            self,
            _("Job family"),
            question.format(count=len(chosen)),
            options,
            new=_("New: “{words}”"),
        ).ask()
        if found:
            family = "" if found[0] == _NONE else found[0]
            self._worker.correct(
                _("another family"), lambda review: set_family(review, chosen, family)
            )

    def _on_merge(self) -> None:
        chosen = self.tree.chosen()
        if len(chosen) < 2:
            return
        options = [Option(n.id, n.title) for n in self._nodes if n.id in chosen]
        found = ChooseDialog(
            self, _("They are one"), _("What is it called?"), options, [options[0].id]
        ).ask()
        if found:
            others = [node for node in chosen if node != found[0]]
            self._worker.correct(
                _("making one of them"), lambda review: merge_roles(review, [found[0], *others])
            )

    def _on_right(self) -> None:
        row = self.doubts.currentRow()
        if 0 <= row < len(self._doubts):
            doubt = self._doubts[row]
            self._worker.correct(_("right as it is"), lambda review: confirm_doubt(review, doubt))

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
