"""The words of a PDF page with their places, and the lines drawn on it, as PDFium knows them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_FORCE_BOLD = 1 << 18  # in the flags of a font
_SPACE = 0.13  # of the size: a gap between letters that is a space nobody drew
_THIN = 3.0  # points: a shape no thicker is a line
_SHORTEST = 8.0  # points: a line no longer is part of a letter or an ornament
_MOST_RULES = 1_500
_MOST_SHAPES = 20_000
_DEEPEST = 3  # forms within forms whose lines are looked at


@dataclass
class Word:
    """One word: x from the left and y of its baseline from the bottom, in points."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Rule:
    """A straight line drawn on the page, from ``low`` to ``high`` at ``at``."""

    at: float
    low: float
    high: float


@dataclass
class PageWords:
    """What stands on a page, and the lines drawn across and down it."""

    number: int
    width: float
    height: float
    words: list[Word]
    across: list[Rule]
    down: list[Rule]


@dataclass
class _Glyph:
    char: str
    x: float
    end: float
    y: float
    size: float
    bold: bool


def words_of(page: Any, number: int) -> PageWords:
    """Return the words of a page in the order of the page, and its lines."""
    width, height = page.get_size()
    across, down = _rules(page)
    return PageWords(number, width, height, list(_words(page, down)), across, down)


def _words(page: Any, down: Sequence[Rule]) -> Iterator[Word]:
    """Yield the words; a space ends one, drawn or only left free, and so does a new line."""
    word: Word | None = None
    for glyph in _glyphs(page):
        if glyph.char.isspace():
            if word is not None:
                yield word
            word = None
            continue
        if word is not None and not (_goes_on(word, glyph) and not _parted(word, glyph, down)):
            yield word
            word = None
        if word is None:
            word = Word(glyph.char, glyph.x, glyph.end, glyph.y, glyph.size, glyph.bold)
            continue
        word.text += glyph.char
        word.end = max(word.end, glyph.end)
        word.bold = word.bold and (glyph.bold or not glyph.char.isalnum())
    if word is not None:
        yield word


def _goes_on(word: Word, glyph: _Glyph) -> bool:
    same_line = abs(word.y - glyph.y) <= 0.6 * max(word.size, glyph.size)
    gap = glyph.x - word.end
    return same_line and -1.5 * word.size < gap < _SPACE * max(word.size, glyph.size)


def _parted(word: Word, glyph: _Glyph, down: Sequence[Rule]) -> bool:
    """Tell whether a line is drawn between a word and what comes next."""
    if glyph.x - word.end <= 0.02 * word.size:
        return False
    return any(
        word.end - 1 <= rule.at <= glyph.x + 1 and rule.low <= glyph.y <= rule.high for rule in down
    )


def _glyphs(page: Any) -> Iterator[_Glyph]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    fonts: dict[bytes, bool] = {}
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index) or 0xFFFD)
        if pdfium.FPDFText_IsHyphen(text.raw, index) == 1:
            char = "-"  # of a word that is parted at the end of its line
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            continue  # PDFium's own guess at spaces and lines; places say it better
        if char.isspace():
            yield _Glyph(" ", 0, 0, 0, 0, False)
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(text.raw, index, matrix):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = abs(pdfium.FPDFText_GetFontSize(text.raw, index)) * scale or 1.0
        bold = _is_bold(pdfium, text.raw, index, fonts)
        yield _Glyph(char, min(x.value, box.left), box.right, y.value, size, bold)


def _is_bold(pdfium: Any, text: Any, index: int, fonts: dict[bytes, bool]) -> bool:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(120)
    pdfium.FPDFText_GetFontInfo(text, index, name, 120, flags)
    if name.value not in fonts:
        named = any(word in name.value.decode("utf-8", "replace").lower() for word in _BOLD)
        heavy = pdfium.FPDFText_GetFontWeight(text, index) >= 600
        fonts[name.value] = named or heavy or bool(flags.value & _FORCE_BOLD)
    return fonts[name.value]


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Return the straight lines across and down, those of the edges of boxes among them."""
    import pypdfium2.raw as pdfium

    across: list[Rule] = []
    down: list[Rule] = []
    for count, shape in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if count > _MOST_SHAPES or len(across) + len(down) > _MOST_RULES:
            break
        if shape.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        left, bottom, right, top = shape.get_bounds()
        if top - bottom <= _THIN and right - left >= _SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _SHORTEST:
            down.append(Rule((left + right) / 2, bottom, top))
        elif _is_drawn_box(pdfium, shape) and right - left >= _SHORTEST <= top - bottom:
            across.extend((Rule(bottom, left, right), Rule(top, left, right)))
            down.extend((Rule(left, bottom, top), Rule(right, bottom, top)))
    return across, down


def _is_drawn_box(pdfium: Any, shape: Any) -> bool:
    """Tell whether a shape is a box whose edges are drawn; a filled one is only a background."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(shape.raw, fill, stroke) or not stroke.value:
        return False
    return 4 <= int(pdfium.FPDFPath_CountSegments(shape.raw)) <= 6
