"""``pathways check``: what it prints, what it writes, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pathways import cli

KEYS = {
    "code",
    "severity",
    "message",
    "advice",
    "framework",
    "nodes",
    "statements",
    "dimension",
    "source",
    "file",
    "line",
    "column",
}
FRAMEWORK = """\
format: 1
id: depot
title: Depot family
organisation: Anyshire Council
language: en-GB
wording: verbatim
licence: None is stated.
source: {document: A page}
nodes:
  - {id: depot-1, title: Grade 1, grade: 1}
  - {id: depot-2, title: Grade 2, grade: 2}
blocks:
  - nodes: [depot-1]
    sections:
      - dimension: risk
        heading: Risk
        statements:
          - Report the the risks.
  - nodes: [depot-2]
    sections:
      - dimension: risk
        heading: Risk
        statements:
          - Manage every risk of the depot.
"""
SILENCE = "silenced:\n  - {code: slip, reason: A quotation.}\n"


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    file = tmp_path / "depot.yaml"
    file.write_text(FRAMEWORK, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(["check", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    _code, out, err = run(capsys, *words, "--format", "json")
    assert err == ""
    return json.loads(out)


def test_a_finding_has_its_place_in_the_file(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    answered = answer(capsys, str(depot))
    assert set(answered) == {"findings", "silenced"}
    (finding,) = answered["findings"]
    assert set(finding) == KEYS
    assert (finding["code"], finding["severity"], finding["framework"]) == (
        "slip",
        "advice",
        "depot",
    )
    assert (finding["nodes"], finding["statements"]) == (["depot-1"], ["depot-1.risk.1"])
    assert (finding["dimension"], finding["file"], finding["line"], finding["column"]) == (
        "risk",
        str(depot),
        18,
        13,
    )


def test_what_has_no_dimension_says_null(capsys: pytest.CaptureFixture[str]) -> None:
    whole = [f for f in answer(capsys, "ict")["findings"] if f["code"] == "hard-to-read"]
    assert (whole[0]["dimension"], whole[0]["source"]) == (None, None)


def test_without_errors_the_exit_code_is_0(capsys: pytest.CaptureFixture[str], depot: Path) -> None:
    assert run(capsys, str(depot))[0] == 0
    assert run(capsys, "ict", "leadership")[0] == 0


def test_an_error_makes_it_1_and_the_findings_are_printed_all_the_same(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    depot.write_text(FRAMEWORK + "          - TBC\n", encoding="utf-8")
    code, out, err = run(capsys, str(depot))
    assert (code, err) == (1, "")
    assert "Errors (1)" in out
    assert "This is not finished: “TBC”." in out
    assert "depot.yaml, line 25" in " ".join(out.split())
    assert run(capsys, str(depot), "-o", str(depot.with_suffix(".md")))[0] == 1
    assert "TBC" in depot.with_suffix(".md").read_text(encoding="utf-8")


def test_what_the_file_silences_is_counted_and_not_listed(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    depot.write_text(FRAMEWORK + SILENCE, encoding="utf-8")
    assert answer(capsys, str(depot)) == {"findings": [], "silenced": 1}
    out = run(capsys, str(depot))[1]
    assert "Nothing to correct was found. 1 more is silenced in the file, with a reason." in out


def test_a_silence_that_matches_nothing_has_its_line(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    depot.write_text(FRAMEWORK.replace("the the", "the") + SILENCE, encoding="utf-8")
    answered = answer(capsys, str(depot))
    (finding,) = answered["findings"]
    assert (finding["code"], finding["line"], answered["silenced"]) == ("unused-silence", 26, 0)


def test_a_silence_without_a_reason_is_refused(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    depot.write_text(FRAMEWORK + "silenced:\n  - {code: slip}\n", encoding="utf-8")
    code, out, err = run(capsys, str(depot))
    assert (code, out) == (1, "")
    assert "“reason” is missing" in err


def test_several_frameworks_are_checked_at_once(
    capsys: pytest.CaptureFixture[str], depot: Path
) -> None:
    found = answer(capsys, "leadership", str(depot))["findings"]
    assert list(dict.fromkeys(finding["framework"] for finding in found)) == ["leadership", "depot"]


def test_only_the_named_file_can_be_opened(capsys: pytest.CaptureFixture[str], depot: Path) -> None:
    assert run(capsys, "ict", "--only", "--framework", str(depot))[0] == 2
    assert answer(capsys, "depot", "--only", "--framework", str(depot))["silenced"] == 0


@pytest.mark.parametrize(
    "ending", [".docx", ".odt", ".pdf", ".html", ".csv", ".md", ".txt", ".json"]
)
def test_the_report_is_written_to_every_kind_of_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"report{ending}"
    assert run(capsys, "leadership", "-o", str(file)) == (0, "", "")
    assert file.stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["icz"], 2, "There is no framework “icz”. Did you mean ict?"),
        ([], 2, "The following arguments are required"),
        (["gone.yaml"], 1, "gone.yaml: There is no such file."),
        (["ict", "-o", "report.doc"], 2, "Sheets cannot be written as “.doc” files."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], code: int, sentence: str
) -> None:
    ended, out, err = run(capsys, *words)
    assert (ended, out) == (code, "")
    assert err.startswith(f"pathways: {sentence}")
