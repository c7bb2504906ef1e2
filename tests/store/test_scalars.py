from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pathways.store.guarded_yaml import read_yaml
from pathways.store.scalars import with_numbers

Written = Callable[[str | bytes], Path]


class Inner(msgspec.Struct):
    truth: bool = False
    word: str = ""


class Outer(msgspec.Struct):
    whole: int = 0
    number: float = 0.0
    maybe: int | None = None
    truth: bool = False
    inner: tuple[Inner | str, ...] = ()
    words: tuple[str, ...] = ()


def read(written: Written, text: str) -> Any:
    return with_numbers(read_yaml(written(text)), Outer)


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("-7", -7), ("0", 0), ("999999999999999999", 10**18 - 1)]
)
def test_a_whole_number_is_taken_as_it_is_written(written: Written, text: str, value: int) -> None:
    assert read(written, f"whole: {text}\nmaybe: {text}\n") == {"whole": value, "maybe": value}


@pytest.mark.parametrize(
    "text", ["07", "+7", "7.0", "0x7", "1_000", "seven", '"7"', "'7'", "٧", "1" * 5000]
)
def test_nothing_else_is_a_whole_number(written: Written, text: str) -> None:
    assert read(written, f"whole: {text}\n") == {"whole": text.strip("\"'")}


@pytest.mark.parametrize(("text", "value"), [("2", 2.0), ("0.5", 0.5), ("-1.25", -1.25)])
def test_a_number_may_have_a_point(written: Written, text: str, value: float) -> None:
    assert read(written, f"number: {text}\n") == {"number": value}


@pytest.mark.parametrize("text", [".5", "1e9", ".inf", ".nan", "1,5", '"0.5"'])
def test_nothing_else_is_a_number(written: Written, text: str) -> None:
    assert isinstance(read(written, f"number: {text}\n")["number"], str)


def test_only_true_and_false_are_truth(written: Written) -> None:
    assert read(written, "truth: true\n") == {"truth": True}
    assert read(written, "truth: false\n") == {"truth": False}
    for text in ["True", "yes", "on", "1", '"true"', "'false'"]:
        assert read(written, f"truth: {text}\n") == {"truth": text.strip("\"'")}


def test_a_word_stays_a_word_where_the_model_wants_one(written: Written) -> None:
    text = "words: [true, 7, 0.5]\ninner:\n  - true\n  - {truth: true, word: true}\n"
    assert read(written, text) == {
        "words": ["true", "7", "0.5"],
        "inner": ["true", {"truth": True, "word": "true"}],
    }


def test_what_is_not_of_the_model_s_form_is_passed_through(written: Written) -> None:
    text = "inner: {truth: true}\nwhole: [7]\nother: 7\n"
    assert read(written, text) == {"inner": {"truth": "true"}, "whole": ["7"], "other": "7"}
