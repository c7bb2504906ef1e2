"""Levels as data (.yml, .yaml, .json): lists of records become tables, names with values facts, and
what is named by an id gets its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pathways.errors import PathwaysError
from pathways.i18n import _, capitalised
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.data_records import looked_up, named, names_of, records_of, words_of
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.plain_text import note_encoding
from pathways.importing.reading.refusal import UnreadableDocumentError, too_intricate
from pathways.importing.reading.source_bytes import read_bytes, text_of
from pathways.importing.record_columns import column_of

MOST_BYTES = 4_000_000
_DEEPEST = 30
_MOST_VALUES = 40_000
_LANGUAGES = ("lang", "language")


def read_data_file(path: Path) -> Outline:
    """Return the outline of a file of data; raise UnreadableDocumentError where it is none, or too
    deep or long.
    """
    content = read_bytes(path, MOST_BYTES)
    is_json = path.suffix.lower() in (".json", ".geojson")
    gathering = Gathering(path, "json" if is_json else "yaml")
    data = _of_json(path, content, gathering) if is_json else _of_yaml(path, content)
    if isinstance(data, Mapping) and {"format", "nodes", "blocks"} <= set(data):
        raise UnreadableDocumentError(
            path, _("This is a framework already, no document."), _("Open it instead.")
        )
    scalars = list(_scalars(data, 0))
    if len(scalars) > _MOST_VALUES:
        raise too_intricate(path)
    for number, text in enumerate(scalars, start=1):
        gathering.read(number, text)
    _PieceWriter(gathering, data, path.stem).write()
    return gathering.outline()


def _of_yaml(path: Path, content: bytes) -> object:
    from pathways.store.guarded_yaml import read_yaml

    try:
        return read_yaml(path, content).data
    except UnreadableDocumentError:
        raise
    except PathwaysError as error:
        raise UnreadableDocumentError(
            path,
            _("This is not in order: {reason}").format(reason=str(error).split("\n")[0]),
            _("Correct it there, and import it again."),
        ) from None


def _of_json(path: Path, content: bytes, gathering: Gathering) -> object:
    text, encoding = text_of(path, content)
    note_encoding(gathering, encoding)
    try:
        return _plain(json.loads(text))
    except RecursionError:
        raise too_intricate(path) from None
    except ValueError as error:
        raise UnreadableDocumentError(
            path,
            _("This is not in order: {reason}").format(reason=error),
            _("Correct it there, and import it again."),
        ) from None


def _plain(value: Any) -> object:
    """Return JSON with every number and truth as it is written."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return "" if value is None else str(value)


def _scalars(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _scalars(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner, depth + 1)
    elif isinstance(value, str) and value.strip():
        yield value


class _PieceWriter:
    """Turn data into pieces, in its order."""

    def __init__(self, gathering: Gathering, data: object, called: str) -> None:
        self._gathering = gathering
        self._called = called if column_of(called) else ""  # "levels.yml" holds levels
        self._names = names_of(data)
        self._data = data
        self._line = 0

    def write(self) -> None:
        """Write everything."""
        self._leave_out_ids(self._data, 0)
        if isinstance(self._data, list):
            self._value(self._called, self._data, 2)
        elif isinstance(self._data, Mapping):
            lookups = [key for key, value in self._data.items() if self._is_lookup(key, value)]
            for key, value in self._data.items():
                if key in lookups and len(lookups) < len(self._data):
                    self._leave_out_lookup(value)
                else:
                    self._value(str(key), value, 2)

    def _leave_out_ids(self, value: object, depth: int) -> None:
        """Note every id in whose place a name stands."""
        if depth > _DEEPEST:
            return
        if isinstance(value, list):
            for inner in value:
                self._leave_out_ids(inner, depth + 1)
        for key, inner in value.items() if isinstance(value, Mapping) else ():
            if not isinstance(inner, str):
                self._leave_out_ids(inner, depth + 1)
            elif named(str(key), inner, self._names) != inner:
                why = _("an id; the name that belongs to it stands in its place")
                self._gathering.leave_out(1, inner, why)

    def _is_lookup(self, key: str, value: object) -> bool:
        """Tell whether a list only names what other lists refer to by its id."""
        if not isinstance(value, list) or key not in self._names:
            return False
        texts = (text for item in value if isinstance(item, Mapping) for text in item.values())
        return all(isinstance(text, str) and len(text.split()) <= 8 for text in texts) and (
            looked_up(self._data, key, self._names)
        )

    def _leave_out_lookup(self, value: Sequence[Mapping[str, str]]) -> None:
        for item in value:
            self._line += 1
            text = " | ".join(text for text in item.values() if text)
            why = _("names what other entries refer to; the names stand there")
            self._gathering.leave_out(self._line, text, why)

    def _value(self, key: str, value: object, level: int) -> None:
        if isinstance(value, str):
            self._fact(key, value)
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            self._heading(key, level)
            for item in value:
                self._line += 1
                self._gathering.add(Kind.ITEM, self._line, item, 1)
        elif table := records_of(key, value, self._names):
            self._table(key, table, level)
        elif isinstance(value, Mapping):
            self._heading(key, level)
            for name, inner in value.items():
                self._value(str(name), inner, min(level + 1, 6))
        elif isinstance(value, list):
            self._heading(key, level)
            for inner in value:
                self._value("", inner, min(level + 1, 6))

    def _heading(self, key: str, level: int) -> None:
        if key:
            self._line += 1
            self._gathering.add(Kind.HEADING, self._line, spoken(key), level)

    def _fact(self, key: str, value: str) -> None:
        self._line += 1
        text = self._gathering.cleaned(value, self._line)
        if not text:
            return
        if key.casefold() in ("title", "name") and not self._gathering.title:
            self._gathering.title = text
        if key.casefold() in _LANGUAGES:
            self._gathering.language = text
            self._gathering.fact(key, text)
            return
        if not key:
            self._gathering.add(Kind.PARAGRAPH, self._line, text)
            return
        if len(text.split()) > 14:
            self._heading(key, 2)
            self._gathering.add(Kind.PARAGRAPH, self._line, text)
            return
        said = f"{spoken(key)}: {text}"
        self._gathering.keep(Piece(kind=Kind.FACT, line=self._line, text=said))

    def _table(self, key: str, table: Sequence[Sequence[str]], level: int) -> None:
        self._line += 1
        first = self._line
        rows = []
        for row in table:
            rows.append(tuple(self._gathering.cleaned(cell, self._line) for cell in row))
            self._line += 1
        place = _("list {name}").format(name=key) if key else ""
        self._gathering.keep(
            Piece(kind=Kind.TABLE, line=first, rows=tuple(rows), place=place, header=1)
        )


def spoken(key: str) -> str:
    """Return a key as a heading: "key_skills" is "Key skills"."""
    return capitalised(words_of(key).replace("-", " ").strip())
