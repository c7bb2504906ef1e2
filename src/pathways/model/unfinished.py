"""Texts that nobody has written yet: what templates and exports leave behind in place of one."""

from __future__ import annotations

import re

_WHOLE = re.compile(
    r"""\W{0,9}(?:
      tbc | tba | tbd | tbs | todo | to\ do | fixme | wip | xx+ | missing | null | undefined
    | empty | blank | unknown
    | not\ (?:in\ use|available|known|set|used|yet\ (?:written|defined|available))
    | to\ (?:be|follow)(?:\ (?:drafted|written|announced|provided|reviewed|confirmed|added|advised
      |agreed|completed|decided|determined|defined|populated|supplied|inserted))?
    | coming\ soon | under\ (?:construction|review|development) | work\ in\ progress
    | place\s?holder(?:\ text)? | (?:sample|dummy|example|filler|default|template)\ text
    | (?:no|insert|enter|add|your|more)\ (?:text|content|description|details?|data|value)
      (?:\ (?:here|yet|available|provided|goes\ here))?
    | (?:\.{2,}\s*)?(?:text|content|description|details?|copy|stuff)\ (?:goes|go)\ here
    | i\ bawb | i'w\ gadarnhau | i’w\ gadarnhau
    )\W{0,9}""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W{0,9}(?:n\s?/\s?a|not applicable|none|nil|amherthnasol|ddim yn berthnasol)\W{0,9}",
    re.IGNORECASE,
)
_LOREM = re.compile(r"\blorem\s+ipsum\b", re.IGNORECASE)
_BRACKETED = re.compile(
    r"\W{0,3}(?:\[[^\[\]]{1,80}\]|<[^<>/]{2,80}>|\{\{?[^{}]{1,80}\}?\}|«[^«»]{1,80}»)\W{0,3}"
)
_TAGS = re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}%]{1,200}%\}|<%[^<>%]{1,200}%>|\{:[^{}]{1,80}\}")
_COMMENT = re.compile(r"(?://|/\*|<!--|%%|;;)\s*.{0,200}", re.DOTALL)
_DOTS = re.compile(r"[\s._…\-–—*]{2,}|[.…]")
_NOT_EMPTY = re.compile(r"\[[ xX✓]\]|\[\d{1,3}\]")


def is_unfinished(text: str) -> bool:
    """Tell whether a whole text only holds the place of one: "TBC", "[Department]", "MISSING",
    "// text goes here", Lorem ipsum.
    """
    bare = text.strip()
    if not bare or len(bare) > 2_000:
        return False
    if _LOREM.search(bare):
        return True
    if len(bare) > 220:
        return False
    if _TAGS.search(bare) and not any(map(str.isalnum, _TAGS.sub("", bare))):
        return True  # nothing but fields and tags of a page's template
    whole = _WHOLE.fullmatch(bare) or _DOTS.fullmatch(bare) or _COMMENT.fullmatch(bare)
    return bool(whole or (_BRACKETED.fullmatch(bare) and not _NOT_EMPTY.fullmatch(bare)))


def says_nothing(text: str) -> bool:
    """Tell whether a whole text only says that there is nothing to say: "N/A", "None"."""
    return _NOTHING.fullmatch(text.strip()) is not None
