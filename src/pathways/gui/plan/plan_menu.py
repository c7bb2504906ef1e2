"""The button with what can be done with a whole plan."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from pathways.gui.widgets.menu_button import MenuButton
from pathways.i18n import _
from pathways.model.plan import Plan


def entries() -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each entry; "" draws a line."""
    yield "prepare_copy", _("Prepare a copy for my manager…")
    yield "bring_in", _("Bring in my manager’s answers…")
    yield "conflicts", _("Differences to settle…")
    yield "", ""
    yield "agree", _("Add what we agreed…")
    yield "set_reviews", _("Review dates…")
    yield "save_calendar", _("Dates for the calendar…")
    yield "", ""
    yield "meeting", _("Export the meeting sheet…")
    yield "pack", _("Export the application pack…")
    yield "", ""
    yield "carry", _("Update to the open framework")
    yield "rename", _("Name…")
    yield "tell_everything", _("Everything in this file about…")
    yield "remove_notes", _("Remove my notes…")
    yield "", ""
    yield "begin", _("Begin another plan…")
    yield "open", _("Open a plan…")
    yield "close", _("Close this plan")


class PlanMenu(MenuButton):
    """Offer what can be done with a plan; ``asked`` carries the entry's name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Plan"), entries(), parent)
        self.setAccessibleDescription(_("What can be done with the whole plan"))

    def show_plan(self, plan: Plan) -> None:
        """Allow what makes sense with a plan."""
        self._actions["conflicts"].setEnabled(bool(plan.open_conflicts))
        for name in ("prepare_copy", "bring_in"):
            self._actions[name].setEnabled(plan.copy is None)
        dated = bool(plan.reviews) or any(one.by and not one.done for one in plan.actions)
        self._actions["save_calendar"].setEnabled(dated)
