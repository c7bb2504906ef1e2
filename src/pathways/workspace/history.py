"""Undo and redo, in words: each step is a value in the place of another."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")

MOST = 200  # steps that can be undone

_numbers = itertools.count(1)


def next_number() -> int:
    """Return the number of a new step; steps of several documents with one number go together."""
    return next(_numbers)


class EditStep(msgspec.Struct, Generic[Value], frozen=True):
    """One edit, named by ``words``; a later one has a higher number."""

    words: str
    before: Value
    after: Value
    number: int


class History(Generic[Value]):
    """The steps that can be undone, and those that can be done again."""

    def __init__(self) -> None:
        self._done: list[EditStep[Value]] = []
        self._undone: list[EditStep[Value]] = []

    @property
    def last(self) -> EditStep[Value] | None:
        """Return the step that undo would take back, None where there is none."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> EditStep[Value] | None:
        """Return the step that redo would do again, None where there is none."""
        return self._undone[-1] if self._undone else None

    def push(self, words: str, before: Value, after: Value, number: int = 0) -> None:
        """Note an edit; what was undone before it is gone for good."""
        self._done = [*self._done, EditStep(words, before, after, number or next_number())][-MOST:]
        self._undone.clear()

    def undo(self) -> EditStep[Value] | None:
        """Move back over the last step and return it."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> EditStep[Value] | None:
        """Move forward over the next step and return it."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def clear(self) -> None:
        """Forget all steps."""
        self._done.clear()
        self._undone.clear()

    def rebase(self, change: Callable[[Value], Value]) -> None:
        """Put what somebody else changed into every value that undo or redo would bring back."""
        known: dict[int, Value] = {}

        def once(value: Value) -> Value:  # what one step leaves, the next one begins with
            if id(value) not in known:
                known[id(value)] = change(value)
            return known[id(value)]

        self._done, self._undone = (
            self._rebased(steps, once) for steps in (self._done, self._undone)
        )

    @staticmethod
    def _rebased(
        steps: list[EditStep[Value]], change: Callable[[Value], Value]
    ) -> list[EditStep[Value]]:
        found = [
            EditStep(step.words, change(step.before), change(step.after), step.number)
            for step in steps
        ]
        return [step for step in found if step.before != step.after]


class Undoable(Generic[Value]):
    """What is edited in steps, which say in words what they did."""

    def __init__(self) -> None:
        self.history: History[Value] = History()

    @property
    def undo_words(self) -> str:
        """Return what undo would take back, "" where there is nothing."""
        return self.history.last.words if self.history.last else ""

    @property
    def redo_words(self) -> str:
        """Return what redo would do again, "" where there is nothing."""
        return self.history.next.words if self.history.next else ""
