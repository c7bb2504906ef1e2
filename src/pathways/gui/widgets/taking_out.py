"""Widgets taken out of a page that is in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def take_out(widget: QWidget, layout: QLayout) -> None:
    """Take a widget out of its layout for good; hidden first, for what the layout has yet to show
    would be a window of its own for a moment.
    """
    layout.removeWidget(widget)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def take_all_out(layout: QLayout) -> None:
    """Take every widget out of a layout for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
