"""A comparison in which persons overrule pairings and verdicts."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bundled
from drawing import ladder
from pathways.compare.change import Change, DimensionChange, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.overruling import judge_as, pair, part
from pathways.model.library import Library
from pathways.model.overrule import Between, Overrules
from pathways.model.statement import Statement

TEXTS = {
    "1": {"risk": ["Report risks to the team", "Keep a log of visits", "Sing"]},
    "2": {"risk": ["Manage risks of the service", "Paint gates", "Dance"]},
    "1 2": {"purpose": ["Serve the public"]},
}
UP = Between("1", "2", "risk")
NONE = Overrules()


@cache
def library() -> Library:
    return ladder("1-2", texts=TEXTS)


@cache
def comparer() -> Comparer:
    return Comparer(library(), bundled.vocabulary())


def stated(node: str) -> tuple[Statement, ...]:
    return library().statements_of(node, "risk")


def risk(overrules: Overrules, before: str = "1", after: str = "2") -> DimensionChange:
    found = comparer().with_overrules(overrules).step(before, after).dimension("risk")
    assert found is not None
    return found


def short(change: Change) -> tuple[str, str, str]:
    texts = [
        statement.text.split()[0] if statement else ""
        for statement in (change.before, change.after)
    ]
    return change.verdict.value, texts[0], texts[1]


def test_without_overrules_the_program_judges() -> None:
    found = risk(NONE)
    assert [short(change) for change in found.changes] == [
        ("raised", "Report", "Manage"),
        ("new", "", "Paint"),
        ("new", "", "Dance"),
        ("dropped", "Keep", ""),
        ("dropped", "Sing", ""),
    ]
    assert not any(change.overruled for change in found.changes)
    assert found.overruled_count == 0


def test_a_person_s_pair_comes_first_and_says_whose_it_is() -> None:
    found = risk(
        pair(NONE, UP, stated("1")[2], stated("2")[2], reason="Both perform", who="Ann Smith")
    )
    change = next(change for change in found.changes if change.overruled)
    assert short(change) == ("changed", "Sing", "Dance")
    assert change.why.endswith("matched by Ann Smith: Both perform")
    assert change.own is not None
    assert short(change.own) == ("dropped", "Sing", "")
    assert short(found.changes[0]) == ("raised", "Report", "Manage")


def test_a_pair_of_a_person_frees_the_partner_that_the_program_had_chosen() -> None:
    found = risk(pair(NONE, UP, stated("1")[0], stated("2")[1]))
    assert ("new", "", "Manage") in [short(change) for change in found.changes]
    (change,) = (change for change in found.changes if change.overruled)
    assert change.own is not None
    assert short(change.own) == ("raised", "Report", "Manage")


def test_a_statement_set_apart_is_dropped_or_new() -> None:
    low, high = stated("1")[0], stated("2")[0]
    for statement, verdict in ((low, "dropped"), (high, "new")):
        changes = risk(part(NONE, UP, statement, reason="No kin")).changes
        (change,) = (change for change in changes if change.overruled)
        assert (change.verdict.value, change.why) == (verdict, "separated by a person: No kin")
        assert change.own is not None
        assert change.own.verdict is Verdict.RAISED
        assert {short(one)[0] for one in changes} == {"dropped", "new"}


def test_a_verdict_of_a_person_replaces_the_program_s_and_keeps_it_at_hand() -> None:
    found = risk(judge_as(NONE, UP, stated("1")[0], stated("2")[0], Verdict.REWORDED))
    change = found.changes[0]
    assert short(change) == ("reworded", "Report", "Manage")
    assert change.why == "judged by a person"
    assert change.own is not None
    assert change.own.verdict is Verdict.RAISED
    assert change.own.why.startswith("report → manage")
    assert change.words == risk(NONE).changes[0].words


def test_a_verdict_holds_a_pair_together_that_the_program_would_not_make() -> None:
    found = risk(judge_as(NONE, UP, stated("1")[1], stated("2")[1], Verdict.EASED))
    assert ("eased", "Keep", "Paint") in [short(change) for change in found.changes]


def test_a_pairing_and_a_verdict_on_it_are_both_told() -> None:
    low, high = stated("1")[2], stated("2")[2]
    overrules = judge_as(
        pair(NONE, UP, low, high, who="Ann"), UP, low, high, Verdict.RAISED, who="Ben"
    )
    (change,) = (change for change in risk(overrules).changes if change.overruled)
    assert change.why == "matched by Ann; judged by Ben"
    assert change.by == (*overrules.paired, *overrules.judged)


def test_the_way_down_is_the_way_up_turned_round() -> None:
    overrules = judge_as(NONE, UP, stated("1")[2], stated("2")[2], Verdict.RAISED)
    (change,) = (change for change in risk(overrules, "2", "1").changes if change.overruled)
    assert short(change) == ("eased", "Dance", "Sing")
    assert change.by == overrules.judged


def test_the_verdict_of_the_dimension_and_its_sentence_follow() -> None:
    single = ladder("1-2", texts={"1": {"risk": ["Report risks"]}, "2": {"risk": ["Manage risks"]}})
    low, high = single.statements_of("1")[0], single.statements_of("2")[0]

    def change(overrules: Overrules) -> DimensionChange:
        return Comparer(single, bundled.vocabulary(), overrules).step("1", "2").dimensions[0]

    found = change(judge_as(NONE, UP, low, high, Verdict.EASED, reason="Fewer duties."))
    assert found.verdict is Verdict.EASED
    assert found.sentence == (
        "Less is asked at grade 2: judged by a person: Fewer duties. "
        "1 change here is judged by a person, not by the program."
    )
    assert change(part(NONE, UP, low)).verdict is Verdict.CHANGED


def test_what_is_left_beside_a_person_s_pair_is_not_paired_for_being_alone() -> None:
    texts = {
        "1": {
            "risk": [
                "Keep the log of all visits",
                "Sing in the choir for guests, visitors and old neighbours of the castle",
            ]
        },
        "2": {
            "risk": [
                "Varnish gates",
                "Dance, juggle, mime, recite, drum, whistle, paint lanterns, carve spoons, sing",
            ]
        },
    }
    only = {"1": ["Mow lawns", "Sell tea"], "2": ["Weld pipes", "Teach chess"]}
    for number, others in only.items():
        texts[number]["risk"] += others
    two = ladder("1-2", texts=texts)
    old, new = two.statements_of("1"), two.statements_of("2")
    before = Comparer(two, bundled.vocabulary()).step("1", "2").dimensions[0]
    after = (
        Comparer(two, bundled.vocabulary(), pair(NONE, UP, old[0], new[0]))
        .step("1", "2")
        .dimensions[0]
    )
    assert [change.verdict for change in before.changes].count(Verdict.NEW) == 4
    left = [change.verdict for change in after.changes if not change.overruled]
    assert (left.count(Verdict.NEW), left.count(Verdict.DROPPED)) == (3, 3)


def changed(library: Library, text: str, new: str) -> Library:
    """Return the library with one text put in other words."""

    def mended(framework: object) -> object:
        return msgspec.convert(
            msgspec.json.decode(
                msgspec.json.encode(framework).replace(text.encode(), new.encode())
            ),
            type(framework),
        )

    frameworks = tuple(mended(framework) for framework in library.frameworks)
    return msgspec.structs.replace(library, frameworks=frameworks, given=())


LOW, HIGH = (
    ladder("1-2", texts=TEXTS).statements_of("1", "risk"),
    ladder("1-2", texts=TEXTS).statements_of("2", "risk"),
)
GOOD = pair(NONE, UP, LOW[2], HIGH[2])


@pytest.mark.parametrize(
    ("overrules", "reason"),
    [
        (pair(NONE, UP._replace(after="9"), LOW[0], HIGH[0]), "There is no grade or role “9”."),
        (
            pair(NONE, UP._replace(dimension="rsk"), LOW[0], HIGH[0]),
            "There is no dimension “rsk”. Did you mean risk?",
        ),
        (
            pair(NONE, UP._replace(dimension="purpose"), LOW[0], HIGH[0]),
            "The statement “1.risk.1” is no longer there.",
        ),
        (pair(NONE, UP, HIGH[0], LOW[0]), "The statement “2.risk.1” is no longer there."),
        (
            part(NONE, UP, msgspec.structs.replace(LOW[0], text="Report some risks")),
            "The text has changed since: “1.risk.1”.",
        ),
        (
            part(
                NONE,
                UP._replace(dimension="purpose"),
                msgspec.structs.replace(LOW[0], id="1-2.purpose.1", text="Serve the public"),
            ),
            "The statement “1-2.purpose.1” is now one text for both.",
        ),
    ],
)
def test_a_judgement_that_no_longer_fits_is_listed_and_not_applied(
    overrules: Overrules, reason: str
) -> None:
    with_both = Overrules.of(*overrules, *GOOD)
    found = comparer().with_overrules(with_both)
    (stale,) = found.stale_overrules
    assert (stale.overrule, stale.reason[: len(reason)]) == (next(iter(overrules)), reason)
    assert str(stale.problem).startswith("A person’s judgement on ")
    assert risk(with_both) == risk(GOOD)


def test_looks_may_change_under_a_judgement() -> None:
    other = Comparer(changed(library(), "Sing", "SING."), bundled.vocabulary(), GOOD)
    assert other.stale_overrules == ()
    assert other.step("1", "2").dimension("risk").overruled_count == 1  # type: ignore[union-attr]
    other = Comparer(changed(library(), "Sing", "Sing and act"), bundled.vocabulary(), GOOD)
    assert len(other.stale_overrules) == 1


def test_of_judgements_that_contradict_each_other_the_first_holds_and_the_other_is_listed() -> None:
    first, second = (
        pair(NONE, UP, LOW[2], HIGH[2]),
        pair(NONE, Between("2", "1", "risk"), HIGH[2], LOW[1]),
    )
    both = Overrules.of(*first, *second)
    found = comparer().with_overrules(both)
    assert [stale.overrule for stale in found.stale_overrules] == list(second)
    assert "Another judgement" in found.stale_overrules[0].reason
    assert risk(both) == risk(first)


def test_the_same_said_twice_is_no_contradiction() -> None:
    found = comparer().with_overrules(Overrules.of(*GOOD, *GOOD))
    assert found.stale_overrules == ()
    assert found.step("1", "2").dimension("risk") == risk(GOOD)


def test_what_a_judgement_does_not_touch_is_not_computed_again() -> None:
    first = comparer().step("1", "2")
    second = comparer().with_overrules(GOOD).step("1", "2")
    assert second.dimension("purpose") is first.dimension("purpose")
    assert second.dimension("risk") is not first.dimension("risk")
    assert comparer().with_overrules(NONE).step("1", "2").dimension("risk") is first.dimension(
        "risk"
    )


judgements = st.lists(
    st.tuples(
        st.sampled_from(["pair", "part", "judge"]), st.sampled_from(LOW), st.sampled_from(HIGH)
    ),
    max_size=5,
)


@settings(max_examples=100, deadline=None)
@given(judgements=judgements)
def test_whatever_persons_say_every_statement_is_in_exactly_one_change(
    judgements: list[tuple[str, Statement, Statement]],
) -> None:
    overrules = NONE
    for kind, low, high in judgements:
        if kind == "pair":
            overrules = pair(overrules, UP, low, high)
        elif kind == "part":
            overrules = part(overrules, UP, high)
        else:
            overrules = judge_as(overrules, UP, low, high, Verdict.CHANGED)
    found = comparer().with_overrules(overrules)
    assert found.stale_overrules == ()
    changes = risk(overrules).changes
    assert sorted(change.before.id for change in changes if change.before) == [
        statement.id for statement in LOW
    ]
    assert sorted(change.after.id for change in changes if change.after) == [
        statement.id for statement in HIGH
    ]
    judged = {
        tuple(s.id for s in (change.before, change.after) if s)
        for change in changes
        if change.overruled
    }
    assert judged == {one.statements for one in overrules}
