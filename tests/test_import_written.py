"""What an import writes can be opened again, whatever its files are called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pathways import cli
from pathways.errors import PathwaysError
from pathways.importing.job import import_files
from pathways.store import framework_file
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import read_framework
from pathways.store.text_file import refuse_large
from pathways.workspace.import_session import write_framework

_TEXT = (
    "# Grade 5\n\n## Leadership\n\n- Leads a team\n\n# Grade 6\n\n## Leadership\n\n- Leads teams\n"
)


def _known() -> list[str]:
    return [dimension.id for dimension in read_dimensions()]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text")
@pytest.mark.parametrize(
    "name", [b"b\xffd.md", b"c\x1b[31mx.md", b"new\nline.md", "é\u202e.md".encode(), b"\xf0\x9f.md"]
)
def test_a_document_of_any_name_gives_a_framework_that_opens(
    name: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_text(_TEXT, encoding="utf-8")
    out = tmp_path / "out.yaml"
    assert cli.main(["import", str(file), "--output", str(out)]) == 0
    assert len(read_framework(out, _known()).statements) == 2
    assert all(char.isprintable() or char in "\t\n" for char in capsys.readouterr().out)


def test_a_large_import_opens_again(tmp_path: Path) -> None:
    points = "".join(
        f"- Writes the report number {n} for everyone who asks\n" for n in range(9_000)
    )
    file = tmp_path / "long.txt"
    file.write_text(_TEXT.replace("#", "") + points, encoding="utf-8")
    imported = import_files([file], dimensions=read_dimensions())
    out = tmp_path / "out.yaml"
    write_framework(out, imported, [file])
    assert len(read_framework(out, _known()).statements) == len(imported.framework.statements)


def test_what_could_not_be_opened_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = tmp_path / "a.md", tmp_path / "out.yaml"
    file.write_text(_TEXT, encoding="utf-8")
    imported = import_files([file], dimensions=read_dimensions())
    monkeypatch.setattr(
        framework_file, "refuse_large", lambda path, content: refuse_large(path, content, 300)
    )
    with pytest.raises(PathwaysError, match="was not written"):
        write_framework(out, imported, [file])
    assert not out.exists()
