"""The commands: what they print, what they write, how they fail."""

from __future__ import annotations

import itertools
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import bundled
import families
from pathways import cli, paths

ICT = [f"ict-{grade}" for grade in range(6, 15)]


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Return the exit code, what was printed, and what was said on stderr."""
    code = cli.main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    code, out, err = run(capsys, *words, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_nodes_lists_every_node_with_its_framework(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "nodes")["nodes"]
    assert [node["id"] for node in found] == list(bundled.library().nodes)
    assert found[0] == {
        "id": "ict-6",
        "title": "Grade 6",
        "grade": "6",
        "framework": "ict",
        "organisation": "Derbyshire County Council",
    }


def test_nodes_as_text_names_organisations_and_ids(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "nodes")
    assert code == 0
    assert "Royal Borough of Greenwich" in out
    assert all(node in out for node in bundled.library().nodes)


def test_show_gives_every_statement_with_its_place_and_who_shares_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "show", "ict-8")
    assert found["node"]["id"] == "ict-8"
    dimensions = {dimension["id"]: dimension for dimension in found["dimensions"]}
    assert list(dimensions) == [
        "purpose",
        "overall",
        "people-management",
        "equality",
        "health-and-safety",
        "risk",
        "accountabilities",
        "knowledge",
    ]
    assert dimensions["accountabilities"]["shared_with"] == ["ict-6", "ict-7"]
    assert dimensions["risk"]["shared_with"] == []
    assert (
        dimensions["accountabilities"]["heading"]
        == "Representative Accountabilities & Responsibilities"
    )
    assert dimensions["risk"]["statements"][0]["source"] == {
        "document": "ICT Family",
        "block": "Grade: 6 / 7 / 8",
        "section": "Risk Management (Band 8)",
        "number": 1,
    }
    assert "vision-and-strategy" in found["not_stated"]


def test_show_as_text_is_a_sheet_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "show", "ict-8")
    assert code == 0
    assert "Grades 6 to 8 share this wording." in out
    assert "Signature" not in out


def test_compare_has_one_step_for_each_neighbouring_pair(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "compare", "ict-6", "ict-7", "ict-11")
    assert [node["id"] for node in found["nodes"]] == ["ict-6", "ict-7", "ict-11"]
    assert [(step["from"], step["to"]) for step in found["steps"]] == [
        ("ict-6", "ict-7"),
        ("ict-7", "ict-11"),
    ]
    first = {dimension["id"]: dimension for dimension in found["steps"][0]["dimensions"]}
    assert (first["accountabilities"]["verdict"], first["accountabilities"]["shared"]) == (
        "unchanged",
        True,
    )
    assert (first["risk"]["verdict"], first["risk"]["shared"]) == ("unchanged", False)


def test_the_words_of_a_change_spell_both_statements(capsys: pytest.CaptureFixture[str]) -> None:
    checked = 0
    found = answer(capsys, "compare", "ict-11", "ict-12")
    for dimension in found["steps"][0]["dimensions"]:
        for change in dimension["changes"]:
            for side, kind in (("before", "delete"), ("after", "insert")):
                if change[side] and change["verdict"] != "unchanged":
                    spelled = "".join(
                        text for sort, text in change["words"] if sort in ("equal", kind)
                    )
                    checked += 1
                    assert spelled == change[side]["text"]
    assert checked


def test_compare_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(
        capsys, "compare", "ict-11", "ict-12", "--dimension", "people-management", "risk"
    )
    dimensions = found["steps"][0]["dimensions"]
    assert [(d["id"], d["verdict"]) for d in dimensions] == [
        ("people-management", "raised"),
        ("risk", "raised"),
    ]
    assert dimensions[0]["changes"][0]["why"].startswith("supervise → lead")


def test_dimensions_may_be_named_before_the_nodes_and_one_by_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [
        ("--dimension", "risk", "ict-11", "ict-12"),
        ("ict-11", "ict-12", "--dimension", "risk"),
    ]
    assert answer(capsys, "compare", *given[0]) == answer(capsys, "compare", *given[1])
    two = answer(
        capsys, "compare", "ict-11", "ict-12", "--dimension", "risk", "--dimension", "purpose"
    )
    assert [d["id"] for d in two["steps"][0]["dimensions"]] == ["purpose", "risk"]


def test_only_changes_leaves_out_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "compare", "ict-12", "ict-13", "--only-changes")
    dimensions = {d["id"] for d in found["steps"][0]["dimensions"]}
    assert dimensions == {"purpose", "overall", "accountabilities", "knowledge"}
    assert all(
        change["verdict"] not in ("unchanged", "reworded")
        for d in found["steps"][0]["dimensions"]
        for change in d["changes"]
    )


def test_compare_as_text_says_plainly_what_does_not_change(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _err = run(capsys, "compare", "ict-12", "ict-14")
    assert code == 0
    assert "People management does not change from grade 12 to grade 14." in out
    assert "restated" in out


def test_the_ladder_is_the_job_family_unless_another_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "ladder")
    assert found["framework"] == "ict"
    assert [(step["from"], step["to"]) for step in found["steps"]] == list(itertools.pairwise(ICT))
    assert found["steps"][0]["dimensions"]["purpose"] == {
        "verdict": "unchanged",
        "shared": True,
        "counts": {"unchanged": 1},
    }
    assert answer(capsys, "ladder", "leadership")["framework"] == "leadership"


def test_a_family_of_a_framework_has_a_ladder_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = families.written(tmp_path)
    found = answer(capsys, "ladder", "roles", "--family", "Data engineer", "--framework", str(path))
    assert (found["framework"], found["family"], len(found["steps"])) == (
        "roles",
        "Data engineer",
        2,
    )
    code, _out, err = run(capsys, "ladder", "roles", "--family", "Data", "--framework", str(path))
    assert code == 2 and "There is no family “Data”" in err


def test_a_framework_of_one_role_has_a_ladder_without_steps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert answer(capsys, "ladder", "head-of-technology")["steps"] == []
    assert run(capsys, "ladder", "head-of-technology")[0] == 0


def test_a_route_goes_over_all_the_steps_between(capsys: pytest.CaptureFixture[str]) -> None:
    (route,) = answer(capsys, "route", "ict-6", "head-of-technology")["routes"]
    assert route["nodes"] == [*ICT, "head-of-technology"]
    assert route["steps"][0] == {
        "from": "ict-6",
        "to": "ict-7",
        "kind": "next-grade",
        "indicative": False,
    }
    assert route["steps"][-1]["kind"] == "across-organisations"
    assert route["steps"][-1]["indicative"] is True


def test_a_route_that_stands_alone_is_told_as_a_story(capsys: pytest.CaptureFixture[str]) -> None:
    story = answer(capsys, "route", "ict-8", "ict-11")["story"]
    people = next(dimension for dimension in story if dimension["id"] == "people-management")
    (thread,) = people["threads"]
    assert [event["at"] for event in thread["events"]] == ["ict-9", "ict-10"]
    assert [stated["node"] for stated in thread["statements"]] == [
        "ict-8",
        "ict-9",
        "ict-10",
        "ict-11",
    ]
    assert people["sentence"] == "1 statement changes."
    assert people["not_stated"] == []


def test_where_there_is_no_route_the_nearest_ways_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert answer(capsys, "route", "ict-6", "leadership-7", "--all") == {
        "routes": [],
        "nearest": [{"from": "leadership-6", "to": "leadership-7", "steps": 1}],
    }
    code, out, err = run(capsys, "route", "ict-6", "leadership-7")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "pathways: No route leads from Grade 6 to Level 7. These two are not linked in either "
        "direction. You can still compare them.",
        "Compare them directly: pathways compare ict-6 leadership-7",
        "From Level 6 to Level 7, 1 step: pathways route leadership-6 leadership-7",
    ]


def test_the_way_back_and_each_command_offered_instead_of_a_route_can_be_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ict = str(paths.data() / "ict.yaml")
    _code, _out, err = run(capsys, "route", "ict-9", "ict-7", "--framework", ict, "--only")
    offered = [line.split(": ")[-1] for line in err.splitlines()[1:]]
    assert "From Grade 7 to Grade 9, 2 steps: " in err
    for command in offered:
        _program, *words = shlex.split(command)
        code, out, err = run(capsys, *words)
        assert code == 0, err
        assert "Grade" in out
    assert answer(capsys, "route", "ict-9", "ict-7")["nearest"][0] == {
        "from": "ict-7",
        "to": "ict-9",
        "steps": 2,
    }


def test_a_route_as_text_says_what_changes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "route", "ict-9", "ict-12", "--all")
    assert code == 0
    assert "Grade 9 → Grade 10 → Grade 11 → Grade 12" in out


@pytest.mark.parametrize(
    ("kind", "sign"),
    [("json", '"edges"'), ("graphml", "<graphml"), ("dot", "digraph"), ("mermaid", "flowchart")],
)
def test_the_graph_is_written_for_other_programs(
    capsys: pytest.CaptureFixture[str], kind: str, sign: str
) -> None:
    code, out, _err = run(capsys, "graph", "--format", kind)
    assert code == 0
    assert sign in out


@pytest.mark.parametrize("ending", [".json", ".graphml", ".dot", ".mmd"])
def test_the_ending_picks_the_kind_of_graph(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"graph{ending}"
    assert run(capsys, "graph", "-o", str(file)) == (0, "", "")
    assert "Grade 6" in file.read_text(encoding="utf-8")


SHEETS = [
    ("compare", "ict-11", "ict-12"),
    ("ladder",),
    ("route", "ict-11", "ict-13"),
]


@pytest.mark.parametrize("words", SHEETS, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "ending", [".docx", ".odt", ".pdf", ".html", ".csv", ".md", ".txt", ".json"]
)
def test_every_sheet_is_written_to_every_kind_of_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], ending: str
) -> None:
    file = tmp_path / f"sheet{ending}"
    assert run(capsys, *words, "-o", str(file)) == (0, "", "")
    assert file.stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["shwo", "x"], "There is no command “shwo”. Did you mean show?"),
        (
            ["show", "ict-99"],
            "There is no grade or role “ict-99”. Did you mean ict-9 or ict-8 or ict-7?",
        ),
        (["compare", "ict-6"], "A comparison takes two, three or four grades or roles; 1 given."),
        (["compare", "ict-6", "ict-6"], "“ict-6” is named twice; name each grade or role once."),
        (
            ["compare", "ict-6", "ict-7", "--dimension", "rsk"],
            "There is no dimension “rsk”. Did you mean risk?",
        ),
        (["ladder", "itc"], "There is no framework “itc”. Did you mean ict?"),
        (["nodes", "--format", "jsn"], "There is no format “jsn”. Did you mean json?"),
        (
            ["nodes", "--only"],
            "There is nothing to open: name at least one framework file, or open the bundled ones",
        ),
        (["nodes", "--ony"], "Unrecognized arguments: --ony. See “pathways"),
        (["graph", "-o", "graph.pdf"], "There is no file ending “.pdf”."),
        (
            ["compare", "ict-6", "ict-7", "-o", "sheet.xyz"],
            "Sheets cannot be written as “.xyz” files.",
        ),
        (["route", "ict-6", "ict-6"], ""),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"pathways: {sentence}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path,
        lambda path: path.mkdir(),
        lambda path: path.write_text(""),
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        lambda path: path.write_bytes("title: Gärten".encode("latin-1")),
        lambda path: path.write_text("[" * 100_000),
        lambda path: path.write_text("a: &a [x]\nb: *a\n"),
        lambda path: path.write_text("id: one\nid: two\n"),
    ],
    ids=["missing", "folder", "empty", "binary", "latin-1", "deep", "alias", "duplicate key"],
)
def test_a_framework_that_cannot_be_read_is_said_so_and_the_job_fails(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make: Any
) -> None:
    file = tmp_path / "own.yaml"
    make(file)
    code, out, err = run(capsys, "nodes", "--framework", str(file))
    assert (code, out) == (1, "")
    assert "own.yaml" in err
    assert "Traceback" not in err


def test_a_framework_of_ones_own_is_opened_beside_or_instead_of_the_bundled(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "own.yaml"
    text = (Path(__file__).parent.parent / "data" / "head-of-profession.yaml").read_text(
        encoding="utf-8"
    )
    file.write_text(text.replace("head-of-profession", "own-role"), encoding="utf-8")
    beside = answer(capsys, "nodes", "--framework", str(file))["nodes"]
    assert [node["id"] for node in beside] == [*bundled.library().nodes, "own-role"]
    assert len(answer(capsys, "nodes", "--framework", str(file), "--only")["nodes"]) == 1


def test_an_output_that_cannot_be_written_fails_and_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for target in (tmp_path / "no-such-folder" / "sheet.pdf", tmp_path):
        code, out, err = run(capsys, "graph", "--format", "json", "-o", str(target))
        assert (code, out) == (1, "")
        assert str(target) in err
    assert list(tmp_path.iterdir()) == []


def test_an_existing_output_is_kept_when_the_job_fails(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_text("precious")
    assert run(capsys, "compare", "ict-6", "ict-99", "-o", str(file))[0] == 2
    assert file.read_text() == "precious"


def _python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


def test_no_command_loads_qt() -> None:
    code = (
        "import sys; from pathways.cli import main; "
        "main(['compare', 'ict-6', 'ict-7']); main(['route', 'ict-6', 'ict-7']); main(['ladder']); "
        "main(['graph']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert _python("-c", code).returncode == 0


def test_the_program_run_as_a_module_takes_commands() -> None:
    done = _python("-m", "pathways", "nodes")
    assert done.returncode == 0
    assert "ict-14" in done.stdout


def test_help_names_every_command() -> None:
    done = _python("-m", "pathways", "--help")
    assert done.returncode == 0
    assert all(
        word in done.stdout for word in ("nodes", "show", "compare", "ladder", "route", "graph")
    )


def test_a_console_that_lacks_the_signs_still_gets_the_text() -> None:
    done = _python("-m", "pathways", "compare", "ict-11", "ict-12", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Grade 12" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently there")
def test_a_reader_that_has_enough_is_no_error() -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m pathways compare ict-11 ict-12 | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
