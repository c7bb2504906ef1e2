from __future__ import annotations

from collections.abc import Callable

import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Stating = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Lead the ser\u00advice.", "soft hyphen (U+00AD)", "ser·vice."),
        ("Lead\u200b the service.", "zero-width space (U+200B)", "Lead·"),
        ("\ufeffLead the service.", "byte order mark (U+FEFF)", "·Lead"),
        ("Lead the\u200d service.", "zero width joiner (U+200D)", "the·"),
        ("Lead \u200ethe service.", "left-to-right mark (U+200E)", "·the"),
    ],
)
def test_an_invisible_character_is_named_in_its_word(
    found: Found, stating: Stating, text: str, name: str, word: str
) -> None:
    (finding,) = found(stating(text), Code.INVISIBLE_CHARACTER)
    assert finding.severity is Severity.WARNING
    assert name in finding.message
    assert f"“{word}”" in finding.message


def test_several_in_one_text_are_one_finding(found: Found, stating: Stating) -> None:
    (finding,) = found(stating("Le\u00adad the ser\u00advi\u200bce."), Code.INVISIBLE_CHARACTER)
    assert "soft hyphen (U+00AD) and zero-width space (U+200B)" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # a joiner that Persian spelling needs
        "\u200fשלום",  # a mark of direction in text that runs from right to left
        "Kurdish, Welsh (ŷ) and café – “quoted” …",
        "👩\u200d💻 engineer",
    ],
)
def test_characters_that_have_a_meaning_in_their_place_are_left(
    found: Found, stating: Stating, text: str
) -> None:
    assert found(stating(text), Code.INVISIBLE_CHARACTER) == []


def test_unusual_spaces_are_one_piece_of_advice_for_the_whole(
    found: Found, stating: Stating
) -> None:
    texts = (
        "Lead\u00a0the service.",
        "Lead the\u2003team.",
        "Lead the\tgroup.",
        "Lead the\u00a0staff.",
        "Lead.",
    )
    (finding,) = found(stating(*texts), Code.ODD_SPACE)
    assert finding.severity is Severity.ADVICE
    assert "4 texts contain unusual spaces (em space, no-break space and tab)" in finding.message
    assert "“Lead·the”, “the·team.” and “the·group.”" in finding.message
    assert finding.statements == ("6.risk.1", "6.risk.2", "6.risk.3", "6.risk.4")


@pytest.mark.parametrize(
    "text",
    ["Lead the team\ufffds.", "\uf0b7 Lead the team.", "Lead the teamâ€™s work.", "CafÃ© work"],
)
def test_a_character_that_was_lost_is_a_warning(found: Found, stating: Stating, text: str) -> None:
    (finding,) = found(stating(text), Code.LOST_CHARACTER)
    assert finding.severity is Severity.WARNING
    assert finding.statements == ("6.risk.1",)


def test_letters_with_accents_are_not_lost(found: Found, stating: Stating) -> None:
    assert found(stating("Âge, São Tomé, Ŵ and naïve"), Code.LOST_CHARACTER) == []
