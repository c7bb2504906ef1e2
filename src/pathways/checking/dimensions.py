"""Dimensions that a ladder leaves out in places."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject
from pathways.i18n import _
from pathways.model.framework import Node
from pathways.model.problem import Severity

_MOST = (
    2 / 3
)  # share of a ladder's grades that state a dimension, from which on a gap in it is worth a remark
_FEWEST = 3  # grades of a ladder in which "most" means anything


def check_dimensions(subject: Subject) -> Iterator[Finding]:
    """Find grades without text, gaps in a dimension that most grades state, and dimensions that
    are only defined.
    """
    for node in subject.framework.nodes:
        if not subject.says_something(node.id):
            yield subject.finding(
                Code.NO_TEXT,
                Severity.WARNING,
                _("{node} has no text.").format(node=node.title),
                _("Add its text, or take it out of the framework."),
                nodes=(node.id,),
            )
    for ladder in subject.ladders:
        yield from _gaps(subject, [node for node in ladder if subject.says_something(node.id)])
    yield from _only_defined(subject)


def expected(subject: Subject, ladder: list[Node]) -> dict[str, list[bool]]:
    """Return the dimensions that most grades of a ladder state, each with whether each grade
    does.
    """
    if len(ladder) < _FEWEST:
        return {}
    dimensions = dict.fromkeys(d for node in ladder for d in subject.own_dimensions(node.id))
    found = {}
    for dimension in dimensions:
        stated = [subject.says_something(node.id, dimension) for node in ladder]
        with_section = sum(dimension in subject.own_dimensions(node.id) for node in ladder)
        if with_section >= _MOST * len(ladder):
            found[dimension] = stated
    return found


def _gaps(subject: Subject, ladder: list[Node]) -> Iterator[Finding]:
    stated = expected(subject, ladder)
    for place, node in enumerate(ladder):
        missing = [dimension for dimension, by in stated.items() if not by[place]]
        inner = [d for d in missing if any(stated[d][:place]) and any(stated[d][place:])]
        outer = [d for d in missing if d not in inner]
        if inner:
            message = _(
                "{node} says nothing on {dimensions}, although grades below and above it do."
            )
            yield _gap(subject, node, inner, message, Severity.WARNING)
        if outer:
            message = _(
                "{node} says nothing on {dimensions}, although most grades on this ladder do."
            )
            yield _gap(subject, node, outer, message, Severity.ADVICE)


def _gap(
    subject: Subject, node: Node, dimensions: list[str], message: str, severity: Severity
) -> Finding:
    return subject.finding(
        Code.MISSING_DIMENSION,
        severity,
        message.format(node=node.title, dimensions=subject.dimensions_named(dimensions)),
        _(
            "Add what is asked for. If nothing is, say so in the document, so that it does not "
            "look like an oversight."
        ),
        nodes=(node.id,),
        dimension=dimensions[0] if len(dimensions) == 1 else "",
    )


def _only_defined(subject: Subject) -> Iterator[Finding]:
    statements = subject.framework.statements
    asked = {d for s in statements if not s.definition for d in s.dimensions}
    asked.update(d for levels in subject.framework.levels.values() for d in levels)
    defined = dict.fromkeys(s.dimensions[0] for s in statements if s.definition)
    for dimension in defined:
        if dimension not in asked:
            definitions = [s for s in statements if s.definition and s.dimensions[0] == dimension]
            yield subject.finding(
                Code.ONLY_DEFINED,
                Severity.ADVICE,
                _("The document says what “{dimension}” is, but not what each level needs.").format(
                    dimension=definitions[0].heading
                ),
                _("Describe it level by level, or say that it is the same at every level."),
                statements=definitions,
            )
