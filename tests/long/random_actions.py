"""Do 10,000 things at random in two windows, while a second program works on the same files.

``python tests/long/random_actions.py``; ``--actions N`` does fewer, ``--seed`` others. Both
programs judge statements of one framework and write notes on the rows of one plan, each those of
its own half; both take back and undo. What a program did last must hold until it does something
else, in every window and, at the end, in the files. ``--minutes`` ends it after that time. The exit
code is 1 where something was lost, where a window raised an error, or where the memory in use has
grown by more than a tenth from a fifth of the way to the end. In use is what was asked for and not
given back (glibc's ``mallinfo2``, with Python's own memory asked for there, too); what the process
holds besides, between what is in use, is told beside it.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathways import paths
from pathways.compare.change import Verdict
from pathways.compare.overruling import judge_as, take_back
from pathways.model.overrule import Between
from pathways.model.plan import Plan, Standing
from pathways.model.statement import Statement
from pathways.planning.edits import set_note, set_standing
from pathways.store.open_files import open_files
from pathways.store.overrules_file import overrules_path, read_overrules
from pathways.store.plan_file import read_plan
from pathways.workspace.document import Document
from pathways.workspace.documents import Documents
from pathways.workspace.plans import PLANS
from pathways.workspace.workspace import Workspace

GROWTH = 1.1
_VERDICTS = (Verdict.RAISED, Verdict.EASED, Verdict.CHANGED, Verdict.REWORDED)
Pair = tuple[Between, Statement, Statement]


class Half:
    """One program's half of the judgements and of the rows of the plan, and what must hold there.

    ``part`` is 0 or 1; ``lost`` says what did not hold any more although nobody had changed it.
    """

    def __init__(self, workspace: Workspace, plan: Document[Plan], part: int, seed: int) -> None:
        self.dice = random.Random(f"{seed} {part}")
        self.plan, self.part = plan, part
        self.workspace = workspace
        pairs = _pairs(workspace)
        self.pairs: list[Pair] = pairs[part::2]
        self.own = {before.id for _between, before, _after in self.pairs}
        self.rows = [row.id for row in plan.value.rows][part::2]
        self.lost: list[str] = []
        self._truth = self.now()

    def now(self) -> dict[str, str]:
        """Return what this program sees of its half."""
        return told(self.workspace.overrules, self.plan.value, self.own, self.rows)

    def check(self) -> None:
        """Note what was lost since this program did something last."""
        self.workspace.look()
        found = self.now()
        if found != self._truth:
            gone = {k for k in {*found, *self._truth} if found.get(k) != self._truth.get(k)}
            self.lost += [f"{k}: {self._truth.get(k)} is {found.get(k)}" for k in sorted(gone)]
            self._truth = found

    def act(self) -> None:
        """Change something of one's own half, or take it back."""
        self.check()
        ways: tuple[Callable[[], object], ...] = (
            self._judge, self._judge, self._take_back, self._note, self._note, self._stand,
            self.workspace.undo, self.workspace.redo, self.plan.undo, self.plan.redo,
        )  # fmt: skip
        self.dice.choice(ways)()
        self._truth = self.now()

    def truth(self) -> dict[str, str]:
        """Return what must be in the files."""
        return self._truth

    def _judge(self) -> None:
        between, before, after = self.dice.choice(self.pairs)
        verdict = self.dice.choice(_VERDICTS)
        self.workspace.judge(
            "judge", judge_as(self.workspace.overrules, between, before, after, verdict, reason="r")
        )

    def _take_back(self) -> None:
        mine = [one for one in self.workspace.overrules if one.statements[0] in self.own]
        if mine:
            chosen = self.dice.choice(mine)
            self.workspace.judge("take back", take_back(self.workspace.overrules, chosen))

    def _note(self) -> None:
        row = self.dice.choice(self.rows)
        words = f"note {self.dice.randrange(10_000)}"
        self.plan.edit("note", set_note(self.plan.value, [row], words))

    def _stand(self) -> None:
        row, standing = self.dice.choice(self.rows), self.dice.choice(list(Standing))
        self.plan.edit("standing", set_standing(self.plan.value, [row], standing))


def told(overrules: Any, plan: Plan, own: set[str], rows: list[str]) -> dict[str, str]:
    """Return what is said of some statements and of some rows, to be compared."""
    judged = {
        f"judged {one.statements[0]}": str(getattr(one, "verdict", type(one).__name__))
        for one in overrules
        if one.statements[0] in own
    }
    notes = {
        f"row {row.id}": f"{row.standing.value} {row.note}" for row in plan.rows if row.id in rows
    }
    return {**judged, **notes}


def _pairs(workspace: Workspace) -> list[Pair]:
    """Return pairs of statements of which a person can judge, each statement in one only."""
    nodes = [node.id for node in workspace.library.frameworks[0].nodes]
    found: dict[str, Pair] = {}
    used: set[str] = set()
    for before_node, after_node in itertools.pairwise(nodes):
        step = workspace.comparer.compare([before_node, after_node]).steps[0]
        for dimension in step.dimensions:
            between = Between(before_node, after_node, dimension.dimension.id)
            for change in dimension.changes:
                before, after = change.before, change.after
                if change.verdict not in _VERDICTS or before is None or after is None:
                    continue
                if not {before.id, after.id} & used:
                    used |= {before.id, after.id}
                    found[before.id] = (between, before, after)
    return list(found.values())


# The second program -----------------------------------------------------------------------------


def second(framework: Path, plan: Path, seed: int) -> int:
    """Work on the files, beside the windows and as often as they tell to, until the input ends;
    then tell what must hold, and what was lost.
    """
    documents = Documents()
    workspace = Workspace(open_files([framework], only=True), documents)
    half = Half(workspace, documents.open(plan, PLANS), 1, seed)
    print("ready", flush=True)
    done = 0
    while told_to := os.read(0, 20):  # which statements are whose was found out before the first
        for _each in told_to:
            time.sleep(half.dice.random() * 0.05)
            half.act()
            done += 1
    half.check()
    print(json.dumps({"done": done, "lost": half.lost, "truth": half.truth()}), flush=True)
    return 0


# The windows ------------------------------------------------------------------------------------


class Memory(NamedTuple):
    """Memory in MB."""

    used: int
    held: int  # by the process

    def __str__(self) -> str:
        return f"{self.used} MB in use of {self.held}"


class _MallocInfo(ctypes.Structure):
    """What glibc tells of its memory, in bytes."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


class TwoWindows:
    """The program with two windows on the files, and somebody who does things in both."""

    def __init__(self, framework: Path, plan: Path, seed: int) -> None:
        from pathways import app
        from pathways.gui.shell import background

        background.threaded = False
        self.errors: list[str] = []
        sys.excepthook = self._hear
        self.first = app.build(["--only", str(framework), str(plan)])
        self.windows = self.first.windows
        self.windows.another(self.first)
        document = self.windows.documents.open(plan, PLANS)
        self.half = Half(self.first.session.workspace, document, 0, seed)
        self.dice = self.half.dice
        self.nodes = list(self.first.session.library.nodes)
        self.ways: tuple[Callable[[Any], object], ...] = (
            self._visit, self._visit, self._compare, self._compare, self._read, self._search,
            self._press, self._press, self._resize, self._dress, self._edit, self._edit,
            self._edit, self._edit, self._another,
        )  # fmt: skip

    def act(self) -> None:
        """Do one thing in one of the windows, and let all follow from it."""
        window = self.dice.choice(self.windows.open_ones)
        self.half.workspace = window.session.workspace
        self.dice.choice(self.ways)(window)
        self.settle()

    def settle(self) -> None:
        """Let everything happen that is due."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def memory(self) -> Memory:
        """Return the memory in use, and that of the process, on the first page."""
        for window in self.windows.open_ones:
            window.session.choose([])
            window.session.visit("map")
            self.settle()
        gc.collect()
        library = ctypes.CDLL("libc.so.6")
        library.malloc_trim(0)
        library.mallinfo2.restype = _MallocInfo
        told = library.mallinfo2()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return Memory(
            (told.uordblks + told.hblkhd) // 1_000_000,
            pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000,
        )

    def _edit(self, _window: Any) -> None:
        self.half.act()

    def _visit(self, window: Any) -> None:
        window.session.visit(
            self.dice.choice(("map", "compare", "ladder", "route", "read", "plan"))
        )

    def _compare(self, window: Any) -> None:
        window.session.compare(self.dice.sample(self.nodes, self.dice.choice((2, 2, 3, 4))))

    def _read(self, window: Any) -> None:
        window.session.read(self.dice.choice(self.nodes))

    def _search(self, window: Any) -> None:
        window.parts.searching.search(self.dice.choice(("manage", "risk", "lead", "zzz", "")))

    def _press(self, window: Any) -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        keys = ("Tab", "Shift+Tab", "Down", "Up", "Left", "Right", "PgDown", "Home", "End", "Esc")
        QTest.keySequence(window.focusWidget() or window, QKeySequence(self.dice.choice(keys)))

    def _resize(self, window: Any) -> None:
        window.resize(self.dice.randint(600, 1700), self.dice.randint(400, 1100))

    def _dress(self, window: Any) -> None:
        window.parts.window.use_theme(self.dice.choice(("light", "dark", "high-contrast")))

    def _another(self, _window: Any) -> None:
        """Close the second window, and open another."""
        if self.dice.random() < 0.2:
            self.windows.open_ones[1].close()
            self.settle()
            self.windows.another(self.windows.open_ones[0])

    def _hear(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        import traceback

        self.errors.append("".join(traceback.format_exception(kind, error, where)))


def main() -> int:
    """Run, and return 1 where something was lost, was raised, or grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--second", nargs=2, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.second:
        return second(*asked.second, asked.seed)
    if os.environ.get("PYTHONMALLOC") != "malloc":  # so that one count has all of it
        os.environ["PYTHONMALLOC"] = "malloc"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("CONFIG", "CACHE", "STATE"):
            os.environ[f"PATHWAYS_{kind}"] = str(folder / kind)
        framework, plan = folder / "mine.yaml", folder / "mine.pathplan"
        framework.write_bytes((paths.data() / "ict.yaml").read_bytes())
        plan.write_bytes((paths.data() / "sample.pathplan").read_bytes())
        return _run(framework, plan, asked)


def _run(framework: Path, plan: Path, asked: argparse.Namespace) -> int:
    seed = str(asked.seed)
    command = [sys.executable, __file__, "--seed", seed, "--second", framework, plan]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    assert other.stdin and other.stdout
    while other.stdout.read(1) != b"\n":  # it is ready
        pass
    program = TwoWindows(framework, plan, asked.seed)
    held = _acted(program, asked, other.stdin)
    program.half.check()
    actions, late = max(held), held[max(held)]
    early = held[min(held, key=lambda number: abs(number - actions / 5))]
    other.stdin.close()
    theirs = json.loads(other.stdout.read())
    other.wait()
    lost = program.half.lost + theirs["lost"] + _missing(framework, plan, program, theirs["truth"])
    for words in (*lost[:20], *program.errors[:5]):
        print(words)
    print(
        f"{actions} actions and {theirs['done']} of a second program: {len(lost)} lost, "
        f"{len(program.errors)} errors, {early}, then {late}"
    )
    return 1 if lost or program.errors or late.used > early.used * GROWTH else 0


def _acted(program: TwoWindows, asked: argparse.Namespace, other: IO[bytes]) -> dict[int, Memory]:
    """Act until it is enough, and have the other program act as often; return the memory that was
    held after so many actions, in MB.
    """
    start, done, spent = time.monotonic(), 0, 0.0
    held: dict[int, Memory] = {}
    while done < asked.actions and spent < asked.minutes * 60:
        other.write(b"x")
        program.act()
        done += 1
        spent = time.monotonic() - start
        if done % max(1, min(500, asked.actions // 10)) == 0:
            held[done] = program.memory()
            print(f"{done} actions in {spent:.0f} s: {held[done]}", flush=True)
    return {**held, done: program.memory()}


def _missing(framework: Path, plan: Path, program: TwoWindows, theirs: dict[str, str]) -> list[str]:
    """Return what should be in the files and is not."""
    overrules, written = read_overrules(overrules_path(framework)), read_plan(plan)
    half = program.half
    every = {statement for one in overrules for statement in one.statements[:1]}
    rows = [row.id for row in written.rows]
    found = told(overrules, written, every, rows)
    wanted = {**half.truth(), **theirs}
    return [
        f"in the files {key}: {wanted.get(key)} is {found.get(key)}"
        for key in sorted({*found, *wanted})
        if found.get(key) != wanted.get(key)
    ]


if __name__ == "__main__":
    sys.exit(main())
