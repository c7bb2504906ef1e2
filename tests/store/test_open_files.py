"""Files that are open: read again when changed, kept as they were when they cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pathways.store.open_files import open_files

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
SOUND, BROKEN = FRAMEWORKS / "sound.yaml", FRAMEWORKS / "key-twice.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(SOUND, tmp_path / "mine.yaml"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new) + "\n", "utf-8")


def test_own_files_stand_behind_the_bundled_ones(file: Path) -> None:
    opened = open_files([file])
    assert opened.library.frameworks[0].id == "ict"
    assert opened.places[opened.library.frameworks[-1].id] == file
    assert opened.mistakes == ()


def test_only_leaves_the_bundled_ones_out_as_long_as_a_file_is_sound(file: Path) -> None:
    assert len(open_files([file], only=True).library.frameworks) == 1
    assert len(open_files([BROKEN], only=True).library.frameworks) == 5


def test_a_bundled_file_named_besides_is_open_once() -> None:
    from pathways.store.opening import bundled_files

    assert len(open_files(bundled_files()[:2]).library.frameworks) == 5


def test_what_did_not_change_is_not_read_again(file: Path) -> None:
    first = open_files([file])
    second = open_files([file], before=first)
    assert second.own[0] is first.own[0]
    assert all(a is b for a, b in zip(first.bundled, second.bundled, strict=True))


def test_a_changed_file_is_read_again(file: Path) -> None:
    first = open_files([file])
    title = first.own[0].framework.title  # type: ignore[union-attr]
    change(file, title, "Another title")
    assert first.is_stale()
    second = open_files([file], before=first)
    assert second.library.frameworks[-1].title == "Another title"
    assert not second.is_stale()


def test_a_file_that_became_broken_stays_as_it_was_with_its_mistakes(file: Path) -> None:
    first = open_files([file])
    shutil.copy(BROKEN, file)
    second = open_files([file], before=first)
    assert second.library.frameworks == first.library.frameworks
    assert second.mistakes and second.mistakes[0].file == file and second.mistakes[0].line
    shutil.copy(SOUND, file)
    third = open_files([file], before=second)
    assert third.mistakes == () and third.library == first.library


def test_a_file_that_is_gone_stays_as_it_was(file: Path) -> None:
    first = open_files([file])
    file.unlink()
    assert first.is_stale()
    second = open_files([file], before=first)
    assert second.library.frameworks == first.library.frameworks
    assert "no such file" in str(second.mistakes[0])


def test_a_file_that_never_was_sound_is_only_its_mistakes(tmp_path: Path) -> None:
    opened = open_files([tmp_path / "nowhere.yaml", BROKEN])
    assert len(opened.library.frameworks) == 5
    assert {problem.file for problem in opened.mistakes} == {tmp_path / "nowhere.yaml", BROKEN}
    assert opened.title_of(BROKEN) == "key-twice.yaml"
    assert opened.paths == (tmp_path / "nowhere.yaml", BROKEN)


def test_reading_can_be_stopped(file: Path) -> None:
    told = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        open_files([file], progress=tell)
    assert told == [(0, 6), (1, 6), (2, 6)]
