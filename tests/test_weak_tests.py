"""No test passes on nothing: an assertion in a loop, over ``all()``, or that nothing of what was
found is wrong, is not the only one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
_LOOPS = ast.For | ast.AsyncFor | ast.While | ast.ExceptHandler  # what may be passed by
_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_KEEPS_NONE = ("list", "set", "tuple", "sorted", "dict", "frozenset")  # of nothing they are nothing


def weak_tests(tree: ast.Module) -> Iterator[str]:
    """Yield the names of tests whose every assertion may never be reached or hold on nothing."""
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS) and node.name.startswith("test_"):
            if any("example(" in ast.unparse(one) for one in node.decorator_list):
                continue  # hypothesis tries it on much that has nothing, and on what has something
            _write_out(node)
            found = list(_assertions(node, in_loop=False))
            if found and all(weak for weak in found):
                yield node.name


def _write_out(test: ast.AST) -> None:
    """Put values that a test has given a name to in the place of the name, where it loops."""
    named = {
        target.id: line.value
        for line in ast.walk(test)
        if isinstance(line, ast.Assign) and _stands_there(line.value)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
    for loop in ast.walk(test):
        if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Name):
            loop.iter = named.get(loop.iter.id, loop.iter)


def _assertions(node: ast.AST, in_loop: bool) -> Iterator[bool]:
    """Yield, for each assertion, whether it is weak."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _FUNCTIONS | ast.Lambda):
            continue
        if isinstance(child, ast.Assert):
            yield in_loop or _holds_on_nothing(child.test)
        elif (isinstance(child, ast.With) and "raises" in ast.unparse(child.items[0])) or (
            isinstance(child, ast.Expr) and "assert" in ast.unparse(child.value)
        ):
            yield in_loop
        loop = isinstance(child, _LOOPS) and not _is_written_out(child)
        yield from _assertions(child, in_loop or loop)


def _is_written_out(loop: ast.AST) -> bool:
    """Tell whether a loop goes over values that stand in the test, and so is never empty."""
    over = loop.iter if isinstance(loop, ast.For) else None
    if isinstance(over, ast.Call) and ast.unparse(over.func) in ("range", "enumerate", "zip"):
        every = over.args if ast.unparse(over.func) == "zip" else over.args[:1]
        return bool(every) and all(_stands_there(one) for one in every)
    return over is not None and _stands_there(over)


def _stands_there(values: ast.expr) -> bool:
    if isinstance(values, ast.Constant):
        return bool(values.value)
    parts = getattr(values, "elts", None) or getattr(values, "keys", None) or []
    return any(not isinstance(part, ast.Starred) for part in parts)


def _holds_on_nothing(test: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(_holds_on_nothing(part) for part in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _is_call_of(test.operand, "any") or _may_be_empty(test.operand)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return _compares_nothing(test.left, test.ops[0], test.comparators[0])
    return _is_call_of(test, "all")


def _compares_nothing(left: ast.expr, how: ast.cmpop, right: ast.expr) -> bool:
    """Tell whether it holds where nothing was found: ``[…] == []``, ``set(found) <= known``."""
    if isinstance(how, ast.LtE):
        return isinstance(left, ast.SetComp) or _is_call_of(left, "set", "frozenset")
    if isinstance(how, ast.Is) and _is_call_of(left, "all"):
        return True
    sides = (left, right), (right, left)
    return isinstance(how, ast.Eq) and any(
        (_may_be_empty(one) and _is_empty(other))
        or (_is_call_of(one, "all") and ast.unparse(other) == "True")
        for one, other in sides
    )


def _may_be_empty(values: ast.expr) -> bool:
    """Tell whether values are picked out of others, of which there may be none."""
    if _is_call_of(values, *_KEEPS_NONE):
        assert isinstance(values, ast.Call)
        return bool(values.args) and _may_be_empty(values.args[0])
    return isinstance(values, _COMPREHENSIONS) and not _stands_there(values.generators[0].iter)


def _is_empty(values: ast.expr) -> bool:
    if isinstance(values, ast.List | ast.Tuple | ast.Set):
        return not values.elts
    if isinstance(values, ast.Dict):
        return not values.keys
    return _is_call_of(values, *_KEEPS_NONE) and ast.unparse(values).endswith("()")


def _is_call_of(value: ast.expr, *names: str) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) in names


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
        # several at once, none of them surer than another
        ("found = look()\nassert all(found) and not any(map(bad, found))", True),
        ("assert all(found()) is True", True),
        ("assert True == all(found())", True),
        # nothing of what was found is wrong, where nothing need have been found
        ("assert [x for x in found() if bad(x)] == []", True),
        ("assert [] == sorted(x for x in found() if bad(x))", True),
        ("assert not [x for x in found() if bad(x)]", True),
        ("assert {x for x in found() if bad(x)} == set()", True),
        ("assert [x for x in (1, 2) if bad(x)] == []", False),
        ("assert [x for x in found() if bad(x)] == [1]", False),
        ("assert bad_ones(found()) == []", False),
        ("assert set(found()) <= {1, 2}", True),
        ("assert {x.name for x in found()} <= known", True),
        ("assert found() <= 3", False),
        # loops over what only looks written out, and what is passed by
        ("for x, y in zip((1, 2), found()):\n    assert x == y", True),
        ("for x, y in zip((1, 2), (3, 4)):\n    assert x != y", False),
        ("for x in [*found()]:\n    assert x", True),
        ("for x in range(0):\n    assert x", True),
        ("for x in range(3):\n    assert x", False),
        ("try:\n    look()\nexcept ValueError as error:\n    assert error", True),
        ("ways = (1, 2)\nfor x in ways:\n    assert x", False),
        ("ways = found()\nfor x in ways:\n    assert x", True),
        ("while found():\n    assert next_one()", True),
    ],
)
def test_what_holds_on_nothing_is_noticed(source: str, weak: bool) -> None:
    body = "\n".join(f"    {line}" for line in source.split("\n"))
    assert list(weak_tests(ast.parse(f"def test_it():\n{body}"))) == (["test_it"] if weak else [])
