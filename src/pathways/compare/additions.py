"""Reasons beside the words on scales: a condition or a duty that comes or goes."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.compare.added_phrase import JOINING, phrase_of
from pathways.compare.language import find_phrases
from pathways.compare.pair import Pair, Reason
from pathways.compare.reading import Reading, ScaleHit

_ALIKE = 0.5  # ... for a word that may stand anywhere, a condition or a duty that is added
_STAYS = 0.78  # share of the shorter text that stays beside a duty that is added
_MOVED = 0.8  # share of a stretch that the next statement of the other side must say, too
_MOSTLY = 0.6  # share of what a text has alone that lies in the duty that is told
_BOTH = 0.25  # share of the longer text that must be the same for a condition
_CLOSELY = 0.75  # ... for a condition: beside another subject it says nothing
_SOME = 0.12  # a duty that is added has at least this share of the longer text
_LOPSIDED = 0.34  # ... and what went for it at most this share of it
_ADDED = 1.2  # how much a duty that is added counts
_GROWN = 1.0  # ... or a word, where nothing at all goes for it
_FEW_BEFORE = 1  # meaningful words that may stand before a condition in its stretch
_LEADING_IN = 2  # words among which "to" begins what is to be done
_OWN_ACT = 2  # meaningful words behind a condition that are what it is a condition of
_OWN_CLAUSE = 3  # meaningful words of a stretch that ends with a comma as a clause of its own
_LIMITS = frozenset("relating related regarding concerning within under during in".split())
_MANNERS = frozenset(
    "with by via through while whilst when if unless until using but as without".split()
)
_WHILE = frozenset({"while", "whilst"})
_ARTICLES = frozenset({"a", "an", "the"})
_SWAPPED = 0.2  # what a duty that is added stands in the place of has at most this share of it
_WHITHER = frozenset("on at for from into".split())  # with "in": where, for whom, in what way
_LEARNING = 1  # the level of verbs that only take something in
_DUTY = 4  # words of a duty that is added
_EITHER = ["or", "both"]
_LONG = 14  # words from which on an aim lists what is to be done


def conditions(pair: Pair) -> Iterator[Reason]:
    """Find a condition that comes or goes: at the beginning it rules the whole statement, elsewhere
    only what stays beside it tells.
    """
    known, longest = pair.language.conditions, pair.language.longest_condition
    sides = [list(find_phrases(reading.stems, known, longest)) for reading in pair.texts]
    if len(sides[0]) == len(sides[1]):
        return
    more = 0 if len(sides[0]) > len(sides[1]) else 1
    there = {phrase for _place, phrase in sides[1 - more]}
    place, phrase = next((one for one in sides[more] if one[1] not in there), sides[more][0])
    if pair.alike < (_ALIKE if place == 0 else _CLOSELY) and not pair.begun_alike:
        return
    if pair.alike_both < _BOTH:
        return
    if not stands_alone(pair, more, place, len(phrase)):
        return
    weight = pair.language.vocabulary.conditions.weight
    said = pair.texts[more].phrase(place, place + len(phrase))
    if more == 0:
        yield Reason(weight, said, "", "condition")
    else:
        yield Reason(-weight, "", said, "condition")


def stands_alone(pair: Pair, side: int, place: int, length: int, *, adverb: bool = False) -> bool:
    """Tell whether a condition weakens what stays; in a stretch of other words it belongs to
    those. "An occasional need" is none: the word is written otherwise.
    """
    reading = pair.texts[side]
    last = place + length
    phrase = " ".join(reading.words[place:last])
    if length == 1 and not adverb and phrase not in pair.language.conditions.values():
        return False
    for tag, i1, i2, j1, j2 in pair.runs:
        start, end = (i1, i2) if side == 0 else (j1, j2)
        if tag != "equal" and start <= place < end:
            before = len(pair.language.content(reading.phrase(start, place)))
            more = place and reading.words[place] != "not" and _says_more(pair, side, end, last)
            return before <= _FEW_BEFORE and not more
    return True


def _says_more(pair: Pair, side: int, end: int, last: int) -> bool:
    """Tell whether what follows in a stretch of other words is a statement of its own."""
    behind = min(end, _clause_end(pair.texts[side], last))
    return len(_own(pair, side, last, behind)) >= _OWN_ACT


def _clause_end(reading: Reading, place: int) -> int:
    """Return where the clause that goes on at a place ends."""
    while place < len(reading.words) and not (
        any(sign in reading.between(place, place + 1) for sign in ".;,")
    ):
        place += 1
    return min(place + 1, len(reading.words))


def duty(pair: Pair) -> Reason | None:
    """Find what one text adds while the rest stays."""
    if any(is_helped(hit) for reading in pair.texts for hit in reading.hits):
        return None  # what may need guidance is no duty
    if any(text.rstrip().endswith(":") for text in pair.raw):
        return None  # a heading says nothing of what it announces
    return _mostly_grown(pair) or _grown(pair)


def _grown(pair: Pair) -> Reason | None:
    """Find what one text says beside all that the other says, be it a single word."""
    one, other = pair.texts
    only = one.subject - other.content, other.subject - one.content
    if bool(only[0]) is bool(only[1]):
        return None
    more = 1 if only[1] else 0
    told = [
        (start, end)
        for start, end in _additions(pair, more, reaching=True)
        if only[more] & {*pair.language.content(pair.texts[more].phrase(start, end))}
    ]
    joined = [run for run in told if _is_duty(pair, more, *run)]
    if not joined:  # a word before a noun may widen or narrow what it says
        return None
    start, end = max(joined, key=_length)  # of several as long, the first
    return _reason(pair, more, start, end, _GROWN)


def _length(run: tuple[int, int]) -> int:
    start, end = run
    return end - start


def _is_duty(pair: Pair, side: int, start: int, end: int) -> bool:
    """Tell whether a stretch is a thing of its own that stands in the place of nothing: neither a
    limit ("relating to tests"), nor a manner ("with care"), nor being taught.
    """
    reading = pair.texts[side]
    if _is_manner(reading, start) or not _joined(pair, side, start, end):
        return False
    if _replaces(pair, side, start):
        return False
    return not any(_is_lower(hit, start) for hit in reading.hits if start <= hit.start < end)


def _is_manner(reading: Reading, start: int) -> bool:
    """Tell whether a stretch says where, for whom or in what way; "while training others" is a
    thing of its own.
    """
    if reading.words[start] in _WHILE:
        return not any(word.endswith("ing") for word in reading.words[start + 1 : start + 3])
    return reading.words[start] in _LIMITS | _MANNERS | _WHITHER


def _is_lower(hit: ScaleHit, start: int) -> bool:
    """Tell whether a word of an added stretch says that one is taught, or helped."""
    if hit.scale.first:
        return hit.start == start and hit.level == _LEARNING
    return is_helped(hit)


def is_helped(hit: ScaleHit) -> bool:
    """Tell whether a word says that one works under others."""
    return hit.scale.id == "autonomy" and hit.level < (hit.scale.absent or 0)


def _replaces(pair: Pair, side: int, place: int) -> bool:
    """Tell whether words of meaning stand in the other text where a stretch stands in this."""
    for tag, i1, i2, j1, j2 in pair.stretches:
        (start, end), other = ((i1, i2), (j1, j2)) if side == 0 else ((j1, j2), (i1, i2))
        if tag != "equal" and start <= place < end:
            lost, won = _own(pair, 1 - side, *other), _own(pair, side, start, end)
            if not won.isdisjoint(pair.language.abilities):
                lost -= pair.language.measures  # "the skills to" in the place of "ability to"
            gone, come = len(lost), len(won)
            return gone > (_SWAPPED * come if place else 0)
    return False


def _in_both(pair: Pair, side: int, place: int) -> bool:
    """Tell whether a word of one text stands in the same place of the other."""
    runs = ((tag, *((i1, i2) if side == 0 else (j1, j2))) for tag, i1, i2, j1, j2 in pair.runs)
    return any(tag == "equal" and start <= place < end for tag, start, end in runs)


def _own(pair: Pair, side: int, start: int, end: int) -> set[str]:
    """Return the words of meaning of a stretch that the other text does not say."""
    words = pair.language.content(pair.texts[side].phrase(start, end))
    return {*words} - pair.texts[1 - side].content


def _joined(pair: Pair, side: int, start: int, end: int) -> bool:
    """Tell whether a stretch is a further thing beside others: "create, test and", ", report"."""
    reading = pair.texts[side]
    last = end - 1
    while last > start and reading.words[last] in _ARTICLES:
        last -= 1
    if reading.words[last] in JOINING:
        return True
    while start > 1 and reading.words[start - 1] in _ARTICLES:
        start -= 1
    if reading.words[start - 1 if start else 0] in JOINING:
        # "reading and [patient] teaching": what only tells of a noun is no further thing
        return end - start > 1 or not _in_both(pair, side, start - 1)
    if any(sign in reading.between(start - 1, start) for sign in ",;.&"):
        return True
    content = len(reading.language.content(reading.phrase(start, end)))
    ends = end == len(reading.words) or reading.between(end - 1, end).strip()
    if (end - start >= _LONG and ends) or (
        "to" in reading.words[start : start + _LEADING_IN] and content > _OWN_CLAUSE
    ):
        return True
    long = content >= _OWN_CLAUSE
    return long and any(sign in reading.between(end - 1, end) for sign in ",;.")


def _mostly_grown(pair: Pair) -> Reason | None:
    mass = pair.weights.mass
    only = [
        pair.texts[0].content - pair.texts[1].content,
        pair.texts[1].content - pair.texts[0].content,
    ]
    lost, gained = mass(only[0]), mass(only[1])
    more = 1 if gained > lost else 0
    whole = mass(pair.texts[more].content)
    shorter = mass(pair.texts[1 - more].content)
    stays = shorter - min(lost, gained) >= _STAYS * shorter or pair.begun_alike
    few, many = sorted(map(len, only))
    if not stays or few > _LOPSIDED * many:
        return None
    start, end = max(
        (run for run in _additions(pair, more) if _is_duty(pair, more, *run)),
        key=_length,
        default=(0, 0),
    )
    reading = pair.texts[more]
    words = {*pair.language.content(reading.phrase(start, end))} & only[more]
    told = mass(words)
    short = len(words) < (2 if end - start >= _DUTY else 3)
    if short or told < max(_SOME * whole, _MOSTLY * mass(only[more])):
        return None
    if start == 0 and pair.texts[1 - more].heads()[:1] == [0]:
        return None  # another act in the place of the first is no addition
    return _reason(pair, more, start, end, _ADDED)


def _reason(pair: Pair, more: int, start: int, end: int, weight: float) -> Reason:
    phrase = phrase_of(pair, pair.texts[more], start, end)
    return Reason(weight, "", phrase, "duty") if more else Reason(-weight, phrase, "", "duty")


def adds_only_aims(pair: Pair) -> bool:
    """Tell whether one text says all that the other says, and beside it only what for."""
    one, other = (reading.content for reading in pair.texts)
    if one | other not in (one, other):
        return False
    return not any(
        pair.language.content(reading.phrase(start, end))
        for side, reading in enumerate(pair.texts)
        for start, end in _additions(pair, side, choices=True)
    )


def _additions(
    pair: Pair, side: int, *, reaching: bool = False, choices: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the stretches that one text adds and that are neither an aim nor an alternative.

    What the other side says next is left out; with ``reaching``, not where it says for whom else,
    which has to be said of each thing.
    """
    reading = pair.texts[side]
    for tag, i1, i2, j1, j2 in pair.stretches:
        start, end = (i1, i2) if side == 0 else (j1, j2)
        if tag != "equal" and start < end:
            while start < end and reading.words[start] in {*JOINING, "the"}:
                start += 1
            aim = any(
                reading.stems[start : start + length] in pair.language.aims
                for length in range(1, pair.language.longest_aim + 1)
            )
            long = end - start >= _LONG
            if reading.words[end - len(_EITHER) : end] == _EITHER:
                end -= len(_EITHER)  # "or both" does not make a choice of what is added
            choice = not long and not choices and "or" in reading.words[start:end]
            said = _said_beside(pair, side, start, end)
            said = said and not (reaching and _reaches(reading, start, end))
            if start < end and (long or not aim) and not choice and not said:
                yield start, end


def _reaches(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch says no more than how far: "and your team"."""
    hits = [h for h in reading.hits if h.scale.in_place and start <= h.start < end]
    return bool(hits) and end - start <= _DUTY


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
