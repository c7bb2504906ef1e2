"""Changes tried in a program that is loaded: each in a fork, by other code for its function, or by
another value for a constant of its module and for all that import it.

That takes a tenth of the time of a program that is started anew. What else a module does on import
cannot be changed in this way, nor the fields of a class.
"""

from __future__ import annotations

import ast
import gc
import inspect
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Protocol, TextIO

import pytest
from _pytest.runner import runtestprotocol
from small_changes import Change

Key = tuple[str, int]
_PLAIN = (int, float, str, tuple, list, dict, set, frozenset, range, re.Pattern)


class Tests(Protocol):
    """Which tests to run."""

    def of(self, change: Change) -> list[str]:
        """Return the tests to run for a change; none where it is not known which reach it."""

    def in_order(self, tests: Sequence[str]) -> list[str]:
        """Return tests, those first that notice most for the time they take."""

    def has_noticed(self, test: str) -> None:
        """Let a test go earlier from now on."""


class InPlace:
    """Lets pytest collect, and then tries changes in place of running all tests."""

    def __init__(
        self,
        source: Path,
        to_try: Sequence[Change],
        tests: Tests,
        limit: Callable[[], None],
        jobs: int,
        said: TextIO,
    ) -> None:
        self.noticed: dict[str, str] = {}
        self._source = source
        self._to_try = to_try
        self._tests = tests
        self._limit = limit
        self._jobs = jobs
        self._said = said
        self._tried = 0
        self._items: dict[str, pytest.Item] = {}
        self._functions: list[FunctionType] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each change on the tests that pytest has found."""
        self._items = {item.nodeid: item for item in session.items}
        gc.collect()
        self._functions = [
            one
            for one in gc.get_objects()
            if isinstance(one, FunctionType)
            and one.__code__.co_filename.startswith(str(self._source))
        ]
        gc.freeze()
        if os.waitpid(self._started(None)[0], 0)[1]:
            raise RuntimeError("the tests fail before anything is changed")
        waiting = list(self._to_try)
        running: dict[int, tuple[Change, int]] = {}
        while waiting or running:
            while waiting and len(running) < self._jobs:
                change = waiting.pop(0)
                pid, reader = self._started(change)
                running[pid] = change, reader
            pid, status = os.wait()
            change, reader = running.pop(pid)
            with os.fdopen(reader, encoding="utf-8") as told:
                self._count(change, status, told.read())
        return True

    def _count(self, change: Change, status: int, test: str) -> None:
        self._tried += 1
        if status:
            self.noticed[change.name] = test
            self._tests.has_noticed(test)
        else:
            print(f"not noticed yet: {change.name}", file=self._said, flush=True)
        if self._tried % 50 == 0:
            print(f"{len(self.noticed)} of {self._tried} so far", file=self._said, flush=True)

    def _started(self, change: Change | None) -> tuple[int, int]:
        """Return a new process that tries a change, or runs all tests without one."""
        names = [*self._items]
        if change is not None:
            reaching = self._tests.of(change) if change.inside else []
            names = [n for n in reaching if n in self._items] or self._tests.in_order(names)
        reader, writer = os.pipe()
        pid = os.fork()
        if pid:
            os.close(writer)
            return pid, reader
        code = 0
        try:
            self._limit()
            if change is None or self._swapped(change):
                code = self._run(names, writer)
        except BaseException:
            code = 1
        finally:
            os._exit(code)

    def _run(self, names: Sequence[str], writer: int) -> int:
        for name in names:
            reports = runtestprotocol(self._items[name], log=False, nextitem=None)
            if any(report.failed for report in reports):
                os.write(writer, name.encode())
                return 1
        return 0

    def _swapped(self, change: Change) -> bool:
        """Make a change, and tell whether it could be made."""
        return self._other_code(change) if change.inside else self._other_values(change)

    def _other_values(self, change: Change) -> bool:
        """Give a module the values that it would have with the change, and so all that import them
        from it, tests among them.
        """
        file = str(self._source / change.module)
        name = f"pathways.{change.module.removesuffix('.py').replace('/', '.')}"
        if name not in sys.modules:
            return False
        changed = ModuleType(name)
        changed.__file__ = file
        exec(change.codes(file)[1], changed.__dict__)
        old = vars(sys.modules[name])
        values = {
            key: value
            for key, value in vars(changed).items()
            if isinstance(value, _PLAIN) and key in old and value != old[key] and key[:2] != "__"
        }
        for key, value in values.items():
            for module in [sys.modules[name], *_importing(name, key)]:
                setattr(module, key, value)
        return _other_defaults(old, vars(changed), name) or bool(values)

    def _other_code(self, change: Change) -> bool:
        """Put the changed code into every function that has the code of before."""
        file = str(self._source / change.module)
        old, new = map(_codes, change.codes(file))
        changed = {key: new[key] for key in old if key in new and new[key] != old[key]}
        done = False
        for one in self._functions:
            code = one.__code__
            if code.co_filename == file and (new_code := changed.get(_key(code))):
                one.__code__ = new_code
                done = True
        return done


def _importing(name: str, key: str) -> list[ModuleType]:
    """Return the modules that import a value from a module by its name."""
    loaded = [one for one in sys.modules.values() if getattr(one, "__file__", None)]
    having = [one for one in loaded if isinstance(one, ModuleType) and key in vars(one)]
    return [
        one
        for one in having
        if any(
            isinstance(line, ast.ImportFrom)
            and line.module == name
            and key in [alias.name for alias in line.names]
            for line in ast.parse(inspect.getsource(one)).body
        )
    ]


def _other_defaults(old: Mapping[str, object], changed: Mapping[str, object], module: str) -> bool:
    """Give functions, and those of classes, the defaults that they have in a changed module."""
    done = False
    for key, made in changed.items():
        known = old.get(key)
        if isinstance(made, FunctionType) and isinstance(known, FunctionType):
            now = made.__defaults__, made.__kwdefaults__
            done = done or now != (known.__defaults__, known.__kwdefaults__)
            known.__defaults__, known.__kwdefaults__ = now
        elif isinstance(made, type) and isinstance(known, type) and made.__module__ == module:
            done = _other_defaults(vars(known), vars(made), module) or done
    return done


def _key(code: CodeType) -> Key:
    return code.co_name, code.co_firstlineno


def _codes(code: CodeType) -> dict[Key, CodeType]:
    """Return the code of every function in a module by its name and line; none that two share."""
    found: dict[Key, CodeType] = {}
    twice = set()
    for inner in code.co_consts:
        if not isinstance(inner, CodeType):
            continue
        key = _key(inner)
        inside = _codes(inner)
        twice |= {key} & set(found) | set(inside) & set(found)
        found |= {key: inner} | inside
    return {key: inner for key, inner in found.items() if key not in twice}
