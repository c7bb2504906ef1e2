"""Whether a window can be opened here at all: Qt would end the program without a word that
helps.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping

from pathways.i18n import _

# What Qt needs of the system: library, package on Debian and Ubuntu, package on Fedora.
_ALWAYS = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)
_X11 = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    ("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    ("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
Needs = tuple[tuple[str, str, str], ...]


def why_no_window(environment: Mapping[str, str] | None = None) -> str:
    """Return the sentence that says why no window can be opened and what to do; "" where one
    can.
    """
    environment = os.environ if environment is None else environment
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if not platform:
        if environment.get("WAYLAND_DISPLAY"):
            return ""
        if not environment.get("DISPLAY"):
            return _(
                "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is "
                "set). "
                "The command line works without one: see “pathways --help”."
            )
    if platform in ("", "xcb"):
        absent = missing(_X11)
        if absent:
            return _packages(absent)
        if not _answers(environment.get("DISPLAY", "")):
            return _(
                "The display “{name}” does not answer, so that no window can be opened. "
                "The command line works without one: see “pathways --help”."
            ).format(name=environment.get("DISPLAY", ""))
    return ""


def in_words(error: ImportError) -> str:
    """Say which packages to install, given why Qt could not be loaded."""
    if not sys.platform.startswith("linux") or ".so" not in str(error):
        return _(
            "Pathways cannot load Qt for its window ({reason}). Ask whoever installed Pathways to "
            "install PySide6-Essentials again. The command line works without it: see “pathways "
            "--help”."
        ).format(reason=error)
    return _packages(missing(_ALWAYS) or _ALWAYS)


def missing(needs: Needs) -> Needs:
    """Return those libraries that cannot be loaded, with their packages."""
    return tuple(need for need in needs if not _loads(need[0]))


def _packages(absent: Iterable[tuple[str, str, str]]) -> str:
    libraries, debian, fedora = zip(*absent, strict=True)
    return _(
        "Pathways cannot open a window, because this system lacks {libraries}. "
        "On Debian or Ubuntu: sudo apt install {debian}. On Fedora: sudo dnf install {fedora}. "
        "The command line works without them: see “pathways --help”."
    ).format(
        libraries=", ".join(libraries),
        debian=" ".join(debian),
        fedora=" ".join(dict.fromkeys(fedora)),
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Tell whether an X server answers; where that cannot be found out, leave it to Qt."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode() or None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
