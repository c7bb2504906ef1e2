"""What is wrong or odd, as a table: problems of files and findings of the check, the gravest
first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from pathways.checking.finding import Finding
from pathways.gui.shell.theme import LIGHT, Theme
from pathways.gui.widgets.plain_text import tip
from pathways.gui.widgets.row_model import RowModel
from pathways.i18n import _
from pathways.model.overrule import Overrule
from pathways.model.problem import Problem, Severity

if TYPE_CHECKING:
    from pathways.compare.rulings import StaleOverrule

_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.ADVICE: "·"}


@dataclass(frozen=True)
class ProblemEntry:
    """One thing to mend, whoever found it; ``file`` is None and ``line`` 0 where the place is not
    known.
    """

    severity: Severity
    message: str
    advice: str
    file: Path | None = None
    line: int = 0
    column: int = 0
    nodes: tuple[str, ...] = ()
    overrule: Overrule | None = None  # the judgement that is not applied, where it is about one

    @property
    def kind(self) -> str:
        """Return how much it matters, as a sign and a word."""
        words = {
            Severity.ERROR: _("Error"),
            Severity.WARNING: _("Warning"),
            Severity.ADVICE: _("Advice"),
        }
        return f"{_SIGNS[self.severity]}  {words[self.severity]}"

    @property
    def place(self) -> str:
        """Return the place as editors understand it: the file, the line and the column."""
        if self.file is None:
            return ""
        return f"{self.file}:{self.line}:{self.column}" if self.line else str(self.file)

    @property
    def place_in_words(self) -> str:
        """Return the place for people, with the file's name only."""
        if self.file is None:
            return ""
        if not self.line:
            return self.file.name
        return _("{file}, line {line}, column {column}").format(
            file=self.file.name, line=self.line, column=self.column
        )

    @property
    def spoken(self) -> str:
        """Return all of it in sentences."""
        parts = (
            self.kind.split(maxsplit=1)[-1] + ":",
            self.message,
            self.advice,
            self.place_in_words,
        )
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class ProblemColumn:
    """A column of the table: its title, and what it says of an entry."""

    title: str
    words: Callable[[ProblemEntry], str]


def columns() -> tuple[ProblemColumn, ...]:
    """Return the columns from left to right."""
    return (
        ProblemColumn(_("Kind"), lambda entry: entry.kind),
        ProblemColumn(_("What is wrong"), lambda entry: entry.message),
        ProblemColumn(_("What to do"), lambda entry: entry.advice),
        ProblemColumn(_("Where"), lambda entry: entry.place_in_words),
    )


def entry_of(problem: Problem | Finding) -> ProblemEntry:
    """Return a problem of a file, or a finding of the check, as an entry."""
    nodes = problem.nodes if isinstance(problem, Finding) else ()
    return ProblemEntry(
        problem.severity,
        problem.message,
        problem.advice,
        problem.file,
        problem.line,
        problem.column,
        nodes,
    )


def entry_of_judgement(stale: StaleOverrule) -> ProblemEntry:
    """Return a judgement that is not applied as an entry."""
    problem, overrule = stale.problem, stale.overrule
    nodes = (overrule.before_node, overrule.after_node)
    return ProblemEntry(
        problem.severity, problem.message, problem.advice, nodes=nodes, overrule=overrule
    )


class ProblemsModel(RowModel):
    """Hold the entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._columns = columns()
        super().__init__(parent, [column.title for column in self._columns])
        self._theme = LIGHT

    def show_entries(self, entries: Sequence[ProblemEntry], theme: Theme) -> None:
        """Show other entries, or the same in another look."""
        self._theme = theme
        self.show_rows(sorted(entries, key=lambda entry: list(Severity).index(entry.severity)))

    def cell(self, row: ProblemEntry, column: int, role: int) -> Any:
        """Return the words of a cell, and how they look and are heard."""
        words = self._columns[column].words(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words) if column else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words if column else row.spoken
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if role == Qt.ItemDataRole.ForegroundRole and column == 0:
            return QColor(ink(row.severity, self._theme))
        return None


def ink(severity: Severity, theme: Theme) -> str:
    """Return the colour of a severity's sign and word; it stands out from ``surface`` by 4.5
    to 1.
    """
    inks = {
        Severity.ERROR: theme.delete_ink,
        Severity.WARNING: theme.warning.ink,
        Severity.ADVICE: theme.quiet_text,
    }
    return inks[severity]
