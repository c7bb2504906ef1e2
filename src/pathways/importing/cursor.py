"""The units of one document, and where the reading stands among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from pathways.importing.dimension_names import plain_words
from pathways.importing.grade_names import parse_codes, parse_mark
from pathways.importing.line_tests import is_short
from pathways.importing.metadata import kind_of_key, parse_fact, unknown_fact
from pathways.importing.onwards import backwards, onwards
from pathways.importing.outline import Kind
from pathways.importing.units import Unit

_LONGEST_LEAD = 6  # words
_LONGEST_POINT = 4
_LONGEST_LISTED = 12
_MOST_CONTENTS = 60  # tables of contents that are looked for: one for each of many documents
_LONGEST_RUN = 200  # lines of a run of facts that are looked through on either side
_FEWEST_FACTS = 3  # points of a list of facts
_SUBJECTS = frozenset(  # names of facts that may be subjects of a text as well
    (word,)
    for word in "team department group organisation organization service unit area company site "
    "language programme portfolio school authority trust council division section cluster track "
    "stream role budget".split()
)
_IN_LISTS = 3  # lists in which words come that head points
_MOSTLY = 0.8
_LONGEST_VALUE = 8  # words of a value that stands on the line behind its name


class Cursor:
    """Hold the units, the place of the one that is being read, and answer what stands around it."""

    def __init__(self, units: Sequence[Unit], lined: bool) -> None:
        """Take the units; ``lined`` tells whether blank lines between them are known."""
        self.units = units
        self.lined = lined
        self.at = 0
        leads = (lead_of(unit) for unit in units)
        self._leads = Counter(plain_words(lead[0]) for lead in leads if lead)
        self._points = Counter(
            plain_words(unit.text) for place, unit in enumerate(units) if self._is_over(place)
        )
        self._plain = _plain_leads(units)
        self.fact_points = _fact_points(units)

    @property
    def unit(self) -> Unit:
        """Return the unit that is being read."""
        return self.units[self.at]

    def following(self, ahead: int = 1, place: int | None = None) -> Unit | None:
        """Return the unit behind this one (or the one at a place), passing over what has no
        text.
        """
        for unit in onwards(self.units, (self.at if place is None else place) + ahead):
            if unit.text or unit.kind is Kind.TABLE:
                return unit
        return None

    def before(self) -> Unit | None:
        """Return the unit before this one, passing over what has no text."""
        for unit in backwards(self.units, self.at):
            if unit.text or unit.kind is Kind.TABLE:
                return unit
        return None

    def tops(self) -> list[int]:
        """Return the places of the headings of the first level."""
        return [
            place
            for place, unit in enumerate(self.units)
            if unit.kind is Kind.HEADING and unit.level == 1
        ]

    def marks_follow(self, place: int) -> bool:
        """Tell whether a grade is named on a line of its own behind a place."""
        return any(
            unit.kind is not Kind.ITEM and parse_mark(unit.text, unit.kind is Kind.HEADING)
            for unit in onwards(self.units, place + 1)
        )

    def value_of(self, place: int, begun: bool, known: bool) -> Unit | None:
        """Return the value on the line behind a name such as "Grade", None where there is none.

        ``begun`` tells whether the text has begun, ``known`` whether the value would be the name
        of a dimension.
        """
        kind = kind_of_key(self.units[place].text)
        value = self.following(1, place)
        if not kind or value is None or (begun and kind != "grade") or known:
            return None
        if value.kind is not Kind.PARAGRAPH or not is_short(value.text, _LONGEST_VALUE):
            return None
        if value.text.startswith("[") and value.text.endswith("]"):
            return None
        if value.text.endswith(":") and kind_of_key(value.text):
            return None  # the next name of a form that nobody has filled in
        if kind == "grade":
            whole = self.units[place].text.casefold().startswith(("our ", "the "))
            named = parse_codes(value.text) and not parse_fact(value.text)
            return value if named and not whole else None
        return None if parse_fact(value.text) or parse_mark(value.text) else value

    def lacks_value(self) -> bool:
        """Tell whether the line is a name of a form, with the next name or a heading behind it."""
        text, following = self.unit.text, self.following()
        if not text.endswith(":") or not kind_of_key(text) or self.unit.kind is not Kind.PARAGRAPH:
            return False
        if following is None or following.kind is Kind.HEADING or parse_fact(following.text):
            return True
        return following.text.endswith(":") and bool(kind_of_key(following.text))

    def is_among_facts(self, place: int) -> bool:
        """Tell whether a line that reads "name: value" stands in a run of such lines, one of which
        is a fact that is known.
        """
        if not unknown_fact(self.units[place].text):
            return False
        for step in (1, -1):
            at = place + step
            end = min(max(place + step * _LONGEST_RUN, -1), len(self.units))
            while at != end and unknown_fact(self.units[at].text):
                if parse_fact(self.units[at].text):
                    return True
                at += step
        return False

    def amid_points(self, headings: int) -> bool:
        """Tell whether the line stands right among points, without a blank line: then it lost its
        dash.

        Where blank lines are not known, it did if the document has at least three headings of
        other kinds, and this line comes once.
        """
        unit = self.unit
        if self.at == 0 or self.units[self.at - 1].kind is not Kind.ITEM:
            return False
        if self.lined:
            return not unit.gap
        following = self.following()
        if following is None or following.kind is not Kind.ITEM or unit.text.endswith(":"):
            return False
        return headings >= 3 and sum(other.text == unit.text for other in self.units) == 1

    def heads_points(self) -> bool:
        """Tell whether a bold point stands over other text: points below it, or a paragraph. Among
        bold points it is one of them.
        """
        following, before = self.following(), self.before()
        if following is None or following.kind is Kind.HEADING:
            return False
        if following.kind is Kind.ITEM:
            beside = not following.bold and self._bold_points > 1
            return following.level > self.unit.level or beside
        return not (before is not None and before.kind is Kind.ITEM and before.bold)

    @cached_property
    def _bold_points(self) -> int:
        """Return how many short bold points stand right over plain ones."""
        return sum(
            unit.kind is Kind.ITEM
            and unit.bold
            and is_short(unit.text, _LONGEST_POINT)
            and below.kind is Kind.ITEM
            and not below.bold
            for unit, below in pairwise(self.units)
        )

    def lead(self) -> tuple[str, str] | None:
        """Split the unit where bold words with a colon begin it, as a heading would: where the
        same words begin another, or several paragraphs begin so.
        """
        found = lead_of(self.unit)
        if found is None:
            return self._plain_lead()
        several = len(self._leads) > 2 and self.unit.kind is Kind.PARAGRAPH
        return found if several or _is_regular(self._leads) else None

    def _plain_lead(self) -> tuple[str, str] | None:
        """Split "Scope: leads a team" where "Scope" is a heading over points elsewhere."""
        label, colon, rest = self.unit.text.partition(":")
        if not colon or not rest.strip():
            return None
        words = plain_words(label)
        known = self._points[words] > 1 or (self.unit.kind is Kind.ITEM and words in self._plain)
        return (label.strip(), rest.strip()) if known else None

    def is_point_heading(self) -> bool:
        """Tell whether a short point over other points comes again, as the headings of each grade
        do.
        """
        unit = self.unit
        if unit.kind is not Kind.ITEM or not self._is_over(self.at):
            return False
        times = self._points[plain_words(unit.text)]
        return times > 1 and times * 2 >= max(self._points.values())

    def _is_over(self, place: int) -> bool:
        """Tell whether a short point has points below it."""
        unit = self.units[place]
        if unit.kind is not Kind.ITEM or not is_short(unit.text, _LONGEST_POINT):
            return False
        following = self.units[place + 1] if place + 1 < len(self.units) else None
        return (
            following is not None
            and following.kind is Kind.ITEM
            and following.level > max(unit.level, 1)
        )

    def contents(self) -> set[int]:
        """Return the places of the lines of a table of contents: behind its heading, short lines
        of which most come again below.
        """
        found: set[int] = set()
        heads = [place for place, unit in enumerate(self.units) if _heads_contents(unit)]
        for start in heads[:_MOST_CONTENTS]:
            listed = self._short_lines(start + 1)
            if len(listed) < 2:
                continue
            again = _come_again(
                [_listed(self.units[place]) for place in listed],
                {_listed(unit) for unit in self.units[listed[-1] + 1 :]},
            )
            if again * 2 >= len(listed):
                found.update(listed)
        return found

    @staticmethod
    def _is_set_apart(unit: Unit, first: Unit) -> bool:
        """Tell whether a line is a heading as the ``first`` of a table of contents is none, and
        has no number of a page: the text begins.
        """
        plain = first.kind is not Kind.HEADING and not first.bold
        heading = unit.kind is Kind.HEADING or unit.bold
        return plain and heading and not unit.text[-1:].isdecimal()

    def _short_lines(self, start: int) -> list[int]:
        """Return the short lines that follow each other, up to one that comes for the second
        time.
        """
        listed: list[int] = []
        said: set[frozenset[str]] = set()
        for place in range(start, len(self.units)):
            unit = self.units[place]
            words = _listed(unit)
            if not words:
                continue
            if unit.kind in (Kind.TABLE, Kind.FACT) or not is_short(unit.text, _LONGEST_LISTED):
                break
            if words in said or (listed and self._is_set_apart(unit, self.units[listed[0]])):
                break
            said.add(words)
            listed.append(place)
        return listed


def _is_regular(counted: Counter[tuple[str, ...]]) -> bool:
    """Tell whether some words come again and again, all about equally often."""
    if len(counted) < 2 or not counted:
        return False
    most = max(counted.values())
    return most > 1 and sum(n * 2 > most for n in counted.values()) >= _MOSTLY * len(counted)


def _plain_leads(units: Sequence[Unit]) -> frozenset[tuple[str, ...]]:
    """Return the words that begin points as headings do ("Scope: …"): several that come in list
    after list, all about equally often.
    """
    found: Counter[tuple[str, ...]] = Counter()
    for unit in units:
        label, colon, rest = unit.text.partition(":")
        short = 0 < len(label.split()) <= _LONGEST_POINT and label[:1].isupper()
        if unit.kind is Kind.ITEM and colon and short and len(rest.split()) > 2:
            found[plain_words(label)] += 1
    again = Counter({words: count for words, count in found.items() if count >= _IN_LISTS})
    return frozenset(again) if len(again) > 1 and _is_regular(again) else frozenset()


def _fact_points(units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of points that are names with values, in lists of nothing else: "Job ID:
    12", "Location: Leeds". At least half of the names are known, and two can be nothing else.
    """
    found: set[int] = set()
    run: list[int] = []
    for place, unit in enumerate((*units, None)):
        if unit is not None and unit.kind is Kind.ITEM:
            run.append(place)
            continue
        keys = [key for p in run if (key := _key_of(units[p].text))]
        known = [key for key in keys if kind_of_key(key)]
        sure = sum(plain_words(key) not in _SUBJECTS for key in known)
        if len(run) >= _FEWEST_FACTS and len(keys) == len(run) and len(known) * 2 >= len(run):
            found.update(run if sure > 1 else ())
        run = []
    return frozenset(found)


def _key_of(text: str) -> str:
    """Return the name of a point "Name: value", "" where it is none."""
    key, colon, value = text.partition(":")
    short = 0 < len(key.split()) <= _LONGEST_LEAD and key[:1].isupper()
    return key if colon and short and value[:1].isspace() and value.strip() else ""


def lead_of(unit: Unit) -> tuple[str, str] | None:
    """Return the bold words at the beginning of a text and what stands behind them; None where no
    colon or dash parts the two.
    """
    lead, rest = unit.lead, unit.text[len(unit.lead) :].strip()
    if not lead or len(lead.split()) > _LONGEST_LEAD or len(rest.split()) < 2:
        return None
    if lead.endswith(":"):
        return lead.rstrip(": "), rest
    if rest[0] in ":–—":
        return lead, rest[1:].strip()
    return None


def _listed(unit: Unit) -> frozenset[str]:
    """Return the words of a line as a table of contents would have them."""
    return frozenset(plain_words(_without_page(unit.text))) if unit.text else frozenset()


def _heads_contents(unit: Unit) -> bool:
    return plain_words(unit.text) in (("content",), ("table", "content"), ("cynnwy",))


def _come_again(lines: Iterable[frozenset[str]], later: Iterable[frozenset[str]]) -> int:
    """Return how many lines have all of their words in one of the later ones."""
    holding: dict[str, list[frozenset[str]]] = {}
    for words in later:
        for word in words:
            holding.setdefault(word, []).append(words)
    again = 0
    for line in lines:
        rarest = min((holding.get(word, []) for word in line), key=len)
        again += any(line <= words for words in rarest)
    return again


def _without_page(text: str) -> str:
    return text.rstrip("0123456789").rstrip(" .…\t") or text
