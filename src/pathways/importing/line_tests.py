"""What a line looks like, by its words alone."""

from __future__ import annotations

import re

from pathways.importing.metadata import is_kind_of_document
from pathways.importing.organisations import is_organisation

LONGEST_HEADING = 12
"""Words of a heading that only its looks make one."""

_LONGEST_STYLED = 16  # words of a heading that the document itself marks, before it is a paragraph
_LONGEST_CHARACTERS = 100
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_REACH = re.compile(r"\S@\S|https?://|www\.|\b(?:tel|telephone|phone|fax|e-?mail)\b\s*[:.]", re.I)


def is_short(text: str, words: int) -> bool:
    """Tell whether a line has few words and does not end as a sentence does."""
    return (
        0 < len(text.split()) <= words
        and len(text) <= _LONGEST_CHARACTERS
        and not text.endswith((".", ";", ",", "?", "!"))
    )


def has_letters(text: str) -> bool:
    """Tell whether a text has any letter or figure."""
    return any(map(str.isalnum, text))


def is_frame(text: str) -> bool:
    """Tell whether a line at the top is no title: the organisation, or what kind of document this
    is.
    """
    return is_kind_of_document(text) or bool(whose_document(text))


def whose_document(text: str) -> str:
    """Return the organisation that a line names, alone or beside what kind of document this is
    ("Westmoor Council – Job description"), "" where it says anything else.
    """
    parts = [part for part in re.split(r"\s[-–—|]\s", text.strip()) if part.strip()]
    bodies = [part.strip() for part in parts if is_organisation(part)]
    others = [part for part in parts if not is_organisation(part)]
    return bodies[0] if len(bodies) == 1 and all(map(is_kind_of_document, others)) else ""


def is_address(text: str) -> bool:
    """Tell whether a line says where somebody is: with a postcode, a telephone, a page."""
    return len(text.split()) <= 25 and bool(_POSTCODE.search(text) or _REACH.search(text))


def is_contact(text: str) -> bool:
    """Tell whether a line is nothing but an address of mail or of a page."""
    return bool(
        re.fullmatch(
            r"[^\s@]{1,64}@[^\s@]{1,200}\.\w{1,20}|https?://\S+|www\.\S+", text.strip().rstrip(".")
        )
    )


def is_paragraph_in_style(text: str) -> bool:
    """Tell whether a text in a heading's style is a paragraph: it is too long for a heading."""
    words = len(text.split())
    ends = text.rstrip().endswith((".", ";"))
    return words > _LONGEST_STYLED or (words > 9 and ends)


def is_guessable(text: str, following: str) -> bool:
    """Tell whether a plain short line may be a heading: no figures, no sentence that the next
    line goes on with in the same words.
    """
    words = text.split()
    if any(map(str.isdigit, text)) or not text[:1].isupper():
        return False
    first = following.split()[:1]
    if first and len(words) > 2 and first[0] == words[0]:
        return False
    small = [w for w in words[1:] if w.islower() and len(w) > 3]
    begins_as_statement = words[0].endswith("s") and not words[0].endswith("ss")
    return len(words) <= 4 or not (begins_as_statement and len(small) > 1)


def is_placeholder_line(text: str) -> bool:
    """Tell whether a whole line is something to fill in: "[Department]", "<Job title>"."""
    return bool(
        re.fullmatch(r"(?:\[[^\[\]]{1,60}\]|<[^<>]{1,60}>|\{\{?[^{}]{1,60}\}?\})", text.strip())
    )
