"""Sheets as PDF: tagged for screen readers (PDF/UA-1) and fit to be kept (PDF/A-2a)."""

from __future__ import annotations

from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.pages import compile_pages


def to_pdf(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the pages as a PDF; the same document and options give the same bytes."""
    return bytes(compile_pages(document, options, format="pdf", pdf_standards=["ua-1", "a-2a"]))
