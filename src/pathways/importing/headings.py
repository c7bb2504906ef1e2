"""What a heading means where it stands, and whom a person moved a text to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, Match, plain_words
from pathways.importing.drafts import Drafts, Key
from pathways.importing.events import Event
from pathways.importing.imported import Sure
from pathways.model.mapping import Reassign

Heading = tuple[int, str, Match]  # level, text, what it means
_LABELS = frozenset({"essential", "desirable", "preferred"})


def match_of(event: Event, stack: Sequence[Heading], names: DimensionNames) -> tuple[Match, str]:
    """Return what dimension a heading means, and the heading above it as its label."""
    level = event.level or 9
    above = [item for item in stack if item[0] < level and event.level]
    parent = above[-1] if above else None
    label = parent[1] if parent and plain_words(parent[1]) != plain_words(event.text) else ""
    if event.dimension:
        known = Match(event.dimension, names.title(event.dimension), Sure.SURE, event.why)
        return known, label
    exact = names.exact("criteria" if is_label(event.text) else event.text)
    if exact:
        return exact, label
    if parent and parent[2].known and parent[2].dimension != "overall":
        why = _("a heading under “{heading}”, and so of its dimension").format(heading=parent[1])
        return replace(parent[2], sure=Sure.LIKELY, why=why), label
    return names.find(event.text), label


def is_label(text: str) -> bool:
    """Tell whether a heading only says how much something matters."""
    return text.casefold().strip(": ") in _LABELS


def moved_to(moved: Reassign, drafts: Drafts) -> tuple[Key, ...]:
    """Return the nodes to which a person moved a text; () where not said."""
    wanted = {name.casefold() for name in (*moved.grades, moved.role) if name}
    return tuple(
        key
        for key, node in drafts.nodes.items()
        if wanted & {node.ref.code.casefold(), node.ref.title.casefold(), node.label.casefold()}
    )
