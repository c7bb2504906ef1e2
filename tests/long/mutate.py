"""Change the program in small ways and see whether a test notices: the weak tests are where none
does.

``python tests/long/mutate.py`` takes the modules whose mistakes nobody would see: the comparison,
the routes, planning, and writing files. ``--module compare/verdict.py`` takes one, ``--sample 300``
as many changes drawn from all of them (``--seed`` draws others), ``--again FILE`` those that an
earlier run printed as not noticed. Only tests that reach the changed line are run; which these are
is measured first. Declarations (``frozen=True`` of a class, ``strict`` of zip) are left alone: they
are for the reader and the type checker. A change that no test can notice is explained in
``explained.py``; one that is noticed by none and matters only at the very value of a bound that was
measured is told, and counted, apart (``Change.is_at_a_measured_bound``). The exit code is 1 where fewer than 90 of 100 are caught or explained.

It works on copies of the project, one for each of ``--jobs``. Each change is tried in a fork of
this process, which has loaded the libraries already; so it needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import py_compile
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import coverage
import hypothesis
import PySide6.QtTest  # noqa: F401 — loaded before the forks, as the next
import pytest
import yaml  # noqa: F401
from explained import EXPLAINED
from in_place import InPlace
from small_changes import Change, changes

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "pathways"
TESTS = {
    "compare": ["tests/compare"],
    "graph": ["tests/graph"],
    "planning": ["tests/planning"],
    "store": ["tests/store/test_whole_file.py", "tests/store/test_left_behind.py"],
}
MODULES = (
    *(
        f"{part}/{path.name}"
        for part in ("compare", "planning")
        for path in sorted((SOURCE / part).glob("[a-z]*.py"))
    ),
    "graph/routes.py",
    "store/whole_file.py",
)


class Tests:
    """Which tests reach a line, those first that notice most for the time they take."""

    def __init__(self, reaching: dict[str, list[str]], lasts: dict[str, float]) -> None:
        self._reaching = {place: [*tests] for place, tests in reaching.items()}
        self._lasts = lasts
        self._noticed: Counter[str] = Counter()

    def of(self, change: Change) -> list[str]:
        """Return the tests to run for a change; none where it is not known which reach it."""
        lines = {change.line, change.statement}
        reached = {
            test for line in lines for test in self._reaching.get(f"{change.module}:{line}", ())
        }
        return self.in_order(sorted(reached))

    def in_order(self, tests: Sequence[str]) -> list[str]:
        """Return tests, those first that notice most for the time they take."""
        return sorted(tests, key=self._worth, reverse=True)

    def has_noticed(self, test: str) -> None:
        """Let a test go earlier from now on."""
        self._noticed[test] += 1

    def _worth(self, test: str) -> float:
        return (0.2 + self._noticed[test]) / (0.03 + self._lasts.get(test, 0))


def main() -> int:
    """Run, and return 1 where too many changes went unnoticed."""
    asked = _asked()
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # one of the changes sends it
    modules = asked.module or MODULES
    found = [change for module in modules for change in changes(SOURCE / module, module)]
    stale = {one for one in EXPLAINED if one.startswith(tuple(modules))}
    stale -= {change.name for change in found}
    if stale:
        raise SystemExit("Explained, but there is no such change:\n" + "\n".join(sorted(stale)))
    if asked.again is not None:
        lines = asked.again.read_text(encoding="utf-8").splitlines()
        before = {line.partition("not noticed: ")[2].partition("  # ")[0] for line in lines}
        found = [change for change in found if change.name in before]
    if asked.sample is not None:
        found = random.Random(asked.seed).sample(found, min(asked.sample, len(found)))
    to_try = [change for change in found if change.name not in EXPLAINED]
    layers = sorted({change.module.partition("/")[0] for change in to_try})
    with tempfile.TemporaryDirectory() as name:
        copies = [Path(name) / str(job) for job in range(asked.jobs)]
        for copied in copies:
            _copy(copied)
        if asked.measured is None or not asked.measured.exists():
            measured = _measured(copies[0], layers)
            if asked.measured is not None:
                asked.measured.write_text(json.dumps(measured), encoding="utf-8")
        else:
            measured = json.loads(asked.measured.read_text(encoding="utf-8"))
        tests = Tests(*measured)
        left = to_try
        for layer in layers:
            # The tests of files start programs of their own, in which nothing would be changed.
            own = layer != "store"
            quick = [c for c in left if own and c.module.startswith(layer)]
            noticed = _in_place(copies[0], quick, layer, tests, asked.jobs) if quick else {}
            left = [change for change in left if change.name not in noticed]
            print(f"{layer}: {len(noticed)} of {len(quick)} caught in place", flush=True)
        left = left if asked.quick else _anew(copies, left, tests)
    return _tell(found, to_try, left)


def _tell(found: Sequence[Change], to_try: Sequence[Change], unnoticed: Sequence[Change]) -> int:
    """Say what was not noticed, and return 1 where it is too much."""
    left = [change for change in unnoticed if not change.is_at_a_measured_bound()]
    for change in unnoticed:
        said = "not noticed" if change in left else "at a measured bound"
        print(f"{said}: {change.name}  # line {change.line}", flush=True)
    caught, explained = len(to_try) - len(unnoticed), len(found) - len(to_try)
    bounds = len(unnoticed) - len(left)
    print(
        f"{caught} caught, {explained} explained and {bounds} at a measured bound of {len(found)}",
        flush=True,
    )
    return 0 if len(left) * 10 <= len(found) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", action="append")
    parser.add_argument("--sample", type=int, help="so many changes of all, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", type=Path, help="the output of an earlier run")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--measured", type=Path, help="kept here: which tests reach a line")
    parser.add_argument("--quick", action="store_true", help="try in place only")
    return parser.parse_args()


def _in_place(
    copied: Path, to_try: list[Change], layer: str, tests: Tests, jobs: int
) -> dict[str, str]:
    """Return the changes of function bodies that tests notice in a program that is loaded, each
    with the test.
    """
    told = copied / "noticed"
    pid = os.fork()
    if not pid:
        code = 2
        try:
            said = os.fdopen(os.dup(1), "w", encoding="utf-8")
            _prepare(copied)
            source = copied / "src" / "pathways"
            plugin = InPlace(source, to_try, tests, _limit, jobs, said)
            code = pytest.main([*_OPTIONS, "-s", _PROFILE, *TESTS[layer]], plugins=[plugin])
            told.write_text(json.dumps(plugin.noticed), encoding="utf-8")
        finally:
            os._exit(code)
    if os.waitpid(pid, 0)[1]:
        raise SystemExit(f"The tests of {layer} cannot be run.")
    noticed: dict[str, str] = json.loads(told.read_text(encoding="utf-8"))
    for test in noticed.values():
        tests.has_noticed(test)
    return noticed


def _anew(copies: list[Path], to_try: list[Change], tests: Tests) -> list[Change]:
    """Return the changes that no test notices in a program that is started with them."""
    waiting = list(to_try)
    for layer in sorted({change.module.partition("/")[0] for change in waiting}):
        if os.waitpid(_started(copies[0], TESTS[layer]), 0)[1]:
            raise SystemExit("The tests fail before anything is changed.")
    running: dict[int, tuple[Path, Change]] = {}
    before: dict[Path, bytes] = {}
    left = []
    while waiting or running:
        while waiting and copies:
            copied, change = copies.pop(), waiting.pop(0)
            file = copied / "src" / "pathways" / change.module
            before[file] = file.read_bytes()
            file.write_text(change.source(), encoding="utf-8")
            layer = TESTS[change.module.partition("/")[0]]
            to_run = (tests.of(change) if change.inside else []) or layer
            running[_started(copied, to_run)] = copied, change
        pid, status = os.wait()
        copied, change = running.pop(pid)
        file = copied / "src" / "pathways" / change.module
        file.write_bytes(before.pop(file))
        copies.append(copied)
        if status:
            said = copied / "noticed"
            tests.has_noticed(said.read_text(encoding="utf-8") if said.exists() else "")
        else:
            left.append(change)
    return left


def _copy(copied: Path) -> None:
    for part in ("src", "tests", "data", "resources", "docs"):
        shutil.copytree(ROOT / part, copied / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copied)
    # What is compiled counts while the text is the same to the letter, not while it is as old.
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(copied / "src", quiet=1, invalidation_mode=mode)


def _measured(copied: Path, layers: Sequence[str]) -> tuple[dict[str, list[str]], dict[str, float]]:
    """Return the tests that reach a line, and how long each takes."""
    tests = [test for layer in layers for test in TESTS[layer]]
    kept = copied / ".coverage"
    asked = ["--cov=pathways", "--cov-context=test", "--cov-report=", "--durations=0", "-vv"]
    done = _pytest(copied, [*asked, *tests], kept)
    if done.returncode != 0:
        raise SystemExit("The tests fail before anything is changed:\n" + done.stdout[-2000:])
    data = coverage.CoverageData(basename=str(kept))
    data.read()
    reaching: dict[str, list[str]] = {}
    for name in data.measured_files():
        module = Path(name).relative_to(copied / "src" / "pathways").as_posix()
        own = tuple(TESTS.get(module.partition("/")[0], ()))
        for line, contexts in data.contexts_by_lineno(name).items():
            names = sorted({context.partition("|")[0] for context in contexts if context})
            inside = [name for name in names if name.startswith(own)]
            if inside:
                reaching[f"{module}:{line}"] = inside
    times = re.findall(r"^([0-9.]+)s call +(.*?) *$", done.stdout, re.MULTILINE)
    return reaching, {test: float(seconds) for seconds, test in times}


def _started(copied: Path, tests: Sequence[str]) -> int:
    """Return a new process that runs tests on a copy."""
    (copied / "noticed").unlink(missing_ok=True)
    pid = os.fork()
    if pid:
        return pid
    code = 2
    try:
        _limit()
        _prepare(copied)
        plugin = Noticing(copied / "noticed")
        code = pytest.main([*_OPTIONS, "-x", _PROFILE, *tests], plugins=[plugin])
    finally:
        os._exit(code)


def _limit() -> None:
    """Have what runs for ever, or takes all there is, ended: it has been noticed."""
    signal.alarm(600)
    resource.setrlimit(resource.RLIMIT_CPU, (90, 90))
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def _prepare(project: Path) -> None:
    os.chdir(project)
    os.environ.update(_surroundings(project))
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(project / "src")]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    hypothesis.settings.register_profile(
        "found is enough",
        derandomize=True,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )


class Noticing:
    """Writes down which test fails."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write down a test that fails."""
        if report.failed:
            self._file.write_text(report.nodeid, encoding="utf-8")


_PROFILE = "--hypothesis-profile=found is enough"
_OPTIONS = [
    "-q",
    "-n",
    "0",
    "-p",
    "no:cacheprovider",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
]


def _surroundings(copied: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(copied / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def _pytest(copied: Path, asked: Sequence[str], kept: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", *_OPTIONS, *asked],
        cwd=copied,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **_surroundings(copied), "COVERAGE_FILE": str(kept)},
    )


if __name__ == "__main__":
    sys.exit(main())
