"""Whoever does not import anything pays nothing for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pathways.app import build

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from pathways import app
window = app.build([])
QApplication.processEvents()
print(*sorted(name for name in sys.modules if name.startswith(("pathways.importing.", "pathways.gui.importing.")) and not name.endswith(".spec")))
window.close()
"""


def test_nothing_of_the_import_is_loaded_at_the_start() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize("whole", [False, True])
def test_a_document_or_a_folder_named_at_the_start_is_imported(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    """As a file manager does that opens a document with the program."""
    folder = tmp_path / "our roles"
    folder.mkdir()
    (folder / "Officer grade 5.md").write_text(
        "# Parks officer (Grade 5)\n\n## Duties\n\n- Keeps the register of trees.\n", "utf-8"
    )
    monkeypatch.chdir(folder)
    window = build([str(folder)] if whole else ["Officer grade 5.md"])
    qtbot.addWidget(window)
    page = window.page("import")
    qtbot.waitUntil(lambda: page.worker.session.review is not None, timeout=10_000)
    assert window.session.page == "import"
    assert [node.title for node in page.worker.session.result.framework.nodes] == ["Parks officer"]
    page.worker.session.mark_kept()


def test_a_document_that_is_not_there_is_a_sentence_and_the_rest_opens(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = build([str(tmp_path / "nowhere.docx")])
    qtbot.addWidget(window)
    page = window.page("import")
    qtbot.waitUntil(lambda: "There is no such file" in page.notice.text(), timeout=10_000)
    assert "nowhere.docx" in page.notice.text()
    assert window.session.library.frameworks


def test_of_a_folder_named_at_the_start_frameworks_are_opened_and_documents_imported(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """As when it is let fall on the window."""
    sound = Path(__file__).parents[2] / "frameworks" / "sound.yaml"
    (tmp_path / "ours.yaml").write_bytes(sound.read_bytes())
    (tmp_path / "Clerk.md").write_text("# Clerk (Grade 3)\n\n## Duties\n\n- Files.\n", "utf-8")
    window = build([str(tmp_path)])
    qtbot.addWidget(window)
    page = window.page("import")
    qtbot.waitUntil(lambda: page.worker.session.review is not None, timeout=10_000)
    assert window.session.workspace.state.paths == (tmp_path / "ours.yaml",)
    assert [node.title for node in page.worker.session.result.framework.nodes] == ["Clerk"]
    page.worker.session.mark_kept()
