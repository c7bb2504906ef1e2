"""What a person waits for in the window, with painting: a comparison, a ladder, a text, a key press
in the search.

Run with ``python -m benchmarks.window``. The window holds the bundled frameworks once, 10 and 100
times with other ids, and the table of Government Digital and Data roles where PATHWAYS_CORPUS names
the folder that has it. Each thing is done and painted several times, on another step or another
word each time. The first comparison stands apart: where the map has not compared anything of that
framework yet, because all of it is folded, its words are weighed first. A comparison is held
against a plain similarity matrix of the same statements by rapidfuzz, all the rest against one
frame of a 60 Hz screen. Only the processor's time counts.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.compare import matrix
from benchmarks.content import ROLES, content
from pathways.gui.shell.main_window import MainWindow
from pathways.gui.shell.page_name import PageName
from pathways.model.library import Library
from pathways.store.open_files import OpenFiles

FRAME = 1000 / 60  # ms
SIZE = (1280, 720)
ROUNDS = 9
TYPED = ("risk management", "manage budgets", "responsibilty for staff", '"in relation to"')
Pair = tuple[str, str]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor; what else the machine does is left out."""
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def painted(window: MainWindow, work: Callable[[], object]) -> float:
    """Return how long some work takes until it is painted."""

    def all_of_it() -> None:
        work()
        QApplication.processEvents()
        window.grab()

    return milliseconds(all_of_it)


def steps(library: Library) -> list[Pair]:
    """Return the steps of the framework with the most nodes, as many as are measured, from all
    over it.
    """
    largest = max(library.frameworks, key=lambda framework: len(framework.nodes))
    own = [(step.source, step.target) for step in largest.own_steps if not step.indicative]
    return own[:: max(1, len(own) // ROUNDS)][:ROUNDS]


def settle(window: MainWindow) -> None:
    """Wait until the map has found out how large its steps are, which it does whenever nothing
    else is to be done.
    """
    sizes = window.page(PageName.MAP).map._sizes
    window.session.visit(PageName.MAP)
    QTest.qWait(50)
    while sizes._waiting:
        QTest.qWait(50)


def typed(window: MainWindow) -> list[float]:
    """Return how long each key press in the search box takes until the hits are painted."""
    box = window.header.search
    box.setFocus()
    found = []
    for words in TYPED:
        box.clear()
        QApplication.processEvents()
        for letter in words:
            found.append(painted(window, partial(QTest.keyClick, box, letter)))
    QTest.keyClick(box, Qt.Key.Key_Escape)
    return found


def measured(window: MainWindow, library: Library) -> dict[str, Sequence[float]]:
    """Return the times of each thing, as ratios to what it is held against."""
    window.session.workspace.take(OpenFiles((), (), only=False, library=library))
    settle(window)
    pairs = steps(library)
    session = window.session
    ratios: dict[str, Sequence[float]] = {}
    plain = [milliseconds(partial(matrix, library, *pair)) for pair in pairs]
    compared = [painted(window, partial(session.compare, list(pair))) for pair in pairs]
    ratios["first comparison / frame"] = [compared[0] / FRAME]
    ratios["comparison / its matrix"] = [
        ours / other for ours, other in zip(compared[1:], plain[1:], strict=True)
    ]
    ratios["comparison / frame"] = [ours / FRAME for ours in compared[1:]]
    read = [painted(window, partial(session.read, pair[1])) for pair in pairs]
    ratios["text / frame"] = [ours / FRAME for ours in read[1:]]
    ratios["key press / frame"] = [ours / FRAME for ours in typed(window)]
    return ratios


def spread(values: Sequence[float]) -> str:
    """Return the middle of some ratios, and the most."""
    return f"{statistics.median(values):6.2f} (most {max(values):6.2f})"


def main() -> None:
    """Print every ratio in one run."""
    os.environ["PATHWAYS_CONFIG"] = tempfile.mkdtemp()
    from pathways import app
    from pathways.gui.shell import background

    background.threaded = False
    window = app.build([])
    window.resize(*SIZE)
    QTest.qWait(1000)  # the libraries that load behind the window
    print(f"one frame is {FRAME:.1f} ms; the window is {SIZE[0]} x {SIZE[1]}; each is painted\n")
    for name in (*(f"{n} x bundled" for n in (1, 10, 100)), ROLES):
        library = content(name)
        if library is None:
            print(
                "PATHWAYS_CORPUS does not name a folder with gdad/roles.csv: the table of roles is "
                "left out"
            )
            continue
        statements = sum(len(framework.statements) for framework in library.frameworks)
        print(f"{name}: {len(library.nodes)} nodes, {statements} statements")
        for what, values in measured(window, library).items():
            print(f"    {what:<32}{spread(values)}")
    window.close()


if __name__ == "__main__":
    main()
