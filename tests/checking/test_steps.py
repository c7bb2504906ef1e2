from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

import bundled
from drawing import ladder
from pathways.checking.finding import Code, Finding
from pathways.model.library import Library
from pathways.model.problem import Severity

FILLER = {
    "overall": [
        "Answer enquiries by telephone.",
        "Keep records of visits.",
        "Order goods for the stock room.",
    ]
}

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]

DUTIES = {
    "6": ["Report risks to the supervisor of the depot."],
    "7": ["Assess risks in the workshop each month and record them."],
    "8": ["Manage all risks of highways, with a plan for every winter."],
    "9": ["Lead the council's approach to risk with insurers and partners."],
}


MORE = {  # something else that really changes at each step
    "6": ["Help new staff to find their tools."],
    "7": ["Manage the budget of the depot."],
    "8": ["Negotiate contracts with suppliers of plant."],
    "9": ["Represent the council in regional boards."],
}


def besides(texts: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    """Return the texts with a dimension more, which changes at every step."""
    return {grade: {**parts, "people": MORE[grade]} for grade, parts in texts.items()}


def on_risk(**texts: list[str]) -> dict[str, dict[str, list[str]]]:
    return {grade.removeprefix("g"): {"risk": statements} for grade, statements in texts.items()}


def test_grades_with_the_same_text_throughout_are_a_warning(found: Found) -> None:
    texts = {
        "6": {"risk": ["Report risks."]},
        "7": {"risk": ["Report risks"]},
        "8": {"risk": DUTIES["8"]},
    }
    (finding,) = found(ladder("6-7-8", texts=texts), Code.SAME_TEXT)
    assert finding.severity is Severity.WARNING
    assert finding.message == "grade 6 and grade 7 have exactly the same text."
    assert finding.nodes == ("6", "7")
    assert finding.keys == ("blocks", 1, "sections", 0, "statements", 0)


def test_grades_that_differ_in_wording_only_are_advice(found: Found) -> None:
    texts = {
        "6 7": FILLER,
        "6": {
            "risk": [
                "Contribute to awareness of risk through the carrying out of duties, raising "
                "issues."
            ]
        },
        "7": {
            "risk": [
                "Contribute to awareness of risk in the carrying out of your duties, raising "
                "issues."
            ]
        },
    }
    (finding,) = found(ladder("6-7", texts=texts), Code.SAME_TEXT)
    assert (finding.severity, finding.nodes) == (Severity.ADVICE, ("6", "7"))
    assert "differ only in wording" in finding.message


def test_a_dimension_that_stays_where_most_steps_change_is_advice(
    found: Found, drawn: Drawn
) -> None:
    texts = besides(on_risk(g6=DUTIES["6"], g7=DUTIES["6"], g8=DUTIES["8"], g9=DUTIES["9"]))
    (finding,) = found(drawn("6-7-8-9", texts), Code.SAME_DIMENSION)
    assert finding.severity is Severity.ADVICE
    assert (finding.nodes, finding.dimension, finding.statements) == (
        ("6", "7"),
        "risk",
        ("7.risk.1", "6.risk.1"),
    )
    assert finding.message.startswith("On risk, grade 7 says the same as grade 6, word for word")


def test_several_such_dimensions_are_one_finding(found: Found, drawn: Drawn) -> None:
    texts = {
        grade: {"risk": [text], "money": [f"{text} This costs money."]}
        for grade, (text,) in DUTIES.items()
    }
    texts["7"] = texts["6"]
    (finding,) = found(drawn("6-7-8-9", besides(texts)), Code.SAME_DIMENSION)
    assert "On risk and money, grade 7" in finding.message
    assert finding.dimension == ""


def test_a_dimension_that_hardly_ever_changes_may_stay(found: Found, drawn: Drawn) -> None:
    texts = on_risk(g6=DUTIES["6"], g7=DUTIES["6"], g8=DUTIES["6"], g9=DUTIES["9"])
    assert found(drawn("6-7-8-9", texts), Code.SAME_DIMENSION) == []


def test_grades_that_are_the_same_throughout_are_not_told_dimension_by_dimension(
    found: Found,
) -> None:
    texts = on_risk(g6=DUTIES["6"], g7=DUTIES["6"], g8=DUTIES["8"])
    assert found(ladder("6-7-8", texts=texts), Code.SAME_DIMENSION) == []


def test_a_shared_block_is_never_more_than_advice(found: Found, drawn: Drawn) -> None:
    library = drawn("6-7-8", {"6 7": {"risk": DUTIES["6"]}, "8": {"risk": DUTIES["8"]}})
    findings = found(library)
    (finding,) = [f for f in findings if "6-7.risk.1" in f.statements]
    assert (finding.code, finding.severity) == (Code.SHARED_TEXT, Severity.ADVICE)
    assert finding.message == (
        "Grades 6 and 7 share this wording. The document does not say how they differ on risk."
    )


def test_grades_with_nothing_but_a_shared_text_are_told_so(found: Found) -> None:
    (finding,) = found(ladder("6-7", texts={"6 7": {"risk": DUTIES["6"]}}), Code.SHARED_TEXT)
    assert (
        finding.message
        == "Grades 6 and 7 share this wording. The document does not say how they differ."
    )


def test_the_common_core_of_a_whole_ladder_is_no_gap(found: Found, drawn: Drawn) -> None:
    assert found(drawn("6-7-8", {"6 7 8": {"risk": DUTIES["6"]}}), Code.SHARED_TEXT) == []


def test_a_shared_text_beside_texts_of_ones_own_tells_grades_apart(
    found: Found, drawn: Drawn
) -> None:
    texts = {"6 7": {"risk": DUTIES["6"]}, "6": {"risk": DUTIES["7"]}, "8": {"risk": DUTIES["8"]}}
    assert found(drawn("6-7-8", texts), Code.SHARED_TEXT) == []


def test_one_statement_in_two_wordings_says_which_words_differ(found: Found) -> None:
    findings = found(_ict(), Code.TWO_WORDINGS)
    said = {finding.nodes: finding.message for finding in findings}
    assert "once “activities” and once “or basic work”" in said["ict-6", "ict-7"]
    assert all(
        finding.severity is Severity.ADVICE and len(finding.statements) == 2 for finding in findings
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Some knowledge of soil and drainage.", "Knowledge of soil and drainage."),
        ("Keeps in touch with residents.", "Actively keeps in touch with residents."),
        ("Writes letters with help.", "Writes letters."),
    ],
)
def test_a_text_that_says_more_is_no_second_wording(found: Found, before: str, after: str) -> None:
    texts = {"6 7": FILLER, "6": {"risk": [before]}, "7": {"risk": [after]}}
    assert found(ladder("6-7", texts=texts), Code.TWO_WORDINGS) == []
    assert found(ladder("6-7", texts=texts), Code.SAME_TEXT) == []


def _ict() -> Library:
    return Library.merge([bundled.library().framework("ict")], bundled.library().shared_dimensions)


def _with_text(library: Library, old: str, new: str) -> Library:
    """Return the library with one statement's text replaced, wherever it stands."""
    framework = library.frameworks[0]
    replace = msgspec.structs.replace
    blocks = tuple(
        replace(
            block,
            sections=tuple(
                replace(
                    section,
                    statements=tuple(new if text == old else text for text in section.statements),
                )
                for section in block.sections
            ),
        )
        for block in framework.blocks
    )
    assert blocks != framework.blocks
    return Library.merge([replace(framework, blocks=blocks)], library.shared_dimensions)


def test_words_that_are_only_added_or_reordered_are_told_as_that(found: Found) -> None:
    old = "Allocate routine or basic work to colleagues in the team, and co-ordinate work tasks, under instruction."
    turned = "Allocate routine activities, under instruction, to colleagues in the team, and co-ordinate work tasks."
    findings = found(_with_text(_ict(), old, turned), Code.TWO_WORDINGS)
    (message,) = [finding.message for finding in findings if finding.nodes == ("ict-6", "ict-7")]
    assert "in another order" in message
    added = "Allocate routine activities to the colleagues in the team, and co-ordinate work tasks, under instruction."
    findings = found(_with_text(_ict(), old, added), Code.TWO_WORDINGS)
    (message,) = [finding.message for finding in findings if finding.nodes == ("ict-6", "ict-7")]
    assert "once with and once without “the”" in message
