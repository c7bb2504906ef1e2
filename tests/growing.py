"""Find every regular expression of the program, and strings that might make one of them slow."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
import string
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pathways
from pathways.patterns import ShortPattern

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import sre_constants
    import sre_parse

ROOT = Path(pathways.__file__).parent
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")
_SIZES = (400, 10_000)  # characters; the first so that what is cubic does not take minutes
_LIMIT = 0.03  # seconds of the processor: what is linear needs a fiftieth of it


@dataclass(frozen=True)
class Use:
    """One expression, and one way in which the program applies it."""

    module: str
    line: int
    pattern: Any  # re.Pattern, or what the program puts around one
    method: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.method} {self.pattern.pattern[:60]!r}"


def modules() -> Iterator[ModuleType]:
    """Yield every module of the program that needs no window."""
    for found in pkgutil.walk_packages([str(ROOT)], "pathways."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def uses() -> tuple[list[Use], list[str]]:
    """Return every use of an expression, of constants of modules and written in place, and the
    lines whose expressions are made of something else.
    """
    untried: list[str] = []
    found: dict[tuple[str, int, str], Use] = {}
    for module in modules():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for pattern, method in _called(call, module):
                if pattern is None:
                    untried.append(f"{module.__name__}:{call.lineno}")
                    continue
                found[(pattern.pattern, pattern.flags, method)] = Use(
                    module.__name__, call.lineno, pattern, method
                )
        for use in _through_names(tree, module, untried):
            found.setdefault((use.pattern.pattern, use.pattern.flags, use.method), use)
    return list(found.values()), untried


# Modules that make expressions of words which are not known here: of what somebody typed, of names
# in a team, each sign escaped and nothing repeated; of the grades' words, whose grammar is tried;
# and the class of short expressions itself.
_OF_GIVEN_WORDS = {
    "pathways.gui.shell.findable",
    "pathways.importing.grade_grammar",
    "pathways.patterns",
    "pathways.planning.names_in_text",
}


def _through_names(tree: ast.Module, module: ModuleType, untried: list[str]) -> Iterator[Use]:
    """Yield the expressions that a module holds in lists and tables, or makes inside of functions,
    with every method that it calls on what only a name stands for ("for pattern in _KINDS: …").
    """
    loose = {
        (call.func.attr, call.lineno)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in _METHODS
        and call.func.attr != "split"  # of texts, too
        and not list(_called(call, module))
    }
    held = [pattern for value in vars(module).values() for pattern in _held(value)]
    for call in _made_in_functions(tree):
        try:
            held.append(eval(compile(ast.Expression(call), "", "eval"), vars(module)))
        except NameError:
            if module.__name__ not in _OF_GIVEN_WORDS:
                untried.append(f"{module.__name__}:{call.lineno}")
    for pattern, (method, line) in itertools.product(held, sorted(loose)):
        yield Use(module.__name__, line, pattern, method)


def _held(value: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the expressions in a value, however deep in lists and tables."""
    if isinstance(value, re.Pattern | ShortPattern):
        yield value
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset | dict):
        for inner in (*value, *(value.values() if isinstance(value, dict) else ())):
            yield from _held(inner, depth + 1)


def _made_in_functions(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield the calls inside of functions that make an expression."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    for call in {call for function in functions for call in ast.walk(function)}:
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("re.compile", "ShortPattern"):
            yield call


def _called(call: ast.Call, module: ModuleType) -> Iterator[tuple[Any, str]]:
    if not isinstance(call.func, ast.Attribute):
        return
    method, owner = call.func.attr, call.func.value
    if isinstance(owner, ast.Name) and owner.id == "re" and method in _METHODS:
        yield _written(call, module), method
    elif method in _METHODS and isinstance(owner, ast.Attribute) and hasattr(module, "grammar"):
        value = getattr(module.grammar(), owner.attr, None)
        if isinstance(value, re.Pattern | ShortPattern):
            yield value, method
    elif method in _METHODS:
        for name in (node for node in ast.walk(owner) if isinstance(node, ast.Name)):
            value = getattr(module, name.id, None)
            for one in value.values() if isinstance(value, dict) else [value]:
                if isinstance(one, re.Pattern | ShortPattern):
                    yield one, method


def _written(call: ast.Call, module: ModuleType) -> re.Pattern[Any] | None:
    """Return the expression that is written in a call, which may name constants of its module;
    None where it is made of something else, so that its cost cannot be tried.
    """
    flags = next((word.value for word in call.keywords if word.arg == "flags"), None)
    place = 3 if call.func.attr == "sub" else 2  # type: ignore[attr-defined]
    if flags is None and len(call.args) > place:
        flags = call.args[place]
    parts = [call.args[0], *([flags] if flags is not None else [])]
    try:
        values = [eval(compile(ast.Expression(part), "", "eval"), vars(module)) for part in parts]
    except NameError:
        return None
    return re.compile(*values) if not isinstance(values[0], re.Pattern) else values[0]


def slow_text(use: Use) -> str:
    """Return what makes an expression slow, "" where nothing that was tried does."""
    is_bytes = isinstance(use.pattern.pattern, bytes)
    for before, pump, behind in _attacks(use.pattern):
        for size in _SIZES:
            text: Any = before + pump * (size // len(pump)) + behind
            text = text.encode("utf-8", "replace") if is_bytes else text
            if isinstance(use.pattern, ShortPattern):
                text = text[: use.pattern.longest - len(behind)] + behind
            spent = _seconds(lambda text=text: _applied(use, text))
            if spent > _LIMIT:
                again = [_seconds(lambda text=text: _applied(use, text)) for _each in range(3)]
                spent = min(spent, *again)  # a machine that does other things is slow at times
            if spent > _LIMIT:
                return f"{before!r} + {pump!r} * {size // len(pump)} + {behind!r}: {spent:.2f} s"
    return ""


def _applied(use: Use, text: Any) -> None:
    method = getattr(use.pattern, use.method)
    if use.method == "sub":
        method(text[:0], text)
    elif use.method == "finditer":
        for _found in method(text):
            pass
    else:
        method(text)


def _seconds(run: Callable[[], object]) -> float:
    start = time.thread_time()
    run()
    return time.thread_time() - start


def _attacks(pattern: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what to put before, what to repeat, and what to put behind it so that it fails."""
    text = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    tree = sre_parse.parse(text, pattern.flags & ~re.UNICODE)
    pumps: dict[tuple[str, str], None] = {}
    for before, body in _repeats(list(tree), ""):
        for one in dict.fromkeys((*body, "".join(body[:2]))):
            if one:
                pumps[(before, one)] = None
                pumps[("", before + one)] = None
                pumps[("", one)] = None
    for pump in (" ", "A", "A ", "Ab ", "1", "**a ", "(a", "a.", "<a "):
        pumps[("", pump)] = None
    for (before, pump), behind in itertools.product(pumps, ("", "\x01")):
        yield before, pump, behind


def _repeats(tree: list[Any], before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands before each part that may be repeated, and examples of that part."""
    for operator, value in tree:
        if operator in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
            least, most, body = value
            if most > 20:
                yield before, _examples(list(body))
            yield from _repeats(list(body), before)
            before += "".join(_examples(list(body))[:1]) * max(least, 0)
        elif operator is sre_constants.SUBPATTERN:
            yield from _repeats(list(value[-1]), before)
            before += "".join(_examples(list(value[-1]))[:1])
        elif operator is sre_constants.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
            before += "".join(_examples(list(value[1][0]))[:1])
        elif operator in (sre_constants.ASSERT, sre_constants.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        else:
            before += "".join(_examples([(operator, value)])[:1])


def _examples(tree: list[Any]) -> list[str]:
    """Return up to six texts that a part of an expression matches."""
    parts = [_of_one(operator, value) for operator, value in tree]
    longest = max((len(part) for part in parts), default=0)
    return ["".join(part[n % len(part)] for part in parts if part) for n in range(min(longest, 6))]


_KINDS = {
    sre_constants.CATEGORY_SPACE: " ",
    sre_constants.CATEGORY_DIGIT: "1",
    sre_constants.CATEGORY_WORD: "a",
    sre_constants.CATEGORY_NOT_SPACE: "a",
    sre_constants.CATEGORY_NOT_DIGIT: "a",
    sre_constants.CATEGORY_NOT_WORD: " ",
}


def _of_one(operator: Any, value: Any) -> list[str]:
    if operator is sre_constants.LITERAL:
        return [chr(value)]
    if operator is sre_constants.ANY:
        return ["a", " "]
    if operator is sre_constants.NOT_LITERAL:
        return ["b" if value != ord("b") else "c"]
    if operator is sre_constants.IN:
        return _of_set(value)
    if operator is sre_constants.SUBPATTERN:
        return _examples(list(value[-1]))
    if operator is sre_constants.BRANCH:
        return [text for branch in value[1] for text in _examples(list(branch))[:1]]
    if operator in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
        return [text * max(value[0], 1) for text in _examples(list(value[2]))]
    return []


def _of_set(value: list[Any]) -> list[str]:
    if value[0][0] is sre_constants.NEGATE:
        barred = re.compile("[" + "".join(re.escape(t) for t in _of_set(value[1:])) + "]")
        return [char for char in "a b1A" if not barred.match(char)][:4] or ["\u00e9"]
    found: list[str] = []
    for operator, inside in value:
        if operator is sre_constants.LITERAL:
            found.append(chr(inside))
        elif operator is sre_constants.RANGE:
            found.append(chr(inside[0]))
        elif operator is sre_constants.CATEGORY:
            found.append(_KINDS.get(inside, "a"))
    return found or [string.ascii_letters[0]]
