"""The framework made of the drafts, with the id of each statement noted in the decisions it came
from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import PurePath

import msgspec

from pathways.i18n import _, term
from pathways.importing.dimension_names import DimensionNames, slug
from pathways.importing.drafts import ALL, Drafts, DraftSection, Key
from pathways.importing.imported import Decision, Doubt
from pathways.importing.inclusion import BELOW, says_cumulative
from pathways.importing.language_guess import is_welsh
from pathways.importing.node_list import NO_GRADE, NodeList
from pathways.importing.organisations import find_organisation, is_perhaps_section
from pathways.importing.outline import Kind, Outline
from pathways.importing.scales import find_scales, kept_as_facts
from pathways.importing.title_codes import without_code
from pathways.model.framework import (
    NO_ORGANISATION,
    Block,
    Entry,
    Framework,
    Node,
    Passage,
    Section,
    SourceDocument,
    Wording,
    statements_of_block,
)
from pathways.model.mapping import Mapping
from pathways.model.scale import ProficiencyScale

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_SHORTEST_COMMON = 3  # letters of a word that titles have in common
_LONGEST_KEY = 4  # nodes named in the id of a block


class Builder:
    """Build the framework once; ``doubts`` says what was not sure about it as a whole."""

    def __init__(
        self,
        drafts: Drafts,
        names: DimensionNames,
        outlines: Sequence[Outline],
        order: Sequence[str],
        taught: Mapping | None = None,
    ) -> None:
        self._drafts, self._names, self._outlines = drafts, names, outlines
        self._taught = taught or Mapping()
        self.doubts: list[Doubt] = []
        self._title = self._find_title()
        family = drafts.families[0] if len(drafts.families) == 1 else ""
        self._id = slug(family) or slug(self._title) or "framework"
        self._scales = self._find_scales()
        self._list = NodeList(drafts, self._id, order, self._taught)
        self.doubts.extend((*drafts.doubts, *self._list.doubts))
        self._below = below(self._list)

    @property
    def called(self) -> dict[str, str]:
        """Return the names by which corrections mean the nodes, by their ids."""
        return self._list.called

    def build(self) -> tuple[Framework, list[Decision]]:
        """Return the framework, and the decisions with the nodes and ids of their statements."""
        grouped = self._grouped()
        blocks = _with_own_ids([self._block(nodes, sections) for nodes, sections in grouped])
        used = {section.dimension for block in blocks for section in block.sections}
        framework = Framework(
            format=1,
            id=self._id,
            title=self._taught.title or self._title,  # the ids go by the document's own
            organisation=self._taught.organisation or self._find_organisation(),
            language=self._find_language(),
            wording=Wording.VERBATIM,
            licence=self._find_licence(),
            source=SourceDocument(document=self._find_document(), reference=self._find_reference()),
            nodes=tuple(
                self._with_inclusions(node, self._drafts.nodes[key].includes)
                for key, node in zip(self._list.keys, self._list.nodes, strict=True)
            ),
            steps=self._list.steps,
            blocks=tuple(blocks),
            introduction=tuple(
                Passage(
                    heading=passage.heading,
                    statements=tuple(entry.text for entry in passage.entries),
                )
                for passage in self._drafts.passages
                if passage.entries
            ),
            dimensions=self._names.used(used),
            scales=tuple({scale.id: scale for scale in self._scales.values()}.values()),
        )
        self._check_nodes(framework)
        return framework, self._decisions(grouped, blocks)

    def _grouped(self) -> list[tuple[tuple[Key, ...], list[DraftSection]]]:
        """Return the sections by the nodes that their blocks serve; what stands under one heading
        twice is one.
        """
        blocks: dict[tuple[Key, ...], dict[tuple[object, ...], DraftSection]] = {}
        named: dict[int, tuple[Key, ...]] = {}  # the nodes of a document, which is told once
        for section in self._drafts.sections:
            if not section.says_something:
                continue
            if section.nodes == ALL and section.document not in named:
                named[section.document] = self._all_of(section.document)
            keys = named[section.document] if section.nodes == ALL else section.nodes
            nodes = tuple(sorted(keys, key=self._list.places.__getitem__))
            only = () if set(section.only) == set(nodes) else section.only
            same = (
                *(only, section.dimension, section.heading, section.label, section.definition),
                section.level,
            )
            found = blocks.setdefault(nodes, {}).get(same)
            if found:
                found.entries.extend(section.entries)
                found.includes.extend(section.includes)
            else:
                section.only = only
                blocks[nodes][same] = section
        places = self._list.places
        ordered = sorted(blocks, key=lambda nodes: (places[nodes[0]], -len(nodes)))
        return [(nodes, list(blocks[nodes].values())) for nodes in ordered]

    def _all_of(self, document: int) -> tuple[Key, ...]:
        """Return the nodes that a document names; all of them where it names none."""
        return tuple(self._drafts.named.get(document, ())) or tuple(self._list.keys)

    def _block(self, nodes: tuple[Key, ...], sections: Sequence[DraftSection]) -> Block:
        ids = self._list.ids(nodes)
        label = self._drafts.labels.get(frozenset(nodes), "")
        codes = {self._drafts.nodes[key].code for key in nodes}
        if not label and len(nodes) == 1:
            label = next(node.title for node in self._list.nodes if node.id == ids[0])
        return Block(
            nodes=ids,
            sections=tuple(self._section(section, ids) for section in sections),
            label=label or self._title,
            code=codes.pop() if len(codes) == 1 else "",
            id=self._block_id(ids, label) if len(ids) > _LONGEST_KEY else None,
        )

    def _block_id(self, ids: Sequence[str], label: str) -> str:
        return (
            f"{self._id}-{slug(label) or 'all'}"
            if len(ids) < len(self._list.keys)
            else f"{self._id}-all"
        )

    def _find_scales(self) -> dict[object, ProficiencyScale]:
        """Return the scales of the levels that the documents state, by dimension."""
        stated: dict[object, list[str]] = {}
        for section in self._drafts.sections:
            if section.level:
                stated.setdefault(section.dimension, []).append(section.level)
        found = find_scales(stated, self._outlines)
        self.doubts.extend(kept_as_facts(self._drafts, found))
        return found

    def _with_inclusions(self, node: Node, keys: Sequence[Key]) -> Node:
        introduced = (entry.text for one in self._drafts.passages for entry in one.entries)
        whole = [BELOW] if any(map(says_cumulative, introduced)) else []
        ids = self._included([*keys, *whole], (node.id,))
        return msgspec.structs.replace(node, includes=ids) if ids else node

    def _included(self, keys: Sequence[Key], served: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of what is included in the nodes served, none of which includes itself."""
        lowest = next((node.id for node in self._list.nodes if node.id in served), "")
        ids = [
            node
            for key in keys
            for node in ((self._below.get(lowest, ""),) if key == BELOW else self._list.ids([key]))
        ]
        return tuple(dict.fromkeys(node for node in ids if node and node not in served))

    def _section(self, section: DraftSection, served: Sequence[str]) -> Section:
        scale = self._scales.get(section.dimension) if section.level else None
        several = len({scale.id for scale in self._scales.values()}) > 1
        return Section(
            level=section.level,
            scale=scale.id if scale and several else "",
            includes=self._included(section.includes, self._list.ids(section.only) or served),
            dimension=section.dimension,
            heading=section.heading or self._names.title(section.dimension),
            label=section.label,
            only=self._list.ids(section.only),
            definition=section.definition,
            statements=tuple(
                Entry(text=entry.text, depth=entry.depth) if entry.depth > 1 else entry.text
                for entry in section.entries
            ),
        )

    def _decisions(
        self, grouped: Sequence[tuple[tuple[Key, ...], list[DraftSection]]], blocks: Sequence[Block]
    ) -> list[Decision]:
        decisions = list(self._drafts.decisions)
        for place, keys in self._drafts.served.items():
            nodes = self._list.ids(key for key in keys if key in self._list.places)
            decisions[place] = msgspec.structs.replace(decisions[place], nodes=nodes)
        for (_nodes, sections), block in zip(grouped, blocks, strict=True):
            entries = [entry for section in sections for entry in section.entries]
            statements = statements_of_block(block, self._title)
            for entry, statement in zip(entries, statements, strict=True):
                for place in entry.decisions:
                    decisions[place] = msgspec.structs.replace(
                        decisions[place], statement=statement.id, nodes=statement.nodes
                    )
        return decisions

    def _check_nodes(self, framework: Framework) -> None:
        served = {node for statement in framework.statements for node in statement.nodes}
        served.update(framework.levels)
        for node in framework.nodes:
            if node.id not in served:
                why = _("This grade or role is named, but no text was found for it.")
                self.doubts.append(Doubt(line=0, text=node.title, why=why))
        without = [node.title for node in framework.nodes if node.grade == NO_GRADE]
        if without:
            why = _("The document states no grade for {count} of its roles.").format(
                count=len(without)
            )
            self.doubts.append(
                Doubt(
                    line=0,
                    text=", ".join(without[:5]) + (" …" if len(without) > 5 else ""),
                    why=why,
                )
            )

    # what the framework says about itself

    def _find_title(self) -> str:
        nodes = list(self._drafts.nodes.values())
        if len(nodes) == 1 and nodes[0].ref.title:
            return without_code(nodes[0].ref.title)[0]
        if len(self._outlines) > 1:
            return self._drafts.whole or self._common_title([n.ref.title for n in nodes])
        found = [*self._drafts.titles, *self._drafts.families, self._outlines[0].title]
        stem = PurePath(self._outlines[0].name).stem.replace("_", " ").replace("-", " ").strip()
        return next(
            (title for title in found if title.strip()),
            stem[:1].upper() + stem[1:] or _("Framework"),
        )

    def _common_title(self, titles: Sequence[str]) -> str:
        """Return what the titles of several roles have in common: words that all of them have, or
        the shortest title, where most hold its words; else their number.
        """
        named = sorted((title for title in titles if title), key=len)
        if not named:
            families = dict.fromkeys(
                node.ref.family for node in self._drafts.nodes.values() if node.ref.family
            )
            return ", ".join(list(families)[:3]) or _("Imported framework")
        inside = [set(title.casefold().split()) for title in named]
        common = [
            word
            for word in named[0].split()
            if len(word) > _SHORTEST_COMMON and all(word.casefold() in words for words in inside)
        ]
        if common:
            return " ".join(common)
        words = named[0].casefold()
        if sum(words in title.casefold() for title in named) * 2 >= len(named):
            return named[0]
        return _("{count} roles: {first} and others").format(count=len(named), first=named[0])

    def _texts(self) -> list[str]:
        found: list[str] = []
        for outline in self._outlines:
            found.extend(value for _key, value in outline.facts)
            for piece in outline.pieces:
                found.append(piece.text)
                found.extend(cell for row in piece.rows for cell in row)
        return found

    def _declaring_texts(self) -> list[str]:
        """Return the texts that may say whose document it is: no points of lists and no cells."""
        found = list(self._drafts.titles)
        for outline in self._outlines:
            found.extend(value for _key, value in outline.facts)
            found.extend(outline.running)
            found.extend(
                left.text for left in outline.left_out if left.text.startswith(("©", "Copyright"))
            )
            found.extend(
                piece.text
                for piece in outline.pieces
                if piece.kind is Kind.PARAGRAPH
                or (piece.kind is Kind.HEADING and not is_perhaps_section(piece.text, piece.level))
            )
        return found

    def _find_organisation(self) -> str:
        named = Counter(self._drafts.organisations).most_common(1)
        found = named[0][0] if named else find_organisation(self._declaring_texts())
        if not found:
            why = _("The document does not say whose it is; name the organisation.")
            self.doubts.append(Doubt(line=0, text=self._title, why=why))
        return found or term(NO_ORGANISATION)

    def _find_language(self) -> str:
        codes = [
            outline.language for outline in self._outlines if _LANGUAGE.fullmatch(outline.language)
        ]
        if (not codes or codes[0].startswith("en")) and is_welsh(self._texts()):
            return "cy"
        return codes[0] if codes else "en-GB"

    def _find_licence(self) -> str:
        for text in self._texts():
            if "Open Government Licence" in text and len(text) < 400:
                return text
        return _("No licence is stated in the document.")

    def _find_document(self) -> str:
        if len(self._outlines) == 1:
            titles = [*self._drafts.titles, self._outlines[0].title, self._title]
            return next(title for title in titles if title.strip())
        names = [outline.name for outline in self._outlines]
        return _("{count} documents: {names}").format(count=len(names), names=", ".join(names[:8]))

    def _find_reference(self) -> str:
        codes = dict.fromkeys(node.code for node in self._list.nodes if node.code)
        return (
            _("Codes {codes}").format(codes=", ".join(codes)) if len(codes) > 1 else "".join(codes)
        )


def below(nodes: NodeList) -> dict[str, str]:
    """Return which node stands below each in its family, by id."""
    last: dict[str, str] = {}
    found = {}
    for node in nodes.nodes:
        if node.family in last:
            found[node.id] = last[node.family]
        last[node.family] = node.id
    return found


def _with_own_ids(blocks: Sequence[Block]) -> list[Block]:
    """Give sections ids of their own where the computed ids of two statements would be the same."""
    taken: set[str] = set()
    keys: set[str] = set()
    last: dict[str, int] = {}
    result = []
    for block in blocks:
        if block.id in keys:
            number = next(n for n in count(last.get(block.id, 2)) if f"{block.id}-{n}" not in keys)
            last[block.id] = number + 1
            block = msgspec.structs.replace(block, id=f"{block.id}-{number}")
        if block.id:
            keys.add(block.id)
        result.append(_without_clashes(block, taken))
    return result


def _without_clashes(block: Block, taken: set[str]) -> Block:
    sections = list(block.sections)
    tried = 1
    while True:
        every = [statement.id for statement in statements_of_block(block, "")]
        here = Counter(every)
        if not (taken & set(here)) and max(here.values(), default=1) == 1:
            taken.update(here)
            return block
        tried += 1
        at = 0
        for place, section in enumerate(sections):
            ids = every[at : at + len(section.statements)]
            at += len(section.statements)
            if any(i in taken or here[i] > 1 for i in ids):
                sections[place] = msgspec.structs.replace(
                    section, id=f"{section.dimension}-{_part_word(block)}{tried}"
                )
                break
        block = msgspec.structs.replace(block, sections=tuple(sections))


def _part_word(block: Block) -> str:
    """Return a word for the ids of a shared block's own paragraphs, so that they differ from a
    grade's own block.
    """
    return "shared-" if len(block.nodes) > 1 else ""
