"""Web pages: content, and what is only around it."""

from __future__ import annotations

import pytest

from pathways.errors import PathwaysError
from pathways.importing.outline import Kind

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Head of Data | Council</title><meta name="author" content="HR">
<script>var x = "no text";</script></head>
<body><a href="#main">Skip to content</a>
<nav><ul><li>Home</li></ul></nav>
{body}
<footer><p>Contact us</p></footer></body></html>"""


def page(body: str) -> str:
    return PAGE.format(body=body)


def test_what_stands_outside_the_main_part_is_left_out_and_listed(read, brief):
    outline = read(
        "a.html", page("<main><header><h1>Head of Data</h1></header><p>To lead.</p></main>")
    )
    assert brief(outline) == [("h1", "Head of Data"), ("p", "To lead.")]
    assert [left.text for left in outline.left_out] == ["Skip to content", "Home", "Contact us"]
    assert (outline.title, outline.language, outline.facts) == (
        "Head of Data | Council",
        "en-GB",
        (("author", "HR"),),
    )


def test_without_a_main_part_navigation_and_footer_are_left_out(read, brief):
    body = "<div role='main'></div><header>Logo</header><article><header><h1>Data</h1></header><p>Lead.</p></article>"
    outline = read("a.html", page(body))
    assert brief(outline) == [("p", "Skip to content"), ("h1", "Data"), ("p", "Lead.")]
    assert [left.text for left in outline.left_out] == ["Home", "Logo", "Contact us"]


def test_lists_nest_and_a_second_paragraph_of_a_point_is_a_paragraph(read, brief):
    body = "<ul><li>First<ol><li>Inner</li></ol></li><li><p>Second</p><p>More</p></li></ul>loose<li>stray"
    assert brief(read("a.html", f"<html><body>{body}")) == [
        ("i1", "First"),
        ("i2", "Inner"),
        ("i1", "Second"),
        ("p", "More"),
        ("p", "loose"),
        ("i1", "stray"),
    ]


def test_a_break_parts_a_paragraph_but_not_a_point_or_a_heading(read, brief):
    body = (
        "<p><strong>Purpose</strong><br>To lead.</p><ul><li>Drive<br>growth<br><br>Read "
        "more.</li></ul>"
        "<h2>Head of<br>Data</h2>"
    )
    assert brief(read("a.html", f"<html>{body}")) == [
        ("*p", "Purpose"),
        ("p", "To lead."),
        ("i1", "Drive growth"),
        ("p", "Read more."),
        ("h2", "Head of Data"),
    ]


def test_hidden_and_struck_out_text_is_left_out_without_parting_its_paragraph(read, brief):
    body = '<p>We <del>will</del> shall <span style="display: none">x y</span>lead.</p><div hidden><p>Gone</p></div>'
    outline = read("a.html", f"<html>{body}<noscript>Use scripts</noscript><button>Print</button>")
    assert brief(outline) == [("p", "We shall lead.")]
    assert [left.text for left in outline.left_out] == [
        "will",
        "x y",
        "Gone",
        "Use scripts",
        "Print",
    ]
    assert len({left.why for left in outline.left_out}) == 4


def test_a_table_keeps_its_header_repeats_merged_cells_and_parts_points_by_lines(read, brief):
    body = (
        "<table><caption>Levels</caption><thead><tr><th>Level</th><th>Risk</th><th>People</th></tr></thead>"
        "<tr><td rowspan=2>1</td><td colspan=2>Report</td></tr>"
        "<tr><td><ul><li>a</li><li>b</li></ul></td><td><b>Bold</b></td></tr><tr><td>2</td></tr></table>"
    )
    outline = read("a.html", f"<html>{body}")
    assert brief(outline) == [
        ("h6", "Levels"),
        (
            "table",
            ("Level", "Risk", "People"),
            ("1", "Report", "Report"),
            ("1", "a\nb", "Bold"),
            ("2", "", ""),
        ),
    ]
    table = outline.pieces[1]
    assert table.header == 1
    assert [piece.kind for piece in table.cells[2][1]] == [Kind.ITEM, Kind.ITEM]
    assert table.cells[2][2][0].bold
    assert table.cells[0][0][0].bold


def test_spans_that_collide_or_hang_over_leave_every_row_complete(read):
    body = (
        "<table><tr><td>a</td><td rowspan=3>b</td></tr><tr></tr><tr><td "
        "colspan=2>c</td></tr></table>"
        "<p>between</p><table><td>d</td><td>e</td></table>"
    )
    first, _between, second = read("a.html", f"<html>{body}").pieces
    assert first.rows == (("a", "b"), ("", "b"), ("c", "b"))
    assert second.rows == (("d", "e"),)


def test_a_ragged_table_that_would_fill_up_without_end_is_refused(read, monkeypatch):
    from pathways.importing.reading import html_tables

    monkeypatch.setattr(html_tables, "MOST_CELLS", 1_000)
    wide = "<tr>" + "<td>a</td>" * 100 + "</tr>"
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.html", f"<html><table>{wide}{'<tr><td>b</td></tr>' * 50}</table>")


def test_header_cells_without_a_thead_count_as_a_header_row(read):
    body = "<table><tr><th>Level</th><th>Risk</th></tr><tr><td>1</td><td>Report</td></tr></table>"
    assert read("a.html", f"<html>{body}").pieces[0].header == 1


def test_a_table_for_the_layout_gives_what_stands_in_it(read, brief):
    one = "<table><tr><td><h2>Purpose</h2><p>Lead.</p></td></tr><tr><td></td></tr></table>"
    shown = '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>'
    doubled = "<table><tr><td colspan=2>x</td><td></td></tr><tr><td colspan=2>y</td></tr></table><table></table>"
    assert brief(read("a.html", f"<html>{one}{shown}{doubled}")) == [
        ("h2", "Purpose"),
        ("p", "Lead."),
        ("p", "a"),
        ("p", "b"),
        ("p", "x"),
        ("p", "y"),
    ]


def test_a_table_in_a_cell_gives_a_line_for_each_row(read):
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    outline = read("a.html", f"<html><table><tr><td>1</td><td>Two {inner}</td></tr></table>")
    assert outline.pieces[0].rows == (("1", "Two\na\tb\nc\td"),)


def test_terms_and_definitions_are_a_table_of_two_columns(read, brief):
    body = "<dl><dt>Grade<dd>7<dd>8<dt>Alone</dl><dd>stray</dd><td>loose</td>"
    assert brief(read("a.html", f"<html>{body}")) == [
        ("table", ("Grade", "7"), ("Grade", "8"), ("Alone", "")),
        ("p", "stray"),
        ("p", "loose"),
    ]


def test_bold_by_style_counts_and_plain_by_style_does_not(read, brief):
    body = (
        '<p style="font-weight:700">One</p><p><b '
        'style="font-weight:normal">Two</b></p><p><b>Three</b> four</p>'
        "<p><b>Five</b> <u>six</u></p>"
    )
    assert brief(read("a.html", f"<html>{body}")) == [
        ("*p", "One"),
        ("p", "Two"),
        ("p", "Three four"),
        ("*p", "Five six"),
    ]


def test_spaces_collapse_but_no_break_spaces_and_entities_stay(read, brief):
    assert brief(read("a.html", "<html><p>a \n  b&nbsp;c &amp; d&rsquo;s &#150;</p>")) == [
        ("p", "a b\u00a0c & d’s –")
    ]


def test_lines_are_those_of_the_source(read):
    outline = read("a.html", "<html>\n<p>one</p>\n\n<p>\ntwo</p>\n<p>three<br>\nfour</p>\nfive\n")
    assert [(piece.text, piece.line) for piece in outline.pieces] == [
        ("one", 2),
        ("two", 5),
        ("three", 6),
        ("four", 7),
        ("five", 8),
    ]


def test_lines_in_pre_are_read_like_a_text_file(read, brief):
    assert brief(read("a.html", "<html><pre>Duties\n- lead\n- plan\n</pre>")) == [
        ("p", "Duties"),
        ("i1", "lead"),
        ("i1", "plan"),
    ]


def test_a_description_of_a_picture_and_a_comment_are_listed(read):
    outline = read("a.html", '<html><!-- draft --><!-- --><p>x<img alt="A chart"><img></p>')
    assert [left.text for left in outline.left_out] == ["draft", "A chart"]


def test_comments_around_the_page_and_comments_without_end_are_listed(read):
    outline = read(
        "a.html",
        "<!-- saved from the web --><!DOCTYPE html>\n<html><body><p>x</p></body></html><!-- end "
        "-->",
    )
    assert [left.text for left in outline.left_out] == ["saved from the web", "end"]
    unending = read("b.html", "<!-- never closed <p>Lead.</p>")
    assert unending.pieces == ()
    assert "Lead." in unending.left_out[0].text


def test_a_page_in_an_old_encoding_is_read_as_it_says(read):
    text = '<html><head><meta charset="iso-8859-15"></head><body><p>10 €</p></body></html>'
    assert read("a.html", text.encode("iso-8859-15")).pieces[0].text == "10 €"
    unknown = text.replace("iso-8859-15", "no-such").encode("cp1252")
    assert read("a.html", unknown).pieces[0].text == "10 €"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000 + "x",
        "<table><tr><td>" * 1000,
        "<table>" + "<tr><td colspan=100 rowspan=9999>a" * 4500,
    ],
)
def test_what_is_nested_too_deep_or_too_long_is_refused(read, body):
    with pytest.raises(PathwaysError, match="too deep in one another"):
        read("a.html", "<html><body>" + body)


def test_a_page_of_endless_elements_is_refused(read, monkeypatch):
    from pathways.importing.reading import html_tree

    monkeypatch.setattr(html_tree, "_MOST_ELEMENTS", 1_000)
    assert len(read("a.html", "<html><body>" + "<p>a" * 900).pieces) == 900
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.html", "<html><body>" + "<p>a" * 1_100)


def test_a_page_without_text_gives_an_empty_outline(read):
    assert read("a.html", "<html></html>").pieces == ()
    assert read("b.html", "<html><head><title></title></head><body> <p> </p></body>").pieces == ()
