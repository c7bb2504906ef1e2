"""A framework as its file has it: nodes, and blocks of sections of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import Annotated

import msgspec

from pathways.i18n import _, mark, term
from pathways.model.carried import (
    WHOLE,
    Included,
    Said,
    in_all,
    included,
    levels_by_node,
    stated_inclusions,
)
from pathways.model.dimension import Dimension
from pathways.model.part import Part
from pathways.model.scale import Level, ProficiencyScale
from pathways.model.statement import Source, Statement
from pathways.model.step import Step

Id = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*(?!\n)$", description="lower-case words and hyphens"
    ),
]
Text = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
Language = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?(?!\n)$", description="a code such as en-GB")
]


class Wording(str, Enum):
    """Whether a framework's text is the document's own, to the letter."""

    RESTATED = "restated"
    VERBATIM = "verbatim"


class NodeKind(str, Enum):
    """What a node is called in its organisation."""

    GRADE = "grade"
    LEVEL = "level"
    ROLE = "role"


class Node(Part, frozen=True, kw_only=True):
    """A grade, a level or a role: somewhere a person can be.

    ``includes`` are the nodes all of whose text holds for this one too.
    """

    id: Id
    title: Text
    grade: Text
    kind: NodeKind = NodeKind.GRADE
    family: str = ""
    code: str = ""
    facts: tuple[Text, ...] = ()
    includes: tuple[Id, ...] = ()


class Entry(Part, frozen=True, kw_only=True):
    """A statement that needs more said about it than its text."""

    text: Text
    id: Id | None = None
    also: tuple[Id, ...] = ()
    depth: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1


class Section(Part, frozen=True, kw_only=True):
    """Statements under one heading; ``only`` names the nodes of the block that it serves, where
    not all.

    ``level`` is how well the subject must be mastered, on the scale of that id: the statements then
    explain the level. ``includes`` are the nodes whose text on the subject holds here too.
    """

    dimension: Id
    heading: Text
    statements: tuple[Text | Entry, ...]
    label: str = ""
    only: tuple[Id, ...] = ()
    id: Id | None = None
    definition: bool = False
    level: str = ""
    scale: str = ""
    includes: tuple[Id, ...] = ()


class Block(Part, frozen=True, kw_only=True):
    """The text that serves one node, or several at once."""

    nodes: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1)]
    sections: tuple[Section, ...]
    label: str = ""
    code: str = ""
    id: Id | None = None

    @property
    def key(self) -> str:
        """Return the first part of the statements' ids: ``ict-6-7-8`` for ict-6, ict-7 and
        ict-8.
        """
        if self.id:
            return self.id
        first, *rest = self.nodes
        stem = first.rsplit("-", 1)[0] + "-" if "-" in first else ""
        return "-".join(
            [
                first,
                *(node[len(stem) :] if stem and node.startswith(stem) else node for node in rest),
            ]
        )


class Passage(Part, frozen=True, kw_only=True):
    """Text that stands before the first grade of a document."""

    heading: Text
    statements: tuple[Text, ...]


class SourceDocument(Part, frozen=True, kw_only=True):
    """The document that a framework comes from."""

    document: Text
    reference: str = ""


class Silenced(Part, frozen=True, kw_only=True):
    """A finding of the check that is not to be listed any more, and why; what is empty limits
    nothing.
    """

    code: Id
    reason: Text
    node: str = ""
    statement: str = ""
    dimension: str = ""


NO_ORGANISATION = mark("Not stated in the document")  # in the place of an organisation


class Framework(Part, frozen=True, kw_only=True, dict=True):
    """A job family, a role description or a set of levels, with where it comes from."""

    format: Annotated[int, msgspec.Meta(ge=1, le=1)]
    id: Id
    title: Text
    organisation: Text
    language: Language
    wording: Wording
    licence: Text
    source: SourceDocument
    nodes: Annotated[tuple[Node, ...], msgspec.Meta(min_length=1)]
    blocks: tuple[Block, ...]
    steps: tuple[Step, ...] = ()
    introduction: tuple[Passage, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    scales: tuple[ProficiencyScale, ...] = ()

    @property
    def stated_organisation(self) -> str:
        """Return whose framework it is; "" where its document does not say so."""
        unknown = self.organisation in (NO_ORGANISATION, term(NO_ORGANISATION))
        return "" if unknown else self.organisation

    @property
    def restated(self) -> bool:
        """Tell whether the text is in other words than the document's own."""
        return self.wording is Wording.RESTATED

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return every statement once, in the order of the file."""
        return tuple(
            statement
            for block in self.blocks
            for statement in statements_of_block(block, self.source.document)
        )

    @cached_property
    def _by_node(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {node.id: [] for node in self.nodes}
        for statement in self.statements:
            for node in statement.nodes:
                found[node].append(statement)
        return {node: tuple(statements) for node, statements in found.items()}

    def statements_of(self, node: str, dimension: str | None = None) -> tuple[Statement, ...]:
        """Return what serves ``node``, in the order of the document; of one dimension where one is
        named.
        """
        statements = self._by_node[node]
        return tuple(s for s in statements if dimension is None or dimension in s.dimensions)

    def level_of(self, section: Section) -> Level | None:
        """Return the level that a section states; None where it states none, or none of the
        framework's scales has it.
        """
        return next(
            (
                Level(section.level, scale)
                for scale in self.scales
                if section.scale in ("", scale.id) and scale.rank(section.level)
            ),
            None,
        )

    @cached_property
    def _said(self) -> tuple[Said, ...]:
        return tuple(
            Said(
                section.only or block.nodes,
                section.dimension,
                section.includes,
                self.level_of(section) if section.level else None,
            )
            for block in self.blocks
            for section in block.sections
            if section.level or section.includes
        )

    @cached_property
    def _inclusions(self) -> Included:
        whole = (Said((node.id,), WHOLE, node.includes) for node in self.nodes if node.includes)
        return stated_inclusions((*whole, *self._said))

    @cached_property
    def _in_all(self) -> dict[str, tuple[Statement, ...]]:
        if not self._inclusions:
            return self._by_node
        return {node: in_all(self._by_node, self._inclusions, node) for node in self._by_node}

    def demands_of(self, node: str, dimension: str | None = None) -> tuple[Statement, ...]:
        """Return what ``node`` asks for in all: the text of the nodes it includes, then its own; of
        one dimension where one is named.
        """
        statements = self._in_all[node]
        return tuple(s for s in statements if dimension is None or dimension in s.dimensions)

    def included_in(self, node: str, dimension: str) -> tuple[str, ...]:
        """Return the nodes whose text on a dimension ``node`` includes, the nearest first."""
        return included(self._inclusions, node, dimension)

    @cached_property
    def levels(self) -> dict[str, dict[str, Level]]:
        """Return how well each node's subjects must be mastered: {node: {dimension: level}}, none
        where no level is stated.
        """
        return levels_by_node(self._said, self._inclusions)

    @cached_property
    def _stated(self) -> frozenset[str]:
        spoken_of = {d for statement in self.statements for d in statement.dimensions}
        return frozenset(spoken_of | {said.dimension for said in self._said})

    def has_section(self, dimension: str) -> bool:
        """Tell whether the document states anything on a dimension, for whomever it may be."""
        return dimension in self._stated

    @cached_property
    def own_steps(self) -> tuple[Step, ...]:
        """Return the steps that the order of the nodes gives, then those that the file states."""
        last: dict[str, str] = {}
        ordered = []
        for node in self.nodes:
            if node.family in last:
                ordered.append(Step(source=last[node.family], target=node.id))
            last[node.family] = node.id
        return (*ordered, *self.steps)

    @cached_property
    def ladders(self) -> tuple[str, ...]:
        """Return the families that have steps inside; "" stands for the whole framework, and comes
        first.

        The whole is a ladder where there is but one family, or where steps lead from one family to
        another.
        """
        families = {node.id: node.family for node in self.nodes}
        ends = [(families.get(step.source), families.get(step.target)) for step in self.own_steps]
        inside = list(
            dict.fromkeys(
                source for source, target in ends if source == target and source is not None
            )
        )
        between = any(source != target and None not in (source, target) for source, target in ends)
        if len(set(families.values())) == 1:
            return ("",) if inside else ()
        named = tuple(family for family in inside if family)
        return ("", *named) if between or "" in inside else named


def with_node_ids(framework: Framework, names: Mapping[str, str]) -> Framework:
    """Return the framework with other ids for its nodes, wherever it names them but in what it
    silences.
    """
    replace = msgspec.structs.replace

    def ids(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(node, node) for node in old)

    def block(old: Block) -> Block:
        sections = tuple(
            replace(section, only=ids(section.only), includes=ids(section.includes))
            for section in old.sections
        )
        return replace(old, nodes=ids(old.nodes), sections=sections)

    def step(old: Step) -> Step:
        source, target = ids((old.source, old.target))
        return replace(old, source=source, target=target)

    return replace(
        framework,
        nodes=tuple(
            replace(node, id=names.get(node.id, node.id), includes=ids(node.includes))
            for node in framework.nodes
        ),
        blocks=tuple(block(old) for old in framework.blocks),
        steps=tuple(step(old) for old in framework.steps),
    )


def statements_of_block(block: Block, document: str) -> list[Statement]:
    """Return the statements of one block of ``document``, in its order, each with its id and its
    place.
    """
    used: Counter[tuple[tuple[str, ...], str]] = Counter()
    own = block.key
    label = block.label or _("block {nodes}").format(nodes=own)
    found = []
    for section in block.sections:
        nodes = section.only or block.nodes
        owner = own if nodes == block.nodes else Block(nodes=nodes, sections=()).key
        used[nodes, section.dimension] += 1
        count = used[nodes, section.dimension]
        key = section.id or (section.dimension if count == 1 else f"{section.dimension}-{count}")
        named = _named(section)
        for number, written in enumerate(section.statements, 1):
            entry = written if isinstance(written, Entry) else Entry(text=written)
            source = Source(document=document, block=label, section=named, number=number)
            own_id = entry.id or f"{owner}.{key}.{number}"
            found.append(_statement(section, entry, own_id, nodes, source))
    return found


def _statement(
    section: Section, entry: Entry, own_id: str, nodes: tuple[str, ...], source: Source
) -> Statement:
    also = tuple(other for other in entry.also if other != section.dimension) if entry.also else ()
    return Statement(
        id=own_id,
        text=entry.text,
        nodes=nodes,
        dimensions=(section.dimension, *also),
        heading=section.heading,
        label=section.label,
        source=source,
        definition=section.definition,
        depth=entry.depth,
        level=section.level,
    )


def _named(section: Section) -> str:
    return f"{section.heading} ({section.label})" if section.label else section.heading
