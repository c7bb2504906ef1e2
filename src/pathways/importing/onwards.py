"""Walks from a place of a sequence on, without a copy of the rest of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")


def onwards(items: Sequence[_Item], place: int) -> Iterator[_Item]:
    """Yield the items from a place on."""
    return (items[at] for at in range(max(place, 0), len(items)))


def backwards(items: Sequence[_Item], place: int) -> Iterator[_Item]:
    """Yield the items before a place, the nearest first."""
    return (items[at] for at in range(min(place, len(items)) - 1, -1, -1))
