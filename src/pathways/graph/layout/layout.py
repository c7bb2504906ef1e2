"""Arrange the map: computed without Qt, and without networkx, which is slow to load."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import sqrt
from typing import Literal

from pathways.errors import UsageError
from pathways.graph.layout.blocks import blocks
from pathways.graph.layout.clusters import Known, clusters
from pathways.graph.layout.draft import Draft
from pathways.graph.layout.lanes import WIDTHS_TRIED, LaneSquares, lane_squares
from pathways.graph.layout.measures import Measures
from pathways.graph.layout.packing import pack
from pathways.graph.layout.places import MapLayout, NodePlace, StepShape
from pathways.graph.layout.ranks import ranks
from pathways.i18n import _
from pathways.model.library import Library, unknown

_ROUNDING = 1e-6

Direction = Literal["up", "down", "left", "right"]

ROOM = (1040.0, 520.0)  # what a window of 1280 x 720 leaves for the map


def arrange(
    library: Library,
    *,
    measures: Measures | None = None,
    room: tuple[float, float] = ROOM,
    needs: Mapping[str, float] | None = None,
    wants: Mapping[str, float] | None = None,
    shape: StepShape | None = None,
) -> MapLayout:
    """Arrange the nodes of a library: rows by rank, the lowest at the bottom, a lane for each
    framework.

    ``measures`` are the sizes of the parts (scale them with the text); ``room`` is the width and
    height that the map should fill as largely as it can. ``needs`` are the least widths of boxes by
    node: their column is as narrow as the room asks for, and as wide as ``measures`` say where
    there is room. ``wants`` are the widths at which no word of a box is cut: what room is left goes
    to its column first. ``shape`` is that of an earlier map which this one should stay close to.
    The same library always gives the same map, and the order of its frameworks changes nothing
    inside a lane.
    """
    if not library.nodes:
        return MapLayout((), (), (), 0, 0)
    measures, needs = measures or Measures(), needs or {}
    ranking = ranks(library)
    usual = _usual(needs.values()) + measures.gutter if needs else measures.pitch
    squares = (room[0] / usual, room[1] / (measures.height + measures.gap))
    shelves = shape.shelves if shape else {}
    lanes = [
        lane_squares(found, squares, shelves.get(found.framework.id))
        for found in blocks(library, ranking)
    ]
    widths = [shape.columns] if shape else _widths(lanes, squares)
    tries = [(width, snug) for width in widths for snug in _ways(lanes, shape)]
    known: Known = {}
    drafts = [_draft(library, lanes, measures, needs, *how, known) for how in tries]
    best = max(drafts, key=lambda draft: draft.merit(room))
    best.stretch(room[0], wants or {})
    columns, snug = tries[drafts.index(best)]
    kept = StepShape(columns, snug, {lane.framework.id: lane.shelf for lane in lanes})
    return best.layout(library, ranking, kept)


def _usual(lengths: Collection[float]) -> float:
    """Return a length that nine in ten do not exceed: a column is as wide as its widest box."""
    return sorted(lengths)[int((len(lengths) - 1) * 0.9)]


def _draft(
    library: Library,
    lanes: Sequence[LaneSquares],
    measures: Measures,
    needs: Mapping[str, float],
    width: int,
    snug: bool,
    known: Known,
) -> Draft:
    made = clusters(lanes, library.steps, width, measures, needs, snug=snug, known=known)
    return Draft(made, pack(made, width, 2 * measures.gap), measures)


def _ways(lanes: Sequence[LaneSquares], shape: StepShape | None) -> Sequence[bool]:
    """Return whether lanes may stand on each other's titles: both are tried where steps join lanes
    at all.
    """
    if shape is not None:
        return (shape.snug,)
    return (False, True) if any(lane.rank is not None for lane in lanes) else (False,)


def _widths(lanes: Sequence[LaneSquares], room: tuple[float, float]) -> list[int]:
    """Return widths of the map to try, in columns: around the one that gives the area of the lanes
    the room's shape.
    """
    area = sum(each.width * (each.high + 2 - each.low) for each in lanes)
    guess = sqrt(area * room[0] / room[1])
    return sorted({max(1, round(guess * factor)) for factor in WIDTHS_TRIED})


def neighbour(layout: MapLayout, node_id: str, direction: Direction) -> str | None:
    """Return the node that an arrow key goes to, None at the edge of the map.

    Up and down go along a column of boxes; at its end, along a step where one leads on. Left and
    right go to the next column, to the box nearest in height. So every node can be reached from
    every other. Raise UsageError for an unknown node.
    """
    if node_id not in layout.by_id:
        raise UsageError(unknown(_("grade or role"), node_id, layout.by_id))
    here = layout.by_id[node_id]
    sign = 1 if direction in ("down", "right") else -1
    if direction in ("up", "down"):
        column = [
            place for place in layout.places if place.x == here.x and (place.y - here.y) * sign > 0
        ]
        if column:
            return min(column, key=lambda place: abs(place.y - here.y)).node_id
        return _along_a_step(layout, here, sign)
    return _beside(layout, here, sign)


def _beside(layout: MapLayout, here: NodePlace, sign: int) -> str | None:
    """Return the box of the next column to the right or left that is nearest in height; boxes that
    end on one line are a column, too.
    """
    if sign > 0:
        edges = {place.node_id: place.x for place in layout.places}
        wall = here.x + here.width
    else:
        edges = {place.node_id: -place.x - place.width for place in layout.places}
        wall = -here.x
    beyond = [place for place in layout.places if edges[place.node_id] > wall]
    if not beyond:
        return None
    level, first = here.centre[1], min(edges[place.node_id] for place in beyond)
    nearest = (place for place in beyond if edges[place.node_id] <= first + _ROUNDING)
    return min(nearest, key=lambda place: (abs(place.centre[1] - level), place.y)).node_id


def _along_a_step(layout: MapLayout, here: NodePlace, sign: int) -> str | None:
    """Return the nearest node that a step leads to upwards, or comes from downwards."""
    ends = []
    for edge in layout.edges:
        start, end = (edge.step.source, edge.step.target)[::-sign]
        if start == here.node_id and (layout.by_id[end].y - here.y) * sign > 0:
            ends.append(layout.by_id[end])
    nearest = min(
        ends, key=lambda place: (abs(place.x - here.x), abs(place.y - here.y)), default=None
    )
    return nearest.node_id if nearest else None
