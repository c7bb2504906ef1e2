"""Change the program in small ways and see whether a test notices: the weak tests are where none
does.

``python tests/long/mutate.py`` takes the modules whose mistakes nobody would see: the comparison,
the routes, and writing files. ``--module compare/verdict.py`` takes one, ``--most 20`` the first
twenty changes of each. A change that no test can notice is explained in ``EXPLAINED``. The exit
code is 1 where fewer than 90 of 100 are caught or explained. It works on a copy of the project.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "pathways"
TESTS = {"compare": ["tests/compare"], "graph": ["tests/graph"], "store": ["tests/store"]}
MODULES = (
    *(f"compare/{path.name}" for path in sorted((SOURCE / "compare").glob("[a-z]*.py"))),
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


def main() -> int:
    """Run, and return 1 where too many changes went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", action="append")
    parser.add_argument("--most", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        return _run(Path(name), asked.module or MODULES, asked.most)


def _run(copied: Path, modules: Sequence[str], most: int) -> int:
    for part in ("src", "tests", "data", "resources", "docs"):
        shutil.copytree(ROOT / part, copied / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copied)
    total = caught = 0
    for module in modules:
        for number, (name, source) in enumerate(changes(SOURCE / module, module)):
            if number >= most:
                break
            total += 1
            if name in EXPLAINED or _noticed(copied, source, module):
                caught += 1
            else:
                print(f"not noticed: {name}", flush=True)
        print(f"{module}: {caught} of {total} so far", flush=True)
    return 0 if caught * 10 >= total * 9 else 1


def changes(file: Path, module: str) -> Iterator[tuple[str, str]]:
    """Yield each small change: its name, and the source with it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for place, node in enumerate(ast.walk(tree)):
        for kind in _kinds(node):
            changed = copy.deepcopy(tree)
            target = next(n for at, n in enumerate(ast.walk(changed)) if at == place)
            before = ast.unparse(node)
            _change(target, kind)
            line = getattr(node, "lineno", 0)
            yield f"{module}:{line} {before[:60]!r} {kind}", ast.unparse(changed)


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


def _noticed(copied: Path, changed: str, module: str) -> bool:
    """Put a change into the copy, run the tests of its layer there, and take it out again."""
    file = copied / "src" / "pathways" / module
    before = file.read_bytes()
    tests = TESTS[module.partition("/")[0]]
    if module.startswith("store"):
        tests = ["tests/store/test_whole_file.py", "tests/store/test_left_behind.py"]
    try:
        file.write_text(changed, encoding="utf-8")
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-x",
                "-n",
                "0",
                "-p",
                "no:cacheprovider",
                *tests,
            ],
            cwd=copied,
            capture_output=True,
            timeout=300,
            check=False,
            env={
                **os.environ,
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONPATH": str(copied / "src"),
            },
        )
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_bytes(before)


if __name__ == "__main__":
    sys.exit(main())
