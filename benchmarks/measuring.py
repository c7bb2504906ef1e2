"""Figures as the benchmarks print them: ours beside something known, in turn, with the least and
the most.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

Clock = Callable[[], float]


def seconds(work: Callable[[], Any], clock: Clock = time.perf_counter) -> float:
    """Return how long some work takes."""
    begin = clock()
    work()
    return clock() - begin


def in_turn(
    ours: Callable[[], Any], other: Callable[[], Any], rounds: int, clock: Clock = time.perf_counter
) -> tuple[list[float], list[float]]:
    """Do both in turn, so that a busy moment of the machine meets both; return the milliseconds of
    each round.
    """
    seconds(ours), seconds(other)  # whatever only the first time takes
    pairs = [
        (1000 * seconds(ours, clock), 1000 * seconds(other, clock)) for _round in range(rounds)
    ]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def line(
    what: str,
    ours: Sequence[float],
    beside: str,
    others: Sequence[float],
    unit: str = "ms",
    aim: float | None = None,
) -> str:
    """Return one line: ours, the other and how many times as much, each as middle (least to
    most).
    """
    ratios = [mine / other for mine, other in zip(ours, others, strict=True)]
    wanted = f"; aim {aim} or less" if aim else ""
    return (
        f"{what}: {_spread(ours, unit)}, {beside} {_spread(others, unit)}: "
        f"{statistics.median(ratios):.2f} times ({min(ratios):.2f} to {max(ratios):.2f}){wanted}"
    )


def _spread(values: Sequence[float], unit: str) -> str:
    digits = 3 if max(values) < 10 else 1
    middle, least, most = (
        f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values))
    )
    return f"{middle} {unit} ({least} to {most})" if len(values) > 1 else f"{middle} {unit}"
