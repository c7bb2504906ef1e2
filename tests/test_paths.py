"""Where data and resources are: in a checkout, in a wheel, in a frozen bundle."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pathways import paths

ROOT = Path(__file__).parent.parent
LOOK = (
    "from pathways import paths; "
    "print(paths.data()); print(paths.resources()); "
    "from pathways.workspace.workspace import Workspace; print(len(Workspace.open().library.nodes))"
)


def test_in_a_checkout_the_top_level_folders_are_used() -> None:
    assert paths.data() == ROOT / "data"
    assert paths.resources() == ROOT / "resources"
    assert paths.guide() == ROOT / "docs" / "guide"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def test_a_wheel_holds_the_frameworks_and_the_resources_and_finds_them(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {LOOK}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    data, resources, nodes = done.stdout.split()
    assert Path(data) == tmp_path / "pathways" / "data"
    assert Path(resources) == tmp_path / "pathways" / "resources"
    assert nodes == "19"


def test_a_wheel_holds_the_guide_and_its_pictures(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("guide", "pictures"):
        files = [file for file in (ROOT / "docs" / folder).rglob("*") if file.is_file()]
        assert files
        for file in files:
            assert f"pathways/{file.relative_to(ROOT / 'docs').as_posix()}" in inside


def test_a_wheel_holds_every_file_of_data_and_resources(wheel: Path) -> None:
    checked = 0
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("data", "resources"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                checked += 1
                assert f"pathways/{file.relative_to(ROOT).as_posix()}" in inside
    assert checked


def test_the_users_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path))
    assert paths.user_config() == tmp_path


@pytest.mark.parametrize(
    ("platform", "variable", "tail"),
    [
        ("win32", "APPDATA", ("pathways",)),
        ("linux", "XDG_CONFIG_HOME", ("pathways",)),
    ],
)
def test_the_users_folder_is_where_each_system_wants_it(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    variable: str,
    tail: tuple[str, ...],
) -> None:
    monkeypatch.delenv("PATHWAYS_CONFIG", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert paths.user_config() == tmp_path.joinpath(*tail)


def test_on_macos_the_users_folder_is_in_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATHWAYS_CONFIG", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert paths.user_config().parts[-3:] == ("Library", "Application Support", "pathways")
