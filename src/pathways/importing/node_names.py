"""What grades and roles are called, and which of them a person means by a name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pathways.i18n import _
from pathways.importing.drafts import DraftNode, Drafts, Key
from pathways.importing.grade_names import parse_mark
from pathways.importing.imported import Doubt
from pathways.importing.ladders import ladders_of
from pathways.importing.title_codes import without_code
from pathways.model.framework import Node
from pathways.model.mapping import MergedRoles

_LONGEST_LABEL = 40  # characters of a label that is a title


def titles_of(drafts: Sequence[DraftNode], families: Mapping[Key, str]) -> dict[Key, str]:
    """Return the title of each node: its own, with its grade where others of its family have the
    same, else what the document calls its grade; the number of a post is no part of it.
    """
    bare = {draft.key: without_code(draft.ref.title)[0] for draft in drafts}
    alone = Counter((families[key], title) for key, title in bare.items())
    count = Counter((families[d.key], d.ref.title) for d in drafts if d.ref.title)
    found = {}
    for draft in drafts:
        title = draft.ref.title
        if alone[families[draft.key], bare[draft.key]] == 1:  # no two posts are told by numbers
            title = bare[draft.key]
        if count[families[draft.key], title] > 1 and draft.ref.code:
            title = _("{role}, {level}").format(role=title, level=draft.ref.code)
        found[draft.key] = title or _mark_title(draft) or _title(draft)
    return found


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


def names_for(nodes: Sequence[Node]) -> dict[str, str]:
    """Return a name for each node, by id, by which no other node can be meant: its title, with its
    family where the title alone does not tell it apart.
    """
    titles = Counter(node.title.casefold() for node in nodes)
    found = {}
    for node in nodes:
        alone = titles[node.title.casefold()] == 1 or not node.family
        found[node.id] = node.title if alone else f"{node.family}: {node.title}"
    count = Counter(found.values())
    return {node: name if count[name] == 1 else node for node, name in found.items()}


class NodeNames:
    """Find nodes by what a person calls them: a title, a grade, either with the family before it,
    or the label that they have in the document.
    """

    def __init__(self, drafts: Iterable[DraftNode]) -> None:
        self._drafts = list(drafts)

    @cached_property
    def _known(self) -> tuple[dict[str, list[Key]], dict[str, list[Key]]]:
        """Return the nodes by their titles, and by all else that they are called."""
        families = ladders_of(self._drafts).families
        titles = titles_of(self._drafts, families)
        by_title: dict[str, list[Key]] = defaultdict(list)
        by_other: dict[str, list[Key]] = defaultdict(list)
        for draft in self._drafts:
            family, title = families[draft.key], titles[draft.key]
            for name in (title, f"{family}: {title}", f"{family}: {draft.ref.code}"):
                by_title[_bare(name)].append(draft.key)
            for name in (draft.ref.title, draft.ref.code, draft.label):
                by_other[_bare(name)].append(draft.key)
        return by_title, by_other

    def find(self, name: str) -> tuple[Key, ...]:
        """Return the nodes of a name, () where there is none."""
        wanted, (by_title, by_other) = _bare(name), self._known
        return tuple(by_title.get(wanted) or by_other.get(wanted) or ()) if wanted else ()


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).strip(": ")


def merge_nodes(drafts: Drafts, merged: Sequence[MergedRoles]) -> None:
    """Make one of the nodes that a person said are one; a doubt where one of them is not there."""
    for rule in merged:
        known = NodeNames(drafts.nodes.values())
        found = [(name, known.find(name)) for name in rule.names]
        for name in (name for name, keys in found if not keys):
            why = _("The corrections name this grade or role, which is not here.")
            drafts.doubts.append(Doubt(line=0, text=name, why=why))
        keys = list(dict.fromkeys(key for _name, keys in found for key in keys))
        for key in keys[1:]:
            _merge(drafts, keys[0], key)


def _merge(drafts: Drafts, first: Key, other: Key) -> None:
    into, gone = drafts.nodes[first], drafts.nodes.pop(other)
    into.code = into.code or gone.code
    into.facts.extend(fact for fact in gone.facts if fact not in into.facts)
    if not into.ref.code and gone.ref.code:
        into.ref = replace(into.ref, code=gone.ref.code, word=gone.ref.word)
    for key in [key for key, target in drafts.merged.items() if target == other]:
        drafts.merged[key] = first
    drafts.merged[other] = first
    for document, named in drafts.named.items():
        if other in named:
            drafts.named[document] = dict.fromkeys(first if key == other else key for key in named)
