from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.store.file_error import FileError
from pathways.store.positions import positions_in


def test_a_value_is_found_by_the_keys_that_lead_to_it(tiny: Callable[[str], Path]) -> None:
    file = tiny("sound")
    positions = positions_in(file)
    lines = file.read_text(encoding="utf-8").splitlines()
    line, column = positions.at(("blocks", 1, "sections", 0, "statements", 0))
    assert lines[line - 1][column - 1 :] == "Leads the team."
    line, column = positions.at(("nodes", 1, "title"))
    assert lines[line - 1][column - 1 :].startswith("Grade 2")
    assert positions.file == file


def test_what_is_not_there_is_where_it_would_be(tiny: Callable[[str], Path]) -> None:
    positions = positions_in(tiny("sound"))
    assert positions.at(("nodes", 0, "code")) == positions.at(("nodes", 0))
    assert positions.at(("silenced", 3)) == (1, 1)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        positions_in(tmp_path / "gone.yaml")
