"""One statement at one grade, in a line of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from pathways.compare.change import Change
from pathways.compare.wording import has_marks
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _
from pathways.model.statement import Statement

PAD = 6  # pixels around the text at 100 %: room for the focus ring


@dataclass(frozen=True)
class CellContent:
    """What a cell says: the statement, or the words for there being none, and how it differs from
    its neighbours.
    """

    statement: Statement | None
    absent: str  # the words where there is no statement
    quiet: bool  # nothing changes in this line
    before: Change | None = None  # what happened on the way to this cell
    after: Change | None = None  # what happens on the way from it
    caption: str = ""  # whose cell it is, where the columns stand under each other
    origin: str = ""  # the document's own heading, where it is not the section's
    chip: bool = False  # whether the verdict stands in the cell, not beside it
    notes: tuple[str, ...] = ()  # source and sharing, shown on demand
    judged: str = ""  # who judged the change, where it was not the program
    later: tuple[str, ...] = ()  # what becomes of it afterwards


def chip_of(change: Change) -> str:
    """Return the words of the chip of a change."""
    return chip_words(change.verdict, word=change.word)


def marks_of(content: CellContent) -> tuple[TextMark, ...]:
    """Return which characters are new here, which will go, and which are both."""
    statement = content.statement
    if statement is None:
        return ()
    looks: list[set[str]] = [set() for _letter in statement.text]
    for change, skipped, kind, look in (
        (content.before, "delete", "insert", "inserted"),
        (content.after, "insert", "delete", "deleted"),
    ):
        place = 0
        for what, text in change.words if change and has_marks(change.words) else ():
            if what == skipped:
                continue
            if what == kind:
                blank = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
                for index in range(place + blank[0], min(place + len(text) - blank[1], len(looks))):
                    looks[index].add(look)
            place += len(text)
    found: list[TextMark] = []
    start = 0
    for index in range(1, len(looks) + 1):
        if index == len(looks) or looks[index] != looks[start]:
            if looks[start]:
                found.append(TextMark(start, index - start, "+".join(sorted(looks[start]))))
            start = index
    return tuple(found)


class StatementCell(QAbstractButton):
    """Show a statement with its word marks; pressing it shows where it comes from."""

    grown = Signal()  # its height is another
    walked = Signal(int)  # the arrow key that was pressed
    reached = Signal()  # it has the keyboard
    offering = Signal(QMenu)  # its menu is about to be shown: others may add to it

    def __init__(self, content: CellContent, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = content
        self._theme = theme
        self._marked = True
        self._lit = False
        self._inner = 0
        self._block = TextBlock()
        self._source_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(name)
        if content.statement is not None:
            self.setAccessibleDescription(_("Press to show or hide where it comes from"))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self._set_text()

    @property
    def source_shown(self) -> bool:
        """Tell whether it says where the statement comes from."""
        return self._source_shown

    @property
    def text_shown(self) -> str:
        """Return the words that a person reads in the cell."""
        return self.content.statement.text if self.content.statement else self.content.absent

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        if marked != self._marked:
            self._marked = marked
            self._set_text()
            self.update()

    def set_lit(self, lit: bool) -> None:
        """Stand out as what was looked for, or not."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def height_for(self, width: int) -> int:
        """Lay the text out for a width and return the height that it takes, in pixels."""
        pad = self._theme.space(PAD)
        self._inner = width - 2 * pad
        return round(self._top() + self._block.lay_out(width - 2 * pad) + 2 * pad)

    def sizeHint(self) -> QSize:
        """Return the size for a column of ordinary width."""
        width = self.width() or 400
        return QSize(width, self.height_for(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the verdict where it stands in the cell, and the focus ring."""
        painter = QPainter(self)
        theme = self._theme
        pad = theme.space(PAD)
        if self._lit:
            painter.fillRect(self.rect(), QColor(theme.accent_tint))
            painter.fillRect(0, 0, 3, self.height(), QColor(theme.accent))
        if self.underMouse() and self.content.statement is not None and not self._lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self.content.caption:
            painter.setPen(QColor(theme.quiet_text))
            painter.setFont(theme.font(SMALL, bold=True))
            painter.drawText(
                QPointF(pad, pad + painter.fontMetrics().ascent()), self.content.caption
            )
        if self._shows_chip() and self.content.before:
            verdict, words = self.content.before.verdict, chip_of(self.content.before)
            x, y = self._chip_place()
            paint_chip(painter, theme, verdict, words, pad + x, pad + y)
        self._block.paint(painter, pad, pad + self._top())
        if self.hasFocus():
            edge = 2 * theme.edge
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), edge))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, show the source with Enter, copy with Ctrl+C."""
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            self.walked.emit(int(key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_C:
            self.copy()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the table where the keyboard is."""
        super().focusInEvent(event)
        self.reached.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the statement."""
        menu = self.menu()
        self.offering.emit(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the cell."""
        menu = QMenu(self)
        copy = menu.addAction(_("Copy statement"))
        copy.triggered.connect(self.copy)
        copy.setEnabled(self.content.statement is not None)
        source = menu.addAction(_("Copy statement with its source"))
        source.triggered.connect(self.copy_with_source)
        source.setEnabled(self.content.statement is not None)
        show = menu.addAction(_("Show where it comes from"))
        show.setCheckable(True)
        show.setChecked(self._source_shown)
        show.setEnabled(self.content.statement is not None)
        show.triggered.connect(self.click)
        return menu

    def copy(self) -> None:
        """Put the statement's words on the clipboard."""
        if self.content.statement:
            _clip(self.content.statement.text)

    def copy_with_source(self) -> None:
        """Put the statement and its place in the source on the clipboard."""
        statement = self.content.statement
        if statement:
            _clip(f"{statement.text}\n({statement.source.text})")

    def _shows_chip(self) -> bool:
        return self.content.chip and self.content.before is not None

    def _top(self) -> int:
        """Return how much room the caption and the chip take above the text."""
        caption = self._caption_size()
        if not self._shows_chip() or not self.content.before:
            return caption.height()
        chip = chip_size(
            self._theme, chip_words(self.content.before.verdict, word=self.content.before.word)
        )
        return max(caption.height(), self._chip_place()[1] + chip.height()) + self._theme.px(4)

    def _chip_place(self) -> tuple[int, int]:
        """Return where the chip stands: behind the caption, or under it where there is no room."""
        caption = self._caption_size()
        if not caption.width() or not self.content.before:
            return 0, 0
        chip = chip_size(
            self._theme, chip_words(self.content.before.verdict, word=self.content.before.word)
        )
        gap = self._theme.px(10)
        fits = caption.width() + gap + chip.width() <= self._inner
        return (caption.width() + gap, 0) if fits else (0, caption.height())

    def _caption_size(self) -> QSize:
        if not self.content.caption:
            return QSize(0, 0)
        metrics = QFontMetrics(self._theme.font(SMALL, bold=True))
        return QSize(
            metrics.horizontalAdvance(self.content.caption), metrics.height() + self._theme.px(4)
        )

    def _on_clicked(self) -> None:
        if self.content.statement is None:
            return
        self._source_shown = not self._source_shown
        hint = _("Press to show or hide where it comes from")
        self.setAccessibleDescription(
            " ".join(self.content.notes) or hint if self._source_shown else hint
        )
        self._set_text()
        self.updateGeometry()
        self.update()
        self.grown.emit()

    def _set_text(self) -> None:
        theme, content = self._theme, self.content
        quiet, small = QColor(theme.quiet_text), theme.font(SMALL)
        paragraphs = []
        why = "; ".join(
            part for part in (content.judged, content.before.why if content.before else "") if part
        )
        if self._shows_chip() and why:
            paragraphs.append(TextParagraph(why, small, quiet))
        if content.origin:
            paragraphs.append(TextParagraph(content.origin, small, quiet))
        statement = content.statement
        if statement is None:
            paragraphs.append(TextParagraph(content.absent, _slanted(theme), quiet))
        else:
            if statement.definition:
                paragraphs.append(TextParagraph(_("Definition, not a requirement"), small, quiet))
            paragraphs.append(self._statement(statement, first=not paragraphs))
        paragraphs += [
            TextParagraph(words, small, quiet, above=theme.px(2)) for words in content.later
        ]
        if self._source_shown:
            paragraphs += [
                TextParagraph(note, small, QColor(theme.accent_ink), above=theme.px(4))
                for note in content.notes
            ]
        self._block = TextBlock(paragraphs)

    def _statement(self, statement: Statement, *, first: bool) -> TextParagraph:
        theme, content = self._theme, self.content
        indent = (statement.depth - 1) * theme.px(18)
        return TextParagraph(
            statement.text,
            theme.font(BODY),
            QColor(theme.quiet_text if content.quiet else theme.text),
            marks=marks_of(content) if self._marked else (),
            mark_colours=(QColor(theme.delete_ink), QColor(theme.insert_ink)),
            indent=indent,
            above=0 if first else theme.px(3),
            bullet="–" if indent else "",
        )


def _slanted(theme: Theme) -> QFont:
    font = theme.font(BODY)
    font.setItalic(True)
    return font


def _clip(text: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
