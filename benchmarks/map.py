"""The map beside things known: its first paint beside a bare window's, and a frame of panning beside one at 60 Hz.

Run with ``python -m benchmarks.map``. The bundled frameworks are shown as they are, and copied 10 and 100 times with
other ids; and the table of Government Digital and Data roles, where PATHWAYS_CORPUS names the folder that has it. The
larger ones are shown as they open, folded, and once more with everything unfolded. The first map is the making of the
page up to its first picture, in a process that has shown a bare window before: all that is loaded besides counts.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.search import copied
from pathways.gui.map.map_page import MapPage
from pathways.gui.session import Session
from pathways.gui.stylesheet import stylesheet
from pathways.gui.theme import LIGHT
from pathways.model.library import Library
from pathways.store.opening import open_library

FRAME = 1000 / 60  # ms
SIZE = (1130, 540)  # what a window of 1280 x 720 leaves for the page
ROUNDS, FRAMES = 5, 60
STEP = 24  # pixels a frame


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor; what else the machine does is left out."""
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def bare() -> float:
    """Return how long it takes to make and paint an empty window."""

    def show() -> None:
        window = QMainWindow()
        window.resize(*SIZE)
        window.show()
        window.grab()
        window.close()

    return milliseconds(show)


def shown(library: Library) -> MapPage:
    """Make the map's page, and paint it."""
    page = MapPage(Session(library), LIGHT)
    page.setStyleSheet(stylesheet(LIGHT))
    page.resize(*SIZE)
    page.show()
    page.grab()
    return page


def first_map(library: Library) -> float:
    """Return how long it takes to make and paint the map of a library that is already read."""
    pages: list[MapPage] = []
    taken = milliseconds(lambda: pages.append(shown(library)))
    close(pages[0])
    return taken


def close(page: QWidget) -> None:
    """Close a page and forget it."""
    page.close()
    page.deleteLater()
    QApplication.processEvents()


def panning(page: MapPage) -> list[float]:
    """Return how long each frame takes while the map is dragged across, at 100 %, to and fro."""
    view = page.view
    view.set_zoom(1.0)
    viewport = view.viewport()
    picture = QImage(viewport.size(), QImage.Format.Format_RGB32)
    frames = []
    way = 1
    for _number in range(FRAMES):
        bars = (view.horizontalScrollBar(), view.verticalScrollBar())
        if all(bar.value() + way * STEP > bar.maximum() or bar.value() + way * STEP < bar.minimum() for bar in bars):
            way = -way

        def frame(across: int = way * STEP) -> None:
            view._scroll(across, across)
            painter = QPainter(picture)
            viewport.render(painter, QPoint(0, 0))
            painter.end()

        frames.append(milliseconds(frame))
    return sorted(frames)


def measured(name: str, library: Library, window: float, *, unfolded: bool = False) -> tuple[float, float]:
    """Print one line; return the first map and the median frame, in ms."""
    first = statistics.median(first_map(library) for _round in range(ROUNDS if len(library.nodes) < 500 else 1))
    page = shown(library)
    if unfolded:
        first = milliseconds(page.folds.unfold_all)
    frames = panning(page)
    boxes = len(page.scene.node_items)
    close(page)
    median, late = statistics.median(frames), frames[int(0.95 * len(frames))]
    print(
        f"{name:<28}{len(library.nodes):>6} nodes {boxes:>5} boxes   "
        f"{'unfolding' if unfolded else 'first map'} / bare window {first / window:6.2f}   "
        f"panning / frame: median {median / FRAME:5.2f}  95 % {late / FRAME:5.2f}"
    )
    return first, median


def roles() -> Library | None:
    """Return the table of roles as a framework, None where it is not at hand."""
    folder = os.environ.get("PATHWAYS_CORPUS", "")
    path = Path(folder) / "gdad" / "roles.csv"
    if not folder or not path.is_file():
        return None
    from pathways.importing.reading.document import read_document
    from pathways.importing.recognise import recognise

    found = recognise([read_document(path)], open_library().shared_dimensions)
    return Library((found.framework,), open_library().shared_dimensions)


def main() -> None:
    """Print every measure in one run."""
    app = QApplication.instance() or QApplication([])
    bare()
    window = statistics.median(bare() for _round in range(ROUNDS))
    print(f"a bare window takes {window:.1f} ms here, a frame {FRAME:.1f} ms\n")
    library = open_library()
    firsts = [measured(f"bundled, {n} x", copied(library, n), window)[0] for n in (1, 10, 100)]
    print(
        f"{'':<28}10 times the content: {firsts[1] / firsts[0]:.1f} times the time to the first map; "
        f"100 times: {firsts[2] / firsts[0]:.1f} times\n"
    )
    for n in (10, 100):
        measured(f"bundled, {n} x, unfolded", copied(library, n), window, unfolded=True)
    table = roles()
    if table is None:
        print("\nPATHWAYS_CORPUS does not name a folder with gdad/roles.csv: the table of roles is left out")
    else:
        measured("roles", table, window)
        measured("roles, unfolded", table, window, unfolded=True)
    del app


if __name__ == "__main__":
    main()
