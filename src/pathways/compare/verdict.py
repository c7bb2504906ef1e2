"""What kind of change a pair of statements is, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pathways.compare.change import Change, Verdict
from pathways.compare.language import Key, Language, find_phrases, plain_words, same_but_for_looks
from pathways.compare.weights import Weights
from pathways.i18n import _
from pathways.model.vocabulary import Scale

_CLEAR = 1.5  # one direction must weigh this much more than the other
_EXTENSION = 1.5  # how much it weighs that a text only gains words, or only loses some
_LOPSIDED = 0.34  # ... which it does when the other side has at most this share of them
_NOTICEABLE = 0.1  # ... and they are at least this share of the whole
_SLIGHT = 0.05  # differences of at most this share of the whole are wording, if nothing speaks against it
_BEGINNING = 6  # a word counts as what a statement begins with up to this place
_SHOWN = 2  # reasons shown


class _Signal(NamedTuple):
    """One reason to think that a text asks for more (weight above 0) or less (below 0); ``gone`` if words only left."""

    weight: float
    why: str
    gone: bool = False


def judge(before: str, after: str, weights: Weights) -> tuple[Verdict, str]:
    """Return what kind of change it is from one text to the other, and why in words ("supervise → lead")."""
    if same_but_for_looks(before, after):
        return Verdict.UNCHANGED, ""
    scales, swapped = _scales(before, after, weights.language)
    signals = [*scales, *_conditions(before, after, weights.language)]
    gained, lost = _different(before, after, weights)
    if not signals and _slight(gained, lost, before, after, weights):
        return Verdict.REWORDED, ""
    signals += _extension(
        before, after, [w for w in gained if w not in swapped], [w for w in lost if w not in swapped], weights
    )
    if _alternatives(before) > _alternatives(after):
        # One way less to meet it is not less to meet.
        signals = [signal for signal in signals if not (signal.gone and signal.weight < 0)]
    up = sum(signal.weight for signal in signals if signal.weight > 0)
    down = -sum(signal.weight for signal in signals if signal.weight < 0)
    if up > 0 and up >= _CLEAR * down:
        return Verdict.RAISED, _reason(signals, up=True)
    if down > 0 and down >= _CLEAR * up:
        return Verdict.EASED, _reason(signals, up=False)
    return Verdict.CHANGED, _mixed(signals)


def judge_dimension(changes: Iterable[Change], before_states: bool, after_states: bool) -> Verdict:
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


def _different(before: str, after: str, weights: Weights) -> tuple[list[str], list[str]]:
    """Return the telling words that only the later, and only the earlier text has."""
    first, second = set(weights.language.content(before)), set(weights.language.content(after))
    gained = [w for w in weights.language.content(after) if w not in first and _telling(w, weights)]
    lost = [w for w in weights.language.content(before) if w not in second and _telling(w, weights)]
    return list(dict.fromkeys(gained)), list(dict.fromkeys(lost))


def _telling(word: str, weights: Weights) -> bool:
    return not weights.common(word) or any(character.isdigit() for character in word)


def _slight(gained: list[str], lost: list[str], before: str, after: str, weights: Weights) -> bool:
    """Tell whether what differs is so little of a long text that its meaning stands; a number never is."""
    different = [*gained, *lost]
    if any(character.isdigit() for word in different for character in word):
        return False
    return sum(map(weights.rarity, different)) <= _SLIGHT * _whole(before, after, weights)


def _whole(before: str, after: str, weights: Weights) -> float:
    return sum(map(weights.rarity, {*weights.language.content(before), *weights.language.content(after)}))


def _alternatives(text: str) -> int:
    return sum(word == "or" for word in plain_words(text)) + text.count("/")


def _scales(before: str, after: str, language: Language) -> tuple[list[_Signal], set[str]]:
    """Return what the scales say, and the words that were swapped for others on a scale."""
    signals, swapped = [], set()
    for scale, levels in language.scales:
        old, new = _on(levels, before, language), _on(levels, after, language)
        signal = _move_of_first(scale, old, new) or _move(scale, old, new)
        if signal:
            signals.append(signal)
        gone, come = {word for _place, word in old}, {word for _place, word in new}
        if gone - come and come - gone:
            swapped |= {stem for _level, word in gone ^ come for stem in language.canonical(word)}
    return signals, swapped


Found = list[tuple[int, tuple[int, str]]]  # (place in the text, (level, word))


def _on(levels: dict[Key, tuple[int, str]], text: str, language: Language) -> Found:
    longest = max(map(len, levels), default=1)
    return [(place, levels[phrase]) for place, phrase in find_phrases(language.stems(text), levels, longest)]


def _move_of_first(scale: Scale, before: Found, after: Found) -> _Signal | None:
    """Compare what the two statements begin with, where the scale says that this decides."""
    if not scale.first or not before or not after or before[0][0] > _BEGINNING or after[0][0] > _BEGINNING:
        return None
    (low, old), (high, new) = before[0][1], after[0][1]
    return None if low == high else _Signal(scale.weight if high > low else -scale.weight, f"{old} → {new}")


def _move(scale: Scale, before: Found, after: Found) -> _Signal | None:
    """Compare the strongest words on a scale (of alternatives the weakest) that the two texts do not share."""
    old, new = Counter(word for _place, word in before), Counter(word for _place, word in after)
    if scale.alternatives:
        if not old or not new:
            return None
        gone, come = [min(old)], [min(new)]
    else:
        gone, come = sorted(old - new), sorted(new - old)
    if gone and come:
        (low, was), (high, now) = gone[-1], come[-1]
        return None if low == high else _Signal(scale.weight if high > low else -scale.weight, f"{was} → {now}")
    if come:
        return _added(scale, come[-1], max(old)[0] if old else scale.absent, bool(old))
    if gone:
        return _removed(scale, gone[-1], max(new)[0] if new else scale.absent, bool(new))
    return None


def _added(scale: Scale, come: tuple[int, str], base: int | None, others: bool) -> _Signal | None:
    level, word = come
    if base is None or level == base or (others and level < base):
        return None
    return _Signal(scale.weight if level > base else -scale.weight, _("adds “{words}”").format(words=word))


def _removed(scale: Scale, gone: tuple[int, str], base: int | None, others: bool) -> _Signal | None:
    level, word = gone
    if base is None or level == base or (others and level < base):
        return None
    why = _("no longer “{words}”").format(words=word)
    return _Signal(-scale.weight if level > base else scale.weight, why, gone=True)


def _conditions(before: str, after: str, language: Language) -> list[_Signal]:
    longest = max(map(len, language.conditions), default=1)
    old = [words for _place, words in find_phrases(language.stems(before), language.conditions, longest)]
    new = [words for _place, words in find_phrases(language.stems(after), language.conditions, longest)]
    weight = language.vocabulary.conditions.weight
    if len(old) > len(new):
        return [_Signal(weight, _("no longer “{words}”").format(words=language.conditions[old[-1]]))]
    if len(new) > len(old):
        return [_Signal(-weight, _("adds “{words}”").format(words=language.conditions[new[-1]]))]
    return []


def _extension(before: str, after: str, gained: list[str], lost: list[str], weights: Weights) -> list[_Signal]:
    """A text that only gains content asks for more; one that only loses some asks for less."""
    more, less = sum(map(weights.rarity, gained)), sum(map(weights.rarity, lost))
    whole = _whole(before, after, weights)
    if max(more, less) < _NOTICEABLE * whole or min(more, less) > _LOPSIDED * max(more, less):
        return []
    if more > less:
        return [_Signal(_EXTENSION, _("also: {words}").format(words=_as_written(gained, after, weights.language)))]
    why = _("no longer: {words}").format(words=_as_written(lost, before, weights.language))
    return [_Signal(-_EXTENSION, why, gone=True)]


def _as_written(stems: list[str], text: str, language: Language, most: int = 4) -> str:
    """Return the words of ``text`` behind canonical stems, in its order."""
    wanted, found = set(stems), []
    for word in plain_words(text):
        stem = language.canonical(word)[-1:]
        if stem and stem[0] in wanted:
            wanted.discard(stem[0])
            found.append(word)
    return ", ".join(found[:most]) + (" …" if len(found) > most else "")


def _reason(signals: list[_Signal], *, up: bool) -> str:
    fitting = [signal for signal in signals if (signal.weight > 0) == up]
    fitting.sort(key=lambda signal: -abs(signal.weight))
    return "; ".join(signal.why for signal in fitting[:_SHOWN])


def _mixed(signals: list[_Signal]) -> str:
    up, down = _reason(signals, up=True), _reason(signals, up=False)
    if up and down:
        return _("more: {up}; less: {down}").format(up=up, down=down)
    return up or down
