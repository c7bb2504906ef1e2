"""The index over all text of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from pathways.model.library import Library
from pathways.search.demand import DemandReading
from pathways.search.engine import Engine, Rows, best_engine
from pathways.search.entry import EntryPlaces, texts_of, titles_of
from pathways.search.forms import WordForms
from pathways.search.query import Query, Term, parse
from pathways.search.ranked_entries import COUNTED, RankedEntries
from pathways.search.results import Hit, HitOrder, Marker, Results
from pathways.search.spelling import MOST, Spelling
from pathways.search.words import Token, words

_LITTLE = 3  # with fewer matches, another word may have been meant


@dataclass(frozen=True)
class _Built:
    """What is made of a library when it is first searched."""

    titles: RankedEntries
    texts: RankedEntries
    count: Counter[str]
    placed: frozenset[str]
    forms: WordForms
    spelling: Spelling

    def reading(self, terms: Sequence[Term]) -> DemandReading:
        """Return how terms are looked for here."""
        return DemandReading(terms, self.forms.of, self.placed)

    def knows(self, word: str, *, exactly: bool, growing: bool) -> bool:
        """Tell whether a word, unless ``exactly`` in any form, or where ``growing`` its beginning,
        stands anywhere.
        """
        if growing and self.forms.begun(word):
            return True
        return word in self.count if exactly else bool(self.forms.of(word))

    def possible(self, terms: Sequence[Term]) -> bool:
        """Tell, without looking for them, whether the index has all words of some terms."""
        return all(
            self.knows(token.word, exactly=term.quoted, growing=term.open and token.end == term.end)
            for term in terms
            for token in term.tokens
        )


class Index:
    """Search a library. It is built on first use, or by ``prepare``; another library needs another
    index.
    """

    def __init__(self, library: Library, *, engine: Callable[[Rows], Engine] | None = None) -> None:
        self.library = library
        self._make_engine = engine
        self._built: _Built | None = None
        self._lock = Lock()
        self._order = HitOrder(library)

    def prepare(self) -> None:
        """Build the index, if it is not built yet, so that the first search is as quick as the
        next.

        It may be called in another thread.
        """
        self._ready().forms.load()

    def find(self, text: str, *, most: int = 200) -> Results:
        """Return what matches a query as it is being typed, at most ``most`` hits; never raise,
        whatever was typed.

        Titles come before texts, and inside each the words side by side before scattered ones,
        exact words before begun ones and other forms, then library order. At most half of the hits
        are titles while texts match too.
        """
        query = parse(text)
        most = max(0, most)
        if not query.terms:
            return Results(query, self._order)
        built = self._ready()
        terms: Sequence[Term] = query.terms
        titles, texts = _matches(built, terms)
        if not titles and not texts:
            terms = _relaxed(built, terms)
            titles, texts = _matches(built, terms)
        total = len(titles) + len(texts)
        return Results(
            query=query,
            hits=_hits(built, terms, titles, texts, most) if total else (),
            total=min(total, COUNTED),
            more_than_total=total > COUNTED,
            without=tuple(text[term.start : term.end] for term in query.terms if term not in terms),
            did_you_mean=_meant(built, query, total if len(terms) == len(query.terms) else 0),
            _order=self._order,
        )

    def _ready(self) -> _Built:
        with self._lock:
            if self._built is None:
                self._built = _build(self.library, self._make_engine or best_engine())
            return self._built


def _matches(built: _Built, terms: Sequence[Term]) -> tuple[list[int], list[int]]:
    """Return the titles and the texts that match, each up to one more than are counted."""
    if not terms or not built.possible(terms):
        return [], []
    demand = built.reading(terms).loosest
    return built.titles.matches(demand), built.texts.matches(demand)


def _hits(
    built: _Built, terms: Sequence[Term], titles: Sequence[int], texts: Sequence[int], most: int
) -> tuple[Hit, ...]:
    reading = built.reading(terms)
    texts_found = built.texts.ranked(reading, texts, most)
    titles_found = built.titles.ranked(reading, titles, max(most // 2, most - len(texts_found)))
    marker = Marker(terms, built.forms.of)
    return tuple(
        Hit(entry, marker) for entry in (*titles_found, *texts_found[: most - len(titles_found)])
    )


def _relaxed(built: _Built, terms: Sequence[Term]) -> list[Term]:
    """Return as many of the terms as are found together, trying the rarest first."""
    known = [term for term in terms if built.possible([term])]
    if not known:
        return []
    reading = built.reading(known)
    rarest = sorted(
        range(len(known)), key=lambda n: min(built.count[word] or 1 for word in known[n].words)
    )
    taken = max((own.agreeing(reading, rarest) for own in (built.texts, built.titles)), key=len)
    return [known[number] for number in sorted(taken)]


def _meant(built: _Built, query: Query, total: int) -> str | None:
    """Return a query that finds more, where nothing or little is found: words mended, or the
    quotation marks gone.
    """
    if total >= _LITTLE:
        return None
    suggestions = _mended(built, query)
    if query.quoted:
        suggestions.append(" ".join(word for term in query.terms for word in term.words))
    for suggestion in dict.fromkeys(suggestions):
        if (
            suggestion != query.text
            and sum(map(len, _matches(built, parse(suggestion + " ").terms))) > total
        ):
            return suggestion
    return None


def _build(library: Library, make_engine: Callable[[Rows], Engine]) -> _Built:
    places = EntryPlaces(library)
    count: Counter[str] = Counter()
    ranked = []
    for entries, title in ((titles_of(library), True), (texts_of(library), False)):
        rows = []
        for entry in entries:
            written = words(entry.text)
            count.update(set(written))
            rows.append((f" {' '.join(written)} ", places.of(entry, title=title)))
        ranked.append(RankedEntries(entries, rows, make_engine))
    titles, texts = ranked
    forms = WordForms(count, (framework.language for framework in library.frameworks))
    return _Built(titles, texts, count, places.words, forms, Spelling(count, forms.beginning))


def _mended(built: _Built, query: Query) -> list[str]:
    """Return the query with each word that stands nowhere replaced by a near one, the nearest
    first.

    Where all words are known, rare ones are replaced by far more frequent ones.
    """
    near: list[tuple[Token, list[str]]] = []
    rare: list[tuple[Token, list[str]]] = []
    for term in query.terms:
        for token in term.tokens:
            growing = term.open and token.end == term.end
            if built.knows(token.word, exactly=term.quoted, growing=growing):
                rare.append((token, built.spelling.better(token.word)))
            else:
                near.append((token, built.spelling.nearest(token.word, growing=growing)))
    return [_replaced(query.text, near or rare, choice) for choice in range(MOST)]


def _replaced(text: str, near: Sequence[tuple[Token, Sequence[str]]], choice: int) -> str:
    for token, candidates in reversed(near):
        if candidates:
            text = (
                text[: token.start]
                + candidates[min(choice, len(candidates) - 1)]
                + text[token.end :]
            )
    return text
