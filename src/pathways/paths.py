"""Where the bundled data, the resources and the user's own files are."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=4)
def _bundled(name: str) -> Path:
    """Find a bundled folder in a wheel or a frozen bundle (inside the package) or in a checkout
    (two levels up).
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def data() -> Path:
    """Return the folder of the bundled frameworks."""
    return _bundled("data")


def resources() -> Path:
    """Return the folder of vocabularies, fonts, icons and themes."""
    return _bundled("resources")


def user_cache() -> Path:
    """Return the folder for what can be made again at any time; ``PATHWAYS_CACHE`` overrides it."""
    chosen = os.environ.get("PATHWAYS_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return (
            Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
            / "pathways"
            / "cache"
        )
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "pathways"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pathways"


def guide() -> Path:
    """Return the folder of the guide; its pictures are in the folder ``pictures`` beside it."""
    inside = _PACKAGE / "guide"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "docs" / "guide"


def user_config() -> Path:
    """Return the folder for the user's own vocabulary and choices; ``PATHWAYS_CONFIG`` overrides
    it.
    """
    chosen = os.environ.get("PATHWAYS_CONFIG")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "pathways"
