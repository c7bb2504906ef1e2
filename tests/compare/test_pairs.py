"""Many pairs of statements, each judged in both directions and to the word (pairs.txt)."""

from __future__ import annotations

from pathlib import Path

import bundled
from pathways.compare.verdict import judge

FILLING = [
    f"Statement {number} about {word}"
    for number, word in enumerate("gardens roads bins books parks".split())
]


def judged(before: str, after: str) -> str:
    verdict, why = judge(before, after, bundled.weights(before, after, *FILLING))
    return f"  {verdict.value}: {why}" if why else f"  {verdict.value}"


def pairs() -> list[list[str]]:
    text = (Path(__file__).parent / "pairs.txt").read_text("utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n")]
    kept = ([line for line in block if not line.startswith("#")] for block in blocks)
    return [block for block in kept if block]


def test_what_a_careful_reader_would_say_of_each_pair_is_said_in_both_directions() -> None:
    wanted = pairs()
    found = [
        [before, after, judged(before, after), judged(after, before)]
        for before, after, *_said in wanted
    ]
    assert len(wanted) > 80
    assert found == wanted
