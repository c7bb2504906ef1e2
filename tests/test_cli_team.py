"""``pathways team …``: what it prints, what it writes, and with which code it ends."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pathways import cli
from pathways.model.plan import Standing
from pathways.planning.begin import begin
from pathways.planning.edits import add_evidence, set_standing
from pathways.planning.people import change_person
from pathways.store.plan_file import write_plan
from pathways.store.team_file import read_team, write_team
from teams import TODAY, comparer, team

CREW = "Ada 11>12 Analyst\nBo 10>11 Engineer\nCy 12 Manager\n- 12 Lead"


@pytest.fixture
def crew(tmp_path: Path) -> Path:
    path = tmp_path / "crew.pathteam"
    write_team(path, team(CREW))
    return path


def run(*words: str | Path) -> int:
    return cli.main([str(word) for word in words])


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> Any:
    capsys.readouterr()
    assert run("team", *words, "--format", "json") == code
    return json.loads(capsys.readouterr().out)


def with_plan(crew: Path, person: str, words: list[Standing], evidence: str = "") -> list[str]:
    """Link a plan to somebody; return its rows that count."""
    plan = begin(comparer(), "ict-11", ["ict-12"], today=TODAY)
    asked = [row.id for row in plan.asked]
    for row, word in zip(asked, words, strict=False):
        plan = set_standing(plan, [row], word)
    if evidence:
        plan = add_evidence(plan, asked[:1], result=evidence)
    write_plan(crew.parent / f"{person}.pathplan", plan)
    write_team(crew, change_person(read_team(crew), person, plan=f"{person}.pathplan"))
    return asked


def test_a_new_team_is_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Service desk.pathteam"
    assert answer(capsys, "new", "-o", path) == {
        "team": "Service desk",
        "people": 0,
        "posts": 0,
        "moves": 0,
    }
    assert read_team(path).people == ()
    assert run("team", "new", "-o", path) == 1, "it is there already"
    assert run("team", "new", "-o", tmp_path / "x.txt") == 2
    assert "pathteam" in capsys.readouterr().err


PEOPLE = "Wer,Grade,Post\nDi,Gr 10,Writer\nEd,PO99,Clerk\nTotal,2,\n"


def test_a_spreadsheet_is_tried_then_brought_in(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = crew.parent / "people.csv"
    table.write_text(PEOPLE)
    before = crew.read_bytes()
    words = ("import", crew, table, "--map", "Wer=name")
    tried = answer(capsys, *words, "--dry-run")
    assert crew.read_bytes() == before
    assert (tried["new"], tried["asked"][0]["text"]) == (2, "PO99")
    assert tried["wrong"] == [
        {"row": 4, "reason": "The row is a total, not a person.", "left_out": True}
    ]
    done = answer(capsys, *words, "--value", "PO99=ict-9")
    assert done["asked"] == []
    assert [person.node for person in read_team(crew).people][3:] == ["ict-10", "ict-9"]
    again = answer(capsys, *words)
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 2)
    assert again["missing"] == ["Ada", "Bo", "Cy"]


@pytest.mark.parametrize(
    "words",
    [
        ("import", "CREW", "PEOPLE", "--map", "Wer"),
        ("import", "CREW", "PEOPLE", "--map", "Nobody=name"),
        ("import", "CREW", "PEOPLE", "--value", "PO99=nowhere"),
        ("move", "CREW", "Nobody", "ict-12", "--kind", "acting-up"),
        ("move", "CREW", "Ada", "ict-99", "--kind", "acting-up"),
        ("move", "CREW", "Ada", "ict-12", "--kind", "leap"),
        ("move", "CREW", "Ada", "ict-12", "--kind", "acting-up", "--date", "soon"),
        ("what-if", "CREW", "--move", "Ada"),
        ("what-if", "CREW", "--move", "Ada=Lead@never"),
        ("side-by-side", "CREW", "Ada", "Ada", "--step", "ict-11", "ict-12"),
        ("gaps", "CREW", "--node", "ict-99"),
        ("board", "CREW", "--rules", "nobody"),
        ("sheets", "CREW", "--out", "x", "--type", ".exe"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_sentence(
    crew: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    table = crew.parent / "people.csv"
    table.write_text(PEOPLE)
    places = {"CREW": str(crew), "PEOPLE": str(table), "x": str(crew.parent / "x")}
    assert run("team", *(places.get(word, word) for word in words)) == 2
    assert capsys.readouterr().err.startswith("pathways: ")


def test_the_board_has_everybody_with_their_standing(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = with_plan(crew, "p1", [Standing.SHOWN, Standing.PARTLY])
    found = answer(capsys, "board", crew)
    ada, bo = found["people"][:2]
    assert {"id", "name", "node", "aim", "post", "standing", "next"} <= set(ada)
    assert (ada["id"], ada["name"], ada["node"], ada["aim"], ada["post"]) == (
        "p1",
        "Ada",
        "ict-11",
        "ict-12",
        "t1",
    )
    assert ada["standing"] == {
        "shown": 1,
        "partly": 1,
        "not-yet": 0,
        "no-opportunity": 0,
        "unsaid": len(asked) - 2,
    }
    assert bo["standing"] is None
    assert [one["post"] for one in found["vacant"]] == ["t4"]


def test_a_plan_is_read_afresh_and_one_that_is_gone_or_outside_is_told(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_plan(crew, "p1", [Standing.SHOWN])
    plan = crew.parent / "p1.pathplan"
    assert answer(capsys, "board", crew)["people"][0]["standing"]["shown"] == 1
    plan.unlink()
    gone = answer(capsys, "board", crew)["people"][0]
    assert gone["standing"] is None
    assert (gone["plan"]["state"], "gone" in gone["plan"]["message"]) == ("gone", True)
    write_team(crew, change_person(read_team(crew), "p1", plan="../elsewhere.pathplan"))
    assert answer(capsys, "board", crew)["people"][0]["plan"]["state"] == "outside"
    plan.write_text("format: 1\n")
    write_team(crew, change_person(read_team(crew), "p1", plan="p1.pathplan"))
    assert answer(capsys, "board", crew)["people"][0]["plan"]["state"] == "unreadable"
    assert [f["code"] for f in answer(capsys, "check", crew, code=1)["findings"]] == ["broken-link"]


def test_what_if_answers_in_the_documented_shape_and_changes_nothing(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = crew.read_bytes()
    found = answer(capsys, "what-if", crew, "--move", "Ada=Lead@2027-03-01")
    assert crew.read_bytes() == before
    move = found["moves"][0]
    assert (move["person"], move["from"], move["to"], move["date"], move["kind"]) == (
        "p1",
        "t1",
        "t4",
        "2027-03-01",
        "advertised-vacancy",
    )
    assert {"need", "met", "why", "source"} <= set(move["needs"][0])
    assert {need["met"] for need in move["needs"]} <= {True, False, None}
    assert found["vacancies"][0]["post"] == "t1"
    assert found["vacancies"][0]["from"] == "2027-03-01"
    assert found["vacancies"][0]["followers"] == [{"person": "p2", "standing": None, "why": "aims"}]
    assert found["chains"] == [
        [{"person": "p2", "post": "t1"}, {"person": None, "post": "t2"}],
        [{"person": None, "post": "t1"}],
    ]
    assert found["lost"][0].keys() == {"node", "statement"}
    two = answer(capsys, "what-if", crew, "--move", "p1=t4@2027-03-01", "p2=t1@2027-04-01")
    assert [vacancy["post"] for vacancy in two["vacancies"]] == ["t2"]


def test_a_move_is_planned_and_kept(crew: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("move", crew, "Ada", "ict-12", "--kind", "acting-up", "--date", "2027-03-01")
    found = answer(capsys, *words, "--until", "1/9/2027", "--reason", "Leave")["move"]
    assert (found["id"], found["to"], found["state"]) == ("m1", "t4", "idea")
    needs = {need["need"]: need["met"] for need in found["needs"]}
    assert (needs["reason"], needs["end"], needs["longest"]) == (True, True, True)
    kept = read_team(crew).moves[0]
    assert (kept.until, kept.history[0].on) == ("2027-09-01", datetime.date.today().isoformat())


def test_side_by_side_and_gaps(crew: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_plan(crew, "p1", [Standing.SHOWN], evidence="Led the move to the new desk.")
    beside = answer(capsys, "side-by-side", crew, "Ada", "p2", "--step", "ict-11", "ict-12")
    assert beside["no_plan"] == ["p2"]
    shown = [s for s in beside["statements"] if s["people"]["p1"]["standing"] == "shown"]
    assert shown[0]["people"]["p1"]["evidence"] == ["Led the move to the new desk."]
    assert shown[0]["remarks"] == ["asked-of-some"]
    gaps = answer(capsys, "gaps", crew, "--node", "ict-13")["gaps"]
    assert {gap["node"] for gap in gaps} == {"ict-13"}
    assert all(len(gap["holders"]) < 2 for gap in gaps)


def test_every_reader_has_a_sheet_in_words_too(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("team", "move", crew, "Ada", "ict-12", "--kind", "advertised-vacancy")
    for words in (
        ("board", crew),
        ("board", crew, "--group", "grade"),
        ("side-by-side", crew, "Ada", "--step", "ict-11", "ict-12"),
        ("gaps", crew),
        ("what-if", crew, "--move", "Ada=Lead"),
        ("check", crew),
    ):
        capsys.readouterr()
        assert run("team", *words) == 0
        assert "Ada" in capsys.readouterr().out, words
        assert run("team", *words, "-o", crew.parent / "sheet.md") == 0


@pytest.mark.parametrize("kind", ["meeting", "board", "decision"])
def test_sheets_for_the_whole_team_without_a_name_anywhere(
    crew: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named = change_person(change_person(read_team(crew), "p1", name="Ada Bello"), "p1", note="Ada")
    write_team(crew, msgspec.structs.replace(named, title="Bello’s crew"))
    words = ("move", crew, "p1", "ict-12", "--kind", "advertised-vacancy")
    run("team", *words, "--reason", "Bello did well")
    out = crew.parent / "out"
    capsys.readouterr()
    done = answer(
        capsys, "sheets", crew, "--out", out, "--kind", kind, "--without-names", "--type", ".html"
    )
    assert done["failed"] == []
    assert len(done["written"]) == len(list(out.iterdir())) > 0
    for file in out.iterdir():
        whole = file.name + file.read_text("utf-8")
        assert "Bello" not in whole
        assert "Ada" not in whole
        assert "P1" in whole or kind == "meeting"


def test_one_bad_plan_does_not_stop_the_other_sheets(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (crew.parent / "p1.pathplan").write_text("no plan")
    write_team(crew, change_person(read_team(crew), "p1", plan="p1.pathplan"))
    out = crew.parent / "out"
    done = answer(capsys, "sheets", crew, "--out", out, "--type", "md", code=1)
    assert len(done["written"]) == 1
    assert [one["what"] for one in done["failed"]] == ["meeting Ada"]


@pytest.mark.parametrize(
    "words",
    [
        ("board",),
        ("gaps",),
        ("check",),
        ("side-by-side", "Ada", "Bo", "--step", "ict-11", "ict-12"),
        ("what-if", "--move", "Ada=Lead@2027-03-01"),
    ],
)
def test_every_reader_can_go_without_names(
    crew: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with_plan(crew, "p1", [Standing.SHOWN], evidence="Ada led it with Bo.")
    run("team", "move", crew, "Ada", "ict-12", "--kind", "advertised-vacancy")
    for more in ((), ("--format", "json")):
        capsys.readouterr()
        assert run("team", words[0], crew, *words[1:], "--without-names", *more) == 0
        told = capsys.readouterr().out
        assert "Ada" not in told.replace("“Ada=", "")
        assert "led it" not in told


def test_a_column_that_nothing_is_taken_from_is_named(
    crew: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Grade,Favourite tea\nDee,9,Assam\n", "utf-8")
    found = answer(capsys, "import", crew, table, "--dry-run")
    assert found["unused"] == ["Favourite tea"]
    assert run("team", "import", crew, table, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "The column “Favourite tea” is not brought in." in told
    assert "Row 2, new: Dee: grade or role now: – → Grade 9" in told
    assert len(read_team(crew).people) == 3, "nothing was written"


def test_what_if_tells_how_long_a_post_stands_empty_between_two_moves(
    crew: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moves = ["--move", "Ada=Lead@2027-03-01", "Bo=Analyst@2027-04-01"]
    found = answer(capsys, "what-if", crew, *moves)
    assert found["waits"] == [
        {"post": "t1", "from": "2027-03-01", "until": "2027-04-01", "days": 31}
    ]
    assert run("team", "what-if", crew, *moves) == 0
    assert "Analyst, Grade 11: 31 days empty, until 1 April 2027." in capsys.readouterr().out
