"""What kind of change a pair of statements is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.compare.change import Change, LevelChange, Verdict
from pathways.compare.language import plain_words, same_but_for_looks
from pathways.compare.signals import Signal, much_alike, on_conditions, on_extent, on_scales
from pathways.compare.weights import Weights
from pathways.i18n import _

_CLEAR = 1.5  # one direction must weigh this much more than the other
_FIRM = 1.5  # signals lighter than this in all decide only between texts that are otherwise alike
_SLIGHT = (
    0.05  # differences of at most this share of the whole are wording, if nothing speaks against it
)
_SHOWN = 2  # reasons shown


def judge(before: str, after: str, weights: Weights) -> tuple[Verdict, str]:
    """Return what kind of change it is from one text to the other, and why in words ("supervise →
    lead").
    """
    if same_but_for_looks(before, after):
        return Verdict.UNCHANGED, ""
    scales, on_scale = on_scales(before, after, weights.language)
    conditions, conditional = on_conditions(before, after, weights.language)
    signals, used = [*scales, *conditions], on_scale | conditional
    gained, lost = _different(before, after, weights)
    if not signals and _slight([*gained, *lost], before, after, weights):
        return Verdict.REWORDED, ""
    gained, lost = [w for w in gained if w not in used], [w for w in lost if w not in used]
    signals += on_extent(before, after, gained, lost, weights)
    if not much_alike(before, after, weights):
        signals = [signal for signal in signals if not signal.leaning]
    if _alternatives(before) > _alternatives(after):
        # One way less to meet it is not less to meet.
        signals = [signal for signal in signals if not (signal.gone and signal.weight < 0)]
    return _decide(signals, alike=_slight([*gained, *lost], before, after, weights))


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
    if real <= {Verdict.EASED, Verdict.DROPPED}:
        return Verdict.EASED
    return Verdict.CHANGED


def _decide(signals: Sequence[Signal], *, alike: bool) -> tuple[Verdict, str]:
    up = sum(signal.weight for signal in signals if signal.weight > 0)
    down = -sum(signal.weight for signal in signals if signal.weight < 0)
    if alike or max(up, down) >= _FIRM:
        if up > 0 and up >= _CLEAR * down:
            return Verdict.RAISED, _reason(signals, up=True)
        if down > 0 and down >= _CLEAR * up:
            return Verdict.EASED, _reason(signals, up=False)
    return Verdict.CHANGED, _mixed(signals)


def _different(before: str, after: str, weights: Weights) -> tuple[list[str], list[str]]:
    """Return the telling words that only the later, and only the earlier text has."""
    old, new = weights.language.content(before), weights.language.content(after)
    gained = [word for word in new if word not in set(old) and _telling(word, weights)]
    lost = [word for word in old if word not in set(new) and _telling(word, weights)]
    return list(dict.fromkeys(gained)), list(dict.fromkeys(lost))


def _telling(word: str, weights: Weights) -> bool:
    return not weights.common(word) or any(character.isdecimal() for character in word)


def _slight(different: Sequence[str], before: str, after: str, weights: Weights) -> bool:
    """Tell whether what differs is so little of a long text that its meaning stands; a number
    never is.
    """
    if any(character.isdecimal() for word in different for character in word):
        return False
    whole = {*weights.language.content(before), *weights.language.content(after)}
    return weights.mass(different) <= _SLIGHT * weights.mass(whole)


def _alternatives(text: str) -> int:
    return sum(word == "or" for word in plain_words(text)) + text.count("/")


def _reason(signals: Iterable[Signal], *, up: bool) -> str:
    fitting = [signal for signal in signals if (signal.weight > 0) == up]
    fitting.sort(key=lambda signal: -abs(signal.weight))
    return "; ".join(signal.why for signal in fitting[:_SHOWN])


def _mixed(signals: Sequence[Signal]) -> str:
    up, down = _reason(signals, up=True), _reason(signals, up=False)
    return "; ".join(
        text.format(why=why)
        for text, why in ((_("more: {why}"), up), (_("less: {why}"), down))
        if why
    )
