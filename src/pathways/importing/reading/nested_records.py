"""Levels and criteria that lie in one another, as front matter and data files have them, laid out
as the rows of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_NAMES = frozenset({"name", "title", "label"})
_KEYS = frozenset({"id", "slug", "key", "anchor"})
_MOST_ROWS = 20_000
_TEXTS = frozenset(
    "summary text statement statements description criteria criterion example examples expectation "
    "expectations behaviour behaviours behavior indicator indicators definition detail".split()
)
_SHORTEST_TEXT = 5  # words
_SUBJECT = "subject"  # the column for headings that are no names of columns
_LONGEST_FACT = 12  # words of a value that is a name rather than a text

Row = dict[str, str]


def rows_of(key: str, value: object) -> list[list[str]]:
    """Return a table, its head first, of what lies under a key: a column for each name on the way,
    and "statement" for the texts; [] where there are no texts in lists.
    """
    rows: list[Row] = []
    for row in _walk(key, value, {}):
        rows.append(row)
        if len(rows) >= _MOST_ROWS:
            break
    if not any("statement" in row for row in rows):
        return []
    heads = list(dict.fromkeys(head for row in rows for head in row))
    heads = [head for head in heads if head not in ("statement", "type")]
    kinds = {row.get("type", "") for row in rows if "statement" in row}
    heads += ["type"] if len(kinds) > 1 else []
    if not heads:  # sentences under nothing but their key
        return [[_SUBJECT, "statement"], *([key, row.get("statement", "")] for row in rows)]
    return [
        [*heads, "statement"],
        *([row.get(h, "") for h in (*heads, "statement")] for row in rows),
    ]


def is_nested(value: object) -> bool:
    """Tell whether a value holds more than words: a list of mappings, or a mapping."""
    if isinstance(value, Mapping):
        return True
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and any(not isinstance(item, str) for item in value)
    )


def are_texts(value: object) -> bool:
    """Tell whether a value is a list of sentences rather than of names."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return False
    return sum(len(str(item).split()) >= _SHORTEST_TEXT for item in value) * 2 > len(value)


def keys_of(value: object) -> list[str]:
    """Return the names of all that lies in a value, each as often as it stands there, and what
    only names a thing for programs, where it has a title, too.
    """
    if isinstance(value, Mapping):
        titled = _titles_of(value)
        second = [
            inner
            for name, inner in value.items()
            if isinstance(inner, str)
            and str(name).casefold() in _NAMES | _KEYS
            and titled
            and str(name) != titled[-1]
        ]
        inside = [name for key, inner in value.items() for name in (str(key), *keys_of(inner))]
        return [*second, *inside]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [name for item in value for name in keys_of(item)]
    return []


def _walk(key: str, value: object, above: Row) -> Iterator[Row]:
    if isinstance(value, str):
        if value.strip():
            yield {**above, "statement": value, "type": key}
    elif isinstance(value, Mapping):
        yield from _walk_mapping(key, value, above)
    elif isinstance(value, Sequence):
        for item in value:
            if isinstance(item, Mapping) and len(item) == 1 and _is_list(*item.values()):
                (heading,) = item  # a point over points
                yield from _walk(key, item[heading], {**above, _SUBJECT: str(heading)})
            else:
                yield from _walk(key, item, above)


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _walk_mapping(key: str, value: Mapping[str, object], above: Row) -> Iterator[Row]:
    if are_texts([*value.values()]) and not is_nested([*value.values()]):
        for name, inner in value.items():
            yield {**above, _SUBJECT: str(name), "statement": str(inner)}
        return
    here = dict(above)
    texts: list[tuple[str, object]] = []
    titled = _titles_of(value)
    for name, inner in value.items():
        lower = str(name).casefold()
        if not isinstance(inner, str) or lower in _TEXTS or len(inner.split()) > _LONGEST_FACT:
            texts.append((str(name), inner))
        elif lower in _NAMES | _KEYS and (not titled or str(name) == titled[-1]):
            here[singular(key)] = inner
        elif lower not in _NAMES | _KEYS:
            here[str(name)] = inner
    if not texts:
        yield here
    for name, inner in texts:
        is_subject = _holds_texts(inner) and name.casefold() not in _TEXTS
        yield from _walk(name, inner, {**here, _SUBJECT: name} if is_subject else here)


def _holds_texts(value: object) -> bool:
    """Tell whether a value is a list of words alone: what its key says is what they are about."""
    return _is_list(value) and not is_nested(value)


def _titles_of(value: Mapping[str, object]) -> list[str]:
    """Return the keys of a mapping that name it, the one for people last; an empty name is none."""
    return [
        str(name)
        for name, inner in value.items()
        if str(name).casefold() in _NAMES and isinstance(inner, str) and inner.strip()
    ]


def singular(key: str) -> str:
    """Return what one of a list is called: "topics" holds a topic."""
    if key.endswith("ies"):
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key
