"""The framework that is checked, with what all checks need to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pathways.checking.finding import Code, Finding, Keys
from pathways.compare.change import Change, DimensionChange, StepChange
from pathways.compare.comparison import Comparer
from pathways.compare.language import Language, language_for
from pathways.compare.sentences import inside, place
from pathways.compare.verdict import judge_dimension
from pathways.compare.weights import Weights
from pathways.i18n import _, _n, in_words
from pathways.model.framework import Framework, Node
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.model.statement import Statement
from pathways.model.step import Step

_LONGEST_QUOTE = 90
_MOST_NAMED = 4


class Text(NamedTuple):
    """A text of the framework, whatever it is; ``statement`` is None for headings, titles and the
    like.
    """

    keys: Keys
    text: str
    nodes: tuple[str, ...]
    statement: Statement | None = None


class Subject:
    """One framework of a library under the eyes of the check."""

    def __init__(self, library: Library, framework: Framework, comparer: Comparer) -> None:
        self.library = library
        self.framework = framework
        self.comparer = comparer

    @cached_property
    def language(self) -> Language:
        """Return the framework's language as the comparison sees it."""
        return language_for(self.comparer.vocabulary, self.framework.language.split("-")[0])

    @cached_property
    def weights(self) -> Weights:
        """Return how telling each word of the framework is."""
        return Weights(self.language, [statement.text for statement in self.framework.statements])

    @property
    def is_english(self) -> bool:
        """Tell whether what holds for English words holds here."""
        return self.framework.language.split("-")[0] == "en"

    @cached_property
    def ladders(self) -> list[tuple[Node, ...]]:
        """Return the nodes of each family in order, the lowest first."""
        found: dict[str, list[Node]] = {}
        for node in self.framework.nodes:
            found.setdefault(node.family, []).append(node)
        return [tuple(nodes) for nodes in found.values()]

    @cached_property
    def steps(self) -> list[Step]:
        """Return the steps upwards inside the framework, indicative ones left out."""
        own = {node.id for node in self.framework.nodes}
        steps = {(s.source, s.target): s for s in self.framework.own_steps if not s.indicative}
        return [step for step in steps.values() if step.source in own and step.target in own]

    @cached_property
    def changes(self) -> list[StepChange]:
        """Return what happens at each step upwards, by what stands under each dimension's own
        headings.

        Mentions under other headings, and definitions, are left aside.
        """
        return [_own(self.comparer.step(step.source, step.target)) for step in self.steps]

    @cached_property
    def keys(self) -> dict[str, Keys]:
        """Return what leads to each statement in the file, by the statement's id."""
        places: list[Keys] = [
            ("blocks", b, "sections", s, "statements", n)
            for b, block in enumerate(self.framework.blocks)
            for s, section in enumerate(block.sections)
            for n in range(len(section.statements))
        ]
        return {
            statement.id: keys
            for statement, keys in zip(self.framework.statements, places, strict=True)
        }

    def asked_of(self, node: str, dimension: str | None = None) -> tuple[Statement, ...]:
        """Return what is asked of a node; definitions ask nothing."""
        return tuple(s for s in self.framework.demands_of(node, dimension) if not s.definition)

    def says_something(self, node: str, dimension: str = "") -> bool:
        """Tell whether the document says anything of a node, or asks anything of it on a
        dimension, be it no more than a level.
        """
        levels = self.framework.levels.get(node, {})
        if dimension:
            return bool(self.asked_of(node, dimension)) or dimension in levels
        return bool(self.framework.demands_of(node) or levels)

    def own_dimensions(self, node: str) -> tuple[str, ...]:
        """Return the dimensions under whose own headings something is asked of the node."""
        asked = (s.dimensions[0] for s in self.asked_of(node))
        return tuple(dict.fromkeys([*asked, *self.framework.levels.get(node, ())]))

    def dimension_title(self, dimension: str) -> str:
        """Return what people call a dimension."""
        known = self.library.dimensions.get(dimension)
        return known.title if known else dimension

    def named(self, *nodes: str) -> str:
        """Return the nodes' titles as they stand inside a sentence, the first few of many: ``grade
        6 and grade 7``.
        """
        return some([place(self.library.node(node)) for node in nodes])

    def dimensions_named(self, dimensions: Sequence[str]) -> str:
        """Return the dimensions' titles as they stand inside a sentence, the first few of many."""
        return some([inside(self.dimension_title(dimension)) for dimension in dimensions])

    def node_keys(self, node: str) -> Keys:
        """Return what leads to a node in the file."""
        return ("nodes", [own.id for own in self.framework.nodes].index(node))

    def texts(self) -> Iterator[Text]:
        """Yield every text of the framework that people read, in the order of the file."""
        framework = self.framework
        every = tuple(node.id for node in framework.nodes)
        for name in ("title", "organisation", "licence"):
            yield Text((name,), getattr(framework, name), ())
        yield Text(("source", "document"), framework.source.document, ())
        for number, node in enumerate(framework.nodes):
            for name in ("title", "grade", "code"):
                yield Text(("nodes", number, name), getattr(node, name), (node.id,))
            yield from (
                Text(("nodes", number, "facts", i), fact, (node.id,))
                for i, fact in enumerate(node.facts)
            )
        for number, passage in enumerate(framework.introduction):
            yield Text(("introduction", number, "heading"), passage.heading, every)
            for i, text in enumerate(passage.statements):
                yield Text(("introduction", number, "statements", i), text, every)
        yield from self._texts_of_blocks()

    def _texts_of_blocks(self) -> Iterator[Text]:
        statements = iter(self.framework.statements)
        for b, block in enumerate(self.framework.blocks):
            yield Text(("blocks", b, "label"), block.label, block.nodes)
            yield Text(("blocks", b, "code"), block.code, block.nodes)
            for s, section in enumerate(block.sections):
                keys: Keys = ("blocks", b, "sections", s)
                nodes = section.only or block.nodes
                yield Text((*keys, "heading"), section.heading, nodes)
                yield Text((*keys, "label"), section.label, nodes)
                for n in range(len(section.statements)):
                    statement = next(statements)
                    yield Text((*keys, "statements", n), statement.text, nodes, statement)

    def finding(
        self,
        code: Code,
        severity: Severity,
        message: str,
        advice: str,
        *,
        nodes: Sequence[str] = (),
        statements: Sequence[Statement] = (),
        dimension: str = "",
        keys: Keys = (),
    ) -> Finding:
        """Return a finding at ``keys``, or else at the first of the statements, of the nodes, or
        the title.

        Its dimension is the one given, or else that of all the statements, where they have one in
        common.
        """
        common = {statement.dimensions[0] for statement in statements}
        return Finding(
            code=code,
            severity=severity,
            message=message,
            advice=advice,
            framework=self.framework.id,
            nodes=tuple(dict.fromkeys(nodes or (node for s in statements for node in s.nodes))),
            statements=tuple(s.id for s in statements),
            dimension=dimension or (common.pop() if len(common) == 1 else ""),
            source=statements[0].source.text if statements else "",
            keys=keys or self._first_keys(nodes, statements),
        )

    def _first_keys(self, nodes: Sequence[str], statements: Sequence[Statement]) -> Keys:
        if statements:
            return self.keys[statements[0].id]
        return self.node_keys(nodes[0]) if nodes else ("title",)

    def at_text(
        self, code: Code, severity: Severity, message: str, advice: str, text: Text
    ) -> Finding:
        """Return a finding about one text."""
        statements = (text.statement,) if text.statement else ()
        return self.finding(
            code, severity, message, advice, nodes=text.nodes, statements=statements, keys=text.keys
        )  # fmt: skip


def _own(step: StepChange) -> StepChange:
    """Return the step without what belongs to other dimensions or only defines one."""
    found = []
    for dimension in step.dimensions:
        changes = tuple(
            change for change in dimension.changes if _belongs(change, dimension.dimension.id)
        )
        level = dimension.level
        if changes or level:
            before_states = any(change.before for change in dimension.changes)
            after_states = any(change.after for change in dimension.changes)
            found.append(
                DimensionChange(
                    dimension=dimension.dimension,
                    verdict=dimension.verdict
                    if level
                    else judge_dimension(changes, before_states, after_states),
                    shared=dimension.shared if level else all(c.shared for c in changes),
                    sentence="",
                    changes=changes,
                    level=level,
                )
            )
    return StepChange(before=step.before, after=step.after, dimensions=tuple(found))


def _belongs(change: Change, dimension: str) -> bool:
    sides = [side for side in (change.before, change.after) if side]
    return any(side.dimensions[0] == dimension and not side.definition for side in sides)


def quoted(text: str) -> str:
    """Return a text in quotes, or its beginning where it is too long for a sentence."""
    return _("“{text}”").format(text=shortened(text))


def some(names: Sequence[str]) -> str:
    """Join names as people do; where there are too many for a sentence, the first few and how many
    more there are.
    """
    if len(names) <= _MOST_NAMED:
        return in_words(names)
    rest = len(names) - _MOST_NAMED + 1
    return in_words(
        [*names[: _MOST_NAMED - 1], _n("{count} more", "{count} more", rest).format(count=rest)]
    )


def shortened(text: str) -> str:
    """Return a text without its full stop, or its beginning where it is too long for a sentence."""
    if len(text) > _LONGEST_QUOTE:
        return text[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return text.removesuffix(".")
