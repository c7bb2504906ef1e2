"""The progression graph as text for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.model.step import StepKind

if TYPE_CHECKING:
    import networkx

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL_IN_MERMAID = re.compile(r"[#\"'`<>&\\;\[\](){}|]")


def to_json(graph: networkx.DiGraph) -> str:
    """Write the graph as JSON: ``nodes`` and ``edges``, each in the order of the library."""
    nodes = [
        {
            "id": node,
            **{key: values[key] for key in ("title", "grade", "framework", "organisation")},
        }
        for node, values in graph.nodes(data=True)
    ]
    edges = [
        {
            "from": source,
            "to": target,
            **{key: values[key] for key in ("kind", "indicative", "note")},
        }
        for source, target, values in graph.edges(data=True)
    ]
    return json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False, indent=2) + "\n"


def to_graphml(graph: networkx.DiGraph) -> str:
    """Write the graph as GraphML, with all that its nodes and edges have; signs that XML forbids
    are left out.
    """
    import networkx

    lawful = networkx.DiGraph()
    lawful.add_nodes_from((node, _lawful(values)) for node, values in graph.nodes(data=True))
    lawful.add_edges_from(
        (source, target, _lawful(values)) for source, target, values in graph.edges(data=True)
    )
    lines = networkx.generate_graphml(lawful)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines]) + "\n"


def to_dot(graph: networkx.DiGraph) -> str:
    """Write the graph for Graphviz: the lowest grade at the bottom, a box a framework, indicative
    steps dashed.
    """
    lines = ["digraph pathways {", "  rankdir=BT;", "  node [shape=box];"]
    for framework, nodes in _by_framework(graph):
        lines.append(f"  subgraph {_dot('cluster_' + framework)} {{")
        lines.append(f"    label={_dot(_heading(graph, nodes[0]))};")
        lines += [f"    {_dot(node)} [label={_dot(graph.nodes[node]['title'])}];" for node in nodes]
        lines.append("  }")
    for source, target, values in graph.edges(data=True):
        attributes = [f"label={_dot(label)}"] if (label := _label(values)) else []
        attributes += ["style=dashed"] if values["indicative"] else []
        end = f" [{', '.join(attributes)}];" if attributes else ";"
        lines.append(f"  {_dot(source)} -> {_dot(target)}{end}")
    return "\n".join([*lines, "}"]) + "\n"


def to_mermaid(graph: networkx.DiGraph) -> str:
    """Write the graph for Mermaid: the lowest grade at the bottom, a box a framework, indicative
    steps dotted.
    """
    names = _safe_names(graph)
    lines = ["flowchart BT"]
    for number, (_framework, nodes) in enumerate(_by_framework(graph), 1):
        lines.append(f"  subgraph framework_{number}[{_mermaid(_heading(graph, nodes[0]))}]")
        lines += [f"    {names[node]}[{_mermaid(graph.nodes[node]['title'])}]" for node in nodes]
        lines.append("  end")
    for source, target, values in graph.edges(data=True):
        arrow = "-.->" if values["indicative"] else "-->"
        label = f"|{_mermaid(label)}|" if (label := _label(values)) else ""
        lines.append(f"  {names[source]} {arrow}{label} {names[target]}")
    return "\n".join(lines) + "\n"


def _by_framework(graph: networkx.DiGraph) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for node, framework in graph.nodes(data="framework"):
        found.setdefault(framework, []).append(node)
    yield from found.items()


def _heading(graph: networkx.DiGraph, node: str) -> str:
    """Return whose box it is that a node stands in."""
    values = graph.nodes[node]
    return _("{title}, {organisation}").format(
        title=graph.graph["titles"][values["framework"]], organisation=values["organisation"]
    )


def _label(edge: dict[str, str]) -> str:
    """Return the kind of a move in words; nothing for the next grade, which the drawing says by
    itself.
    """
    kind = StepKind(edge["kind"])
    if kind is StepKind.NEXT_GRADE:
        return ""
    word = kind.word
    return _("{kind} (suggested)").format(kind=word) if edge["indicative"] else word


def _lawful(values: dict[str, object]) -> dict[str, object]:
    return {
        key: _NOT_IN_XML.sub("", value) if isinstance(value, str) else value
        for key, value in values.items()
    }


def _dot(text: str) -> str:
    """Quote for Graphviz: backslashes would begin its own escapes, a bare line break would end up
    in the label.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"\r\n|\r|\n", r"\\n", escaped).replace("\0", "") + '"'


def _mermaid(text: str) -> str:
    """Quote for Mermaid, which knows no backslash escapes: its signs become numbered entities,
    ``#34;``.
    """
    escaped = _SPECIAL_IN_MERMAID.sub(lambda found: f"#{ord(found[0])};", text)
    return '"' + re.sub(r"\r\n|\r|\n", "<br/>", escaped).replace("\0", "") + '"'


def _safe_names(graph: networkx.DiGraph) -> dict[str, str]:
    """Make names of letters, digits and underscores; the ``n_`` keeps off Mermaid's own words,
    such as ``end``.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for node in graph:
        name = wanted = "n_" + re.sub(r"[^A-Za-z0-9]", "_", node)
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted}_{number}"
        taken.add(name)
        names[node] = name
    return names
