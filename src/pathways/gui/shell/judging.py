"""What a person judges otherwise than the program: asked for, and said."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pathways.errors import PathwaysError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.window_part import WindowPart
from pathways.i18n import _, capitalised

if TYPE_CHECKING:
    from pathways.compare.judging import Case, Judgement
    from pathways.gui.widgets.statement_cell import StatementCell
    from pathways.model.overrule import Overrule, Overrules


class Judging(WindowPart):
    """Ask a person for judgements in one window, and say what came of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._session.save_failed.connect(self._on_save_failed)
        self._session.replaced.connect(context.say)
        context.unjudge_asked.connect(self.take_back)

    # What the menus and the cells do -------------------------------------------------------------

    def judge_here(self) -> None:
        """Ask what a person makes of the line where the keyboard is."""
        cell = self._context.page(PageName.COMPARE).table.at
        case = self._case(cell) if cell is not None else None
        if case is None:
            self._context.say(_("Go to a statement first, then judge it."))
            return
        self.ask(case)

    def ask(self, case: Case) -> None:
        """Ask for a judgement of a case, and let it hold."""
        from pathways.gui.compare.judge_dialog import JudgeDialog

        if case.refusal:
            self._context.say(case.refusal)
            return
        settings = self._context.settings
        judgement = JudgeDialog.ask(self._context.window, case, str(settings.get("judge/who")))
        if judgement is not None:
            settings.set("judge/who", judgement.who)
            self.judge(case, judgement)

    def judge(self, case: Case, judgement: Judgement) -> None:
        """Let a judgement hold; say so where it changes nothing."""
        from pathways.compare.judging import edited

        before = self._session.overrules
        after = edited(before, case, judgement, datetime.date.today())
        if after == before:
            self._context.say(_("That is already the verdict."))
            return
        words = capitalised(judgement.words).rstrip(":")
        said = _("{words}. It is kept as your judgement; Ctrl+Z takes it back.")
        self._keep(judgement.words, after, said.format(words=words))

    def take_back(self, overrule: Overrule) -> None:
        """Give up a judgement, and what rests on it; it can be undone like any other edit."""
        from pathways.compare.overruling import take_back

        after = take_back(self._session.overrules, overrule)
        said = _("The judgement is removed; Ctrl+Z brings it back.")
        self._keep(_("judgement taken back"), after, said)

    # Inside --------------------------------------------------------------------------------------

    def _case(self, cell: StatementCell) -> Case | None:
        from pathways.compare.judging import case_of
        from pathways.gui.compare.comparison_line import ComparisonLine

        line, comparison = cell.over, self._session.comparison()
        if not isinstance(line, ComparisonLine) or comparison is None:
            return None
        return case_of(comparison, line.dimension, line.compared, cell.column)

    def _keep(self, words: str, after: Overrules, said: str) -> None:
        try:
            kept = self._session.workspace.judge(words, after)
        except PathwaysError as error:
            self._context.warn(_("The judgement could not be made"), str(error))
            return
        if kept and not self._session.workspace.failure:
            self._context.say(said)

    def _on_save_failed(self, why: str) -> None:
        """Say what could not be saved; it holds all the same, and is saved as soon as it can be."""
        words = _(
            "{why} Your judgement still applies here: it is saved with the next one, and a copy "
            "is kept for the next start."
        )
        self._context.warn(_("That could not be saved"), words.format(why=why))
