"""No text of a file, and no name of one, reaches the terminal as a command to it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from pathways import cli, paths
from pathways.cli.harmless import harmless

_STEERING = [
    "\x1b[31m",
    "\x07",
    "\x9b2J",
    "\b\b\b",
    "\r",
    "\u202e",
    "\x7f",
    "\x00",
    "\u061c",
    "\u2028",
]


@pytest.mark.parametrize("signs", _STEERING)
def test_what_steers_a_terminal_is_written_out(signs: str) -> None:
    shown = harmless(f"a{signs}b\tc\n")
    assert shown.startswith("a\\") and shown.endswith("b\tc\n")
    assert all(char.isprintable() or char in "\t\n" for char in shown)


@pytest.mark.parametrize("signs", [one for one in _STEERING if one != "\x00"])
def test_names_of_files_and_ids_in_messages_are_harmless(
    signs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["nodes", "--framework", str(tmp_path / f"no{signs}.yaml")]) != 0
    assert cli.main(["show", f"x{signs}y"]) != 0
    said = "".join(capsys.readouterr())
    assert len(said) > 50
    assert all(char.isprintable() or char in "\t\n" for char in said)


def test_keys_of_a_file_are_harmless(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "keys.yaml"
    file.write_text('format: 1\n"\\e[31mred": 1\n"a\\u202Eb": 2\n', encoding="utf-8")
    assert cli.main(["nodes", "--framework", str(file), "--only"]) != 0
    said = "".join(capsys.readouterr())
    assert "red" in said
    assert all(char.isprintable() or char in "\t\n" for char in said)


@pytest.mark.parametrize("signs", [one for one in _STEERING if one != "\x00"])
def test_json_with_signs_that_steer_is_json_and_says_the_same(
    signs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"a{signs}b.yaml"
    file.write_bytes((paths.data() / "ict.yaml").read_bytes())
    assert cli.main(["check", str(file), "--format", "json"]) == 0
    printed = capsys.readouterr().out
    assert all(char.isprintable() or char in "\t\n" for char in printed)
    assert file.name in json.dumps(json.loads(printed), ensure_ascii=False).replace(
        json.dumps(signs)[1:-1], signs
    )


def _steered(value: Any, signs: str, key: str = "") -> Any:
    """Return what a file holds, with the signs in every text that a person writes freely."""
    if isinstance(value, dict):
        return {name: _steered(inner, signs, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_steered(inner, signs, key) for inner in value]
    return f"{value}{signs}" if key in _FREE and isinstance(value, str) else value


_FREE = {
    "agreed", "document", "do", "family", "heading", "label", "manager", "name", "note",
    "organisation", "reason", "result", "situation", "statements", "task", "text", "title", "what",
    "words",
}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "nodes --framework F --only",
        "show ict-11 --framework F --only",
        "graph --framework F --only",
        "compare ict-11 ict-12 --framework F --only",
        "compare ict-11 ict-12 --framework F --only --format json",
        "ladder --framework F --only",
        "route ict-6 ict-12 --framework F --only",
        "check F",
        "import D",
        "import D -o N",
        "plan show P",
        "plan sheet P",
        "plan action P 1 --do S",
        "plan set P S --standing shown",
        "team board T",
        "team gaps T",
        "team check T",
        "team scenarios T",
        "team import T C",
        "team what-if T --move S",
    ],
)
def test_no_command_prints_what_steers_the_terminal(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a\x1b[31m\u202e\x9bb"
    shutil.copytree(paths.data() / "sample-team", folder)
    signs = "\u202e\u2066\u061c"  # those that a file of the program may hold
    for source in (paths.data() / "ict.yaml", paths.data() / "sample.pathplan"):
        said = _steered(yaml.safe_load(source.read_text(encoding="utf-8")), signs)
        written = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        (folder / f"x\x1b[2J{source.suffix}").write_text(written, encoding="utf-8")
    (folder / "d\x07.md").write_text(
        "# \x1b[31m Job\n## Grade 6\n- Leads \x9b2J \u202e it\n", "utf-8"
    )
    (folder / "c\x07.csv").write_text("Name,Grade\nAda\x1b[31m,Grade 11\n", "utf-8")
    named = {
        "F": "x\x1b[2J.yaml", "P": "x\x1b[2J.pathplan", "T": "service-desk.pathteam",
        "D": "d\x07.md", "C": "c\x07.csv", "N": "n\x1b.yaml",
    }  # fmt: skip
    given = [str(folder / named[one]) if one in named else one for one in words.split()]
    cli.main([f"S{signs}\x1b[31m" if one == "S" else one for one in given])
    printed = "".join(capsys.readouterr())
    assert len(printed) > 20
    assert [char for char in printed if not char.isprintable() and char not in "\t\n"] == []
