"""A slide of names and definitions whose text came out mixed: headings amid sentences, and letters
on end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.level_bounds import sentences

_ATTRIBUTE = re.compile(r"\([A-Z][\w&, ]{0,80}\)\*|\*[A-Z][^*.]{0,300}$")
_LONGEST_NAME = 8
_MOST_WORDS = 4_000  # of a slide, by far


@dataclass(frozen=True)
class Overview:
    """What an overview says: its title, its areas with their sentences, remarks, and letters that
    are noise.
    """

    title: str
    areas: tuple[tuple[str, tuple[str, ...]], ...]
    remarks: tuple[str, ...]
    letters: tuple[str, ...]

    @property
    def all_sentences(self) -> list[str]:
        """Return the sentences of all areas."""
        return [sentence for _heading, found in self.areas for sentence in found]


def without_letters(text: str) -> tuple[str, list[str]]:
    """Take out single letters that stood on end in the slide; return the text and what was taken
    out.
    """
    words = text.split()
    keep: list[str] = []
    out: list[str] = []
    for place, word in enumerate(words):
        (out if _is_letter_on_end(words, place) else keep).append(word)
    return " ".join(keep), [" ".join(out)] if out else []


def _is_letter_on_end(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if len(word) != 1 or not word.isalpha():
        return False
    beside = [words[n] for n in (place - 1, place + 1) if 0 <= n < len(words)]
    if any(len(other) == 1 and other.isalpha() for other in beside) or word not in "aAI":
        return True
    return (
        word == "a"
        and place > 0
        and words[place - 1].endswith((".", ")*"))
        and words[place + 1 :][:1] != []
    )


def read_overview(text: str, page_headings: Sequence[str], names: DimensionNames) -> Overview:
    """Read an overview slide; ``page_headings`` are those of the slides behind it."""
    remarks = [found.strip() for found in _ATTRIBUTE.findall(text.strip())]
    words, letters = without_letters(_ATTRIBUTE.sub(" ", text.strip()))
    tokens = words.split()
    few = len(tokens) <= _MOST_WORDS
    spans = _headings(tokens, page_headings, names) if few else []
    title = " ".join(tokens[: spans[0][0]]) if spans else " ".join(tokens)
    if not spans:
        return Overview("", (("", tuple(sentences(title))),), tuple(remarks), tuple(letters))
    body, places = _without(tokens, spans)
    found = sentences(body)
    owners = _owners(found, places)
    areas: list[tuple[str, list[str]]] = [(heading, []) for heading, _place in places]
    for sentence, owner in zip(found, owners, strict=True):
        areas[owner][1].append(sentence)
    return Overview(
        title, tuple((name, tuple(all_)) for name, all_ in areas), tuple(remarks), tuple(letters)
    )


def _headings(
    tokens: Sequence[str], pages: Sequence[str], names: DimensionNames
) -> list[tuple[int, int, str]]:
    """Return the stretches of words that are names of areas, longest first at each place, and
    their names.
    """
    begun = {plain_words(page) for page in pages}
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tokens):
        size = next(
            (
                n
                for n in range(_LONGEST_NAME, 1, -1)
                if _is_name(tokens[at : at + n], n, begun, names)
            ),
            0,
        )
        if size:
            spans.append((at, at + size, " ".join(tokens[at : at + size])))
        at += size or 1
    return _with_rests(tokens, spans, pages)


def _is_name(
    words: Sequence[str], size: int, pages: set[tuple[str, ...]], names: DimensionNames
) -> bool:
    if len(words) < size or not words[-1][-1:].isalpha() or not words[-1][:1].isupper():
        return False
    if (
        any(len(word) > 3 and not word[:1].isupper() for word in words)
        or not words[0][:1].isupper()
    ):
        return False
    plain = plain_words(" ".join(words))
    beginning = len(plain) >= 3 and any(page[: len(plain)] == plain for page in pages)
    return beginning or names.exact(" ".join(words)) is not None


def _with_rests(
    tokens: Sequence[str], spans: list[tuple[int, int, str]], pages: Sequence[str]
) -> list[tuple[int, int, str]]:
    """Find the rest of a name that was broken into two lines: "Technology & Data Driven" …
    "Decision Making".
    """
    found = list(spans)
    for start, end, name in spans:
        whole = next(
            (plain_words(page) for page in pages if _begins(plain_words(page), plain_words(name))),
            (),
        )
        rest = whole[len(plain_words(name)) :]
        for at in range(end, len(tokens) - len(rest) + 1 if rest else 0):
            part = tokens[at : at + len(rest)]
            if plain_words(" ".join(part)) == rest and all(word[:1].isupper() for word in part):
                found[found.index((start, end, name))] = (start, end, f"{name} {' '.join(part)}")
                found.append((at, at + len(rest), ""))
                break
    return sorted(found)


def _begins(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return len(part) < len(whole) and whole[: len(part)] == part


def _without(
    tokens: Sequence[str], spans: Sequence[tuple[int, int, str]]
) -> tuple[str, list[tuple[str, int]]]:
    """Return the text behind the title without the names, and at which character each name
    stood.
    """
    body, places, at = "", [], spans[0][0]
    for start, end, name in spans:
        body = f"{body} {' '.join(tokens[at:start])}".strip()
        if name:
            places.append((name, len(body)))
        at = end
    return f"{body} {' '.join(tokens[at:])}".strip(), places


def _owners(found: Sequence[str], places: Sequence[tuple[str, int]]) -> list[int]:
    """Say which name each sentence belongs to: the one inside it, else the one right before it,
    else the last one.

    A name that stands between two sentences of which the one before it is alone between names goes
    with that one.
    """
    starts, at = [], 0
    for sentence in found:
        starts.append(at)
        at += len(sentence) + 1
    owners: list[int | None] = [None] * len(found)
    for number, (_name, place) in enumerate(places):
        holder = next(
            (n for n, s in enumerate(starts) if s < place - 1 and place < s + len(found[n])), None
        )
        if holder is not None:
            owners[holder] = number
    for number, (_name, place) in enumerate(places):
        if number not in owners:
            after = next(
                (n for n, s in enumerate(starts) if s >= place - 1 and owners[n] is None), None
            )
            if after is not None:
                owners[after] = number
    last = 0
    result = []
    for owner in owners:
        last = last if owner is None else owner
        result.append(last)
    return result
