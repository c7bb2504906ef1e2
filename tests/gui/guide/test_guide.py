"""The guide: it is there for every page, says what is true of the program, and can be searched."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTreeWidgetItem

from driver import Driver
from loaded_file import loaded_file
from pathways import paths
from pathways.errors import PathwaysError
from pathways.gui.guide.chapters import chapters
from pathways.gui.guide.guide_window import GuideWindow
from pathways.gui.shell.actions import actions
from pathways.gui.shell.theme import THEMES

ROOT = Path(__file__).parents[3]
PAGES = {"map": "map", "compare": "compare", "ladder": "ladder", "route": "route", "read": "read",
         "search": "search", "problems": "problems", "import": "import"}  # fmt: skip


@pytest.fixture
def guide(opened: Driver) -> GuideWindow:
    opened.press("F1")
    found = opened.window.window_actions.guide
    assert found is not None and found.isVisible()
    return found


def text(guide: GuideWindow) -> str:
    return guide.page.toPlainText()


# The texts ---------------------------------------------------------------------------------------


def test_every_file_of_the_guide_is_a_chapter() -> None:
    names = [chapter.name for chapter in chapters()]
    assert names[0] == "index"
    assert sorted(names) == sorted(file.stem for file in paths.guide().glob("*.md"))
    assert all(chapter.title != chapter.name for chapter in chapters())


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_every_link_and_every_picture_of_a_chapter_is_there(chapter: object) -> None:
    markdown = chapter.markdown  # type: ignore[attr-defined]
    found = re.findall(r"\[([^\]]*)\]\(([^)]+)\)", markdown)
    assert found or chapter.name in ("fairness", "keys")  # type: ignore[attr-defined]
    for words, address in found:
        assert words, f"{address} has no words for whoever cannot see it"
        assert (paths.guide() / address).resolve().is_file(), address


def test_the_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert len(pictures) > 20
    for picture in pictures:
        assert picture.stat().st_size < 80_000, picture.name
        assert QImage(str(picture)).format() == QImage.Format.Format_Indexed8, picture.name


def made() -> ModuleType:
    """Return the script that makes the pictures and the tables of keys."""
    return loaded_file("docs/make_pictures.py")


def test_the_table_of_keys_is_that_of_the_program() -> None:
    assert (paths.guide() / "keys.md").read_text("utf-8") == made().keys(), (
        "run: python docs/make_pictures.py"
    )


def test_keys_named_in_the_guide_are_keys_of_the_program() -> None:
    known = {key for action in actions() for key in action.keys}
    known |= {"Alt+Left", "Ctrl+A", "Ctrl+F", "Ctrl+Z"}  # of fields and texts, and of the toolkit
    named = {
        (chapter.name, key.replace("−", "-"))
        for chapter in chapters()
        for key in re.findall(r"\*\*(Ctrl\+[^*]+)\*\*", chapter.markdown)
    }
    assert len(named) > 10
    assert {key for _chapter, key in named} <= known, named


def test_a_guide_that_is_missing_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "guide", lambda: tmp_path)
    with pytest.raises(PathwaysError, match="Install Pathways again"):
        chapters()


# The window --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_f1_opens_the_chapter_of_the_page(opened: Driver, page: str) -> None:
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.window.session.visit(page)
    opened.settle()
    opened.menu("Help", "Guide")
    guide = opened.window.window_actions.guide
    assert guide is not None
    assert guide.chapter.name == PAGES[page]
    assert text(guide).startswith(guide.chapter.title)
    assert guide.windowTitle() == f"{guide.chapter.title} – Guide to Pathways"


def test_the_contents_list_chapters_and_headings_and_lead_there(
    opened: Driver, guide: GuideWindow
) -> None:
    tops = [guide.contents.topLevelItem(row) for row in range(guide.contents.topLevelItemCount())]
    assert [item.text(0) for item in tops if item] == [chapter.title for chapter in chapters()]
    target = next(item for item in tops if item and item.text(0) == "Comparing")
    heading = target.child(target.childCount() - 1)
    assert isinstance(heading, QTreeWidgetItem)
    guide.contents.setCurrentItem(heading)
    opened.settle()
    assert guide.chapter.name == "compare"
    assert guide.page.verticalScrollBar().value() > 0


def test_links_lead_to_chapters_and_back(opened: Driver, guide: GuideWindow) -> None:
    guide.open("index")
    guide.page.anchorClicked.emit(QUrl("ladder.md"))
    assert guide.chapter.name == "ladder"
    opened.click("Back", guide)
    assert guide.chapter.name == "index"
    opened.click("Forward", guide)
    assert guide.chapter.name == "ladder"


def test_a_search_goes_through_all_chapters(opened: Driver, guide: GuideWindow) -> None:
    total = sum(chapter.count("statement") for chapter in chapters())
    guide.box.setFocus()
    guide.box.setText("statement")
    assert guide.found.text() == f"{total} places"
    assert guide.page.textCursor().selectedText().lower() == "statement"
    seen = set()
    for _place in range(total):
        opened.press("Return")
        assert guide.page.textCursor().selectedText().lower() == "statement"
        seen.add(guide.chapter.name)
    assert seen == {chapter.name for chapter in chapters() if chapter.count("statement")}
    listed = [guide.contents.topLevelItem(row) for row in range(guide.contents.topLevelItemCount())]
    assert all(re.search(r"\(\d+\)$", item.text(0)) for item in listed if item)
    assert guide.page.extraSelections()
    opened.press("Escape")
    assert guide.box.text() == "" and not guide.page.extraSelections()


def test_words_that_are_nowhere_are_said_to_be_nowhere(guide: GuideWindow) -> None:
    guide.box.setText("xylophone")
    assert guide.found.text() == "Nothing found"
    assert guide.contents.topLevelItemCount() == 0


def test_the_guide_wears_the_look_of_the_window(opened: Driver, guide: GuideWindow) -> None:
    for theme in THEMES.values():
        opened.menu("View", theme.title)
        assert guide.page.palette().text().color().name() == theme.text
    opened.press("Ctrl++")
    assert guide.page.document().defaultFont().pixelSize() == opened.window.theme.text_px()


def test_pictures_fit_the_page(opened: Driver, guide: GuideWindow) -> None:
    guide.open("compare")
    guide.resize(700, 600)
    opened.settle()
    assert guide.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("live", [False, True], ids=["opened large", "made larger"])
def test_at_every_size_of_text_most_of_the_guide_is_its_text(opened: Driver, live: bool) -> None:
    large = opened.window.theme.scaled(3.0)
    if live:
        opened.press("F1")
        opened.settle()
    opened.window.window_actions.set_theme(large)
    opened.press("F1")
    opened.settle()
    found = opened.window.window_actions.guide
    assert found is not None
    assert found.page.width() >= 0.6 * found.split.width()
    assert found.contents.width() >= 0.2 * found.split.width()


def test_the_guide_closes_with_escape_and_with_its_window(
    opened: Driver, guide: GuideWindow
) -> None:
    guide.page.setFocus()
    opened.press("Escape")
    assert not guide.isVisible()
    opened.press("F1")
    opened.window.close()
    assert not guide.isVisible()


# In Welsh ----------------------------------------------------------------------------------------

WELSH = paths.guide() / "cy"
PARTS = {
    "headings": r"^(#{1,3}) ",
    "points": r"^ *(-|\d+\.) ",
    "rows of tables": r"^\|",
    "pictures": r"!\[[^\]]+\]\((?:\.\./)+(pictures/[^)]+)\)",
    "links": r"(?<!!)\[[^\]]+\]\(([^)]+)\)",
    "keys": r"\*\*((?:Ctrl|Alt|F\d|Tab|Enter|Escape|Down|Up)\b[^*]*)\*\*",
}


@pytest.mark.parametrize("name", [chapter.name for chapter in chapters()])
def test_every_chapter_is_there_in_welsh_and_built_alike(name: str) -> None:
    english, welsh = (
        (folder / f"{name}.md").read_text("utf-8") for folder in (paths.guide(), WELSH)
    )
    for part, pattern in PARTS.items():
        found = [re.findall(pattern, text, re.MULTILINE) for text in (english, welsh)]
        if part == "keys" and name == "keys":
            continue  # made from the program's table
        assert sorted(found[0]) == sorted(found[1]), part
    assert re.search(PARTS["headings"], welsh, re.MULTILINE), "a chapter has a heading"
    for words, address in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", welsh):
        assert words and (WELSH / address).resolve().is_file(), address


def test_the_welsh_table_of_keys_is_that_of_the_program() -> None:
    assert (WELSH / "keys.md").read_text("utf-8") == made().keys("cy"), (
        "run: python docs/make_pictures.py"
    )


def test_the_welsh_guide_says_that_no_native_reader_has_checked_it() -> None:
    assert (WELSH / "index.md").read_text("utf-8").rstrip().splitlines()[-1].count("brodorol") == 1


def test_pictures_are_in_the_colours_of_the_window(opened: Driver) -> None:
    opened.window.window_actions.open_guide("map")
    guide = opened.window.window_actions.guide
    assert guide is not None
    address = "../pictures/map.png"
    kind = QTextDocument.ResourceType.ImageResource.value
    shades = {}
    for theme in ("light", "dark"):
        opened.window.window_actions.use_theme(theme)
        opened.settle()
        picture = guide.page.loadResource(kind, address)
        shades[theme] = picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness()
    assert shades["dark"] < 128 < shades["light"]
    guide.close()
