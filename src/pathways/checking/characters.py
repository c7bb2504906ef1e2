"""Characters that nobody sees, and characters that were lost on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, Text
from pathways.i18n import _, _n, in_words
from pathways.model.problem import Severity

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|\t")
_JOINERS = "\u200c\u200d"
_LATIN = re.compile("[\x00-\u024f]")
_WRONGLY_READ = re.compile(
    "[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.?"
)  # UTF-8 that was read as Windows-1252
_AROUND = re.compile(r"\S*")
_NAMED_PLACES = 3


def check_characters(subject: Subject) -> Iterator[Finding]:
    """Find invisible characters and lost ones, text by text, and unusual spaces, all in one."""
    spaced = []
    for text in subject.texts():
        if text.text.isascii() and text.text.isprintable():
            continue
        hidden = [place for place in range(len(text.text)) if _is_invisible(text.text, place)]
        if hidden:
            yield _invisible(subject, text, hidden)
        lost = next((place for place in range(len(text.text)) if _is_lost(text.text, place)), None)
        if lost is not None:
            yield _lost(subject, text, lost)
        if _ODD_SPACE.search(text.text):
            spaced.append(text)
    if spaced:
        yield _spaces(subject, spaced)


def _is_invisible(text: str, place: int) -> bool:
    """Tell whether the character there has neither a look nor, in its place, a meaning.

    Joiners have one between letters that are not Latin, marks of direction in text that runs from
    right to left.
    """
    character = text[place]
    if character == "\t" or unicodedata.category(character) not in ("Cf", "Cc"):
        return False
    if character in _JOINERS:
        around = text[max(0, place - 1) : place], text[place + 1 : place + 2]
        return any(not side or bool(_LATIN.match(side)) for side in around)
    if unicodedata.name(character, "").endswith(
        ("MARK", "EMBEDDING", "OVERRIDE", "ISOLATE", "DIRECTIONAL FORMATTING")
    ):
        return not _has_text_from_the_right(text)
    return True


@lru_cache(maxsize=16)
def _has_text_from_the_right(text: str) -> bool:
    return any(
        unicodedata.bidirectional(character) in ("R", "AL")
        for character in text
        if character.isalpha()
    )


def _invisible(subject: Subject, text: Text, places: list[int]) -> Finding:
    names = in_words(list(dict.fromkeys(_name(text.text[place]) for place in places)))
    word = _word_around(text.text, places[0])
    message = _("“{word}” contains an invisible character: {name}.")
    if len(places) > 1:
        message = _("This text contains invisible characters, the first in “{word}”: {name}.")
    return subject.at_text(
        Code.INVISIBLE_CHARACTER,
        Severity.WARNING,
        message.format(word=word, name=names),
        _("Delete it: it gets in the way of searching and comparing."),
        text,
    )


def _name(character: str) -> str:
    known = {
        "\u200b": _("zero-width space"),
        "\u00ad": _("soft hyphen"),
        "\ufeff": _("byte order mark"),
    }
    name = known.get(character) or unicodedata.name(character, _("control character")).lower()
    return f"{name} (U+{ord(character):04X})"


def _word_around(text: str, place: int) -> str:
    """Return the word that a character stands in, with a mark in its place."""
    visible = "".join("·" if _is_invisible(text, i) else c for i, c in enumerate(text))
    start = visible.rfind(" ", 0, place) + 1
    found = _AROUND.match(visible, start)
    return found.group() if found else visible


def _is_lost(text: str, place: int) -> bool:
    return (
        text[place] == "\ufffd"
        or unicodedata.category(text[place]) in ("Co", "Cn")
        or bool(_WRONGLY_READ.match(text, place))
    )


def _lost(subject: Subject, text: Text, place: int) -> Finding:
    start, end = max(0, place - 20), place + 20
    part = text.text[start:end]
    return subject.at_text(
        Code.LOST_CHARACTER,
        Severity.WARNING,
        _("A character was lost or read wrongly here: “{part}”.").format(part=part),
        _("Replace it with the right character, often a quotation mark, a dash or a bullet."),
        text,
    )


def _spaces(subject: Subject, texts: list[Text]) -> Finding:
    statements = [text.statement for text in texts if text.statement]
    kinds = in_words(
        sorted({_space(character) for text in texts for character in _ODD_SPACE.findall(text.text)})
    )
    words = [_word_with_space(text.text) for text in texts[:_NAMED_PLACES]]
    message = _n(
        "{count} text contains unusual spaces ({kinds}), as in {words}.",
        "{count} texts contain unusual spaces ({kinds}), as in {words}.",
        len(texts),
    )
    return subject.finding(
        Code.ODD_SPACE,
        Severity.ADVICE,
        message.format(count=len(texts), kinds=kinds, words=in_words(list(dict.fromkeys(words)))),
        _("Use ordinary spaces, unless a line must not break there."),
        nodes=tuple(dict.fromkeys(node for text in texts for node in text.nodes)),
        statements=statements,
        keys=texts[0].keys,
    )


def _space(character: str) -> str:
    known = {"\u00a0": _("no-break space"), "\t": _("tab")}
    return known.get(character) or unicodedata.name(character).lower()


def _word_with_space(text: str) -> str:
    """Return the words around the first unusual space, with a mark in its place."""
    marked = _ODD_SPACE.sub("·", text)
    place = next(match.start() for match in _ODD_SPACE.finditer(text))
    end = marked.find(" ", place)
    return _("“{text}”").format(
        text=marked[marked.rfind(" ", 0, place) + 1 : end if end >= 0 else None]
    )
