"""Headings that vary although they mean the same, and headings that mean two things."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import combinations

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, Text
from pathways.i18n import _, in_words
from pathways.model.problem import Severity

_CLOSE = 0.8  # how alike two words must be, from 0 to 1, to be spellings of one
_NOT_A_LETTER = re.compile(r"[\W_]+")


def check_headings(subject: Subject) -> Iterator[Finding]:
    """Find headings of one dimension in several spellings, and one heading under which two
    dimensions stand.
    """
    by_dimension: dict[str, dict[str, list[Text]]] = {}
    by_name: dict[str, dict[str, list[Text]]] = {}
    for b, block in enumerate(subject.framework.blocks):
        for s, section in enumerate(block.sections):
            text = Text(
                ("blocks", b, "sections", s, "heading"),
                section.heading,
                section.only or block.nodes,
            )
            by_dimension.setdefault(section.dimension, {}).setdefault(section.heading, []).append(
                text
            )
            by_name.setdefault(plain(section.heading), {}).setdefault(section.dimension, []).append(
                text
            )
    for dimension, headings in by_dimension.items():
        yield from _spellings(subject, dimension, headings)
    for dimensions in by_name.values():
        if len(dimensions) > 1 and not _meant(dimensions):
            yield _of_two(subject, dimensions)


def plain(heading: str) -> str:
    """Return a heading in small letters, "&" written out, without punctuation."""
    return _NOT_A_LETTER.sub(" ", heading.lower().replace("&", " and ")).strip()


def _spellings(
    subject: Subject, dimension: str, headings: dict[str, list[Text]]
) -> Iterator[Finding]:
    for group in _groups(list(headings)):
        if len(group) > 1:
            group.sort(key=lambda heading: -len(headings[heading]))
            usual, *others = group
            counts = [
                _("“{heading}” ({count})").format(heading=h, count=len(headings[h])) for h in group
            ]
            yield subject.finding(
                Code.HEADING_VARIES,
                Severity.ADVICE,
                _("One heading is written in {number} ways: {headings}.").format(
                    number=len(group), headings=in_words(counts)
                ),
                _("Write it the same way everywhere, for example as “{heading}”.").format(
                    heading=usual
                ),
                nodes=tuple(
                    node for heading in others for text in headings[heading] for node in text.nodes
                ),
                dimension=dimension,
                keys=headings[others[0]][0].keys,
            )


def _groups(headings: list[str]) -> list[list[str]]:
    """Put headings together that are spellings of one."""
    groups: list[list[str]] = []
    for heading in headings:
        for group in groups:
            if _alike(group[0], heading):
                group.append(heading)
                break
        else:
            groups.append([heading])
    return groups


def _alike(first: str, second: str) -> bool:
    """Tell whether two headings are spellings of one: the same but for looks, or with one word
    slightly different.
    """
    one, other = plain(first).split(), plain(second).split()
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not different:
        return True
    a, b = different[0]
    if len(different) > 1 or any(character.isdecimal() for character in a + b):
        return False
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= _CLOSE


def _meant(dimensions: dict[str, list[Text]]) -> bool:
    """Tell whether the text of one grade is divided under the same heading: then it was done on
    purpose.
    """
    served = [{node for text in texts for node in text.nodes} for texts in dimensions.values()]
    return any(one & other for one, other in combinations(served, 2))


def _of_two(subject: Subject, dimensions: dict[str, list[Text]]) -> Finding:
    texts = [text for found in dimensions.values() for text in found]
    rarest = min(dimensions.values(), key=len)
    titles = in_words([_("“{text}”").format(text=subject.dimension_title(d)) for d in dimensions])
    return subject.finding(
        Code.HEADING_OF_TWO,
        Severity.ADVICE,
        _("What stands under “{heading}” is compared once as {dimensions}.").format(
            heading=texts[0].text, dimensions=titles
        ),
        _("Give the heading one dimension throughout, or the two sections headings of their own."),
        nodes=tuple(node for text in rarest for node in text.nodes),
        dimension=next(iter(dimensions)),
        keys=rarest[0].keys,
    )
