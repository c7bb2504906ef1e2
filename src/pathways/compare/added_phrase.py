"""The phrase that tells what a text adds: from where a reader would begin to where one ends."""

from __future__ import annotations

from pathways.compare.pair import Pair
from pathways.compare.reading import Reading
from pathways.compare.small_words import DANGLING

JOINING = frozenset({"and", "then", "also", "plus"})
_INSIDE = frozenset("of or in on at from for into".split())
_LAST_WORDS = 3  # words of the other text that a phrase may end with
_SHOWN = 12  # words of a reason
_WORDS = 3  # words of a reason that is no more than a word with what belongs to it
_BEFORE = 4  # words before a stretch among which its phrase begins, and behind it that end it
_OPENERS = frozenset({*JOINING, "or", "to", "that", "while", "whilst", "by"})
_CLOSERS = frozenset("and or for with in on at by from to within across through that".split())


def phrase_of(pair: Pair, reading: Reading, start: int, end: int) -> str:
    """Return a stretch as a reason tells it: from where a phrase begins to where one ends, and not
    too long; "" where that cannot be.
    """
    side = pair.texts.index(reading)
    while start < end - 1 and _is_said(pair, side, start):
        start += 1
    if reading.words[start] in _INSIDE:
        return ""  # no phrase that stands by itself
    end = _without_loose_end(reading, start, _phrase_end(reading, end))
    if end - start > _WORDS:
        found = _whole_phrase(reading, start, end)
        if found is None:
            return ""
        start, end = found
    return reading.phrase(start, _without_loose_end(reading, start, end))


def _without_loose_end(reading: Reading, start: int, end: int) -> int:
    while end > start + 1 and reading.words[end - 1] in DANGLING:
        end -= 1
    return end


def _whole_phrase(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the phrase that a stretch is most of, from its first word to its last."""
    first = next((p for p in range(start, start - _BEFORE, -1) if _opens(reading, p)), None)
    if first is None:
        return None
    last = min(end + _BEFORE, first + _SHOWN, _sentence_end(reading, first, end))
    ends = [place for place in range(first + _WORDS, last + 1) if _closes(reading, place)]
    whole = [place for place in ends if place >= min(end, last)]
    broken = [place for place in ends if reading.between(place - 1, place).strip()]
    found = whole[:1] or broken[-1:] or ends[-1:]
    return (first, found[0]) if found else None


def _sentence_end(reading: Reading, start: int, end: int) -> int:
    """Return where the sentence ends that goes on at a place, at the latest a little behind the
    end of a stretch.
    """
    last = min(end + _BEFORE, len(reading.words))
    broken = (p for p in range(start + 1, last) if "." in reading.between(p - 1, p))
    return next(broken, last)


def _opens(reading: Reading, place: int) -> bool:
    """Tell whether a phrase may begin at a place."""
    if place <= 0:
        return place == 0
    broken = any(sign in reading.between(place - 1, place) for sign in ",;.:–")
    return broken or reading.words[place - 1] in _OPENERS


def _closes(reading: Reading, place: int) -> bool:
    """Tell whether a phrase may end before a place."""
    if place >= len(reading.words):
        return True
    if any(sign in reading.between(place - 1, place) for sign in ",;.:–("):
        return True
    return reading.words[place] in _CLOSERS and reading.words[place - 1] not in DANGLING


def _phrase_end(reading: Reading, end: int) -> int:
    """Return where a phrase ends that would break off before its last words, which the other text
    says, too: "teach children about [trees]".
    """
    if reading.words[end - 1] not in DANGLING - {"and", "or"}:
        return end
    for last in range(end, min(end + _LAST_WORDS, len(reading.words))):
        closed = last + 1 == len(reading.words) or reading.between(last, last + 1).strip()
        if closed and reading.words[last] not in DANGLING:
            return last + 1
    return end


def _is_said(pair: Pair, side: int, place: int) -> bool:
    """Tell whether a word only joins, or its like stands in the other text."""
    word = pair.texts[side].words[place]
    content = pair.language.content(word)
    if word in {*JOINING, "the", "to"}:
        return True
    said = bool(content) and pair.texts[1 - side].content.issuperset(content)
    return said and pair.texts[side].words[place + 1] not in _INSIDE
