"""Files that somebody gives the window, by letting them fall or by naming them at the start: which
kind each is, and how it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from pathways import endings
from pathways.gui.shell.parts import Parts
from pathways.i18n import _n, in_words
from pathways.model.saved_comparison import is_comparison_name

MOST = 200  # framework files of one folder: more than that was not meant


class GivenFiles(msgspec.Struct, frozen=True):
    """What was given: framework files and comparisons, plans, teams, documents and folders of
    them, and a sentence about the rest ("" where there is none).
    """

    frameworks: tuple[Path, ...] = ()
    plans: tuple[Path, ...] = ()
    teams: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()
    refusal: str = ""


def told_apart(paths: Iterable[Path]) -> GivenFiles:
    """Tell framework files from documents; of a folder, the framework files directly in it."""
    frameworks: list[Path] = []
    plans: list[Path] = []
    teams: list[Path] = []
    documents: list[Path] = []
    empty: list[str] = []
    for path in paths:
        if path.is_dir():
            own, rest = _inside(path)
            frameworks += own[:MOST]
            documents += rest
            empty += [] if own or rest else [path.name]
        elif _is_framework_name(path) or is_comparison_name(path):
            frameworks.append(path)
        elif path.suffix.lower() == endings.PLAN:
            plans.append(path)
        elif path.suffix.lower() == endings.TEAM:
            teams.append(path)
        else:
            documents.append(path)
    return GivenFiles(
        tuple(frameworks), tuple(plans), tuple(teams), tuple(documents), _empty_words(empty)
    )


def open_given(parts: Parts, given: GivenFiles) -> None:
    """Open in a window what can be opened, import the documents, and say what is neither."""
    if given.frameworks:
        parts.files.open(given.frameworks)
    for path in given.plans:
        parts.navigation.plan_page().commands.open_file(path)
    for path in given.teams[-1:]:  # a window has one team open
        from pathways.gui.team.team_actions import actions_of

        actions_of(parts.context).open(path)
    if given.documents:
        parts.imports.read(given.documents)
    if given.refusal:
        parts.context.say(given.refusal)


def _is_framework_name(path: Path) -> bool:
    """Tell whether a name may be a framework file's."""
    return path.suffix.lower() in (".yaml", ".yml")


def _inside(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the framework files directly in a folder, and what is to be imported of it: all of it
    where there are none.
    """
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return [], [folder]  # reading it says why not
    own = [path for path in inside if _is_framework_name(path) and path.is_file()]
    rest = [path for path in inside if path not in own]
    return own, (rest if own else [folder] if rest else [])


def _empty_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    words = _n("The folder {names} is empty.", "The folders {names} are empty.", len(names))
    return words.format(names=in_words([f"“{name}”" for name in names]))
