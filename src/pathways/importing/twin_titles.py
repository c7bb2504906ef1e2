"""Titles that may be one title, once misspelt: a question for a person, never a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from pathways.i18n import _
from pathways.importing.dimension_names import plain_words
from pathways.importing.imported import Doubt
from pathways.importing.job_titles import is_job_title
from pathways.model.framework import Node

_MOST_COMPARED = 60  # titles of one grade, each with each
_SHORTEST = 4  # letters of a word that may be misspelt
_ALIKE = 0.75


def _are_near(one: str, other: str) -> bool:
    """Tell whether two titles differ in one word alone, and that by a letter or two: "Clirk" and
    "Clerk". Two words that both name a job, such as "warden" and "warder", are no misspelling.
    """
    first, second = plain_words(one), plain_words(other)
    if first == second or len(first) != len(second):
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(differing) != 1 or any(len(w) < _SHORTEST or not w.isalpha() for w in differing[0]):
        return False
    a, b = differing[0]
    if is_job_title(a.capitalize()) and is_job_title(b.capitalize()):
        return False
    return SequenceMatcher(None, a, b).ratio() >= _ALIKE


def twins(nodes: Sequence[Node]) -> Iterator[Doubt]:
    """Yield a doubt for each two roles of one grade whose titles are nearly the same."""
    by_grade: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_grade[node.grade].append(node)
    for same in by_grade.values():
        for one, other in combinations(same[:_MOST_COMPARED], 2):
            if _are_near(one.title, other.title):
                why = _(
                    "These titles differ in a letter or two. I made two roles of them; if they "
                    "are one, put them together."
                )
                yield Doubt(line=0, text=f"{one.title}, {other.title}", why=why)
