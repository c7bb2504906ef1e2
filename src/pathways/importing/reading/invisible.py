"""Characters that nobody sees: taken out of the text, and named so that the source can be mended.

What was decided. Wording stays as it is to the letter: typographic quotes, dashes and accents, and
no-break spaces
*inside* a text, are kept. Taken out, and each time reported: zero-width characters, soft hyphens,
byte order marks, marks of writing direction and control characters; no-break spaces at either end.
Characters of Windows-1252 that slipped into the wrong places of Unicode (U+0080 to U+009F) become
what they were meant to be. Joiners (U+200C, U+200D) stay where they stand between letters that are
not Latin, for there they carry meaning. White space at either end never counts.
"""

from __future__ import annotations

import re

from pathways.i18n import _

_ZERO_WIDTH = "\u200b\u2060\ufeff\u180e"
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f"
_SUSPECT = re.compile(
    f"[{_ZERO_WIDTH}{_DIRECTION}{_CONTROL}\u00ad\u200c\u200d\x80-\x9f\ufffd\ud800-\udfff]"
)
_LONE_JOINER = re.compile(
    "(?<![\u0600-\uffff\U00010000-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f]|$)"
)
_NO_WIDTH, _SOFT_HYPHEN = re.compile(f"[{_ZERO_WIDTH}]"), re.compile("\u00ad")
_MARKS, _CONTROLS = re.compile(f"[{_DIRECTION}]"), re.compile(f"[{_CONTROL}\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def even_line_ends(text: str) -> str:
    """Return ``text`` with every kind of line, paragraph and page end as a newline."""
    return _LINE_ENDS.sub("\n", text)


def without_invisible(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without invisible characters and white space at its ends, and the names of
    what was mended.
    """
    text = text.strip(" \t\n\r\x0b\x0c")
    found: list[str] = []
    if _SUSPECT.search(text):
        text = _take_out(text, found)
    bare = text.strip()
    if bare != text and text.strip(" \t\n\r\x0b\x0c") != bare:
        found.append(_("no-break space at the end of a text"))
    return bare, tuple(found)


def _take_out(text: str, found: list[str]) -> str:
    for pattern, name in (
        (_NO_WIDTH, _("zero-width space")),
        (_SOFT_HYPHEN, _("soft hyphen")),
        (_MARKS, _("mark of writing direction")),
        (_CONTROLS, _("control character")),
    ):
        bare = pattern.sub("", text)
        if bare != text:
            found.append(name)
        text = bare
    bare = _LONE_JOINER.sub("", text)
    if bare != text:
        found.append(_("zero-width joiner"))
    mended = re.sub("[\x80-\x9f]", _meant, bare)
    if mended != bare:
        found.append(_("character of Windows-1252 in the wrong place"))
    if "\ufffd" in mended:
        found.append(_("character that could not be read (it stays as �)"))
    return mended


def _meant(found: re.Match[str]) -> str:
    return found.group().encode("latin-1").decode("cp1252", errors="ignore")
