"""Files that belong to one person: whole, private, with the version before beside them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.errors import PathwaysError
from pathways.model.problem import Problem
from pathways.store import private_file, whole_file
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.plain_yaml import plain_yaml
from pathways.store.private_file import (
    PrivateKind,
    previous_path,
    read_private,
    rewritten,
    versions_of,
    write_private,
)
from pathways.store.structure import fitted
from pathways.store.yaml_document import YamlDocument


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    who: str
    said: str = ""
    done: bool = False
    tags: tuple[str, ...] = ()


class Diary(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    format: Annotated[int, msgspec.Meta(ge=1, le=2)]
    entries: tuple[Entry, ...] = ()
    days: int = 0


DIARY = PrivateKind(Diary, 2, ".diary", "A diary.\nNobody else reads it.")
ONE = Diary(format=2, entries=(Entry("Sam", "Began.", tags=("a", "b")),), days=3)
TWO = msgspec.structs.replace(ONE, entries=(*ONE.entries, Entry("Alex", done=True)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "My diary.diary" if (tmp_path / "mine").mkdir() is None else tmp_path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_read_back_and_a_person_can_read_it(file: Path) -> None:
    write_private(file, TWO, DIARY)
    assert read_private(file, DIARY) == TWO
    assert file.read_text() == (
        "# A diary.\n# Nobody else reads it.\nformat: 2\nentries:\n"
        "  - who: Sam\n    said: Began.\n    tags: [a, b]\n"
        "  - who: Alex\n    done: true\ndays: 3\n"
    )


def test_a_saved_file_is_readable_by_its_owner_only(file: Path) -> None:
    file.write_text("format: 2\n")
    file.chmod(0o664)
    write_private(file, ONE, DIARY)
    write_private(file, TWO, DIARY)
    assert [mode(place) for place in versions_of(file)] == [0o600] * 2


def test_the_version_before_is_kept_beside_the_file(file: Path) -> None:
    write_private(file, ONE, DIARY)
    assert not previous_path(file).exists()
    write_private(file, TWO, DIARY)
    assert previous_path(file).name == "My diary.previous.diary"
    assert read_private(previous_path(file), DIARY) == ONE
    write_private(file, TWO, DIARY)
    assert read_private(previous_path(file), DIARY) == ONE, "saving the same again keeps it"


def test_an_older_format_opens_and_a_newer_one_is_refused_in_one_sentence(file: Path) -> None:
    file.write_text("format: 1\nentries: [{who: Sam}]\n")
    assert read_private(file, DIARY).entries == (Entry("Sam"),)
    file.write_text("format: 3\nmoods: [fine]\nentries: 7\n")
    with pytest.raises(FileError) as refused:
        read_private(file, DIARY)
    (problem,) = refused.value.problems
    assert "newer version of Pathways" in problem.message and problem.line == 1


@pytest.mark.parametrize("written", ["format: x\n", "- a\n", "entries: []\n", "format: 0\n"])
def test_what_is_no_such_file_is_refused_with_its_mistakes(file: Path, written: str) -> None:
    file.write_text(written)
    with pytest.raises(FileError):
        read_private(file, DIARY)


def test_what_cannot_be_is_reported_with_its_place(file: Path) -> None:
    def check(document: YamlDocument, diary: Diary) -> Iterable[Problem]:
        if diary.days < 0:
            yield document.problem(("days",), "There are no negative days.")

    file.write_text("format: 2\ndays: -1\n")
    kind = PrivateKind(Diary, 2, ".diary", check=check)
    with pytest.raises(FileError, match="line 2, column 7: There are no negative days"):
        read_private(file, kind)


def without_sam(diary: Diary) -> Diary:
    left = tuple(entry for entry in diary.entries if entry.who != "Sam")
    return msgspec.structs.replace(diary, entries=left)


def test_who_is_to_be_forgotten_is_taken_out_of_every_version(file: Path) -> None:
    write_private(file, ONE, DIARY)
    write_private(file, TWO, DIARY)
    (file.parent / f".{file.name}.0123456789ab.part").write_text("who: Sam")
    assert rewritten(file, DIARY, without_sam) == list(versions_of(file))
    assert rewritten(file, DIARY, without_sam) == []
    left = list(file.parent.iterdir())
    assert len(left) == 2
    assert not any(b"Sam" in place.read_bytes() for place in left)


def test_a_torn_version_is_deleted_when_somebody_is_to_be_forgotten(file: Path) -> None:
    write_private(file, ONE, DIARY)
    previous_path(file).write_text("who: Sam [")
    assert previous_path(file) in rewritten(file, DIARY, without_sam)
    assert not previous_path(file).exists()
    file.write_text("who: Sam [")
    with pytest.raises(FileError):
        rewritten(file, DIARY, without_sam)


def test_a_version_that_cannot_be_deleted_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(file, ONE, DIARY)
    previous_path(file).write_text("who: [")

    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(PathwaysError, match="Delete it yourself"):
        rewritten(file, DIARY, without_sam)


def test_what_an_interrupted_save_left_is_swept_away_but_not_one_that_is_going_on(
    file: Path,
) -> None:
    going_on = file.parent / f".{file.name}.aaaaaaaaaaaa.part"
    abandoned = file.parent / f".{previous_path(file).name}.bbbbbbbbbbbb.part"
    for spare in (going_on, abandoned):
        spare.write_text("who: Sam")
    os.utime(abandoned, (time.time() - 3600,) * 2)
    write_private(file, ONE, DIARY)
    assert sorted(file.parent.iterdir()) == sorted([file, going_on])


def test_a_save_that_fails_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(file, ONE, DIARY)
    before = file.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", full)
    with pytest.raises(PathwaysError, match="The disk is full"):
        write_private(file, TWO, DIARY)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathwaysError, match="There is no folder"):
        write_private(tmp_path / "gone" / "x.diary", ONE, DIARY)
    assert whole_file.spares_of(tmp_path / "gone" / "x.diary") == []


def test_a_very_long_name_is_saved_too(tmp_path: Path) -> None:
    file = tmp_path / ("ä" * 110 + ".diary")
    write_private(file, ONE, DIARY)
    assert read_private(file, DIARY) == ONE
    assert mode(file) == 0o600


_KILLER = """
import os, signal, sys, time
sys.path[:0] = {paths!r}
from test_private_file import DIARY, ONE, TWO
from pathlib import Path
from pathways.store.private_file import previous_path, read_private, write_private

file, moments = Path(sys.argv[1]), int(sys.argv[2])
for moment in range(moments):
    saving = os.fork()
    if not saving:
        while True:
            write_private(file, ONE, DIARY)
            write_private(file, TWO, DIARY)
    time.sleep((moment * 7919 % 1000) / 50_000)  # up to 20 milliseconds: many saves, none at once
    os.kill(saving, signal.SIGKILL)
    os.waitpid(saving, 0)
    assert read_private(file, DIARY) in (ONE, TWO), moment
    assert read_private(previous_path(file), DIARY) in (ONE, TWO), moment
print(moments)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed here")
def test_a_process_killed_while_saving_loses_and_tears_nothing(file: Path) -> None:
    """A thousand moments with PATHWAYS_LONG=1, some in every run."""
    write_private(file, ONE, DIARY)
    write_private(file, TWO, DIARY)
    moments = "1000" if os.environ.get("PATHWAYS_LONG") else "40"
    code = _KILLER.format(paths=[str(Path(__file__).parent), *sys.path])
    killed = subprocess.run(
        [sys.executable, "-c", code, str(file), moments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.stdout.strip() == moments, killed.stderr
    private_file.sweep(file, older_than=0)
    assert sorted(file.parent.iterdir()) == sorted([file, previous_path(file)])


words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), max_size=40
)
entries = st.builds(
    Entry, words, words, st.booleans(), st.lists(words, max_size=3).map(lambda given: tuple(given))
)


@given(st.builds(Diary, st.just(2), st.lists(entries, max_size=4).map(tuple), st.integers(0, 99)))
def test_whatever_a_person_writes_comes_back_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, diary: Diary
) -> None:
    text = plain_yaml(diary)
    found, problems = fitted(read_yaml(Path("x"), text.encode()), Diary)
    assert (found, problems) == (diary, [])


def test_empty_groups_and_figures_have_their_short_form() -> None:
    assert plain_yaml(
        {"a": {}, "b": [], "c": 1.5, "d": None, "e": [{}, ["x"]], "f": {"g": "h"}}
    ) == ("a: {}\nb: []\nc: 1.5\ne:\n  - {}\n  - [x]\nf:\n  g: h\n")
