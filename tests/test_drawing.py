from __future__ import annotations

from drawing import ladder, pairs, permuted
from pathways.model.step import StepKind


def test_a_drawing_has_exactly_the_steps_that_are_drawn() -> None:
    for drawing in (
        "6-7-8 8-9",
        "6-7 6-8 7-9 8-9",
        "a-b c-d b-c",
        "6-7-8 7-6",
        "a b c",
        "a-a",
        "b-c a-b",
        "a-c b-c-d",
    ):
        library = ladder(drawing)
        drawn = {
            (a, b)
            for chain in drawing.split()
            for a, b in zip(chain.split("-"), chain.split("-")[1:], strict=False)
        }
        assert set(pairs(library)) == drawn, drawing
        assert len(pairs(library)) == len(drawn)


def test_nodes_stand_in_the_order_of_the_drawing() -> None:
    assert list(ladder("7-6 8", "9-7").nodes) == ["7", "6", "8", "9"]


def test_a_word_of_an_earlier_drawing_means_that_node() -> None:
    library = ladder("13-14", "14~head")
    assert [len(framework.nodes) for framework in library.frameworks] == [2, 1]
    (step,) = library.frameworks[1].steps
    assert (step.source, step.target, step.kind, step.indicative) == (
        "14",
        "head",
        StepKind.ACROSS_ORGANISATIONS,
        True,
    )


def test_signs_are_kinds_of_moves() -> None:
    assert [step.kind for step in ladder("a-b=c!d^e@f~g").steps] == [
        StepKind.NEXT_GRADE,
        StepKind.CAREER_GRADED,
        StepKind.ADVERTISED_VACANCY,
        StepKind.ACTING_UP,
        StepKind.SECONDMENT,
        StepKind.ACROSS_ORGANISATIONS,
    ]


def test_texts_are_what_the_nodes_state() -> None:
    library = ladder(
        "6-7", texts={"6 7": {"risk": ["Report risks."]}, "7": {"risk": ["Manage risks."]}}
    )
    assert [s.text for s in library.statements_of("7", "risk")] == [
        "Report risks.",
        "Manage risks.",
    ]
    assert library.statements_of("6")[0].shared


def test_permuted_gives_every_other_order() -> None:
    others = permuted(ladder("a", "b", "c"))
    assert len({tuple(library.nodes) for library in others}) == 5
