"""Steps upwards at which the text does not tell the grades apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, quoted, shortened
from pathways.compare.change import Change, DimensionChange, StepChange, Verdict
from pathways.compare.language import plain_words
from pathways.compare.sentences import shared_text
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.model.statement import Statement

_EDGES = " .,;:"
_SMALL = frozenset(
    "a an the of to in on at by for with and or as that which who is are be this these those your "
    "you their its our it they them from into through via within during per".split()
)


def check_steps(subject: Subject) -> Iterator[Finding]:
    """Find neighbouring grades with the same text, altogether or on a dimension, and one thing
    said in two ways.
    """
    for change in subject.changes:
        if _is_same(change):
            yield _same_text(subject, change)
        yield from _two_wordings(subject, change)
    for ladder in subject.ladders:
        ids = {node.id for node in ladder}
        yield from _same_dimensions(
            subject, [c for c in subject.changes if {c.before.id, c.after.id} <= ids]
        )
    yield from _shared(subject)


def _is_same(step: StepChange) -> bool:
    """Tell whether nothing really changes although each grade has text of its own."""
    changes = [change for dimension in step.dimensions for change in dimension.changes]
    if any(change.verdict is Verdict.REWORDED and not _says_same(change) for change in changes):
        return False
    return any(not d.shared for d in step.dimensions) and not any(
        d.verdict.is_change for d in step.dimensions
    )


def _says_same(change: Change) -> bool:
    """Tell whether the comparison finds other words for the same, and neither text says more.

    Where one of them only has words that the other lacks, but for the smallest ("some", "actively"
    or "under supervision"), it says more or less, and is no second wording.
    """
    if change.verdict is not Verdict.REWORDED or not change.before or not change.after:
        return False
    before, after = plain_words(change.before.text), plain_words(change.after.text)
    gone = [word for word in before if word not in after and word not in _SMALL]
    come = [word for word in after if word not in before and word not in _SMALL]
    return bool(gone) == bool(come)


def _same_text(subject: Subject, step: StepChange) -> Finding:
    reworded = any(d.verdict is Verdict.REWORDED for d in step.dimensions)
    message = _("{before} and {after} have exactly the same text.")
    if reworded:
        message = _("{before} and {after} differ only in wording.")
    return subject.finding(
        Code.SAME_TEXT,
        Severity.ADVICE if reworded else Severity.WARNING,
        message.format(before=subject.named(step.before.id), after=subject.named(step.after.id)),
        _("Say what more the higher one asks for, or combine the two."),
        nodes=(step.before.id, step.after.id),
        keys=subject.keys[subject.asked_of(step.after.id)[0].id],
    )


def _same_dimensions(subject: Subject, steps: Sequence[StepChange]) -> Iterator[Finding]:
    """Find steps at which dimensions stay the same, word for word, that change at most other steps
    of the ladder.
    """
    for step in steps:
        still = [d for d in step.dimensions if d.verdict is Verdict.UNCHANGED and not d.shared]
        still = [
            d
            for d in still
            if _mostly_changes(d.dimension.id, [other for other in steps if other is not step])
        ]
        if still and not _is_same(step):
            yield _same_dimension(subject, step, still)


def _mostly_changes(dimension: str, steps: Sequence[StepChange]) -> bool:
    found = [change.verdict.is_change for step in steps if (change := step.dimension(dimension))]
    return 2 * sum(found) > len(found)


def _same_dimension(
    subject: Subject, step: StepChange, still: Sequence[DimensionChange]
) -> Finding:
    message = _(
        "On {dimensions}, {after} says the same as {before}, word for word; most other steps "
        "change there."
    )
    changes = [change for dimension in still for change in dimension.changes]
    return subject.finding(
        Code.SAME_DIMENSION,
        Severity.ADVICE,
        message.format(
            dimensions=subject.dimensions_named([d.dimension.id for d in still]),
            after=subject.named(step.after.id),
            before=subject.named(step.before.id),
        ),
        _("Check that this is intended, and was not copied from one grade to the next by mistake."),
        nodes=(step.before.id, step.after.id),
        statements=[s for change in changes for s in (change.after, change.before) if s],
    )


def _shared(subject: Subject) -> Iterator[Finding]:
    """Find blocks that serve several grades, and the dimensions on which they are all that these
    grades have.

    What serves a whole ladder is its common core, and no gap, where each grade has text of its own
    besides.
    """
    for nodes in dict.fromkeys(
        s.nodes for s in subject.framework.statements if s.shared and not s.definition
    ):
        texts = [s for s in subject.framework.statements if s.nodes == nodes and not s.definition]
        own = [s for node in nodes for s in subject.asked_of(node) if s.nodes != nodes]
        if own and set(nodes) in [{node.id for node in ladder} for ladder in subject.ladders]:
            continue
        besides = {s.dimensions[0] for s in own}
        alone = [d for d in dict.fromkeys(s.dimensions[0] for s in texts) if d not in besides]
        if alone:
            yield _one_text(
                subject, nodes, [s for s in texts if s.dimensions[0] in alone], alone, bool(own)
            )


def _one_text(
    subject: Subject,
    nodes: Sequence[str],
    texts: Sequence[Statement],
    alone: Sequence[str],
    some: bool,
) -> Finding:
    told = shared_text([subject.library.node(node) for node in nodes])
    rest = _("The document does not say how they differ.")
    if some:
        rest = _("The document does not say how they differ on {dimensions}.").format(
            dimensions=subject.dimensions_named(alone)
        )
    return subject.finding(
        Code.SHARED_TEXT,
        Severity.ADVICE,
        f"{told} {rest}",
        _("Where the grades differ in this, say how, grade by grade."),
        nodes=nodes,
        statements=texts,
    )


def _two_wordings(subject: Subject, step: StepChange) -> Iterator[Finding]:
    for dimension in step.dimensions:
        for change in dimension.changes:
            if _says_same(change) and change.before and change.after:
                message = _(
                    "{before} and {after} say the same in different words, {difference}: {text}."
                )
                yield subject.finding(
                    Code.TWO_WORDINGS,
                    Severity.ADVICE,
                    message.format(
                        before=step.before.title,
                        after=subject.named(step.after.id),
                        difference=_difference(change),
                        text=quoted(change.after.text),
                    ),
                    _("Use one wording for both, or make the difference clear."),
                    nodes=(step.before.id, step.after.id),
                    statements=(change.after, change.before),
                    dimension=dimension.dimension.id,
                )


def _difference(change: Change) -> str:
    """Say which words differ, the first few runs of them."""
    gone, come = (
        " … ".join(
            text.strip(_EDGES)
            for kind, text in change.words
            if kind == wanted and text.strip(_EDGES)
        )
        for wanted in ("delete", "insert")
    )
    if sorted(gone.lower().split()) == sorted(come.lower().split()):
        return _("in another order")
    if gone and come:
        return _("once “{one}” and once “{other}”").format(
            one=shortened(gone), other=shortened(come)
        )
    return _("once with and once without “{words}”").format(words=shortened(gone or come))
