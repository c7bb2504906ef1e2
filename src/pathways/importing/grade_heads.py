"""Heads of grades, put right by the document as a whole: what is no grade there, which title
belongs to it, and which of two heads is only the first again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.metadata import Fact, bare_title
from pathways.importing.one_title import with_one_title

_MOST_WORDS = 8

Words = tuple[str, ...]


def with_grade_heads(events: Sequence[Event], names: DimensionNames, name: str = "") -> list[Event]:
    """Return the events with the heads of grades put right; ``name`` is that of the file."""
    found = _with_one_grade(_with_pay_range(_without_stages(_without_overview(events))))
    found = with_one_title(found, names, name)
    return _with_titles_above(_with_known_titles(_without_led(found)), names)


def _as_heading(event: Event) -> Event:
    why = _("names a level, but the text below is not for that level alone")
    return replace(event, what=What.HEADING, mark=None, why=why, sure=Sure.LIKELY)


def _without_overview(events: Sequence[Event]) -> list[Event]:
    """Take "Management track: Levels 1-3" in running text for a heading, where none of these levels
    comes again, and headings name levels of their own.
    """
    marks = [e for e in events if e.what is What.MARK and e.mark and e.mark.refs and e.origins]
    headed = {ref.code for e in marks if e.level and e.mark for ref in e.mark.refs}
    if len(headed) < 2 or any(e.whole for e in marks):
        return list(events)
    why = _("names levels that have no text of their own here; is it about the whole?")
    return [
        replace(_as_heading(event), why=why, sure=Sure.UNSURE)
        if event.what is What.MARK
        and event.mark
        and event.origins
        and not event.level
        and len(event.mark.refs) > 1
        and not headed & {ref.code for ref in event.mark.refs}
        else event
        for event in events
    ]


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
    one, other = first.refs[0].code, second.refs[0].code
    if not same or again or one == other or not (one and other):
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
        if event.what in (What.HEADING, What.MARK)
        and not event.whole
        and plain_words(event.text) in known
        else event
        for event in events
    ]


def _with_titles_above(events: Sequence[Event], names: DimensionNames) -> list[Event]:
    """Take headings that stand right above each grade for the titles of these grades; where they
    do not stand above each, only at least two that are titles of jobs.
    """
    pairs = [
        (place, behind)
        for place, event in enumerate(events)
        if event.what is What.HEADING
        and _may_be_title(event, names)
        and (behind := _mark_behind(events, place)) is not None
    ]
    grades = sum(e.what is What.MARK and bool(e.mark and e.mark.refs) for e in events)
    if len(pairs) < grades:
        pairs = [pair for pair in pairs if is_job_title(events[pair[0]].text)]
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


def _may_be_title(event: Event, names: DimensionNames) -> bool:
    return names.exact(event.text) is None and len(event.text.split()) <= _MOST_WORDS
