"""Which marks of a document name the same grade or role: family, title and grade together tell
them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pathways.importing.dimension_names import plain_words
from pathways.importing.grade_names import Mark, Ref

MOST_COMPARED = 200  # names of grades and roles, each with each; no ladder has as many
_ALIKE = 0.75  # of two titles that are one, once misspelt or written short

Key = tuple[str, str, str]


def unified(refs: Sequence[Ref]) -> dict[Key, Ref]:
    """Return the nodes that are really different: a grade alone is the role of that grade named
    elsewhere.
    """
    found: dict[Key, Ref] = {}
    for ref in sorted(refs, key=lambda ref: (not ref.title, not ref.code)):
        same = found.get(ref.key)
        if same is None and len(found) <= MOST_COMPARED:
            same = next((known for known in found.values() if is_same(known, ref)), None)
        if same is None:
            found[ref.key] = ref
        elif ref.code and not same.code:
            found.pop(same.key)
            fuller = replace(same, code=ref.code, word=ref.word)
            found[fuller.key] = fuller
    if len(found) == 2:  # one title and one grade, in different places, are one role
        titled, graded = list(found.values())
        if titled.title and not titled.code and not graded.title:
            fuller = replace(titled, code=graded.code, word=graded.word)
            return {fuller.key: fuller}
    return found


def is_same(known: Ref, ref: Ref) -> bool:
    """Tell whether two names mean one grade or role."""
    if known.key == ref.key:
        return True
    if known.family.casefold() != ref.family.casefold():
        return False
    if known.title and ref.title:
        same_grade = known.code == ref.code or not ref.code or not known.code
        alike = plain_words(known.title) == plain_words(ref.title)
        return same_grade and (alike or (bool(ref.code) and is_misspelt(known.title, ref.title)))
    return bool(
        known.title and known.code and known.code == ref.code and known.scheme == ref.scheme
    )


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether two titles are nearly the same: "Park Manager" and "Park Management"."""
    first, second = plain_words(one), plain_words(other)
    if first == second or len(first) != len(second) or len(first) < 2:
        return False
    if any(a.isdecimal() or len(a) < 4 for a, b in zip(first, second, strict=True) if a != b):
        return False
    alike = SequenceMatcher(None, " ".join(first), " ".join(second)).ratio()
    return first[0] == second[0] and alike >= _ALIKE


def with_titles_apart(marks: Sequence[tuple[Mark, str]]) -> list[tuple[Ref, ...]]:
    """Return the refs of marks, each with the family it stands under, with the titles beside the
    grades where one grade has several: "Nurse (Band 5)" and "Midwife (Band 5)" are two roles.
    """
    titles: dict[tuple[str, str, str], set[tuple[str, ...]]] = defaultdict(set)
    for mark, family in marks:
        for ref in mark.refs:
            titles[family, ref.scheme, ref.code].add(plain_words(mark.title or ref.title))
    found = []
    for mark, family in marks:
        refs = [replace(ref, family=ref.family or family) for ref in mark.refs]
        several = any(
            len(titles[family, ref.scheme, ref.code] - {()}) > 1 and not ref.title
            for ref in mark.refs
        )
        if mark.title and len(refs) == 1 and several:
            refs = [replace(refs[0], title=mark.title)]
        found.append(tuple(refs))
    return found


def known_by_hand(ref: Ref, known: Iterable[Ref]) -> Ref:
    """Return the grade or role that a person meant: one that is known by that title or grade, else
    a new one.
    """
    same = [other for other in known if other.key == ref.key]
    if same or (ref.title and ref.code):
        return same[0] if same else ref
    if ref.title:
        like = [other for other in known if other.title.casefold() == ref.title.casefold()]
    else:
        like = [o for o in known if (o.code, o.scheme) == (ref.code, ref.scheme)]
    return like[0] if len(like) == 1 else ref
