"""What a PDF may cost, looked at before anything is drawn: pages, parts, unpacked streams, forms
within forms.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.importing.reading.refusal import encrypted, too_intricate

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 500
_MOST_OBJECTS = 100_000
_MOST_OPERATIONS = 150_000  # drawing steps of all pages; some 150 full pages of text
_MOST_LOOKED_THROUGH = 30_000_000  # bytes, for objects that the file does not list
_MOST_FORMS = 2_000  # drawn in all, those within others counted each time
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 5_000_000,
    "lzw_maximum_output_length": 4_000_000,
    "run_length_maximum_output_length": 4_000_000,
    "array_based_stream_maximum_output_length": 5_000_000,
    "zlib_maximum_recovery_input_length": 500_000,
    "stream_decoding_work_maximum_length": 20_000_000,
    "page_tree_maximum_entries": 4 * _MOST_PAGES,
    "page_tree_maximum_page_entries": 100 * _MOST_PAGES,
}
_SHOWS = re.compile(rb"(?<![A-Za-z])(?:Tj|TJ|Do|'|\")(?![A-Za-z])")
_IN_ARRAY = re.compile(rb"\)\s*-?[\d.]+\s*\(")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


class Properties:
    """What a PDF says of itself."""

    def __init__(self, title: str, author: str, subject: str, language: str) -> None:
        self.title, self.author, self.subject, self.language = title, author, subject, language


def looked_at(path: Path, content: bytes) -> Properties:
    """Return what a PDF says of itself; raise UnreadableDocumentError where it is locked, broken,
    endless or too large.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    if content.count(b" obj") > _MOST_OBJECTS:
        raise too_intricate(path)
    # it warns of what is reported here in sentences
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(maximum_declared_stream_length=len(content) + 1, **_LIMITS):
            reader = _opened(path, content)
            _count(path, reader)
            return _properties(reader)
    except (FileNotDecryptedError, DependencyError):
        raise encrypted(path) from None
    except (LimitReachedError, RecursionError):
        raise too_intricate(path) from None


def _bounded_reader(path: Path, content: bytes) -> PdfReader:
    """Return a reader that stops where objects that stand in no table are looked for in the whole
    file, again and again: that has no end that anybody would wait for.
    """
    from pypdf import PdfReader

    tried: Counter[int] = Counter()
    looked_through = 0

    class Reader(PdfReader):
        def get_object(self, indirect_reference: Any) -> Any:
            nonlocal looked_through
            key = getattr(indirect_reference, "idnum", indirect_reference)
            generation = getattr(indirect_reference, "generation", 0)
            if self.cache_get_indirect_object(generation, key) is None:
                tried[key] += 1
                if tried[key] > 1 or key not in self.xref.get(generation, {}):
                    looked_through += len(content)
                if looked_through > _MOST_LOOKED_THROUGH:
                    raise too_intricate(path)
            return super().get_object(indirect_reference)

    return Reader(io.BytesIO(content))


def _opened(path: Path, content: bytes) -> PdfReader:
    reader = _bounded_reader(path, content)
    if reader.is_encrypted and not reader.decrypt(""):  # many are locked against changes only
        raise encrypted(path)
    if len(reader.pages) > _MOST_PAGES:
        raise too_intricate(path)
    return reader


def _count(path: Path, reader: PdfReader) -> None:
    """Count the steps of all pages; raise UnreadableDocumentError where they are too many."""
    steps = forms = 0
    known: dict[int, tuple[int, int]] = {}
    for page in reader.pages:
        contents = page.get_contents()
        if contents is None:
            continue
        found = _steps_of(contents.get_data(), page, known, 0)
        steps, forms = steps + found[0], forms + found[1]
        if steps > _MOST_OPERATIONS or forms > _MOST_FORMS:
            raise too_intricate(path)


def _steps_of(
    data: bytes, owner: Any, known: dict[int, tuple[int, int]], depth: int
) -> tuple[int, int]:
    """Return how many steps, and how many forms, the drawing of some content takes."""
    steps = len(_SHOWS.findall(data)) + len(_IN_ARRAY.findall(data)) // 2
    forms = 0
    drawn = _DRAWS.findall(data)
    resources = owner.get("/Resources") if drawn else None
    listed = resources.get_object().get("/XObject") if resources is not None else None
    inner = listed.get_object() if listed is not None else {}
    for name in drawn:
        form = inner.get("/" + name.decode("latin-1"))
        form = form.get_object() if form is not None else None
        if form is None or form.get("/Subtype") != "/Form":
            continue
        if id(form) not in known:
            known[id(form)] = (_MOST_OPERATIONS + 1, 0)  # a form within itself never ends
            if depth < 20:
                known[id(form)] = _steps_of(form.get_data(), form, known, depth + 1)
        more = known[id(form)]
        steps, forms = steps + more[0], forms + more[1] + 1
    return steps, forms


def _properties(reader: PdfReader) -> Properties:
    found = reader.metadata
    language = reader.root_object.get("/Lang")
    return Properties(
        title=str((found.title if found else "") or "").strip(),
        author=str((found.author if found else "") or ""),
        subject=str((found.subject if found else "") or ""),
        language=str(language).strip() if language else "",
    )
