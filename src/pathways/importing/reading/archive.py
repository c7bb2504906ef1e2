"""Zip archives, which Word, OpenDocument, slides and workbooks are: checked before a byte of them
is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.reading.refusal import (
    UnreadableDocumentError,
    damaged,
    encrypted,
    not_allowed_xml,
    too_intricate,
    too_large,
)
from pathways.importing.reading.source_bytes import read_bytes

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 100_000_000  # packed: pictures are large and are not unpacked
_MOST_PARTS = 5_000
_MOST_UNPACKED = 500_000_000  # all parts together, as the archive itself states
_MOST_XML = 24_000_000  # one part that is read
_MOST_RATIO = 200  # text packs to a tenth, seldom to a fiftieth
MOST_ELEMENTS = 400_000
_DEEPEST = 90  # elements in one another; Word itself needs some twenty


class Archive:
    """Give the parts of a zipped document by name; raise UnreadableDocumentError for one that is
    not to be trusted.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(read_bytes(path, MOST_BYTES)))
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OverflowError):
            raise damaged(path) from None
        self._check()

    def _check(self) -> None:
        parts = self._zip.infolist()
        if len(parts) > _MOST_PARTS:
            raise too_intricate(self.path)
        if sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise too_large(self.path, _MOST_UNPACKED / 1_000_000)
        for part in parts:
            if part.flag_bits & 1:
                raise encrypted(self.path)
            if part.filename.startswith(("/", "\\")) or ".." in part.filename.replace(
                "\\", "/"
            ).split("/"):
                raise UnreadableDocumentError(
                    self.path,
                    _("It holds a part whose name leads out of the document ({name}).").format(
                        name=part.filename[:80]
                    ),
                    _("Do not trust it; ask where it comes from."),
                )

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """Return one part unpacked, never more than MOST_XML bytes of it."""
        part = self._zip.getinfo(name)
        if (
            part.file_size > _MOST_XML
            or part.file_size > 1_000_000 + part.compress_size * _MOST_RATIO
        ):
            raise too_large(self.path, _MOST_XML / 1_000_000)
        try:
            with self._zip.open(part) as stream:
                content = stream.read(_MOST_XML + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ):
            raise damaged(self.path) from None
        if len(content) > _MOST_XML:
            raise too_large(self.path, _MOST_XML / 1_000_000)
        return content

    def xml(self, name: str) -> _Element | None:
        """Return the root of an XML part, None where there is no such part; no entity is ever
        followed.
        """
        if name not in self._zip.NameToInfo:
            return None
        return parsed_xml(self.path, self.read(name))

    def without_pictures(
        self, change: Callable[[Path, str, bytes], bytes] | None = None
    ) -> tuple[io.BytesIO, int]:
        """Return a copy for a library to read, its pictures and macros emptied, and how many bytes
        of XML it holds.

        Every XML part in it is known to be small enough and to declare no document type; ``change``
        is given each with its name and returns what the copy is to hold instead.
        """
        copy = io.BytesIO()
        size = 0
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
            for name in dict.fromkeys(self.names()):
                content = b""
                if name.endswith((".xml", ".rels")):
                    content = self.read(name)
                    size += len(content)
                    if size > _MOST_XML:
                        raise too_large(self.path, _MOST_XML / 1_000_000)
                    _refuse_declarations(self.path, content)
                    content = change(self.path, name, content) if change else content
                target.writestr(name, content)
        copy.seek(0)
        return copy, size


def _refuse_declarations(path: Path, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        raise not_allowed_xml(path)


def parsed_xml(path: Path, content: bytes) -> _Element:
    """Return the root of an XML document without a document type, not too deep and not too
    large.
    """
    from lxml import etree

    if content.count(b"<") > 2 * MOST_ELEMENTS:
        raise too_intricate(path)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise not_allowed_xml(path)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            raise too_intricate(path) from None
        raise damaged(path) from None
    if root.getroottree().docinfo.doctype:  # in an encoding where the search above does not see it
        raise not_allowed_xml(path)
    if _is_deep(root):
        raise too_intricate(path)
    return root


def _is_deep(root: _Element) -> bool:
    from lxml import etree

    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False
