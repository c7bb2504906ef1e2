"""What a framework file can get wrong about levels of proficiency and about what includes what."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.problem import Problem
from pathways.model.scale import plain
from pathways.store.plain_data import Group, check_names, groups, ids, items, name_a_node, twice
from pathways.store.yaml_document import Keys, YamlDocument


def check_scales(document: YamlDocument) -> Iterator[Problem]:
    """Yield what is wrong with the scales, and with the levels that sections state."""
    message = _("Two scales have the id “{id}”; the first is in line {line}.")
    advice = _("Give one of them another id.")
    yield from twice(document, ids(document, "scales"), message, advice)
    scales: dict[str, dict[str, str]] = {}
    for keys, scale in groups(document.data, (), "scales"):
        levels: dict[str, str] = {}
        for place, level in _levels(scale, keys):
            if plain(level) in levels:
                yield document.problem(
                    place,
                    _("The level “{name}” stands twice on this scale.").format(
                        name=shortened(level)
                    ),
                    _("Delete one of them."),
                )
            levels.setdefault(plain(level), level)
        scales.setdefault(str(scale.get("id")), levels)
    for keys, section in _sections(document):
        yield from _check_level(document, keys, section, scales)


def _levels(scale: Group, keys: Keys) -> Iterator[tuple[Keys, str]]:
    for place, level in items(scale, keys, "levels"):
        name = level.get("name") if isinstance(level, dict) else level
        if isinstance(name, str):
            yield place, name


def _sections(document: YamlDocument) -> Iterator[tuple[Keys, Group]]:
    for keys, block in groups(document.data, (), "blocks"):
        yield from groups(block, keys, "sections")


def _check_level(
    document: YamlDocument, keys: Keys, section: Group, scales: dict[str, dict[str, str]]
) -> Iterator[Problem]:
    level, scale = section.get("level"), section.get("scale")
    if isinstance(scale, str) and scale and scale not in scales:
        advice = _("Use the id of one of the scales under “scales:”, or add it there.")
        message = unknown(_("scale"), scale, scales)
        yield document.problem((*keys, "scale"), message, advice)
    elif isinstance(level, str) and level:
        names = [
            name
            for known, levels in scales.items()
            if scale in (None, "", known)
            for name in levels.values()
        ]
        if plain(level) not in map(plain, names):
            advice = _("Use a level of one of the scales under “scales:”, or add it there.")
            message = unknown(_("level"), level, dict.fromkeys(names))
            yield document.problem((*keys, "level"), message, advice)
    elif isinstance(scale, str) and scale:
        message = _("A scale is named here, but no level on it.")
        advice = _("Add a line “level: …”, or delete this one.")
        yield document.problem((*keys, "scale"), message, advice)


def check_inclusions(document: YamlDocument) -> Iterator[Problem]:
    """Yield what is wrong with the nodes that nodes and sections include."""
    nodes = dict.fromkeys(node for _keys, node in ids(document, "nodes"))
    for keys, node in groups(document.data, (), "nodes"):
        yield from _check_included(document, keys, node, nodes)
        if node.get("id") in _names(node, keys):
            yield document.problem(
                (*keys, "includes"),
                _("“{node}” includes itself.").format(node=shortened(str(node["id"]))),
                _("Delete it from “includes”."),
            )
    for keys, section in _sections(document):
        yield from _check_included(document, keys, section, nodes)


def _check_included(
    document: YamlDocument, keys: Keys, group: Group, nodes: dict[str, None]
) -> Iterator[Problem]:
    found = (
        (place, name) for place, name in items(group, keys, "includes") if isinstance(name, str)
    )
    yield from check_names(document, found, nodes, _("grade or role"), name_a_node())


def _names(group: Group, keys: Keys) -> list[object]:
    return [name for _place, name in items(group, keys, "includes")]
