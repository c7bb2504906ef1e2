from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

import bundled
from drawing import ladder
from map_driver import MapDriver
from pathways.errors import PathwaysError, UsageError
from pathways.gui.map.poster import PosterSheet, best_orientation, cut, pages
from pathways.gui.shell.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

A4 = QSizeF(210, 297)
SIZES = QPageSize.PageSizeId


def test_a_small_map_takes_one_sheet_and_stands_in_its_middle() -> None:
    area = QRectF(0, 0, 400, 300)
    poster = cut(area, A4)
    (sheet,) = poster.sheets
    assert sheet.source.contains(area)
    assert sheet.source.center() == area.center()


def test_sheets_are_named_by_row_and_column() -> None:
    assert PosterSheet(0, 0, QRectF()).name == "A1"
    assert PosterSheet(1, 2, QRectF()).name == "B3"
    assert PosterSheet(26, 0, QRectF()).name == "AA1"
    assert [sheet.name for sheet in cut(QRectF(0, 0, 1300, 1800), A4).sheets][:3] == [
        "A1",
        "A2",
        "B1",
    ]


@given(
    st.floats(50, 9000),
    st.floats(50, 9000),
    st.sampled_from([A4, A4.transposed(), QSizeF(297, 420)]),
    st.floats(0.5, 2),
)
def test_sheets_cover_the_whole_map_and_overlap_with_their_neighbours(
    width: float, height: float, paper: QSizeF, scale: float
) -> None:
    area = QRectF(-12, -7, width, height)
    poster = cut(area, paper, scale)
    assert len(poster.sheets) == poster.rows * poster.columns
    by_place = {(sheet.row, sheet.column): sheet.source for sheet in poster.sheets}
    whole = QRectF()
    for (row, column), source in by_place.items():
        whole = whole.united(source)
        right, below = by_place.get((row, column + 1)), by_place.get((row + 1, column))
        assert right is None or right.left() < source.right()
        assert below is None or below.top() < source.bottom()
    assert whole.adjusted(-0.1, -0.1, 0.1, 0.1).contains(area)


def test_twice_the_scale_takes_about_four_times_the_sheets() -> None:
    area = QRectF(0, 0, 6000, 6000)
    once, twice = (len(cut(area, A4, scale).sheets) for scale in (1.0, 2.0))
    assert 3 < twice / once < 5


def test_the_paper_is_turned_so_that_the_sheets_are_few() -> None:
    assert (
        best_orientation(QRectF(0, 0, 900, 300), QPageSize(SIZES.A4))
        is QPageLayout.Orientation.Landscape
    )
    assert (
        best_orientation(QRectF(0, 0, 300, 900), QPageSize(SIZES.A4))
        is QPageLayout.Orientation.Portrait
    )


@pytest.mark.parametrize("scale", [0, -1])
def test_a_scale_of_nothing_is_refused(scale: float) -> None:
    with pytest.raises(UsageError, match="above 0"):
        cut(QRectF(0, 0, 100, 100), A4, scale)


def test_paper_that_is_too_small_is_refused() -> None:
    with pytest.raises(UsageError, match="too small"):
        cut(QRectF(0, 0, 100, 100), QSizeF(30, 30))


def writer(path: Path, size: QPageSize.PageSizeId = SIZES.A4) -> QPdfWriter:
    made = QPdfWriter(str(path))
    made.setPageSize(QPageSize(size))
    return made


def pages_of(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


@pytest.mark.parametrize("size", [SIZES.A4, SIZES.A3])
@pytest.mark.parametrize("scale", [0.7, 1.0, 2.0])
def test_as_many_pages_are_painted_as_were_announced(
    qtbot: QtBot, tmp_path: Path, size: QPageSize.PageSizeId, scale: float
) -> None:
    driver = MapDriver(qtbot, bundled.library())
    announced = pages(driver.page.scene.sceneRect(), QPageSize(size), scale)
    path = tmp_path / "poster.pdf"
    assert driver.page.paint_poster(writer(path, size), scale) == announced == pages_of(path)


def test_a_larger_paper_takes_fewer_sheets(qtbot: QtBot) -> None:
    rect = MapDriver(qtbot, bundled.library()).page.scene.sceneRect()
    assert pages(rect, QPageSize(SIZES.A3), 2.0) < pages(rect, QPageSize(SIZES.A4), 2.0)


def test_a_poster_is_light_and_the_map_on_the_screen_stays_as_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driver = MapDriver(qtbot, ladder("6-7-8"), theme=DARK)
    driver.session.set_current("7")
    before = driver.place("7"), driver.page.view.zoom
    driver.page.paint_poster(writer(tmp_path / "poster.pdf"))
    assert (driver.place("7"), driver.page.view.zoom) == before
    assert driver.page.scene.backgroundBrush().color().name() == DARK.surface
    assert driver.page.scene.current == "7"


def test_a_poster_of_hundreds_of_sheets_is_refused_with_advice(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driver = MapDriver(qtbot, ladder("-".join(str(grade) for grade in range(1, 80))))
    with pytest.raises(PathwaysError, match="smaller scale or larger paper"):
        driver.page.paint_poster(writer(tmp_path / "poster.pdf"), scale=20)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says so besides
def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    driver = MapDriver(qtbot, ladder("6-7"))
    with pytest.raises(PathwaysError, match="could not be printed"):
        driver.page.paint_poster(writer(tmp_path / "no folder" / "poster.pdf"))
