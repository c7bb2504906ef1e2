"""The door to all readers: what a file is, whatever it is called, and whole folders."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from pathways.errors import PathwaysError, UsageError
from pathways.importing.reading.document import read_document, read_folder

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def word() -> bytes:
    packed = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(packed)
    return packed.getvalue()


def archive(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", word(), "docx"),
        ("a.docx", b"<!DOCTYPE html><html><body><p>x</p></body></html>", "html"),
        ("a.doc", word(), "docx"),
        ("a.xls", b"<html><table><tr><td>a</td><td>b</td></tr></table></html>", "html"),
        ("a.docx", b"Grade: 6\nJust text, in a file that says it is Word.\n", "txt"),
        ("a.md", b"<?xml version='1.0'?><html xmlns='x'><p>x</p></html>", "html"),
    ],
)
def test_the_content_decides_and_a_name_that_lies_is_remarked(read, name, content, kind):
    outline = read(name, content)
    assert outline.format == kind
    assert outline.pieces
    assert f"of the kind .{kind}" in outline.remarks[0].why


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", b"# A\n"),
        ("a", b"text\n"),
        ("a.TXT", b"text\n"),
        ("a.csv", b"a,b\n"),
        ("a.htm", b"<html><p>x"),
    ],
)
def test_an_honest_name_needs_no_remark(read, name, content):
    assert read(name, content).remarks == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", OLE),
        ("a.xls", OLE),
        ("a.rtf", b"{\\rtf1 text}"),
        ("a.doc", b"plain"),
        ("a.mht", b"MIME-Version: 1.0\nx"),
        ("a.pages", archive({"Index/Document.iwa": "x"})),
    ],
)
def test_old_and_foreign_kinds_are_told_to_be_saved_as_docx(read, name, content):
    with pytest.raises(UsageError, match=r"save it as \.docx"):
        read(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rst", b"Title"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("a.zip", archive({"a.txt": "x"})),
        ("a.ods", archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})),
    ],
)
def test_an_unknown_kind_is_refused_with_all_that_can_be_read(read, name, content):
    with pytest.raises(
        UsageError,
        match=r"\.docx, \.odt, \.md, \.html, \.pdf, \.pptx, \.txt, \.csv, \.xlsx, \.yaml, ",
    ):
        read(name, content)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.json"])
@pytest.mark.parametrize("content", [b"\x01\x02\x03\x04" * 50, b"# Grade 6\n\n- Le\x00ads\n"])
def test_what_is_no_text_in_spite_of_its_name_is_refused_as_such(read, name, content):
    with pytest.raises(PathwaysError, match="not a text, though its name says so"):
        read(name, content)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b" \n", "empty"),
        ("a.docx", word()[:4000], "damaged"),
        ("a.docx", bytes(range(256)) * 20, "damaged"),
        ("a.docx", b"\xff#\xfe@!%^~" * 300, "damaged"),
        ("a.docx", b"\x01\x02\x03\x04" * 50, "damaged"),
        ("a.docx", archive({"a.txt": "x"}), "damaged"),
        ("a.zip", archive({}), "damaged"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (
            "a.xlsx",
            archive({"[Content_Types].xml": "x", "xl/workbook.bin": "x"}),
            "Binary workbooks",
        ),
    ],
)
def test_what_is_broken_or_locked_is_said_in_a_sentence(read, name, content, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        read(name, content)


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path):
    for path, sentence in (
        (tmp_path, "not an ordinary file"),
        (tmp_path / "no.txt", "no such file"),
    ):
        with pytest.raises(PathwaysError, match=sentence):
            read_document(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(PathwaysError, match="not an ordinary file"):
            read_document(tmp_path / "pipe")
    with pytest.raises(PathwaysError, match="cannot be read"):
        read_document(tmp_path / "a\0b.txt")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0,
    reason="needs a user who is not allowed everything",
)
def test_a_file_that_may_not_be_read_is_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(PathwaysError, match="cannot be read"):
        read_document(path)


def test_a_folder_is_read_by_name_and_says_what_it_skipped(tmp_path):
    inner = tmp_path / "roles" / "data"
    inner.mkdir(parents=True)
    (inner / "lead.md").write_text("# Lead\n")
    (tmp_path / "roles" / "Head.md").write_text("# Head\n")
    (tmp_path / "roles" / "analyst.txt").write_text("Analyst\n")
    (tmp_path / "roles" / "nav.json").write_text("{}")
    (tmp_path / "roles" / "~$head.docx").write_text("x")
    (tmp_path / "roles" / ".DS_Store").write_text("x")
    (tmp_path / "roles" / ".git").mkdir()
    (tmp_path / "roles" / ".git" / "a.txt").write_text("x")
    (tmp_path / "roles" / "old.doc").write_bytes(OLE)
    found = read_folder(tmp_path / "roles")
    assert [outline.name for outline in found.outlines] == ["analyst.txt", "lead.md", "Head.md"]
    assert [left.text for left in found.skipped] == [
        ".DS_Store",
        ".git",
        "nav.json",
        "old.doc",
        "~$head.docx",
    ]
    assert all(left.why for left in found.skipped)


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_text("secret")
    folder = tmp_path / "roles"
    folder.mkdir()
    (folder / "own.txt").write_text("own")
    try:
        (folder / "out.txt").symlink_to(tmp_path / "secret" / "a.txt")
        (folder / "outer").symlink_to(tmp_path / "secret", target_is_directory=True)
        (folder / "inside.txt").symlink_to(folder / "own.txt")
        (folder / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
        (folder / "round").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    found = read_folder(folder)
    assert [outline.name for outline in found.outlines] == ["inside.txt", "own.txt"]
    assert {left.text: left.why for left in found.skipped} == {
        "out.txt": "a link that leads out of the folder",
        "outer": "a link that leads out of the folder",
        "nowhere.txt": "a link that leads nowhere",
        "round": "a link to another folder",
    }


def test_folders_too_deep_and_files_too_many_are_listed(tmp_path, monkeypatch):
    from pathways.importing.reading import document

    deep = tmp_path.joinpath(*"abcdefg")
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x")
    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text("x")
    monkeypatch.setattr(document, "_MOST_FILES", 2)
    found = read_folder(tmp_path)
    assert len(found.outlines) == 2
    assert [left.why for left in found.skipped] == [
        "there are more files than are read at once",
        "it is nested too deep in other folders",
    ]


def test_a_folder_without_documents_says_why(tmp_path):
    (tmp_path / "a.rst").write_text("{}")
    with pytest.raises(UsageError, match=r"no document.*\na.rst"):
        read_folder(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        read_folder(Path(tmp_path / "gone"))


def test_reading_text_loads_no_library_of_another_format(tmp_path):
    import subprocess

    (tmp_path / "a.txt").write_text("Text\n")
    libraries = ("mammoth", "pypdf", "lxml", "markdown_it", "pptx", "openpyxl", "odfdo")
    program = (
        "import sys; from pathlib import Path; from pathways.importing.reading.document import "
        "read_document;"
        f"read_document(Path({str(tmp_path / 'a.txt')!r}));"
        f"sys.exit(any(name in sys.modules for name in {libraries!r}))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
