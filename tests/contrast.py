"""How far colours stand apart, as WCAG counts it."""

from __future__ import annotations

from PySide6.QtGui import QColor


def contrast(first: str | QColor, second: str | QColor) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG counts it."""
    light, dark = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
