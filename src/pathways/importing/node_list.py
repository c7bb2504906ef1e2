"""The nodes of a framework: their order, families, ids and titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.dimension_names import slug
from pathways.importing.drafts import DraftNode, Drafts, Key
from pathways.importing.grade_names import parse_mark
from pathways.importing.imported import Doubt
from pathways.importing.ladders import ladders_of
from pathways.importing.level_order import order_of
from pathways.model.framework import Node, NodeKind
from pathways.model.library import unknown
from pathways.model.step import Step

_LONGEST_LABEL = 40  # characters of a label that is a title
NO_GRADE = "not stated"  # a value of the file, which means the same in every language


class NodeList:
    """Put draft nodes in order and name them; ``doubts`` says what was not sure."""

    def __init__(self, drafts: Drafts, framework_id: str, order: Sequence[str] = ()) -> None:
        self._drafts = list(drafts.nodes.values())
        self._framework_id = framework_id
        ladders = ladders_of(self._drafts)
        families = ladders.families
        self.doubts: list[Doubt] = list(ladders.doubts)
        self._named = self._nodes(families)
        groups: dict[str, list[DraftNode]] = {}
        for draft in self._drafts:
            groups.setdefault(families[draft.key], []).append(draft)
        asked = self._asked(order)
        self.keys: list[Key] = [
            key for group in groups.values() for key in self._in_order(group, asked)
        ]
        self.places = {key: place for place, key in enumerate(self.keys)}
        self.steps = tuple(
            Step(source=self._named[below].id, target=self._named[above].id, indicative=True)
            for below, above in ladders.steps
        )

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes in order."""
        return tuple(self._named[key] for key in self.keys)

    def ids(self, keys: Iterable[Key]) -> tuple[str, ...]:
        """Return the ids of nodes, in order."""
        return tuple(self._named[key].id for key in sorted(keys, key=self.places.__getitem__))

    def _in_order(self, group: Sequence[DraftNode], asked: Sequence[str]) -> list[Key]:
        ordered = order_of([d.ref.code for d in group], [self._named[d.key].title for d in group])
        keys = [group[place].key for place in ordered.places]
        wanted = [key for name in asked for key in keys if name == self._named[key].id]
        if len(wanted) > 1 or (asked and len(wanted) == len(keys)):
            return [*wanted, *(key for key in keys if key not in wanted)]
        if ordered.doubt and len(group) > 1:
            titles = ", ".join(self._named[key].title for key in keys)
            self.doubts.append(
                Doubt(line=0, text=titles, why=ordered.doubt, document=group[0].document)
            )
        return keys

    def _asked(self, order: Sequence[str]) -> list[str]:
        """Return the ids of the nodes that a person put in order, whether by id, grade or title."""
        found = []
        for name in order:
            wanted = name.strip().casefold()
            nodes = self._named.values()
            match = next((n.id for n in nodes if wanted == n.id), None) or next(
                (n.id for n in nodes if wanted in (n.grade.casefold(), n.title.casefold())), None
            )
            if match is None:
                raise UsageError(unknown(_("grade or role"), name, [node.id for node in nodes]))
            found.append(match)
        return found

    def _nodes(self, families: dict[Key, str]) -> dict[Key, Node]:
        taken: set[str] = set()
        found = {}
        titles = Counter((families[d.key], d.ref.title) for d in self._drafts if d.ref.title)
        for draft in self._drafts:
            ref = draft.ref
            if titles[families[draft.key], ref.title] > 1 and ref.code:
                both = _("{role}, {level}").format(role=ref.title, level=ref.code)
                ref = replace(ref, title=both)
            wanted = (
                slug(ref.title)
                if ref.title
                else f"{self._framework_id}-{slug(ref.code) or 'grade'}"
            )
            found[draft.key] = Node(
                id=_free(wanted or "role", taken),
                title=ref.title or _mark_title(draft) or _title(draft),
                grade=ref.code or (ref.title if ref.word == "level" else "") or NO_GRADE,
                kind=_kind(draft),
                family=families[draft.key],
                code=draft.code,
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


def _mark_title(draft: DraftNode) -> str:
    """Return what the document calls a grade, where it says more than its number or writes it in
    words: "Band 5 – Staff nurse", "Level One", "AfC Band 5".
    """
    mark = parse_mark(draft.label, heading=True)
    if mark is None or len(mark.refs) != 1 or mark.led:
        return ""
    if mark.title or mark.others:
        return draft.label
    plain = _title(draft)
    own_words = draft.label.casefold() != plain.casefold() and ":" not in draft.label
    return draft.label if own_words and len(draft.label) <= _LONGEST_LABEL else ""


def _title(draft: DraftNode) -> str:
    code = draft.ref.code
    if re.fullmatch(r"\d.*|[A-Z]|[IVX]+", code):
        return f"{draft.ref.word.capitalize()} {code}"
    return code
