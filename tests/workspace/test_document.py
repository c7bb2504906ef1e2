"""A document: edited, undone, saved, changed by others, and brought back after a crash."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.errors import PathwaysError
from pathways.store.file_error import FileError
from pathways.workspace import recovery as recovery_module
from pathways.workspace.document import ChangedMeanwhileError, Document
from pathways.workspace.documents import Documents, last_step, redo, undo
from pathways.workspace.file_kind import FileKind
from pathways.workspace.history import MOST, next_number
from pathways.workspace.recovery import Recovery

Words = tuple[str, ...]
Kind = FileKind[Words]
Reverting = Callable[[Document[Words], Callable[[], object]], None]


def test_an_edit_is_a_step_with_words(file: Path, kind: Kind, reverting: Reverting) -> None:
    document = Document.open(file, kind)
    assert (document.undo_words, document.redo_words) == ("", "")
    reverting(document, lambda: document.edit("adding three", ("one", "two", "three")))
    assert document.undo_words == "adding three"
    assert document.is_changed and file.read_text() == "one two"


def test_an_edit_that_changes_nothing_makes_no_step(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    assert not document.edit("nothing", ("one", "two"))
    assert not document.undo_words and document.undo() is None and document.redo() is None


def test_a_new_edit_ends_what_could_be_done_again(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    document.edit("a", ("a",))
    document.undo()
    document.edit("b", ("b",))
    assert document.redo() is None and document.value == ("b",)


def test_steps_have_an_end(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    for number in range(MOST + 5):
        document.edit("step", (str(number),))
    taken = 0
    while document.undo():
        taken += 1
    assert taken == MOST and document.value == ("4",)


def test_saving_makes_it_unchanged_and_undo_changed_again(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    document.edit("a", ("a",))
    document.save()
    assert not document.is_changed and file.read_text() == "a"
    document.undo()
    assert document.is_changed
    document.save()
    assert file.read_text() == "one\ntwo"


def test_where_edits_are_saved_at_once_undo_is_too(
    file: Path, at_once: Kind, reverting: Reverting
) -> None:
    document = Document.open(file, at_once)
    reverting(document, lambda: document.edit("a", ("a",)))
    assert file.read_text() == "a"
    document.undo()
    assert file.read_text() == "one\ntwo" and not document.is_changed


def test_what_cannot_be_saved_holds_all_the_same_and_is_saved_later(
    tmp_path: Path, at_once: Kind, recovery: Recovery
) -> None:
    folder = tmp_path / "away"
    document = Document.open(folder / "words.txt", at_once, recovery)
    heard: list[str] = []
    document.listen(lambda: heard.append(document.failure))
    assert document.edit("a", ("a",))
    assert document.value == ("a",) and document.is_changed
    assert "cannot be written" in document.failure and heard == [document.failure]
    document.undo()
    assert document.value == () and not document.is_changed
    document.redo()
    with pytest.raises(PathwaysError, match="cannot be written"):
        document.save()
    folder.mkdir()
    document.save()
    assert (folder / "words.txt").read_text() == "a" and not document.failure


def test_a_document_without_a_file_lives_as_long_as_the_program(kind: Kind) -> None:
    document = Document(kind, ())
    document.edit("a", ("a",))
    document.save()
    assert document.value == ("a",) and not document.is_changed and not document.look()


# Changed by others -------------------------------------------------------------------------------


def test_what_others_wrote_is_shown_and_the_steps_keep_it(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    document.edit("three", ("one", "two", "three"))
    document.edit("four", ("one", "two", "three", "four"))
    file.write_text("one two theirs")
    assert document.look()
    assert document.value == ("one", "two", "theirs", "three", "four")
    document.undo()
    assert document.value == ("one", "two", "theirs", "three")
    document.undo()
    assert document.value == ("one", "two", "theirs") and not document.is_changed
    document.redo()
    document.redo()
    document.save()
    assert file.read_text().split() == ["one", "two", "theirs", "three", "four"]


def test_saving_looks_first(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    document.edit("three", ("two", "three"))
    file.write_text("one two theirs")
    document.save()
    assert set(file.read_text().split()) == {"two", "theirs", "three"}


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_where_nothing_can_be_put_together_a_person_chooses(
    file: Path, alone: Kind, choice: str
) -> None:
    document = Document.open(file, alone)
    document.edit("mine", ("mine",))
    file.write_text("theirs")
    with pytest.raises(ChangedMeanwhileError, match="by somebody else"):
        document.save()
    assert file.read_text() == "theirs" and document.theirs == ("theirs",)
    assert document.value == ("mine",)
    if choice == "mine":
        document.keep_mine()
        document.save()
        assert file.read_text() == "mine"
    else:
        document.take_theirs()
        assert document.value == ("theirs",) and not document.is_changed
        document.undo()
        assert document.value == ("mine",) and document.is_changed


def test_without_edits_of_mine_theirs_is_taken(file: Path, alone: Kind) -> None:
    document = Document.open(file, alone)
    file.write_text("theirs")
    assert document.look() and document.value == ("theirs",)
    assert document.undo() is None, "no step may bring back a file without their words"


def test_a_file_that_became_unreadable_is_never_written_over(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    document.edit("three", ("one", "two", "three"))
    file.write_text("{ half done")
    assert not document.look()
    assert "bracket" in document.failure and document.value == ("one", "two", "three")
    with pytest.raises(FileError):
        document.save()
    assert file.read_text() == "{ half done"
    file.write_text("one two four")
    document.look()
    assert not document.failure and set(document.value) == {"one", "two", "three", "four"}


def test_a_file_that_is_gone_is_written_again(file: Path, kind: Kind) -> None:
    document = Document.open(file, kind)
    file.unlink()
    assert not document.look()
    assert document.value == ("one", "two") and document.is_changed
    document.save()
    assert file.read_text() == "one\ntwo"


def test_a_file_has_one_owner(file: Path, kind: Kind, tmp_path: Path) -> None:
    documents = Documents(Recovery(tmp_path / "recovery"))
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    one = documents.open(file, kind)
    assert documents.open(link, kind) is one
    assert list(documents) == [one]
    documents.close(file)
    assert documents.open(file, kind) is not one


def test_steps_of_several_documents_that_belong_together_are_undone_together(
    tmp_path: Path, kind: Kind
) -> None:
    both = [Document.open(tmp_path / f"{name}.txt", kind) for name in "ab"]
    number = next_number()
    for document in both:
        document.edit("both", ("x",), number=number)
    both[1].edit("one", ("y",))
    assert undo(both) == "one" and undo(both) == "both" and undo(both) == ""
    assert [document.value for document in both] == [(), ()]
    assert redo(both) == "both" and last_step(both) is not None
    assert [document.value for document in both] == [("x",), ("x",)]
    assert redo(both) == "one" and redo(both) == ""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from(["add", "undo", "redo", "save", "look"])),
        max_size=25,
    )
)
def test_two_programs_lose_nothing_of_each_other(
    acts: list[tuple[int, str]], tmp_path: Path, at_once: Kind
) -> None:
    path = tmp_path / "both.txt"
    path.unlink(missing_ok=True)
    programs = [Document.open(path, at_once) for _one in range(2)]
    wanted: list[set[str]] = [set(), set()]
    done: list[list[str]] = [[], []]
    undone: list[list[str]] = [[], []]
    for number, (who, what) in enumerate(acts):
        document = programs[who]
        if what == "add":
            word = f"w{number}"
            document.edit(word, (*document.value, word))
            done[who].append(word)
            undone[who].clear()
            wanted[who].add(word)
        elif what == "undo" and done[who]:
            document.undo()
            undone[who].append(done[who].pop())
            wanted[who].discard(undone[who][-1])
        elif what == "redo" and undone[who]:
            document.redo()
            done[who].append(undone[who].pop())
            wanted[who].add(done[who][-1])
        elif what == "save":
            document.save()
        elif what == "look":
            document.look()
        document.look()
    assert set(path.read_text().split() if path.exists() else ()) == wanted[0] | wanted[1]


def test_many_writers_at_once_lose_nothing(tmp_path: Path, at_once: Kind) -> None:
    path = tmp_path / "many.txt"

    def write(name: str) -> None:
        document = Document.open(path, at_once)
        for number in range(10):
            document.edit("word", (*document.value, f"{name}{number}"))

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(set(path.read_text().split())) == 40


# After a crash -----------------------------------------------------------------------------------

KILLED = """
import os, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from conftest import merge_words, read_words, write_words
from pathways.workspace.document import Document
from pathways.workspace.file_kind import FileKind
from pathways.workspace.recovery import Recovery
kind = FileKind("words", read_words, write_words, empty=(), merge=merge_words)
document = Document.open(Path({file!r}), kind, Recovery(Path({recovery!r})))
document.edit("three", ("one", "two", "three"))
document.edit("four", ("one", "two", "three", "four"))
os._exit(9)
"""


@pytest.fixture
def killed(file: Path, tmp_path: Path) -> Recovery:
    """Edit in another program, and end it between two edits."""
    code = KILLED.format(
        tests=str(Path(__file__).parent), file=str(file), recovery=str(tmp_path / "recovery")
    )
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert ended.returncode == 9
    return Recovery(tmp_path / "recovery")


def test_what_was_not_saved_comes_back_and_can_be_undone(
    file: Path, kind: Kind, killed: Recovery
) -> None:
    assert file.read_text() == "one two"
    assert killed.files() == [file.resolve()]
    document = Document.open(file, kind, killed)
    assert document.value == ("one", "two", "three", "four") and document.is_changed
    assert document.undo_words == "what was not saved last time"
    document.undo()
    assert document.value == ("one", "two")
    document.redo()
    document.save()
    assert file.read_text() == "one\ntwo\nthree\nfour"
    assert killed.files() == [] and list(killed.folder.iterdir()) == []


def test_what_was_not_saved_is_put_together_with_what_others_wrote(
    file: Path, kind: Kind, killed: Recovery
) -> None:
    file.write_text("one two theirs")
    document = Document.open(file, kind, killed)
    assert set(document.value) == {"one", "two", "theirs", "three", "four"}


def test_where_it_cannot_be_put_together_both_are_kept(
    file: Path, alone: Kind, killed: Recovery
) -> None:
    file.write_text("theirs")
    document = Document.open(file, alone, killed)
    assert document.value == ("one", "two", "three", "four") and document.theirs == ("theirs",)
    with pytest.raises(ChangedMeanwhileError):
        document.save()
    assert file.read_text() == "theirs"


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_copies_are_for_nobody_else_to_read(file: Path, kind: Kind, recovery: Recovery) -> None:
    document = Document.open(file, kind, recovery)
    document.edit("a", ("a",))
    (folder,) = recovery.folder.iterdir()
    assert folder.stat().st_mode & 0o077 == 0


def test_the_copy_of_a_program_that_is_running_is_left_to_it(
    file: Path, kind: Kind, recovery: Recovery, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document.open(file, kind, recovery)
    document.edit("a", ("a",))
    monkeypatch.setattr("pathways.workspace.recovery._is_running", lambda _process: True)
    assert Document.open(file, kind, recovery).value == ("one", "two")


def test_closing_keeps_what_was_not_saved(file: Path, kind: Kind, recovery: Recovery) -> None:
    documents = Documents(recovery)
    documents.open(file, kind).edit("a", ("a",))
    documents.close(file)
    assert documents.open(file, kind).value == ("a",)


def test_a_torn_copy_is_no_reason_not_to_open(file: Path, kind: Kind, killed: Recovery) -> None:
    for mine in killed.folder.glob("*/mine.yaml"):
        mine.write_text("{")
    assert Document.open(file, kind, killed).value == ("one", "two")


def test_a_copy_of_another_kind_of_file_is_not_taken(
    file: Path, kind: Kind, killed: Recovery
) -> None:
    other: Kind = FileKind("other words", kind.read, kind.write, empty=())
    assert Document.open(file, other, killed).value == ("one", "two")
    assert Document.open(file, kind, killed).value == ("one", "two", "three", "four")


@pytest.mark.parametrize("about", ["", "[]", '{"process": "x"}', "{" * 100_000])
def test_a_copy_that_says_nothing_of_itself_is_left_alone(
    file: Path, kind: Kind, killed: Recovery, about: str
) -> None:
    (path,) = killed.folder.glob("*/about.json")
    path.write_text(about)
    assert killed.files() == []
    assert Document.open(file, kind, killed).value == ("one", "two")


def test_all_copies_of_a_file_can_be_removed(file: Path, kind: Kind, killed: Recovery) -> None:
    killed.forget_all(file)
    assert killed.files() == [] and not list(killed.folder.iterdir())
    assert Document.open(file, kind, killed).value == ("one", "two")


class _Kernel:
    """Plays the part of Windows that knows which programs are running."""

    def __init__(self, handle: int) -> None:
        self.handle, self.closed = handle, 0

    def OpenProcess(self, _rights: int, _inherit: bool, _process: int) -> int:
        return self.handle

    def CloseHandle(self, handle: int) -> None:
        self.closed += handle


@pytest.mark.parametrize("handle", [0, 7])
def test_on_windows_a_program_is_asked_for_and_let_go_of(
    monkeypatch: pytest.MonkeyPatch, handle: int
) -> None:
    kernel = _Kernel(handle)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert recovery_module._is_running(os.getpid() + 1) is bool(handle)
    assert kernel.closed == handle


@pytest.mark.parametrize("process", [None, 0, -1, "1"])
def test_what_is_no_other_program_is_not_running(process: object) -> None:
    assert not recovery_module._is_running(process)


def test_this_program_is_no_other_one() -> None:
    assert not recovery_module._is_running(os.getpid())
