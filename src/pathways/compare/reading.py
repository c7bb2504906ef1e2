"""A statement read for its places: what it begins with, what is asked of whom, how far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pathways.compare.language import Key, Language, plain_words
from pathways.model.vocabulary import Scale

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ROLE = re.compile(r"\s*As an? [^,;.]{3,60}, ")  # "As a Senior Engineer, you will": no demand
_LABEL = re.compile(
    r"\s*[^\W_][^\s.:;,]*(?: [^\s.:;,]+){0,2}[.:] (?=\S+ \S+)"
)  # "Problem resolution. Some …"
_WAYS = frozenset({"with", "by"})
_QUALITY = ("ity", "ities", "ness", "ance", "ence")  # "sensitivity" is not "sensitive"
_DEED = ("ment", "ion", "sis", "ship", "ance", "ation")  # "supervision of" is to supervise
_IN_USE = "working"
_NAMED_NEXT = "following"  # "most of the following tools" is most of the tools
_PARTING = (".", ";", ":", " - ", " – ", " — ")
_BETWEEN = 3  # words that may stand between a degree and what it is a degree of
_BEFORE_VERB = 12  # words that may stand before the verb that a text begins with
_OPENING = 8  # words among which a text names the ability that it is about
_JOINED = frozenset({"and", "or", "to", "then"})


class ScaleHit(NamedTuple):
    """A word or phrase of a scale: its level from 1, where it stands, and how it is written."""

    scale: Scale
    level: int
    start: int
    end: int
    written: str


class Reading:
    """One text, taken apart once."""

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        start = _after_lead_in(text)
        self.label = text[:start].strip().lower()
        self.spans = [match.span() for match in _WORD.finditer(text, start)]
        self.text = text
        self.words = plain_words(text[start:])
        self.stems: Key = tuple(language.stem(word) for word in self.words)
        self.hits = tuple(self._hits())
        self.content = frozenset(language.content(text[start:]))
        measures = {
            stem for hit in self.hits if _measures(hit) for stem in language.canonical(hit.written)
        }
        self.subject = self.content - measures

    def phrase(self, start: int, end: int) -> str:
        """Return the words from one place to another as they are written."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def between(self, left: int, right: int) -> str:
        """Return what stands between two neighbouring words; "" at either end of the text."""
        if left < 0 or right >= len(self.spans):
            return ""
        return self.text[self.spans[left][1] : self.spans[right][0]]

    def on(self, scale: Scale) -> list[ScaleHit]:
        """Return the hits on one scale, in order."""
        return [hit for hit in self.hits if hit.scale is scale]

    def heads(self) -> list[int]:
        """Return the places of the verbs, or deeds, that the text begins with: "Plan, organise and
        manage", "Supervision or management of".
        """
        place = self._begin()
        found: list[int] = []
        while place < len(self.words) and len(found) < 8:
            if found and self._is_way(place):
                return []
            joined = not found or place - 1 > found[-1] or self._broken(place - 1, place)
            if joined and self._is_deed(place):
                found.append(place)
                place += 1
            elif found and self.words[place] in _JOINED and self._is_deed(place + 1):
                place += 1
            else:
                break
        return found

    def _is_way(self, place: int) -> bool:
        """Tell whether a word begins how a thing is done: "lead with empathy", but not "assist
        with".
        """
        takes_it = self.stems[place - 1] in self.language.with_verbs
        return self.words[place] in _WAYS and not (self.words[place] == "with" and takes_it)

    def says_verb(self, word: str) -> bool:
        """Tell whether a verb stands somewhere in the text, be it as a deed with what it is done
        to: "product management", but not "report to management", nor as what for: "to ensure".
        """
        wanted = self.language.stem(word)
        return any(
            stem == wanted
            and (not self.words[place].endswith(_DEED) or self._of_something(place))
            and not self._is_aim(place)
            for place, stem in enumerate(self.stems)
        )

    def _is_aim(self, place: int) -> bool:
        """Tell whether a word begins what something is for."""
        aims = self.language.aims
        return bool(place) and (
            self.stems[place : place + 1] in aims or self.stems[place - 1 : place + 1] in aims
        )

    def _of_something(self, place: int) -> bool:
        before = self.words[place - 1] if place else ""
        return "of" in self.words[place + 1 : place + 2] or bool(self.language.content(before))

    def helps_people(self, place: int) -> bool:
        """Tell whether people stand behind a place, and what they do behind them: "teams to"."""
        people = self.language.people
        for word in range(place, min(place + _BETWEEN + 1, len(self.words))):
            if self.words[word] == "to":
                behind = " ".join(self.words[place:word])
                return not people.isdisjoint(self.language.canonical(behind))
        return False

    def nouns_after(self, hit: ScaleHit) -> list[int]:
        """Return the places of what a degree is a degree of, as far as it follows closely: an
        ability ("hands-on experience"), or one or two other nouns ("programmes and projects").
        """
        found: list[int] = []
        named = _NAMED_NEXT in self.words[hit.end : hit.end + _BETWEEN]
        last = hit.end + _BETWEEN + named
        for place in range(hit.end, min(last + 2, len(self.words))):
            if self._broken(place - 1, place, commas=not found):
                break
            if self.stems[place] in self.language.burdens:
                break  # of help and guidance, less is more
            if self.stems[place] in self.language.abilities:
                return [place]
            if self.words[place] == _NAMED_NEXT:
                continue
            if self.stems[place] in self.language.fillers or self._in_degree(place):
                continue
            joined = found and self.words[place - 1] in _JOINED
            if len(found) < (2 if joined else 1) and place < last:
                found.append(place)
        return found

    def ability(self) -> int | None:
        """Return the place of the ability that the text is about, if it begins with one."""
        first = range(min(_OPENING, len(self.words)))
        return next(
            (place for place in first if self.stems[place] in self.language.abilities), None
        )

    def _begin(self) -> int:
        """Pass over what stands before the verb: conditions, adverbs, "the ability to"."""
        place = self._behind_ability()
        while place < min(len(self.words), _BEFORE_VERB):
            step = self._introduction(place)
            if not step:
                return place
            place += step
        return place

    def _behind_ability(self) -> int:
        """Return where a text goes on behind "excellent leadership skills to"; 0 if it begins
        otherwise.
        """
        about = self.ability()
        if about is None or self._is_deed(0):
            return 0
        while self.words[about + 1 : about + 2] in (["and"], ["or"]) and (
            self.stems[about + 2 : about + 3] in self.language.ability_keys
        ):
            about += 2  # "the experience and skills to"
        joins = self.words[about + 1 : about + 2]
        if any(self._broken(place - 1, place) for place in range(1, about + 2)):
            return 0
        form = "".join(self.words[about + 2 : about + 3])
        leads = joins == ["to"] or (joins == ["of"] and form.endswith("ing"))
        return about + 2 if leads else 0

    def _introduction(self, place: int) -> int:
        for length in range(
            min(self.language.longest_introduction, len(self.words) - place), 0, -1
        ):
            if self.stems[place : place + length] in self.language.introductions:
                return length
        return 1 if self.words[place].endswith("ly") else 0

    def _is_deed(self, place: int) -> bool:
        if place >= len(self.words):
            return False
        if place and self._broken(place - 1, place, commas=False):
            return False
        if self.stems[place] not in self.language.verbs:
            return False
        form = self.words[place].removesuffix("s")
        if not form.endswith(_DEED) or self.words[place] in self.language.verb_words:
            return True
        return "of" in self.words[place + 1 : place + 6]

    def _in_degree(self, place: int) -> bool:
        return any(hit.start <= place < hit.end and hit.scale.absent for hit in self.hits)

    def _broken(self, left: int, right: int, *, commas: bool = True) -> bool:
        between = self.between(left, right)
        return any(sign in between for sign in (".;:(),/" if commas else ".;:()"))

    def _hits(self) -> Iterator[ScaleHit]:
        known, longest = self.language.on_scales, self.language.longest_on_scales
        blocked: dict[str, int] = {}
        for place, stem in enumerate(self.stems):
            if stem not in self.language.scale_beginnings:
                continue
            for length in range(min(longest, len(self.stems) - place), 0, -1):
                for scale, level, word in known.get(self.stems[place : place + length], ()):
                    if (
                        blocked.get(scale.id, 0) <= place
                        and not self._parted(place, place + length)
                        and (not scale.degree or self._meant(place, place + length - 1, word))
                        and self._as_often(place, word, scale.levels[level - 1])
                        and not (word.startswith("with ") and self._given(place))
                    ):
                        blocked[scale.id] = place + length
                        yield ScaleHit(scale, level, place, place + length, word)

    def _parted(self, start: int, end: int) -> bool:
        """Tell whether a dash or the end of a sentence stands between words: "needs - helps"."""
        return any(
            sign in self.between(place - 1, place)
            for place in range(start + 1, end)
            for sign in _PARTING
        )

    def _given(self, place: int) -> bool:
        """Tell whether what follows is given to people: "provide them with guidance"."""
        receiver = self.words[place - 1] if place else ""
        return receiver == "them" or receiver in self.language.people

    def _as_often(self, place: int, word: str, level: tuple[str, ...]) -> bool:
        """Tell whether "routinely" is said where a scale has it: "routine" is something else, if
        the scale does not have that, too.
        """
        form = self.words[place]
        return " " in word or not word.endswith("ly") or form.endswith("ly") or form in level

    def _meant(self, first: int, last: int, word: str) -> bool:
        """Tell whether a form is the word itself: a quality or a deed is not the adjective."""
        form = self.words[last]
        if word == _IN_USE and self.stems[last + 1 : last + 2] not in self.language.ability_keys:
            return False  # "working knowledge", but not "working relationships"
        if first and self.words[first - 1] == "non":
            return False
        other = form.endswith(_QUALITY) and not word.endswith(_QUALITY)
        other = other or (
            word.endswith("ing") and form != word.split()[-1]
        )  # "work" is no "working" knowledge
        return not other and (not form.endswith("ly") or word.endswith("ly"))


def _measures(hit: ScaleHit) -> bool:
    """Tell whether a word says how much or how well, and not what of."""
    return bool(hit.scale.absent) or hit.scale.abilities


def _after_lead_in(text: str) -> int:
    """Return where a text begins behind the name of the role or of the skill."""
    for pattern in (_ROLE, _LABEL):
        match = pattern.match(text)
        if match and len(match.group().split()) <= 8:
            return match.end()
    return 0


@lru_cache(maxsize=20_000)
def read(text: str, language: Language) -> Reading:
    """Return the reading of a text, made once."""
    return Reading(text, language)
