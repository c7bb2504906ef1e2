"""Lines and cells that are what a person said they are, whatever they look like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.mapping import Taught
from pathways.importing.outline import Kind
from pathways.importing.table_layout import Above
from pathways.importing.tables import table_events
from pathways.importing.told_table import told_events
from pathways.importing.units import Unit


@dataclass(frozen=True)
class Told:
    """What a line is, as a person said."""

    what: What
    why: str
    level: int = 0
    mark: Mark | None = None


def told_line(taught: Taught, unit: Unit, number: int) -> Told | None:
    """Return what a person said that a line is; None where nobody said anything."""
    left_out = taught.left_out(unit.text, number)
    if left_out:
        return Told(What.OUT, left_out)
    begins = taught.begins(unit.text, number)
    if begins is not None:
        why = _("made the beginning of a grade or role by hand")
        return Told(What.MARK, why, unit.level, _mark_of(begins.names, unit.text))
    if taught.kept(unit.text):
        return Told(What.TEXT, _("kept as a statement by hand"), unit.level)
    if unit.text not in taught.headings or unit.kind is Kind.FACT:
        return None
    why = _("made a heading by hand")
    if unit.kind is Kind.HEADING:
        return Told(What.HEADING, _("a heading of the document"), unit.level)
    return Told(What.HEADING, why)


def is_told(taught: Taught, text: str) -> bool:
    """Tell whether anything was said about lines of this text."""
    return taught.kept(text) or text in taught.headings or bool(taught.begins(text, 0))


def as_told(before: Iterable[Event], after: Iterable[Event], taught: Taught) -> list[Event]:
    """Return events in which what a person made a heading, or the beginning of a role, is still
    that, whatever came of it ``after`` all headings were looked at together.
    """
    told = {
        event.origins: event
        for event in before
        if event.origins
        and (
            (event.what is What.HEADING and {event.text, event.said} & taught.headings.keys())
            or (event.mark is not None and event.mark.by_hand)
        )
    }
    return [told.get(event.origins, event) if event.origins else event for event in after]


def _mark_of(names: Sequence[str], label: str) -> Mark:
    """Return the grades or the role that a person named, by grade or title."""
    refs = [ref for name in names for ref in _refs(name)]
    title = refs[0].title if len(refs) == 1 else ""
    return Mark(tuple(dict.fromkeys(refs)), label, title, by_hand=True)


def _refs(name: str) -> tuple[Ref, ...]:
    mark = parse_mark(name, heading=True)
    if mark is not None and mark.refs and not mark.led:
        one = len(mark.refs) == 1 and mark.title and not mark.refs[0].title
        return (replace(mark.refs[0], title=mark.title),) if one else mark.refs
    codes = parse_codes(name) if any(map(str.isdecimal, name)) and len(name) < 5 else ()
    return codes or (Ref(title=name.strip()),)


def taught_table(
    unit: Unit,
    names: DimensionNames,
    begun: bool,
    taught: Taught,
    above: Above,
    own: frozenset[str],
) -> list[Event]:
    """Return what a table says, read as a person said where somebody did; each of its cells can
    be named by a correction.
    """
    told = taught.table(unit)
    if told is None:
        return _told_cells(table_events(unit, names, begun, taught.columns, above, own), taught)
    events = told_events(unit, told, names, taught.columns, above, begun)
    if events is None:
        events = table_events(unit, names, begun, taught.columns, above, own)
        why = _("This table cannot be read that way; say what its columns hold.")
        events = _doubtful(events, why)
    return _told_cells(events, taught)


def _doubtful(events: Sequence[Event], why: str) -> list[Event]:
    first = next((place for place, event in enumerate(events) if event.origins), -1)
    return [
        replace(event, why=why, sure=Sure.UNSURE) if place == first else event
        for place, event in enumerate(events)
    ]


def _told_cells(events: Iterable[Event], taught: Taught) -> list[Event]:
    """Return the events of a table with what was said about its cells; what stands in the column
    or row of a level that was left out is left out with it.
    """
    found: list[Event] = []
    others: dict[Ref, tuple[Ref, ...]] = {}  # grades that a person calls otherwise
    gone: dict[Ref, str] = {}  # levels that a person left out, with why
    why = ""  # why the texts at hand are left out
    for event in events:
        if event.origins and event.what is not What.TEXT:  # those are asked about in their place
            event = replace(event, said=event.text, number=taught.count(event.text))
        if event.mark is not None:
            event = _told_mark(event, taught, others)
            event, why = _without_levels(event, taught, gone)
            found.append(event)
        elif why and event.what in (What.TEXT, What.HEADING):
            found.extend([_out(event, why)] if event.origins else [])
        else:
            why = "" if event.what is What.END else why
            found.append(_told_cell(event, taught) if event.origins else event)
    return found


def _without_levels(event: Event, taught: Taught, gone: dict[Ref, str]) -> tuple[Event, str]:
    """Return the mark of a level without those that a person left out, and why the texts below it
    are left out, "" where they are not.
    """
    assert event.mark is not None
    left_out = taught.left_out(event.text, event.number) if event.origins else ""
    if left_out:
        gone.update(dict.fromkeys(event.mark.refs, left_out))
        return _out(event, left_out), ""
    kept = tuple(ref for ref in event.mark.refs if ref not in gone)
    if event.mark.refs and not kept:
        return replace(event, what=What.OUT, mark=None), gone[event.mark.refs[0]]
    return replace(event, mark=replace(event.mark, refs=kept)), ""


def _out(event: Event, why: str) -> Event:
    return replace(event, what=What.OUT, why=why, sure=Sure.SURE, mark=None, fact=None, facts=())


def _told_mark(event: Event, taught: Taught, others: dict[Ref, tuple[Ref, ...]]) -> Event:
    assert event.mark is not None
    begins = taught.begins(event.text, event.number) if event.origins else None
    if begins is not None:
        mark = _mark_of(begins.names, event.text)
        others.update(dict.fromkeys(event.mark.refs, mark.refs))
        return replace(event, mark=mark, why=_("named by hand"), sure=Sure.SURE)
    refs = [new for ref in event.mark.refs for new in others.get(ref, (ref,))]
    return replace(event, mark=replace(event.mark, refs=tuple(dict.fromkeys(refs))))


def _told_cell(event: Event, taught: Taught) -> Event:
    left_out = "" if event.what is What.TEXT else taught.left_out(event.text, event.number)
    if left_out:
        return replace(event, what=What.OUT, why=left_out, sure=Sure.SURE, fact=None, facts=())
    if event.what in (What.FACT, What.OUT) and taught.kept(event.text):
        why = _("kept as a statement by hand")
        return replace(event, what=What.TEXT, why=why, sure=Sure.SURE, fact=None, facts=())
    if event.what is not What.HEADING and event.text in taught.headings:
        why = _("made a heading by hand")
        return replace(event, what=What.HEADING, why=why, sure=Sure.SURE, level=9, fact=None)
    return event
