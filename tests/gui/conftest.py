"""The window as many stories begin with it."""

from __future__ import annotations

import pytest

from driver import Driver


@pytest.fixture
def comparing(opened: Driver) -> Driver:
    """Compare two grades of the ICT family."""
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    return opened
