from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways import paths
from pathways.errors import UsageError
from pathways.store.framework_file import FrameworkFileError
from pathways.store.named_frameworks import open_named
from pathways.store.opening import bundled_files


def test_an_id_names_an_open_framework() -> None:
    named = open_named(["ict", "leadership"])
    assert named.ids == ("ict", "leadership")
    assert named.files["ict"].name == "ict.yaml"
    assert len(named.library.frameworks) == len(bundled_files())


def test_a_file_is_opened_beside_the_bundled_ones(tiny: Callable[[str], Path]) -> None:
    named = open_named([str(tiny("sound"))])
    assert named.ids == ("tiny",)
    assert named.files["tiny"] == tiny("sound")
    assert "ict" in named.files


def test_a_file_of_a_bundled_framework_s_ids_takes_its_place(tmp_path: Path) -> None:
    copy = tmp_path / "ours.yaml"
    copy.write_bytes((paths.data() / "ict.yaml").read_bytes())
    named = open_named([str(copy)])
    assert named.ids == ("ict",)
    assert named.files["ict"] == copy
    assert "ict-6" in named.library.nodes
    assert named.library.problems == ()


def test_a_file_with_one_node_id_of_a_bundled_framework_takes_its_place(tmp_path: Path) -> None:
    copy = tmp_path / "ours.yaml"
    text = (paths.data() / "head-of-profession.yaml").read_text(encoding="utf-8")
    copy.write_text(text.replace("id: head-of-profession\n", "id: ours\n", 1), encoding="utf-8")
    named = open_named([str(copy)])
    assert named.ids == ("ours",)
    assert [framework.id for framework in named.library.frameworks].count("head-of-profession") == 0
    assert "head-of-profession" in named.library.nodes


def test_an_id_may_come_from_a_further_file(tiny: Callable[[str], Path]) -> None:
    assert open_named(["tiny"], [tiny("sound")], only=True).ids == ("tiny",)


def test_only_leaves_the_bundled_ones_closed(tiny: Callable[[str], Path]) -> None:
    named = open_named([str(tiny("sound"))], only=True)
    assert list(named.files) == ["tiny"]


def test_one_framework_named_twice_is_one(tiny: Callable[[str], Path]) -> None:
    assert open_named(["ict", str(paths.data() / "ict.yaml")]).ids == ("ict",)


def test_two_files_of_one_id_are_both_there(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(tiny("sound").read_bytes())
    named = open_named([str(tiny("sound")), str(copy)], only=True)
    assert named.ids == ("tiny", "tiny-2")
    assert named.files["tiny-2"] == copy


def test_a_name_that_is_neither_asks_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r"Did you mean ict.*name its file"):
        open_named(["icz"])


def test_a_file_without_an_ending_is_a_file(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    bare = tmp_path / "framework"
    bare.write_bytes(tiny("sound").read_bytes())
    assert open_named([str(bare)]).ids == ("tiny",)


def test_mistakes_in_several_files_are_told_together(
    tiny: Callable[[str], Path], tmp_path: Path
) -> None:
    files = [str(tiny("no-key")), str(tiny("alias")), str(tmp_path / "gone.yaml")]
    with pytest.raises(FrameworkFileError) as error:
        open_named(files)
    assert {problem.file and problem.file.name for problem in error.value.problems} == {
        "no-key.yaml", "alias.yaml", "gone.yaml",
    }  # fmt: skip


def test_a_broken_file_beside_a_named_one_is_told_too(tiny: Callable[[str], Path]) -> None:
    with pytest.raises(FrameworkFileError, match="alias"):
        open_named(["ict"], [tiny("alias")])
