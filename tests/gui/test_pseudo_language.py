"""Every word of the window passes through the translation, and a longer translation fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, qVersion
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from importing_documents import HERE
from pathways.compare.judging import case_of
from pathways.gui.compare.judge_dialog import JudgeDialog
from pathways.gui.dialogs.busy_dialog import BusyDialog
from pathways.gui.importing.leave_dialog import LeaveDialog
from pathways.gui.importing.reason_dialog import ReasonDialog
from pathways.gui.importing.split_dialog import SplitDialog
from pathways.gui.printing.export_dialog import ExportDialog
from pathways.gui.printing.preview import PreviewDialog
from pathways.gui.printing.printer import pages_of
from pathways.gui.shell import about_dialog
from pathways.gui.shell.about_dialog import AboutDialog
from pathways.gui.shell.background import Work
from pathways.gui.shell.command_palette import CommandPalette
from pathways.gui.shell.settings_dialog import SettingsDialog
from pathways.model.library import Library
from pseudo import cut_off, in_greek, texts_of, unwrapped

PAGES = ("map", "compare", "ladder", "route", "read", "search", "import")


@pytest.fixture
def pseudo(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("PATHWAYS_LANGUAGE", "qps")
    driver = Driver(qtbot, "--only", "--framework", in_greek("ict", tmp_path))
    driver.window.resize(1280, 720)
    driver.window.session.choose(["ict-11", "ict-12"])
    driver.settle()
    yield driver
    driver.close()


def data_of(driver: Driver) -> list[str]:
    library: Library = driver.window.session.library
    paths = [str(driver.argv[-1]), *(str(part) for part in Path(driver.argv[-1]).parts)]
    return [*(dimension.title for dimension in library.dimensions.values()), *paths]


def visit(driver: Driver, page: str) -> None:
    session = driver.window.session
    if page == "read":
        session.set_current("ict-11")
    session.visit(page)
    if page == "search":
        driver.window.parts.searching.search("δεvελοpmεnt")
    driver.settle()


@pytest.mark.parametrize("page", PAGES)
def test_every_word_of_a_page_is_translated_and_a_longer_language_fits(
    pseudo: Driver, page: str
) -> None:
    visit(pseudo, page)
    found = cut_off(pseudo.window) + unwrapped(texts_of(pseudo.window), data_of(pseudo))
    assert not found, "\n".join(found)


def test_words_that_were_not_wrapped_or_do_not_fit_are_found(pseudo: Driver) -> None:
    status = pseudo.window.status
    status.setText("Not wrapped")
    status.setWordWrap(False)
    status.setFixedWidth(20)
    assert "Label status" in cut_off(pseudo.window)[0]
    assert any(
        "Label status.text: 'Not wrapped'" in found for found in unwrapped(texts_of(pseudo.window))
    )


def dialogs(driver: Driver, folder: Path) -> Iterator[QWidget]:
    window, session = driver.window, driver.window.session
    theme, settings = window.theme, window.settings
    yield AboutDialog(window, session.library)
    yield CommandPalette(window.menus.commands(), theme, window)
    yield ExportDialog(window, settings, to_file=True)
    yield ExportDialog(window, settings, to_file=False)
    yield PreviewDialog(
        window, lambda choice: pages_of(driver.window.parts.exports.paper(), choice), settings
    )
    yield SettingsDialog(window, settings, theme, lambda values: None)
    work = Work(lambda progress: progress.begin(2))
    yield BusyDialog(window, "", work)
    yield ReasonDialog(window, 2)
    yield SplitDialog(window, "αβγ. δεζ.")
    yield LeaveDialog(window)
    if tuple(map(int, qVersion().split(".")[:2])) >= (6, 11):  # older ones leave words in English
        yield QFileDialog(window, "", str(folder), "")
        yield QPrintDialog(QPrinter(), window)


def test_every_word_of_a_dialog_is_translated(
    pseudo: Driver, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    data = [
        *data_of(pseudo),
        *folder.parts,
        *about_dialog._shipped().splitlines(),  # names and licences of libraries
        *Path.home().parts,
        *Path.cwd().parts,
    ]
    QSettings(QSettings.Scope.UserScope, "QtProject").clear()  # folders that other tests were in
    told: list[tuple[str, str]] = []
    for dialog in dialogs(pseudo, folder):
        told += texts_of(dialog)
        dialog.deleteLater()
    found = unwrapped(told, map(str, data))
    assert not found, "\n".join(found)


def test_every_word_about_an_imported_document_is_translated(pseudo: Driver) -> None:
    visit(pseudo, "import")
    page = pseudo.window.page("import")
    page.read([HERE / "nursing-bands.txt"])
    page.view.choose_rows([0, 3])
    pseudo.settle()
    framework = page.worker.session.result.framework
    words = re.split(r"\n+", (HERE / "nursing-bands.txt").read_text("utf-8").replace("•", ""))
    titles = [*(node.title for node in framework.nodes), *(node.family for node in framework.nodes)]
    data = [*data_of(pseudo), *map(str.strip, words), *titles, "nursing-bands.txt", *HERE.parts]
    data += [part for word in words for part in re.split(" – ", word.strip())]
    found = unwrapped(texts_of(pseudo.window), data) + cut_off(pseudo.window)
    page.worker.start_again()
    assert not found, "\n".join(found)


def test_every_word_of_judging_is_translated(pseudo: Driver) -> None:
    visit(pseudo, "compare")
    table = pseudo.window.page("compare").table
    line = next(
        line
        for line in table.lines
        if line.compared.changes[0] and line.compared.changes[0].verdict.is_change
    )
    comparison = pseudo.window.session.comparison()
    assert comparison is not None
    case = case_of(comparison, line.dimension, line.compared, 1)
    assert case is not None
    dialog = JudgeDialog(pseudo.window, case, "")
    found = unwrapped(texts_of(dialog), data_of(pseudo))
    dialog.deleteLater()
    assert not found, "\n".join(found)
