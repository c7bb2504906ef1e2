"""What a person judges otherwise than the program: read, changed, undone and kept beside the
frameworks.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.overrule import Overrule, Overrules

if TYPE_CHECKING:
    from pathways.gui.compare.judge_dialog import Case, Judgement
    from pathways.gui.shell.main_window import MainWindow
    from pathways.gui.widgets.statement_cell import StatementCell

_STEPS = 200  # judgements that can be undone


class Judging(QObject):
    """Hold the judgements of one window's session; each ``_do_…`` is an action of the table."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_STEPS)
        self._session.undo_group.addStack(self.stack)
        self._session.undo_group.setActiveStack(self.stack)
        self._session.judgements_from(self._read)
        self._session.page_changed.connect(self._on_page_changed)
        self._session.library_changed.connect(self.stack.clear)

    # What the menus and the cells do -------------------------------------------------------------

    def _do_judge(self) -> None:
        """Ask what a person makes of the line where the keyboard is."""
        cell = self._window.compare_page().table.at
        case = self._case(cell) if cell is not None else None
        if case is None:
            self._window.say(_("Go to a statement first, then judge it."))
            return
        self.ask(case)

    def ask(self, case: Case) -> None:
        """Ask for a judgement of a case, and let it hold."""
        from pathways.gui.compare.judge_dialog import JudgeDialog

        if case.refusal:
            self._window.say(case.refusal)
            return
        settings = self._window.settings
        judgement = JudgeDialog.ask(self._window, case, str(settings.get("judge/who")))
        if judgement is not None:
            settings.set("judge/who", judgement.who)
            self.judge(case, judgement)

    def judge(self, case: Case, judgement: Judgement) -> None:
        """Let a judgement hold; say so where it changes nothing."""
        from pathways.gui.compare.judge_dialog import edited

        before = self._session.overrules
        after = edited(before, case, judgement, datetime.date.today())
        if after == before:
            self._window.say(_("That is how it is judged already."))
            return
        if self._keep(after):
            self.stack.push(_Swap(self, judgement.words, before, after))
            words = judgement.words[:1].upper() + judgement.words[1:].rstrip(":")
            self._window.say(
                _("{words}. It is kept as your judgement; Ctrl+Z takes it back.").format(
                    words=words
                )
            )

    def take_back(self, overrule: Overrule) -> None:
        """Give up a judgement; it can be undone like any other edit."""
        before = self._session.overrules
        after = Overrules.of(*(other for other in before if other != overrule))
        if after != before and self._keep(after):
            self.stack.push(_Swap(self, _("judgement taken back"), before, after))
            self._window.say(_("The judgement is taken back; Ctrl+Z brings it back."))

    def swap(self, overrules: Overrules) -> None:
        """Let other judgements hold, here and in the files."""
        if overrules != self._session.overrules and self._keep(overrules):
            self._session.set_overrules(overrules)

    # Inside --------------------------------------------------------------------------------------

    def _case(self, cell: StatementCell) -> Case | None:
        from pathways.gui.compare.comparison_line import ComparisonLine
        from pathways.gui.compare.judge_dialog import case_of

        line, comparison = cell.parentWidget(), self._session.comparison()
        if not isinstance(line, ComparisonLine) or comparison is None:
            return None
        return case_of(comparison, line.dimension, line.row, line.cells.index(cell))

    def _read(self, library: Library) -> Overrules:
        from pathways.store.overrules_file import read_all_overrules

        files = self._files(library)
        return read_all_overrules(library, files) if files else Overrules()

    def _keep(self, overrules: Overrules) -> bool:
        from pathways.store.overrules_file import save_all_overrules

        library = self._session.library
        files = self._files(library)
        if not files:
            return True  # nothing of this came from a file: it holds as long as the window is open
        kept: list[bool] = []

        def save() -> None:
            save_all_overrules(overrules, library, files)
            kept.append(True)

        self._window.desk.attempt(save)
        return bool(kept)

    def _files(self, library: Library) -> list[Path]:
        """Return the frameworks' files in the library's order, () where one has none."""
        places = self._window.files.state.places
        found = [places.get(framework.id) for framework in library.frameworks]
        return [path for path in found if path is not None] if all(found) else []

    def _on_page_changed(self) -> None:
        if self._session.page != "import":
            self._session.undo_group.setActiveStack(self.stack)


class _Swap(QUndoCommand):
    """One judgement: a value in the place of another."""

    def __init__(self, judging: Judging, words: str, before: Overrules, after: Overrules) -> None:
        super().__init__(words)
        self._judging, self._before, self._after = judging, before, after

    def redo(self) -> None:
        """Let it hold."""
        self._judging.swap(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._judging.swap(self._before)
