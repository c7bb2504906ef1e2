"""Edits of what persons judge otherwise than the program: each returns the same value where
nothing changes.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable

import msgspec

from pathways.compare.change import Verdict
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model import reference
from pathways.model.overrule import (
    Between,
    Judged,
    Overrule,
    Overrules,
    Paired,
    PairVerdict,
    Parted,
)
from pathways.model.statement import Statement

_NAMES: dict[Verdict, PairVerdict] = {
    Verdict.RAISED: "raised",
    Verdict.EASED: "eased",
    Verdict.CHANGED: "changed",
    Verdict.REWORDED: "reworded",
}
JUDGEABLE = tuple(_NAMES)
"""What a person may say of two statements; whether they are the same to the letter is no
matter of judgement.
"""

_UNWRITTEN = ("Cc", "Cs", "Cn")  # control characters and the like, which no file should hold
_OPPOSITE: dict[PairVerdict, PairVerdict] = {"raised": "eased", "eased": "raised"}


def pair(
    overrules: Overrules,
    between: Between,
    before: Statement,
    after: Statement,
    *,
    reason: str = "",
    who: str = "",
    date: datetime.date | None = None,
) -> Overrules:
    """Say that ``before`` became ``after``; whatever was said of either with another partner is
    taken back.

    Raise UsageError where one text serves both nodes: it can only belong to itself.
    """
    _refuse_shared(between, before, after)
    new = Paired(
        **_about(between, reason, who, date),
        **_of_two(before, after),
    )
    return _with(
        overrules, new, [one for one in _speaking_of(overrules, new) if not _keeps(one, new)]
    )


def part(
    overrules: Overrules,
    between: Between,
    statement: Statement,
    *,
    reason: str = "",
    who: str = "",
    date: datetime.date | None = None,
) -> Overrules:
    """Say that a statement, of either node, belongs to none of the other's; what paired it is taken
    back.

    Raise UsageError where the text serves both nodes.
    """
    _refuse_shared(between, statement)
    new = Parted(
        **_about(between, reason, who, date),
        fingerprint=fingerprint(statement),
        statement=statement.id,
        text=_on_one_line(statement.text),
    )
    return _with(overrules, new, _speaking_of(overrules, new))


def judge_as(
    overrules: Overrules,
    between: Between,
    before: Statement,
    after: Statement,
    verdict: Verdict,
    *,
    reason: str = "",
    who: str = "",
    date: datetime.date | None = None,
) -> Overrules:
    """Say what kind of change it is from ``before`` to ``after``, and with it that the two belong
    together.

    Whatever was said of either with another partner is taken back. Raise UsageError for a verdict
    that is not one of ``JUDGEABLE``, and where one text serves both nodes.
    """
    if verdict not in JUDGEABLE:
        raise UsageError(
            _("Two statements cannot be judged as “{verdict}”, only as one of: {known}.").format(
                verdict=verdict.word, known=", ".join(known.word for known in JUDGEABLE)
            )
        )
    _refuse_shared(between, before, after)
    new = Judged(
        **_about(between, reason, who, date),
        **_of_two(before, after),
        verdict=_NAMES[verdict],
    )
    return _with(
        overrules, new, [one for one in _speaking_of(overrules, new) if not _keeps(one, new)]
    )


def take_back(overrules: Overrules, overrule: Overrule) -> Overrules:
    """Leave a judgement to the program again; with a pairing goes the verdict on the pair, which
    rests on it.
    """
    if overrule not in tuple(overrules):
        return overrules
    gone = [overrule]
    if isinstance(overrule, Paired):
        gone += [
            one
            for one in overrules.judged
            if one.between == overrule.between and one.statements == overrule.statements
        ]
    return Overrules.of(*(one for one in overrules if one not in gone))


def fingerprint(*statements: Statement) -> str:
    """Return twelve characters that change when a text does in more than case, punctuation and
    spacing.

    The order of the statements does not matter.
    """
    return reference.fingerprint(*(statement.text for statement in statements))


def turned(overrule: Overrule) -> Overrule:
    """Return the same judgement as seen from the other end: what is raised going up is eased going
    down.
    """
    ends = {"before_node": overrule.after_node, "after_node": overrule.before_node}
    if isinstance(overrule, Parted):
        return msgspec.structs.replace(overrule, **ends)
    assert isinstance(overrule, (Paired, Judged))
    found = msgspec.structs.replace(
        overrule,
        **ends,
        before=overrule.after,
        after=overrule.before,
        before_text=overrule.after_text,
        after_text=overrule.before_text,
    )
    if isinstance(found, Judged):
        return msgspec.structs.replace(found, verdict=_OPPOSITE.get(found.verdict, found.verdict))
    return found


def seen_from(overrule: Overrule, between: Between) -> Overrule | None:
    """Return a judgement as it holds for these nodes in this order on this dimension; None where
    it does not.
    """
    if overrule.between == between:
        return overrule
    other = Between(between.after, between.before, between.dimension)
    return turned(overrule) if overrule.between == other else None


def at_odds(one: Overrule, new: Overrule) -> bool:
    """Tell whether a new judgement takes the place of another: both speak of one statement."""
    return (
        seen_from(one, new.between) is not None
        and not set(new.statements).isdisjoint(one.statements)
        and not _keeps(one, new)
    )


def _about(between: Between, reason: str, who: str, date: datetime.date | None) -> dict[str, str]:
    return {
        "before_node": between.before,
        "after_node": between.after,
        "dimension": between.dimension,
        "reason": _on_one_line(reason),
        "who": _on_one_line(who),
        "date": date.isoformat() if date else "",
    }


def _of_two(before: Statement, after: Statement) -> dict[str, str]:
    return {
        "fingerprint": fingerprint(before, after),
        "before": before.id,
        "after": after.id,
        "before_text": _on_one_line(before.text),
        "after_text": _on_one_line(after.text),
    }


def _on_one_line(text: str) -> str:
    words = " ".join(text.split())
    return "".join(
        letter for letter in words if unicodedata.category(letter) not in _UNWRITTEN
    ).strip()


def _refuse_shared(between: Between, *statements: Statement) -> None:
    for statement in statements:
        if between.before in statement.nodes and between.after in statement.nodes:
            raise UsageError(_("Both share this text: it is the same statement."))


def _speaking_of(overrules: Overrules, new: Overrule) -> list[Overrule]:
    """Return what was said, from either end, of any of the statements of ``new``."""
    return [
        one
        for one in overrules
        if seen_from(one, new.between) is not None
        and not set(new.statements).isdisjoint(one.statements)
    ]


def _keeps(one: Overrule, new: Overrule) -> bool:
    """Tell whether an earlier judgement may stand beside a new one: a pairing and a verdict on the
    very same pair.
    """
    seen = seen_from(one, new.between)
    return type(one) is not type(new) and seen is not None and seen.statements == new.statements


def _with(overrules: Overrules, new: Overrule, gone: Iterable[Overrule]) -> Overrules:
    leaving = list(gone)
    if any(_same_judgement(one, new) for one in leaving):
        return overrules
    return Overrules.of(*(one for one in overrules if one not in leaving), new)


def _same_judgement(one: Overrule, new: Overrule) -> bool:
    """Tell whether two judgements differ in their day, or in the end they are seen from, alone, if
    at all.
    """
    seen = seen_from(one, new.between)
    return seen is not None and msgspec.structs.replace(seen, date=new.date) == new
