"""What does the work of the actions, for one window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec

from pathways.gui.shell.clipboard import Clipboard
from pathways.gui.shell.comparison_actions import ComparisonActions
from pathways.gui.shell.context import Context
from pathways.gui.shell.export_actions import ExportActions
from pathways.gui.shell.files import Files
from pathways.gui.shell.import_actions import ImportActions
from pathways.gui.shell.judging import Judging
from pathways.gui.shell.navigation import Navigation
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.search_actions import SearchActions
from pathways.gui.shell.search_box import SearchBox
from pathways.gui.shell.window_actions import WindowActions

if TYPE_CHECKING:
    from pathways.gui.shell.find_bar import FindBar


class Parts(msgspec.Struct, frozen=True):
    """One of each; an action names the one that does it. The bar is made when first asked for."""

    context: Context
    clipboard: Clipboard
    comparisons: ComparisonActions
    exports: ExportActions
    files: Files
    find_bar: Callable[[], FindBar]
    imports: ImportActions
    judging: Judging
    navigation: Navigation
    searching: SearchActions
    window: WindowActions


def parts_of(
    context: Context,
    specs: Mapping[PageName, PageSpec],
    files: Files,
    window: WindowActions,
    box: SearchBox,
    find_bar: Callable[[], FindBar],
) -> Parts:
    """Return the parts of a window, joined with the signals of its context."""
    return Parts(
        context=context,
        clipboard=Clipboard(context),
        comparisons=ComparisonActions(context, files),
        exports=ExportActions(context, specs),
        files=files,
        find_bar=find_bar,
        imports=ImportActions(context, files),
        judging=Judging(context),
        navigation=Navigation(context),
        searching=SearchActions(context, box),
        window=window,
    )
