"""The command that makes frameworks of documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pathways import cli

DOCUMENT = """# Parks family

Job Family: Parks

Grade: 3

## Level Purpose

- Help to keep the parks tidy.

## Risk Management

- Report risks to the team.

Grade: 4

## Level Purpose

- Keep the parks of one ward in order.

## Risk Management

- Manage risks in the parks of the ward.
"""


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "parks.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    return file


def test_a_document_becomes_a_framework_that_can_be_compared(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "parks.yaml"
    code, said, err = run(capsys, "import", str(document), "-o", str(out), "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(said)
    assert found["framework"] == str(out)
    assert [node["grade"] for node in found["nodes"]] == ["3", "4"]
    assert found["statements"] == 4
    ids = [node["id"] for node in found["nodes"]]
    code, said, _err = run(
        capsys,
        "compare",
        *ids,
        "--framework",
        str(out),
        "--only",
        "--dimension",
        "risk",
        "--format",
        "json",
    )
    assert code == 0
    assert json.loads(said)["steps"][0]["dimensions"][0]["verdict"] == "raised"


def test_without_an_output_nothing_is_written_and_said_so(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    code, said, _err = run(capsys, "import", str(document))
    assert code == 0
    assert "Nothing was written." in said
    assert "4 statements" in said
    assert [path.name for path in tmp_path.iterdir()] == ["parks.md"]


def test_an_unchanged_document_gives_the_same_file_again(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "parks.yaml"
    for _time in range(2):
        assert run(capsys, "import", str(document), "-o", str(out))[0] == 0
        kept = out.read_bytes()
    assert out.read_bytes() == kept


def test_of_a_changed_document_unchanged_statements_keep_their_ids(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "parks.yaml"
    run(capsys, "import", str(document), "-o", str(out))
    before = _ids(capsys, out)
    document.write_text(
        DOCUMENT.replace("- Report risks", "- Know the risks.\n- Report risks"), encoding="utf-8"
    )
    run(capsys, "import", str(document), "-o", str(out))
    after = _ids(capsys, out)
    assert {text: name for text, name in after.items() if text in before} == before
    assert len(after) == len(before) + 1
    assert len(set(after.values())) == len(after)


def _ids(capsys: pytest.CaptureFixture[str], file: Path) -> dict[str, str]:
    found = {}
    nodes = json.loads(
        run(capsys, "nodes", "--framework", str(file), "--only", "--format", "json")[1]
    )["nodes"]
    for node in nodes:
        words = ("show", node["id"], "--framework", str(file), "--only", "--format", "json")
        for dimension in json.loads(run(capsys, *words)[1])["dimensions"]:
            found.update(
                {statement["text"]: statement["id"] for statement in dimension["statements"]}
            )
    return found


def test_the_report_says_what_became_of_each_line(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    assert run(capsys, "import", str(document), "--report", str(report))[0] == 0
    text = " ".join(report.read_text(encoding="utf-8").split())
    assert all(line.lstrip("#- ") in text for line in DOCUMENT.splitlines() if line)


@pytest.mark.parametrize("ending", ["docx", "csv", "html", "pdf"])
def test_the_report_is_a_sheet_of_the_kind_that_its_name_says(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path, ending: str
) -> None:
    report = tmp_path / f"report.{ending}"
    assert run(capsys, "import", str(document), "--report", str(report))[0] == 0
    begin = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE html>"}
    assert report.read_bytes().startswith(begin.get(ending, "\ufeffLine".encode()))


def test_a_report_of_an_unknown_kind_is_refused_before_anything_is_written(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    words = ("import", str(document), "-o", str(tmp_path / "new.yaml"), "--report", "report.xyz")
    code, _said, error = run(capsys, *words)
    assert code == 2
    assert ".docx" in error
    assert not (tmp_path / "new.yaml").exists()


def test_what_cannot_be_read_is_said_in_a_sentence_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out.yaml"
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    for name in ("missing.docx", "picture.png"):
        code, said, err = run(capsys, "import", str(tmp_path / name), "-o", str(out))
        assert code in (1, 2)
        assert said == ""
        assert name in err
    assert not out.exists()


def test_an_output_that_is_no_yaml_file_is_refused(
    capsys: pytest.CaptureFixture[str], document: Path
) -> None:
    code, _said, err = run(capsys, "import", str(document), "-o", "out.docx")
    assert code == 2
    assert "ends in .yaml" in err
