"""Lines of Markdown that stand right below a point without belonging to it.

Markdown reads such a line as the rest of the point. Where the point was complete and the line would
have fitted into it, it is a point that lost its dash, or a heading or paragraph without the blank
line that should stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.importing.reading.line_breaks import begins_inside, is_wrapped, width_of

_POINT = re.compile(r"\s{0,9}(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_OWN = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]|#{1,6}\s|[>|<`~=]|-{3,}|\s|\[[^\]]*\]:")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADS = re.compile(r"(?:\*\*|__).+(?:\*\*|__):?$|.{2,80}:$")


def unglued(text: str) -> tuple[str, list[int], list[tuple[int, str]]]:
    """Return the text with such lines parted from their points, the line of the source for each of
    its lines, and the lines that were given a dash.
    """
    lines = text.split("\n")
    width = width_of(lines)
    result: list[str] = []
    origins: list[int] = []
    mended: list[tuple[int, str]] = []
    fenced = False
    for place, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and result and _is_lazy(result[-1], line, width):
            if _follows_point(lines, place) and not _HEADS.fullmatch(line.strip()):
                mended.append((place + 1, line.strip()))
                line = f"- {line}"
            else:
                result.append("")
                origins.append(place + 1)
        result.append(line)
        origins.append(place + 1)
    return "\n".join(result), origins, mended


def _is_lazy(before: str, line: str, width: int) -> bool:
    """Tell whether a line stands at the edge right below a point and is not the rest of it."""
    if not line.strip() or _OWN.match(line) or not _POINT.match(before):
        return False
    first = line.lstrip("*_\"'“‘(")[:1]
    if not first.isupper() or begins_inside(before, line):
        return False
    return not is_wrapped(before, line, width)


def _follows_point(lines: Sequence[str], place: int) -> bool:
    return place + 1 < len(lines) and bool(_POINT.match(lines[place + 1]))
