"""YAML without a mistake, read at once: most files are opened and nobody asks where what stands."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from pathways.store.yaml_document import Keys
from pathways.store.yaml_rules import LONGEST_NUMBER, MOST_DEPTH, is_marked, is_odd


class SoundYaml(NamedTuple):
    """What a file without a mistake holds; ``in_quotes`` leads to short values in quotes."""

    data: object
    in_quotes: set[Keys]


def read_sound(loader: Any, most_values: int) -> SoundYaml | None:
    """Return what a loader of YAML finds; None where anything is to be said about it.

    What is to be said is not found out here: such a file is read again, with care.
    """
    reading = _SoundReading(most_values)
    try:
        sound = reading.take(loader)
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    return SoundYaml(reading.root, reading.in_quotes) if sound else None


class _SoundReading:
    """Put together what is read, until there is something odd about it."""

    def __init__(self, most_values: int) -> None:
        self.root: Any = None
        self.in_quotes: set[Keys] = set()
        self._around: list[Any] = []  # what is open: the last stands in the one before it
        self._keys: list[str | int] = []  # which lead to the last
        self._values_left = most_values

    def take(self, loader: Any) -> bool:
        """Take all that a loader finds; return whether it was sound.

        As little as can be is called for a text: a file may have tens of thousands.
        """
        get, scalar, end = loader.get_event, yaml.ScalarEvent, yaml.StreamEndEvent
        inside: Any = None
        key: str | None = None
        while type(event := get()) is not end:
            if type(event) is not scalar:
                if not self._take_other(event, inside, key):
                    return False
                inside, key = self._around[-1] if self._around else None, None
                continue
            value = event.value
            if inside is None or is_odd(event):
                return False
            if type(inside) is list:
                own: str | int = len(inside)
                inside.append(value)
            elif key is not None:
                inside[key] = value
                own, key = key, None
            elif value in inside:
                return False
            else:
                key = value
                continue
            self._values_left -= 1
            if event.style and len(value) <= LONGEST_NUMBER:
                self.in_quotes.add((*self._keys, own))
        return self._values_left >= 0 and self.root is not None

    def _take_other(self, event: yaml.Event, inside: Any, key: str | None) -> bool:
        """Take what is no text; return False where there is something odd about it."""
        kind = type(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._around.pop()
            del self._keys[-1:]
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._open({} if kind is yaml.MappingStartEvent else [], event, inside, key)
        elif kind is yaml.DocumentStartEvent:
            return self.root is None
        return kind is not yaml.AliasEvent

    def _open(self, value: Any, event: Any, inside: Any, key: str | None) -> bool:
        self._values_left -= 1
        if is_marked(event) or self._values_left < 0:
            return False
        if inside is None:
            self.root = value
        elif type(inside) is list:
            self._keys.append(len(inside))
            inside.append(value)
        elif key is None:
            return False
        else:
            self._keys.append(key)
            inside[key] = value
        self._around.append(value)
        return len(self._around) <= MOST_DEPTH
