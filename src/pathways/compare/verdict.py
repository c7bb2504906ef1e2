"""What kind of change a pair of statements is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.compare.additions import adds_only_aims
from pathways.compare.change import Change, LevelChange, Verdict
from pathways.compare.directions import lean
from pathways.compare.evidence import find_reasons
from pathways.compare.language import same_but_for_looks
from pathways.compare.leanings import leaning
from pathways.compare.pair import Context, Pair, Reason
from pathways.compare.reading import read
from pathways.compare.reason_words import both_ways, reason_in_words
from pathways.compare.weights import Weights

_CLEAR = 1.7  # one direction must weigh this much more than the other
_ENOUGH = 0.9  # what the reasons for one direction must weigh in all
_LEANING = 0.5  # how much the learned leaning of the words counts beside the reasons
_SUPPORTS = 0.45  # ... at most this share of them where it supports them
_OPPOSES = 0.2  # ... and at most this much where it speaks against them
_AGAINST = 0.5  # what a word against silence counts where placed words say the opposite
_SLIGHT = (
    0.08  # differences of at most this share of the whole are wording, if nothing speaks against it
)
_WAYS = {1: Verdict.RAISED, -1: Verdict.EASED}


def judge(
    before: str,
    after: str,
    weights: Weights,
    beside_before: Context | None = None,
    beside_after: Context | None = None,
) -> tuple[Verdict, str]:
    """Return what kind of change it is from one text to the other, and why in words ("supervise →
    lead").

    ``beside_before`` and ``beside_after`` are the statements next to the two in their documents.
    The other way round it is the mirror image: raised and eased change places, all else stays.
    """
    if same_but_for_looks(before, after):
        return Verdict.UNCHANGED, ""
    reasons = find_reasons(before, after, weights, beside_before, beside_after)
    if not reasons and (_slight(before, after, weights) or _same_with_aims(before, after, weights)):
        return Verdict.REWORDED, ""
    texts = read(before, weights.language), read(after, weights.language)
    up = _weigh(reasons, 1)
    down = _weigh(reasons, -1)
    net = _with_leaning(up - down, _LEANING * lean(before, after, weights.language))
    if net >= _ENOUGH and up > _CLEAR * down:
        return Verdict.RAISED, reason_in_words(reasons, *texts, up=True)
    if -net >= _ENOUGH and down > _CLEAR * up:
        return Verdict.EASED, reason_in_words(reasons, *texts, up=False)
    way = leaning(before, after, weights)
    if way:
        return _WAYS[way], reason_in_words(reasons, *texts, up=way > 0)
    return Verdict.CHANGED, both_ways(reasons, *texts) if up and down else ""


def judge_dimension(
    changes: Iterable[Change | LevelChange], before_states: bool, after_states: bool
) -> Verdict:
    """Return what happens to a whole dimension, from what happens to its statements."""
    if not before_states and not after_states:
        return Verdict.NOT_STATED
    if not before_states:
        return Verdict.NEW
    if not after_states:
        return Verdict.DROPPED
    verdicts = {change.verdict for change in changes}
    real = {verdict for verdict in verdicts if verdict.is_change}
    if not real:
        return Verdict.REWORDED if Verdict.REWORDED in verdicts else Verdict.UNCHANGED
    if real <= {Verdict.RAISED, Verdict.NEW}:
        return Verdict.RAISED
    if Verdict.EASED in real and real <= {Verdict.EASED, Verdict.DROPPED}:
        return Verdict.EASED  # what is merely not said again is no loss
    return Verdict.CHANGED


def _weigh(reasons: Sequence[Reason], way: int) -> float:
    """Add up the reasons for one direction: a hint, and a word against silence, counts half where
    words that stand in each other's place say the opposite.
    """
    against = any(r.weight * way < 0 and r.before and r.after for r in reasons)
    return sum(
        abs(r.weight) * (_AGAINST if against and _is_lone_word(r) else 1.0)
        for r in reasons
        if r.weight * way > 0
    )


def _is_lone_word(reason: Reason) -> bool:
    placed = reason.before and reason.after
    return not placed and reason.kind not in ("condition", "duty")


def _with_leaning(reasons: float, leaning: float) -> float:
    """Add the leaning of the words: it may tip the scales, not fill them."""
    most = _SUPPORTS * abs(reasons) if reasons * leaning > 0 else _OPPOSES
    return reasons + max(-most, min(most, leaning))


def _slight(before: str, after: str, weights: Weights) -> bool:
    """Tell whether what differs is so little of a long text that its meaning stands; a number
    never is.
    """
    old, new = set(weights.language.content(before)), set(weights.language.content(after))
    different = {word for word in old ^ new if not weights.common(word) or _has_digit(word)}
    if any(map(_has_digit, different)):
        return False
    return weights.mass(different) <= _SLIGHT * weights.mass(old | new)


def _same_with_aims(before: str, after: str, weights: Weights) -> bool:
    """Tell whether the two are the same but for what for."""
    first, second = sorted((before, after))
    return adds_only_aims(Pair(first, second, weights, (None, None)))


def _has_digit(word: str) -> bool:
    return any(character.isdecimal() for character in word)
