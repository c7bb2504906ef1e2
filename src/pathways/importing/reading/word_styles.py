"""What the styles of a Word document mean: headings by any name, and bold that stands in a
style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])\b", re.IGNORECASE)


def is_on(properties: _Element | None, name: str) -> bool | None:
    """Return whether a switch such as ``b`` is on or off, None where nothing is said."""
    found = None if properties is None else properties.find(W + name)
    if found is None:
        return None
    return (found.get(W + "val") or "true").lower() not in ("false", "0", "off", "none")


class Styles:
    """The styles part, or none."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        for style in root.iter(W + "style") if root is not None else ():
            identity = style.get(W + "styleId") or ""
            self._styles[identity] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = identity

    def name(self, identity: str) -> str:
        """Return what people call the style, in lower case."""
        style = self._styles.get(identity)
        found = None if style is None else style.find(W + "name")
        return (found.get(W + "val") or "").lower() if found is not None else identity.lower()

    def heading_level(self, identity: str) -> int:
        """Return 1 to 6 where the style, or one that it is based on, makes headings, else 0."""
        for style in self._chain(identity):
            found = _HEADING.match(self.name(style))
            if found:
                return min(int(found.group(1)), 6)
            if self.name(style) == "title":
                return 1
            outline = (
                self._styles[style].find(f"{W}pPr/{W}outlineLvl") if style in self._styles else None
            )
            if outline is not None:
                value = outline.get(W + "val") or "9"
                return int(value) + 1 if value in ("0", "1", "2", "3", "4", "5") else 0
        return 0

    def is_bold(self, identity: str) -> bool:
        """Say whether text in this style is bold."""
        return bool(self._switch(identity, "b"))

    def is_hidden(self, identity: str) -> bool:
        """Say whether text in this style is hidden."""
        return bool(self._switch(identity, "vanish"))

    def _switch(self, identity: str, name: str) -> bool | None:
        for style in self._chain(identity):
            if style in self._styles:
                value = is_on(self._styles[style].find(W + "rPr"), name)
                if value is not None:
                    return value
        return None

    def _chain(self, identity: str) -> list[str]:
        """Return the style and those it is based on, nearest first, each once."""
        chain: list[str] = []
        identity = identity or self._default
        while identity and identity not in chain and len(chain) < 30:
            chain.append(identity)
            style = self._styles.get(identity)
            based = None if style is None else style.find(W + "basedOn")
            identity = (based.get(W + "val") or "") if based is not None else ""
        return chain
