"""The clock of a machine may be wrong, or be set back: what others wrote is seen all the same."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pathways import paths
from pathways.planning.edits import set_note
from pathways.store.open_files import open_files
from pathways.store.plan_file import read_plan
from pathways.workspace.documents import Documents
from pathways.workspace.plans import PLANS
from pathways.workspace.workspace import Workspace

THEN, LATER = 1_000, 2_500_000_000  # seconds: in 1970, and in 2049


@pytest.mark.parametrize(("first", "second"), [(LATER, LATER), (LATER, THEN), (THEN, LATER)])
def test_two_programs_lose_nothing_whatever_the_time_of_the_file_is(
    tmp_path: Path, first: int, second: int
) -> None:
    file = tmp_path / "mine.pathplan"
    shutil.copy(paths.data() / "sample.pathplan", file)
    os.utime(file, (first, first))
    mine, theirs = (Documents().open(file, PLANS) for _program in range(2))
    rows = [row.id for row in mine.value.rows]
    for number, (document, time) in enumerate(
        [(mine, first), (theirs, second), (mine, second), (theirs, first)]
    ):
        document.edit("note", set_note(document.value, [rows[number]], f"note {number}"))
        assert not document.failure
        os.utime(file, (time, time))
    written = {row.id: row.note for row in read_plan(file).rows}
    assert [written[row] for row in rows[:4]] == ["note 0", "note 1", "note 2", "note 3"]


@pytest.mark.parametrize("time", [THEN, LATER])
def test_a_framework_that_was_changed_is_read_anew_whatever_the_time_of_its_file_is(
    tmp_path: Path, time: int
) -> None:
    file = tmp_path / "mine.yaml"
    text = (paths.data() / "ict.yaml").read_text(encoding="utf-8")
    for title in ("ICT job family", "ICT JOB FAMILY", "ict job family"):  # of one length
        file.write_text(text.replace("ICT job family", title), encoding="utf-8")
        os.utime(file, (time, time))
        workspace = Workspace(open_files([file], only=True), Documents())
        assert workspace.library.frameworks[0].title == title
