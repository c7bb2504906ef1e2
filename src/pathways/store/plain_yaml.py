"""Any value of the model as YAML that people can read: one key a line, short lists in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from pathways.store.yaml_words import quoted_where_needed


def plain_yaml(value: object, head: str = "") -> str:
    """Return the text of a file that holds ``value``, a struct of the model, with ``head`` above
    it as comments.

    What is at its default is left out where the model says so; the guarded reading gives the very
    same value back.
    """
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    if isinstance(value, msgspec.Struct):
        lines.extend(_struct(value))
    else:
        lines.extend(_group(msgspec.to_builtins(value), ""))
    return "\n".join(lines) + "\n"


def _struct(value: msgspec.Struct) -> Iterator[str]:
    config = type(value).__struct_config__
    known, used = _items.get(type(value), {}), {}
    for field in msgspec.structs.fields(value):
        content = getattr(value, field.name)
        if config.omit_defaults and content == field.default:
            continue
        if _is_many(content):
            yield f"{_quoted(field.encode_name)}:"
            for item in content:
                text = known[id(item)][1] if id(item) in known else _text_of(item)
                used[id(item)] = item, text
                yield text
        else:
            yield from _group({field.encode_name: msgspec.to_builtins(content)}, "")
    _items[type(value)] = used


# What was written of each thing in the long lists of the last file of a kind: it is written again
# after every edit, and nearly all of it is as it was.
_items: dict[type, dict[int, tuple[object, str]]] = {}
_MANY = 20


def _is_many(content: object) -> bool:
    return (
        isinstance(content, tuple)
        and len(content) >= _MANY
        and isinstance(content[0], msgspec.Struct)
    )


def _text_of(item: object) -> str:
    return "\n".join(_item(msgspec.to_builtins(item), "  "))


def forget_texts() -> None:
    """Forget every text that was written: somebody was taken out of a file for good."""
    _quoted.cache_clear()
    _items.clear()


@lru_cache(maxsize=100_000)  # a file is written again and again, and most of it is as it was
def _quoted(text: str, inside: bool = False) -> str:
    return quoted_where_needed(text, inside)


def _group(values: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if value is None:
            continue
        name = f"{indent}{_quoted(key)}:"
        if isinstance(value, dict) and value:
            yield name
            yield from _group(value, indent + "  ")
        elif isinstance(value, (list, tuple)) and _is_long(value):
            yield name
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield f"{name} {_short(value)}"


def _item(item: object, indent: str) -> Iterator[str]:
    if not isinstance(item, dict) or not item:
        yield f"{indent}- {_short(item)}"
        return
    for number, line in enumerate(_group(item, indent + "  ")):
        yield line if number else f"{indent}- {line.removeprefix(indent + '  ')}"


def _is_long(values: list[Any] | tuple[Any, ...]) -> bool:
    """Tell whether a list needs a line for each value: groups do, and so do texts with blanks."""
    return any(isinstance(value, (dict, list, tuple)) or " " in str(value) for value in values)


def _short(value: Any, inside: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_short(one, inside=True) for one in value) + "]"
    return _quoted(str(value), inside)
