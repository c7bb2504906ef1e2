"""The board as a table: one row for each person and each vacant post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from pathways.gui.shell.theme import LIGHT, Theme
from pathways.gui.widgets.plain_text import heard, tip
from pathways.gui.widgets.row_model import RowModel
from pathways.i18n import _
from pathways.model.day import day_in_short
from pathways.model.team import Team
from pathways.planning.board import BoardLine, Grouping, group_of
from pathways.planning.people import name_key
from pathways.planning.standing import WORDS
from pathways.report.team_board_sheet import funding, kinds_of
from pathways.report.team_words import standing_line


@dataclass(frozen=True)
class TeamColumn:
    """A column: its title, what it says of a line, and what it is sorted by."""

    name: str
    title: str
    words: Callable[[BoardLine], str]
    key: Callable[[BoardLine], Any]


def columns(model: TeamModel) -> tuple[TeamColumn, ...]:
    """Return the columns from left to right."""
    return (
        TeamColumn("group", _("Together"), model.group, model.group),
        TeamColumn("name", _("Name"), name_of, lambda line: name_key(name_of(line))),
        TeamColumn("now", _("Now"), _now, lambda line: (model.place(line, False), _now(line))),
        TeamColumn("aim", _("Aim"), _aim, lambda line: (model.place(line, True), line.aim)),
        TeamColumn("standing", _("Standing against the aim"), _standing, _shown),
        TeamColumn("last", _("Last talk"), _last, _last_day),
        TeamColumn("next", _("Next"), _next, _next_day),
        TeamColumn("kind", _("Kind of move"), model.kinds, model.kinds),
    )


def name_of(line: BoardLine) -> str:
    return line.person.name if line.person else _("Vacant")


def _now(line: BoardLine) -> str:
    return " · ".join(part for part in (line.now, line.post.title if line.post else "") if part)


def _aim(line: BoardLine) -> str:
    return line.aim or (_("not said") if line.person else "")


def _standing(line: BoardLine) -> str:
    if line.person is None and line.post:
        since = day_in_short(line.post.vacant_since)
        told = [_("since {date}").format(date=since)] if since else []
        return " · ".join([*told, funding(line.post.funded)])
    if line.standing is None:
        return line.link.message or _("no plan yet")
    return standing_line(line.standing)


def _shown(line: BoardLine) -> tuple[int, ...]:
    return tuple(line.standing[word] for word in WORDS) if line.standing else ()


def _last(line: BoardLine) -> str:
    return (day_in_short(line.person.last_talk) or _("never")) if line.person else ""


def _last_day(line: BoardLine) -> str:
    return line.person.last_talk if line.person else ""


def _next_day(line: BoardLine) -> str:
    return line.next.due.isoformat() if line.next else "9999"


def _next(line: BoardLine) -> str:
    return (
        f"{line.next.words}, {day_in_short(line.next.due.isoformat())}"
        if line.next
        else ("–" if line.person else "")
    )


class TeamModel(RowModel):
    """Hold the lines of a board."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.columns = columns(self)
        super().__init__(parent, [column.title for column in self.columns])
        self.grouping = Grouping.NONE
        self._team: Team | None = None
        self._kinds: Callable[[BoardLine], list[str]] = lambda _line: []
        self._places: dict[str, int] = {}
        self._theme = LIGHT
        self.version = 0  # another one with every change, before anybody hears of it

    def show_board(self, session: Any, theme: Theme) -> None:
        """Show the board of a team session; rows that stay keep their place and their marks."""
        lines = session.lines if session.is_open else ()
        situation = session.situation if session.is_open else None
        self.version += 1
        same = [line.id for line in lines] == [line.id for line in self.rows]
        if not same:
            self.beginResetModel()
        self._theme, self.rows = theme, lines
        self._team = situation.team if situation else None
        if situation:
            self._kinds = lambda line: kinds_of(situation, line)
            nodes = situation.comparer.library.nodes
            self._places = {node: place for place, node in enumerate(nodes)}
        if not same:
            self.endResetModel()
        elif lines:
            last = self.index(len(lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def group_by(self, grouping: Grouping) -> None:
        """Put lines under other headings."""
        self.grouping = grouping
        self.version += 1
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def group(self, line: BoardLine) -> str:
        """Return the heading that a line stands under."""
        return group_of(self._team, line, self.grouping) if self._team else ""

    def kinds(self, line: BoardLine) -> str:
        """Return the kinds of move that are planned for somebody."""
        return ", ".join(self._kinds(line))

    def place(self, line: BoardLine, aim: bool) -> int:
        """Return where a grade stands among all that are open: the lowest first."""
        part = line.person or line.post
        node = getattr(part, "aim" if aim else "node", "")
        return self._places.get(node, len(self._places))

    def cell(self, row: BoardLine, column: int, role: int) -> Any:
        """Return what a cell says, and how it looks and is heard."""
        shown = self.columns[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(shown.words(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.spoken(row) if shown.name == "name" else shown.words(row)
            return heard(words) or _("none")
        if role == Qt.ItemDataRole.FontRole and shown.name == "name" and row.person:
            font = QFont(self._theme.font())
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row.person is None:
            return QColor(self._theme.quiet_text)
        return None

    def spoken(self, line: BoardLine) -> str:
        """Return a whole line in words, for those who hear it."""
        said = [
            f"{column.title}: {column.words(line)}"
            for column in self.columns[2:]
            if column.words(line) not in ("", "–")
        ]
        return "; ".join([name_of(line), *said])
