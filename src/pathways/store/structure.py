"""A document checked against the model: the value, or everything that does not fit, in words for
people.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.problem import Problem
from pathways.store.file_error import FileError, in_order
from pathways.store.scalars import with_numbers
from pathways.store.yaml_document import Keys, YamlDocument

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Model = TypeVar("Model")
_MOST_MISTAKES = 200
_MOST_LOOKED_AT = (
    50  # unknown keys of one group, any of which may have been meant for a missing one
)


def fitted(document: YamlDocument, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the document as ``model`` with no problems, or None with everything that does not fit.

    Where the document has problems of its own, its value is None too, and they are in the list.
    """
    data = with_numbers(document, model)
    problems = [*document.problems, *document.unread.values()]
    try:
        value = msgspec.convert(data, model)
    except msgspec.ValidationError as error:
        split: set[Keys] = set()
        found = list(islice(_misfits(document, data, model, split), _MOST_MISTAKES))
        for keys, problem in document.unread.items():
            if keys[:-1] in split:
                problems.remove(problem)
        if not found and not problems:
            found = [
                document.problem(
                    (), _("The file does not fit: {reason}.").format(reason=shortened(str(error)))
                )
            ]
        return None, problems + found
    return (None if problems else value), problems


def sound(
    document: YamlDocument,
    model: type[Model],
    check: Callable[[YamlDocument, Model], Iterable[Problem]],
) -> Model:
    """Return the document as ``model``; raise FileError with everything that does not fit, or that
    ``check`` finds.
    """
    found, problems = fitted(document, model)
    if found is not None:
        problems += check(document, found)
    if found is None or problems:
        raise FileError(in_order(problems))
    return found


def _misfits(
    document: YamlDocument, data: object, model: type[object], split: set[Keys]
) -> Iterator[Problem]:
    """Yield what does not fit; put into ``split`` where the statements are that a colon has
    divided.
    """
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(msgspec.json.schema(model))
    seen: set[tuple[Keys, str]] = set()
    for error in validator.iter_errors(data):
        for leaf in _leaves(error):
            keys, kind = tuple(leaf.absolute_path), str(leaf.validator)
            told = (keys, "pattern" if kind == "minLength" else kind)
            if told in seen or document.is_unread(keys):
                continue
            seen.add(told)
            if _split_by_a_colon(leaf):
                split.add(keys)
            yield from _explained(document, keys, kind, leaf)


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """Yield what is wrong with the one alternative that was meant, where a value may be of several
    kinds.
    """
    if error.validator != "anyOf":
        yield error
        return
    here = error.absolute_path
    meant = [
        inner for inner in error.context if inner.validator != "type" or inner.absolute_path != here
    ]
    yield from meant or [error]


def _explained(
    document: YamlDocument, keys: Keys, kind: str, error: ValidationError
) -> Iterator[Problem]:
    value: Any = error.instance
    wanted: Any = error.validator_value
    if kind in ("additionalProperties", "required"):
        yield from _keys_at_odds(document, keys, kind, error)
    elif kind == "type":
        yield document.problem(keys, *_wrong_kind(keys, wanted, error.schema))
    elif kind == "anyOf":
        # none of the kinds that it may be of; where it may be left out, the other one was meant
        meant = next(one for one in error.context if one.validator_value != "null")
        yield document.problem(keys, *_wrong_kind(keys, meant.validator_value, meant.schema))
    elif kind == "enum":
        yield document.problem(keys, *_wrong_word(keys, value, wanted))
    else:
        yield document.problem(keys, *_out_of_bounds(keys, kind, value, wanted, error.schema))


def _keys_at_odds(
    document: YamlDocument, keys: Keys, kind: str, error: ValidationError
) -> Iterator[Problem]:
    value: dict[str, object] = error.instance
    known: list[str] = list(error.schema["properties"])
    if _split_by_a_colon(error):
        if kind == "additionalProperties":
            message = _("The colon in this statement makes a name of what stands before it.")
            yield document.problem(keys, message, _("Put the whole statement in quotes."))
    elif not keys and not any(key in known for key in value):
        if kind == "required":
            yield document.problem(keys, *_wrong_kind(keys, "object", error.schema))
    elif kind == "additionalProperties":
        for key in value:
            if key not in known:
                yield _unknown_key(document, (*keys, key), known)
    else:
        unknown = (key for key in value if key not in known)
        meant = {_nearest(key, known) for key in islice(unknown, _MOST_LOOKED_AT)}
        for key in error.schema["required"]:
            if key not in value and key not in meant:
                message = _("“{key}” is missing in {place}.").format(key=key, place=_name(keys))
                yield document.problem(keys, message, _("Add a line “{key}: …”.").format(key=key))


def _unknown_key(document: YamlDocument, keys: Keys, known: list[str]) -> Problem:
    key = str(keys[-1])
    nearest = _nearest(key, known)
    if nearest:
        advice = _("Did you mean “{key}”?").format(key=nearest)
    else:
        advice = _("Known here are: {names}.").format(names=", ".join(known))
    message = _("Nothing called “{key}” is known here.").format(key=shortened(key))
    return document.problem(keys, message, advice, at_key=True)


def _nearest(given: str, known: list[str]) -> str | None:
    return next(iter(difflib.get_close_matches(shortened(given).lower(), known, n=1)), None)


def _split_by_a_colon(error: ValidationError) -> bool:
    """Tell whether this was meant as one statement, as in ``- Note: report risks``."""
    known = error.schema.get("properties", {})
    value: Any = error.instance
    return "text" in known and isinstance(value, dict) and not any(key in known for key in value)


def _name(keys: Keys) -> str:
    """Name a value by its key: “title”, or: item 3 of “nodes”."""
    if not keys:
        return _("the file")
    last = keys[-1]
    if isinstance(last, str):
        return f"“{shortened(last)}”"
    return _("item {number} of {list}").format(number=last + 1, list=_name(keys[:-1]))


def _wrong_kind(keys: Keys, wanted: str, schema: Any = None) -> tuple[str, str]:
    if not keys:
        message = _("This is not a file of the kind expected.")
        if wanted == "array":
            return message, _("It should be a list: lines that begin with “- ”.")
        advice = _("It should begin with lines such as “{key}: …”.")
        keys_known = [*schema.get("required", ()), *schema.get("properties", ())]
        return message, advice.format(key=next(iter(keys_known), "key"))
    return _advice_by_kind(_name(keys))[wanted]


def _advice_by_kind(name: str) -> dict[str, tuple[str, str]]:
    """Return what there should be under a name, and how to write it, by the kind wanted."""
    return {
        "object": (
            _("There should be names and values in {name}.").format(name=name),
            _("Write them as “name: value”, one a line, indented below."),
        ),
        "array": (
            _("There should be a list in {name}.").format(name=name),
            _("Write each value on a line of its own that begins with “- ”, or all in [ ]."),
        ),
        "string": (
            _("There should be a text in {name}.").format(name=name),
            _("Write it on one line, in quotes if needed."),
        ),
        "boolean": (
            _("The value of {name} should be true or false.").format(name=name),
            _("Write it like that, without quotes."),
        ),
        "integer": (
            _("The value of {name} should be a whole number.").format(name=name),
            _("Write it in figures, without quotes."),
        ),
        "number": (
            _("The value of {name} should be a number.").format(name=name),
            _("Write it in figures with a point, such as 2 or 0.5, without quotes."),
        ),
    }


def _wrong_word(keys: Keys, value: object, wanted: list[str]) -> tuple[str, str]:
    if not isinstance(value, str):
        return _wrong_kind(keys, "string")
    nearest = _nearest(value, wanted)
    known = _("It is one of: {words}.").format(words=", ".join(wanted))
    advice = _("Did you mean “{word}”?").format(word=nearest) + " " + known if nearest else known
    return _("The value of {name} cannot be “{value}”.").format(
        name=_name(keys), value=shortened(value)
    ), advice


def _out_of_bounds(
    keys: Keys, kind: str, value: object, wanted: object, schema: Any
) -> tuple[str, str]:
    name = _name(keys)
    if keys == ("format",):
        message = _("The file is written in format {found}; this program reads format {known}.")
        advice = _("Use a newer version of Pathways, or correct the format.")
        return message.format(found=shortened(str(value)), known=wanted), advice
    if kind == "minItems":
        return _("The list {name} is empty.").format(name=name), _("Give it at least one value.")
    if kind in ("minimum", "maximum", "exclusiveMinimum"):
        advice = {
            "minimum": _("It should be {limit} or more."),
            "maximum": _("It should be {limit} or less."),
            "exclusiveMinimum": _("It should be more than {limit}."),
        }[kind]
        return _("The value of {name} cannot be {value}.").format(
            name=name, value=shortened(str(value))
        ), advice.format(limit=wanted)
    if not str(value).strip():
        return _("There is nothing in {name}.").format(name=name), _(
            "Write something between the quotes, or delete it."
        )
    return (
        _("The value of {name} cannot be “{value}”.").format(
            name=name, value=shortened(str(value))
        ),
        _("It should be {form}.").format(form=_form(schema)),
    )


def _form(schema: Any) -> str:
    """Say what a pattern of the model asks for; the model's own description serves where there is
    no better.
    """
    described = str(schema.get("description") or schema.get("pattern"))
    return {
        "lower-case words and hyphens": _(
            "words in small letters and figures with hyphens, such as head-of-service"
        ),
        "a code such as en-GB": _("a code such as en-GB"),
    }.get(described, described)
