"""What is told of a file can be read, whatever the file puts into it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from kinds_of_file import KINDS
from pathways.errors import LONGEST_TOLD, PathwaysError
from pathways.model.framework import Framework
from pathways.model.library import Library, unknown
from pathways.model.problem import Problem
from pathways.store.file_error import FileError

_GIANTS = {
    "words": "Leads a team " * 8_000,
    "an id": "x" * 100_000,
    "figures": "9" * 100_000,
    "ids": "a-" * 50_000 + "b",
}
_MOST = 400  # letters of a sentence that quotes a file
_IN_YAML = [name for name in KINDS if name != "people"]


def _changed(value: Any, giant: str) -> Iterator[Any]:
    """Yield the value with one text after another, and one key after another, made giant."""
    if isinstance(value, (str, int, float)):
        yield giant
    elif isinstance(value, dict):
        for key, inner in value.items():
            for other in _changed(inner, giant):
                yield {**value, key: other}
        if value:
            key, inner = next(iter(value.items()))
            yield {giant: inner, **{k: v for k, v in value.items() if k != key}}
    else:
        for place, inner in enumerate(value[:2]):
            for other in _changed(inner, giant):
                yield [*value[:place], other, *value[place + 1 :]]


def _short(value: Any) -> Any:
    """Return a value with at most two of each list: every kind of place is still in it."""
    if isinstance(value, dict):
        return {key: _short(inner) for key, inner in value.items()}
    return [_short(inner) for inner in value[-2:]] if isinstance(value, list) else value


def _told(read: Callable[[Path], object], file: Path) -> tuple[list[Problem], str]:
    try:
        read(file)
    except FileError as error:
        return list(error.problems), str(error)
    except PathwaysError as error:
        return [], str(error)
    return [], ""


def _sound(name: str) -> Any:
    return _short(yaml.load(KINDS[name].sound(), Loader=yaml.BaseLoader))


@pytest.mark.parametrize("giant", _GIANTS)
@pytest.mark.parametrize("name", _IN_YAML)
def test_no_message_on_a_file_repeats_a_long_text_of_it(
    tmp_path: Path, name: str, giant: str
) -> None:
    kind = KINDS[name]
    file = tmp_path / f"a.{kind.ending}"
    told = 0
    for data in _changed(_sound(name), _GIANTS[giant]):
        file.write_text(json.dumps(data), encoding="utf-8")
        problems, whole = _told(kind.read, file)
        told += bool(whole)
        for problem in problems:
            assert len(problem.message) <= _MOST and len(problem.advice) <= _MOST, problem.message
        assert len(whole) < 60 * (2 * _MOST + len(str(file)) + 40), whole[:500]
    assert told, "nothing of it was refused: the test has tried nothing"


@pytest.mark.parametrize("name", _IN_YAML)
def test_many_mistakes_with_long_texts_are_told_shortly(tmp_path: Path, name: str) -> None:
    kind = KINDS[name]
    file = tmp_path / f"a.{kind.ending}"
    text = json.dumps(_sound(name)).replace('": "', '": "' + "y" * 2_000)
    file.write_text(text, encoding="utf-8")
    problems, whole = _told(kind.read, file)
    assert len(whole) < 60 * (2 * _MOST + len(str(file)) + 40)
    assert all(len(problem.message) <= _MOST for problem in problems)


@pytest.mark.parametrize("giant", _GIANTS)
def test_a_cell_of_a_table_of_people_is_not_repeated_in_full(tmp_path: Path, giant: str) -> None:
    kind = KINDS["people"]
    head, first, *rest = kind.sound().splitlines()
    file = tmp_path / "people.csv"
    cells, told = first.split(","), list[int]()
    for place in range(len(cells)):
        long = [*cells[:place], _GIANTS[giant], *cells[place + 1 :]]
        file.write_text("\n".join([head, ",".join(long), *rest]), encoding="utf-8")
        brought: Any = kind.read(file)
        longest = max((len(one.reason) for one in brought.complaints), default=0)
        told.append(longest)
    assert 0 < max(told) <= _MOST


def test_what_is_not_known_is_named_shortly_and_so_is_what_is() -> None:
    giant = "x" * 1_000_000
    assert len(unknown("grade or role", giant, ["a"])) < 300
    assert len(unknown("grade or role", "b", [giant])) < 300
    assert len(unknown("grade or role", "xx", [giant, "xy"])) < 400


def test_frameworks_with_one_long_id_are_told_of_shortly(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(KINDS["framework"].sound(), encoding="utf-8")
    framework = KINDS["framework"].read(file)
    assert isinstance(framework, Framework)
    named = msgspec.structs.replace(framework, id="x" * 100_000, title="y" * 100_000)
    problems = Library.merge([named, named], ()).problems
    assert problems
    assert max(len(problem.message) for problem in problems) <= _MOST


def test_whatever_is_told_ends_somewhere() -> None:
    problem = Problem(message="x" * 10_000, advice="y" * 10_000)
    assert len(problem.message) == len(problem.advice) == LONGEST_TOLD
    assert len(str(PathwaysError("x" * 1_000_000))) < 10_000
    assert str(PathwaysError("one\ntwo")) == "one\ntwo"


@pytest.mark.parametrize("name", KINDS)
def test_the_sound_file_of_each_kind_is_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"a.{KINDS[name].ending}"
    file.write_text(KINDS[name].sound(), encoding="utf-8")
    assert KINDS[name].read(file)
