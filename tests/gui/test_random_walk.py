"""Somebody who presses and clicks on anything: no exception, no Qt warning, no window left, no
memory lost.

The short walk is always taken. ``PATHWAYS_LONG=1`` takes the long one of 10,000 actions,
``PATHWAYS_SEED`` another way.
"""

from __future__ import annotations

import gc
import os
import random
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from pytestqt.logging import _QtMessageCapture
from shiboken6 import isValid

from driver import Driver
from pathways import paths
from pathways.gui.shell.actions import actions
from pathways.gui.shell.main_window import MainWindow

SEED = int(os.environ.get("PATHWAYS_SEED", "20261121"))
SHORT, LONG, FIRST = 300, 10_000, 1_000
MORE_MEMORY = 1.2
LEAVING = {
    "quit",
    "close_window",
    "print",
}  # two end the walk, one asks for printers, which takes seconds
PLAIN_KEYS = (
    "Tab",
    "Tab",
    "Tab",
    "Shift+Tab",
    "Down",
    "Down",
    "Up",
    "Left",
    "Right",
    "Return",
    "Space",
    "Escape",
    "Home",
    "End",
    "PgDown",
    "PgUp",
    "F4",
    "+",
    "-",
    "0",
    "F",
    "g",
    "r",
    "a",
    "d",
    "e",
    " ",
    "1",
    "Backspace",
    "Delete",
    "Ctrl+A",
)
CLOSING = (QDialog,)


class Walker:
    """Do one thing after the other in the open windows, as dice have it."""

    def __init__(self, driver: Driver, folder: Path, seed: int) -> None:
        self.driver = driver
        self.dice = random.Random(seed)
        self.trail: deque[str] = deque(maxlen=30)
        self.faults: list[str] = []
        self._heard = 0  # messages of Qt
        self.mine = folder / "mine.yaml"
        text = (paths.data() / "ict.yaml").read_text("utf-8")
        self.sound = text.replace("ict-", "own-").replace("id: ict\n", "id: own\n")
        self.keys = [
            key for action in actions() if action.name not in LEAVING for key in action.keys
        ]
        self.ways: list[tuple[int, Callable[[], None]]] = [
            (30, self.press),
            (20, self.press_action),
            (40, self.click),
            (4, self.resize),
            (3, self.trigger),
            (2, self.wear),
            (3, self.change_file),
            (1, self.drop),
            (1, self.open_window),
            (1, self.close_window),
        ]
        self._dismisser = QTimer()
        self._dismisser.setInterval(2)
        self._dismisser.timeout.connect(self.dismiss)
        self._dismisser.start()

    def walk(self, steps: int, log: _QtMessageCapture) -> None:
        """Take that many steps; stop at the first fault."""
        weights = [weight for weight, _do in self.ways]
        for _each in range(steps):
            self.dice.choices(self.ways, weights)[0][1]()
            QApplication.processEvents()
            # As the event loop does before it waits; without it, what is closed lives on among what
            # is looked at next.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            new, self._heard = log.records[self._heard :], len(log.records)
            warned = [
                each.message
                for each in new
                if not each.ignored and each.log_type_name != "QtDebugMsg"
            ]
            faults = self.faults + warned
            assert not faults, faults[0] + "\n after: " + " | ".join(self.trail)

    def end(self) -> None:
        """Stop looking for dialogs."""
        self._dismisser.stop()

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """Return the open windows, the first of them made anew where it was closed."""
        return self.driver.window.windows.open_ones

    def window(self) -> QWidget:
        """Return the window to do something in: mostly the one that was used last, or a guide that
        is open.
        """
        shown = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget.isWindow()
        ]
        guides = [
            widget
            for widget in shown
            if not isinstance(widget, MainWindow) and widget.parentWidget()
        ]
        return self.dice.choice([*self.windows, *self.windows, *guides])

    def stretch(self) -> None:
        """Open as much at once as can be: what is held after that is not lost, but kept for the
        next time.
        """
        while len(self.windows) < 3:
            self.open_window()
        for scale in (0.8, 1.0, 1.5, 2.0, 3.0):
            for window in self.windows:
                window.resize(1700, 1100)
                window.window_actions.set_theme(window.theme.scaled(scale))
                window.session.compare(["ict-8", "ict-9", "ict-11", "ict-12"])
                for page in ("map", "compare", "ladder", "route", "read", "problems", "import"):
                    window.session.visit(page)
                    QApplication.processEvents()
                window.parts.searching.search("manage")
                QApplication.processEvents()
        self.driver.window.window_actions.open_guide("map")
        QApplication.processEvents()
        self.driver.window.window_actions.set_theme(self.driver.window.theme.scaled(1.0))

    # Ways ----------------------------------------------------------------------------------------

    def press(self) -> None:
        """Press a key where the keyboard is."""
        key = self.dice.choice(PLAIN_KEYS)
        self.say("press", key)
        target = QApplication.focusWidget() or self.window()
        if QApplication.activeModalWidget() is None:
            QTest.keySequence(target, QKeySequence(key))

    def press_action(self) -> None:
        """Press the key of an action."""
        key = self.dice.choice(self.keys)
        self.say("key", key)
        QTest.keySequence(self.window(), QKeySequence(key))

    def trigger(self) -> None:
        """Choose anything that is allowed from the menus, and from the menus in them."""
        window = self.dice.choice(self.windows)
        menu = self.dice.choice([action.menu() for action in window.menuBar().actions()])
        menu.aboutToShow.emit()  # type: ignore[union-attr]
        entries = [each for each in menu.actions() if each.isEnabled()]  # type: ignore[union-attr]
        entries = [
            each for each in entries if each.objectName() not in LEAVING and not each.isSeparator()
        ]
        if entries:
            chosen = self.dice.choice(entries)
            inner = (
                [entry for entry in chosen.menu().actions() if entry.isEnabled()]
                if chosen.menu()
                else []
            )
            chosen = self.dice.choice(inner) if inner else chosen
            self.say("menu", chosen.text())
            chosen.trigger()

    def click(self) -> None:
        """Click, or double-click, somewhere on something that is seen."""
        window = self.window()
        seen = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled()
        ]
        seen = [
            widget
            for widget in seen
            if widget.window() is window and not widget.visibleRegion().isEmpty()
        ]
        if not seen:
            return
        widget = self.dice.choice(seen)
        at = QPoint(
            self.dice.randrange(max(1, widget.width())),
            self.dice.randrange(max(1, widget.height())),
        )
        button = self.dice.choices([Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton], [9, 1])[
            0
        ]
        self.say(
            "click", f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
        )
        do = QTest.mouseDClick if self.dice.random() < 0.1 else QTest.mouseClick
        do(widget, button, Qt.KeyboardModifier.NoModifier, at)

    def resize(self) -> None:
        """Give a window another size."""
        window = self.window()
        window.resize(self.dice.randint(400, 1700), self.dice.randint(300, 1100))
        self.say("resize", f"{window.width()} x {window.height()}")

    def wear(self) -> None:
        """Switch theme and size of the text."""
        window = self.dice.choice(self.windows)
        name = self.dice.choice(["system", "light", "dark", "high-contrast"])
        scale = self.dice.choice([0.8, 1.0, 1.0, 1.0, 1.5, 2.0, 3.0])
        self.say("wear", f"{name} {scale}")
        window.window_actions.use_theme(name)
        window.window_actions.set_theme(window.theme.scaled(scale))

    def change_file(self) -> None:
        """Edit the framework file elsewhere: other words, a mistake, gone, back again."""
        how = self.dice.choice(["sound", "title", "broken", "shorter", "gone"])
        self.say("file", how)
        texts = {
            "sound": self.sound,
            "title": self.sound.replace(
                "title: ICT job family", f"title: Family {self.dice.randrange(9)}", 1
            ),
            "broken": self.sound.replace("nodes:", "nodse:", 1),
            "shorter": (Path(__file__).parent.parent / "frameworks" / "sound.yaml").read_text(
                "utf-8"
            ),
        }
        if how == "gone":
            self.mine.unlink(missing_ok=True)
        else:
            spare = self.mine.with_suffix(".new")
            spare.write_text(texts[how], "utf-8")
            spare.replace(self.mine)
        for window in self.windows:
            window.files.reload()

    def drop(self) -> None:
        """Let a file, a folder or something else fall on a window."""
        window = self.dice.choice(self.windows)
        path = self.dice.choice([self.mine, self.mine.parent, Path(__file__)])
        self.say("drop", path.name)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), copy, data, button, keys))
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), copy, data, button, keys))

    def open_window(self) -> None:
        """Open one more window, up to three."""
        if len(self.windows) < 3:
            self.say("window", "new")
            self.windows[0].menus.action("new_window").trigger()

    def close_window(self) -> None:
        """Close a window, but never the first."""
        if len(self.windows) > 1:
            self.say("window", "close")
            self.dice.choice(self.windows[1:]).close()

    # Dialogs -------------------------------------------------------------------------------------

    def dismiss(self) -> None:
        """Try something in a dialog that came up, and close it; close menus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        self.say("dialog", dialog.windowTitle())
        if not isinstance(dialog, QFileDialog) and dialog.windowTitle() not in (
            "Print",
            "Export",
            "Print preview",
        ):
            buttons = [
                button for button in dialog.findChildren(QAbstractButton) if button.isVisible()
            ]
            for button in self.dice.sample(buttons, min(2, len(buttons))):
                if (
                    isValid(dialog)
                    and dialog.isVisible()
                    and isValid(button)
                    and button.isEnabled()
                ):
                    button.click()
        if isValid(dialog) and dialog.isVisible():
            dialog.reject()

    def say(self, *words: str) -> None:
        """Remember what was done, for whoever has to find out what went wrong."""
        self.trail.append(" ".join(words))

    def fault(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """Remember an exception, with its place."""
        import traceback

        self.faults.append("".join(traceback.format_exception(kind, error, where)))


def memory(driver: Driver) -> int:
    """Return how much memory the program holds on its first page, in bytes; what is free is given
    back first.
    """
    driver.window.session.choose([])
    driver.window.session.set_current(None)
    driver.window.session.visit("map")
    driver.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    try:
        import ctypes

        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):
        pass
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def walker(opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walker:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setenv("HOME", str(tmp_path))
    walker = Walker(opened, tmp_path, SEED)
    walker.mine.write_text(walker.sound, "utf-8")
    opened.window.files.open([walker.mine])
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        walker.fault(kind, error, where)
        before(kind, error, where)

    monkeypatch.setattr(sys, "excepthook", hook)
    return walker


def close_the_rest(walker: Walker) -> list[str]:
    """Close all windows but the first, and return what is left of them."""
    for window in walker.windows[1:]:
        window.close()
    guide = walker.driver.window.window_actions.guide
    if guide is not None:
        guide.close()
    for _round in range(3):
        walker.driver.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if isValid(widget)]
    return [
        f"{type(widget).__name__} “{widget.windowTitle()}”"
        for widget in left
        if widget is not walker.driver.window
        and (widget.isVisible() or isinstance(widget, (MainWindow, *CLOSING)))
        and not (widget.parentWidget() and not widget.isVisible())
    ]


def test_a_short_walk_does_no_harm(walker: Walker, qtlog: _QtMessageCapture) -> None:
    walker.walk(SHORT, qtlog)
    walker.end()
    assert close_the_rest(walker) == []


@pytest.mark.skipif(
    os.environ.get("PATHWAYS_LONG") != "1", reason="PATHWAYS_LONG=1 takes the long walk"
)
def test_a_long_walk_does_no_harm_and_loses_no_memory(
    walker: Walker, qtlog: _QtMessageCapture, capsys: pytest.CaptureFixture[str]
) -> None:
    walker.walk(FIRST, qtlog)
    walker.stretch()
    assert close_the_rest(walker) == []
    first = memory(walker.driver)
    walker.walk(LONG - FIRST, qtlog)
    walker.end()
    assert close_the_rest(walker) == []
    last = memory(walker.driver)
    with capsys.disabled():
        sys.stdout.write(
            f"\nmemory: {first / 2**20:.1f} MB after {FIRST} actions, {last / 2**20:.1f} after {LONG}\n"
        )
    assert last <= MORE_MEMORY * first
