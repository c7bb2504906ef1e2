"""Files made to do harm: each refused, or read, in time and with a sentence; memory is measured in
a process apart.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from pathways.errors import PathwaysError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
SECONDS, MEGABYTES = (
    8.0,
    300,
)  # the aim is 2 seconds; a busy machine must not fail a test, endless work must

MEASURED = """
import json, re, sys, time
from pathlib import Path
from pathways.errors import PathwaysError
from pathways.importing.reading.document import read_document
start = time.process_time()
try:
    outline = read_document(Path(sys.argv[1]))
    said = f"read {len(outline.pieces)}"
except PathwaysError as error:
    said = str(error)
used = time.process_time() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(json.dumps([said, used, int(peak.group(1)) / 1024]))
"""


def body(xml: str) -> str:
    return f"<w:document {W}><w:body>{xml}</w:body></w:document>"


def word(path: Path, parts: dict[str, str | bytes]) -> None:
    packed = io.BytesIO()
    docx.Document().save(packed)
    with (
        zipfile.ZipFile(packed) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)


def stretched(path: Path, name: str, megabytes: int) -> None:
    """Write a Word file with one part that unpacks to many megabytes, without ever holding it."""
    word(path, {})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as target,
        target.open(name, "w", force_zip64=True) as part,
    ):
        for _index in range(megabytes):
            part.write(b" " * 1_000_000)


def test_an_archive_that_unpacks_to_gigabytes_is_refused(read, tmp_path):
    stretched(tmp_path / "a.docx", "word/media/a.png", 520)
    with pytest.raises(PathwaysError, match="more than 500 MB"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


def test_a_part_that_unpacks_to_far_more_than_text_does_is_refused(read, tmp_path):
    word(
        tmp_path / "b.docx",
        {"word/document.xml": body("<w:p><w:r><w:t>" + "a" * 20_000_000 + "</w:t></w:r></w:p>")},
    )
    with pytest.raises(PathwaysError, match="more than 24 MB"):
        read("b.docx", (tmp_path / "b.docx").read_bytes())


def test_an_archive_that_lies_about_its_sizes_gives_no_more_than_it_may(read, tmp_path):
    word(tmp_path / "a.docx", {"word/document.xml": body(P * 2000)})
    content = bytearray((tmp_path / "a.docx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    wrong = content.replace(size.to_bytes(4, "little"), (50).to_bytes(4, "little"))
    with pytest.raises(PathwaysError, match="damaged"):
        read("a.docx", bytes(wrong))


DTD = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
BOMB = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/footnotes.xml"]
)
@pytest.mark.parametrize("declared", [DTD, BOMB])
def test_entities_are_refused_in_every_part(read, tmp_path, part, declared):
    word(tmp_path / "a.docx", {part: f"{declared}<x {W}>&e;</x>"})
    with pytest.raises(PathwaysError, match="declares entities"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


def test_entities_are_refused_in_an_encoding_that_hides_them(read, tmp_path):
    hidden = ('<?xml version="1.0" encoding="UTF-16"?>' + DTD + body(P)).encode("utf-16")
    word(tmp_path / "a.docx", {"word/document.xml": hidden})
    with pytest.raises(PathwaysError, match="declares entities"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


def test_entities_of_slides_and_workbooks_are_refused(read, with_parts):
    openpyxl = pytest.importorskip("openpyxl")
    pptx = pytest.importorskip("pptx")
    with pytest.raises(PathwaysError, match="declares entities"):
        read(
            "a.xlsx", with_parts(openpyxl.Workbook(), {"xl/sharedStrings.xml": f"{DTD}<x>&e;</x>"})
        )
    with pytest.raises(PathwaysError, match="declares entities"):
        read(
            "a.pptx",
            with_parts(
                pptx.Presentation(), {"ppt/presentation.xml": f"{DTD}<x>&e;</x>".encode("utf-16")}
            ),
        )


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil.xml", "/etc/evil.xml", "\\evil", "a\\..\\..\\b"]
)
def test_names_that_climb_out_are_refused(read, tmp_path, name):
    word(tmp_path / "a.docx", {name: "x"})
    with pytest.raises(PathwaysError, match="leads out of the document"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


@pytest.mark.parametrize(
    ("deep", "refused"), [(15, False), (60, True), (1000, True), (20_000, True)]
)
def test_nested_tables_are_read_or_refused_never_fallen_into(read, tmp_path, deep, refused):
    nested = "<w:tbl><w:tr><w:tc>" * deep + P + f"{P}</w:tc></w:tr></w:tbl>" * deep
    word(tmp_path / "a.docx", {"word/document.xml": body(nested)})
    content = (tmp_path / "a.docx").read_bytes()
    if refused:
        with pytest.raises(PathwaysError, match="too deep"):
            read("a.docx", content)
    else:
        assert len(read("a.docx", content).pieces) == deep + 1


def test_a_stack_that_is_nearly_full_is_a_sentence_too(read, tmp_path):
    nested = "<w:tbl><w:tr><w:tc>" * 24 + P + f"{P}</w:tc></w:tr></w:tbl>" * 24
    word(tmp_path / "a.docx", {"word/document.xml": body(nested)})
    content = (tmp_path / "a.docx").read_bytes()

    def deeper(calls: int) -> None:
        if calls:
            deeper(calls - 1)
        else:
            read("a.docx", content)

    with pytest.raises(PathwaysError, match="too deep"):
        deeper(sys.getrecursionlimit() - 380)


def test_too_many_parts_are_refused(read, tmp_path):
    word(tmp_path / "a.docx", {f"word/{number}.xml": "" for number in range(6_000)})
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


def test_a_part_of_endless_elements_is_refused(read, tmp_path, monkeypatch):
    from pathways.importing.reading import archive

    monkeypatch.setattr(archive, "MOST_ELEMENTS", 2_000)
    word(tmp_path / "a.docx", {"word/document.xml": body("<w:p/>" * 5_000)})
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.docx", (tmp_path / "a.docx").read_bytes())


def test_text_without_end_is_refused_before_it_is_read(tmp_path, read):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"word " * 20_000)
        file.truncate(200_000_000)
    from pathways.importing.reading.document import read_document

    with pytest.raises(PathwaysError, match="more than 8 MB"):
        read_document(path)


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it"
)
@pytest.mark.parametrize(
    "case", ["bomb.docx", "tables.docx", "paragraphs.docx", "long.txt", "lines.txt", "wide.csv"]
)
def test_time_and_memory_stay_within_bounds(tmp_path, case):
    path = tmp_path / case
    if case == "bomb.docx":
        stretched(path, "word/media/a.png", 60)
    elif case == "tables.docx":
        word(
            path,
            {
                "word/document.xml": body(
                    "<w:tbl><w:tr><w:tc>" * 1000 + "</w:tc></w:tr></w:tbl>" * 1000
                )
            },
        )
    elif case == "paragraphs.docx":
        word(path, {"word/document.xml": body(P * 60_000)})
    elif case == "long.txt":
        path.write_bytes(b"word " * 1_500_000)
    elif case == "lines.txt":
        path.write_bytes(b"- point\n" * 190_000)
    else:
        path.write_bytes((b"a;" * 400 + b"\n") * 2400)
    result = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    said, seconds, megabytes = json.loads(result.stdout)
    assert said
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
