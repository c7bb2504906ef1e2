"""PDF documents that have text.

What was decided. Words are put together by their places, so that spaces nobody drew are there.
Lines become paragraphs again by their gaps, and by whether the next word would have fitted. Larger
letters make a heading, bold lines stay paragraphs marked bold, as in every format. Cells that are
drawn make a table; rows of aligned columns make one too, but what a PDF shows as a table need not
be one, so each of those is remarked upon. Running text in two columns is read one after the other.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from pathways.i18n import _
from pathways.importing.outline import Outline
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.line_breaks import begins_inside, between
from pathways.importing.reading.pdf_aligned import Aligned, aligned_tables, ends_page
from pathways.importing.reading.pdf_columns import in_reading_order
from pathways.importing.reading.pdf_grid import Grid, grids_of
from pathways.importing.reading.pdf_guard import looked_at
from pathways.importing.reading.pdf_gutters import Extent
from pathways.importing.reading.pdf_lines import Line, lines_of
from pathways.importing.reading.pdf_paragraphs import PdfParagraphs
from pathways.importing.reading.pdf_table import DrawnTable
from pathways.importing.reading.pdf_words import PageWords, Word, words_of
from pathways.importing.reading.points import bullet_of
from pathways.importing.reading.refusal import UnreadableDocumentError, damaged
from pathways.importing.reading.running_lines import running_lines
from pathways.importing.reading.source_bytes import read_bytes

MOST_BYTES = 60_000_000
_FEWEST_ROWS = 3
_LONGEST_NAME = 12  # words
_ONE_AT_A_TIME = Lock()  # PDFium is not made for several threads


def read_pdf(path: Path) -> Outline:
    """Return the outline of a PDF; raise UnreadableDocumentError where it has no text, is locked,
    broken or endless.
    """
    content = read_bytes(path, MOST_BYTES)
    gathering = Gathering(path, "pdf")
    try:
        properties = looked_at(path, content)
        pages = _pages(content)
    except UnreadableDocumentError:
        raise
    except Exception:
        # whatever pypdf and PDFium find wrong with a file, in classes of their own
        raise damaged(path) from None
    gathering.title, gathering.language = properties.title, properties.language
    gathering.fact(_("author"), properties.author)
    gathering.fact(_("subject"), properties.subject)
    if not any(page.words for page in pages):
        raise _scanned(path)
    for page in pages:
        gathering.read(page.number, " ".join(word.text for word in page.words))
    lines, tables = _laid_out(pages)
    reasons = running_lines([line for line in lines if line.number not in tables], len(pages))
    for line in lines:
        if line.number in reasons:
            gathering.leave_out(line.number, line.text, reasons[line.number])
    kept = [line for line in lines if line.number not in reasons]
    PdfParagraphs(gathering, kept, tables).gather()
    return gathering.outline()


def _scanned(path: Path) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        path,
        _("There is no text in this PDF, only pictures of pages, as a scanner makes them."),
        _("Ask for the document it was made from, or have its text recognised first."),
    )


def _pages(content: bytes) -> list[PageWords]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            return [words_of(page, number) for number, page in enumerate(document, start=1)]
        finally:
            document.close()


def _laid_out(pages: list[PageWords]) -> tuple[list[Line], dict[int, DrawnTable]]:
    """Return all lines in the order of reading, each drawn table as one of them, and the tables by
    the numbers of their lines.
    """
    lines: list[Line] = []
    tables: dict[int, DrawnTable] = {}
    before: tuple[Extent, ...] = ()  # the columns of a table that ended the page before
    for page in pages:
        drawn, free = _drawn_tables(page)
        found = lines_of(free, page.number, page.height)
        ordered = in_reading_order(found)
        in_columns = any(line.column for line in ordered) and not _is_one_table(found)
        loose = [] if in_columns else aligned_tables(found, before)
        before = loose[-1].columns if loose and ends_page(loose[-1], found) else ()
        drawn.extend((found[table.first], _by_places(table)) for table in loose)
        for line, table in _mixed(_without(ordered if in_columns else found, loose), drawn):
            line.number = len(lines) + 1
            lines.append(line)
            if table is not None:
                tables[line.number] = table
    return lines, tables


def _drawn_tables(page: PageWords) -> tuple[list[tuple[Line, DrawnTable]], list[Word]]:
    """Return the tables of a page that are drawn, and the words outside them."""
    grids = grids_of(page)
    inside: list[list[Word]] = [[] for _grid in grids]
    free: list[Word] = []
    for word in page.words:
        place = next((n for n, grid in enumerate(grids) if grid.holds(word)), -1)
        (inside[place] if place >= 0 else free).append(word)
    return [_drawn(grid, words, page) for grid, words in zip(grids, inside, strict=True)], free


def _is_one_table(lines: list[Line]) -> bool:
    """Tell whether what looks like two columns of a page is most of a table: of more than two
    columns, or one with short names beside its texts.
    """
    tables = [table for table in aligned_tables(lines) if len(table.rows[0]) > 2 or _names(table)]
    taken = {place for table in tables for place in range(table.first, table.last)}
    beside = [place for place, line in enumerate(lines) if len(line.stretches) == 2]
    return sum(place in taken for place in beside) * 2 > len(beside)


def _names(table: Aligned) -> bool:
    """Tell whether all cells at the left of a table are names, as no column of running text is."""
    names = [row[0] for row in table.rows]
    short = all(name and len(name.split()) <= _LONGEST_NAME for name in names)
    plain = not any(bullet_of(name) or name.endswith((".", ",", ";")) for name in names)
    return len(names) >= _FEWEST_ROWS and short and plain


def _without(lines: list[Line], tables: list[Aligned]) -> list[Line]:
    """Return the lines without those that make tables by where their words begin."""
    taken = {place for table in tables for place in range(table.first, table.last)}
    return [line for place, line in enumerate(lines) if place not in taken]


def _by_places(table: Aligned) -> DrawnTable:
    unsure = tuple(" ".join(" ".join(table.rows[n]).split()) for n in table.unsure)
    return DrawnTable(table.rows, by_places=True, spans=table.columns, unsure=unsure)


def _mixed(
    lines: list[Line], drawn: list[tuple[Line, DrawnTable]]
) -> list[tuple[Line, DrawnTable | None]]:
    """Return lines and tables by their heights, the lines otherwise in the order they are in."""
    result: list[tuple[Line, DrawnTable | None]] = [(line, None) for line in lines]
    for line, table in drawn:
        place = next(
            (n for n, (other, _table) in enumerate(result) if other.y < line.y), len(result)
        )
        result.insert(place, (line, table))
    return result


def _drawn(grid: Grid, words: list[Word], page: PageWords) -> tuple[Line, DrawnTable]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.corner(*grid.cell_of(word)), []).append(word)
    rows, unsure = [], []
    for row in range(len(grid.ys) - 1):
        places = [grid.corner(row, column) for column in range(len(grid.xs) - 1)]
        found = [_text(cells.get(place, []), page, grid, place[1]) for place in places]
        rows.append([text for text, _sure in found])
        if not all(sure for _text, sure in found):
            unsure.append(" ".join(" ".join(rows[-1]).split()))
    first = lines_of(words, page.number, page.height)[0]
    first.y = grid.top
    return first, DrawnTable(rows, columns=tuple(grid.xs), unsure=tuple(unsure))


def _text(words: list[Word], page: PageWords, grid: Grid, column: int) -> tuple[str, bool]:
    """Return the text of a cell, and whether its lines are surely parted; a line that ends where
    the next word would have fitted in was meant to end there.
    """
    lines = lines_of(words, page.number, page.height)
    parts: list[str] = []
    sure = True
    for number, line in enumerate(lines):
        text = line.text.replace("\t", " ")
        if not parts or bullet_of(text) or _is_meant(lines[number - 1], line, grid, column):
            parts.append(text)
        else:
            sure = sure and (begins_inside(parts[-1], text) or not _may_begin(parts[-1], text))
            parts[-1] += between(parts[-1], text) + text
    return "\n".join(parts), sure


def _may_begin(before: str, text: str) -> bool:
    """Tell whether a line may begin a text of its own, as a list without bullets does."""
    words = before.split()
    return len(words) > 2 and text[:2].istitle() and words[-1].islower() and before[-1].isalnum()


def _is_meant(before: Line, line: Line, grid: Grid, column: int) -> bool:
    if line.text[:1].islower():
        return False
    right = next((x for x in grid.xs[column + 1 :] if x > before.end - 1), grid.xs[-1])
    padding = max(before.x - grid.xs[column], 0.0)
    first = line.words[0]
    return before.end + (first.end - first.x) + 0.3 * line.size < right - padding
