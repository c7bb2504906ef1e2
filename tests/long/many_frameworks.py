"""Open 500 frameworks at once: how long until the window is painted, and how much memory it takes.

``python tests/long/many_frameworks.py``; ``--count N`` opens so many. The frameworks are copies of
the bundled ones with ids of their own, in files like those of a person. Three figures follow: the
first start, which translates the program itself, too, the next one, and a comparison in it; beside
them what a bare window takes on this machine now. The exit code is 1 where the next start takes
over 2 seconds of the processor (half as much again on a busy machine), or any over 250 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pathways import paths

SECONDS, MEMORY = 2.0, 250
MARGIN = 1.5  # for a machine that does other things, too
_START = """
import json, os, sys, time
begin, begun = time.perf_counter(), time.process_time()
from pathways.app import build
window = build(["--only", *sys.argv[1:]])
window.grab()
painted, spent = time.perf_counter() - begin, time.process_time() - begun
def memory():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
held = memory()
from PySide6.QtWidgets import QApplication
library = window.session.library
nodes = [node.id for node in library.frameworks[-1].nodes][:2]
begin = time.process_time()
window.session.compare(nodes)
QApplication.processEvents()
window.grab()
compared = time.process_time() - begin
import resource
print(json.dumps({
    "frameworks": len(library.frameworks), "painted": painted, "spent": spent, "held": held,
    "compared": compared, "most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
}))
os._exit(0)
"""

_BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
window.grab()
print(f"a bare window: {time.process_time():.2f} s of the processor", flush=True)
"""


def main() -> int:
    """Run, and return 1 where it took too long or too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = written(Path(name), asked.count)
        size = sum(file.stat().st_size for file in files)
        print(f"{len(files)} frameworks, {size / 1_000_000:.1f} MB of files", flush=True)
        started(Path(name), files, "first start")
        for _once in ("to warm up", "for its figure"):
            subprocess.run([sys.executable, "-c", _BARE], env=_alone(Path(name)), check=True)
        next_one = started(Path(name), files, "next start")
    return 1 if next_one["spent"] > SECONDS * MARGIN or next_one["most"] > MEMORY else 0


def written(folder: Path, count: int) -> list[Path]:
    """Write copies of the bundled frameworks, each with ids of its own."""
    bundled = [
        file
        for file in sorted(paths.data().glob("*.yaml"))
        if "\nnodes:" in file.read_text(encoding="utf-8")
    ]
    files = []
    for number in range(count):
        source = bundled[number % len(bundled)]
        text = source.read_text(encoding="utf-8")
        for word in ("ict", "head-of", "leadership", "level"):
            text = text.replace(f"{word}-", f"n{number}-{word}-")
        text = text.replace("\ntitle: ", f"\ntitle: No. {number}, ", 1)
        text = text.replace(f"\nid: {source.stem}\n", f"\nid: n{number}-{source.stem}\n", 1)
        files.append(folder / f"n{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    return files


def started(folder: Path, files: list[Path], which: str) -> dict[str, float]:
    """Start the program on the files, and return what that took."""
    done = subprocess.run(
        [sys.executable, "-c", _START, *map(str, files)],
        env=_alone(folder),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(
        f"{which}: {found['frameworks']} open, painted after {found['painted']:.1f} s "
        f"({found['spent']:.1f} s of the processor), {found['held']:.0f} MB held, "
        f"{found['most']:.0f} MB at most; a comparison {found['compared']:.2f} s",
        flush=True,
    )
    return found


def _alone(folder: Path) -> dict[str, str]:
    """Return what the program is to find around it: nothing of its own, and what an installed
    program has, its modules translated once and for all.
    """
    own = {f"PATHWAYS_{kind}": str(folder / kind) for kind in ("CONFIG", "CACHE")}
    own |= {"QT_QPA_PLATFORM": "offscreen", "PATHWAYS_LANGUAGE": "en"}
    own["PYTHONPYCACHEPREFIX"] = str(folder / "modules")
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | own


if __name__ == "__main__":
    sys.exit(main())
