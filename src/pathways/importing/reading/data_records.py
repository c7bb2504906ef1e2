"""Records as data files have them, laid out as rows: lists in one another, names behind ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pathways.i18n import capitalised
from pathways.importing.level_cells import level_of
from pathways.importing.reading.nested_records import singular
from pathways.importing.record_columns import column_of

Names = Mapping[str, Mapping[str, str]]
"""For each list of things with ids: their names by their ids."""

_NAMES = ("name", "title", "label", "heading")
_IDS = ("id", "slug", "key", "code", "anchor", "ref", "value")
_TEXTS = ("description", "summary", "text", "content", "detail", "details", "statement", "body")
_LEVELS = frozenset(
    "level grade band tier stage step rank role position title job rung track".split()
)
_MOST_ROWS = 20_000
Row = dict[str, str]


def names_of(data: object) -> dict[str, dict[str, str]]:
    """Return the names of what stands in the lists at the top, by id."""
    found: dict[str, dict[str, str]] = {}
    for key, value in data.items() if isinstance(data, Mapping) else ():
        if not isinstance(value, list):
            continue
        named: dict[str, str] = {}
        for item in value:
            if isinstance(item, Mapping):
                name = next((item[n] for n in _NAMES if isinstance(item.get(n), str)), "")
                for key_of_id in _IDS:
                    own = item.get(key_of_id)
                    if isinstance(own, str) and own and name:
                        named[own] = name
        if named:
            found[str(key)] = named
    return found


def looked_up(data: object, key: str, names: Names) -> bool:
    """Tell whether other lists refer to the things of a list by their ids."""
    ids = set(names.get(key, ()))
    wanted = singular(key).casefold()
    for other, value in data.items() if isinstance(data, Mapping) else ():
        if other == key or not isinstance(value, list):
            continue
        for item in value:
            if isinstance(item, Mapping) and any(
                _refers(str(name), wanted) and text in ids
                for name, text in item.items()
                if isinstance(text, str)
            ):
                return True
    return False


def _refers(name: str, wanted: str) -> bool:
    bare = name.casefold().replace("-", "_")
    return bare.removesuffix("_id").removesuffix("id").strip("_") == wanted or bare == wanted


def records_of(key: str, value: object, names: Names) -> list[list[str]]:
    """Return a table, its heads first, of a list of records or of maps of maps; [] where it is
    neither.
    """
    if isinstance(value, Mapping):
        rows = list(_of_mapping(key, value, names))
    elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        rows = [row for item in value for row in _expanded(singular(key), item, {}, names)]
    else:
        return []
    rows = rows[:_MOST_ROWS]
    heads = list(dict.fromkeys(head for row in rows for head in row))
    if len(heads) < 2:
        return []
    return [
        list(map(words_of, heads)),
        *([row.get(head, "") for head in heads] for row in rows),
    ]


def words_of(key: str) -> str:
    """Return a key as words: "pay_band" and "payBand" are "pay band"."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", key)
    return (parted.lower() if parted != key else key).replace("_", " ")


def _of_mapping(key: str, value: Mapping[str, object], names: Names) -> Iterator[Row]:
    """Yield rows of maps that hold the same names, as levels with the same areas do, or of a map
    of levels with their texts.
    """
    if len(value) > 1 and all(level_of(str(name))[0] for name in value):
        for name, text in value.items():
            if isinstance(text, str) or (isinstance(text, list) and _is_texts(text)):
                said = text if isinstance(text, str) else _points(text)
                yield {"level": str(name), "area": capitalised(words_of(key)), "text": said}
    inner = [item for item in value.values() if isinstance(item, Mapping)]
    if len(inner) < 2 or len(inner) < len(value):
        return
    shared = set(map(str, inner[0])).intersection(*(map(str, item) for item in inner[1:]))
    if not shared:
        return
    for name, item in value.items():
        yield from _expanded(singular(key), {"name": str(name), **_mapping(item)}, {}, names)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _expanded(kind: str, item: Mapping[str, object], above: Row, names: Names) -> Iterator[Row]:
    """Yield the rows of one record: one for each thing in the lists inside it."""
    here = dict(above)
    nested: list[tuple[str, object]] = []
    for key, value in item.items():
        name = str(key)
        if isinstance(value, str):
            head = _head_of(kind, name, item, above)
            here[head] = named(name, value, names)
        elif isinstance(value, list) and _is_texts(value):
            here[_text_head(kind, name)] = _points(value)
        else:
            nested.append((name, value))
    rows = [row for name, value in nested for row in _inner(name, value, here, names)]
    yield from rows or [here]


def _head_of(kind: str, name: str, item: Mapping[str, object], above: Row) -> str:
    lower = name.casefold()
    has_name = any(isinstance(item.get(n), str) for n in _NAMES)
    if lower in _NAMES and kind and lower == next(n for n in _NAMES if n in item):
        return "title" if kind in item and kind.casefold() in _LEVELS else kind
    has_text = any(str(key).casefold() in _TEXTS for key in item)
    if lower in _IDS and kind and not has_name and not has_text:
        return kind
    if lower in _TEXTS and kind.casefold() in _LEVELS and not above:
        return f"{kind} description"
    if lower in ("name", "description") and name in above:
        return f"{kind} {name}"
    return name


def _text_head(kind: str, name: str) -> str:
    return "description" if name.casefold() in (*_TEXTS, "criteria", "examples") else name


def _inner(name: str, value: object, above: Row, names: Names) -> Iterator[Row]:
    kind = singular(name)
    if isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping):
                yield from _expanded(kind, item, _without_text(above, item), names)
            elif isinstance(item, str):
                yield {**above, kind: item}
    elif isinstance(value, Mapping):
        said = all(isinstance(inner, str) or _is_texts(inner) for inner in value.values())
        levels = len(value) > 1 and all(level_of(str(key))[0] for key in value)
        if said and not levels and column_of(kind) in ("", "text"):
            kind = "area"  # "expectations" has a text for each of several subjects
        for key, inner in value.items():
            row = {**above, kind: words_of(str(key)) if kind == "area" else str(key)}
            if isinstance(inner, Mapping):
                yield from _expanded("", inner, row, names)
            elif isinstance(inner, list) and not _is_texts(inner):
                yield from _inner("item", inner, row, names)
            else:
                text = _points(inner) if isinstance(inner, list) else str(inner)
                yield {**row, "description": text}


def _without_text(above: Row, item: Mapping[str, object]) -> Row:
    """Return what stands above a record, its own text as the definition where the record has text
    too.
    """
    has_text = any(str(key).casefold() in _TEXTS for key in item)
    if not has_text:
        return above
    found: Row = {}
    for head, text in above.items():
        found["definition" if head.casefold() in _TEXTS else head] = text
    return found


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _points(value: Sequence[object]) -> str:
    items = [str(item).strip() for item in value if str(item).strip()]
    return items[0] if len(items) == 1 else "\n".join(f"- {item}" for item in items)


def named(key: str, value: str, names: Names) -> str:
    """Return the name of what a value refers to, the value where it is no id."""
    for listed, known in names.items():
        if value in known and _refers(key, singular(listed).casefold()):
            return known[value]
    return value
