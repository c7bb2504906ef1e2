"""What the shapes of JSON are made of."""

from __future__ import annotations

from typing import Any

import msgspec

Shape = dict[str, Any]


def picked(value: Any, *names: str) -> Shape:
    """Return some fields of a value under their own names, as JSON has them."""
    found = {name: msgspec.to_builtins(getattr(value, name)) for name in names}
    return {name: list(told) if isinstance(told, tuple) else told for name, told in found.items()}
