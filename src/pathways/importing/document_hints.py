"""What stands around a document's text and may name its role: properties, the headers of its
pages, the name of its file, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from pathways.i18n import _
from pathways.importing.grade_names import Ref, parse_codes, parse_mark
from pathways.importing.job_titles import is_job_title
from pathways.importing.metadata import bare_title, is_kind_of_document, parse_fact
from pathways.importing.outline import Outline

_PARTS = re.compile(r"\t|\s{2,}|\s\|\s|\n")
_GRADE_WORD = re.compile(r"(?i)\b(?:grade|band|level|scale|gradd)\b")
_GLUED = re.compile(r"(?i)\b(grade|band|level|scale|gradd)[ _-]?(?=\d)")


@dataclass(frozen=True)
class Hint:
    """A title or a grade from outside the text, and where it was found."""

    source: str
    title: str = ""
    ref: Ref | None = None


def hints_of(outline: Outline) -> list[Hint]:
    """Return what a document says of its role outside its text, the most reliable first."""
    found = []
    title = bare_title(outline.title) if outline.title else ""
    if title and not is_kind_of_document(title) and is_job_title(title):
        source = _("the properties of the document")
        mark = parse_mark(title, heading=True)
        graded = mark is not None and len(mark.refs) == 1 and bool(mark.title)
        hint = Hint(source, mark.title, mark.refs[0]) if mark and graded else Hint(source, title)
        found.append(hint)
    for line in outline.running:
        found.extend(_of_running(line))
    found.append(_of_file(outline.name))
    return found


def _of_running(line: str) -> Iterator[Hint]:
    source = _("the header of its pages")
    for part in _PARTS.split(line):
        fact = parse_fact(part)
        mark = parse_mark(part, heading=True)
        if fact and fact.kind == "title":
            yield Hint(source, bare_title(fact.value))
        elif fact and fact.kind == "grade" and (refs := parse_codes(fact.value)):
            yield Hint(source, "", refs[0])
        elif mark and len(mark.refs) == 1:
            yield Hint(source, bare_title(mark.title), mark.refs[0])
        elif is_job_title(part) and not is_kind_of_document(part):
            yield Hint(source, bare_title(part))


def _of_file(name: str) -> Hint:
    """Read the name of a file: "planning-officer-grade-6.docx" names a title and a grade."""
    source = _("the name of the file")
    stem = " ".join(re.sub(r"[_-]+", " ", PurePath(name).stem).split())
    stem = _GLUED.sub(r"\1 ", stem)
    written = stem[:1].upper() + stem[1:]
    mark = parse_mark(written, heading=True)
    telling = mark is not None and (mark.title or _GRADE_WORD.search(written))
    if mark and len(mark.refs) == 1 and telling:
        return Hint(source, bare_title(mark.title), mark.refs[0])
    plain = PurePath(name).stem
    spaced = plain if " " in plain else written
    return Hint(source, bare_title(spaced) if stem else "")
