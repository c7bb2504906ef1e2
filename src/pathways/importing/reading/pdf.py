"""PDF documents that have text.

What was decided. Lines become paragraphs again by their gaps, and by whether the next word would
have fitted. Larger letters make a heading, bold lines stay paragraphs marked bold, as in every
format. Rows of aligned columns make a table, but what a PDF shows as a table need not be one, so
each is remarked upon.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.i18n import _
from pathways.importing.outline import Outline
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.pdf_lines import Line, PageLines
from pathways.importing.reading.pdf_paragraphs import PdfParagraphs
from pathways.importing.reading.refusal import (
    UnreadableDocumentError,
    damaged,
    encrypted,
    too_intricate,
)
from pathways.importing.reading.running_lines import running_lines
from pathways.importing.reading.source_bytes import read_bytes

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES = 60_000_000
MOST_PAGES = 500
_MOST_OPERATIONS = 150_000  # drawing steps of all pages; some 150 full pages of text
_MOST_OBJECTS = 100_000
_MOST_LOOKED_THROUGH = 30_000_000  # bytes, for objects that the file does not list
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 5_000_000,
    "lzw_maximum_output_length": 4_000_000,
    "run_length_maximum_output_length": 4_000_000,
    "array_based_stream_maximum_output_length": 5_000_000,
    "maximum_declared_stream_length": MOST_BYTES,
    "zlib_maximum_recovery_input_length": 500_000,
    "stream_decoding_work_maximum_length": 20_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "page_tree_maximum_entries": 4 * MOST_PAGES,
    "page_tree_maximum_page_entries": 100 * MOST_PAGES,
    "xform_maximum_invocations_per_extraction": 500,
}


class _ExhaustedError(BaseException):
    """Stop a page that never ends; not an Exception, since pypdf goes on after those."""


def read_pdf(path: Path) -> Outline:
    """Return the outline of a PDF; raise UnreadableDocumentError where it has no text, is locked,
    broken or endless.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    content = read_bytes(path, MOST_BYTES)
    if content.count(b" obj") > _MOST_OBJECTS:
        raise too_intricate(path)
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # it warns of what is reported here in sentences
    gathering = Gathering(path, "pdf")
    try:
        with apply_configuration(**_LIMITS):
            reader = _opened(path, content)
            lines = _lines(path, reader)
            _note_properties(reader, gathering)
            pages = len(reader.pages)
    except (FileNotDecryptedError, DependencyError):
        raise encrypted(path) from None
    except (LimitReachedError, _ExhaustedError, RecursionError):
        raise too_intricate(path) from None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        AssertionError,
        NotImplementedError,  # what pypdf raises over filters and numbers that no program writes
        OverflowError,
    ):
        raise damaged(path) from None
    if not lines:
        raise UnreadableDocumentError(
            path,
            _("There is no text in this PDF, only pictures of pages, as a scanner makes them."),
            _("Ask for the document it was made from, or have its text recognised first."),
        )
    reasons = running_lines(lines, pages)
    for line in lines:
        if line.number in reasons:
            gathering.leave_out(line.number, line.text, reasons[line.number])
    PdfParagraphs(gathering, [line for line in lines if line.number not in reasons]).gather()
    return gathering.outline()


def _opened(path: Path, content: bytes) -> PdfReader:
    from pypdf import PdfReader

    class Reader(PdfReader):
        """Stop where objects that are in no table are looked for in the whole file, again and
        again.
        """

        def get_object(self, indirect_reference: Any) -> Any:
            nonlocal looked_through
            key = getattr(indirect_reference, "idnum", indirect_reference)
            generation = getattr(indirect_reference, "generation", 0)
            if self.cache_get_indirect_object(generation, key) is None:
                tried[key] += 1
                if tried[key] > 1 or key not in self.xref.get(generation, {}):
                    looked_through += len(content)
                if looked_through > _MOST_LOOKED_THROUGH:
                    raise _ExhaustedError
            return super().get_object(indirect_reference)

    tried: Counter[int] = Counter()
    looked_through = 0
    reader = Reader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):  # many are locked against changes only
        raise encrypted(path)
    if len(reader.pages) > MOST_PAGES:
        raise too_intricate(path)
    return reader


def _lines(path: Path, reader: PdfReader) -> list[Line]:
    lines: list[Line] = []
    steps = 0

    def count(_operator: Any, operands: Any, _cm: Any, _tm: Any) -> None:
        nonlocal steps
        steps += 1
        if operands and isinstance(operands[0], list):
            steps += len(operands[0]) // 4
        if steps > _MOST_OPERATIONS:
            raise _ExhaustedError

    for number, page in enumerate(reader.pages, start=1):
        scraps = PageLines(number, float(page.mediabox.height) or 842.0)
        page.extract_text(visitor_operand_before=count, visitor_text=scraps.take)
        lines.extend(scraps.lines())
    for number, line in enumerate(lines, start=1):
        line.number = number
    return lines


def _note_properties(reader: PdfReader, gathering: Gathering) -> None:
    found = reader.metadata
    if found is not None:
        gathering.title = (found.title or "").strip()
        gathering.fact(_("author"), found.author or "")
        gathering.fact(_("subject"), found.subject or "")
    language = reader.root_object.get("/Lang")
    gathering.language = str(language).strip() if language else ""
