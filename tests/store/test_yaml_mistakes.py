from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pathways.model.problem import Problem
from pathways.store import guarded_yaml
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.yaml_mistakes import explained

Written = Callable[[str | bytes], Path]

SLIPS = {
    "a:\n\tb: 1\n": (2, 1, "There is a tab where only spaces may stand."),
    "- @home\n": (1, 3, "A text cannot begin with “@”."),
    "- `code`\n": (1, 3, "A text cannot begin with “`”."),
    "- %5 more\n": (1, 3, "A text cannot begin with “%”."),
    "- *All* staff\n": (1, 3, "A text cannot begin with “*”."),
    "- & more\n": (1, 3, "A text cannot begin with “&”."),
    "- !<a b\n": (1, 3, "A text cannot begin with “!”."),
    "a: b: c\n": (1, 5, "A colon followed by a space cannot stand here."),
    "a: b\n c: d\n": (2, 3, "A colon followed by a space cannot stand here."),
    'a: 1\nb: "x\nc: 2\n': (2, 4, "This quotation mark is never closed."),
    "a: 1\nb: 'x\nc: 2\n": (2, 4, "This quotation mark is never closed."),
    '- "C:\\home"\n': (1, 6, "The backslash in this text begins a sign that YAML does not know."),
    "a: 1\nb: [x, y\nc: d\n": (2, 4, "This list in square brackets does not end as it should."),
    "a: 1\nb: {x: 1\nc: d\n": (2, 4, "This group in curly brackets does not end as it should."),
    '- "Leads" the team\n': (1, 11, "This does not fit the list it stands in."),
    "a:\n  b: 1\n c: 2\n": (3, 2, "This does not fit the lines before it."),
    "a: 1\nb\nc: 2\n": (3, 1, "There is no colon after this name."),
    "a: [1]]\n": (1, 7, "This does not fit the lines before it."),
    '"a" "b"\n': (1, 5, "Something is left over here at the end."),
    "a: |x\n  b\n": (1, 5, "This cannot stand on one line with “|” or “>”."),
    "a: [\n": (2, 1, "The file ends here before it is complete."),
    "a: }\n": (1, 4, "“}” cannot stand here."),
    "- , x\n": (1, 3, "“,” cannot stand here."),
}


def refused(path: Path) -> Problem:
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    return caught.value.problems[-1]


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_in_plain_words_and_where_it_is(written: Written, text: str) -> None:
    problem = refused(written(text))
    assert (problem.line, problem.column, problem.message) == SLIPS[text]
    assert problem.advice


@pytest.mark.parametrize("text", SLIPS)
def test_the_parser_in_plain_python_finds_every_slip_too(
    written: Written, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(guarded_yaml, "_LOADER", yaml.SafeLoader)
    problem = refused(written(text))
    assert problem.line >= 1
    assert problem.message
    assert problem.advice


def test_a_complaint_nobody_foresaw_still_has_its_place() -> None:
    mark = yaml.Mark("", 0, 4, 2, None, None)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    message, advice, line, column = explained(error, "a\nb\n")
    assert (line, column) == (5, 3)
    assert "does not fit" in message
    assert "quotes" in advice


def test_a_complaint_without_a_place_says_so_much() -> None:
    assert explained(yaml.YAMLError("what"), "a")[2:] == (0, 0)
    assert explained(yaml.MarkedYAMLError(problem="what"), "a")[0] == "The file is not YAML."
