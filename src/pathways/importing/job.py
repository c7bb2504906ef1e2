"""An import from files to a framework, and what to tell the one who asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from pathways.i18n import _, _n
from pathways.importing.accounting import counts
from pathways.importing.imported import Imported
from pathways.importing.outline import LeftOut, Outline
from pathways.importing.reading.document import read_document, read_folder
from pathways.importing.recognise import recognise
from pathways.model.dimension import Dimension
from pathways.model.mapping import Mapping

_SHOWN = 20  # doubts in a summary


def read_path(path: Path) -> tuple[Sequence[Outline], Sequence[LeftOut]]:
    """Read a document, or every document of a folder; return their outlines and the files of the
    folder that were skipped, with why.
    """
    if not path.is_dir():
        return (read_document(path),), ()
    folder = read_folder(path)
    return folder.outlines, folder.skipped


def import_files(
    paths: Sequence[Path],
    *,
    mapping: Mapping | None = None,
    order: Sequence[str] = (),
    dimensions: Sequence[Dimension],
) -> Imported:
    """Make one framework of files and folders; files of a folder that cannot be read are listed as
    left out.

    Raises UsageError or PathwaysError, in a sentence, where a file cannot be read or holds no
    statements.
    """
    read = [read_path(path) for path in paths]
    outlines = [outline for outlines, _skipped in read for outline in outlines]
    skipped = [left for _outlines, files in read for left in files]
    imported = recognise(outlines, dimensions, mapping=mapping, order=order)
    return msgspec.structs.replace(imported, left_out=(*imported.left_out, *skipped))


def import_json(imported: Imported, out_file: Path | str) -> dict[str, Any]:
    """Return as plain data the file, the nodes, the number of statements, what was left out and
    the doubts.
    """
    framework = imported.framework
    return {
        "framework": str(out_file),
        "nodes": [
            {
                "id": node.id,
                "title": node.title,
                "grade": node.grade,
                "framework": framework.id,
                "organisation": framework.organisation,
            }
            for node in framework.nodes
        ],
        "statements": len(framework.statements),
        "left_out": [
            {"line": item.line, "text": item.text, "why": item.why} for item in imported.left_out
        ],
        "doubts": [
            {"line": doubt.line, "text": doubt.text, "why": doubt.why} for doubt in imported.doubts
        ],
    }


def import_text(imported: Imported) -> str:
    """Return a summary for people."""
    framework = imported.framework
    lines = [
        f"{framework.title} ({framework.organisation})",
        nodes_line(imported),
        counts_line(imported),
        "",
    ]
    shown = imported.doubts[:_SHOWN]
    if shown:
        lines.append(_("Please look at these:"))
        lines.extend(_line(doubt.line, doubt.text, doubt.why) for doubt in shown)
    if len(shown) < len(imported.doubts):
        more = len(imported.doubts) - len(shown)
        lines.append(_n("… and {count} more.", "… and {count} more.", more).format(count=more))
    return "\n".join(lines).rstrip() + "\n"


def counts_line(imported: Imported) -> str:
    """Say how many lines became what: "812 lines: 640 statements, 120 headings, 30 metadata, 22
    left out".
    """
    found = counts(imported)
    words = {
        "statements": _n("{count} statement", "{count} statements", found["statements"]),
        "introduction": _("{count} of introduction"),
        "headings": _n("{count} heading", "{count} headings", found["headings"]),
        "metadata": _n("{count} document detail", "{count} document details", found["metadata"]),
        "left out": _("{count} left out"),
    }
    parts = [
        word.format(count=found[key])
        for key, word in words.items()
        if found[key] or key == "left out"
    ]
    total = _n("{count} line", "{count} lines", found["lines"]).format(count=found["lines"])
    return f"{total}: {', '.join(parts)}"


def nodes_line(imported: Imported) -> str:
    """Say how many grades or roles there are, and the first of them."""
    titles = [node.title for node in imported.framework.nodes]
    count = _n("{count} grade or role", "{count} grades or roles", len(titles)).format(
        count=len(titles)
    )
    listed = ", ".join(titles[:15]) + (" …" if len(titles) > 15 else "")
    return f"{count}: {listed}"


def _line(line: int, text: str, why: str) -> str:
    short = " ".join(text.split())
    short = short if len(short) <= 100 else short[:99] + "…"
    place = _("line {line}: ").format(line=line) if line else ""
    return f"  {place}“{short}”: {why}"
