"""The map on paper, over as many sheets as it takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.i18n import _n


def print_poster(parent: QWidget, paint: Callable[[QPagedPaintDevice], int]) -> str:
    """Ask for a printer and paint a poster on it; return a sentence that says so, "" where the
    person gave up.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not answer_of(dialog, lambda _dialog: True):
        return ""
    return _on_its_way(paint(printer), printer.outputFileName() or printer.printerName())


def _on_its_way(sheets: int, printer: str) -> str:
    """Say over how many sheets the map is being printed, and where."""
    return _n(
        "The map is on its way to {printer}, on {count} sheet.",
        "The map is on its way to {printer}, on {count} sheets.",
        sheets,
    ).format(printer=printer, count=sheets)
