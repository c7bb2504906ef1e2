"""Names that run from right to left, inside sentences that do not."""

from __future__ import annotations

import re

_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic and their neighbours
RUN = re.compile(  # words that run from right to left, up to the last letter of the last
    rf"[{_FROM_RIGHT}](?:[{_FROM_RIGHT}\s\d.,'’-]*[{_FROM_RIGHT}])?"
)
ISOLATE, END = "\u2068", "\u2069"  # first strong isolate, and where it ends
A_TEXT = 5  # words from right to left: as many are no name inside a sentence of ours


def isolated(words: str) -> str:
    """Return words with each name that runs from right to left set apart from what stands beside
    it: without that, a figure or a colon after such a name is drawn on its wrong side.

    What is all in one direction stays as it is, and so does a text of many words that runs from
    right to left itself.
    """
    if words.isascii() or not RUN.search(words) or ISOLATE in words:
        return words
    import unicodedata  # at the start there are no such names, as a rule

    left = sum(unicodedata.bidirectional(character) == "L" for character in words)
    right = sum(unicodedata.bidirectional(character) in ("R", "AL") for character in words)
    runs = RUN.findall(words)
    if runs == [words.strip()] or (right > left and sum(len(r.split()) for r in runs) >= A_TEXT):
        return words
    return RUN.sub(lambda run: f"{ISOLATE}{run[0]}{END}", words)


def signs_in(shown: str) -> tuple[int, ...]:
    """Return where the signs are that set names apart in what is shown of words."""
    return tuple(place for place, sign in enumerate(shown) if sign in (ISOLATE, END))
