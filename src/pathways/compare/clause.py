"""A statement shortened to its main clause, for places where a line has to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pathways.compare.change import StepChange
from pathways.compare.sentences import inside, place
from pathways.compare.small_words import DANGLING
from pathways.i18n import _
from pathways.model.framework import Node

LONGEST = 90  # letters of a short form: about two lines in a narrow column
_FIRST, _EARLIER = 100, 70  # ... of what is told first, and of what stood in its place
_READ = 5_000  # letters of a text among which its main clause is looked for
_FEWEST = 3  # words that must stand before a cut, so that "Where appropriate, …" is no main clause
_BRACKETS = re.compile(r"\s{0,3}[(\[][^()\[\]]{0,400}[)\]]")
_ENDS = re.compile(
    r"[;:](?=\s)|[.!?](?=\s{1,3}[A-Z])|\s[–—-]\s"
    r"|,?\s{1,3}(?:in order to|so that|so as to|to ensure|including|for example|such as|e\.g\.|"
    r"i\.e\.)\b"
    r"|,\s{1,3}(?:(?:which|who|where|whilst|while|when|with|without|thereby|by|as well as"
    r"|taking|using|making|providing|working|acting|having|being|identifying|reporting)\b"
    r"|(?:and\s{1,3})?(?:ensuring|enabling)\b)"
    r"|(?<!ing),\s{1,3}(?P<doing>[a-z]{3,20}ing)\b(?!\s{0,3}(?:[,;/)]|and\b|or\b|$))"
    r"|\s{1,3}(?:ensuring|whilst|thereby|by means of)\b",
    re.IGNORECASE,
)
_NOT_DOING = frozenset("during nothing according regarding excluding spring evening".split())
# "Whilst this is so, that is asked": what is asked is the main clause; of "Where appropriate, …"
# and "If …" nothing may be left out.
_ASIDE = re.compile(r"(?:whilst|while|although|though)\s[^,;.]{3,160},\s", re.IGNORECASE)
_NAMES_A_LIST = re.compile(r"\b(?:kinds|types|sorts|following|follows|namely|these)$")
_BEGINS_A_LIST = re.compile(
    r",?\s(?:and,?\s)?(?:specifically,?\s)?(?:undertak(?:e|es|ing)|includes?|comprises?)$"
)
# Where a reader would draw breath, with the least share of the length that must be left, and how
# good a place it is.
_BREAKS = (
    (re.compile(r",(?=\s)|\s(?=(?:and|or)\s)"), 0.5, 2),
    (re.compile(r"\s(?=(?:as well as|when|if|where|because|until|unless|so that)\s)"), 0.35, 2),
    (re.compile(r"\s(?=(?:for|with|from|through|within|across|on|in|to|by)\s)"), 0.6, 1),
    (re.compile(r"\s(?=(?:that|which|who)\s)"), 0.5, 1),
    (re.compile(r"\s(?=\w{3,20}ing\s(?:the|a|an|their|its|all|any)\s)"), 0.5, 1),
)
_LEAST = 0.3  # of what is nearer to the beginning nothing is left to tell
_UNFINISHED = 2  # how much worse a place is that leaves a phrase unfinished
_IN_A_NAME = 9  # ... or a name
_LISTED = 1  # ... or a list of single words
_ALIKE = 2  # words beyond what two texts share that a short form of one must have
_HELPING_VERBS = frozenset("is are be has have can will must may should".split())
_RELATIVES = (["that"], ["which"], ["who"])
_LOOSE = re.compile(r"\s(?:in order|so as|as well|in relation|with regard|due|prior|rather)$")
_JOINED = re.compile(r"(?<!\S)(\S+)\s(?:and|or)\s(\S+)(?:\s(\S+))?")
_NEXT_IN_LIST = re.compile(r",\s[^\s,]+(?:,|\s(?:and|or)\s)")


def main_clause(text: str, longest: int = LONGEST, *, beside: str = "") -> str:
    """Return the main clause of a statement, without a full stop, with "…" where words were cut.

    ``longest`` is the greatest length in letters; a first word longer than that stays whole, up to
    what a main clause is looked for in. What a text that stands ``beside`` it begins with, too, is
    not all that is told, if there is room.
    """
    whole = " ".join(text[:_READ].split()).rstrip(".;:, ")
    short = _BRACKETS.sub("", whole) or whole
    least = max(_FEWEST, _shared_words(short, beside))
    short = _from_its_main_clause(short, longest)
    for end in _ENDS.finditer(short):
        if end.start() > longest:
            break  # it is cut before
        clause = _without_loose_end(_BEGINS_A_LIST.sub("", short[: end.start()]))
        if len(clause.split()) >= least and _is_end(short, end):
            short = clause
            break
    if len(short) > longest:
        short = _cut(short, longest)
    if short != whole:
        short = _without_loose_end(short)
    return short if short == whole and len(text) <= _READ else f"{short}…"


def first_title(steps: Sequence[StepChange]) -> str:
    """Return the title of what steps tell first: between two organisations no step is stated."""
    if any(step.across for step in steps):
        return _("What stands out at {grade}").format(grade=place(steps[-1].after))
    return _("What makes the steps") if len(steps) > 1 else _("What makes the step")


def told_first(text: str, earlier: str, before: Node) -> tuple[str, str]:
    """Return a statement that is told first in short, and what ``before`` has in its place;
    ``earlier`` is "" where it is new, and so is the second then.
    """
    clause = main_clause(text, _FIRST, beside=earlier)
    if not earlier:
        return clause, ""
    longest = _FIRST if _shared_words(earlier, text) else _EARLIER
    told = _("At {grade}: {text}").format(
        grade=place(before), text=inside(main_clause(earlier, longest, beside=text))
    )
    return clause if clause.endswith("…") else f"{clause}.", told


def _shared_words(text: str, beside: str) -> int:
    """Return how many words a short form must have that is not the same for two texts; 0 where
    they begin with different ones.
    """
    other = _BRACKETS.sub("", beside[:_READ])
    pairs = zip(text.lower().split(), other.lower().split(), strict=False)
    shared = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared + _ALIKE if shared >= _ALIKE else 0


def _from_its_main_clause(text: str, longest: int) -> str:
    """Return a text that is too long without the clause that only leads up to its main one."""
    aside = _ASIDE.match(text)
    return f"…{text[aside.end() :]}" if aside and len(text) > longest else text


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Tell whether a main clause ends where a pattern was found."""
    if end.group().startswith(":"):
        return not _NAMES_A_LIST.search(text[: end.start()])
    doing = end.group("doing")
    begins = text.split(" ", 1)[0].lower()
    return not doing or not (doing.lower() in _NOT_DOING or begins.endswith("ing"))


def _without_loose_end(text: str) -> str:
    words = text.split(" ")
    while len(words) > 1 and words[-1].strip(",;/–—-").lower() in DANGLING:
        words.pop()
    return _LOOSE.sub("", " ".join(words).rstrip(".;:, –—-/"))


def _cut(text: str, longest: int) -> str:
    """Return the beginning of a text, cut where a reader would draw breath."""
    places = [(how_good, place) for how_good, place in _breaks(text, longest) if how_good >= 0]
    if places:
        return text[: max(places)[1]]
    spaces = [m.start() for m in re.finditer(" ", text[:longest])]
    for space in reversed(spaces):
        short = _without_loose_end(text[:space])
        if len(short) > longest * _LEAST and not _fault(text, len(short), longest):
            return short
    return text[: spaces[-1]] if spaces else text.split(" ", 1)[0]


def _breaks(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield (how good it is, where) for each place at which a text may be cut."""
    for pattern, share, how_good in _BREAKS:
        for found in pattern.finditer(text):
            at = found.start()
            if at >= longest:
                break
            if longest * _LEAST < at:
                near = at < longest * share
                yield how_good - near - _fault(text, at, longest), at


def _fault(text: str, at: int, longest: int) -> int:
    """Return how much worse a place is for what is cut there."""
    left = text[:at]
    *before, last = left.lower().split()
    if last in _HELPING_VERBS and before[-1:] not in _RELATIVES:
        return _UNFINISHED
    if _NEXT_IN_LIST.match(text, at) or re.search(r",\s\S+$", left[-longest:]):
        return _LISTED
    start = left.rfind(" ") + 1
    joined = _JOINED.match(text, start)
    if joined and joined.end(1) == at:
        name = joined[1][:1].isupper() and joined[2][:1].isupper()
        return _IN_A_NAME if name else _UNFINISHED * _belong_together(*joined.groups())
    if text[at] == ",":
        behind = text[at + 1 :].split(" ", 3)[1:3]
        plain = len(behind) == 2 and not any(w.lower() in DANGLING or "," in w for w in behind)
        return _UNFINISHED if plain and _belong_together(left[start:], *behind) else 0
    return 0


def _belong_together(first: str, second: str, third: str | None) -> bool:
    """Tell whether two words tell of a third: "external and internal boards", "use and care of"."""
    if third is None or second[-1:] in ",;.:" or second.lower() in _HELPING_VERBS:
        return False
    if third == "of":
        return True
    plural = first.endswith("s") and not first.endswith(("ss", "ous", "us"))
    return not plural and third.strip(",;.").lower() not in DANGLING
