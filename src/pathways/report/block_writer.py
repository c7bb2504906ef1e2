"""What all kinds of files have in common: a sheet is written block by block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.room import LONG, MARGIN, SHORT

Written = TypeVar("Written")


class BlockWriter(Generic[Written]):
    """One file in the making; ``Written`` is what comes of a block, and for each kind of block a
    writer has a method.
    """

    heading: Callable[[blocks.Heading], Written]
    paragraph: Callable[[blocks.Paragraph], Written]
    bullets: Callable[[blocks.BulletList], Written]
    table: Callable[[blocks.Table], Written]
    note: Callable[[blocks.Note], Written]
    writing_lines: Callable[[blocks.WritingLines], Written]
    signatures: Callable[[blocks.Signatures], Written]
    footnotes: Callable[[blocks.Footnotes], Written]

    def __init__(self, document: blocks.Sheet, options: SheetOptions) -> None:
        """Take the sheet; ``numbers`` are those of its footnotes, which the text may point to."""
        self.document = document
        self.options = options
        self.numbers = {
            str(note.number)
            for block in document.blocks
            if isinstance(block, blocks.Footnotes)
            for note in block.items
        }
        self.landscape = options.landscape(document.wide)
        self.width = (LONG if self.landscape else SHORT) - 2 * MARGIN

    def block(self, block: blocks.Block) -> Written:
        """Return what comes of a block, whatever kind it is."""
        match block:
            case blocks.Heading():
                return self.heading(block)
            case blocks.Paragraph():
                return self.paragraph(block)
            case blocks.BulletList():
                return self.bullets(block)
            case blocks.Table():
                return self.table(block)
            case blocks.Note():
                return self.note(block)
            case blocks.WritingLines():
                return self.writing_lines(block)
            case blocks.Signatures():
                return self.signatures(block)
            case blocks.Footnotes():
                return self.footnotes(block)
