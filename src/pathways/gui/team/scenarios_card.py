"""The scenarios of a team, each with what can be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.question_dialog import FormField, QuestionDialog
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.theme import Theme
from pathways.gui.team.card import Card
from pathways.gui.team.forms import ask_words
from pathways.gui.team.team_actions import TeamActions
from pathways.i18n import _, _n
from pathways.model.team import Scenario, Team
from pathways.planning import moves as edits


class ScenariosCard(Card):
    """List scenarios: look at one, name it anew, throw it away, apply it."""

    def __init__(self, theme: Theme, team_actions: TeamActions, parent: QWidget) -> None:
        super().__init__(theme, _("Scenarios"), parent)
        self._team_actions = team_actions

    def show_scenarios(self) -> None:
        """Show the scenarios that the team has now."""
        self.clear()
        scenarios = self._team_actions.session.team.scenarios
        self.setVisible(bool(scenarios))
        for scenario in scenarios:
            count = len(scenario.moves)
            self.add_line(scenario.title, "strong")
            self.add_line(_n("{count} move", "{count} moves", count).format(count=count), "small")
            self.add_buttons(
                (
                    (_("Show"), partial(self._on_show, scenario)),
                    (_("Rename…"), partial(self._on_rename, scenario)),
                    (_("Delete"), partial(self._on_delete, scenario)),
                    (_("Apply…"), partial(self._on_apply, scenario)),
                ),
                scenario.title,
            )

    def _on_show(self, scenario: Scenario) -> None:
        self._team_actions.session.try_moves(scenario.moves, scenario.id)
        self._team_actions.context.session.visit(PageName.WHAT_IF)

    def _on_rename(self, scenario: Scenario) -> None:
        title = ask_words(self, self._theme, _("Rename"), _("What is it &called?"), scenario.title)
        if title:
            self._team_actions.edit(
                _("renaming the scenario {title}").format(title=scenario.title),
                lambda team: edits.change_scenario(team, scenario.id, title=title),
            )

    def _on_delete(self, scenario: Scenario) -> None:
        self._team_actions.edit(
            _("deleting the scenario {title}").format(title=scenario.title),
            lambda team: edits.remove_scenario(team, scenario.id),
        )

    def _on_apply(self, scenario: Scenario) -> None:
        ask_and_apply(
            self._team_actions,
            len(scenario.moves),
            lambda team, today, reason: edits.apply_scenario(team, scenario.id, today, reason),
        )


def ask_and_apply(
    team_actions: TeamActions, count: int, apply: Callable[[Team, datetime.date, str], Team]
) -> None:
    """Ask whether moves are put among the planned ones, as ideas, and why; and do it."""
    about = _n(
        "{count} move is put among the planned moves, as an idea. Nobody moves until you carry "
        "it out on the person’s page.",
        "{count} moves are put among the planned moves, as ideas. Nobody moves until you carry "
        "them out on the people’s pages.",
        count,
    ).format(count=count)
    fields = (FormField("reason", _("&Reason, for the record"), kind="text"),)
    context = team_actions.context
    said = QuestionDialog.ask(
        context.window, context.theme, _("Apply"), fields, done=_("Apply"), about=about
    )
    if said is None:
        return
    today, reason = datetime.date.today(), said["reason"]
    if team_actions.edit(_("applying a scenario"), lambda team: apply(team, today, reason)):
        team_actions.session.try_moves(())
        context.session.visit(PageName.TEAM)
