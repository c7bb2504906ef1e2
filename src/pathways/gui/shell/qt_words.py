"""The words that Qt itself writes (standard buttons, file and print dialogs, menus of text fields)
in our language.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

import pathways.i18n as spoken
from pathways.gui.widgets.inside import inside
from pathways.i18n import ENGLISH, mark

# fmt: off
_WORDS = frozenset(
    {
        # buttons
        mark("OK"), mark("&OK"), mark("Cancel"), mark("&Cancel"), mark("Close"), mark("&Close"),
        mark("&Save"),
        mark("Save"), mark("&Open"), mark("Open"), mark("&Yes"), mark("&No"), mark("Apply"),
        mark("Help"),
        mark("Discard"), mark("Reset"), mark("Retry"), mark("Abort"), mark("Ignore"),
        mark("&Choose"),
        # menus of text fields
        mark("&Undo"), mark("&Redo"), mark("Cu&t"), mark("&Copy"), mark("&Paste"), mark("Delete"),
        mark("Select All"),
        mark("Copy &Link Location"),
        # the dialog for files
        mark("&Look in:"), mark("Look in:"), mark("File &name:"), mark("Files of &type:"),
        mark("Files of type:"),
        mark("&Directory:"), mark("Directory:"), mark("Save As"), mark("Find Directory"),
        mark("List of places and bookmarks"), mark("Files"), mark("Sidebar"),
        mark("Change to detail view mode"),
        mark("Change to list view mode"), mark("Create a New Folder"), mark("Go back"),
        mark("Go forward"),
        mark("Go to the parent directory"), mark("Back"), mark("Create New Folder"),
        mark("Detail View"),
        mark("Forward"), mark("List View"), mark("Parent Directory"), mark("Show Date Modified"),
        mark("Show Size"),
        mark("Show Type"), mark("Show Name"), mark("Show "),
        mark("Drive"), mark("Folder"), mark("File"), mark("Date Modified"), mark("Name"),
        mark("Size"), mark("Type"),
        mark("Kind"), mark("Computer"), mark("New Folder"), mark("&New Folder"), mark("&Rename"),
        mark("&Delete"),
        mark("Show &hidden files"), mark("Recent Places"), mark("Remove"), mark("All Files (*)"),
        mark("%1 already exists.\nDo you want to replace it?"),
        mark("%1\nFile not found.\nPlease verify the correct file name was given."),
        mark("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        # the dialog of the printer
        mark("Collate"), mark("Preview"), mark("Reverse"), mark("Color Mode"),
        mark("Double Sided Printing"),
        mark("Output Settings"), mark("Print range"), mark("Printer"), mark("&Name:"),
        mark("Copies:"),
        mark("Location:"), mark("Output &file:"), mark("Page &Set:"), mark("Type:"), mark("to"),
        mark(
            "Specify pages or ranges separated by commas. Ranges are specified by two num"
            "bers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
        ),
        mark("Print"), mark("&Options >>"), mark("&Options <<"), mark("&Print"),
        mark("P&roperties"), mark("Color"),
        mark("Current Page"), mark("Grayscale"), mark("Long side binding"), mark("Off"),
        mark("Pages"),
        mark("Pages from"), mark("Print all"), mark("Selection"), mark("Short side binding"),
        mark("Scroll Left"),
        mark("Scroll Right"), mark("All Pages"), mark("Even Pages"), mark("Odd Pages"),
        mark("Copies"),
        mark("Options"), mark("Print to File (PDF)"), mark("Print To File ..."),
        mark("Page Setup"), mark("Paper"),
        mark("Page size:"), mark("Width:"), mark("Height:"), mark("Paper source:"),
        mark("Orientation"),
        mark("Portrait"), mark("Landscape"), mark("Reverse landscape"), mark("Reverse portrait"),
        mark("Margins"),
        mark("Custom"), mark("Local file"),
    }
)
# fmt: on


class QtWords(QTranslator):
    """Give Qt our translation of its words; what is not in the table stays in Qt's English."""

    def isEmpty(self) -> bool:
        """Say that there are words, or Qt would not ask for any."""
        return False

    def translate(
        self,
        context: bytes | str,
        source: bytes | str,
        disambiguation: bytes | str | None = None,
        n: int = -1,
    ) -> str:
        """Return Qt's ``source`` in the language in use."""
        words = source.decode() if isinstance(source, bytes) else source
        translated: str | None = spoken._(words) if words in _WORDS else None
        # None: Qt asks no further and takes its English
        return translated  # type: ignore[return-value]


def speak_for_qt(parent: QObject) -> None:
    """Let Qt's own words follow the language in use, in all windows; ``parent`` is the
    application.
    """
    for old in inside(parent, QtWords):
        QCoreApplication.removeTranslator(old)
        old.setParent(None)
    if spoken.language() != ENGLISH:
        QCoreApplication.installTranslator(QtWords(parent))
