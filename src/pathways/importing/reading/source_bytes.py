"""The content of a file, within limits, and its text whatever it was saved as."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from pathways.i18n import _
from pathways.importing.reading.refusal import UnreadableDocumentError, too_large

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WRITTEN = ("iso8859", "cp", "koi8", "mac", "gb", "big5", "euc_", "shift_jis", "ascii", "utf-8")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_\-]{1,40})""", re.IGNORECASE
)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file of at most ``most`` bytes; raise
    UnreadableDocumentError otherwise.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode) or not stat.S_ISREG(found.st_mode):
            raise UnreadableDocumentError(
                path, _("This is not an ordinary file."), _("Name a document.")
            )
        if found.st_size > most:
            raise too_large(path, most / 1_000_000)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableDocumentError(
            path, _("There is no such file."), _("Check its name and its folder.")
        ) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnreadableDocumentError(
            path,
            _("The file cannot be read ({reason}).").format(reason=reason),
            _("Check that you may open it."),
        ) from None
    if len(content) > most:  # it grew while we looked
        raise too_large(path, most / 1_000_000)
    return content


def no_text(path: Path) -> UnreadableDocumentError:
    """Return the error for a file that is no text."""
    return UnreadableDocumentError(
        path,
        _("This is not a text, though its name says so."),
        _("Check that it is the right file."),
    )


def text_of(path: Path, content: bytes) -> tuple[str, str]:
    """Return the text of ``content`` and the encoding that fitted: a mark, a declaration, UTF-8,
    else Windows-1252.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding
    encoding = _unmarked_utf16(content)
    if encoding:
        return content.decode(encoding, errors="replace"), encoding
    if b"\0" in content[:4096]:
        raise no_text(path)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _declared(content[:4096])
    if declared:
        try:
            return content.decode(declared), declared
        except UnicodeError:
            pass
    return content.decode("cp1252", errors="replace"), "cp1252"


def _declared(head: bytes) -> str:
    """Return the encoding that a page declares where it is one that pages are written in; "" for
    others, of which some are no encodings of texts, and some take very long.
    """
    found = _DECLARED.search(head)
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else ""
    except (LookupError, UnicodeError):
        return ""
    return name if name.startswith(_WRITTEN) else ""


def _unmarked_utf16(content: bytes) -> str:
    """Guess UTF-16 without a mark: in European text every second byte is then 0."""
    sample = content[:2048]
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if half >= 4 and second * 2 > half and first * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if half >= 4 and first * 2 > half and second * 20 < half else ""
