"""What is shown, copied: a statement, a pair, a dimension or all of a comparison, as text and as
rich text.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QTextEdit, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.widgets.cell_words import CellWords
from pathways.i18n import _
from pathways.report.formulas import without_formula

if TYPE_CHECKING:
    from pathways.compare.change import Comparison
    from pathways.gui.compare.comparison_line import ComparisonLine
    from pathways.gui.widgets.text_sheet import TextSheet


class Clipboard:
    """Copy what is shown in one window."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def copy(self) -> None:
        """Copy the statement that one is at."""
        sheet = self._sheet()
        if sheet is not None:
            selected = bool(sheet.selector.text())
            sheet.copy()
            self._context.say(
                _("What is selected is copied.") if selected else _("The statement is copied.")
            )
        elif isinstance(box := QApplication.focusWidget(), QTextEdit) and _selected(box):
            box.copy()
            self._context.say(_("What is selected is copied."))
        elif words := _words_of_view(box):
            QGuiApplication.clipboard().setText(words)
            self._context.say(_("What is chosen is copied."))
        else:
            self._context.say(_("Go to a statement first, then copy it."))

    def select_words(self) -> None:
        """Put a cursor into the words of the cell that one is at."""
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView):
            words = view.findChild(CellWords)
            if words is not None and words.begin(view.currentIndex()):
                return
        self._context.say(_("Go to a cell of a list or a table first."))

    def copy_source(self) -> None:
        """Copy it with its place in the document."""
        sheet = self._sheet()
        if sheet is not None:
            sheet.copy_with_source()
            self._context.say(_("The statement is copied with its source."))
        else:
            self._context.say(_("Go to a statement first, then copy it."))

    def copy_pair(self) -> None:
        """Copy it with what it is compared with."""
        import msgspec

        line, comparison = self._line(), self._context.session.comparison_for_paper()
        if line is None or comparison is None:
            self._context.say(_("Go to a statement first, then copy it."))
            return
        here = [change for change in line.compared.changes if change is not None]
        steps = [
            msgspec.structs.replace(
                step,
                dimensions=tuple(
                    msgspec.structs.replace(
                        d, changes=tuple(c for c in d.changes if c in here), sentence=""
                    )
                    for d in step.dimensions
                    if d.dimension.id == line.dimension.id
                ),
            )
            for step in comparison.steps
        ]
        self._copy(msgspec.structs.replace(comparison, steps=tuple(steps)))
        self._context.say(_("The pair is copied."))

    def copy_dimension(self) -> None:
        """Copy all of its dimension."""
        line, session = self._line(), self._context.session
        if line is None:
            self._context.say(_("Go to a statement first, then copy its dimension."))
            return
        self._copy(session.comparer.compare(session.shown, dimensions=[line.dimension.id]))
        self._context.say(
            _("The dimension “{title}” is copied.").format(title=line.dimension.title)
        )

    def copy_all(self) -> None:
        """Copy the whole comparison."""
        comparison = self._context.session.comparison_for_paper()
        if comparison is not None:
            self._copy(comparison)
            self._context.say(_("The comparison is copied."))

    def _copy(self, comparison: Comparison) -> None:
        """Put a comparison on the clipboard, for what takes text and for what takes rich text."""
        from PySide6.QtCore import QMimeData

        from pathways.report.comparison_sheet import excerpt
        from pathways.report.html import to_html
        from pathways.report.options import SheetOptions
        from pathways.report.text import to_text

        session = self._context.session
        options = SheetOptions(
            date=datetime.date.today(),
            only_changes=session.only_changes,
            sources=False,
            legend=False,
        )
        document = excerpt(comparison, session.library, options=options)
        both = QMimeData()
        both.setText(to_text(document, options).decode("utf-8-sig"))
        both.setHtml(to_html(document, options).decode())
        QGuiApplication.clipboard().setMimeData(both)

    def _sheet(self) -> TextSheet | None:
        """Return the sheet with the statement that has the keyboard or with what is selected; on
        the page that compares, with the one it was at last.
        """
        from pathways.gui.widgets.text_sheet import TextSheet

        sheet = QApplication.focusWidget()
        if not isinstance(sheet, TextSheet) and self._context.session.page == PageName.COMPARE:
            sheet = self._context.page(PageName.COMPARE).table
        if not isinstance(sheet, TextSheet):
            return None
        at = sheet.at.content.statement if sheet.at is not None else None
        return sheet if at is not None or sheet.selector.text() else None

    def _line(self) -> ComparisonLine | None:
        line: ComparisonLine | None = self._context.page(PageName.COMPARE).table.line_at()
        return line


def _selected(box: QTextEdit) -> bool:
    return box.textCursor().hasSelection()


def _words_of_view(view: QWidget | None) -> str:
    """Return the words of what is chosen in a list or a table: a line for each row, its cells apart
    by tabs, under and after the titles that tell several cells apart. None is a formula for a
    spreadsheet.
    """
    if not isinstance(view, QAbstractItemView) or view.selectionModel() is None:
        return ""
    chosen = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    rows: dict[tuple[int, int], dict[int, str]] = {}
    for index in sorted((one for one in chosen if one.isValid()), key=_place):
        words = " ".join(str(index.data() or "").split())
        rows.setdefault(_place(index)[:2], {})[index.column()] = words
    columns = sorted({column for cells in rows.values() for column in cells})
    lines = [[cells.get(column, "") for column in columns] for cells in rows.values()]
    if isinstance(view, QTableView) and view.verticalHeader().isVisible() and len(chosen) > 1:
        down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        titles = [view.model().headerData(row, down) for _parent, row in rows]
        lines = [[str(title), *line] for title, line in zip(titles, lines, strict=True)]
        lines.insert(0, ["", *(str(view.model().headerData(one, across)) for one in columns)])
    rows_of_text = ("\t".join(map(without_formula, line)).rstrip() for line in lines if any(line))
    return "\n".join(rows_of_text)


def _place(index: QModelIndex) -> tuple[int, int, int]:
    """Return where a cell comes among the others: in which group, row and column."""
    parent = index.parent()
    return (parent.row() if parent.isValid() else -1), index.row(), index.column()
