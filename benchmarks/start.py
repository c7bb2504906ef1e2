"""From nothing to the first painted map, beside a bare PySide6 window: time and memory of whole
processes, in turn.

Run with ``python -m benchmarks.start``. Both are started once for nothing, then each round starts
both once. Bytecode is cached as for anybody who uses the program, and so is what it keeps of its
own files between two starts; the last line is a start that finds nothing kept. The screen is Qt's
own, of 1920 x 1080 points; both windows have 1280 x 800.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import line

ROUNDS = 11

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
window.grab()
"""

OURS = """
from pathways.app import build
window = build([])
assert (window.width(), window.height()) == (1280, 800)
window.grab()
"""

SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}

MEASURE = """
import time
begin, begun = time.perf_counter(), time.process_time()
{code}
print(time.perf_counter() - begin, time.process_time() - begun)
import os, pathlib, resource
status = pathlib.Path("/proc/self/status")  # the other figure begins with that of who started it
lines = status.read_text().splitlines() if status.exists() else []
peaks = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
print(*(peaks or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
os._exit(0)
"""


def measure(code: str, cache: Path) -> tuple[float, float, float]:
    """Return the milliseconds to the painted window, those of the processor, and the peak of
    memory in MB.
    """
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder, "screen.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        own = {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "PATHWAYS_CONFIG": folder,
            "PATHWAYS_CACHE": str(cache),
        }
        environment = {**os.environ, **own}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", MEASURE.format(code=code)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    time, processor, memory = done.stdout.split()[-3:]
    return 1000 * float(time), 1000 * float(processor), int(memory) / 1024


def main() -> None:
    """Print time, processor time and memory beside those of a bare window."""
    with tempfile.TemporaryDirectory() as folder:
        kept, nothing = Path(folder, "kept"), Path(folder, "nothing")
        nothing.touch()  # a file: nothing can be kept in it
        measure(BARE, kept), measure(OURS, kept)
        rounds = [
            (measure(OURS, kept), measure(BARE, kept), measure(OURS, nothing))
            for _round in range(ROUNDS)
        ]
    bare = "bare PySide6 window"
    for place, (what, unit, aim) in enumerate(
        (("time", "ms", 2.0), ("processor time", "ms", None), ("memory", "MB", 1.5))
    ):
        ours, other, anew = ([each[which][place] for each in rounds] for which in range(3))
        print(line(f"start, {what}", ours, bare, other, unit, aim))
        if place == 0:
            first = line("start with nothing kept, time", anew, bare, other, unit)
    print(first)


if __name__ == "__main__":
    main()
