"""Plans as documents: merged with what others write, and taken out of for good where asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pathways.model.plan import Plan
from pathways.planning.merge import merge_since
from pathways.store.plan_file import PLAN, read_plan, write_plan
from pathways.store.private_file import rewritten
from pathways.workspace.file_kind import FileKind, Merged
from pathways.workspace.recovery import Recovery


def _merge(base: Plan, mine: Plan, theirs: Plan) -> Merged[Plan] | None:
    """Bring together what two windows, or two people, wrote; another plan is for a person to
    choose.
    """
    if theirs.id != mine.id or (theirs.copy is None) != (mine.copy is None):
        return None
    return Merged(merge_since(base, mine, theirs))


PLANS = FileKind("plan", read_plan, write_plan, merge=_merge, at_once=True)


def remove_for_good(path: Path, edit: Callable[[Plan], Plan], recovery: Recovery) -> list[Path]:
    """Apply ``edit``, which takes something out, to a plan's file and its previous version, and
    forget its recovery copies; return the files that were changed.

    Raise FileError, before anything is written, where the file has mistakes.
    """
    changed = rewritten(path, PLAN, edit)
    recovery.forget_all(path)
    return changed
