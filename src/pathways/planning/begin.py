"""A plan begun from a comparison."""

from __future__ import annotations

import datetime
import re
import secrets
from collections.abc import Sequence

import msgspec

from pathways.compare.change import Change, Verdict
from pathways.compare.comparison import Comparer
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.framework import Framework
from pathways.model.plan import FORMAT, Basis, Place, Plan, Row, RowVerdict
from pathways.model.reference import StatementRef, fingerprint
from pathways.model.statement import Statement
from pathways.planning.asking import what_allows

_ESSENTIAL = re.compile(r"\b(essential|hanfodol)\b", re.IGNORECASE)
_NOT_ESSENTIAL = re.compile(r"\b(desirable|dymunol|non-essential)\b", re.IGNORECASE)
_ASKED = (Verdict.NEW, Verdict.RAISED, Verdict.CHANGED)
_VERDICTS: dict[Verdict, RowVerdict] = {
    Verdict.UNCHANGED: "unchanged",
    Verdict.REWORDED: "reworded",
    Verdict.RAISED: "raised",
    Verdict.EASED: "eased",
    Verdict.CHANGED: "changed",
    Verdict.NEW: "new",
}


def begin(
    comparer: Comparer,
    start: str,
    aims: Sequence[str],
    *,
    name: str = "",
    today: datetime.date | None = None,
    plan_id: str = "",
) -> Plan:
    """Return a new plan from one grade or role to one or more others.

    Raise UsageError for unknown or repeated ones.
    """
    library = comparer.library
    ids = [library.node(node).id for node in (start, *aims)]
    if not aims:
        raise UsageError(_("Name at least one grade or role to aim for."))
    repeated = [node for place, node in enumerate(ids) if node in ids[:place]]
    if repeated:
        message = _("“{node}” is named twice; name each grade or role once.")
        raise UsageError(message.format(node=repeated[0]))
    frameworks = {f.id: f for f in (library.framework_of(node) for node in ids)}
    return Plan(
        format=FORMAT,
        id=plan_id or f"plan-{secrets.token_hex(6)}",
        name=name,
        start=place_of(comparer, ids[0]),
        aims=tuple(place_of(comparer, node) for node in ids[1:]),
        frameworks=tuple(
            Basis(id=f.id, title=f.title, version=version_of(f)) for f in frameworks.values()
        ),
        begun=today.isoformat() if today else "",
        rows=rows_from(comparer, ids[0], ids[1:]),
    )


def place_of(comparer: Comparer, node_id: str) -> Place:
    """Return a grade or role as a plan knows it."""
    node = comparer.library.node(node_id)
    framework = comparer.library.framework_of(node_id)
    return Place(id=node.id, title=node.title, framework=framework.id)


def version_of(framework: Framework) -> str:
    """Return twelve characters that change with the statements of a framework, or with whom one
    serves.
    """
    return fingerprint(*(f"{' '.join(s.nodes)}: {s.text}" for s in framework.statements))


def rows_from(comparer: Comparer, start: str, aims: Sequence[str]) -> tuple[Row, ...]:
    """Return every statement of the aims once, each as what it is for somebody at ``start``."""
    own = [s for s in comparer.library.statements_of(start) if not s.definition]
    found: dict[str, Row] = {}
    for aim in aims:
        for dimension in comparer.step(start, aim).dimensions:
            for change in dimension.changes:
                after = change.after
                if after is None or after.definition:
                    continue
                if after.dimensions[0] != dimension.dimension.id and after.id not in found:
                    continue  # it stands under its own subject, here it is only spoken of besides
                if after.id not in found:
                    found[after.id] = _row(comparer, change, after, own, dimension.dimension.title)
                row = found[after.id]
                if aim not in row.aims:
                    found[after.id] = _with_aim(row, aim)
    return tuple(found.values())


def _row(
    comparer: Comparer, change: Change, after: Statement, own: Sequence[Statement], subject: str
) -> Row:
    before = change.before
    heading = f"{after.heading} {after.label}"
    return Row(
        id=after.id,
        statement=StatementRef.to(after),
        aims=(),
        dimension=after.dimensions[0],
        subject=subject,
        verdict=_VERDICTS[change.verdict],
        before=StatementRef.to(before) if before and not change.shared else None,
        why=change.why,
        allowed=what_allows(comparer, after, before, own) if change.verdict in _ASKED else "",
        essential=bool(_ESSENTIAL.search(heading)) and not _NOT_ESSENTIAL.search(heading),
    )


def _with_aim(row: Row, aim: str) -> Row:
    return msgspec.structs.replace(row, aims=(*row.aims, aim))
