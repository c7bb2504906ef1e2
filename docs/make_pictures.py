"""Make the pictures of the guide and the README, of every page in every theme, and the guide's
table of keys.

Run from the project's root: ``python docs/make_pictures.py``; with ``--first-minute`` it makes only
those of docs/first-minute.md. It needs no display. The pictures go
to ``docs/pictures``: NAME.png in the light theme, NAME-dark.png and NAME-high-contrast.png in the
others.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from pathways.gui.shell.main_window import MainWindow

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1280, 720
COLOURS = 256

BROKEN = """\
format: 1
id: care
titel: Care
organisation: Your council
language: en-GB
wording: verbatim
licence: "None"
source: {document: Care}
nodes:
  - {id: care-1, title: Care 1, grade: "1"}
blocks:
  - nodes: [care-2]
    sections:
      - {dimension: purpose, heading: Purpose, statements: [Supports people.]}
"""

DOCUMENT = """\
# Gardens and open spaces

## Grade 5: Gardener

### People Management

- Show new gardeners round the site

### Main Duties

- Plant and water the beds
- Report broken tools

Page 1 of 2

## Grade 6: Senior gardener

### People Management

- Lead a small team of gardeners

### Main Duties

- Plan the planting for the year
- Report broken tools

### Travel

- Drive between sites
"""


def main() -> int:
    """Make everything anew; return 0."""
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PATHWAYS_CONFIG"] = folder
        (Path(folder) / "care.yaml").write_text(BROKEN, "utf-8")
        (Path(folder) / "gardens.md").write_text(DOCUMENT, "utf-8")
        from pathways import app
        from pathways.gui.shell import background
        from pathways.gui.shell.theme import THEMES

        background.threaded = False
        window = app.build([])
        window.resize(WIDTH, HEIGHT)
        pictures = HERE / "pictures"
        pictures.mkdir(exist_ok=True)
        # who is greeted is greeted first; an open plan is seen on the map, so it is opened late
        for name, widget in first_minute(window):
            save(widget, pictures / f"{name}.png")
        if "--first-minute" in sys.argv:
            window.close()
            return 0
        for shown in (greeted, pages_shown, plan_and_team, dialogs):
            for theme in THEMES.values():
                window.window_actions.use_theme(theme.name)
                ending = "" if theme.name == "light" else f"-{theme.name}"
                for name, widget in shown(window, Path(folder)):
                    save(widget, pictures / f"{name}{ending}.png")
        window.close()
        os.chdir(home)
    (HERE / "guide" / "keys.md").write_text(keys(), "utf-8")
    (HERE / "guide" / "cy" / "keys.md").write_text(keys("cy"), "utf-8")
    return 0


def first_minute(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield what somebody new sees, from the start to a sheet that can be printed."""
    from pathways.gui.printing.preview import PreviewDialog
    from pathways.gui.printing.printer import pages_of

    session = window.session
    session.visit("map")
    measure_steps(window)
    yield "minute-1-start", window
    session.choose(["ict-11"])
    session.set_current("ict-11")
    yield "minute-2-where-i-am", window
    session.choose(["ict-11", "ict-12"])
    session.set_current("ict-12")
    yield "minute-3-where-to", window
    session.compare(["ict-11", "ict-12"])
    yield "minute-4-what-changes", window
    scroll_to_statements(window)
    yield "minute-5-word-by-word", window
    paper = window.parts.exports.paper()
    dialog = PreviewDialog(window, lambda choice: pages_of(paper, choice), window.settings)
    dialog.resize(1000, HEIGHT - 48)
    dialog.show()
    yield "minute-6-on-paper", dialog
    dialog.close()
    session.choose([])
    session.set_current(None)


def greeted(window: MainWindow, _folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield the window as it is when it is opened for the first time."""
    window.session.visit("map")
    window.page("map").map.tools.fit.click()
    assert window.page("map").welcome is not None
    yield "welcome", window


def pages_shown(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield the window with each page when it can be taken, with the name of its picture."""
    session = window.session
    session.set_current(None)
    session.visit("map")
    if window.page("map").welcome is not None:
        window.page("map").welcome.closed.emit()
    session.choose(["ict-11", "ict-12"])
    measure_steps(window)
    window.page("map").map.tools.fit.click()
    yield "map", window
    session.set_current("ict-11")
    window.page("map").map.show_outline(True)
    yield "outline", window
    window.page("map").map.show_outline(False)
    session.compare(["ict-11", "ict-12"])
    yield "compare", window
    scroll_to_statements(window)
    yield "statements", window
    session.visit("ladder")
    yield "ladder", window
    session.choose(["ict-7", "ict-12"])
    session.visit("route")
    yield "route", window
    session.read("ict-9")
    yield "read", window
    window.parts.searching.search("manage budget")
    yield "search", window
    window.parts.searching.search("")
    os.chdir(folder)  # so that the pictures show no folder of whoever makes them
    window.files.open([Path("care.yaml")])
    session.visit("problems")
    window.page("problems").check("leadership")
    yield "problems", window
    window.files.close(Path("care.yaml"))
    window.stack.page("problems").checkup.forget()  # type: ignore[attr-defined]
    session.visit("import")
    window.page("import").read([Path("gardens.md")])
    yield "import", window
    window.page("import").worker.session.mark_kept()


def plan_and_team(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield the window with the sample plan, and with the sample team."""
    yield "plan", plan_shown(window)
    yield "team", team_shown(window, folder)


def guide_shown(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the guide."""
    window.window_actions.open_guide("compare")
    guide = window.window_actions.guide
    assert guide is not None
    guide.resize(960, HEIGHT)
    yield "guide", guide
    guide.close()


def plan_shown(window: MainWindow) -> QWidget:
    """Show the sample plan, at a statement that there is much to say of."""
    page = window.parts.navigation.plan_page()
    page.commands.open_sample()
    row = next(row for row in page.plans.plan.asked if row.text.startswith("Lead, develop"))
    settle()
    page.go_to(row.id)
    return window


def team_shown(window: MainWindow, folder: Path) -> QWidget:
    """Show a copy of the sample team."""
    from pathways import paths
    from pathways.gui.team.team_actions import actions_of

    copy = folder / "sample-team"
    if not copy.exists():
        shutil.copytree(paths.data() / "sample-team", copy)
        actions_of(window.parts.context).open(copy / "service-desk.pathteam")
    window.session.visit("team")
    return window


def dialogs(window: MainWindow, _folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield the list of actions, the settings, the dialog for paper and the guide."""
    from pathways.gui.printing.export_dialog import ExportDialog
    from pathways.gui.shell.command_palette import CommandPalette
    from pathways.gui.shell.settings_dialog import SettingsDialog

    makers: dict[str, Callable[[], QWidget]] = {
        "actions": lambda: CommandPalette(window.menus.commands(), window.theme, window),
        "settings": lambda: SettingsDialog(
            window, window.settings, window.theme, lambda _values: None
        ),
        "export": lambda: ExportDialog(window, window.settings, to_file=True, comparison=True),
    }
    window.session.compare(["ict-11", "ict-12"])
    for name, make in makers.items():
        dialog = make()
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    yield from guide_shown(window)


def measure_steps(window: MainWindow) -> None:
    """Wait until the map knows how large its steps are."""
    sizes = window.page("map").map._sizes
    settle()
    while sizes._waiting:  # with sleep: the library that pairs statements loads in another thread
        time.sleep(0.02)
        settle()
    settle()


def scroll_to_statements(window: MainWindow) -> None:
    """Go to the statements of a dimension, so that the words are marked in the picture."""
    settle()
    window.page("compare").go_to_dimension("people-management")


def save(widget: QWidget, path: Path) -> None:
    """Save what a widget shows as a PNG of few colours."""
    settle()
    few(widget.grab().toImage()).save(str(path), "PNG", 0)  # type: ignore[call-overload]


def few(image: QImage) -> QImage:
    """Return the image in its 256 most frequent colours."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    table = [colour for colour, _count in Counter(pixels).most_common(COLOURS)]
    return image.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )


def settle() -> None:
    """Let everything be laid out and painted."""
    from PySide6.QtWidgets import QApplication

    for _round in range(6):
        QApplication.processEvents()


# The words of the table of keys that stand nowhere else: title, sentence, and the heads of the two
# columns.
KEY_WORDS = {
    "en": (
        "All keys",
        "Every action stands in a menu, and in the list of all actions (Ctrl+Shift+P).",
        "Action",
        "Keys",
        "or",
    ),
    "cy": (
        "Pob bysell",
        "Mae pob gweithred mewn dewislen, ac yn y rhestr o bob gweithred (Ctrl+Shift+P).",
        "Gweithred",
        "Bysellau",
        "neu",
    ),
}


def keys(language: str = "en") -> str:
    """Return the chapter with every action and its keys, from the program's own table."""
    from PySide6.QtGui import QKeySequence

    from pathways.gui.shell.actions import actions, menus
    from pathways.i18n import language as spoken
    from pathways.i18n import use_language

    title, sentence, action, pressed, joined = KEY_WORDS[language]
    before = spoken()
    use_language(language)
    lines = [f"# {title}", "", sentence]
    for menu, heading in menus().items():
        lines += [
            "",
            f"## {heading.replace('&', '')}",
            "",
            f"| {action} | {pressed} |",
            "| --- | --- |",
        ]
        for row in actions():
            if row.menu == menu:
                all_keys = f" {joined} ".join(QKeySequence(key).toString() for key in row.keys)
                lines.append(f"| {row.words.replace('&', '').rstrip('…')} | {all_keys} |")
    use_language(before)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
