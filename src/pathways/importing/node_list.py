"""The nodes of a framework: their order, families, ids and titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.dimension_names import slug
from pathways.importing.drafts import DraftNode, Drafts, Key
from pathways.importing.imported import Doubt
from pathways.importing.ladders import ladders_of
from pathways.importing.level_order import order_of
from pathways.importing.node_names import NodeNames, names_for, titles_of
from pathways.importing.title_codes import without_code
from pathways.importing.twin_titles import twins
from pathways.model.framework import Node, NodeKind
from pathways.model.library import unknown
from pathways.model.mapping import Mapping
from pathways.model.step import Step

NO_GRADE = "not stated"  # a value of the file, which means the same in every language


class NodeList:
    """Put draft nodes in order and name them; ``doubts`` says what was not sure.

    ``order`` must name grades or roles that are there; what ``taught`` names may be gone.
    """

    def __init__(
        self,
        drafts: Drafts,
        framework_id: str,
        order: Sequence[str] = (),
        taught: Mapping | None = None,
    ) -> None:
        taught = taught or Mapping()
        self._drafts = list(drafts.nodes.values())
        self._framework_id = framework_id
        ladders = ladders_of(self._drafts)
        self.doubts: list[Doubt] = list(ladders.doubts)
        self._names = NodeNames(self._drafts)
        titles = titles_of(self._drafts, ladders.families)
        self._named = self._nodes(ladders.families, titles)
        self.doubts.extend(twins(tuple(self._named.values())))
        self.called = names_for(tuple(self._named.values()))
        by_hand = self._families_taught(taught)
        families = {**ladders.families, **by_hand}
        for key, family in by_hand.items():
            self._named[key] = msgspec.structs.replace(self._named[key], family=family)
        asked = self._asked(order) if order else self._asked_before(taught)
        groups = self._grouped(families, asked)
        self.keys: list[Key] = [key for group in groups for key in self._in_order(group, asked)]
        self.places = {key: place for place, key in enumerate(self.keys)}
        self.steps = tuple(
            Step(source=self._named[below].id, target=self._named[above].id, indicative=True)
            for below, above in ladders.steps
            if not by_hand.keys() & {below, above}
        )

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes in order."""
        return tuple(self._named[key] for key in self.keys)

    def ids(self, keys: Iterable[Key]) -> tuple[str, ...]:
        """Return the ids of nodes, in order."""
        return tuple(self._named[key].id for key in sorted(keys, key=self.places.__getitem__))

    def _grouped(self, families: dict[Key, str], asked: Sequence[Key]) -> Iterable[list[DraftNode]]:
        """Return the nodes by family, the families as they are asked for, else as they come."""
        first = {key: place for place, key in enumerate(asked)}
        early = sorted(self._drafts, key=lambda d: first.get(d.key, len(first)))
        groups: dict[str, list[DraftNode]] = {families[draft.key]: [] for draft in early}
        for draft in self._drafts:
            groups[families[draft.key]].append(draft)
        return groups.values()

    def _in_order(self, group: Sequence[DraftNode], asked: Sequence[Key]) -> list[Key]:
        ordered = order_of([d.ref.code for d in group], [self._named[d.key].title for d in group])
        keys = [group[place].key for place in ordered.places]
        wanted = [key for key in asked if key in keys]
        if len(wanted) > 1 or (asked and len(wanted) == len(keys)):
            return [*wanted, *(key for key in keys if key not in wanted)]
        if ordered.doubt and len(group) > 1:
            titles = ", ".join(self._named[key].title for key in keys)
            self.doubts.append(
                Doubt(line=0, text=titles, why=ordered.doubt, document=group[0].document)
            )
        return keys

    def _asked(self, order: Sequence[str]) -> list[Key]:
        """Return the nodes that a person put in order, whether by id, grade or title."""
        found: list[Key] = []
        for name in order:
            keys = self._find(name)
            if not keys:
                known = [node.id for node in self._named.values()]
                raise UsageError(unknown(_("grade or role"), name, known))
            found.extend(key for key in keys if key not in found)
        return found

    def _asked_before(self, taught: Mapping) -> list[Key]:
        """Return the nodes in the order of the corrections, as far as they are still there."""
        keys = [key for name in taught.order for key in self._found(name)]
        return list(dict.fromkeys(keys))

    def _families_taught(self, taught: Mapping) -> dict[Key, str]:
        """Return the families that a person put nodes into."""
        return {
            key: rule.family
            for rule in taught.families
            for name in rule.names
            for key in self._found(name)
        }

    def _found(self, name: str) -> Sequence[Key]:
        """Return the nodes of a name; a doubt where there is none."""
        keys = self._find(name)
        if not keys:
            why = _("The corrections name this grade or role, which is not here.")
            doubt = Doubt(line=0, text=name, why=why)
            self.doubts.extend([] if doubt in self.doubts else [doubt])
        return keys

    def _find(self, name: str) -> Sequence[Key]:
        wanted = name.strip()
        by_id = [key for key, node in self._named.items() if node.id == wanted]
        return by_id or self._names.find(wanted)

    def _nodes(self, families: dict[Key, str], titles: dict[Key, str]) -> dict[Key, Node]:
        taken: set[str] = set()
        found = {}
        for draft in self._drafts:
            ref, title = draft.ref, titles[draft.key]
            untitled = f"{self._framework_id}-{slug(ref.code) or 'grade'}"
            wanted = slug(title) if ref.title else untitled
            found[draft.key] = Node(
                id=_free(wanted or "role", taken),
                title=title,
                grade=ref.code or (ref.title if ref.word == "level" else "") or NO_GRADE,
                kind=_kind(draft),
                family=families[draft.key],
                code=draft.code or without_code(ref.title)[1],
                facts=tuple(draft.facts),
            )
        return found


def _free(wanted: str, taken: set[str]) -> str:
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    taken.add(candidate)
    return candidate


def _kind(draft: DraftNode) -> NodeKind:
    if draft.ref.title and draft.ref.word != "level":
        return NodeKind.ROLE
    return NodeKind.LEVEL if draft.ref.word in ("level", "tier", "stage") else NodeKind.GRADE
