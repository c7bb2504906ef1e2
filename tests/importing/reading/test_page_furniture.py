"""Menus, breadcrumbs, notes on cookies and footers of pages that mark none of them."""

from __future__ import annotations

from pathways.importing.outline import Outline
from pathways.importing.reading.document import read_document

CONTENT = (
    "<h1>Keeper of the pool</h1><p>Somebody at this level keeps a pool open, clean and safe for "
    "everybody who comes to swim in it.</p><h2>Water</h2><ul><li>I test the water twice a day.</li>"
    "<li>I know <a href='/acid'>how acid works</a>.</li></ul>"
)


def page(before: str = "", behind: str = "") -> str:
    return f"<html><head><title>Pool</title></head><body>{before}{CONTENT}{behind}</body></html>"


def left(outline: Outline) -> dict[str, str]:
    return {item.text: item.why for item in outline.left_out}


def words(outline: Outline) -> str:
    return " ".join(piece.text for piece in outline.pieces)


def test_a_list_of_links_is_a_menu(read):
    menu = "<ul><li><a href='1'>Pool 1</a></li><li><a href='2'>Pool 2</a></li><li><a href='3'>Pool 3</a></li></ul>"
    outline = read("a.html", page(menu))
    assert "a menu of the page" in left(outline)["Pool 2"]
    assert "Pool 2" not in words(outline)
    assert "how acid works" in words(outline)


def test_a_block_is_what_its_class_says(read):
    outline = read(
        "a.html",
        page(
            "<div class='cookie-notice'><p>We use cookies.</p></div><div id='sideBar'><h1>Levels</h1></div>",
            "<div class='site-footer'><p>Town hall, High Street</p></div>",
        ),
    )
    assert "cookies" in left(outline)["We use cookies."]
    assert "menu" in left(outline)["Levels"]
    assert "footer" in left(outline)["Town hall, High Street"]
    assert outline.pieces[0].text == "Keeper of the pool"


def test_the_way_to_a_page_and_links_inside_it_are_left_out(read):
    way = "<p><a href='/'>Home</a> &gt; <a href='/l'>Ladders</a> &gt; Pool</p>"
    jump = "<p>Jump to <a href='#a'>Water</a> | <a href='#b'>Children</a> | <a href='#c'>Safety</a></p>"
    turn = "<p><a href='1'>Previous</a> <a href='3'>Next</a></p>"
    outline = read("a.html", page(way + jump, turn))
    reasons = left(outline)
    assert "the way to this page" in reasons["Home > Ladders > Pool"]
    assert "Previous Next" in reasons
    assert any(text.startswith("Jump to") for text in reasons)


def test_a_table_that_places_the_parts_of_a_page_is_no_table(read):
    menu = "".join(f"<a href='{number}'>Pool {number}</a><br>" for number in range(3))
    inner = (
        "<table><tr><th>Level</th><th>Water</th></tr><tr><td>2</td><td>Tests it</td></tr></table>"
    )
    laid = (
        "<table><tr><td colspan=2><b>Northtown</b> <a href='/'>Home</a></td></tr>"
        f"<tr><td>{menu}</td><td>{CONTENT}{inner}</td></tr><tr><td>© 2023 Northtown</td></tr></table>"
    )
    outline = read("a.html", f"<html><body>{laid}</body></html>")
    assert outline.pieces[0].text == "Keeper of the pool"
    assert [piece.rows for piece in outline.pieces if piece.rows] == [
        (("Level", "Water"), ("2", "Tests it"))
    ]
    assert {"Pool 1", "Northtown Home"} <= set(left(outline))
    assert all("a menu of the page" in why for why in left(outline).values() if "Pool" in why)


def test_a_table_of_levels_with_headings_in_its_cells_stays_one(read):
    cell = "<td><h3>Craft</h3><p>{0} keeps water clean and warm.</p><h3>People</h3><p>Is kind.</p></td>"
    row = "".join(cell.format(name) for name in ("She", "He", "It"))
    outline = read("a.html", f"<html><body><table><tr>{row}</tr></table></body></html>")
    assert len(outline.pieces[0].rows[0]) == 3


def test_a_page_that_is_all_links_keeps_them(read):
    outline = read(
        "a.html",
        "<html><body><ul><li><a href='1'>One</a></li><li><a href='2'>Two</a></li>"
        "<li><a href='3'>Three</a></li></ul></body></html>",
    )
    assert "Two" in words(outline)


def test_a_bold_heading_may_have_something_slanted_behind_it(read):
    outline = read("a.html", page("", "<p><b>Craft</b> <i>how well</i></p><p>Cleans well.</p>"))
    (found,) = [piece for piece in outline.pieces if piece.text.startswith("Craft")]
    assert (found.bold, found.lead) == (True, "Craft")


def test_links_that_lead_away_are_no_text_wherever_they_stand(tmp_path):
    for begin, end in (("<main>", "</main>"), ("<div>", "</div>")):
        path = tmp_path / "page.html"
        path.write_text(
            f"<html><body>{begin}<p><a href='/'>Home</a> &rarr; <a href='/j'>Jobs</a> &rarr; "
            "Weir warden</p><h1>Weir warden</h1><h2>Duties</h2><ul><li>Clears the weir of weed "
            "each morning</li><li>Reads the <a href='/t'>tide tables</a> before the boats go out "
            "and writes them on the board</li></ul><p><a href='/apply'>Apply for this job</a></p>"
            f"{end}<p><a href='/p'>Privacy notice</a> | <a href='/a'>Accessibility</a> | "
            "<a href='/c'>Cookies</a></p></body></html>",
            "utf-8",
        )
        outline = read_document(path)
        assert [piece.text for piece in outline.pieces] == [
            "Weir warden",
            "Duties",
            "Clears the weir of weed each morning",
            "Reads the tide tables before the boats go out and writes them on the board",
        ]
        left = " ".join(item.text for item in outline.left_out)
        assert "Apply for this job" in left
        assert "Privacy notice" in left
