"""Plans without a window."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from pathways.cli import main
from pathways.store.framework_file import read_framework
from pathways.store.framework_writer import framework_yaml
from pathways.store.opening import bundled_files
from pathways.store.plan_file import read_plan
from pathways.store.private_file import previous_path

Run = Any


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*words: str, code: int = 0) -> str:
        assert main(["plan", *words]) == code
        told = capsys.readouterr()
        return told.out if code == 0 else told.err

    return call


@pytest.fixture
def plan(run: Run) -> str:
    run("new", "ict-11", "ict-12", "--name", "Sam Field", "-o", "mine.pathplan")
    return "mine.pathplan"


def shown(run: Run, file: str) -> Any:
    return json.loads(run("show", file, "--format", "json"))


def rows(run: Run, file: str) -> dict[str, Any]:
    return {row["id"]: row for row in shown(run, file)["rows"]}


def test_a_new_plan_has_what_is_new_raised_or_changed_and_nothing_said(run: Run, plan: str) -> None:
    found = shown(run, plan)
    assert (found["from"], found["to"], found["name"]) == ("ict-11", ["ict-12"], "Sam Field")
    assert [basis["id"] for basis in found["framework"]] == ["ict"]
    assert {row["verdict"] for row in found["rows"]} <= {"new", "raised", "changed"}
    assert found["counts"]["unsaid"] == len(found["rows"]) > 10
    assert {row["standing"] for row in found["rows"]} == {"none"}
    assert all(row["manager"] is None and row["changed"] is None for row in found["rows"])
    assert stat.S_IMODE(Path(plan).stat().st_mode) == 0o600


def test_several_aims_in_one_plan(run: Run) -> None:
    run("new", "ict-11", "ict-12", "head-of-technology", "-o", "far.pathplan")
    assert shown(run, "far.pathplan")["to"] == ["ict-12", "head-of-technology"]


def test_what_is_said_is_kept_with_the_version_before_beside_it(run: Run, plan: str) -> None:
    before = Path(plan).read_bytes()
    first, second = list(rows(run, plan))[:2]
    out = run("set", plan, first, "--standing", "partly", "--note", "Since May")
    assert f"0 of {len(rows(run, plan))} shown, 1 in part" in out
    assert previous_path(Path(plan)).read_bytes() == before
    run("set", plan, "2", "--standing", "no-opportunity")
    found = shown(run, plan)
    assert found["counts"]["partly"] == found["counts"]["no-opportunity"] == 1
    row = {row["id"]: row for row in found["rows"]}[first]
    assert (row["standing"], row["note"]) == ("partly", "Since May")
    run("set", plan, second, "--standing", "none")
    assert rows(run, plan)[second]["standing"] == "none"


def test_evidence_and_actions_serve_the_rows_that_are_named(run: Run, plan: str) -> None:
    first, second = list(rows(run, plan))[:2]
    run("evidence", plan, first, second, "--result", "Targets met", "--situation", "Leave",
        "--task", "Targets", "--action", "Rota", "--date", "2026-05-31", "--link", "a.pdf")  # fmt: skip
    out = run("action", plan, second, "--do", "Sit on a panel", "--kind", "shadowing", "--by",
              "2027-03-31", "--with", "HR", "--format", "json")  # fmt: skip
    found = json.loads(out)
    (piece,), (action,) = found["evidence"], found["actions"]
    assert piece["rows"] == [first, second] and piece["links"] == ["a.pdf"]
    assert (action["kind"], action["by"], action["with"]) == ("shadowing", "2027-03-31", "HR")
    by_id = {row["id"]: row for row in found["rows"]}
    assert by_id[first]["evidence"] == by_id[second]["evidence"] == [piece["id"]]
    assert by_id[second]["actions"] == [action["id"]]
    text = run("show", plan)
    assert "evidence: Targets met (31 May 2026); serves 2 statements" in text
    assert "action: Sit on a panel, shadowing, by 31 March 2027, with HR" in text


def test_a_copy_goes_out_and_comes_home(run: Run, plan: str) -> None:
    first, second = list(rows(run, plan))[:2]
    run("set", plan, first, "--standing", "shown", "--note", "private")
    run("evidence", plan, first, "--result", "secret")
    run("copy", plan, "-o", "copy.pathplan")
    assert "private" not in Path("copy.pathplan").read_text()
    assert "secret" not in Path("copy.pathplan").read_text()
    run("copy", plan, "--with", "evidence,notes", "-o", "full.pathplan")
    assert {"private", "secret"} <= set(Path("full.pathplan").read_text().split())
    run("set", "copy.pathplan", first, "--standing", "partly", "--note", "Not with budgets")
    run("set", plan, second, "--standing", "not-yet")
    run("merge", plan, "copy.pathplan", "-o", plan)
    home = rows(run, plan)
    assert home[first]["manager"]["standing"] == "partly"
    assert home[first]["manager"]["note"] == "Not with budgets"
    assert (home[first]["standing"], home[first]["note"]) == ("shown", "private")
    assert home[second]["standing"] == "not-yet" and home[first]["evidence"]
    assert "my manager says: ◐ in part: Not with budgets" in " ".join(run("show", plan).split())


def test_a_second_answer_is_a_conflict_that_names_both(run: Run, plan: str) -> None:
    first = next(iter(rows(run, plan)))
    for file, word in (("a.pathplan", "partly"), ("b.pathplan", "not-yet")):
        run("copy", plan, "-o", file)
        run("set", file, first, "--standing", word)
    run("merge", plan, "a.pathplan", "-o", "home.pathplan")
    out = run("merge", "home.pathplan", "b.pathplan", "-o", "home.pathplan")
    assert "1 value differs; both are kept until you choose." in out and first in out
    (conflict,) = shown(run, "home.pathplan")["conflicts"]
    assert {value["standing"] for value in conflict["values"]} == {"partly", "not-yet"}
    assert "To decide" in run("show", "home.pathplan")


def new_edition(tmp_path: Path) -> Path:
    """Write an edition of the bundled framework in which one text of grade 12 is another and one
    is gone.
    """
    file = next(file for file in bundled_files() if file.stem == "ict")
    from pathways.store.dimensions_file import read_dimensions

    text = framework_yaml(read_framework(file, [d.id for d in read_dimensions()]))
    assert text.count("The ability and skills to manage budgets\n") == 1
    text = text.replace("          - The ability and skills to manage budgets\n", "")
    text = text.replace("with strategic suppliers", "with suppliers of every kind")
    path = tmp_path / "edition.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_edition_changes_what_changed_and_keeps_what_vanished(
    run: Run, plan: str, tmp_path: Path
) -> None:
    gone = next(
        key for key, row in rows(run, plan).items() if "skills to manage budgets" in row["text"]
    )
    run("set", plan, gone, "--standing", "shown")
    run("evidence", plan, gone, "--result", "Balanced the books")
    edition = str(new_edition(tmp_path))
    out = run("carry", plan, "--framework", edition, "-o", "next.pathplan")
    assert "no longer in the document; it is kept, with its evidence:" in out
    found = shown(run, "next.pathplan")
    by_id = {row["id"]: row for row in found["rows"]}
    assert by_id[gone]["changed"] == "gone" and by_id[gone]["evidence"]
    changed = [row for row in found["rows"] if row["changed"] in ("reworded", "changed")]
    assert [("suppliers" in row["text"], "strategic" in row["was"]) for row in changed] == [
        (True, True)
    ]
    assert found["framework"][0]["version"] != shown(run, plan)["framework"][0]["version"]
    assert len(by_id) == len(rows(run, plan))
    again = json.loads(
        run(
            "carry",
            "next.pathplan",
            "--framework",
            "ict",
            "-o",
            "back.pathplan",
            "--format",
            "json",
        )
    )
    assert again["carried"]["back"] == [gone] and not again["carried"]["gone"]
    assert again["rows"] == shown(run, plan)["rows"]
    assert "Nothing that the plan rests on" in run(
        "carry", plan, "--framework", "ict", "-o", "x.pathplan"
    )


def test_an_edition_without_the_grade_keeps_everything(run: Run, plan: str, tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(
        "format: 1\nid: ict\ntitle: T\norganisation: O\nlanguage: en-GB\nwording: verbatim\n"
        "licence: None.\nsource: {document: D}\nnodes:\n  - {id: ict-11, title: Grade 11, grade: '11'}\n"
        "blocks: []\n"
    )
    out = run("carry", plan, "--framework", str(file), "-o", "next.pathplan")
    assert "“Grade 12” is no longer there" in out
    assert {row["changed"] for row in shown(run, "next.pathplan")["rows"]} == {"gone"}


@pytest.mark.parametrize("ending", ["txt", "md", "html", "csv", "docx", "odt", "pdf", "json"])
@pytest.mark.parametrize("pack", [(), ("--pack",)])
def test_both_sheets_are_written_in_every_format(
    run: Run, plan: str, pack: tuple[str, ...], ending: str
) -> None:
    run("set", plan, "1", "--standing", "shown")
    run("evidence", plan, "1", "--result", "Targets met")
    run("sheet", plan, *pack, "-o", f"sheet.{ending}")
    content = Path(f"sheet.{ending}").read_bytes()
    assert len(content) > 500
    if ending in ("txt", "md", "html", "csv", "json"):
        assert b"Targets met" in content


def test_a_sheet_without_a_file_is_read_on_the_terminal(run: Run, plan: str) -> None:
    assert "Questions to talk about" in run("sheet", plan)
    assert "no evidence yet" in run("sheet", plan, "--pack")
    assert json.loads(run("sheet", plan, "--format", "json"))["rows"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["new", "ict-11", "ict-99", "-o", "x.pathplan"], "no grade or role “ict-99”"),
        (["new", "ict-11", "ict-12", "-o", "mine.pathplan"], "is there already"),
        (["new", "ict-11", "ict-12"], "-o"),
        (["set", "mine.pathplan", "1"], "Say what to set"),
        (["set", "mine.pathplan", "1", "--standing", "mostly"], "no word “mostly”"),
        (["set", "mine.pathplan", "x", "--standing", "shown"], "There is no row “x”"),
        (["evidence", "mine.pathplan", "1"], "--result"),
        (["action", "mine.pathplan", "1", "--do", "x", "--by", "soon"], "“soon” is not a date"),
        (
            ["copy", "mine.pathplan", "--with", "secrets", "-o", "c.pathplan"],
            "part of a plan “secrets”",
        ),
        (["carry", "mine.pathplan", "--framework", "itc", "-o", "c.pathplan"], "Did you mean ict"),
        (["sheet", "mine.pathplan", "-o", "x.xyz"], "cannot be written as “.xyz”"),
        (["draw", "mine.pathplan"], "There is no command “draw”"),
    ],
)
def test_what_was_asked_wrongly_is_told_in_a_sentence(
    run: Run, plan: str, words: list[str], message: str
) -> None:
    before = Path(plan).read_bytes()
    assert message in run(*words, code=2)
    assert Path(plan).read_bytes() == before and len(list(Path.cwd().iterdir())) == 1


def test_what_cannot_be_read_or_written_is_told_in_a_sentence(run: Run, plan: str) -> None:
    assert "There is no such file" in run("show", "nothing.pathplan", code=1)
    Path("odd.pathplan").write_text("format: 9\n")
    assert "newer version of Pathways" in run("show", "odd.pathplan", code=1)
    assert "There is no folder" in run("copy", plan, "-o", "no/where.pathplan", code=1)
    run("new", "ict-11", "ict-12", "-o", "other.pathplan")
    assert "two different plans" in run("merge", plan, "other.pathplan", "-o", "x.pathplan", code=2)
    assert read_plan(Path(plan)).name == "Sam Field"


def test_a_copy_never_takes_the_place_of_the_plan_or_of_answers(run: Run, plan: str) -> None:
    before = Path(plan).read_bytes()
    said = run("copy", plan, "-o", f"./{plan}", code=2)
    assert "is the plan itself" in said and Path(plan).read_bytes() == before
    run("copy", plan, "-o", "copy.pathplan")
    run("copy", plan, "-o", "copy.pathplan")  # nothing is in it that the plan has not
    run("set", "copy.pathplan", "1", "--standing", "partly")
    answered = Path("copy.pathplan").read_bytes()
    assert "says what would be lost" in run("copy", plan, "-o", "copy.pathplan", code=2)
    assert Path("copy.pathplan").read_bytes() == answered
    run("merge", plan, "copy.pathplan", "-o", plan)
    run("copy", plan, "-o", "copy.pathplan")


@pytest.mark.parametrize("words", [("copy", "{plan}"), ("merge", "{plan}", "{plan}")])
def test_no_other_file_is_written_over(run: Run, plan: str, words: tuple[str, ...]) -> None:
    run("new", "ict-8", "ict-9", "-o", "other.pathplan")
    Path("junk.pathplan").write_text("no plan", "utf-8")
    asked = [word.format(plan=plan) for word in words]
    for there in ("other.pathplan", "junk.pathplan"):
        before = Path(there).read_bytes()
        assert "is there already" in run(*asked, "-o", there, code=2)
        assert Path(there).read_bytes() == before


def test_a_plan_goes_into_a_file_that_is_known_as_one(run: Run, plan: str) -> None:
    for words in (("new", "ict-11", "ict-12"), ("copy", plan), ("merge", plan, plan)):
        assert "ends in .pathplan" in run(*words, "-o", "out.txt", code=2)
        assert not Path("out.txt").exists()


def test_days_are_taken_as_people_write_them(run: Run, plan: str) -> None:
    run("evidence", plan, "1", "--result", "Done", "--date", "1 March 2025")
    run("action", plan, "1", "--do", "Ask", "--by", "31/01/2027")
    found = shown(run, plan)
    assert found["evidence"][0]["date"] == "2025-03-01"
    assert found["actions"][0]["by"] == "2027-01-31"
    for wrong in ("2026-02-30", "soon"):
        assert "is not a date" in run("action", plan, "1", "--do", "x", "--by", wrong, code=2)


def test_what_a_file_is_instead_is_said_in_one_sentence(run: Run) -> None:
    for file, kind in (
        (bundled_files()[0], "a framework"),
        (rules_folder_bundled(), "a set of rules"),
    ):
        said = run("show", str(file), code=1)
        assert f"This file is {kind}, not a plan." in said and said.count("\n") == 1


def rules_folder_bundled() -> Path:
    from pathways import paths

    return paths.resources() / "rules" / "uk-councils.yaml"


def test_what_is_missing_is_named_as_the_help_names_it(run: Run) -> None:
    assert "are required: TO, -o/--output." in run("new", "ict-11", code=2)


def test_a_folder_that_is_there_is_never_said_to_be_missing(run: Run) -> None:
    said = run("new", "ict-11", "ict-12", "-o", "/proc/mine.pathplan", code=1)
    if Path("/proc").is_dir():
        assert "There is no folder" not in said and "“/proc”" in said
