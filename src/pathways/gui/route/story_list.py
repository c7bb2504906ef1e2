"""What a way asks for, dimension by dimension: each statement told once, with what becomes of it
later.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from pathways.compare.sentences import place, shared_text
from pathways.compare.story import DimensionStory, Story, StoryEvent, Thread
from pathways.gui.shell.theme import BODY, HEADING, SMALL, Theme
from pathways.gui.widgets.part_list import PartList
from pathways.gui.widgets.statement_cell import CellContent
from pathways.gui.widgets.text_block import TextParagraph
from pathways.i18n import _, _n, in_words
from pathways.model.framework import Node
from pathways.model.library import Library


class StoryList(PartList):
    """Tell a story under the titles of its dimensions and, in these, of its grades."""

    def show_story(self, story: Story, library: Library, theme: Theme) -> None:
        """Tell another story."""
        self.clear(theme)
        for told in story.dimensions:
            self._tell_dimension(told, story, library)
        self.finish()

    def _tell_dimension(self, told: DimensionStory, story: Story, library: Library) -> None:
        theme = self._theme
        quiet = QColor(theme.quiet_text)
        notes = [TextParagraph(words, theme.font(SMALL), quiet) for words in _notes_of(told, story)]
        self.add_text(
            TextParagraph(told.dimension.title, theme.font(HEADING, bold=True), QColor(theme.text)),
            *notes,
        )
        for chapter in told.chapters:
            words = _("At {place}").format(place=place(chapter.node))
            self.add_text(TextParagraph(words, theme.font(BODY, bold=True), quiet))
            for thread in chapter.threads:
                self._tell_thread(thread, story, library)

    def _tell_thread(self, thread: Thread, story: Story, library: Library) -> None:
        first = thread.events[0]
        later = tuple(_later_words(event, story.nodes) for event in thread.events[1:])
        notes = [_("Source: {place}").format(place=thread.told.source.text)]
        if thread.told.shared:
            notes.append(shared_text([library.node(node) for node in thread.told.nodes]))
        content = CellContent(
            statement=thread.told,
            absent="",
            quiet=False,
            before=thread.changes[first.place - 1],
            chip=True,
            notes=tuple(notes),
            later=later,
        )
        why = f": {first.why}" if first.why else ""
        name = f"{first.verdict.word}{why}. {thread.told.text}"
        self.add_cell(content, ". ".join([name.rstrip("."), *later]))


def _later_words(event: StoryEvent, nodes: tuple[Node, ...]) -> str:
    """Say what becomes of a statement later on: ``then raised at grade 12: supervise → lead``."""
    where = place(nodes[event.place])
    if event.again:
        return _("stated again at {place}").format(place=where)
    words = _("then {verdict} at {place}").format(verdict=event.verdict.word, place=where)
    return f"{words}: {event.why}" if event.why else words


def _notes_of(told: DimensionStory, story: Story) -> list[str]:
    """Say of a dimension what stays, what is told elsewhere, and who states nothing."""
    notes = []
    count = len(told.same)
    if count and not told.chapters:
        words = _n("No change ({count} statement).",
                   "No change ({count} statements).", count)  # fmt: skip
        notes.append(words.format(count=count))
    elif count:
        words = _n(
            "{count} statement stays throughout.", "{count} statements stay throughout.", count
        )
        notes.append(words.format(count=count))
    for other, number in told.elsewhere:
        words = _n(
            "{count} related statement is under “{dimension}”.",
            "{count} related statements are under “{dimension}”.",
            number,
        )
        notes.append(words.format(count=number, dimension=other.title))
    if told.silent and len(told.silent) < len(story.nodes):
        names = in_words([place(node) for node in told.silent])
        notes.append(_("Not stated in the document: {names}.").format(names=names))
    return notes
