"""Reasons to think that one text asks for more, or for less, than another."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from pathways.compare.language import Key, Language, find_phrases, plain_words
from pathways.compare.weights import Weights
from pathways.i18n import _
from pathways.model.vocabulary import Scale

_BEGINNING = 6  # a word counts as what a statement begins with up to this place
_FAR = 2  # behind an equal beginning, words must be this many levels apart to count
_EXTENSION = 1.5  # how much it weighs that a text only gains words, or only loses some
_LOPSIDED = 0.34  # ... which it does when the other side has at most this share of them
_NOTICEABLE = 0.1  # ... and they are at least this share of the whole
_CONTAINED = 0.5  # texts are much alike when this share of the shorter stands in the longer
_OPENING = 3  # ... or when so many meaningful words at the beginning are the same
_SHOWN_WORDS = 4

Word = tuple[int, str]  # (level from 1, as the vocabulary writes it)
Found = list[tuple[int, Word]]  # (place in the text, word), in order


class Signal(NamedTuple):
    """One reason: ``weight`` above 0 for more, below 0 for less.

    ``gone`` where words only left, ``leaning`` where it says something only if the texts are
    otherwise much alike.
    """

    weight: float
    why: str
    gone: bool = False
    leaning: bool = False


def on_scales(before: str, after: str, language: Language) -> tuple[list[Signal], set[str]]:
    """Return what the scales say, and the canonical stems of the words that this rests on."""
    signals: list[Signal] = []
    used: set[str] = set()
    for scale, levels in language.scales:
        old, new = (
            _on(levels, language.stems(before), language),
            _on(levels, language.stems(after), language),
        )
        signal = (
            _move_in_place(scale, levels, before, after, language)
            if scale.in_place
            else _move(scale, old, new)
        )
        gone, come = {word for _place, word in old}, {word for _place, word in new}
        if signal:
            signals.append(signal)
        if signal or (gone - come and come - gone):
            used |= {stem for _level, word in gone ^ come for stem in language.canonical(word)}
    return signals, used


def _on(levels: dict[Key, Word], stems: Key, language: Language) -> Found:
    longest = max(map(len, levels), default=1)
    return [(place, levels[phrase]) for place, phrase in find_phrases(stems, levels, longest)]


def _move(scale: Scale, old: Found, new: Found) -> Signal | None:
    if scale.first:
        return _move_of_first(scale, old, new)
    if scale.alternatives:
        return (
            _swapped(scale, min(w for _p, w in old), min(w for _p, w in new))
            if old and new
            else None
        )
    return _move_of_strongest(scale, old, new)


def _move_of_first(scale: Scale, old: Found, new: Found) -> Signal | None:
    """Compare what the two statements begin with; only where that is level, what else they have."""
    if not old or not new or max(old[0][0], new[0][0]) > _BEGINNING:
        return None
    first = _swapped(scale, old[0][1], new[0][1])
    if first or old[0][1] == new[0][1]:
        return first
    gone, come = _not_shared(old, new)
    far = gone and come and abs(gone[-1][0] - come[-1][0]) >= _FAR
    return _swapped(scale, gone[-1], come[-1]) if far else None


def _move_of_strongest(scale: Scale, old: Found, new: Found) -> Signal | None:
    """Compare the strongest words that the two texts do not share; silence counts as the scale
    says.
    """
    gone, come = _not_shared(old, new)
    if gone and come:
        return _swapped(scale, gone[-1], come[-1])
    if come:
        base = max(w for _p, w in old)[0] if old else scale.absent
        return _alone(scale, come[-1], base, bool(old), came=True)
    if gone:
        base = max(w for _p, w in new)[0] if new else scale.absent
        return _alone(scale, gone[-1], base, bool(new), came=False)
    return None


def _move_in_place(
    scale: Scale, levels: dict[Key, Word], before: str, after: str, language: Language
) -> Signal | None:
    """Compare words only where, in the run of the text, one stands in the place of the other."""
    old, new = language.stems(before), language.stems(after)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 < len(old):
            gone, come = _not_shared(
                _on(levels, old[i1:i2], language), _on(levels, new[j1:j2], language)
            )
            signal = _swapped(scale, gone[-1], come[-1]) if gone and come else None
            if signal:
                return signal._replace(leaning=True)
    return None


def _not_shared(old: Found, new: Found) -> tuple[list[Word], list[Word]]:
    """Return the words that only one of the two has, the weakest first."""
    before, after = Counter(word for _place, word in old), Counter(word for _place, word in new)
    return sorted(before - after), sorted(after - before)


def _swapped(scale: Scale, was: Word, now: Word) -> Signal | None:
    if was[0] == now[0]:
        return None
    return Signal(scale.weight if now[0] > was[0] else -scale.weight, f"{was[1]} → {now[1]}")


def _alone(
    scale: Scale, word: Word, base: int | None, others: bool, *, came: bool
) -> Signal | None:
    """A word that came, or went, without another in its place: it counts against what else is
    there, or silence.
    """
    level, written = word
    if base is None or level == base or (others and level < base):
        return None
    up = (level > base) is came
    why = _("adds “{words}”") if came else _("no longer “{words}”")
    return Signal(
        scale.weight if up else -scale.weight,
        why.format(words=written),
        gone=not came,
        leaning=not came,
    )


def on_conditions(before: str, after: str, language: Language) -> tuple[list[Signal], set[str]]:
    """Return whether a condition ("where appropriate") came, which weakens, or went; and the stems
    of all there are.
    """
    longest = max(map(len, language.conditions), default=1)
    old = [
        words
        for _place, words in find_phrases(language.stems(before), language.conditions, longest)
    ]
    new = [
        words for _place, words in find_phrases(language.stems(after), language.conditions, longest)
    ]
    weight = language.vocabulary.conditions.weight
    signals = []
    if len(old) > len(new):
        signals = [
            Signal(weight, _("no longer “{words}”").format(words=language.conditions[old[-1]]))
        ]
    elif len(new) > len(old):
        signals = [Signal(-weight, _("adds “{words}”").format(words=language.conditions[new[-1]]))]
    return signals, {
        stem for words in (*old, *new) for stem in language.canonical(language.conditions[words])
    }


def on_extent(
    before: str, after: str, gained: list[str], lost: list[str], weights: Weights
) -> list[Signal]:
    """Return whether one text holds the other and only adds to it, which asks for more, or only
    leaves out.

    ``gained`` and ``lost`` are the telling words that only the later, and only the earlier text
    has.
    """
    more, less = weights.mass(gained), weights.mass(lost)
    whole = weights.mass({*weights.language.content(before), *weights.language.content(after)})
    if max(more, less) < _NOTICEABLE * whole or min(more, less) > _LOPSIDED * max(more, less):
        return []
    if more > less:
        why = _("also: {words}").format(words=_as_written(gained, after, weights.language))
        return [Signal(_EXTENSION, why, leaning=True)]
    why = _("no longer: {words}").format(words=_as_written(lost, before, weights.language))
    return [Signal(-_EXTENSION, why, gone=True, leaning=True)]


def much_alike(before: str, after: str, weights: Weights) -> bool:
    """Tell whether two texts begin alike, or half of what the shorter says stands in the longer
    too.
    """
    begins, began = (
        weights.language.content(before)[:_OPENING],
        weights.language.content(after)[:_OPENING],
    )
    if len(begins) == _OPENING and begins == began:
        return True
    old, new = set(weights.language.content(before)), set(weights.language.content(after))
    return weights.mass(old & new) >= _CONTAINED * min(weights.mass(old), weights.mass(new))


def _as_written(stems: list[str], text: str, language: Language) -> str:
    """Return the words of ``text`` behind canonical stems, in its order, the first few."""
    wanted, found = set(stems), []
    for word in plain_words(text):
        stem = language.canonical(word)[-1:]
        if stem and stem[0] in wanted:
            wanted.discard(stem[0])
            found.append(word)
    return ", ".join(found[:_SHOWN_WORDS]) + (" …" if len(found) > _SHOWN_WORDS else "")
