"""What a cell of a table looks like by itself: a label, running text, a tick, a code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from pathways.importing.grade_names import parse_mark
from pathways.importing.metadata import kind_of_key

_TICKS = frozenset("✓ ✔ ☑ ✅ √ x yes y • ● ■ * + \uf0fc \uf0d6".split())
_NO_TICKS = frozenset("✗ ✘ ☐ no n ○ □ - – — ×".split())
_ENOUGH_CELLS = 400  # tell what a column holds
_DOTS = re.compile(r"(?:[●○◐◑◯⚫⚪•◦■□▪▫★☆✓✔*+]\s*){1,7}")
_CODE = re.compile(
    r"(?:[A-Z]{0,4}[.\-]?\d{1,4}(?:[.\-]\d{1,3})*[a-z]?(?:\s?\([a-z0-9]\))?|[A-Z]\d?)\.?"
)
_AMOUNT = r"[-+]?[£$€]?\d[\d,.]*\s?(?:%|k|hours?|fte|pa|per annum|points?|years?)?"
_NUMBER = re.compile(rf"{_AMOUNT}(?:\s*(?:-|–|—|to)\s*{_AMOUNT})?\+?", re.I)
_FOR_ALL = re.compile(
    r"(?:for |at )?(?:all|every|each)\s+(?:the\s+)?(?:levels?|grades?|bands?|staff|roles?|"
    r"colleagues|employees|of (?:them|these))|everyone|everybody|common|shared",
    re.I,
)


def is_tick(text: str) -> bool:
    """Tell whether a cell says only yes."""
    return text.strip(" .()[]").casefold() in _TICKS


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing, or no."""
    return not text.strip() or text.strip(" .()").casefold() in _NO_TICKS


def is_for_all(text: str) -> bool:
    """Tell whether a head stands for all levels or everybody."""
    return _FOR_ALL.fullmatch(text.strip(" .:")) is not None


def is_dots(text: str) -> bool:
    """Tell whether a cell is a row of marks, as ●●○."""
    return _DOTS.fullmatch(text.strip()) is not None


def is_code(text: str) -> bool:
    """Tell whether a cell is a number or a code, as 3(a), 1.2 or C4."""
    return _CODE.fullmatch(text.strip()) is not None or _NUMBER.fullmatch(text.strip()) is not None


def is_prose(text: str) -> bool:
    """Tell whether a cell holds running text or a list rather than a label."""
    words = len(text.split())
    return words > 6 or "\n" in text or (words > 1 and text.endswith((".", ";", "!")))


def is_label(text: str) -> bool:
    """Tell whether a cell is short enough to name something."""
    return 0 < len(text.split()) <= 12 and "\n" not in text.strip() and not text.endswith(".")


def share(texts: Sequence[str], test: Callable[[str], object]) -> float:
    """Return the share of the texts that are not empty for which a test holds, of the first few
    hundred in a very long column; 0 where all are empty.
    """
    filled = list(islice((text for text in texts if text.strip()), _ENOUGH_CELLS))
    held = sum(bool(test(text)) for text in filled)
    return held / len(filled) if filled else 0.0


def flat(text: str) -> str:
    """Return the text of a head as one line: a grade and a title on two lines get a dash between
    them.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    named = {kind_of_key(key): value for key, value in zip(lines[::2], lines[1::2], strict=False)}
    if len(lines) > 3 and {"grade", "title"} <= set(named):  # names with values, one below another
        return f"{lines[lines.index(named['grade']) - 1]} {named['grade']} – {named['title']}"
    if len(lines) == 2 and (parse_mark(lines[0]) or parse_mark(lines[1])):
        return " – ".join(lines)
    return " ".join(lines)
