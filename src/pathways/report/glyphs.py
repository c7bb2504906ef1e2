"""Which characters the letters of the sheets have, and what stands for those that they do not."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pathways import paths
from pathways.report import blocks

FAMILIES = ("Atkinson Hyperlegible Next", "DejaVu Sans")
_FILES = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)
_NEVER_DRAWN = frozenset({0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, *range(0xFE00, 0xFE10)})
_FORBIDDEN, _JOINER = (
    "\ufeff",
    "\u2060",
)  # of the same meaning, but only the second may stand in an archived PDF
_BREAK = "\u200b"  # a place where a line may end, of no width
_LONGEST = 24  # letters without a place where the line may end


def folder() -> Path:
    """Return the folder of the fonts."""
    return paths.resources() / "fonts"


@cache
def covered() -> tuple[frozenset[int], ...]:
    """Return, for each family in order of preference, the code points that it has both in regular
    and in bold.
    """
    return tuple(
        frozenset.intersection(*(characters(folder() / name) for name in names)) for names in _FILES
    )


def drawable(text: str) -> str:
    """Return ``text`` with what the fonts lack replaced visibly: signs by their name, letters by
    ``�``.
    """
    if text.isascii():
        return text
    return "".join(map(_drawable_cluster, _clusters(text.replace(_FORBIDDEN, _JOINER))))


def breakable(text: str) -> str:
    """Return ``text`` with places where a line may end in words too long for a column."""
    if len(text) <= _LONGEST:
        return text
    return " ".join(
        _with_breaks(word) if len(word) > _LONGEST else word for word in text.split(" ")
    )


def _with_breaks(word: str) -> str:
    found, since = "", 0
    for cluster in _clusters(word):
        if since >= _LONGEST // 2:
            found, since = found + _BREAK, 0
        found, since = found + cluster, since + 1
    return found


def _clusters(text: str) -> Iterator[str]:
    """Yield each character together with the marks that stand on it."""
    cluster = ""
    for character in text:
        if (
            cluster
            and not unicodedata.category(character).startswith("M")
            and ord(character) not in _NEVER_DRAWN
        ):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _drawable_cluster(cluster: str) -> str:
    seen = "".join(character for character in cluster if ord(character) not in _NEVER_DRAWN)
    if any(all(ord(character) in family for character in seen) for family in covered()):
        return cluster
    return "".join(map(_replaced, seen))


def _replaced(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return blocks.REPLACEMENT  # a mark alone could join what stands before it
    if any(ord(character) in family for family in covered()):
        return character
    name = (
        unicodedata.name(character, "") if unicodedata.category(character).startswith("S") else ""
    )
    return f"[{name.lower()}]" if name else blocks.REPLACEMENT


def characters(font: Path) -> frozenset[int]:
    """Return the code points that a TrueType font has a shape for, from its character map."""
    content = font.read_bytes()
    tables = {
        content[at : at + 4]: struct.unpack_from(">L", content, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16)
    }
    cmap = tables[b"cmap"]
    count = struct.unpack_from(">H", content, cmap + 2)[0]
    found: set[int] = set()
    for record in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, _encoding, offset = struct.unpack_from(">HHL", content, record)
        if platform in (0, 3):
            found |= _characters_of_subtable(content, cmap + offset)
    return frozenset(found)


def _characters_of_subtable(content: bytes, at: int) -> set[int]:
    kind = struct.unpack_from(">H", content, at)[0]
    if kind == 12:
        groups = struct.unpack_from(">L", content, at + 12)[0]
        ranges = (
            struct.unpack_from(">LL", content, at + 16 + 12 * group) for group in range(groups)
        )
        return {code for first, last in ranges for code in range(first, last + 1)}
    return _characters_of_segments(content, at) if kind == 4 else set()


def _characters_of_segments(content: bytes, at: int) -> set[int]:
    """Read a character map of format 4: ranges of code points, in which single ones can lead to no
    shape (0).
    """
    size = struct.unpack_from(">H", content, at + 6)[0]
    found = set()
    for segment in range(at + 14, at + 14 + size, 2):
        (last,) = struct.unpack_from(">H", content, segment)
        (first,) = struct.unpack_from(">H", content, segment + 2 + size)
        (delta,) = struct.unpack_from(">H", content, segment + 2 + 2 * size)
        pointer = segment + 2 + 3 * size
        (offset,) = struct.unpack_from(">H", content, pointer)
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset:
                (shape,) = struct.unpack_from(">H", content, pointer + offset + 2 * (code - first))
            else:
                shape = code + delta
            if shape & 0xFFFF:
                found.add(code)
    return found
