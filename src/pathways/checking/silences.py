"""Findings that the framework's own file asks not to list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject
from pathways.i18n import _
from pathways.model.framework import Silenced
from pathways.model.library import unknown
from pathways.model.problem import Severity


def covers(silence: Silenced, finding: Finding) -> bool:
    """Tell whether a silence is about a finding: its code, and whatever else it names."""
    return (
        silence.code == finding.code.value
        and (not silence.node or silence.node in finding.nodes)
        and (not silence.statement or silence.statement in finding.statements)
        and (not silence.dimension or silence.dimension == finding.dimension)
    )


def unused(subject: Subject, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield advice for every silence that silences none of what was found."""
    codes = [code.value for code in Code]
    for number, silence in enumerate(subject.framework.silenced):
        if any(covers(silence, finding) for finding in found):
            continue
        if silence.code in codes:
            message = _(
                "Nothing is silenced by “{code}” here: there is no such finding any more."
            ).format(code=silence.code)
        else:
            message = unknown(_("finding"), silence.code, codes)
        yield subject.finding(
            Code.UNUSED_SILENCE,
            Severity.ADVICE,
            message,
            _("Delete this line from “silenced”, or correct it."),
            nodes=[node for node in (silence.node,) if node in subject.library.nodes],
            keys=("silenced", number),
        )
