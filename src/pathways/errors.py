"""Errors that are sentences for people: what is wrong, where, and what to do."""

from __future__ import annotations

LONGEST_TOLD = 600  # letters of a sentence; whatever a file puts into one, it can still be read
_LONGEST_LINE = 6_000  # a line has a file's path in it, too, which the system bounds
_LONGEST_QUOTED = 50


class PathwaysError(Exception):
    """Carry one sentence that a person can act on; ``str(error)`` is that sentence."""

    def __init__(self, sentence: str = "") -> None:
        lines = sentence.split("\n") if len(sentence) > _LONGEST_LINE else [sentence]
        super().__init__("\n".join(shortened(line, _LONGEST_LINE) for line in lines))


class UsageError(PathwaysError):
    """Say that what was asked for makes no sense as asked (exit code 2 on the command line)."""


def shortened(text: str, longest: int = _LONGEST_QUOTED) -> str:
    """Return ``text``, or its beginning where it is too long to be named in a sentence."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
