"""Slips of typing that can be told without a dictionary: a word twice in a row, and words without
a space between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, Text
from pathways.i18n import _
from pathways.model.problem import Severity

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+(\1)\b", re.IGNORECASE)
_MAY_BE_DOUBLED = frozenset({"that", "had", "is", "very", "can", "so", "many", "much"})
_NO_SPACE = re.compile(r"\b([^\W\d_]{2,}[,;][^\W\d_]{2,})\b")
_NO_SPACE_AFTER_STOP = re.compile(r"\b([a-z]{2,}[.!?:]([A-Z][a-z]+))\b")
_GLUED = re.compile(
    r"\b(([a-z]{3,})(?:The|This|These|They|And|With|For|Will|You|Your|Our|From|When|Where|Which|"
    r"Are|Is|Not))\b"
)
_OF_ADDRESSES = ("://", "www.", "@")


def check_slips(subject: Subject) -> Iterator[Finding]:
    """Find doubled words, and spaces that are missing."""
    texts = [text for text in subject.texts() if text.text]
    known = {word for text in texts for word in _WORD.findall(text.text) if word.islower()}
    for text in texts:
        plain = _without_addresses(text.text)
        for match in _DOUBLED.finditer(plain):
            if match[2].islower() and match[2] not in _MAY_BE_DOUBLED:
                yield _slip(
                    subject,
                    text,
                    _("The word “{word}” is repeated here.").format(word=match[2]),
                )
        for words in _without_space(plain, known):
            yield _slip(subject, text, _("A space is missing in “{words}”.").format(words=words))


def _without_addresses(text: str) -> str:
    return " ".join(
        "…" if any(sign in word for sign in _OF_ADDRESSES) else word for word in text.split(" ")
    )


def _without_space(text: str, known: set[str]) -> Iterator[str]:
    """Yield words run together; after a full stop, or without any sign, only where both are words
    of the framework.

    So neither "Node.js" nor "SharePoint" nor "DevOps" is taken for a slip.
    """
    yield from (match[1] for match in _NO_SPACE.finditer(text))
    yield from (
        match[1] for match in _NO_SPACE_AFTER_STOP.finditer(text) if match[2].lower() in known
    )
    yield from (match[1] for match in _GLUED.finditer(text) if match[2] in known)


def _slip(subject: Subject, text: Text, message: str) -> Finding:
    return subject.at_text(Code.SLIP, Severity.ADVICE, message, _("Put it right."), text)
