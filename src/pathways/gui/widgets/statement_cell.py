"""One statement at one grade, in a line of a comparison."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QMenu

from pathways.compare.change import Change
from pathways.compare.wording import has_marks
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.painted_piece import PaintedPiece, PaintState, PieceSheet
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _
from pathways.model.statement import Statement
from pathways.right_to_left import isolated

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


def _chip_of(change: Change) -> str:
    """Return the words of the chip of a change."""
    return chip_words(change.verdict, word=change.word)


def marks_of(content: CellContent) -> tuple[TextMark, ...]:
    """Return which characters are new here, which will go, and which are both."""
    statement = content.statement
    if statement is None:
        return ()
    edges: dict[int, set[str]] = {}  # where a look begins, or ends
    for change, skipped, kind, look in (
        (content.before, "delete", "insert", "inserted"),
        (content.after, "insert", "delete", "deleted"),
    ):
        place = 0
        for what, text in change.words if change and has_marks(change.words) else ():
            if what == skipped:
                continue
            start = place + len(text) - len(text.lstrip())
            end = min(place + len(text.rstrip()), len(statement.text))
            if what == kind and start < end:
                for edge in (start, end):
                    edges[edge] = edges.get(edge, set()) ^ {look}
            place += len(text)
    found: list[TextMark] = []
    looks: set[str] = set()
    for start, end in itertools.pairwise(sorted(edge for edge in edges if edges[edge])):
        looks = looks ^ edges[start]
        if looks:
            found.append(TextMark(start, end - start, "+".join(sorted(looks))))
    return tuple(found)


class StatementCell(PaintedPiece):
    """Show a statement with its word marks; pressing it shows where it comes from."""

    role = "button"

    def __init__(
        self,
        content: CellContent,
        theme: Theme,
        name: str,
        sheet: PieceSheet,
        over: PaintedPiece | None,
    ) -> None:
        super().__init__(theme, sheet, over)
        self.content = content
        self._theme = theme
        self._name = name
        self._lit = False
        self._inner = 0
        self.source_shown = False
        self._set_text()

    @property
    def name(self) -> str:
        """Return what a screen reader says of it."""
        return self._name

    @property
    def description(self) -> str:
        """Say what pressing does; once it says where it comes from, that."""
        if self.content.statement is None:
            return ""
        hint = _("Press to show or hide where it comes from")
        return (" ".join(self.content.notes) or hint) if self.source_shown else hint

    @property
    def text_shown(self) -> str:
        """Return the words that a person reads in the cell."""
        return self.content.statement.text if self.content.statement else self.content.absent

    def set_lit(self, lit: bool) -> None:
        """Stand out as what was looked for, or not."""
        if lit != self._lit:
            self._lit = lit
            self.sheet.update()

    def marks_changed(self) -> None:
        """Show word marks, or plain text, as the sheet says."""
        self._set_text()

    def height_for(self, width: int) -> int:
        """Lay the text out for a width and return the height that it takes, in pixels."""
        pad = self._theme.space(PAD)
        self._inner = width - 2 * pad
        return round(self._top() + self.block.lay_out(width - 2 * pad) + 2 * pad)

    @property
    def origin(self) -> QPointF:
        """Return where the text begins inside of it."""
        pad = self._theme.space(PAD)
        return QPointF(pad, pad + self._top())

    def paint(self, painter: QPainter, look: PaintState) -> None:
        """Paint the text, the verdict where it stands in the cell, and the focus ring."""
        theme, pad = self._theme, self._theme.space(PAD)
        self._paint_ground(painter, look)
        if self.content.caption:
            painter.setPen(QColor(theme.quiet_text))
            painter.setFont(theme.font(SMALL, bold=True))
            painter.drawText(
                QPointF(pad, pad + painter.fontMetrics().ascent()),
                isolated(self.content.caption),
            )
        if self._shows_chip() and self.content.before:
            verdict, words = self.content.before.verdict, _chip_of(self.content.before)
            x, y = self._chip_place()
            paint_chip(painter, theme, verdict, words, pad + x, pad + y)
        super().paint(painter, look)
        if look.focused:
            edge = 2 * theme.edge
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), edge))
            ring = QRectF(QPointF(0, 0), QSizeF(self.place.size()))
            painter.drawRoundedRect(ring.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4)

    def press(self) -> None:
        """Show where the statement comes from, or hide it again."""
        if self.content.statement is not None:
            self.source_shown = not self.source_shown
            self._set_text()
            self.sheet.piece_grown(self)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be done with the statement."""
        there = self.content.statement is not None
        copy = menu.addAction(_("Copy statement"))
        copy.triggered.connect(self.copy)
        copy.setEnabled(there)
        source = menu.addAction(_("Copy statement with its source"))
        source.triggered.connect(self.copy_with_source)
        source.setEnabled(there)
        show = menu.addAction(_("Show where it comes from"))
        show.setCheckable(True)
        show.setChecked(self.source_shown)
        show.setEnabled(there)
        show.triggered.connect(self.press)

    def copy(self) -> None:
        """Put the statement's words on the clipboard."""
        if self.content.statement:
            _clip(self.content.statement.text)

    def copy_with_source(self) -> None:
        """Put the statement and its place in the source on the clipboard."""
        statement = self.content.statement
        if statement:
            _clip(f"{statement.text}\n({statement.source.text})")

    def _paint_ground(self, painter: QPainter, look: PaintState) -> None:
        theme, size = self._theme, self.place.size()
        if self._lit:
            painter.fillRect(0, 0, size.width(), size.height(), QColor(theme.accent_tint))
            painter.fillRect(0, 0, 3, size.height(), QColor(theme.accent))
        elif look.hovered and self.content.statement is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(QPointF(0, 0), QSizeF(size)), 4, 4)

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
        if self.source_shown:
            paragraphs += [
                TextParagraph(
                    note, small, QColor(theme.accent_ink), above=theme.px(4), selectable=True
                )
                for note in content.notes
            ]
        self.block = TextBlock(paragraphs)

    def _statement(self, statement: Statement, *, first: bool) -> TextParagraph:
        theme, content = self._theme, self.content
        indent = (statement.depth - 1) * theme.px(18)
        return TextParagraph(
            statement.text,
            theme.font(BODY),
            QColor(theme.quiet_text if content.quiet else theme.text),
            marks=marks_of(content) if self.sheet.marked else (),
            mark_colours=(QColor(theme.delete_ink), QColor(theme.insert_ink)),
            indent=indent,
            above=0 if first else theme.px(3),
            bullet="–" if indent else "",
            selectable=True,
        )


def _slanted(theme: Theme) -> QFont:
    font = theme.font(BODY)
    font.setItalic(True)
    return font


def _clip(text: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
