"""Whether two statements speak of one act: what their verbs are done to."""

from __future__ import annotations

from math import ceil

from pathways.compare.pair import Pair
from pathways.compare.reading import Reading, ScaleHit
from pathways.model.vocabulary import Scale

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
_SUBJECT = 0.4  # share of the shorter text that must be the same where one knows, one does
_HELPING = 2  # levels up to this are no more than helping
_HELPED_ACT = 4  # words behind helping among which the act is named
_KNOWLEDGE = 4  # abilities up to this are to know a thing, not to do it
_TELLS = 1  # meaningful words that may stand before it: "technical knowledge"
_ROOT = 5  # letters that a verb and its noun have in common
_ONE_ROOT = 0.6  # ... or this share of the longer one, where that is more
_LED_ACT = 4  # words behind a verb among which it may name the act of the other text


def compared_acts(pair: Pair, scale: Scale) -> tuple[ScaleHit, ScaleHit] | None:
    """Return the strongest act that each text begins with, where the two can be compared: they are
    done to the same and the stronger does not stand in the other text; beside helping with a
    thing, doing it is more all the same.
    """
    one, other = (_strongest(reading, scale) for reading in pair.texts)
    if (one is None) is not (other is None):
        one, other = _knowing(pair, scale, one, other)
    if one is None or other is None:
        return None
    if not _same_object(pair) and not _knows_against_does(pair, one, other):
        return None
    less, more = (one, other) if one.level <= other.level else (other, one)
    weaker = pair.texts[0 if more is other else 1]
    if not _helps_with(weaker, less, more) and (
        weaker.says_verb(more.written) or _leads_elsewhere(weaker, more)
    ):
        return None
    return one, other


def _strongest(reading: Reading, scale: Scale) -> ScaleHit | None:
    heads = set(reading.heads())
    found = [hit for hit in reading.on(scale) if heads & {hit.start, hit.end - 1}]
    if any(hit.level == _HELPING and reading.helps_people(hit.end) for hit in found):
        return None  # to help a team do a thing is not to help with it
    return max(found, key=lambda hit: hit.level) if found else None


def _helps_with(weaker: Reading, less: ScaleHit, more: ScaleHit) -> bool:
    """Tell whether the weaker text helps with the very act: "helping define"."""
    if less.level > _HELPING or "and" in weaker.words[less.end : less.end + 1]:
        return False
    wanted = weaker.language.stem(more.written.split()[0])
    return wanted in weaker.stems[less.end : less.end + _HELPED_ACT]


def _knowing(
    pair: Pair, scale: Scale, one: ScaleHit | None, other: ScaleHit | None
) -> tuple[ScaleHit | None, ScaleHit | None]:
    """Fill in for the text that begins with no verb, where it asks to know what the other does: to
    understand budgets is less than to manage them.
    """
    doing, silent = (one, 1) if one else (other, 0)
    reading = pair.texts[silent]
    place = reading.ability()
    if doing is None or doing.level <= _HELPING or place is None or reading.heads():
        return one, other
    known = next((h for h in reading.hits if h.scale.abilities and h.start == place), None)
    if known is None or not _only_knows(reading, known):
        return one, other
    knows = ScaleHit(scale, 1, known.start, known.end, known.written)
    return (doing, knows) if silent else (knows, doing)


def _only_knows(reading: Reading, known: ScaleHit) -> bool:
    """Tell whether a text begins with knowledge and goes on with nothing that is done."""
    language = reading.language
    named = reading.words[known.start] == known.written and known.level <= _KNOWLEDGE
    before = {*language.content(reading.phrase(0, known.start))} - language.measures
    does = any(hit.scale.first and hit.level > _HELPING for hit in reading.hits)
    return named and len(before) <= _TELLS and not does


def _knows_against_does(pair: Pair, one: ScaleHit, other: ScaleHit) -> bool:
    """Tell whether one text asks only to take something in, where the other acts upon the subject:
    then the two need not be done to one and the same.
    """
    low, high = sorted((one.level, other.level))
    return low == 1 and high > _HELPING and pair.alike >= _SUBJECT


def _same_object(pair: Pair) -> bool:
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


def _leads_elsewhere(reading: Reading, more: ScaleHit) -> bool:
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
    return broken or reading.words[place - 1] in ("and", "by")


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
        if _helped(pair, side, acts[0], behind):
            return True
    return False


def _helped(pair: Pair, side: int, act: str, behind: tuple[str, ...]) -> bool:
    """Tell whether a text begins with helping, and names what is helped with by a noun of the other
    text's act: "assists with the maintenance of records" against "maintains records".
    """
    reading = pair.texts[side]
    helps = any(
        hit.scale.first and hit.level == _HELPING and hit.start in reading.heads()
        for hit in reading.hits
    )
    named = any(same_root(word, act) for word in behind if len(word) > _ROOT)
    one, other = (_object(pair, text) for text in pair.texts)
    return helps and named and not {*one}.isdisjoint(other)


def same_root(one: str, other: str) -> bool:
    """Tell whether two stems are of one act, as a verb and its noun are: deliver and delivery."""
    if one == other:
        return True
    letters = max(_ROOT, ceil(_ONE_ROOT * max(len(one), len(other))))
    return len(min(one, other, key=len)) >= letters and one[:letters] == other[:letters]


def _alike_but_for_verbs(pair: Pair) -> float:
    """Return what share of the shorter text is the same, the verbs left aside."""
    one, other = (reading.subject - pair.language.verbs for reading in pair.texts)
    least = min(map(pair.weights.mass, (one, other)))
    return pair.weights.mass(one & other) / least if least else 0.0
