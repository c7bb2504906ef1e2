from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.store.file_error import FileError
from pathways.store.whole_file import write_whole
from pathways.workspace.document import Document
from pathways.workspace.file_kind import FileKind, Merged
from pathways.workspace.recovery import Recovery

Words = tuple[str, ...]
Reverting = Callable[[Document[Words], Callable[[], object]], None]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test folders of its own for settings and cache."""
    for name in ("CONFIG", "CACHE"):
        monkeypatch.setenv(f"PATHWAYS_{name}", str(tmp_path / name.lower()))
    return tmp_path


def read_words(path: Path) -> Words:
    text = path.read_text("utf-8")
    if "{" in text:
        raise FileError.one(path, "There is a bracket.", "Take it out.")
    return tuple(text.split())


def write_words(path: Path, words: Words) -> None:
    write_whole(path, "\n".join(words).encode())


def merge_words(base: Words, mine: Words, theirs: Words) -> Merged[Words]:
    kept = tuple(word for word in theirs if word in mine or word not in base)
    return Merged((*kept, *(word for word in mine if word not in base and word not in kept)))


@pytest.fixture
def kind() -> FileKind[Words]:
    """Return a kind of file that is a list of words, put together word by word."""
    return FileKind("words", read_words, write_words, empty=(), merge=merge_words)


@pytest.fixture
def alone() -> FileKind[Words]:
    """Return a kind of file of which two versions cannot be put together."""
    return FileKind("words", read_words, write_words, empty=())


@pytest.fixture
def at_once() -> FileKind[Words]:
    """Return a kind of file that is saved with every edit."""
    return FileKind("words", read_words, write_words, empty=(), merge=merge_words, at_once=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("one two")
    return path


@pytest.fixture
def recovery(tmp_path: Path) -> Recovery:
    return Recovery(tmp_path / "recovery")


@pytest.fixture
def reverting() -> Reverting:
    """Undo and redo an edit twice; the value and the file follow each time."""

    def revert(document: Document[Words], edit: Callable[[], object]) -> None:
        before = document.value
        edit()
        after, words = document.value, document.undo_words
        assert after != before and words
        for _twice in range(2):
            document.undo()
            assert document.value == before and document.redo_words == words
            document.redo()
            assert document.value == after and document.undo_words == words

    return revert
