"""What makes each dialog of the window ask, so that every one of them can be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from driver import Driver
from pathways.gui.dialogs import fitting_dialog
from pathways.gui.dialogs.busy_dialog import BusyDialog
from pathways.gui.printing import preview
from pathways.gui.shell import settings_dialog
from pathways.gui.shell.background import Work
from pathways.gui.team.team_actions import TeamActions, actions_of
from walk_cases import SCREEN, wrong_in_dialog

Ask = Callable[[Driver], object]


def _team(driver: Driver) -> TeamActions:
    return actions_of(driver.window.parts.context)


def _plan(wish: str) -> Ask:
    def ask(driver: Driver) -> None:
        page = driver.window.page("plan")
        page.commands.do(wish, page.view.row.id)

    return ask


def _correct(name: str) -> Ask:
    """Return what asks about the first line of the import for which that can be asked."""

    def ask(driver: Driver) -> None:
        view = driver.window.page("import").view
        action = next(a for a in view.actions() if a.objectName() == f"correct_{name}")
        for row in range(view.model().rowCount()):
            view.choose_rows([row])
            if action.isEnabled():
                action.trigger()
                return
        raise AssertionError(f"nothing of the document can be corrected by {name}")

    return ask


def _judge(driver: Driver) -> None:
    table = driver.window.page("compare").table
    line = next(
        line
        for line in table.lines
        if (change := line.compared.changes[0]) and change.verdict.is_change and change.after
    )
    line.cells[-1].take_keyboard()
    driver.window.parts.judging.judge_here()


def _busy(driver: Driver) -> None:
    words = "Comparing every step of the library and information services job family…"
    dialog = BusyDialog(driver.window, words, Work(lambda progress: progress.begin(2)))
    dialog.exec()
    dialog.deleteLater()


# By the page that they are asked on, in the order of the pages.
DIALOGS: Mapping[str, Mapping[str, Ask]] = {
    "map": {
        "settings": lambda d: d.window.window_actions.ask_settings(),
        "about": lambda d: d.window.window_actions.about(),
        "palette": lambda d: d.window.window_actions.ask_palette(),
        "busy": _busy,
    },
    "compare": {
        "judge": _judge,
        "export": lambda d: d.window.parts.exports.export(),
        "print": lambda d: d.window.parts.exports.print(),
        "preview": lambda d: d.window.parts.exports.preview(),
    },
    "plan": {
        "evidence": _plan("add-evidence"),
        "action": _plan("add-action"),
        "use evidence": _plan("use-evidence"),
        "view": _plan("view"),
        "weight": _plan("weigh"),
        "agreement": lambda d: d.window.page("plan").commands.do("add-agreed", ""),
        "rename": lambda d: d.window.page("plan").commands.rename(),
        "reviews": lambda d: d.window.page("plan").commands.set_reviews(),
        "everything": lambda d: d.window.page("plan").commands.tell_everything(),
        "copy": lambda d: d.window.page("plan").commands.prepare_copy(),
    },
    "team": {
        "person": lambda d: _team(d).add_person(),
        "post": lambda d: _team(d).add_post(),
        "remove": lambda d: _team(d).remove_person(_team(d).session.team.people[0]),
        "rules": lambda d: _team(d).choose_rules(),
        "bands": lambda d: _team(d).ask_bands(),
    },
    "import": {
        "dimension": _correct("dimension"),
        "role": _correct("begin_role"),
        "leave out": _correct("leave_out"),
        "split": _correct("split"),
    },
}


@contextmanager
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Look at each dialog that asks, instead of waiting for an answer; what is wrong is listed."""
    found: list[str] = []
    seen: list[QDialog] = []

    def execute(dialog: QDialog) -> int:
        seen.append(dialog)
        if not isinstance(dialog, QFileDialog):  # the system's own
            found.extend(f"{type(dialog).__name__}: {one}" for one in wrong_in_dialog(dialog))
        return int(QDialog.DialogCode.Rejected)

    with monkeypatch.context() as patch:
        patch.setattr(QDialog, "exec", execute)
        for module in (fitting_dialog, preview, settings_dialog):
            patch.setattr(module, "room_on_screen", lambda _widget: SCREEN)
        yield found
    assert seen, "nothing was asked"


def wrong_in_dialogs(driver: Driver, page: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is wrong in the dialogs that are asked on a page."""
    wrong = []
    for name, ask in DIALOGS.get(page, {}).items():
        with looked_at(monkeypatch) as found:
            ask(driver)
        wrong += [f"{name}: {one}" for one in found]
    return wrong
