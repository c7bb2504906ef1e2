"""Dimensions that a ladder leaves out in places."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject
from pathways.i18n import _
from pathways.model.framework import Node
from pathways.model.problem import Severity

_MOST = 2 / 3  # share of a ladder's grades that state a dimension, from which on a gap in it is worth a remark
_FEWEST = 3  # grades of a ladder in which "most" means anything


def check_dimensions(subject: Subject) -> Iterator[Finding]:
    """Find grades without text, gaps in a dimension that most grades state, and dimensions that are only defined."""
    for node in subject.framework.nodes:
        if not subject.framework.statements_of(node.id):
            yield subject.finding(
                Code.NO_TEXT,
                Severity.WARNING,
                _("{node} has no text.").format(node=node.title),
                _("Add its text, or take the node out of the framework."),
                nodes=(node.id,),
            )
    for ladder in subject.ladders:
        yield from _gaps(subject, [node for node in ladder if subject.framework.statements_of(node.id)])
    yield from _only_defined(subject)


def expected(subject: Subject, ladder: list[Node]) -> dict[str, list[bool]]:
    """Return the dimensions that most grades of a ladder state, each with whether each grade does."""
    if len(ladder) < _FEWEST:
        return {}
    dimensions = dict.fromkeys(d for node in ladder for d in subject.own_dimensions(node.id))
    found = {}
    for dimension in dimensions:
        stated = [bool(subject.asked_of(node.id, dimension)) for node in ladder]
        with_section = sum(dimension in subject.own_dimensions(node.id) for node in ladder)
        if with_section >= _MOST * len(ladder):
            found[dimension] = stated
    return found


def _gaps(subject: Subject, ladder: list[Node]) -> Iterator[Finding]:
    for dimension, stated in expected(subject, ladder).items():
        for place, node in enumerate(ladder):
            if not stated[place]:
                between = any(stated[:place]) and any(stated[place:])
                yield _gap(subject, node, dimension, sum(stated), len(ladder), between=between)


def _gap(subject: Subject, node: Node, dimension: str, count: int, size: int, *, between: bool) -> Finding:
    title = subject.dimension_title(dimension)
    message = _("{node} says nothing on {dimension}; {count} of {size} grades on this ladder do.")
    if between:
        message = _("{node} says nothing on {dimension}, although grades below and above it do.")
    return subject.finding(
        Code.MISSING_DIMENSION,
        Severity.WARNING if between else Severity.ADVICE,
        message.format(node=node.title, dimension=inside(title), count=count, size=size),
        _("Add what is asked for. If nothing is, let the document say so, so that nobody takes it for an oversight."),
        nodes=(node.id,),
        dimension=dimension,
    )


def _only_defined(subject: Subject) -> Iterator[Finding]:
    statements = subject.framework.statements
    asked = {d for s in statements if not s.definition for d in s.dimensions}
    defined = dict.fromkeys(s.dimensions[0] for s in statements if s.definition)
    for dimension in defined:
        if dimension not in asked:
            definitions = [s for s in statements if s.definition and s.dimensions[0] == dimension]
            yield subject.finding(
                Code.ONLY_DEFINED,
                Severity.ADVICE,
                _("The document says what “{dimension}” is, but not what any level asks for in it.").format(
                    dimension=definitions[0].heading
                ),
                _("Describe it level by level, or say that it is the same at every level."),
                statements=definitions,
            )


def inside(title: str) -> str:
    """Return a dimension's title as it stands inside a sentence."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
