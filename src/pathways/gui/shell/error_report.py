"""What a person sees when the program itself is at fault: a page that can be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import pathways
from pathways.i18n import _

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report_errors_of(window: QWidget) -> Hook:
    """Return an exception hook that shows our own bugs over ``window``, one at a time."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        nonlocal showing
        sys.__excepthook__(kind, error, where)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        if showing:
            return
        showing = True
        try:
            from pathways.gui.dialogs.notice_dialog import NoticeDialog

            NoticeDialog.tell(
                QApplication.activeWindow() or (window if isValid(window) else None),
                _("Something went wrong inside Pathways"),
                _(
                    "This is a fault of the program, not yours. Nothing you have open is lost. "
                    "Copy the text below, send it to whoever looks after Pathways for you, and say "
                    "what you were doing."
                ),
                details=report(kind, error, where),
            )
        finally:
            showing = False

    return hook


def report(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> str:
    """Return the page: versions, then where it happened."""
    versions = (
        f"Pathways {pathways.__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    )
    lines = traceback.format_exception(kind, error, where)
    return f"{versions}, {platform.platform()}\n\n{''.join(lines)}"
