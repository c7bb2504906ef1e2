"""Change the program in small ways and see whether a test notices: the weak tests are where none
does.

``python tests/long/mutate.py`` takes the modules whose mistakes nobody would see: the comparison,
the routes, planning, and writing files. ``--module compare/verdict.py`` takes one, ``--sample 300``
as many changes drawn from all of them (``--seed`` draws others). Only tests that reach the changed
line are run; which these are is measured first. Declarations (``frozen=True`` of a class, ``strict``
of zip) are left alone: they are for the reader and the type checker. A change that no test can
notice is explained in ``EXPLAINED``. The exit code is 1 where fewer than 90 of 100 are caught or explained. It works on a
copy of the project.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import coverage

ROOT = Path(__file__).parent.parent.parent
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
EXPLAINED: dict[str, str] = {
    # "compare/verdict.py:27 ...": "why no test can notice it"
}
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class Change(NamedTuple):
    """One small change: where it is, what it is called, and the module's text with it."""

    module: str
    line: int
    name: str
    source: str


def main() -> int:
    """Run, and return 1 where too many changes went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", action="append")
    parser.add_argument("--sample", type=int, help="so many changes of all, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    modules = asked.module or MODULES
    found = [change for module in modules for change in changes(SOURCE / module, module)]
    if asked.sample is not None:
        found = random.Random(asked.seed).sample(found, min(asked.sample, len(found)))
    with tempfile.TemporaryDirectory() as name:
        return _run(Path(name), found)


def _run(copied: Path, found: Sequence[Change]) -> int:
    for part in ("src", "tests", "data", "resources", "docs"):
        shutil.copytree(ROOT / part, copied / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copied)
    reaching = _measured(copied, {change.module.partition("/")[0] for change in found})
    caught = 0
    for total, change in enumerate(found, start=1):
        tests = reaching.get((change.module, change.line)) or _of_layer(change.module)
        if change.name in EXPLAINED or _noticed(copied, change, tests):
            caught += 1
        else:
            print(f"not noticed: {change.name}", flush=True)
        if total % 25 == 0 or total == len(found):
            print(f"{caught} of {total} so far", flush=True)
    return 0 if caught * 10 >= len(found) * 9 else 1


def _of_layer(module: str) -> list[str]:
    return TESTS[module.partition("/")[0]]


def _measured(copied: Path, layers: set[str]) -> dict[tuple[str, int], list[str]]:
    """Return the tests that reach a line, of those lines that a test itself comes to."""
    tests = [test for layer in sorted(layers) for test in TESTS[layer]]
    kept = copied / ".coverage"
    asked = ["--cov=pathways", "--cov-context=test", "--cov-report=", *tests]
    done = _pytest(copied, asked, seconds=3600, COVERAGE_FILE=str(kept))
    if done.returncode != 0:
        raise SystemExit("The tests fail before anything is changed:\n" + done.stdout[-2000:])
    data = coverage.CoverageData(basename=str(kept))
    data.read()
    reaching = {}
    for name in data.measured_files():
        module = Path(name).relative_to(copied / "src" / "pathways").as_posix()
        for line, contexts in data.contexts_by_lineno(name).items():
            names = sorted({context.partition("|")[0] for context in contexts if context})
            inside = [name for name in names if name.startswith(tuple(_of_its(module)))]
            if inside and "" not in contexts:
                reaching[module, line] = inside
    return reaching


def _of_its(module: str) -> list[str]:
    return TESTS.get(module.partition("/")[0], ["tests"])


def changes(file: Path, module: str) -> Iterator[Change]:
    """Yield each small change of a module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    declared = _declarations(tree)
    for place, node in enumerate(ast.walk(tree)):
        for kind in () if node in declared else _kinds(node):
            changed = copy.deepcopy(tree)
            target = next(n for at, n in enumerate(ast.walk(changed)) if at == place)
            before = ast.unparse(node)
            _change(target, kind)
            line = getattr(node, "lineno", 0)
            name = f"{module}:{line} {before[:60]!r} {kind}"
            yield Change(module, line, name, ast.unparse(changed))


def _declarations(tree: ast.Module) -> set[ast.AST]:
    heads: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            heads += [*node.keywords, *node.decorator_list]
        elif isinstance(node, ast.FunctionDef):
            heads += node.decorator_list
        elif isinstance(node, ast.keyword) and node.arg == "strict":
            heads.append(node)
    return {inside for head in heads for inside in ast.walk(head)}


def _kinds(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Compare | ast.BoolOp | ast.BinOp):
        operator = node.ops[0] if isinstance(node, ast.Compare) else node.op
        return ["swap"] if type(operator) in _SWAPS else []
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return ["negate"]
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return ["more"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return ["drop not"]
    return ["always", "never"] if isinstance(node, ast.If) else []


def _change(node: ast.AST, kind: str) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = _SWAPS[type(node.ops[0])]()  # type: ignore[call-overload]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if kind == "negate" else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.If):
        node.test = ast.Constant(kind == "always")


def _noticed(copied: Path, change: Change, tests: Sequence[str]) -> bool:
    """Put a change into the copy, run the tests that reach it, and take it out again."""
    file = copied / "src" / "pathways" / change.module
    before = file.read_bytes()
    try:
        file.write_text(change.source, encoding="utf-8")
        return _pytest(copied, ["-x", *tests], seconds=300).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_bytes(before)


def _pytest(
    copied: Path, asked: Sequence[str], seconds: float, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *asked],
        cwd=copied,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        env={
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(copied / "src"),
            **more,
        },
    )


if __name__ == "__main__":
    sys.exit(main())
