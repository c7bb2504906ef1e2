"""What a document of Word, Excel or PowerPoint says of itself: its title, its author."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pathways.errors import PathwaysError
from pathways.importing.reading.archive import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element

_PART = "docProps/core.xml"
_UNSAID = {
    _PART: b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    b'metadata/core-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/custom-properties"/>',
}
_SPACES = (
    "{http://purl.org/dc/elements/1.1/}",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}",
)


class CoreProperties:
    """The properties of one document; those that are broken are as if they were not stated, for
    nothing of its text stands there.
    """

    def __init__(self, archive: Archive) -> None:
        self._root: _Element | None = None
        try:
            self._root = archive.xml(_PART)
        except PathwaysError:
            return

    def text(self, name: str) -> str:
        """Return a property by its name, such as creator, "" where it is not stated."""
        if self._root is None:
            return ""
        found = (self._root.findtext(f"{space}{name}") for space in _SPACES)
        return next((text.strip() for text in found if text), "")


def without_properties(_path: Path, name: str, content: bytes) -> bytes:
    """Return a part for a library to read, which would refuse the document over broken
    properties.
    """
    return _UNSAID.get(name, content)
