from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.report.blocks import (
    BulletList,
    Cell,
    Column,
    Heading,
    Item,
    Paragraph,
    Records,
    Sheet,
    Table,
    nested,
)
from pathways.report.spans import Span, Style, plain, text_of


def document(*blocks: object, title: str = "Title", records: Records | None = None) -> Sheet:
    day = datetime.date(2026, 11, 21)
    return Sheet(
        title=title, subtitle="", language="en-GB", date=day, written="21 November 2026",
        blocks=blocks, records=records,
    )  # fmt: skip


def test_what_can_be_written_stays_to_the_letter() -> None:
    text = "  #panic() $x$ <b>&amp;</b> שלום 👩‍👩‍👧 e\u0301 \u00a0\u200b "
    (paragraph,) = document(Paragraph(plain(text))).blocks
    assert text_of(paragraph.spans) == text


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\uffff", "\ufdd0"])
def test_what_no_file_can_hold_is_replaced_visibly(mark: str) -> None:
    sheet = document(
        Heading(2, f"a{mark}b"),
        Table("c", (Column(f"a{mark}b"),), ((Cell((plain(f"a{mark}b"),)),),)),
        title=f"a{mark}b",
        records=Records((f"a{mark}b",), ()),
    )
    heading, table = sheet.blocks
    assert {
        sheet.title,
        heading.text,
        table.columns[0].title,
        text_of(table.rows[0][0].lines[0]),
    } == {"a\ufffdb"}
    assert sheet.records is not None
    assert sheet.records.header == ("a\ufffdb",)


@pytest.mark.parametrize(
    "gap", ["\n", "\r\n", "\t", "\v", "\f", "\x85", "\u2028", "\u2029", "\n\n\t"]
)
def test_a_line_break_within_a_text_becomes_a_space(gap: str) -> None:
    assert document(title=f"one{gap}two").title == "one two"


def test_a_document_that_needs_no_mending_keeps_its_very_blocks() -> None:
    blocks = (Heading(2, "Ωμέγα"), Paragraph(plain("text")))
    assert document(*blocks).blocks is blocks or all(
        a is b for a, b in zip(document(*blocks).blocks, blocks, strict=True)
    )


def test_the_text_of_a_line_has_no_footnote_numbers() -> None:
    assert text_of((Span("Lead"), Span("12", Style.REFERENCE), Span(" staff"))) == "Lead staff"


def test_points_stand_below_the_last_one_that_is_less_deep() -> None:
    items = tuple(
        Item(plain(name), depth)
        for name, depth in (("a", 1), ("b", 2), ("c", 3), ("d", 2), ("e", 1))
    )
    found = [
        (text_of(item.spans), [text_of(below.spans) for below in belows])
        for item, belows in nested(items)
    ]
    assert found == [("a", ["b", "c", "d"]), ("e", [])]


@given(st.lists(st.integers(1, 9)))
def test_no_point_is_lost_or_moved_by_nesting(depths: list[int]) -> None:
    def flat(items: tuple[Item, ...]) -> list[Item]:
        return [one for item, below in nested(items) for one in (item, *flat(below))]

    items = tuple(Item(plain(str(number)), depth) for number, depth in enumerate(depths))
    assert flat(items) == list(items)


@given(st.text())
def test_any_text_at_all_makes_a_document_of_writable_text(text: str) -> None:
    sheet = document(BulletList((Item(plain(text)),)))
    (found,) = sheet.blocks
    written = text_of(found.items[0].spans)
    assert written.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in written)
    assert written.encode("utf-8").decode("utf-8") == written
