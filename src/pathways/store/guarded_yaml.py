"""YAML without its traps: bounded, no aliases, no lost keys, every value as it is written, with
its place.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.problem import Problem
from pathways.store.file_error import FileError, in_order
from pathways.store.sound_yaml import read_sound
from pathways.store.text_file import place_in, read_text, text_of
from pathways.store.yaml_document import Keys, Places, YamlDocument, YamlPlace
from pathways.store.yaml_mistakes import explained, place_too_deep
from pathways.store.yaml_rules import (
    LONGEST_NUMBER,
    MERGE,
    MOST_DEPTH,
    MOST_VALUES,
    NOTHING,
    is_marked,
    unprintable,
)

_MOST_MISTAKES = 100  # a file with more is not a slip of the hand
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(
    path: Path, content: bytes | None = None, *, most_values: int = MOST_VALUES
) -> YamlDocument:
    """Read a YAML file within limits, every scalar as a string; ``content`` is what it holds, where
    that is known.

    What spoils only one value is left in ``Document.problems``. Raises FileError where the file
    cannot be read on: it is missing, too large, not text, not YAML, empty or nested too deep.
    """
    text = read_text(path) if content is None else text_of(path, content)
    _refuse_directives(path, text)
    read = partial(_read_with_care, path, text, most_values)
    sound = read_sound(_LOADER(text), most_values)
    if sound is None:
        return read()
    return YamlDocument(path, lambda: read().find_places(), sound.data, in_quotes=sound.in_quotes)


def _read_with_care(path: Path, text: str, most_values: int) -> YamlDocument:
    """Read a text that has mistakes, or of which somebody asks where something stands."""
    builder = _TreeBuilder(path, most_values)
    try:
        builder.take(_LOADER(text))
    except yaml.YAMLError as error:
        deep = place_too_deep(text, error, MOST_DEPTH)
        if deep:  # some parsers give up by themselves, before the first bracket is told of
            raise FileError.one(path, *_deep_words(), *place_in(text, deep)) from None
        message, advice, line, column = explained(error, text)
        broken = Problem(message=message, advice=advice, file=path, line=line, column=column)
        before = [told for told in builder.mistakes() if (told.line, told.column) < (line, column)]
        raise FileError([*before, broken]) from None
    if not builder.places:
        message = (
            _("There are only comments in the file.") if text.strip() else _("The file is empty.")
        )
        raise FileError.one(path, message, _("Check that it is the right file, and saved whole."))
    return dataclasses.replace(builder.document, data=builder.root)


def _refuse_directives(path: Path, text: str) -> None:
    """Refuse what speaks to YAML itself: it has no use here, and thousands of them hold the parser
    up for long.
    """
    found = _DIRECTIVE.search(text)
    if found:
        message = _("A line cannot begin with “%”.")
        advice = _("Delete this line; if it belongs to a text, indent it.")
        raise FileError.one(path, message, advice, *place_in(text, found.start()))


def _deep_words() -> tuple[str, str]:
    message = _("Lists and groups are nested more than {depth} deep here.")
    return message.format(depth=MOST_DEPTH), _("Check the brackets and the indentation.")


class _TreeBuilder:
    """Turn YAML's events into a document.

    Events, not nodes: the parser is no recursion, so that depth can be bounded before anything deep
    is built, and an alias is seen before it is followed.
    """

    def __init__(self, path: Path, most_values: int) -> None:
        self.places: Places = {}
        self.key_places: Places = {}
        self.document = YamlDocument(path, lambda: (self.places, self.key_places))
        self._most_values = most_values
        self._values = 0
        self._documents = 0
        self._open: list[_Container] = []
        self.root: object = None

    def take(self, loader: Any) -> None:
        """Take all that a loader of YAML finds; nothing in between, for there is much of it."""
        ways: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._take_start,
            yaml.SequenceStartEvent: self._take_start,
            yaml.MappingEndEvent: self._take_end,
            yaml.SequenceEndEvent: self._take_end,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._take_document,
            yaml.DocumentEndEvent: self._take_nothing,
            yaml.StreamStartEvent: self._take_nothing,
        }
        try:
            while type(event := loader.get_event()) is not yaml.StreamEndEvent:
                ways[type(event)](event)
        finally:
            loader.dispose()

    def _take_end(self, _event: yaml.Event) -> None:
        self._open.pop()

    def _take_nothing(self, _event: yaml.Event) -> None:
        pass

    def _take_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(
                event,
                _("A second document begins here."),
                _("Keep one in each file, and delete the line “---”."),
            )

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        quoted = bool(event.style)
        value = event.value
        if self._open and self._open[-1].wants_key:
            self._take_key(event, value, quoted)
            return
        keys = self._place(event, value)
        if is_marked(event):
            self._refuse_marks(event, keys)
        if quoted:
            self._refuse_unprintable(event, value, keys)
            if len(value) <= LONGEST_NUMBER:
                self.document.in_quotes.add(keys)
        elif value in NOTHING:
            self._spoilt(event, keys, *self._no_value(value))

    def _no_value(self, value: str) -> tuple[str, str]:
        name = self._open[-1].name if self._open else ""
        message = (
            _("“{key}” has no value.").format(key=shortened(name))
            if name
            else _("There is no value here.")
        )
        if value:
            return message, _("Put “{value}” in quotes if it is meant as a word.").format(
                value=value
            )
        if name:
            return message, _("Write one after the colon, or delete the line.")
        return message, _("Write one after the “-”, or delete the line.")

    def _take_key(self, event: yaml.ScalarEvent, value: str, quoted: bool) -> None:
        container = self._open[-1]
        keys = (*container.keys, value)
        first = self.key_places.get(keys)
        container.key = None
        if is_marked(event):
            self._refuse_marks(event, None)
        if value == MERGE and not quoted:
            self._report(event, _("Lines cannot be merged with “<<” here."), _("Write them out."))
        elif value in NOTHING and not quoted:
            self._report(event, _("There is no name before this colon."), _("Write one."))
        elif first:
            message = _("“{key}” stands here for the second time; the first is in line {line}.")
            message = message.format(key=shortened(value), line=first.line)
            self._report(event, message, _("Delete one of them, or rename it."))
        else:
            self.key_places[keys] = _placed(event)
            container.key = value
        container.name = value
        container.wants_key = False

    def _take_start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= MOST_DEPTH:
            self._stop(event, *_deep_words())
        if self._wants_key():
            self._stop(
                event, _("A list or a group cannot stand before a colon."), _("Put it in quotes.")
            )
        value: dict[str, object] | list[object] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        keys = self._place(event, value)
        self._refuse_marks(event, keys)
        self._open.append(_Container(value, keys, isinstance(value, dict)))

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        if self._wants_key():
            self._stop(
                event, _("A name before a colon cannot begin with “*”."), _("Put it in quotes.")
            )
        keys = self._place(event, "")
        message = _("“*{name}” would repeat another part of the file, which is not allowed here.")
        self._spoilt(
            event,
            keys,
            message.format(name=shortened(str(event.anchor))),
            _("Write the part out; if the * belongs to the text, put the whole text in quotes."),
        )

    def _wants_key(self) -> bool:
        return bool(self._open) and self._open[-1].wants_key

    def _place(self, event: yaml.Event, value: object) -> Keys:
        """Put a value where it belongs and note where it stands; return the keys that lead
        to it.
        """
        self._values += 1
        if self._values > self._most_values:
            message = _("The file holds more than {count} values, more than is read.")
            self._stop(
                event,
                message.format(count=self._most_values),
                _("Check that it is the right file, or divide it."),
            )
        if not self._open:
            self.root = value
            self.places[()] = _placed(event)
            return ()
        keys, kept = self._open[-1].put(value)
        if kept:
            self.places[keys] = _placed(event)
        return keys

    def _refuse_marks(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, keys: Keys | None
    ) -> None:
        """Report an anchor or a tag: neither has a meaning here, and a text may begin with & or !
        by mistake.
        """
        for sign, name in (("&", event.anchor), ("!", event.tag)):
            if name is None:
                continue
            message = _(
                "“{sign}” at the beginning of a value has a meaning in YAML that is not allowed "
                "here."
            )
            advice = _(
                "Delete the word with the {sign}; if it belongs to the text, put the whole text in "
                "quotes."
            )
            if keys is None:
                self._report(event, message.format(sign=sign), advice.format(sign=sign))
            else:
                self._spoilt(event, keys, message.format(sign=sign), advice.format(sign=sign))

    def _refuse_unprintable(self, event: yaml.ScalarEvent, value: str, keys: Keys) -> None:
        found = unprintable(value)
        if found:
            message = _(
                "This text holds a character that cannot be shown or printed (code {code})."
            )
            self._spoilt(event, keys, message.format(code=f"U+{ord(found):04X}"), _("Delete it."))

    def _spoilt(self, event: yaml.Event, keys: Keys, message: str, advice: str) -> None:
        self.document.unread.setdefault(keys, self._problem(event, message, advice))
        self._give_up_at(_MOST_MISTAKES)

    def _report(self, event: yaml.Event, message: str, advice: str) -> None:
        self.document.problems.append(self._problem(event, message, advice))
        self._give_up_at(_MOST_MISTAKES)

    def _stop(self, event: yaml.Event, message: str, advice: str) -> None:
        self._report(event, message, advice)
        self._give_up_at(0)

    def _problem(self, event: yaml.Event, message: str, advice: str) -> Problem:
        place = _placed(event)
        return Problem(
            message=message,
            advice=advice,
            file=self.document.file,
            line=place.line,
            column=place.column,
        )

    def mistakes(self) -> list[Problem]:
        return in_order([*self.document.problems, *self.document.unread.values()])

    def _give_up_at(self, most: int) -> None:
        if len(self.document.problems) + len(self.document.unread) >= most:
            raise FileError(self.mistakes())


class _Container:
    """A list or a group that is still open; ``key`` is None where the coming value belongs to no
    key of its own.
    """

    __slots__ = ("_spare", "key", "keys", "name", "value", "wants_key")

    def __init__(
        self, value: dict[str, object] | list[object], keys: Keys, wants_key: bool
    ) -> None:
        self.value = value
        self.keys = keys
        self.wants_key = wants_key
        self.key: str | None = None
        self.name = ""
        self._spare = 0

    def put(self, value: object) -> tuple[Keys, bool]:
        if isinstance(self.value, list):
            self.value.append(value)
            return (*self.keys, len(self.value) - 1), True
        self.wants_key = True
        if self.key is None:  # read on, so that mistakes in it are found, but keep it apart
            self._spare += 1
            return (*self.keys, -self._spare), False
        self.value[self.key] = value
        return (*self.keys, self.key), True


def _placed(event: yaml.Event) -> YamlPlace:
    mark: Any = event.start_mark
    return YamlPlace(mark.line + 1, mark.column + 1)
