"""Statements that a new version of a document left as they were keep their ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from pathways.importing.imported import Imported
from pathways.model.framework import (
    Block,
    Entry,
    Framework,
    Node,
    Section,
    statements_of_block,
    with_node_ids,
)
from pathways.model.statement import Statement

replace = msgspec.structs.replace


def keep_ids(imported: Imported, earlier: Framework) -> Imported:
    """Give what was imported the ids that it had in an earlier import, where its text has not
    changed.

    Nodes keep their ids where grade and title are the same. A statement keeps its id where the same
    text serves the same nodes in the same dimension, else where it serves some of them. The rest
    get ids that were never used before, so that no plan or note that names a retired statement ever
    comes to mean another one.
    """
    named = _with_node_ids(imported.framework, earlier)
    new_ids = _new_ids(named, earlier)
    blocks, at = [], 0
    for block in named.blocks:
        count = sum(len(section.statements) for section in block.sections)
        blocks.append(_with_ids(block, new_ids[at : at + count]))
        at += count
    framework = replace(named, blocks=tuple(blocks))
    return replace(imported, framework=framework, decisions=_renamed(imported, framework))


def _renamed(imported: Imported, framework: Framework) -> tuple:  # type: ignore[type-arg]
    statements = dict(
        zip((old.id for old in imported.framework.statements), framework.statements, strict=True)
    )
    nodes = dict(
        zip(
            (old.id for old in imported.framework.nodes),
            (new.id for new in framework.nodes),
            strict=True,
        )
    )
    return tuple(
        replace(
            decision,
            statement=statements[decision.statement].id if decision.statement else "",
            nodes=tuple(nodes[node] for node in decision.nodes),
        )
        for decision in imported.decisions
    )


def _with_node_ids(framework: Framework, earlier: Framework) -> Framework:
    known: dict[tuple[str, str, str], str] = {}
    for node in earlier.nodes:
        known.setdefault(_who(node), node.id)
    same = {node.id for node in framework.nodes} & {node.id for node in earlier.nodes}
    names: dict[str, str] = {}
    for node in framework.nodes:
        wanted = known.get(_who(node), node.id)
        names[node.id] = (
            node.id if node.id in same or wanted in same or wanted in names.values() else wanted
        )

    return replace(with_node_ids(framework, names), id=earlier.id)


def _who(node: Node) -> tuple[str, str, str]:
    return node.family, node.grade, node.title


def _new_ids(framework: Framework, earlier: Framework) -> list[str]:
    """Return an id for each statement, in order."""
    statements = framework.statements
    found: dict[int, str] = {}
    left = list(earlier.statements)
    for fits in (_of_the_same_nodes, _of_some_same_node):
        by_text: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for old in left:
            by_text[old.text, old.dimensions[0]].append(old)
        for place, new in enumerate(statements):
            if place in found:
                continue
            among = by_text[new.text, new.dimensions[0]]
            match = next((old for old in among if old.id == new.id and fits(new, old)), None)
            match = match or next((old for old in among if fits(new, old)), None)
            if match:
                found[place] = match.id
                among.remove(match)
        kept = set(found.values())
        left = [old for old in left if old.id not in kept]
    used = {statement.id for statement in earlier.statements}
    return [
        found[place] if place in found else _fresh(new.id, used)
        for place, new in enumerate(statements)
    ]


def _fresh(wanted: str, used: set[str]) -> str:
    """Return the wanted id, or one with the next number that was never used; note it as used."""
    stem, _dot, number = wanted.rpartition(".")
    count = int(number)
    while f"{stem}.{count}" in used:
        count += 1
    used.add(f"{stem}.{count}")
    return f"{stem}.{count}"


def _with_ids(block: Block, wanted: Sequence[str]) -> Block:
    """Write ids into a block where those that are computed would be others."""
    computed = [statement.id for statement in statements_of_block(block, "")]
    sections: list[Section] = []
    at = 0
    for section in block.sections:
        entries: list[str | Entry] = []
        for written in section.statements:
            if computed[at] == wanted[at]:
                entries.append(written)
            else:
                entry = written if isinstance(written, Entry) else Entry(text=written)
                entries.append(replace(entry, id=wanted[at]))
            at += 1
        sections.append(replace(section, statements=tuple(entries)))
    return replace(block, sections=tuple(sections))


def _of_the_same_nodes(new: Statement, old: Statement) -> bool:
    return set(new.nodes) == set(old.nodes)


def _of_some_same_node(new: Statement, old: Statement) -> bool:
    return bool(set(new.nodes) & set(old.nodes))
