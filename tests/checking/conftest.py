"""Small frameworks with one flaw each, and what the check says about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

import bundled
from drawing import Texts, ladder
from pathways.checking.check import check
from pathways.checking.finding import Code, Finding
from pathways.compare.comparison import Comparer
from pathways.model.framework import Framework
from pathways.model.library import Library

Found = Callable[..., list[Finding]]

# Enough other words for a word to be rare or common among them.
FILLER = {
    "overall": [
        "Answer enquiries from residents by telephone.",
        "Keep records of visits and of payments.",
        "Write letters, minutes and short papers.",
        "Order goods and look after the stock room.",
        "Welcome visitors and show them the way.",
    ]
}


@pytest.fixture
def found() -> Found:
    """Check a library and return the findings of one code, or all."""

    def findings(library: Library, code: Code | None = None) -> list[Finding]:
        comparer = Comparer(library, bundled.vocabulary())
        every = check(library, [framework.id for framework in library.frameworks], comparer)
        return [finding for finding in every if code is None or finding.code is code]

    return findings


@pytest.fixture
def drawn() -> Callable[..., Library]:
    """Draw a ladder whose nodes all have some ordinary text, besides what is given."""

    def draw(drawing: str, texts: Texts | None = None) -> Library:
        nodes = dict.fromkeys(drawing.replace("-", " ").replace("~", " ").split())
        plain = {
            node: {d: [f"{node}: {s}" for s in statements] for d, statements in FILLER.items()}
            for node in nodes
        }
        merged: dict[str, dict[str, Any]] = {**plain}
        for key, sections in (texts or {}).items():
            merged[key] = {**merged.get(key, {}), **sections}
        return ladder(drawing, texts=merged)

    return draw


def changed(library: Library, **parts: Any) -> Library:
    """Return the library with other parts in its first framework."""
    first, *rest = library.frameworks
    return again(library, msgspec.structs.replace(first, **parts), *rest)


def again(library: Library, *frameworks: Framework) -> Library:
    """Return a library of other frameworks with the same dimensions."""
    return Library.merge(frameworks, library.shared_dimensions)


@pytest.fixture
def with_parts() -> Callable[..., Library]:
    return changed


@pytest.fixture
def stating(drawn: Callable[..., Library]) -> Callable[..., Library]:
    """Return a ladder of one grade that states the given texts on risk."""
    return lambda *texts: drawn("6", {"6": {"risk": list(texts)}})
