"""The program in Welsh: chosen in the settings or by the environment, everywhere, with Qt's own
words too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import polib
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways import app, i18n, paths
from pathways.gui.shell.about_dialog import AboutDialog
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.settings_dialog import SettingsDialog
from pseudo import cut_off, texts_of

PAGES = ("map", "compare", "ladder", "route", "read", "search", "import")


@pytest.fixture
def welsh(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("PATHWAYS_LANGUAGE", "cy")
    driver = Driver(qtbot)
    driver.window.resize(1280, 720)
    driver.window.session.choose(["ict-11", "ict-12"])
    driver.settle()
    yield driver
    driver.close()


def english_only() -> set[str]:
    """Return the sentences that are written otherwise in Welsh, whatever stands in them."""
    book = polib.pofile(str(paths.resources() / "locale" / "cy" / "pathways.po"), encoding="utf-8")
    welsh = {entry.msgstr.replace("&", "") for entry in book}
    english = {entry.msgid.replace("&", "") for entry in book if "{" not in entry.msgid}
    return english - welsh


@pytest.mark.parametrize("page", PAGES)
def test_no_english_sentence_is_left_on_a_page(welsh: Driver, page: str) -> None:
    if page == "read":
        welsh.window.session.set_current("ict-11")
    welsh.window.session.visit(page)
    welsh.settle()
    frameworks = welsh.window.session.library.frameworks
    headings = {
        section.heading
        for each in frameworks
        for block in each.blocks
        for section in block.sections
    }
    seen = {text.replace("&", "") for _where, text in texts_of(welsh.window)}
    assert sorted(seen & (english_only() - headings)) == []  # the documents are English
    assert cut_off(welsh.window) == []


def test_the_language_of_the_settings_is_spoken_from_the_next_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATHWAYS_LANGUAGE", "")
    settings = Settings()
    settings.set("look/language", "cy")
    settings.save()
    driver = Driver(qtbot)
    assert driver.action("Ffeil", "Gadael").isEnabled()
    driver.close()


def test_english_comes_back_with_the_next_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, words in (("cy", "Canslo"), ("en", "Cancel"), ("cy", "Canslo"), ("en", "Cancel")):
        monkeypatch.setenv("PATHWAYS_LANGUAGE", language)
        window = app.build([])
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == words
        window.close()
        window.deleteLater()


def test_standard_buttons_are_welsh(welsh: Driver) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.Close | kinds.Yes | kinds.No)
    words = {button.text().replace("&", "") for button in box.buttons()}
    assert words == {"Cadw", "Canslo", "Cau", "Ydw", "Na"}
    box.deleteLater()


def test_each_menu_has_a_key_once(welsh: Driver) -> None:
    def keys(texts: list[str]) -> list[str]:
        marked = [text.lower().partition("&")[2][:1] for text in texts if "&" in text]
        return [key for key, count in Counter(marked).items() if count > 1]

    bar = welsh.window.menuBar().actions()
    assert keys([action.text() for action in bar]) == []
    doubled = {}
    for action in bar:
        menu = action.menu()
        assert isinstance(menu, QMenu)
        doubled[action.text()] = keys([inner.text() for inner in menu.actions()])
    assert {name: found for name, found in doubled.items() if found} == {}


def test_it_says_that_no_native_reader_has_checked_it(welsh: Driver) -> None:
    about = AboutDialog(welsh.window, welsh.window.session.library)
    assert any(i18n.caution() in text for _where, text in texts_of(about))
    about.deleteLater()
    dialog = SettingsDialog(
        welsh.window, welsh.window.settings, welsh.window.theme, lambda values: None
    )
    assert any("darllenydd brodorol" in text for _where, text in texts_of(dialog))
    dialog.deleteLater()


def test_f1_opens_the_guide_in_welsh_with_its_pictures(welsh: Driver) -> None:
    welsh.window.session.visit("ladder")
    welsh.press("F1")
    guide = welsh.window.window_actions.guide
    assert guide is not None
    assert guide.chapter.folder.name == "cy" and guide.chapter.name == "ladder"
    assert guide.chapter.title in guide.windowTitle()
    picture = guide.page.loadResource(
        QTextDocument.ResourceType.ImageResource.value, "../../pictures/ladder.png"
    )
    assert not picture.isNull()
    guide.close()


def test_the_dimensions_that_frameworks_share_have_welsh_titles(welsh: Driver) -> None:
    welsh.window.session.compare(["ict-11", "ict-12"])
    welsh.settle()
    (line,) = [
        line
        for line in welsh.window.page("compare").summary.lines
        if "supervise" in line.accessibleName() and "lead" in line.accessibleName()
    ]
    assert "Rheoli pobl" in line.accessibleName()
    assert welsh.window.session.library.shared_dimensions[2].title == "People management", (
        "documents are read by it"
    )
