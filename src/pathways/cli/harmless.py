"""All that is printed goes through here: no text of a file can steer the terminal."""

from __future__ import annotations

import re
from typing import Any, TextIO

# Control characters but tab and line end, the second set of them, and marks that turn the
# direction of writing, with which a line can be made to read as another.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]"
)


def harmless(text: str) -> str:
    """Return a text with what would steer a terminal written out, as in "\\x1b".

    What may stand as it is in JSON is written as JSON writes it, so that JSON stays JSON.
    """
    return _STEERING.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x20 else f"\\u{code:04x}"


class HarmlessStream:
    """Stand in for a stream, and write out what would steer a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text; return how many characters it has."""
        self._stream.write(harmless(text.replace("\r\n", "\n")))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        """Hand on whatever else is asked of a stream."""
        return getattr(self._stream, name)
