"""Which letters of a statement are marked."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from pathways.compare.change import Change, Verdict, Words
from pathways.gui.widgets.statement_cell import CellContent, marks_of
from pathways.gui.widgets.text_block import TextMark
from pathways.model.statement import Source, Statement

PIECES = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.sampled_from(["a", "bc ", " d", " ", "e f"])),
    max_size=8,
)


def content(text: str, before: Words, after: Words) -> CellContent:
    source = Source(document="f", block="b", section="s", number=1)
    said = Statement(
        id="s", text=text, nodes=("n",), dimensions=("a",), heading="", label="", source=source
    )
    changes = [
        Change(verdict=Verdict.CHANGED, before=said, after=said, words=words)
        for words in (before, after)
    ]
    return CellContent(said, "", False, *changes)


@given(PIECES)
def test_what_is_new_and_what_goes_is_marked_letter_by_letter_without_blanks_at_its_ends(
    pieces: list[tuple[bool, bool, str]],
) -> None:
    pieces = [(False, False, "x"), *pieces]
    text = "".join(piece for _new, _goes, piece in pieces)
    wanted: list[set[str]] = []
    for new, goes, piece in pieces:
        inner = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        looks = {name for name, so in (("inserted", new), ("deleted", goes)) if so}
        wanted += [looks if inner[0] <= at < inner[1] else set() for at in range(len(piece))]
    before = tuple(("insert" if new else "equal", piece) for new, _goes, piece in pieces)
    after = tuple(("delete" if goes else "equal", piece) for _new, goes, piece in pieces)
    found = [""] * len(text)
    for mark in marks_of(content(text, (*before, ("delete", "gone")), after)):
        assert mark.length > 0
        found[mark.start : mark.start + mark.length] = [mark.look] * mark.length
    assert found == ["+".join(sorted(looks)) for looks in wanted]


def test_a_text_of_a_million_letters_is_marked_at_once() -> None:
    word = "W" * 1_000_000
    before, after = (("insert", word), ("equal", " a")), (("equal", word), ("delete", " a"))
    began = time.process_time()
    marks = marks_of(content(f"{word} a", before, after))
    assert time.process_time() - began < 0.5
    assert marks == (TextMark(0, len(word), "inserted"), TextMark(len(word) + 1, 1, "deleted"))
