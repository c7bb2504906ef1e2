"""The same text, written in several formats, is the same outline."""

from __future__ import annotations

import html
import io
import warnings
from pathlib import Path
from typing import Any

import docx
import odfdo
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.importing.outline import Kind
from pathways.importing.reading.document import read_document

WORDS = st.sampled_from(
    "lead plan the of service’s “team” – risk & budgets (ICT) 10% café own".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(["Staff", *words]))
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=2, max_size=4)
PARTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["h1", "h2", "h3", "p", "b", "i"]), TEXTS),
        ROWS.map(lambda rows: ("t", tuple(rows))),
    ),
    min_size=1,
    max_size=8,
)
Parts = list[tuple[str, Any]]


def as_html(parts: Parts) -> bytes:
    tags = {"b": "<p><strong>{}</strong></p>", "i": "<ul><li>{}</li></ul>", "p": "<p>{}</p>"}
    said = []
    for kind, content in parts:
        if kind == "t":
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>"
                for row in content
            )
            said.append(f"<table>{rows}</table>")
        else:
            said.append(tags.get(kind, f"<{kind}>{{}}</{kind}>").format(html.escape(content)))
    return f"<!DOCTYPE html><html><body>{''.join(said)}</body></html>".encode()


def as_markdown(parts: Parts) -> bytes:
    said = []
    for kind, content in parts:
        if kind == "t":
            head, *rest = (" | ".join(row) for row in content)
            said.append(f"| {head} |\n|---|---|---|\n" + "".join(f"| {row} |\n" for row in rest))
        else:
            marks = {"p": "{}", "b": "**{}**", "i": "- {}"}
            said.append(
                marks.get(kind, "#" * int(kind[1:] or 0) + " {}" if kind[0] == "h" else "").format(
                    content
                )
            )
    return ("\n\n".join(said) + "\n").encode()


def as_word(parts: Parts) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = docx.Document()
    for kind, content in parts:
        if kind == "t":
            table = document.add_table(len(content), 3)
            for row, cells in enumerate(content):
                for column, text in enumerate(cells):
                    table.cell(row, column).text = text
        elif kind.startswith("h"):
            document.add_heading(content, int(kind[1]))
        elif kind == "b":
            document.add_paragraph().add_run(content).bold = True
        else:
            document.add_paragraph(content, style="List Bullet" if kind == "i" else None)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def as_open_document(parts: Parts) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.insert_style(odfdo.Style("text", name="Strong", bold=True), automatic=True)
    for kind, content in parts:
        if kind == "t":
            table = odfdo.Table("T", width=3, height=len(content))
            table.set_values([list(row) for row in content])
            document.body.append(table)
        elif kind.startswith("h"):
            document.body.append(odfdo.Header(int(kind[1]), content))
        elif kind == "i":
            document.body.append(odfdo.List([content]))
        else:
            paragraph = odfdo.Paragraph(content)
            if kind == "b":
                paragraph.set_span("Strong", offset=0, length=len(content))
            document.body.append(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.html", as_html), ("a.md", as_markdown), ("a.docx", as_word), ("a.odt", as_open_document)],
)
def test_what_is_written_comes_back_to_the_letter(tmp_path_factory, name, write):
    folder: Path = tmp_path_factory.mktemp("round")

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(PARTS)
    def holds(parts: Parts) -> None:
        path = folder / name
        path.write_bytes(write(parts))
        outline = read_document(path)
        back: Parts = []
        for piece in outline.pieces:
            if piece.kind is Kind.TABLE:
                back.append(("t", piece.rows))
            elif piece.kind is Kind.HEADING:
                back.append((f"h{piece.level}", piece.text))
            elif piece.kind is Kind.ITEM:
                back.append(("i", piece.text))
            else:
                back.append(("b" if piece.bold else "p", piece.text))
        assert back == parts
        assert not outline.left_out

    holds()
