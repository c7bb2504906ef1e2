"""Slow work beside the window: after a moment a mark says what is being done, and it can be given
up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOMENT = 300  # milliseconds that pass before anything is said

Result = TypeVar("Result")

threaded = True  # tests run jobs in place, so that nothing has to be waited for


class GivenUpError(Exception):
    """Leave a job that nobody waits for any longer."""


class Progress:
    """How far a job is: the job tells it, the window reads it, and giving up ends the job where it
    tells next.
    """

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        self._given_up = threading.Event()

    def tell(self, done: int = 0, of: int = 0) -> None:
        """Say that ``done`` of ``of`` parts are done (0 of 0 where that is not known); raise
        GivenUpError if wanted.
        """
        self.done, self.of = done, of
        if self._given_up.is_set():
            raise GivenUpError

    def give_up(self) -> None:
        """Ask the job to end."""
        self._given_up.set()


class Work(QObject, Generic[Result]):
    """Run a job in a thread of its own and keep what comes of it."""

    ended = Signal()

    def __init__(self, job: Callable[[Progress], Result]) -> None:
        super().__init__()
        self.progress = Progress()
        self.is_ended = False
        self.result: Result | None = None
        self.error: BaseException | None = None
        self._job = job
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self.result = self._job(self.progress)
        except GivenUpError:
            pass
        except BaseException as error:  # raised again where it was asked for
            self.error = error
        self.is_ended = True
        self.ended.emit()


def wait_for(
    parent: QWidget | None, words: str, job: Callable[[Progress], Result], *, moment: int = MOMENT
) -> Result | None:
    """Run a job and return its result; None where the person gave up. What the job raises is raised
    here.

    The window is drawn all the while. Keys and clicks wait for a moment (milliseconds); then a
    dialog says ``words`` and offers to give up. A job that never tells how far it is runs to its
    end unseen, and its result is dropped.
    """
    if not threaded:
        return job(Progress())
    work = Work(job)
    loop = QEventLoop()
    work.ended.connect(loop.quit)
    QTimer.singleShot(moment, loop.quit)
    if not work.is_ended:
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not work.is_ended:
        from pathways.gui.dialogs.busy_dialog import BusyDialog

        if not BusyDialog.ask(parent, words, work):
            work.progress.give_up()
            _unheard.append(work)
            work.ended.connect(lambda: _unheard.remove(work))
            return None
    if work.error is not None:
        raise work.error
    return work.result


_unheard: list[Work[Any]] = []  # given up, but not at their end: Qt must not lose them before
