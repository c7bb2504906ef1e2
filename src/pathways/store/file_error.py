"""All mistakes of one or more files, told together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.i18n import _, _n
from pathways.model.problem import Problem

_SHOWN = 50  # more than that nobody reads at once


class FileError(PathwaysError):
    """Say everything that is wrong with a file, one line a mistake; ``problems`` has them one by
    one.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(_in_words(self.problems))

    @classmethod
    def one(
        cls, file: Path, message: str, advice: str, line: int = 0, column: int = 0
    ) -> FileError:
        """Return the error for a file that has a single mistake, or that cannot be read at all."""
        return cls([Problem(message=message, advice=advice, file=file, line=line, column=column)])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file from its first line to its last."""
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _in_words(problems: Sequence[Problem]) -> str:
    if len(problems) == 1:
        return str(problems[0])
    lines = [_("There are {count} mistakes to correct:").format(count=len(problems))]
    lines.extend(str(problem) for problem in problems[:_SHOWN])
    hidden = len(problems) - _SHOWN
    if hidden > 0:
        lines.append(_n("… and {count} more.", "… and {count} more.", hidden).format(count=hidden))
    return "\n".join(lines)
