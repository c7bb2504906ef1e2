"""Sheets that are named after people get names that every system takes, and that lead nowhere."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pathways.planning.people import add_person, new_team
from pathways.report.options import SheetOptions
from pathways.report.team_sheets import SheetKind, make_sheets
from teams import situation

_OPTIONS = SheetOptions(date=datetime.date(2026, 11, 28))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd", "..-..-etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("NUL", "NUL"),
        ("Ada\u202efdp", "Ada-fdp"),
        ("Ada\u2066b", "Ada-b"),
        ("Ada.", "Ada"),
        ("Zoë – Åsa", "Zoë – Åsa"),
    ],
)
def test_a_sheet_lies_in_its_folder_whatever_somebody_is_called(
    name: str, stem: str, tmp_path: Path
) -> None:
    team = add_person(new_team("Crew"), name, node="ict-11", aim="ict-12")
    done = make_sheets(
        situation(team), {}, SheetKind.MEETING, tmp_path / "out", options=_OPTIONS, ending=".txt"
    )
    (file,) = done.written
    assert not done.failed
    assert file.parent == tmp_path / "out" and file.is_file()
    assert file.name == f"meeting {stem}.txt"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
