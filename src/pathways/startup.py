"""What the start does in which order so that the window is there soon; nothing of it matters
later.
"""

from __future__ import annotations

import contextlib
import gc
import linecache
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

# kB that Qt keeps of drawn signs; of its own, 10 MB pile up when text size and colours change often
_SIGNS = 2048


def load_before_qt() -> None:
    """Load what the first window needs and Qt does not: PySide reads the source of all that comes
    after it.
    """
    import pathways.compare.change
    import pathways.graph.layout.folding
    import pathways.graph.layout.layout
    import pathways.store.open_files
    import pathways.workspace.workspace  # noqa: F401


@contextlib.contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Look for no garbage meanwhile: the start makes what lasts, and looking through it again and
    again takes long.

    What the first window brings along is never looked through later either.
    """
    first = "pathways.gui.shell.main_window" not in sys.modules
    gc.disable()
    try:
        yield
    finally:
        if first:
            gc.freeze()
        gc.enable()


def application() -> QCoreApplication:
    """Return the application, made where there is none; the window's modules are loaded already."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPixmapCache
    from PySide6.QtWidgets import QApplication

    linecache.clearcache()  # 5 MB of sources that PySide has looked through
    # The style is named here: setStyle would hand it back, and PySide would make every kind of
    # style known: 5 ms.
    app = QApplication.instance() or QApplication(["pathways", "-style", "Fusion"])
    if isinstance(app, QApplication):
        app.setApplicationName("pathways")
        app.setApplicationDisplayName("Pathways")
        app.setDesktopFileName("pathways")
        QPixmapCache.setCacheLimit(_SIGNS)
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)  # nothing slides or fades
    return app
