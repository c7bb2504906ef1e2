"""Whoever does not import anything pays nothing for it."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from pathways import app
window = app.build([])
QApplication.processEvents()
print(*sorted(name for name in sys.modules if name.startswith(("pathways.importing.", "pathways.gui.importing.")) and not name.endswith(".spec")))
window.close()
"""


def test_nothing_of_the_import_is_loaded_at_the_start() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
