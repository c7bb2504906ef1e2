"""Reasons that a reader would accept for "more" or "less": words in the same place of two texts.

Whatever is found from one text to another is found the other way round with the opposite sign: each
reason is a comparison of like with like, and the two texts are put into one order before their
words are laid side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import copysign

from pathways.compare.acts import compared_acts, one_act
from pathways.compare.additions import conditions, duty, is_helped, stands_alone
from pathways.compare.amounts import numbers
from pathways.compare.helping import helping
from pathways.compare.language import find_phrases
from pathways.compare.pair import Context, Pair, Reason
from pathways.compare.reading import Reading, ScaleHit
from pathways.compare.weights import Weights
from pathways.model.vocabulary import Scale

_STEP = 0.35  # how much of a scale's weight one level counts; no move counts more than the weight
_MOVED = 0.3  # ... and this much more, that it moved at all
_ABLE = 0.35  # ... for abilities: from understanding to ability is a small step
_ABLE_OF_IT = 0.6  # ... and a larger one where the two speak of the same
_ABLEST = 1.6  # ... and what they count at most
_LONE = 0.8  # a word that stands against silence says a little less than one against another
_DENIALS = frozenset({"without", "no", "little", "not", "requires"})
_STANDS = 0.75  # ... for "without help" against silence
_WHOLE = 0.9  # ... or the shorter is in the longer nearly as a whole
_LONE_BOTH = 0.35  # ... and for a word that stands against silence
_SAME_ACT = 0.2  # share of the shorter text that must be the same for a word on both sides
_VERBS = "responsibility"  # the scale of what a statement begins with
_ALIKE = 0.5  # ... for a word that may stand anywhere, a condition or a duty that is added
_OTHER_ABILITY = 0.6  # what is left of that where the abilities are different ones
_THING_ALIKE = 0.4  # ... for a word that makes a thing larger or harder, against silence
_LONE_ALIKE = 0.2  # ... for a degree of the same ability, against silence
_OPENING = 3  # words among which "may" or "must" rules what follows
_ROOT = 7  # letters that a word and its relatives have in common
_BARE = 4  # meaningful words of a text that says how far and nothing else
_ONLY = 1.2  # what it counts at least where two texts differ in nothing else
_SLOT = 3  # words: in a longer stretch of other words, two do not stand in each other's place
_FAR = 2  # levels between the furthest words of two texts, from which on they are a hint
_HINT = 0.5


class WordEvidence(Pair):
    """What the words of two texts say about more and less."""

    def reasons(self) -> list[Reason]:
        """Return all reasons, seen from the first text to the second."""
        found: list[Reason] = []
        for scale in self.language.vocabulary.scales:
            reason = _WAYS[_way(scale)](self, scale)
            if reason:
                found.append(reason)
        found += [*conditions(self), *numbers(self)]
        helped = helping(self)
        verbs = [reason for reason in found if reason.kind == _VERBS]
        if helped and not verbs:
            found.append(helped)
        elif helped and verbs[0].weight * helped.weight > 0 and self._says_more(helped, verbs[0]):
            found[found.index(verbs[0])] = helped
        added = duty(self)
        return (
            [*found, added]
            if added and not any(r.weight * added.weight < 0 for r in found)
            else found
        )

    def of_verbs(self, scale: Scale) -> Reason | None:
        """Compare what the two begin with, where it is done to the same."""
        found = compared_acts(self, scale)
        return self._move(scale, *found) if found else None

    def _says_more(self, helped: Reason, verbs: Reason) -> bool:
        """Tell whether "helping define" can stand for "helping": behind another act, and with
        nothing between the two.
        """
        less = helped.before if helped.weight > 0 else helped.after
        known = verbs.before if helped.weight > 0 else verbs.after
        first = self.texts[0 if helped.weight > 0 else 1].words[0] == known
        words = len(less.split()) == len(known.split()) + 1
        return not first and less.lower().startswith(known) and words

    def of_degrees(self, scale: Scale) -> Reason | None:
        """Compare the words before the same noun; none before it means the level of silence."""
        best: Reason | None = None
        for one, other in self._same_nouns(scale):
            reason = self._move(scale, one, other)
            if reason and (best is None or abs(reason.weight) > abs(best.weight)):
                best = reason
        return best

    def in_place(self, scale: Scale) -> Reason | None:
        """Compare two words where one stands in the place of the other."""
        sides = [reading.on(scale) for reading in self.texts]
        bare = max(len(self.language.content(text)) for text in self.raw) <= _BARE
        if all(sides) and (bare or self._differ_only_on(scale)):  # the two say nothing else
            found = self._move(scale, *(max(side, key=_level) for side in sides))
            if found:
                sure = max(abs(found.weight), _ONLY)
                return found._replace(weight=copysign(sure, found.weight))
        for tag, i1, i2, j1, j2 in self.runs:
            if tag == "replace" and max(i2 - i1, j2 - j1) <= _SLOT:
                gone = [h for h in self.texts[0].on(scale) if h.start < i2 and h.end > i1]
                come = [h for h in self.texts[1].on(scale) if h.start < j2 and h.end > j1]
                if gone and come:
                    return self._move(scale, max(gone, key=_level), max(come, key=_level))
        return self._reach(scale)

    def _differ_only_on(self, scale: Scale) -> bool:
        """Tell whether the two say the same but for words on a scale: "own work is on time", "the
        work of the team is on time".
        """
        one, other = (
            {
                stem
                for place, stem in enumerate(reading.stems)
                if stem not in self.language.fillers
                and not any(hit.start <= place < hit.end for hit in reading.on(scale))
            }
            for reading in self.texts
        )
        return one == other and len(one) > 1

    def _reach(self, scale: Scale) -> Reason | None:
        """Compare how far two texts reach at most; it says little, and only where it is far."""
        sides = [reading.on(scale) for reading in self.texts]
        if not (sides[0] and sides[1]):
            return None
        far = [max(side, key=_level) for side in sides]
        if abs(far[0].level - far[1].level) < _FAR:
            return None
        found = self._move(scale, *far)
        return found and Reason(_HINT if found.weight > 0 else -_HINT, "", "", scale.id)

    def of_alternatives(self, scale: Scale) -> Reason | None:
        """Compare the least that is enough."""
        sides = [reading.on(scale) for reading in self.texts]
        if not (sides[0] and sides[1]):
            return None
        return self._move(scale, min(sides[0], key=_level), min(sides[1], key=_level))

    def anywhere(self, scale: Scale) -> Reason | None:
        """Compare the first words on a scale, where the texts are much alike otherwise."""
        sides = [self._ruling(reading, scale) for reading in self.texts]
        enough = _SAME_ACT if sides[0] and sides[1] else _ALIKE
        if scale.id == "autonomy" and sides[0] and sides[1]:
            enough = 0.0  # how freely one works is said of the whole statement
        if scale.id == "autonomy" and self._one_verb():
            enough = _SAME_ACT
        if self.alike < enough or not (sides[0] or sides[1]):
            return None
        return self._move(
            scale, sides[0][0] if sides[0] else None, sides[1][0] if sides[1] else None
        )

    def _ruling(self, reading: Reading, scale: Scale) -> list[ScaleHit]:
        """Return the words on a scale that are said of the whole statement: what may or must be,
        at its beginning.
        """
        found = [hit for hit in reading.on(scale) if not _is_part(hit, reading)]
        if scale.id == "frequency" and any(map(is_helped, reading.hits)):
            return []  # how often help is needed is said by another scale
        return [h for h in found if h.start < _OPENING] if scale.id == "obligation" else found

    def _move(self, scale: Scale, one: ScaleHit | None, other: ScaleHit | None) -> Reason | None:
        """Return what it says that one word became the other; None stands for silence."""
        low, high = (hit.level if hit else scale.absent for hit in (one, other))
        if low is None or high is None or low == high:
            return None
        weight = min(scale.weight, scale.weight * _STEP * abs(high - low) + _MOVED)
        if scale.abilities:
            able = _ABLE if self.alike < _ALIKE else _ABLE_OF_IT
            weight = min(_ABLEST, able * abs(high - low))
        if one is None or other is None:
            if (
                self._in_what_is_added(one, other)
                or self._known_beside(one, other)
                or self.alike_both < self._least_alone(scale, one or other)
            ):
                return None
            # that help is no longer needed is as sure as one word against another
            hit = one or other
            helped = hit is not None and is_helped(hit)
            weight = max(weight, 1.2) * (1.0 if helped else _LONE)
            if scale.degree and not self._one_ability():
                weight *= _OTHER_ABILITY
        return Reason(
            weight if high > low else -weight,
            self.texts[0].phrase(one.start, one.end).lower() if one else "",
            self.texts[1].phrase(other.start, other.end).lower() if other else "",
            scale.id,
        )

    def _in_what_is_added(self, one: ScaleHit | None, other: ScaleHit | None) -> bool:
        """Tell whether how often a thing is done is said of what the other text does not say."""
        hit, side = (one, 0) if one else (other, 1)
        assert hit is not None
        return hit.scale.id == "frequency" and not stands_alone(
            self, side, hit.start, hit.end - hit.start, adverb=True
        )

    def _least_alone(self, scale: Scale, hit: ScaleHit | None) -> float:
        """Return how much alike two texts must be for a word against silence."""
        if scale.id == "autonomy" and hit and not is_helped(hit):
            denied = hit.written.split()[0] in _DENIALS
            return _STANDS if denied else _ALIKE  # silence mostly means without help
        if scale.id == "autonomy" and self._one_verb():
            return _SAME_ACT
        same_subject = self.one_label or self.alike >= _WHOLE
        return 0.0 if scale.id == "degree" and same_subject else _LONE_BOTH

    def _one_verb(self) -> bool:
        """Tell whether the two begin with one and the same verb."""
        one, other = (reading.heads()[:1] for reading in self.texts)
        return bool(one and other) and (
            self.texts[0].stems[one[0]] == self.texts[1].stems[other[0]]
        )

    def _one_ability(self) -> bool:
        """Tell whether the two are not about abilities of different levels."""
        levels = {
            hit.level
            for reading in self.texts
            for hit in reading.hits
            if hit.scale.abilities and hit.start == reading.ability()
        }
        return len(levels) < 2

    def _known_beside(self, one: ScaleHit | None, other: ScaleHit | None) -> bool:
        """Tell whether the side that is silent here says the word in its next statements."""
        hit, silent = (one, 1) if one else (other, 0)
        assert hit is not None
        for known in self.texts[silent].on(hit.scale):
            about = hit.scale.id == "degree"
            if known.written == hit.written or (not about and known.level == hit.level):
                return True
        if hit.scale.degree and self._kin(hit.written, self.texts[silent]):
            return True  # "strategic objectives" beside "strategy"
        if hit.scale.id == "degree":
            return False  # to be good at this and to be good at that are two things
        wanted = self.language.stems(hit.written)
        return any(
            next(find_phrases(self.language.stems(text), {wanted}, len(wanted)), None)
            for text in self.beside[silent] or ()
        )

    def _kin(self, written: str, reading: Reading) -> bool:
        """Tell whether each word of a phrase has a relative in a text, be it of another kind."""
        stems = [stem[:_ROOT] for stem in self.language.stems(written)]
        return all(any(other[:_ROOT] == stem for other in reading.stems) for stem in stems)

    def _same_nouns(self, scale: Scale) -> Iterator[tuple[ScaleHit | None, ScaleHit | None]]:
        """Yield the degrees of what both texts have: of the same noun, and of the abilities that
        the two are about.
        """
        sides = [self._measured(reading, scale) for reading in self.texts]
        about = [reading.ability() for reading in self.texts]
        if self.alike >= _SAME_ACT and about[0] is not None and about[1] is not None:
            hits = self._degree_at(0, about[0], scale), self._degree_at(1, about[1], scale)
            if all(hits) or self.alike >= (_LONE_ALIKE if self._one_ability() else _ALIKE):
                yield hits
        for side in (0, 1):
            for noun, (place, hit) in sides[side].items():
                if noun in sides[1 - side]:
                    found: ScaleHit | None = sides[1 - side][noun][1]
                elif self._may_be_silent(scale, side, place):
                    other = self._beside_place(place, side)
                    if other is None:
                        continue
                    found = self._degree_at(1 - side, other, scale)
                else:
                    continue
                yield (hit, found) if side == 0 else (found, hit)

    def _may_be_silent(self, scale: Scale, side: int, place: int) -> bool:
        """Tell whether a noun without a degree counts as one with the degree of silence."""
        if not scale.absent:
            return False
        if scale.id != "degree":
            return self.alike >= _THING_ALIKE and one_act(self)
        if self.texts[side].stems[place] not in self.language.abilities:
            return False
        if self._measures_an_ability(1 - side, scale):
            return False  # it says how well of another word for the same
        return self.alike >= _LONE_ALIKE

    def _measures_an_ability(self, side: int, scale: Scale) -> bool:
        reading = self.texts[side]
        place = reading.ability()
        return place is not None and self._degree_at(side, place, scale) is not None

    def of_abilities(self, scale: Scale) -> Reason | None:
        """Compare what the two begin with where it is an ability, in the same subject."""
        about = [reading.ability() for reading in self.texts]
        if self.alike < _SAME_ACT or about[0] is None or about[1] is None:
            return None
        hits = [
            next((h for h in reading.on(scale) if h.start == place), None)
            for reading, place in zip(self.texts, about, strict=True)
        ]
        if hits[0] is None or hits[1] is None:
            return None
        if abs(hits[0].level - hits[1].level) == 1 and all(r.heads() for r in self.texts):
            return None  # "experience of building", "ability to build": the acts tell
        stronger = 0 if hits[0].level > hits[1].level else 1
        named = self.texts[stronger].stems[about[stronger] or 0]
        if named in self.texts[1 - stronger].stems:
            return None  # the other asks for it, too, further behind
        return self._move(scale, *hits)

    def _measured(self, reading: Reading, scale: Scale) -> dict[str, tuple[int, ScaleHit]]:
        """Return what has a degree on a scale: {stem of the noun: (its place, the degree)}."""
        found: dict[str, tuple[int, ScaleHit]] = {}
        for hit in reading.on(scale):
            for place in reading.nouns_after(hit):
                found.setdefault(reading.stems[place], (place, hit))
        return found

    def _degree_at(self, side: int, place: int, scale: Scale) -> ScaleHit | None:
        reading = self.texts[side]
        return next((h for h in reading.on(scale) if place in reading.nouns_after(h)), None)

    def _beside_place(self, place: int, side: int) -> int | None:
        """Return where the word at a place of one text stands in the other; None where it does
        not.
        """
        for tag, i1, i2, j1, j2 in self.runs:
            start, end, other = (i1, i2, j1) if side == 0 else (j1, j2, i1)
            if tag == "equal" and start <= place < end:
                return other + place - start
        return None


def find_reasons(
    before: str,
    after: str,
    weights: Weights,
    beside_before: Context | None = None,
    beside_after: Context | None = None,
) -> list[Reason]:
    """Return the reasons for more and for less from one text to another.

    ``beside_before`` and ``beside_after`` are the statements next to each: what they say already is
    not news.
    """
    if before <= after:
        pair = WordEvidence(before, after, weights, (beside_before, beside_after))
        return pair.reasons()
    pair = WordEvidence(after, before, weights, (beside_after, beside_before))
    return [reason.turned for reason in pair.reasons()]


def _is_part(hit: ScaleHit, reading: Reading) -> bool:
    """Tell whether a word is part of a longer phrase of another scale: "rarely needs help"."""
    return any(
        other.scale is not hit.scale
        and other.start <= hit.start
        and hit.end <= other.end
        and other.end - other.start > hit.end - hit.start
        for other in reading.hits
    )


def _level(hit: ScaleHit) -> int:
    return hit.level


def _way(scale: Scale) -> str:
    flags = {"first": scale.first, "degree": scale.degree, "in_place": scale.in_place}
    flags |= {"alternatives": scale.alternatives, "abilities": scale.abilities}
    return next((name for name, is_so in flags.items() if is_so), "anywhere")


_WAYS: dict[str, Callable[[WordEvidence, Scale], Reason | None]] = {
    "first": WordEvidence.of_verbs,
    "degree": WordEvidence.of_degrees,
    "in_place": WordEvidence.in_place,
    "alternatives": WordEvidence.of_alternatives,
    "anywhere": WordEvidence.anywhere,
    "abilities": WordEvidence.of_abilities,
}
