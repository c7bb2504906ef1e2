"""What is open, without a window: opened, closed, reloaded, tried out, imported and saved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drawing import ladder, of_no_file
from pathways.compare.overruling import part
from pathways.errors import PathwaysError
from pathways.importing.review import set_title
from pathways.model.overrule import Between
from pathways.model.vocabulary import Vocabulary
from pathways.store.file_error import FileError
from pathways.store.framework_file import FrameworkFileError
from pathways.store.opening import bundled_files
from pathways.workspace.import_session import ImportSession, write_framework
from pathways.workspace.workspace import Happened, Workspace

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"
DOCUMENT = """\
# Gardeners of the City

## Grade 3

### Main duties

- Plant and water the beds of a park.
- Keep tools clean.

## Grade 4

### Main duties

- Plan the beds of a park.
- Look after the tools of the team.
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copy(FRAMEWORKS / "sound.yaml", tmp_path / "mine.yaml"))


def test_files_are_opened_and_closed_and_listeners_hear_of_it(mine: Path) -> None:
    workspace = Workspace.open()
    told: list[Happened] = []
    stop = workspace.listen(told.append)
    count = len(workspace.library.frameworks)
    workspace.take(workspace.read([*workspace.state.paths, mine]))
    assert len(workspace.library.frameworks) == count + 1
    assert told == [Happened.LIBRARY, Happened.FILES]
    workspace.take(workspace.read([*workspace.state.paths, mine]))
    assert told[2:] == [Happened.FILES], "nothing is another"
    workspace.close(mine)
    assert len(workspace.library.frameworks) == count
    stop()
    workspace.take(workspace.read([*workspace.state.paths, mine]))
    assert len(told) == 5


def test_all_or_nothing_for_those_who_want_it(tmp_path: Path, mine: Path) -> None:
    with pytest.raises(FrameworkFileError):
        Workspace.open([mine, FRAMEWORKS / "key-twice.yaml"])
    only = Workspace.open([mine], only=True)
    assert [framework.id for framework in only.library.frameworks] == ["tiny"]


def test_what_changed_elsewhere_is_read_again(mine: Path) -> None:
    workspace = Workspace.open([mine], only=True)
    assert not workspace.reload()
    text = mine.read_text("utf-8")
    title = workspace.library.frameworks[0].title
    mine.write_text(text.replace(title, "Another title"), "utf-8")
    assert workspace.reload()
    assert workspace.library.frameworks[0].title == "Another title"
    mine.write_text("{", "utf-8")
    workspace.reload()
    assert workspace.library.frameworks[0].title == "Another title" and workspace.mistakes


def test_a_framework_is_tried_out_and_put_away(mine: Path) -> None:
    workspace = Workspace.open()
    before = workspace.library
    tried = ladder("x-y").frameworks[0]
    workspace.try_out(tried)
    assert workspace.tried == tried and "x" in workspace.library.nodes
    workspace.take(workspace.read([*workspace.state.paths, mine]))
    assert "x" in workspace.library.nodes, "it stays while files are opened"
    workspace.close(mine)
    workspace.try_out(None)
    assert workspace.library == before


def test_documents_become_a_framework_and_keep_their_ids(tmp_path: Path) -> None:
    source = tmp_path / "gardeners.md"
    source.write_text(DOCUMENT, "utf-8")
    imports = ImportSession()
    assert imports.take(imports.read([source]), [source]) == ""
    saved = tmp_path / "gardeners.yaml"
    imports.save_framework(saved)
    workspace = Workspace.open([saved], only=True)
    before = {s.text: s.id for s in workspace.library.frameworks[0].statements}
    source.write_text(DOCUMENT.replace("- Plant", "- Open the gate of a park.\n- Plant"), "utf-8")
    imports.take(imports.read([source]), [source])
    imports.save_framework(saved)
    workspace.reload()
    after = {s.text: s.id for s in workspace.library.frameworks[0].statements}
    assert {text: after[text] for text in before} == before
    assert after["Open the gate of a park."] not in before.values()


def test_a_correction_is_undone_and_redone_twice(tmp_path: Path) -> None:
    source = tmp_path / "gardeners.md"
    source.write_text(DOCUMENT, "utf-8")
    changed: list[object] = []
    imports = ImportSession(on_changed=changed.append)
    imports.take(imports.read([source]), [source])
    title = imports.result.framework.title
    after = imports.corrected(lambda review: set_title(review, "Parks"))
    assert after is not None
    imports.correct("another title", after, keys=["x"])
    for _twice in range(2):
        assert imports.undo_words == "another title" and imports.is_unsaved
        assert imports.result.framework.title == "Parks"
        imports.undo()
        assert imports.result.framework.title == title and not imports.is_unsaved
        assert imports.redo_words == "another title"
        imports.redo()
    assert changed == [("x",)] * 5
    assert imports.corrected(lambda review: set_title(review, "Parks")) is None


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    source, bad = tmp_path / "gardeners.md", tmp_path / "letter.docx"
    source.write_text(DOCUMENT, "utf-8")
    bad.write_bytes(b"PK\x03\x04 torn off")
    imports = ImportSession()
    assert imports.take(imports.read([source, bad]), [source, bad]) == ""
    assert [item.text for item in imports.skipped] == ["letter.docx"]
    assert len(imports.result.framework.nodes) == 2


def test_an_import_does_not_replace_what_it_cannot_read(tmp_path: Path) -> None:
    source, target = tmp_path / "gardeners.md", tmp_path / "notes.yaml"
    source.write_text(DOCUMENT, "utf-8")
    target.write_text("shopping: [milk]\n")
    imports = ImportSession()
    imports.take(imports.read([source]), [source])
    with pytest.raises(PathwaysError):
        write_framework(target, imports.result, [source])
    assert target.read_text() == "shopping: [milk]\n"


def test_qt_is_not_needed(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "import pathways.workspace.workspace as w\n"
        "import pathways.workspace.import_session, pathways.workspace.documents\n"
        "w.Workspace.open().comparer.compare(['ict-11', 'ict-12'])\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert bundled_files()


def judged(workspace: Workspace) -> None:
    """Judge the first change of the first step of what is open."""
    framework = workspace.library.frameworks[0]
    step = framework.own_steps[0]
    found = workspace.comparer.step(step.source, step.target)
    change = next(c for d in found.dimensions for c in d.changes if c.before and not c.shared)
    assert change.before
    between = Between(step.source, step.target, change.before.dimensions[0])
    assert workspace.judge("parting", part(workspace.overrules, between, change.before))


def test_a_judgement_is_undone_redone_and_saved_without_a_window(mine: Path) -> None:
    workspace = Workspace.open([mine], only=True)
    assert workspace.undo() == workspace.redo() == workspace.undo_words == workspace.redo_words
    assert workspace.failure == "" and workspace.unfit_judgements == ()
    workspace.save()  # nothing was judged yet
    told: list[Happened] = []
    workspace.listen(told.append)
    judged(workspace)
    assert told == [Happened.JUDGED]
    for _time in range(2):
        assert workspace.undo_words == "parting" == workspace.undo()
        assert not tuple(workspace.overrules)
        assert workspace.redo_words == "parting" == workspace.redo()
        assert len(tuple(workspace.overrules)) == 1
    assert any(path.name.endswith("overrules.yaml") for path in workspace.watched)


def test_a_judgement_that_cannot_be_saved_holds_is_told_and_is_saved_later(mine: Path) -> None:
    workspace = Workspace.open([mine], only=True)
    (file,) = (document.path for document in workspace.judgements.documents)
    assert file
    file.mkdir(parents=True)
    told: list[Happened] = []
    workspace.listen(told.append)
    judged(workspace)
    assert Happened.UNSAVED in told and workspace.failure
    assert len(tuple(workspace.overrules)) == 1
    with pytest.raises(PathwaysError):
        workspace.save()
    file.rmdir()
    workspace.save()
    assert workspace.failure == "" and file.is_file()


def test_a_vocabulary_with_mistakes_is_a_problem_and_no_end(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_language: str) -> Vocabulary:
        raise FileError.one(mine, "The scale has no words.", "Give it some.")

    monkeypatch.setattr("pathways.store.vocabulary_file.read_vocabulary", broken)
    workspace = Workspace.open([mine], only=True)
    told: list[Happened] = []
    workspace.listen(told.append)
    assert workspace.comparer.library is workspace.library
    assert [problem.message for problem in workspace.mistakes] == ["The scale has no words."]
    assert told == [Happened.PROBLEMS]


def test_frameworks_that_come_from_no_file_can_be_open(mine: Path) -> None:
    workspace = Workspace.of(ladder("6-7"))
    assert workspace.watched == () and workspace.problems == ()
    workspace.take(of_no_file(ladder("8-9")))
    assert list(workspace.library.nodes) == ["8", "9"]
    assert workspace.plans is workspace.plans
    workspace.leave()
