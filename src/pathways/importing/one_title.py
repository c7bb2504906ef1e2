"""One role whose document heads its two halves, duties and person specification, by two titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.metadata import bare_title

_DUTIES = frozenset({"accountabilities", "purpose"})


def with_one_title(events: Sequence[Event], names: DimensionNames, name: str) -> list[Event]:
    """Take two heads with two titles for one role, where one half of the document is its duties
    and the other what it asks of a person; the title is the one of the file, else the first.
    """
    heads = [
        (place, event.mark)
        for place, event in enumerate(events)
        if event.what is What.MARK and event.mark and not event.origins and not event.whole
    ]
    if len(heads) != 2:
        return list(events)
    (at, first), (behind, second) = heads
    if not _may_be_one(first, second) or not _are_halves(events, at, behind, names):
        return list(events)
    kept, other = sorted((first, second), key=lambda mark: -_fits(mark.title, name))
    code = kept.refs[0].code or other.refs[0].code
    mark = replace(kept, refs=(replace(kept.refs[0], title=kept.title, code=code),))
    result = list(events)
    result[at] = replace(events[at], mark=mark)
    result[behind] = replace(events[behind], mark=mark)
    place = _fact_of(events, at if other is first else behind, other.title)
    if place is not None:
        why = _("The document calls the role “{one}” elsewhere, which I took for its title.")
        why = why.format(one=kept.title)
        result[place] = replace(events[place], why=why, sure=Sure.UNSURE)
    return result


def _may_be_one(first: Mark, second: Mark) -> bool:
    """Tell whether two heads have a title each, two titles, and no two grades."""
    if not (first.title and second.title and len(first.refs) == len(second.refs) == 1):
        return False
    codes = {first.refs[0].code, second.refs[0].code} - {""}
    return plain_words(first.title) != plain_words(second.title) and len(codes) < 2


def _are_halves(events: Sequence[Event], at: int, behind: int, names: DimensionNames) -> bool:
    """Tell whether the duties stand behind the first head, and only there, and what is asked of a
    person behind the second.
    """
    middle = behind
    while middle > at and events[middle - 1].what in (What.FACT, What.OUT, What.HEADING):
        middle -= 1  # a heading right above the second head belongs to it
    duties = _dimensions(events[at:middle], names)
    person = _dimensions(events[middle:], names)
    return (
        bool(_DUTIES & duties)
        and not _DUTIES & person
        and "knowledge" in person
        and "knowledge" not in duties
    )


def _dimensions(events: Sequence[Event], names: DimensionNames) -> set[str]:
    found = (names.exact(event.text) for event in events if event.what is What.HEADING)
    return {match.dimension for match in found if match is not None}


def _fits(title: str, name: str) -> int:
    """Return how well a text is a title: of a job, and that of the file."""
    of_file = plain_words(title) == plain_words(name.replace("-", " ").replace("_", " "))
    return 2 * is_job_title(title) + of_file


def _fact_of(events: Sequence[Event], head: int, title: str) -> int | None:
    """Return the place of the line that states a title, above the head that was made of it."""
    for place in range(head - 1, -1, -1):
        event = events[place]
        if event.what not in (What.FACT, What.OUT):
            return None
        if event.fact and event.fact.kind == "title" and bare_title(event.fact.value) == title:
            return place
    return None
