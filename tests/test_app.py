"""The door: a window or the command line, and clear words where a window is not to be had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FRAMEWORKS = Path(__file__).parent / "frameworks"


def run(
    *argv: str,
    code: str = "import sys; from pathways.app import main; sys.exit(main(sys.argv[1:]))",
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", code, *argv],
        capture_output=True,
        text=True,
        timeout=60,
        env={**kept, **environment},
    )


LOADS = "import sys; from pathways.app import main; main(sys.argv[1:]); sys.exit('PySide6' in sys.modules and 9)"


@pytest.mark.parametrize(
    "argv", [["nodes"], ["--framework", "nowhere.yaml", "nodes"], ["nodes", "--format", "json"]]
)
def test_a_subcommand_loads_no_qt(argv: list[str]) -> None:
    assert run(*argv, code=LOADS).returncode == 0


def test_questions_are_for_the_command_line() -> None:
    assert run("--version").stdout.strip()
    assert "usage" in run("--help").stdout.lower()


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there Qt aborts without a display"
)
def test_without_a_display_a_sentence_says_so() -> None:
    result = run()
    assert result.returncode == 1
    assert "no display" in result.stderr and "pathways --help" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 only")
def test_a_display_that_does_not_answer_is_a_sentence() -> None:
    result = run(DISPLAY=":987")
    assert result.returncode == 1
    assert "“:987” does not answer" in result.stderr or "sudo apt install" in result.stderr


def test_qt_that_cannot_be_loaded_is_a_sentence() -> None:
    code = "import sys; sys.modules['PySide6'] = None\nfrom pathways.app import main; sys.exit(main([]))"
    result = run(code=code, QT_QPA_PLATFORM="offscreen")
    assert result.returncode == 1
    assert "Ask whoever installed Pathways" in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("argv", "words"),
    [(["--framework"], "Name the file"), (["--only"], "--only needs")],
)
def test_wrong_usage_of_the_window_is_a_sentence(argv: list[str], words: str) -> None:
    result = run(*argv, QT_QPA_PLATFORM="offscreen")
    assert result.returncode == 2
    assert words in result.stderr


def test_the_window_needs_nothing_heavy_to_start(tmp_path: Path) -> None:
    code = (
        "import sys; from pathways.app import build; window = build([])\n"
        "heavy = {'networkx', 'docx', 'odfdo', 'typst', 'jsonschema', 'snowballstemmer', "
        "'PySide6.QtPrintSupport',"
        " 'PySide6.QtSvg'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = run(code=code, QT_QPA_PLATFORM="offscreen", PATHWAYS_CONFIG=str(tmp_path))
    assert result.stdout.strip() == "[]", result.stderr


def test_what_the_first_painted_map_does_not_show_is_not_loaded_for_it(tmp_path: Path) -> None:
    code = (
        "import sys; from pathways.app import build; window = build([]); window.grab()\n"
        "later = {'yaml', 'networkx', 'statistics', 'pathways.gui.map.outline', "
        "'pathways.gui.map.node_panel',"
        " 'pathways.gui.compare.compare_page', 'pathways.gui.shell.scroll_restore', "
        "'pathways.gui.shell.parts', 'pathways.gui.shell.drag_and_drop', "
        "'pathways.gui.widgets.statement_cell'}\n"
        "print(sorted(later & set(sys.modules)))"
    )
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "PATHWAYS_CONFIG": str(tmp_path),
        "PATHWAYS_CACHE": str(tmp_path / "cache"),
    }
    assert "yaml" in run(code=code, **own).stdout, "at the first start the files are read"
    result = run(code=code, **own)
    assert result.stdout.strip() == "[]", result.stderr


def test_the_start_leaves_the_search_for_garbage_on(tmp_path: Path) -> None:
    code = "import gc; from pathways.app import build; w = build([]); print(gc.isenabled(), gc.get_freeze_count() > 0)"
    result = run(code=code, QT_QPA_PLATFORM="offscreen", PATHWAYS_CONFIG=str(tmp_path))
    assert result.stdout.split() == ["True", "True"], result.stderr
