"""From the screen to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QWidget

from pathways.gui.dialogs.export_dialog import ExportDialog, PaperChoice
from pathways.gui.printing.painted_pages import paint_pages, renderers, set_paper
from pathways.gui.printing.sheet import options_for, sheet_of
from pathways.gui.session import Session
from pathways.gui.settings import Settings
from pathways.i18n import _


def pages_of(session: Session, choice: PaperChoice) -> list[QSvgRenderer]:
    """Return the pages of what is shown; raise PathwaysError where they cannot be made."""
    from pathways.report.pages import svg_pages

    options = options_for(choice)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return renderers(svg_pages(sheet_of(session, options), options))
    finally:
        QGuiApplication.restoreOverrideCursor()


def print_shown(parent: QWidget, session: Session, settings: Settings) -> str:
    """Ask how and on what, print, and return a sentence that says so; "" where the person gave up."""
    choice = ExportDialog.ask(parent, settings, to_file=False)
    return print_pages(parent, pages_of(session, choice)) if choice else ""


def print_pages(parent: QWidget, pages: list[QSvgRenderer]) -> str:
    """Ask for a printer and print pages on it; return a sentence that says so, "" where the person gave up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return ""
    set_paper(printer, pages)
    paint_pages(printer, pages)
    return _("The sheet is on its way to {printer}.").format(
        printer=printer.outputFileName() or printer.printerName()
    )
