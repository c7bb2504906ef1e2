"""The map as values: what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec

from pathways.model.step import Step

Point = tuple[float, float]


class NodePlace(msgspec.Struct, frozen=True):
    """A node's box: ``lane`` is its framework's id, ``rank`` its height in steps, x and y its
    upper left corner.
    """

    node_id: str
    lane: str
    rank: int
    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """Return the middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2


class LaneLabel(msgspec.Struct, frozen=True):
    """The name of a family, right above its column."""

    title: str
    x: float
    y: float
    width: float
    height: float


class Lane(msgspec.Struct, frozen=True):
    """A framework's part of the map; ``header`` is the height at its top that is kept for title and
    organisation.

    A ``single`` lane has one box, which says the title by itself: its header has room for the
    organisation only.
    ``labels`` are the names of its families.
    """

    framework_id: str
    title: str
    organisation: str
    x: float
    y: float
    width: float
    height: float
    header: float
    single: bool = False
    labels: tuple[LaneLabel, ...] = ()


class Edge(msgspec.Struct, frozen=True):
    """A step as a line of straight pieces, from the edge of its source's box to the edge of its
    target's.
    """

    step: Step
    points: tuple[Point, ...]


class StepShape(msgspec.Struct, frozen=True):
    """What a later map needs to look like this one: its width in columns, and those of each
    framework's shelves.

    Where it is ``snug``, lanes may stand on each other's titles.
    """

    columns: int
    snug: bool
    shelves: Mapping[str, int]


class MapLayout(msgspec.Struct, frozen=True, dict=True):
    """The map: x to the right, y downwards, both from 0; places and lanes in library order, an
    edge for each step.
    """

    places: tuple[NodePlace, ...]
    lanes: tuple[Lane, ...]
    edges: tuple[Edge, ...]
    width: float
    height: float
    shape: StepShape | None = None

    @cached_property
    def by_id(self) -> dict[str, NodePlace]:
        """Return the places by node id."""
        return {place.node_id: place for place in self.places}
