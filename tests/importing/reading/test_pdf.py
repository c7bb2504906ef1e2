"""PDF documents, made with typst or byte by byte."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from pypdf import PdfWriter

from pathways.errors import PathwaysError

PAPER = '#set page(paper: "a4")\n#set text(size: 11pt, hyphenate: false)\n'
RUNNING = (
    '#set page(paper: "a4", header: [Council — job family #h(1fr) OFFICIAL],'
    " footer: context [Page #counter(page).display() of 3])\n"
)


def by_hand(content: bytes, kids: int = 1, pages: str = "", resources: str = "") -> bytes:
    """Return a PDF whose pages all show ``content``."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{pages or '3 0 R ' * kids}]/Count {kids}>>".encode(),
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>"
        f"{resources}>>>>".encode(),
        f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Own/FontDescriptor<</FontWeight 700/Flags 32>>>>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content_of in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content_of + b"\nendobj\n")
    start = out.tell()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    out.write(f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer <</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def lines(*texts: tuple[int, int, str], size: int = 11) -> bytes:
    """Return the drawing of texts at (x, y)."""
    shown = (f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)
    return ("\n".join(shown) + "\n").encode("cp1252")


def test_headings_paragraphs_and_points_come_out_of_their_lines(pdf, brief):
    long = "Be responsible for delivering the key programmes involving leading and managing large teams and their budgets"
    text = (
        "Lead, organise, develop and motivate employees within the assigned function or service "
        "area, specifically"
        " undertaking management of performance, training and development requirements."
    )
    source = f"{PAPER}= Head of Data\nGrade: 9\n\n*People*\n\n{text}\n\n- {long}\n- Create\n  - Nested\n\n== Risk\nReport.\n"
    outline = pdf(source)
    assert brief(outline) == [
        ("*h1", "Head of Data"),
        ("p", "Grade: 9"),
        ("*p", "People"),
        ("p", text),
        ("i1", long),
        ("i1", "Create"),
        ("i2", "Nested"),
        ("*h2", "Risk"),
        ("p", "Report."),
    ]
    assert {piece.place for piece in outline.pieces} == {"page 1"}
    assert outline.language == "en"


def test_page_headers_footers_and_numbers_are_left_out_with_reasons(pdf, brief):
    outline = pdf(f"{RUNNING}One\n#pagebreak()\nTwo\n#pagebreak()\nThree")
    assert brief(outline) == [("p", "One"), ("p", "Two"), ("p", "Three")]
    assert sorted({left.why for left in outline.left_out}) == [
        "a page number",
        "the header of the pages",
    ]
    assert len(outline.left_out) == 6


def test_a_grade_at_the_top_of_several_pages_is_text(read, brief):
    def page(grade: int) -> bytes:
        return lines((72, 800, f"Grade: {grade}"), (72, 700, "Lead."))

    writer = PdfWriter()
    for grade in (14, 14, 13, 13):
        writer.append(io.BytesIO(by_hand(page(grade))))
    out = io.BytesIO()
    writer.write(out)
    outline = read("a.pdf", out.getvalue())
    assert [text for _kind, text in brief(outline)][::2] == [
        "Grade: 14",
        "Grade: 14",
        "Grade: 13",
        "Grade: 13",
    ]
    assert outline.left_out == ()


def test_a_header_that_counts_with_the_pages_is_no_text(read):
    writer = PdfWriter()
    for number in (4, 5, 6):
        shown = lines(
            (72, 820, f"Section A, sheet {number}"),
            (72, 780, "Level 1"),
            (72, 600 + number * 10, "Lead."),
        )
        writer.append(io.BytesIO(by_hand(shown)))
    out = io.BytesIO()
    writer.write(out)
    outline = read("a.pdf", out.getvalue())
    assert [left.text for left in outline.left_out][::2] == [
        f"Section A, sheet {number}" for number in (4, 5, 6)
    ]


def test_a_paragraph_goes_on_over_the_page(read, brief):
    writer = PdfWriter()
    writer.append(
        io.BytesIO(
            by_hand(lines((72, 400, "Understanding of techniques and regular interaction with")))
        )
    )
    writer.append(
        io.BytesIO(by_hand(lines((72, 700, "others, demands support."), (72, 600, "Next one."))))
    )
    out = io.BytesIO()
    writer.write(out)
    assert brief(read("a.pdf", out.getvalue())) == [
        ("p", "Understanding of techniques and regular interaction with others, demands support."),
        ("p", "Next one."),
    ]


def test_words_parted_at_the_end_of_a_line_are_put_together_as_the_document_writes_them(
    read, brief
):
    shown = lines(
        (72, 700, "Responsible for the manage-"),
        (72, 687, "ment of staff, for a well-"),
        (72, 674, "known service and for co-"),
        (72, 661, "ordination."),
        (72, 600, "Good management of a well-known service."),
    )
    outline = read("a.pdf", by_hand(shown))
    assert (
        brief(outline)[0][1]
        == "Responsible for the management of staff, for a well-known service and for "
        "co-ordination."
    )
    assert [remark.text for remark in outline.remarks] == ["co-ordination"]


def test_without_space_between_paragraphs_the_width_and_the_stop_tell_them_apart(read, brief):
    full = "Allocate work and monitor the standard of team performance and ensure resolution of issues,"
    shown = lines(
        (72, 700, full),
        (
            72,
            687,
            "Team Leaders and Supervisors of all the services, under instruction from the "
            "managers.",
        ),
        (72, 674, "Equality and Diversity"),
        (72, 661, "Act in accordance with the policy."),
        (72, 648, "Grade: 9"),
        (
            72,
            635,
            "Work with colleagues, contractors, suppliers and partners in the whole of the "
            "service/",
        ),
        (72, 622, "Authority to deliver."),
    )
    assert [text for _kind, text in brief(read("a.pdf", by_hand(shown)))] == [
        f"{full} Team Leaders and Supervisors of all the services, under instruction from the managers.",
        "Equality and Diversity",
        "Act in accordance with the policy.",
        "Grade: 9",
        "Work with colleagues, contractors, suppliers and partners in the whole of the "
        "service/Authority to deliver.",
    ]


def test_a_heading_of_two_lines_is_one(read, brief):
    shown = lines((72, 700, "Head of Data and"), (72, 680, "Infrastructure"), size=18) + lines(
        (72, 640, "To lead the work of the whole service in the best of ways."), (72, 600, "Next.")
    )
    assert brief(read("a.pdf", by_hand(shown)))[0] == ("h1", "Head of Data and Infrastructure")


def test_soft_hyphens_at_the_end_of_a_line_vanish(pdf, brief):
    text = (
        "Internationalisation responsibilities notwithstanding, characteristically representative "
        "organisations " * 3
    )
    source = '#set page(width: 180pt, height: 500pt)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n'
    assert brief(pdf(source + text)) == [("p", text.strip())]


def test_rows_of_aligned_columns_are_a_table_with_a_remark(pdf, brief):
    cells = "[Level], [Risk], [People], [1], [Report risks], [None], [2], [Manage], [All]"
    source = f"{PAPER}Before.\n\n#table(columns: 3, stroke: none, {cells})"
    outline = pdf(source)
    assert brief(outline)[1] == (
        "table",
        ("Level", "Risk", "People"),
        ("1", "Report risks", "None"),
        ("2", "Manage", "All"),
    )
    assert "check the cells" in outline.remarks[0].why


def test_lines_of_a_cell_are_joined_and_a_wide_gap_elsewhere_is_a_tab(read, brief):
    shown = lines(
        (72, 700, "Level"),
        (200, 700, "Risk"),
        (72, 680, "1"),
        (200, 680, "Report risks to the"),
        (200, 668, "manager"),
        (72, 640, "2"),
        (200, 640, "Manage"),
        (72, 600, "Name"),
        (300, 600, "Value"),
        (90, 580, "Other"),
        (400, 580, "Thing"),
    )
    assert brief(read("a.pdf", by_hand(shown))) == [
        ("table", ("Level", "Risk"), ("1", "Report risks to the manager"), ("2", "Manage")),
        ("p", "Name\tValue"),
        ("p", "Other\tThing"),
    ]


def test_bullets_drawn_apart_from_their_text_make_points(read, brief):
    shown = lines(
        (72, 700, "•"),
        (90, 700, "Lead a team and"),
        (90, 687, "plan its work"),
        (72, 674, "Then a paragraph"),
        (72, 650, "1."),
        (90, 650, "First"),
        (72, 630, "2."),
        (90, 630, "Second"),
    )
    assert brief(read("a.pdf", by_hand(shown))) == [
        ("i1", "Lead a team and plan its work"),
        ("p", "Then a paragraph"),
        ("i1", "First"),
        ("i1", "Second"),
    ]


def test_bold_is_seen_by_the_weight_of_the_font(read):
    shown = b"BT /F2 11 Tf 72 700 Td (Purpose) Tj ET " + lines((72, 650, "To lead."))
    assert [piece.bold for piece in read("a.pdf", by_hand(shown)).pieces] == [True, False]


def test_a_password_is_asked_for_only_where_reading_needs_one(read):
    def locked(password: str) -> bytes:
        writer = PdfWriter()
        writer.append(io.BytesIO(by_hand(lines((72, 700, "Lead.")))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    assert read("a.pdf", locked("")).pieces[0].text == "Lead."
    with pytest.raises(PathwaysError, match="password"):
        read("b.pdf", locked("secret"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (by_hand(b"q 1 0 0 1 0 0 cm Q"), "only pictures of pages"),
        (by_hand(lines((72, 700, "x")), kids=600), "too many parts"),
        (by_hand(b" " * 60_000_000), "too many parts"),
        (by_hand(lines((72, 700, "x")), pages="2 0 R"), "damaged"),
        (by_hand(lines((72, 700, "x")))[:300], "damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj <<\n" * 120_000, "too many parts"),
    ],
    ids=["scan", "pages", "bomb", "loop", "cut", "objects"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(read, content, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        read("a.pdf", content)


def test_pages_that_take_too_many_steps_are_refused_over_all_pages(read, monkeypatch):
    from pathways.importing.reading import pdf_guard as reading

    monkeypatch.setattr(reading, "_MOST_OPERATIONS", 2_000)
    for page, kids in ((b"(a) Tj " * 900, 3), (b"[" + b"(a) 1 " * 5_000 + b"] TJ ", 1)):
        content = by_hand(b"BT /F1 11 Tf 72 700 Td " + page + b"ET", kids=kids)
        with pytest.raises(PathwaysError, match="too many parts"):
            read("a.pdf", content)
    assert read("b.pdf", by_hand(b"BT /F1 11 Tf 72 700 Td " + b"(a) Tj " * 900 + b"ET")).pieces


def test_title_and_author_are_noted(pdf):
    outline = pdf('#set document(title: "Job family", author: "HR")\nText')
    assert outline.title == "Job family"
    assert ("author", "HR") in outline.facts


def test_spaces_that_nobody_drew_are_told_by_their_gaps(read, brief):
    def word(x: float, text: str) -> str:
        return f"BT /F1 11 Tf {x} 700 Td ({text}) Tj ET"

    shown = "\n".join((word(72, "Keeps"), word(106, "the"), word(124, "list"))).encode()
    assert brief(read("a.pdf", by_hand(shown))) == [("p", "Keeps the list")]


def test_letters_drawn_one_by_one_are_words(read, brief):
    shown = "\n".join(
        f"BT /F1 11 Tf {72 + place * 6.12:.2f} 700 Td ({letter}) Tj ET"
        for place, letter in enumerate("noundoneupon")
    ).encode()
    assert brief(read("a.pdf", by_hand(shown))) == [("p", "noundoneupon")]


CELLS = (
    "[Area], [Grade 4], [Grade 5], [People], [Shows new gardeners how the tools are kept and"
    " where they are.], [Plans the rota of four gardeners for the week.], [Risk],"
    " table.cell(colspan: 2)[Reports what is broken on the same day.]"
)


def test_cells_that_are_drawn_make_a_table_without_a_remark(pdf, brief):
    outline = pdf(f"{PAPER}#table(columns: (2cm, 4cm, 4cm), {CELLS})")
    reported = "Reports what is broken on the same day."
    assert brief(outline) == [
        (
            "table",
            ("Area", "Grade 4", "Grade 5"),
            (
                "People",
                "Shows new gardeners how the tools are kept and where they are.",
                "Plans the rota of four gardeners for the week.",
            ),
            ("Risk", reported, reported),
        )
    ]
    assert outline.remarks == ()


def test_a_table_goes_on_over_the_page_and_its_heads_are_read_once(pdf, brief):
    rows = ", ".join(f"[Area {number}], [Does thing {number}.]" for number in range(1, 9))
    source = (
        "#set page(width: 300pt, height: 160pt)\n#set text(size: 11pt)\n"
        f"#table(columns: 2, table.header([Area], [Grade 4]), {rows})"
    )
    outline = pdf(source)
    (table,) = brief(outline)
    assert table[1:3] == (("Area", "Grade 4"), ("Area 1", "Does thing 1."))
    assert len(table) == 10
    assert {left.why for left in outline.left_out} == {
        "the heads of the table, which come again on the next page"
    }


def test_columns_of_text_without_lines_make_a_table_row_by_row(pdf, brief):
    cells = CELLS.replace("table.cell(colspan: 2)", "[Reports it.], ")
    outline = pdf(f"{PAPER}#table(columns: (2cm, 5cm, 5cm), stroke: none, {cells})")
    (table,) = brief(outline)
    assert table[2][:2] == (
        "People",
        "Shows new gardeners how the tools are kept and where they are.",
    )
    assert "check the cells" in outline.remarks[0].why


WORDS = (
    "plans keeps the rounds of our depot and says what is wrong with each lorry before it leaves "
    "for a day in town while others learn how to lead small crews writes reports on waste answers "
    "letters from residents within five days helps new staff"
).split()


def sentence(draw: random.Random, words: int) -> str:
    text = " ".join(draw.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:] + "."


@pytest.mark.parametrize("seed", range(12))
def test_columns_that_stand_close_are_told_by_where_their_words_begin(pdf, brief, seed):
    draw = random.Random(seed)
    across, inset, size = draw.randint(1, 4), draw.choice([2, 3, 5]), draw.choice([9, 10, 11])
    heads = ["Level", *(["Meaning"] if across == 1 else [f"Grade {n}" for n in range(across)])]
    rows = [
        [f"{draw.choice(['Risk', 'Budgets and pay', 'Working with others'])} {letter}"]
        + [sentence(draw, draw.randint(4, 20)) for _ in range(across)]
        for letter in "ABC"
    ]
    cells = "".join(f"[{text}]," for row in [heads, *rows] for text in row)
    outline = pdf(
        f'#set page(paper: "a4", margin: 2cm)\n#set text(size: {size}pt, hyphenate: false)\n'
        f"{sentence(draw, 60)}\n\n#table(columns: (auto, {'1fr, ' * across}), stroke: none, "
        f"inset: {inset}pt, {cells})\n\n{sentence(draw, 70)}\n"
    )
    tables = [piece.rows for piece in outline.pieces if piece.rows]
    assert [[list(row) for row in table] for table in tables] == [[heads, *rows]]
    assert any("check the cells" in remark.why for remark in outline.remarks)


@pytest.mark.parametrize("stands", ["left + horizon", "center + horizon", "left + top"])
@pytest.mark.parametrize("seed", range(6))
def test_rows_are_bands_across_all_columns_wherever_their_cells_stand(pdf, brief, seed, stands):
    draw = random.Random(seed)
    heads = ["Area", "Grade 5", "Grade 6", "Grade 7"]
    names = ["Risk", "Working with the partners of the museum", "Money"]
    rows = [[name, *(sentence(draw, draw.randint(3, 24)) for _ in heads[1:])] for name in names]
    cells = "".join(f"[{text}]," for row in [heads, *rows] for text in row)
    outline = pdf(
        f"{PAPER}{sentence(draw, 60)}\n\n#table(columns: (3.5cm, 1fr, 1fr, 1fr), stroke: none, "
        f"align: (x, y) => if x == 0 or {draw.choice(['true', 'false'])} {{ {stands} }} "
        f"else {{ left + top }}, {cells})\n\n{sentence(draw, 70)}\n"
    )
    tables = [piece.rows for piece in outline.pieces if piece.rows]
    assert [[list(row) for row in table] for table in tables] == [[heads, *rows]]


def test_a_table_without_lines_goes_on_over_the_page(pdf):
    draw = random.Random(4)
    rows = [[f"Area {n}", sentence(draw, 14), sentence(draw, 22 if n % 2 else 6)] for n in range(9)]
    cells = "".join(f"[{text}]," for row in [["Area", "Grade 2", "Grade 3"], *rows] for text in row)
    source = PAPER.replace('"a4"', '"a4", height: 18cm, margin: 2cm, footer: [Museum]')
    outline = pdf(
        f"{source}#table(columns: (3cm, 1fr, 1fr), stroke: none, align: left + horizon, {cells})"
    )
    (table,) = [piece.rows for piece in outline.pieces if piece.rows]
    assert [list(row) for row in table] == [["Area", "Grade 2", "Grade 3"], *rows]


def test_points_and_paragraphs_in_cells_without_lines_stay_apart(pdf):
    cells = (
        "[Area], [Grade 2], [Grade 3], [Care], [- Sweeps the store that is under the roof\n- Packs],"
        "[- Plans the week of the store\n- Trains all of those who pack], [Visitors], "
        "[Answers them.\n\nOpens the doors every morning.], [Leads a shift.]"
    )
    outline = pdf(f"{PAPER}#table(columns: (3cm, 4cm, 4cm), stroke: none, {cells})")
    (table,) = [piece.rows for piece in outline.pieces if piece.rows]
    assert [cell.count("\n") for cell in table[1]] == [0, 1, 1]
    assert table[2] == (
        "Visitors",
        "Answers them.\nOpens the doors every morning.",
        "Leads a shift.",
    )


def test_a_list_of_one_point_is_a_point_where_others_are(pdf, brief):
    outline = pdf(
        f"{PAPER}= Duties\n== Bread\n1. Bakes the bread of the day.\n2. Sells it.\n== Cake\n"
        "1. Bakes a cake where somebody asks for one.\n== Pies\n1. Bakes pies.\n2. Cools them.\n"
    )
    assert ("i1", "Bakes a cake where somebody asks for one.") in brief(outline)


def test_bold_words_that_a_text_begins_with_are_its_lead(pdf):
    baking = "They bake bread every morning before the shop opens, and cakes where somebody asks. "
    outline = pdf(
        f"{PAPER}= Baker\n*Craft*: {baking * 2}\n\n*Selling:* They sell it.\n\n"
        "- *Tidy* -- They sweep."
    )
    assert [piece.lead for piece in outline.pieces] == ["", "Craft:", "Selling:", "Tidy"]


def test_a_sentence_goes_on_in_bold_on_the_next_line(pdf):
    outline = pdf(
        f"{PAPER}Send what you have written about your bread to the address of the bakery in the "
        "old town not later than *the last Monday in the month of May.*\n\n*Bread*\n\nFresh."
    )
    assert [piece.text[-12:] for piece in outline.pieces] == ["onth of May.", "Bread", "Fresh."]


def test_two_columns_of_running_text_are_read_one_after_the_other(pdf):
    left = "Keeps the register of trees and tells the council which of them may fall. " * 14
    right = "Plans the work of six gardeners in all the parks of the borough each week. " * 14
    source = (
        '#set page(paper: "a4", columns: 2)\n#set text(size: 11pt, hyphenate: false)\n'
        f"== Trees\n{left}\n#colbreak()\n== People\n{right}"
    )
    texts = [piece.text for piece in pdf(source).pieces]
    assert texts == ["Trees", left.strip(), "People", right.strip()]


def test_boxes_and_underlines_inside_a_cell_part_nothing(pdf, brief):
    cells = "[Area], [Grade 4], [Risk], [#box(stroke: 1pt)[New:] #underline[Reports] it.]"
    outline = pdf(f"{PAPER}#table(columns: 2, {cells})")
    assert brief(outline) == [("table", ("Area", "Grade 4"), ("Risk", "New: Reports it."))]


def test_objects_that_no_table_lists_are_not_looked_for_again_and_again(read) -> None:
    noise = random.Random(7).randbytes(400_000).hex().encode()  # cannot be packed small
    missing = " ".join(f"{number} 0 R" for number in range(1000, 1300))
    content = by_hand(lines((72, 700, "Lead")) + b"\n%" + noise, pages=f"3 0 R {missing}")
    with pytest.raises(PathwaysError, match="too many parts"):
        read("endless.pdf", content)
