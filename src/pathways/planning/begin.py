"""A plan begun from a comparison."""

from __future__ import annotations

import datetime
import re
import secrets
from collections.abc import Iterator, Sequence

import msgspec

from pathways.compare.change import Change, LevelChange, Verdict
from pathways.compare.comparison import Comparer
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.dimension import Dimension
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
    Verdict.NOT_STATED: "not-stated",
}
replace = msgspec.structs.replace


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
    _refuse_repeated(ids)
    frameworks = {f.id: f for f in (library.framework_of(node) for node in ids)}
    return Plan(
        format=FORMAT,
        id=plan_id or f"plan-{secrets.token_hex(6)}",
        name=name,
        start=place_of(comparer, ids[0]),
        aims=tuple(place_of(comparer, node) for node in ids[1:]),
        frameworks=tuple(map(basis_of, frameworks.values())),
        begun=today.isoformat() if today else "",
        rows=rows_from(comparer, ids[0], ids[1:]),
    )


def _refuse_repeated(ids: Sequence[str]) -> None:
    repeated = [node for place, node in enumerate(ids) if node in ids[:place]]
    if repeated:
        message = _("“{node}” is named twice; name each grade or role once.")
        raise UsageError(message.format(node=repeated[0]))


def place_of(comparer: Comparer, node_id: str) -> Place:
    """Return a grade or role as a plan knows it."""
    node = comparer.library.node(node_id)
    framework = comparer.library.framework_of(node_id)
    return Place(id=node.id, title=node.title, framework=framework.id)


def basis_of(framework: Framework) -> Basis:
    """Return what a plan notes of a framework that it rests on."""
    return Basis(
        id=framework.id,
        title=framework.title,
        version=version_of(framework),
        organisation=framework.organisation,
        restated=framework.restated,
    )


def version_of(framework: Framework) -> str:
    """Return twelve characters that change with the statements of a framework, or with whom one
    serves.
    """
    return fingerprint(*(f"{' '.join(s.nodes)}: {s.text}" for s in framework.statements))


def rows_from(comparer: Comparer, start: str, aims: Sequence[str]) -> tuple[Row, ...]:
    """Return every statement of the aims once, each as what it is for somebody at ``start``; a
    level of proficiency that is asked for is a row as well.
    """
    own = [s for s in comparer.library.statements_of(start) if not s.definition]
    found: dict[str, Row] = {}
    for aim in aims:
        for row in _rows_of(comparer, start, aim, own):
            known = found.setdefault(row.id, row)
            if aim not in known.aims:
                found[row.id] = replace(known, aims=(*known.aims, aim))
    return tuple(found.values())


def _rows_of(comparer: Comparer, start: str, aim: str, own: Sequence[Statement]) -> Iterator[Row]:
    """Yield the rows of one aim, each under the first of its statement's own subjects that the
    comparison has it under.
    """
    step = comparer.step(start, aim)
    under: dict[str, list[str]] = {}  # a statement may speak of several subjects
    for dimension in step.dimensions:
        for change in dimension.changes:
            if change.after:
                under.setdefault(change.after.id, []).append(dimension.dimension.id)
    for dimension in step.dimensions:
        subject = dimension.dimension
        if dimension.level and dimension.level.after:
            yield _level_row(aim, subject, dimension.level)
        for change in dimension.changes:
            after = change.after
            if after is None or after.definition:
                continue
            listed = under[after.id]
            home = next((one for one in after.dimensions if one in listed), listed[0])
            if home == subject.id:
                yield _row(comparer, aim, change, after, own, subject)


def _level_row(aim: str, dimension: Dimension, level: LevelChange) -> Row:
    assert level.after is not None
    named = _("{subject}: {level}")
    after = named.format(subject=dimension.title, level=level.after.value)
    before = named.format(subject=dimension.title, level=level.before.value) if level.before else ""
    own = f"{aim}.{dimension.id}.level"
    return Row(
        id=own,
        statement=StatementRef(id=own, fingerprint=fingerprint(after), text=after),
        aims=(aim,),
        dimension=dimension.id,
        subject=dimension.title,
        verdict=_VERDICTS[level.verdict],
        before=StatementRef(id=own, fingerprint=fingerprint(before), text=before)
        if before
        else None,
    )


def _row(
    comparer: Comparer,
    aim: str,
    change: Change,
    after: Statement,
    own: Sequence[Statement],
    subject: Dimension,
) -> Row:
    before = change.before
    heading = f"{after.heading} {after.label}"
    return Row(
        id=after.id,
        statement=StatementRef.to(after),
        aims=(aim,),
        dimension=subject.id,
        subject=subject.title,
        verdict=_VERDICTS[change.verdict],
        before=StatementRef.to(before) if before and not change.shared else None,
        why=change.why,
        allowed=what_allows(comparer, after, before, own) if change.verdict in _ASKED else "",
        essential=bool(_ESSENTIAL.search(heading)) and not _NOT_ESSENTIAL.search(heading),
    )
