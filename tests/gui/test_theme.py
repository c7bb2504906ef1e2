"""Contrast is measured, not guessed: every pair of colours in use, in every theme."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from contrast import contrast
from pathways.compare.change import Verdict
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import LARGEST, SMALLEST, THEMES, Theme

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
TEXT, SIGN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@themes
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.window, theme.surface, theme.hover):
        for ink in (
            theme.text,
            theme.quiet_text,
            theme.accent_ink,
            theme.delete_ink,
            theme.insert_ink,
        ):
            assert contrast(ink, ground) >= TEXT, (ink, ground)
    for ink in (theme.text, theme.quiet_text, theme.accent_ink):
        assert contrast(ink, theme.accent_tint) >= TEXT, ink


@themes
def test_words_on_the_accent_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= TEXT
    assert contrast(theme.on_accent, theme.accent_ink) >= TEXT  # a pressed button
    assert contrast(theme.warning.ink, theme.warning.tint) >= TEXT


@themes
@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_can_be_read_on_their_tint_and_beside_text(theme: Theme, verdict: Verdict) -> None:
    pair = theme.verdicts[verdict]
    assert contrast(pair.ink, pair.tint) >= TEXT
    for ground in (theme.window, theme.surface):
        assert contrast(pair.ink, ground) >= TEXT


@themes
def test_edges_of_controls_and_the_focus_ring_are_seen(theme: Theme) -> None:
    for ground in (theme.window, theme.surface, theme.accent_tint, theme.hover):
        assert contrast(theme.focus, ground) >= SIGN, ground
    for ground in (theme.window, theme.surface):
        assert contrast(theme.control_line, ground) >= SIGN, ground
        assert contrast(theme.accent, ground) >= SIGN, ground


@themes
def test_every_verdict_has_its_pair_and_changes_differ(theme: Theme) -> None:
    assert set(theme.verdicts) == set(Verdict)
    inks = [theme.verdicts[verdict].ink for verdict in Verdict if verdict.is_change]
    assert len(set(inks)) == len(inks)


def test_signs_alone_tell_verdicts_apart() -> None:
    assert len({verdict.sign for verdict in Verdict}) == len(Verdict)
    assert len({verdict.word for verdict in Verdict}) == len(Verdict)


@themes
def test_text_size_stays_between_80_and_300_per_cent(theme: Theme) -> None:
    assert theme.scaled(9).scale == LARGEST
    assert theme.scaled(0.1).scale == SMALLEST
    assert theme.scaled(2).text_px() == 2 * theme.text_px()


@themes
@pytest.mark.parametrize("scale", [SMALLEST, 1.0, 2.0, LARGEST])
def test_headings_are_never_smaller_than_text(qtbot: QtBot, theme: Theme, scale: float) -> None:
    sized = theme.scaled(scale)
    assert sized.text_px(0.87) <= sized.text_px() <= sized.text_px(1.13) <= sized.text_px(1.5)


@themes
def test_no_place_in_the_style_sheet_is_left_open(theme: Theme) -> None:
    assert "@" not in stylesheet(theme)
