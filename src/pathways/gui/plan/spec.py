"""The page for a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.plan import Plan
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def spec() -> PageSpec:
    """Return what there is to know of the page."""
    return PageSpec(
        name=PageName.PLAN,
        title=_("My plan"),
        make=_make,
        headline=_headline,
        sheet=_sheet,
        file_stem=_file_stem,
        why_no_paper=_why_no_paper,
        chapter="plan",
    )


def _headline(session: Session) -> str:
    plan = session.workspace.plans.plan
    return f"{_('My plan')} › {plan.title}" if plan else _("My plan")


def _make(context: Context) -> QWidget:
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


def _sheet(session: Session, options: SheetOptions) -> Sheet:
    from pathways.report.application_pack import application_pack
    from pathways.report.plan_sheet import plan_sheet

    plans = session.workspace.plans
    if plans.plan is None:
        raise UsageError(_why_no_paper(session))
    make = application_pack if plans.pack else plan_sheet
    return make(plans.plan, options=options)


def _file_stem(session: Session) -> str:
    plans = session.workspace.plans
    stem = plans.path.stem if plans.path else "plan"
    words = _("{plan}, application pack") if plans.pack else _("{plan}, meeting")
    return words.format(plan=stem)


def _why_no_paper(session: Session) -> str:
    return "" if session.workspace.plans.plan else _("Begin a plan, or open one, first.")
