from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pathways import paths
from pathways.errors import PathwaysError
from pathways.model.problem import Severity
from pathways.store.framework_file import FrameworkFileError
from pathways.store.opening import bundled_files
from pathways.workspace.workspace import Workspace

Tiny = Callable[[str], Path]
BUNDLED = [
    "ict",
    "head-of-technology",
    "head-of-profession",
    "head-of-data-engineering",
    "leadership",
]


def test_the_bundled_frameworks_open_in_their_order_without_a_single_oddity() -> None:
    library = Workspace.open().library
    assert [framework.id for framework in library.frameworks] == BUNDLED
    assert library.problems == ()
    assert list(library.nodes)[:2] == ["ict-6", "ict-7"]
    assert ("ict-14", "head-of-technology") in {
        (step.source, step.target) for step in library.steps
    }


def test_other_bundled_files_follow_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    for name in ["zoo", "leadership", "ict", "archive", "head-of-profession"]:
        (tmp_path / f"{name}.yaml").touch()
    (tmp_path / "framework.schema.json").touch()
    names = [file.stem for file in bundled_files()]
    assert names == ["ict", "head-of-profession", "archive", "leadership", "zoo"]


def test_missing_bundled_frameworks_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    with pytest.raises(PathwaysError, match="The bundled frameworks are missing"):
        Workspace.open()


def test_a_file_opens_beside_the_bundled_ones(tiny: Tiny) -> None:
    library = Workspace.open([tiny("sound")]).library
    assert [framework.id for framework in library.frameworks] == [*BUNDLED, "tiny"]


def test_a_file_opens_instead_of_the_bundled_ones(tiny: Tiny) -> None:
    library = Workspace.open([tiny("sound")], only=True).library
    assert [framework.id for framework in library.frameworks] == ["tiny"]
    assert "people-management" in library.dimensions


def test_a_framework_s_own_dimension_is_the_library_s(tiny: Tiny) -> None:
    assert (
        Workspace.open([tiny("own-dimension")], only=True).library.dimension("night-work").title
        == "Night work"
    )


def test_a_file_given_twice_is_opened_once(
    tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tiny("sound")
    (tmp_path / "link.yaml").symlink_to(path)
    monkeypatch.chdir(path.parent)
    library = Workspace.open(
        [path, Path(path.name), path.parent / "." / path.name, tmp_path / "link.yaml"], only=True
    ).library
    assert len(library.frameworks) == 1
    assert library.problems == ()


def test_a_bundled_file_that_is_given_is_opened_once() -> None:
    assert len(Workspace.open([paths.data() / "ict.yaml"]).library.frameworks) == 5


def test_a_copy_is_opened_too_and_its_new_names_are_told(tmp_path: Path) -> None:
    shutil.copy(paths.data() / "leadership.yaml", tmp_path)
    library = Workspace.open([tmp_path / "leadership.yaml"]).library
    assert [framework.id for framework in library.frameworks] == [*BUNDLED, "leadership-2"]
    assert any("leadership-2" in problem.message for problem in library.problems)
    assert all(problem.severity is Severity.WARNING for problem in library.problems)


def test_the_mistakes_of_all_files_are_told_together(tiny: Tiny, tmp_path: Path) -> None:
    files = [
        tiny("unknown-key"),
        tiny("sound"),
        tmp_path,
        tmp_path / "nowhere.yaml",
        tiny("unknown-dimension"),
    ]
    with pytest.raises(FrameworkFileError) as caught:
        Workspace.open(files)
    assert [problem.file for problem in caught.value.problems] == [
        files[0],
        files[2],
        files[3],
        files[4],
    ]
    assert str(caught.value).startswith("There are 4 mistakes to correct:\n")
    assert "This is a folder, not a file." in str(caught.value)


def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    with pytest.raises(FrameworkFileError, match=r"loop\.yaml"):
        Workspace.open([tmp_path / "loop.yaml"])


def test_a_name_no_system_takes_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FrameworkFileError, match="No file can have this name"):
        Workspace.open([tmp_path / "a\0b"])


def test_warnings_of_the_files_are_the_library_s_problems(tiny: Tiny) -> None:
    (problem,) = Workspace.open([tiny("node-without-text")], only=True).library.problems
    assert "“tiny-2” has no text" in problem.message
    assert problem.file == tiny("node-without-text")


def test_a_step_to_a_node_that_is_not_open_is_told(tiny: Tiny) -> None:
    library = Workspace.open([tiny("step-to-a-node-not-open")]).library
    (problem,) = library.problems
    assert problem.message.startswith(
        "The step from “tiny-2” to “ict-15” is left out. There is no grade or role “ict-15”."
    )
    assert "Did you mean ict-1" in problem.message
    assert problem.file == tiny("step-to-a-node-not-open")
    assert problem.severity is Severity.WARNING
    assert "tiny-2" not in {step.source for step in library.steps}


def test_steps_out_of_the_open_files_are_expected_where_only_some_are_open_on_purpose(
    tiny: Tiny,
) -> None:
    assert Workspace.open([tiny("step-to-a-node-not-open")], only=True).library.problems == ()


def test_a_circle_through_several_files_is_a_warning_that_names_it(tiny: Tiny) -> None:
    library = Workspace.open([tiny("step-from-the-top-of-ict")]).library
    (problem,) = library.problems
    assert "Grade 2 (Tiny ladder) → Grade 6 (ICT job family)" in problem.message
    assert "go round in a circle" in problem.message
    assert problem.severity is Severity.WARNING


def test_opening_loads_nothing_heavy() -> None:
    heavy = "networkx jsonschema docx odfdo typst snowballstemmer PySide6"
    code = (
        "import sys; from pathways.workspace.workspace import Workspace; Workspace.open().library;"
        f"print(*(name for name in {heavy.split()!r} if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
