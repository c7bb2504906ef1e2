"""Which grade comes before which: by a known scheme, by ranks, by the words of titles, else as the
document has it.

The schemes, ranks and words are data (`resources/grades.yaml`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pathways.i18n import _
from pathways.importing.title_class import class_of
from pathways.model.grade_scheme import GradeBook, RankList
from pathways.patterns import whole_number
from pathways.store.grades_file import once_for_grades, read_grades

_ROMAN = {
    numeral: value
    for value, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)
}
_PLAIN = 5.0
_SENIOR = 6.0
_HEAD = 20.0  # from here on a deputy stands a little below
_MANAGER = 14.8  # above principal, below strategic
_MANAGERS = frozenset({"manager"})
_BELOW = frozenset(
    "analyst officer administrator technician engineer adviser advisor developer planner surveyor "
    "assistant designer researcher architect worker".split()
)


@dataclass(frozen=True)
class Ordered:
    """Places of things in rising order, how it was found, and a doubt where it is not sure (""
    where it is).
    """

    places: tuple[int, ...]
    why: str
    doubt: str = ""


@dataclass(frozen=True)
class _Heights:
    """How high each word of a title stands, what short words stand for, and the ranks."""

    words: Mapping[str, float]
    short: Mapping[str, str]
    ranks: tuple[Mapping[tuple[str, ...], int], ...]
    levels: frozenset[tuple[str, ...]]


@once_for_grades
def _heights(book: GradeBook) -> _Heights:
    words = {}
    for place, line in enumerate(book.below):
        words.update(dict.fromkeys(line, _PLAIN * place / (len(book.below) or 1)))
    words.update({word: _PLAIN for line in book.beside for word in line})
    for place, line in enumerate(book.above):
        words.update(dict.fromkeys(line, _SENIOR + place * 2.0))
    ranks = tuple(
        {
            tuple(title.casefold().split()): place
            for place, line in enumerate(listed.titles)
            for title in line
        }
        for listed in (*book.ranks, *map(_as_ranks, book.levels))
    )
    levels = frozenset(tuple(name.casefold().split()) for listed in book.levels for name in listed)
    return _Heights(words, book.short, ranks, levels)


def _as_ranks(names: Sequence[str]) -> RankList:
    return RankList(name="", titles=tuple((name,) for name in names))


def level_word(title: str) -> float | None:
    """Return how high the words of a title stand, None where none of them is known."""
    words = _title_words(title)
    known = _heights().words
    found = [known[word] for word in words if word in known]
    if not found:
        return None
    value = max(found)
    if {"highly", "very"} & set(words):
        value += 0.5
    if "senior" in words and value > known.get("senior", value):
        value += 0.6  # a senior director stands above a director
    if value >= _HEAD and {"deputy", "assistant", "associate", "dirprwy"} & set(words):
        value -= 0.5
    return value


def is_level_name(text: str) -> bool:
    """Tell whether a text is nothing but the name of a level: "Working", "Highly advanced"."""
    words = tuple(re.findall(r"[^\W\d_]+", text.casefold()))
    if not words or len(words) > 3:
        return False
    if words in _heights().levels:
        return True
    known = _heights().words
    fillers = {"highly", "very", "level", "entry", "mid", "to"}
    return all(word in known or word in fillers for word in words) and any(
        word in known for word in words
    )


def number_behind(title: str) -> int:
    """Return the number that a title ends with, Roman or not ("Engineer II" has 2), else 0."""
    last = title.split()[-1].strip("()") if title.split() else ""
    return int(last) if last.isdecimal() and len(last) < 3 else _ROMAN.get(last, 0)


def _numbered(title: str) -> float:
    """Raise "Engineer 2" a little above "Engineer 1", and class 1 above class 2."""
    by_class = class_of(title)
    if by_class:
        return -(whole_number(by_class) or _ROMAN.get(by_class) or ord(by_class) - ord("@")) / 100
    return number_behind(title) / 100


@lru_cache(maxsize=4096)
def _title_words(title: str) -> tuple[str, ...]:
    short = read_grades().short
    return tuple(short.get(word, word) for word in re.findall(r"[^\W\d_]+", title.casefold()))


def _is_manager(title: str) -> bool:
    """Tell whether a title is a manager's."""
    return bool(_MANAGERS & set(_title_words(title)))


def _title_heights(titles: Sequence[str]) -> list[float]:
    """Return how high titles stand; a manager above the analysts and officers of the family."""
    below = any(_BELOW & set(_title_words(title)) for title in titles)
    return [_height(title, below) for title in titles]


def _height(title: str, below: bool) -> float:
    """Return how high a title stands; ``below`` where there are analysts or officers."""
    value = _PLAIN if (word := level_word(title)) is None else word
    if _is_manager(title) and below and value < _MANAGER:
        value = _MANAGER + (value - _PLAIN) / 10
        value -= 0.3 if {"deputy", "dirprwy"} & set(_title_words(title)) else 0.0
    return value + _numbered(title)


def _order_by_titles(titles: Sequence[str]) -> Ordered:
    """Propose an order by level words in titles; a doubt where two stand equally high or no word
    is known.
    """
    values = _title_heights(titles)
    count = Counter(values)
    places = tuple(sorted(range(len(titles)), key=lambda place: (values[place], place)))
    ties = [titles[p] for p in places if count[values[p]] > 1]
    why = _("by the words of the titles, such as junior, senior, lead and head")
    if ties:
        doubt = _(
            "I am not sure of the order of {titles}: nothing in their titles tells which is higher."
        )
        return Ordered(places, why, doubt.format(titles=", ".join(ties)))
    doubt = _("I took class 1 for the highest class; where it is the lowest, give the order.")
    return Ordered(places, why, doubt if any(map(class_of, titles)) else "")


def order_by_ranks(titles: Sequence[str]) -> Ordered | None:
    """Order ranks of one service; None where the titles are no ranks."""
    named = [tuple(re.findall(r"[^\W\d_]+", title.casefold())) for title in titles]
    for known in _heights().ranks:
        if len(named) > 1 and all(name in known for name in named):
            values = [known[name] for name in named]
            places = tuple(sorted(range(len(named)), key=lambda place: (values[place], place)))
            return Ordered(places, _("by the known order of these ranks or levels"))
    return None


def order_by_codes(codes: Sequence[str], titles: Sequence[str] = ()) -> Ordered | None:
    """Order grades by a scheme that all of them belong to; None where there is no such scheme.

    Where two have the same grade, their titles decide, with a doubt where these do not.
    """
    named = [code.upper().replace(" ", "") for code in codes]
    for scheme in (_by_name, _by_number, _by_letter):
        found = scheme(named) if named else None
        if found:
            values, why, doubt = found
            return _placed(values, why, doubt, titles or named)
    return None


def _placed(values: Sequence[Any], why: str, doubt: str, titles: Sequence[str]) -> Ordered:
    words = [
        (_PLAIN if (value := level_word(title)) is None else value) + _numbered(title)
        for title in titles
    ]
    full = list(zip(values, words, strict=True))
    places = tuple(sorted(range(len(full)), key=lambda place: (full[place], place)))
    count = Counter(full)
    same = [titles[place] for place in places if count[full[place]] > 1]
    if same and not doubt:
        doubt = _("I am not sure of the order of {titles}: they have the same grade.").format(
            titles=", ".join(same)
        )
    return Ordered(places, why, doubt)


Values = tuple[list[Any], str, str]


def _by_name(codes: Sequence[str]) -> Values | None:
    """Order grades that a scheme lists by name; the Civil Service's G7 and G6 may be written 7
    and 6.
    """
    firsts = [re.split(r"[/–]|(?<=[A-Z0-9])-|TO", code)[0] for code in codes]
    for scheme in read_grades().schemes:
        known = {grade.upper().replace(" ", ""): place for place, grade in enumerate(scheme.grades)}
        backwards = {"G6", "G7"} <= set(known)
        telling = any(code in known and code not in ("G6", "G7") for code in codes)
        if backwards and telling:
            known |= {"6": known["G6"], "7": known["G7"]}
        if not known or not all(code in known for code in firsts):
            continue
        if not backwards:
            why = _("by the grades of a known scheme: {scheme}").format(scheme=scheme.name)
            return [known[code] for code in firsts], why, ""
        why = _("by the grades of the Civil Service, where G7 comes before G6")
        doubt = _("I took G6 and G7 for grades of the Civil Service, where G6 is the higher one.")
        unsure = not telling and len(set(firsts)) > 1
        return [known[code] for code in firsts], why, doubt if unsure else ""
    return None


def _by_number(codes: Sequence[str]) -> Values | None:
    values: list[tuple[str, float, str]] = []
    for code in codes:
        found = re.match(r"([A-Z]*)-?(\d+(?:\.\d+)?)(?:([A-E])|[F-Z])?(?![A-Z])", code)
        if code in _ROMAN:
            values.append(("", float(_ROMAN[code]), ""))
        elif found:
            values.append((found[1], float(found[2]), found[3] or ""))
        else:
            return None
    prefixes = {prefix for prefix, _number, _letter in values}
    places = _series_places(prefixes)
    if places is None:
        return None
    placed = [(places[prefix], number, letter) for prefix, number, letter in values]
    return placed, _("by their numbers"), ""


def _series_places(prefixes: set[str]) -> dict[str, int] | None:
    """Return the place of each series in a scheme that has them all; None where none has.

    Scales of local government are written without a word: "6" beside "PO1" is Scale 6.
    """
    if len(prefixes) == 1:
        return dict.fromkeys(prefixes, 0)
    for scheme in read_grades().schemes:
        series = ["" if name == "Scale" else name.upper() for name in scheme.series]
        if prefixes <= set(series):
            return {prefix: series.index(prefix) for prefix in prefixes}
    points = {n.upper() for s in read_grades().schemes if s.points for n in s.series}
    local = _series_places(prefixes - points) if points & prefixes else None
    return None if local is None else local | dict.fromkeys(points & prefixes, -1)


def _by_letter(codes: Sequence[str]) -> Values | None:
    if not all(re.fullmatch(r"[A-Z]", code) for code in codes):
        return None
    doubt = _(
        "The grades are letters. I took A for the lowest; where A is the highest, give the order "
        "yourself."
    )
    return list(codes), _("by their letters"), doubt


def _with_ungraded(codes: Sequence[str], titles: Sequence[str]) -> Ordered | None:
    """Order nodes most of which have a grade: those without one where their titles belong; None
    where too few have one, or no scheme is known.
    """
    graded = [place for place, code in enumerate(codes) if code]
    without = [place for place, code in enumerate(codes) if not code]
    if not without or len(graded) <= len(without):
        return None
    ordered = order_by_codes([codes[p] for p in graded], [titles[p] for p in graded])
    if ordered is None:
        return None
    places = [graded[place] for place in ordered.places]
    by_titles = _order_by_titles(titles)
    if not by_titles.doubt and [p for p in by_titles.places if p in graded] == places:
        return by_titles  # grades and titles say the same
    heights = _title_heights(titles)
    for place in sorted(without, key=lambda p: heights[p]):
        below = [n for n, other in enumerate(places) if heights[other] <= heights[place]]
        places.insert(below[-1] + 1 if below else 0, place)
    doubt = _("{titles} states no grade; I put it where its title seems to belong.")
    named = ", ".join(titles[place] for place in without)
    return Ordered(tuple(places), ordered.why, doubt.format(titles=named))


def order_of(codes: Sequence[str], titles: Sequence[str]) -> Ordered:
    """Order nodes by their grades where these make a scheme, else by their titles, else as the
    document has them.
    """
    words = [level_word(title) for title in titles]
    by_codes = order_by_codes(codes, titles)
    if by_codes:
        known = [words[place] for place in by_codes.places if words[place] is not None]
        upwards = sorted(known)  # type: ignore[type-var]
        if len(known) > 2 and known != upwards and known == upwards[::-1]:
            places = tuple(reversed(by_codes.places))
            doubt = _(
                "The numbers go down as the titles go up: I took the levels to be counted "
                "backwards."
            )
            return Ordered(places, _("by the words of the titles, against the numbers"), doubt)
        return by_codes
    ranked = order_by_ranks(titles) or _with_ungraded(codes, titles)
    if ranked:
        return ranked
    heights = set(_title_heights(titles))
    if any(word is not None for word in words) or heights != {_PLAIN}:
        return _order_by_titles(titles)
    why = _("as the document has them")
    if len(codes) < 2:
        return Ordered(tuple(range(len(codes))), why)
    doubt = _("I do not know the order of {titles}; it is left as in the document.")
    return Ordered(tuple(range(len(codes))), why, doubt.format(titles=", ".join(titles)))
