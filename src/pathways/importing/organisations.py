"""Whose document it is, only where the document says so.

That somebody works with a council does not make the document the council's. An organisation counts
where it stands alone on a line, where a sentence is about it, or behind words such as "within" or
"published by". Every test walks over the words of a text once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_LAST = frozenset("council trust university police constabulary authority".split())
_LAST_OF_SERVICE = frozenset({"rescue service", "ambulance service", "probation service"})
_LAST_MORE = frozenset(  # enough where the line stands alone
    "agency commission college association board plc limited ltd partnership parliament assembly "
    "inspectorate museum hospital".split()
)
_FIRST = (
    ("royal", "borough", "of"),
    ("london", "borough", "of"),
    ("department", "for"),
    ("department", "of"),
    ("ministry", "of"),
    ("university", "of"),
    ("cyngor",),
    ("prifysgol",),
    ("bwrdd", "iechyd"),
    ("heddlu",),
)
_SMALL = frozenset("of and the for upon on & y yr a".split())
_NOT_FIRST = frozenset(
    "the this at for in our your of a an within by all each supporting developing about join "
    "welcome working under represents reports".split()
)
_NO_BODY = frozenset(
    "works school youth trade unions staff student parish town community safety local".split()
)
_BEFORE = re.compile(
    r"(?:\bwithin|\b(?:published|produced|issued|prepared|employed|owned|provided|offered) by|"
    r"\bjoin(?:ing)?|\bwork(?:ing)? for|\babout|\bwelcome to|\bcopyright|©|\(c\)|"
    r"\b(?:policies|values|family|families|framework|profiles?) (?:of|for|at|in))\s*(?:\d{4}\s*)?"
    r"(?:the\s+)?$",
    re.I,
)
_AT = re.compile(r"\b(?:at|for|in)\s+(?:the\s+)?$", re.I)
_WE = re.compile(r"\b(?:we|our|us|you|your|times)\b", re.I)
_BEHIND = re.compile(
    r"\s+(?:is|are|has|have|employs?|seeks?|wants?|aims?|serves?|provides?|believes?|was|will)\b"
)
_WORD = re.compile(r"[^\W\d_][\w’'&-]*|&")
_MOST_WORDS = 10


def is_organisation(text: str) -> bool:
    """Tell whether a whole line is the name of an organisation."""
    bare = text.strip().rstrip(".:,")
    words = [match.group() for match in _WORD.finditer(bare)]
    if not 1 < len(words) <= _MOST_WORDS or " ".join(words) != " ".join(bare.split()):
        return False
    if not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    lower = [word.casefold() for word in words]
    lower = lower[1:] if lower[0] == "the" else lower
    if len(lower) < 2 or {"works", "unions", "school", "youth", "the"} & set(lower):
        return False
    if lower[0] in _NOT_FIRST:
        return False
    last = lower[-1] in _LAST | _LAST_MORE or " ".join(lower[-2:]) in _LAST_OF_SERVICE
    return last or any(tuple(lower[: len(first)]) == first for first in _FIRST)


def is_perhaps_section(heading: str, level: int) -> bool:
    """Tell whether a heading below the first level only ends as some organisations do: "Executive
    Partnership" may be a subject, "Northtown Council" may not.
    """
    last = heading.strip().rstrip(".:,").casefold().split()[-1:]
    return level > 1 and bool(_LAST_MORE & set(last))


def find_organisation(texts: Iterable[str]) -> str:
    """Return the organisation that texts declare most often, the first of equals; "" where none
    does.
    """
    found: Counter[str] = Counter()
    for text in texts:
        if is_organisation(text):
            found[_bare(text)] += 1
            continue
        for start, end in _names(text):
            if _is_declared(text, start, end):
                name = text[start:end].strip(" ,")
                found[name[0].upper() + name[1:]] += 1
    return found.most_common(1)[0][0] if found else ""


def _bare(text: str) -> str:
    bare = text.strip().rstrip(".:,")
    return bare[4:] if bare.casefold().startswith("the ") else bare


def _is_declared(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _BEFORE.search(before):
        return True
    if _AT.search(before) and _WE.search(text):
        return True
    begins = re.fullmatch(r"(?:.*[.!?:]\s+|\s*)(?:the\s+)?", before, re.I | re.S)
    alone = not before.strip() and not text[end:].strip()
    return alone or bool(begins and _BEHIND.match(text[end:]))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names of organisations begin and end in a text."""
    words = list(_WORD.finditer(text))
    lower = [word.group().casefold() for word in words]
    done = 0
    for place, word in enumerate(lower):
        if place < done:
            continue
        first = next((f for f in _FIRST if tuple(lower[place : place + len(f)]) == f), None)
        span = None
        if first:
            span = place, _end_of(text, words, place + len(first))
            span = span if span[1] > place + len(first) else None
        elif word in _LAST and words[place].group()[0].isupper():
            span = _start_of(text, words, lower, place), place + 1
            span = span if span[1] - span[0] > 1 else None
        if span:
            done = span[1]
            yield words[span[0]].start(), words[span[1] - 1].end()


def _joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two words stand in one name: nothing between them but a space, or a comma."""
    return text[one.end() : other.start()].strip() in ("", ",")


def _end_of(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    end = at
    for place in range(at, min(at + _MOST_WORDS, len(words))):
        written = words[place].group()
        if not _joined(text, words[place - 1], words[place]):
            break
        if written[0].isupper():
            end = place + 1
        elif written not in _SMALL:
            break
    return end


def _start_of(text: str, words: Sequence[re.Match[str]], lower: Sequence[str], last: int) -> int:
    start = last
    for place in range(last - 1, max(-1, last - _MOST_WORDS), -1):
        written = words[place].group()
        joined = _joined(text, words[place], words[place + 1])
        if not joined or lower[place] in _NO_BODY:
            break
        if written[0].isupper() and lower[place] not in _NOT_FIRST:
            start = place
        elif written not in _SMALL or lower[place] == "the":
            break
    return start
