from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.store import text_file
from pathways.store.file_error import FileError
from pathways.store.text_file import place_in, read_text

Written = Callable[[str | bytes], Path]
TEXT = "title: Café\r\nnext: “line” 😀\n"


def refusal(path: Path) -> FileError:
    with pytest.raises(FileError) as caught:
        read_text(path)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].file == path
    assert caught.value.problems[0].advice
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_the_same_in_every_encoding_that_says_what_it_is(
    written: Written, encoding: str
) -> None:
    assert read_text(written(TEXT.encode(encoding))) == TEXT


def test_utf_16_of_the_other_byte_order_is_read(written: Written) -> None:
    assert read_text(written(b"\xfe\xff" + TEXT.encode("utf-16-be"))) == TEXT


def test_latin_1_is_refused_at_its_first_strange_letter(written: Written) -> None:
    error = refusal(written("title: x\nname: caf\xe9\n".encode("latin-1")))
    assert (error.problems[0].line, error.problems[0].column) == (2, 10)
    assert "UTF-8" in str(error)
    assert "0xE9" in str(error)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "not a text file, or it is not saved as UTF-8"),
        (b"\xff\xfea", "not UTF-16 throughout"),
        (b"a: \0b", "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture (PNG)"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0rest", "old version of Word"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(
    written: Written, content: bytes, words: str
) -> None:
    assert words in str(refusal(written(content)))


def test_a_character_that_cannot_be_printed_is_named_with_its_place(written: Written) -> None:
    error = refusal(written("title: x\nname: a\x07b\n"))
    assert (error.problems[0].line, error.problems[0].column) == (2, 8)
    assert "U+0007" in str(error)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path / "nowhere.yaml")
    assert (
        str(error)
        == f"{tmp_path / 'nowhere.yaml'}: There is no such file. Check its name and its folder."
    )


def test_a_file_inside_a_file_is_no_such_file(written: Written) -> None:
    assert "no such file" in str(refusal(written("a: b") / "inside.yaml"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "This is a folder, not a file." in str(refusal(tmp_path))


def test_a_name_no_system_takes_is_refused(tmp_path: Path) -> None:
    assert "No file can have this name." in str(refusal(tmp_path / "a\0b"))
    assert "too long" in str(refusal(tmp_path / ("a" * 5000))).lower()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in str(refusal(tmp_path / "pipe"))


def test_a_file_one_may_not_read_is_refused(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written("a: b")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # to the superuser nothing is forbidden

        def forbidden(self: Path, mode: str) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "open", forbidden)
    else:
        path.chmod(0)
    assert "not allowed to read" in str(refusal(path))


def test_a_file_beyond_the_limit_is_refused_and_one_at_the_limit_is_read(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file, "MOST_BYTES", 1_000_000)
    assert len(read_text(written("#" * 1_000_000))) == 1_000_000
    assert "larger than 1 MB" in str(refusal(written("#" * 1_000_001)))


def test_places_count_from_one() -> None:
    assert place_in("ab\ncd", 0) == (1, 1)
    assert place_in("ab\ncd", 4) == (2, 2)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("wrong", [b"\xe9", b"\xef", b"\xf0\x9f"])
def test_a_byte_that_is_no_letter_is_found_in_its_place_behind_a_byte_order_mark_too(
    written: Written, mark: bytes, wrong: bytes
) -> None:
    error = refusal(written(mark + "title: né\nnext: caf".encode() + wrong + b"\n"))
    assert (error.problems[0].line, error.problems[0].column) == (2, 10)
    assert f"0x{wrong[0]:02X}" in str(error)
