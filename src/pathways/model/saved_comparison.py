"""A comparison that was put away, to be opened again: which grades, of which files, shown how."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from pathways import endings
from pathways.model.framework import Id
from pathways.model.part import Part

FORMAT = 1
ENDING = endings.COMPARISON
MOST_SIDE_BY_SIDE = 4  # nodes: as many columns can still be read


def is_comparison_name(path: Path) -> bool:
    """Tell whether a name is that of a saved comparison."""
    return path.suffix.lower() == ENDING


class ComparedNode(Part, frozen=True, kw_only=True):
    """One grade, level or role: its id, and its title for those who read the file."""

    id: Id
    title: str = ""


class ComparedFramework(Part, frozen=True, kw_only=True):
    """A framework that the nodes are from; ``file`` is where it was, "" for one that comes with
    the program.
    """

    id: Id
    title: str = ""
    file: str = ""


class SavedComparison(Part, frozen=True, kw_only=True):
    """Which nodes are compared, in their order, and which part of it is shown."""

    format: int
    nodes: Annotated[
        tuple[ComparedNode, ...], msgspec.Meta(min_length=2, max_length=MOST_SIDE_BY_SIDE)
    ]
    frameworks: tuple[ComparedFramework, ...] = ()
    only_changes: bool = False
    hidden_dimensions: tuple[Id, ...] = ()
    hidden_verdicts: tuple[str, ...] = ()
    hidden_columns: tuple[Id, ...] = ()
