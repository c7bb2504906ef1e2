from __future__ import annotations

import msgspec

from importing_documents import imported, of_text, table
from pathways.importing.identity import keep_ids
from pathways.importing.imported import Imported
from pathways.model.framework import with_node_ids

BEFORE = "Family\nGrade 4\nDuties\n- Help\n- Log\n- Tidy\nGrade 5\nDuties\n- Lead\n- Plan"


def ids(found: Imported) -> dict[str, str]:
    return {s.text: s.id for s in found.framework.statements}


def test_an_unchanged_document_is_the_same_framework_again() -> None:
    first = of_text(BEFORE)
    assert keep_ids(of_text(BEFORE), first.framework) == first


def test_unchanged_statements_keep_their_ids_and_retired_ones_are_never_used_again() -> None:
    first = of_text(BEFORE)
    second = keep_ids(
        of_text(BEFORE.replace("- Help\n", "").replace("- Plan", "- Plan\n- Judge")),
        first.framework,
    )
    assert ids(second) == {
        "Log": "family-4.accountabilities.2",
        "Tidy": "family-4.accountabilities.3",
        "Lead": "family-5.accountabilities.1",
        "Plan": "family-5.accountabilities.2",
        "Judge": "family-5.accountabilities.3",
    }
    third = keep_ids(of_text(BEFORE.replace("- Help", "- Greet")), first.framework)
    assert ids(third)["Greet"] == "family-4.accountabilities.4"
    assert ids(third)["Log"] == "family-4.accountabilities.2"


def test_decisions_name_the_ids_that_were_kept() -> None:
    first = of_text(BEFORE)
    second = keep_ids(of_text(BEFORE.replace("- Help\n", "")), first.framework)
    named = {d.text: d.statement for d in second.decisions if d.statement}
    assert named == ids(second)


def test_a_node_keeps_the_id_that_it_was_given_in_the_file() -> None:
    first = of_text(BEFORE).framework
    renamed = msgspec.json.decode(
        msgspec.json.encode(first).replace(b'"family-4"', b'"helper"'), type=type(first)
    )
    again = keep_ids(of_text(BEFORE), renamed)
    assert [node.id for node in again.framework.nodes] == ["helper", "family-5"]
    assert ids(again)["Help"] == "helper.accountabilities.1"
    assert {node for d in again.decisions for node in d.nodes} == {"helper", "family-5"}


def test_a_text_that_serves_more_grades_than_before_keeps_its_id() -> None:
    first = table(["Grade", "Risk"], ["4", "Reports"], ["5", "Owns"])
    second = table(["Grade", "Risk"], ["4 / 5", "Reports"], ["6", "Owns"])
    kept = keep_ids(imported(second), imported(first).framework)
    assert ids(kept)["Reports"] == "table-4.risk.1"


def test_equal_texts_keep_ids_of_their_own() -> None:
    text = "Planner\n## Duties\n- Plan\n- Plan\n- Log"
    first = of_text(text)
    second = keep_ids(of_text(text.replace("- Log", "- Log\n- Plan")), first.framework)
    found = [s.id for s in second.framework.statements]
    assert len(set(found)) == 4
    assert found[:3] == [s.id for s in first.framework.statements]
    assert found[3] not in found[:3]


def test_steps_follow_the_ids_that_nodes_were_given_in_the_file() -> None:
    titles = ("Planner (L3)", "Senior Planner (L4)", "Staff Planner (L5)", "Planning Manager (L5)")
    text = "# Ladder\n" + "\n".join(f"## {title}\n- Does {title}" for title in titles)
    first = of_text(text).framework
    senior = next(node.id for node in first.nodes if node.title.startswith("Senior"))
    renamed = with_node_ids(first, {senior: "planner-two"})
    again = keep_ids(of_text(text), renamed).framework
    assert again.nodes == renamed.nodes
    assert again.steps == renamed.steps
    assert [step.source for step in again.steps] == ["planner-two"]
