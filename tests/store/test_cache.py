from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from pathways import paths
from pathways.model.framework import Framework
from pathways.store import cache as cached
from pathways.store import guarded_yaml
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import framework_and_warnings
from pathways.workspace.workspace import Workspace

Tiny = Callable[[str], Path]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PATHWAYS_CACHE", str(folder))
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Bundle one framework, in a folder that can be written to."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(paths.data() / "head-of-technology.yaml", folder)
    monkeypatch.setattr(paths, "data", lambda: folder)
    return folder / "head-of-technology.yaml"


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes every reading of YAML a failure from then on."""

    def refuse(path: Path, content: bytes | None = None) -> None:
        raise AssertionError(f"{path} was read again")

    return lambda: monkeypatch.setattr(guarded_yaml, "read_yaml", refuse)


def read(path: Path) -> Framework:
    return framework_and_warnings(path, [dimension.id for dimension in read_dimensions()])[0]


def test_what_was_kept_is_what_was_read_and_no_yaml_is_read_for_it(
    no_yaml: Callable[[], None],
) -> None:
    first = Workspace.open().library
    no_yaml()
    second = Workspace.open().library
    assert second == first
    assert second.problems == ()
    assert [s.source for f in second.frameworks for s in f.statements] == [
        s.source for f in first.frameworks for s in f.statements
    ]


def test_a_file_that_was_changed_is_read_again(data: Path) -> None:
    before = read(data)
    stamp = data.stat()
    text = data.read_text("utf-8")
    assert text.count(before.title) >= 1
    data.write_text(
        text.replace(f"title: {before.title}", "title: " + "x" * len(before.title), 1), "utf-8"
    )
    os.utime(
        data, ns=(stamp.st_atime_ns, stamp.st_mtime_ns)
    )  # same size, same time: only the content tells
    assert data.stat().st_size == stamp.st_size
    assert read(data).title == "x" * len(before.title)


def test_a_file_is_read_again_where_other_dimensions_are_known(
    data: Path, no_yaml: Callable[[], None]
) -> None:
    read(data)
    no_yaml()
    with pytest.raises(AssertionError, match="was read again"):
        framework_and_warnings(data, ["purpose"])


def test_a_file_is_read_again_by_another_program(
    data: Path, no_yaml: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [dimension.id for dimension in read_dimensions()]
    framework_and_warnings(data, known)
    monkeypatch.setattr(cached, "_program", lambda: "another")
    no_yaml()
    with pytest.raises(AssertionError, match="was read again"):
        framework_and_warnings(data, known)


def test_what_tells_programs_apart_is_the_version_and_the_files_that_read() -> None:
    version, *files = cached._program().splitlines()
    assert version
    assert {"cache.py", "guarded_yaml.py", "framework.py"} <= {line.split()[0] for line in files}


def _sum(rest: bytes) -> bytes:
    return zlib.crc32(rest).to_bytes(4, "big") + rest


def _of_another_kind(whole: bytes) -> bytes:
    parts = msgspec.msgpack.decode(whole[4:])
    parts[3] = {"title": 7}
    return _sum(msgspec.msgpack.encode(parts))


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:3],
        lambda whole: whole[:-1],
        lambda whole: whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
        lambda whole: bytes(len(whole)),
        lambda whole: _sum(b"\xc1" * 9),
        lambda whole: _sum(msgspec.msgpack.encode({"no": "list"})),
        _of_another_kind,
    ],
    ids=["empty", "stub", "cut", "one bit", "noughts", "no msgpack", "no list", "another kind"],
)
def test_damage_to_what_was_kept_is_mended_without_a_word(
    data: Path, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    before = read(data)
    place = cache / "head-of-technology.kept"
    whole = place.read_bytes()
    place.write_bytes(damage(whole))
    assert read(data) == before
    assert place.read_bytes() == whole


def test_of_a_person_s_own_file_no_copy_is_left_behind(tiny: Tiny, cache: Path) -> None:
    read(tiny("sound"))
    assert [file.name for file in cache.iterdir()] == ["dimensions.kept"]


def test_what_is_odd_is_not_kept_so_that_it_is_told_every_time(
    data: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = data.read_text("utf-8").replace(
        "nodes:\n", "nodes:\n  - {id: idle, title: Idle, grade: I}\n", 1
    )
    data.write_text(odd, "utf-8")
    known = [dimension.id for dimension in read_dimensions()]
    for _time in range(2):
        _framework, warnings = framework_and_warnings(data, known)
        assert "has no text" in str(warnings[0])
    assert not (cache / "head-of-technology.kept").exists()


def test_a_folder_that_cannot_be_made_keeps_nothing_and_hinders_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PATHWAYS_CACHE", str(tmp_path / "file" / "cache"))
    assert len(Workspace.open().library.frameworks) == len(Workspace.open().library.frameworks) > 1


def test_a_place_that_cannot_be_written_leaves_nothing_half_written(
    data: Path, cache: Path
) -> None:
    (cache / "head-of-technology.kept" / "in the way").mkdir(parents=True)
    assert read(data) == read(data)
    assert not list(cache.glob("*.part"))
