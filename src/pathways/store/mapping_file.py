"""What a person taught the import of a document, kept in a file beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.mapping import Mapping, Reassign
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import fitted
from pathways.store.whole_file import write_whole
from pathways.store.yaml_words import flow, quoted_where_needed

_HEAD = """\
# What was taught when a document was imported, for its next version.
# headings: what a heading means. columns: what a column of a table holds.
# left_out: lines that are not part of the framework, and why
#   (number: which of several equal lines, 0 for all).
# kept: lines that are statements. reassigned: whom or what a line is really about.
# splits, joins: lines that hold several statements, or half a one.
# order: the grades or roles, the lowest first.
# title, organisation: what the framework is called, and whose it is."""


def read_mapping(path: Path, known_dimensions: Collection[str] = ()) -> Mapping:
    """Read a mapping; raise FileError with all mistakes of the file.

    A dimension that is not among ``known_dimensions`` (where these are given) is one of the
    framework's own: its id must then be words in small letters and figures joined by hyphens.
    """
    document = read_yaml(path)
    mapping, problems = fitted(document, Mapping)
    if mapping and not problems:
        named = [
            (("headings", n, "dimension"), taught.dimension)
            for n, taught in enumerate(mapping.headings)
        ]
        named += [
            (("reassigned", n, "dimension"), rule.dimension)
            for n, rule in enumerate(mapping.reassigned)
        ]
        for keys, dimension in named:
            if dimension and not _is_id(dimension):
                message = unknown(_("dimension"), dimension, known_dimensions)
                problems.append(
                    document.problem(
                        keys, message, _("Use the id of a dimension, such as people-management.")
                    )
                )
    if mapping is None or problems:
        raise FileError(problems)
    return mapping


def write_mapping(path: Path, mapping: Mapping) -> None:
    """Write a mapping all or not at all; raise PathwaysError where it cannot be written."""
    write_whole(path, mapping_yaml(mapping).encode())


def mapping_yaml(mapping: Mapping) -> str:
    """Return the text of a mapping's file, one lesson a line."""
    lists: dict[str, Iterable[str]] = {
        "headings": (
            flow([("heading", h.heading), ("dimension", h.dimension)]) for h in mapping.headings
        ),
        "columns": (flow([("heading", c.heading), ("holds", c.holds)]) for c in mapping.columns),
        "left_out": (
            flow([("text", r.text), ("why", r.why)], _number(r.number)) for r in mapping.left_out
        ),
        "kept": map(quoted_where_needed, mapping.kept),
        "reassigned": map(_reassigned, mapping.reassigned),
        "splits": (flow([("text", s.text)], {"parts": _texts(s.parts)}) for s in mapping.splits),
        "joins": (flow([("first", j.first), ("second", j.second)]) for j in mapping.joins),
        "order": map(quoted_where_needed, mapping.order),
    }
    lines = []
    for key, items in lists.items():
        listed = [f"  - {item}" for item in items]
        lines += [f"{key}:", *listed] if listed else []
    whole = (("title", mapping.title), ("organisation", mapping.organisation))
    lines += [f"{key}: {quoted_where_needed(value)}" for key, value in whole if value]
    return "\n".join([_HEAD, *(lines or ["{}"])]) + "\n"


def _reassigned(rule: Reassign) -> str:
    grades = {"grades": _texts(rule.grades)} if rule.grades else {}
    named = [("dimension", rule.dimension), ("role", rule.role)]
    return flow(
        [("text", rule.text)],
        {**grades, **_number(rule.number)},
        [(key, value) for key, value in named if value],
    )


def _number(number: int) -> dict[str, str]:
    return {"number": str(number)} if number else {}


def _texts(texts: Sequence[str]) -> str:
    return "[" + ", ".join(quoted_where_needed(text, inside=True) for text in texts) + "]"


def _is_id(text: str) -> bool:
    return all(
        part.isalnum() and part.isascii() and part == part.lower()
        for part in text.replace(".", "-").split("-")
    )
