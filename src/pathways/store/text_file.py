"""The text of a file, within limits and whatever it was saved as."""

from __future__ import annotations

import codecs
import errno
import re
import stat
from pathlib import Path

from pathways.i18n import _
from pathways.store.file_error import FileError

MOST_BYTES = 6_000_000  # a framework out of the longest document that is imported

# A text, compiled when it is first used: what is kept of the program's own files needs it not
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"


def read_text(path: Path) -> str:
    """Return the text of a file that is UTF-8, or UTF-16 with its byte order mark; raise FileError
    otherwise.
    """
    return text_of(path, read_bytes(path))


def text_of(path: Path, content: bytes) -> str:
    """Return the text of a file with this content, as ``read_text`` does."""
    _refuse_other_kinds(path, content)
    text = _decoded(path, content)
    found = re.search(UNPRINTABLE, text)
    if found:
        raise FileError.one(
            path,
            _("There is a character here that cannot be shown or printed (code {code}).").format(
                code=f"U+{ord(found.group()):04X}"
            ),
            _("Delete it, or save the file as plain text in UTF-8."),
            *place_in(text, found.start()),
        )
    return text


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column, both from 1, of a place in ``text``."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return what an ordinary file of a bearable size holds; raise FileError otherwise."""
    most = MOST_BYTES if most is None else most
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise FileError.one(
                path, _("This is not an ordinary file."), _("Save it as a file and open that.")
            )
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    refuse_large(path, content, most)
    return content


def refuse_large(path: Path, content: bytes, most: int | None = None) -> None:
    """Raise FileError where a file with this content is larger than is read."""
    most = MOST_BYTES if most is None else most
    if len(content) > most:
        raise FileError.one(
            path,
            _("The file is larger than {size} MB, more than is read.").format(
                size=most // 1_000_000
            ),
            _("Check that it is the right file, or divide it into several."),
        )


def printable(text: str) -> str:
    """Return a text with "�" for each character that a file must not hold."""
    return re.sub(UNPRINTABLE, "\ufffd", text)


def _unreadable(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return FileError.one(path, _("There is no such file."), _("Check its name and its folder."))
    if isinstance(error, IsADirectoryError):
        return FileError.one(path, _("This is a folder, not a file."), _("Name a file in it."))
    if isinstance(error, PermissionError):
        return FileError.one(
            path,
            _("You are not allowed to read this file."),
            _("Ask its owner, or change its permissions."),
        )
    if isinstance(error, ValueError):
        return FileError.one(path, _("No file can have this name."), _("Check the name."))
    reason = error.strerror or str(error)
    return FileError.one(
        path,
        _("The file cannot be read ({reason}).").format(reason=reason),
        _("Check its name, and that the disk it is on is in order."),
    )


def _refuse_other_kinds(path: Path, content: bytes) -> None:
    kinds = {
        b"%PDF": _("It looks like a PDF."),
        b"PK\x03\x04": _("It looks like a Word or LibreOffice document, or a ZIP archive."),
        b"\xd0\xcf\x11\xe0": _("It looks like a document from an old version of Word."),
        b"\x89PNG": _("It looks like a picture (PNG)."),
        b"\xff\xd8\xff": _("It looks like a picture (JPEG)."),
        b"GIF8": _("It looks like a picture (GIF)."),
        b"\x1f\x8b": _("It looks like an archive (gzip)."),
    }
    for start, kind in kinds.items():
        if content.startswith(start):
            message = _("This is not a text file.") + " " + kind
            raise FileError.one(
                path, message, _("Choose a framework: a text file whose name ends in .yaml.")
            )


def _decoded(path: Path, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise FileError.one(path, _("The file is saved as UTF-32."), _("Save it as UTF-8."))
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise FileError.one(
                path,
                _("The file begins like UTF-16, but is not UTF-16 throughout."),
                _("Save it as UTF-8."),
            ) from None
    if b"\0" in content:
        raise FileError.one(
            path,
            _("This is not a text file, or it is not saved as UTF-8."),
            _("Check that it is the right file; if it is, save it as UTF-8."),
        )
    content = content.removeprefix(codecs.BOM_UTF8)  # errors count from behind it
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise _wrong_encoding(path, content, error.start) from None


def _wrong_encoding(path: Path, content: bytes, offset: int) -> FileError:
    before = content[:offset].decode()
    return FileError.one(
        path,
        _("The file is not saved as UTF-8: the byte {byte} here is no letter.").format(
            byte=f"0x{content[offset]:02X}"
        ),
        _("Save it as UTF-8 in your editor; it was probably saved as Latin-1 or Windows-1252."),
        *place_in(before, len(before)),
    )
