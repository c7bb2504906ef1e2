"""Where a person is in the window, and what stands beside nodes on the map."""

from __future__ import annotations

import msgspec

from pathways.gui.shell.page_name import PageName


class VisitedPlace(msgspec.Struct, frozen=True):
    """Where a person is: a page, what it is about where it can be about several things, what is
    chosen, and the node that is looked at.
    """

    page: PageName
    chosen: tuple[str, ...] = ()
    current: str | None = None
    about: str = ""


class NodeNote(msgspec.Struct, frozen=True):
    """What stands beside a node on the map: as short as it gets, and in full."""

    short: str
    words: str
