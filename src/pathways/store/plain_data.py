"""What the checks of a framework file read the plain data with, passing over what has no proper
form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.problem import Problem
from pathways.store.yaml_document import Keys, YamlDocument

Group = dict[str, object]
_MOST_LOOKED_THROUGH = 300  # names among which one is sought that may have been meant


def groups(value: object, keys: Keys, name: str) -> Iterator[tuple[Keys, Group]]:
    """Yield the groups in the list ``name`` of a group, with the keys that lead to each."""
    for place, item in items(value, keys, name):
        if isinstance(item, dict):
            yield place, item


def words(value: object, keys: Keys, name: str) -> Iterator[tuple[Keys, str]]:
    """Yield the texts in the list ``name`` of a group, with the keys that lead to each."""
    for place, item in items(value, keys, name):
        if isinstance(item, str):
            yield place, item


def items(value: object, keys: Keys, name: str) -> Iterator[tuple[Keys, object]]:
    """Yield whatever is in the list ``name`` of a group, with the keys that lead to it."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, list):
        yield from (((*keys, name, number), item) for number, item in enumerate(found))


def twice(
    document: YamlDocument, found: Iterator[tuple[Keys, str]], message: str, advice: str
) -> Iterator[Problem]:
    """Report every id that was used before; ``message`` takes {id} and {line}, the line of the
    first use.
    """
    first: dict[str, Keys] = {}
    for keys, used in found:
        if used in first:
            yield document.problem(
                keys, message.format(id=shortened(used), line=document.line_of(first[used])), advice
            )
        elif not document.is_unread(keys):
            first[used] = keys


def ids(document: YamlDocument, name: str) -> Iterator[tuple[Keys, str]]:
    """Yield the ids of the groups in a list of the file, with the keys that lead to each."""
    for keys, group in groups(document.data, (), name):
        if isinstance(group.get("id"), str):
            yield (*keys, "id"), str(group["id"])


def name_a_node() -> str:
    """Say what to do about a node that is not known."""
    return _("Use the id of a grade or role of this file, or add it under “nodes”.")


def check_names(
    document: YamlDocument,
    names: Iterator[tuple[Keys, str]],
    known: Collection[str],
    what: str,
    advice: str,
) -> Iterator[Problem]:
    """Report names that are not known, and names that stand twice in one list."""
    seen: set[str] = set()
    for keys, name in names:
        if document.is_unread(keys):
            continue
        if name not in known:
            among = (
                known
                if len(known) <= _MOST_LOOKED_THROUGH
                else sorted(known)[:_MOST_LOOKED_THROUGH]
            )
            yield document.problem(keys, unknown(what, name, among), advice)
        elif name in seen:
            yield document.problem(
                keys,
                _("“{name}” stands twice in this list.").format(name=shortened(name)),
                _("Delete one of them."),
            )
        seen.add(name)
