"""A comparison that is put away and opened again, without a window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pathways.compare.change import Verdict
from pathways.errors import PathwaysError
from pathways.model.saved_comparison import ENDING, is_comparison_name
from pathways.store.comparison_file import read_comparison, write_comparison
from pathways.workspace.saved_comparisons import (
    ShownPart,
    files_needed,
    saved_comparison,
    shown_part,
    what_is_gone,
)
from pathways.workspace.workspace import Workspace

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"
SHOWN = ShownPart(
    only_changes=True,
    hidden_dimensions=frozenset({"risk"}),
    hidden_verdicts=frozenset({Verdict.REWORDED}),
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copy(FRAMEWORKS / "sound.yaml", tmp_path / "mine.yaml"))


def kept(mine: Path) -> Path:
    """Save the comparison of one's own two nodes beside their file."""
    state = Workspace.open([mine]).state
    own = next(f for f in state.library.frameworks if state.places.get(f.id) == mine)
    path = mine.with_name(f"mine{ENDING}")
    nodes = [node.id for node in own.nodes][:2]
    write_comparison(path, saved_comparison(state, nodes, SHOWN, path))
    return path


def test_what_is_compared_and_shown_comes_back(mine: Path) -> None:
    path = kept(mine)
    assert is_comparison_name(path) and not is_comparison_name(mine)
    saved = read_comparison(path)
    assert shown_part(saved) == SHOWN
    assert [framework.file for framework in saved.frameworks] == ["mine.yaml"]
    state = Workspace.open([mine]).state
    assert files_needed(saved, path, state) == []
    assert what_is_gone(saved, path, state) == ""


def test_the_files_that_it_needs_are_found_where_both_were_moved(
    mine: Path, tmp_path: Path
) -> None:
    path = kept(mine)
    there = tmp_path / "elsewhere"
    there.mkdir()
    moved = [Path(shutil.move(file, there)) for file in (path, mine)]
    saved = read_comparison(moved[0])
    assert files_needed(saved, moved[0], Workspace.open().state) == [moved[1]]


def test_what_is_gone_is_said_in_sentences(mine: Path) -> None:
    path = kept(mine)
    saved = read_comparison(path)
    mine.unlink()
    state = Workspace.open().state
    assert files_needed(saved, path, state) == []
    said = what_is_gone(saved, path, state)
    assert str(mine) in said and said.endswith("again.")


@pytest.mark.parametrize("away", ["{mine}", "//host/share/mine.yaml", r"\\host\share\mine.yaml"])
def test_a_file_far_from_the_comparison_is_opened_only_where_somebody_opened_it_before(
    mine: Path, away: str
) -> None:
    path = kept(mine)
    written = away.format(mine=mine.as_posix())
    path.write_text(path.read_text("utf-8").replace("file: mine.yaml", f"file: '{written}'"))
    saved = read_comparison(path)
    state = Workspace.open().state
    assert files_needed(saved, path, state) == []
    assert files_needed(saved, path, state, [mine]) == ([mine] if "{" in away else [])
    said = what_is_gone(saved, path, state)
    assert written in said and "If you trust this file" in said


def test_a_file_with_mistakes_is_refused_with_its_place(mine: Path) -> None:
    path = kept(mine)
    path.write_text(path.read_text("utf-8").replace("nodes:", "knots:"), "utf-8")
    with pytest.raises(PathwaysError):
        read_comparison(path)
