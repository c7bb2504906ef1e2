"""A plan handed out, brought in, carried over, and what is known of a person taken out."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pathways import endings
from pathways.errors import UsageError
from pathways.gui.dialogs.file_dialog import ask_file, ask_new_file
from pathways.gui.dialogs.question_dialog import Answers, FormField, QuestionDialog, refused_by
from pathways.gui.shell.theme import Theme
from pathways.i18n import _, _n
from pathways.model.plan import Included, Plan
from pathways.workspace.open_plans import OpenPlans


def plan_files() -> str:
    """Return what a file dialog offers for plans."""
    return _("Plans ({pattern})").format(pattern=f"*{endings.PLAN}")


def prepare_copy(parent: QWidget, theme: Theme, plans: OpenPlans) -> str:
    """Ask what goes into a copy for the manager and where to, and write it; return what to say."""
    from pathways.planning.manager_copy import copy_for_manager
    from pathways.store.plan_file import write_plan

    plan = plans.plan
    if plan is None:
        return ""
    values = _asked_for_copy(parent, theme, plan)
    if values is None:
        return ""
    start = f"{(plans.path or Path('plan')).stem} for my manager{endings.PLAN}"
    path = ask_new_file(parent, _("Keep the copy"), start, plan_files(), endings.PLAN)
    if path is None:
        return ""
    if plans.path and path.resolve() == plans.path.resolve():
        raise UsageError(_("This is the plan itself. Choose another name for the copy."))
    included: list[Included] = [part for part in ("evidence", "notes") if values[part]]
    today = datetime.date.today().isoformat()
    write_plan(path, copy_for_manager(plan, included, today=today, who=values["who"]))
    return _("The copy is in {file}.").format(file=path.name)


def _asked_for_copy(parent: QWidget, theme: Theme, plan: Plan) -> Answers | None:
    return QuestionDialog.ask(
        parent,
        theme,
        _("Prepare a copy for my manager"),
        [
            FormField("evidence", _("&Evidence goes in"), False, "tick"),
            FormField("notes", _("My &notes go in"), False, "tick"),
            FormField("who", _("&Manager, if you like"), _manager_of(plan)),
        ],
        about=_(
            "The copy has what is asked for, how I stand, my actions and what we agreed. My "
            "manager fills in another view; I bring it in again, and nothing of mine is "
            "overwritten."
        ),
        done=_("Choose a file…"),
    )


def bring_in(parent: QWidget, plans: OpenPlans) -> str:
    """Ask for a copy that came back and bring it in; return what to say."""
    from pathways.planning.merge import merge
    from pathways.store.plan_file import read_plan

    plan = plans.plan
    if plan is None:
        return ""
    path = ask_file(parent, _("Bring in my manager’s answers"), plan_files())
    if path is None:
        return ""
    theirs = read_plan(path)
    if not plans.edit(_("bringing in my manager’s answers"), lambda made: merge(made, theirs)):
        return _("There is nothing in it that is not in the plan already.")
    count = len(plans.plan.open_conflicts) if plans.plan else 0
    if count:
        return _n(
            "{count} value differs. Both are kept until you choose.",
            "{count} values differ. All are kept until you choose.",
            count,
        ).format(count=count)
    return _("The answers are in the plan.")


def save_calendar(parent: QWidget, plan: Plan) -> str:
    """Ask for a file and write the plan's dates for the calendar; return what to say."""
    from pathways.planning.dates import calendar
    from pathways.store.whole_file import write_whole

    kinds = _("Calendars (*.ics)")
    path = ask_new_file(parent, _("Dates for the calendar"), "plan.ics", kinds, ".ics")
    if path is None:
        return ""
    write_whole(path, calendar(plan, datetime.date.today()).encode(), private=True)
    return _("The dates are in {file}. Open it with your calendar.").format(file=path.name)


def ask_reviews(parent: QWidget, theme: Theme, plan: Plan) -> list[str] | None:
    """Ask for the days on which the plan is looked at again."""
    from pathways.planning.edits import set_reviews

    def days(values: Answers) -> list[str]:
        return str(values["days"]).split()

    fields = [
        FormField(
            "days", _("&Days, one a line, such as 2027-01-31"), "\n".join(plan.reviews), "text"
        )
    ]
    values = QuestionDialog.ask(
        parent,
        theme,
        _("Review dates"),
        fields,
        refusal=refused_by(lambda found: set_reviews(plan, days(found))),
    )
    return None if values is None else days(values)


def ask_name(parent: QWidget, theme: Theme, plan: Plan) -> str:
    """Ask whose name it is; "" where the person thought better of it."""
    from pathways.planning.person import everything_about, names_in

    names = names_in(plan)
    values = QuestionDialog.ask(
        parent,
        theme,
        _("Everything in this file about…"),
        [FormField("name", _("&Name"), names[0] if names else "")],
        about=_("Names in it: {names}.").format(names=", ".join(names)) if names else "",
        done=_("Show"),
        refusal=refused_by(lambda found: everything_about(plan, found["name"])),
    )
    return "" if values is None else str(values["name"])


def _manager_of(plan: Plan) -> str:
    return next((row.manager.who for row in plan.rows if row.manager and row.manager.who), "")
