"""The sheet that an employee and a manager sit down with: two sides of paper, never a third.

The first side says what the step is and leaves room for what is talked about; the second lists what
is new or raised, with room to fill in. What does not fit is counted, and the full comparison is
referred to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pathways.compare.change import Comparison, StepChange, Verdict
from pathways.compare.clause import first_title, main_clause, told_first
from pathways.compare.first import first_of_all
from pathways.compare.sentences import ended, inclusions, inside, place
from pathways.i18n import _, _n, capitalised, in_words
from pathways.model.library import Library
from pathways.report import blocks
from pathways.report.asked import Asked, asked_of, texts_of
from pathways.report.column_widths import column_widths
from pathways.report.marks import verdict_cell
from pathways.report.options import SheetOptions
from pathways.report.provenance import brief_advice, frameworks_of
from pathways.report.room import Paper, type_in_tables
from pathways.report.sheet import sheet
from pathways.report.spans import Line, Span, Style, plain, styled, text_of
from pathways.report.subjects import SubjectLine, subject_lines

_TOP, _SIGNED = 34.0, 22.0  # the title and who sits down; the lines to sign on
_TITLE = 2.1  # how large the title is, in relation to the text
_LEAST_ROOM, _MOST_ROOM = 12.0, 40.0  # millimetres to write strengths and gaps in
_HEADING = 9.5  # millimetres that a heading takes with the room around it
_QUOTED = (30, 60, 90, 120, 160, 200, 260)  # letters that may be quoted of a subject
_ASKED_IN = (170, 140, 110, 80)  # ... and of each statement that can be filled in
_BOX = "☐"
_EMPTY = blocks.cell_of("")
_ROOM_IN_A_LINE = 220  # letters


def meeting_sheet(
    comparison: Comparison, library: Library, *, options: SheetOptions
) -> blocks.Sheet:
    """Return two sides about a comparison of nodes of ``library``."""
    return _MeetingSheet(comparison, library, options).document()


class _MeetingSheet:
    """One sheet in the making."""

    def __init__(self, comparison: Comparison, library: Library, options: SheetOptions) -> None:
        self.steps = comparison.steps
        self.nodes = comparison.nodes
        self.options = options
        sentence = _("From {first} to {last}")
        self.title = sentence.format(first=place(self.nodes[0]), last=place(self.nodes[-1]))
        self.frameworks = frameworks_of(library, [node.id for node in self.nodes])
        self.paper = Paper.compact(options)
        self._included = [blocks.paragraph_of(said) for said in inclusions(self.steps, library)]
        self.scale = max(1.0, options.text_size / 12)  # rooms to write in do not shrink
        self.above = (_HEADING + 5.5) * self.scale  # a heading and the head of its table
        self.across = len(self.steps) == 1 and self.steps[0].across
        self.quoted = _ASKED_IN[-1]
        self.asked = [one for step in self.steps for one in asked_of(step)]

    def document(self) -> blocks.Sheet:
        return sheet(
            self.title,
            self.frameworks,
            (*self._first_side(), *self._second_side()),
            self.options,
            compact=True,
        )

    # The first side ------------------------------------------------------------------------------

    def _first_side(self) -> tuple[blocks.Block, ...]:
        signed = self._signatures()
        advice = (*brief_advice(self.frameworks), *self._included)
        room = self.paper.height - (_TOP + _SIGNED * bool(signed)) * self.scale
        room -= self.paper.text_height(self.title, self.paper.width, _TITLE) - (
            self.paper.text_height("-", self.paper.width, _TITLE)
        )
        room -= sum(
            self.paper.text_height(text_of(block.spans), self.paper.width) + 2.5 for block in advice
        )
        to_write = (_HEADING + 16.0) * self.scale + 1.6 * _LEAST_ROOM
        for taken in (to_write, 0.0) if self.options.notes else (0.0,):
            makes, used = self._what_makes_the_step((room - taken) * 0.5)
            subjects, also_used = self._subjects(room - taken - used)
            left = room - taken - used - also_used
            if left >= 0:  # else there is no room to write: what the step is comes first
                break
        written = _LEAST_ROOM + max(0.0, left) / 1.6
        notes = self._notes(min(_MOST_ROOM, written)) if taken else ()
        return (*advice, *self._who(), *makes, *subjects, *notes, *signed)

    def _who(self) -> tuple[blocks.Block, ...]:
        columns = (
            blocks.Column(_("Name"), 1.2),
            blocks.Column(_("Present role"), 1.2),
            blocks.Column(_("Manager"), 1.2),
            blocks.Column(_("Date"), 0.7),
        )
        caption = _("Who meets")
        row = tuple(_EMPTY for _column in columns)
        return (blocks.Table(caption, columns, (row,), together=True, row_height=8.0),)

    def _what_makes_the_step(self, room: float) -> tuple[tuple[blocks.Block, ...], float]:
        """Return the few statements to tell first, as many as fit, and the millimetres taken."""
        heading = blocks.Heading(2, first_title(self.steps))
        columns = (blocks.Column(_("Change"), 0.3), blocks.Column(_("What is asked"), 1.4))
        told = [(one, self._told(one)) for one in self._told_first()]
        cells = [(_sign(one), blocks.Cell((line,))) for one, line in told]
        widths = self._widths(columns, cells)
        rows: list[tuple[blocks.Cell, ...]] = []
        used = self.above
        for (one, line), row in zip(told, cells, strict=True):
            height = self.paper.row_height((one.sign, text_of(line)), widths)
            if used + height > room and rows:
                break
            rows.append(row)
            used += height
        if not rows:
            said = self._nothing_more()
            height = self.paper.text_height(said, self.paper.width)
            return (heading, blocks.paragraph_of(said)), self.above + height
        table = blocks.Table(heading.text, columns, tuple(rows))
        return (heading, table), used

    def _told_first(self) -> Iterator[Asked]:
        """Yield what the steps name first, turn and turn about where there are several steps."""
        for step, first in first_of_all(self.steps):
            yield from (
                one for one in self.asked if one.step is step and one.id == first.statement.id
            )

    def _told(self, one: Asked) -> Line:
        clause, before = told_first(one.text, one.before, one.step.before)
        line: Line = (Span(clause),)
        if len(self.steps) > 1:
            grade = _("{grade}: ").format(grade=one.step.after.title)
            line = (Span(grade, Style.STRONG), *line)
        return (*line, Span(f" {before}", Style.QUIET)) if before else line

    def _nothing_more(self) -> str:
        return _("The texts ask for nothing new and nothing more at {grade}.").format(
            grade=place(self.nodes[-1])
        )

    def _subjects(self, room: float) -> tuple[tuple[blocks.Block, ...], float]:
        """Return what becomes of each subject, in lines short enough to fit."""
        title = _("What matches, and what does not") if self.across else _("What changes")
        columns = (blocks.Column(_("Subject"), 0.36), blocks.Column(title, 1.4))
        rows, height = self._subject_rows(columns, room - self.above)
        used = self.above + height
        cells = tuple((_bold(subject), blocks.cell_of(told)) for subject, told, _aside in rows)
        heading = blocks.Heading(2, _("Subject by subject"))
        return (heading, blocks.Table(heading.text, columns, cells, row_headers=True)), used

    def _subject_rows(
        self, columns: Sequence[blocks.Column], room: float
    ) -> tuple[list[SubjectLine], float]:
        """Return the subjects with as much quoted of each as fits, and the millimetres taken."""
        for most in (*reversed(_QUOTED), 0):
            rows = self._quoting(columns, room, most)
            used = self._subjects_height(columns, rows)
            if used <= room:  # columns are as wide as their rows ask for: what fitted may not
                break
        dropped: list[SubjectLine] = []
        while used > room and len(rows) > 1 + bool(dropped):
            dropped.insert(0, rows.pop(-2 if dropped else -1))
            told = "; ".join(line.short for line in dropped)
            rest = SubjectLine(_("Also"), ended(capitalised(told)))
            rows = [*(rows[:-1] if len(dropped) > 1 else rows), rest]
            used = self._subjects_height(columns, rows)
        return rows, used

    def _quoting(
        self, columns: Sequence[blocks.Column], room: float, most: int
    ) -> list[SubjectLine]:
        """Return the subjects, quoting of each up to ``most`` letters, as far as there is room."""
        rows = list(subject_lines(self.steps, 0))
        widths = self._subject_widths(columns, rows)
        used = self._subjects_height(columns, rows)
        order = self._fullest_first(rows)
        for letters in (letters for letters in _QUOTED if letters <= most):
            fullers = list(subject_lines(self.steps, letters))
            for number in order:
                fuller = fullers[number]
                texts = ((row.title, row.told) for row in (fuller, rows[number]))
                higher, high = (self.paper.row_height(text, widths) for text in texts)
                if used + higher - high <= room:
                    rows[number] = fuller
                    used += higher - high
        return rows

    def _fullest_first(self, rows: Sequence[SubjectLine]) -> list[int]:
        """Return the places of the subjects, that of which most is asked first."""
        asked = Counter(one.subject for one in self.asked)
        return sorted(range(len(rows)), key=lambda number: -asked[rows[number].title])

    def _subject_widths(
        self, columns: Sequence[blocks.Column], rows: Sequence[SubjectLine]
    ) -> list[float]:
        cells = [(_bold(row.title), blocks.cell_of(row.told)) for row in rows]
        return self._widths(columns, cells)

    def _subjects_height(
        self, columns: Sequence[blocks.Column], rows: Sequence[SubjectLine]
    ) -> float:
        widths = self._subject_widths(columns, rows)
        return sum(self.paper.row_height((row.title, row.told), widths) for row in rows)

    def _notes(self, room: float) -> tuple[blocks.Block, ...]:
        talk = (blocks.Column(_("Strengths")), blocks.Column(_("Gaps")))
        agreed = (blocks.Column(_("What we agreed"), 1.5), blocks.Column(_("By when"), 0.5))
        return (
            blocks.Heading(2, _("What we talked about")),
            blocks.Table(_("Strengths and gaps"), talk, ((_EMPTY, _EMPTY),), True, row_height=room),
            blocks.Table(
                _("What we agreed"), agreed, ((_EMPTY, _EMPTY),), True, row_height=room * 0.6
            ),
        )

    def _signatures(self) -> tuple[blocks.Block, ...]:
        if not self.options.signatures:
            return ()
        return (blocks.Signatures((_("Employee"), _("Manager")), _("Date")),)

    # The second side -----------------------------------------------------------------------------

    def _second_side(self) -> Iterator[blocks.Block]:
        yield blocks.Heading(2, _("What I can show"), new_page=True)
        after = place(self.nodes[-1])
        if not self.asked:
            yield blocks.paragraph_of(self._nothing_more())
            yield from self._not_repeated()
            return
        columns = (
            blocks.Column(_("Subject and change"), 0.9),
            blocks.Column(_("What {grade} asks").format(grade=after), 1.6),
            blocks.Column(_("Shown already"), 0.36, centred=True),
            blocks.Column(_("Partly"), 0.32, centred=True),
            blocks.Column(_("Not yet"), 0.28, centred=True),
            blocks.Column(_("Evidence, action and date"), 1.05),
        )
        closing = [*self._not_repeated()]
        texts = [_left_out(self.asked), *(text_of(block.spans) for block in closing)]
        below = (self.paper.text_height(text, self.paper.width) + 2.5 for text in texts)
        room = self.paper.height - sum(below)
        shown = self._that_fit(columns, room)
        rows = tuple(self._row(one) for one in self.asked if one in shown)
        caption = _("What is only in this text") if self.across else _("What is new or raised")
        yield blocks.Table(caption, columns, rows)
        left = [one for one in self.asked if one not in shown]
        if left:
            yield blocks.paragraph_of(_left_out(left))
        yield from closing

    def _that_fit(self, columns: Sequence[blocks.Column], room: float) -> list[Asked]:
        """Return as many statements as the side holds: what makes the step, then one subject
        after the other, turn and turn about. Where it holds all, it quotes more of each.
        """
        for self.quoted in _ASKED_IN:
            if self._rows_height(columns, self.asked) <= room:
                return self.asked
        found: list[Asked] = []
        for one in self._by_weight():
            # columns are as wide as the rows that stand in them ask for, so all is measured anew
            if self._rows_height(columns, [*found, one]) > room:
                break
            found.append(one)
        return found

    def _rows_height(self, columns: Sequence[blocks.Column], asked: Sequence[Asked]) -> float:
        """Return how high the table of these stands with its heading, in millimetres."""
        rows = [self._row(one) for one in self.asked if one in asked]
        widths = self._widths(columns, rows)
        height = self.paper.row_height([column.title for column in columns], widths)
        below = (["\n".join(map(text_of, cell.lines)) for cell in row] for row in rows)
        return (
            height
            + sum(self.paper.row_height(cells, widths) for cells in below)
            + _HEADING * self.scale
        )

    def _by_weight(self) -> list[Asked]:
        first = list(self._told_first())
        turns: dict[str, int] = {}
        ranked = []
        for one in self.asked:
            if one not in first:
                turns[one.subject] = turns.get(one.subject, 0) + 1
                ranked.append((turns[one.subject], one))
        return [*first, *(one for _turn, one in sorted(ranked, key=lambda pair: pair[0]))]

    def _words(self, one: Asked) -> str:
        if len(self.steps) > 1:
            return f"{one.step.after.title}: {one.short(self.quoted)}"
        return one.short(self.quoted)

    def _row(self, one: Asked) -> tuple[blocks.Cell, ...]:
        box = blocks.cell_of(_BOX)
        subject = blocks.Cell((styled(one.subject, Style.STRONG), plain(one.sign)))
        return (subject, blocks.cell_of(self._words(one)), box, box, box, _EMPTY)

    def _widths(
        self, columns: Sequence[blocks.Column], rows: Sequence[tuple[blocks.Cell, ...]]
    ) -> list[float]:
        table = blocks.Table("", tuple(columns), tuple(rows))
        size = self.paper.size * type_in_tables(len(columns))
        return column_widths(table, self.paper.width, size)

    def _not_repeated(self) -> Iterator[blocks.Paragraph]:
        for step in self.steps[-1:]:
            gone = _gone(step)
            if gone:
                sentence = _("Not repeated at {grade} ({count}): {texts}")
                grade = step.after
                if step.across:
                    sentence = _("Only in the text for {grade} ({count}): {texts}")
                    grade = step.before
                told = sentence.format(grade=place(grade), count=len(gone), texts=_in_a_line(gone))
                yield blocks.Paragraph(styled(told, Style.QUIET))


def _sign(one: Asked) -> blocks.Cell:
    return verdict_cell(one.verdict, word=one.word)


def _bold(text: str) -> blocks.Cell:
    return blocks.cell_of(text, Style.STRONG)


def _gone(step: StepChange) -> list[str]:
    """Return the statements that the later text does not say again, each once."""
    return [main_clause(text, 60) for text in texts_of(step, Verdict.DROPPED)]


def _in_a_line(texts: Sequence[str]) -> str:
    """Return texts one after another, as many as fit, and how many more there are."""
    told: list[str] = []
    for text in texts:
        if told and sum(map(len, told)) + len(text) > _ROOM_IN_A_LINE:
            break
        told.append(inside(text))
    more = len(texts) - len(told)
    sentence = "; ".join(told)
    if more:
        sentence += "; " + _n("{count} more", "{count} more", more).format(count=more)
    return ended(sentence)


def _left_out(left: Sequence[Asked]) -> str:
    counts: dict[str, int] = {}
    for one in left:
        counts[one.subject] = counts.get(one.subject, 0) + 1
    named = [
        _("{count} in {subject}").format(count=count, subject=inside(subject))
        for subject, count in counts.items()
    ]
    return _("Not on this sheet: {counts}. The full comparison has them all.").format(
        counts=in_words(named)
    )
