"""The lines between two rules at the top of a page: its title, its grade, and sometimes all its
criteria.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.outline import Kind, Piece
from pathways.importing.reading.data_records import records_of
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.nested_records import are_texts, is_nested, keys_of, rows_of
from pathways.importing.reading.site_templates import without_templates

if TYPE_CHECKING:
    from pathways.store.yaml_document import YamlDocument

_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(---|\.\.\.)[ \t]*(\n|$)", re.DOTALL)
_POINT = re.compile(r"[ ]*-[ ]+[A-Za-z][^:#]{0,200}")
_REST = re.compile(r"[ ]+[A-Za-z(][^:#]{0,200}")
_POINT_BELOW = re.compile(r"[ ]*-[ ]+\S")
_QUOTED = re.compile(r"([\"'])(.*)\1")
_LANGUAGES = ("lang", "language")


def below_front_matter(path: Path, text: str, gathering: Gathering) -> str:
    """Return ``text`` as its site shows it, with its front matter blanked, so that the lines below
    keep their numbers; what it says becomes facts and tables.
    """
    found = _MATTER.match(text)
    if not found:
        return without_templates(text, {}, gathering)
    fields: dict[str, str] = {}
    try:
        document = _read(path, found.group(1))
    except Exception as error:  # whatever is wrong with it, its lines are still kept
        if not _is_known(error):
            raise
        _keep_lines(found.group(1), gathering)
    else:
        if isinstance(document.data, Mapping) and not document.problems:
            fields = {str(k): v for k, v in document.data.items() if isinstance(v, str)}
            for key, value in document.data.items():
                place = document.key_places.get((key,))
                _keep_entry(str(key), value, 1 + (place.line if place else 1), gathering)
        else:
            _keep_lines(found.group(1), gathering)
    below = "\n" * text[: found.end()].count("\n") + text[found.end() :]
    return without_templates(below, fields, gathering)


def _read(path: Path, written: str) -> YamlDocument:
    """Read front matter as people mean it: tabs at the beginning of its lines, which YAML forbids,
    are spaces, and a point over deeper points is their heading.
    """
    from pathways.store.guarded_yaml import read_yaml

    lines = written.split("\n")
    leads = [line[: len(line) - len(line.lstrip("\t -"))] for line in lines]
    even = [
        begin.replace("\t", "  ") + line[len(begin) :]
        for begin, line in zip(leads, lines, strict=True)
    ]
    return read_yaml(path, "\n".join(_with_headings(even)).encode())


def _with_headings(lines: Sequence[str]) -> Iterator[str]:
    """Yield as many lines, where a point over deeper points is a name with a colon; YAML would join
    it and the points.
    """
    place = 0
    while place < len(lines):
        end = place + 1
        if _POINT.fullmatch(lines[place]):
            while end < len(lines) and _goes_on(lines[place], lines[end]):
                end += 1
        below = lines[end] if end < len(lines) else ""
        if (
            _POINT.fullmatch(lines[place])
            and _POINT_BELOW.match(below)
            and _indent(below) > _indent(lines[place])
        ):
            yield (
                " ".join(
                    [lines[place].rstrip(), *(line.strip() for line in lines[place + 1 : end])]
                )
                + ":"
            )
            yield from [""] * (end - place - 1)
        else:
            yield from lines[place:end]
        place = end


def _goes_on(point: str, line: str) -> bool:
    """Tell whether a line is the rest of the point above it."""
    return _indent(line) > _indent(point) and _REST.fullmatch(line) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_known(error: Exception) -> bool:
    from pathways.errors import PathwaysError

    return isinstance(error, PathwaysError)


def _keep_entry(key: str, value: object, line: int, gathering: Gathering) -> None:
    gathering.read(line, _flat(value))
    if isinstance(value, str):
        written = gathering.cleaned(value, line)
        if key.casefold() == "title":
            gathering.title = written
        elif key.casefold() in _LANGUAGES:
            gathering.language = written
        if written:
            _keep_fact(f"{key}: {written}", line, gathering)
        return
    table = rows_of(key, value) if is_nested(value) or are_texts(value) else []
    table = table or records_of(key, value, {})  # skills with their levels
    if table:
        rows = tuple(tuple(gathering.cleaned(cell, line) for cell in row) for row in table)
        place = _("front matter")
        gathering.keep(Piece(kind=Kind.TABLE, line=line, rows=rows, place=place, header=1))
        names = " ".join((key, *keys_of(value)))
        gathering.leave_out(line, names, _("the names of entries in the front matter"))
        return
    _keep_fact(f"{key}: {_flat(value)}", line, gathering)


def _flat(value: object) -> str:
    """Return everything that a value holds as words, in order."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_flat(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_flat(item) for item in value)
    return "" if value is None else str(value)


def _keep_lines(written: str, gathering: Gathering) -> None:
    """Keep the lines as they stand where they are no YAML."""
    why = _("The front matter is not in order; its lines were read one by one.")
    gathering.remark(1, "", why)
    for number, line in enumerate(written.split("\n"), 2):
        key, colon, value = line.strip().partition(":")
        if key.startswith("#"):
            gathering.leave_out(number, line, _("a comment, not shown on the page"))
        elif key.startswith("- ") and are_texts([line]):
            gathering.add(Kind.ITEM, number, line.strip()[2:], level=1)
        elif key:
            quoted = _QUOTED.fullmatch(value.strip())
            text = quoted[2] if quoted else value.strip()
            _keep_fact(f"{key}{colon} {text}".strip(), number, gathering)


def _keep_fact(text: str, line: int, gathering: Gathering) -> None:
    place = _("front matter")
    gathering.keep(Piece(kind=Kind.FACT, line=line, text=text, place=place))
