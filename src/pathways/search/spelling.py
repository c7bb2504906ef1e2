"""Words that may have been meant: near in letters, and known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

MOST = 3  # suggestions for one word
_LONGEST = 40  # letters of a word that is worth mending
_MORE = 10  # times as frequent as a known word must another be to be suggested for it


class Spelling:
    """The words of an index by how near they are to others.

    ``count`` has how many texts each stands in; ``beginning`` gives those that begin with some
    letters.
    """

    def __init__(self, count: Mapping[str, int], beginning: Callable[[str], Sequence[str]]) -> None:
        self._count = count
        self._beginning = beginning
        self._letters = "".join(sorted({letter for word in count for letter in word}))
        self._alike: dict[str, dict[int, list[tuple[str, int]]]] = {}  # by first letter and length

    def nearest(self, word: str, *, growing: bool = False) -> list[str]:
        """Return up to three known words near to an unknown one, the nearest first.

        One letter may be wrong, missing, too many or swapped with the next; two, but for the first
        letter, in words of six letters or more. Where ``growing``, known words that begin like it,
        but for one letter, count as well.
        """
        if not 2 < len(word) <= _LONGEST or word.isdecimal():
            return []
        once = set(one_edit(word, self._letters))
        found = [near for near in once if near in self._count]
        if growing and not found and len(word) > 3:
            found = self._grown(word, once)
        if not found and len(word) > 5:
            found = list(self._two_edits(word))
        if not found:
            found = list(self._halves(word))
        return sorted(found, key=lambda near: self._rank(word, near))[:MOST]

    def better(self, word: str) -> list[str]:
        """Return known words one letter away from a known but rare one, where they are far more
        frequent.
        """
        if not 4 < len(word) <= _LONGEST or word.isdecimal():
            return []
        floor = _MORE * max(1, self._count.get(word, 0))
        found = [
            near for near in set(one_edit(word, self._letters)) if self._count.get(near, 0) >= floor
        ]
        return sorted(found, key=lambda near: self._rank(word, near))[:MOST]

    def _rank(self, word: str, near: str) -> tuple[bool, bool, bool, int, str]:
        return (
            near[0] != word[0],  # the first letter is seldom wrong
            sorted(near) != sorted(word),  # letters swapped: the most frequent slip
            near[-1] != word[-1],
            -self._count.get(near, 0),
            near,
        )

    def _grown(self, word: str, once: set[str]) -> list[str]:
        """Return the most frequent known word for each way to mend what was typed of it so far."""
        found = []
        for start in once:
            if len(start) >= len(word) - 1 and start[0] == word[0]:
                found.append(
                    max(
                        self._beginning(start),
                        key=lambda known: (self._count[known], known),
                        default="",
                    )
                )
        return [known for known in dict.fromkeys(found) if known]

    def _two_edits(self, word: str) -> Iterator[str]:
        """Yield the words that two slips make of another; with two, the first letter is taken to
        be right.
        """
        alike = self._alike.get(word[0])
        if alike is None:
            alike = self._alike[word[0]] = {}
            for known in self._beginning(word[0]):
                alike.setdefault(len(known), []).append((known, _letter_set(known)))
        letters = _letter_set(word)
        for length in range(len(word) - 2, len(word) + 3):
            for known, others in alike.get(length, ()):
                # Each edit changes at most two letters of the set: this leaves out nearly all words
                # at little cost.
                if (letters ^ others).bit_count() <= 4 and distance(word, known, 2) <= 2:
                    yield known

    def _halves(self, word: str) -> Iterator[str]:
        """Yield two known words that were written as one."""
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if self._count.get(first, 0) > 1 and self._count.get(second, 0) > 1:
                yield f"{first} {second}"


def one_edit(word: str, letters: str) -> Iterator[str]:
    """Yield all that one letter wrong, missing, too many or swapped with the next can make of
    ``word``; some twice.
    """
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in letters)


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next; ``most`` + 1
    where it is more.
    """
    # Of our own: one of a few words a key press, and a library would be one more compiled one.
    if abs(len(one) - len(other)) > most:
        return most + 1
    two_up: list[int] = []
    up = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            best = min(up[j] + 1, row[j - 1] + 1, up[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, two_up[j - 2] + 1)
            row.append(best)
        if min(row) > most and min(up) > most:  # a swap looks two rows back
            return most + 1
        two_up, up = up, row
    return min(up[-1], most + 1)


def _letter_set(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found
