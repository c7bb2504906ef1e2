"""The small changes that mutate.py makes."""

from __future__ import annotations

import ast
import contextlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


_BY_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class Change(NamedTuple):
    """One small change: where it is, and what it is called."""

    module: str
    line: int
    statement: int  # the line it begins in
    name: str
    tree: ast.Module
    node: ast.AST
    kind: str
    inside: bool  # a function's body: not a default, nor what is done on import

    def source(self) -> str:
        """Return the module's text with the change."""
        with self._made():
            return ast.unparse(self.tree)

    def codes(self, file: str) -> tuple[CodeType, CodeType]:
        """Return the module compiled without the change and with it; lines keep their numbers."""
        old = compile(self.tree, file, "exec", dont_inherit=True)
        with self._made():
            return old, compile(self.tree, file, "exec", dont_inherit=True)

    @contextlib.contextmanager
    def _made(self) -> Iterator[None]:
        before = dict(self.node.__dict__)
        _change(self.node, self.kind)
        ast.fix_missing_locations(self.tree)
        yield
        self.node.__dict__.update(before)

    def is_at_a_measured_bound(self) -> bool:
        """Tell whether the change matters only at the very value of a bound that was measured: what
        is compared by order with a constant of the module that is no whole number.

        Which side of 0.45 a share of exactly 0.45 belongs to was never decided: the bound is a
        figure found on labelled pairs, and one a hair above it would have done as well. Whole
        numbers are counted, and so is what is compared with them: there the side is meant.
        """
        if self.kind != "swap" or not isinstance(self.node, ast.Compare):
            return False
        measured = _measured_bounds(self.tree)
        return isinstance(self.node.ops[0], _BY_ORDER) and any(
            isinstance(inside, ast.Name) and inside.id in measured
            for side in (self.node.left, self.node.comparators[0])
            for inside in ast.walk(side)
        )


def changes(file: Path, module: str) -> Iterator[Change]:
    """Yield each small change of a module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    declared = _declarations(tree)
    inside = _insides(tree)
    bodies = _bodies(tree)
    begins = _begins(tree)
    seen: Counter[str] = Counter()
    for node in ast.walk(tree):
        for kind in () if node in declared else _kinds(node):
            name = f"{module} {inside.get(node, '')}: {ast.unparse(node)[:60]!r} {kind}"
            seen[name] += 1
            name += f" ({seen[name]})" if seen[name] > 1 else ""
            line = getattr(node, "lineno", 0)
            yield Change(
                module, line, begins.get(node, line), name, tree, node, kind, node in bodies
            )


def _measured_bounds(tree: ast.Module) -> set[str]:
    """Return the names of the module's constants that are no whole numbers."""
    given = [
        (target.id, line.value.operand if isinstance(line.value, ast.UnaryOp) else line.value)
        for line in tree.body
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Name)
    ]
    return {
        name
        for name, value in given
        if isinstance(value, ast.Constant)
        and isinstance(value.value, float)
        and not value.value.is_integer()
    }


def _insides(tree: ast.Module) -> dict[ast.AST, str]:
    """Return the name of the function each node is in, the innermost."""
    return {
        inside: node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        for inside in ast.walk(node)
    }


def _declarations(tree: ast.Module) -> set[ast.AST]:
    heads: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            heads += [*node.keywords, *node.decorator_list]
        elif isinstance(node, ast.FunctionDef):
            heads += node.decorator_list
        elif isinstance(node, ast.keyword | ast.If) and _is_declaration(node):
            heads.append(node)
    return {inside for head in heads for inside in ast.walk(head)}


def _begins(tree: ast.Module) -> dict[ast.AST, int]:
    """Return the line of the innermost statement that each node is in."""
    return {
        inside: node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
        for inside in ast.walk(node)
    }


def _bodies(tree: ast.Module) -> set[ast.AST]:
    return {
        inside
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for line in node.body
        for inside in ast.walk(line)
    }


def _is_declaration(node: ast.keyword | ast.If) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    return ast.unparse(node.test) == "TYPE_CHECKING"


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
        node.ops = [_SWAPS[type(node.ops[0])](), *node.ops[1:]]  # type: ignore[list-item]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if kind == "negate" else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.If):
        node.test = ast.Constant(kind == "always")
