from __future__ import annotations

import random
from pathlib import Path

import pytest

from pathways import paths
from pathways.store import guarded_yaml
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.yaml_rules import MOST_DEPTH, MOST_VALUES

PIECES = (
    "a", "b", ": ", ":", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ", ", "'7'", '"true"', "7",
    "~", "null", "''", '""', "<<", "*a", "&a ", "!x ", "| \n  a\n", "> \n  7\n", '"\\x07"', "#", "? ",
    "---\n", "...\n", "é", "\t", '"' + "9" * 41 + '"', "'" + "9" * 40 + "'",
)  # fmt: skip


def read_either_way(
    path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    """Return what is read of a text, at once where that can be, and with care."""
    found = []
    for with_care in (False, True):
        with monkeypatch.context() as patched:
            if with_care:
                patched.setattr(guarded_yaml, "read_sound", lambda *_asked: None)
            try:
                one = read_yaml(path, text.encode())
            except FileError as error:
                found.append((*error.problems,))
            else:
                where = one.places, one.key_places
                found.append((one.data, one.in_quotes, one.problems, one.unread, where))
    return found


def test_what_is_read_at_once_is_what_is_read_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(20261128)
    sound = 0
    for _each in range(3_000):
        text = "".join(dice.choices(PIECES, k=dice.randint(1, 14)))
        at_once, with_care = read_either_way(Path("some.yaml"), text, monkeypatch)
        assert at_once == with_care, text
        sound += len(at_once) == 5 and at_once[0] not in ("", None)
    assert sound > 300  # many of them can be read


def test_the_bundled_files_are_sound_and_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(paths.data().glob("*.yaml"))
    assert len(files) > 3
    for file in files:
        at_once, with_care = read_either_way(file, file.read_text("utf-8"), monkeypatch)
        assert at_once == with_care
        assert at_once[2] == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * MOST_DEPTH + "]" * MOST_DEPTH,
        "[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1),
        "- a\n" * (MOST_VALUES - 1),
        "- a\n" * MOST_VALUES,
        "- []\n" * MOST_VALUES,
    ],
    ids=["deep", "too deep", "many", "too many", "too many lists"],
)
def test_the_bounds_are_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once, with_care = read_either_way(Path("some.yaml"), text, monkeypatch)
    assert at_once == with_care


def test_a_sound_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    careful = guarded_yaml._read_with_care
    monkeypatch.setattr(
        guarded_yaml, "_read_with_care", lambda *given: asked.append(given) or careful(*given)
    )
    document = read_yaml(Path("some.yaml"), b"a: [b, 'c']\n")
    assert (document.data, asked) == ({"a": ["b", "c"]}, [])
    assert document.places["a", 1] == (1, 8)
    assert document.key_places["a",] == (1, 1)
    assert len(asked) == 1
