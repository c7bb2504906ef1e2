"""What a person taught the import of a document, kept in a file beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.mapping import Mapping, Reassign, TaughtTable
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import fitted
from pathways.store.whole_file import write_whole
from pathways.store.yaml_words import flow, flow_list, quoted_where_needed

_HEAD = """\
# What was taught when a document was imported, for its next version.
# headings: what a heading means. begins: lines with which the text of a grade or role begins.
# tables: what a table is (found by its first row), and which row has its heads.
# columns: what a column of a table holds.
# left_out: lines that are not part of the framework, and why
#   (number: which of several equal lines, 0 for all).
# kept: lines that are statements. reassigned: whom or what a line is really about.
#   (nobody: it is part of the introduction). right: what was doubtful, and is right.
# splits, joins: lines that hold several statements, or half a one.
# merged: grades or roles that are one, the first name stays. families: who is in which.
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
    lines = [
        line
        for key, items in {**_of_lines(mapping), **_of_roles(mapping)}.items()
        for line in _listed(key, items)
    ]
    whole = (("title", mapping.title), ("organisation", mapping.organisation))
    lines += [f"{key}: {quoted_where_needed(value)}" for key, value in whole if value]
    return "\n".join([_HEAD, *(lines or ["{}"])]) + "\n"


def _of_lines(mapping: Mapping) -> dict[str, Iterable[str]]:
    """Return what was taught about lines and tables."""
    return {
        "headings": (
            flow([("heading", h.heading), ("dimension", h.dimension)]) for h in mapping.headings
        ),
        "begins": (
            flow([("text", b.text)], {"names": flow_list(b.names), **_number(b.number)})
            for b in mapping.begins
        ),
        "tables": map(_table, mapping.tables),
        "columns": (flow([("heading", c.heading), ("holds", c.holds)]) for c in mapping.columns),
        "left_out": (
            flow([("text", r.text), ("why", r.why)], _number(r.number)) for r in mapping.left_out
        ),
        "kept": map(quoted_where_needed, mapping.kept),
        "reassigned": map(_reassigned, mapping.reassigned),
        "right": (flow([("text", r.text)], _number(r.number)) for r in mapping.right),
        "splits": (flow([("text", s.text)], {"parts": flow_list(s.parts)}) for s in mapping.splits),
        "joins": (flow([("first", j.first), ("second", j.second)]) for j in mapping.joins),
    }


def _of_roles(mapping: Mapping) -> dict[str, Iterable[str]]:
    """Return what was taught about the grades and roles."""
    return {
        "merged": (flow([], {"names": flow_list(rule.names)}) for rule in mapping.merged),
        "families": (
            flow([("family", f.family)], {"names": flow_list(f.names)}) for f in mapping.families
        ),
        "order": map(quoted_where_needed, mapping.order),
    }


def _listed(key: str, items: Iterable[str]) -> list[str]:
    listed = [f"  - {item}" for item in items]
    return [f"{key}:", *listed] if listed else []


def _table(table: TaughtTable) -> str:
    plain = {
        "first_row": flow_list(table.first_row),
        "holds": quoted_where_needed(table.holds, True),
    }
    if table.head_row is not None:
        plain["head_row"] = str(table.head_row)
    place = {"place": str(table.place)} if table.place else {}
    return flow([], {**plain, **_number(table.number), **place})


def _reassigned(rule: Reassign) -> str:
    plain = {"grades": flow_list(rule.grades)} if rule.grades else {}
    plain |= {"nobody": "true"} if rule.nobody else {}
    named = [(k, v) for k, v in (("dimension", rule.dimension), ("role", rule.role)) if v]
    return flow([("text", rule.text)], {**plain, **_number(rule.number)}, named)


def _number(number: int) -> dict[str, str]:
    return {"number": str(number)} if number else {}


def _is_id(text: str) -> bool:
    return all(
        part.isalnum() and part.isascii() and part == part.lower()
        for part in text.replace(".", "-").split("-")
    )
