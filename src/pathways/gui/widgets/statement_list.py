"""The text of one grade or role under its document's own headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from pathways.compare.level_words import heading_words, in_reading_order, steps, unexplained
from pathways.compare.sentences import only_defined, shared_definition, shared_text
from pathways.gui.shell.theme import BODY, HEADING, SMALL, Theme
from pathways.gui.widgets.part_list import PartList, TextPart
from pathways.gui.widgets.statement_cell import CellContent, StatementCell
from pathways.gui.widgets.text_block import TextParagraph
from pathways.i18n import _, in_words
from pathways.model.framework import Passage
from pathways.model.library import Library
from pathways.model.statement import Statement


@dataclass(frozen=True)
class ListHeading:
    """A heading of the text, and where it stands in the list."""

    words: str
    dimension: str
    part: TextPart


class StatementList(PartList):
    """The statements of one node under the document's own headings; the arrows walk, Enter shows
    the source.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.headings: list[ListHeading] = []

    def show_node(
        self, library: Library, node_id: str, theme: Theme, passages: Sequence[Passage] = ()
    ) -> None:
        """Show the text of a node and, after it, passages of the document's introduction."""
        self.clear(theme)
        self.headings = []
        statements = in_reading_order(library, node_id)
        for _key, group in groupby(
            statements, lambda s: (s.heading, s.label, s.nodes, s.definition)
        ):
            section = list(group)
            self._add_heading(section, library, node_id)
            self._parts += [self._cell(statement, library) for statement in section]
        for dimension, level in unexplained(library, node_id):
            self._add_words(f"{dimension.title} · {level.value} {steps(level)}", dimension.id)
        if passages:
            self._add_passages(passages)
        self.finish()

    def light_statement(self, statement_id: str) -> StatementCell | None:
        """Let a statement stand out, and no other; return its cell, None where it is not here."""
        found = None
        for part in self._parts:
            statement = part.content.statement if isinstance(part, StatementCell) else None
            wanted = statement is not None and statement.id == statement_id
            part.set_lit(wanted)
            if wanted and isinstance(part, StatementCell):
                found = part
        return found

    def light_words(self, words: str) -> TextPart | None:
        """Let the heading or passage that has these very words stand out; return it, None where
        there is none.
        """
        self.light_statement("")
        for part in self._parts:
            if isinstance(part, TextPart) and any(
                words in (text, *text.split(" · ")) for text in part.words
            ):
                part.set_lit(True)
                return part
        return None

    def _add_words(self, words: str, dimension: str, notes: Sequence[str] = ()) -> None:
        """Add a heading, with notes under it."""
        theme = self._theme
        quiet = QColor(theme.quiet_text)
        paragraphs = [TextParagraph(words, theme.font(HEADING, bold=True), QColor(theme.text))]
        paragraphs += [TextParagraph(note, theme.font(SMALL), quiet) for note in notes]
        part = TextPart(paragraphs, theme, self)
        self.headings.append(ListHeading(words, dimension, part))
        self._parts.append(part)

    def _add_heading(self, statements: Sequence[Statement], library: Library, node_id: str) -> None:
        first = statements[0]
        level = library.level_of(node_id, first.dimensions[0])
        words = heading_words(first, level)
        notes = []
        title = library.dimension(first.dimensions[0]).title
        if title.lower() != first.heading.lower():
            notes.append(_("compared as {dimension}").format(dimension=title))
        served = [library.node(node) for node in first.nodes]
        if first.definition and first.shared:
            notes.append(shared_definition(served, levels=level is not None))
        elif first.definition and level is None:
            notes.append(only_defined())
        elif first.shared:
            notes.append(shared_text(served))
        self._add_words(words, first.dimensions[0], notes)

    def _add_passages(self, passages: Sequence[Passage]) -> None:
        theme = self._theme
        text, quiet = QColor(theme.text), QColor(theme.quiet_text)
        title = _("Introduction")
        head = TextPart([TextParagraph(title, theme.font(HEADING, bold=True), text)], theme, self)
        self.headings.append(ListHeading(title, "", head))
        self._parts.append(head)
        for passage in passages:
            paragraphs = [TextParagraph(passage.heading, theme.font(BODY, bold=True), quiet)]
            self._parts.append(TextPart(paragraphs, theme, self))
            for words in passage.statements:
                part = TextPart([TextParagraph(words, theme.font(BODY), text)], theme, self)
                self._parts.append(part)

    def _cell(self, statement: Statement, library: Library) -> StatementCell:
        notes = [_("Source: {place}").format(place=statement.source.text)]
        if statement.dimensions[1:]:
            titles = [
                library.dimension(dimension).title.lower() for dimension in statement.dimensions[1:]
            ]
            notes.append(_("Also relates to {names}.").format(names=in_words(titles)))
        content = CellContent(statement=statement, absent="", quiet=False, notes=tuple(notes))
        return self.make_cell(content, f"{statement.heading}: {statement.text}")


def not_stated(library: Library, node_id: str) -> str:
    """Name the dimensions that other open documents state something on, and this one does not; ""
    for none.
    """
    stated = {dimension.id for dimension in library.dimensions_of([node_id])}
    silent = [d.title.lower() for d in library.dimensions_of(library.nodes) if d.id not in stated]
    return (
        _("Not stated in this document: {names}.").format(names=in_words(silent)) if silent else ""
    )
