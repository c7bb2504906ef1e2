"""Qt for Python 6.12 wears out None on Python 3.10 and 3.11 until the interpreter aborts; ours
must not.
"""

from __future__ import annotations

import sys

from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_take_no_reference_off_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _round in range(500):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100
