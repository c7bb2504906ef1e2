"""Which judgements of persons hold for a comparison, and which no longer fit the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from pathways.compare.change import Change, Verdict
from pathways.compare.overruling import fingerprint, turned
from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.library import Library, unknown
from pathways.model.overrule import (
    Between,
    Judged,
    Overrule,
    Overrules,
    Paired,
    Parted,
    contradictions,
)
from pathways.model.problem import Problem, Severity
from pathways.model.statement import Statement


class StaleOverrule(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that is not applied, and why not, in a sentence; ``where`` are titles, or ids
    without one.
    """

    overrule: Overrule
    reason: str
    where: Between

    @property
    def problem(self) -> Problem:
        """Return what a person should know, and can do about it."""
        message = _(
            "A person’s judgement on {dimension} from {before} to {after} is not applied: {reason}"
        )
        return Problem(
            message=message.format(
                **{key: shortened(name) for key, name in self.where._asdict().items()},
                reason=self.reason,
            ),
            advice=_("Judge it again, or remove the judgement."),
            severity=Severity.WARNING,
        )


class Ruling(msgspec.Struct, frozen=True):
    """What persons say of the statements between two nodes on one dimension.

    ``partners`` leads from the id of a statement before to that of the one after; ``alone`` are ids
    of statements that belong to none. ``by`` has the judgements behind each, by the ids they speak
    of, as they were given; ``verdicts`` those on the kind of change.
    """

    partners: Mapping[str, str] = {}
    alone: frozenset[str] = frozenset()
    verdicts: Mapping[tuple[str, ...], Verdict] = {}
    by: Mapping[tuple[str, ...], tuple[Overrule, ...]] = {}

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return bool(self.by)

    def applied(self, changes: Iterable[Change], own: Iterable[Change]) -> tuple[Change, ...]:
        """Mark what persons judged among ``changes``; ``own`` is what the program says when left
        to itself.
        """
        of_its_own: dict[str, Change] = {}
        for change in own:
            for statement in (change.after, change.before):
                if statement:
                    of_its_own[statement.id] = change
        return tuple(self._marked(change, of_its_own) for change in changes)

    def _marked(self, change: Change, own: Mapping[str, Change]) -> Change:
        ids = tuple(statement.id for statement in (change.before, change.after) if statement)
        by = self.by.get(ids, ())
        if not by:
            return change
        verdict = self.verdicts.get(ids)
        why = "" if verdict else change.why
        told = [f"{why}; " if why else "", "; ".join(said(overrule) for overrule in by)]
        return msgspec.structs.replace(
            change, verdict=verdict or change.verdict, why="".join(told), by=by, own=own[ids[0]]
        )


NO_RULING = Ruling()


class Rulings:
    """Sort judgements into those that hold, by nodes and dimension, and those that are stale."""

    def __init__(self, overrules: Overrules, library: Library) -> None:
        self._library = library
        self._at: dict[Between, list[tuple[Overrule, Overrule]]] = {}
        given = list(dict.fromkeys(overrules))  # the same said twice is no contradiction
        reasons = {overrule: reason for overrule in given if (reason := self._misfit(overrule))}
        fitting = [overrule for overrule in given if overrule not in reasons]
        for overrule, _earlier in contradictions(fitting):
            reasons[overrule] = _(
                "Another judgement says something different about the same statement."
            )
        for overrule in (one for one in fitting if one not in reasons):
            for seen in (overrule, turned(overrule)):
                self._at.setdefault(seen.between, []).append((seen, overrule))
        self.stale = tuple(
            StaleOverrule(overrule=overrule, reason=reason, where=self._titles(overrule.between))
            for overrule, reason in reasons.items()
        )

    def at(self, between: Between) -> Ruling:
        """Return what holds between two nodes on a dimension, whichever end it was judged from."""
        found = self._at.get(between)
        if not found:
            return NO_RULING
        by: dict[tuple[str, ...], tuple[Overrule, ...]] = {}
        for seen, given in found:
            by[seen.statements] = (*by.get(seen.statements, ()), given)
        return Ruling(
            partners={
                one.before: one.after for one, _given in found if isinstance(one, (Paired, Judged))
            },
            alone=frozenset(one.statement for one, _given in found if isinstance(one, Parted)),
            verdicts={
                one.statements: Verdict(one.verdict)
                for one, _given in found
                if isinstance(one, Judged)
            },
            by=by,
        )

    def _titles(self, between: Between) -> Between:
        """Return where a judgement holds as people say it; an id where there is nothing else."""
        nodes, dimensions = self._library.nodes, self._library.dimensions
        before, after = (nodes[node].title if node in nodes else node for node in between[:2])
        known = between.dimension in dimensions
        return Between(
            before, after, dimensions[between.dimension].title if known else between.dimension
        )

    def _misfit(self, overrule: Overrule) -> str:
        """Say why a judgement does not fit the texts as they are now; "" where it does."""
        between = overrule.between
        for node in (between.before, between.after):
            if node not in self._library.nodes:
                return unknown(_("grade or role"), node, self._library.nodes)
        if between.dimension not in self._library.dimensions:
            return unknown(_("dimension"), between.dimension, self._library.dimensions)
        statements = self._statements(overrule)
        for statement_id, statement in zip(overrule.statements, statements, strict=True):
            if statement is None:
                return _("The statement “{id}” is no longer there.").format(id=statement_id)
            if between.before in statement.nodes and between.after in statement.nodes:
                return _("The statement “{id}” is now one text for both.").format(id=statement_id)
        if (
            fingerprint(*(statement for statement in statements if statement))
            != overrule.fingerprint
        ):
            return _("The text has changed since: {statements}.").format(
                statements=", ".join(f"“{statement_id}”" for statement_id in overrule.statements)
            )
        return ""

    def _statements(self, overrule: Overrule) -> list[Statement | None]:
        between = overrule.between
        old = {s.id: s for s in self._library.statements_of(between.before, between.dimension)}
        new = {s.id: s for s in self._library.statements_of(between.after, between.dimension)}
        if isinstance(overrule, Parted):
            return [old.get(overrule.statement) or new.get(overrule.statement)]
        before, after = overrule.statements
        return [old.get(before), new.get(after)]


def said(overrule: Overrule) -> str:
    """Say what a person did, who it was and why, as far as it is known."""
    who = overrule.who or _("a person")
    if isinstance(overrule, Paired):
        told = _("matched by {who}")
    elif isinstance(overrule, Parted):
        told = _("separated by {who}")
    else:
        told = _("judged by {who}")
    told = told.format(who=who)
    return (
        _("{told}: {reason}").format(told=told, reason=overrule.reason) if overrule.reason else told
    )
