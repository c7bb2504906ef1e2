"""The commands go by what persons judged, kept beside the frameworks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pathways import cli
from pathways.compare.change import Verdict
from pathways.compare.overruling import judge_as
from pathways.model.library import Library
from pathways.model.overrule import Between, Overrules
from pathways.store.opening import bundled_files
from pathways.store.overrules_file import overrules_path, write_overrules
from pathways.workspace.workspace import Workspace


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path))
    return Workspace.open().library


def judged(library: Library) -> Overrules:
    before, after = (library.statements_of(node, "risk")[0] for node in ("ict-8", "ict-9"))
    between = Between("ict-8", "ict-9", "risk")
    return judge_as(
        Overrules(), between, before, after, Verdict.CHANGED, who="Ann Smith", reason="Another duty"
    )


def keep(workspace: Workspace) -> None:
    """Judge as the window does."""
    assert workspace.judge("judged", judged(workspace.library))
    assert not workspace.failure


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    assert cli.main(words) == 0
    said = capsys.readouterr()
    return said.out, said.err


def test_compare_and_ladder_show_judgements_on_bundled_frameworks(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(Workspace.open())
    out, err = run(capsys, "compare", "ict-8", "ict-9", "--dimension", "risk", "--format", "json")
    assert err == ""
    (dimension,) = json.loads(out)["steps"][0]["dimensions"]
    assert dimension["verdict"] == "changed"
    assert [change["overruled"] for change in dimension["changes"]] == [True]
    assert dimension["changes"][0]["own"]["verdict"] == "raised"
    out, _err = run(capsys, "compare", "ict-8", "ict-9", "--dimension", "risk")
    assert "Judged by a person, not by the program: Ann Smith: Another duty." in " ".join(
        out.split()
    )
    out, _err = run(capsys, "ladder", "ict", "--format", "json")
    marked = [
        step["to"] for step in json.loads(out)["steps"] if "overruled" in step["dimensions"]["risk"]
    ]
    assert marked == ["ict-9"]


def test_a_judgement_whose_text_has_changed_is_named_not_applied(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(Workspace.open())
    path = overrules_path(bundled_files()[0])
    text = path.read_text(encoding="utf-8")
    mark = judged(library).judged[0].fingerprint
    path.write_text(text.replace(mark, "ab0123456789"), encoding="utf-8")
    out, err = run(capsys, "compare", "ict-8", "ict-9", "--format", "json")
    assert "overruled" not in out
    where = "on Risk management from Grade 8 to Grade 9"
    assert err.startswith(f"pathways: A person’s judgement {where} is not applied: The text has")
    assert err.rstrip().endswith("Judge it again, or remove the judgement.")


def test_a_file_of_judgements_with_mistakes_is_an_error_in_sentences(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    path = overrules_path(bundled_files()[0])
    write_overrules(path, judged(library))
    path.write_text("format: 1\njudgd: []\n", encoding="utf-8")
    assert cli.main(["compare", "ict-8", "ict-9"]) == 1
    assert "Did you mean “judged”?" in capsys.readouterr().err


def test_judgements_on_a_framework_of_one_s_own_lie_beside_it(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = bundled_files()[0]
    own = tmp_path / "mine.yaml"
    own.write_bytes(source.read_bytes())
    keep(Workspace.open([own], only=True))
    assert (tmp_path / "mine.overrules.yaml").is_file()
    words = ("compare", "ict-8", "ict-9", "--format", "json")
    out, _err = run(capsys, *words, "--only", "--framework", str(own))
    assert '"overruled": true' in out
    out, _err = run(capsys, *words)
    assert "overruled" not in out
