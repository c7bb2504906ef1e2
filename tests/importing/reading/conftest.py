"""Documents made for a test: a file of the given content, read at once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst

from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.document import read_document

Read = Callable[..., Outline]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give a function that saves text, bytes or anything with save() under a name, and reads the
    file.
    """

    def save_and_read(name: str, content: Any) -> Outline:
        path = tmp_path / name
        if isinstance(content, str):
            path.write_bytes(content.encode("utf-8"))
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content.save(str(path))
        return read_document(path)

    return save_and_read


@pytest.fixture
def brief() -> Callable[[Outline], list[tuple[Any, ...]]]:
    """Give a function that says shortly what an outline holds: kind, level, text, for tables the
    rows.
    """

    def of(piece: Piece) -> tuple[Any, ...]:
        if piece.kind is Kind.TABLE:
            return ("table", *piece.rows)
        mark = "*" if piece.bold else ""
        return (f"{mark}{piece.kind.value[0]}{piece.level or ''}", piece.text)

    return lambda outline: [of(piece) for piece in outline.pieces]


@pytest.fixture
def with_parts() -> Callable[..., bytes]:
    """Give a function that returns a zipped document with some parts put in or replaced."""

    def changed(document: Any, parts: dict[str, str | bytes]) -> bytes:
        packed = io.BytesIO()
        document.save(packed)
        packed.seek(0)
        result = io.BytesIO()
        with (
            zipfile.ZipFile(packed) as source,
            zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in source.namelist():
                if name not in parts:
                    target.writestr(name, source.read(name))
            for name, content in parts.items():
                target.writestr(name, content)
        return result.getvalue()

    return changed


@pytest.fixture
def pdf(read: Read, tmp_path: Path) -> Callable[[str], Outline]:
    """Give a function that sets typst text as a PDF, and reads it."""

    def made(source: str) -> Outline:
        path = tmp_path / "a.typ"
        path.write_text(source, encoding="utf-8")
        return read("a.pdf", typst.compile(str(path)))

    return made
