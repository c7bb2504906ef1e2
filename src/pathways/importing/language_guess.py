"""Whether a document is written in Welsh, by its smallest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WELSH = frozenset(
    "yn y yr i o ar gan gyda ac neu mae bydd sydd eu ein eich wrth dan drwy hyn fel pob oddi am "
    "swydd gwaith gwasanaeth gradd cyngor pobl rheoli".split()
)
_ENGLISH = frozenset(
    "the and of to in for with on is are will be by as or that this from at an all".split()
)
_FEWEST = 6  # words of either list that tell anything
_MOST = 20_000  # words that are looked at


def is_welsh(texts: Iterable[str]) -> bool:
    """Tell whether most of the small words of a document are Welsh."""
    found: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[^\W\d_]+", text.casefold()):
            found["welsh"] += word in _WELSH
            found["english"] += word in _ENGLISH
            found["all"] += 1
        if found["all"] > _MOST:
            break
    return found["welsh"] >= _FEWEST and found["welsh"] > 2 * found["english"]
