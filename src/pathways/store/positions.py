"""Where the values of a framework's file stand, read from the file when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pathways.store.guarded_yaml import read_yaml
from pathways.store.yaml_document import Keys, YamlPlace


@dataclass(frozen=True)
class Positions:
    """The places of the values in one file."""

    file: Path
    _places: dict[Keys, YamlPlace] = field(repr=False)

    def at(self, keys: Keys) -> tuple[int, int]:
        """Return the line and column, from 1, of the value that ``keys`` lead to, or of the
        nearest one around it.
        """
        while keys not in self._places:
            keys = keys[:-1]
        return self._places[keys].line, self._places[keys].column


def positions_in(file: Path) -> Positions:
    """Return where the values of a YAML file stand; raise FileError where it cannot be read."""
    return Positions(file, read_yaml(file).places)
