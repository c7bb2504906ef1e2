"""Writing a sheet to a file: the ending of the file's name says how."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.report import blocks
from pathways.report.csv import to_csv
from pathways.report.docx import to_docx
from pathways.report.html import to_html
from pathways.report.markdown import to_markdown
from pathways.report.odt import to_odt
from pathways.report.options import SheetOptions
from pathways.report.pdf import to_pdf
from pathways.report.text import to_text
from pathways.store.whole_file import write_whole

Writer = Callable[[blocks.Sheet, SheetOptions], bytes]

ENDINGS: Mapping[str, Writer] = {
    ".pdf": to_pdf,
    ".docx": to_docx,
    ".odt": to_odt,
    ".html": to_html,
    ".csv": to_csv,
    ".md": to_markdown,
    ".txt": to_text,
}


def check_ending(path: Path) -> None:
    """Raise UsageError unless something can be written to a file of that name: a sheet, or JSON."""
    _known_ending(path, ".json")


def writer_for(path: Path) -> Writer:
    """Return the writer for a file name; raise UsageError, with the known endings, where there is
    none.
    """
    return ENDINGS[_known_ending(path)]


def _known_ending(path: Path, *others: str) -> str:
    """Return the ending of a file name in lower case; raise UsageError unless it is known or one
    of ``others``.
    """
    known = [*ENDINGS, *others]
    ending = path.suffix.lower()
    if ending in known:
        return ending
    if ending:
        sentence = _("Sheets cannot be written as “{ending}” files.").format(ending=ending)
    else:
        sentence = _(
            "The file name “{name}” has no ending, so it does not say how to write the sheet."
        ).format(name=path.name)
    close = difflib.get_close_matches(ending, known, n=1, cutoff=0.5) if ending else []
    if close:
        sentence += " " + _("Did you mean {ending}?").format(ending=close[0])
    raise UsageError(
        sentence + " " + _("Known endings are {endings}.").format(endings=", ".join(known))
    )


def write_document(document: blocks.Sheet, path: Path, options: SheetOptions) -> None:
    """Write a sheet to ``path``, whole or not at all; raise UsageError for an ending that is not
    known.

    Raise PathwaysError where the file cannot be written; what was there before is then still there.
    """
    content = writer_for(path)(document, options)
    write_whole(path, content)
