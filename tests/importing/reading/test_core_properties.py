from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest

from pathways.importing.outline import Outline
from pathways.importing.reading.document import read_document

BROKEN = {
    "not XML": b"<cp:coreProperties",
    "another kind of part": b'<x xmlns="y"><title>Z</title></x>',
    "dates that are none": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
    b"<dcterms:created>tomorrow</dcterms:created><cp:revision>x</cp:revision></cp:coreProperties>",
    "empty": b"",
}


def document() -> bytes:
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Planner", "HR"
    made.add_heading("Grade 6", 1)
    made.add_paragraph("Leads a team.")
    return saved(made.save)


def slides() -> bytes:
    made = pptx.Presentation()
    made.core_properties.title, made.core_properties.author = "Planner", "HR"
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Grade 6"
    slide.placeholders[1].text = "Leads a team."
    return saved(made.save)


def workbook() -> bytes:
    made = openpyxl.Workbook()
    made.properties.title, made.properties.creator = "Planner", "HR"
    made.active.append(["Grade 6"])
    made.active.append(["Leads a team."])
    return saved(made.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    target = io.BytesIO()
    save(target)
    return target.getvalue()


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return target.getvalue()


def read(folder: Path, content: bytes, ending: str) -> Outline:
    file = folder / f"a{ending}"
    file.write_bytes(content)
    return read_document(file)


MADE = [(document, ".docx"), (slides, ".pptx"), (workbook, ".xlsx")]


@pytest.mark.parametrize(("make", "ending"), MADE)
def test_what_a_document_says_of_itself_is_read(
    make: Callable[[], bytes], ending: str, tmp_path: Path
) -> None:
    outline = read(tmp_path, make(), ending)
    assert outline.title == "Planner"
    assert ("author", "HR") in outline.facts


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(("make", "ending"), MADE)
def test_properties_that_are_broken_keep_no_text_from_being_read(
    make: Callable[[], bytes], ending: str, broken: str, tmp_path: Path
) -> None:
    content = changed(make(), "docProps/core.xml", lambda _before: BROKEN[broken])
    outline = read(tmp_path, content, ending)
    assert "Leads a team." in str(outline.pieces)
    assert outline.title == ""


@pytest.mark.parametrize(("make", "ending"), MADE)
def test_properties_that_are_named_otherwise_keep_no_text_from_being_read(
    make: Callable[[], bytes], ending: str, tmp_path: Path
) -> None:
    def other(before: bytes) -> bytes:
        return before.replace(b"core-properties+xml", b"core-propertiesxml")

    content = changed(make(), "[Content_Types].xml", other)
    assert "Leads a team." in str(read(tmp_path, content, ending).pieces)
