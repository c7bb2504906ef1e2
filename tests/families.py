"""A framework of several job families whose levels have no grades, for tests: a file and what it
becomes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pathways.workspace.workspace import Workspace

FAMILIES = ("Data engineer", "Test engineer")
RANKS = ("Associate {family}", "{Family}", "Senior {family}")


def written(folder: Path, families: Sequence[str] = FAMILIES, *, between: bool = False) -> Path:
    """Write a framework with three levels in each family; with a step from one to another where
    ``between``.
    """
    nodes, blocks = [], []
    for family in families:
        name = family.lower().replace(" ", "-")
        for number, rank in enumerate(RANKS, 1):
            title = rank.format(family=family.lower(), Family=family)
            nodes.append(
                f"  - {{id: {name}-{number}, title: {title}, grade: not stated, family: {family}}}"
            )
            texts = {
                "purpose": f"Works as {title} at level {number}.",
                "risk": f"Looks after risk number {number}.",
            }
            own = (
                {"people-management": f"Leads a team of {number}."}
                if family == families[-1]
                else {}
            )
            blocks += [f"  - nodes: [{name}-{number}]", "    sections:"]
            for dimension, text in {**texts, **own}.items():
                blocks.append(
                    f"      - {{dimension: {dimension}, heading: {dimension}, statements: [{text}]}}"
                )
    ends = [family.lower().replace(" ", "-") for family in (families[0], families[-1])]
    steps = (
        ["steps:", f"  - {{from: {ends[0]}-1, to: {ends[1]}-2, kind: advertised-vacancy}}"]
        if between
        else []
    )
    head = "format: 1\nid: roles\ntitle: Roles\norganisation: Example Council\nlanguage: en-GB\nwording: verbatim\n"
    path = folder / "roles.yaml"
    rest = [
        "licence: None is stated.",
        "source: {document: A page}",
        "nodes:",
        *nodes,
        "blocks:",
        *blocks,
        *steps,
    ]
    path.write_text(head + "\n".join(rest) + "\n", "utf-8")
    Workspace.open([path])  # a mistake in it is a mistake of the test
    return path
