"""The text inside one block of HTML: stretches of words and line breaks, parted where a break is
meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pathways.importing.outline import Kind
from pathways.importing.reading.line_breaks import is_wrapped, width_of

_SPACES = re.compile(r"[ \t\r\n\f]+")
_NAME_AND_VALUE = re.compile(r"[^\W\d_][\w /-]{1,40}:\s+\S")


@dataclass
class Break:
    """A line break: ``is_soft`` where it may be only the width of the source."""

    line: int
    is_soft: bool = False


@dataclass
class Words:
    """A stretch of text that is bold throughout or not at all."""

    text: str
    line: int
    is_bold: bool
    is_slanted: bool = False


def spaced(text: str, *, tabs: bool = False) -> str:
    """Return text with single spaces; ``tabs`` where a tab may part a name from its value."""
    return _SPACES.sub(lambda found: "\t" if tabs and "\t" in found[0] else " ", text)


def is_bold(words: list[Words]) -> bool:
    """Tell whether a text is bold throughout, or bold with something slanted behind it."""
    full = [word for word in words if word.text.strip()]
    return bool(full) and all(w.is_bold or (w.is_slanted and full[0].is_bold) for w in full)


def lead_of(words: list[Words]) -> str:
    """Return the bold words that a text begins with, or slanted ones with a colon."""
    lead = _leading(words, slanted=False)
    return lead or (slant if (slant := _leading(words, slanted=True)).endswith(":") else "")


def _leading(words: list[Words], slanted: bool) -> str:
    lead = ""
    for word in words:
        if word.text.strip() and not (word.is_slanted if slanted else word.is_bold):
            break
        lead += word.text
    return " ".join(lead.split())


def parts_of(segments: Sequence[Words | Break], kind: Kind, bold: bool) -> Iterator[list[Words]]:
    """Part the text where a line break is meant; where it is not, a space joins what was
    broken.
    """
    lines: list[list[Words]] = [[]]
    breaks: list[Break] = []
    for segment in segments:
        if isinstance(segment, Break):
            lines.append([])
            breaks.append(segment)
        else:
            lines[-1].append(segment)
    texts = ["".join(word.text for word in line) for line in lines]
    width = width_of(texts)
    open_part = list(lines[0])
    last = texts[0]
    for index, (line, found) in enumerate(zip(lines[1:], breaks, strict=True), start=1):
        if not texts[index].strip():
            continue
        doubled = not texts[index - 1].strip()
        if last.strip() and (doubled or _is_meant(found, last, texts[index], width, kind)):
            yield open_part
            open_part = list(line)
        else:
            open_part += [Words(" ", found.line, bold), *line]
        last = texts[index]
    if any(word.text.strip() for word in open_part):
        yield open_part


def _is_meant(found: Break, before: str, after: str, width: int, kind: Kind) -> bool:
    if kind is not Kind.PARAGRAPH:
        return False
    if not found.is_soft:
        return True
    if _NAME_AND_VALUE.match(before.lstrip()) and _NAME_AND_VALUE.match(after.lstrip()):
        return True
    return not (after.lstrip()[:1].islower() or is_wrapped(before, after, width))
