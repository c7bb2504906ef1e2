"""One grade or role at length, as its document has it: made for reading."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pathways.compare.sentences import place
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on
from pathways.gui.widgets.paper_button import PaperButton
from pathways.gui.widgets.plain_text import Label, action_words, set_tip
from pathways.gui.widgets.statement_list import ListHeading, StatementList, not_stated
from pathways.gui.widgets.taking_out import take_all_out
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.library import Library

_LINE = (
    40  # the text's width beside the size of type: about 75 characters, and the room around them
)
_CONTENTS = 20  # the same, of the list of headings
_MOST_LINKS = 14  # headings in the list; a text with more has most of them in sight anyway


class ReadPage(ScrolledPage):
    """Show the session's current node."""

    paper_asked = Signal(str)  # export, preview or print

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Read"), session, theme, parent)
        self._shown = ""  # the node whose text is filled in
        self._wanted = ""  # the statement that stands out
        self._make_parts()
        self._make_empty()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._keep_bar()
        content = self._content
        self.box = ChoiceBox(
            self._theme, _("Grade or role to read"), _("Choose a grade or role"), self.head.buttons
        )
        self.down, self.up, self.compare = (QPushButton(self.head.buttons) for _each in range(3))
        self.paper = PaperButton(self.head.buttons)
        for widget in (self.box, self.down, self.up, self.compare, self.paper):
            self.head.add_button(widget)
        self.sheet = QFrame(content)
        self.sheet.setProperty("look", "card")
        self._facts = wrapped_label("quiet", self.sheet)
        self._notice = wrapped_label("notice", self.sheet)
        self._notice.setText(_("Summary wording: check the official document before you decide."))
        self.text = StatementList(self._theme, self.sheet)
        self.silent = wrapped_label("quiet", self.sheet)
        self.contents = QWidget(content)
        self.contents.setAccessibleName(_("Headings"))
        self._links = QVBoxLayout(self.contents)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._links.setSpacing(0)

    def _make_empty(self) -> None:
        self._empty = QWidget(self)
        self.first = ChoiceBox(
            self._theme, _("Grade or role to read"), _("Choose a grade or role"), self._empty
        )
        self.first.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = Label(
            _("Read one grade or role in full. Choose one, or search for a word."), self._empty
        )
        words.setProperty("look", "quiet")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _lay_out(self) -> None:
        self._inside = QVBoxLayout(self.sheet)
        for widget in (self._notice, self._facts, self.text, self.silent):
            self._inside.addWidget(widget)
        self._body = QHBoxLayout()
        self._body.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(self.contents, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addStretch(1)
        self._column.addWidget(self.head)
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._stack = self._fill_page_or(self._empty)

    def _connect(self) -> None:
        session = self._session
        session.current_changed.connect(self._on_changed)
        session.library_changed.connect(self._on_changed)
        for box in (self.box, self.first):
            box.node_chosen.connect(session.read)
        self.up.clicked.connect(lambda: self.turn(1))
        self.down.clicked.connect(lambda: self.turn(-1))
        self.compare.clicked.connect(self.compare_with_next)
        self.paper.asked.connect(self.paper_asked)
        self.text.reached.connect(self._bring_into_view)
        self.text.shown_asked.connect(self._show_on_text)

    # What others use -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._hug_bar(theme)
        self._body.setSpacing(theme.space(24))
        self._inside.setContentsMargins(theme.margins(18))
        self._inside.setSpacing(theme.space(12))
        self.head.set_theme(theme)
        self.paper.set_theme(theme)
        for box in (self.box, self.first):
            box.set_theme(theme)
        self._on_changed()

    def take_focus(self) -> None:
        """Give the keyboard to the first statement; where nothing is read yet, to the question."""
        cells = self.text.cells if self._session.current else []
        if cells:
            cells[0].take_keyboard()
        else:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, direction: int) -> None:
        """Read the grade above (1) or below (-1)."""
        node = self._session.current
        onward = self._session.neighbour(node, direction) if node else ""
        if onward:
            self._session.read(onward)
            self.take_focus()

    def compare_with_next(self) -> None:
        """Compare with the grade above; at the top of the ladder, with the one below."""
        node = self._session.current
        pair = self._pair(node) if node else ()
        if pair:
            self._session.compare(pair)

    def go_to_statement(self, statement_id: str) -> None:
        """Let a statement stand out and give it the keyboard."""
        self._catch_up()
        self._wanted = statement_id
        cell = self.text.light_statement(statement_id)
        if cell is not None:
            cell.take_keyboard()
            self._show_at_top(cell)

    def go_to_words(self, words: str) -> None:
        """Let the heading or the passage that has these words stand out, and show it at the top."""
        self._catch_up()
        part = self.text.light_words(words)
        if part is not None:
            self._show_at_top(part)

    def go_to_dimension(self, dimension_id: str) -> None:
        """Show the first text on a dimension at the top."""
        self._catch_up()
        heading = next((h for h in self.text.headings if h.dimension == dimension_id), None)
        if heading is not None:
            self.go_to_words(heading.words)

    def _main(self) -> QWidget | None:
        return self.sheet

    def refresh(self) -> None:
        """Show the current node, or ask for one."""
        self._stale = False
        session, library = self._session, self._session.library
        node_id = session.current
        self._stack.setCurrentIndex(1 if node_id is None else 0)
        for box in (self.box, self.first):
            box.fill(library)
            box.set_node(node_id or "")
        if node_id is None:
            return
        again, self._shown = node_id == self._shown, node_id
        focused = (n for n, cell in enumerate(self.text.cells) if cell.has_keyboard)
        at = next(focused, None) if again else None
        self._show_node(library, node_id)
        self._scroll.verticalScrollBar().setValue(0)
        self._wanted = self._wanted if again else ""
        lit = self.text.light_statement(self._wanted)
        if at is not None and at < len(self.text.cells):
            self.text.cells[at].take_keyboard()
        elif lit is not None:
            self._show_at_top(lit)

    def _show_node(self, library: Library, node_id: str) -> None:
        node, framework = library.node(node_id), library.framework_of(node_id)
        own = framework.title if len(framework.nodes) > 1 else ""
        under = (own, framework.organisation, node.code)
        self.head.say(node.title, " · ".join(part for part in under if part))
        self._name_buttons(node_id)
        self._facts.setText("\n".join(node.facts))
        self._facts.setVisible(bool(node.facts))
        self._notice.setVisible(framework.restated)
        self.text.show_node(library, node_id, self._theme, framework.introduction)
        self.silent.setText(not_stated(library, node_id))
        self.silent.setVisible(bool(self.silent.text()))
        self._list_headings()
        self._arrange()

    # Inside --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the headings beside the text where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _pair(self, node: str) -> tuple[str, ...]:
        up, down = self._session.neighbour(node, 1), self._session.neighbour(node, -1)
        return (node, up) if up else (down, node) if down else ()

    def _name_buttons(self, node: str) -> None:
        library = self._session.library
        for button, direction, words, name in (
            (self.down, -1, _("‹ {title}"), _("Read the grade below: {title}")),
            (self.up, 1, _("{title} ›"), _("Read the grade above: {title}")),
        ):
            other = self._session.neighbour(node, direction)
            button.setVisible(bool(other))
            if other:
                title = library.node(other).title
                button.setText(action_words(words.format(title=title)))
                button.setAccessibleName(name.format(title=title))
                set_tip(button, name.format(title=title))
        pair = self._pair(node)
        self.compare.setVisible(bool(pair))
        if pair:
            other = pair[1] if pair[0] == node else pair[0]
            words = _("Compare with {place}").format(place=place(library.node(other)))
            self.compare.setText(action_words(words))

    def _list_headings(self) -> None:
        take_all_out(self._links)
        headings = self.text.headings
        title = Label(
            _n("{count} heading", "{count} headings", len(headings)).format(count=len(headings))
        )
        title.setProperty("look", "small")
        title.setContentsMargins(self._theme.space(6), 0, 0, self._theme.space(4))
        self._links.addWidget(title)
        for heading in headings[:_MOST_LINKS]:
            self._links.addWidget(self._link(heading))

    def _link(self, heading: ListHeading) -> QPushButton:
        link = QPushButton(self.contents)
        link.setProperty("look", "link")
        link.setAccessibleName(_("Go to {heading}").format(heading=heading.words))
        room = _CONTENTS * self._theme.text_px() - self._theme.space(16)
        link.ensurePolished()
        link.setText(action_words("\n".join(_lines(heading.words, room, link.fontMetrics()))))
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        link.clicked.connect(lambda: self._on_heading(heading))
        return link

    def _on_heading(self, heading: ListHeading) -> None:
        self._show_at_top(heading.part)
        y = heading.part.rect.top()
        cell = next((cell for cell in self.text.cells if cell.rect.top() > y), None)
        if cell is not None and heading.dimension:
            cell.take_keyboard()

    def _arrange(self) -> None:
        """Put the headings at the right of the text; leave them out where the text needs the
        width.
        """
        theme = self._theme
        room = self._room_beside_bar()
        line, side = _LINE * theme.text_px(), _CONTENTS * theme.text_px()
        self.sheet.setFixedWidth(max(200, min(line, room)))
        self.contents.setFixedWidth(side)
        self.contents.setVisible(room >= line + theme.space(24) + side and bool(self.text.headings))

    def _show_at_top(self, part: PaintedPiece) -> None:
        self._settle_layout()
        top = place_on(part, self._content).top()
        self._scroll.verticalScrollBar().setValue(top - self._theme.space(24))

    def _bring_into_view(self, cell: QWidget | PaintedPiece) -> None:
        self._settle_layout()
        super()._bring_into_view(cell)

    def _show_on_text(self, place: QRect) -> None:
        corner = self.text.mapTo(self._content, QPoint(0, 0))
        self._show_place(place.translated(corner), self._theme.space(8), self._theme.space(8))

    def _settle_layout(self) -> None:
        """Place everything now, so that what has just been filled can be scrolled to."""
        layout = self._content.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self._content.adjustSize()


def _lines(words: str, room: int, metrics: QFontMetrics) -> list[str]:
    """Return words broken into lines of at most so many pixels: a button does not break its words
    by itself.
    """
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
