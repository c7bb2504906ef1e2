from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import fitted

Written = Callable[[str | bytes], Path]


class Even(msgspec.Struct):
    number: int
    word: str = ""

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("the number is odd")


def test_what_fits_is_the_model_s_value(written: Written) -> None:
    assert fitted(read_yaml(written("number: 4\n")), Even) == (Even(4), [])


def test_what_only_the_model_itself_can_refuse_is_told_too(written: Written) -> None:
    value, (problem,) = fitted(read_yaml(written("number: 3\n")), Even)
    assert value is None
    assert problem.message == "The file does not fit: the number is odd."
    assert problem.line == 1


def test_a_document_with_mistakes_of_its_own_has_no_value(written: Written) -> None:
    value, (problem,) = fitted(read_yaml(written("number: 4\nnumber: 6\n")), Even)
    assert value is None
    assert "for the second time" in problem.message


def test_a_value_that_could_not_be_read_is_told_once(written: Written) -> None:
    _value, (problem,) = fitted(read_yaml(written("number:\nword: x\n")), Even)
    assert problem.message == "“number” has no value."


def test_no_more_than_two_hundred_misfits_are_looked_for(written: Written) -> None:
    _value, problems = fitted(read_yaml(written("- {number: x}\n" * 300)), tuple[Even, ...])
    assert len(problems) == 200
