"""Documents for the tests of the import: invented ones, outlines drawn as text, and the corpus
where it is at hand.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from pathways.importing.imported import Imported
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.document import read_document, read_folder
from pathways.importing.recognise import recognise
from pathways.model.dimension import Dimension
from pathways.model.framework import Framework
from pathways.model.mapping import Mapping
from pathways.store.dimensions_file import read_dimensions

HERE = Path(__file__).parent / "importing" / "documents"


@cache
def dimensions() -> tuple[Dimension, ...]:
    """Return the shared dimensions."""
    return read_dimensions()


def drawn(text: str, name: str = "drawn.txt", form: str = "txt") -> Outline:
    """Read an outline drawn as text: "# " a heading, "- " a point, "* " a bold line, else a
    paragraph.

    Each line is a piece of its own with its line number; blank lines count as lines.
    """
    pieces = []
    for line, written in enumerate(text.split("\n"), 1):
        bare = written.strip()
        if not bare:
            continue
        hashes = len(bare) - len(bare.lstrip("#"))
        if hashes and bare[hashes : hashes + 1] == " ":
            pieces.append(
                Piece(kind=Kind.HEADING, line=line, text=bare[hashes:].strip(), level=hashes)
            )
        elif bare.startswith("- "):
            depth = (len(written) - len(written.lstrip())) // 2 + 1
            pieces.append(Piece(kind=Kind.ITEM, line=line, text=bare[2:], level=depth))
        elif bare.startswith("* "):
            pieces.append(Piece(kind=Kind.PARAGRAPH, line=line, text=bare[2:], bold=True))
        else:
            pieces.append(Piece(kind=Kind.PARAGRAPH, line=line, text=bare))
    return Outline(name=name, format=form, pieces=tuple(pieces))


def table(*rows: Sequence[str], name: str = "table.csv") -> Outline:
    """Return an outline that is one table."""
    return Outline(
        name=name,
        format="csv",
        pieces=(Piece(kind=Kind.TABLE, line=1, rows=tuple(map(tuple, rows))),),
    )


def imported(
    *outlines: Outline, mapping: Mapping | None = None, order: Sequence[str] = ()
) -> Imported:
    """Recognise outlines with the shared dimensions."""
    return recognise(outlines, dimensions(), mapping=mapping, order=order)


def of_text(text: str, **how: object) -> Imported:
    """Recognise an outline drawn as text."""
    return imported(drawn(text), **how)  # type: ignore[arg-type]


def document(name: str) -> Outline:
    """Read one of the invented documents."""
    return read_document(HERE / name)


def texts(framework: Framework, node: str, dimension: str) -> list[str]:
    """Return what a framework states of a node in a dimension."""
    return [statement.text for statement in framework.statements_of(node, dimension)]


def sections(framework: Framework) -> list[str]:
    """Draw the sections of a framework, one a line: nodes, dimension, heading, label and the
    number of statements.
    """
    found = []
    for block in framework.blocks:
        for section in block.sections:
            nodes = ",".join(section.only or block.nodes)
            label = f" ({section.label})" if section.label else ""
            found.append(
                f"{nodes}: {section.dimension} “{section.heading}”{label} {len(section.statements)}"
            )
    return found


def corpus(*names: str) -> list[Outline]:
    """Read documents of the corpus by the beginning of their path; skip the test where the corpus
    is not at hand.
    """
    folder = os.environ.get("PATHWAYS_CORPUS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("PATHWAYS_CORPUS is not set: the real documents are not at hand")
    outlines = []
    for name in names:
        path = next(iter(sorted(Path(folder).glob(f"{name}*"))))
        outlines.extend(read_folder(path).outlines if path.is_dir() else [read_document(path)])
    return outlines
