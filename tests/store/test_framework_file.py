from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.model.framework import Entry, Wording
from pathways.model.problem import Severity
from pathways.store.framework_file import FrameworkFileError, framework_and_warnings, read_framework

Tiny = Callable[[str], Path]
Written = Callable[[str | bytes], Path]

FLAWS: dict[str, list[tuple[int, int, str]]] = {
    "alias": [(18, 13, "“&” at the beginning"), (24, 13, "“*team” would repeat another part")],
    "another-kind-of-file": [
        (1, 1, "not a file of the kind expected. It should begin with lines such as")
    ],
    "begins-with-a-star": [(24, 13, "cannot begin with “*”")],
    "begins-with-an-at-sign": [(24, 13, "cannot begin with “@”")],
    "block-without-sections": [(20, 15, "This block has no sections.")],
    "bracket-left-open": [(19, 12, "This list in square brackets")],
    "depth-out-of-bounds": [
        (18, 47, "cannot be 0. It should be 1 or more."),
        (24, 44, "10. It should be 9 or less."),
    ],
    "directive": [(1, 1, "A line cannot begin with “%”.")],
    "everything-wrong": [
        (3, 1, "Nothing called “titel” is known here. Did you mean “title”?"),
        (7, 1, "“wording” stands here for the second time; the first is in line 6."),
        (11, 5, "This step leads from “tiny-2” to itself."),
        (14, 10, "Two grades or roles have the id “tiny-1”; the first is in line 13."),
        (21, 13, "cannot be shown or printed"),
        (22, 13, "There is no grade or role “tiny-2”. Did you mean tiny-1?"),
        (27, 44, "There is no dimension “rsk”. Did you mean risk?"),
    ],
    "half-formed": [
        (6, 10, "There should be a text in “wording”."),
        (10, 10, "“id” has no value. Put “~” in quotes"),
        (10, 20, "a text in “title”"),
        (11, 10, "a text in “id”"),
        (11, 27, "“title” has no value"),
        (14, 10, "a text in “id”"),
        (15, 10, "“id” has no value"),
        (15, 47, "a text in “family”"),
        (16, 5, "names and values in item 4 of “nodes”"),
        (18, 12, "“from” has no value"),
        (19, 24, "a text in “to”"),
        (20, 5, "names and values in item 3 of “steps”"),
        (22, 5, "names and values in item 1 of “blocks”"),
        (23, 13, "There is no value here."),
        (23, 16, "a text in item 2 of “nodes”"),
        (25, 9, "names and values in item 1 of “sections”"),
        (26, 20, "“dimension” has no value"),
        (28, 16, "There is no value here."),
        (30, 44, "There is no value here."),
        (30, 47, "a text in item 2 of “also”"),
        (31, 21, "a text in “dimension”"),
    ],
    "hidden-character": [(24, 13, "U+0007")],
    "ill-formed-id": [
        (2, 5, "“id” cannot be “Tiny Ladder”. It should be words in small"),
        (5, 11, "such as en-GB"),
    ],
    "key-twice": [
        (6, 1, "“title” stands here for the second time"),
        (24, 9, "the first is in line 23"),
    ],
    "keys-of-something-else": [
        (1, 1, "not a file of the kind expected. It should begin with lines such as")
    ],
    "levels-and-inclusions-wrong": [
        (10, 54, "“tiny-1” includes itself."),
        (11, 55, "There is no grade or role “tiny-9”. Did you mean tiny-2 or tiny-1?"),
        (17, 9, "The level “basic” stands twice on this scale."),
        (18, 9, "Two scales have the id “skills”; the first is in line 13."),
        (25, 16, "There is no level “Goodd”. Did you mean Good?"),
        (31, 16, "There is no scale “skill”. Did you mean skills?"),
        (37, 16, "A scale is named here, but no level on it."),
        (38, 28, "There is no grade or role “tiny-7”. Did you mean tiny-2 or tiny-1?"),
    ],
    "list-as-key": [(8, 10, "A list or a group cannot stand before a colon.")],
    "merge-key": [
        (8, 9, "“document” is missing in “source”"),
        (8, 10, "Lines cannot be merged with “<<” here."),
    ],
    "missing-keys": [
        (1, 1, "“licence” is missing in the file"),
        (9, 5, "“title” is missing in item 1 of “nodes”"),
    ],
    "newer-format": [(1, 9, "written in format 2; this program reads format 1")],
    "no-key": [(8, 28, "There is no name before this colon.")],
    "no-nodes": [
        (9, 8, "The list “nodes” is empty."),
        (11, 12, "is empty."),
        (17, 12, "is empty."),
    ],
    "no-value": [
        (3, 7, "“title” has no value. Write one after the colon"),
        (7, 10, "“licence” has no value. Put “null” in quotes"),
        (24, 12, "There is no value here. Write one after the “-”"),
    ],
    "node-twice-in-a-block": [(19, 21, "“tiny-2” stands twice in this list.")],
    "nothing-in-quotes": [
        (3, 8, "nothing in “title”"),
        (24, 13, "nothing in item 1 of “statements”"),
    ],
    "number-in-quotes": [
        (24, 44, "“depth” should be a whole number. Write it in figures, without quotes.")
    ],
    "one-section-in-two-blocks": [
        (23, 13, "Two statements have the id “tiny-1.purpose.1”; the first is in line 17.")
    ],
    "only-an-unknown-node": [
        (23, 16, "There is no grade or role “tiny-9”. Did you mean tiny-2 or tiny-1?")
    ],
    "only-outside-the-block": [
        (23, 16, "“tiny-1” is not among the grades and roles of this block.")
    ],
    "out-of-line": [(14, 4, "This does not fit the list it stands in.")],
    "own-dimension-misnamed": [(10, 10, "id cannot be “Night Work”"), (10, 29, "title is empty")],
    "own-dimensions-of-one-id": [
        (11, 10, "Two dimensions have the id “night-work”; the first is in line 10.")
    ],
    "quotes-left-open": [(3, 8, "This quotation mark is never closed.")],
    "quotes-within": [(24, 21, "put a text that holds quotation marks in quotes")],
    "section-without-statements": [(23, 21, "This section has no statements.")],
    "statement-with-a-colon": [
        (18, 13, "Put the whole statement in quotes."),
        (24, 13, "The colon in this statement"),
    ],
    "step-against-the-order": [
        (13, 5, "tiny-1 → tiny-2 → tiny-1: these steps go round in a circle.")
    ],
    "step-of-other-files": [
        (13, 5, "Neither “ict-13” nor “ict-14” is a grade or role of this file.")
    ],
    "step-to-itself": [(13, 5, "This step leads from “tiny-2” to itself.")],
    "steps-in-a-circle": [(14, 5, "tiny-1 → tiny-2 → tiny-1: these steps go round in a circle.")],
    "tab": [(14, 1, "There is a tab where only spaces may stand. Indent with spaces.")],
    "tag": [(3, 8, "“!” at the beginning"), (18, 13, "“!” at the beginning")],
    "truth-in-quotes": [
        (13, 44, "“indicative” should be true or false. Write it like that, without quotes.")
    ],
    "two-documents": [(25, 1, "A second document begins here.")],
    "two-nodes-of-one-id": [
        (11, 10, "Two grades or roles have the id “tiny-1”; the first is in line 10.")
    ],
    "two-statements-of-one-id": [
        (24, 13, "Two statements have the id “team”; the first is in line 18.")
    ],
    "unknown-dimension": [(15, 20, "There is no dimension “propose”. Did you mean purpose")],
    "unknown-dimension-in-also": [
        (24, 44, "no dimension “people-managment”. Did you mean people-management?")
    ],
    "unknown-escape": [(24, 22, "The backslash in this text")],
    "unknown-key": [(3, 1, "Nothing called “titel” is known here. Did you mean “title”?")],
    "unknown-key-unlike-any": [
        (
            14,
            5,
            "Nothing called “colour” is known here. Known here are: nodes, sections, label, code, id.",
        )
    ],
    "unknown-node-in-a-block": [
        (19, 21, "There is no grade or role “tiny-3”. Did you mean tiny-2 or tiny-1?")
    ],
    "unknown-wording": [
        (6, 10, "cannot be “verbatm”. Did you mean “verbatim”? It is one of: restated, verbatim.")
    ],
    "wording-far-off": [(6, 10, "cannot be “1”. It is one of: restated, verbatim.")],
    "wrong-kinds": [
        (1, 9, "“format” should be a whole number"),
        (8, 9, "There should be names and values in “source”."),
        (18, 13, "There should be a text in item 1 of “statements”."),
        (19, 12, "There should be a list in “nodes”."),
        (22, 18, "There should be a text in “heading”."),
        (23, 21, "“definition” should be true or false"),
    ],
}

ODDITIES: dict[str, list[tuple[int, int, str]]] = {
    "levels-and-inclusions": [],
    "node-without-text": [(11, 10, "“tiny-2” has no text: no block serves it.")],
    "own-dimension-of-a-shared-id": [
        (10, 10, "“risk” is a dimension that all frameworks share already")
    ],
    "own-dimension": [],
    "sound": [],
    "step-from-the-top-of-ict": [],
    "step-to-a-node-not-open": [],
    "words-like-values": [],
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_mistake_is_told_at_once_each_with_its_place_and_what_to_do(
    tiny: Tiny, known: list[str], flaw: str
) -> None:
    path = tiny(flaw)
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(path, known)
    problems = caught.value.problems
    assert [(problem.line, problem.column) for problem in problems] == [
        place[:2] for place in FLAWS[flaw]
    ]
    for problem, (_line, _column, words) in zip(problems, FLAWS[flaw], strict=True):
        assert words in f"{problem.message} {problem.advice}"
        assert problem.advice
        assert problem.file == path
        assert problem.severity is Severity.ERROR


@pytest.mark.parametrize("oddity", ODDITIES)
def test_what_is_only_odd_is_a_warning_and_the_framework_opens(
    tiny: Tiny, known: list[str], oddity: str
) -> None:
    framework, warnings = framework_and_warnings(tiny(oddity), known)
    assert framework == read_framework(tiny(oddity), known)
    assert framework.id == "tiny"
    assert [(problem.line, problem.column) for problem in warnings] == [
        place[:2] for place in ODDITIES[oddity]
    ]
    for problem, (_line, _column, words) in zip(warnings, ODDITIES[oddity], strict=True):
        assert words in problem.message
        assert problem.severity is Severity.WARNING


def test_every_tiny_file_is_tested(tiny: Tiny) -> None:
    assert {path.stem for path in tiny("sound").parent.glob("*.yaml")} == {*FLAWS, *ODDITIES}


def test_a_sound_file_is_read_as_it_stands(tiny: Tiny, known: list[str]) -> None:
    framework = read_framework(tiny("sound"), known)
    assert framework.wording is Wording.VERBATIM
    assert [(node.id, node.grade) for node in framework.nodes] == [("tiny-1", "1"), ("tiny-2", "2")]
    assert [statement.id for statement in framework.statements] == [
        "tiny-1.purpose.1",
        "tiny-2.purpose.1",
    ]


def test_words_that_look_like_values_stay_words(tiny: Tiny, known: list[str]) -> None:
    framework = read_framework(tiny("words-like-values"), known)
    assert (framework.title, framework.organisation, framework.licence) == ("1.10", "NO", "on")
    assert framework.source.document == "true"
    assert framework.blocks[1].sections[0].statements == ("2026-11-30", "0x1F", "null", "1_000")


def test_numbers_and_truth_are_read_where_the_format_has_them(
    tiny: Tiny, known: list[str], written: Written
) -> None:
    text = tiny("sound").read_text(encoding="utf-8")
    text = text.replace("- Leads the team.", "- {text: Leads., depth: 2, also: [risk]}").replace(
        "blocks:", "steps:\n  - {from: tiny-2, to: ict-6, indicative: true}\nblocks:"
    )
    framework = read_framework(written(text), known)
    assert framework.format == 1
    assert framework.steps[0].indicative is True
    assert framework.blocks[1].sections[0].statements == (
        Entry(text="Leads.", depth=2, also=("risk",)),
    )


def test_one_mistake_is_one_sentence_with_its_place_in_front(tiny: Tiny, known: list[str]) -> None:
    path = tiny("unknown-key")
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(path, known)
    assert (
        str(caught.value)
        == f"{path}, line 3, column 1: Nothing called “titel” is known here. Did you mean “title”?"
    )


def test_several_mistakes_are_counted_and_told_one_a_line(tiny: Tiny, known: list[str]) -> None:
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(tiny("everything-wrong"), known)
    first, *lines = str(caught.value).splitlines()
    assert first == "There are 7 mistakes to correct:"
    assert lines == [str(problem) for problem in caught.value.problems]


def test_of_very_many_mistakes_fifty_are_told_and_the_rest_counted(
    tiny: Tiny, known: list[str], written: Written
) -> None:
    text = tiny("sound").read_text(encoding="utf-8").replace("[tiny-2]", f"[{'tiny-3, ' * 80}]")
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(written(text), known)
    lines = str(caught.value).splitlines()
    assert len(lines) == 52
    assert lines[-1] == "… and 30 more."


def test_warnings_never_hide_a_mistake(tiny: Tiny, known: list[str], written: Written) -> None:
    nodes = "".join(
        f"  - {{id: extra-{number}, title: Extra, grade: x}}\n" for number in range(300)
    )
    text = tiny("sound").read_text(encoding="utf-8").replace("blocks:\n", f"{nodes}blocks:\n", 1)
    framework, warnings = framework_and_warnings(written(text), known)
    assert len(framework.nodes) == 302
    assert len(warnings) == 100
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(written(text.replace("[tiny-2]", "[tiny-22]")), known)
    assert [problem.message.split(".")[0] for problem in caught.value.problems] == [
        "There is no grade or role “tiny-22”"
    ]


def test_a_very_long_name_is_shortened_in_the_sentence(
    tiny: Tiny, known: list[str], written: Written
) -> None:
    text = (
        tiny("sound")
        .read_text(encoding="utf-8")
        .replace("dimension: purpose", "dimension: " + "z" * 100_000, 1)
    )
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(written(text), known)
    assert len(str(caught.value)) < 400


def test_a_missing_file_is_a_framework_file_error_too(tmp_path: Path, known: list[str]) -> None:
    with pytest.raises(FrameworkFileError, match="There is no such file"):
        read_framework(tmp_path / "nowhere.yaml", known)


def test_an_id_does_not_end_in_a_line_break(
    tiny: Tiny, tmp_path: Path, known: frozenset[str]
) -> None:
    sound = tiny("sound").read_text(encoding="utf-8")
    first = re.search(r"(?m)^id: (\S+)$", sound)
    assert first is not None
    path = tmp_path / "broken.yaml"
    path.write_text(sound.replace(first[0], f'id: "{first[1]}\\n"', 1), encoding="utf-8")
    with pytest.raises(FrameworkFileError):
        read_framework(path, known)
