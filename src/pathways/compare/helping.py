"""Where one text helps with what the other does."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.compare.acts import same_root
from pathways.compare.pair import Pair, Reason
from pathways.compare.reading import Reading

_HELPED = 1.2  # how much it counts that one only helps with what the other does
_HELPING = 2  # the level of helping
_OBJECT = 2  # meaningful words behind an act that say what it is done to
_OBJECT_BEHIND = 3  # ... where that is named by a noun
_NAMED = 4  # words behind helping among which a noun names what is helped with
_NAMING = frozenset("with in to the".split())  # before "planning", when it is the act itself
_JOINING = frozenset(("and", "or"))
_DOING = frozenset("to and".split())  # before what is done
_BEHIND = 2  # words between helping and what is helped with


def helping(pair: Pair) -> Reason | None:
    """Find where one text helps with what the other does: "helping define", "defining"."""
    one, other = map(_helping_words, pair.texts)
    if not (one or other):
        return None
    alike = not one.isdisjoint(other)
    for tag, i1, i2, j1, j2 in pair.runs:
        if alike or tag == "equal" or _still_same(pair, i2, j2) or _other_things(pair, i2, j2):
            continue
        helps = _helper(pair.texts[0], i1, i2), _helper(pair.texts[1], j1, j2)
        if bool(helps[0]) is bool(helps[1]):
            continue
        if helps[0]:
            return Reason(_HELPED, helps[0], pair.texts[1].phrase(j1, j2 + 1), "help")
        return Reason(-_HELPED, pair.texts[0].phrase(i1, i2 + 1), helps[1], "help")
    return None if alike else _named_help(pair)


def _helping_words(reading: Reading) -> set[str]:
    """Return by which words a text helps with something."""
    return {
        reading.stems[hit.start]
        for hit in reading.hits
        if hit.scale.first and hit.level == _HELPING
    }


def _named_help(pair: Pair) -> Reason | None:
    """Find where one text names as a noun what it helps with, and the other does it: "supporting
    the delivery of projects", "to deliver projects".
    """
    for side, sign in ((0, _HELPED), (1, -_HELPED)):
        helper, other = pair.texts[side], pair.texts[1 - side]
        for start, noun in _helped_nouns(helper):
            does = [p for p in range(len(other.words)) if _does(helper, noun, other, p)]
            if does:
                words = helper.phrase(start, noun + 1), other.phrase(does[0], does[0] + 1)
                return Reason(sign, *(words[::-1] if side else words), "help")
    return None


def _helped_nouns(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where helping begins, with the place of each word that may name what is helped with."""
    asked = {p for hit in reading.hits if not hit.scale.first for p in range(hit.start, hit.end)}
    for hit in reading.hits:
        helps = hit.scale.first and hit.level == _HELPING and hit.start not in asked
        if not helps or reading.helps_people(hit.end):
            continue  # "needs help", "help the team to do"
        for place in range(hit.end, min(hit.end + _NAMED, len(reading.words))):
            apart = any(sign in reading.between(place - 1, place) for sign in ",;.&/")
            if apart or reading.words[place] in _JOINING:
                break
            act = not reading.words[place].endswith("ing") or reading.words[place - 1] in _NAMING
            if act or place == hit.end:
                yield hit.start, place


def _does(helper: Reading, noun: int, other: Reading, place: int) -> bool:
    """Tell whether a text does, of itself and to the same, what a noun of a text names."""
    if other.stems[place] not in other.language.verbs or not same_root(
        helper.stems[noun], other.stems[place]
    ):
        return False
    if helper.words[noun] == other.words[place]:
        return False  # a noun in both, or helping to do it
    if any(hit.scale.first and hit.level == _HELPING and hit.start < place for hit in other.hits):
        return False
    if place and other.words[place - 1] not in _DOING and place not in other.heads():
        return False
    one, two = (
        {*r.language.content(r.phrase(at + 1, len(r.words)))[:_OBJECT_BEHIND]}
        for r, at in ((helper, noun), (other, place))
    )
    return not one.isdisjoint(two)


def _still_same(pair: Pair, first: int, second: int) -> bool:
    """Tell whether no act stands behind a stretch in both texts."""
    texts = pair.texts
    if first >= len(texts[0].words) or second >= len(texts[1].words):
        return True
    return texts[0].stems[first] not in pair.language.verbs


def _other_things(pair: Pair, first: int, second: int) -> bool:
    """Tell whether what is done with an act is something else in the two texts: "develop an
    understanding", "developing plans".
    """
    one, other = (
        {*pair.language.content(reading.phrase(place + 1, len(reading.words)))[:_OBJECT]}
        for reading, place in zip(pair.texts, (first, second), strict=True)
    )
    return bool(one) and bool(other) and one.isdisjoint(other)


def _helper(reading: Reading, start: int, end: int) -> str:
    """Return the words of a stretch that end in helping, with the act behind them; "" for none."""
    for hit in reading.hits:
        helps = hit.scale.first and hit.level == _HELPING and start <= hit.start < end
        helps = helps and not reading.helps_people(hit.end)
        helps = helps and not _JOINING & {*reading.words[hit.end : end]}
        if helps and end - hit.end <= _BEHIND:
            return reading.phrase(hit.start, end + 1)
    return ""
