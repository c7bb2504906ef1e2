"""Kill writers in the middle of saving: no file may be torn, and nothing be left lying about.

``python tests/long/kill_writers.py`` kills 1,000; ``--kills N`` N: in turn what writes plain bytes,
private ones, and the files of plans, teams, judgements and saved comparisons, with what is kept
beside them. Their readers must then read one of the two values that were written in turn. The exit
code is 1 where a file was torn, or something was left after the next save.
"""

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pathways import paths
from pathways.errors import PathwaysError
from pathways.model.overrule import Overrules, Parted
from pathways.model.saved_comparison import ComparedNode, SavedComparison
from pathways.store.comparison_file import read_comparison, write_comparison
from pathways.store.overrules_file import read_overrules, write_overrules
from pathways.store.plan_file import read_plan, write_plan
from pathways.store.private_file import previous_path
from pathways.store.team_file import read_team, write_team
from pathways.store.whole_file import write_whole

SIZE = 400_000


@dataclass(frozen=True)
class Writer:
    """A writer: the two things that it writes in turn, how, and what reads them."""

    values: tuple[Any, Any]
    write: Callable[[Path, Any], None]
    read: Callable[[Path], Any]


def writers() -> dict[str, Writer]:
    """Return every writer by the ending of its files."""
    plan = read_plan(paths.data() / "sample.pathplan")
    team = read_team(paths.data() / "sample-team" / "service-desk.pathteam")
    apart = Parted(
        before_node="a", after_node="b", dimension="c", fingerprint="0" * 12, statement="a.0"
    )
    judged = Overrules(
        parted=tuple(msgspec.structs.replace(apart, statement=f"a.{n}") for n in range(200))
    )
    nodes = tuple(ComparedNode(id=name) for name in "abcd")
    shown = SavedComparison(format=1, nodes=nodes)
    replace = msgspec.structs.replace
    return {
        "plain": Writer((b"0" * SIZE, b"1" * SIZE), write_whole, Path.read_bytes),
        "private": Writer((b"0" * SIZE, b"1" * SIZE), _write_private, Path.read_bytes),
        "pathplan": Writer((plan, replace(plan, name="Another")), write_plan, read_plan),
        "pathteam": Writer((team, replace(team, title="Another")), write_team, read_team),
        "yaml": Writer((judged, Overrules()), write_overrules, read_overrules),
        "pathcompare": Writer(
            (shown, replace(shown, nodes=nodes[:2])), write_comparison, read_comparison
        ),
    }


def _write_private(target: Path, content: bytes) -> None:
    write_whole(target, content, private=True)


def main() -> int:
    """Run, and return 1 where something was torn or left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    known = writers()
    if asked.write:
        _write_for_ever(known[asked.write[0]], Path(asked.write[1]))
    chance = random.Random(asked.seed)
    torn = left = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(asked.kills):
            folder = Path(name) / str(number)
            folder.mkdir()
            kind = list(known)[number % len(known)]
            target = folder / f"saved.{kind}"
            torn += not _whole_after_kill(target, kind, known[kind], chance)
            beside = _left(target, known[kind])
            if beside:
                print(f"{kind} left {[path.name for path in beside]}", flush=True)
            left += bool(beside)
            shutil.rmtree(folder)
    print(f"{asked.kills} kills: {torn} torn, {left} left something lying about")
    return 1 if torn or left else 0


def _write_for_ever(writer: Writer, target: Path) -> None:
    print("ready", flush=True)
    for value in itertools.cycle(writer.values):
        writer.write(target, value)


def _whole_after_kill(target: Path, kind: str, writer: Writer, chance: random.Random) -> bool:
    """Kill a writer at some moment; tell whether the file is whole, and what is kept beside it."""
    writer.write(target, writer.values[0])
    command = [sys.executable, __file__, "--write", kind, str(target)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(chance.random() * 0.1)
    running.kill()
    running.wait()
    running.stdout.close()
    kept = previous_path(target)
    try:
        read = [writer.read(place) for place in (target, kept) if place.exists()]
    except PathwaysError as error:
        print(f"{kind}: {str(error)[:300]}", flush=True)
        return False
    return all(value in writer.values for value in read)


def _left(target: Path, writer: Writer) -> list[Path]:
    """Return what is left beside the file after the next save."""
    writer.write(target, writer.values[0])
    return [path for path in target.parent.iterdir() if path not in (target, previous_path(target))]


if __name__ == "__main__":
    sys.exit(main())
