"""The lines of a PDF page: their text, place, size and weight, put together from the scraps that a
page is made of.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_GAP = (
    0.4  # in sizes of the letters: perhaps a new column, if the next line has one at the same place
)
_WIDE_GAP = 1.6  # wider than any space
_WIDTHS = {
    **dict.fromkeys("iljtfrI.,:;'’|!()[]- ", 0.3),
    **dict.fromkeys("mwMW—", 0.8),
}  # in sizes; fonts differ
_CAPITAL, _LETTER = 0.66, 0.5
_FORCE_BOLD = 1 << 18  # in the flags of a font


@dataclass
class Stretch:
    """Text between two wide gaps of a line."""

    x: float
    text: str
    gap: float = 0.0  # before it, in sizes


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

    @property
    def x(self) -> float:
        """Where the line begins."""
        return self.stretches[0].x

    @property
    def end(self) -> float:
        """Where the line probably ends; its letters are only guessed in width, but all lines
        alike.
        """
        last = self.stretches[-1]
        return last.x + width_of_letters(last.text.strip()) * self.size

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


class PageLines:
    """Take in the scraps of one page in the order of the page, and give its lines."""

    def __init__(self, page: int, height: float) -> None:
        self._page = page
        self._height = height
        self._lines: list[Line] = []
        self._end = 0.0  # where the last scrap probably ends
        self._is_ended = True

    def take(self, text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        """Take in a scrap, as the text extraction of pypdf hands it on."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        real_size = abs(float(size or 0)) * scale or 1.0
        for index, part in enumerate(text.split("\n")):
            if index:
                self._is_ended = True
            if part.strip():
                self._add(part, x, y, real_size, _is_bold(font))

    def lines(self) -> list[Line]:
        """Return the lines that have text."""
        return [line for line in self._lines if line.text]

    def _add(self, part: str, x: float, y: float, size: float, bold: bool) -> None:
        line = self._lines[-1] if self._lines else None
        if (
            line is None
            or abs(line.y - y) > 0.5 * min(size, line.size)
            or (self._is_ended and x < line.x)
        ):
            line = Line(self._page, y, size, self._height)
            self._lines.append(line)
            self._end = x
        letters = sum(not char.isspace() for char in part)
        gap = (x - self._end) / size
        if (not line.stretches or gap > _GAP) and not _is_bullet_only(line):
            line.stretches.append(Stretch(x, part, gap))
        else:
            if _is_bullet_only(line):
                line.text_x = x
                part = " " + part.lstrip()
            line.stretches[-1].text += part
        if letters > line.letters:
            line.size = size
        line.letters += letters
        line.bold_letters += letters if bold else 0
        self._end = x + width_of_letters(part.strip()) * size
        self._is_ended = False


def _is_bullet_only(line: Line) -> bool:
    from pathways.importing.reading.points import BULLETS

    if len(line.stretches) != 1:
        return False
    text = line.stretches[0].text.strip()
    return (
        text in tuple(BULLETS)
        or text in ("-", "–", "—", "*", "o")
        or (text[:-1].isdecimal() and text[-1:] in ".)")
    )


def width_of_letters(text: str) -> float:
    """Return how wide a text probably is, in sizes of its letters."""
    return sum(_WIDTHS.get(char, _CAPITAL if char.isupper() else _LETTER) for char in text)


def _is_bold(font: Any) -> bool:
    if not font:
        return False
    try:
        name = str(font.get("/BaseFont", "")).lower()
        if any(word in name for word in _BOLD):
            return True
        descriptor = font.get("/FontDescriptor")
        descriptor = descriptor.get_object() if descriptor is not None else {}
        if float(descriptor.get("/FontWeight", 0)) >= 600:
            return True
        return bool(int(descriptor.get("/Flags", 0)) & _FORCE_BOLD)
    except (AttributeError, TypeError, ValueError):
        return False
