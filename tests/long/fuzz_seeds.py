"""Sound documents of every kind, with what makes readers work: tables, lists, notes, columns."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable

from kinds_of_file import KINDS

WORDS = ("planning", "budgets", "people", "risk", "equality", "safety")


def seeds_of(kind: str) -> list[bytes]:
    """Return a few sound documents of a kind."""
    made: dict[str, Callable[[], list[bytes]]] = {
        "docx": lambda: [_word()],
        "odt": lambda: [_open_document()],
        "pptx": lambda: [_slides()],
        "xlsx": lambda: [_workbook()],
        "pdf": lambda: [_typeset(), *(laid_out(random.Random(n)) for n in range(12))],
    }
    if kind in made:
        return made[kind]()
    if kind in KINDS:
        return [KINDS[kind].sound().encode()]
    return [text.encode() for text in _TEXTS[kind]()]


def _plain() -> list[str]:
    return [
        "\n\n".join(f"Band {n}\n\n{w}\n• Leads {w}\n" for n, w in enumerate(WORDS)),
        "Job title: Planner\nGrade: 7\nReports to: Head of Planning\n\nMAIN DUTIES\n"
        + "".join(f"{n}. Manages {w},\n   and its costs.\n" for n, w in enumerate(WORDS, 1))
        + "\nEssential\n- Knows the law.\nDesirable\n- A degree.\n\nPage 1 of 2\f"
        + "".join(f"LEVEL {n}   {w:<14}Leads {w}\n" for n, w in enumerate(WORDS)),
    ]


def _markdown() -> list[str]:
    table = "".join(f"| {w} | Knows {w} | Leads {w} |\n" for w in WORDS)
    return [
        "".join(f"## Grade {n}\n\n### {w}\n\n- Leads **{w}**\n" for n, w in enumerate(WORDS)),
        f"---\ntitle: Planner\ngrade: 7\n---\n# Planner\n\n|  | Grade 6 | Grade 7 |\n|---|---|---|\n{table}"
        "\n**Skills** *and more*\n\n1. One\n   - Two [x](y)\n\n> Said\n\n```\ncode\n```\n",
    ]


def _html() -> list[str]:
    rows = "".join(f"<tr><th>Grade {n}<td>{w}" for n, w in enumerate(WORDS))
    points = "".join(f"<li>Leads {w}<ul><li>{w} too</ul>" for w in WORDS)
    return [
        f"<table>{rows}</table>",
        "<html lang=en><head><meta charset=utf-8><title>Planner</title></head><body><nav><a href=#a>6</a>"
        f"</nav><main><h1>Grade 6</h1><h2>Skills</h2><ul>{points}</ul><h1>Grade 7</h1><dl><dt>Pay<dd>1</dl>"
        f"<p><b>Leads</b> &amp; more<br>x</p><table><caption>All</caption><thead><tr><th>Area<th colspan=2>"
        f"Level</thead><tr><td rowspan=2>a<td>b<td><ul><li>c</ul></table><details><summary>More</summary>"
        "<pre>x</pre></details></main></body></html>",
    ]  # fmt: skip


def _rows() -> list[str]:
    rows = "".join(f"{n},{w},Leads the {w} of it\n" for n, w in enumerate(WORDS))
    across = "".join(f'{w};"Knows {w}\nwell";Leads {w}\n' for w in WORDS)
    return ["Grade,Area,Statement\n" + rows, "Skill;Grade 6;Grade 7\n" + across]


def _json() -> list[str]:
    levels = [
        {"name": f"Grade {n}", "criteria": {w: [f"Leads the {w} of a team.", f"Knows {w}."]}}
        for n, w in enumerate(WORDS)
    ]
    return [json.dumps({"title": "Planner", "levels": levels}), json.dumps(levels, indent=1)]


def _yaml() -> list[str]:
    text = "".join(
        f"- name: Grade {n}\n  criteria:\n    {w}:\n    - Leads the {w} of a team.\n    - 1.10\n"
        for n, w in enumerate(WORDS)
    )
    return [f"title: Planner\nlevels:\n{text}", f"# All levels\n{text}"]


_TEXTS: dict[str, Callable[[], list[str]]] = {
    "txt": _plain, "md": _markdown, "html": _html, "csv": _rows, "yaml": _yaml, "json": _json,
}  # fmt: skip


def _word() -> bytes:
    import docx

    document = docx.Document()
    for number, word in enumerate(WORDS):
        document.add_heading(f"Grade {number}", 1)
        document.add_paragraph(f"Leads {word}", style="List Bullet")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Grade"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Leads"
    table.cell(1, 0).add_table(1, 2).cell(0, 0).text = "Inside"
    paragraph = document.add_paragraph("", style="List Number")
    paragraph.add_run("Bold: ").bold = True
    paragraph.add_run("and plain").add_break()
    document.core_properties.title = "Planner"
    return _saved(document.save)


def _open_document() -> bytes:
    from odfdo import Document, Header, List, Paragraph, Table

    document = Document("text")
    for number, word in enumerate(WORDS):
        document.body.append(Header(1, f"Grade {number}"))
        document.body.append(Paragraph(f"Leads {word}"))
    document.body.append(List(["One", "Two"]))
    table = Table("Levels", width=3, height=2)
    table.set_value((0, 0), "Grade")
    table.set_value((1, 1), "Leads")
    document.body.append(table)
    return _saved(document.save)


def _slides() -> bytes:
    import pptx
    from pptx.util import Cm

    show = pptx.Presentation()
    for number, word in enumerate(WORDS[:3]):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = f"Grade {number}"
        slide.placeholders[1].text = f"Leads {word}"
    table = show.slides.add_slide(show.slide_layouts[5]).shapes.add_table(
        2, 2, Cm(1), Cm(1), Cm(9), Cm(5)
    )
    table.table.cell(0, 0).text = "Grade"
    return _saved(show.save)


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for number, word in enumerate(WORDS):
        book.active.append([f"Grade {number}", word, f"Leads {word}", number])
    book.active.merge_cells("A1:B1")
    book.create_sheet("Skills").append(["Skill", "Level 1", "Level 2"])
    return _saved(book.save)


def _typeset() -> bytes:
    import typst

    text = "".join(f"= Grade {n}\n\n- Leads {w}\n\n" for n, w in enumerate(WORDS))
    return bytes(typst.compile(text.encode(), format="pdf"))


def laid_out(chance: random.Random) -> bytes:
    """Return a PDF whose words stand anywhere in rows and columns, its page not packed, so that
    a change of a byte moves a word and not only breaks what is packed.
    """
    across = sorted(chance.sample(range(40, 540), chance.randrange(1, 7)))
    steps = [chance.choice((11, 12, 14, 30)) for _line in range(chance.randrange(3, 30))]
    drawn, y = [], 780
    for step in steps:
        y -= step
        for x in across:
            if chance.random() < 0.8:
                size = chance.choice((10, 10, 10, 14))
                words = " ".join(
                    chance.choices((*WORDS, "Grade 7", "1.", "•"), k=chance.choice((1, 2, 9)))
                )
                drawn.append(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET")
        if chance.random() < 0.3:
            drawn.append(f"{across[0]} {y - 2} {chance.choice((5, 90, 400))} {step} re S")
    return _pdf_of("\n".join(drawn).encode("cp1252", "replace"))  # fmt: skip


def _pdf_of(content: bytes) -> bytes:
    """Return a PDF of one page that draws this."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    whole, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(whole)
    return whole + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    target = io.BytesIO()
    save(target)
    return target.getvalue()
