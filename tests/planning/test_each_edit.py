"""Each edit of a team and of a plan, undone and redone twice, with what the file says each time.

A new function that makes another team or plan of one has to have a case here, or a reason why it
is no edit.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

import msgspec
import pytest

from pathways import planning
from pathways.model.plan import Agreement, Plan, Standing, View
from pathways.model.team import MoveState, Team
from pathways.planning import (
    carry,
    edits,
    forgetting,
    merge,
    moves,
    people,
    person,
    team_conflicts,
    team_merge,
)
from pathways.planning.manager_copy import copy_for_manager
from pathways.store.plan_file import read_plan, write_plan
from pathways.store.team_file import read_team, write_team
from pathways.workspace.document import Document
from pathways.workspace.plans import PLANS
from pathways.workspace.team import team_kind
from planning.plans import GRADES, edition, plan
from teams import TODAY, rules, team

KIND = next(kind for kind in rules()[0].kinds if kind.id == "advertised-vacancy")
ACTING = next(kind for kind in rules()[0].kinds if kind.id == "acting-up")
ROW, OTHER = "5.people.1", "5.money.1"


def functions(first: str, returned: str) -> dict[str, FunctionType]:
    """Return the public functions of planning that make such a value of one, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(planning.__path__):
        loaded = importlib.import_module(f"pathways.planning.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            hints = function.__annotations__
            if name.startswith("_") or function.__module__ != loaded.__name__:
                continue
            takes = next(iter(hints.values()), "")
            if takes == first and hints.get("return") == returned:
                found[f"{module.name}.{name}"] = function
    return found


# Teams ------------------------------------------------------------------------------------------


def crew() -> Team:
    """Return a team in which everything can be done."""
    made = team("Ada 11>12 Analyst\nBo 10 Engineer\nCy 12>13 Manager\n- 12 Lead")
    made = people.change_person(made, "p2", manager="p1")
    first = moves.draft_move(made, "p1", KIND, "", to_post="t4", date="2027-03-01")
    made = moves.plan_move(made, first, TODAY)
    acting = moves.draft_move(made, "p2", ACTING, "", to_post="t1", date="2026-10-01")
    made = moves.carry_out(moves.plan_move(made, acting, TODAY), "m2", ACTING, TODAY)
    made = moves.add_scenario(moves.set_band(made, "ict-11", 1, 2), "One", [first])
    both = (people.change_person(made, "p3", note=note) for note in ("Mornings", "Evenings"))
    found = team_merge.merge_teams(made, *both)
    assert found is not None
    return found.team


SAID = {"name": "Dee", "manager": "Ada", "post": "t4", "aim": "ict-12"}
TEAM_EDITS: dict[str, Callable[[Team], Team]] = {
    "people.rename_team": lambda t: people.rename_team(t, "Others"),
    "people.add_person": lambda t: people.add_person(t, "Dee", node="ict-9"),
    "people.change_person": lambda t: people.change_person(t, "p1", name="Ada B", aim=""),
    "people.remove_person": lambda t: people.remove_person(t, "p1"),
    "people.without": lambda t: people.without(t, ["p1", "p2"], ["t4"]),
    "people.add_post": lambda t: people.add_post(t, "Desk", holder="p2"),
    "people.change_post": lambda t: people.change_post(t, "t4", funded=True, cover="p2"),
    "people.remove_post": lambda t: people.remove_post(t, "t1"),
    "people.place": lambda t: people.place(t, "p2", "t4"),
    "people.vacate": lambda t: people.vacate(t, "t1"),
    "people.changed": lambda t: people.changed(t, rules=("uk-councils", "ours")),
    "people.with_person": lambda t: people.with_person(t, None, SAID),
    "forgetting.without_person": lambda t: forgetting.without_person(t, "p3"),
    "moves.plan_move": lambda t: moves.plan_move(
        t, moves.draft_move(t, "p3", KIND, "ict-13"), TODAY
    ),
    "moves.change_move": lambda t: moves.change_move(t, "m1", reason="Leave", date="2027-04-01"),
    "moves.set_state": lambda t: moves.set_state(t, "m1", MoveState.APPROVED, TODAY, by="Panel"),
    "moves.answer": lambda t: moves.answer(t, "m1", "advertised", True, TODAY, "in May"),
    "moves.review": lambda t: moves.review(t, "m2", TODAY),
    "moves.remove_move": lambda t: moves.remove_move(t, "m1"),
    "moves.carry_out": lambda t: moves.carry_out(t, "m1", KIND, TODAY),
    "moves.performed": lambda t: moves.performed(t, t.moves[0], KIND),
    "moves.ended": lambda t: moves.ended(t, "m2", TODAY),
    "moves.add_scenario": lambda t: moves.add_scenario(t, "Two", [t.moves[0]]),
    "moves.change_scenario": lambda t: moves.change_scenario(t, "One", title="First", moves=[]),
    "moves.remove_scenario": lambda t: moves.remove_scenario(t, "One"),
    "moves.apply_moves": lambda t: moves.apply_moves(t, t.scenarios[0].moves, TODAY, "Agreed"),
    "moves.apply_scenario": lambda t: moves.apply_scenario(t, "One", TODAY, "Agreed"),
    "moves.set_band": lambda t: moves.set_band(t, "ict-12", 3, 4),
    "people.settle": lambda t: people.settle(t, t.conflicts[0], 0),
    "team_conflicts.choose": lambda t: team_conflicts.choose(t, t.conflicts[0], 0),
}
NO_TEAM_EDITS = {
    "shared_copy.shared_copy": "a file of its own, for somebody else",
    "team_identity.identified": "what an older file is given when it is read",
    "team_conflicts.settled": "a part of every edit in the window, which has tests of its own",
    "renumbering.apart": "a part of merging, which has tests of its own",
    "renumbering.renumbered": "a part of merging, which has tests of its own",
}


def test_each_edit_of_a_team_has_a_case() -> None:
    assert set(functions("Team", "Team")) - set(NO_TEAM_EDITS) == set(TEAM_EDITS)


@pytest.mark.parametrize("name", TEAM_EDITS)
def test_an_edit_of_a_team_is_undone_and_redone_twice(name: str, tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, crew())
    document = Document.open(path, team_kind())
    undone_and_redone_twice(document, TEAM_EDITS[name], lambda: read_team(path))


def test_bringing_in_a_table_is_undone_and_redone_twice(tmp_path: Path) -> None:
    from pathways.importing.people_table import chosen_columns, read_people_table
    from pathways.planning.team_import import bring_in
    from teams import comparer

    table = tmp_path / "people.csv"
    table.write_text("Name,Grade,Post\nAda,Gr 12,Lead\nDee,9,Desk\n", "utf-8")
    read = read_people_table(table)
    columns = chosen_columns(read.head.cells, {})
    path = tmp_path / "crew.pathteam"
    write_team(path, crew())
    document = Document.open(path, team_kind())
    library = comparer().library
    undone_and_redone_twice(
        document,
        lambda t: bring_in(t, read, columns, library, {}).team,
        lambda: read_team(path),
    )


# Plans ------------------------------------------------------------------------------------------


def full() -> Plan:
    """Return a plan in which everything can be done, a conflict and changed texts among it."""
    made = edits.add_evidence(plan(), [ROW, OTHER], "Targets met", date="2026-05-01")
    made = edits.add_action(made, [ROW], "Sit on a panel", by="2027-03-31")
    made = edits.add_item(made, Agreement(id="new", text="A panel in spring", date="2026-11-27"))
    made = edits.set_standing(edits.set_note(made, [ROW], "Ask Kim Lee"), [ROW], Standing.SHOWN)
    made = merge.merge(made, edits.set_note(made, [ROW], "Ask later"))
    changed = "Manage a team of up to nine apprentices.", GRADES["5"]["people"][1]
    return carry.carry(made, edition("5", "people", *changed)).plan


def other_copy(made: Plan) -> Plan:
    copy = copy_for_manager(made, ["evidence"])
    return edits.set_standing(copy, [OTHER], Standing.PARTLY)


PLAN_EDITS: dict[str, Callable[[Plan], Plan]] = {
    "edits.rename": lambda p: edits.rename(p, "Alex"),
    "edits.set_standing": lambda p: edits.set_standing(p, [ROW, OTHER], Standing.PARTLY),
    "edits.set_note": lambda p: edits.set_note(p, [OTHER], "Ask in May"),
    "edits.set_view": lambda p: edits.set_view(p, ROW, View(standing=Standing.SHOWN, who="Kim")),
    "edits.weigh": lambda p: edits.weigh(p, [ROW], 2),
    "edits.accept_text": lambda p: edits.accept_text(p, [row.id for row in p.rows]),
    "edits.set_reviews": lambda p: edits.set_reviews(p, ["2027-01-31"]),
    "edits.add_evidence": lambda p: edits.add_evidence(p, [OTHER], "Saved 200 pounds"),
    "edits.add_action": lambda p: edits.add_action(p, [ROW], "Read"),
    "edits.add_item": lambda p: edits.add_item(
        p, msgspec.structs.replace(p.actions[0], do="Shadow Kim Lee")
    ),
    "edits.change_item": lambda p: edits.change_item(
        p, msgspec.structs.replace(p.evidence[0], result="Missed")
    ),
    "edits.set_done": lambda p: edits.set_done(p, p.actions[0].id, True),
    "edits.remove_item": lambda p: edits.remove_item(p, p.evidence[0].id),
    "edits.choose": lambda p: edits.choose(p, p.conflicts[0], 1),
    "merge.merge": lambda p: merge.merge(p, other_copy(p)),
    "merge.merge_since": lambda p: merge.merge_since(
        p, edits.weigh(p, [ROW], 3), edits.rename(p, "Alex")
    ),
    "person.without_person": lambda p: person.without_person(p, "Kim Lee"),
    "person.without_notes": person.without_notes,
}
NO_PLAN_EDITS = {
    "manager_copy.copy_for_manager": "a file of its own, for the manager",
    "carry.up_to_date": "how a sample is copied: a carry and an acceptance, which are edits",
}


def test_each_edit_of_a_plan_has_a_case() -> None:
    assert set(functions("Plan", "Plan")) - set(NO_PLAN_EDITS) == set(PLAN_EDITS)


@pytest.mark.parametrize("name", PLAN_EDITS)
def test_an_edit_of_a_plan_is_undone_and_redone_twice(name: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.pathplan"
    write_plan(path, full())
    document = Document.open(path, PLANS)
    undone_and_redone_twice(document, PLAN_EDITS[name], lambda: read_plan(path))


def test_carrying_a_plan_over_is_undone_and_redone_twice(tmp_path: Path) -> None:
    path = tmp_path / "mine.pathplan"
    write_plan(path, plan())
    document = Document.open(path, PLANS)
    new = edition("5", "people", "Lead a team of up to nine apprentices.")
    undone_and_redone_twice(document, lambda p: carry.carry(p, new).plan, lambda: read_plan(path))


def undone_and_redone_twice(
    document: Document[Any], edit: Callable[[Any], Any], kept: Callable[[], Any]
) -> None:
    """Do an edit, and take it back and do it again twice; the file follows each time."""
    before = document.value
    after = edit(before)
    assert after != before, "the case changes something"
    assert document.edit("an edit", after)
    for _time in range(2):
        assert document.undo_words == "an edit"
        assert document.undo()
        document.save()
        assert document.value == kept() == before
        assert document.redo_words == "an edit"
        assert document.redo()
        document.save()
        assert document.value == kept() == after
