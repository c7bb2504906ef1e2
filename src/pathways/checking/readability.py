"""Texts that are hard to read, measured by plain counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, quoted
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.model.statement import Statement

LONGEST_SENTENCE = (
    40  # words; plain English guides ask for 15 to 25, and duties that list things need some more
)
_MOST_SENTENCES = (
    5  # sentences of one statement; with more, two grades can hardly be compared point by point
)
# Flesch reading ease; below 30 a text is "very difficult", fit for graduates (Flesch 1949)
HARD = 30.0
_FEWEST_WORDS = 100  # the figure was made for samples of a hundred words; for less it says nothing

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)[.!?][”’\"')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|;\s+|\n+"
)
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")


def check_readability(subject: Subject) -> Iterator[Finding]:
    """Find long sentences, statements of many sentences and, in English, frameworks that are hard
    to read.
    """
    for statement in subject.framework.statements:
        yield from _long(subject, statement)
    if subject.is_english:
        yield from _hard(subject)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a semicolon ends one, for the reader can draw breath
    there.
    """
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def words(text: str) -> list[str]:
    """Return the words of a text, those with a hyphen as one."""
    return _WORD.findall(text)


def reading_ease(texts: Sequence[str]) -> float:
    """Return the Flesch reading ease of English texts: 60 to 70 is plain English, below 30 very
    difficult.

    206.835 - 1.015 x words per sentence - 84.6 x syllables per word; syllables are estimated from
    the spelling.
    """
    parts = [part for text in texts for part in sentences(text)]
    found = [word for part in parts for word in words(part)]
    if not found:
        return 100.0
    return (
        206.835 - 1.015 * len(found) / len(parts) - 84.6 * sum(map(syllables, found)) / len(found)
    )


def syllables(word: str) -> int:
    """Estimate the syllables of an English word: its groups of vowels, without a silent e at the
    end.
    """
    word = word.lower()
    count = len(_VOWELS.findall(word))
    if re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscgzxl]es$|[aeiouy]les?$", word):
        count -= 1
    return max(1, count)


def _long(subject: Subject, statement: Statement) -> Iterator[Finding]:
    longest = max(sentences(statement.text), key=lambda part: len(words(part)))
    count = len(words(longest))
    if count > LONGEST_SENTENCE:
        yield subject.finding(
            Code.LONG_SENTENCE,
            Severity.ADVICE,
            _("A sentence of {count} words: {text}.").format(count=count, text=quoted(longest)),
            _("Split it: people can take in up to {limit} words at a time.").format(
                limit=LONGEST_SENTENCE
            ),
            statements=(statement,),
        )
    full = re.split(r"[.!?]\s+(?=[A-Z])", statement.text)
    if len(full) > _MOST_SENTENCES and not statement.definition:
        yield subject.finding(
            Code.LONG_STATEMENT,
            Severity.ADVICE,
            _("One statement of {count} sentences: {text}.").format(
                count=len(full), text=quoted(statement.text)
            ),
            _("Split it into points, so that each can be compared with the next grade."),
            statements=(statement,),
        )


def _eases(subject: Subject) -> dict[str, float]:
    """Return the reading ease of every node that has enough text for it."""
    texts = {
        node.id: [s.text for s in subject.asked_of(node.id)] for node in subject.framework.nodes
    }
    return {
        node: reading_ease(t)
        for node, t in texts.items()
        if sum(len(words(x)) for x in t) >= _FEWEST_WORDS
    }


def _hard(subject: Subject) -> Iterator[Finding]:
    eases = _eases(subject)
    hard = sorted((node for node in eases if eases[node] < HARD), key=lambda node: eases[node])
    if not hard:
        return
    whole = reading_ease([s.text for s in subject.framework.statements if not s.definition])
    message = _(
        "Hard to read: {nodes}, with a reading ease of {ease} (plain English has 60 or more)."
    )
    if whole < HARD:
        message = _("Hard to read: a reading ease of {whole} (plain English has 60 or more).")
    if whole < HARD and len(eases) > 1:
        message = _(
            "Hard to read: a reading ease of {whole} (plain English has 60 or more), only {ease} "
            "for {first}."
        )
    yield subject.finding(
        Code.HARD_TO_READ,
        Severity.ADVICE,
        message.format(
            whole=round(whole),
            ease=round(eases[hard[0]]),
            nodes=subject.named(*hard),
            first=subject.named(hard[0]),
        ),
        _("Use shorter sentences and everyday words where the meaning allows."),
        nodes=hard,
        keys=("title",),
    )
