from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.model.problem import Problem
from pathways.store import guarded_yaml
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.yaml_rules import MOST_DEPTH, MOST_VALUES

Written = Callable[[str | bytes], Path]


def refused(path: Path) -> list[Problem]:
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    return list(caught.value.problems)


def spoilt(path: Path) -> list[tuple[int, int, str]]:
    document = read_yaml(path)
    problems = [*document.problems, *document.unread.values()]
    assert all(problem.file == path and problem.advice for problem in problems)
    return sorted((problem.line, problem.column, problem.message) for problem in problems)


def test_every_scalar_stays_the_text_it_is(written: Written) -> None:
    values = [
        "NO",
        "on",
        "1.10",
        "0x1F",
        "1_000",
        "2026-11-30",
        "true",
        "12:30",
        ".inf",
        "007",
        "-1",
        "=",
    ]
    document = read_yaml(written("".join(f"- {value}\n" for value in values)))
    assert document.data == values
    assert document.problems == []


def test_every_value_and_key_has_its_place(written: Written) -> None:
    document = read_yaml(written('a: é x\nb: {c: 1, d: "two"}\ne:\n  - f\n  - - g\n'))
    assert document.data == {"a": "é x", "b": {"c": "1", "d": "two"}, "e": ["f", ["g"]]}
    assert document.places[()][:2] == (1, 1)
    assert document.places["a",][:2] == (1, 4)
    assert document.places["b", "c"] == (2, 8)
    assert document.places["b", "d"] == (2, 14)
    assert document.places["e", 1, 0][:2] == (5, 7)
    assert document.key_places["b", "d"][:2] == (2, 11)


def test_columns_count_letters_even_after_signs_beyond_the_basic_plane(written: Written) -> None:
    assert read_yaml(written("{😀: 1, b: 2}\n")).places["b",][:2] == (1, 11)


def test_a_block_of_text_counts_as_quoted(written: Written) -> None:
    document = read_yaml(written("a: |\n  null\nb: >-\n  x\n  y\n"))
    assert document.data == {"a": "null\n", "b": "x y"}
    assert ("a",) in document.in_quotes


def test_a_value_of_nothing_is_reported_with_what_it_belongs_to(written: Written) -> None:
    assert spoilt(written("a:\nb: null\nc: [~, x]\nd: ''\n")) == [
        (1, 3, "“a” has no value."),
        (2, 4, "“b” has no value."),
        (3, 5, "There is no value here."),
    ]


def test_a_word_for_nothing_may_stand_in_quotes(written: Written) -> None:
    document = read_yaml(written("- 'null'\n- \"~\"\n"))
    assert document.data == ["null", "~"]
    assert not document.unread


def test_a_file_of_nothing_has_no_value(written: Written) -> None:
    assert spoilt(written("~\n")) == [(1, 1, "There is no value here.")]


def test_a_key_that_stands_twice_is_reported_and_its_first_value_kept(written: Written) -> None:
    path = written("a: 1\nb: {c: 1, c: {d: 1, d: 2}}\na: [x, ~]\n")
    assert read_yaml(path).data == {"a": "1", "b": {"c": "1"}}
    assert spoilt(path) == [
        (2, 11, "“c” stands here for the second time; the first is in line 2."),
        (2, 21, "“d” stands here for the second time; the first is in line 2."),
        (3, 1, "“a” stands here for the second time; the first is in line 1."),
        (3, 8, "There is no value here."),
    ]


def test_one_key_in_two_groups_is_no_mistake(written: Written) -> None:
    assert spoilt(written("- {a: 1}\n- {a: 1}\n")) == []


def test_anchors_aliases_tags_and_merge_keys_are_refused_one_by_one(written: Written) -> None:
    found = spoilt(
        written("a: &one x\nb: *one\nc: !!int 1\nd: {<<: {e: 1}}\nf: ! g\n&k h: i\nj: &two {}\n")
    )
    assert [(line, column) for line, column, _message in found] == [
        (1, 4),
        (2, 4),
        (3, 4),
        (4, 5),
        (5, 4),
        (6, 1),
        (7, 4),
    ]


def test_a_merge_key_in_quotes_is_a_key_like_any_other(written: Written) -> None:
    assert read_yaml(written('"<<": x\n')).data == {"<<": "x"}


def test_a_sign_that_cannot_be_printed_is_found_behind_its_escape(written: Written) -> None:
    assert spoilt(written('- "a\\x00b"\n- "a\\tb\\nc\\u2028\\U0001F600"\n')) == [
        (1, 3, "This text holds a character that cannot be shown or printed (code U+0000).")
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[a]: b\n", 1, "A list or a group cannot stand before a colon."),
        ("? {a: b}\n: c\n", 1, "A list or a group cannot stand before a colon."),
        ("a: &x b\n? *x\n: c\n", 2, "A name before a colon cannot begin with “*”."),
        ("a: 1\n---\nb: 1\n", 2, "A second document begins here."),
        ("%TAG !a! x\n---\na: 1\n", 1, "A line cannot begin with “%”."),
    ],
)
def test_what_cannot_be_read_on_from_ends_the_reading(
    written: Written, text: str, line: int, words: str
) -> None:
    last = refused(written(text))[-1]
    assert (last.line, last.message) == (line, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty."),
        (" \n\n", "The file is empty."),
        ("# a\n", "There are only comments in the file."),
    ],
)
def test_an_empty_file_says_so(written: Written, text: str, words: str) -> None:
    assert [problem.message for problem in refused(written(text))] == [words]


def test_depth_is_bounded_exactly(written: Written) -> None:
    assert read_yaml(written("[" * MOST_DEPTH + "]" * MOST_DEPTH)).data
    found = refused(written("[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1)))
    assert "nested more than 30 deep" in found[0].message
    assert found[0].column == MOST_DEPTH + 1


def test_the_number_of_values_is_bounded_exactly(written: Written) -> None:
    items = "- a\n" * (MOST_VALUES - 1)
    assert len(read_yaml(written(items)).places) == MOST_VALUES
    assert "more than 40000 values" in refused(written(items + "- a\n"))[0].message


def test_reading_gives_up_after_a_hundred_mistakes(written: Written) -> None:
    assert len(refused(written("-\n" * 5000))) == 100


def test_what_a_broken_bracket_swallows_is_not_reported_as_wrong_itself(written: Written) -> None:
    found = refused(written("a: ~\nb: {c\nd: e\nf: }\n"))
    assert [(problem.line, problem.column) for problem in found] == [(1, 4), (2, 4)]


def test_a_problem_without_a_place_of_its_own_has_that_of_what_is_around_it(
    written: Written,
) -> None:
    document = read_yaml(written("a:\n  b: {c: 1}\n"))
    assert document.problem(("a", "b", "nowhere"), "x").line == 2
    assert document.problem(("a", "b", "c"), "x").column == 10
    assert document.problem(("a", "b", "c"), "x", at_key=True).column == 7
    assert document.line_of(("nowhere",)) == 0


def test_the_parser_in_plain_python_reads_the_same(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written('a: é x\nb: {c: 1, d: "two"}\ne:\n  - NO\n  -\n')
    fast = read_yaml(path)
    monkeypatch.setattr(guarded_yaml, "_LOADER", guarded_yaml.yaml.SafeLoader)
    slow = read_yaml(path)
    assert (fast.data, fast.places) == (slow.data, slow.places)
    assert fast.unread == slow.unread
