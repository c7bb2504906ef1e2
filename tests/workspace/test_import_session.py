"""An import without a window: reading, correcting, undoing, keeping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.errors import PathwaysError, UsageError
from pathways.importing.review import Review, leave_out
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import read_framework
from pathways.store.mapping_file import read_mapping
from pathways.workspace.import_session import ImportSession, Keys

TEXT = "Gardening\nGrade 4\nDuties\n- Weed the beds\n- Water\nGrade 5\nDuties\n- Plan the beds\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "gardening.txt"
    path.write_text(TEXT, "utf-8")
    return path


def begun(document: Path) -> ImportSession:
    session = ImportSession()
    assert session.take(session.read([document]), [document]) == ""
    return session


def known() -> list[str]:
    return [dimension.id for dimension in read_dimensions()]


def leaving_out(text: str, why: str = "a hobby") -> Callable[[Review], Review]:
    def edit(review: Review) -> Review:
        decisions = review.result().decisions
        place = next(p for p, d in enumerate(decisions) if d.text.endswith(text))
        return leave_out(review, [place], why)

    return edit


def correct(session: ImportSession, edit: Callable[[Review], Review], words: str = "x") -> None:
    after = session.corrected(edit)
    assert after is not None
    session.correct(words, after, ["line"])


def texts(session: ImportSession) -> list[str]:
    return [statement.text for statement in session.result.framework.statements]


def test_reading_tells_how_far_it_is_and_changes_nothing(document: Path, tmp_path: Path) -> None:
    session, told = ImportSession(), []
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    found = session.read(
        [document, tmp_path / "picture.png"], progress=lambda done, of: told.append((done, of))
    )
    assert told == [(0, 2), (1, 2), (0, 0)]
    assert [item.text for item in found.skipped] == ["picture.png"]
    assert session.review is None
    assert session.undo_words == session.redo_words == ""


def test_a_folder_is_read_with_all_that_is_in_it(document: Path) -> None:
    (document.parent / "second.txt").write_text("Grade 6\nDuties\n- Design parks\n", "utf-8")
    (document.parent / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    session = ImportSession()
    found = session.read([document.parent])
    assert {outline.name for outline in found.outlines} == {"gardening.txt", "second.txt"}
    session.take(found, [document.parent])
    assert "Design parks" in texts(session)
    assert any("picture.png" in item.text for item in session.result.left_out)


def test_what_holds_no_statement_is_refused_in_a_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n", "utf-8")
    heard: list[str] = []
    session = ImportSession(on_read=lambda: heard.append("read"))
    found = session.read([empty])
    why = session.take(found, [empty])
    assert session.review is None
    assert why == session.refusal
    assert why or found.skipped
    assert heard == ["read"]


def test_documents_can_be_put_beside_those_that_are_there(document: Path) -> None:
    session = begun(document)
    correct(session, leaving_out("Water"))
    second = document.parent / "second.txt"
    second.write_text("Grade 6\nDuties\n- Design parks\n", "utf-8")
    assert session.take(session.read([second], beside=True), [second], beside=True) == ""
    assert texts(session) == ["Weed the beds", "Plan the beds", "Design parks"]
    assert session.sources == (document, second)
    assert session.undo_words == "", "the steps were about other documents"


def test_what_cannot_be_read_beside_is_listed_and_the_rest_stays(document: Path) -> None:
    session = begun(document)
    broken = document.parent / "picture.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    before = texts(session)
    session.take(session.read([broken], beside=True), [broken], beside=True)
    assert texts(session) == before
    assert [item.text for item in session.skipped] == ["picture.png"]
    assert session.sources == (document,)


def test_a_correction_is_a_step_in_words_that_names_its_lines(document: Path) -> None:
    changed: list[Keys] = []
    session = ImportSession(on_changed=changed.append)
    session.take(session.read([document]), [document])
    correct(session, leaving_out("Water"), "leaving out")
    for _time in range(2):
        assert "Water" not in texts(session)
        assert session.undo_words == "leaving out" and session.redo_words == ""
        session.undo()
        assert "Water" in texts(session)
        assert session.redo_words == "leaving out" and session.undo_words == ""
        session.redo()
    assert set(changed) == {("line",)}
    assert len(changed) == 5
    session.redo()  # there is nothing left to do again
    assert len(changed) == 5


def test_what_changes_nothing_is_no_step(document: Path) -> None:
    session = begun(document)
    assert session.corrected(lambda review: review) is None
    correct(session, leaving_out("Water"))
    mapping = session.review.mapping if session.review else None
    assert mapping is not None
    assert session.corrected(session.use_mapping(mapping)) is None


def test_what_was_taught_serves_the_next_version_of_the_document(document: Path) -> None:
    session = begun(document)
    correct(session, leaving_out("Water"))
    assert session.is_unsaved
    kept = document.parent / "mapping.yaml"
    session.save_mapping(kept)
    assert not session.is_unsaved
    document.write_text(TEXT + "- Prune\n", "utf-8")
    again = begun(document)
    correct(again, again.use_mapping(read_mapping(kept, known())))
    assert texts(again) == ["Weed the beds", "Plan the beds", "Prune"]


def test_the_framework_is_kept_and_its_corrections_with_it(document: Path) -> None:
    session = begun(document)
    correct(session, leaving_out("Water"))
    file = document.parent / "gardening.yaml"
    session.save_framework(file)
    assert not session.is_unsaved
    assert read_framework(file, known()).statements == session.result.framework.statements
    with pytest.raises(PathwaysError):
        session.save_framework(document.parent / "no" / "such" / "folder.yaml")


def test_the_report_names_all_lines_and_refuses_unknown_endings(document: Path) -> None:
    session = begun(document)
    correct(session, leaving_out("Water"))
    report = document.parent / "report.md"
    session.save_report(report)
    assert "a hobby" in report.read_text("utf-8")
    with pytest.raises(UsageError):
        session.save_report(document.parent / "report.xyz")


def test_starting_again_puts_everything_away(document: Path) -> None:
    session = begun(document)
    correct(session, leaving_out("Water"))
    session.start_again()
    assert session.review is None and not session.outlines and not session.sources
    assert session.undo_words == "" and not session.is_unsaved
    session.mark_kept()  # there is nothing to keep
    session.undo()
    assert session.review is None
