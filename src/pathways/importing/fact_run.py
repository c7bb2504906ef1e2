"""Facts that stand next to each other: "Grade: PO4", "Department: Parks", "Post title: Keeper"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes
from pathways.importing.metadata import Fact, bare_title
from pathways.importing.units import Unit

_PAIR = re.compile(r"([^:\t\n]{2,40}):[ \t]+(\S[^\n]*)")
_LONGEST_KEY = 5  # words
_LONGEST_VALUE = 14


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

    def add(self, unit: Unit, fact: Fact | None, why: str) -> None:
        """Add a line; a name whose value stands on the next line is no fact by itself."""
        self._events.append(Event(What.FACT, unit.text, unit.origins, why, fact=fact))

    def end(self) -> list[Event]:
        """Return the lines, and behind them a mark where they name a grade or a role; forget
        them.
        """
        run, self._events = self._events, []
        facts = tuple(event.fact for event in run if event.fact)
        grade = next((fact.value for fact in facts if fact.kind == "grade"), "")
        title = next((bare_title(fact.value) for fact in facts if fact.kind == "title"), "")
        refs = parse_codes(grade) if grade else ()
        if not refs and not title:
            return _told(run, facts)
        label = next(
            (event.text for event in run if event.fact and event.fact.kind == "grade"), title
        )
        if title and refs:
            refs = (Ref(pay_range(grade, refs), refs[0].word, title),)
        mark = Mark(refs or (Ref(title=title),), label.rstrip(": "), title)
        return [*run, Event(What.MARK, label, (), mark=mark, facts=facts)]


def _told(run: list[Event], facts: tuple[Fact, ...]) -> list[Event]:
    """Give the facts of a run without a grade to whoever the text serves."""
    if run and any(fact.kind in ("other", "code") for fact in facts):
        run[-1] = replace(run[-1], facts=facts)
    return run


def unknown_fact(text: str) -> Fact | None:
    """Read "Name: value" whatever the name is, where both are short; for lines among known
    facts.
    """
    found = _PAIR.fullmatch(text.strip().lstrip("> "))
    if not found or len(found[1].split()) > _LONGEST_KEY:
        return None
    value = found[2].strip()
    if len(value.split()) > _LONGEST_VALUE or value.endswith((".", ";")):
        return None
    last = re.findall(r"[a-z]+", found[1].casefold())[-1:]
    kind = {"designation": "title", "grade": "grade", "band": "grade"}.get("".join(last), "other")
    return Fact(found[1].strip(), value, kind)


def pay_range(written: str, refs: Sequence[Ref]) -> str:
    """Return the grade of one post: a range of pay points ("PO1-PO4") is one grade of one role."""
    return refs[0].code if len(refs) == 1 else " ".join(written.split()).rstrip(": ")
