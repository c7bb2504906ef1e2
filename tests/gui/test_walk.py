"""Every page and dialog at 1280 × 720 in every look: nothing is cut, nothing is beyond the edge, and
what the page is for is in sight.

Any two of theme, size, language, and whether the look comes with the start or while the window is
used, are tried together. ``python tests/long/walk_looks.py`` tries all four with each other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways.gui.shell.settings import Settings
from walk_cases import WINDOW, Case, asks_in, every_case, few_cases, wear, wrong_on_page
from walk_dialogs import wrong_in_dialogs
from walking import each_page

_LONG = bool(os.environ.get("PATHWAYS_LONG"))
_CASES = every_case() if _LONG else few_cases()


@pytest.fixture
def worn(case: Case, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """Open the window, in the look of the case where that comes with the start."""
    monkeypatch.setenv("PATHWAYS_LANGUAGE", case.language)
    if not case.live:
        settings = Settings()
        settings.set("look/theme", case.theme)
        settings.set("look/text_percent", round(case.scale * 100))
        settings.save()
    driver = Driver(qtbot)
    driver.window.resize(WINDOW)
    driver.settle()
    yield driver
    driver.close()


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_nothing_is_cut_or_out_of_reach_on_any_page_or_in_any_dialog(
    case: Case, worn: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for page in each_page(worn):
        if case.live:
            wear(worn, case.theme, case.scale)
        assert (worn.window.theme.name, worn.window.theme.scale) == (case.theme, case.scale)
        wrong = wrong_on_page(worn, page)
        if _LONG or asks_in(case):
            wrong += wrong_in_dialogs(worn, page, monkeypatch)
        found += [f"{page}: {one}" for one in wrong]
        if case.live:
            wear(worn, "light", 1.0)
    assert not found, "\n".join(found)


def test_any_two_parts_of_a_look_are_tried_together() -> None:
    few, every = few_cases(), every_case()
    assert len(every) == 54
    for one in range(4):
        for other in range(one):
            assert {(c[one], c[other]) for c in few} == {(c[one], c[other]) for c in every}


def test_a_text_beside_the_map_leaves_it_as_large_as_it_is(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    page = opened.window.page("map")
    page.welcome.closed.emit()
    opened.settle()
    view = page.map.view
    zoom = view.zoom
    assert zoom >= 0.97
    opened.window.session.set_current("ict-11")
    opened.settle()
    assert view.zoom == zoom
    assert view.whole_is_seen
    assert page.map.minimap is None


def test_with_text_twice_as_large_the_title_of_every_page_is_in_sight(opened: Driver) -> None:
    opened.window.resize(WINDOW)
    wear(opened, "light", 2.0)
    away = []
    for page in each_page(opened):
        head = getattr(opened.window.page(page.split(",")[0]), "head", None)
        if head is not None and head.title.isVisible():
            seen = head.title.visibleRegion().boundingRect().height()
            if seen < head.title.height():
                away.append(f"{page}: {seen} of {head.title.height()} pixels")
    assert away == []
