"""The frameworks that are open together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import msgspec

from pathways.errors import UsageError, shortened
from pathways.i18n import _, mark, term
from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Entry, Framework, Node, Silenced, with_node_ids
from pathways.model.problem import Problem, Severity
from pathways.model.scale import Level
from pathways.model.statement import Statement
from pathways.model.step import Step

Found = TypeVar("Found")
_LONGEST_ID = 120  # letters of an id in a sentence: nobody types a longer one


class Library(msgspec.Struct, frozen=True, dict=True, weakref=True):
    """Open frameworks, in order, merged so that every node id is used once.

    ``problems`` says what was renamed or left aside in merging; ``given`` has the frameworks as
    they were before it.
    """

    frameworks: tuple[Framework, ...]
    shared_dimensions: tuple[Dimension, ...]
    problems: tuple[Problem, ...] = ()
    given: tuple[Framework, ...] = ()

    @classmethod
    def merge(
        cls, frameworks: Iterable[Framework], shared_dimensions: Sequence[Dimension]
    ) -> Library:
        """Put frameworks together; where two use one id, the later one's is renamed and a problem
        says so.
        """
        merged: list[Framework] = []
        problems: list[Problem] = []
        taken = _Taken()
        given = tuple(frameworks)
        for framework in given:
            renamed = _without_clashes(framework, taken, problems)
            merged.append(_with_statements_of_its_own(renamed, taken.statements))
            taken.add(merged[-1])
        return cls(tuple(merged), tuple(shared_dimensions), tuple(problems), given)

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """Return all dimensions by id in the order of display: the shared ones, then each
        framework's own.

        The titles of the shared ones are in the program's language; those of a framework are its
        own.
        """
        replace = msgspec.structs.replace
        found = {
            dimension.id: replace(dimension, title=term(dimension.title))
            for dimension in self.shared_dimensions
        }
        for framework in self.frameworks:
            for dimension in framework.dimensions:
                found.setdefault(dimension.id, dimension)
        return found

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Return all nodes by id, in the order of the frameworks."""
        return {node.id: node for framework in self.frameworks for node in framework.nodes}

    @cached_property
    def _framework_of(self) -> dict[str, Framework]:
        return {node.id: framework for framework in self.frameworks for node in framework.nodes}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return all steps whose two ends are open; one for each pair of nodes, the first
        stated.
        """
        found: dict[tuple[str, str], Step] = {}
        for framework in self.frameworks:
            for step in framework.own_steps:
                if step.source in self.nodes and step.target in self.nodes:
                    found.setdefault((step.source, step.target), step)
        return tuple(found.values())

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """Return the nodes that steps come from, by the node that they lead to."""
        found: dict[str, list[str]] = {}
        for step in self.steps:
            found.setdefault(step.target, []).append(step.source)
        return found

    def node(self, node_id: str) -> Node:
        """Return the node of that id; raise UsageError with "did you mean" where there is none."""
        return _known(mark("grade or role"), node_id, self.nodes)

    def framework(self, framework_id: str) -> Framework:
        """Return the framework of that id; raise UsageError with "did you mean" where there is
        none.
        """
        known = {framework.id: framework for framework in self.frameworks}
        return _known(mark("framework"), framework_id, known)

    def dimension(self, dimension_id: str) -> Dimension:
        """Return the dimension of that id; raise UsageError with "did you mean" where there is
        none.
        """
        return _known(mark("dimension"), dimension_id, self.dimensions)

    def framework_of(self, node_id: str) -> Framework:
        """Return the framework that a node belongs to; raise UsageError where there is no such
        node.
        """
        return self._framework_of[self.node(node_id).id]

    def statements_of(self, node_id: str, dimension: str | None = None) -> tuple[Statement, ...]:
        """Return what serves a node, in the order of its document; of one dimension where one is
        named.
        """
        return self.framework_of(node_id).statements_of(node_id, dimension)

    def demands_of(self, node_id: str, dimension: str | None = None) -> tuple[Statement, ...]:
        """Return what a node asks for in all: the text of the nodes it includes, then its own; of
        one dimension where one is named.
        """
        return self.framework_of(node_id).demands_of(node_id, dimension)

    def levels_of(self, node_id: str) -> dict[str, Level]:
        """Return how well a node's subjects must be mastered, by dimension, where that is
        stated.
        """
        return self.framework_of(node_id).levels.get(node_id, {})

    def level_of(self, node_id: str, dimension: str) -> Level | None:
        """Return how well a node's subject must be mastered; None where no level is stated."""
        return self.levels_of(node_id).get(dimension)

    def states(self, node_id: str, dimension: str) -> bool:
        """Tell whether a node asks for anything on a dimension, be it no more than a level."""
        return bool(self.demands_of(node_id, dimension) or self.level_of(node_id, dimension))

    def dimensions_of(self, node_ids: Iterable[str]) -> tuple[Dimension, ...]:
        """Return the dimensions on which at least one of the nodes states something, in the order
        of display.
        """
        stated: set[str] = set()
        for node in node_ids:
            stated.update(d for s in self.demands_of(node) for d in s.dimensions)
            stated.update(self.levels_of(node))
        return tuple(dimension for dimension in self.dimensions.values() if dimension.id in stated)

    def titles_of(self, node_ids: Iterable[str]) -> list[str]:
        """Return the nodes' titles."""
        return [self.node(node).title for node in node_ids]


def _known(what: str, given: str, known: Mapping[str, Found]) -> Found:
    """Return what has that id; raise UsageError with "did you mean" where nothing has."""
    try:
        return known[given]
    except KeyError:
        raise UsageError(unknown(term(what), given, known)) from None


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """Say that ``given`` is not known, and what may have been meant."""
    import difflib  # only who mistypes an id waits for it

    known = list(known)
    given = shortened(given, _LONGEST_ID)  # a file may name anything; long is slow to look for, too
    close = difflib.get_close_matches(given.lower(), known, n=3, cutoff=0.5)
    sentence = _("There is no {what} “{given}”.").format(what=what, given=given)
    if close:
        return (
            sentence
            + " "
            + _("Did you mean {names}?").format(
                names=_(" or ").join(shortened(name, _LONGEST_ID) for name in close)
            )
        )
    if len(known) <= 12:
        names = ", ".join(map(shortened, known))
        return sentence + " " + _("Known are: {names}.").format(names=names)
    return sentence


class _Taken(msgspec.Struct, frozen=True):
    """The ids that the frameworks use which are merged already."""

    frameworks: set[str] = msgspec.field(default_factory=set)
    nodes: set[str] = msgspec.field(default_factory=set)
    statements: set[str] = msgspec.field(default_factory=set)

    def add(self, framework: Framework) -> None:
        self.frameworks.add(framework.id)
        self.nodes.update(node.id for node in framework.nodes)
        self.statements.update(statement.id for statement in framework.statements)


def _without_clashes(framework: Framework, taken: _Taken, problems: list[Problem]) -> Framework:
    new_id = _free(framework.id, taken.frameworks)
    renamed = {
        node.id: _free(f"{new_id}.{node.id}", taken.nodes)
        for node in framework.nodes
        if node.id in taken.nodes
    }
    if new_id != framework.id:
        problems.append(_framework_renamed(framework, new_id))
    for old, new in renamed.items():
        problems.append(_node_renamed(framework, old, new))
    if not renamed:
        return (
            framework if new_id == framework.id else msgspec.structs.replace(framework, id=new_id)
        )
    return _renamed(framework, new_id, renamed)


def _framework_renamed(framework: Framework, new: str) -> Problem:
    return Problem(
        message=_(
            "Two open frameworks have the id “{id}”; the second is called “{new}” here."
        ).format(id=shortened(framework.id), new=shortened(new)),
        advice=_("Give one of the files another id."),
        severity=Severity.WARNING,
    )


def _node_renamed(framework: Framework, old: str, new: str) -> Problem:
    return Problem(
        message=_(
            "“{old}” of {title} is called “{new}” here: another open framework uses that id."
        ).format(old=shortened(old), new=shortened(new), title=shortened(framework.title)),
        advice=_("Give one of them another id if you want to keep short names."),
        severity=Severity.WARNING,
    )


def _with_statements_of_its_own(framework: Framework, taken: set[str]) -> Framework:
    """Return the framework with no statement id that an earlier one uses; ids given in the file
    may clash too.
    """
    if not any(statement.id in taken for statement in framework.statements):
        return framework
    replace = msgspec.structs.replace

    def own(entry: str | Entry) -> str | Entry:
        named = isinstance(entry, Entry) and entry.id in taken
        return (
            replace(entry, id=f"{framework.id}.{entry.id}")
            if isinstance(entry, Entry) and named
            else entry
        )

    def block(old: Block) -> Block:
        sections = tuple(
            replace(s, statements=tuple(own(entry) for entry in s.statements)) for s in old.sections
        )
        return replace(old, sections=sections, id=f"{framework.id}.{old.key}")

    return replace(framework, blocks=tuple(block(old) for old in framework.blocks))


def _free(wanted: str, taken: set[str]) -> str:
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def _renamed(framework: Framework, new_id: str, names: dict[str, str]) -> Framework:
    """Return the framework with other node ids; its statements' ids follow, so that none is used
    twice.
    """
    replace = msgspec.structs.replace
    renamed = with_node_ids(framework, names)
    blocks = tuple(
        replace(block, id=f"{new_id}.{old.key}")
        for block, old in zip(renamed.blocks, framework.blocks, strict=True)
    )
    renamed = replace(renamed, id=new_id, blocks=blocks)
    return replace(renamed, silenced=_silenced(framework, renamed, names))


def _silenced(
    framework: Framework, renamed: Framework, names: dict[str, str]
) -> tuple[Silenced, ...]:
    """Return what a framework silences, by the new ids of its nodes and statements."""
    statements = {
        old.id: new.id for old, new in zip(framework.statements, renamed.statements, strict=True)
    }
    return tuple(
        msgspec.structs.replace(
            old,
            node=names.get(old.node, old.node),
            statement=statements.get(old.statement, old.statement),
        )
        for old in framework.silenced
    )
