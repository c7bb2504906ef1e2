"""What a framework file can get wrong although every value has its proper form.

The checks read the plain data and pass over whatever is not of its form, so that they find their
mistakes even while others are still in the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

import msgspec

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.circles import LONGEST, circles
from pathways.model.framework import Block, Framework, statements_of_block
from pathways.model.problem import Problem, Severity
from pathways.model.step import Step
from pathways.store.plain_data import (
    Group,
    check_names,
    groups,
    ids,
    items,
    name_a_node,
    twice,
    words,
)
from pathways.store.scale_checks import check_inclusions, check_scales
from pathways.store.yaml_document import Keys, YamlDocument

_MOST_MISTAKES = 100
_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")


def check(
    document: YamlDocument, framework: Framework | None, known_dimensions: Collection[str]
) -> list[Problem]:
    """Return everything that is wrong with a framework's ids, names and steps, and warnings, in no
    special order.

    ``framework`` is what the document holds, None where its form is not right.
    """
    if not isinstance(document.data, dict):
        return []
    found = chain(
        _check_nodes(document),
        _check_dimensions(document, known_dimensions),
        _check_blocks(document, known_dimensions),
        check_scales(document),
        check_inclusions(document),
        _check_statement_ids(document, framework),
        _check_steps(document),
    )
    kept: dict[Severity, list[Problem]] = {Severity.ERROR: [], Severity.WARNING: []}
    for problem in found:
        of_its_kind = kept[problem.severity]
        if len(of_its_kind) < _MOST_MISTAKES:
            of_its_kind.append(problem)
        elif problem.severity is Severity.ERROR:
            break
    return [*kept[Severity.ERROR], *kept[Severity.WARNING]]


def _check_nodes(document: YamlDocument) -> Iterator[Problem]:
    message = _("Two grades or roles have the id “{id}”; the first is in line {line}.")
    yield from twice(document, ids(document, "nodes"), message, _("Give one of them another id."))
    served = {
        node
        for keys, block in groups(document.data, (), "blocks")
        for place, section in groups(block, keys, "sections")
        for _place, node in (
            words(section, place, "only") if section.get("only") else words(block, keys, "nodes")
        )
    }
    for keys, node in ids(document, "nodes"):
        if node not in served and not document.is_unread(keys):
            yield document.problem(
                keys,
                _("“{id}” has no text: no block serves it.").format(id=shortened(node)),
                _(
                    "Add it to “nodes” of a block, unless the document really says nothing about "
                    "it."
                ),
                severity=Severity.WARNING,
            )


def _check_dimensions(document: YamlDocument, known: Collection[str]) -> Iterator[Problem]:
    message = _("Two dimensions have the id “{id}”; the first is in line {line}.")
    yield from twice(
        document, ids(document, "dimensions"), message, _("Give one of them another id.")
    )
    for keys, group in groups(document.data, (), "dimensions"):
        own, title = group.get("id"), group.get("title")
        if isinstance(own, str) and not document.is_unread((*keys, "id")):
            yield from _check_dimension_id(document, (*keys, "id"), own, known)
        unread = document.is_unread((*keys, "title"))
        if isinstance(title, str) and not title.strip() and not unread:
            yield document.problem(
                (*keys, "title"), _("This dimension's title is empty."), _("Write a title.")
            )


def _check_dimension_id(
    document: YamlDocument, keys: Keys, own: str, known: Collection[str]
) -> Iterator[Problem]:
    if not _ID.fullmatch(own):
        yield document.problem(
            keys,
            _("A dimension's id cannot be “{id}”.").format(id=shortened(own)),
            _("It should be words in small letters and figures, joined by hyphens."),
        )
    elif own in known:
        yield document.problem(
            keys,
            _(
                "“{id}” is a dimension that all frameworks share already, with a title of its own."
            ).format(id=shortened(own)),
            _("Delete this line, or choose another id if something else is meant."),
            severity=Severity.WARNING,
        )


def _check_blocks(document: YamlDocument, known_dimensions: Collection[str]) -> Iterator[Problem]:
    nodes = dict.fromkeys(node for _keys, node in ids(document, "nodes"))
    dimensions = dict.fromkeys(
        [*known_dimensions, *(own for _keys, own in ids(document, "dimensions"))]
    )
    for keys, block in groups(document.data, (), "blocks"):
        yield from check_names(
            document, words(block, keys, "nodes"), nodes, _("grade or role"), name_a_node()
        )
        if block.get("sections") == []:
            yield document.problem(
                (*keys, "sections"),
                _("This block has no sections."),
                _("Add one, or delete the block."),
            )
        in_block = {node for _keys, node in words(block, keys, "nodes")}
        for place, section in groups(block, keys, "sections"):
            yield from _check_section(document, place, section, dimensions)
            yield from _check_only(document, place, section, nodes, in_block)


def _check_section(
    document: YamlDocument, keys: Keys, section: Group, dimensions: Collection[str]
) -> Iterator[Problem]:
    advice = _("Use a dimension that is known, or add this one to the file under “dimensions:”.")
    dimension = section.get("dimension")
    if isinstance(dimension, str) and dimension not in dimensions:
        one = iter([((*keys, "dimension"), dimension)])
        yield from check_names(document, one, dimensions, _("dimension"), advice)
    empty = section.get("statements") == []
    if empty and not section.get("level") and not section.get("includes"):
        yield document.problem(
            (*keys, "statements"),
            _("This section has no statements."),
            _("Add one, or delete the section: what a document does not state is simply left out."),
        )
    for place, statement in groups(section, keys, "statements"):
        if statement.get("also"):
            also = words(statement, place, "also")
            yield from check_names(document, also, dimensions, _("dimension"), advice)


def _check_only(
    document: YamlDocument,
    keys: Keys,
    section: Group,
    nodes: Collection[str],
    in_block: Collection[str],
) -> Iterator[Problem]:
    if not section.get("only"):
        return
    yield from check_names(
        document, words(section, keys, "only"), nodes, _("grade or role"), name_a_node()
    )
    for place, node in words(section, keys, "only"):
        if node in nodes and node not in in_block:
            yield document.problem(
                place,
                _("“{node}” is not among the grades and roles of this block.").format(
                    node=shortened(node)
                ),
                _(
                    "“only” names some of the block’s own grades and roles: put the section in "
                    "another block."
                ),
            )


def _check_statement_ids(document: YamlDocument, framework: Framework | None) -> Iterator[Problem]:
    if framework:
        found = framework.statements
        if len({one.id for one in found}) == len(found):
            return
    message = _("Two statements have the id “{id}”; the first is in line {line}.")
    advice = _(
        "Give the section or the statement an “id” of its own, or put both sections in one block."
    )
    yield from twice(document, _statement_ids(document, framework), message, advice)


def _statement_ids(
    document: YamlDocument, framework: Framework | None
) -> Iterator[tuple[Keys, str]]:
    """Yield the id of every statement, given or computed, in those blocks that have the form of
    one.
    """
    blocks = groups(document.data, (), "blocks")
    if framework:
        places = (place for keys, group in blocks for place in _statements(keys, group))
        yield from zip(places, (one.id for one in framework.statements), strict=True)
        return
    for keys, group in blocks:
        block = _block(group)
        if block:
            own = (statement.id for statement in statements_of_block(block, ""))
            yield from zip(_statements(keys, group), own, strict=True)


def _statements(keys: Keys, block: Group) -> Iterator[Keys]:
    """Yield the keys that lead to the statements of a block."""
    for at, section in groups(block, keys, "sections"):
        yield from (place for place, _item in items(section, at, "statements"))


def _block(group: Group) -> Block | None:
    try:
        return msgspec.convert(group, Block, strict=False)
    except msgspec.ValidationError:
        return None


def _check_steps(document: YamlDocument) -> Iterator[Problem]:
    nodes = {node for _keys, node in ids(document, "nodes")}
    stated: dict[tuple[str, str], Keys] = {}
    for keys, step in groups(document.data, (), "steps"):
        source, target = step.get("from"), step.get("to")
        if not isinstance(source, str) or not isinstance(target, str):
            continue
        if document.is_unread((*keys, "from")) or document.is_unread((*keys, "to")):
            continue
        if source == target:
            yield document.problem(
                keys,
                _("This step leads from “{node}” to itself.").format(node=shortened(source)),
                _("Change one of its ends, or delete it."),
            )
        elif source not in nodes and target not in nodes:
            yield document.problem(
                keys,
                _("Neither “{source}” nor “{target}” is a grade or role of this file.").format(
                    source=shortened(source), target=shortened(target)
                ),
                _("A step begins or ends at a grade or role of its own file: check both ids."),
            )
        else:
            stated.setdefault((source, target), keys)
    yield from _check_circles(document, stated)


def _check_circles(
    document: YamlDocument, stated: dict[tuple[str, str], Keys]
) -> Iterator[Problem]:
    for circle in circles(
        Step(source=source, target=target) for source, target in [*_ordered(document), *stated]
    ):
        ends = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        keys = next(stated[end] for end in reversed(ends) if end in stated)
        named = circle if len(circle) <= LONGEST else (*circle[: LONGEST - 2], "…", circle[-1])
        yield document.problem(
            keys,
            _("{nodes}: these steps go round in a circle.").format(
                nodes=" → ".join(map(shortened, [*named, circle[0]]))
            ),
            _("Delete one of them under “steps”, or put the grades in another order."),
        )


def _ordered(document: YamlDocument) -> Iterator[tuple[str, str]]:
    """Yield the steps that the order of the nodes gives."""
    last: dict[object, str] = {}
    seen: set[str] = set()
    for _keys, node in groups(document.data, (), "nodes"):
        name, family = node.get("id"), node.get("family", "")
        if isinstance(name, str) and isinstance(family, str) and name not in seen:
            seen.add(name)
            if family in last:
                yield last[family], name
            last[family] = name
