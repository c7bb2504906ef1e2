"""The samples as copies that can be changed at will, compared as everything is compared today."""

from __future__ import annotations

import shutil
from pathlib import Path

from pathways.compare.comparison import Comparer
from pathways.planning.carry import up_to_date
from pathways.store.plan_file import ENDING, read_plan, write_plan


def copy_plan(source: Path, target: Path, comparer: Comparer) -> None:
    """Copy a sample plan; raise PathwaysError where it cannot be written."""
    write_plan(target, up_to_date(read_plan(source), comparer))


def copy_team(source: Path, target: Path, comparer: Comparer) -> None:
    """Copy the folder of a sample team and its plans.

    Raise OSError or PathwaysError where it cannot be written.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"*{ENDING}"))
    for plan in sorted(source.glob(f"*{ENDING}")):
        copy_plan(plan, target / plan.name, comparer)
