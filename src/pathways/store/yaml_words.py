"""Texts written as YAML: plain where nobody could misread them, in double quotes elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_PLAIN = re.compile(
    r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]*"
    r"[^\s\x00-\x1f\x7f-\xa0\ufeff\ud800-\udfff])?"
)
_MISREAD = re.compile(r": |:$| #|\t")
_INSIDE = re.compile(r"[,\[\]{}:#\"']")
# What programs that guess would take for something else than a text.
_GUESSED = re.compile(
    r"[-+.]?[0-9][0-9_,.:a-fA-FxXoO+-]*|true|false|yes|no|on|off|y|n|null|nan|inf|\.?inf|~",
    re.I,
)
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')


def quoted_where_needed(text: str, inside: bool = False) -> str:
    """Return a text as YAML has it on one line; ``inside`` brackets more has to be quoted."""
    plain = (
        _PLAIN.fullmatch(text)
        and not _MISREAD.search(text)
        and not _GUESSED.fullmatch(text)
        and not (inside and _INSIDE.search(text))
    )
    return text if plain else f'"{_ESCAPED.sub(_escape, text)}"'


def flow_list(texts: Iterable[str]) -> str:
    """Return texts as a list between brackets, on one line."""
    return "[" + ", ".join(quoted_where_needed(text, inside=True) for text in texts) + "]"


def flow(
    pairs: Sequence[tuple[str, str]],
    plain: Mapping[str, str] | None = None,
    last: Sequence[tuple[str, str]] = (),
) -> str:
    """Return keys and values in braces on one line; those in ``plain`` are written as they are."""
    parts = [f"{key}: {quoted_where_needed(value, inside=True)}" for key, value in pairs]
    parts.extend(f"{key}: {value}" for key, value in (plain or {}).items())
    parts.extend(f"{key}: {quoted_where_needed(value, inside=True)}" for key, value in last)
    return "{" + ", ".join(parts) + "}"


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    code = ord(sign)
    return _ESCAPES.get(sign) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")
