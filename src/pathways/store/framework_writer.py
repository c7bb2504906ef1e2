"""A framework as its file: YAML that people like to read and mend, and that is read back as the
very same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Entry, Framework, Node, NodeKind, Section, Silenced
from pathways.model.scale import ProficiencyScale, ScaleLevel
from pathways.model.step import Step, StepKind
from pathways.store.yaml_words import flow, flow_list, quoted_where_needed

SCHEMA_LINE = "# yaml-language-server: $schema=framework.schema.json"


def framework_yaml(framework: Framework, comment: str = "") -> str:
    """Return the text of a framework's file, one statement a line however long, with ``comment``
    above it.
    """
    lines = [SCHEMA_LINE]
    lines.extend(
        f"# {line}".rstrip() for line in re.split(r"[\r\n\x85\u2028\u2029]+", comment) if comment
    )
    lines.extend(_head(framework))
    lines.append("nodes:")
    for node in framework.nodes:
        lines.extend(_node(node))
    lines.extend(_steps(framework.steps))
    lines.extend(_dimensions(framework.dimensions))
    lines.extend(_scales(framework.scales))
    if framework.introduction:
        lines.append("introduction:")
        for passage in framework.introduction:
            lines.append(f"  - heading: {quoted_where_needed(passage.heading)}")
            lines.extend(_list("statements", passage.statements, "    "))
    lines.append("blocks:" if framework.blocks else "blocks: []")
    for block in framework.blocks:
        lines.extend(_block(block))
    lines.extend(_silenced(framework.silenced))
    return "\n".join(lines) + "\n"


def _head(framework: Framework) -> Iterator[str]:
    yield f"format: {framework.format}"
    yield f"id: {quoted_where_needed(framework.id)}"
    yield f"title: {quoted_where_needed(framework.title)}"
    yield f"organisation: {quoted_where_needed(framework.organisation)}"
    yield f"language: {quoted_where_needed(framework.language)}"
    yield f"wording: {framework.wording.value}"
    yield f"licence: {quoted_where_needed(framework.licence)}"
    yield "source:"
    yield f"  document: {quoted_where_needed(framework.source.document)}"
    if framework.source.reference:
        yield f"  reference: {quoted_where_needed(framework.source.reference)}"


def _node(node: Node) -> Iterator[str]:
    pairs = [("id", node.id), ("title", node.title), ("grade", node.grade)]
    if node.kind is not NodeKind.GRADE:
        pairs.append(("kind", node.kind.value))
    pairs.extend(
        (key, value) for key, value in (("family", node.family), ("code", node.code)) if value
    )
    if not node.facts:
        plain = {"includes": flow_list(node.includes)} if node.includes else {}
        yield f"  - {flow(pairs, plain)}"
        return
    for number, (key, value) in enumerate(pairs):
        yield f"  {'- ' if not number else '  '}{key}: {quoted_where_needed(value)}"
    if node.includes:
        yield f"    includes: {flow_list(node.includes)}"
    yield from _list("facts", node.facts, "    ")


def _steps(steps: Sequence[Step]) -> Iterator[str]:
    if steps:
        yield "steps:"
    for step in steps:
        pairs = [("from", step.source), ("to", step.target)]
        if step.kind is not StepKind.NEXT_GRADE:
            pairs.append(("kind", step.kind.value))
        plain = {"indicative": "true"} if step.indicative else {}
        yield f"  - {flow(pairs, plain, [('note', step.note)] if step.note else [])}"


def _dimensions(dimensions: Sequence[Dimension]) -> Iterator[str]:
    if dimensions:
        yield "dimensions:"
    for dimension in dimensions:
        pairs = [("id", dimension.id), ("title", dimension.title)]
        plain = {"plural": "true"} if dimension.plural else {}
        if dimension.names:
            plain["names"] = flow_list(dimension.names)
        yield f"  - {flow(pairs, plain)}"


def _scales(scales: Sequence[ProficiencyScale]) -> Iterator[str]:
    if scales:
        yield "scales:"
    for scale in scales:
        yield f"  - id: {quoted_where_needed(scale.id)}"
        if scale.title:
            yield f"    title: {quoted_where_needed(scale.title)}"
        yield "    levels:"
        for level in scale.levels:
            if isinstance(level, ScaleLevel):
                pairs = [("name", level.name)]
                pairs.extend([("definition", level.definition)] if level.definition else [])
                yield f"      - {flow(pairs)}"
            else:
                yield f"      - {quoted_where_needed(level)}"


def _silenced(silenced: Sequence[Silenced]) -> Iterator[str]:
    if silenced:
        yield "silenced:"
    for one in silenced:
        limits = (("node", one.node), ("statement", one.statement), ("dimension", one.dimension))
        pairs = [
            ("code", one.code),
            *((key, value) for key, value in limits if value),
            ("reason", one.reason),
        ]
        yield f"  - {flow(pairs)}"


def _block(block: Block) -> Iterator[str]:
    yield f"  - nodes: {flow_list(block.nodes)}"
    for key, value in (("id", block.id), ("label", block.label), ("code", block.code)):
        if value:
            yield f"    {key}: {quoted_where_needed(value)}"
    yield "    sections:" if block.sections else "    sections: []"
    for section in block.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield f"      - dimension: {quoted_where_needed(section.dimension)}"
    for key, value in (
        ("id", section.id),
        ("heading", section.heading),
        ("label", section.label),
        ("level", section.level),
        ("scale", section.scale),
    ):
        if value:
            yield f"        {key}: {quoted_where_needed(value)}"
    if section.only:
        yield f"        only: {flow_list(section.only)}"
    if section.definition:
        yield "        definition: true"
    if section.includes:
        yield f"        includes: {flow_list(section.includes)}"
    yield from _list("statements", section.statements, "        ")


def _list(key: str, items: Sequence[str | Entry], indent: str) -> Iterator[str]:
    if not items:
        yield f"{indent}{key}: []"
        return
    yield f"{indent}{key}:"
    for item in items:
        text = _entry(item) if isinstance(item, Entry) else quoted_where_needed(item)
        yield f"{indent}  - {text}"


def _entry(entry: Entry) -> str:
    pairs = [("text", entry.text)]
    if entry.id:
        pairs.append(("id", entry.id))
    plain = {"also": flow_list(entry.also)} if entry.also else {}
    if entry.depth != 1:
        plain["depth"] = str(entry.depth)
    return flow(pairs, plain)
