"""Tables as documents have them: levels by dimensions in either direction, one row a statement,
names with values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.cells import Cell, cell_events, cells_of, is_long
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.level_order import level_word
from pathways.importing.metadata import Fact, bare_title, kind_of_key, placeholder
from pathways.importing.record_table import column_of, record_events, roles_of_columns
from pathways.importing.units import Unit

Rows = Sequence[Sequence[Cell]]


def table_events(
    unit: Unit, names: DimensionNames, begun: bool = False, columns: Mapping[str, str] | None = None
) -> list[Event]:
    """Return what a table says; every cell of it is in one of the events.

    ``begun`` tells whether the text of the document has begun: a table of names and values before
    it holds facts.
    ``columns`` are what a person said that columns of these headings hold.
    """
    rows = [row for row in cells_of(unit) if any(cell.text for cell in row)]
    if not rows:
        return []
    roles = roles_of_columns([cell.text for cell in rows[0]], names, columns)
    if roles and len(rows) > 1:
        return record_events(rows, roles, names)
    if (
        all(len(row) == 2 for row in rows)
        and not _is_certain(rows, names)
        and _is_list_of_facts(rows, begun)
    ):
        return list(_fact_events(rows))
    matrix = _matrix(rows, names)
    if matrix:
        return matrix
    return list(_section_events(rows, names))


def _mark_of(text: str, leading: str = "") -> Mark | None:
    """Read the heading of a row or column as a grade or level; ``leading`` is the heading of the
    row headings.
    """
    mark = parse_mark(text)
    if mark is None and text and level_word(text) is not None and len(text.split()) <= 6:
        mark = Mark((Ref(title=text, word="level"),), text)
    if (
        mark is None
        and kind_of_key(leading) == "grade"
        and len(text.split()) <= 4
        and any(map(str.isdecimal, text))
    ):
        word = plain_words(leading)[-1]
        word = word if word in ("level", "band", "tier") else "grade"
        refs = tuple(replace(ref, word=word) for ref in parse_codes(text))
        mark = Mark(refs, text) if refs else None
    return mark


def _matrix(rows: Rows, names: DimensionNames) -> list[Event]:
    """Read a table of levels by dimensions; [] where it is none."""
    corner, heads = rows[0][0].text, [cell.text for cell in rows[0][1:]]
    firsts = [row[0].text for row in rows[1:]]
    if not heads or not firsts:
        return []
    down = _marks(firsts, corner)
    if sum(map(bool, down)) >= max(1 if _is_certain(rows, names) else 2, 0.8 * len(down)):
        return list(_by_level(rows, down, names))
    across = _marks([head for head in heads if head])
    if len(across) >= 2 and all(across):
        turned = _turned(rows)
        return list(_by_level(turned, _marks([row[0].text for row in turned[1:]]), names))
    return _guessed_matrix(rows, names)


def _is_certain(rows: Rows, names: DimensionNames) -> bool:
    """Tell whether the first row says that grades stand below it on the left, and dimensions on
    the right.
    """
    return kind_of_key(rows[0][0].text) == "grade" and all(
        names.exact(cell.text) for cell in rows[0][1:]
    )


def _guessed_matrix(rows: Rows, names: DimensionNames) -> list[Event]:
    """Read a table whose one side is known dimensions as one whose other side is levels, with a
    doubt.
    """
    heads, firsts = [cell.text for cell in rows[0][1:]], [row[0].text for row in rows[1:]]
    if len(heads) < 2 or len(firsts) < 2 or _is_criteria(rows):
        return []
    for cells, labels, turn in ((heads, firsts, False), (firsts, heads, True)):
        known = sum(names.exact(cell) is not None for cell in cells)
        if (
            known * 2 >= len(cells)
            and known >= 2
            and not any(names.exact(label) for label in labels)
            and all(labels)
        ):
            turned = _turned(rows) if turn else rows
            marks = [Mark((Ref(title=label, word="level"),), label) for label in labels]
            return list(_by_level(turned, marks, names, Sure.UNSURE))
    return []


def _marks(texts: Sequence[str], leading: str = "") -> list[Mark | None]:
    """Read headings as grades or levels; titles with a word in common ("Engineer 1", "Engineer 2")
    are some too.
    """
    marks = [_mark_of(text, leading) for text in texts]
    words = [set(plain_words(text)) for text in texts]
    alike = len(texts) >= 2 and set.intersection(*words) and len(set(texts)) == len(texts)
    if not all(marks) and alike and all(len(text.split()) <= 5 for text in texts):
        return [
            mark or Mark((Ref(title=text, word="level"),), text)
            for mark, text in zip(marks, texts, strict=True)
        ]
    return marks


def _turned(rows: Rows) -> list[list[Cell]]:
    width = max(len(row) for row in rows)
    return [[row[place] for row in rows if place < len(row)] for place in range(width)]


def _by_level(
    rows: Rows, marks: Sequence[Mark | None], names: DimensionNames, sure: Sure = Sure.SURE
) -> Iterator[Event]:
    """Yield the events of a table with a level in each row and a dimension in each column."""
    head = rows[0]
    yield from _out_or_fact(head[0], _("the corner of the table"))
    for cell in head[1:]:
        match = names.find(cell.text)
        doubtful = match.known and match.sure is Sure.UNSURE
        why = match.why if doubtful else _("the heading of a dimension in the table")
        yield Event(What.FACT, cell.text, cell.origins, why, Sure.UNSURE if doubtful else Sure.SURE)
    for row, mark in zip(rows[1:], marks, strict=True):
        if mark is None:
            yield from (
                event
                for cell in row
                for event in _out_or_fact(cell, _("a row without a level"), Sure.UNSURE)
            )
            continue
        why = _("the level of this row or column of the table")
        if sure is Sure.UNSURE:
            why = _("a level, I think, because the other side of the table is dimensions")
        yield Event(What.MARK, row[0].text, row[0].origins, why, sure, mark=mark, whole=True)
        yield from _cells_of_level(row, head)
    yield Event(What.END)


def _cells_of_level(row: Sequence[Cell], head: Sequence[Cell]) -> Iterator[Event]:
    for cell, over in zip(row[1:], head[1:], strict=False):
        if placeholder(cell.text) or not cell.text:
            yield from _out_or_fact(cell, placeholder(cell.text))
            continue
        # "Overall" is the known name of a dimension, not a word for the reader: it is the same in
        # every language.
        yield Event(
            What.HEADING, over.text or "Overall", (), _("the heading of the table"), level=9
        )
        yield from cell_events(cell, _("a cell of the table"))


def _out_or_fact(cell: Cell, why: str, sure: Sure = Sure.SURE) -> Iterator[Event]:
    if cell.text:
        what = What.OUT if placeholder(cell.text) or sure is Sure.UNSURE else What.FACT
        yield Event(what, cell.text, cell.origins, placeholder(cell.text) or why, sure)


def _is_list_of_facts(rows: Rows, begun: bool) -> bool:
    known = sum(bool(kind_of_key(row[0].text)) for row in rows)
    return known * 2 >= len(rows) and (
        not begun or any(kind_of_key(row[0].text) in ("grade", "title") for row in rows)
    )


def _fact_events(rows: Rows) -> Iterator[Event]:
    """Yield names with their values; a grade or a role among them is a mark."""
    facts = []
    for key, value in rows:
        if kind_of_key(key.text) == "link" or not value.text:
            why = _("a link of the page, no content") if value.text else _("a name without a value")
            yield from (
                Event(What.OUT, cell.text, cell.origins, why) for cell in (key, value) if cell.text
            )
            continue
        fact = Fact(key.text.rstrip(": "), value.text, kind_of_key(key.text) or "other")
        facts.append(fact)
        yield Event(What.FACT, key.text, key.origins, _("a name in a table of names and values"))
        yield Event(
            What.FACT,
            value.text,
            value.origins,
            _("a value in a table of names and values"),
            fact=fact,
        )
    grade = next((fact for fact in facts if fact.kind == "grade"), None)
    title = next((bare_title(fact.value) for fact in facts if fact.kind == "title"), "")
    refs = parse_codes(grade.value) if grade else ()
    if refs or title:
        first = refs[0] if refs else Ref()
        named = (
            Ref(
                " ".join(grade.value.split()) if grade and len(refs) > 1 else first.code,
                first.word,
                title,
            ),
        )
        label = f"{grade.key}: {grade.value}" if grade else title
        yield Event(
            What.MARK,
            label,
            (),
            mark=Mark(named if title else refs, label, title),
            facts=tuple(facts),
        )


def _section_events(rows: Rows, names: DimensionNames) -> Iterator[Event]:
    """Yield a table that only lays out one role: a column (or a first row) of headings with text
    beside (or below).
    """
    if len(rows[0]) > 1 and _is_criteria(rows):
        yield from _criteria_events(rows, names)
        return
    columns = [column_of(cell.text) for cell in rows[0]]
    headed = len(rows) > 1 and len(rows[0]) > 1 and all(columns)
    for number, row in enumerate(rows):
        filled = [cell for cell in row if cell.text and not cell.text.rstrip(".").isdecimal()]
        numbers = [cell for cell in row if cell.text.rstrip(".").isdecimal()]
        yield from (Event(What.OUT, c.text, c.origins, _("the number of a row")) for c in numbers)
        if headed and not number:
            yield from (
                Event(What.FACT, c.text, c.origins, _("the heading of a column")) for c in filled
            )
        elif headed and columns[0] == "dimension" and len(filled) > 1:
            yield from _beside_heading(filled)
        else:
            yield from _row_events(filled, names)


def _beside_heading(filled: Sequence[Cell]) -> Iterator[Event]:
    first, *rest = filled
    yield Event(
        What.HEADING,
        first.text,
        first.origins,
        _("the first cell of its row"),
        Sure.LIKELY,
        level=9,
    )
    for cell in rest:
        yield from cell_events(cell, _("a cell beside its heading"))


def _row_events(filled: Sequence[Cell], names: DimensionNames) -> Iterator[Event]:
    if len(filled) == 1:
        cell = filled[0]
        short = not is_long(cell) and len(cell.text.split()) <= 10
        if short and (cell.bold or names.exact(cell.text)):
            yield Event(
                What.HEADING,
                cell.text,
                cell.origins,
                _("a heading in a table"),
                Sure.LIKELY,
                level=9,
            )
        elif short and placeholder(cell.text):
            yield Event(What.OUT, cell.text, cell.origins, placeholder(cell.text))
        else:
            yield from cell_events(cell, _("a row of a table"))
        return
    if filled and _heads_row(filled, names):
        yield from _beside_heading(filled)
        return
    if filled and all(names.exact(cell.text) or kind_of_key(cell.text) for cell in filled):
        yield from (
            Event(What.HEADING, c.text, c.origins, _("a heading of the table"), level=9)
            for c in filled[-1:]
        )
        yield from (
            Event(What.FACT, c.text, c.origins, _("a heading of the table")) for c in filled[:-1]
        )
        return
    for cell in filled:
        yield from cell_events(cell, _("a cell of a table whose plan I do not know"), Sure.UNSURE)


def _heads_row(filled: Sequence[Cell], names: DimensionNames) -> bool:
    first, *rest = filled
    short = len(first.text.split()) <= 8 and not is_long(first) and not first.text.endswith(".")
    return short and any(len(cell.text.split()) > 4 or is_long(cell) for cell in rest)


def _is_criteria(rows: Rows) -> bool:
    heads = [cell.text.casefold().strip(": ") for cell in rows[0]]
    return any(head.startswith("essential") for head in heads) and len(rows) > 1


def _criteria_events(rows: Rows, names: DimensionNames) -> Iterator[Event]:
    """Yield a person specification: subjects down, essential and desirable across."""
    head = rows[0]
    for cell in head:
        if cell.text:
            yield Event(What.FACT, cell.text, cell.origins, _("a heading of the table"))
    wanted = [
        place
        for place, cell in enumerate(head)
        if cell.text.casefold().startswith(("essential", "desirable"))
    ]
    for row in rows[1:]:
        subject = row[0] if 0 not in wanted else None
        # the known name of a dimension again
        heading = subject.text if subject and subject.text else "Person specification"
        origins = subject.origins if subject else ()
        for number, place in enumerate(place for place in wanted if place < len(row)):
            cell = row[place]
            if not number:
                yield Event(
                    What.HEADING,
                    heading,
                    origins,
                    _("the subject of the row"),
                    Sure.LIKELY,
                    level=9,
                )
            if cell.text and not placeholder(cell.text):
                label = head[place].text.strip(": ")
                yield Event(What.LEAD, label, (), _("the heading of the column"), label=label)
                yield from cell_events(cell, _("a criterion of the person specification"))
            elif cell.text:
                yield Event(What.OUT, cell.text, cell.origins, placeholder(cell.text))
        others = [
            cell for place, cell in enumerate(row) if place not in wanted and cell is not subject
        ]
        yield from (
            Event(What.FACT, c.text, c.origins, _("how the criterion is assessed"))
            for c in others
            if c.text
        )
