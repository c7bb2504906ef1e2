"""Strings made into numbers, and into true and false, where the model wants them and nowhere
else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from msgspec import inspect

from pathways.store.yaml_document import Keys, YamlDocument

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", re.ASCII)
_TRUTH = {"true": True, "false": False}

Shape = type[bool] | type[int] | type[float] | dict[str, "Shape"] | list["Shape"] | None
"""Where the values that are not strings stand: {key: shape}, [shape of every item], a type,
or None: nowhere.
"""


def with_numbers(document: YamlDocument, model: Any) -> object:
    """Return the document's data with numbers, true and false where ``model`` has them.

    Only what is written without quotes, and exactly, is taken: 7 but not "7" or 07; true but not
    yes or True. What does not fit stays a string, for the check against the model to find.
    """
    return _converted(document.data, _shape_of(model), (), document)


def _converted(value: object, shape: Shape, keys: Keys, document: YamlDocument) -> object:
    if isinstance(shape, dict) and isinstance(value, dict):
        return {
            k: _converted(v, shape[k], (*keys, k), document) if k in shape else v
            for k, v in value.items()
        }
    if isinstance(shape, list) and isinstance(value, list):
        inner = shape[0]
        plain = not isinstance(inner, type)  # texts among groups stay as they are
        return [
            item
            if plain and isinstance(item, str)
            else _converted(item, inner, (*keys, number), document)
            for number, item in enumerate(value)
        ]
    if isinstance(shape, type) and isinstance(value, str) and keys not in document.in_quotes:
        return _number(value, shape)
    return value


def _number(value: str, wanted: type) -> object:
    if wanted is bool:
        return _TRUTH.get(value, value)
    if wanted is int:
        return int(value) if _WHOLE.fullmatch(value) else value
    return float(value) if _NUMBER.fullmatch(value) else value


@lru_cache(maxsize=8)
def _shape_of(model: Any) -> Shape:
    return _shape(inspect.type_info(model))


def _shape(info: Any) -> Shape:
    if isinstance(info, inspect.Metadata):
        return _shape(info.type)
    if isinstance(info, inspect.BoolType):
        return bool
    if isinstance(info, inspect.IntType):
        return int
    if isinstance(info, inspect.FloatType):
        return float
    if isinstance(info, inspect.VarTupleType):
        item = _shape(info.item_type)
        return [item] if item else None
    if isinstance(info, inspect.UnionType):
        return next((shape for shape in map(_shape, info.types) if shape), None)
    if isinstance(info, inspect.StructType):
        return {
            field.encode_name: shape for field in info.fields if (shape := _shape(field.type))
        } or None
    return None
