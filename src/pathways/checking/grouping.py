"""Findings that say the same of many places, told once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, some
from pathways.i18n import _, _n

_FEWEST = 4  # findings that are told as one
_GROUPED = frozenset(
    {
        Code.SAME_DIMENSION,
        Code.MISSING_DIMENSION,
        Code.ONLY_DEFINED,
        Code.SHARED_TEXT,
        Code.UNREACHABLE,
        Code.NO_TEXT,
        Code.SAME_TEXT,
    }
)


def grouped(subject: Subject, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with those that say the same of many grades, or of many dimensions,
    joined to one at the place of the first.
    """
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_sort(finding), []).append(finding)
    found = []
    for finding in findings:
        same = alike[_sort(finding)]
        if finding.code not in _GROUPED or len(same) < _FEWEST:
            found.append(finding)
        elif finding is same[0]:
            found.append(_joined(subject, same))
    return found


def _sort(finding: Finding) -> tuple[object, ...]:
    """Return what equal findings have in common: what they say, and on which dimension."""
    about = "" if finding.code is Code.ONLY_DEFINED else finding.dimension
    one = finding.code is Code.ONLY_DEFINED or len(finding.nodes) < 3
    return finding.code, finding.severity, finding.advice, about, one or finding.message


def _joined(subject: Subject, same: Sequence[Finding]) -> Finding:
    first, *rest = same
    if first.code is Code.ONLY_DEFINED:
        named = subject.dimensions_named([finding.dimension for finding in rest])
    else:
        named = some([subject.named(*finding.nodes) for finding in rest])
    more = _n(
        "The same holds for {count} more: {names}.",
        "The same holds for {count} more: {names}.",
        len(rest),
    ).format(count=len(rest), names=named)
    return msgspec.structs.replace(
        first,
        message=_("{message} {more}").format(message=first.message, more=more),
        nodes=tuple(dict.fromkeys(node for finding in same for node in finding.nodes)),
        statements=tuple(dict.fromkeys(s for finding in same for s in finding.statements)),
    )
