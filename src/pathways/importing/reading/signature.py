"""Which kind of document a file is: its content decides, its ending only where the content leaves
it open.
"""

from __future__ import annotations

import re
from pathlib import Path

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _, in_words
from pathways.importing.reading.archive import MOST_BYTES, Archive
from pathways.importing.reading.markdown import looks_like_markdown
from pathways.importing.reading.refusal import UnreadableDocumentError, damaged, encrypted
from pathways.importing.reading.source_bytes import no_text, read_bytes, text_of

READABLE = (
    *(".docx", ".odt", ".md", ".html", ".pdf", ".pptx", ".txt", ".csv", ".xlsx"),
    *(".yaml", ".yml", ".json"),
)
_HEAD = 64_000
_ENDINGS = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".ppsx": "pptx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".yaml": "data",
    ".yml": "data",
    ".json": "data",
    ".txt": "txt",
    ".text": "txt",
    "": "txt",
}
_TEXTS = frozenset(("md", "html", "csv", "txt", "data"))
_OLD = frozenset(
    (".doc", ".dot", ".xls", ".ppt", ".pps", ".rtf", ".pages", ".numbers", ".key", ".wpd", ".wps")
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--(?:[^-]|-(?!->))*-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(path: Path) -> str:
    """Return docx, odt, md, html, pdf, pptx, txt, csv, xlsx or data; raise UsageError for what
    cannot be read.
    """
    head = _head(path)
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableDocumentError(
            path, _("The file is empty."), _("Check that it is the right file.")
        )
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _old(path)
    if head.lstrip().startswith(b"{\\rtf") or head[:2000].lstrip().lower().startswith(
        b"mime-version:"
    ):
        raise _save_as_word(path)
    return _kind_of_text(path, head)


def is_data(path: Path) -> bool:
    """Tell whether the name of a file promises data."""
    return _ENDINGS.get(path.suffix.lower()) == "data"


def ending_lies(path: Path, kind: str) -> bool:
    """Say whether the name of the file promises another kind than it is."""
    promised = _ENDINGS.get(path.suffix.lower(), "")
    return promised != kind and not (promised == "txt" and kind == "md")


def _save_as_word(path: Path) -> UsageError:
    """Return the error for a kind that other programs can turn into one that is read."""
    return UsageError(
        _(
            "{file}: This kind of file cannot be read. Open it in the program it was made with, "
            "save it as .docx, and"
            " import that."
        ).format(file=path.name)
    )


def unknown(path: Path) -> UsageError:
    """Return the error for what nobody can read here."""
    return UsageError(
        _("{file}: This kind of file cannot be read. What can be read ends in {endings}.").format(
            file=path.name, endings=in_words(READABLE)
        )
    )


def _head(path: Path) -> bytes:
    """Return the first bytes of an ordinary file; what is none, or may not be read, is said in a
    sentence.
    """
    try:
        if path.stat().st_size > _HEAD and path.is_file():
            with path.open("rb") as file:
                return file.read(_HEAD)
    except (OSError, ValueError):
        pass
    return read_bytes(path, _HEAD)


def _kind_of_archive(path: Path) -> str:
    archive = Archive(path)
    names = archive.names()
    if "mimetype" in names:
        said = archive.read("mimetype").decode("ascii", errors="replace").strip()
        if "opendocument.text" in said:
            return "odt"
        if "opendocument" in said:
            raise unknown(path)
    folders = {name.split("/", 1)[0] for name in names}
    for folder, kind in (("word", "docx"), ("ppt", "pptx"), ("xl", "xlsx")):
        if folder in folders and "[Content_Types].xml" in names:
            if kind == "xlsx" and "xl/workbook.bin" in names:
                raise UsageError(
                    _(
                        "{file}: Binary workbooks cannot be read. Save it as .xlsx and import that."
                    ).format(file=path.name)
                )
            return kind
    if any(name.endswith(".iwa") for name in names):
        raise _save_as_word(path)
    if not names or _ENDINGS.get(path.suffix.lower()) in ("docx", "odt", "pptx", "xlsx"):
        raise damaged(path)
    raise unknown(path)


def _old(path: Path) -> PathwaysError:
    if "EncryptedPackage".encode("utf-16-le") in read_bytes(path, MOST_BYTES):
        return encrypted(path)
    return _save_as_word(path)


def _kind_of_text(path: Path, head: bytes) -> str:
    ending = path.suffix.lower()
    promised = _ENDINGS.get(ending)
    try:
        text, _encoding = text_of(path, head)
    except PathwaysError:
        raise _no_text(path, promised) from None
    if len(_CONTROL.findall(text)) * 20 > len(text):
        raise _no_text(path, promised)
    if _HTML.match(text[:4000]):
        return "html"
    if ending in _OLD:
        raise _save_as_word(path)
    if promised is None:
        raise unknown(path)
    if promised not in _TEXTS:
        if promised in ("docx", "odt", "pptx", "xlsx", "pdf") and not _reads_as_text(text):
            raise damaged(path)
        promised = "txt"
    if promised == "txt" and looks_like_markdown(text):
        return "md"
    return promised


def _no_text(path: Path, promised: str | None) -> PathwaysError:
    """Return the error for what is no text, by what its name promises."""
    if promised is None:
        return unknown(path)
    return no_text(path) if promised in _TEXTS else damaged(path)


def _reads_as_text(text: str) -> bool:
    """Say whether a file that should be something else is at least plain text, not the rest of a
    broken file.
    """
    sample = text[:4000]
    return (
        sum(char.isalnum() or char.isspace() or char in ".,;:-'\"()&/" for char in sample) * 10
        > len(sample) * 9
    )
