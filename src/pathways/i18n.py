"""Every sentence that people read passes through here, so that it can be translated."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from pathways import paths

_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Speak ``language`` (a code such as ``cy``) from now on; English where there is no catalogue."""
    global _translation
    _translation = gettext.translation(
        "pathways", localedir=str(paths.resources() / "locale"), languages=[language], fallback=True
    )


def _(sentence: str) -> str:
    """Return ``sentence`` in the language in use."""
    return _translation.gettext(sentence)


def _n(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many``, whichever suits ``count``, in the language in use."""
    return _translation.ngettext(one, many, count)


def in_words(items: Sequence[str]) -> str:
    """Join items as people do: ``6, 7 and 8``."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])
