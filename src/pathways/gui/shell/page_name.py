"""The names of the window's pages: whoever speaks of a page names it from here."""

from __future__ import annotations

from enum import Enum


class PageName(str, Enum):
    """A page of the window, from top to bottom as they are listed."""

    MAP = "map"
    COMPARE = "compare"
    LADDER = "ladder"
    ROUTE = "route"
    READ = "read"
    PLAN = "plan"
    TEAM = "team"
    PERSON = "person"
    WHAT_IF = "what-if"
    SCENARIOS = "scenarios"
    SIDE_BY_SIDE = "side-by-side"
    GAPS = "gaps"
    DIFFERENCES = "differences"
    CHECK = "check"
    BRING_IN = "bring-in"
    IMPORT = "import"
    SEARCH = "search"
    PROBLEMS = "problems"
