"""A document twice as long takes about twice as long to read, whatever its shape and kind."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from pathways.importing.job import import_files
from pathways.store.dimensions_file import read_dimensions

_FACTOR = 4  # times as long
_MOST = 9.0  # times the time: of quadratic cost it would be sixteen
_UNITS = 250
_LEAST = 0.05  # seconds of the processor below which nothing is told of growth

Make = Callable[[int], bytes]


def _word(paragraphs: Callable[[int], list[str]], *, table: bool = False) -> Make:
    def make(units: int) -> bytes:
        document = docx.Document()
        texts = paragraphs(units)
        if table:
            grid = document.add_table(1, len(texts))
            for cell, text in zip(grid.rows[0].cells, texts, strict=True):
                cell.text = text
        else:
            for text in texts:
                document.add_paragraph(text)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return make


def _book(units: int) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Skill", "Grade 6", "Grade 7"])
    for number in range(units):
        book.active.append([f"Skill {number}", f"Knows it {number}", f"Leads it {number}"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _pdf(drawn: Callable[[int], tuple[float, int, int]]) -> Make:
    """Return a maker of a PDF whose words stand at the places that are drawn."""

    def make(units: int) -> bytes:
        words = (
            f"BT /F1 {size} Tf {x} {y} Td (Led) Tj ET"
            for number in range(4 * units)
            for x, y, size in [drawn(number)]
        )
        content = "\n".join(words).encode()
        parts = (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000 9000]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        )
        body, places = b"%PDF-1.7\n", []
        for number, part in enumerate(parts, start=1):
            places.append(b"%010d 00000 n \n" % len(body))
            body += b"%d 0 obj%s endobj\n" % (number, part)
        table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
        return body + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)

    return make


def _text(line: Callable[[int], str], before: str = "", behind: str = "") -> Make:
    return lambda units: (before + "".join(map(line, range(units))) + behind).encode()


def _records(units: int) -> bytes:
    return json.dumps(
        [{"name": f"Grade {n}", "criteria": [f"Leads {n}."]} for n in range(units)]
    ).encode()


_SHAPES: dict[str, tuple[str, Make]] = {
    "txt, grades": ("txt", _text(lambda n: f"Grade {n % 9}\n\n• Leads part {n}\n\n")),
    "txt, one line": ("txt", _text(lambda n: f"Leads {n}, and ", "Grade 6\n\n")),
    "txt, one word": ("txt", _text(lambda _n: "LeadsTheTeam" * 9, "Grade 6\n\n")),
    "txt, capitals": ("txt", _text(lambda _n: "COUNCIL OF THE ", "Grade 6\n\n")),
    "txt, columns": ("txt", _text(lambda n: f"Grade {n % 9}      Leads {n}     Knows {n}\n")),
    "txt, articles": ("txt", _text(lambda _n: "the ", "Grade 6\n\n• Leads well\n\nAll of ")),
    "txt, names and values": ("txt", _text(lambda n: f"Level {n}: knows\n", "Grade 6\n\nLeads\n\n")),
    "txt, contents": ("txt", _text(lambda n: f"Contents\nLeads {n}\nKnows {n}\n\n", "Grade 6\n\nLeads\n\n")),
    "md, headings": ("md", _text(lambda n: f"## Grade {n % 9}\n\n### Area {n}\n\n- Leads {n}\n\n")),
    "md, grades": ("md", _text(lambda n: f"## Grade {n}\n\n### Plans\n\n- Leads **{n}**\n- Knows\n\n")),
    "md, a table": ("md", _text(lambda n: f"| {n} | Knows {n} | Leads {n} |\n", "| a | Grade 6 | Grade 7 |\n|--|--|--|\n")),
    "md, stars": ("md", _text(lambda _n: "**a *b ", "# Grade 6\n\n- ")),
    "md, brackets": ("md", _text(lambda _n: "[a](", "# Grade 6\n\n- ")),
    "html, points": ("html", _text(lambda n: f"<li>Leads {n}", "<h1>Grade 6</h1><ul>", "</ul>")),
    "html, rows": ("html", _text(lambda n: f"<tr><td>{n}<td>Leads", "<table><tr><th>a<th>Grade 6", "</table>")),
    "html, columns": ("html", _text(lambda n: f"<td>Leads {n}", "<table><tr>", "</table>")),
    "html, half tags": ("html", _text(lambda _n: "<b><a href=", "<h1>Grade 6</h1><p>Leads.</p><p>")),
    "csv, rows": ("csv", _text(lambda n: f"{n},Leads {n},Knows {n}\n", "Skill,Grade 6,Grade 7\n")),
    "csv, columns": ("csv", lambda units: _text(lambda n: f",Grade {n}", "Skill", "\nA" + ",x" * (units // 8) + "\n")(units // 8)),
    "json, records": ("json", _records),
    "yaml, records": ("yaml", _text(lambda n: f"- name: Grade {n}\n  criteria: [Leads {n}.]\n")),
    "yaml, names alone": ("yaml", _text(lambda n: f"- name: Grade {n}\n  criteria:\n    risk:\n    - Leads {n}\n    - 1\n")),
    "md, front matter": ("md", _text(lambda n: f"name: a {n}\ngrade: {n}\n", "---\n", "---\n\n# Grade 6\n\n- Leads\n")),
    "docx, points": ("docx", _word(lambda units: ["Grade 6", *(f"Leads {n}" for n in range(units))])),
    "docx, one paragraph": ("docx", _word(lambda units: ["Grade 6", "Leads and " * units])),
    "xlsx, rows": ("xlsx", _book),
    "pdf, one row": ("pdf", _pdf(lambda n: (20 + n * 2, 700 - n % 2 * 3, 9 - n % 2 * 3) if n else (20, 800, 12))),
    "pdf, rows": ("pdf", _pdf(lambda n: (40 + n % 3 * 200, 8900 - n // 3 * 5, 5))),
    "pdf, slope": ("pdf", _pdf(lambda n: (20 + n * 2, 8900 - n * 2, 5))),
}  # fmt: skip


def _seconds(file: Path, content: bytes) -> float:
    file.write_bytes(content)
    start = time.process_time()
    import_files([file], dimensions=read_dimensions())
    return time.process_time() - start


@pytest.mark.filterwarnings("ignore")  # of the libraries, about broken documents
@pytest.mark.parametrize("shape", _SHAPES)
def test_a_document_four_times_as_long_takes_about_four_times_as_long(
    shape: str, tmp_path: Path
) -> None:
    ending, make = _SHAPES[shape]
    file = tmp_path / f"a.{ending}"
    _seconds(file, make(9))  # what is loaded the first time
    short, long = make(_UNITS), make(_UNITS * _FACTOR)
    growth = 0.0
    for _time in range(3):  # what is linear shows it once; a busy machine does not always
        one, four = _seconds(file, short), _seconds(file, long)
        growth = four / max(one, _LEAST)
        if growth <= _MOST:
            return
    pytest.fail(f"four times as long takes {growth:.0f} times the time")
