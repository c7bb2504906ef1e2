"""Kill writers in the middle of saving: no file may be torn, and nothing be left lying about.

``python tests/long/kill_writers.py`` kills 1,000; ``--kills N`` N. The exit code is 1 where a file
was torn, or something was left after the next save.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WRITER = """
import sys
from pathlib import Path
from pathways.store.whole_file import write_whole
target, private = Path(sys.argv[1]), sys.argv[2] == "private"
print("ready", flush=True)
number = 0
while True:
    number += 1
    write_whole(target, (str(number % 10) * 400_000).encode(), private=private)
"""


def main() -> int:
    """Run, and return 1 where something was torn or left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    torn = left = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(asked.kills):
            folder = Path(name) / str(number)
            folder.mkdir()
            kind = "private" if number % 2 else "plain"
            torn += not _whole_after_kill(folder, kind, chance)
            left += bool(_left(folder, kind))
    print(f"{asked.kills} kills: {torn} torn, {left} left something lying about")
    return 1 if torn or left else 0


def _whole_after_kill(folder: Path, kind: str, chance: random.Random) -> bool:
    """Kill a writer at some moment; tell whether the file is whole."""
    target = folder / "saved.yaml"
    target.write_bytes(b"0" * 400_000)
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(target), kind], stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(chance.random() * 0.03)
    writer.kill()
    writer.wait()
    writer.stdout.close()
    content = target.read_bytes()
    return len(content) == 400_000 and len(set(content)) == 1


def _left(folder: Path, kind: str) -> list[Path]:
    """Return what is left beside the file after the next save."""
    from pathways.store.whole_file import spares_of, write_whole

    target = folder / "saved.yaml"
    write_whole(target, b"x", private=kind == "private")
    if kind == "private":  # its own file sweeps these away when it is opened
        for spare in spares_of(target):
            spare.unlink()
    return [path for path in folder.iterdir() if path != target]


if __name__ == "__main__":
    sys.exit(main())
