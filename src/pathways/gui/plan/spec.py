"""The page for a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.plan import Plan
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def headline(session: Session) -> str:
    """Say which page it is, for the head of the window."""
    plan = session.workspace.plans.plan
    return f"{_('My plan')} › {plan.title}" if plan else _("My plan")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.plan.plan_page import PlanPage

    session = context.session
    plans = session.workspace.plans
    page = PlanPage(session, plans, context.theme, context.room)
    page.set_marked(context.settings.get("compare/word_marks"))
    context.word_marks_changed.connect(page.set_marked)
    page.paper_asked.connect(context.do)
    page.said.connect(context.say)
    page.commands.sheet_asked.connect(context.sheet_asked)
    session.undo.use(PageName.PLAN, plans)

    def changed() -> None:
        session.undo.changed.emit()
        session.moved.emit()
        context.settings.set("plans/open", [str(one.path) for one in plans.open_ones])
        context.planned_changed.emit(_marks(plans.plan))

    page.reopen(context.settings.get("plans/open"))
    plans.listen(changed)
    changed()
    return page


def _marks(plan: Plan | None) -> dict[str, str]:
    """Return what the map says of the grades or roles of a plan."""
    if plan is None:
        return {}
    return {plan.start.id: _("I am here")} | {place.id: _("my aim") for place in plan.aims}


def sheet(session: Session, options: SheetOptions) -> Sheet:
    """Return what goes on paper."""
    from pathways.report.application_pack import application_pack
    from pathways.report.plan_sheet import plan_sheet

    plans = session.workspace.plans
    if plans.plan is None:
        raise UsageError(why_no_paper(session))
    make = application_pack if plans.pack else plan_sheet
    return make(plans.plan, options=options)


def file_stem(session: Session) -> str:
    """Return the name of its file, without ending."""
    plans = session.workspace.plans
    stem = plans.path.stem if plans.path else "plan"
    words = _("{plan}, application pack") if plans.pack else _("{plan}, meeting")
    return words.format(plan=stem)


def why_no_paper(session: Session) -> str:
    """Say why nothing goes on paper, "" where something does."""
    return "" if session.workspace.plans.plan else _("Begin a plan, or open one, first.")
