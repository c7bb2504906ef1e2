"""Collect every sentence of the program into the template and bring the catalogues up to date.

Run ``python packaging/catalogue.py`` after a sentence was added or changed: it writes
resources/locale/pathways.pot and every resources/locale/*/pathways.po, keeping all translations of
sentences that are still there.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import yaml

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "pathways"
LOCALE = ROOT / "resources" / "locale"
DIMENSIONS = "resources/dimensions.yaml"
WIDTH = 120


def template() -> polib.POFile:
    """Return every sentence of the code, with the files in which it stands."""
    found: dict[tuple[str, str], polib.POEntry] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        where = (
            file.relative_to(ROOT).as_posix(),
            "",
        )  # no line numbers: they change with every edit
        for one, many in sentences(ast.parse(file.read_text(encoding="utf-8"))):
            entry = found.setdefault((one, many), polib.POEntry(msgid=one, msgid_plural=many))
            if many:
                entry.msgstr_plural = {0: "", 1: ""}
            if re.search(r"\{\w*\}", one) and "python-brace-format" not in entry.flags:
                entry.flags.append("python-brace-format")
            if where not in entry.occurrences:
                entry.occurrences.append(where)
    for title in titles():
        found.setdefault(
            (title, ""), polib.POEntry(msgid=title, msgid_plural="")
        ).occurrences.append((DIMENSIONS, ""))
    book = polib.POFile(wrapwidth=WIDTH)
    book.header = "The sentences of Pathways."
    book.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    book.extend(sorted(found.values(), key=lambda entry: (entry.occurrences[0], entry.msgid)))
    return book


def titles() -> list[str]:
    """Return the titles of the dimensions that frameworks have in common."""
    return [
        entry["title"] for entry in yaml.safe_load((ROOT / DIMENSIONS).read_text(encoding="utf-8"))
    ]


def sentences(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what each call of ``_``, ``_n`` and ``mark`` is given: one sentence, and the one for
    many or "".
    """
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "_n", "mark")
        ):
            words = [
                part.value
                for part in node.args
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            wanted = 2 if node.func.id == "_n" else 1
            if len(words) < wanted:
                raise SystemExit(
                    f"line {node.lineno}: {ast.unparse(node)}: a sentence must be written out here"
                )
            yield words[0], words[1] if wanted == 2 else ""


def updated(catalogue: polib.POFile, words: polib.POFile) -> polib.POFile:
    """Return a catalogue with exactly the sentences of the template, and every translation it had
    for them.
    """
    had = {(entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    new = polib.POFile(wrapwidth=WIDTH)
    new.header, new.metadata = catalogue.header, catalogue.metadata
    forms = int(catalogue.metadata["Plural-Forms"].partition("nplurals=")[2].partition(";")[0])
    for entry in words:
        old = had.get((entry.msgid, entry.msgid_plural))
        said = old.msgstr_plural if old else {}
        new.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgid_plural=entry.msgid_plural,
                msgstr=old.msgstr if old else "",
                msgstr_plural={form: said.get(form, "") for form in range(forms)}
                if entry.msgid_plural
                else {},
                occurrences=entry.occurrences,
                flags=entry.flags,
                tcomment=old.tcomment if old else "",
            )
        )
    return new


def main() -> int:
    """Write the template and the catalogues, and say how much of each is translated."""
    words = template()
    words.save(str(LOCALE / "pathways.pot"))
    for file in sorted(LOCALE.glob("*/pathways.po")):
        catalogue = updated(polib.pofile(str(file), wrapwidth=WIDTH), words)
        catalogue.save(str(file))
        sys.stdout.write(
            f"{file.parent.name}: {len(catalogue.translated_entries())} of {len(catalogue)}\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
