"""The readers on real documents, where they are there."""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from pathways.importing.outline import Kind
from pathways.importing.reading.document import read_document, read_folder

CORPUS = Path(os.environ.get("PATHWAYS_CORPUS", ""))
pytestmark = pytest.mark.skipif(
    not os.environ.get("PATHWAYS_CORPUS"), reason="PATHWAYS_CORPUS is not set"
)


def test_every_line_of_the_ict_document_arrives_once():
    path = CORPUS / "seeds" / "003_55f53543dc25a062.txt"
    outline = read_document(path)
    source = Counter(
        line.strip().removeprefix("- ")
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    )
    assert Counter(piece.text for piece in outline.pieces) == source
    assert not outline.left_out
    lines = path.read_text("utf-8").splitlines()
    assert all(piece.text in lines[piece.line - 1] for piece in outline.pieces)


def test_the_bullet_without_a_dash_and_the_broken_one_stay_visible():
    pieces = {
        piece.text: piece
        for piece in read_document(CORPUS / "seeds" / "003_55f53543dc25a062.txt").pieces
    }
    assert pieces["Prepare reports and provide information"].kind is Kind.PARAGRAPH
    broken = next(
        piece for text, piece in pieces.items() if text.endswith("Regular interaction with")
    )
    rest = next(piece for text, piece in pieces.items() if text.startswith("others, demands"))
    assert (broken.kind, rest.kind, rest.line - broken.line) == (Kind.ITEM, Kind.PARAGRAPH, 2)


def test_the_markdown_seeds_have_headings_and_their_facts():
    data = read_document(CORPUS / "seeds" / "001_464fe5022ae21939.txt")
    assert data.pieces[1].rows == (("Grade", "SCS1"), ("Download", "Word document"))
    head = read_document(CORPUS / "seeds" / "004_8e5493433233c867.txt")
    assert [piece.text for piece in head.pieces[:4]][2] == "Grade: PO10"
    lines = (CORPUS / "seeds" / "004_8e5493433233c867.txt").read_text("utf-8").splitlines()
    points = [line for line in lines if re.match(r"(-|\d+\.)\s", line)]
    assert sum(piece.kind is Kind.ITEM for piece in head.pieces) == len(points)
    assert [piece.bold for piece in head.pieces if piece.text == "Desirable"] == [True] * 3


def test_the_word_role_has_bold_headings_and_all_its_words():
    outline = read_document(CORPUS / "dfe" / "senior-content-designer.docx")
    bold = [piece.text for piece in outline.pieces if piece.bold]
    assert bold[:2] == ["Senior Content Designer Job description", "G7"]
    assert {"Responsibilities", "Essential criteria", "Desirable skills"} <= set(bold)
    assert sum(piece.kind is Kind.ITEM for piece in outline.pieces) == 23


def test_every_word_of_the_markdown_folder_arrives():
    found = read_folder(CORPUS / "dfe")
    assert [left.text for left in found.skipped] == ["nav.json"]
    for outline in found.outlines:
        if outline.format != "md":
            continue
        source = (CORPUS / "dfe" / outline.name).read_text("utf-8")
        said = Counter(re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", source)))
        texts = [piece.text for piece in outline.pieces] + [
            cell for p in outline.pieces for row in p.rows for cell in row
        ]
        assert Counter(re.findall(r"[A-Za-z]{3,}", " ".join(texts))) == said


def test_the_large_table_is_read_in_a_moment():
    start = time.process_time()
    outline = read_document(CORPUS / "gdad" / "roles.csv")
    assert time.process_time() - start < 8  # it ends; how fast is for the benchmarks
    rows = outline.pieces[0].rows
    assert (len(rows), len(rows[0])) == (1826, 10)
    assert rows[0][:2] == ("Role Family", "Role")
    assert any("zero-width" in remark.why for remark in outline.remarks)
