"""Indexes of the bundled frameworks and of small libraries, by both engines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import bundled
from pathways.search.engine import Engine, FullText, Rows, Scan, has_full_text
from pathways.search.index import Index

needs_full_text = pytest.mark.skipif(
    not has_full_text(), reason="SQLite was built without its full-text index here"
)


@pytest.fixture(
    params=[pytest.param(FullText, marks=needs_full_text), Scan], ids=["full text", "scan"]
)
def engine(request: pytest.FixtureRequest) -> Callable[[Rows], Engine]:
    """Return each engine in turn."""
    made: Callable[[Rows], Engine] = request.param
    return made


@pytest.fixture(scope="session")
def index() -> Index:
    """Return one index of the bundled frameworks for all tests."""
    return Index(bundled.library())
