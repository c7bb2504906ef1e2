"""Why a change is what it is, in words: phrases of the two texts, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pathways.compare.pair import Reason, lined_up
from pathways.compare.reading import Reading
from pathways.compare.sentences import inside
from pathways.compare.small_words import DANGLING
from pathways.i18n import _

_ENOUGH = 0.9  # what a reason weighs that is enough by itself
_SHOWN = 2  # reasons shown
_SLOT = 2  # words: two stretches so short stand in each other's place

_Span = tuple[int, int]  # places of words, the second exclusive


class _ToldReason(NamedTuple):
    """A reason with its words as they are written; "" for nothing."""

    before: str
    after: str


def reason_in_words(reasons: Iterable[Reason], before: Reading, after: Reading, *, up: bool) -> str:
    """Return the weightiest reasons for more, or for less, in words; "" where there is no phrase
    that tells it.
    """
    return "; ".join(map(_in_words, _told(reasons, before, after, up=up)))


def both_ways(reasons: Sequence[Reason], before: Reading, after: Reading) -> str:
    """Return what speaks for more and what for less, in words; "" where one of them has none."""
    up = _told(reasons, before, after, up=True)
    down = _told(reasons, before, after, up=False)
    if not (up and down):
        return ""  # half of it would speak against the verdict
    sides = ["; ".join(map(_in_words, told)) for told in (up, down)]
    if all(one.before and one.after for one in (*up, *down)):
        sides = [_("more: {why}").format(why=sides[0]), _("less: {why}").format(why=sides[1])]
    return "; ".join(sides)  # what comes or goes says by itself which


def _told(
    reasons: Iterable[Reason], before: Reading, after: Reading, *, up: bool
) -> list[_ToldReason]:
    fitting = [
        reason
        for reason in reasons
        if (reason.before or reason.after) and (reason.weight > 0) == up
    ]
    if any(reason.kind != "duty" and abs(reason.weight) >= _ENOUGH for reason in fitting):
        fitting = [reason for reason in fitting if reason.kind != "duty"]
    fitting.sort(key=lambda reason: -abs(reason.weight))
    # two kinds of evidence may rest on the same words: they are told once
    once = {
        (told.before.lower(), told.after.lower()): told
        for told in (_written(reason, before, after) for reason in fitting)
        if told
    }
    whole = [one for one in once.values() if not _is_part(one, once.values())]
    return whole[:_SHOWN]


def _is_part(told: _ToldReason, all_told: Iterable[_ToldReason]) -> bool:
    """Tell whether a word that comes or goes is told with the phrase that it stands in."""
    if told.before and told.after:
        return False
    return any(
        other != told
        and told.before.lower() in other.before.lower()
        and told.after.lower() in other.after.lower()
        for other in all_told
    )


def _in_words(told: _ToldReason) -> str:
    if told.before and told.after:
        return f"{told.before} → {told.after}"
    if told.after:
        return _("adds: {words}").format(words=told.after)
    return _("no longer: {words}").format(words=told.before)


def _written(reason: Reason, before: Reading, after: Reading) -> _ToldReason | None:
    """Return a reason as the texts have it; None where its words tell nothing, because the other
    text says them, too.
    """
    for gone, come in _placed(reason, before, after):
        if gone and come:
            gone, come = _told_apart(
                reason, *_to_the_noun(gone, come, before, after), before, after
            )
        if _stands(before, gone, after, come):
            gone = None
        if _stands(after, come, before, gone):
            come = None
        if gone or come:
            return _ToldReason(_phrase(before, gone), _phrase(after, come))
        return None
    return None


def _told_apart(
    reason: Reason, gone: _Span, come: _Span, before: Reading, after: Reading
) -> tuple[_Span, _Span]:
    """Return the words that stand in the place of those that tell, where both texts have the one:
    "design and support", "design and lead".
    """
    shared = _stands(before, gone, after, come), _stands(after, come, before, gone)
    if shared[0] is shared[1]:
        return gone, come
    for tag, i1, i2, j1, j2 in lined_up(before, after):
        holds = j1 <= come[0] < come[1] <= j2 if shared[0] else i1 <= gone[0] < gone[1] <= i2
        if tag == "replace" and holds and max(i2 - i1, j2 - j1) <= _SLOT:
            other = _has_word(before, reason.kind, i1, i2), _has_word(after, reason.kind, j1, j2)
            if all(other):
                return (i1, i2), (j1, j2)
    return gone, come


def _has_word(reading: Reading, scale: str, start: int, end: int) -> bool:
    return any(hit.scale.id == scale and start <= hit.start < end for hit in reading.hits)


def _placed(
    reason: Reason, before: Reading, after: Reading
) -> Iterator[tuple[_Span | None, _Span | None]]:
    """Yield where the two phrases of a reason stand."""
    gone = list(_found(before, reason.before)) if reason.before else [None]
    come = list(_found(after, reason.after)) if reason.after else [None]
    yield from ((one, other) for one in gone for other in come)


def _found(reading: Reading, phrase: str) -> Iterator[_Span]:
    """Yield the places of a phrase, as it is written but for capitals."""
    wanted = phrase.lower()
    for start, (begins, _end) in enumerate(reading.spans):
        if reading.text[begins : begins + len(phrase)].lower() == wanted:
            ends = begins + len(phrase)
            end = next((n for n, span in enumerate(reading.spans) if span[1] == ends), None)
            if end is not None:
                yield start, end + 1


def _to_the_noun(gone: _Span, come: _Span, before: Reading, after: Reading) -> tuple[_Span, _Span]:
    """Make the two phrases alike in what they leave out: "geographical area" stands in the place of
    "Service area", not of "Service".
    """
    return _reached(gone, come, before, after), _reached(come, gone, after, before)


def _reached(span: _Span, other: _Span, reading: Reading, beside: Reading) -> _Span:
    """Return a phrase with the word at its side that the other phrase begins or ends with."""
    start, end = span
    first, last = beside.stems[other[0]], beside.stems[other[1] - 1]
    if end < len(reading.stems) and _next_to(reading, end - 1, end) and reading.stems[end] == last:
        return (start, end + 1) if _tells(reading.words[end]) else span
    if start and _next_to(reading, start - 1, start) and reading.stems[start - 1] == first:
        return (start - 1, end) if _tells(reading.words[start - 1]) else span
    return span


def _next_to(reading: Reading, left: int, right: int) -> bool:
    return not reading.between(left, right).strip()


def _tells(word: str) -> bool:
    return word not in DANGLING


def _stands(reading: Reading, span: _Span | None, other: Reading, taken: _Span | None) -> bool:
    """Tell whether the other text says a phrase, too, elsewhere than in what stands against it. Of
    what the two begin with, only what they begin with counts: "provide a service" became "manage a
    service, and provide advice".
    """
    if span is None:
        return False
    wanted, length = reading.words[span[0] : span[1]], span[1] - span[0]
    begins = taken and reading.heads()[:1] == [span[0]] and other.heads()[:1] == [taken[0]]
    return any(
        other.words[place : place + length] == wanted
        and not (taken and taken[0] <= place and place + length <= taken[1])
        for place in (other.heads() if begins else range(len(other.words)))
    )


def _phrase(reading: Reading, span: _Span | None) -> str:
    """Return a phrase as it is written, without the capital of a sentence and without "'s"."""
    if span is None:
        return ""
    start, end = span
    words = reading.phrase(start, end)
    last = reading.text[slice(*reading.spans[end - 1])].lower()
    words = words[: len(words) - (len(last) - len(reading.words[end - 1]))]
    begins = start == 0 or any(sign in reading.between(start - 1, start) for sign in ".!?:")
    capital = words[1:2].islower() or (words[1:2] == " " and words[2:3].islower())  # not "A Level"
    return inside(words) if begins and capital else words
