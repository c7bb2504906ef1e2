"""What the builder of a web site takes out of a page, or fills in: comments of its templates,
fields of the front matter, tags inside the addresses of links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pathways.i18n import _
from pathways.importing.reading.gathering import Gathering

_COMMENT = re.compile(r"\{%-?[ \t]{0,9}(end)?comment\b[^{}%\n]{0,200}%\}")
_FIELD = re.compile(
    r"\{\{-?[ \t]{0,9}(?:page\.|\.Params\.|\.(?=Title\b))([A-Za-z_][\w-]{0,60})[ \t]{0,9}-?\}\}"
)
_ADDRESS = re.compile(r"(?<=\]\()\{([{%])[^{}%\n]{1,200}[}%]\}[^()\s]{0,200}(?=\))")


def without_templates(text: str, fields: Mapping[str, str], gathering: Gathering) -> str:
    """Return the text as its site shows it, line by line: comments of templates are left out, with
    the reason, and what the front matter states stands where it is named.
    """
    if "{" not in text:
        return text
    shown = _without_comments(text, gathering)
    known = {name.casefold(): value for name, value in fields.items()}
    shown = _FIELD.sub(lambda found: known.get(found[1].casefold()) or found[0], shown)
    return _ADDRESS.sub(lambda found: "".join(found[0].split()), shown)


def _without_comments(text: str, gathering: Gathering) -> str:
    """Blank what stands between the marks of comments; one without an end is kept."""
    parts: list[str] = []
    done, line = 0, 1  # how far the text is read, and the line there
    begun: re.Match[str] | None = None
    for mark in _COMMENT.finditer(text):
        if not mark[1]:
            begun = begun or mark
        elif begun is not None:
            line += text.count("\n", done, begun.start())
            comment = text[begun.start() : mark.end()]
            _leave_out(comment, line, gathering)
            parts += [text[done : begun.start()], "\n" * comment.count("\n")]
            line += comment.count("\n")
            done, begun = mark.end(), None
    return "".join((*parts, text[done:]))


def _leave_out(comment: str, line: int, gathering: Gathering) -> None:
    for number, words in enumerate(comment.split("\n"), line):
        gathering.read(number, words)
        gathering.leave_out(number, words.strip(), _("a comment, not shown on the page"))
