"""A short form of the long fuzzing: what once failed, and a few broken documents of every kind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from loaded_file import loaded_file

if sys.platform == "win32":
    pytest.skip("needs a limit on processor time", allow_module_level=True)
_FUZZ = loaded_file("tests/long/fuzz_readers.py")


@pytest.mark.filterwarnings("ignore")  # of the libraries, about broken documents
@pytest.mark.parametrize("kind", [*_FUZZ.TEXTS, *_FUZZ.BINARIES])
def test_no_broken_document_raises_or_takes_long(kind: str) -> None:
    count = 0
    for failure, _spent in _FUZZ.fuzz(kind, 60, seed=3):
        assert failure is None, failure.what
        count += 1
    assert count == 60


def test_a_reader_that_raises_or_is_slow_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    monkeypatch.setitem(_FUZZ._READ, "txt", lambda _file: int("²"))
    failure, _spent = _FUZZ.tried("txt", file)
    assert "ValueError" in failure.what
    monkeypatch.setattr(_FUZZ, "SECONDS", 0.05)

    def endless(_file: Path) -> None:
        while True:
            pass

    monkeypatch.setitem(_FUZZ._READ, "txt", endless)
    failure, _spent = _FUZZ.tried("txt", file)
    assert "over" in failure.what
