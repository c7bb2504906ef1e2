"""Contrast of the whole style sheet, rule by rule, and of what is painted: no pair is left to be
remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from contrast import contrast
from pathways.compare.change import Verdict
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import THEMES, Theme
from pathways.gui.widgets.verdict_chip import chip_words

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
TEXT, SIGN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
# Grounds that no words stand on: bars, lines, handles and marks. Their own contrast is measured
# below.
_WORDLESS = (
    "::handle",
    "::separator",
    "::indicator",
    "::chunk",
    "QFrame#rule",
    "QSplitter",
    "-page",
    "-line",
)


def rules(theme: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each selector with its properties."""
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", stylesheet(theme)):
        pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
        yield " ".join(selectors.split()), {name.strip(): value.strip() for name, value in pairs}


def colour_in(value: str) -> str:
    found = re.search(r"#[0-9a-fA-F]{6}", value)
    return found.group() if found else ""


@themes
def test_words_of_every_rule_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    weak, measured = [], 0
    for selectors, body in rules(theme):
        if any(part in selectors for part in _WORDLESS):
            continue
        ink = colour_in(body.get("color", "")) or theme.text
        own = colour_in(body.get("background", ""))
        if selectors == 'QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed':
            ink = theme.on_accent  # said by the rule before
        for ground in (own,) if own else (theme.window, theme.surface):
            if "banner" in selectors or "notice" in selectors:
                ink, ground = theme.warning.ink, theme.warning.tint
            if selectors == 'QPushButton[look="primary"]':
                ground = theme.accent
            measured += 1
            if contrast(ink, ground) < TEXT:
                weak.append((selectors, ink, ground, round(contrast(ink, ground), 2)))
    assert weak == []
    assert measured > 60


@themes
def test_what_is_chosen_in_a_field_or_a_list_can_be_read(theme: Theme) -> None:
    pairs = [
        (
            colour_in(body["selection-color"]),
            colour_in(body["selection-background-color"]) or theme.window,
        )
        for _selectors, body in rules(theme)
        if "selection-color" in body
    ]
    assert len(pairs) >= 3
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


@themes
def test_the_ring_of_every_rule_for_the_keyboard_is_seen(theme: Theme) -> None:
    rings = 0
    for selectors, body in rules(theme):
        if ":focus" not in selectors:
            continue
        ring = colour_in(body.get("border", ""))
        assert ring, f"{selectors} has no ring"
        rings += 1
        for ground in (theme.window, theme.surface):
            assert contrast(ring, ground) >= SIGN, (selectors, ring, ground)
    assert rings >= 8


@themes
def test_what_is_closed_to_use_can_still_be_read(theme: Theme) -> None:
    palette = theme.palette()
    for role in (
        palette.ColorRole.WindowText,
        palette.ColorRole.Text,
        palette.ColorRole.ButtonText,
    ):
        ink = palette.color(palette.ColorGroup.Disabled, role)
        for ground in (theme.window, theme.surface):
            assert contrast(ink, ground) >= TEXT
    assert contrast(palette.color(palette.ColorRole.PlaceholderText), theme.surface) >= TEXT
    assert (
        contrast(
            palette.color(palette.ColorRole.ToolTipText),
            palette.color(palette.ColorRole.ToolTipBase),
        )
        >= TEXT
    )
    assert contrast(palette.color(palette.ColorRole.Link), theme.surface) >= TEXT


@themes
def test_marks_of_words_can_be_read_on_every_ground_that_they_are_painted_on(theme: Theme) -> None:
    grounds = {
        "page": theme.window,
        "card": theme.surface,
        "under the mouse": theme.hover,
        "lit": theme.accent_tint,
    }
    inks = {"deleted": theme.delete_ink, "inserted": theme.insert_ink, "source": theme.accent_ink}
    inks |= {"statement": theme.text, "unchanged": theme.quiet_text}
    weak = [
        (name, place, round(contrast(ink, ground), 2))
        for name, ink in inks.items()
        for place, ground in grounds.items()
        if contrast(ink, ground) < TEXT
    ]
    assert weak == []
    assert (
        contrast(theme.warning.ink, theme.warning.tint) >= TEXT
    )  # what was searched for in the guide


@themes
def test_bars_handles_and_edges_are_seen(theme: Theme) -> None:
    for mark in (
        theme.control_line,
        theme.accent,
        theme.quiet_text,
    ):  # handles, bars of the ladder, handles held
        for ground in (theme.window, theme.surface):
            assert contrast(mark, ground) >= SIGN


@pytest.mark.parametrize("verdict", Verdict)
def test_a_chip_has_a_sign_and_a_word_beside_its_colour(verdict: Verdict) -> None:
    assert verdict.sign and verdict.word
    assert chip_words(verdict) == f"{verdict.sign} {verdict.word}"
