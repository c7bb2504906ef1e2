"""The look: colours named by what they are for, sizes that follow the text size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from PySide6.QtCore import Qt
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


def _verdicts(**pairs: tuple[str, str]) -> Mapping[Verdict, Ink]:
    return MappingProxyType({Verdict[name.upper()]: Ink(*pair) for name, pair in pairs.items()})


# The verdicts' hues are those of Okabe and Ito: blue, orange, purple, green and vermilion; what is
# no change is grey.
LIGHT = Theme(
    name="light",
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    text="#14181d",
    quiet_text="#535c66",
    disabled="#535c66",
    line="#d9dee4",
    control_line="#7b8691",
    accent="#1768b3",
    on_accent="#ffffff",
    accent_ink="#0c5396",
    accent_tint="#e6f0fa",
    hover="#edf1f5",
    focus="#0b5cad",
    delete_ink="#8f2f1b",
    insert_ink="#14181d",
    warning=Ink("#6b4500", "#fff1d1"),
    verdicts=_verdicts(
        unchanged=("#4f5963", "#eceff2"),
        reworded=("#33566b", "#e4eef3"),
        raised=("#00518a", "#deedf9"),
        eased=("#754600", "#fdedd0"),
        changed=("#822a61", "#f8e5f0"),
        new=("#00573f", "#dcf2ea"),
        dropped=("#933600", "#fce5d8"),
        not_stated=("#535c66", "#f4f6f8"),
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#14181d",
    surface="#1c2228",
    text="#edf1f5",
    quiet_text="#a9b4bf",
    disabled="#a9b4bf",
    line="#343d47",
    control_line="#77838f",
    accent="#6db5f2",
    on_accent="#08131d",
    accent_ink="#8cc6f7",
    accent_tint="#1d3347",
    hover="#27303a",
    focus="#8cc6f7",
    delete_ink="#ffab8f",
    insert_ink="#edf1f5",
    warning=Ink("#ffd98a", "#3d3011"),
    verdicts=_verdicts(
        unchanged=("#b4bec8", "#2a323a"),
        reworded=("#b3d3e3", "#253840"),
        raised=("#93cbf8", "#16344e"),
        eased=("#f7c46c", "#402e0e"),
        changed=("#ecadd0", "#43233a"),
        new=("#6fd8b4", "#103a2e"),
        dropped=("#ffab83", "#472413"),
        not_stated=("#a9b4bf", "#1c2228"),
    ),
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    text="#ffffff",
    quiet_text="#ffffff",
    disabled="#3ff23f",  # as high contrast has it where it is part of the system
    line="#ffffff",
    control_line="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_ink="#ffe14d",
    accent_tint="#332d00",
    hover="#332d00",
    focus="#56d4ff",
    delete_ink="#ffb59c",
    insert_ink="#ffffff",
    warning=Ink("#ffe14d", "#000000"),
    verdicts=_verdicts(
        unchanged=("#ffffff", "#000000"),
        reworded=("#ffffff", "#1f2f38"),
        raised=("#8fd0ff", "#00253f"),
        eased=("#ffc65c", "#332100"),
        changed=("#ffb3dc", "#360d27"),
        new=("#5cf0c1", "#00301f"),
        dropped=("#ffb08a", "#3b1600"),
        not_stated=("#ffffff", "#000000"),
    ),
    edge=2.0,
)

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
