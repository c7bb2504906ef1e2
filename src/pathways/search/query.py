"""What a person typed into the search box, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pathways.search.words import Token, tokens

MOST_WORDS = 32  # of a query; a pasted page needs no more to be found

_QUOTES = '"“”„‟«»″＂'
_QUOTE = re.compile(f"[{_QUOTES}]")


@dataclass(frozen=True)
class Term:
    """A word, or the words of a quoted phrase, each with its place in the query.

    ``open`` tells that the last word may still be growing, so that it stands for all words that
    begin with it.
    """

    tokens: tuple[Token, ...]
    quoted: bool = False
    open: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words without their places."""
        return tuple(token.word for token in self.tokens)

    @property
    def start(self) -> int:
        """Return where the term begins in the query."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return where the term ends in the query."""
        return self.tokens[-1].end


@dataclass(frozen=True)
class Query:
    """The terms of a query in order; ``text`` is what was typed."""

    text: str
    terms: tuple[Term, ...]

    @property
    def quoted(self) -> bool:
        """Tell whether any term is a phrase in quotation marks."""
        return any(term.quoted for term in self.terms)


def parse(text: str) -> Query:
    """Take a query apart; whatever it holds, signs and operators are no more than gaps between
    words.

    A quotation mark that is never closed is taken as closed at the end. The last word is open
    unless a space or a quotation mark follows it. Words after the first 32 are left aside.
    """
    terms: list[Term] = []
    begin, inside = 0, False
    for end in [*(found.start() for found in _QUOTE.finditer(text)), len(text)]:
        room = MOST_WORDS - sum(len(term.words) for term in terms)
        terms.extend(_terms(text, begin, end, quoted=inside, room=room))
        begin, inside = end + 1, not inside
        if room <= 0:
            break
    if terms and not text[-1].isspace() and text[-1] not in _QUOTES:
        terms[-1] = replace(terms[-1], open=True)
    return Query(text, tuple(terms))


def _terms(text: str, begin: int, end: int, *, quoted: bool, room: int) -> list[Term]:
    found: list[Token] = []
    for token in tokens(text[begin:end]):
        if len(found) >= room:
            break
        found.append(Token(token.word, token.start + begin, token.end + begin))
    if quoted and found:
        return [Term(tuple(found), quoted=True)]
    return [Term((token,)) for token in found]
