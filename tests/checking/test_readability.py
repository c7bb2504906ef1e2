from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.checking.finding import Code, Finding
from pathways.checking.readability import LONGEST_SENTENCE, reading_ease, sentences, syllables
from pathways.model.library import Library

Found = Callable[..., list[Finding]]
Stating = Callable[..., Library]
HARD = (
    "Organisational accountability necessitates comprehensive interdisciplinary collaboration, "
    "facilitating "
    "operational sustainability, methodological consistency and infrastructural interoperability. "
) * 8


def test_a_sentence_may_have_forty_words_and_no_more(found: Found, stating: Stating) -> None:
    words = " ".join(["word"] * LONGEST_SENTENCE)
    assert found(stating(f"{words}."), Code.LONG_SENTENCE) == []
    (finding,) = found(stating(f"{words} more."), Code.LONG_SENTENCE)
    assert finding.message.startswith("A sentence of 41 words:")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lead the team. Report to the head.", 2),
        ("Some work in markets (e.g. Schools). Others do not.", 2),
        ("Manage staff; write plans; keep records", 3),
        ("Is it so? “Yes.” It is!", 3),
        ("Spend 2.5 million a year", 1),
    ],
)
def test_sentences_end_at_stops_and_semicolons(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_statement_of_many_sentences_should_be_divided(found: Found, stating: Stating) -> None:
    assert found(stating("Do this. " * 5), Code.LONG_STATEMENT) == []
    (finding,) = found(stating("Do this now. " * 6), Code.LONG_STATEMENT)
    assert "6 sentences" in finding.message


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("lead", 1),
        ("people", 2),
        ("service", 2),
        ("services", 3),
        ("used", 1),
        ("created", 2),
        ("while", 1),
        ("authority", 4),
        ("the", 1),
        ("tables", 2),
        ("rhythm", 1),
        ("HMRC", 1),
    ],
)
def test_syllables_are_estimated_from_the_spelling(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_short_sentences_are_easy_to_read() -> None:
    assert reading_ease(["The cat sat on the mat."]) > 100
    assert reading_ease([HARD]) < 0
    assert reading_ease(["…"]) == 100


def test_a_hard_text_is_one_finding_for_the_framework(
    found: Found, drawn: Callable[..., Library]
) -> None:
    library = drawn("6-7", {"6": {"risk": [HARD]}, "7": {"risk": [HARD]}})
    (finding,) = found(library, Code.HARD_TO_READ)
    assert finding.keys == ("title",)
    assert finding.nodes == ("6", "7")
    assert "only" in finding.message


def test_one_hard_role_alone_is_told_without_comparing(found: Found, stating: Stating) -> None:
    (finding,) = found(stating(HARD), Code.HARD_TO_READ)
    assert "only" not in finding.message


def test_a_hard_grade_in_an_easy_framework_is_named(
    found: Found, drawn: Callable[..., Library]
) -> None:
    easy = "Help the team to do its work well. " * 200
    library = drawn("6-7", {"6": {"risk": [easy]}, "7": {"overall": [HARD]}})
    (finding,) = found(library, Code.HARD_TO_READ)
    assert finding.message.startswith("Hard to read: grade 7, with")


def test_the_figure_is_for_english_only(
    found: Found, stating: Stating, with_parts: Callable[..., Library]
) -> None:
    assert found(with_parts(stating(HARD), language="cy-GB"), Code.HARD_TO_READ) == []


def test_definitions_may_be_long(found: Found, stating: Stating) -> None:
    library = stating("Do this now. " * 6)
    framework = library.frameworks[0]
    block = framework.blocks[0]
    sections = tuple(
        msgspec.structs.replace(section, definition=True) for section in block.sections
    )
    defined = msgspec.structs.replace(
        framework, blocks=(msgspec.structs.replace(block, sections=sections),)
    )
    assert found(Library.merge([defined], library.shared_dimensions), Code.LONG_STATEMENT) == []
