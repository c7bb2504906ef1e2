"""The window's style sheet, filled in from a theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pathways import paths
from pathways.gui.shell.theme import Theme

_REMARK = re.compile(r"/\*.{0,500}?\*/", re.DOTALL)
_PLACE = re.compile(r"@([a-z_]+)(?:\(([\d.]+)\))?")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet for a theme at its text size."""

    def fill(found: re.Match[str]) -> str:
        name, number = found.groups()
        if number is None:
            return _colour(theme, name)
        value = float(number)
        if name == "edge":
            return str(max(1, round(value * theme.edge)))
        sizes: dict[str, Callable[[float], int]] = {
            "px": theme.px,
            "space": theme.space,
            "text": theme.text_px,
        }
        return str(sizes[name](value))

    return _PLACE.sub(fill, _template())


@lru_cache(maxsize=1)
def _template() -> str:
    text = (paths.resources() / "themes" / "window.qss").read_text("utf-8")
    return _REMARK.sub("", text)


def _colour(theme: Theme, name: str) -> str:
    if name == "warning_ink":
        return theme.warning.ink
    if name == "warning_tint":
        return theme.warning.tint
    if name == "tick":  # drawn on the accent
        return (
            paths.resources() / "themes" / ("tick-dark.png" if theme.dark else "tick-light.png")
        ).as_posix()
    if name == "focus_on_accent":  # a ring that is seen on the accent itself
        return theme.text
    return str(getattr(theme, name))
