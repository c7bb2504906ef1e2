"""What is to go on paper, and how."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathways.gui.printing.export_dialog import PaperChoice

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions

_WHOLE = ("csv", "txt", "md")  # kinds of file that are read, not sat down with


@dataclass(frozen=True)
class PaperSheet:
    """A sheet that can be made, the name of its file without ending, and whether it is a
    comparison, which can be printed in full.
    """

    make: Callable[[SheetOptions], Sheet]
    stem: str
    comparison: bool = False


def options_for(choice: PaperChoice) -> SheetOptions:
    """Return the report's options for what a person chose."""
    from pathways.report.options import Orientation, SheetOptions

    return SheetOptions(
        date=datetime.date.today(),
        orientation=Orientation(choice.orientation),
        full=choice.full or choice.ending in _WHOLE,
        only_changes=choice.only_changes,
        sources=choice.sources,
        notes=choice.signatures,
        signatures=choice.signatures,
    )
