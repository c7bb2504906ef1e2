"""Lines beside each other in the room between boxes."""

from __future__ import annotations

import heapq


class Tracks:
    """Lines along one gap: lines that overlap get tracks of their own; lines of one name are one
    line.
    """

    def __init__(self) -> None:
        self._spans: dict[str, tuple[float, float]] = {}

    def add(self, name: str, start: float, end: float) -> None:
        """Let the line of that name run from ``start`` to ``end`` too."""
        low, high = min(start, end), max(start, end)
        if name in self._spans:
            low, high = min(low, self._spans[name][0]), max(high, self._spans[name][1])
        self._spans[name] = (low, high)

    def shares(self) -> dict[str, float]:
        """Return where each line runs across the gap, between 0 and 1: evenly spread."""
        tracks = self._tracks()
        number = max(tracks.values(), default=-1) + 2
        return {name: (track + 1) / number for name, track in tracks.items()}

    def number(self) -> int:
        """Return how many tracks there are."""
        return max(self._tracks().values(), default=-1) + 1

    def _tracks(self) -> dict[str, int]:
        found: dict[str, int] = {}
        free: list[int] = []
        busy: list[tuple[float, int]] = []
        used = 0
        for name, (low, high) in sorted(self._spans.items(), key=lambda item: item[1]):
            while busy and busy[0][0] < low:
                heapq.heappush(free, heapq.heappop(busy)[1])
            if not free:
                heapq.heappush(free, used)
                used += 1
            found[name] = heapq.heappop(free)
            heapq.heappush(busy, (high, found[name]))
        return found

    def spans(self) -> list[tuple[float, float]]:
        """Return from where to where there are lines, as few stretches as that makes."""
        found: list[tuple[float, float]] = []
        for low, high in sorted(self._spans.values()):
            if found and low <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], high))
            else:
                found.append((low, high))
        return found
