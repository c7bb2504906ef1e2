"""What is shown can be taken away: the preview, the printer and the file have the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton

from driver import Driver, save_as
from pathways.errors import PathwaysError
from pathways.gui.printing.export_dialog import ENDINGS, ExportDialog, PaperChoice, format_title
from pathways.gui.printing.painted_pages import lies_wide, paint_pages, set_paper
from pathways.gui.printing.preview import PreviewDialog
from pathways.gui.printing.printer import pages_of

PORTRAIT = PaperChoice("", "portrait", False, True, True)


def export_to(comparing: Driver, ending: str, path: Path) -> None:
    def choose(dialog: ExportDialog) -> None:
        comparing.find(QRadioButton, format_title(ending), dialog).setChecked(True)
        comparing.when("Save as", save_as(path))
        dialog.accept()

    comparing.when("Export", choose)
    comparing.menu("File", "Export")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_comparison_goes_into_every_kind_of_file(
    comparing: Driver, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"sheet.{ending}"
    export_to(comparing, ending, path)
    assert path.stat().st_size > 1000
    assert comparing.status == f"Saved as {path}."


def test_the_ending_is_added(comparing: Driver, tmp_path: Path) -> None:
    export_to(comparing, "html", tmp_path / "my sheet")
    assert (tmp_path / "my sheet.html").exists()


def test_what_fails_outside_the_program_is_a_sentence(comparing: Driver) -> None:
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        comparing.click("Copy", dialog)
        seen.append(comparing.clipboard)

    comparing.when("The sheet could not be made", read)

    def fail() -> str:
        raise PathwaysError("The disk is full.")

    comparing.window.context.attempt("The sheet could not be made", fail)
    assert "The disk is full." in seen[0]


def test_giving_up_leaves_nothing(comparing: Driver, tmp_path: Path) -> None:
    comparing.when("Export", lambda dialog: dialog.reject())
    comparing.menu("File", "Export")
    assert list(tmp_path.iterdir()) == []


def test_the_paper_lies_as_chosen(comparing: Driver) -> None:
    paper = comparing.window.parts.exports.paper()
    assert not lies_wide(pages_of(paper, PORTRAIT)[0])
    assert lies_wide(pages_of(paper, PaperChoice("", "landscape", False, True, True))[0])


def test_the_preview_shows_the_pages_and_follows_its_ticks(comparing: Driver) -> None:
    counts = []

    def look(dialog: PreviewDialog) -> None:
        dialog.wide.setChecked(False)
        dialog.only.setChecked(False)
        counts.append(len(dialog.pages))
        assert dialog.count.text().startswith(str(len(dialog.pages)))
        dialog.wide.setChecked(True)
        assert lies_wide(dialog.pages[0])
        dialog.zoom(1)
        dialog.grab()

    comparing.when("Print preview", look)
    comparing.menu("File", "Print preview")
    assert counts == [len(pages_of(comparing.window.parts.exports.paper(), PORTRAIT))]


def test_the_printer_gets_every_page(comparing: Driver, tmp_path: Path) -> None:
    from pypdf import PdfReader

    pages = pages_of(comparing.window.parts.exports.paper(), PORTRAIT)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_paper(printer, pages)
    paint_pages(printer, pages)
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == len(pages)
    width, height = (float(side) for side in printed.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)  # A4


def test_one_page_can_be_printed(comparing: Driver, tmp_path: Path) -> None:
    from pypdf import PdfReader

    pages = pages_of(comparing.window.parts.exports.paper(), PORTRAIT)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    set_paper(printer, pages)
    paint_pages(printer, pages)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1


def test_the_ladder_is_printed_where_the_ladder_is_shown(opened: Driver, tmp_path: Path) -> None:
    opened.press("Ctrl+3")
    export_to(opened, "txt", tmp_path / "ladder.txt")
    text = (tmp_path / "ladder.txt").read_text("utf-8")
    assert "every step" in text and "Risk management" in text


def test_choices_for_paper_are_remembered(comparing: Driver) -> None:
    def choose(dialog: ExportDialog) -> None:
        comparing.find(QRadioButton, format_title("odt"), dialog).setChecked(True)
        comparing.find(QRadioButton, "Landscape", dialog).setChecked(True)
        comparing.when("Save as", lambda chooser: chooser.reject())
        dialog.accept()

    comparing.when("Export", choose)
    comparing.menu("File", "Export")
    comparing.reopen()
    comparing.window.session.compare(["ict-11", "ict-12"])
    seen = []
    comparing.when("Export", lambda dialog: seen.append(dialog.choice()))
    comparing.menu("File", "Export")
    assert (seen[0].ending, seen[0].orientation) == ("odt", "landscape")


def test_printing_asks_which_printer(comparing: Driver) -> None:
    asked: list[QPrintDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            asked.append(dialog)
            dialog.reject()
        else:
            QTimer.singleShot(10, look)

    def go_on(dialog: ExportDialog) -> None:
        QTimer.singleShot(0, look)
        dialog.accept()

    comparing.when("Print", go_on)
    comparing.menu("File", "Print")
    assert len(asked) == 1


def test_the_map_is_printed_as_a_poster(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "poster.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)  # a printer cannot be had here
    opened.menu("File", "Print map as poster")
    assert file.read_bytes().startswith(b"%PDF")
    assert "The map is on its way to" in opened.status


def test_what_was_saved_can_be_opened_or_looked_for(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True
    )
    band = opened.window.saved
    assert not band.isVisible()
    opened.window.context.sheet_saved.emit(tmp_path / "sheet.pdf")
    assert band.isVisible()
    opened.click("Open", band)
    opened.click("Show in folder", band)
    assert asked == [str(tmp_path / "sheet.pdf"), str(tmp_path)]
    opened.click("Hide", band)
    assert not band.isVisible()
