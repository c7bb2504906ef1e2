from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pathways.checking.check import Checked
from pathways.checking.finding import Code, Finding
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.report.blocks import BulletList, Heading, Note, Paragraph, Sheet, Table
from pathways.report.findings_sheet import findings_sheet, summary
from pathways.report.options import SheetOptions
from pathways.report.spans import text_of
from pathways.report.writing import ENDINGS


def finding(
    severity: Severity = Severity.WARNING, code: Code = Code.SAID_TWICE, **more: object
) -> Finding:
    values: dict[str, object] = {
        "message": "This is stated twice.",
        "advice": "Delete one of the two.",
        "framework": "care",
        "nodes": ("care-2",),
        "statements": ("care-2.risk.1",),
        "dimension": "risk",
        "source": "Care Document, Grade 2, Risk management, no. 1",
        **more,
    }
    return Finding(code=code, severity=severity, **values)  # type: ignore[arg-type]


@pytest.fixture
def checked() -> Checked:
    return Checked(
        findings=(
            finding(
                Severity.ERROR, Code.PLACEHOLDER, file=Path("family/care.yaml"), line=7, column=3
            ),
            finding(),
            finding(
                Severity.ADVICE, Code.HARD_TO_READ, nodes=(), dimension="", source="", statements=()
            ),
        ),
        silenced=(finding(),),
    )


def tables(document: Sheet) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [
        [" | ".join(text_of(line) for line in cell.lines) for cell in row] for row in table.rows
    ]


def headings(document: Sheet) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def test_errors_warnings_and_advice_are_told_apart(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    sheet = findings_sheet(checked, library, ["care"], options=options)
    assert sheet.title == "Care family: what to correct"
    assert headings(sheet)[:3] == [(2, "Errors (1)"), (2, "Warnings (1)"), (2, "Advice (1)")]
    assert [len(table.rows) for table in tables(sheet)] == [1, 1, 1]


def test_every_finding_says_where_what_and_what_to_do(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    errors, warnings, advice = tables(findings_sheet(checked, library, ["care"], options=options))
    place = "Grade 2 | Risk management | Care Document, Grade 2, Risk management, no. 1"
    assert cells(errors) == [
        [
            f"{place} | care.yaml, line 7",
            "This is stated twice. | Code: placeholder",
            "Delete one of the two.",
        ]
    ]
    assert cells(warnings)[0][0] == place
    assert cells(advice)[0][0] == "The whole framework"


def test_the_sheet_says_how_much_there_is_and_how_much_is_silenced(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    sheet = findings_sheet(checked, library, ["care"], options=options)
    said = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)]
    assert said[0] == (
        "Found: 1 error, 1 warning and 1 piece of advice. 1 more is silenced in the file, with a "
        "reason."
    )


def test_nothing_found_is_said_too(library: Library, options: SheetOptions) -> None:
    assert summary(Checked(findings=())) == "Nothing to correct was found."
    sheet = findings_sheet(Checked(findings=()), library, ["care"], options=options)
    assert tables(sheet) == []
    assert "What the kinds mean" not in [text for _level, text in headings(sheet)]


def test_several_frameworks_stand_one_after_the_other(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    sheet = findings_sheet(checked, library, ["care", "chief"], options=options)
    assert sheet.title == "What to mend"
    assert headings(sheet)[:5] == [
        (2, "Care family"),
        (3, "Errors (1)"),
        (3, "Warnings (1)"),
        (3, "Advice (1)"),
        (2, "Chief of care"),
    ]
    said = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)]
    assert said[1] == "Nothing to correct was found."
    notes = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Note)]
    assert len(notes) == 1
    assert "organisations" not in notes[0]


def test_the_legend_can_be_left_out(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    bare = msgspec.structs.replace(options, legend=False, notes=False)
    blocks = findings_sheet(checked, library, ["care"], options=bare).blocks
    assert isinstance(blocks[-1], Table)
    assert sum(isinstance(block, BulletList) for block in blocks) == 1


def test_the_rows_for_spreadsheets_have_every_id(
    checked: Checked, library: Library, options: SheetOptions
) -> None:
    records = findings_sheet(checked, library, ["care"], options=options).records
    assert records is not None
    assert all(len(row) == len(records.header) for row in records.rows)
    row = dict(zip(records.header, records.rows[0], strict=True))
    assert (row["Weight"], row["Code"], row["Kind"]) == ("error", "placeholder", "a placeholder")
    assert (row["Statements"], row["Dimension"]) == ("care-2.risk.1", "Risk management")
    assert (row["File"], row["Line"], row["Column"]) == (str(Path("family/care.yaml")), "7", "3")
    last = dict(zip(records.header, records.rows[-1], strict=True))
    assert (last["File"], last["Line"], last["Dimension"]) == ("", "", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_can_be_written_in_every_way(
    ending: str, checked: Checked, library: Library, options: SheetOptions
) -> None:
    sheet = findings_sheet(checked, library, ["care", "chief"], options=options)
    assert len(ENDINGS[ending](sheet, options)) > 200
