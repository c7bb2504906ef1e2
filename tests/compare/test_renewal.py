"""Judgements find their statements again where a new edition has numbered them otherwise."""

from __future__ import annotations

import msgspec
import pytest

import bundled
from drawing import ladder
from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.first import MOST, first_of_all
from pathways.compare.overruling import judge_as, part
from pathways.compare.renewal import renewed
from pathways.model.library import Library
from pathways.model.overrule import Between, Judged, Overrules

OLD = {"1": {"a": ["Dig beds.", "Mow lawns."]}, "2": {"a": ["Dig all beds.", "Mow all lawns."]}}


def library(*later: str) -> Library:
    return ladder("1-2", texts={"1": OLD["1"], "2": {"a": later or OLD["2"]["a"]}})


def judged(*, texts: bool) -> Overrules:
    made = library()
    before, after = made.statements_of("1")[1], made.statements_of("2")[1]
    found = judge_as(Overrules(), Between("1", "2", "a"), before, after, Verdict.EASED)
    if texts:
        return found
    older = msgspec.structs.replace(found.judged[0], before_text="", after_text="")
    return msgspec.structs.replace(found, judged=(older,))


def meant(overrules: Overrules) -> tuple[str, str]:
    one: Judged = overrules.judged[0]
    return one.before, one.after


@pytest.mark.parametrize("texts", [True, False])
def test_a_judgement_follows_its_statements_with_their_texts_or_their_fingerprint(
    texts: bool,
) -> None:
    made = judged(texts=texts)
    assert meant(made) == ("1.a.2", "2.a.2")
    assert renewed(made, library()) == made, "nothing has moved"
    moved = renewed(made, library("Mow all lawns.", "Dig all beds."))
    assert meant(moved) == ("1.a.2", "2.a.1")


@pytest.mark.parametrize("texts", [True, False])
def test_a_judgement_whose_text_is_gone_or_is_there_twice_stays_as_it_is(texts: bool) -> None:
    made = judged(texts=texts)
    assert renewed(made, library("Plant every tree in the town.")) == made
    if not texts:
        assert renewed(made, library("Mow all lawns.", "x", "Mow all lawns.")) == made


@pytest.mark.parametrize("node", ["1", "2"])
@pytest.mark.parametrize("texts", [True, False])
def test_a_statement_of_either_node_that_was_parted_is_found_again(node: str, texts: bool) -> None:
    made = library()
    lawns = made.statements_of(node)[1]
    overrules = part(Overrules(), Between("1", "2", "a"), lawns)
    if not texts:
        older = msgspec.structs.replace(overrules.parted[0], text="")
        overrules = msgspec.structs.replace(overrules, parted=(older,))
    assert renewed(overrules, made) == overrules, "nothing has moved"
    turned = {key: {"a": list(reversed(OLD[key]["a"]))} for key in OLD}
    moved = renewed(overrules, ladder("1-2", texts=turned))
    assert overrules.parted[0].statement == f"{node}.a.2"
    assert moved.parted[0].statement == f"{node}.a.1"
    elsewhere = renewed(overrules, ladder("7-8", texts={"7": OLD["1"], "8": OLD["2"]}))
    assert elsewhere == overrules, "of grades that are not open nothing is known"


def test_what_several_steps_tell_first_is_told_in_turns_and_nothing_twice() -> None:
    texts = {
        str(grade): {
            "a": [f"Lead the {word} of grade {grade}." for word in ("roads", "bins", "parks")],
            "b": [f"Fly drones over {word} {grade}." for word in ("woods", "lakes")],
        }
        for grade in (2, 3)
    } | {"1": {"a": ["Sing."]}}
    comparison = Comparer(ladder("1-2-3", texts=texts), bundled.vocabulary()).compare(
        ["1", "2", "3"]
    )
    told = first_of_all(comparison.steps)
    first, second = comparison.steps
    assert [(step.after.id, thing) for step, thing in told] == [
        ("2" if step is first else "3", step.first[turn])
        for turn in range(MOST)
        for step in (first, second)
        if turn < len(step.first)
    ][:MOST]
    hidden = first_of_all(comparison.steps, frozenset({"a"}))
    assert {thing.dimension.id for _step, thing in hidden} == {"b"}
