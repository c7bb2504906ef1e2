"""Names with their values as tables, in two, four or six columns, or as heads over one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.cell_kinds import flat, share
from pathways.importing.cells import SourceCell, once_each
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.metadata import Fact, bare_title, kind_of_key, parse_fact, placeholder
from pathways.importing.table_layout import Layout, is_band
from pathways.importing.table_weighing import TableReading, Weighed

_LONGEST_VALUE = 14  # words
Pair = tuple[SourceCell, SourceCell | None]


def weigh_facts(layout: Layout, names: DimensionNames, begun: bool) -> Weighed | None:
    """Weigh that a table holds facts about a role; None where nothing speaks for it.

    ``begun`` tells that the text of the document has begun: facts stand before it, unless they name
    a grade or a title.
    """
    pairs = _as_heads(layout) if layout.heads else pairs_of(layout)
    if not pairs:
        return None
    keys = [key.text for key, _value in pairs]
    values = [value.text for _key, value in pairs if value is not None and value.text]
    known = share(keys, lambda text: bool(kind_of_key(text) or parse_fact(text)))
    short = share(values, lambda text: len(text.split()) <= _LONGEST_VALUE)
    kinds = {kind_of_key(key) for key in keys}
    late = begun and known < 1.0 and not kinds & {"grade", "title"}
    if known < 0.5 or (values and short < 0.8) or late:
        return None
    if layout.heads and len(pairs) < 2:
        return None
    captions = layout.captions
    return Weighed(
        TableReading.FACTS, 3.5 + 6 * known, lambda _sure: list(events_of_pairs(captions, pairs))
    )


def pairs_of(layout: Layout) -> list[Pair]:
    """Return the names with their values, row by row; [] where the rows do not come in pairs."""
    found: list[Pair] = []
    for row in layout.body:
        cells = once_each(row)
        if len(row) > 1 and len(cells) == 1 and kind_of_key(row[0].text) and cells[0] is row[0]:
            found.append((cells[0], row[1]))
            continue
        if len(cells) == 1 and (parse_fact(cells[0].text) or is_band(row)):
            found.append((cells[0], None))
            continue
        if all(parse_fact(cell.text) for cell in cells):
            found.extend((cell, None) for cell in cells)
            continue
        if len(cells) % 2:
            cells = _padded(row)
        if len(cells) % 2:
            return []
        found.extend((cells[place], cells[place + 1]) for place in range(0, len(cells), 2))
    return [(key, value) for key, value in found if key.text or (value and value.text)]


def _padded(row: Sequence[SourceCell]) -> list[SourceCell]:
    """Return the cells of a row in which a value is missing, without those that only repeat."""
    found: list[SourceCell] = []
    for cell in row:
        if not cell.text or not found or found[-1].text != cell.text:
            found.append(cell)
    return found if len(found) % 2 == 0 else found[:-1] if not found[-1].text else found


def _as_heads(layout: Layout) -> list[Pair]:
    """Return heads over one row of values as names with their values."""
    if len(layout.body) != 1 or layout.over_cells or layout.width < 3:
        return []
    row = layout.body[0]
    if any(cell.text and not layout.head(place) for place, cell in enumerate(row)):
        return []  # a value without a name is no fact
    return [
        (head, row[place] if place < len(row) else None)
        for place, head in enumerate(layout.heads)
        if head.text
    ]


def events_of_pairs(captions: Sequence[SourceCell], pairs: Sequence[Pair]) -> Iterator[Event]:
    for cell in captions:
        yield Event(What.FACT, cell.text, cell.origins, _("the caption of the table"))
    facts: list[Fact] = []
    for key, value in pairs:
        alone = parse_fact(key.text) if value is None else None
        if alone is not None:
            facts.append(alone)
            why = _("a name with its value in a table")
            yield Event(What.FACT, key.text, key.origins, why, fact=alone)
        elif value is None:
            yield Event(What.FACT, key.text, key.origins, _("a heading in a table of facts"))
        else:
            yield from _pair(key, value, facts)
    yield from mark_of_facts(facts)


def _pair(key: SourceCell, value: SourceCell, facts: list[Fact]) -> Iterator[Event]:
    link = kind_of_key(key.text) == "link"
    nothing = placeholder(value.text)
    if link or not value.text or nothing or not key.text:
        why = _("a link of the page, no content") if link else _("a name without a value")
        why = nothing or why if key.text else _("a value without a name")
        sure = Sure.SURE if key.text else Sure.UNSURE
        for cell in (key, value):
            if cell.text:
                yield Event(What.OUT, cell.text, cell.origins, why, sure)
        return
    fact = Fact(flat(key.text).rstrip(": "), value.text, kind_of_key(key.text) or "other")
    facts.append(fact)
    yield Event(What.FACT, key.text, key.origins, _("a label in a table of labels and values"))
    why = _("a value in a table of labels and values")
    yield Event(What.FACT, value.text, value.origins, why, fact=fact)


def mark_of_facts(facts: Sequence[Fact]) -> Iterator[Event]:
    """Yield the grade or role that facts name, with the facts; nothing where they name none."""
    grade = next((fact for fact in facts if fact.kind == "grade"), None)
    title = next((bare_title(fact.value) for fact in facts if fact.kind == "title"), "")
    refs = parse_codes(grade.grade) if grade else ()
    if grade and not refs:  # "NVQ level 3" is a fact, and no grade
        plain = replace(grade, kind="other")
        facts = [plain if fact is grade else fact for fact in facts]
    within = parse_mark(title) if title and not refs else None
    if within is not None and within.title:
        yield Event(What.MARK, title, (), mark=within, facts=tuple(facts), whole=True)
        return
    if not refs and not title:
        if facts:
            yield Event(What.FACT, "", (), facts=tuple(facts))
        return
    label = f"{grade.key}: {grade.value}" if grade else title
    if title:
        first = refs[0] if refs else Ref()
        whole = " ".join(grade.grade.split()) if grade and len(refs) > 1 else first.code
        refs = (replace(first, code=whole, title=title),)
    yield Event(What.MARK, label, (), mark=Mark(refs, label, title), facts=tuple(facts))
