"""Steps that lead nowhere, and nodes that no step leads to or from."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.problem import Severity


def check_ways(subject: Subject) -> Iterator[Finding]:
    """Find nodes without a step in or out, where there are others, and steps to nodes that no open
    framework has.
    """
    nodes = subject.framework.nodes
    joined = {end for step in subject.library.steps for end in (step.source, step.target)}
    alone = [node for node in nodes if node.id not in joined]
    advice = _("Add a step under “steps”, or put the grades of one ladder into one family.")
    if len(alone) == len(nodes) > 1:
        yield subject.finding(
            Code.UNREACHABLE,
            Severity.ADVICE,
            _("No step joins any of the {count} grades or roles of this framework.").format(
                count=len(nodes)
            ),
            advice,
            nodes=[node.id for node in nodes],
        )
    elif len(nodes) > 1:
        for node in alone:
            yield subject.finding(
                Code.UNREACHABLE,
                Severity.WARNING,
                _("No step leads to “{node}” or away from it.").format(node=node.title),
                advice,
                nodes=(node.id,),
            )
    yield from _broken(subject)


def _broken(subject: Subject) -> Iterator[Finding]:
    known = subject.library.nodes
    for number, step in enumerate(subject.framework.steps):
        for end in (step.source, step.target):
            if end not in known:
                message = _("The step from “{source}” to “{target}” does not reach its end.")
                yield subject.finding(
                    Code.BROKEN_STEP,
                    Severity.WARNING,
                    message.format(source=step.source, target=step.target)
                    + " "
                    + unknown(_("grade or role"), end, known),
                    _("Correct the id, or open the framework that has this grade or role."),
                    nodes=[own for own in (step.source, step.target) if own in known],
                    keys=("steps", number),
                )
