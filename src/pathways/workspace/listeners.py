"""Who hears of a change: plain callbacks, without a window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Generic, ParamSpec

Said = ParamSpec("Said")


class Listeners(Generic[Said]):
    """Hold callbacks; whoever was added hears of everything that is told until it stops."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[Said, None]] = []

    def add(self, callback: Callable[Said, None]) -> Callable[[], None]:
        """Call back whenever something is told; return what ends it."""
        self._callbacks.append(callback)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._callbacks.remove(callback)

        return stop

    def tell(self, *said: Said.args, **named: Said.kwargs) -> None:
        """Call everybody back; who comes or goes meanwhile counts from the next time."""
        for callback in tuple(self._callbacks):
            callback(*said, **named)

    def clear(self) -> None:
        """Tell nobody any more."""
        self._callbacks.clear()
