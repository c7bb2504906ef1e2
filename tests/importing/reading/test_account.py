"""The account of what a reader read: of any document, every word of it is in the outline, and
every word of the outline in the framework or on the list of what was left out.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import openpyxl
import pptx
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounted import unaccounted
from importing_documents import imported
from pathways.errors import PathwaysError
from pathways.importing.accounting import counts
from pathways.importing.outline import Kind, Outline, Piece, SourceLine
from pathways.importing.reading.account import not_in_outline, words_of, words_of_piece
from pathways.importing.reading.document import read_document

WORDS = "Plans the work of two teams each week and keeps the register of trees in order".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
ROWS = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(TEXTS, st.just("")), min_size=width, max_size=width),
        min_size=2,
        max_size=4,
    )
)
PART = st.one_of(
    st.tuples(st.just("heading"), TEXTS),
    st.tuples(st.just("text"), TEXTS),
    st.tuples(st.just("points"), st.lists(TEXTS, min_size=1, max_size=3)),
    st.tuples(st.just("table"), ROWS),
    st.tuples(st.just("aside"), TEXTS),
)
PARTS = st.lists(PART, min_size=1, max_size=6)
Parts = list[tuple[str, Any]]


def as_text(parts: Parts) -> bytes:
    lines: list[str] = []
    for kind, value in parts:
        if kind == "points":
            lines += [f"- {text}" for text in value]
        elif kind == "table":
            lines += ["\t".join(text or "x" for text in row) for row in value]
        else:
            lines.append(value)
        lines.append("")
    return "\n".join(lines).encode()


def as_markdown(parts: Parts) -> bytes:
    lines: list[str] = []
    for kind, value in parts:
        if kind == "heading":
            lines.append(f"## {value}")
        elif kind == "points":
            lines += [f"- {text}" for text in value]
        elif kind == "table":
            head, *body = value
            lines += [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
            lines += [f"| {' | '.join(row)} |" for row in body]
        elif kind == "aside":
            lines.append(f"> {value}")
        else:
            lines.append(value)
        lines.append("")
    return "\n".join(lines).encode()


def as_html(parts: Parts) -> bytes:
    page = ""
    for kind, value in parts:
        if kind == "points":
            page += "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in value) + "</ul>"
        elif kind == "table":
            rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in value)
            page += "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        else:
            tag = {"heading": "h2", "text": "p", "aside": "footer"}[kind]
            page += f"<{tag}>{escape(value)}</{tag}>"
    return f"<html><body>{page}</body></html>".encode()


def as_word(parts: Parts) -> bytes:
    document = docx.Document()
    for kind, value in parts:
        if kind == "heading":
            document.add_heading(value, 2)
        elif kind == "points":
            for text in value:
                document.add_paragraph(text, style="List Bullet")
        elif kind == "table":
            table = document.add_table(rows=len(value), cols=len(value[0]))
            for number, row in enumerate(value):
                for place, text in enumerate(row):
                    table.cell(number, place).text = text
        elif kind == "aside":
            document.sections[0].footer.paragraphs[0].text += f" {value}"
        else:
            document.add_paragraph(value)
    return saved(document)


def as_open_document(parts: Parts) -> bytes:
    body = ""
    for kind, value in parts:
        if kind == "heading":
            body += f'<text:h text:outline-level="2">{escape(value)}</text:h>'
        elif kind == "points":
            items = (
                f"<text:list-item><text:p>{escape(t)}</text:p></text:list-item>" for t in value
            )
            body += f"<text:list>{''.join(items)}</text:list>"
        elif kind == "table":
            rows = (
                "".join(
                    f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>"
                    for text in row
                )
                for row in value
            )
            rows_ = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            body += f"<table:table>{rows_}</table:table>"
        elif kind == "aside":
            note = f"<text:note-body><text:p>{escape(value)}</text:p></text:note-body>"
            body += f'<text:p><text:note text:note-class="footnote">{note}</text:note></text:p>'
        else:
            body += f"<text:p>{escape(value)}</text:p>"
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(
        f'xmlns:{name}="{space}{name}:1.0"' for name in ("office", "text", "table", "style")
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return packed.getvalue()


def as_slides(parts: Parts) -> bytes:
    show = pptx.Presentation()
    for kind, value in parts:
        slide = show.slides.add_slide(show.slide_layouts[1])
        if kind == "heading":
            slide.shapes.title.text = value
        elif kind == "table":
            shape = slide.shapes.add_table(len(value), len(value[0]), 0, 0, 5_000_000, 2_000_000)
            for number, row in enumerate(value):
                for place, text in enumerate(row):
                    shape.table.cell(number, place).text = text
        elif kind == "aside":
            slide.notes_slide.notes_text_frame.text = value
        else:
            slide.placeholders[1].text = "\n".join(value) if kind == "points" else value
    return saved(show)


def as_workbook(parts: Parts) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for _kind, value in parts:
        for row in value if isinstance(value[0], list) else [[text] for text in as_list(value)]:
            sheet.append(row)
    return saved(book)


def as_csv(parts: Parts) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for _kind, value in parts:
        writer.writerows(value if isinstance(value[0], list) else [[t] for t in as_list(value)])
    return out.getvalue().encode()


def as_json(parts: Parts) -> bytes:
    data: dict[str, Any] = {}
    for number, (kind, value) in enumerate(parts):
        if kind == "table":
            keys = [f"column {place}" for place in range(len(value[0]))]
            data[f"list {number}"] = [dict(zip(keys, row, strict=True)) for row in value]
        else:
            data[f"{kind} {number}"] = value
    return json.dumps(data).encode()


def as_pdf(parts: Parts) -> bytes:
    source = '#set page(paper: "a4")\n#set text(size: 11pt, hyphenate: false)\n'
    for kind, value in parts:
        if kind == "heading":
            source += f"= {value}\n\n"
        elif kind == "points":
            source += "".join(f"- {text}\n" for text in value) + "\n"
        elif kind == "table":
            cells = ", ".join(f"[{text}]" for row in value for text in row)
            source += f"#table(columns: {len(value[0])}, {cells})\n\n"
        else:
            source += f"{value}\n\n"
    return typst.compile(source.encode())  # type: ignore[no-any-return]


def as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def all_words(parts: Parts) -> Counter[str]:
    found: Counter[str] = Counter()
    for _kind, value in parts:
        for item in as_list(value):
            for text in as_list(item):
                found.update(words_of(text))
    return found


WRITERS: dict[str, Callable[[Parts], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "docx": as_word,
    "odt": as_open_document,
    "pptx": as_slides,
    "xlsx": as_workbook,
    "csv": as_csv,
    "json": as_json,
    "pdf": as_pdf,
}


@pytest.mark.parametrize("ending", WRITERS)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=PARTS)
def test_nothing_that_was_written_is_outside_the_account(
    ending: str, parts: Parts, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(WRITERS[ending](parts))
    try:
        outline = read_document(path)
    except PathwaysError:
        return  # nothing in it that could be read
    read = Counter(word for line in outline.read for word in words_of(line.text))
    asides = Counter(word for left in outline.left_out for word in words_of(left.text))
    assert not all_words(parts) - read - asides, "a word was written, but not read"
    assert not_in_outline(outline) == []
    assert not [left for left in outline.left_out if left.why.startswith("This was read, but")]
    try:
        found = imported(outline)
    except PathwaysError:
        return  # no statement in it
    assert unaccounted([outline], found) == []
    assert not [left for left in found.left_out if left.why.startswith("No step")]
    counted = counts(found)
    assert counted.pop("lines") == sum(counted.values())


def test_a_line_that_a_reader_drops_is_left_out_with_a_doubt() -> None:
    outline = Outline(
        name="a.txt",
        format="txt",
        pieces=(Piece(kind=Kind.ITEM, line=1, text="Plans the work.", level=1),),
        read=(SourceLine(1, "Plans the work."), SourceLine(2, "Keeps the register")),
    )
    assert not_in_outline(outline) == [SourceLine(2, "Keeps the register")]
    assert [left.text for left in unaccounted([outline], imported(outline))] == [
        "Keeps the register"
    ]


def test_words_joined_at_the_end_of_a_line_are_not_lost() -> None:
    piece = Piece(kind=Kind.PARAGRAPH, line=1, text="the management of growth You can")
    outline = Outline(
        name="a.pdf",
        format="pdf",
        pieces=(piece,),
        read=(SourceLine(1, "the manage- ment of growthYou can"),),
    )
    assert not_in_outline(outline) == []
    assert words_of_piece(piece)[1] == "management"


def test_equal_cells_with_an_empty_one_between_are_two(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("of,,of,Plans\nPlans,Plans,Plans,Plans\n", "utf-8")
    outline = read_document(path)
    found = imported(outline)
    assert [one for one in found.left_out if one.why.startswith("No step")] == []
    assert [one.text for one in found.decisions].count("of") == 2
