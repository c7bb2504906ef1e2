"""A statement shortened to its main clause, for places where a line has to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.compare.change import StepChange
from pathways.compare.sentences import inside, place
from pathways.compare.small_words import DANGLING
from pathways.i18n import _
from pathways.model.framework import Node

LONGEST = 90  # letters of a short form: about two lines in a narrow column
_FIRST, _EARLIER = 100, 70  # ... of what is told first, and of what stood in its place
_FEWEST = 3  # words that must stand before a cut, so that "Where appropriate, …" is no main clause
_BRACKETS = re.compile(r"\s{0,3}[(\[][^()\[\]]{0,400}[)\]]")
_ENDS = re.compile(
    r"[;:](?=\s)|[.!?](?=\s{1,3}[A-Z])|\s[–—-]\s"
    r"|,?\s{1,3}(?:in order to|so that|so as to|to ensure|including|for example|such as|e\.g\.|"
    r"i\.e\.)\b"
    r"|,\s{1,3}(?:(?:which|who|where|whilst|while|when|with|without|thereby|by|as well as"
    r"|taking|using|making|providing|working|acting|having|being|identifying|reporting)\b"
    r"|(?:and\s{1,3})?(?:ensuring|enabling)\b)"
    r"|\s{1,3}(?:ensuring|whilst|thereby|by means of)\b",
    re.IGNORECASE,
)
# Where a reader would draw breath, the best places first, with the least share that must be left.
_BREAKS = (
    (re.compile(r",(?=\s)|\s(?=(?:and|or)\s)"), 0.5),
    (re.compile(r"\s(?=(?:for|with|from|through|within|across|on|in|to|by)\s)"), 0.6),
)


def main_clause(text: str, longest: int = LONGEST) -> str:
    """Return the main clause of a statement, without a full stop, with "…" where words were cut.

    ``longest`` is the greatest length in letters; a first word longer than that stays whole.
    """
    whole = " ".join(text.split()).rstrip(".;:, ")
    short = _BRACKETS.sub("", whole) or whole
    for end in _ENDS.finditer(short):
        if len(short[: end.start()].split()) >= _FEWEST:
            short = short[: end.start()]
            break
    if len(short) > longest:
        short = _cut(short, longest)
    if short != whole:
        words = short.split(" ")
        while len(words) > 1 and words[-1].strip(",;/–—-").lower() in DANGLING:
            words.pop()
        short = " ".join(words)
        short = short.rstrip(".;:, –—-/")
    return short if short == whole else f"{short}…"


def first_title(steps: Sequence[StepChange]) -> str:
    """Return the title of what steps tell first: between two organisations no step is stated."""
    if any(step.across for step in steps):
        return _("What stands out at {grade}").format(grade=place(steps[-1].after))
    return _("What makes the steps") if len(steps) > 1 else _("What makes the step")


def told_first(text: str, earlier: str, before: Node) -> tuple[str, str]:
    """Return a statement that is told first in short, and what ``before`` has in its place;
    ``earlier`` is "" where it is new, and so is the second then.
    """
    clause = main_clause(text, _FIRST)
    if not earlier:
        return clause, ""
    told = _("At {grade}: {text}").format(
        grade=place(before), text=inside(main_clause(earlier, _EARLIER))
    )
    return clause if clause.endswith("…") else f"{clause}.", told


def _cut(text: str, longest: int) -> str:
    """Return the beginning of a text, cut where a reader would draw breath."""
    for pattern, share in _BREAKS:
        places = [m.start() for m in pattern.finditer(text) if longest * share < m.start()]
        fitting = [place for place in places if place < longest]
        if fitting:
            return text[: fitting[-1]]
    space = text.rfind(" ", 0, longest)
    return text[:space] if space > 0 else text.split(" ", 1)[0]
