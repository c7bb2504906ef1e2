"""The plan as a screen reader tells it: what has the keyboard, by name, role and words."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from driver import Driver
from pathways.gui.plan.plan_page import PlanPage


def heard(driver: Driver) -> str:
    """Return what is told of what has the keyboard: of a list, the cells of the row at hand."""
    widget = QApplication.focusWidget()
    assert widget is not None
    page = driver.window.page("plan")
    assert isinstance(page, PlanPage)
    if widget is page.view:
        return "; ".join(cells(page))
    return name_of(widget)


def name_of(widget: QWidget) -> str:
    """Return a widget's name; of a box, which tells what is chosen first, its name behind that."""
    told = QAccessible.queryAccessibleInterface(widget)
    name = told.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox) and name != widget.accessibleName():
        return f"{name}, {told.text(QAccessible.Text.Description)}"
    return name


def cells(page: PlanPage) -> list[str]:
    """Return the names of the accessible cells of the row that the keyboard is on."""
    table = QAccessible.queryAccessibleInterface(page.view)
    told = (table.child(number) for number in range(table.childCount()))
    shown = [cell for cell in told if cell is not None and cell.isValid()]
    chosen = [cell for cell in shown if cell.state().selected]
    return [cell.text(QAccessible.Text.Name) for cell in chosen]


def test_a_plan_is_begun_filled_in_and_undone_by_keys_and_heard_at_every_step(
    opened: Driver,
) -> None:
    opened.press("Ctrl+6")
    assert heard(opened) == "Open a plan…", "what can be done next has the keyboard"
    opened.press("Tab")
    assert heard(opened) == "Look at a sample plan"
    opened.press("Return")
    page = opened.window.page("plan")
    page.take_focus()
    first = heard(opened)
    assert ": To manage one defined service area" in first
    assert "not yet" in first
    opened.press("1")
    second = heard(opened)
    assert second != first and ": Posts at this level require" in second
    opened.press("Up", "Up")
    assert "shown already" in heard(opened)
    opened.press("Ctrl+Z")
    assert "not yet" in heard(opened)
    opened.press("Return")
    assert heard(opened) == "not yet, I say"
    opened.press("Tab")
    assert heard(opened) == "My note"
    names = {name_of(widget) for widget in page.panel.findChildren(QWidget) if widget.isVisible()}
    assert {"Add evidence…", "Add an action…", "Record my manager’s view…"} <= names
    assert name_of(page.view) == "The plan: statements by subject"
    described = QAccessible.queryAccessibleInterface(page.view).text(QAccessible.Text.Description)
    assert "1 shown already" in described
