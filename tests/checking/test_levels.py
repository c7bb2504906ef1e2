"""A skill that needs a lower level at a higher grade is pointed out, and no gap where none is."""

from __future__ import annotations

import bundled
from levelled import comparer, levelled, section
from pathways.checking.check import check
from pathways.checking.finding import Code, Finding
from pathways.compare.comparison import Comparer
from pathways.model.framework import Framework


def findings(framework: Framework, code: Code) -> list[Finding]:
    library = comparer(framework).library
    every = check(library, [framework.id], Comparer(library, bundled.vocabulary()))
    return [finding for finding in every if finding.code is code]


def coders(*levels: str) -> Framework:
    said = {
        node: [section("coding", f"Codes in way {node}.", level=level), section("duties", "Works.")]
        for node, level in zip("567", levels, strict=True)
    }
    return levelled("5-6-7", said)


def test_a_lower_level_at_a_higher_grade_is_pointed_out() -> None:
    (finding,) = findings(coders("Working", "Expert", "Awareness"), Code.ASKS_LESS)
    assert finding.nodes == ("6", "7")
    assert "needs a lower level" in finding.message
    assert "“Awareness”, after “Expert”" in finding.message


def test_levels_that_rise_are_nothing_to_mend() -> None:
    assert findings(coders("Awareness", "Working", "Expert"), Code.ASKS_LESS) == []


def test_a_level_without_a_text_is_no_gap() -> None:
    said = {
        node: [section("coding", *texts, level="Working"), section("duties", f"Works {node}.")]
        for node, texts in {"5": ("Codes.",), "6": (), "7": ("Codes well.",)}.items()
    }
    assert findings(levelled("5-6-7", said), Code.MISSING_DIMENSION) == []


def test_what_is_included_is_no_gap_and_no_duty_that_is_not_carried_on() -> None:
    said = {
        "5": [section("coding", "Codes."), section("duties", "Opens the hall.")],
        "6": [section("coding", includes=["5"]), section("duties", "Plans.", includes=["5"])],
        "7": [section("coding", "Codes well.", includes=["6"]), section("duties", includes=["6"])],
    }
    framework = levelled("5-6-7", said)
    assert findings(framework, Code.MISSING_DIMENSION) == []
    assert findings(framework, Code.ASKS_LESS) == []
