"""The honest sentences that stand above the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pathways.compare.change import DimensionChange, LevelChange, StepChange, Verdict
from pathways.i18n import _, _n, capitalised, in_words
from pathways.model.framework import Node, NodeKind
from pathways.model.library import Library
from pathways.patterns import whole_number

_NAMED = 6  # nodes of different names that a sentence can hold


def described(change: DimensionChange) -> str:
    """Return the counts in words: ``7 more asked, 2 new, 3 not repeated``; between organisations
    what matches and what does not.
    """
    if change.across:
        return ", ".join(_matches([change], "", ""))
    return ", ".join(f"{count} {verdict.word}" for verdict, count in change.counts.items())


def place(node: Node) -> str:
    """Return a node's title as it stands inside a sentence: ``grade 11``, but ``Head of
    Technology``.
    """
    first, *rest = node.title.split(" ")
    plain = len(rest) == 1 and rest[0][:1].isdecimal()
    return f"{first.lower()} {rest[0]}" if plain else node.title


def inside(title: str) -> str:
    """Return a title of a dimension or framework inside a sentence: ``risk management``, but ``ICT
    job family``.
    """
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def shared_text(nodes: Sequence[Node]) -> str:
    """Say that one text serves several nodes: ``Grades 6 to 8 share this wording.``"""
    names = together(nodes)
    return _("{nodes} share this wording.").format(nodes=capitalised(names))


def shared_definition(nodes: Sequence[Node], *, levels: bool) -> str:
    """Say that one definition serves several nodes; ``levels`` tells whether the document says, for
    each of them, how well the subject must be mastered.
    """
    if levels:
        return _("One definition for all {nodes} that need this skill.").format(
            nodes=_counted(nodes)
        )
    return _(
        "The document gives one definition for {nodes} and does not say what each of them needs."
    ).format(nodes=together(nodes))


def only_defined() -> str:
    """Say that a document only defines a subject."""
    return _("The document only says what this is, not what a level needs.")


def together(nodes: Sequence[Node]) -> str:
    """Name nodes in a row: ``grades 6 to 8``, ``29 roles``."""
    words = [node.title.split(" ") for node in nodes]
    if len(nodes) > 1 and all(
        len(w) == 2 and w[0] == words[0][0] and w[1][:1].isdecimal() for w in words
    ):
        return _("{kind}s {numbers}").format(
            kind=words[0][0].lower(), numbers=_numbers([w[1] for w in words])
        )
    if len(nodes) > _NAMED:
        return _counted(nodes)
    return in_words([node.title for node in nodes])


def _counted(nodes: Sequence[Node]) -> str:
    kind = {node.kind for node in nodes}
    if kind == {NodeKind.ROLE}:
        words = _n("{count} role", "{count} roles", len(nodes))
    elif kind == {NodeKind.LEVEL}:
        words = _n("{count} level", "{count} levels", len(nodes))
    else:
        words = _n("{count} grade", "{count} grades", len(nodes))
    return words.format(count=len(nodes))


def _numbers(codes: Sequence[str]) -> str:
    """Name numbers in a row: ``6 to 8`` where three or more follow each other, else ``6 and 8``."""
    numbers = [whole_number(code) for code in codes if code.isdecimal()]
    if len(numbers) == len(codes) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return _("{first} to {last}").format(first=codes[0], last=codes[-1])
    return in_words(codes)


def silence(node: Node, *, stated: bool, said_before: bool) -> str:
    """Say what an empty place means: the node says nothing on the subject, or not on this, or not
    again.
    """
    if not stated:
        return _("Nothing on this subject")
    if said_before:
        return _("Not repeated at {node}").format(node=place(node))
    return _("Not in {node}").format(node=place(node))


def describe_dimension(change: DimensionChange, before: Node, after: Node, library: Library) -> str:
    """Say in a sentence or two what happens to a dimension from one node to another, and who
    judged it.
    """
    sentence = _what_happens(change, before, after, library)
    return (
        f"{sentence} {judged_by_persons(change.overruled_count)}"
        if change.overruled_count
        else sentence
    )


def judged_by_persons(count: int) -> str:
    """Say how many changes were judged by a person."""
    return _n(
        "{count} change here is judged by a person, not by the program.",
        "{count} changes here are judged by a person, not by the program.",
        count,
    ).format(count=count)


def size_words(changing: int, count: int, *, skills: bool = False) -> str:
    """Say how much changes: ``39 of 70 statements change``."""
    if skills:
        words = _("{changing} of {count} statements and skills change")
    else:
        words = _n(
            "{changing} of {count} statement changes",
            "{changing} of {count} statements change",
            count,
        )
    return words.format(changing=changing, count=count)


def ended(text: str) -> str:
    """Return ``text`` with a full stop, unless it ends a sentence already."""
    return text if text.endswith(("…", ".", "!", "?")) else f"{text}."


def _what_happens(change: DimensionChange, before: Node, after: Node, library: Library) -> str:
    if change.level and change.verdict is not Verdict.NOT_STATED:
        return _about_level(change, change.level, after)
    if change.verdict is Verdict.NOT_STATED and (change.changes or change.level):
        return _not_comparable(change, before, after, library)
    sentence = _template(change.verdict, 2 if change.dimension.plural else 1).format(
        dimension=change.dimension.title, before=place(before), after=place(after)
    )
    if change.shared:
        return f"{sentence} {_about_shared(change, library)}"
    if change.verdict.is_change and change.verdict not in (Verdict.NEW, Verdict.DROPPED):
        sentence += _details(change)
    return " ".join([sentence, *_about_inclusion(change, before, after, library)])


def _about_level(change: DimensionChange, level: LevelChange, after: Node) -> str:
    """Say what happens to a level: ``More is asked: from awareness to working.``"""
    words = {
        "before": inside(level.before.value) if level.before else "",
        "after": inside(level.after.value) if level.after else "",
        "node": place(after),
    }
    if level.before and level.after:
        sentence = {
            Verdict.RAISED: _("Raised from {before} to {after}."),
            Verdict.EASED: _("Lowered from {before} to {after}."),
            Verdict.UNCHANGED: _("The level stays the same: {after}."),
        }.get(level.verdict, _("The level changes from {before} to {after}, on another scale."))
    elif level.after:
        sentence = _("New at {node}: {after} level.")
    else:
        sentence = _("Not asked for at {node}; before, it was {before} level.")
    found = sentence.format(**words)
    return found + _details(change)[1:] if change.changes else found


def describe_across(
    change: DimensionChange,
    before: Node,
    after: Node,
    library: Library,
    elsewhere: Mapping[str, int],
) -> str:
    """Say of a subject what matches between two organisations, and what is only in one document.

    ``elsewhere`` says how many of its statements match one under which other subject.
    """
    parts: list[str] = []
    matched = any(c.before and c.after for c in change.changes)
    if change.verdict is not Verdict.NOT_STATED or matched:
        documents = (library.framework_of(node.id).title for node in (before, after))
        told = in_words(_matches([change], *documents))
        parts.append(f"{told[:1].upper()}{told[1:]}.")
        if change.level and change.verdict is not Verdict.NOT_STATED:
            bare = msgspec.structs.replace(change, changes=())
            parts.append(_about_level(bare, change.level, after))
    if any(c.verdict is Verdict.NOT_STATED for c in change.changes) or not parts:
        parts.append(_not_comparable(change, before, after, library, rest=matched))
    for title, count in elsewhere.items():
        parts.append(
            _n(
                "{count} statement matches one under {subject}.",
                "{count} statements match one under {subject}.",
                count,
            ).format(count=count, subject=inside(title))
        )
    return " ".join(parts)


def across_words(step: StepChange, library: Library) -> str:
    """Say of a whole step between organisations: ``12 statements match, 30 are only in …``."""
    documents = (library.framework_of(node.id).title for node in (step.before, step.after))
    return in_words(_matches(step.dimensions, *documents))


def matches_words(step: StepChange) -> str:
    """Say in short how much of two organisations' texts matches."""
    words = _n("{count} statement matches", "{count} statements match", step.pairs)
    return words.format(count=step.pairs)


def _matches(changes: Sequence[DimensionChange], first: str, second: str) -> list[str]:
    """Return how many statements match, and how many are only in which document."""
    every = [change for dimension in changes for change in dimension.changes]
    pairs = sum(c.before is not None and c.after is not None for c in every)
    found = [
        _n("{count} statement matches", "{count} statements match", pairs).format(count=pairs)
        if pairs
        else _("nothing matches")
    ]
    for verdict, document in ((Verdict.DROPPED, first), (Verdict.NEW, second)):
        count = sum(c.verdict is verdict for c in every)
        where = _("{count} {word}")
        if document:
            where = _n("{count} is only in {document}", "{count} are only in {document}", count)
        word = next((c.word for c in every if c.verdict is verdict), "")
        if count:
            found.append(where.format(count=count, document=document, word=word))
    left = sum(c.verdict is Verdict.NOT_STATED for c in every)
    if left and not first:
        found.append(
            _n("{count} cannot be compared", "{count} cannot be compared", left).format(count=left)
        )
    return found


def _not_comparable(
    change: DimensionChange, before: Node, after: Node, library: Library, *, rest: bool = False
) -> str:
    """Say that one of two documents has no section on a dimension; ``rest`` tells that some of it
    matches what the other says elsewhere.
    """
    silent = after if library.framework_of(before.id).has_section(change.dimension.id) else before
    if change.dimension.id == "overall":  # the heading is no subject
        words = _("The {document} document has no overall section to compare.")
    elif rest:
        words = _(
            "The {document} document has no section on {dimension}, so the rest cannot be compared."
        )
    else:
        words = _n(
            "The {document} document has no section on {dimension}, so it cannot be compared.",
            "The {document} document has no section on {dimension}, so they cannot be compared.",
            2 if change.dimension.plural else 1,
        )
    return words.format(
        document=library.framework_of(silent.id).title, dimension=inside(change.dimension.title)
    )


def inclusions(steps: Sequence[StepChange], library: Library) -> list[str]:
    """Say once for each step which of its two nodes includes the other, where the document says so;
    on which subjects, where it is not all of them.
    """
    found: list[str] = []
    for step in steps:
        said: dict[str, list[str]] = {}
        for change in step.dimensions:
            for sentence in _about_inclusion(change, step.before, step.after, library):
                said.setdefault(sentence, []).append(change.dimension.title)
        found += [
            sentence if len(titles) == len(step.dimensions) else f"{', '.join(titles)}: {sentence}"
            for sentence, titles in said.items()
        ]
    return found


def _about_inclusion(
    change: DimensionChange, before: Node, after: Node, library: Library
) -> Iterator[str]:
    """Say which of two nodes includes the other on a dimension, where the document says so."""
    for whole, part in ((after, before), (before, after)):
        framework = library.framework_of(whole.id)
        if part.id in framework.included_in(whole.id, change.dimension.id):
            yield _("As the document says, {whole} includes all of {part}.").format(
                whole=place(whole), part=place(part)
            )


def _template(verdict: Verdict, number: int) -> str:
    """Return the sentence for a verdict, which stands under the dimension's title; ``number`` is 2
    where that is a plural.
    """
    return {
        Verdict.NOT_STATED: _("Neither {before} nor {after} says anything about it."),
        Verdict.NEW: _("New at {after}; {before} says nothing about it."),
        Verdict.DROPPED: _("Not repeated at {after}, which says nothing about it."),
        Verdict.UNCHANGED: _n(
            "{dimension} does not change from {before} to {after}.",
            "{dimension} do not change from {before} to {after}.",
            number,
        ),
        Verdict.REWORDED: _n(
            "{dimension} does not change from {before} to {after}; only the wording differs.",
            "{dimension} do not change from {before} to {after}; only the wording differs.",
            number,
        ),
        Verdict.RAISED: _("More is asked at {after}"),
        Verdict.EASED: _("Less is asked at {after}"),
        Verdict.CHANGED: _("Changes at {after}"),
    }[verdict]


def _about_shared(change: DimensionChange, library: Library) -> str:
    served = [c.before.nodes for c in change.changes if c.before]
    by_all = [library.node(node) for node in served[0] if all(node in nodes for nodes in served)]
    if all(c.before is not None and c.before.definition for c in change.changes):
        return shared_definition(by_all, levels=change.level is not None)
    return shared_text(by_all)


def _details(change: DimensionChange) -> str:
    counts = change.counts
    real = [c for c in change.changes if c.verdict.is_change]
    if len(real) == 1 and real[0].why:
        text = ended(f": {real[0].why}")
    else:
        changes = [
            f"{count} {verdict.word}" for verdict, count in counts.items() if verdict.is_change
        ]
        text = f": {in_words(changes)}."
    same = sum(count for verdict, count in counts.items() if verdict.asks_the_same)
    if not same:
        return text
    return (
        text
        + " "
        + _n("{count} statement stays the same.", "{count} statements stay the same.", same).format(
            count=same
        )
    )
