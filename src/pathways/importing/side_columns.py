"""What the columns beside the levels of a table hold: the dimension, its group, what it is, a
code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.i18n import _
from pathways.importing.cell_kinds import is_code, is_label, is_prose, share
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.metadata import kind_of_key
from pathways.importing.record_columns import column_of, is_unknown
from pathways.importing.table_layout import Layout

_DEFINES = frozenset(
    map(
        plain_words,
        (
            "what it is",
            "what this is",
            "what it means",
            "what this means",
            "meaning",
            "definition",
            "description",
            "about",
            "purpose",
            "explanation",
            "summary",
            "overview",
            "in short",
            "scope",
            "why it matters",
            "intent",
            "general description",
            "statement",
            "core statement",
        ),
    )
)
DIMENSION_HEADS = frozenset(
    map(
        plain_words,
        (
            "capability;competency;competence;skill;area;dimension;theme;behaviour;behavior;"
            "attribute;factor;topic;pillar;domain;element;criterion;criteria;category;core area;"
            "responsibility;expectation;value;principle;aspect;component;characteristic;skill area;"
            "competency area;knowledge area;capability area;standard;descriptor;strand;facet;axis;"
            "competencies;skills;capabilities;areas;attributes;trait;traits;subject;group;"
            "focus area;key area;key skill;core competency;core skill;quality;dimensions;focus;"
            "result area;key result area;practice;discipline;what;indicator"
        ).split(";"),
    )
)


@dataclass(frozen=True)
class Sides:
    """Columns by what they hold; -1 where there is none."""

    dimension: int = -1
    group: int = -1
    definitions: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()


def sides_of(layout: Layout, levels: Sequence[int], names: DimensionNames) -> Sides:
    """Say what the columns beside the levels hold, by their heads and by what stands in them."""
    labels: list[int] = []
    definitions: list[int] = []
    facts: list[int] = []
    for place in range(layout.width):
        if place in levels:
            continue
        kind = _kind(layout, place, place > max(levels))
        {"label": labels, "definition": definitions}.get(kind, facts).append(place)
    before = [place for place in definitions if place < min(levels)]
    if not labels and before:
        labels.append(before[0])
        definitions.remove(before[0])
    if not labels and facts and min(facts) < min(levels):  # a code is all that names the rows
        labels.append(min(facts))
        facts.remove(min(facts))
    main, group = _main(layout, labels, names)
    others = [place for place in labels if place not in (main, group)]
    return Sides(main, group, tuple(definitions), tuple(sorted((*facts, *others))))


def why_unknown(layout: Layout, sides: Sides, place: int) -> str:
    """Return what is not sure of a column beside the levels, "" where its head tells what it is."""
    head = layout.head(place)
    if plain_words(head) in DIMENSION_HEADS | _DEFINES:
        return ""
    if place in sides.facts and is_unknown(head, layout.column(place)):
        return _("a column whose meaning I do not know; its texts are kept as facts")
    if place in sides.definitions and head and not column_of(head):
        return _("a column whose meaning I do not know; its texts are taken for all levels")
    return ""


def _kind(layout: Layout, place: int, behind: bool) -> str:
    head, texts = layout.head(place), layout.column(place)
    holds = column_of(head)
    if holds == "number" or (share(texts, is_code) > 0.7 and holds != "dimension"):
        return "fact"
    if plain_words(head) in _DEFINES or holds == "definition":
        return "definition" if share(texts, is_prose) > 0.3 or holds == "definition" else "fact"
    if behind:
        return "fact"
    names = plain_words(head) in DIMENSION_HEADS or holds in ("dimension", "level")
    if kind_of_key(head) and kind_of_key(head) not in ("title", "family") and not names:
        return "fact"
    return "definition" if share(texts, is_prose) > 0.6 and holds != "dimension" else "label"


def _main(layout: Layout, labels: Sequence[int], names: DimensionNames) -> tuple[int, int]:
    """Return the column of dimensions and that of their groups."""
    if not labels:
        return -1, -1
    kinds = {place: len(set(filter(None, layout.column(place)))) for place in labels}
    named = [place for place in labels if column_of(layout.head(place)) == "dimension"]
    usable = named if len(named) == 1 and kinds[named[0]] == max(kinds.values()) else labels
    main = max(usable, key=lambda place: (kinds[place], place))
    if all(is_label(text) for text in filter(None, layout.column(main))) is False and named:
        main = named[-1]
    groups = [place for place in labels if place < main]
    return main, groups[-1] if groups else -1
