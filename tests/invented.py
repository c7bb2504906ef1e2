"""The invented texts of the tests: those of ``compare/pairs.txt``, and others put together from
phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "compare"
PAIRS, RECOMBINED = HERE / "pairs.txt", HERE / "recombined.txt"


class Invented(NamedTuple):
    """Two statements, and what stands beside each, as ``recombined.txt`` has them."""

    before: str
    after: str
    beside_before: tuple[str, ...] | None
    beside_after: tuple[str, ...] | None


@cache
def texts() -> tuple[str, ...]:
    """Return the statements of ``pairs.txt`` in their order."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return tuple(one for one in lines if one and not one.startswith(("#", " ")))


@cache
def recombined() -> tuple[Invented, ...]:
    """Return the pairs of ``recombined.txt``."""
    blocks = RECOMBINED.read_text(encoding="utf-8").split("\n\n")
    return tuple(_pair(block.splitlines()) for block in blocks if not block.startswith("#"))


def _pair(lines: list[str]) -> Invented:
    before, after, *more = lines
    beside = {"before": (), "after": ()} if more else {"before": None, "after": None}
    for side, text in _beside(more):
        beside[side] = (text,) if text else ()
    return Invented(before, after, beside["before"], beside["after"])


def _beside(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        side, _sign, text = line.strip().partition(":")
        yield side.removeprefix("beside "), text.strip()
