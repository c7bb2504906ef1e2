"""No expression of the program takes more than in proportion to the length of a text."""

from __future__ import annotations

import re

import pytest

from growing import Use, modules, slow_text, uses
from pathways.patterns import ShortPattern

_USES, _UNTRIED = uses()


def test_the_expressions_of_the_whole_program_are_found() -> None:
    assert len(list(modules())) > 200
    assert len(_USES) > 300
    assert {use.module for use in _USES} >= {
        "pathways.importing.metadata",
        "pathways.importing.grade_names",
        "pathways.store.scalars",
        "pathways.checking.grades",
        "pathways.importing.inclusion",  # in a list that is gone through
        "pathways.importing.title_codes",
    }


def test_every_expression_is_made_of_constants_so_that_its_cost_can_be_tried() -> None:
    assert _UNTRIED == []


@pytest.mark.parametrize("use", _USES, ids=lambda use: f"{use.module}-{use.line}-{use.method}")
def test_an_expression_is_linear_in_the_length_of_its_text(use: Use) -> None:
    assert not slow_text(use)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:[A-Z][a-z]+ )*Council", "findall"),
        (r"[\s:.*]+$", "sub"),
        (r"(\*\*)(.+?)(?<=\S)\1", "sub"),
        (r"\S.*?\s*[(]\s*\d", "search"),
    ],
)
def test_an_expression_of_more_than_linear_cost_is_noticed(pattern: str, method: str) -> None:
    assert slow_text(Use("here", 1, re.compile(pattern), method))


def test_what_is_too_long_for_an_expression_is_left_alone() -> None:
    short = ShortPattern(r"(\w+)!", longest=5)
    assert short.fullmatch("abc!") and short.match("abc!") and short.search("-abc!")
    assert short.sub("?", "abc!") == "?"
    assert not (short.fullmatch("abcde!") or short.match("abcde!") or short.search("abcde!"))
    assert short.sub("?", "abcde!") == "abcde!"
