"""What the columns of a table hold, where their headings do not say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.record_columns import column_of

_LONGEST = 60  # letters of an example


def contents() -> dict[str, str]:
    """Return what a column can hold, in words for people; "" for nothing that is wanted."""
    return {
        "": _("nothing that is needed"),
        "role": _("the role or job title"),
        "level": _("the grade or level"),
        "family": _("the job family"),
        "dimension": _("the skill, competency or area"),
        "definition": _("what the skill or area is"),
        "text": _("the statement"),
        "label": _("the level of the skill, or its kind"),
        "role text": _("what the role is"),
        "level text": _("what the level is"),
        "number": _("a number of the row"),
    }


def tables_of(outlines: Sequence[Outline]) -> list[Piece]:
    """Return the tables whose columns a person can match: three columns or more, with a row under
    their headings.
    """
    return [
        piece
        for outline in outlines
        for piece in outline.pieces
        if piece.kind is Kind.TABLE and len(piece.rows) > 1 and len(piece.rows[0]) > 2
    ]


class ColumnsDialog(FittingDialog):
    """Ask what the columns of one table hold."""

    def __init__(self, parent: QWidget | None, table: Piece, taught: Mapping[str, str]) -> None:
        super().__init__(parent)
        set_window_title(self, _("What the columns hold"))
        self.boxes: dict[str, QComboBox] = {}
        words = Label(_("Say what each column of the table holds. One must hold the statements, "
            "and one the grade, "
                         "level or role that they are for."), self)  # fmt: skip
        words.setWordWrap(True)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area)
        inside.setObjectName("scrolled")
        self._fill(QGridLayout(inside), inside, table, taught)
        area.setWidget(inside)
        self.add_decision(_("Apply"))
        column = self.body
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(area, 1)
        self.ask_size(760, 480)

    @classmethod
    def ask(
        cls, parent: QWidget | None, table: Piece, taught: Mapping[str, str]
    ) -> dict[str, str] | None:
        """Return what each heading's column holds; None where the person thought better of it."""
        return answer_of(cls(parent, table, taught), cls._answers)

    def _answers(self) -> dict[str, str]:
        return {heading: str(box.currentData()) for heading, box in self.boxes.items()}

    def _fill(
        self, grid: QGridLayout, inside: QWidget, table: Piece, taught: Mapping[str, str]
    ) -> None:
        for row, heading in enumerate(table.rows[0]):
            if heading in self.boxes:  # two columns of one name cannot be told apart
                continue
            example = next(
                (cells[row] for cells in table.rows[1:] if row < len(cells) and cells[row].strip()),
                "",
            )
            example = " ".join(example.split())
            short = example if len(example) <= _LONGEST else example[:_LONGEST] + "…"
            label, shown = Label(heading, inside), Label(short, inside)
            label.setProperty("look", "strong")
            shown.setProperty("look", "quiet")
            for each in (label, shown):
                each.setWordWrap(True)
            box = QComboBox(inside)
            for holds, words in contents().items():
                box.addItem(words, holds)
            box.setCurrentIndex(max(0, box.findData(taught.get(heading, column_of(heading)))))
            box.setAccessibleName(_("The column “{heading}” holds").format(heading=heading))
            self.boxes[heading] = box
            for place, widget in enumerate((label, shown, box)):
                grid.addWidget(widget, row, place)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(table.rows[0]), 1)
