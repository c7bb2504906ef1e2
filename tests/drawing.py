"""Libraries drawn as text, for tests: ``ladder("6-7-8 8-9")``.

A word of the drawing is a node; its id and its grade are the word itself. Signs join a node to the
next one up:

    6-7   next grade                      6=7   career grade progression
    6~7   across organisations,           6!7   advertised vacancy
          indicative                      6^7   acting-up
                                          6@7   secondment

``6-7-8 8-9`` are two chains that meet in 8; a word on its own is a node without steps. The library
has exactly the steps that are drawn: a node joins the family of the node below it where the order
of the nodes gives that step, else it begins a family of its own and the step is stated.

Every drawing is one framework; a word that an earlier drawing has used means that framework's node:
``ladder("13-14", "14~head")`` has two frameworks and an indicative step between them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from pathways.model.dimension import Dimension
from pathways.model.framework import (
    Block,
    Framework,
    Node,
    NodeKind,
    Section,
    SourceDocument,
    Wording,
)
from pathways.model.library import Library
from pathways.model.step import Step, StepKind
from pathways.store.open_files import OpenFiles

SIGNS = {
    "-": StepKind.NEXT_GRADE,
    "~": StepKind.ACROSS_ORGANISATIONS,
    "=": StepKind.CAREER_GRADED,
    "!": StepKind.ADVERTISED_VACANCY,
    "^": StepKind.ACTING_UP,
    "@": StepKind.SECONDMENT,
}

Texts = Mapping[str, Mapping[str, Sequence[str]]]  # "6" or "6 7" (shared): dimension: statements


def ladder(*drawings: str, texts: Texts | None = None) -> Library:
    """Build a library of one framework a drawing; ``texts`` says what the nodes state, ``{"6 7":
    {"risk": ["…"]}}``.
    """
    texts = texts or {}
    taken: set[str] = set()
    frameworks = []
    for number, drawing in enumerate(drawings, 1):
        frameworks.append(framework(drawing, f"framework-{number}", elsewhere=taken, texts=texts))
        taken.update(node.id for node in frameworks[-1].nodes)
    unused = {node for key in texts for node in key.split()} - taken
    assert not unused, f"texts for nodes that are not drawn: {unused}"
    dimensions = dict.fromkeys(dimension for sections in texts.values() for dimension in sections)
    return Library.merge(
        frameworks, [Dimension(id=d, title=d.replace("-", " ").capitalize()) for d in dimensions]
    )


def framework(
    drawing: str,
    framework_id: str,
    *,
    elsewhere: set[str] | None = None,
    texts: Texts | None = None,
) -> Framework:
    """Build one framework from a drawing; nodes named in ``elsewhere`` belong to others."""
    families: dict[str, str] = {}
    last: dict[str, str] = {}
    steps = []
    for below, sign, node in _drawn(drawing):
        given = False
        if node not in families and node not in (elsewhere or ()):
            family = families.get(below, f"family-{len(last) + 1}" if last else "")
            given = sign == "-" and last.get(family) == below
            if below in families and not given:
                family = f"family-{len(last) + 1}"
            families[node] = family
            last[family] = node
        if sign and not given:
            steps.append(Step(source=below, target=node, kind=SIGNS[sign], indicative=sign == "~"))
    assert families, f"no node of its own in {drawing!r}: draw its steps with another framework"
    return Framework(
        format=1,
        id=framework_id,
        title=framework_id.replace("-", " ").capitalize(),
        organisation=framework_id.replace("framework", "organisation")
        .replace("-", " ")
        .capitalize(),
        language="en-GB",
        wording=Wording.RESTATED,
        licence="Made up for a test.",
        source=SourceDocument(
            document=framework_id.replace("framework", "document").replace("-", " ").capitalize()
        ),
        nodes=tuple(_node(node, family) for node, family in families.items()),
        blocks=tuple(_blocks(texts or {}, families)),
        steps=tuple(steps),
    )


def _drawn(drawing: str) -> list[tuple[str, str, str]]:
    """Return (node below, sign, node) for each word; a chain's first node has neither of the first
    two.
    """
    found = []
    for chain in drawing.split():
        below, sign = "", ""
        for part in re.split(r"([-~=!^@])", chain):
            if part in SIGNS:
                sign = part
            else:
                found.append((below, sign, part))
                below = part
    return found


def _node(node: str, family: str) -> Node:
    is_grade = node.isdigit()
    return Node(
        id=node,
        title=f"Grade {node}" if is_grade else node.capitalize(),
        grade=node,
        kind=NodeKind.GRADE if is_grade else NodeKind.ROLE,
        family=family,
    )


def _blocks(texts: Texts, own: Mapping[str, str]) -> list[Block]:
    return [
        Block(
            nodes=tuple(key.split()),
            sections=tuple(
                Section(
                    dimension=dimension,
                    heading=dimension.replace("-", " ").capitalize(),
                    statements=tuple(statements),
                )
                for dimension, statements in sections.items()
            ),
        )
        for key, sections in texts.items()
        if key.split()[0] in own
    ]


def of_no_file(library: Library) -> OpenFiles:
    """Return a library as what a workspace has open, though it comes from no file."""
    return OpenFiles((), (), only=False, library=library)


def pairs(library: Library) -> list[tuple[str, str]]:
    """Return the two ends of every step of a library."""
    return [(step.source, step.target) for step in library.steps]


def permuted(library: Library) -> list[Library]:
    """Return the library with its frameworks in every other order (of at most four frameworks)."""
    assert len(library.frameworks) <= 4
    orders = itertools.permutations(library.frameworks)
    return [
        Library.merge(order, library.shared_dimensions)
        for order in orders
        if order != library.frameworks
    ]
