"""Headers, footers and page numbers of a paged document: told by their place and by coming back
page after page.

A number counts as part of a page header only where it counts on with the pages; "Grade: 14" at the
top of several pages, and "Grade: 13" on the next ones, is text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pathways.i18n import _
from pathways.importing.reading.pdf_lines import Line

_EDGE = 0.12  # of the height of the page, above and below
_NUMBERS = re.compile(r"\d{1,18}")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(page\s*)?(\d{1,4})(\s*(of|/|\|)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_SAME_PLACE = 4.0  # points
_SHARE = 0.5  # of the pages, at least


def running_lines(lines: Sequence[Line], pages: int) -> dict[int, str]:
    """Return why, for the number of each line that belongs to the pages and not to the text."""
    reasons: dict[int, str] = {}
    groups: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in lines:
        edge = _edge(line)
        if not edge:
            continue
        found = _PAGE_NUMBER.fullmatch(line.text)
        if found and (found.group(1) or found.group(3) or int(found.group(2)) == line.page):
            reasons[line.number] = _("a page number")
        else:
            groups[(_NUMBERS.sub("#", line.text), edge > 0)].append(line)
    for (_pattern, is_top), group in groups.items():
        if not _comes_back(group, pages):
            continue
        why = _("the header of the pages") if is_top else _("the footer of the pages")
        reasons.update((line.number, why) for line in group)
    return reasons


def _edge(line: Line) -> int:
    """Return 1 at the top of the page, -1 at the bottom, else 0."""
    if line.y > line.height * (1 - _EDGE):
        return 1
    return -1 if line.y < line.height * _EDGE else 0


def _comes_back(group: Sequence[Line], pages: int) -> bool:
    on_pages = {line.page for line in group}
    if len(on_pages) < 2 or len(on_pages) < pages * _SHARE:
        return False
    places = sorted(line.y for line in group)
    if places[-1] - places[0] > _SAME_PLACE:
        return False
    return _counts_with_pages(group)


def _counts_with_pages(group: Sequence[Line]) -> bool:
    """Say whether each number in the lines is either the same throughout or goes up with the
    pages.
    """
    columns = list(zip(*(map(int, _NUMBERS.findall(line.text)) for line in group), strict=True))
    for column in columns:
        offsets = {value - line.page for value, line in zip(column, group, strict=True)}
        if len(set(column)) > 1 and len(offsets) > 1:
            return False
    return True
