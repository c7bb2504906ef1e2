"""Where every reader puts what it finds, so that all clean, count and report in the same way."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from pathways.i18n import _
from pathways.importing.outline import Kind, LeftOut, Outline, Piece, Remark, SourceLine
from pathways.importing.reading.account import not_in_outline
from pathways.importing.reading.invisible import without_invisible
from pathways.importing.reading.points import bullet_of, with_numbered_points
from pathways.importing.reading.refusal import too_intricate

_MOST_PIECES = 200_000
_EXCERPT = 120  # characters of a text that a remark shows


def count_letters(text: str) -> int:
    """Return how many characters of a text are no white space."""
    return sum(not char.isspace() for char in text)


def _shown(path: Path) -> str:
    """Return the name of a file with "�" for what is no text, as names need not be."""
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


class Gathering:
    """Collect the pieces of one document in order, the lines left out, and what was mended on the
    way.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self._path = path
        self._kind = kind
        self._pieces: list[Piece] = []
        self._left_out: list[LeftOut] = []
        self._remarks: list[Remark] = []
        self._read: list[SourceLine] = []
        self.title = ""
        self.language = ""
        self.facts: list[tuple[str, str]] = []
        self._running: list[str] = []

    def read(self, line: int, text: str) -> None:
        """Note a line as it comes, before anything is made of it."""
        if text.strip():
            self._read.append(SourceLine(line, text))

    def cleaned(self, text: str, line: int) -> str:
        """Return ``text`` without invisible characters, with a remark where there were any."""
        bare, mended = without_invisible(text)
        if mended:
            self.remark(
                line, bare, _("Corrected on reading: {what}.").format(what=", ".join(mended))
            )
        return bare

    def piece(
        self,
        kind: Kind,
        line: int,
        text: str,
        level: int = 0,
        bold: bool = False,
        place: str = "",
        marker: str = "",
    ) -> Piece | None:
        """Return the cleaned piece without keeping it, None where nothing is left; a typed bullet
        makes a point.
        """
        text = self.cleaned(text, line)
        if kind is not Kind.HEADING and not marker:
            bullet = bullet_of(text)
            if bullet:
                text, marker = text[len(bullet) :].strip(), bullet.strip()
                kind, level = Kind.ITEM, max(level, 1)
        if not text:
            return None
        return Piece(
            kind=kind, line=line, text=text, level=level, bold=bold, place=place, marker=marker
        )

    def keep(self, piece: Piece | None) -> None:
        """Add a piece to the document."""
        if piece is None:
            return
        if len(self._pieces) >= _MOST_PIECES:
            raise too_intricate(self._path)
        self._pieces.append(piece)

    def add(
        self,
        kind: Kind,
        line: int,
        text: str,
        level: int = 0,
        bold: bool = False,
        place: str = "",
        marker: str = "",
    ) -> None:
        """Clean a text and add it as a piece."""
        self.keep(self.piece(kind, line, text, level, bold, place, marker))

    def leave_out(self, line: int, text: str, why: str) -> None:
        """Note a text that does not belong to the document's own, and why."""
        bare, _mended = without_invisible(text)
        if bare:
            self._left_out.append(LeftOut(line=line, text=bare, why=why))

    def leave_out_running(self, text: str, why: str) -> None:
        """Note the header of the pages, which may name what the document is about."""
        self.leave_out(1, text, why)
        if text.strip() and text not in self._running:
            self._running.append(text)

    def remark(self, line: int, text: str, why: str) -> None:
        """Note something for a person to look at."""
        excerpt = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
        self._remarks.append(Remark(line=line, text=excerpt, why=why))

    def fact(self, name: str, value: str | None) -> None:
        """Note something that the document says of itself, such as its author; nothing where it
        says nothing.
        """
        bare, _mended = without_invisible(value or "")
        if bare:
            self.facts.append((name, bare))

    def letters_by_line(self) -> Counter[int]:
        """Return how many letters, spaces not counted, have been kept or left out by line."""
        count: Counter[int] = Counter()
        waiting = list(self._pieces)
        seen: set[int] = set()
        while waiting:
            piece = waiting.pop()
            if piece.kind is not Kind.TABLE:
                count[piece.line] += count_letters(piece.text) + count_letters(piece.marker)
                continue
            for inside in (cell for row in piece.cells for cell in row):
                if id(inside) not in seen:
                    seen.add(id(inside))
                    waiting.extend(inside)
        for left in self._left_out:
            count[left.line] += count_letters(left.text)
        return count

    def outline(self) -> Outline:
        """Return the whole document; what was read and is nowhere in it is left out, with a
        doubt.
        """
        whole = self._outline()
        lost = not_in_outline(whole)
        for line in lost:
            why = _("This was read, but I could make nothing of it; look at it in the document.")
            self.leave_out(line.line, line.text, why)
            self.remark(line.line, line.text, why)
        return self._outline() if lost else whole

    def _outline(self) -> Outline:
        return Outline(
            name=_shown(self._path),
            format=self._kind,
            pieces=tuple(with_numbered_points(self._pieces)),
            title=self.title,
            language=self.language,
            facts=tuple(self.facts),
            left_out=tuple(self._left_out),
            remarks=tuple(self._remarks),
            read=tuple(self._read),
            running=tuple(self._running),
        )
