"""What stands beside the text of a Word document: notes, comments, headers and footers, each left
out with a reason.
"""

from __future__ import annotations

import re

from pathways.i18n import _
from pathways.importing.reading.archive import Archive
from pathways.importing.reading.gathering import Gathering, count_letters
from pathways.importing.reading.invisible import without_invisible
from pathways.importing.reading.word_paragraphs import text_in
from pathways.importing.reading.word_styles import W

_RUNNING = re.compile(r"(header|footer)\d*\.xml")


def leave_out_side_texts(
    archive: Archive, folder: str, gathering: Gathering, places: dict[tuple[str, str], int]
) -> None:
    """List the side texts of a document; ``places`` has the paragraph that each note or comment
    belongs to.
    """
    for kind, why in (
        ("footnote", _("a footnote")),
        ("endnote", _("an endnote")),
        ("comment", _("a comment")),
    ):
        root = archive.xml(f"{folder}/{kind}s.xml")
        for note in root.iter(W + kind) if root is not None else ():
            if note.get(W + "type") in (None, "normal"):
                line = places.get((kind, note.get(W + "id") or ""), 1)
                gathering.leave_out(line, _lines_of(note), why)
    said: set[str] = set()
    for name in sorted(archive.names()):
        found = _RUNNING.fullmatch(name.removeprefix(f"{folder}/"))
        root = archive.xml(name) if found else None
        if root is None or found is None:
            continue
        for paragraph in root.iter(W + "p"):
            text = text_in(paragraph).strip()
            if text and text not in said:
                said.add(text)
                if found.group(1) == "header":
                    gathering.leave_out_running(text, _("the header of the pages"))
                else:
                    gathering.leave_out(1, text, _("the footer of the pages"))


def leave_out_unread(gathering: Gathering, texts: dict[int, str]) -> None:
    """List each paragraph of which less arrived than Word shows, so that nothing is lost in
    silence.

    ``texts`` has what each paragraph, by its number, holds in all.
    """
    arrived = gathering.letters_by_line()
    for line, text in texts.items():
        if arrived[line] < count_letters(without_invisible(text)[0]):
            gathering.leave_out(
                line,
                text,
                _("part of this paragraph could not be read; look at it in the document"),
            )


def _lines_of(note: object) -> str:
    paragraphs = note.iter(W + "p")  # type: ignore[attr-defined]
    return " ".join(filter(None, (text_in(paragraph).strip() for paragraph in paragraphs)))
