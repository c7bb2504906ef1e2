"""The pages about a team."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.team.team_session import TeamSession
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def specs() -> tuple[PageSpec, ...]:
    """Return what there is to know of the pages; only the table is listed."""
    return (
        _spec(PageName.TEAM, _("Team"), _make_team, _("Team")),
        _spec(PageName.PERSON, "", _make_person, _("Person")),
        _spec(PageName.WHAT_IF, "", _make_what_if, _("What if")),
        _spec(PageName.SCENARIOS, "", _make_scenarios, _("Scenarios side by side")),
        _spec(PageName.SIDE_BY_SIDE, "", _make_side, _("Side by side")),
        _spec(PageName.GAPS, "", _make_gaps, _("What the team can show")),
        _spec(PageName.DIFFERENCES, "", _make_differences, _("Differences to settle")),
        _spec(PageName.CHECK, "", _make_check, _("What to look at")),
        _spec(PageName.BRING_IN, "", _make_bring_in, _("Bring in a spreadsheet")),
    )


def _spec(name: PageName, title: str, make: Any, words: str) -> PageSpec:
    return PageSpec(
        name=name,
        title=title,
        make=make,
        headline=lambda session: _headline(session, words),
        sheet=_sheet,
        file_stem=lambda _session: "team",
        why_no_paper=_why_no_paper,
        chapter="team",
    )


def _team(session: Session) -> TeamSession | None:
    """Return the team of a window where one is open."""
    if "pathways.gui.team.team_session" not in sys.modules:
        return None  # nothing is loaded only to find that out
    from pathways.gui.team.team_session import TeamSession

    found = session.findChild(TeamSession)
    return found if found is not None and found.is_open else None


def _headline(session: Session, words: str) -> str:
    found = _team(session)
    if found is None:
        return words
    return found.team.title if words == _("Team") else f"{found.team.title} › {words}"


def _sheet(session: Session, options: SheetOptions) -> Sheet:
    from pathways.planning.board import board
    from pathways.planning.clocks import warnings
    from pathways.report.team_board_sheet import board_sheet

    found = _team(session)
    if found is None:
        raise UsageError(_why_no_paper(session))
    situation, links = found.for_paper
    lines = board(situation, links)
    return board_sheet(situation, lines, options=options, due=warnings(situation))


def _why_no_paper(session: Session) -> str:
    return "" if _team(session) else _("Open a team first.")


def _make_team(context: Context) -> QWidget:
    from pathways.gui.team.team_page import TeamPage

    return TeamPage(context)


def _make_person(context: Context) -> QWidget:
    from pathways.gui.team.person_page import PersonPage

    return PersonPage(context)


def _make_what_if(context: Context) -> QWidget:
    from pathways.gui.team.what_if_page import WhatIfPage

    return WhatIfPage(context)


def _make_side(context: Context) -> QWidget:
    from pathways.gui.team.side_page import SidePage

    return SidePage(context)


def _make_bring_in(context: Context) -> QWidget:
    from pathways.gui.team.bring_in_page import BringInPage

    return BringInPage(context)


def _make_gaps(context: Context) -> QWidget:
    from pathways.gui.team.gaps_page import GapsPage

    return GapsPage(context)


def _make_scenarios(context: Context) -> QWidget:
    from pathways.gui.team.scenarios_page import ScenariosPage

    return ScenariosPage(context)


def _make_check(context: Context) -> QWidget:
    from pathways.gui.team.check_page import CheckPage

    return CheckPage(context)


def _make_differences(context: Context) -> QWidget:
    from pathways.gui.team.differences_page import DifferencesPage

    return DifferencesPage(context)
