"""A value of the wrong kind, at any place of any file of the program's own, is told in a sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from kinds_of_file import KINDS
from pathways.errors import PathwaysError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import fitted

WRONG = ("words", 3, None, [], {"a": 1})
IN_YAML = [name for name in KINDS if name != "people"]

Place = tuple[str | int, ...]


def places(value: object, at: Place = ()) -> Iterator[Place]:
    """Yield one place of each shape: the second item of a list is no other shape than the first."""
    yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*at, number))


def one_of_each(value: object) -> list[Place]:
    shapes: dict[Place, Place] = {}
    for place in places(value):
        shapes.setdefault(tuple("*" if isinstance(k, int) else k for k in place), place)
    return list(shapes.values())


def shortened(value: object) -> object:
    """Return a value with no list of more than two: what they refer to may be gone, as it may be in
    any file.
    """
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items()}
    return [shortened(inner) for inner in value[:2]] if isinstance(value, list) else value


def with_value(value: object, place: Place, other: object) -> object:
    if not place:
        return other
    copied = dict(value) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]
    copied[place[0]] = with_value(copied[place[0]], place[1:], other)  # type: ignore[index]
    return copied


@pytest.mark.parametrize("name", IN_YAML)
def test_every_wrong_kind_of_value_is_a_sentence(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    sound = shortened(yaml.load(kind.sound(), yaml.CSafeLoader))
    file = tmp_path / f"wrong.{kind.ending}"
    refused = 0
    for place in one_of_each(sound):
        for other in WRONG:
            file.write_text(yaml.dump(with_value(sound, place, other), Dumper=yaml.CSafeDumper))
            with contextlib.suppress(PathwaysError):
                kind.read(file)
                continue
            refused += 1
    assert refused > len(one_of_each(sound))


class Inner(msgspec.Struct):
    word: str


class Outer(msgspec.Struct):
    inner: Inner | None = None


def test_what_may_be_left_out_or_has_parts_is_told_like_what_has_parts(
    written: Callable[[str], Path],
) -> None:
    value, (problem,) = fitted(read_yaml(written("inner: words\n")), Outer)
    assert value is None
    assert problem.message == "There should be names and values in “inner”."
