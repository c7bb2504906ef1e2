"""Which grade comes before which: by a known scheme, by the words of titles, else as the document
has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pathways.i18n import _

_CIVIL = ("AA", "AO", "EO", "HEO", "SEO", "G7", "G6", "SCS", "SCS1", "SCS2", "SCS3", "SCS4")
_LOCAL = {"SCP": 0, "NJC": 0, "": 1, "SO": 2, "PO": 3, "LPO": 4, "SM": 5, "HAY": 6}
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}

_WORDS = (
    (("apprentice", "intern"), 0.0),
    (("trainee", "graduate"), 1.0),
    (("entry", "foundation", "novice", "awareness"), 1.5),
    (("junior",), 2.0),
    (("assistant", "associate", "basic", "developing"), 3.0),
    (
        (
            "intermediate",
            "mid",
            "midweight",
            "middleweight",
            "practitioner",
            "working",
            "competent",
            "proficient",
        ),
        5.0,
    ),
    (("senior", "advanced", "experienced"), 6.0),
    (("lead", "leader", "leading", "expert"), 7.0),
    (("principal",), 8.0),
    (("staff",), 7.5),
    (("strategic",), 8.5),
    (("head",), 9.0),
    (("director",), 10.0),
    (("chief",), 11.0),
)
_PLAIN = 5.0
_MANAGERS = frozenset({"manager"})
_BELOW = frozenset(
    {
        "analyst",
        "officer",
        "administrator",
        "technician",
        "engineer",
        "adviser",
        "advisor",
        "developer",
    }
)


@dataclass(frozen=True)
class Ordered:
    """Places of things in rising order, how it was found, and a doubt where it is not sure (""
    where it is).
    """

    places: tuple[int, ...]
    why: str
    doubt: str = ""


def level_word(title: str) -> float | None:
    """Return how high the words of a title stand, None where none of them is known."""
    found = [value for word in _title_words(title) for known, value in _WORDS if word in known]
    if not found:
        return None
    value = max(found)
    if value >= 9 and {"deputy", "assistant", "associate"} & set(_title_words(title)):
        value -= 0.5
    return value


def _numbered(title: str) -> float:
    """Raise "Engineer 2" a little above "Engineer 1"."""
    last = title.split()[-1] if title.split() else ""
    number = int(last) if last.isdecimal() and len(last) < 3 else _ROMAN.get(last, 0)
    return number / 100


@lru_cache(maxsize=4096)
def _title_words(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+", title.casefold()))


def _managing(titles: Sequence[str]) -> list[float]:
    """Raise managers above the analysts and officers of the same family."""
    below = any(_BELOW & set(_title_words(title)) for title in titles)
    return [
        1.5
        if below and _MANAGERS & set(_title_words(title)) and level_word(title) in (None, 6.0)
        else 0.0
        for title in titles
    ]


def order_by_titles(titles: Sequence[str]) -> Ordered:
    """Propose an order by level words in titles; a doubt where two stand equally high or no word
    is known.
    """
    values = [
        (_PLAIN if (v := level_word(t)) is None else v) + raised + _numbered(t)
        for t, raised in zip(titles, _managing(titles), strict=True)
    ]
    count = Counter(values)
    places = tuple(sorted(range(len(titles)), key=lambda place: (values[place], place)))
    ties = [titles[p] for p in places if count[values[p]] > 1]
    why = _("by the words of the titles, such as junior, senior, lead and head")
    if ties:
        doubt = _(
            "I am not sure of the order of {titles}: nothing in their titles tells which is higher."
        )
        return Ordered(places, why, doubt.format(titles=", ".join(ties)))
    return Ordered(places, why)


def order_by_codes(codes: Sequence[str], titles: Sequence[str] = ()) -> Ordered | None:
    """Order grades by a scheme that all of them belong to; None where there is no such scheme.

    Where two have the same grade, their titles decide, with a doubt where these do not.
    """
    named = [code.upper().replace(" ", "") for code in codes]
    for scheme in (_civil, _by_number, _by_letter):
        found = scheme(named) if named else None
        if found:
            values, why, doubt = found
            return _placed(values, why, doubt, titles or named)
    return None


def _placed(values: Sequence[Any], why: str, doubt: str, titles: Sequence[str]) -> Ordered:
    words = [_PLAIN if (value := level_word(title)) is None else value for title in titles]
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


def _civil(codes: Sequence[str]) -> Values | None:
    telling = any(code in _CIVIL and code not in ("G6", "G7") for code in codes)
    known = {code: place for place, code in enumerate(_CIVIL)}
    if telling:
        known |= {"6": known["G6"], "7": known["G7"]}
    firsts = [re.split(r"[/–-]|TO", code)[0] for code in codes]
    if not all(code in known for code in firsts):
        return None
    why = _("by the grades of the Civil Service, where G7 comes before G6")
    doubt = _("I took G6 and G7 for grades of the Civil Service, where G6 is the higher one.")
    return [known[code] for code in firsts], why, "" if telling or len(set(firsts)) < 2 else doubt


def _by_number(codes: Sequence[str]) -> Values | None:
    values = []
    for code in codes:
        found = re.match(r"([A-Z]*?)(\d+(?:\.\d+)?)([A-D]?)(?![A-Z])", code)
        if code in _ROMAN:
            values.append(("", 1, float(_ROMAN[code]), ""))
        elif found:
            values.append((found[1], _LOCAL.get(found[1], 1), float(found[2]), found[3]))
        else:
            return None
    prefixes = {value[0] for value in values}
    if len(prefixes) > 1 and not prefixes <= set(_LOCAL):
        return None
    return [value[1:] for value in values], _("by their numbers"), ""


def _by_letter(codes: Sequence[str]) -> Values | None:
    if not all(re.fullmatch(r"[A-Z]", code) for code in codes):
        return None
    doubt = _(
        "The grades are letters. I took A for the lowest; where A is the highest, give the order "
        "yourself."
    )
    return list(codes), _("by their letters"), doubt


def order_of(codes: Sequence[str], titles: Sequence[str]) -> Ordered:
    """Order nodes by their grades where these make a scheme, else by their titles, else as the
    document has them.
    """
    words = [level_word(title) for title in titles]
    by_codes = order_by_codes(codes, titles)
    if by_codes:
        known = [words[place] for place in by_codes.places if words[place] is not None]
        if len(known) > 2 and known == sorted(known, reverse=True) and known != sorted(known):  # type: ignore[type-var]
            places = tuple(reversed(by_codes.places))
            doubt = _(
                "The numbers go down as the titles go up: I took the levels to be counted "
                "backwards."
            )
            return Ordered(places, _("by the words of the titles, against the numbers"), doubt)
        return by_codes
    telling = (
        word is not None or _numbered(t) or raised
        for word, t, raised in zip(words, titles, _managing(titles), strict=True)
    )
    if any(telling):
        return order_by_titles(titles)
    why = _("as the document has them")
    if len(codes) < 2:
        return Ordered(tuple(range(len(codes))), why)
    doubt = _("I do not know the order of {titles}; it is left as in the document.")
    return Ordered(tuple(range(len(codes))), why, doubt.format(titles=", ".join(titles)))
