"""What all values that are read from files have in common."""

from __future__ import annotations

import msgspec


class Part(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A value, or a part of one, that a file holds: every key is known, none is needless."""
