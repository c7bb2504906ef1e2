"""From the lines of a PDF to headings, paragraphs, points and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from pathways.i18n import _
from pathways.importing.outline import Kind, Piece
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.line_breaks import begins_inside, begins_label, between
from pathways.importing.reading.pdf_lines import Line, Stretch, width_of_letters
from pathways.importing.reading.pdf_table import DrawnTable
from pathways.importing.reading.points import bullet_of, number_of

_LARGER = 1.12  # than the text: a heading
_LONGEST_HEADING = 200
_ALIGNED = 5.0  # points
_PARAGRAPH_GAP = 1.25  # times the usual distance of lines
# of the longest line: the width of letters, and so what would have fitted, is only guessed
_FULL = 0.95
_HALF = 0.6
_ENDS = (".", "!", "?")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class PdfParagraphs:
    """Join lines into pieces, and put them into a Gathering."""

    def __init__(
        self,
        gathering: Gathering,
        lines: Sequence[Line],
        tables: Mapping[int, DrawnTable] | None = None,
    ) -> None:
        """Take the lines; ``tables`` are those that stand for a drawn table, by their numbers."""
        self._gathering = gathering
        self._tables = tables or {}
        self._lines = lines
        letters: Counter[float] = Counter()
        for line in lines:
            letters[round(line.size, 1)] += line.letters
        self._body = letters.most_common(1)[0][0] if letters else 1.0
        sizes = sorted({round(line.size) for line in lines if self._is_heading(line)}, reverse=True)
        self._levels = {size: min(index, 6) for index, size in enumerate(sizes, start=1)}
        self._leading = _usual_distance(lines)
        self._edge = max((line.end for line in lines if not self._is_heading(line)), default=0.0)
        self._known = Counter(word.lower() for line in lines for word in _WORDS.findall(line.text))
        self._open: list[Line] = []
        self._text = ""
        self._depths: list[float] = []

    def gather(self) -> None:
        """Gather all lines."""
        index = 0
        while index < len(self._lines):
            drawn = self._tables.get(self._lines[index].number)
            if drawn is not None:
                self._close()
                first = self._lines[index]
                index, drawn = self._with_next_pages(index + 1, drawn)
                self._add_drawn(first, drawn)
                continue
            table = _table(self._lines[index : index + 400])
            if table:
                self._close()
                self._add_table(table)
                index += len(table)
                continue
            line = self._lines[index]
            if self._open and self._goes_on(line):
                self._join(line)
            else:
                self._close()
                self._text = line.text
            self._open.append(line)
            index += 1
        self._close()

    def _with_next_pages(self, index: int, table: DrawnTable) -> tuple[int, DrawnTable]:
        """Return a table with what goes on with it over the ends of pages, and the place behind
        it.
        """
        while index < len(self._lines) and self._lines[index].page > self._lines[index - 1].page:
            after = self._tables.get(self._lines[index].number)
            whole = table.joined(after) if after is not None else None
            if whole is None:
                break
            index, table = index + 1, whole
        return index, table

    def _is_heading(self, line: Line) -> bool:
        return (
            line.size >= self._body * _LARGER
            and len(line.text) <= _LONGEST_HEADING
            and not bullet_of(line.text)
        )

    def _goes_on(self, line: Line) -> bool:
        before = self._open[-1]
        if bullet_of(line.text) or (number_of(line.text) and not line.text[0].islower()):
            return False
        if abs(before.size - line.size) > 0.6:
            return False
        if before.is_bold != line.is_bold and not self._fills(before, line):
            return False
        if before.page != line.page:
            return line.text[:1].islower() and not before.text.endswith((".", "!", "?", ":", ";"))
        if before.column != line.column:
            return begins_inside(before.text, line.text)
        gap = before.y - line.y
        if gap <= 0 or gap > max(self._leading, line.size * 1.1) * _PARAGRAPH_GAP:
            return False
        if self._is_heading(line):
            return True
        first = self._open[0]
        if line.text[:1].islower() or before.text.endswith(("-", "\u00ad")):
            return True
        if first.text_x and line.x < first.text_x - 2:
            return False
        if begins_label(line.text):
            return False
        if before.text.endswith(_ENDS) and self._may_be_heading(line):
            return False
        return begins_inside(before.text, line.text) or self._is_full(before, line)

    def _is_full(self, before: Line, line: Line) -> bool:
        """Say whether the first word of a line had no place any more on the line before."""
        word = width_of_letters(" " + line.text.split(maxsplit=1)[0]) * line.size
        return before.end + word > self._edge * _FULL

    def _fills(self, before: Line, line: Line) -> bool:
        """Say whether a line that is bold where the one before is not, or the other way round,
        only goes on with its sentence.
        """
        ended = before.text.endswith((*_ENDS, ":", ";"))
        return before.page == line.page and not ended and self._is_full(before, line)

    def _may_be_heading(self, line: Line) -> bool:
        """Say whether a line in plain letters may be a heading: short, and without the end or
        joint of a sentence.
        """
        is_open = line.text.endswith(_ENDS) or begins_inside(line.text, "A")
        return not is_open and line.end < self._edge * _HALF

    def _join(self, line: Line) -> None:
        # a wide gap in running text is only the space of a line that fills its width
        self._text, text = self._text.replace("\t", " "), line.text.replace("\t", " ")
        if self._text.endswith("\u00ad"):
            self._text = self._text[:-1] + text
            return
        if self._text.endswith("/") and self._text[-2:-1].isalpha():
            self._text += text
            return
        if between(self._text, text):
            self._text = f"{self._text} {text}"
            return
        begin = re.split(r"[\s\t]", self._text)[-1]
        end = re.split(r"[\s\t]", text)[0].rstrip(".,;:)")
        whole = (begin[:-1] + end).lower()
        if self._known[whole] and not self._known[(begin + end).lower()]:
            self._text = self._text[:-1] + text
            return
        self._text += text
        if not self._known[(begin + end).lower()]:
            why = _(
                "A word is parted at the end of a line; its hyphen was kept, as nothing says that "
                "it is not meant."
            )
            self._gathering.remark(line.number, begin + end, why)

    def _close(self) -> None:
        if not self._open:
            return
        first = self._open[0]
        place = _("page {number}").format(number=first.page)
        bold = all(line.is_bold for line in self._open)
        if self._is_heading(first):
            self._depths = []
            level = self._levels[round(first.size)]
            self._gathering.add(Kind.HEADING, first.number, self._text, level, bold, place)
        elif bullet_of(self._text):
            bullet = bullet_of(self._text)
            text = self._text[len(bullet) :]
            depth, marker = self._depth(first.x), bullet.strip()
            piece = self._gathering.piece(Kind.ITEM, first.number, text, depth, bold, place, marker)
            self._keep(piece, first.lead)
        else:
            piece = self._gathering.piece(Kind.PARAGRAPH, first.number, self._text, 0, bold, place)
            self._keep(piece, first.lead)
        self._open, self._text = [], ""

    def _keep(self, piece: Piece | None, lead: str) -> None:
        """Keep a piece with the bold words that it begins with."""
        if piece is not None and lead and lead != piece.text and piece.text.startswith(lead):
            piece = msgspec.structs.replace(piece, lead=lead)
        self._gathering.keep(piece)

    def _depth(self, x: float) -> int:
        while self._depths and x < self._depths[-1] - _ALIGNED:
            self._depths.pop()
        if not self._depths or x > self._depths[-1] + _ALIGNED:
            self._depths.append(x)
        return len(self._depths)

    def _add_drawn(self, line: Line, table: DrawnTable) -> None:
        """Add a table whose cells are known."""
        for heads in table.again:
            why = _("the heads of the table, which come again on the next page")
            self._gathering.leave_out(line.number, heads, why)
        cleaned = [
            [self._gathering.cleaned(cell, line.number) for cell in row] for row in table.rows
        ]
        kept = tuple(tuple(row) for row in cleaned if any(row))
        places = [n for n in range(len(kept[0])) if any(row[n] for row in kept)] if kept else []
        place = _("page {number}").format(number=line.page)
        self._gathering.keep(
            Piece(
                kind=Kind.TABLE,
                line=line.number,
                rows=tuple(tuple(row[n] for n in places) for row in kept),
                place=place,
            )
        )
        if table.by_places:
            self._gathering.remark(
                line.number,
                " ".join(table.rows[0]),
                _("Read as a table by the places of its words; check the cells."),
            )
        for row in table.unsure:
            why = _("Where this row of the table begins and ends is not clear; check its cells.")
            self._gathering.remark(line.number, row, why)

    def _add_table(self, lines: Sequence[Line]) -> None:
        columns = _columns(lines[0])
        rows: list[list[str]] = []
        for line in lines:
            cells = _cells(line, columns)
            if rows and not cells[0]:
                rows[-1] = [
                    f"{above}\n{cell}".strip("\n")
                    for above, cell in zip(rows[-1], cells, strict=True)
                ]
            else:
                rows.append(cells)
        cleaned = tuple(
            tuple(self._gathering.cleaned(_unbroken(cell), lines[0].number) for cell in row)
            for row in rows
        )
        place = _("page {number}").format(number=lines[0].page)
        self._gathering.keep(
            Piece(kind=Kind.TABLE, line=lines[0].number, rows=cleaned, place=place)
        )
        self._gathering.remark(
            lines[0].number,
            " ".join(rows[0]),
            _("Read as a table by the places of its words; check the cells."),
        )


def _unbroken(cell: str) -> str:
    """Join the lines of a cell, except where a point begins."""
    parts: list[str] = []
    for line in cell.split("\n"):
        if parts and not bullet_of(line):
            parts[-1] += between(parts[-1], line) + line
        else:
            parts.append(line)
    return "\n".join(parts)


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = Counter(
        round(before.y - line.y, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.y - line.y < 4 * line.size
    )
    return distances.most_common(1)[0][0] if distances else 0.0


def _columns(line: Line) -> list[float]:
    return [stretch.x for stretch in line.stretches]


def _table(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table that begins here: at least two rows whose stretches begin in the
    same columns.
    """
    first = lines[0]
    if len(first.stretches) < 2 or bullet_of(first.text):
        return []
    columns = _columns(first)
    found = [first]
    full = 1
    for line in lines[1:]:
        if (
            line.page != first.page
            or line.column != first.column
            or line.y >= found[-1].y
            or found[-1].y - line.y > 4 * line.size
        ):
            break
        if any(_column(stretch, columns) is None for stretch in line.stretches):
            break
        is_continued = _column(line.stretches[0], columns) != 0
        if not is_continued and len(line.stretches) < 2:
            break
        full += not is_continued
        found.append(line)
    return found if full > 1 else []


def _column(stretch: Stretch, columns: Sequence[float]) -> int | None:
    return next((index for index, x in enumerate(columns) if abs(stretch.x - x) <= _ALIGNED), None)


def _cells(line: Line, columns: Sequence[float]) -> list[str]:
    cells = [""] * len(columns)
    for stretch in line.stretches:
        column = _column(stretch, columns)
        if column is not None:
            cells[column] = f"{cells[column]} {stretch.text.strip()}".strip()
    return cells
