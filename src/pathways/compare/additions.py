"""Reasons beside the words on scales: a condition or a duty that comes or goes, a number."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.compare.language import find_phrases
from pathways.compare.pair import Pair, Reason
from pathways.compare.reading import Reading
from pathways.patterns import whole_number

_ALIKE = 0.5  # ... for a word that may stand anywhere, a condition or a duty that is added
_STAYS = 0.65  # ... for a duty that is added while the rest stays
_MOVED = 0.8  # share of a stretch that the next statement of the other side must say, too
_MOSTLY = 0.6  # share of what a text has alone that lies in the duty that is told
_CLOSELY = 0.75  # ... for a condition: beside another subject it says nothing
_SOME = 0.12  # a duty that is added has at least this share of the longer text
_LOPSIDED = 0.34  # ... and what went for it at most this share of it
_ADDED = 1.2  # how much a duty that is added counts
_DUTY = 4  # words of a duty that is added
_LONG = 14  # words from which on an aim lists what is to be done
_SHOWN = 9  # words of a reason
_NUMBER = 1.5
_DIGITS = 12
_YEAR = range(1900, 2100)
_UPTO = frozenset({"within", "every", "under", "below", "maximum", "than"})


def conditions(pair: Pair) -> Iterator[Reason]:
    """Find a condition that comes or goes: at the beginning it rules the whole statement, elsewhere
    only what stays beside it tells.
    """
    known, longest = pair.language.conditions, pair.language.longest_condition
    sides = [list(find_phrases(reading.stems, known, longest)) for reading in pair.texts]
    if len(sides[0]) == len(sides[1]):
        return
    more = 0 if len(sides[0]) > len(sides[1]) else 1
    place, phrase = sides[more][0]
    if pair.alike < (_ALIKE if place == 0 else _CLOSELY) and not pair.begun_alike:
        return
    weight = pair.language.vocabulary.conditions.weight
    if more == 0:
        yield Reason(weight, known[phrase], "", "condition")
    else:
        yield Reason(-weight, "", known[phrase], "condition")


def numbers(pair: Pair) -> Iterator[Reason]:
    """Compare numbers in the same place; of years and of names such as ISO 9001 nothing is
    said.
    """
    if pair.alike < _ALIKE:
        return
    for tag, i1, i2, j1, j2 in pair.runs:
        old, new = _number(pair, 0, i1, i2), _number(pair, 1, j1, j2)
        if tag == "replace" and old and new and old[0] != new[0]:
            sign = 1 if new[0] > old[0] else -1
            if _UPTO & {*pair.texts[0].words[max(0, i1 - 2) : i1]}:
                sign = -sign if "within" in pair.texts[0].words[max(0, i1 - 2) : i1] else 0
            if sign:
                yield Reason(sign * _NUMBER, old[1], new[1], "number")


def _number(pair: Pair, side: int, start: int, end: int) -> tuple[int, str] | None:
    """Return the one number in a stretch, and it as written with the word behind it."""
    reading, numbers = pair.texts[side], pair.language.numbers
    found = [p for p in range(start, end) if reading.words[p][0].isdecimal()]
    found = found or [p for p in range(start, end) if reading.words[p] in numbers]
    if not found:
        return None
    first, last = found[0], found[-1]
    digits = reading.phrase(first, last + 1).lower().replace(",", "")
    value = numbers.get(digits, 0) or (whole_number(digits) if digits.isdecimal() else 0)
    named = first > 0 and reading.phrase(first - 1, first).isupper()
    if not value or len(digits) > _DIGITS or value in _YEAR or named:
        return None
    behind = last + 2 if last + 2 <= min(end + 1, len(reading.words)) else last + 1
    return value, reading.phrase(first, behind)


def duty(pair: Pair) -> Reason | None:
    """Find what one text adds while the rest stays."""
    mass = pair.weights.mass
    only = [
        pair.texts[0].content - pair.texts[1].content,
        pair.texts[1].content - pair.texts[0].content,
    ]
    lost, gained = mass(only[0]), mass(only[1])
    more = 1 if gained > lost else 0
    whole = mass(pair.texts[more].content)
    stays = pair.alike >= _STAYS or pair.begun_alike
    few, many = sorted(map(len, only))
    if not stays or few > _LOPSIDED * many:
        return None
    start, end = max(
        _additions(pair, more), key=lambda run: (run[1] - run[0], -run[0]), default=(0, 0)
    )
    reading = pair.texts[more]
    words = {*pair.language.content(reading.phrase(start, end))} & only[more]
    told = mass(words)
    short = len(words) < (2 if end - start >= _DUTY else 3)
    if short or told < max(_SOME * whole, _MOSTLY * mass(only[more])):
        return None
    phrase = _told(pair, reading, start, end)
    return Reason(_ADDED, "", phrase, "duty") if more else Reason(-_ADDED, phrase, "", "duty")


def adds_only_aims(pair: Pair) -> bool:
    """Tell whether one text says all that the other says, and beside it only what for."""
    one, other = (reading.content for reading in pair.texts)
    if not (one <= other or other <= one):
        return False
    return not any(
        pair.language.content(reading.phrase(start, end))
        for side, reading in enumerate(pair.texts)
        for start, end in _additions(pair, side)
    )


def _told(pair: Pair, reading: Reading, start: int, end: int) -> str:
    """Return a stretch as a reason tells it: not too long, and not ending in "of the"."""
    shown = min(end, start + _SHOWN)
    while shown > start + 1 and reading.stems[shown - 1] in pair.language.fillers:
        shown -= 1
    return reading.phrase(start, shown) + (" …" if end - shown > 2 else "")


def _additions(pair: Pair, side: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that one text adds and that are neither an aim nor an alternative."""
    reading = pair.texts[side]
    for tag, i1, i2, j1, j2 in pair.runs:
        start, end = (i1, i2) if side == 0 else (j1, j2)
        if tag != "equal" and start < end:
            while start < end and reading.words[start] in ("and", "then", "also", "the"):
                start += 1
            aim = any(
                reading.stems[start : start + length] in pair.language.aims
                for length in range(1, pair.language.longest_aim + 1)
            )
            long = end - start >= _LONG
            choice = not long and "or" in reading.words[start:end]
            said = start < end and _said_beside(pair, side, start, end)
            if start < end and (long or not aim) and not choice and not said:
                yield start, end


def _said_beside(pair: Pair, side: int, start: int, end: int) -> bool:
    """Tell whether a stretch stands in what the other side states next: it has only moved."""
    language = pair.language
    words = {*language.content(pair.texts[side].phrase(start, end))}
    if not words:
        return False
    return any(
        pair.weights.mass(words & {*language.content(text)}) >= _MOVED * pair.weights.mass(words)
        for text in pair.beside[1 - side] or ()
    )
