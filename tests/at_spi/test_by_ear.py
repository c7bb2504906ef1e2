"""The real program on a screen of its own, used by keyboard alone and heard over AT-SPI, as a blind
person uses it.

It runs where it is asked for, with PATHWAYS_ATSPI=1, and Xvfb, D-Bus, AT-SPI's registry, xdotool
and pyatspi for the system's Python are installed; see docs/accessibility.md.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator

import pytest

from listening import Listener, Told, missing, wait_for
from pathways.compare.change import Comparison, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.rows import rows
from pathways.gui.widgets.plain_text import heard
from pathways.store.open_files import open_files
from pathways.store.vocabulary_file import read_vocabulary

ASKED_FOR = os.environ.get("PATHWAYS_ATSPI") == "1"
pytestmark = [
    pytest.mark.skipif(
        not ASKED_FOR, reason="a screen, keys and ears take time: PATHWAYS_ATSPI=1 runs this"
    ),
    pytest.mark.skipif(ASKED_FOR and bool(missing()), reason=missing() or "all is there"),
]


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    listener = Listener(tmp_path_factory.mktemp("listener"))
    yield listener
    listener.close()


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """What the program should say, worked out without a window."""
    return Comparer(open_files(()).library, read_vocabulary("en")).compare(["ict-11", "ict-12"])


@pytest.fixture(scope="module")
def reading(listener: Listener) -> list[Told]:
    """Go from the start to the comparison of grades 11 and 12 by keys alone, and read the whole
    window.
    """
    listener.heard("Where are you now?")
    choose(listener, "Grade 11")
    listener.press("Tab")
    listener.heard("Where would you like to go?")
    choose(listener, "Grade 12")
    listener.press("Tab")
    listener.heard("Compare")
    listener.press("Return")
    listener.heard("Level purpose: More is asked")
    return wait_for(lambda: whole(listener.read()), "the whole comparison")


def choose(listener: Listener, title: str) -> None:
    """Go down a box, choice by choice, until the title is heard; typing it would depend on how
    fast the machine is.
    """
    at = wait_for(listener.focus, "the box")
    for _choice in range(30):
        listener.press("Down")
        at = wait_for(functools.partial(listener.focus_if, at.__ne__), f"what follows {at}")
        if at.name == title:
            return
    raise AssertionError(f"{title} is not in the box")


def whole(read: list[Told]) -> list[Told]:
    """Return what was read when the last subject is among it: the window fills while it is read."""
    return (
        read
        if any(told.role == "heading" and told.name.startswith("Knowledge") for told in read)
        else []
    )


def test_one_hears_where_one_is(reading: list[Told]) -> None:
    titles = [told.name for told in reading if told.role == "frame"]
    assert titles == ["ICT job family › Grade 11 to Grade 12 – Pathways"]
    assert [told.name for told in reading if told.role == "menu item"] == [
        "File",
        "Edit",
        "View",
        "Go",
        "Team",
        "Help",
    ]
    pages = [
        told
        for told in reading
        if told.name in ("Map", "Compare", "Ladder") and "checkable" in told.states
    ]
    assert [told.name for told in pages if "checked" in told.states] == ["Compare"]
    assert any("Grade 11 to Grade 12" in told.name for told in reading if told.role == "label")


def test_the_headings_alone_tell_the_story(reading: list[Told], comparison: Comparison) -> None:
    told_all = [told.name for told in reading if told.role == "heading"]
    page = told_all.index("What changes from grade 11 to grade 12")
    dimensions = comparison.steps[0].dimensions
    assert told_all[page + 1 :] == [
        "What makes the step",
        *(heard(f"{change.dimension.title}. {change.sentence}") for change in dimensions),
    ]


def test_the_short_version_comes_first_with_a_sentence_for_each_subject(
    reading: list[Told], comparison: Comparison
) -> None:
    wanted = [
        heard(
            change.sentence
            if change.sentence.startswith(change.dimension.title)
            else f"{change.dimension.title}: {change.sentence}"
        )
        for change in comparison.steps[0].dimensions
    ]
    buttons = [told.name for told in reading if told.role == "push button" and told.name in wanted]
    assert buttons == wanted
    first = next(index for index, told in enumerate(reading) if told.name.startswith(wanted[0]))
    head = next(
        index for index, told in enumerate(reading) if told.name.startswith("What changes from")
    )
    assert head < first


def test_every_statement_is_heard_with_its_verdict_and_grade_in_order(
    reading: list[Told], comparison: Comparison
) -> None:
    cells = [told for told in reading if told.role in ("label", "push button") and is_cell(told)]
    wanted = []
    for dimension, row in (
        (d, row) for d in comparison.dimensions for row in rows(comparison, d.id)
    ):
        for title, statement in zip(("Grade 11", "Grade 12"), row.cells, strict=True):
            verdict = row.changes[0].verdict if row.changes[0] else Verdict.NOT_STATED
            wanted.append(
                (
                    dimension.title,
                    verdict.word,
                    title,
                    statement.text if statement else "Not ",
                )
            )
    assert len(cells) == len(wanted)
    for told, (dimension, word, title, text) in zip(cells, wanted, strict=True):
        assert told.name.startswith(f"{dimension}, {word}"), told.name
        assert f" {title}: {text}" in told.name


def is_cell(told: Told) -> bool:
    return "Grade 11: " in told.name or "Grade 12: " in told.name


def test_why_is_heard_between_the_two_grades(reading: list[Told]) -> None:
    at = next(
        i for i, told in enumerate(reading) if told.name.startswith("more asked: supervise to lead")
    )
    around = [told.name for told in reading[at - 1 : at + 3] if is_cell(told)]
    assert "Grade 11: Supervise" in around[0] and "Grade 12: Lead" in around[1]
    assert reading[at].role == "label" and reading[at].description == Verdict.RAISED.explanation


def test_nothing_that_takes_the_keyboard_is_nameless(reading: list[Told]) -> None:
    assert len(reading) > 20
    assert [told for told in reading if "focusable" in told.states and not told.words.strip()] == []
    assert [told for told in reading if told.role == "heading" and not told.name.strip()] == []


def test_walking_by_keys_is_heard_and_so_is_the_source(
    listener: Listener, reading: list[Told]
) -> None:
    listener.press("Down", "Down", "Return")
    cell = listener.heard("People management, more asked: supervise to lead")
    assert "Grade 12: Lead, develop" in cell.name and "checked" not in cell.states
    listener.press("Return")
    told = wait_for(
        lambda: listener.focus_if(lambda told: told.description.startswith("Source: ")),
        "the source to be open",
    )
    assert told.name == cell.name
    listener.press("n")
    listener.heard("Equality and diversity, more asked")
    listener.press("p")
    listener.heard("People management, more asked")


def test_tab_goes_through_the_window_and_comes_back(
    listener: Listener, reading: list[Told]
) -> None:
    start = wait_for(listener.focus, "the keyboard")
    for key in ("Tab", "shift+Tab"):
        passed: list[str] = []
        at = start
        while len(passed) < 60:
            listener.press(key)
            at = wait_for(functools.partial(listener.focus_if, at.__ne__), f"what follows {at}")
            if at.name == start.name:
                break
            passed.append(at.words)
        assert len(passed) < 60, "it never comes back"
        assert "Print or export" in passed and "Search every grade and role" in passed
        assert all(words.strip() for words in passed)
