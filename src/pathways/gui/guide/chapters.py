"""The chapters of the guide as they stand in its Markdown files, without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pathways import paths
from pathways.errors import PathwaysError
from pathways.i18n import _, language

FIRST = "index"
_LISTED = re.compile(r"^- \[[^\]]*\]\(([a-z-]+)\.md\)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_MARKS = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,200}\)|\[([^\]]{0,300})\]\([^)]{0,200}\)|[*`_#>|]")


@dataclass(frozen=True)
class GuideChapter:
    """One file of the guide: its name without ending, its title, its headings, its Markdown and
    where it stands.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    markdown: str
    folder: Path

    @property
    def words(self) -> str:
        """Return the text as it is read, without the marks of Markdown."""
        return _MARKS.sub(lambda found: found.group(1) or "", self.markdown)

    def count(self, words: str) -> int:
        """Return how often words occur, whatever their case."""
        return self.words.casefold().count(words.casefold()) if words else 0


def chapters() -> tuple[GuideChapter, ...]:
    """Return the chapters in the order in which the first one lists them; raise PathwaysError where
    there is none.

    A chapter is in the program's language where the guide has it in that language, else in English.
    """
    first = _read(_file(FIRST))
    names = [name for name in dict.fromkeys(_LISTED.findall(first.markdown)) if name != FIRST]
    return (first, *(_read(_file(name)) for name in names))


def _file(name: str) -> Path:
    own = paths.guide() / language() / f"{name}.md"
    return own if own.is_file() else paths.guide() / f"{name}.md"


def _read(path: Path) -> GuideChapter:
    try:
        markdown = path.read_text("utf-8")
    except OSError:
        message = _("The guide is missing from “{folder}”. Install Pathways again.")
        raise PathwaysError(message.format(folder=path.parent)) from None
    found = _HEADING.findall(markdown)
    title = next((words for level, words in found if len(level) == 1), path.stem)
    return GuideChapter(
        path.stem,
        title,
        tuple(words for level, words in found if len(level) == 2),
        markdown,
        path.parent,
    )
