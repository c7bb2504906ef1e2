"""What a search found: hits in order of rank, and by the grades that they stand at."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pathways.i18n import _, _n, in_words
from pathways.model.library import Library
from pathways.search.demand import Forms
from pathways.search.entry import EntryKind, SearchEntry
from pathways.search.query import Query, Term
from pathways.search.words import Token, tokens

Marks = tuple[tuple[int, int], ...]  # (start, end) in a text, in order, none overlapping

_LONGEST = 60  # signs of a query that a sentence repeats
_GAP = re.compile(r"\s+")


class Marker:
    """Find in a text the words that some terms ask for."""

    def __init__(self, terms: Sequence[Term], forms: Forms) -> None:
        self._words: set[str] = set()
        self._starts: tuple[str, ...] = ()
        self._phrases: list[Term] = []
        for term in terms:
            if len(term.words) > 1:
                self._phrases.append(term)
                continue
            (word,) = term.words
            self._words.update((word,) if term.quoted else (word, *forms(word)))
            if term.open:
                self._starts += (word,)

    def marks(self, text: str) -> Marks:
        """Return where the words stand, whole words at a time; neighbours are one mark."""
        written = list(tokens(text))
        chosen = {
            place
            for place, token in enumerate(written)
            if token.word in self._words or token.word.startswith(self._starts)
        }
        for phrase in self._phrases:
            for place in range(len(written) - len(phrase.words) + 1):
                stretch = range(place, place + len(phrase.words))
                if _stands(phrase, [written[i] for i in stretch]):
                    chosen.update(stretch)
        marks: list[tuple[int, int]] = []
        for place in sorted(chosen):
            token = written[place]
            if marks and _GAP.fullmatch(text, marks[-1][1], token.start):
                marks[-1] = (marks[-1][0], token.end)
            else:
                marks.append((token.start, token.end))
        return tuple(marks)


@dataclass(frozen=True)
class Hit:
    """A text that was found. ``marks`` are made when they are first looked at."""

    entry: SearchEntry
    _marker: Marker = field(repr=False, compare=False)

    @property
    def kind(self) -> EntryKind:
        """Return what the text is."""
        return self.entry.kind

    @property
    def text(self) -> str:
        """Return the text that was found."""
        return self.entry.text

    @property
    def nodes(self) -> tuple[str, ...]:
        """Return the ids of all nodes that the text serves, in library order."""
        return self.entry.nodes

    @property
    def framework(self) -> str | None:
        """Return the framework's id; None for what several have."""
        return self.entry.framework

    @property
    def dimension(self) -> str | None:
        """Return the dimension's id where there is one."""
        return self.entry.dimension

    @property
    def statement(self) -> str | None:
        """Return the statement's id where the text is one."""
        return self.entry.statement

    @cached_property
    def marks(self) -> Marks:
        """Return (start, end) of the words that matched; at least one."""
        return self._marker.marks(self.text)


@dataclass(frozen=True)
class HitGroup:
    """Hits that stand at the same place: at the nodes they all serve.

    Without ``nodes`` they belong to the framework as a whole; without a framework either, to
    several of them.
    """

    framework: str | None
    nodes: tuple[str, ...]
    hits: tuple[Hit, ...]

    @property
    def count(self) -> int:
        """Return how many hits there are."""
        return len(self.hits)


class HitOrder:
    """The order of a library: where its frameworks and nodes stand in it."""

    def __init__(self, library: Library) -> None:
        self.whole = {
            framework.id: tuple(node.id for node in framework.nodes)
            for framework in library.frameworks
        }
        self.frameworks = {framework: place for place, framework in enumerate(self.whole)}
        self.nodes = {
            node: place
            for place, node in enumerate(itertools.chain.from_iterable(self.whole.values()))
        }


@dataclass(frozen=True)
class Results:
    """Hits, the best first.

    ``total`` counts all matches, shown or not; it stops at 1000, which ``more_than_total`` says.
    ``without`` are the words that were left aside because no text has all of them. ``did_you_mean``
    is a query that finds more.
    """

    query: Query
    _order: HitOrder = field(repr=False, compare=False)
    hits: tuple[Hit, ...] = ()
    total: int = 0
    more_than_total: bool = False
    without: tuple[str, ...] = ()
    did_you_mean: str | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return bool(self.hits)

    @property
    def sentence(self) -> str:
        """Return in a sentence how much was found, or what to do where there is nothing."""
        if not self.query.terms:
            return _("Type a word or two to search all open frameworks.")
        if not self.hits:
            nothing = _("Nothing matches “{query}”.").format(query=self._shown_query)
            return nothing if self.did_you_mean else nothing + " " + _("Try other words.")
        if self.more_than_total:
            many = _("More than {total} results; the best {shown} are shown")
        elif self.total > len(self.hits):
            many = _("{total} results; the best {shown} are shown")
        else:
            many = _n("{total} result", "{total} results", self.total)
        many = many.format(total=self.total, shown=len(self.hits))
        if not self.without:
            return many
        left_aside = in_words([f"“{word}”" for word in self.without])
        return _("No text has all of these words. Without {words}: {many}").format(
            words=left_aside, many=many
        )

    @property
    def _shown_query(self) -> str:
        text = " ".join(self.query.text.split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many of the hits serve each node, in library order; a shared text counts for
        each of its nodes.
        """
        found = Counter(node for hit in self.hits for node in hit.nodes)
        return {node: found[node] for node in sorted(found, key=self._order.nodes.__getitem__)}

    @cached_property
    def groups(self) -> tuple[HitGroup, ...]:
        """Return each hit once, by the nodes it serves, in library order; inside a group the best
        comes first.

        What several frameworks have comes first, then for each framework what belongs to all of it,
        then its nodes.
        """
        library = self._order
        found: dict[tuple[str | None, tuple[str, ...]], list[Hit]] = {}
        for hit in self.hits:
            found.setdefault((hit.framework, _place(hit, library)), []).append(hit)

        def order(key: tuple[str | None, tuple[str, ...]]) -> tuple[int, int, int, tuple[int, ...]]:
            framework, nodes = key
            places = tuple(library.nodes[node] for node in nodes)
            return (
                -1 if framework is None else library.frameworks[framework],
                places[0] if places else -1,
                -len(places),
                places,
            )

        return tuple(HitGroup(*key, tuple(found[key])) for key in sorted(found, key=order))


def _place(hit: Hit, library: HitOrder) -> tuple[str, ...]:
    if hit.framework is None:
        return ()
    whole = library.whole[hit.framework]
    return (
        ()
        if hit.nodes == whole and (len(whole) > 1 or hit.kind is EntryKind.FRAMEWORK)
        else hit.nodes
    )


def _stands(phrase: Term, stretch: Sequence[Token]) -> bool:
    *first, last = phrase.words
    if [token.word for token in stretch[:-1]] != first:
        return False
    return stretch[-1].word.startswith(last) if phrase.open else stretch[-1].word == last
