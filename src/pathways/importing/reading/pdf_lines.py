"""The lines of a PDF page: words of one height, parted where wide gaps are, in the order in which
they are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from pathways.importing.reading.pdf_words import Word

_GAP = 0.9  # in sizes of the letters: perhaps a new column, if the next line has one at that place
_WIDE_GAP = 1.6  # wider than any space
_MOST_BESIDE = 300  # words of a line that are looked at; no line of a page has as many
_WIDTHS = {
    **dict.fromkeys("iljtfrI.,:;'’|!()[]- ", 0.3),
    **dict.fromkeys("mwMW—", 0.8),
}  # in sizes; fonts differ
_CAPITAL, _LETTER = 0.66, 0.5


@dataclass
class Stretch:
    """Text between two wide gaps of a line."""

    x: float
    text: str
    gap: float = 0.0  # before it, in sizes
    end: float = 0.0


@dataclass
class Line:
    """One line: x from the left and y from the bottom in points; ``height`` of the page."""

    page: int
    y: float
    size: float
    height: float
    stretches: list[Stretch] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0
    number: int = 0  # among all lines of the document, from 1
    text_x: float = 0.0  # where the text begins, after a bullet
    column: int = 0  # of the page, where it has several
    words: list[Word] = field(default_factory=list)

    @property
    def x(self) -> float:
        """Where the line begins."""
        return self.stretches[0].x

    @property
    def end(self) -> float:
        """Where the line ends."""
        return self.stretches[-1].end

    @property
    def text(self) -> str:
        """The whole line, wide gaps as tabs."""
        parts: list[str] = []
        for stretch in self.stretches:
            if stretch.text.strip():
                parts.append(("\t" if stretch.gap > _WIDE_GAP else " ") if parts else "")
                parts.append(stretch.text.strip())
        return "".join(parts)

    @property
    def is_bold(self) -> bool:
        """Whether every letter of it is bold."""
        return 0 < self.letters <= self.bold_letters

    @property
    def lead(self) -> str:
        """The bold words that it begins with, behind a bullet; "" where all of it is bold."""
        if self.is_bold:
            return ""
        begin = 1 if self.words and is_bullet(self.words[0].text) else 0
        return " ".join(word.text for word in takewhile(_is_bold, self.words[begin:]))


def _is_bold(word: Word) -> bool:
    return word.bold


@dataclass
class _PdfRow:
    """Words that stand on one line, and the largest of them."""

    words: list[Word]
    largest: Word

    def add(self, word: Word) -> None:
        self.words.append(word)
        if word.size > self.largest.size:
            self.largest = word

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands on this line: on its height, or small beside its words."""
        small, large = sorted((self.largest.size, word.size))
        lifted = abs(self.largest.y - word.y)
        if lifted <= 0.25 * small:
            return True
        if small >= 0.8 * large or lifted > 0.5 * large:
            return False
        return any(
            abs(other.end - word.x) < other.size or abs(word.end - other.x) < other.size
            for other in self.words[-_MOST_BESIDE:]
        )


def lines_of(words: Sequence[Word], page: int, height: float) -> list[Line]:
    """Return the lines that some words make, from the top; a raised figure belongs to its line."""
    rows: list[_PdfRow] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x)):
        row = next((row for row in rows[-3:] if row.holds(word)), None)
        if row is None:
            rows.append(_PdfRow([word], word))
        else:
            row.add(word)
    return [line_of(sorted(row.words, key=lambda word: word.x), page, height) for row in rows]


def line_of(words: Sequence[Word], page: int, height: float) -> Line:
    """Return the one line that words beside each other make."""
    largest = max(words, key=lambda word: (len(word.text) * word.size, word.size))
    line = Line(page, largest.y, largest.size, height, words=list(words))
    for word in words:
        gap = (word.x - line.end) / word.size if line.stretches else 0.0
        if not line.stretches or (gap > _GAP and not _is_bullet_only(line)):
            line.stretches.append(Stretch(word.x, word.text, gap, word.end))
        else:
            if _is_bullet_only(line):
                line.text_x = word.x
            line.stretches[-1].text += " " + word.text
            line.stretches[-1].end = max(line.stretches[-1].end, word.end)
        line.letters += len(word.text)
        line.bold_letters += len(word.text) if word.bold else 0
    return line


def _is_bullet_only(line: Line) -> bool:
    return len(line.stretches) == 1 and is_bullet(line.stretches[0].text.strip())


def is_bullet(text: str) -> bool:
    """Tell whether a text is only what stands before a point: a bullet, a dash, a number."""
    from pathways.importing.reading.points import BULLETS

    return (
        text in tuple(BULLETS)
        or ("\ue000" <= text <= "\uf8ff" and len(text) == 1)  # signs of a font of signs
        or text in ("-", "–", "—", "*", "o")
        or (text[:-1].isdecimal() and text[-1:] in ".)")
    )


def width_of_letters(text: str) -> float:
    """Return how wide a text probably is, in sizes of its letters."""
    return sum(_WIDTHS.get(char, _CAPITAL if char.isupper() else _LETTER) for char in text)
