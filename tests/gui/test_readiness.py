"""What a machine lacks is named, with the packages to install."""

from __future__ import annotations

import sys

import pytest

from pathways.gui.shell import readiness

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


def lacking(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    monkeypatch.setattr(readiness, "_loads", lambda library: library not in libraries)


def test_a_missing_library_names_the_packages_of_both_families(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lacking(monkeypatch, "libEGL.so.1", "libGL.so.1")
    words = readiness.in_words(
        ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    )
    assert "lacks libEGL.so.1, libGL.so.1." in words
    assert "sudo apt install libegl1 libgl1." in words
    assert "sudo dnf install libglvnd-egl libglvnd-glx." in words


def test_a_library_we_do_not_know_of_names_all_that_qt_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lacking(monkeypatch)
    words = readiness.in_words(ImportError("libnew.so.7: cannot open shared object file"))
    for package in (
        "libglib2.0-0",
        "libegl1",
        "libgl1",
        "libdbus-1-3",
        "libfontconfig1",
        "libxkbcommon0",
    ):
        assert package in words


def test_another_reason_says_to_install_again() -> None:
    assert "Ask whoever installed Pathways" in readiness.in_words(
        ImportError("No module named 'PySide6'")
    )


def test_xcb_libraries_are_looked_for_where_qt_would_use_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lacking(monkeypatch, "libxcb-cursor.so.0")
    words = readiness.why_no_window({"DISPLAY": ":0"})
    assert "sudo apt install libxcb-cursor0." in words
    assert readiness.why_no_window({"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert readiness.why_no_window({"QT_QPA_PLATFORM": "offscreen"}) == ""
    assert "libxcb-cursor0" in readiness.why_no_window({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"})


def test_no_display_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch)
    assert "no display" in readiness.why_no_window({})
    assert "does not answer" in readiness.why_no_window({"DISPLAY": ":987"})


def test_every_library_has_a_package_in_both_families() -> None:
    assert len(readiness._ALWAYS) > 3 and len(readiness._X11) > 3
    for need in (*readiness._ALWAYS, *readiness._X11):
        assert all(need), need
