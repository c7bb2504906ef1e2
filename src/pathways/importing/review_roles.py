"""Corrections of the grades and roles as a whole: which are one, in which family and in what
order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.review import Review, changed
from pathways.model.mapping import MergedRoles, TaughtFamily

Arrangement = Sequence[tuple[str, Sequence[str]]]
"""Families by name with the ids of their grades and roles, the lowest first."""


def set_order(review: Review, order: Sequence[str]) -> Review:
    """Put the grades or roles (ids, grades or titles) in order, the lowest first."""
    return changed(review, order=_names(review, order))


def arrange(review: Review, wanted: Arrangement) -> Review:
    """Put the grades and roles into families, and these and them in order, the lowest first."""
    order = [node for _family, nodes in wanted for node in nodes]
    after = set_order(review, order)
    now = {node.id: node.family for node in review.result().framework.nodes}
    for family, nodes in wanted:
        moved = [node for node in nodes if now.get(node) != family.strip()]
        after = set_family(after, moved, family, called=review)
    return after


def set_family(
    review: Review, nodes: Sequence[str], family: str, *, called: Review | None = None
) -> Review:
    """Put some grades or roles (by id) into a family; "" for none."""
    if not nodes:
        return review
    names = _names(called or review, nodes)
    kept: dict[str, list[str]] = {}
    for rule in review.mapping.families:
        kept.setdefault(rule.family, []).extend(n for n in rule.names if n not in names)
    kept.setdefault(family.strip(), []).extend(names)
    rules = [TaughtFamily(family=f, names=tuple(n)) for f, n in kept.items() if n]
    return changed(review, families=tuple(rules))


def merge_roles(review: Review, nodes: Sequence[str]) -> Review:
    """Make one of some grades or roles (by id): the first is what it is called; raise UsageError
    where there are not two.
    """
    names = _names(review, dict.fromkeys(nodes))
    if len(names) < 2:
        raise UsageError(_("Choose two grades or roles that are one."))
    rule = MergedRoles(names=names)
    return changed(review, merged=(*review.mapping.merged, rule))


def _names(review: Review, nodes: Iterable[str]) -> tuple[str, ...]:
    """Return the names by which corrections mean the nodes; what is no id is a name already."""
    called = dict(review.result().called)
    return tuple(called.get(node, node) for node in nodes)
