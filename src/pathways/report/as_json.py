"""What the commands say as JSON; ``docs/json.md`` documents the shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pathways.checking.check import Checked
from pathways.checking.finding import Finding
from pathways.compare.change import (
    Change,
    Comparison,
    DimensionChange,
    Ladder,
    LevelChange,
    StepChange,
)
from pathways.compare.story import DimensionStory, Story
from pathways.compare.story_sentences import story_sentence
from pathways.graph.routes import Route
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.library import Library
from pathways.model.scale import ProficiencyScale
from pathways.model.statement import Statement
from pathways.report.json_shape import Shape, picked


def as_text(shape: Shape) -> str:
    """Return the JSON text of a shape, indented, ending in a line break."""
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def nodes_shape(library: Library) -> Shape:
    """Return all nodes in the order of their frameworks."""
    return {"nodes": [_node(node, library) for node in library.nodes.values()]}


def show_shape(library: Library, node_id: str) -> Shape:
    """Return one node at length: its dimensions in the order of display, those only that its
    document states.
    """
    node = library.node(node_id)
    return {
        "node": {
            **_node(node, library),
            "kind": node.kind.value,
            "code": node.code,
            "facts": list(node.facts),
        },
        "dimensions": [
            _dimension(dimension, library, node_id)
            for dimension in library.dimensions_of([node_id])
        ],
        "not_stated": [
            dimension.id
            for dimension in library.dimensions.values()
            if not library.states(node_id, dimension.id)
        ],
        "scales": [
            _scale(scale)
            for scale in library.framework_of(node_id).scales
            if scale in {level.scale for level in library.levels_of(node_id).values()}
        ],
    }


def compare_shape(comparison: Comparison, library: Library) -> Shape:
    """Return a comparison: one step for each neighbouring pair of its nodes."""
    return {
        "nodes": [_node(node, library) for node in comparison.nodes],
        "steps": [_step(step) for step in comparison.steps],
        "restated": list(comparison.restated),
    }


def ladder_shape(ladder: Ladder) -> Shape:
    """Return every step of a framework: for each dimension its verdict, whether it is shared, and
    counts.
    """
    return {
        "framework": ladder.framework,
        **({"family": ladder.family} if ladder.family else {}),
        "steps": [
            {
                "from": step.before.id,
                "to": step.after.id,
                "dimensions": {
                    change.dimension.id: {
                        "verdict": change.verdict.value,
                        "shared": change.shared,
                        "counts": {
                            verdict.value: count for verdict, count in change.counts.items()
                        },
                        **_overruled(change.overruled_count > 0),
                    }
                    for change in step.dimensions
                },
                "size": step.size,
            }
            for step in ladder.steps
        ],
        "remark": ladder.remark,
    }


def route_shape(routes: Iterable[Route], story: Story | None = None) -> Shape:
    """Return routes, the best first; [] where there is none; with the ``story`` of a route that
    stands alone.
    """
    found: Shape = {
        "routes": [
            {
                "nodes": list(route.nodes),
                "steps": [
                    {
                        "from": step.source,
                        "to": step.target,
                        "kind": step.kind.value,
                        "indicative": step.indicative,
                    }
                    for step in route.steps
                ],
            }
            for route in routes
        ]
    }
    if story is not None:
        found["story"] = [_dimension_story(dimension, story) for dimension in story.dimensions]
    return found


def no_route_shape(nearest: Iterable[Route]) -> Shape:
    """Return that there is no route, and those that there are instead."""
    return {
        "routes": [],
        "nearest": [
            {"from": route.nodes[0], "to": route.nodes[-1], "steps": len(route.steps)}
            for route in nearest
        ],
    }


def _dimension_story(dimension: DimensionStory, story: Story) -> Shape:
    return {
        "id": dimension.dimension.id,
        "title": dimension.dimension.title,
        "sentence": story_sentence(dimension, story.nodes),
        "not_stated": [node.id for node in dimension.silent],
        "levels": [level.value if level else None for level in dimension.levels],
        "threads": [
            {
                "statements": [
                    {"node": node.id, "id": cell.id}
                    for node, cell in zip(story.nodes, thread.cells, strict=True)
                    if cell
                ],
                "text": thread.told.text,
                "events": [
                    {
                        "at": story.nodes[event.place].id,
                        "verdict": event.verdict.value,
                        "why": event.why,
                        "again": event.again,
                        **_overruled(event.overruled),
                    }
                    for event in thread.events
                ],
            }
            for thread in dimension.threads
        ],
    }


def findings_shape(checked: Checked) -> Shape:
    """Return what was found, in order, and how much more the files silence."""
    return {
        "findings": [_finding(finding) for finding in checked.findings],
        "silenced": len(checked.silenced),
    }


def _finding(finding: Finding) -> Shape:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "framework": finding.framework,
        "nodes": list(finding.nodes),
        "statements": list(finding.statements),
        "dimension": finding.dimension or None,
        "source": finding.source or None,
        "file": str(finding.file) if finding.file else None,
        "line": finding.line or None,
        "column": finding.column or None,
    }


def _node(node: Node, library: Library) -> Shape:
    framework = library.framework_of(node.id)
    return {
        "id": node.id,
        "title": node.title,
        "grade": node.grade,
        "framework": framework.id,
        "organisation": framework.organisation,
    }


def _dimension(dimension: Dimension, library: Library, node_id: str) -> Shape:
    statements = library.demands_of(node_id, dimension.id)
    shared = dict.fromkeys(other for s in statements for other in s.nodes if other != node_id)
    level = library.level_of(node_id, dimension.id)
    return {
        "id": dimension.id,
        "title": dimension.title,
        "heading": "; ".join(dict.fromkeys(s.heading for s in statements)) or dimension.title,
        "level": {"value": level.value, "scale": level.scale.id} if level else None,
        "includes": list(library.framework_of(node_id).included_in(node_id, dimension.id)),
        "shared_with": list(shared),
        "statements": [
            {
                **_statement(s),
                "label": s.label,
                "shared_with": [other for other in s.nodes if other != node_id],
                "definition": s.definition,
                "explains_level": bool(s.level),
            }
            for s in statements
        ],
    }


def _scale(scale: ProficiencyScale) -> Shape:
    return {
        "id": scale.id,
        "title": scale.title,
        "levels": [{"name": name, "definition": scale.definition_of(name)} for name in scale.names],
    }


def _statement(statement: Statement) -> Shape:
    source = picked(statement.source, "document", "block", "section", "number")
    return {"id": statement.id, "text": statement.text, "source": source}


def _step(step: StepChange) -> Shape:
    return {
        "from": step.before.id,
        "to": step.after.id,
        "first": [
            {
                "id": thing.statement.id,
                "text": thing.statement.text,
                "dimension": thing.dimension.id,
                "verdict": thing.change.verdict.value,
            }
            for thing in step.first
        ],
        "dimensions": [_dimension_change(change) for change in step.dimensions],
        "size": step.size,
    }


def _dimension_change(change: DimensionChange) -> Shape:
    return {
        "id": change.dimension.id,
        "title": change.dimension.title,
        "verdict": change.verdict.value,
        "shared": change.shared,
        "sentence": change.sentence,
        "level": _level_change(change.level) if change.level else None,
        "level_texts": _level_texts(change.level) if change.level else None,
        "changes": [_change(one) for one in change.changes],
        **_overruled(change.overruled_count > 0),
    }


def _level_change(level: LevelChange) -> Shape:
    return {
        "before": level.before.value if level.before else None,
        "after": level.after.value if level.after else None,
    }


def _level_texts(level: LevelChange) -> Shape:
    return {
        "before": [_statement(s) for s in level.explained_before],
        "after": [_statement(s) for s in level.explained_after],
    }


def _change(change: Change) -> Shape:
    words = change.words or (
        (("equal", change.after.text),) if change.before and change.after else ()
    )
    return {
        "verdict": change.verdict.value,
        "before": _statement(change.before) if change.before else None,
        "after": _statement(change.after) if change.after else None,
        "why": change.why,
        "words": [list(run) for run in words or _alone(change)],
        "shared": change.shared,
        **_overruled(change.overruled),
        **(
            {"own": {"verdict": change.own.verdict.value, "why": change.own.why}}
            if change.own
            else {}
        ),
    }


def _overruled(by_a_person: bool) -> Shape:
    return {"overruled": True} if by_a_person else {}


def _alone(change: Change) -> tuple[tuple[str, str], ...]:
    if change.after:
        return (("insert", change.after.text),)
    return (("delete", change.before.text),) if change.before else ()
