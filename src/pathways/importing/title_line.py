"""Which line of a document is its title, and which lines above the page's own heading are a
menu.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.cursor import Cursor
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.line_tests import (
    LONGEST_HEADING,
    has_letters,
    is_address,
    is_frame,
    is_placeholder_line,
    is_short,
)
from pathways.importing.metadata import (
    bare_title,
    is_kind_of_document,
    kind_of_key,
    noise,
    parse_fact,
)
from pathways.importing.outline import Kind
from pathways.importing.units import Unit
from pathways.patterns import ShortPattern

_VERSION = ShortPattern(r"(?:version|issue|revision|v)\.?\s?\d[^.;!?]*", 60, re.I)
_WITHIN = 8  # lines with words, from the top
_ABOVE_HEADING = 2
_SHORTEST_MENU = 4  # lines
_LONGEST_IN_MENU = 9  # words
_FEWEST_FACTS = 2  # names of facts, with their values on the next lines, that no menu has


def menu_end(cursor: Cursor) -> int:
    """Return the place of the one highest heading where only short lines, a menu, stand above it;
    0 elsewhere.
    """
    tops = cursor.tops()
    above = cursor.units[: tops[0]] if len(tops) == 1 else []
    if sum(bool(unit.text) for unit in above) < _SHORTEST_MENU:
        return 0
    menu = all(
        u.kind not in (Kind.TABLE, Kind.FACT) and (not u.text or is_short(u.text, _LONGEST_IN_MENU))
        for u in above
    )
    named = sum(bool(kind_of_key(unit.text)) for unit in above)
    facts = any(parse_fact(unit.text) for unit in above) or named >= _FEWEST_FACTS
    return tops[0] if menu and not facts else 0


def lines_around(cursor: Cursor, menu: int, title: int) -> dict[int, tuple[str, Sure]]:
    """Return the places of lines that only stand around the text, with why and how surely: a menu,
    a table of contents, the title above itself.
    """
    above = _("stands above the page's own heading, as a menu does")
    found = dict.fromkeys(range(menu), (above, Sure.LIKELY))
    for place in cursor.contents():
        found.setdefault(place, (_("a line of a table of contents"), Sure.SURE))
    for place in range(max(title, 0)):
        if plain_words(cursor.units[place].text) == plain_words(cursor.units[title].text):
            found.setdefault(place, (_("the title again, as at the top of a page"), Sure.SURE))
    return found


def says_kind_of_document(cursor: Cursor, first: bool) -> bool:
    """Tell whether a line above the text only says "Job description", and is not the heading of a
    paragraph; ``first`` where nothing stands before it.
    """
    if not is_kind_of_document(cursor.unit.text):
        return False
    following = cursor.following()
    return (
        first
        or following is None
        or following.kind is not Kind.PARAGRAPH
        or following.bold
        or bool(parse_fact(following.text))
    )


def front_title(cursor: Cursor) -> str:
    """Return the title that the front matter states, "" where it states none."""
    for unit in cursor.units:
        key, _colon, value = unit.text.partition(":")
        if unit.kind is Kind.FACT and kind_of_key(key) == "title":
            return value.strip()
    return ""


def kind_of_entry(key: str, titled: bool) -> str:
    """Return what an entry of the front matter is about; a "name" is the title where none is
    stated (``titled``), and "levels: 2" only says how many there are.
    """
    if key.strip().casefold() == "name" and not titled:
        return "title"
    one = key.strip().casefold().removesuffix("s")
    several = one != key.strip().casefold() and kind_of_key(one)
    return "other" if several else kind_of_key(key) or "other"


def grade_of_title(cursor: Cursor, title: str) -> list[Event]:
    """Return the mark of the grade that a title in the front matter names ("GS-14 Specialist"),
    where nothing else in the document does.
    """
    mark = parse_mark(title, heading=True)
    keys = [u.text.partition(":")[0] for u in cursor.units if u.kind is Kind.FACT]
    stated = any(kind_of_key(key) == "grade" for key in keys) or cursor.marks_follow(cursor.at)
    if mark is None or not mark.title or len(mark.refs) != 1 or mark.led or stated:
        return []
    ref = replace(mark.refs[0], title=bare_title(mark.title))
    return [Event(What.MARK, title, (), mark=Mark((ref,), title, ref.title))]


def title_place(cursor: Cursor, names: DimensionNames, front: str = "") -> int:
    """Return the place of the title: the first line that has words, if it looks like one; -1
    where it does not.

    Where another line at the top, of the same looks, is the only one in the document that is the
    title of a job, that one is taken. Below front matter with a title, ``front``, only a line that
    shares a word with it is the title again.
    """
    place = _title_place(cursor, names)
    if (
        front
        and place >= 0
        and not set(plain_words(front)) & set(plain_words(cursor.units[place].text))
    ):
        return -1
    return place


def _title_place(cursor: Cursor, names: DimensionNames) -> int:
    candidates = _candidates(cursor)
    heading = _lone_heading(cursor, candidates[0]) if candidates else None
    if heading is not None:
        return heading
    found = [place for place in candidates if _may_be(cursor, place, names)]
    if not found or _is_graded(cursor.units[candidates[0]]):
        return -1
    first = cursor.units[found[0]]
    if first.kind is Kind.HEADING or is_job_title(first.text):
        return found[0]
    jobs = [
        place
        for place, unit in enumerate(cursor.units)
        if unit.kind is Kind.PARAGRAPH and unit.bold == first.bold and is_job_title(unit.text)
    ]
    return jobs[0] if len(jobs) == 1 and jobs[0] in found else found[0]


def _is_graded(unit: Unit) -> bool:
    """Tell whether a line is a title with its one grade: then no other line is the title."""
    mark = parse_mark(unit.text, unit.kind is Kind.HEADING or unit.bold)
    return mark is not None and bool(mark.title) and len(mark.refs) == 1


def _lone_heading(cursor: Cursor, first: int) -> int | None:
    """Return the place of the one highest heading, where it is the title of a job and only a plain
    line or two stand above it.
    """
    headings = [(u.level, p) for p, u in enumerate(cursor.units) if u.kind is Kind.HEADING]
    if not headings or cursor.units[first].kind is Kind.HEADING or cursor.units[first].bold:
        return None
    level, place = min(headings)
    alone = sum(other == level for other, _place in headings) == 1
    near = sum(bool(unit.text) for unit in cursor.units[first:place]) <= _ABOVE_HEADING
    return place if alone and near and is_job_title(cursor.units[place].text) else None


def _candidates(cursor: Cursor) -> list[int]:
    """Return the places of the lines at the top that may be a title: one, or several that look
    alike.
    """
    found: list[int] = []
    for place, unit in enumerate(cursor.units):
        text = unit.text
        if unit.kind is Kind.FACT:
            continue
        if unit.kind is not Kind.TABLE and _is_passed_over(text):
            continue
        if unit.kind in (Kind.ITEM, Kind.TABLE) or len(found) >= _WITHIN:
            break
        if not is_short(text, LONGEST_HEADING) or text.endswith(":"):
            break
        first = cursor.units[found[0]] if found else unit
        if (unit.kind, unit.bold, unit.level) != (first.kind, first.bold, first.level):
            break
        found.append(place)
    return found


def _is_passed_over(text: str) -> bool:
    return (
        not has_letters(text)
        or bool(noise(text))
        or is_frame(text)
        or is_placeholder_line(text)
        or is_address(text)
        or _VERSION.fullmatch(text) is not None
    )


def _may_be(cursor: Cursor, place: int, names: DimensionNames) -> bool:
    unit = cursor.units[place]
    following = cursor.following(1, place)
    known = following is not None and names.exact(following.text) is not None
    if cursor.value_of(place, False, known) or parse_fact(unit.text):
        return False
    if unit.kind is Kind.PARAGRAPH and cursor.is_among_facts(place):
        return False
    mark = parse_mark(unit.text, unit.kind is Kind.HEADING or unit.bold)
    if mark:  # "ICT family, grades 6 to 14" is a title where the grades themselves follow
        return bool(mark.title) and len(mark.refs) > 1 and cursor.marks_follow(place)
    alone = cursor.tops() == [place]
    if names.exact(unit.text):
        return alone
    return alone or unit.kind is not Kind.HEADING or _heads_all(cursor, place, unit, names)


def _heads_all(cursor: Cursor, place: int, unit: Unit, names: DimensionNames) -> bool:
    """Tell whether the first of several headings of one level is the title of the whole, and not
    the first section or role.
    """
    sisters = [
        other
        for number, other in enumerate(cursor.units)
        if other.kind is Kind.HEADING and other.level == unit.level and number != place
    ]
    if not sisters:
        return True
    following = cursor.following(1, place)
    if following is not None and following.kind is Kind.HEADING:
        return following.level <= unit.level or not _is_like(unit, sisters)
    if following is not None and parse_fact(following.text):
        return not any(is_job_title(other.text) for other in sisters)
    known = sum(names.exact(other.text) is not None for other in sisters)
    if is_job_title(unit.text):
        return not any(is_job_title(other.text) for other in sisters)
    return known * 2 > len(sisters)


def _is_like(unit: Unit, sisters: list[Unit]) -> bool:
    """Tell whether a heading is one of several job titles or of several grades."""
    both = [unit, *sisters]
    return sum(is_job_title(other.text) for other in both) * 2 > len(both)
