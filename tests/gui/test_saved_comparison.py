"""A comparison is put away in a small file, and opened again in every way that files are opened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from driver import Driver, save_as
from pathways import paths
from pathways.compare.change import Verdict
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.gui.shell.drag_and_drop import dropped
from pathways.gui.shell.recent import recent_files
from pathways.model.saved_comparison import ComparedNode, SavedComparison
from pathways.store.comparison_file import read_comparison, write_comparison
from pathways.store.file_error import FileError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A framework of one's own, in a folder of its own."""
    folder = tmp_path / "frameworks"
    folder.mkdir()
    text = (paths.data() / "ict.yaml").read_text("utf-8").replace("ict-", "own-")
    text = text.replace("id: ict\n", "id: own\n")
    (folder / "own.yaml").write_text(text, "utf-8")
    return folder / "own.yaml"


def saved(driver: Driver, file: Path) -> Path:
    driver.when("Save this comparison", save_as(file))
    driver.menu("File", "Save this comparison")
    return file


def told(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(NoticeDialog, "tell", lambda *_args: words.extend(map(str, _args[1:])))
    return words


def test_what_is_compared_and_how_it_is_shown_comes_back(opened: Driver, tmp_path: Path) -> None:
    session = opened.window.session
    assert not opened.action("File", "Save this comparison").isEnabled()
    session.compare(["ict-12", "ict-11", "ict-9"])
    session.set_only_changes(True)
    session.hide_dimensions(["risk"])
    session.hide_verdicts([Verdict.REWORDED])
    session.hide_column("ict-9")
    file = saved(opened, tmp_path / "mine")
    written = tmp_path / "mine.pathcompare"
    assert written.is_file() and not file.exists(), "the ending is added"
    session.set_only_changes(False)
    session.hide_dimensions([])
    session.hide_verdicts([])
    session.choose([])
    session.visit("map")
    opened.window.files.open([written])
    assert (session.page, session.chosen) == ("compare", ("ict-12", "ict-11", "ict-9"))
    assert session.only_changes and session.hidden_dimensions == {"risk"}
    assert session.hidden_verdicts == {Verdict.REWORDED}
    assert session.hidden_columns == ("ict-9",)
    assert recent_files(opened.window.settings)[0] == written


def test_it_opens_the_framework_that_it_needs_and_moves_with_it(
    opened: Driver, own: Path, tmp_path: Path
) -> None:
    opened.window.files.open([own])
    opened.window.session.compare(["own-11", "ict-12"])
    file = saved(opened, tmp_path / "both.pathcompare")
    assert "file: frameworks/own.yaml" in file.read_text("utf-8")
    opened.window.files.close(own)
    assert "own-11" not in opened.window.session.library.nodes
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(str(own.parent), elsewhere / "frameworks")
    moved = Path(shutil.move(str(file), elsewhere / file.name))
    opened.window.files.open([moved])
    assert opened.window.session.chosen == ("own-11", "ict-12")
    assert opened.window.session.page == "compare"


def test_the_program_is_started_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.pathcompare"
    nodes = tuple(ComparedNode(id=node) for node in ("ict-6", "ict-7"))
    write_comparison(file, SavedComparison(format=1, nodes=nodes))
    driver = Driver(qtbot, file)
    assert driver.window.session.chosen == ("ict-6", "ict-7")
    assert driver.window.session.page == "compare"
    driver.close()


def test_it_is_let_fall_on_the_window_or_chosen_among_files(tmp_path: Path) -> None:
    file = tmp_path / "a.pathcompare"
    file.write_text("", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert dropped(data).frameworks == (file,)
    assert dropped(data).documents == ()


def test_the_dialog_for_opening_offers_it(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pathcompare"
    nodes = tuple(ComparedNode(id=node) for node in ("ict-6", "ict-7"))
    write_comparison(file, SavedComparison(format=1, nodes=nodes))
    asked: list[str] = []

    def ask(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(file)], kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    opened.menu("File", "Open a framework file")
    assert "*.pathcompare" in asked[0]
    assert opened.window.session.chosen == ("ict-6", "ict-7")


def test_a_framework_that_is_gone_is_named_with_its_place(
    opened: Driver, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.window.files.open([own])
    opened.window.session.compare(["own-11", "own-12", "ict-12"])
    file = saved(opened, tmp_path / "gone.pathcompare")
    opened.window.files.close(own)
    own.unlink()
    opened.window.session.choose(["ict-6", "ict-7"])
    words = told(opened, monkeypatch)
    opened.window.files.open([file])
    assert words[0] == "This comparison cannot be shown"
    assert f"“{own}” could not be opened" in words[1] and "Put the file back" in words[1]
    assert opened.window.session.chosen == ("ict-6", "ict-7"), "what is shown stays"


def test_a_grade_that_is_gone_is_named_and_the_rest_is_shown(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pathcompare"
    nodes = [ComparedNode(id=node) for node in ("ict-6", "ict-7")]
    nodes.insert(1, ComparedNode(id="ict-99", title="Grade 99"))
    write_comparison(file, SavedComparison(format=1, nodes=tuple(nodes)))
    words = told(opened, monkeypatch)
    opened.window.files.open([file])
    assert words == [
        "Part of this comparison is not there",
        "Grade 99 is not in its framework any more.",
    ]
    assert opened.window.session.chosen == ("ict-6", "ict-7")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: 1\nnodes:\n  - id: ict-6\n", "nodes"),
        ("format: 2\nnodes: []\n", "newer version"),
        ("format: 1\nnodes: [{id: a}, {id: b}]\ntexts: all\n", "texts"),
        ("format: 1\n", "nodes"),
        ("&a [*a]", "a.pathcompare"),
        ("", "a.pathcompare"),
    ],
)
def test_a_file_with_mistakes_says_them_and_opens_nothing(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    file = tmp_path / "a.pathcompare"
    file.write_text(text, "utf-8")
    with pytest.raises(FileError, match=said):
        read_comparison(file)
    words = told(opened, monkeypatch)
    opened.window.files.open([file])
    assert said in words[1]
    assert opened.window.session.page == "map"


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    value = SavedComparison(
        format=1,
        nodes=(ComparedNode(id="a-1", title="No: 1, “yes”"), ComparedNode(id="b", title="1.10")),
        only_changes=True,
        hidden_verdicts=("reworded", "unheard-of"),
    )
    write_comparison(tmp_path / "a.pathcompare", value)
    assert read_comparison(tmp_path / "a.pathcompare") == value
