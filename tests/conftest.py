"""What all tests share: no display is needed, no setting of the person who runs them is touched,
no window is left.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault(
    "QT_QPA_PLATFORM", "offscreen"
)  # before Qt is loaded: without a display it would abort
sys.path.insert(0, str(Path(__file__).parent))  # for driver.py

import pytest
from hypothesis import HealthCheck, settings

# A home of their own, for what a library keeps there unasked: Qt's dialogs remember folders,
# and list them again in the next test.
_home = tempfile.TemporaryDirectory(prefix="pathways-home-", ignore_cleanup_errors=True)
for _name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = _home.name
for _name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ.pop(_name, None)

# How long an example takes says something about the machine, nothing about the program.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from driver import Driver


def pytest_configure(config: pytest.Config) -> None:
    """Leave out the one warning that is about the platform of the tests, not about the program."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and vocabulary of each test in a folder of its own."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("PATHWAYS_CONFIG", str(folder))
    monkeypatch.setenv(
        "PATHWAYS_CACHE", str(tmp_path_factory.getbasetemp() / "cache")
    )  # one for all: it tells nothing
    monkeypatch.setenv("PATHWAYS_LANGUAGE", "en")  # whatever the machine of the tests speaks
    return folder


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Speak English again after a test in another language."""
    yield
    if "pathways.i18n" in sys.modules:
        sys.modules["pathways.i18n"].use_language("en")


@pytest.fixture(autouse=True)
def no_window_left(own_settings: Path) -> Iterator[None]:
    """Fail a test that leaves a window or a dialog open."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication, QDialog

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    left = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left]
    dialogs = [
        name for widget, name in zip(left, names, strict=True) if isinstance(widget, QDialog)
    ]
    for widget in left:
        widget.close()
        widget.deleteLater()
    app.processEvents()
    assert not dialogs, f"a dialog was left open: {', '.join(dialogs)}"
    assert not left, f"a window was left open: {', '.join(names)}"


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Driver]:
    """Open the program as a person does, and hand over the means to use it."""
    from driver import Driver

    driver = Driver(qtbot)
    yield driver
    driver.close()
