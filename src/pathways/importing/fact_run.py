"""Facts that stand next to each other: "Grade: PO4", "Department: Parks", "Post title: Keeper"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.metadata import Fact, bare_title, dated_fact, facts_of_line, placeholder
from pathways.importing.units import Unit

_FEWEST = 3  # facts of one line behind the beginning of the text


class FactRun:
    """Gather neighbouring facts, and say what they name together."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def __bool__(self) -> bool:
        """Tell whether a run is open."""
        return bool(self._events)

    def has(self, key: str) -> bool:
        """Tell whether the run has a fact of that name."""
        return any(event.fact and event.fact.key == key for event in self._events)

    def add(self, unit: Unit, fact: Fact | None, why: str, number: int) -> None:
        """Add a line; a name whose value stands on the next line is no fact by itself.

        ``number`` tells which of equal lines it is, for a correction.
        """
        nothing = placeholder(fact.value) if fact else ""
        event = Event(What.FACT, unit.text, unit.origins, why, fact=fact)
        if nothing:  # "Job title: [Job title]" names no job
            event = Event(What.OUT, unit.text, unit.origins, nothing)
        self._events.append(replace(event, said=unit.text, number=number))

    def add_several(self, unit: Unit, begun: bool, number: int) -> bool:
        """Add the facts of a line that states several; tell whether it does. Behind the beginning
        of the text, ``begun``, only with a grade or a title among them, or where all are dates.
        """
        found = facts_of_line(unit.text)
        kinds = {fact.kind for _part, fact in found}
        dates = all(dated_fact(part) for part, _fact in found)
        if begun and not dates and not (len(found) >= _FEWEST and kinds & {"grade", "title"}):
            return False
        for part, fact in found:
            origins = (replace(unit.origins[0], text=part),)
            why = _("one of several facts on a line")
            event = Event(What.FACT, part, origins, why, fact=fact)
            self._events.append(replace(event, said=unit.text, number=number))
        return bool(found)

    def end(self) -> list[Event]:
        """Return the lines, and behind them a mark where they name a grade or a role; forget
        them.
        """
        run, self._events = self._events, []
        facts = tuple(event.fact for event in run if event.fact)
        grade = next((fact.grade for fact in facts if fact.kind == "grade"), "")
        title = next((bare_title(fact.value) for fact in facts if fact.kind == "title"), "")
        refs = parse_codes(grade) if grade else ()
        both = parse_mark(title, heading=True) if title and not refs else None
        if both and both.title and len(both.refs) == 1:  # "Post: Supervisor (Scale 6)"
            title, refs = bare_title(both.title), both.refs
            grade = refs[0].code
        if grade and not refs:
            run, facts = _as_plain_facts(run)  # "Grade: NVQ level 3" states no grade
        if not refs and not title:
            return _told(run, facts)
        label = next(
            (event.text for event in run if event.fact and event.fact.kind == "grade"), title
        )
        if title and refs:
            refs = (Ref(_pay_range(grade, refs), refs[0].word, title),)
        mark = Mark(refs or (Ref(title=title),), label.rstrip(": "), title)
        return [*run, Event(What.MARK, label, (), mark=mark, facts=facts)]


def _as_plain_facts(run: Sequence[Event]) -> tuple[list[Event], tuple[Fact, ...]]:
    """Return a run whose facts about the grade are facts like any other."""
    found = [
        replace(event, fact=replace(event.fact, kind="other"))
        if event.fact and event.fact.kind == "grade"
        else event
        for event in run
    ]
    return found, tuple(event.fact for event in found if event.fact)


def _told(run: list[Event], facts: tuple[Fact, ...]) -> list[Event]:
    """Give the facts of a run without a grade to whoever the text serves."""
    if run and any(fact.kind in ("other", "code") for fact in facts):
        run[-1] = replace(run[-1], facts=facts)
    return run


def _pay_range(written: str, refs: Sequence[Ref]) -> str:
    """Return the grade of one post: a range of pay points ("PO1-PO4") is one grade of one role."""
    return refs[0].code if len(refs) == 1 else " ".join(written.split()).rstrip(": ")
