"""Read any document, or a whole folder of them: the door to all readers."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _
from pathways.importing.outline import LeftOut, Outline, Remark
from pathways.importing.reading.refusal import not_understood, too_intricate
from pathways.importing.reading.signature import ending_lies, is_data, kind_of

_DEEPEST = 5  # folders in one another
_MOST_FILES = 1_000
_TEMPORARY = ("~$", "~", ".", "._")
_LEFT_BY_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of documents, read: ``skipped`` has each file that was not, by its name within the
    folder, and why.
    """

    outlines: tuple[Outline, ...]
    skipped: tuple[LeftOut, ...] = ()


def read_document(path: Path) -> Outline:
    """Return the outline of one document of any kind.

    Raises:
        UsageError: the kind of file cannot be read; the sentence names those that can.
        UnreadableDocumentError: the file is missing, damaged, locked, unsafe or too large.
    """
    kind = kind_of(path)
    outline = _read(_reader_of(kind), path)
    if ending_lies(path, kind):
        why = _(
            "The name ends in {ending}, but the file is of the kind {kind}; it was read as that."
        ).format(ending=path.suffix or _("nothing"), kind=f".{kind}")
        return msgspec.structs.replace(
            outline, remarks=(Remark(line=1, text=path.name, why=why), *outline.remarks)
        )
    return outline


def _reader_of(kind: str) -> Callable[[Path], Outline]:
    """Return the reader of a kind of documents; nobody waits for the library of another kind."""
    match kind:
        case "txt":
            from pathways.importing.reading.plain_text import read_plain_text

            return read_plain_text
        case "md":
            from pathways.importing.reading.markdown import read_markdown

            return read_markdown
        case "html":
            from pathways.importing.reading.html_page import read_html_page

            return read_html_page
        case "csv":
            from pathways.importing.reading.delimited import read_delimited

            return read_delimited
        case "docx":
            from pathways.importing.reading.word import read_word

            return read_word
        case "odt":
            from pathways.importing.reading.open_document import read_open_document

            return read_open_document
        case "pdf":
            from pathways.importing.reading.pdf import read_pdf

            return read_pdf
        case "pptx":
            from pathways.importing.reading.slides import read_slides

            return read_slides
        case "xlsx":
            from pathways.importing.reading.workbook import read_workbook

            return read_workbook
        case "data":
            from pathways.importing.reading.data_file import read_data_file

            return read_data_file
    raise AssertionError(kind)


def _read(reader: Callable[[Path], Outline], path: Path) -> Outline:
    """Return what a reader makes of a file; what the libraries raise over a broken one is said in
    a sentence.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # some print, in the midst of an answer
            return reader(path)
    except PathwaysError:
        raise
    except (RecursionError, MemoryError) as error:
        raise too_intricate(path) from error
    except Exception as error:  # they name no list of what they raise, and each has its own
        raise not_understood(path, error) from error


def read_folder(path: Path) -> Folder:
    """Return the outlines of all documents in a folder and the folders in it, by name, and what was
    skipped.

    Links that lead out of the folder are not followed. Raises UsageError where it is no folder or
    nothing in it can be read.
    """
    if not path.is_dir():
        raise UsageError(
            _("{folder}: There is no such folder. Check its name.").format(folder=path)
        )
    outlines: list[Outline] = []
    skipped: list[LeftOut] = []
    files = _files(path, skipped)
    others = [file for file in files if not is_data(file)]
    for file in files:
        name = file.relative_to(path).as_posix()
        if others and is_data(file):
            skipped.append(LeftOut(line=0, text=name, why=_beside_documents()))
            continue
        try:
            outlines.append(read_document(file))
        except PathwaysError as error:
            skipped.append(LeftOut(line=0, text=name, why=str(error)))
    if not outlines:
        raise UsageError(_nothing_to_read(path, skipped))
    return Folder(
        outlines=tuple(outlines),
        skipped=tuple(sorted(skipped, key=lambda found: found.text.casefold())),
    )


def _nothing_to_read(folder: Path, skipped: Sequence[LeftOut]) -> str:
    told = _("{folder}: There is no document in this folder that can be read.")
    reasons = "".join(f"\n{found.text}: {found.why}" for found in skipped[:10])
    return told.format(folder=folder) + reasons


def _beside_documents() -> str:
    return _(
        "A file of data beside documents mostly says how they are shown; import it by itself where "
        "it holds levels."
    )


def _files(folder: Path, skipped: list[LeftOut]) -> list[Path]:
    """Return the files to read in order; those that are not to be read go to ``skipped``."""
    real = folder.resolve()
    files: list[Path] = []
    for above, folders, names in os.walk(folder, followlinks=False):
        here = Path(above)
        deep = len(here.relative_to(folder).parts) >= _DEEPEST
        kept = []
        for name in sorted(folders):
            why = _why_skipped(here / name, real)
            if not why and deep:
                why = _("it is nested too deep in other folders")
            if not why and (here / name).is_symlink():
                why = _("a link to another folder")
            if why:
                skipped.append(
                    LeftOut(line=0, text=(here / name).relative_to(folder).as_posix(), why=why)
                )
            else:
                kept.append(name)
        folders[:] = kept
        for name in names:
            why = _why_skipped(here / name, real)
            if not why and len(files) >= _MOST_FILES:
                why = _("there are more files than are read at once")
            if why:
                skipped.append(
                    LeftOut(line=0, text=(here / name).relative_to(folder).as_posix(), why=why)
                )
            else:
                files.append(here / name)
    return sorted(
        files, key=lambda file: (file.relative_to(folder).as_posix().casefold(), file.name)
    )


def _why_skipped(path: Path, folder: Path) -> str:
    if (
        path.name.startswith(_TEMPORARY)
        or path.name.lower() in _LEFT_BY_SYSTEMS
        or path.name.endswith(".tmp")
    ):
        return _("a hidden or temporary file")
    if path.is_symlink():
        try:
            is_inside = path.resolve(strict=True).is_relative_to(folder)
        except (OSError, RuntimeError):
            return _("a link that leads nowhere")
        if not is_inside:
            return _("a link that leads out of the folder")
    return ""
