"""Points of lists that are only characters: a bullet, a dash, a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.importing.outline import Kind, Piece

BULLETS = "•◦▪▫‣⁃●○■□▸►➢➤❖✓✔∙⦁\uf0b7\uf0a7\uf0d8\uf0fc\uf02d"
# several marks in a row are no bullet: ●●○ says how much
_SIGN = rf"{BULLETS}\ue000-\uf8ff"  # the last are signs of fonts of signs
_BULLET = re.compile(
    rf"([{_SIGN}])(?!\s*[{_SIGN}★☆])\s*(?=\S)|([-–—*·+]|o(?=\t))[ \t\u00a0]+(?=\S)"
)
_NUMBER = re.compile(
    r"(?:\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \t\u00a0]+(?=\S)"
)
_FEWEST_WORDS = 4  # of a lone point
_DOTTED = 10**13
_ROMAN = {
    mark: value
    for value, mark in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}


def bullet_of(text: str) -> str:
    """Return the bullet that ``text`` begins with, with the space behind it, or ""."""
    found = _BULLET.match(text)
    return found.group() if found else ""


def number_of(text: str) -> str:
    """Return the number or letter that ``text`` begins with, as lists have them ("3. ", "b) "), or
    "".
    """
    found = _NUMBER.match(text)
    return found.group() if found else ""


def with_numbered_points(pieces: Sequence[Piece]) -> list[Piece]:
    """Make points of neighbouring paragraphs that count on (1. 2. 3.); a lone number, or a
    heading's, stays as text.
    """
    result = list(pieces)
    runs = _runs(pieces)
    for begin, end in (*runs, *(_lone_firsts(pieces) if len(runs) > 1 else ())):
        for index in range(begin, end):
            piece = result[index]
            marker = number_of(piece.text)
            result[index] = Piece(
                kind=Kind.ITEM,
                line=piece.line,
                text=piece.text[len(marker) :],
                level=max(marker.strip().strip("().").count("."), 1),
                bold=piece.bold,
                place=piece.place,
                marker=marker.strip(),
            )
    return result


def _runs(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return the stretches, from and up to, of at least two paragraphs whose numbers count on."""
    runs = []
    begin = 0
    while begin < len(pieces):
        end = begin + 1
        if _numbered(pieces[begin]):
            while (
                end < len(pieces)
                and _numbered(pieces[end])
                and _counts_on(pieces[end - 1], pieces[end])
            ):
                end += 1
            if end - begin > 1 and not all(piece.bold for piece in pieces[begin:end]):
                runs.append((begin, end))
        begin = end
    return runs


def _lone_firsts(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return the stretches that are one point with the number 1, right below a heading: in a
    document of such lists, a list of one.
    """
    return [
        (place, place + 1)
        for place, piece in enumerate(pieces)
        if _numbered(piece)
        and not piece.bold
        and (_values(piece) == {1} or number_of(piece.text).strip(" .").endswith(".1"))
        and place
        and (pieces[place - 1].kind is Kind.HEADING or pieces[place - 1].bold)
        and not (place + 1 < len(pieces) and _numbered(pieces[place + 1]))
        and len(piece.text.split()) > _FEWEST_WORDS
    ]


def _numbered(piece: Piece) -> bool:
    return piece.kind is Kind.PARAGRAPH and bool(number_of(piece.text))


def _counts_on(before: Piece, after: Piece) -> bool:
    return bool(_values(after) & {value + 1 for value in _values(before)})


def _values(piece: Piece) -> set[int]:
    """Return what the number may mean: "i." is both the ninth letter and the first Roman number."""
    mark = number_of(piece.text).strip(" \t\u00a0.()")
    if mark.isdecimal():
        return {int(mark)}
    if "." in mark:  # 2.1, 2.2: thousands apart from plain numbers, and from those of section 3
        return {_DOTTED + int("".join(part.zfill(3) for part in mark.split(".")))}
    values = {_ROMAN[mark]} if mark in _ROMAN else set()
    if len(mark) == 1:
        values.add(100 + ord(mark) - ord("a"))
    return values
