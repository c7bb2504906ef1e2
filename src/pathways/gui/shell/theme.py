"""The look: colours named by what they are for, sizes that follow the text size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from pathways.compare.change import Verdict
from pathways.i18n import _

SMALLEST, LARGEST, NOTCH = 0.8, 3.0, 0.1  # text sizes, and how much one key press adds
NORMAL_PX = 15.0  # pixels of the text at 100 %, where the system asks for no more

# Sizes of type beside the text that one reads.
SMALL, BODY, HEADING, TITLE = 0.87, 1.0, 1.13, 1.5


class Ink(msgspec.Struct, frozen=True):
    """A colour to write with and the tint that it stands on."""

    ink: str
    tint: str


class Theme(msgspec.Struct, frozen=True):
    """Colours by role, and how large text is; ``scale`` is 1.0 at 100 %.

    ``line`` parts things that would be understood without it; ``control_line`` is the edge of what
    can be used and stands out by 3 to 1. Text roles stand out by 4.5 to 1 from ``window``,
    ``surface`` and ``accent_tint``.
    """

    name: str
    dark: bool
    window: str
    surface: str
    text: str
    quiet_text: str
    disabled: str
    line: str
    control_line: str
    accent: str
    on_accent: str
    accent_ink: str
    accent_tint: str
    hover: str
    focus: str
    delete_ink: str
    insert_ink: str
    warning: Ink
    verdicts: Mapping[Verdict, Ink]
    scale: float = 1.0
    body: float = NORMAL_PX
    edge: float = 1.0  # how thick lines are

    def verdict_ink(self, verdict: Verdict) -> QColor:
        """Return the colour of a verdict's sign and word."""
        return QColor(self.verdicts[verdict].ink)

    def verdict_tint(self, verdict: Verdict) -> QColor:
        """Return the ground that a verdict's sign and word stand on."""
        return QColor(self.verdicts[verdict].tint)

    def scaled(self, scale: float) -> Theme:
        """Return the theme with text of another size, kept between the smallest and the largest."""
        return msgspec.structs.replace(self, scale=min(LARGEST, max(SMALLEST, round(scale, 2))))

    def px(self, size: float) -> int:
        """Return a distance that grows with the text, in pixels."""
        return max(1, round(size * self.scale))

    def space(self, size: float) -> int:
        """Return a gap between things: it grows with the text, but slower, so that room is left to
        read.
        """
        return max(1, round(size * (1 + (self.scale - 1) * 0.35)))

    def margins(self, beside: float, above: float | None = None) -> QMargins:
        """Return gaps at both sides, and above and below, which are as large unless said."""
        across, down = self.space(beside), self.space(beside if above is None else above)
        return QMargins(across, down, across, down)

    def text_px(self, size: float = BODY) -> int:
        """Return the height of type in pixels: SMALL, BODY, HEADING or TITLE.

        Headings grow slower than the text above 150 %, so that they stay on few lines.
        """
        grown = self.scale if size <= BODY else min(self.scale, 1.5 + (self.scale - 1.5) * 0.6)
        return max(8, round(self.body * max(size * grown, self.scale if size > BODY else 0)))

    def font(self, size: float = BODY, *, bold: bool = False) -> QFont:
        """Return the system's font at one of the sizes."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self.text_px(size))
        font.setBold(bold)
        return font

    def palette(self) -> QPalette:
        """Return the colours as Qt's own controls know them."""
        palette = QPalette()
        role = QPalette.ColorRole
        for which, colour in (
            (role.Window, self.window),
            (role.WindowText, self.text),
            (role.Base, self.surface),
            (role.AlternateBase, self.window),
            (role.Text, self.text),
            (role.Button, self.surface),
            (role.ButtonText, self.text),
            (role.BrightText, self.on_accent),
            (role.ToolTipBase, self.surface),
            (role.ToolTipText, self.text),
            (role.PlaceholderText, self.quiet_text),
            (role.Highlight, self.accent),
            (role.HighlightedText, self.on_accent),
            (role.Link, self.accent_ink),
            (role.LinkVisited, self.accent_ink),
            (role.Accent, self.accent),
            (role.Light, self.surface),
            (role.Midlight, self.line),
            (role.Mid, self.line),
            (role.Dark, self.control_line),
            (role.Shadow, self.control_line),
        ):
            palette.setColor(which, QColor(colour))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(self.disabled))
        return palette

    @property
    def title(self) -> str:
        """Return the theme's name for people."""
        return {"light": _("Light"), "dark": _("Dark"), "high-contrast": _("High contrast")}[
            self.name
        ]


# The verdicts' hues are those of Okabe and Ito: blue, orange, purple, green and vermilion; what is
# no change is grey. What is disabled has, in high contrast, the colour that systems give it there.
_COLOURS = {  # of each role: light, dark, high contrast
    "window": ("#f4f6f8", "#14181d", "#000000"),
    "surface": ("#ffffff", "#1c2228", "#000000"),
    "text": ("#14181d", "#edf1f5", "#ffffff"),
    "quiet_text": ("#535c66", "#a9b4bf", "#ffffff"),
    "disabled": ("#535c66", "#a9b4bf", "#3ff23f"),
    "line": ("#d9dee4", "#343d47", "#ffffff"),
    "control_line": ("#7b8691", "#77838f", "#ffffff"),
    "accent": ("#1768b3", "#6db5f2", "#ffe14d"),
    "on_accent": ("#ffffff", "#08131d", "#000000"),
    "accent_ink": ("#0c5396", "#8cc6f7", "#ffe14d"),
    "accent_tint": ("#e6f0fa", "#1d3347", "#332d00"),
    "hover": ("#edf1f5", "#27303a", "#332d00"),
    "focus": ("#0b5cad", "#8cc6f7", "#56d4ff"),
    "delete_ink": ("#8f2f1b", "#ffab8f", "#ffb59c"),
    "insert_ink": ("#14181d", "#edf1f5", "#ffffff"),
}
_WARNING = ("#6b4500 #fff1d1", "#ffd98a #3d3011", "#ffe14d #000000")  # ink and tint
_VERDICTS = {
    Verdict.UNCHANGED: ("#4f5963 #eceff2", "#b4bec8 #2a323a", "#ffffff #000000"),
    Verdict.REWORDED: ("#33566b #e4eef3", "#b3d3e3 #253840", "#ffffff #1f2f38"),
    Verdict.RAISED: ("#00518a #deedf9", "#93cbf8 #16344e", "#8fd0ff #00253f"),
    Verdict.EASED: ("#754600 #fdedd0", "#f7c46c #402e0e", "#ffc65c #332100"),
    Verdict.CHANGED: ("#822a61 #f8e5f0", "#ecadd0 #43233a", "#ffb3dc #360d27"),
    Verdict.NEW: ("#00573f #dcf2ea", "#6fd8b4 #103a2e", "#5cf0c1 #00301f"),
    Verdict.DROPPED: ("#933600 #fce5d8", "#ffab83 #472413", "#ffb08a #3b1600"),
    Verdict.NOT_STATED: ("#535c66 #f4f6f8", "#a9b4bf #1c2228", "#ffffff #000000"),
}


def _theme(place: int, name: str, *, dark: bool, edge: float = 1.0) -> Theme:
    """Return the theme whose colours stand in one place of the tables."""
    verdicts = {verdict: Ink(*inks[place].split()) for verdict, inks in _VERDICTS.items()}
    colours: dict[str, Any] = {role: row[place] for role, row in _COLOURS.items()}
    warning = Ink(*_WARNING[place].split())
    return Theme(
        name=name,
        dark=dark,
        warning=warning,
        verdicts=MappingProxyType(verdicts),
        edge=edge,
        **colours,
    )


LIGHT = _theme(0, "light", dark=False)
DARK = _theme(1, "dark", dark=True)
HIGH_CONTRAST = _theme(2, "high-contrast", dark=True, edge=2.0)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
)


def _system_theme() -> Theme:
    """Return the theme that suits the system's own; light where it does not say."""
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def theme_named(name: str) -> Theme:
    """Return the theme of that name; the system's for any other word."""
    return THEMES.get(name) or _system_theme()
