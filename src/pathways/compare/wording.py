"""Which words of a pair differ, marked so that people can read it: whole words, no salad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pathways.compare.change import Words
from pathways.compare.language import Language

_PIECE = re.compile(r"(?:[^\W_]+(?:[’'][^\W_]+)*|[\W_])\s*")
_LONG = 4  # a single equal word between two changes as long as this is swallowed
_TOO_LITTLE = 0.25  # with less than this share of words in common, marks would only confuse
_TOO_FEW_LETTERS = 0.15  # of the longer text: short words in common make no text

Run = tuple[str, int, int, int, int]


def mark_words(before: str, after: str, language: Language) -> Words:
    """Return runs ("equal" | "delete" | "insert", text): equal and delete spell ``before``, equal
    and insert ``after``.

    Where the texts have too little in common for marks to help, it is one deletion and one
    insertion.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    matcher = SequenceMatcher(
        None, [_bare(piece) for piece in old], [_bare(piece) for piece in new], autojunk=False
    )
    runs = _without_islands(matcher.get_opcodes(), old, language)
    equal = [piece for tag, i1, i2, _j1, _j2 in runs if tag == "equal" for piece in old[i1:i2]]
    letters = len("".join(equal).strip())
    if _words(equal) < _TOO_LITTLE * max(
        _words(old), _words(new)
    ) or letters < _TOO_FEW_LETTERS * max(len(before.strip()), len(after.strip())):
        return (("delete", before), ("insert", after))
    return _spelled(runs, old, new)


def has_marks(words: Words) -> bool:
    """Tell whether marks help: the texts have enough in common. On screen and on paper the same."""
    return any(kind == "equal" for kind, _text in words)


def _bare(piece: str) -> str:
    return piece.strip().lower().replace("’", "'")


def _words(pieces: Sequence[str]) -> int:
    return sum(piece[0].isalnum() for piece in pieces)


def _without_islands(runs: Sequence[Run], old: list[str], language: Language) -> list[Run]:
    """Turn equal runs of next to no meaning between two changes into changes, and join
    neighbours.
    """
    found: list[Run] = []
    for place, (tag, i1, i2, j1, j2) in enumerate(runs):
        if tag == "equal" and 0 < place < len(runs) - 1:
            meaning = sum(
                language.stem(_bare(p)) not in language.fillers
                for p in old[i1:i2]
                if p[0].isalnum()
            )
            around = min(_length(runs[place - 1]), _length(runs[place + 1]))
            if (meaning == 0 and _words(old[i1:i2]) <= 3) or (meaning == 1 and around >= _LONG):
                tag = "replace"
        if found and tag != "equal" and found[-1][0] != "equal":
            _tag, first, _i, second, _j = found[-1]
            found[-1] = ("replace", first, i2, second, j2)
        else:
            found.append((tag, i1, i2, j1, j2))
    return found


def _length(run: Run) -> int:
    _tag, i1, i2, j1, j2 = run
    return max(i2 - i1, j2 - j1)


def _spelled(runs: list[Run], old: list[str], new: list[str]) -> Words:
    found: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in runs:
        if tag == "equal":
            for first, second in zip(old[i1:i2], new[j1:j2], strict=True):
                found += _alike(first, second)
        else:
            found += [("delete", "".join(old[i1:i2])), ("insert", "".join(new[j1:j2]))]
    return _joined(found)


def _alike(first: str, second: str) -> list[tuple[str, str]]:
    """Spell a piece that both texts have, which may differ in case and in the space behind it."""
    if first == second:
        return [("equal", first)]
    if first.rstrip() == second.rstrip():
        core = first.rstrip()
        return [("equal", core), ("delete", first[len(core) :]), ("insert", second[len(core) :])]
    return [("delete", first), ("insert", second)]


def _joined(runs: list[tuple[str, str]]) -> Words:
    """Join neighbouring runs of one kind; between two equal runs, deletions come before
    insertions.
    """
    found: list[tuple[str, str]] = []
    gone = come = ""
    for kind, text in [*runs, ("equal", "")]:
        if kind == "delete":
            gone += text
        elif kind == "insert":
            come += text
        else:
            found += [(k, t) for k, t in (("delete", gone), ("insert", come)) if t]
            gone = come = ""
            if found and found[-1][0] == "equal":
                found[-1] = ("equal", found[-1][1] + text)
            elif text:
                found.append(("equal", text))
    return tuple(found)
