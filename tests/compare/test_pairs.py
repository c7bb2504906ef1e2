"""Many pairs of statements, each judged in both directions and to the word (pairs.txt)."""

from __future__ import annotations

from pathlib import Path

from bundled import verdict_of


def judged(before: str, after: str) -> str:
    verdict, why = verdict_of(before, after)
    return f"  {verdict}: {why}" if why else f"  {verdict}"


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
