"""Small libraries to search, and their results drawn as text."""

from __future__ import annotations

from collections.abc import Callable

from drawing import ladder
from pathways.search.engine import Engine, Rows
from pathways.search.entry import EntryKind
from pathways.search.index import Index
from pathways.search.results import Hit, Results

Make = Callable[[Rows], Engine]


def texts(results: Results) -> list[str]:
    """Return the texts found, the best first."""
    return [hit.text for hit in results.hits]


def marked(hit: Hit) -> str:
    """Draw a hit with brackets around what matched."""
    text = hit.text
    for start, end in reversed(hit.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def of(*statements: str, engine: Make | None = None) -> Index:
    """Index statements of one grade under one dimension."""
    return Index(ladder("6", texts={"6": {"purpose": statements}}), engine=engine)


def found(query: str, *statements: str, engine: Make | None = None) -> list[str]:
    """Return which statements are found, the best first."""
    return [
        hit.text
        for hit in of(*statements, engine=engine).find(query).hits
        if hit.kind is EntryKind.STATEMENT
    ]
