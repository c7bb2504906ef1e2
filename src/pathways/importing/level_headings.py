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
from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.level_order import is_level_name, level_word
from pathways.importing.metadata import Fact, bare_title

_MOST_WORDS = 8
_LABELS = frozenset({"essential", "desirable", "preferred", "hanfodol", "dymunol"})
_ASKS = re.compile(
    r"(?:you|candidates|applicants|we)(?: must| should| will|'ll)?(?: also)? (?:have|need|require)"
    r"(?: you to have)?|must[- ]haves?|nice[- ]to[- ]haves?|you (?:may|might|could) also have|"
    r"(?:it would|it'd) (?:also )?be (?:great|good|nice|desirable|useful|helpful|an advantage) if "
    r"you (?:also )?(?:had|have|could)|(?:also )?desirable(?:,? but not essential)?|"
    r"you must|(?:ideally|preferably),? you(?: will| also)?|you will need"
)
_LONE_LEVELS = 3  # names of levels under one heading that are levels although they come once

Words = tuple[str, ...]


def is_label(text: str) -> bool:
    """Tell whether a heading only says how much something is asked for: "Essential"."""
    return text.casefold().strip(": ") in _LABELS


def is_soft_label(text: str) -> bool:
    """Tell whether a line says in a sentence how much something is asked for: "You must have"."""
    return bool(_ASKS.fullmatch(text.casefold().replace("’", "'").strip(": …")))


def with_level_headings(events: Sequence[Event], names: DimensionNames) -> list[Event]:
    """Return the events with headings turned into marks where they name roles or levels, and marks
    into headings where they do not.

    Where the document names no grade, headings are roles or levels if they are names of levels
    that come again under other headings, or titles of jobs, or have the same headings below them.
    """
    found = _with_one_grade(_with_pay_range(_without_stages(events)))
    found = _with_titles_above(_with_known_titles(_without_led(found)), names)
    if any(event.what is What.MARK and event.mark and event.mark.refs for event in found):
        return found
    inside = _levels_inside(found)
    if inside:
        return _marked(found, inside, Sure.LIKELY, as_levels=True)
    levels = sorted({event.level for event in found if event.what is What.HEADING}, key=_rank)
    for level in levels:
        titled = _titled(found, names, level)
        if titled:
            return _marked(found, titled, Sure.LIKELY)
        alike = _alike(found, names, level) if level else []
        if len(alike) < 2:
            continue
        turned = _sisters_inside(found, names, alike, level)
        return _marked(found, turned or alike, Sure.UNSURE, as_levels=bool(turned))
    return found


def _rank(level: int) -> int:
    """Put headings that are only bold behind those that the document marks."""
    return level or 9


# marks that are none


def _as_heading(event: Event) -> Event:
    why = _("names a level, but the text below is not for that level alone")
    return replace(event, what=What.HEADING, mark=None, why=why, sure=Sure.LIKELY)


def _without_stages(events: Sequence[Event]) -> list[Event]:
    """Take "Stage 2" for a heading where grades of another kind are named, too; and "Leading
    change – Level 4", where the facts of the document name one role and its grade.
    """
    marks = [e for e in events if e.what is What.MARK and e.mark]
    schemes = {ref.scheme for e in marks if e.mark for ref in e.mark.refs}
    if len(schemes) < 2:
        return list(events)
    stated = {ref for e in marks if e.mark and not e.origins for ref in e.mark.refs}
    others = {"stage"}
    if len(stated) == 1 and not any(e.whole for e in marks):
        others |= schemes - {ref.scheme for ref in stated}
    return [
        _as_heading(event)
        if event.what is What.MARK
        and event.mark
        and event.origins
        and event.mark.refs
        and {ref.scheme for ref in event.mark.refs} <= others
        else event
        for event in events
    ]


def _with_pay_range(events: Sequence[Event]) -> list[Event]:
    """Take several grades for the range of one post, where the facts at the top name them once and
    the title is that of a job.
    """
    marks = [p for p, e in enumerate(events) if e.what is What.MARK and e.mark and e.mark.refs]
    title = next((bare_title(e.text) for e in events if e.what is What.TITLE), "")
    event = events[marks[0]] if len(marks) == 1 else None
    if event is None or event.mark is None or event.origins or event.whole:
        return list(events)
    written = next((fact.value for fact in event.facts if fact.kind == "grade"), "")
    if len(event.mark.refs) < 2 or event.mark.title or not written or not is_job_title(title):
        return list(events)
    grade = " ".join(written.partition("(")[0].split()).rstrip(": ")
    mark = replace(event.mark, refs=(Ref(grade, event.mark.refs[0].word, title),), title=title)
    result = list(events)
    result[marks[0]] = replace(event, mark=mark)
    return result


def _with_one_grade(events: Sequence[Event]) -> list[Event]:
    """Take two heads with one title for one role, although the grades differ, where the sections
    below them do not come again: the second half of a document repeats its head.
    """
    heads = [
        p
        for p, e in enumerate(events)
        if e.what is What.MARK and e.mark and not e.origins and not e.whole
    ]
    if len(heads) != 2:
        return list(events)
    first, second = (events[place].mark for place in heads)
    assert first is not None
    assert second is not None
    same = bool(first.title) and plain_words(first.title) == plain_words(second.title)
    again = _headings(events[heads[0] : heads[1]]) & _headings(events[heads[1] :])
    if not same or again or first.refs[0].code == second.refs[0].code or not second.refs[0].code:
        return list(events)
    result = list(events)
    result[heads[1]] = replace(events[heads[1]], mark=first)
    for place in range(heads[1] - 1, heads[0], -1):
        fact = events[place].fact
        if fact and fact.kind == "grade":
            why = _("The grade differs from the one at the top, which I took.")
            result[place] = replace(events[place], why=why, sure=Sure.UNSURE)
            break
    return result


def _headings(events: Sequence[Event]) -> set[Words]:
    return {plain_words(event.text) for event in events if event.what is What.HEADING}


def _without_led(events: Sequence[Event]) -> list[Event]:
    """Keep "Progression to grade 8" as a grade only where it stands as high as the grades, or
    where several such headings stand alone.
    """
    led = [e for e in events if e.mark and e.mark.led]
    plain = [e for e in events if e.mark and e.mark.refs and not e.mark.led]
    highest = min((e.level for e in plain if e.level), default=9)
    keeps = len({e.mark.refs for e in led if e.mark}) > 1 if not plain else True
    return [
        _as_heading(event)
        if event.mark and event.mark.led and not (keeps and event.level <= highest)
        else event
        for event in events
    ]


def _with_known_titles(events: Sequence[Event]) -> list[Event]:
    """Take headings for roles whose titles a table of the same document has."""
    known: dict[Words, Ref] = {}
    for event in events:
        if event.what is What.MARK and event.mark and event.whole:
            for ref in event.mark.refs:
                if ref.title:
                    known.setdefault(plain_words(ref.title), ref)
    if len(known) < 2:
        return list(events)
    why = _("the title of a role that a table of the document names")
    return [
        replace(
            event,
            what=What.MARK,
            mark=Mark((known[plain_words(event.text)],), event.text),
            why=why,
        )
        if event.what is What.HEADING and plain_words(event.text) in known
        else event
        for event in events
    ]


def _with_titles_above(events: Sequence[Event], names: DimensionNames) -> list[Event]:
    """Take the titles of jobs that stand right above grades for the titles of these grades, where
    there are at least two.
    """
    pairs = [
        (place, behind)
        for place, event in enumerate(events)
        if event.what is What.HEADING
        and is_job_title(event.text)
        and _fits(event, names)
        and (behind := _mark_behind(events, place)) is not None
    ]
    if len(pairs) < 2:
        return list(events)
    result = list(events)
    why = _("the title of the role whose grade stands below it")
    for place, behind in pairs:
        heading, graded = events[place], events[behind]
        assert graded.mark is not None
        title = heading.text.strip(": ")
        fact = Fact("", title, "title")
        result[place] = replace(heading, what=What.FACT, fact=fact, why=why)
        ref = replace(graded.mark.refs[0], title=title)
        mark = replace(graded.mark, refs=(ref,), title=title)
        result[behind] = replace(graded, mark=mark, level=heading.level)
    return result


def _mark_behind(events: Sequence[Event], place: int) -> int | None:
    """Return the place of the one grade, without a title, that stands right below a heading."""
    for number in range(place + 1, len(events)):
        event = events[number]
        if event.what in (What.OUT, What.FACT):
            continue
        mark = event.mark if event.what is What.MARK else None
        alone = mark is not None and len(mark.refs) == 1 and not mark.title and not mark.others
        return number if alone and mark is not None and not mark.refs[0].title else None
    return None


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
    if len(fitting) < 2 or not any(_tells(events[p].text, fitting, events) for p in fitting):
        return []
    if level:
        return fitting if len(fitting) * 2 >= len(places) else []
    others = [p for p in places if p not in fitting]
    shared = Counter(words for p in fitting for words in _until_next(events, p, fitting))
    again = {words for words, count in shared.items() if count > 1}
    return fitting if not others or again else []


def _is_role(text: str) -> bool:
    return is_job_title(text) or is_level_name(text)


def _tells(text: str, fitting: Sequence[int], events: Sequence[Event]) -> bool:
    """Tell whether a title says how high it stands, or shares a word with another."""
    if level_word(text) is not None:
        return True
    words = set(plain_words(text))
    return any(
        words & set(plain_words(events[place].text)) and events[place].text != text
        for place in fitting
    )


def _has_text(events: Sequence[Event], place: int) -> bool:
    following = next((e.what for e in events[place + 1 :] if e.what is not What.OUT), None)
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
    below = {place: _below(events, place, level) for place in places}
    shared = Counter(words for found in below.values() for words in found)
    return [place for place, found in below.items() if any(shared[words] > 1 for words in found)]


def _below(events: Sequence[Event], place: int, level: int) -> set[Words]:
    found = set()
    for event in events[place + 1 :]:
        if event.what is What.HEADING and 0 < event.level <= level:
            break
        if event.what is What.HEADING and not is_label(event.text):
            found.add(plain_words(event.text))
    return found


def _marked(
    events: Sequence[Event], places: Sequence[int], sure: Sure, as_levels: bool = False
) -> list[Event]:
    result = list(events)
    why = _(
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
