"""Numbers as reasons: "supervises 2" against "supervises 12", "5 years" against "5 to 8 years"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pathways.compare.language import Language
from pathways.compare.pair import Pair, Reason
from pathways.compare.reading import Reading
from pathways.patterns import whole_number

_ALIKE = 0.5  # share of the shorter text that must be the same for two numbers in one place
_SOME = 0.2  # ... for two spans of time in unlike units
_REST = 0.75  # ... for a span of time against silence
_WEIGHT = 1.5
_LASTING = 1.2  # how much a span of time counts against silence
_DIGITS = 12
_GROUP = 3  # digits between the commas of a number
_YEAR = range(1900, 2100)
_UPTO = frozenset({"within", "every", "under", "below", "maximum", "than"})
_TO = frozenset({"to", "and"})  # between the ends of "six to eight"
_OPEN = frozenset({"more", "over", "above", "plus"})  # "eight or more"
_BETWEEN = frozenset({"or", "and", *_OPEN})
_TIMES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT = {"k": "thousand", "m": "million", "bn": "billion"}
_MONEY = "£$€"
_NEAR = 20  # letters before the last digits of an amount of money among which its sign stands
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_DISTANCES = ("mile", "kilometre", "metre", "km", "yard")  # how far is no task
_UNIT_WORDS = 4  # words behind a number among which its unit stands


class Amount(NamedTuple):
    """A number or a range as it stands in a text: its ends, its place and what it counts."""

    low: float
    high: float
    open: bool  # "or more", "10+"
    start: int
    end: int
    unit: str  # the stem of what is counted; "" where nothing is

    @property
    def size(self) -> tuple[float, bool, float]:
        """Return what decides between two amounts: the upper end first."""
        return self.high, self.open, self.low

    def lasting(self, language: Language) -> Amount | None:
        """Return a span of time in days, None for an amount of anything else."""
        for unit, days in _DAYS.items():
            if self.unit == language.stem(unit):
                return self._replace(low=self.low * days, high=self.high * days)
        return None


def numbers(pair: Pair) -> Iterator[Reason]:
    """Compare numbers in the same place, or else of the same thing; of years and of names such as
    ISO 9001 nothing is said.
    """
    found = [amounts(reading) for reading in pair.texts]
    placed = list(_in_place(pair, found)) if pair.alike >= _ALIKE else []
    yield from placed or _of_one_unit(pair, found)
    if bool(found[0]) is not bool(found[1]) and pair.alike >= _REST:
        yield from _so_long(pair, 0 if found[0] else 1, found[0] or found[1])


def _so_long(pair: Pair, side: int, found: list[Amount]) -> Iterator[Reason]:
    """Find how long an ability must have been used, where the other text asks for the ability."""
    reading, other = pair.texts[side], pair.texts[1 - side]
    about, same = reading.ability(), other.ability()
    if len(found) > 1 or not found[0].lasting(pair.language) or about is None or same is None:
        return
    if reading.stems[about] == other.stems[same] and 0 < about - found[0].end <= _UNIT_WORDS:
        words = reading.phrase(found[0].start, found[0].end + 1)
        longer = Reason(_LASTING, "", words, "number")
        yield longer if side else longer.turned


def _in_place(pair: Pair, found: list[list[Amount]]) -> Iterator[Reason]:
    for tag, i1, i2, j1, j2 in pair.runs:
        old = next((one for one in found[0] if i1 <= one.start < i2), None)
        new = next((one for one in found[1] if j1 <= one.start < j2), None)
        if tag == "replace" and old and new:
            yield from _compared(pair, old, new)


def _of_one_unit(pair: Pair, found: list[list[Amount]]) -> Iterator[Reason]:
    """Compare amounts of what either text counts once: "10+ years" against "15+ years"."""
    sides = [{one.unit: one for one in side if one.unit} for side in found]
    counted = [Counter(one.unit for one in side) for side in found]
    for unit in sorted(sides[0].keys() & sides[1].keys()):
        if counted[0][unit] == counted[1][unit] == 1:
            yield from _compared(pair, sides[0][unit], sides[1][unit])
    times = [[one for one in side if one.lasting(pair.language)] for side in found]
    once = [len(side) for side in times] == [1, 1]
    if once and pair.alike >= _SOME and times[0][0].unit != times[1][0].unit:
        yield from _compared(pair, times[0][0], times[1][0])


def _compared(pair: Pair, old: Amount, new: Amount) -> Iterator[Reason]:
    spans = old.lasting(pair.language), new.lasting(pair.language)
    if any(spans) and not all(spans) and old.unit and new.unit:
        return  # a span of time and a number of things
    one, other = (
        span.size if span and all(spans) else a.size
        for span, a in zip(spans, (old, new), strict=True)
    )
    if one == other:
        return
    sign = 1 if other > one else -1
    before = {*pair.texts[0].words[max(0, old.start - 2) : old.start]}
    if _UPTO & before:
        far = old.unit in map(pair.language.stem, _DISTANCES)
        sign = -sign if "within" in before and not far else 0  # the sooner, the more
    if sign:
        before_words, after_words = _told(pair.texts[0], old), _told(pair.texts[1], new)
        yield Reason(sign * _WEIGHT, before_words, after_words, "number")


def _told(reading: Reading, amount: Amount) -> str:
    """Return an amount as written, with the word behind it where that has a meaning."""
    behind = reading.stems[amount.end : amount.end + 1]
    counted = bool(behind) and behind[0] not in reading.language.fillers
    return reading.phrase(amount.start, amount.end + counted)


def amounts(reading: Reading) -> list[Amount]:
    """Return the amounts of a text in order."""
    found: list[Amount] = []
    place = 0
    while place < len(reading.words):
        amount = _amount(reading, place)
        if amount:
            found.append(amount)
        place = amount.end if amount else place + 1
    return found


def _amount(reading: Reading, start: int) -> Amount | None:
    low = _value(reading, start)
    if low is None or _named(reading, start):
        return None
    end, high = start + low.words, low
    joined = reading.between(end - 1, end).strip()
    beyond = end + (1 if reading.words[end : end + 1] and reading.words[end] in _TO else 0)
    upper = _value(reading, beyond)
    if upper and upper.number > low.number and (joined in ("-", "–") or beyond > end):
        end, high = beyond + upper.words, upper
    signed = reading.text[reading.spans[end - 1][1] :].startswith("+")
    more = end
    while more < len(reading.words) and reading.words[more] in _BETWEEN:
        more += 1
    opened = bool(_OPEN & {*reading.words[end:more]})
    end = more if opened else end
    return Amount(low.number, high.number, signed or opened, start, end, _unit(reading, end))


class _AmountValue(NamedTuple):
    number: float
    words: int  # how many the number is written in: "5,000" is two, "1.5 million" three


def _value(reading: Reading, place: int) -> _AmountValue | None:
    if place >= len(reading.words):
        return None
    word = reading.words[place]
    if word in reading.language.numbers:
        return _multiplied(reading, place, _AmountValue(reading.language.numbers[word], 1))
    if not word[0].isdecimal():
        return None
    word, times = _abbreviated(reading, place)
    if not word.isdecimal():
        return None
    end = place + 1
    while reading.between(end - 1, end) == "," and _is_group(reading.words[end]):
        word, end = word + reading.words[end], end + 1
    number: float | None = whole_number(word) if len(word) <= _DIGITS else None
    if number and times == 1 and reading.between(end - 1, end) == "." and _is_paid(reading, place):
        part, times = _abbreviated(reading, end)
        if len(part) < _DIGITS and part.isdecimal():
            number, end = number + whole_number(part) / 10 ** len(part), end + 1
    if not number or (number in _YEAR and times == 1):
        return None
    return _multiplied(reading, place, _AmountValue(number * times, end - place))


def _abbreviated(reading: Reading, place: int) -> tuple[str, int]:
    """Return a word without its "k", "m" or "bn", and what that multiplies it by: of "m" only where
    it is money.
    """
    word = reading.words[place]
    digits = word.rstrip("kmbn")
    letters = _SHORT.get(word[len(digits) :], "")
    if not letters or not digits.isdecimal():
        return word, 1
    if letters == "million" and not _is_paid(reading, place):
        return word, 1
    return digits, _TIMES[letters]


def _is_paid(reading: Reading, place: int) -> bool:
    """Tell whether the sign of a currency stands before a number."""
    before = reading.text[max(0, reading.spans[place][0] - _NEAR) : reading.spans[place][0]]
    return before.rstrip("0123456789., ").endswith((*_MONEY,))


def _multiplied(reading: Reading, place: int, value: _AmountValue) -> _AmountValue:
    behind = place + value.words
    times = _TIMES.get(reading.words[behind]) if behind < len(reading.words) else None
    return _AmountValue(value.number * times, value.words + 1) if times else value


def _is_group(word: str) -> bool:
    return len(word) == _GROUP and word.isdecimal()


def _named(reading: Reading, place: int) -> bool:
    """Tell whether a number is part of a name, of a number or of a list: "ISO 9001", "Job term: 2
    years", the 34 of "£1,743.34", "3. Sets goals".
    """
    before, behind = reading.between(place - 1, place), reading.between(place, place + 1)
    if place and before in (".", ",") and reading.words[place - 1].isdecimal():
        return True
    if behind.startswith((". ", ") ")) and (place == 0 or before.strip(" (")):
        return True
    if place == 0:
        return bool(reading.label)
    return reading.phrase(place - 1, place).isupper()


def _unit(reading: Reading, start: int) -> str:
    """Return what is counted: the first word of meaning behind a number, in the same clause."""
    for place in range(start, min(start + _UNIT_WORDS, len(reading.words))):
        if any(sign in reading.between(place - 1, place) for sign in ".;:(),/"):
            return ""
        stem = reading.stems[place]
        if stem not in reading.language.fillers:
            return "" if stem.isdecimal() else stem
    return ""
