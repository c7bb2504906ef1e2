"""Where a result goes: to the terminal as text or JSON, or to a file by its ending."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions

_PAPER = (".pdf", ".docx", ".odt", ".html")  # what is text or data stays whole


def answer(
    arguments: argparse.Namespace,
    shape: Callable[[], dict[str, object]],
    sheet: Callable[[SheetOptions], Sheet],
    *,
    only_changes: bool = False,
) -> None:
    """Give the result where and how it was asked for: to a file by its ending, or as text or JSON
    to the terminal.
    """
    from pathways.report.as_json import as_text

    if arguments.output is None:
        if arguments.format == "json":
            print(as_text(shape()), end="")
        else:
            print_sheet(sheet(on_screen(only_changes=only_changes)))
        return
    if arguments.output.suffix.lower() == ".json":
        from pathways.store.whole_file import write_whole

        write_whole(arguments.output, as_text(shape()).encode())
        return
    from pathways.report.writing import check_ending, write_document

    check_ending(arguments.output)
    paper = arguments.output.suffix.lower() in _PAPER
    full = getattr(arguments, "full", False) or not paper
    options = _options(only_changes=only_changes, full=full)
    write_document(sheet(options), arguments.output, options)


def _options(*, only_changes: bool = False, full: bool = True) -> SheetOptions:
    from pathways.report.options import SheetOptions

    return SheetOptions(date=datetime.date.today(), only_changes=only_changes, full=full)


def on_screen(*, only_changes: bool = False) -> SheetOptions:
    """Return the choices for a sheet that is read on a terminal, where nobody signs."""
    import msgspec

    return msgspec.structs.replace(
        _options(only_changes=only_changes), notes=False, signatures=False
    )


def print_sheet(document: Sheet) -> None:
    """Show a sheet on the terminal."""
    from pathways.report.text import to_text

    print(to_text(document, _options()).decode(), end="")
