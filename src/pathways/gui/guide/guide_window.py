"""The guide: a table of contents, the chapters, and a search through all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.guide.chapter_view import EDGE, ChapterView
from pathways.gui.guide.chapters import FIRST, GuideChapter, chapters
from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _, _n

_CHAPTER = Qt.ItemDataRole.UserRole
_HEADING = Qt.ItemDataRole.UserRole + 1
_LINE = 75  # letters of a line that is read easily
_CONTENTS = 0.35  # of the width, at most
_PADDING = 6  # pixels in the cells of a table
_PICTURE = "\ufffc"  # what stands for a picture in the text of a document


class _GuideBox(QLineEdit):
    """The box for searching: Enter goes to the next place, with Shift to the one before."""

    def __init__(self, parent: QWidget, go: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._go = go

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the places found; Escape empties the box."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class GuideWindow(QWidget):
    """Show the guide beside the window it belongs to."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_window_title(self, _("Guide to Pathways"))
        self._theme = theme
        self._chapters = {chapter.name: chapter for chapter in chapters()}
        self._shown = ""
        self._width = 0
        self._past: list[str] = []
        self._future: list[str] = []
        self._make_parts()
        self._lay_out()
        self._connect()
        self.fill_contents()
        self.set_theme(theme)
        size = QSize(theme.px(1100), theme.px(760))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self._share_width()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        for button in (self.back, self.forward):
            paint_icon(button, theme)
        self._column.setContentsMargins(
            theme.space(16), theme.space(12), theme.space(16), theme.space(16)
        )
        self._share_width()
        if self._shown:
            self._render(keep=True)

    def _share_width(self) -> None:
        """Give the contents what they need, and the text, which is what is read, most of it."""
        contents = min(self._theme.px(240), int(self.width() * _CONTENTS))
        self.split.setSizes([contents, self.width() - contents])

    def open(self, name: str, heading: str = "") -> None:
        """Go to a chapter, and to a heading in it; the first chapter where there is no such
        chapter.
        """
        name = name if name in self._chapters else FIRST
        if name != self._shown:
            if self._shown:
                self._past.append(self._shown)
                self._future = []
            self._go(name)
        if heading:
            self._scroll_to(heading)

    @property
    def chapter(self) -> GuideChapter:
        """Return the chapter that is shown."""
        return self._chapters[self._shown or FIRST]

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.back = icon_button("back", _("Back"), self._theme, self)
        self.forward = icon_button("forward", _("Forward"), self._theme, self)
        self.box = _GuideBox(self, self.next_place)
        self.box.setPlaceholderText(_("Search the guide"))
        self.box.setAccessibleName(_("Search the guide"))
        self.box.setClearButtonEnabled(True)
        self.found = Label(self)
        self.found.setProperty("look", "quiet")
        self.contents = QTreeWidget(self)
        self.contents.setObjectName("contents")
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setTabKeyNavigation(False)
        self.page = ChapterView(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.contents)
        self.split.addWidget(self.page)
        self.split.setStretchFactor(1, 1)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for widget in (self.back, self.forward):
            top.addWidget(widget)
        top.addWidget(self.box, 2)
        top.addWidget(self.found, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(top)
        self._column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.box.textChanged.connect(self._on_searched)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.contents.itemClicked.connect(self._on_chosen)
        self.page.anchorClicked.connect(self._on_link)
        for keys, do in (
            ("Alt+Left", self._on_back),
            ("Alt+Right", self._on_forward),
            ("Ctrl+F", self._on_find),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def fill_contents(self) -> None:
        """List the chapters with their headings; while words are searched for, those that have
        them.
        """
        words = self.box.text().strip()
        self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in self._chapters.values():
            count = chapter.count(words)
            if words and not count:
                continue
            item = QTreeWidgetItem([f"{chapter.title} ({count})" if words else chapter.title])
            item.setData(0, _CHAPTER, chapter.name)
            self.contents.addTopLevelItem(item)
            for heading in () if words else chapter.headings:
                child = QTreeWidgetItem([heading])
                child.setData(0, _CHAPTER, chapter.name)
                child.setData(0, _HEADING, heading)
                item.addChild(child)
            if chapter.name == self._shown:
                self.contents.setCurrentItem(item)
                item.setExpanded(True)
        self.contents.blockSignals(False)

    # Showing -------------------------------------------------------------------------------------

    def _go(self, name: str) -> None:
        self._shown = name
        self._render()
        self.fill_contents()
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._future))
        set_window_title(
            self, _("{chapter} – Guide to Pathways").format(chapter=self.chapter.title)
        )

    def _render(self, *, keep: bool = False) -> None:
        bar = self.page.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._width = self.page.picture_width()
        self.page.edge = self._theme.control_line
        self.page.theme_name = self._theme.name
        document = self.page.document()
        document.setDefaultFont(self._theme.font(BODY))
        document.setDocumentMargin(0)
        self.page.folder = self.chapter.folder
        self.page.setMarkdown(self.chapter.markdown)
        frame = QTextFrameFormat()
        beside = max(EDGE, self.page.viewport().width() - self._measure() - EDGE)
        frame.setMargin(EDGE)
        frame.setRightMargin(beside if self._width < self._measure() else EDGE)
        document.rootFrame().setFrameFormat(frame)
        self._space_lines(document)
        bar.setValue(round(share * bar.maximum()) if keep else 0)
        self._mark_places()

    def _measure(self) -> int:
        return round(_LINE * self.page.fontMetrics().averageCharWidth())

    def _space_lines(self, document: QTextDocument) -> None:
        """Give lines, headings and cells room to be read."""
        block = document.begin()
        while block.isValid():
            shape = block.blockFormat()
            if _PICTURE not in block.text():
                shape.setLineHeight(140.0, 1)  # of the line's own height
            shape.setBottomMargin(max(shape.bottomMargin(), 6.0))
            if shape.headingLevel():
                shape.setTopMargin(18.0)
            cursor = QTextCursor(block)
            cursor.setBlockFormat(shape)
            table = cursor.currentTable()
            if table is not None and table.format().cellPadding() != _PADDING:
                look = table.format()
                look.setCellPadding(_PADDING)
                look.setBorderBrush(QColor(self._theme.line))
                table.setFormat(look)
            block = block.next()

    def _scroll_to(self, heading: str) -> None:
        block: QTextBlock = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                top = self.page.document().documentLayout().blockBoundingRect(block).top()
                self.page.verticalScrollBar().setValue(int(top) - 8)
                return
            block = block.next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into another width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._refit)

    def _refit(self) -> None:
        if self._shown and self._width != self.page.picture_width():
            self._render(keep=True)

    # Searching ----------------------------------------------------------------------------------

    def next_place(self, direction: int = 1) -> None:
        """Go to the next (1) or the previous (-1) place of the words, through all chapters and
        round again.
        """
        words = self.box.text().strip()
        names = [name for name, chapter in self._chapters.items() if chapter.count(words)]
        if not words or not names:
            return
        back = QTextDocument.FindFlag.FindBackward if direction < 0 else QTextDocument.FindFlag(0)
        if self.page.find(words, back):
            return
        at = names.index(self._shown) + direction if self._shown in names else 0
        self._past.append(self._shown)
        self._go(names[at % len(names)])
        self.page.moveCursor(
            QTextCursor.MoveOperation.End if direction < 0 else QTextCursor.MoveOperation.Start
        )
        self.page.find(words, back)

    def _on_searched(self) -> None:
        words = self.box.text().strip()
        self.fill_contents()
        total = sum(chapter.count(words) for chapter in self._chapters.values())
        told = (
            _n("{count} place", "{count} places", total).format(count=total)
            if total
            else _("Nothing found")
        )
        self.found.setText(told if words else "")
        self.box.setAccessibleDescription(self.found.text())
        self._mark_places()
        if words:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self.next_place()

    def _mark_places(self) -> None:
        words, marks = self.box.text().strip(), []
        if words:
            cursor = self.page.document().find(words)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QColor(self._theme.warning.tint))
                mark.format.setForeground(QColor(self._theme.warning.ink))
                mark.format.setProperty(QTextFormat.Property.TextUnderlineStyle, 1)
                marks.append(mark)
                cursor = self.page.document().find(words, cursor)
        self.page.setExtraSelections(marks)

    # Doing ---------------------------------------------------------------------------------------

    def _on_chosen(self, item: QTreeWidgetItem | None, _column: object = None) -> None:
        if item is not None:
            self.open(str(item.data(0, _CHAPTER)), str(item.data(0, _HEADING) or ""))

    def _on_link(self, link: QUrl) -> None:
        name = Path(link.path()).stem
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        elif name in self._chapters:
            self.open(name)

    def _on_back(self) -> None:
        if self._past:
            self._future.append(self._shown)
            self._go(self._past.pop())

    def _on_forward(self) -> None:
        if self._future:
            self._past.append(self._shown)
            self._go(self._future.pop())

    def _on_find(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
