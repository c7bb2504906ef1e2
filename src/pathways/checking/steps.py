"""Steps upwards at which the text does not tell the grades apart, or asks for less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.checking.dimensions import expected, inside
from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, quoted, shortened
from pathways.compare.change import Change, DimensionChange, StepChange, Verdict
from pathways.compare.sentences import shared_text
from pathways.compare.signals import on_conditions, on_scales
from pathways.compare.verdict import judge_dimension
from pathways.i18n import _, in_words
from pathways.model.problem import Severity
from pathways.model.statement import Statement

_ALIKE = 0.6  # how similar two statements must be before a weaker verb or a new condition counts as asking for less
_ALIKE_IN_DEGREE = 0.4  # the same for words that say nothing but how much: very good, good; highly complex, complex
_AS_LONG = 0.5  # ... where the shorter has at least this share of the longer's words: a mere mention is no demand
_EDGES = " .,;:"


def check_steps(subject: Subject) -> Iterator[Finding]:
    """Find neighbouring grades with the same text, and higher ones that ask for less."""
    changes = [_own(subject.comparer.step(step.source, step.target)) for step in subject.steps]
    for change in changes:
        if _is_same(change):
            yield _same_text(subject, change)
        yield from _asks_less(subject, change)
        yield from _dropped(subject, change)
        yield from _two_wordings(subject, change)
    for ladder in subject.ladders:
        ids = {node.id for node in ladder}
        yield from _same_dimensions(subject, [c for c in changes if {c.before.id, c.after.id} <= ids])
    yield from _shared(subject)


def _own(step: StepChange) -> StepChange:
    """Return the step by what stands under each dimension's own headings: mentions elsewhere and definitions aside."""
    found = []
    for dimension in step.dimensions:
        changes = tuple(change for change in dimension.changes if _belongs(change, dimension.dimension.id))
        if changes:
            before_states = any(change.before for change in dimension.changes)
            after_states = any(change.after for change in dimension.changes)
            found.append(
                DimensionChange(
                    dimension=dimension.dimension,
                    verdict=judge_dimension(changes, before_states, after_states),
                    shared=all(change.shared for change in changes),
                    sentence="",
                    changes=changes,
                )
            )
    return StepChange(before=step.before, after=step.after, dimensions=tuple(found))


def _belongs(change: Change, dimension: str) -> bool:
    sides = [side for side in (change.before, change.after) if side]
    return any(side.dimensions[0] == dimension and not side.definition for side in sides)


def _is_same(step: StepChange) -> bool:
    """Tell whether nothing really changes although each grade has text of its own."""
    return any(not d.shared for d in step.dimensions) and not any(d.verdict.is_change for d in step.dimensions)


def _same_text(subject: Subject, step: StepChange) -> Finding:
    reworded = any(d.verdict is Verdict.REWORDED for d in step.dimensions)
    message = _("The text of {before} and of {after} is the same throughout: nothing tells the two apart.")
    if reworded:
        message = _("The texts of {before} and of {after} differ in wording only: nothing tells the two apart.")
    return subject.finding(
        Code.SAME_TEXT,
        Severity.ADVICE if reworded else Severity.WARNING,
        message.format(before=subject.named(step.before.id), after=subject.named(step.after.id)),
        _("Say what the higher of them asks for besides, or make one of the two."),
        nodes=(step.before.id, step.after.id),
        keys=subject.keys[subject.asked_of(step.after.id)[0].id],
    )


def _same_dimensions(subject: Subject, steps: Sequence[StepChange]) -> Iterator[Finding]:
    """Find steps at which a dimension stays the same, word for word, that changes at most other steps of the ladder."""
    for step in steps:
        if _is_same(step):
            continue
        for dimension in step.dimensions:
            found = [other.dimension(dimension.dimension.id) for other in steps if other is not step]
            others = [other for other in found if other]
            moving = [other for other in others if other.verdict.is_change]
            if dimension.verdict is Verdict.UNCHANGED and not dimension.shared and 2 * len(moving) > len(others):
                yield _same_dimension(subject, step, dimension, len(moving), len(others))


def _same_dimension(
    subject: Subject, step: StepChange, dimension: DimensionChange, moving: int, others: int
) -> Finding:
    message = _(
        "On {dimension}, {after} says the same as {before}, word for word; "
        "of the other steps on this ladder, {moving} of {others} change it."
    )
    return subject.finding(
        Code.SAME_DIMENSION,
        Severity.ADVICE,
        message.format(
            dimension=inside(dimension.dimension.title),
            after=subject.named(step.after.id),
            before=subject.named(step.before.id),
            moving=moving,
            others=others,
        ),
        _("Check that this is meant, and was not copied from one grade to the next and left."),
        nodes=(step.before.id, step.after.id),
        statements=[s for change in dimension.changes for s in (change.before, change.after) if s],
        dimension=dimension.dimension.id,
        keys=next(subject.keys[c.after.id] for c in dimension.changes if c.after),
    )


def _shared(subject: Subject) -> Iterator[Finding]:
    """Find blocks that serve several grades, and the dimensions on which they are all that these grades have.

    What serves a whole ladder is its common core, and no gap, where each grade has text of its own besides.
    """
    for nodes in dict.fromkeys(s.nodes for s in subject.framework.statements if s.shared and not s.definition):
        texts = [s for s in subject.framework.statements if s.nodes == nodes and not s.definition]
        own = [s for node in nodes for s in subject.asked_of(node) if s.nodes != nodes]
        if own and set(nodes) in [{node.id for node in ladder} for ladder in subject.ladders]:
            continue
        besides = {s.dimensions[0] for s in own}
        alone = [d for d in dict.fromkeys(s.dimensions[0] for s in texts) if d not in besides]
        if alone:
            yield _one_text(subject, nodes, [s for s in texts if s.dimensions[0] in alone], alone, bool(own))


def _one_text(
    subject: Subject, nodes: Sequence[str], texts: Sequence[Statement], alone: Sequence[str], some: bool
) -> Finding:
    told = shared_text([subject.library.node(node) for node in nodes])
    rest = _("It does not say what tells them apart.")
    if some:
        rest = _("On {dimensions} it does not say what tells them apart.").format(
            dimensions=in_words([inside(subject.dimension_title(d)) for d in alone])
        )
    return subject.finding(
        Code.SHARED_TEXT,
        Severity.ADVICE,
        f"{told} {rest}",
        _("Where the grades differ in this, say how, grade by grade."),
        nodes=nodes,
        statements=texts,
    )


def _asks_less(subject: Subject, step: StepChange) -> Iterator[Finding]:
    for dimension in step.dimensions:
        eased = [change for change in dimension.changes if _is_clearly_eased(subject, change)]
        for change in eased:
            yield _less(subject, step, dimension, change)
        if dimension.verdict is Verdict.EASED and not eased:
            yield _less_in_all(subject, step, dimension)


def _is_clearly_eased(subject: Subject, change: Change) -> bool:
    """Tell whether a statement asks for less beyond doubt: less of the same, in otherwise similar words.

    A statement that only loses words is left aside: what it no longer says may stand elsewhere.
    """
    if change.verdict is not Verdict.EASED or change.before is None or change.after is None:
        return False
    before, after = change.before.text, change.after.text
    alike = subject.weights.similarity(before, after)
    if alike >= _ALIKE:
        language = subject.language
        signals = [*on_scales(before, after, language)[0], *on_conditions(before, after, language)[0]]
        return any(signal.weight < 0 for signal in signals)
    lengths = sorted(len(subject.language.content(text)) for text in (before, after))
    if alike < _ALIKE_IN_DEGREE or lengths[0] < _AS_LONG * lengths[1]:
        return False
    return any(s.weight < 0 and not s.gone for s in on_scales(before, after, subject.degrees)[0])


def _less(subject: Subject, step: StepChange, dimension: DimensionChange, change: Change) -> Finding:
    assert change.before is not None and change.after is not None
    message = _("On {dimension}, {after} asks for less than {before} ({why}): {new}, after {old}.")
    return subject.finding(
        Code.ASKS_LESS,
        Severity.WARNING,
        message.format(
            dimension=inside(dimension.dimension.title),
            after=subject.named(step.after.id),
            before=subject.named(step.before.id),
            why=change.why,
            new=quoted(change.after.text),
            old=quoted(change.before.text),
        ),
        _("Raise the higher grade or lower the other, unless this is meant."),
        nodes=(step.before.id, step.after.id),
        statements=(change.after, change.before),
        dimension=dimension.dimension.id,
    )


def _less_in_all(subject: Subject, step: StepChange, dimension: DimensionChange) -> Finding:
    gone = [c.before for c in dimension.changes if c.before and c.verdict in (Verdict.DROPPED, Verdict.EASED)]
    message = _("On {dimension}, {after} asks for less than {before} and for nothing more: {what} is not carried on.")
    return subject.finding(
        Code.ASKS_LESS,
        Severity.ADVICE,
        message.format(
            dimension=inside(dimension.dimension.title),
            after=subject.named(step.after.id),
            before=subject.named(step.before.id),
            what=in_words([quoted(s.text) for s in gone[:2]]) if len(gone) < 3 else _("much"),
        ),
        _("If it still holds at the higher grade, say so there."),
        nodes=(step.before.id, step.after.id),
        statements=gone,
        dimension=dimension.dimension.id,
    )


def _dropped(subject: Subject, step: StepChange) -> Iterator[Finding]:
    """Find dimensions that end at this step and have not been reported as missing."""
    ladder = next(nodes for nodes in subject.ladders if step.after in nodes) if subject.ladders else ()
    reported = expected(subject, [n for n in ladder if subject.framework.statements_of(n.id)])
    for dimension in step.dimensions:
        if dimension.verdict is Verdict.DROPPED and dimension.dimension.id not in reported:
            message = _("{dimension}: {before} states something, {after} does not.")
            yield subject.finding(
                Code.DROPPED_DIMENSION,
                Severity.ADVICE,
                message.format(
                    dimension=dimension.dimension.title,
                    before=subject.named(step.before.id),
                    after=subject.named(step.after.id),
                ),
                _("If it still holds at the higher grade, say so there."),
                nodes=(step.before.id, step.after.id),
                statements=[c.before for c in dimension.changes if c.before],
                dimension=dimension.dimension.id,
            )


def _two_wordings(subject: Subject, step: StepChange) -> Iterator[Finding]:
    for dimension in step.dimensions:
        for change in dimension.changes:
            if change.verdict is Verdict.REWORDED and change.before and change.after:
                message = _("{before} and {after} say the same in different words, {difference}: {text}.")
                yield subject.finding(
                    Code.TWO_WORDINGS,
                    Severity.ADVICE,
                    message.format(
                        before=step.before.title,
                        after=subject.named(step.after.id),
                        difference=_difference(change),
                        text=quoted(change.after.text),
                    ),
                    _("Use one wording for both, or make plain what the difference is."),
                    nodes=(step.before.id, step.after.id),
                    statements=(change.after, change.before),
                    dimension=dimension.dimension.id,
                )


def _difference(change: Change) -> str:
    """Say which words differ, the first few runs of them."""
    gone, come = (
        " … ".join(text.strip(_EDGES) for kind, text in change.words if kind == wanted and text.strip(_EDGES))
        for wanted in ("delete", "insert")
    )
    if not gone and not come:
        return _("but for punctuation")
    if gone and come:
        return _("once “{one}” and once “{other}”").format(one=shortened(gone), other=shortened(come))
    return _("once with and once without “{words}”").format(words=shortened(gone or come))
