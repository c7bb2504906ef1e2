"""The sentences in which a route is told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from pathways.compare.change import Verdict
from pathways.compare.language import same_but_for_looks
from pathways.compare.sentences import inside, place, together
from pathways.compare.story import DimensionStory, StoryEvent, Thread
from pathways.i18n import _, _n, capitalised, in_words
from pathways.model.framework import Node

_OTHERWISE = (Verdict.RAISED, Verdict.EASED, Verdict.CHANGED)  # what makes a thread read otherwise


def story_sentence(story: DimensionStory, nodes: Sequence[Node]) -> str:
    """Say in short what happens on a dimension along the route of ``nodes``."""
    return " ".join(_sentences(story, nodes))


def _sentences(story: DimensionStory, nodes: Sequence[Node]) -> Iterator[str]:
    if story.levels:
        yield _level_by_level(story, nodes)
    if story.chapters:
        yield _("{counts}.").format(counts=in_words(_counts(story)))
    elif story.same and not story.silent:
        yield _n(
            "{dimension} does not change from {first} to {last}.",
            "{dimension} do not change from {first} to {last}.",
            2 if story.dimension.plural else 1,
        ).format(dimension=story.dimension.title, first=place(nodes[0]), last=place(nodes[-1]))
    if story.same:
        if story.silent:
            yield _n(
                "{count} statement stays the same wherever the document mentions it.",
                "{count} statements stay the same wherever the document mentions them.",
                len(story.same),
            ).format(count=len(story.same))
        else:
            yield _the_same(len(story.same), sum(_reworded(thread) for thread in story.same))
    if story.elsewhere:
        yield _told_elsewhere(story)
    if story.silent:
        alike = len({node.title.split(" ")[0] for node in story.silent}) == 1 < len(story.silent)
        where = (
            together(story.silent) if alike else in_words([place(node) for node in story.silent])
        )
        yield _("The document says nothing about it for {nodes}.").format(nodes=where)


def _level_by_level(story: DimensionStory, nodes: Sequence[Node]) -> str:
    """Say how well a skill must be mastered along the route: each level once, where it begins."""
    parts, last = [], ""
    for node, level in zip(nodes, story.levels, strict=True):
        value = level.value if level else _("not asked for")
        if value != last:
            parts.append(_("{level} at {node}").format(level=inside(value), node=place(node)))
        last = value
    words = _(", then ").join(parts)
    return _("{sentence}.").format(sentence=capitalised(words))


def _told_elsewhere(story: DimensionStory) -> str:
    (first, count), *others = story.elsewhere
    told = _n(
        "{count} statement under {dimension}",
        "{count} statements under {dimension}",
        count,
    ).format(count=count, dimension=first.title)
    more = [
        _("{count} under {dimension}").format(count=n, dimension=other.title) for other, n in others
    ]
    return _n(
        "{statements} relates to this too.", "{statements} relate to this too.", count + len(more)
    ).format(statements=in_words([told, *more]))


def _the_same(count: int, reworded: int) -> str:
    if not reworded:
        sentence = _n(
            "{count} statement stays the same throughout.",
            "{count} statements stay the same throughout.",
            count,
        )
    else:
        sentence = _n(
            "{count} statement stays the same throughout, apart from its wording.",
            "{count} statements stay the same throughout, {reworded} of them in other words.",
            count,
        )
    return sentence.format(count=count, reworded=reworded)


def _reworded(thread: Thread) -> bool:
    return any(
        change is not None and change.verdict is Verdict.REWORDED for change in thread.changes
    )


def _counts(story: DimensionStory) -> list[str]:
    first = [thread.events[0].verdict for chapter in story.chapters for thread in chapter.threads]
    come, gone = first.count(Verdict.NEW), first.count(Verdict.DROPPED)
    other = len(first) - come - gone
    found = [
        (other, _n("{count} statement changes", "{count} statements change", other)),
        (
            come,
            _n("{count} statement is new", "{count} statements are new", come),
        ),
        (
            gone,
            _n(
                "{count} statement is not repeated",
                "{count} statements are not repeated",
                gone,
            ),
        ),
    ]
    return [words.format(count=count) for count, words in found if count]


def reason(thread: Thread) -> str:
    """Say why the thread changes where it is told: the program's reason, or how it read before; ""
    for none to give.
    """
    event = thread.events[0]
    before = thread.cells[event.place - 1]
    if event.why or before is None or event.verdict is Verdict.DROPPED:
        return event.why
    return _("before: “{text}”").format(text=before.text)


def fate(thread: Thread, nodes: Sequence[Node], silent: Sequence[Node] = ()) -> str:
    """Say what becomes of a thread after the event it is told for, and how it reads in the end; ""
    where nothing does.

    ``nodes`` are those of the route; ``silent`` those that state nothing on its dimension at all:
    that it is not stated there goes without saying.
    """
    later = [
        event
        for event in thread.events[1:]
        if event.verdict is not Verdict.DROPPED or nodes[event.place] not in silent
    ]
    sentences = []
    for verdict, run in itertools.groupby(later, lambda event: event.verdict):
        sentences.append(
            _template(verdict).format(where=in_words([_at(event, nodes) for event in run]))
        )
    ending = _ending(thread)
    if ending is not None:
        sentences.append(
            _("From {node}: “{text}”").format(node=place(nodes[ending]), text=thread.last.text)
        )
    return " ".join(sentences)


def _ending(thread: Thread) -> int | None:
    """Return the place from which a thread reads as it does in the end; None where it is told so,
    or has no end.
    """
    if thread.cells[-1] is None or not any(
        event.verdict in _OTHERWISE for event in thread.events[1:]
    ):
        return None
    start = len(thread.cells) - 1
    told = thread.events[0].place
    while (
        start > told
        and (before := thread.cells[start - 1])
        and same_but_for_looks(before.text, thread.last.text)
    ):
        start -= 1
    return start if start > told else None


def _at(event: StoryEvent, nodes: Sequence[Node]) -> str:
    where = _("at {node}").format(node=place(nodes[event.place]))
    return _("{where} ({why})").format(where=where, why=event.why) if event.why else where


def _template(verdict: Verdict) -> str:
    return {
        Verdict.RAISED: _("More asked {where}."),
        Verdict.EASED: _("Less asked {where}."),
        Verdict.CHANGED: _("Changed {where}."),
        Verdict.NEW: _("Stated again {where}."),
        Verdict.DROPPED: _("Not repeated {where}."),
    }[verdict]
