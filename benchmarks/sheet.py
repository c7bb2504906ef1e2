"""A comparison on paper, beside an empty page set by the same typst with the same fonts.

Run with ``python -m benchmarks.sheet``. Ours goes from the finished comparison to the bytes:
blocks, then pages. The pages of the preview are the SVG that is painted on the screen and by the
printer.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

import typst

from benchmarks.measuring import in_turn, line
from pathways.compare.change import Comparison
from pathways.compare.comparison import Comparer
from pathways.model.library import Library
from pathways.report import glyphs
from pathways.report.blocks import Sheet
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.options import SheetOptions
from pathways.report.pages import svg_pages
from pathways.report.pdf import to_pdf
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

ROUNDS = 9
OPTIONS = SheetOptions(date=datetime.date(2026, 11, 21))


EMPTY = b'#set document(title: "Empty")\n#set page(paper: "a4")\n#set text(lang: "en")\n'


def empty_pdf() -> bytes:
    """Set an empty page as PDF."""
    return typst.compile(EMPTY, format="pdf", pdf_standards=["ua-1", "a-2a"], font_paths=_fonts())


def empty_svg() -> bytes:
    """Set an empty page as SVG."""
    return typst.compile(EMPTY, format="svg", font_paths=_fonts())


def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, font_paths=[str(glyphs.folder())]
    )  # looked for anew each time


def on_paper(
    comparison: Comparison, library: Library, write: Callable[[Sheet, SheetOptions], object]
) -> None:
    """Write the sheet of a comparison."""
    write(comparison_sheet(comparison, library, options=OPTIONS), OPTIONS)


def main() -> None:
    """Print how long two and four nodes on paper take, as PDF and as pages of the preview."""
    library = Workspace.open().library
    comparer = Comparer(library, read_vocabulary("en"))
    for nodes in (("ict-8", "ict-9"), ("ict-8", "ict-9", "ict-11", "ict-14")):
        comparison = comparer.compare(nodes)
        pages = len(svg_pages(comparison_sheet(comparison, library, options=OPTIONS), OPTIONS))
        kinds = (("PDF", to_pdf, empty_pdf), ("preview", svg_pages, empty_svg))
        for what, write, empty in kinds:
            ours, other = in_turn(partial(on_paper, comparison, library, write), empty, ROUNDS)
            print(line(f"{what} of {len(nodes)} nodes, {pages} pages", ours, "empty page", other))


if __name__ == "__main__":
    main()
