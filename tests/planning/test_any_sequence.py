"""Whatever people do in whatever order: nothing is lost."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.model.plan import Agreement, Plan, Standing, View
from pathways.planning import edits
from pathways.planning.carry import carry
from pathways.planning.manager_copy import copy_for_manager
from pathways.planning.merge import merge
from pathways.store.guarded_yaml import read_yaml
from pathways.store.plain_yaml import plain_yaml
from pathways.store.plan_file import check_plan
from pathways.store.structure import fitted
from planning.plans import GRADES, comparer, edition, ids, plan

ROWS = ids(plan())
EDITIONS = [
    comparer(),
    edition("5", "money", "Count the till.", *GRADES["5"]["money"]),
    edition("5", "people", "Lead a team of up to nine apprentices."),
    edition("5", "green"),
    edition("4", "people", "Help out."),
]

rows = st.sampled_from(ROWS)
words = st.text("ab c\n'\"#:é\x00", max_size=6)
said = st.text("abc", min_size=1, max_size=2)
steps = st.one_of(
    st.tuples(st.just("standing"), rows, st.sampled_from(Standing)),
    st.tuples(st.just("note"), rows, words),
    st.tuples(st.just("evidence"), st.lists(rows, min_size=1, max_size=3), said),
    st.tuples(st.just("action"), st.lists(rows, min_size=1, max_size=2), said),
    st.tuples(st.just("agreement"), st.lists(rows, max_size=2), said),
    st.tuples(st.just("change"), st.integers(0, 5), said),
    st.tuples(st.just("carry"), st.integers(0, len(EDITIONS) - 1), st.none()),
    st.tuples(st.just("reload"), st.none(), st.none()),
    st.tuples(st.just("again"), st.none(), st.none()),
)
scripts = st.lists(steps, max_size=8)


def done(made: Plan, script: Sequence[tuple[str, object, object]]) -> Plan:
    for step in script:
        made = _step(made, *step)
    return made


def _step(made: Plan, what: str, one: object, two: object) -> Plan:
    match what, one, two:
        case "standing", str(row), Standing() as standing:
            return edits.set_standing(made, [row], standing)
        case "note", str(row), str(text):
            return edits.set_note(made, [row], text)
        case "evidence", list(about), str(text):
            return edits.add_evidence(made, about, text)
        case "action", list(about), str(text):
            return edits.add_action(made, about, text)
        case "agreement", list(about), str(text):
            return edits.add_item(made, Agreement(id="new", text=text, rows=tuple(about)))
        case "change", int(number), str(text) if made.evidence:
            piece = made.evidence[number % len(made.evidence)]
            return edits.change_item(made, msgspec.structs.replace(piece, result=text))
        case "carry", int(number), None:
            return carry(made, EDITIONS[number]).plan
        case "reload", None, None:
            return reloaded(made)
        case "again", None, None:
            return merge(made, copy_for_manager(made, ["evidence", "notes"]))
    return made


def reloaded(made: Plan) -> Plan:
    document = read_yaml(Path(__file__), plain_yaml(made).encode())
    found, problems = fitted(document, Plan)
    assert found is not None and not problems
    assert not list(check_plan(document, found))
    return found


def everything(made: Plan) -> set[object]:
    """Return all that anybody said, wherever it stands now."""
    found: set[object] = set()
    for row in made.rows:
        found |= {(row.id, "standing", row.standing), (row.id, "note", row.note)}
        found.add((row.id, "manager", row.manager))
    for item in made.items:
        found.add((item.id, msgspec.structs.replace(item, brought=False)))
    for conflict in made.conflicts:
        for value in conflict.values:
            told = getattr(value, conflict.field)
            items = conflict.field in ("evidence", "action", "agreed")
            found.add((conflict.about, told) if items else (conflict.about, conflict.field, told))
    return {one for one in found if one[-1] not in (None, "", Standing.UNSAID)}  # type: ignore[index]


@given(scripts, scripts)
@settings(max_examples=60)
def test_a_save_and_a_reload_anywhere_change_nothing(
    before: list[tuple[str, object, object]], after: list[tuple[str, object, object]]
) -> None:
    made = done(plan(), before)
    assert reloaded(made) == made
    assert done(reloaded(made), after) == done(made, after)


@given(scripts, scripts, scripts)
@settings(max_examples=60)
def test_copies_come_home_in_any_order_to_the_same_end_and_nothing_is_lost(
    mine: list[tuple[str, object, object]],
    first: list[tuple[str, object, object]],
    second: list[tuple[str, object, object]],
) -> None:
    made = done(plan(), mine)
    copies = [done(copy_for_manager(made, ["evidence"]), script) for script in (first, second)]
    ends = []
    for order in itertools.permutations(copies):
        home = made
        for copy in order:
            kept = everything(home) | {
                one
                for one in everything(copy)
                if one in everything(made) or one[1] == "manager"  # type: ignore[index]
            }
            home = merge(home, copy)
            assert kept <= everything(home) | everything(made)
            assert {item.id for item in copy.items} <= {item.id for item in home.items}
            assert merge(home, copy) == home, "the same copy again changes nothing"
        ends.append(home)
    assert ends[0] == ends[1]
    for row in made.rows:
        assert ends[0].row_of[row.id].standing is row.standing, "mine is not overwritten"
        assert ends[0].row_of[row.id].note == row.note


@given(scripts, scripts, scripts)
@settings(max_examples=60)
def test_files_of_one_person_merge_in_any_order_to_the_same_end(
    mine: list[tuple[str, object, object]],
    first: list[tuple[str, object, object]],
    second: list[tuple[str, object, object]],
) -> None:
    base = done(plan(), mine)
    one, two = done(base, first), done(base, second)
    assert merge(merge(base, one), two) == merge(merge(base, two), one)
    assert everything(base) <= everything(merge(merge(base, one), two))


@given(scripts, st.integers(0, len(EDITIONS) - 1))
@settings(max_examples=60)
def test_a_carry_loses_no_word_and_makes_no_difference_to_what_is_said_before_or_after(
    script: list[tuple[str, object, object]], number: int
) -> None:
    script = [step for step in script if step[0] not in ("carry", "again")]
    after = carry(done(plan(), script), EDITIONS[number]).plan
    before = done(carry(plan(), EDITIONS[number]).plan, script)
    assert after == before
    assert everything(done(plan(), script)) <= everything(after)
    assert {row.text for row in plan().rows} <= {
        text for row in after.rows for text in (row.text, row.was)
    } | {row.text for row in after.rows if row.changed}


@given(st.permutations(ROWS), st.lists(st.sampled_from(Standing), min_size=5, max_size=5))
def test_what_is_said_of_different_rows_may_be_said_in_any_order(
    order: list[str], standings: list[Standing]
) -> None:
    of = dict(zip(ROWS, standings, strict=True))
    made, other = plan(), plan()
    for row in ROWS:
        made = edits.set_standing(made, [row], of[row])
    for row in order:
        other = edits.set_standing(other, [row], of[row])
    assert made == other
    seen = edits.set_view(made, ROWS[0], View(standing=Standing.SHOWN))
    assert everything(made) <= everything(seen)
