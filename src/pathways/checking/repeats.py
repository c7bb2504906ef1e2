"""Statements that one grade makes twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, quoted
from pathways.compare.evidence import find_reasons
from pathways.compare.language import plain_words, same_but_for_looks
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.model.statement import Statement

# share of their meaningful words that two statements have in common when they say nearly the same
_NEARLY = 0.85
_FEWEST_WORDS = 4  # meaningful words, below which two statements are alike by chance
# words from which on the same statement under two headings is a repetition, and no mere keyword
_FEWEST_APART = 5


def check_repeats(subject: Subject) -> Iterator[Finding]:
    """Find what a grade states twice, to the letter or nearly; one finding for each pair, whomever
    it serves.
    """
    found: dict[tuple[str, str], tuple[Statement, Statement, list[str], bool]] = {}
    for node in subject.framework.nodes:
        asked = [
            (s, frozenset(subject.language.content(s.text))) for s in subject.asked_of(node.id)
        ]
        for (first, words), (second, others) in combinations(asked, 2):
            pair = first.id, second.id
            if pair in found:
                found[pair][2].append(node.id)
            elif words == others and _same(first, second):  # the cheap question first
                found[pair] = (first, second, [node.id], True)
            elif _nearly(subject, first, words, second, others):
                found[pair] = (first, second, [node.id], False)
    for first, second, nodes, exactly in found.values():
        yield _twice(subject, first, second, nodes, exactly=exactly)


def _same(first: Statement, second: Statement) -> bool:
    """Tell whether the second repeats the first; lead-ins ("The postholder will:") may stand under
    every heading.
    """
    if first.text.rstrip().endswith(":") or not same_but_for_looks(first.text, second.text):
        return False
    return (
        first.dimensions[0] == second.dimensions[0] or len(plain_words(first.text)) >= _FEWEST_APART
    )


def _nearly(
    subject: Subject,
    first: Statement,
    words: frozenset[str],
    second: Statement,
    others: frozenset[str],
) -> bool:
    """Tell whether two statements have nearly all their words in common, and neither a number nor
    a degree apart.
    """
    if min(len(words), len(others)) < _FEWEST_WORDS or 2 * len(words & others) < _NEARLY * (
        len(words) + len(others)
    ):
        return False
    if any(character.isdecimal() for word in words ^ others for character in word):
        return False
    return not find_reasons(first.text, second.text, subject.weights)


def _twice(
    subject: Subject, first: Statement, second: Statement, nodes: list[str], *, exactly: bool
) -> Finding:
    who = subject.named(*nodes)
    if exactly:
        message = _("This appears twice for {who}: {text}.").format(
            who=who, text=quoted(first.text)
        )
        advice = _("Delete one of the two.")
    else:
        message = _(
            "Nearly the same statement appears twice for {who}: {text} and {other}."
        ).format(who=who, text=quoted(first.text), other=quoted(second.text))
        advice = _("Combine the two, or make the difference clear.")
    return subject.finding(
        Code.SAID_TWICE,
        Severity.WARNING if exactly else Severity.ADVICE,
        message,
        advice,
        nodes=nodes,
        statements=(second, first),
    )
