"""The sheet of what an organisation should mend in its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.checking.check import Checked
from pathways.checking.finding import Finding
from pathways.checking.subject import some
from pathways.i18n import _, _n, in_words
from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.report import blocks
from pathways.report.closing import closing
from pathways.report.options import SheetOptions
from pathways.report.provenance import provenance
from pathways.report.sheet import sheet
from pathways.report.spans import Line, Span, Style, plain, styled


def findings_sheet(
    checked: Checked, library: Library, framework_ids: Sequence[str], *, options: SheetOptions
) -> blocks.Sheet:
    """Return what was found in the frameworks of the given ids: errors, warnings and advice, each
    with its place.
    """
    frameworks = [library.framework(framework_id) for framework_id in framework_ids]
    title = _("What to mend")
    if len(frameworks) == 1:
        title = _("{framework}: what to correct").format(framework=frameworks[0].title)
    return sheet(
        title,
        frameworks,
        (
            *(provenance(frameworks) if len(frameworks) == 1 else ()),
            blocks.paragraph_of(summary(checked)),
            *_parts(checked.findings, library, frameworks),
            *(_legend() if options.legend and checked.findings else ()),
            *closing(options, signed=False),
        ),
        options,
        wide=True,
        records=_records(checked.findings, library),
    )


def summary(checked: Checked) -> str:
    """Say in a sentence or two how much was found."""
    counts = {
        severity: sum(f.severity is severity for f in checked.findings) for severity in Severity
    }
    words = {
        Severity.ERROR: _n("{count} error", "{count} errors", counts[Severity.ERROR]),
        Severity.WARNING: _n("{count} warning", "{count} warnings", counts[Severity.WARNING]),
        Severity.ADVICE: _n(
            "{count} piece of advice", "{count} pieces of advice", counts[Severity.ADVICE]
        ),
    }
    found = [words[severity].format(count=count) for severity, count in counts.items() if count]
    sentences = [
        _("Found: {counts}.").format(counts=in_words(found))
        if found
        else _("Nothing to correct was found.")
    ]
    if checked.silenced:
        silenced = len(checked.silenced)
        sentences.append(
            _n(
                "{count} more is silenced in the file, with a reason.",
                "{count} more are silenced in the file, with a reason.",
                silenced,
            ).format(count=silenced)
        )
    return " ".join(sentences)


def _titles() -> dict[Severity, str]:
    return {
        Severity.ERROR: _("Errors"),
        Severity.WARNING: _("Warnings"),
        Severity.ADVICE: _("Advice"),
    }


def _parts(
    findings: Sequence[Finding], library: Library, frameworks: Sequence[Framework]
) -> Iterator[blocks.Block]:
    """Yield the tables; of several frameworks one after the other, each with where it comes
    from.
    """
    for framework in frameworks:
        own = [finding for finding in findings if finding.framework == framework.id]
        if len(frameworks) > 1:
            yield blocks.Heading(2, framework.title)
            yield from provenance((framework,))
            if not own:
                yield blocks.paragraph_of(_("Nothing to correct was found."))
        for severity, kind in _titles().items():
            found = [finding for finding in own if finding.severity is severity]
            if found:
                yield blocks.Heading(
                    2 if len(frameworks) == 1 else 3,
                    _("{kind} ({count})").format(kind=kind, count=len(found)),
                )
                yield _table(
                    _("{framework}: {kind}").format(framework=framework.title, kind=kind),
                    found,
                    library,
                )


def _table(caption: str, findings: Sequence[Finding], library: Library) -> blocks.Table:
    columns = (
        blocks.Column(_("Where"), 1.1),
        blocks.Column(_("What was found"), 2),
        blocks.Column(_("What to do"), 1.1),
    )
    rows = tuple(
        (
            blocks.Cell(tuple(_where(finding, library))),
            blocks.Cell(
                (
                    plain(finding.message),
                    styled(_("Code: {code}").format(code=finding.code.value), Style.QUIET),
                )
            ),
            blocks.cell_of(finding.advice),
        )
        for finding in findings
    )
    return blocks.Table(caption, columns, rows)


def _where(finding: Finding, library: Library) -> Iterator[Line]:
    if finding.nodes:
        yield plain(some(library.titles_of(finding.nodes)))
    if finding.dimension in library.dimensions:
        yield plain(library.dimensions[finding.dimension].title)
    if finding.source:
        yield styled(finding.source, Style.QUIET)
    if finding.file:
        place = _("{file}, line {line}").format(file=finding.file.name, line=finding.line)
        yield styled(place, Style.QUIET)
    elif not finding.nodes:
        yield plain(_("The whole framework"))


def _legend() -> Iterator[blocks.Block]:
    meanings = {
        Severity.ERROR: _("cannot stay as it is"),
        Severity.WARNING: _("probably a mistake"),
        Severity.ADVICE: _("worth a look; it may be intended"),
    }
    yield blocks.Heading(2, _("What the kinds mean"))
    yield blocks.BulletList(
        tuple(
            blocks.Item((Span(_titles()[severity], Style.STRONG), Span(f": {meaning}")))
            for severity, meaning in meanings.items()
        )
    )
    words = _("To stop a finding being reported, list its code and a reason in the framework file.")
    yield blocks.paragraph_of(words)


def _records(findings: Sequence[Finding], library: Library) -> blocks.Records:
    header = (
        _("Weight"),
        _("Code"),
        _("Kind"),
        _("What was found"),
        _("What to do"),
        _("Framework"),
        _("Grades or roles"),
        _("Dimension"),
        _("Statements"),
        _("Source"),
        _("File"),
        _("Line"),
        _("Column"),
    )
    return blocks.Records(header, tuple(_record(finding, library) for finding in findings))


def _record(finding: Finding, library: Library) -> tuple[str, ...]:
    dimension = library.dimensions.get(finding.dimension)
    return (
        finding.severity.value,
        finding.code.value,
        finding.code.word,
        finding.message,
        finding.advice,
        library.framework(finding.framework).title,
        in_words(library.titles_of(finding.nodes)),
        dimension.title if dimension else "",
        " ".join(finding.statements),
        finding.source,
        str(finding.file or ""),
        str(finding.line or ""),
        str(finding.column or ""),
    )
