"""A grade that includes another carries on everything that the other asks for."""

from __future__ import annotations

import msgspec

from levelled import comparer, levelled, section
from pathways.compare.change import StepChange, Verdict
from pathways.compare.sentences import inclusions
from pathways.model.framework import Framework

LIBRARY = levelled(
    "4-5-6",
    {
        "4": [section("duties", "Issue books.", "Open the hall."), section("skills", "Reads.")],
        "5": [section("duties", "Plan the rota.", includes=["4"])],
        "6": [section("duties", "Hold the budget.", includes=["5"])],
    },
)


def verdicts(step: StepChange, dimension: str) -> list[tuple[Verdict, str]]:
    found = step.dimension(dimension)
    assert found is not None
    texts = [(c.verdict, c.after or c.before) for c in found.changes]
    return [(verdict, statement.text) for verdict, statement in texts if statement]


def test_what_is_included_is_carried_on_and_not_dropped() -> None:
    found = comparer(LIBRARY).step("4", "5")
    assert verdicts(found, "duties") == [
        (Verdict.UNCHANGED, "Issue books."),
        (Verdict.UNCHANGED, "Open the hall."),
        (Verdict.NEW, "Plan the rota."),
    ]
    assert "grade 5 includes all of grade 4" in found.dimensions[0].sentence


def test_what_is_included_by_the_included_is_included_too() -> None:
    found = comparer(LIBRARY).step("4", "6")
    assert [verdict for verdict, _text in verdicts(found, "duties")] == [
        Verdict.UNCHANGED,
        Verdict.UNCHANGED,
        Verdict.NEW,
        Verdict.NEW,
    ]


def test_a_section_includes_its_subject_only() -> None:
    assert verdicts(comparer(LIBRARY).step("4", "5"), "skills") == [(Verdict.DROPPED, "Reads.")]


def test_a_node_that_includes_another_includes_every_subject() -> None:
    nodes = tuple(
        msgspec.structs.replace(node, includes=("4",) if node.id == "5" else ())
        for node in LIBRARY.nodes
    )
    whole = msgspec.structs.replace(LIBRARY, nodes=nodes)
    assert verdicts(comparer(whole).step("4", "5"), "skills") == [(Verdict.UNCHANGED, "Reads.")]


def test_circles_of_inclusion_end() -> None:
    round_about = levelled(
        "4-5",
        {
            "4": [section("duties", "Issue books.", includes=["5"])],
            "5": [section("duties", "Plan the rota.", includes=["4"])],
        },
    )
    step = comparer(round_about).step("4", "5")
    assert {verdict for verdict, _text in verdicts(step, "duties")} == {Verdict.UNCHANGED}


def test_backwards_only_what_is_added_is_not_repeated() -> None:
    found = comparer(LIBRARY).step("5", "4")
    assert [text for verdict, text in verdicts(found, "duties") if verdict is Verdict.DROPPED] == [
        "Plan the rota."
    ]


def test_a_level_is_carried_on_unless_another_is_stated() -> None:
    def skills(level: str) -> Framework:
        own = [section("coding", level=level)] if level else []
        return levelled(
            "4-5",
            {
                "4": [section("coding", level="Awareness"), section("duties", "Issue books.")],
                "5": [section("duties", "Plan.", includes=["4"]), *own],
            },
        )

    def included(framework: Framework) -> Framework:
        nodes = tuple(
            msgspec.structs.replace(n, includes=("4",) if n.id == "5" else ())
            for n in framework.nodes
        )
        return msgspec.structs.replace(framework, nodes=nodes)

    carried = comparer(included(skills(""))).step("4", "5").dimension("coding")
    raised = comparer(included(skills("Expert"))).step("4", "5").dimension("coding")
    assert carried and carried.verdict is Verdict.UNCHANGED
    assert raised and raised.verdict is Verdict.RAISED


def test_it_is_said_once_a_step_and_on_which_subjects_where_not_on_all() -> None:
    made = comparer(LIBRARY)
    assert inclusions([made.step("4", "5"), made.step("5", "6")], made.library) == [
        "Duties: As the document says, grade 5 includes all of grade 4.",
        "As the document says, grade 6 includes all of grade 5.",
    ]
