"""Texts that nobody has written yet, and what a template has left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, Text, quoted
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.model.unfinished import is_unfinished, says_nothing

_ANYWHERE = re.compile(
    r"""
      \b(?:TBC|TBA|TBD)\b | [(\[]\s*(?:tbc|tba|tbd)\s*[)\]]  # in capitals, or small and in brackets
    | \bto\ be\ confirmed\s*(?:$|[.)\];])
    | (?:^|[(\[:–—-]\s*)to\ be\ (?:advised|added|agreed|completed|decided|determined)
      \s*(?:$|[.)\];])
    | \blorem\ ipsum\b
    | \b[xX]{3,}\b  # xxx
    | \?{3,} | _{3,} | \.{5,} | …{2,}  # lines to write on
    | \bnot\ in\ use\b\s*$ | ^\s*not\ in\ use\b
    | [\[<{]\s?(?:insert|enter|add|complete|delete|select|choose)\b[^\]>}]{0,99}[\]>}]
    | [\[<]\s?(?:to\ (?:include|insert|add|complete|follow|confirm)|department|council|directorate
      |organisation|service|team|location|salary|grade|manager|chief\ \w+\ officer|x+)\b
      [^\]>]{0,60}[\]>]
    | \btext\ (?:goes|to\ go)\ here\b | \b(?:text|content|description)\ to\ (?:follow|come)\b
    | \binsert\b(?:\s+\w+){0,4}\s+here\b | \b(?:enter|type|add)\ text\ here\b
    | \bclick\b.{0,16}\bto\ enter\b
    | [\[<]\s?(?:your\ |the\ )?(?:job\ title|post\ title|name\ of\ \w+|date|name|text)\s?[\]>]
    | \{\{[^{}]{0,99}\}\} | «\w{0,99}_\w{0,99}»  # fields of a mail merge
    | \berror!\ (?:reference|bookmark|no\ text)  # what Word leaves behind
    | \#REF! | \#N/A | \#NAME\? | \#VALUE!  # what a spreadsheet leaves behind
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_CAPITALS = re.compile(r"\b(?:tbc|tba|tbd)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"\[\s{0,9}(?:…|\.{2,9})?\s{0,9}\]")
_WHOLE = re.compile(
    r"\W{0,9}(?:tbc|tba|tbd|to be (?:drafted|written|announced|provided|reviewed)"
    r"|to follow|coming soon|placeholder|missing|empty|"
    r"no (?:text|description|content)(?: yet)?|todo|to do|fixme|sample text|"
    r"dummy text|example text|text|heading|statement|bullet)\W{0,9}",
    re.IGNORECASE,
)


def check_placeholders(subject: Subject) -> Iterator[Finding]:
    """Find placeholders in all texts, statements that are no text, and ones that say only that
    they do not apply.
    """
    for text in subject.texts():
        found = _placeholder(text)
        if found:
            severity, message = Severity.ERROR, _("This is not finished: {text}.")
            advice = _("Write what is meant, or delete it.")
        elif _LEFT_OUT.search(text.text):
            severity, message = Severity.WARNING, _("Something is left out here: {text}.")
            advice = _("Write what belongs between the brackets, or delete them.")
        elif text.statement and says_nothing(text.text):
            severity, message = Severity.ADVICE, _("This statement says only {text}.")
            advice = _("Say in words that nothing is asked for, or leave the section out.")
        else:
            continue
        said = message.format(text=quoted(found or text.text))
        yield subject.at_text(Code.PLACEHOLDER, severity, said, advice, text)


def _placeholder(text: Text) -> str:
    """Return what is not finished in a text: the text itself; "" where it is."""
    if not text.text:
        return ""
    if text.statement and (
        _WHOLE.fullmatch(text.text)
        or is_unfinished(text.text)
        or not any(character.isalnum() for character in text.text)
    ):
        return text.text
    for match in _ANYWHERE.finditer(text.text):
        if not _IN_CAPITALS.fullmatch(match.group()) or match.group().isupper():
            return text.text
    return ""
