"""Which scale the levels of a document are on: its own, one that is known, or plain numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pathways.i18n import _
from pathways.importing.drafts import ALL, Drafts
from pathways.importing.imported import Doubt
from pathways.importing.outline import Outline
from pathways.model.scale import ProficiencyScale, ScaleLevel, plain
from pathways.patterns import whole_number
from pathways.store.scales_file import read_scales

_DEFINED = re.compile(
    r"\W*(?P<name>\w[^:–—\n]{0,40}?)\s*(?::|–|—|=|\s-)\s+(?P<definition>\S.*)", re.S
)
_FEWEST = 2  # levels that a document defines before they are a scale
_MOST = 12  # levels that a person can tell apart
_HEADS = frozenset({"level", "levels", "skill", "rating", "score", "proficiency", "scale", "name"})
_EMPTY = "○◯□☆◌⚪"
_MARKS = re.compile(r"([^\w\s])\1{0,20}[○◯□☆◌⚪]{0,20}|[○◯□☆◌⚪]{1,20}")
Groups = Mapping[object, Sequence[str]]


def find_scales(groups: Groups, outlines: Sequence[Outline]) -> dict[object, ProficiencyScale]:
    """Return the scale of each group of levels, as the document writes them; none for a group
    that is on no scale.

    One scale for all comes before one a group.
    """
    everything = list(dict.fromkeys(value for values in groups.values() for value in values))
    if not everything:
        return {}
    whole = _scale_of(everything, outlines)
    if whole is not None:
        return dict.fromkeys(groups, whole)
    found = {}
    for group, values in groups.items():
        scale = _scale_of(list(dict.fromkeys(values)), outlines)
        if scale is not None:
            found[group] = scale
    return found


def kept_as_facts(drafts: Drafts, found: Mapping[object, ProficiencyScale]) -> Iterator[Doubt]:
    """Take the levels that are on no scale out of their sections; where a section says nothing
    else, they are facts of its grades, each skill with a doubt.
    """
    doubted: set[str] = set()
    for section in drafts.sections:
        if not section.level or section.dimension in found:
            continue
        value, section.level = section.level, ""
        keys = section.only or section.nodes
        keys = tuple(drafts.named.get(section.document, ())) if keys == ALL else keys
        said = f"{section.heading}: {value}"
        nodes = [drafts.nodes[key] for key in keys if key in drafts.nodes]
        if section.entries or section.label == value or any(said in n.facts for n in nodes):
            continue
        for node in nodes:
            node.facts.append(said)
        if section.heading not in doubted:
            doubted.add(section.heading)
            why = _(
                "The levels of this skill are on no scale that I know, or on several; they are "
                "kept as facts of the grades and roles."
            )
            yield Doubt(line=0, text=section.heading, why=why, document=section.document)


def _scale_of(values: Sequence[str], outlines: Sequence[Outline]) -> ProficiencyScale | None:
    wanted = {plain(value) for value in values}
    for scale in (*_defined(wanted, outlines), *read_scales()):
        if wanted <= {plain(name) for name in scale.names}:
            return _spelled(scale, values)
    return _numbers(wanted) or _marks(wanted)


def _spelled(scale: ProficiencyScale, values: Sequence[str]) -> ProficiencyScale:
    """Return the scale with the document's spelling of its levels."""
    written = {plain(value): value for value in reversed(values)}

    def level(old: str | ScaleLevel) -> str | ScaleLevel:
        if isinstance(old, ScaleLevel):
            return msgspec.structs.replace(old, name=written.get(plain(old.name), old.name))
        return written.get(plain(old), old)

    return msgspec.structs.replace(scale, levels=tuple(level(old) for old in scale.levels))


def _numbers(wanted: set[str]) -> ProficiencyScale | None:
    """Return a scale of whole numbers from 0 or 1, where all levels are such."""
    if not all(value.isdecimal() and len(value) < 3 for value in wanted):
        return None
    numbers = {whole_number(value) for value in wanted}
    if max(numbers) > _MOST:
        return None
    levels = range(min(1, *numbers), max(5, *numbers) + 1)
    title = _("{first} to {last}").format(first=levels[0], last=levels[-1])
    return ProficiencyScale(
        id=f"{levels[0]}-to-{levels[-1]}", title=title, levels=tuple(str(n) for n in levels)
    )


def _marks(wanted: set[str]) -> ProficiencyScale | None:
    """Return a scale of marks in a row, as ●○○, ●●○, ●●● or as *, **, ***."""
    rows = {value.replace(" ", "") for value in wanted}
    full = {value[0] for value in rows if value} - set(_EMPTY)
    empty = {mark for value in rows for mark in value if mark in _EMPTY}
    if len(full) != 1 or len(empty) > 1 or not all(_MARKS.fullmatch(value) for value in rows):
        return None
    mark, most = full.pop(), max(map(len, rows))
    rest = empty.pop() if empty else ""
    levels = tuple(mark * number + rest * (most - number) for number in range(1, most + 1))
    if most < _FEWEST or not rows <= {*levels, rest * most}:
        return None
    none = (rest * most,) if rest and rest * most in rows else ()
    title = _("{count} marks").format(count=most)
    return ProficiencyScale(id=f"{most}-marks", title=title, levels=(*none, *levels))


def _defined(wanted: set[str], outlines: Sequence[Outline]) -> Iterator[ProficiencyScale]:
    """Yield scales that the documents define: lines or rows in a row that each name a level and
    say what it means, with all that are wanted among them.
    """
    for outline in outlines:
        run: dict[str, ScaleLevel] = {}
        for line in (*_lines(outline), ("", "")):
            name, definition = line
            if name and plain(name) not in run:
                run[plain(name)] = ScaleLevel(name=name, definition=definition)
                continue
            run = {name: level for name, level in run.items() if name not in _HEADS}
            if len(run) >= _FEWEST and wanted <= set(run) and len(run) <= _MOST:
                yield ProficiencyScale(
                    id="own-scale", title=_("The document’s own scale"), levels=_upwards(run)
                )
            run = {}


def _lines(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the name and the definition of every line that has them; ("", "") for any other."""
    for piece in outline.pieces:
        if piece.rows:
            yield "", ""
            for row in piece.rows:
                cells = [" ".join(cell.split()) for cell in row if cell.strip()]
                short = len(cells) == 2 and len(cells[0].split()) <= 4
                yield (cells[0], cells[1]) if short else ("", "")
            yield "", ""
            continue
        found = _DEFINED.fullmatch(piece.text) if piece.text.strip() else None
        if piece.text.strip():
            yield (found["name"], " ".join(found["definition"].split())) if found else ("", "")


def _upwards(run: Mapping[str, ScaleLevel]) -> tuple[ScaleLevel, ...]:
    """Return levels the lowest first: turned round where known scales or numbers say so."""
    levels = tuple(run.values())
    names = [plain(level.name) for level in levels]
    for scale in read_scales():
        ranks = [rank for name in names if (rank := scale.rank(name))]
        if len(ranks) > 1:
            return levels[::-1] if ranks[0] > ranks[-1] else levels
    if all(name.isdecimal() for name in names) and whole_number(names[0]) > whole_number(names[-1]):
        return levels[::-1]
    return levels
