"""What a reader must know of the documents before believing a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.i18n import _, in_words
from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.report import blocks
from pathways.report.spans import Span, Style, plain, styled


def frameworks_of(library: Library, node_ids: Iterable[str]) -> tuple[Framework, ...]:
    """Return the frameworks that the nodes belong to, each once."""
    found = {framework.id: framework for framework in map(library.framework_of, node_ids)}
    return tuple(found.values())


def byline(frameworks: Sequence[Framework]) -> str:
    """Name frameworks with their organisations where they are known, in one line."""
    return " · ".join(
        ", ".join(part for part in (framework.title, framework.stated_organisation) if part)
        for framework in frameworks
    )


def provenance(frameworks: Sequence[Framework]) -> tuple[blocks.Block, ...]:
    """Return the advice where text is restated, and for each framework its document, wording and
    licence.
    """
    return (
        *_advice(frameworks),
        blocks.BulletList(tuple(_about(framework) for framework in frameworks)),
    )


def brief_advice(frameworks: Sequence[Framework]) -> tuple[blocks.Paragraph, ...]:
    """Return what must be known first, in a line: () where the foot of the page says enough."""
    if len({framework.organisation for framework in frameworks}) < 2:
        return ()
    sentence = _(
        "The documents belong to different organisations and were not written to be compared. "
        "Check the official documents before you decide."
    )
    return (blocks.Paragraph(styled(sentence, Style.STRONG)),)


def footer(frameworks: Sequence[Framework]) -> str:
    """Return the sentence that stands at the foot of every page."""
    names = in_words([framework.title for framework in frameworks])
    if not any(framework.restated for framework in frameworks):
        return names
    return _("{frameworks}. Summary wording: check the official document.").format(frameworks=names)


def _advice(frameworks: Sequence[Framework]) -> tuple[blocks.Block, ...]:
    restated = [framework.title for framework in frameworks if framework.restated]
    sentences = []
    if restated:
        sentences.append(
            _("This is a summary of {frameworks} in our own words.").format(
                frameworks=in_words(restated)
            )
        )
    if len({framework.organisation for framework in frameworks}) > 1:
        sentences.append(
            _(
                "The documents belong to different organisations and were not written to be "
                "compared."
            )
        )
    if not sentences:
        return ()
    sentences.append(_("Check the official document before you decide."))
    return (blocks.Note(_("Please note"), plain(" ".join(sentences))),)


def _about(framework: Framework) -> blocks.Item:
    source = framework.source
    document = f"{source.document} ({source.reference})" if source.reference else source.document
    wording = (
        _("Wording: restated in our own words.")
        if framework.restated
        else _("Wording: the document’s own.")
    )
    return blocks.Item(
        (
            Span(framework.title, Style.STRONG),
            Span(
                " – "
                + " ".join(
                    (
                        _("{organisation}. Source: {document}.").format(
                            organisation=framework.stated_organisation
                            or _("Organisation not stated"),
                            document=document,
                        ),
                        wording,
                        _("Licence: {licence}").format(licence=framework.licence),
                    )
                )
            ),
        )
    )
