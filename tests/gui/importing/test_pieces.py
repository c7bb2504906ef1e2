"""The lines that the review lists: all of them, with the doubts that belong to them, in an order,
found by words.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from importing_documents import corpus, dimensions, drawn
from pathways.gui.importing.pieces import (
    LinePiece,
    PieceOrder,
    Titles,
    arranged,
    pieces_of,
    sure_word,
)
from pathways.gui.importing.pieces_model import PiecesModel
from pathways.gui.widgets.row_model import ROW
from pathways.importing.accounting import counts
from pathways.importing.outline import LeftOut, Remark
from pathways.importing.review import Review

TEXT = "Family\nGrade 4\nDuties\n- Help and log\n- Tidy\nPage 3\nGrade 5\nTravel\n- Drive\nDuties\n- Lead\n- Tidy"


def review(**more: object) -> Review:
    return Review((msgspec.structs.replace(drawn(TEXT), **more),), dimensions())


def test_what_was_dropped_on_reading_is_shown_too_in_its_place_and_cannot_be_changed() -> None:
    pieces, _general = pieces_of(
        review(left_out=(LeftOut(line=5, text="Draft", why="the foot of a page"),))
    )
    texts = [piece.decision.text for piece in pieces]
    assert texts.index("Draft") in (texts.index("Tidy") - 1, texts.index("Tidy") + 1)
    draft = pieces[texts.index("Draft")]
    assert not draft.can_change and draft.decision.why == "the foot of a page"


def test_a_remark_of_the_reader_makes_its_line_doubtful() -> None:
    found = review(remarks=(Remark(line=11, text="Lead", why="Mended on reading."),))
    pieces, general = pieces_of(found)
    lead = next(piece for piece in pieces if piece.decision.text == "Lead")
    assert lead.notes == ("Mended on reading.",)
    assert lead.is_doubtful and sure_word(lead) == "? not sure"
    assert [doubt.why for doubt in general] == [d.why for d in found.result().doubts if not d.line]


def test_every_doubt_is_seen_once_at_least() -> None:
    found = review(remarks=(Remark(line=99, text="", why="The encoding was guessed."),))
    pieces, general = pieces_of(found)
    seen = {why for piece in pieces for why in (piece.decision.why, *piece.notes)} | {
        doubt.why for doubt in general
    }
    doubts = {doubt.why for doubt in found.result().doubts}
    assert len(doubts) > 1
    assert doubts <= seen


def test_orders_lose_nothing_and_keep_the_document_within_a_rank() -> None:
    pieces, _general = pieces_of(review())
    first = arranged(pieces, PieceOrder.DOUBTFUL_FIRST)
    assert sorted(map(id, first)) == sorted(map(id, pieces))
    assert [piece.rank for piece in first] == sorted(piece.rank for piece in pieces)
    for rank in range(3):
        lines = [piece.decision.line for piece in first if piece.rank == rank]
        assert lines == sorted(lines)
    assert arranged(pieces, PieceOrder.ONLY_DOUBTFUL) == [
        piece for piece in pieces if piece.is_doubtful
    ]


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        (("n-1",), "Grade 1"),
        (("n-1", "n-2", "n-3"), "Grades 1 to 3"),
        (tuple(f"n-{number}" for number in range(1, 9)), "Grade 1, Grade 2, Grade 3 and 5 more"),
        (tuple(f"n-{number}" for number in range(1, 10)), "All 9 grades and roles"),
    ],
)
def test_many_grades_are_named_in_few_words(nodes: tuple[str, ...], words: str) -> None:
    text = "N\n" + "\n".join(f"Grade {number}\nDuties\n- Do {number}" for number in range(1, 10))
    titles = Titles(Review((drawn(text),), dimensions()))
    assert titles.whom(nodes) == words


def test_the_model_is_sound_in_every_order(qtmodeltester: ModelTester) -> None:
    found = review()
    model = PiecesModel()
    pieces, _general = pieces_of(found)
    model.show_pieces(pieces, Titles(found))
    for order in PieceOrder:
        model.arrange(order, "")
        qtmodeltester.check(model)
    model.arrange(PieceOrder.DOCUMENT, "GRADE LEAD")
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Lead"]
    assert isinstance(model.index(0, 0).data(ROW), LinePiece)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "In the document"


@pytest.mark.parametrize(
    "name", ["seeds/000", "seeds/001", "seeds/002", "seeds/003", "seeds/004", "dfe", "gdad"]
)
def test_every_line_of_a_real_document_is_listed(name: str) -> None:
    outlines = corpus(name)
    found = Review(tuple(outlines), dimensions())
    pieces, _general = pieces_of(found)
    assert len(pieces) == counts(found.result())["lines"]
    for number, outline in enumerate(outlines):
        listed = " ".join(
            piece.decision.text for piece in pieces if piece.decision.document == number
        )
        for item in outline.left_out:
            assert item.text in listed


def test_the_ict_document_needs_no_correction(tmp_path: Path) -> None:
    found = Review(tuple(corpus("seeds/003")), dimensions()).result()
    assert [node.grade for node in found.framework.nodes] == [
        str(number) for number in range(6, 15)
    ]
