"""Regular expressions for short texts, which longer ones never reach.

What a name, a key or a title looks like is told by expressions that may try many ways through a
text. A text that is far too long to be one is not tried at all, so no document can make them slow.
"""

from __future__ import annotations

import re

_MOST_DIGITS = 18


class ShortPattern:
    """A regular expression that finds nothing in a text of more than ``longest`` characters."""

    def __init__(self, pattern: str, longest: int, flags: int = 0) -> None:
        self.longest = longest
        self._compiled = re.compile(pattern, flags)
        self.pattern, self.flags = self._compiled.pattern, self._compiled.flags

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return what the whole text is, None where it is something else or too long."""
        return None if len(text) > self.longest else self._compiled.fullmatch(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Return what the text begins with, None where it begins otherwise or is too long."""
        return None if len(text) > self.longest else self._compiled.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return what is found in the text, None where nothing is or it is too long."""
        return None if len(text) > self.longest else self._compiled.search(text)

    def split(self, text: str) -> list[str]:
        """Return the parts between what was found; a text that is too long as one part."""
        return [text] if len(text) > self.longest else self._compiled.split(text)

    def sub(self, replacement: str, text: str) -> str:
        """Return the text with what was found replaced; a text that is too long as it is."""
        return text if len(text) > self.longest else self._compiled.sub(replacement, text)


def whole_number(digits: str) -> int:
    """Return the number that some digits make; of more than eighteen, the largest of eighteen.

    Nothing here counts as far, and Python refuses thousands of digits.
    """
    return int(digits) if len(digits) <= _MOST_DIGITS else 10**_MOST_DIGITS - 1
