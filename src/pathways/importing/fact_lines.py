"""Facts whose lines were broken in the wrong place: two on one line, or one over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pathways.importing.job_titles import is_job_title
from pathways.importing.line_tests import is_short
from pathways.importing.metadata import Fact, kind_of_key, parse_fact
from pathways.importing.outline import Kind
from pathways.importing.units import Unit

_LONGEST_GRADE = 3  # words
_LONGEST_REST = 5  # words of a title on its second line
_CODE = re.compile(r"[A-Z]{1,4}|(?:[A-Za-z]{1,6} ?)?\d{1,2}[a-z]?(?:[-/]\d{1,2})?")
_NAMED = re.compile(r"[A-Z][\w/]{0,20}(?: [\w/]{1,20}){0,3}:\s+\S.*")


def with_whole_facts(units: Sequence[Unit]) -> list[Unit]:
    """Return units in which each fact about the grade or the title stands on a line of its own."""
    found: list[Unit] = []
    waiting = list(units)[::-1]
    while waiting:
        unit = waiting.pop()
        fact = parse_fact(unit.text) if unit.kind is Kind.PARAGRAPH else None
        after = waiting[-1] if waiting and _may_go_on(waiting[-1]) else None
        if fact is not None and fact.kind == "grade":
            parts = list(_parted(unit, fact, after))
            if after is not None and len(parts[-1].origins) > 1:
                waiting.pop()
            found.extend(parts)
        elif fact is not None and after is not None and _is_title_of(fact, after):
            found.append(_joined(unit, after, " "))
            waiting.pop()
        else:
            found.append(unit)
    return found


def _parted(unit: Unit, fact: Fact, after: Unit | None) -> Iterator[Unit]:
    """Yield the grade, and behind it what else its line says: "Grade: PO4 Post number: 12", or
    "Grade: PO4 Position" with the position on the next line.
    """
    words = fact.value.split()
    for count in range(1, min(_LONGEST_GRADE, len(words) - 1) + 1):
        rest = " ".join(words[count:])
        if not _CODE.fullmatch(" ".join(words[:count])):
            continue
        named = _NAMED.fullmatch(rest) is not None
        if named or (after is not None and rest[0].isupper() and kind_of_key(rest)):
            place = unit.text.rfind(words[count], 0, len(unit.text) - len(rest) + len(words[count]))
            yield part_of(unit, unit.text[:place].strip())
            second = part_of(unit, unit.text[place:].strip())
            yield second if named or after is None else _joined(second, after, ": ")
            return
    yield unit


def part_of(unit: Unit, text: str) -> Unit:
    """Return a part of a unit that holds two things on one line."""
    return replace(unit, text=text, origins=(replace(unit.origins[0], text=text),))


def _joined(unit: Unit, after: Unit, between: str) -> Unit:
    text = unit.text.rstrip(": ") + between + after.text if between == ": " else ""
    return replace(
        unit, text=text or f"{unit.text} {after.text}", origins=(*unit.origins, *after.origins)
    )


def _may_go_on(unit: Unit) -> bool:
    plain = unit.kind is Kind.PARAGRAPH and not unit.bold and ":" not in unit.text
    return plain and bool(unit.text) and is_short(unit.text, _LONGEST_REST)


def _is_title_of(fact: Fact, after: Unit) -> bool:
    """Tell whether a line is the rest of the title before it, which is none without it."""
    if fact.kind != "title" or is_job_title(fact.value) or kind_of_key(after.text):
        return False
    return is_job_title(f"{fact.value} {after.text}")
