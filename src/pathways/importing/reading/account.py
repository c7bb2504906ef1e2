"""The account of what a reader has read: every line as it came, before anything is made of it.

It is kept beside the pieces and never changed. What the pieces, the facts and the list of what was
left out do not hold between them is put on that list, so that no reader can lose a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pathways.importing.outline import Kind, Outline, Piece, SourceLine

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 80  # letters of a word that may be several
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u061c\u180e\u202a-\u202e\u2066-\u2069]")


def words_of(text: str) -> list[str]:
    """Return the words by which texts are compared, without invisible characters."""
    return _WORD.findall(_INVISIBLE.sub("", text))


def words_of_piece(piece: Piece) -> list[str]:
    """Return the words of a piece, those of all cells of a table."""
    if piece.kind is not Kind.TABLE:
        return words_of(f"{piece.marker} {piece.text}")
    return [word for row in piece.rows for cell in row for word in words_of(cell)]


def not_in_outline(outline: Outline) -> list[SourceLine]:
    """Return what was read and stands nowhere in an outline: each line with its lost words."""
    lost = Counter(word for line in outline.read for word in words_of(line.text))
    if not lost:
        return []
    found: Counter[str] = Counter()
    for piece in outline.pieces:
        found.update(words_of_piece(piece))
    said: Iterable[str] = (
        outline.title,
        outline.language,
        *(text for fact in outline.facts for text in fact),
        *(left.text for left in outline.left_out),
        *(remark.text for remark in outline.remarks),
    )
    for text in said:
        found.update(words_of(text))
    extra = found - lost
    lost -= found
    lost = Counter({word: count for word, count in lost.items() if not _within(word, extra)})
    return _lines_with(lost, outline.read)


def _within(word: str, extra: Counter[str]) -> bool:
    """Tell whether a word was joined with another, as at the end of a line."""
    if len(word) > _LONGEST:
        return False
    return any(word in longer for longer in extra) or _made_of(word, extra)


def _made_of(word: str, extra: Counter[str]) -> bool:
    """Tell whether a word is others that the document shows apart."""
    ends = {0}
    for end in range(1, len(word) + 1):
        if any(start in ends and word[start:end] in extra for start in range(end)):
            ends.add(end)
    return len(word) in ends


def _lines_with(lost: Counter[str], read: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines that the lost words most probably stand on, with those words."""
    if not lost:
        return []
    shares = []
    for place, line in enumerate(read):
        words = words_of(line.text)
        hits = sum(word in lost for word in words)
        if hits:
            shares.append((-hits / len(words), place))
    found = {}
    for _share, place in sorted(shares):
        here = [word for word in words_of(read[place].text) if lost[word] > 0]
        taken = [word for word in here if _take(word, lost)]
        if taken:
            found[place] = SourceLine(line=read[place].line, text=" ".join(taken))
    return [found[place] for place in sorted(found)]


def _take(word: str, lost: Counter[str]) -> bool:
    if lost[word] <= 0:
        return False
    lost[word] -= 1
    return True
