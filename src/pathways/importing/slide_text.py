"""Running text pulled out of slides: pages, labels in the middle of their text, and letters that
stood on end.

On such a slide each level's label stands beside the middle of its text, so that in the running text
it stands in the middle of it too. Where one level ends and the next begins is judged by that, and
said to be judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.level_bounds import level_bounds, sentences
from pathways.importing.metadata import noise
from pathways.importing.outline import Kind
from pathways.importing.slide_overview import Overview, read_overview, without_letters
from pathways.importing.units import Unit

_LONG = 1500  # characters: no paragraph that a person wrote is longer
_LABEL = re.compile(r"\b(?:LEVEL|BAND|GRADE|TIER) \d{1,2}\b")
_PAGE = re.compile(
    r"\b(?:OFFICIAL|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|PROTECT|Page|Slide)(?:[ -]SENSITIVE)? "
    r"\d{1,3}\b"
)
_FEWEST = 3
_MOST_PAGES = 100

Make = Callable[..., Event]


@dataclass(frozen=True)
class _LevelSlide:
    """One slide of levels: its heading, its definition, and for each label the sentences of that
    level.
    """

    heading: str
    definition: tuple[str, ...]
    levels: tuple[tuple[str, tuple[str, ...]], ...]
    letters: tuple[str, ...]


def is_slide_text(units: Sequence[Unit]) -> bool:
    """Tell whether a document is running text out of slides."""
    return any(_is_long(unit) for unit in units)


def _is_long(unit: Unit) -> bool:
    return (
        unit.kind is Kind.PARAGRAPH
        and len(unit.text) > _LONG
        and len(_LABEL.findall(unit.text)) >= _FEWEST
        and len(_PAGE.findall(unit.text)) <= _MOST_PAGES
    )


def slide_events(units: Sequence[Unit], names: DimensionNames) -> list[Event]:
    """Return what the slides say; every word of them is in one of the events."""
    events: list[Event] = []
    for unit in units:
        if _is_long(unit):
            events.extend(_events_of_text(unit, names))
        else:
            why = noise(unit.text) or _("a line outside the slides")
            sure = Sure.SURE if noise(unit.text) else Sure.UNSURE
            events.append(Event(What.OUT, unit.text, unit.origins, why, sure))
    return events


def _events_of_text(unit: Unit, names: DimensionNames) -> Iterator[Event]:
    def event(what: What, text: str, why: str, sure: Sure = Sure.LIKELY, **more: object) -> Event:
        origins = (replace(unit.origins[0], text=text),)
        return Event(what, text, origins, why, sure, **more)  # type: ignore[arg-type]

    texts = _PAGE.split(unit.text)
    with_levels = [text for text in texts if len(_LABEL.findall(text)) >= _FEWEST]
    headings = [_heading_of(text, names)[0] for text in with_levels]
    overviews = [
        read_overview(text, headings, names)
        for text in texts
        if text.strip() and text not in with_levels
    ]
    known = {sentence for overview in overviews for sentence in overview.all_sentences}
    pages = [_page_of(text, known, names) for text in with_levels]
    for overview in overviews:
        yield from _overview_events(overview, pages, event)
    for page in pages:
        yield from _page_events(page, event)
    for edge in _PAGE.findall(unit.text):
        yield event(
            What.OUT, edge, _("a protective marking or number at the edge of a page"), Sure.SURE
        )


def _heading_of(text: str, names: DimensionNames) -> tuple[str, bool]:
    """Return the heading that a page begins with, and whether it is a known name."""
    words = text.split()
    for size in range(min(9, len(words)), 0, -1):
        candidate = " ".join(words[:size])
        if names.exact(candidate) and not candidate.endswith((".", ";")):
            return candidate, True
    size = next((n for n, word in enumerate(words[1:10], 1) if word[:1].isupper()), 1)
    return " ".join(words[:size]), False


def _page_of(text: str, known: Set[str], names: DimensionNames) -> _LevelSlide:
    heading, _known = _heading_of(text, names)
    body, letters = without_letters(" ".join(text.split())[len(heading) :].strip())
    plain, places, labels = "", [], []
    for number, part in enumerate(_LABEL.split(body)):
        if number:
            places.append(len(plain))
        plain += (" " if plain and part.strip() else "") + part.strip()
    labels = _LABEL.findall(body)
    found = sentences(plain)
    first = 0
    while first < len(found) and found[first] in known:
        first += 1
    bounds = level_bounds(found, places, first)
    levels = tuple(
        (label, tuple(found[start:end]))
        for label, start, end in zip(labels, bounds, bounds[1:], strict=False)
    )
    return _LevelSlide(heading, tuple(found[: bounds[0]]), levels, tuple(letters))


def _page_events(page: _LevelSlide, make: Make) -> Iterator[Event]:
    yield make(What.HEADING, page.heading, _("the heading of a slide"), level=1)
    for sentence in page.definition:
        yield make(
            What.TEXT, sentence, _("stands before the first level of its slide"), definition=True
        )
    for label, found in page.levels:
        yield make(
            What.MARK, label, _("a label of the slide"), mark=_mark(label), level=2, whole=True
        )
        for number, sentence in enumerate(found):
            first = number == 0 and label != page.levels[0][0]
            why = (
                _(
                    "the label stands in the middle of its text, so I had to judge where this "
                    "level begins"
                )
                if first
                else _("a sentence of the slide, near this label")
            )
            yield make(What.TEXT, sentence, why, Sure.UNSURE if first else Sure.LIKELY)
    for letters in page.letters:
        yield make(What.OUT, letters, _letters_why(), Sure.UNSURE)


def _overview_events(
    overview: Overview, pages: Sequence[_LevelSlide], make: Make
) -> Iterator[Event]:
    if overview.title:
        yield make(What.TITLE, overview.title, _("what the first slide begins with"))
    told = {sentence for page in pages for sentence in page.definition}
    for heading, found in overview.areas:
        again = [sentence for sentence in found if sentence in told]
        own = [sentence for sentence in found if sentence not in told]
        if own:
            yield make(
                What.HEADING, heading, _("a known name among the text of an overview"), level=1
            )
        elif heading:
            yield make(What.FACT, heading, _("a heading of the overview; its own slide follows"))
        for sentence in again:
            yield make(
                What.OUT,
                sentence,
                _("said again, word for word, on the slide of its own area"),
                Sure.SURE,
            )
        for sentence in own:
            why = _("a definition in the overview; its place beside the headings had to be judged")
            yield make(What.TEXT, sentence, why, Sure.UNSURE, definition=True)
    for text in overview.remarks:
        yield make(What.FACT, text, _("an attribute or footnote of the overview"))
    for letters in overview.letters:
        yield make(What.OUT, letters, _letters_why(), Sure.UNSURE)


def _letters_why() -> str:
    return _("letters of a word that stood on end in the slide")


def _mark(label: str) -> Mark:
    found = parse_mark(label)
    assert found is not None
    return found
