"""The index over all text of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from pathways.model.library import Library
from pathways.search.demand import loosest, tiers
from pathways.search.engine import Engine, Row, best_engine
from pathways.search.entry import Entry, Places, texts_of, titles_of
from pathways.search.forms import WordForms
from pathways.search.query import Query, Term, parse
from pathways.search.results import Hit, Marker, Results
from pathways.search.spelling import Spelling
from pathways.search.words import words

COUNTED = 1000  # matches after which nobody wants to know how many there are
LITTLE = 3  # with fewer matches, another word may have been meant
_ROUNDS = 8  # of leaving words aside until something is found

MakeEngine = Callable[[Iterator[Row]], Engine]


@dataclass(frozen=True)
class _Built:
    """What is made of a library when it is first searched; rows before ``first_text`` are titles."""

    entries: tuple[Entry, ...]
    first_text: int
    engine: Engine
    count: Counter[str]
    forms: WordForms
    spelling: Spelling


class Index:
    """Search a library. It is built on first use, or by ``prepare``; another library needs another index."""

    def __init__(self, library: Library, *, engine: MakeEngine | None = None) -> None:
        self.library = library
        self._make_engine = engine
        self._built: _Built | None = None
        self._lock = Lock()
        self._order: dict[str | None, tuple[str, ...]] = {
            framework.id: tuple(node.id for node in framework.nodes) for framework in library.frameworks
        }

    def prepare(self) -> None:
        """Build the index if it is not built yet; may be called in another thread."""
        self._ready()

    def find(self, text: str, *, most: int = 200) -> Results:
        """Return what matches a query as it is being typed, at most ``most`` hits; never raise, whatever was typed.

        Titles come before texts, and inside each the words side by side before scattered ones, exact words before
        begun ones and other forms, then library order. At most half of the hits are titles while texts match too.
        """
        query = parse(text)
        if not query.terms:
            return Results(query)
        built = self._ready()
        terms = list(query.terms)
        total = self._total(built, terms)
        if not total:
            terms = self._relaxed(built, terms)
            total = self._total(built, terms) if terms else 0
        missing = len(terms) < len(query.terms)
        return Results(
            query=query,
            hits=self._hits(built, terms, most) if total else (),
            total=min(total, COUNTED),
            more_than_total=total > COUNTED,
            without=tuple(text[term.start : term.end] for term in query.terms if term not in terms),
            did_you_mean=self._meant(built, query, 0 if missing else total),
            _order=self._order,
        )

    def _ready(self) -> _Built:
        with self._lock:
            if self._built is None:
                self._built = _build(self.library, self._make_engine or best_engine())
            return self._built

    def _total(self, built: _Built, terms: Sequence[Term]) -> int:
        """Return how many entries match, counting on to one more than COUNTED."""
        return len(built.engine.rows(loosest(terms, built.forms.of), 0, len(built.entries), COUNTED + 1))

    def _hits(self, built: _Built, terms: Sequence[Term], most: int) -> tuple[Hit, ...]:
        titles = _ranked(built, terms, 0, built.first_text, most)
        texts = _ranked(built, terms, built.first_text, len(built.entries), most)
        titles = titles[: max(most // 2, most - len(texts))]
        marker = Marker(terms, built.forms.of)
        return tuple(Hit(built.entries[row], marker) for row in (*titles, *texts[: most - len(titles)]))

    def _relaxed(self, built: _Built, terms: Sequence[Term]) -> list[Term]:
        """Leave aside what stands nowhere, then the commonest words, until something is found."""
        left = [term for term in terms if self._total(built, [term])]
        for _round in range(_ROUNDS):
            if not left or self._total(built, left):
                return left
            # Of many words more than one must go at a time: a pasted sentence would take a round for each.
            fewer = len(left) - max(1, len(left) // 3)
            rarest = sorted(left, key=lambda term: min(built.count[word] or 1 for word in term.words))[:fewer]
            left = [term for term in left if term in rarest]
        return left[:1]

    def _meant(self, built: _Built, query: Query, total: int) -> str | None:
        """Return a query that finds more, where nothing or little is found."""
        if total >= LITTLE:
            return None
        mended = _mended(built, query, anything=not total)
        plain = " ".join(word for term in query.terms for word in term.words) if query.quoted else query.text
        for suggestion in (mended, plain):
            if suggestion != query.text:
                terms = parse(suggestion + " ").terms
                if terms and self._total(built, terms) > total:
                    return suggestion
        return None


def _build(library: Library, make_engine: MakeEngine) -> _Built:
    titles, texts = titles_of(library), texts_of(library)
    entries = (*titles, *texts)
    places = Places(library)
    count: Counter[str] = Counter()

    def rows() -> Iterator[Row]:
        for number, entry in enumerate(entries):
            written = words(entry.text)
            count.update(set(written))
            yield " ".join(written), places.of(entry, title=number < len(titles))

    engine = make_engine(rows())
    forms = WordForms(count, (framework.language for framework in library.frameworks))
    return _Built(entries, len(titles), engine, count, forms, Spelling(count, forms.begun))


def _ranked(built: _Built, terms: Sequence[Term], low: int, high: int, most: int) -> list[int]:
    found: dict[int, None] = {}
    for demand in tiers(terms, built.forms.of):
        if len(found) >= most:
            break
        # As many more as were found already: those may be found again.
        found.update(dict.fromkeys(built.engine.rows(demand, low, high, most + len(found))))
    return list(found)[:most]


def _mended(built: _Built, query: Query, *, anything: bool) -> str:
    """Return the query with what nobody wrote replaced by what is near to it; where ``anything``, only that."""
    text = query.text
    for term in reversed(query.terms):
        if len(term.words) > 1:
            continue
        (word,) = term.words
        known = built.forms.of(word) or (term.open and built.forms.begun(word))
        near = built.spelling.better(word) if known else built.spelling.nearest(word, growing=term.open)
        if near and not (known and anything and len(query.terms) > 1):
            text = text[: term.start] + near[0] + text[term.end :]
    return text
