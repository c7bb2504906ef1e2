"""What the page of a comparison says above and below its lines."""

from __future__ import annotations

from pathways.compare.change import Comparison, Verdict
from pathways.compare.sentences import place
from pathways.i18n import _, in_words


def title_words(comparison: Comparison) -> str:
    """Return the title of the page."""
    places = [place(node) for node in comparison.nodes]
    if any(step.across for step in comparison.steps):
        return _("What matches between {before} and {after}, and what does not").format(
            before=places[0], after=places[-1]
        )
    return _("What changes from {before} to {after}").format(before=places[0], after=places[-1])


def end_words(
    comparison: Comparison, hidden: frozenset[str], only: bool, verdicts: frozenset[Verdict]
) -> str:
    """Say what is not shown, and that the wording is not the document's own."""
    words = []
    if verdicts:
        names = in_words([verdict.word for verdict in Verdict if verdict in verdicts])
        words.append(_("Hidden: {names}. They still print.").format(names=names))
    still = [
        dimension.title
        for dimension in comparison.dimensions
        if dimension.id not in hidden
        and not any(
            (change := step.dimension(dimension.id)) and change.verdict.is_change
            for step in comparison.steps
        )
    ]
    if only and still:
        words.append(
            _("Not shown, because nothing changes: {names}.").format(names=in_words(still))
        )
    if comparison.restated:
        words.append(
            _("{names}: summary wording. Check the official document before you decide.").format(
                names=in_words(comparison.restated)
            )
        )
    return "\n".join(words)
