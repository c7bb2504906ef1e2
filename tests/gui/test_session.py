"""The session: what is chosen, and the way back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from drawing import of_no_file
from pathways.gui.shell.session import Session
from pathways.model.library import Library
from pathways.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def library() -> Library:
    return Workspace.open().library


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Session:
    return Session(Workspace.of(library))


def test_a_node_is_chosen_once(session: Session) -> None:
    session.choose(["ict-6", "ict-6", "ict-7", "no-such-node"])
    assert session.chosen == ("ict-6", "ict-7")


def test_a_fifth_takes_the_place_of_the_fourth(session: Session) -> None:
    session.choose(["ict-6", "ict-7", "ict-8", "ict-9"])
    session.toggle("ict-10")
    assert session.chosen == ("ict-6", "ict-7", "ict-8", "ict-10")


def test_choosing_again_gives_up(session: Session) -> None:
    session.toggle("ict-6")
    session.toggle("ict-6")
    assert session.chosen == ()


def test_signals_say_what_happened_and_only_then(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.chosen_changed, timeout=100):
        session.choose(["ict-6", "ict-7"])
    with qtbot.assertNotEmitted(session.chosen_changed):
        session.choose(["ict-6", "ict-7"])
    with qtbot.assertNotEmitted(session.current_changed):
        session.set_current(None)


def test_comparing_is_one_move_and_one_move_back(session: Session) -> None:
    session.compare(["ict-6", "ict-7"])
    assert (session.page, session.chosen) == ("compare", ("ict-6", "ict-7"))
    session.back()
    assert (session.page, session.chosen) == ("map", ())
    assert not session.can_go_back
    session.forward()
    assert (session.page, session.chosen) == ("compare", ("ict-6", "ict-7"))


def test_a_new_move_ends_the_way_forward(session: Session) -> None:
    session.compare(["ict-6", "ict-7"])
    session.back()
    session.visit("ladder")
    assert not session.can_go_forward


def test_there_is_no_step_above_the_highest_grade(session: Session) -> None:
    session.choose(["ict-13", "ict-14"])
    assert session.shifted(1) == ()
    assert session.shifted(-1) == ("ict-12", "ict-13")


def test_an_indicative_step_is_no_grade_up(session: Session) -> None:
    session.choose(["ict-14", "ict-6"])
    assert session.shifted(1) == ()


def test_another_library_keeps_what_is_still_there(session: Session, library: Library) -> None:
    session.compare(["ict-6", "head-of-technology"])
    session.set_current("head-of-technology")
    ict_only = Library(library.frameworks[:1], library.shared_dimensions)
    session.workspace.take(of_no_file(ict_only))
    assert session.chosen == ("ict-6",)
    assert session.current is None
    assert session.comparison() is None


def test_paper_gets_the_dimensions_that_are_shown(session: Session) -> None:
    session.choose(["ict-11", "ict-12"])
    session.hide_dimensions(["risk"])
    comparison = session.comparison_for_paper()
    assert comparison is not None
    ids = [dimension.id for dimension in comparison.dimensions]
    assert "risk" not in ids and "people-management" in ids


def test_a_vocabulary_with_mistakes_is_told_and_done_without(
    session: Session, qtbot: QtBot, own_settings: object
) -> None:
    from pathlib import Path

    folder = Path(str(own_settings)) / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "en.yaml").write_text("scales: [", "utf-8")
    session.choose(["ict-11", "ict-12"])
    with qtbot.waitSignal(session.problems_found, timeout=100):
        comparison = session.comparison()
    assert comparison is not None
    assert "en.yaml" in str(session.workspace.mistakes[0])
