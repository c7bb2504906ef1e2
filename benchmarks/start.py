"""From nothing to the first painted map, beside a bare PySide6 window: time and memory of whole processes, in turn.

Run with ``python -m benchmarks.start``. Each round starts both once; medians over the rounds are compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 9

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
from PySide6.QtWidgets import QApplication
from pathways.app import build
window = build([])
window.resize(1280, 800)
window.grab()
"""

MEASURE = """
import resource, time
begin = time.perf_counter()
{code}
seconds = time.perf_counter() - begin
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
import os; os._exit(0)
"""


def measure(code: str) -> tuple[float, float]:
    """Return seconds from a running interpreter to the painted window, and the peak of memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PATHWAYS_CONFIG": folder}
        done = subprocess.run(
            [sys.executable, "-c", MEASURE.format(code=code)], env=environment, capture_output=True, text=True, check=True
        )
    seconds, memory = done.stdout.split()[-2:]
    return float(seconds), int(memory) / 1024


def main() -> None:
    """Print both medians and their ratio."""
    measure(BARE), measure(OURS)  # warm the disk
    rounds = [(measure(BARE), measure(OURS)) for _ in range(ROUNDS)]
    for place, (name, unit, aim) in enumerate((("time", "s", 2.0), ("memory", "MB", 1.5))):
        bare = statistics.median(one[0][place] for one in rounds)
        ours = statistics.median(one[1][place] for one in rounds)
        ratios = sorted(one[1][place] / one[0][place] for one in rounds)
        print(
            f"{name}: first painted map {ours:.3f} {unit}, bare window {bare:.3f} {unit}: "
            f"{statistics.median(ratios):.2f} times ({ratios[0]:.2f} to {ratios[-1]:.2f}); aim {aim} or less"
        )


if __name__ == "__main__":
    main()
