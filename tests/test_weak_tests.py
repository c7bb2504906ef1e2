"""No test passes on nothing: an assertion in a loop, or over ``all()``, is not the only one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent


def weak_tests(tree: ast.Module) -> Iterator[str]:
    """Yield the names of tests whose every assertion may never be reached or hold on nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            found = list(_assertions(node, in_loop=False))
            if found and all(weak for weak in found):
                yield node.name


def _assertions(node: ast.AST, in_loop: bool) -> Iterator[bool]:
    """Yield, for each assertion, whether it is weak."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Assert):
            yield in_loop or _holds_on_nothing(child.test)
        elif (isinstance(child, ast.With) and "raises" in ast.unparse(child.items[0])) or (
            isinstance(child, ast.Expr) and "assert" in ast.unparse(child.value)
        ):
            yield in_loop
        loop = isinstance(child, ast.For | ast.While) and not _is_written_out(child)
        yield from _assertions(child, in_loop or loop)


def _is_written_out(loop: ast.For | ast.While) -> bool:
    """Tell whether a loop goes over values that stand in the test, and so is never empty."""
    over = loop.iter if isinstance(loop, ast.For) else None
    if isinstance(over, ast.Call) and ast.unparse(over.func) in ("range", "enumerate", "zip"):
        over = over.args[0] if over.args else None
        if isinstance(over, ast.Constant):
            return True
    return isinstance(over, ast.Tuple | ast.List | ast.Set | ast.Dict) and bool(
        getattr(over, "elts", None) or getattr(over, "keys", None)
    )


def _holds_on_nothing(test: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(_holds_on_nothing(part) for part in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        call = test.operand
        return isinstance(call, ast.Call) and ast.unparse(call.func) == "any"
    return isinstance(test, ast.Call) and ast.unparse(test.func) == "all"


def _all_weak() -> set[str]:
    return {
        f"{file.relative_to(_TESTS).as_posix()}::{name}"
        for file in sorted(_TESTS.rglob("test_*.py"))
        for name in weak_tests(ast.parse(file.read_text(encoding="utf-8")))
    }


def test_no_test_passes_on_nothing() -> None:
    assert len(list(_TESTS.rglob("test_*.py"))) > 100
    assert sorted(_all_weak()) == []


@pytest.mark.parametrize(
    ("source", "weak"),
    [
        ("for x in found():\n    assert x", True),
        ("assert all(x for x in found())", True),
        ("assert not any(x for x in found())", True),
        ("for x in found():\n    assert x\nassert found()", False),
        ("for x in (1, 2):\n    assert x", False),
        ("with pytest.raises(ValueError):\n    found()", False),
        ("assert found and all(found)", False),
    ],
)
def test_what_holds_on_nothing_is_noticed(source: str, weak: bool) -> None:
    body = "\n".join(f"    {line}" for line in source.split("\n"))
    assert list(weak_tests(ast.parse(f"def test_it():\n{body}"))) == (["test_it"] if weak else [])
