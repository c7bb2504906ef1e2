"""What the map says about a node, in its box and aloud."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.i18n import _, in_words
from pathways.model.framework import Node
from pathways.model.library import Library


def second_line(library: Library, node: Node) -> str:
    """Return what stands under a node's title: what it is for, else its grade; "" where the title says it all."""
    return purpose_of(library, node.id) or ("" if node.grade in node.title else node.grade)


def heading_of(library: Library, framework_id: str, *, single: bool) -> tuple[str, str]:
    """Return a lane's title and the line under it; the box of a ``single`` lane says the title by itself."""
    framework = library.framework(framework_id)
    if not single:
        return framework.title, framework.organisation
    node = framework.nodes[0]
    grade = "" if node.grade in node.title else node.grade
    return "", " · ".join(part for part in (grade, framework.organisation) if part)


def single_lines(library: Library) -> list[str]:
    """Return the lines that go with the boxes of frameworks that have one box only."""
    alone = (framework.id for framework in library.frameworks if len(framework.nodes) == 1)
    return [heading_of(library, framework_id, single=True)[1] for framework_id in alone]


def purpose_of(library: Library, node_id: str) -> str:
    """Return the first statement on what a node is for; "" where its document has none."""
    statements = library.statements_of(node_id, "purpose")
    return next((statement.text for statement in statements if not statement.definition), "")


def leads_to(library: Library, node_id: str) -> str:
    """Return where a node's steps lead, in words; those that no document states are marked."""
    titles = []
    for step in library.steps:
        if step.source == node_id:
            title = library.nodes[step.target].title
            titles.append(_("{title} (indicative)").format(title=title) if step.indicative else title)
    return in_words(titles)


def spoken_node(library: Library, node_id: str, chosen: Sequence[str]) -> str:
    """Say a node, where it belongs, its state and where it leads, in one sentence for a screen reader."""
    node, framework = library.node(node_id), library.framework_of(node_id)
    parts = [node.title]
    if node.grade not in node.title:
        parts.append(node.grade)
    if framework.title != node.title:
        parts.append(framework.title)
    parts.append(framework.organisation)
    if node_id in chosen:
        parts.append(_("chosen, number {number}").format(number=list(chosen).index(node_id) + 1))
    if leads := leads_to(library, node_id):
        parts.append(_("leads to {names}").format(names=leads))
    return ", ".join(parts)
