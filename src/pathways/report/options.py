"""What a person can choose about a sheet."""

from __future__ import annotations

import datetime
from enum import Enum

import msgspec


class Orientation(str, Enum):
    """Page orientation; AUTOMATIC is landscape where the sheet has many columns."""

    AUTOMATIC = "automatic"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class SheetOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Choices for making and writing a sheet; ``text_size`` is in points, ``language`` that of the
    sheet.

    ``full`` asks for every statement, not for the two sides that people sit down with.
    """

    date: datetime.date
    orientation: Orientation = Orientation.AUTOMATIC
    full: bool = True
    only_changes: bool = False
    sources: bool = True
    legend: bool = True
    notes: bool = True
    signatures: bool = True
    text_size: int = 12
    language: str = "en-GB"

    def landscape(self, wide: bool) -> bool:
        """Tell whether a document goes on landscape paper, given whether it is ``wide``."""
        if self.orientation is Orientation.AUTOMATIC:
            return wide
        return self.orientation is Orientation.LANDSCAPE
