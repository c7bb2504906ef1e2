"""What of a library can be found: each text once, with all the nodes that it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from pathways.i18n import _
from pathways.model.framework import Framework, Node, Section
from pathways.model.library import Library
from pathways.search.words import words

_BETWEEN = " · "  # parts of one title


class EntryKind(str, Enum):
    """What a found text is."""

    NODE = "node"
    FRAMEWORK = "framework"
    DIMENSION = "dimension"
    HEADING = "heading"
    STATEMENT = "statement"
    INTRODUCTION = "introduction"

    @property
    def word(self) -> str:
        """Return the kind in words for people."""
        return {
            EntryKind.NODE: _("grade or role"),
            EntryKind.FRAMEWORK: _("framework"),
            EntryKind.DIMENSION: _("dimension"),
            EntryKind.HEADING: _("heading"),
            EntryKind.STATEMENT: _("statement"),
            EntryKind.INTRODUCTION: _("introduction"),
        }[self]


@dataclass(frozen=True)
class SearchEntry:
    """A text that can be found, and where it leads.

    ``nodes`` are the ids of all nodes that it serves, in library order; ``framework`` and
    ``dimension`` are ids, None where there is not exactly one; ``statement`` is a statement's id;
    ``heading`` is what it stands under.
    """

    kind: EntryKind
    text: str
    nodes: tuple[str, ...]
    framework: str | None = None
    dimension: str | None = None
    statement: str | None = None
    heading: str = ""


def titles_of(library: Library) -> list[SearchEntry]:
    """Return what names something: nodes, frameworks, dimensions, headings and labels, in library
    order.
    """
    found: list[SearchEntry] = []
    for framework in library.frameworks:
        found.extend(
            SearchEntry(EntryKind.NODE, _title(node), (node.id,), framework.id)
            for node in framework.nodes
        )
    for framework in library.frameworks:
        name = _BETWEEN.join((framework.title, framework.organisation))
        found.append(
            SearchEntry(
                EntryKind.FRAMEWORK, name, tuple(node.id for node in framework.nodes), framework.id
            )
        )
    found.extend(_dimensions(library))
    for framework in library.frameworks:
        found.extend(_headings(framework))
    return found


def texts_of(library: Library) -> list[SearchEntry]:
    """Return what says something: all statements, then facts about nodes, then introductions, in
    library order.
    """
    found: list[SearchEntry] = []
    for framework in library.frameworks:
        found.extend(_statements_of(framework))
    for framework in library.frameworks:
        for node in framework.nodes:
            found.extend(
                SearchEntry(EntryKind.NODE, fact, (node.id,), framework.id) for fact in node.facts
            )
    for framework in library.frameworks:
        for passage in framework.introduction:
            found.extend(
                SearchEntry(EntryKind.INTRODUCTION, text, (), framework.id, heading=passage.heading)
                for text in passage.statements
            )
    return found


def _statements_of(framework: Framework) -> Iterator[SearchEntry]:
    order = {node.id: place for place, node in enumerate(framework.nodes)}
    for s in sorted(
        framework.statements, key=lambda s: order[s.nodes[0]]
    ):  # some files begin with the highest
        yield SearchEntry(
            EntryKind.STATEMENT, s.text, s.nodes, framework.id, s.dimensions[0], s.id, s.heading
        )


class EntryPlaces:
    """The words of where an entry stands: its framework and, for a text, its grades, heading and
    dimensions.
    """

    def __init__(self, library: Library) -> None:
        self._nodes = {
            node.id: _title(node) for framework in library.frameworks for node in framework.nodes
        }
        self._frameworks = {f.id: f"{f.title} {f.organisation}" for f in library.frameworks}
        self._statements: dict[tuple[str | None, str | None], tuple[str, ...]] = {
            (framework.id, s.id): (
                s.label,
                *(library.dimensions[d].title for d in s.dimensions if d in library.dimensions),
            )
            for framework in library.frameworks
            for s in framework.statements
        }
        self._folded: dict[tuple[str, ...], str] = {}

    def of(self, entry: SearchEntry, *, title: bool) -> str:
        """Return the folded words of an entry's place, each once; ``title`` tells that it only
        names something.
        """
        parts: tuple[str, ...] = (self._frameworks.get(entry.framework or "", ""),)
        if not title:
            nodes = (self._nodes[node] for node in entry.nodes)
            parts = (
                *parts,
                *nodes,
                entry.heading,
                *self._statements.get((entry.framework, entry.statement), ()),
            )
        if parts not in self._folded:
            self._folded[parts] = f" {' '.join(dict.fromkeys(words(' '.join(parts))))} "
        return self._folded[parts]

    @property
    def words(self) -> frozenset[str]:
        """Return the words of all places that were asked for."""
        return frozenset(word for place in self._folded.values() for word in place.split())


def _title(node: Node) -> str:
    """Return a node's title with its grade and code, unless the title has them."""
    parts = [node.title]
    for more in (node.grade, node.code):
        if more and not set(words(more)) <= set(words(_BETWEEN.join(parts))):
            parts.append(more)
    return _BETWEEN.join(parts)


def _dimensions(library: Library) -> Iterator[SearchEntry]:
    """Yield the dimensions on which some node states something: the others lead nowhere."""
    served: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for framework in library.frameworks:
        for statement in framework.statements:
            for stated in statement.dimensions:
                served.setdefault(stated, set()).update(statement.nodes)
                owners.setdefault(stated, set()).add(framework.id)
    for dimension in library.dimensions.values():
        if dimension.id in served:
            nodes = tuple(node for node in library.nodes if node in served[dimension.id])
            frameworks = owners[dimension.id]
            owner = next(iter(frameworks)) if len(frameworks) == 1 else None
            yield SearchEntry(EntryKind.DIMENSION, dimension.title, nodes, owner, dimension.id)


def _headings(framework: Framework) -> Iterator[SearchEntry]:
    """Yield each heading and label of a framework once, unless it only repeats what a node or the
    framework is called.

    The nodes are those of all places where it stands.
    """
    named = {" ".join(words(node.title)) for node in framework.nodes} | {
        " ".join(words(framework.title))
    }
    codes = {" ".join(words(node.code)) for node in framework.nodes}
    order = {node.id: place for place, node in enumerate(framework.nodes)}
    found: dict[str, tuple[str, set[str], set[str]]] = {}
    for text, nodes, dimension in _written(framework):
        key = " ".join(words(text))
        if key and key not in named and key not in codes:
            _text, served, dimensions = found.setdefault(key, (text, set(), set()))
            served.update(nodes)
            dimensions.add(dimension)
    for text, served, dimensions in found.values():
        (dimension,) = dimensions if len(dimensions) == 1 else ("",)
        yield SearchEntry(
            EntryKind.HEADING,
            text,
            tuple(sorted(served, key=order.__getitem__)),
            framework.id,
            dimension or None,
        )


def _written(framework: Framework) -> Iterator[tuple[str, Iterable[str], str]]:
    """Yield every heading and label with the nodes it serves and its dimension, or no word where
    it has none.
    """
    for passage in framework.introduction:
        yield passage.heading, (), ""
    for block in framework.blocks:
        yield block.label, block.nodes, ""
        yield block.code, block.nodes, ""
        for section in block.sections:
            yield from _of_section(section, section.only or block.nodes)


def _of_section(section: Section, nodes: Iterable[str]) -> Iterator[tuple[str, Iterable[str], str]]:
    yield section.heading, nodes, section.dimension
    yield section.label, nodes, section.dimension
