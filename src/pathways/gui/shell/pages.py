"""Every page of the window, in one table."""

from __future__ import annotations

from functools import cache

from pathways.gui.compare import spec as compare
from pathways.gui.importing import spec as importing
from pathways.gui.ladder import spec as ladder
from pathways.gui.map import spec as map_
from pathways.gui.plan import spec as plan
from pathways.gui.problems import spec as problems
from pathways.gui.read import spec as read
from pathways.gui.route import spec as route
from pathways.gui.search import spec as search
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.team import specs as team
from pathways.i18n import language

# In the order of the list at the side; the last one listed brings new frameworks in.
_PAGES = (map_, compare, ladder, route, read, plan, importing, search, problems)


def pages() -> dict[PageName, PageSpec]:
    """Return the pages by name, from top to bottom."""
    return _pages_in(language())


@cache
def _pages_in(_language: str) -> dict[PageName, PageSpec]:
    found = [page.spec() for page in _PAGES]
    at = next(place for place, page in enumerate(found) if page.name == PageName.IMPORT)
    found[at:at] = team.specs()
    return {page.name: page for page in found}


def page_titles() -> dict[PageName, str]:
    """Return the titles of the pages that are listed, by name, from top to bottom."""
    return {page.name: page.title for page in pages().values() if page.title}
