"""A smaller map of the same frameworks: families and whole frameworks folded into one box each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import msgspec

from pathways.i18n import _n
from pathways.model.framework import Framework, Node, NodeKind
from pathways.model.library import Library
from pathways.model.step import Step

MOST_BOXES = 80  # more are not taken in at a glance: a library with more opens folded


class FoldGroup(msgspec.Struct, frozen=True):
    """Nodes that fold into one box: a family, or a whole framework where ``whole``.

    ``id`` has a slash, which no node's id has.
    """

    id: str
    framework_id: str
    title: str
    nodes: tuple[str, ...]
    families: int
    grades: bool
    whole: bool

    @property
    def count(self) -> str:
        """Return how many nodes there are, in words."""
        if self.families > 1:
            return _n("{count} family", "{count} families", self.families).format(
                count=self.families
            )
        if self.grades:
            return _n("{count} grade", "{count} grades", len(self.nodes)).format(
                count=len(self.nodes)
            )
        return _n("{count} level", "{count} levels", len(self.nodes)).format(count=len(self.nodes))


class Groups:
    """All that can be folded in a library, and what it looks like folded."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.by_id = {
            group.id: group for framework in library.frameworks for group in _groups(framework)
        }
        self._around: dict[str, list[str]] = {node: [] for node in library.nodes}
        for group in self.by_id.values():
            for node in group.nodes:
                self._around[node].append(group.id)

    def around(self, box_id: str) -> tuple[str, ...]:
        """Return the groups that a node or a family is in, the framework first."""
        group = self.by_id.get(box_id)
        if group is None:
            return tuple(self._around.get(box_id, ()))
        return tuple(
            other
            for other in self._around[group.nodes[0]]
            if other != box_id and self.by_id[other].whole
        )

    def box_of(self, node_id: str, closed: Collection[str]) -> str:
        """Return the box that stands for a node: the outermost closed group that it is in, else
        its own.
        """
        return next((group for group in self._around[node_id] if group in closed), node_id)

    @cached_property
    def ladders(self) -> frozenset[str]:
        """Return the innermost groups: the families, and the frameworks that have but one."""
        return frozenset(around[-1] for around in self._around.values() if around)

    def opening(self, most: int = MOST_BOXES) -> frozenset[str]:
        """Return what is folded at first: nothing where there are few nodes, else the ladders of
        large frameworks.

        Where even that leaves more than ``most`` boxes, whole frameworks of several families are
        folded too.
        """
        closed: set[str] = set()
        boxes = len(self.library.nodes)
        ladders = [self.by_id[group_id] for group_id in sorted(self.ladders)]
        sizes = {framework.id: len(framework.nodes) for framework in self.library.frameworks}
        for framework_id in sorted(sizes, key=lambda f: (-sizes[f], f)):
            if boxes > most:
                inside = [group for group in ladders if group.framework_id == framework_id]
                closed.update(group.id for group in inside)
                boxes -= sum(len(group.nodes) - 1 for group in inside)
        if len(sizes) > 1:
            for group in sorted(self.by_id.values(), key=lambda g: (-g.families, g.id)):
                if boxes > most and group.families > 1:
                    closed.add(group.id)
                    boxes -= group.families - 1
        for group in sorted(
            ladders, key=lambda g: (len(g.nodes), g.id)
        ):  # small ones that there is room for after all
            if group.whole and group.id in closed and boxes + len(group.nodes) - 1 <= most:
                closed.remove(group.id)
                boxes += len(group.nodes) - 1
        return frozenset(closed)

    def revealing(self, node_ids: Iterable[str], closed: Collection[str]) -> frozenset[str]:
        """Return what stays closed when these nodes are to be seen."""
        opened = {group for node in node_ids for group in self._around.get(node, ())}
        return frozenset(closed) - opened

    def folded(self, closed: Collection[str]) -> Library:
        """Return the library with one node in place of each closed group, and steps that lead to
        it.
        """
        shut = [group for group in self.by_id.values() if group.id in closed]
        if not shut:
            return self.library
        boxes = {node: self.box_of(node, closed) for group in shut for node in group.nodes}
        frameworks = (
            _folded(framework, self.by_id, boxes) for framework in self.library.frameworks
        )
        return Library(tuple(frameworks), self.library.shared_dimensions)


def _groups(framework: Framework) -> list[FoldGroup]:
    families: dict[str, list[Node]] = {}
    for node in framework.nodes:
        families.setdefault(node.family, []).append(node)
    if len(framework.nodes) < 2:
        return []

    def group(group_id: str, title: str, nodes: Iterable[Node], several: int) -> FoldGroup:
        kept = tuple(nodes)
        return FoldGroup(
            id=f"{framework.id}/{group_id}",
            framework_id=framework.id,
            title=title,
            nodes=tuple(node.id for node in kept),
            families=several,
            grades=all(node.kind is NodeKind.GRADE for node in kept),
            whole=not group_id,
        )

    whole = group("", framework.title, framework.nodes, len(families))
    if len(families) == 1:
        return [whole]
    return [
        whole,
        *(
            group(name or "-", name or framework.title, nodes, 1)
            for name, nodes in families.items()
            if nodes[1:]
        ),
    ]


def _folded(
    framework: Framework, groups: Mapping[str, FoldGroup], boxes: Mapping[str, str]
) -> Framework:
    nodes: dict[str, Node] = {}
    for node in framework.nodes:
        group = groups.get(boxes.get(node.id, ""))
        if group is None:
            nodes[node.id] = node
        elif group.id not in nodes:
            family = "" if group.whole else node.family
            nodes[group.id] = Node(
                id=group.id, title=group.title, grade=group.count, kind=node.kind, family=family
            )
    steps: dict[tuple[str, str], Step] = {}
    for step in sorted(framework.steps, key=lambda step: step.indicative):
        source, target = boxes.get(step.source, step.source), boxes.get(step.target, step.target)
        if source != target:
            steps.setdefault(
                (source, target), msgspec.structs.replace(step, source=source, target=target)
            )
    return msgspec.structs.replace(
        framework, nodes=tuple(nodes.values()), blocks=(), steps=tuple(steps.values())
    )
