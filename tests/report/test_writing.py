from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from pathways.errors import PathwaysError, UsageError
from pathways.report.blocks import Sheet
from pathways.report.options import SheetOptions
from pathways.report.writing import ENDINGS, check_ending, write_document, writer_for

STARTS = {
    ".pdf": b"%PDF-",
    ".docx": b"PK",
    ".odt": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".csv": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_picks_the_writer(
    ending: str, sheet: Sheet, options: SheetOptions, tmp_path: Path
) -> None:
    path = tmp_path / f"sheet{ending.upper()}"
    write_document(sheet, path, options)
    assert path.read_bytes().startswith(STARTS.get(ending, b""))
    assert path.read_bytes() == ENDINGS[ending](sheet, options)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_sheet_is_the_same_file_to_the_byte(
    ending: str, sheet: Sheet, options: SheetOptions
) -> None:
    assert ENDINGS[ending](sheet, options) == ENDINGS[ending](sheet, options)


def test_an_unknown_ending_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as error:
        writer_for(Path("sheet.doc"))
    assert str(error.value) == (
        "Sheets cannot be written as “.doc” files. Did you mean .docx? "
        "Known endings are .pdf, .docx, .odt, .html, .csv, .md, .txt."
    )


def test_a_name_without_ending_is_told_so() -> None:
    with pytest.raises(UsageError, match="“sheet” has no ending"):
        check_ending(Path("sheet"))


def test_json_is_an_ending_that_commands_know_and_sheets_do_not() -> None:
    check_ending(Path("sheet.json"))
    with pytest.raises(UsageError):
        writer_for(Path("sheet.json"))


def test_nothing_is_written_for_an_unknown_ending(
    sheet: Sheet, options: SheetOptions, tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        write_document(sheet, tmp_path / "sheet.xyz", options)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(
    sheet: Sheet, options: SheetOptions, tmp_path: Path
) -> None:
    with pytest.raises(PathwaysError, match="cannot be written"):
        write_document(sheet, tmp_path / "nowhere" / "sheet.txt", options)


def test_a_sheet_that_cannot_be_made_leaves_the_old_file(
    sheet: Sheet, options: SheetOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr("pathways.paths.resources", lambda: tmp_path)  # no template there
    with pytest.raises(PathwaysError, match="could not be made"):
        write_document(sheet, path, options)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize("year", [1, 1969, 1980, 2107, 9999])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_sheet_of_any_day_can_be_written(
    ending: str, year: int, sheet: Sheet, options: SheetOptions
) -> None:
    day = msgspec.structs.replace(sheet, date=datetime.date(year, 2, 28))
    assert ENDINGS[ending](day, options)
