"""Every page at 1280 × 720 whose text is enlarged live: nothing is cut, nothing is out of reach.

What is only tried at a start hides what goes wrong when somebody changes the size later.
"""

from __future__ import annotations

from driver import Driver
from pseudo import cut_off
from walking import beyond, each_page

_LIVE = (1.8, 3.0)


def enlarge(driver: Driver, scale: float) -> None:
    driver.window.window_actions.set_theme(driver.window.theme.scaled(scale))
    driver.settle()


def test_nothing_is_cut_or_out_of_reach_when_the_text_is_enlarged_live(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    opened.settle()
    found = []
    for page in each_page(opened):
        for scale in _LIVE:
            enlarge(opened, scale)
            seen = [*cut_off(opened.window), *beyond(opened.window)]
            # where one is may be shortened in the head: the page's own title says it in full
            found += [f"{page} at {scale:.0%}: {one}" for one in seen if "Crumb" not in one]
            assert opened.window.width() == 1280 and opened.window.height() == 720
        enlarge(opened, 1.0)
    assert found == []


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
