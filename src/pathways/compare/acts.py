"""Whether two statements speak of one act: what their verbs are done to."""

from __future__ import annotations

from pathways.compare.pair import Pair
from pathways.compare.reading import Reading, ScaleHit

_OBJECT = 5  # meaningful words behind a verb that say what it is done to ...
_NEAREST = 2  # ... of which one of the first must be the same ...
_SAME_OBJECT = 0.45  # ... of which this share must be the same
_BOTH = 0.25  # share of the longer text that must be the same for that
_MUTUAL = 0.6  # ... where it is not what the verb is done to
_SAME_ACT = 0.2  # share of the shorter text that must be the same for two verbs to be compared
_SAME_WORDS = 0.6  # ... or so much of the shorter text must be the same
_SAME_MEANING = 0.65  # ... or the meaning of the two must be so much alike
_ONE_ACT = (
    1.0  # ... share of the shorter and share of the longer together, for one and the same act
)
_LED_ACT = 4  # words behind a verb among which it may name the act of the other text


def same_object(pair: Pair) -> bool:
    """Tell whether what the first verbs are done to has something in common."""
    if pair.beside == ((), ()):
        return True  # under a heading of their own the two share their subject
    objects = [_object(pair, reading) for reading in pair.texts]
    if _one_object(*objects) or _of_the_act(pair):
        return True
    if pair.alike < _SAME_ACT or pair.alike_both < _BOTH:
        return False
    same_words = min(pair.alike, _alike_but_for_verbs(pair))
    same_words = same_words if pair.alike_both >= _MUTUAL else 0.0
    alike = same_words >= _SAME_WORDS
    alike = alike or pair.weights.meaning_alike(*pair.raw) >= _SAME_MEANING
    acts = [{reading.stems[place] for place in reading.heads()} for reading in pair.texts]
    if alike and acts[0].isdisjoint(acts[1]):
        return True  # one act stands in the place of the other
    one, other = objects
    if not {*one[:_NEAREST]} & {*other[:_NEAREST]}:
        return False
    least = min(len({*one}), len({*other}))
    return len({*one} & {*other}) >= _SAME_OBJECT * least > 0


def one_act(pair: Pair) -> bool:
    """Tell whether the two begin with the same, or are much alike otherwise."""
    one, other = ({r.stems[place] for place in r.heads()} for r in pair.texts)
    if bool(one) is not bool(other) and pair.alike_both < _SAME_WORDS:
        return False
    return bool(one & other) or pair.alike + pair.alike_both >= _ONE_ACT


def leads_elsewhere(reading: Reading, more: ScaleHit) -> bool:
    """Tell whether a text says further on, as an act of its own, as much as can be said: "oversees
    the team, sets its direction" is no less than "leads the team".
    """
    highest = len(more.scale.levels)
    return more.level == highest and any(
        hit.level == highest and hit.start and _begins_a_clause(reading, hit.start)
        for hit in reading.on(more.scale)
    )


def _begins_a_clause(reading: Reading, place: int) -> bool:
    broken = any(sign in reading.between(place - 1, place) for sign in ",;.&/")
    return broken or reading.words[place - 1] == "and"


def _object(pair: Pair, reading: Reading) -> tuple[str, ...]:
    heads = reading.heads()
    ability = reading.ability()
    about = heads[-1] if heads else ability
    behind = "" if about is None else reading.phrase(about + 1, len(reading.words))
    return pair.language.content(behind)[:_OBJECT]


def _one_object(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two verbs are done to the very same, word for word."""
    return len(one) >= _NEAREST and one[:_NEAREST] == other[:_NEAREST]


def _of_the_act(pair: Pair) -> bool:
    """Tell whether one text does something with the act of the other: "lead the design and
    development of" against "design and develop".
    """
    heads = [reading.heads() for reading in pair.texts]
    if not (heads[0] and heads[1]):
        return False
    for side in (0, 1):
        reading, other = pair.texts[side], pair.texts[1 - side]
        behind = reading.stems[heads[side][-1] + 1 :][:_LED_ACT]
        acts = [other.stems[place] for place in heads[1 - side]]
        if len(acts) > 1 and {*acts} <= {*behind}:
            return True
        if acts[0] in behind and pair.alike >= _SAME_WORDS:
            return True
    return False


def _alike_but_for_verbs(pair: Pair) -> float:
    """Return what share of the shorter text is the same, the verbs left aside."""
    one, other = (reading.subject - pair.language.verbs for reading in pair.texts)
    least = min(map(pair.weights.mass, (one, other)))
    return pair.weights.mass(one & other) / least if least else 0.0
