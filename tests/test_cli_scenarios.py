"""``pathways team what-if --keep`` and ``team scenarios``: kept, beside each other, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathways.planning.people import change_person, rename_team
from pathways.store.team_file import read_team, write_team
from test_cli_team import answer, crew, run

__all__ = ["crew"]


def keep(crew: Path, move: str, name: str) -> None:
    assert run("team", "what-if", crew, "--move", move, "--keep", name) == 0


def test_scenarios_are_kept_shown_side_by_side_and_thrown_away(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_team(crew)
    keep(crew, "Ada=Lead@2027-03-01", "Ada leads")
    keep(crew, "Cy=Lead@2027-05-01", "Cy leads")
    team = read_team(crew)
    assert (team.people, team.posts, team.moves) == (before.people, before.posts, before.moves)
    assert [one.title for one in team.scenarios] == ["Ada leads", "Cy leads"]
    capsys.readouterr()
    assert run("team", "scenarios", crew) == 0
    told = capsys.readouterr().out
    assert "Ada leads" in told
    assert "Cy leads" in told
    assert "No scenario is ranked" in " ".join(told.split())
    found = answer(capsys, "scenarios", crew)["scenarios"]
    assert [(one["id"], one["title"], one["why"]) for one in found] == [
        ("s1", "Ada leads", ""),
        ("s2", "Cy leads", ""),
    ]
    assert found[0]["moves"][0]["person"] == "p1"
    assert {"vacancies", "chains", "lost"} < set(found[0])
    assert len(answer(capsys, "scenarios", crew, "Cy leads")["scenarios"]) == 1
    assert answer(capsys, "scenarios", crew, "--forget", "ada leads") == {"forgotten": "Ada leads"}
    assert [one.title for one in read_team(crew).scenarios] == ["Cy leads"]
    assert run("team", "scenarios", crew, "-o", crew.parent / "beside.csv") == 0
    assert "Cy leads" in (crew.parent / "beside.csv").read_text("utf-8-sig")


def test_scenarios_that_are_not_there_or_too_many_are_said(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("team", "scenarios", crew) == 2
    assert "No scenario is kept yet" in capsys.readouterr().err
    for number in range(5):
        keep(crew, "Ada=Lead@2027-03-01", f"Try {number}")
    capsys.readouterr()
    assert run("team", "scenarios", crew) == 2
    assert "At most 4 scenarios" in capsys.readouterr().err
    assert run("team", "scenarios", crew, "Tri 1") == 2
    assert "Did you mean Try 1" in capsys.readouterr().err
    assert len(answer(capsys, "scenarios", crew, "s5", "Try 1")["scenarios"]) == 2


def test_scenarios_go_without_names(crew: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_team(crew, rename_team(change_person(read_team(crew), "p1", name="Ada Bello"), "Crew"))
    keep(crew, "Ada Bello=Lead@2027-03-01", "Bello leads")
    for more in ((), ("--format", "json")):
        capsys.readouterr()
        assert run("team", "scenarios", crew, "Bello leads", "--without-names", *more) == 0
        told = capsys.readouterr().out
        assert "Bello" not in told
        assert "P1" in told.upper()
    words = ("--move", "Ada Bello=Lead", "--keep", "Two", "--without-names")
    assert run("team", "what-if", crew, *words) == 2
    assert len(read_team(crew).scenarios) == 1
