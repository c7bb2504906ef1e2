"""Where a plan may be written: nothing that is said in a file there is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.plan import Plan


def check_ending(path: Path) -> None:
    """Raise UsageError for a name by which nothing would know the file as a plan."""
    from pathways.store.plan_file import ENDING

    if path.suffix.lower() != ENDING:
        message = _("A plan is kept in a file whose name ends in {ending}, not “{name}”.")
        raise UsageError(message.format(ending=ENDING, name=path.name))


def check_place(
    path: Path, plan: Plan, *, changed: Path | None = None, copied: Path | None = None
) -> None:
    """Raise UsageError where a file is there that says more than ``plan``, or that is no version
    of it.

    ``changed`` is the file that the plan is read from and may go back to; ``copied`` is one that a
    copy must not take the place of.
    """
    check_ending(path)
    if not path.exists() or (changed is not None and path.samefile(changed)):
        return
    if copied is not None and path.samefile(copied):
        message = _("“{path}” is the plan itself. Choose another name for the copy.")
        raise UsageError(message.format(path=path))
    there = _plan_in(path)
    if there is None or there.id != plan.id:
        message = _("“{path}” is there already. Choose another name, or delete it first.")
        raise UsageError(message.format(path=path))
    if _says_more(there, plan):
        message = _(
            "“{path}” is there already and says what would be lost. Bring it in with “plan merge” "
            "first, or choose another name."
        )
        raise UsageError(message.format(path=path))


def _plan_in(path: Path) -> Plan | None:
    from pathways.store.plan_file import read_plan

    try:
        return read_plan(path)
    except PathwaysError:
        return None


def _says_more(there: Plan, plan: Plan) -> bool:
    from pathways.planning.merge import merge

    return _said(merge(plan, there)) != _said(plan)


def _said(plan: Plan) -> object:
    rows = {row.id: (row.standing, row.note, row.manager) for row in plan.rows}
    spoken = {key: said for key, said in rows.items() if said[1] or said[2] or said[0] != "none"}
    items = {item.id for item in plan.items}
    return spoken, items, plan.conflicts, set(plan.reviews), plan.name
