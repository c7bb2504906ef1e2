"""What people type, made fit for a file: nothing that cannot be shown, nothing that is no day."""

from __future__ import annotations

import datetime
import re
import unicodedata

from pathways.errors import UsageError
from pathways.i18n import _

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_LOOK_THE_SAME = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–", "-"))
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """Return a text without what cannot be shown or printed, and without blanks around it."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(cleaned(text).split())


def in_one_spelling(text: str) -> str:
    """Return what is the same for names and titles that look the same: whatever their capitals,
    their spaces, their kind of apostrophe or hyphen, and how their accents are put together.
    """
    folded = text.casefold()
    if not folded.isascii() or "`" in folded:
        folded = unicodedata.normalize("NFC", folded).translate(_LOOK_THE_SAME)
    return " ".join(folded.split())


def a_day(text: str) -> str:
    """Return a day as 2026-11-27, "" for none; raise UsageError where there is no such day."""
    text = text.strip()
    if not text:
        return ""
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError:
        message = _("“{date}” is not a date. Write year, month and day, such as 2026-11-21.")
        raise UsageError(message.format(date=text)) from None
