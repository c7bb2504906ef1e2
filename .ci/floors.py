"""Read what the score of the comparison printed; fail where it is below what was reached."""

from __future__ import annotations

import re
import sys

# What it is, how its line reads, and the least, or the most, that it may be.
LEAST = (
    ("pairing over all", r"1-AER ([\d.]+) over all", 0.965),
    ("pairing of texts that differ", r"([\d.]+) over the \d+ that are not", 0.94),
    ("verdicts", r"verdicts \d+ of \d+ right \(([\d.]+)\)", 0.9),
    ("statements told first", r"first: (\d+) of", 25),
)
MOST = (
    ("pairs given a direction though none is seen", r"no way: (\d+) of", 2),
    ("pairs that are no mirror image", r"mirror: (\d+) of", 0),
)


def misses(text: str) -> list[str]:
    """Return what is not reached, in words."""
    found = []
    for name, pattern, bound in (*LEAST, *MOST):
        match = re.search(pattern, text)
        if match is None:
            found.append(f"{name}: no figure")
        elif (name, pattern, bound) in LEAST and float(match[1]) < bound:
            found.append(f"{name}: {match[1]}, at least {bound} is held")
        elif (name, pattern, bound) in MOST and float(match[1]) > bound:
            found.append(f"{name}: {match[1]}, at most {bound} is held")
    return found


if __name__ == "__main__":
    sys.exit("\n".join(misses(sys.stdin.read())) or 0)
