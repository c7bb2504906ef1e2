"""The map beside things known: its first paint beside a bare window's, and a frame of panning
beside one at 60 Hz.

Run with ``python -m benchmarks.map``. The bundled frameworks are shown as they are, and copied 10
and 100 times with other ids; and the table of Government Digital and Data roles, where
PATHWAYS_CORPUS names the folder that has it. The larger ones are shown as they open, folded, and
once more with everything unfolded. Both the first map and the bare window are whole processes' work
from before Qt is loaded; the frameworks have been read by then.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.content import ROLES, content
from pathways.graph.layout.folding import MOST_BOXES
from pathways.gui.map.map_pane import MapPane
from pathways.gui.shell.session import Session
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import LIGHT
from pathways.model.library import Library
from pathways.workspace.workspace import Workspace

FRAME = 1000 / 60  # ms
SIZE = (1130, 540)  # what a window of 1280 x 720 leaves for the page
ROUNDS, FRAMES = 5, 60
STEP = 24  # pixels a frame

BARE = """
import time
begin = time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1130, 540)
window.show()
window.grab()
print(1000 * (time.process_time() - begin))
import os, sys; sys.stdout.flush(); os._exit(0)
"""

MAP = """
import sys, time
from benchmarks.content import content
library = content(sys.argv[1])
begin = time.process_time()
from PySide6.QtWidgets import QApplication
app = QApplication([])
from benchmarks.map import shown
page = shown(library)
print(1000 * (time.process_time() - begin))
import os; sys.stdout.flush(); os._exit(0)
"""


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor; what else the machine does is left out."""
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def alone(code: str, *words: str) -> float:
    """Return how many milliseconds a process of its own says that something took: the median of a
    few.
    """
    return statistics.median(
        float(
            subprocess.run(
                [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
            ).stdout
        )
        for _round in range(ROUNDS)
    )


def shown(library: Library) -> MapPane:
    """Make the map's page, and paint it."""
    page = MapPane(Session(Workspace.of(library)), LIGHT)
    page.setStyleSheet(stylesheet(LIGHT))
    page.resize(*SIZE)
    page.show()
    page.grab()
    return page


def close(page: QWidget) -> None:
    """Close a page and forget it."""
    page.close()
    page.deleteLater()
    QApplication.processEvents()


def panning(page: MapPane) -> list[float]:
    """Return how long each frame takes while the map is dragged across, at 100 %, to and fro."""
    view = page.view
    view.set_zoom(1.0)
    viewport = view.viewport()
    picture = QImage(viewport.size(), QImage.Format.Format_RGB32)
    frames = []
    way = 1
    for _number in range(FRAMES):
        bars = (view.horizontalScrollBar(), view.verticalScrollBar())
        if all(
            bar.value() + way * STEP > bar.maximum() or bar.value() + way * STEP < bar.minimum()
            for bar in bars
        ):
            way = -way

        def frame(across: int = way * STEP) -> None:
            view._scroll(across, across)
            painter = QPainter(picture)
            viewport.render(painter, QPoint(0, 0))
            painter.end()

        frames.append(milliseconds(frame))
    return sorted(frames)


def measured(name: str, library: Library, *, unfolded: bool = False) -> None:
    """Print one line about panning."""
    page = shown(library)
    unfolding = milliseconds(page.folds.unfold_all) if unfolded else 0.0
    frames = panning(page)
    boxes = len(page.scene.node_items)
    close(page)
    median, late = statistics.median(frames), frames[int(0.95 * len(frames))]
    print(
        f"{name:<26}{len(library.nodes):>6} nodes {boxes:>5} boxes   "
        f"panning / frame: median {median / FRAME:5.2f}  95 % {late / FRAME:5.2f}"
        + (f"   unfolding all / frame: {unfolding / FRAME:5.1f}" if unfolded else "")
    )


def opened(name: str, window: float) -> float:
    """Print one line about the first map of some content; return how long it took, in ms."""
    first = alone(MAP, name)
    print(f"{name:<26}first map / bare window: {first / window:5.2f}")
    return first


def main() -> None:
    """Print every measure in one run."""
    app = QApplication.instance() or QApplication([])
    window = alone(BARE)
    print(f"a bare window takes {window:.0f} ms here, Qt loaded; one frame is {FRAME:.1f} ms\n")
    names = [f"{n} x bundled" for n in (1, 10, 100)]
    firsts = [opened(name, window) for name in names]
    print(
        f"{'':<26}10 times the content: {firsts[1] / firsts[0]:.1f} times the time; "
        f"100 times: {firsts[2] / firsts[0]:.1f} times"
    )
    if content(ROLES) is None:
        print(
            "PATHWAYS_CORPUS does not name a folder with gdad/roles.csv: the table of roles is "
            "left out"
        )
    else:
        names.append(ROLES)
        opened(ROLES, window)
    print()
    for name in names:
        library = content(name)
        assert library is not None
        measured(name, library)
        if len(library.nodes) > MOST_BOXES:
            measured(f"{name}, unfolded", library, unfolded=True)
    del app


if __name__ == "__main__":
    main()
