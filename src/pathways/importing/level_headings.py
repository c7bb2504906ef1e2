"""Headings that are roles or levels, and lines that only look like grades: decided by the document
as a whole.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_heads import with_grade_heads
from pathways.importing.grade_names import Mark, Ref, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.level_order import is_level_name, level_word, order_by_ranks
from pathways.importing.onwards import onwards
from pathways.importing.title_class import class_of

_MOST_WORDS = 8
_LABELS = frozenset({"essential", "desirable", "preferred", "hanfodol", "dymunol"})
_CRITERIA = frozenset({"criteria", "requirements", "attributes"})
_ASKS = re.compile(
    r"(?:you|candidates|applicants|we)(?: must| should| will|'ll)?(?: also)? (?:have|need|require)"
    r"(?: you to have)?|must[- ]haves?|nice[- ]to[- ]haves?|you (?:may|might|could) also have|"
    r"(?:it would|it'd) (?:also )?be (?:great|good|nice|desirable|useful|helpful|an advantage) if "
    r"you (?:also )?(?:had|have|could)|(?:also )?desirable(?:,? but not essential)?|"
    r"you must|(?:ideally|preferably),? you(?: will| also)?|you will need"
)
_INDICATORS = frozenset(
    "effective ineffective positive negative indicator behaviour behavior example question guide "
    "resource definition good poor strength link reading why how expectation assessment evidence "
    "summary overview note activity outcome measure description task responsibility".split()
)
_OF_SERIES = re.compile(r"(?P<letters>[A-Z]{1,4}) ?\d{1,2}")
_LONE_LEVELS = 3  # names of levels under one heading that are levels although they come once

Words = tuple[str, ...]


def is_label(text: str) -> bool:
    """Tell whether a heading only says how much something is asked for: "Essential"."""
    return text.casefold().strip(": ") in _LABELS


def kind_asked(text: str) -> bool:
    """Tell whether a heading only says how much the criteria below it are asked for: "Essential
    criteria".
    """
    words = text.casefold().strip(": ").split()
    return bool(words) and words[0] in _LABELS and set(words[1:]) <= _CRITERIA


def is_soft_label(text: str) -> bool:
    """Tell whether a line says in a sentence how much something is asked for: "You must have"."""
    return bool(_ASKS.fullmatch(text.casefold().replace("’", "'").strip(": …")))


def with_level_headings(
    events: Sequence[Event], names: DimensionNames, name: str = ""
) -> list[Event]:
    """Return the events with headings turned into marks where they name roles or levels, and marks
    into headings where they do not; ``name`` is that of the file.

    Where the document names no grade, headings are roles or levels if they are names of levels
    that come again under other headings, or titles of jobs, or have the same headings below them.
    """
    found = with_grade_heads(_with_series(events), names, name)
    marks = [event.mark for event in found if event.what is What.MARK and event.mark]
    if any(mark.refs and not mark.by_hand for mark in marks):
        return _with_sisters(found, names)
    inside = _levels_inside(found)
    if inside:
        return _marked(found, inside, Sure.LIKELY, as_levels=True)
    levels = sorted({event.level for event in found if event.what is What.HEADING}, key=_rank)
    for level in levels:
        titled = _titled(found, names, level)
        if titled:
            return _marked(found, titled, Sure.LIKELY)
        alike = _alike(found, names, level) if level else []
        if len(alike) < 2 or _are_indicators(found, alike, level):
            continue
        turned = _sisters_inside(found, names, alike, level)
        return _marked(found, turned or alike, Sure.UNSURE, as_levels=bool(turned))
    return found


def _with_series(events: Sequence[Event]) -> list[Event]:
    """Take headings for grades that are written like a known one as high as they: G4 and G5 beside
    G6.
    """
    known = {
        (event.level, found["letters"])
        for event in events
        if event.what is What.MARK
        and event.level
        and (found := _OF_SERIES.fullmatch(event.text.strip()))
    }
    result = list(events)
    for place, event in enumerate(events if known else ()):
        found = _OF_SERIES.fullmatch(event.text.strip()) if event.what is What.HEADING else None
        mark = parse_mark(f"grade {event.text.strip()}") if found else None
        if found and mark and (event.level, found["letters"]) in known:
            why = _("written like the grades beside it")
            result[place] = replace(event, what=What.MARK, mark=mark, why=why, sure=Sure.LIKELY)
    return result


def _with_sisters(events: Sequence[Event], names: DimensionNames) -> list[Event]:
    """Take headings for roles, too, that are titles of jobs and stand as high as grades that all
    have a title: "Director of Security" beside "Security Analyst (Grade 7)".
    """
    marks = [e for e in events if e.what is What.MARK and e.mark and e.mark.refs]
    graded = [e for e in marks if e.level and e.origins]
    levels = {event.level for event in graded}
    titled = all(e.mark and (e.mark.title or e.mark.refs[0].title) for e in graded)
    if len(graded) < 2 or len(levels) != 1 or not titled or len(graded) < len(marks):
        return list(events)
    level = levels.pop()
    sisters = [
        place
        for place, event in enumerate(events)
        if event.what is What.HEADING
        and event.level == level
        and is_job_title(event.text)
        and names.exact(event.text) is None
        and _has_text(events, place)
    ]
    why = _("the title of a job, and as high as the grades: a role, I think")
    return _marked(events, sisters, Sure.UNSURE, why=why)


def _are_indicators(events: Sequence[Event], places: Sequence[int], level: int) -> bool:
    """Tell whether what headings have in common is only what is good and what is not: "Effective
    behaviours", "Examples", "Related guides".
    """
    common = _common_below(events, places, level)
    return bool(common) and all(_INDICATORS & set(words) for words in common)


def _common_below(events: Sequence[Event], places: Sequence[int], level: int) -> set[Words]:
    below = [_below(events, place, level) for place in places]
    return {words for found in below for words in found if sum(words in b for b in below) > 1}


def _rank(level: int) -> int:
    """Put headings that are only bold behind those that the document marks."""
    return level or 9


# levels inside competencies


def _levels_inside(events: Sequence[Event]) -> list[int]:
    """Return the places of names of levels ("Working", "Expert") that stand under headings."""
    places = [place for place, event in enumerate(events) if _may_be_level(events, place)]
    under: dict[Words, set[int]] = defaultdict(set)
    heading = -1
    for place, event in enumerate(events):
        if place in places:
            under[plain_words(event.text)].add(heading)
        elif event.what is What.HEADING:
            heading = place
    again = sum(len(headings) > 1 for headings in under.values())
    together = Counter(heading for headings in under.values() for heading in headings)
    alone = max(together.values(), default=0) >= _LONE_LEVELS and len(together) == 1
    return places if again >= 2 or alone else []


def _may_be_level(events: Sequence[Event], place: int) -> bool:
    event = events[place]
    if not is_level_name(event.text.rstrip(":")):
        return False
    if event.what in (What.HEADING, What.LEAD):
        return True
    following = events[place + 1] if place + 1 < len(events) else None
    return event.what is What.TEXT and following is not None and following.what is What.TEXT


def _sisters_inside(
    events: Sequence[Event], names: DimensionNames, parents: Sequence[int], level: int
) -> list[int]:
    """Return the headings below, where these rather than the ones above are the levels: the same
    short words again and again, none of them a known dimension, under no titles of jobs.
    """
    if any(is_job_title(events[place].text) for place in parents):
        return []
    below = [_below(events, place, level) for place in parents]
    common = set.intersection(*below)
    if len(common) < 2 or len(parents) < 2 or any(len(words) > 2 for words in common):
        return []
    found = [
        place
        for place, event in enumerate(events)
        if event.what is What.HEADING and plain_words(event.text) in common
    ]
    if any(names.exact(events[place].text) for place in found):
        return []
    if any(_INDICATORS & set(words) for words in common):
        return []
    return found if len(common) * 2 > max(map(len, below)) else []


# roles


def _titled(events: Sequence[Event], names: DimensionNames, level: int) -> list[int]:
    """Return the headings of a level that are titles of jobs or names of levels, where they are
    at least two and no fewer than the others.
    """
    places = [
        p for p, e in enumerate(events) if e.what is What.HEADING and e.level == level and e.text
    ]
    fitting = [p for p in places if _fits(events[p], names) and _is_role(events[p].text)]
    fitting = [p for p in fitting if _has_text(events, p)]
    if _are_of_one_subject(events, names, fitting, level):
        return []
    if len(fitting) < 2 or not any(_tells(events[p].text, fitting, events) for p in fitting):
        return []
    if level:
        return fitting if len(fitting) * 2 >= len(places) else []
    others = [p for p in places if p not in fitting]
    shared = Counter(words for p in fitting for words in _until_next(events, p, fitting))
    again = {words for words, count in shared.items() if count > 1}
    return fitting if not others or again else []


def _are_of_one_subject(
    events: Sequence[Event], names: DimensionNames, places: Sequence[int], level: int
) -> bool:
    """Tell whether titles of jobs only part one known section of a document about one job: "Web
    architects" under "Skills" of an "Architect".
    """
    title = next((e.text for e in events if e.what is What.TITLE), "")
    if not level or not is_job_title(title) or any(level_word(events[p].text) for p in places):
        return False
    above: set[int] = set()
    for place in places:
        heads = [p for p in range(place) if events[p].what is What.HEADING]
        higher = [p for p in heads if 0 < events[p].level < level]
        above.add(higher[-1] if higher else -1)
    return len(above) == 1 and -1 not in above and names.exact(events[above.pop()].text) is not None


def _is_role(text: str) -> bool:
    return is_job_title(text) or is_level_name(text) or bool(class_of(text))


def _tells(text: str, fitting: Sequence[int], events: Sequence[Event]) -> bool:
    """Tell whether a title says how high it stands, or shares a word with another."""
    if level_word(text) is not None or order_by_ranks([text, text]):
        return True
    words = set(plain_words(text))
    return any(
        words & set(plain_words(events[place].text)) and events[place].text != text
        for place in fitting
    )


def _has_text(events: Sequence[Event], place: int) -> bool:
    following = next((e.what for e in onwards(events, place + 1) if e.what is not What.OUT), None)
    return following in (What.TEXT, What.HEADING, What.LEAD, What.FACT, What.MARK)


def _until_next(events: Sequence[Event], place: int, fitting: Sequence[int]) -> set[Words]:
    end = next((other for other in fitting if other > place), len(events))
    return {plain_words(e.text) for e in events[place + 1 : end] if e.what is What.HEADING}


def _fits(event: Event, names: DimensionNames) -> bool:
    return (
        names.exact(event.text) is None
        and not is_label(event.text)
        and len(event.text.split()) <= _MOST_WORDS
    )


def _alike(events: Sequence[Event], names: DimensionNames, level: int) -> list[int]:
    """Return the headings that share at least one heading below them with another."""
    places = [
        p
        for p, e in enumerate(events)
        if e.what is What.HEADING and e.level == level and _fits(e, names)
    ]
    texts = Counter(plain_words(events[place].text) for place in places)
    places = [p for p in places if texts[plain_words(events[p].text)] == 1]  # a role comes once
    below = {place: _below(events, place, level) for place in places}
    shared = Counter(words for found in below.values() for words in found)
    return [place for place, found in below.items() if any(shared[words] > 1 for words in found)]


def _below(events: Sequence[Event], place: int, level: int) -> set[Words]:
    found = set()
    for event in onwards(events, place + 1):
        if event.what is What.HEADING and 0 < event.level <= level:
            break
        if event.what is What.HEADING and not is_label(event.text):
            found.add(plain_words(event.text))
    return found


def _marked(
    events: Sequence[Event],
    places: Sequence[int],
    sure: Sure,
    as_levels: bool = False,
    why: str = "",
) -> list[Event]:
    result = list(events)
    why = why or _(
        "a heading that comes with the same headings below it as others: a role or level, I think"
    )
    if sure is Sure.LIKELY:
        why = _("a heading with a word for a level, such as junior or senior")
    if as_levels:
        why = _("the name of a level, which comes again under other headings")
    for place in places:
        event = events[place]
        title = event.text.rstrip(": ")
        word = "level" if as_levels else "grade"
        mark = Mark((Ref(title=title, word=word),), title, title)
        point = event.level if event.what is What.TEXT else 0
        result[place] = replace(event, what=What.MARK, mark=mark, why=why, sure=sure, point=point)
    return result
