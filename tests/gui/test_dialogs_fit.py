"""No dialog is larger than the screen; what does not fit scrolls, its buttons stay in sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from driver import Driver
from pathways.gui.dialogs import fitting_dialog
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.gui.importing.leave_dialog import LeaveDialog
from pathways.gui.importing.reason_dialog import ReasonDialog
from pathways.gui.importing.split_dialog import SplitDialog
from pathways.gui.printing import preview
from pathways.gui.printing.export_dialog import ExportDialog
from pathways.gui.printing.printer import pages_of

SCREEN = QSize(1280, 672)  # what a window's frame leaves of 1280 x 720

Make = Callable[[Driver], QDialog]
DIALOGS: dict[str, Make] = {
    "export": lambda d: ExportDialog(d.window, d.window.settings, to_file=True, comparison=True),
    "print": lambda d: ExportDialog(d.window, d.window.settings, to_file=False),
    "reason": lambda d: ReasonDialog(d.window, 2),
    "split": lambda d: SplitDialog(d.window, "Lead a team. " * 40),
    "leave": lambda d: LeaveDialog(d.window),
    "notice": lambda d: NoticeDialog(d.window, "A title", "Words. " * 200, "Details\n" * 99),
}


@pytest.fixture(params=[1.0, 2.0, 3.0], ids=["100 %", "200 %", "300 %"])
def sized(
    opened: Driver, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Driver:
    monkeypatch.setattr(fitting_dialog, "room_on_screen", lambda _widget: SCREEN)
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(request.param))
    opened.settle()
    return opened


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_on_the_screen_with_its_buttons_in_sight(sized: Driver, name: str) -> None:
    dialog = DIALOGS[name](sized)
    dialog.show()
    sized.settle()
    assert dialog.width() <= SCREEN.width()
    assert dialog.height() <= SCREEN.height()
    assert isinstance(dialog, FittingDialog)
    row = dialog.buttons.parentWidget()
    buttons = [
        widget
        for index in range(dialog.buttons.count())
        if isinstance(widget := (dialog.buttons.itemAt(index).widget()), QPushButton)
    ]
    assert row is dialog
    assert buttons
    for button in buttons:
        assert inside(dialog, button), button.text()
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_the_preview_fits_on_the_screen_and_its_pages_in_it(
    sized: Driver, monkeypatch: pytest.MonkeyPatch, orientation: str
) -> None:
    monkeypatch.setattr(preview, "room_on_screen", lambda _widget: SCREEN)
    window = sized.window
    window.session.compare(["ict-11", "ict-12"])
    window.settings.set("export/orientation", orientation)
    paper = window.parts.exports.paper()
    dialog = preview.PreviewDialog(
        window, lambda choice: pages_of(paper, choice), window.settings, comparison=True
    )
    dialog.show()
    sized.settle()
    assert dialog.width() <= SCREEN.width() and dialog.height() <= SCREEN.height()
    for button in dialog.findChildren(QPushButton):
        assert inside(dialog, button), button.text()
    assert dialog._scroll.horizontalScrollBar().maximum() == 0
    dialog.zoom(1)
    dialog.zoom(1)
    dialog.fit_width()
    sized.settle()
    assert dialog._scroll.horizontalScrollBar().maximum() == 0
    dialog.close()
    dialog.deleteLater()


def inside(outer: QWidget, inner: QWidget) -> bool:
    place = QRect(inner.mapTo(outer, QPoint(0, 0)), inner.size())
    return outer.rect().contains(place)


def test_what_does_not_fit_can_be_scrolled_to(sized: Driver) -> None:
    dialog = DIALOGS["notice"](sized)
    dialog.show()
    sized.settle()
    assert isinstance(dialog, FittingDialog)
    bar = dialog._scroll.verticalScrollBar()
    content = dialog._content.height()
    assert content <= dialog._scroll.viewport().height() + bar.maximum()
    dialog.close()
    dialog.deleteLater()


def test_a_dialog_with_larger_text_is_as_much_larger_as_the_screen_allows(sized: Driver) -> None:
    scale = sized.window.theme.scale
    dialog = NoticeDialog(sized.window, "A title", "Words.", "Details\n" * 99)
    dialog.show()
    sized.settle()
    assert dialog.width() == min(640 * scale, SCREEN.width())
    assert dialog.height() == min(420 * scale, SCREEN.height())
