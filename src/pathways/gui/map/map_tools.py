"""The buttons over the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _


class MapTools(QWidget):
    """Hold the buttons: outline, fit, zoom, overview, fold or unfold all."""

    resized = Signal()  # there are more buttons, or fewer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = self._button("map-outline-button", _("Outline"), "")
        self.fit = self._button("map-fit", _("Fit"), _("Show the whole map (F)"))
        self.smaller = self._button("map-smaller", "−", _("Smaller (−)"))
        self.zoom = self._button("map-zoom", "100 %", _("Back to 100 % (0)"))
        self.larger = self._button("map-larger", "+", _("Larger (+)"))
        self.smaller.setAccessibleName(_("Smaller"))
        self.larger.setAccessibleName(_("Larger"))
        self.overview = self._button(
            "map-overview-button",
            _("Overview"),
            _("Show a small overview of the whole map"),
        )
        self.overview.setCheckable(True)
        self.overview.setChecked(True)
        self.overview.hide()  # until the map does not fit for the first time
        self._has_overview = self._cramped = self._outlined = False
        self.folding = self._button("map-fold-all", "", "")
        self._lay_out()

    def _lay_out(self) -> None:
        self.zooming = QWidget(self)
        self.zooming.setObjectName("map-zoom-group")
        row = QHBoxLayout(self.zooming)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.smaller, self.zoom, self.larger):
            row.addWidget(button)
        self._flow = FlowLayout(self, 8)
        for widget in (
            self.outline,
            self.fit,
            self.zooming,
            self.overview,
            self.folding,
        ):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def one_row(self) -> int:
        """Return the width of all buttons side by side."""
        return self._flow.sizeHint().width()

    def show_zoom(self, zoom: float) -> None:
        """Say how large the map is."""
        percent = round(zoom * 100)
        self.zoom.setText(_("{percent} %").format(percent=percent))
        self.zoom.setAccessibleName(
            _("Zoom {percent} per cent; back to 100").format(percent=percent)
        )

    def show_folding(self, *, useful: bool, folded: bool) -> None:
        """Offer to unfold all where anything is folded, else to fold all; nothing where folding is
        of no use.
        """
        if useful == self.folding.isHidden():
            self.folding.setVisible(useful)
            self.resized.emit()
        self.folding.setText(_("Unfold all") if folded else _("Fold all"))
        set_tip(
            self.folding,
            _("Show every grade, level and role (*)")
            if folded
            else _("Show one box for each family or ladder (/)"),
        )

    def show_outline(self, shown: bool, key: str) -> None:
        """Offer the outline, or the map again with none of the tools that it alone has."""
        self._outlined = shown
        self._show()
        words = _("Show the map again") if shown else _("Show as a list")
        self.outline.setText(_("Map") if shown else _("Outline"))
        set_tip(self.outline, _("{words} ({key})").format(words=words, key=key))

    def set_cramped(self, cramped: bool) -> None:
        """Leave out what can be done without where there is little room."""
        self._cramped = cramped
        self._show()

    def offer_overview(self) -> None:
        """Let the overview be switched on and off, from now on."""
        self._has_overview = True
        self._show()

    def _show(self) -> None:
        for widget in (self.fit, self.zooming):
            widget.setVisible(not self._outlined)
        self.zoom.setVisible(not self._cramped)
        self.overview.setVisible(self._has_overview and not self._cramped and not self._outlined)
        self.resized.emit()

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        set_tip(button, tip)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button
