"""Tables of PDFs without lines that are easily taken for something else, made with typst."""

from __future__ import annotations

import random

import pytest

from pathways.importing.outline import Outline

PAPER = '#set page(paper: "a4")\n#set text(size: 10pt, hyphenate: false)\n'
WORDS = (
    "sorts the letters of the harbour and says which of them must wait for a clerk while others "
    "keep books of ships that come in with grain from towns along the coast in winter"
).split()
END = "Ask at the harbour office where anything on this page is not clear to you or to others."


def sentence(draw: random.Random, words: int) -> str:
    text = " ".join(draw.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:] + "."


def tables(outline: Outline) -> list[list[list[str]]]:
    return [[list(row) for row in piece.rows] for piece in outline.pieces if piece.rows]


def drawn(rows: list[list[str]], columns: str) -> str:
    cells = "".join(f"[{text}]," for row in rows for text in row)
    return f"#table(columns: {columns}, stroke: none, inset: 3pt, {cells})"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("across", [1, 2])
def test_a_last_row_with_a_name_and_empty_cells_is_a_row_in_doubt(pdf, seed, across):
    draw = random.Random(seed)
    heads = ["Grade", *["Duties", "Risk"][:across]]
    rows = [
        [f"Grade {n + 3}", *(sentence(draw, draw.randint(4, 30)) for _ in range(across))]
        for n in range(draw.randint(1, 6))
    ]
    last = [f"Grade {len(rows) + 3}", *[""] * across]
    columns = f"(3cm, {'1fr, ' * across})"
    outline = pdf(f"{PAPER}{drawn([heads, *rows, last], columns)}\n\n#v(1cm)\n{END}\n")
    assert tables(outline) == [[heads, *rows, last]]
    unclear = [remark.text for remark in outline.remarks if "is not clear" in remark.why]
    assert last[0] in unclear


@pytest.mark.parametrize("below", ["== Notes", "*Notes*", "#v(2cm)\nSee also", END])
def test_what_stands_below_a_table_is_no_row_of_it(pdf, below):
    rows = [["Area", "Grade 4"], ["Risk", "Reports it."], ["People", "Greets all of them."]]
    source = f"{PAPER}{drawn(rows, '(3cm, 1fr)')}\n\n{below}\n\n{END}\n"
    assert tables(pdf(source)) == [rows]


@pytest.mark.parametrize("seed", range(4))
def test_two_columns_of_names_and_texts_are_a_table_and_no_columns_of_a_page(pdf, seed):
    draw = random.Random(seed)
    names = [f"{sentence(draw, 6).rstrip('.')} {letter}" for letter in "ABCD"]
    rows = [["Area", "Meaning"], *([name, sentence(draw, 26)] for name in names)]
    outline = pdf(f"{PAPER}{drawn(rows, '(5cm, 7cm)')}")
    assert tables(outline) == [rows]
    assert any("check the cells" in remark.why for remark in outline.remarks)


def test_two_columns_of_points_stay_columns(pdf):
    points = "\n".join(f"- {w.capitalize()} the harbour and all of its ships" for w in WORDS[:12])
    source = f'#set page(paper: "a4", columns: 2)\n{points}\n#colbreak()\n{points}'
    assert tables(pdf(source)) == []


def test_a_heading_between_two_tables_parts_them_also_where_the_first_begins_above(pdf):
    draw = random.Random(3)
    heads = ["Category", "Criteria"]
    first = [[f"Subject {n}", sentence(draw, 40)] for n in range(14)]
    second = [[f"Subject {n}", sentence(draw, 12)] for n in range(3)]
    repeated = "table.header([Category], [Criteria])"
    cells = "".join(f"[{text}]," for row in first for text in row)
    source = (
        '#set page(paper: "a4", height: 16cm)\n#set text(size: 10pt, hyphenate: false)\n'
        f"== Clerk\n#table(columns: (4cm, 6cm), stroke: none, {repeated}, {cells})\n"
        f"== Senior Clerk\n{drawn([heads, *second], '(4cm, 6cm)')}\n"
    )
    outline = pdf(source)
    assert tables(outline) == [[heads, *first], [heads, *second]]
    headings = [piece.text for piece in outline.pieces if piece.level]
    assert headings == ["Clerk", "Senior Clerk"]


@pytest.mark.parametrize("seed", range(8))
def test_the_stretched_spaces_of_justified_lines_part_no_columns(pdf, seed):
    draw = random.Random(seed)
    long = ["responsibilities", "administration", "transformational", "communications"]
    points = []
    for _ in range(9):
        words = [draw.choice(long if draw.random() < 0.25 else WORDS) for _ in range(16)]
        points.append(" ".join(words).capitalize())
    source = (
        '#set page(paper: "a4", margin: (x: 3cm))\n#set text(size: 12pt, hyphenate: false)\n'
        "#set par(justify: true)\n" + "\n\n".join(f"- {point}" for point in points)
    )
    outline = pdf(source)
    assert tables(outline) == []
    assert [piece.text for piece in outline.pieces] == points
