"""What is read in every statement, bundled or invented: where it begins, what stands on which scale
and of what, its numbers, its acts, and how much it weighs.

PATHWAYS_WRITE_GOLDEN=1 writes what is read anew, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import bundled
from golden_lines import check_lines
from invented import recombined, texts
from pathways.compare.amounts import amounts
from pathways.compare.reading import Reading, ScaleHit, read
from pathways.compare.weights import Weights

_SHORT = 60  # letters by which a statement is known here


def test_what_is_read_in_every_other_bundled_statement_stays() -> None:
    stated = [one.text for f in bundled.library().frameworks for one in f.statements]
    check_lines("readings-bundled", _readings(stated[::2], stated))


def test_what_is_read_in_every_invented_statement_stays() -> None:
    put_together = (text for pair in recombined() for text in (pair.before, pair.after))
    check_lines("readings-invented", _readings([*texts(), *put_together], texts()))


def _readings(stated: Iterable[str], among: Iterable[str]) -> Iterator[str]:
    """Yield a line for each of some statements, their words weighed among others."""
    weights = Weights(bundled.language(), among)
    for text in dict.fromkeys(stated):
        measured, length = weights.vector(text)
        themes = sorted(word for word in measured if word.startswith(("#", "+")))
        reading = read(text, weights.language)
        parts = [f"{length:.2f}", *_places(reading), *map(_number, amounts(reading)), *themes]
        yield f"{text[:_SHORT]} | {', '.join(parts)}"


def _places(reading: Reading) -> Iterator[str]:
    if reading.label:
        yield f"label {reading.label}"
    if heads := reading.heads():
        yield f"begins {heads}"
    if (ability := reading.ability()) is not None:
        yield f"asks {ability}"
    yield from (_hit(reading, hit) for hit in reading.hits)
    verbs = reading.language.verbs
    acts = [w for w, stem in zip(reading.words, reading.stems, strict=True) if stem in verbs]
    if said := [word for word in acts if reading.says_verb(word)]:
        yield f"acts {' '.join(said)}"
    if people := [place for place in range(len(reading.words)) if reading.helps_people(place)]:
        yield f"people {people}"
    yield f"about {len(reading.subject)} of {len(reading.content)}"


def _hit(reading: Reading, hit: ScaleHit) -> str:
    of = reading.nouns_after(hit) if hit.scale.degree else ""
    return f"{hit.scale.id} {hit.level} {hit.start}-{hit.end}{of}"


def _number(amount: tuple[object, ...]) -> str:
    return " ".join(map(str, amount))
