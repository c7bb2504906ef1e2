"""What a YAML parser's complaints mean, in words for people."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError, YAMLError

from pathways.i18n import _

_TOLD_AT_THEIR_START = (
    "unexpected end of stream",
    "expected ',' or",
    "scanning an a",
    "scanning a tag",
)


def explained(error: YAMLError, text: str) -> tuple[str, str, int, int]:
    """Return what is wrong, what to do, and the line and column (from 1; 0 where unknown)."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _("The file is not YAML."), _("Check that it is the right file."), 0, 0
    line, column = error.problem_mark.line, error.problem_mark.column
    complaint = f"{error.problem or ''} {error.context or ''}"
    lines = text.splitlines()
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    opened = error.context_mark
    if opened and any(words in complaint for words in _TOLD_AT_THEIR_START):
        line, column = opened.line, opened.column
    message, advice = _in_words(complaint, sign)
    return message, advice, line + 1, column + 1


def place_too_deep(text: str, error: YAMLError, most: int) -> int:
    """Return where the brackets that are open at the place of an error are nested more than
    ``most`` deep, 0 where they are not.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return 0
    lines = text.splitlines(keepends=True)
    end = sum(map(len, lines[: mark.line])) + mark.column
    open_ones = 0
    for found in re.finditer(r"[\[{\]}]", text[:end]):
        open_ones += 1 if found.group() in "[{" else -1 if open_ones else 0
        if open_ones > most:
            return found.start()
    return 0


def _in_words(complaint: str, sign: str) -> tuple[str, str]:
    if "cannot start any token" in complaint and sign == "\t":
        return _("There is a tab where only spaces may stand."), _("Indent with spaces.")
    if "expected node content" in complaint and not sign.strip():
        return _("The file ends here before it is complete."), _(
            "Close every bracket, and check that all was saved."
        )
    for words, message, advice in _answers(sign):
        if words in complaint:
            return message, advice
    return (
        _("This does not fit what stands before it."),
        _(
            "Let it begin in the same column as its neighbours, and put texts with unusual signs "
            "in quotes."
        ),
    )


def _answers(sign: str) -> tuple[tuple[str, str, str], ...]:
    """Return (what the parser says, what is wrong, what to do), the more particular first."""
    quote = _("If this belongs to the text, put the whole text in quotes.")
    return (
        *_answers_about_beginnings(sign, quote),
        *_answers_about_texts(),
        *_answers_about_brackets(),
        *_answers_about_columns(),
        ("directive", _("A line cannot begin with “%”."), quote),
        (
            "scanning a block scalar",
            _("This cannot stand on one line with “|” or “>”."),
            _("Begin the text on the next line."),
        ),
        ("expected node content", _("“{sign}” cannot stand here.").format(sign=sign), quote),
    )


def _answers_about_beginnings(sign: str, quote: str) -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "cannot start any token",
            _("A text cannot begin with “{sign}”.").format(sign=sign),
            quote,
        ),
        ("scanning an alias", _("A text cannot begin with “*”."), quote),
        ("scanning an anchor", _("A text cannot begin with “&”."), quote),
        ("a tag", _("A text cannot begin with “!”."), quote),
    )


def _answers_about_texts() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "mapping values are not allowed",
            _("A colon followed by a space cannot stand here."),
            _(
                "If it belongs to the text, put the whole text in quotes; if not, check the "
                "indentation of this line."
            ),
        ),
        ("unexpected end of stream", _("This quotation mark is never closed."), _("Close it.")),
        (
            "escape",
            _("The backslash in this text begins a sign that YAML does not know."),
            _("Write two backslashes for one, or use single quotes."),
        ),
    )


def _answers_about_brackets() -> tuple[tuple[str, str, str], ...]:
    commas = _(
        "Separate its values with commas, close it, and put texts that contain brackets or "
        "commas in quotes."
    )
    return (
        (
            "expected ',' or ']'",
            _("This list in square brackets does not end as it should."),
            commas,
        ),
        (
            "expected ',' or '}'",
            _("This group in curly brackets does not end as it should."),
            commas,
        ),
    )


def _answers_about_columns() -> tuple[tuple[str, str, str], ...]:
    columns = _(
        "Let it begin in the same column as its neighbours; put a text that holds quotation marks "
        "in quotes."
    )
    return (
        ("expected '-' indicator", _("This does not fit the list it stands in."), columns),
        ("expected key", _("This does not fit the lines before it."), columns),
        (
            "could not find expected ':'",
            _("There is no colon after this name."),
            _("Write a colon and a space after it; a list's line begins with “- ”."),
        ),
        (
            "document start",
            _("Something is left over here at the end."),
            _("Check the brackets and the indentation."),
        ),
    )
