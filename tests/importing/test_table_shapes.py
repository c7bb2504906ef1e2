"""One reader of tables: every shape gives its levels, criteria or facts, in every kind of file."""

from __future__ import annotations

import csv
import html
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from accounted import unaccounted
from importing_documents import imported
from pathways.importing.imported import Imported
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.document import read_document
from table_shapes import SHAPES, Shape

DUTY = "Filler duty."


def claimed(shape: Shape, found: Imported, outline: Outline) -> None:
    """Claim that what was found is what the shape says."""
    framework = found.framework
    assert unaccounted([outline], found) == []
    assert not [left for left in found.left_out if left.why.startswith("No step")]
    titles = [node.title for node in framework.nodes]
    assert (len(titles) if isinstance(shape.nodes, int) else titles) == shape.nodes
    stated = [statement for statement in framework.statements if statement.text != DUTY]
    if shape.statements is not None:
        assert len(stated) == shape.statements, [statement.text for statement in stated]
    if shape.dimensions:
        assert {statement.dimensions[0] for statement in stated} == shape.dimensions
    if shape.labels:
        assert {statement.label for statement in stated} == shape.labels


@pytest.mark.parametrize("name", SHAPES)
def test_a_table_gives_what_its_shape_says(name: str) -> None:
    shape = SHAPES[name]
    pieces = [Piece(kind=Kind.HEADING, line=1, text="Sample ladder", level=1)]
    if shape.above:
        pieces.append(Piece(kind=Kind.HEADING, line=2, text=shape.above, level=2))
    pieces.append(Piece(kind=Kind.TABLE, line=3, rows=tuple(map(tuple, shape.rows))))
    if shape.statements is None:
        pieces.append(Piece(kind=Kind.HEADING, line=40, text="Duties", level=2))
        pieces.append(Piece(kind=Kind.ITEM, line=41, text=DUTY, level=1))
    outline = Outline(name="sample.docx", format="docx", pieces=tuple(pieces))
    claimed(shape, imported(outline), outline)


def spans(row: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the cells of a row, with first column and width: equal ones beside each other are
    merged.
    """
    first = 0
    for place in range(1, len(row) + 1):
        merged = place < len(row) and row[place] == row[first] and row[first] not in ("", "✓", "X")
        if not merged:
            yield row[first], first, place - first
            first = place


def as_markdown(shape: Shape, path: Path) -> None:
    lines = ["# Sample ladder", ""]
    lines += [f"## {shape.above}", ""] if shape.above else []
    head, *body = shape.rows
    lines += [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(row)} |" for row in body]
    lines += ["", "## Duties", "", f"- {DUTY}"] if shape.statements is None else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_html(shape: Shape, path: Path) -> None:
    rows = [
        "<tr>"
        + "".join(
            f'<td colspan="{width}">{html.escape(text).replace(chr(10), "<br>")}</td>'
            for text, _first, width in spans(row)
        )
        + "</tr>"
        for row in shape.rows
    ]
    above = f"<h2>{shape.above}</h2>" if shape.above else ""
    after = f"<h2>Duties</h2><ul><li>{DUTY}</li></ul>" if shape.statements is None else ""
    page = f"<h1>Sample ladder</h1>{above}<table>{''.join(rows)}</table>{after}"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")


def as_csv(shape: Shape, path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(shape.rows)


def as_workbook(shape: Shape, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(shape.rows, start=1):
        sheet.append(row)
        for _text, first, width in spans(row):
            if width > 1:
                sheet.merge_cells(
                    start_row=number,
                    end_row=number,
                    start_column=first + 1,
                    end_column=first + width,
                )
    book.save(path)


def as_word(shape: Shape, path: Path) -> None:
    document = docx.Document()
    document.add_heading("Sample ladder", 1)
    if shape.above:
        document.add_heading(shape.above, 2)
    table = document.add_table(rows=len(shape.rows), cols=len(shape.rows[0]))
    for number, row in enumerate(shape.rows):
        for text, first, width in spans(row):
            cell = table.cell(number, first)
            whole = cell.merge(table.cell(number, first + width - 1)) if width > 1 else cell
            whole.text = text
    if shape.statements is None:
        document.add_heading("Duties", 2)
        document.add_paragraph(DUTY, style="List Bullet")
    document.save(str(path))


WRITERS: dict[str, Callable[[Shape, Path], None]] = {
    "md": as_markdown,
    "html": as_html,
    "csv": as_csv,
    "xlsx": as_workbook,
    "docx": as_word,
}


def fits(shape: Shape, ending: str) -> bool:
    """Tell whether a kind of file can hold a shape."""
    several = any("\n" in text for row in shape.rows for text in row)
    with_more = bool(shape.above) or shape.statements is None
    return not (ending == "md" and several) and not (ending in ("csv", "xlsx") and with_more)


def pairs() -> list[tuple[str, str]]:
    """Return each shape with two of the kinds of files that can hold it, all kinds in turn."""
    found = []
    for number, (name, shape) in enumerate(SHAPES.items()):
        endings = [ending for ending in WRITERS if fits(shape, ending)]
        chosen = {endings[(number + more) % len(endings)] for more in (0, 2)}
        found.extend((name, ending) for ending in sorted(chosen))
    return found


@pytest.mark.parametrize(("name", "ending"), pairs())
def test_a_table_gives_the_same_in_every_kind_of_file(
    name: str, ending: str, tmp_path: Path
) -> None:
    shape = SHAPES[name]
    path = tmp_path / f"sample.{ending}"
    WRITERS[ending](shape, path)
    outline = read_document(path)
    claimed(shape, imported(outline), outline)
