"""From the screen to the printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.printing.export_dialog import ExportDialog, PaperChoice
from pathways.gui.printing.painted_pages import paint_pages, renderers, set_paper
from pathways.gui.printing.paper import PaperSheet, options_for
from pathways.gui.shell.background import Progress, wait_for
from pathways.gui.shell.settings import Settings
from pathways.i18n import _


def pages_of(paper: PaperSheet, choice: PaperChoice) -> list[QSvgRenderer]:
    """Return the pages of a sheet, () where the person gave up; raise PathwaysError where it
    cannot be done.
    """
    options = options_for(choice)

    def job(progress: Progress) -> Sequence[bytes]:
        from pathways.report.pages import svg_pages

        document = paper.make(options)
        progress.tell()
        return svg_pages(document, options)

    return renderers(wait_for(QApplication.activeWindow(), _("Making the pages…"), job) or ())


def print_sheet(parent: QWidget, settings: Settings, paper: PaperSheet) -> str:
    """Ask how and on what, print, and return a sentence that says so; "" where the person
    gave up.
    """
    choice = ExportDialog.ask(parent, settings, to_file=False, comparison=paper.comparison)
    pages = pages_of(paper, choice) if choice else []
    return print_pages(parent, pages) if pages else ""


def print_pages(parent: QWidget, pages: list[QSvgRenderer]) -> str:
    """Ask for a printer and print pages on it; return a sentence that says so, "" where the person
    gave up.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if not answer_of(dialog, lambda _dialog: True):
        return ""
    set_paper(printer, pages)
    paint_pages(printer, pages)
    return _("Sent to {printer}.").format(printer=printer.outputFileName() or printer.printerName())
