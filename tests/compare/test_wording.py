"""Word marks inside a pair."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bundled
from pathways.compare.change import Words
from pathways.compare.wording import has_marks, mark_words


def marked(before: str, after: str) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    return "".join(
        signs[kind].format(text) for kind, text in mark_words(before, after, bundled.language())
    )


def spelled(words: Words, kind: str) -> str:
    return "".join(text for found, text in words if found in ("equal", kind))


@settings(max_examples=150, deadline=None)
@example("Manage staff, budgets", "manage staff and budgets")
@example("a b", "a  b")
@example("", "x")
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_runs_spell_both_texts_to_the_letter(before: str, after: str) -> None:
    words = mark_words(before, after, bundled.language())
    assert spelled(words, "delete") == before.lstrip() or spelled(words, "delete") == before
    assert spelled(words, "insert") == after.lstrip() or spelled(words, "insert") == after


def test_whole_words_are_marked() -> None:
    assert marked("Supervise the team", "Lead the team") == "[-Supervise -][+Lead +]the team"


def test_an_island_of_little_words_is_no_common_ground() -> None:
    assert marked(
        "Mend the old roads and all the bridges now", "Mend the new paths and all the tunnels now"
    ) == ("Mend the [-old roads and all the bridges -][+new paths and all the tunnels +]now")


def test_a_single_equal_word_between_long_changes_is_swallowed() -> None:
    found = marked(
        "Mend roads quickly before winter frost comes, staff inspect every bridge twice daily "
        "without fail",
        "Mend roads slowly during summer heat waves, staff paint many gates green each spring "
        "without fail",
    )
    assert found.count("[-") == 1


def test_strangers_are_not_marked_word_by_word() -> None:
    assert mark_words("Mend all the roads", "Play the music loudly", bundled.language()) == (
        ("delete", "Mend all the roads"),
        ("insert", "Play the music loudly"),
    )


def test_punctuation_alone_is_marked_alone() -> None:
    assert (
        marked("Manage staff and budgets.", "Manage staff and budgets")
        == "Manage staff and budgets[-.-]"
    )


def test_whether_marks_help_is_decided_here_for_screen_and_paper() -> None:
    little = "It is of the and to in on by as for a remarkable extraordinary responsibilities"
    other = "It is of the and to in on by as for a comprehensive interdisciplinary understanding"
    few = mark_words("To be at it or on it internationally", "To be at it or on it " + "x" * 180,
                     bundled.language())  # fmt: skip
    assert has_marks(mark_words(little, other, bundled.language()))
    assert not has_marks(few), "short words in common make no text"
    assert not has_marks(mark_words("Lead teams", "Write reports", bundled.language()))
    assert not has_marks(())


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("Lead teams", "Lead the teams", "Lead [+the +]teams"),
        ("Lead the teams", "Lead teams", "Lead [-the -]teams"),
        ("The old roads", "The new paths", "The [-old roads-][+new paths+]"),
        ("Old roads for it", "New paths for it", "[-Old roads -][+New paths +]for it"),
        ("Lead teams", "lead teams.", "[-Lead -][+lead +]teams[+.+]"),
        ("Keep tools, clean", "Keep tools clean", "Keep tools[-, -][+ +]clean"),
        ("The town’s parks", "The town's park", "The [-town’s parks-][+town's park+]"),
        ("Mend old roads of the town", "Mend new paths of the town",
         "Mend [-old roads -][+new paths +]of the town"),
        ("Mend old and new roads", "Mend long and short roads",
         "Mend [-old and new -][+long and short +]roads"),
        ("Mend old town roads", "Mend new town paths",
         "Mend [-old -][+new +]town [-roads-][+paths+]"),
        ("Mend roads of the and bridges in town", "Mend paths of the and tunnels in town",
         "Mend [-roads of the and bridges -][+paths of the and tunnels +]in town"),
        ("Mend roads of the and to bridges in town", "Mend paths of the and to tunnels in town",
         "Mend [-roads -][+paths +]of the and to [-bridges -][+tunnels +]in town"),
        ("green b c d", "green x y z", "green [-b c d-][+x y z+]"),
        ("green b c d e", "green v w x y", "[-green b c d e-][+green v w x y+]"),
    ],
)  # fmt: skip
def test_marks_are_read_word_by_word(before: str, after: str, marks: str) -> None:
    assert marked(before, after) == marks
