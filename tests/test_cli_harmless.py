"""No text of a file, and no name of one, reaches the terminal as a command to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathways import cli
from pathways.cli.harmless import harmless

_STEERING = ["\x1b[31m", "\x07", "\x9b2J", "\b\b\b", "\r", "\u202e", "\x7f", "\x00"]


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
