"""What statements are about: people management, risk, knowledge and so on."""

from __future__ import annotations

import msgspec


class Dimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A subject that frameworks state something on; ``names`` are other headings that mean it.

    ``plural`` tells whether a sentence about ``title`` says "do" rather than "does".
    """

    id: str
    title: str
    names: tuple[str, ...] = ()
    plural: bool = False


class UsualHeadings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings that usually mean a dimension, in English and in Welsh."""

    dimension: str
    en: tuple[str, ...] = ()
    cy: tuple[str, ...] = ()
