"""The bundled frameworks and vocabulary, opened once for all tests, and the ICT source where it is
at hand.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pathways.compare.comparison import Comparer
from pathways.compare.language import Language
from pathways.compare.verdict import judge
from pathways.compare.weights import Weights
from pathways.model.library import Library
from pathways.model.vocabulary import Vocabulary
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

HERE = Path(__file__).parent
FILLING = [
    f"Statement {number} about {word}"
    for number, word in enumerate("gardens roads bins books parks".split())
]


@cache
def library() -> Library:
    """Open the bundled frameworks."""
    return Workspace.open().library


@cache
def vocabulary() -> Vocabulary:
    """Read the bundled vocabulary."""
    return read_vocabulary("en")


@cache
def comparer() -> Comparer:
    """Compare the bundled frameworks."""
    return Comparer(library(), vocabulary())


@cache
def language() -> Language:
    """Return English as the bundled vocabulary has it."""
    return Language(vocabulary())


def weights(*texts: str) -> Weights:
    """Weigh words over the given texts alone."""
    return Weights(language(), texts)


def verdict_of(before: str, after: str) -> tuple[str, str]:
    """Judge two texts among a few others that make their words rare; return the verdict and why."""
    verdict, why = judge(before, after, weights(before, after, *FILLING))
    return verdict.value, why


def corpus() -> Path:
    """Return the folder of real documents; skip the test, saying so, where there is none."""
    folder = os.environ.get("PATHWAYS_CORPUS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("PATHWAYS_CORPUS does not name the folder of real documents")
    return Path(folder)


def labels() -> dict[str, Any]:
    """Return our own labels, and with them the shared ones where they are at hand."""
    own: dict[str, Any] = json.loads(
        (HERE / "gold" / "ict-three-steps.json").read_text(encoding="utf-8")
    )["pairs"]
    return own


def shared_labels() -> dict[str, Any]:
    """Return the shared label file beside the corpus; skip the test, saying so, where there is
    none.
    """
    path = corpus().parent / "gold" / "ict-two-steps.json"
    if not path.is_file():
        pytest.skip("the shared labels are not beside the corpus")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


Texts = dict[
    str, dict[str, list[str]]
]  # grade: dimension: statements; "level" for the per-band LEVEL paragraphs


def our_texts() -> Texts:
    """Return the statements of our ICT framework by grade and dimension."""
    found: Texts = {}
    for node in library().framework("ict").nodes:
        sections = found.setdefault(node.grade, {})
        for statement in library().statements_of(node.id):
            dimension = "level" if statement.label.startswith("LEVEL") else statement.dimensions[0]
            sections.setdefault(dimension, []).append(statement.text)
    return found


_SECTIONS = {
    "level purpose": "purpose",
    "overall": "overall",
    "people management": "people-management",
    "equality diversity": "equality",
    "equality and diversity": "equality",
    "health and safety": "health-and-safety",
    "risk management": "risk",
    "representative accountabilities responsibilities": "accountabilities",
    "typical knowledge skills experience": "knowledge",
}


def source_texts() -> Texts:
    """Read the statements of the ICT source document itself, by a reader of its own for the
    tests.
    """
    text = (corpus() / "seeds" / "003_55f53543dc25a062.txt").read_text(encoding="utf-8")
    text = re.sub(r"interaction with\n\nothers", "interaction with others", text).replace(
        ":**People", ":\n\nPeople"
    )
    found: Texts = {}
    block: list[str] = []
    grades: list[str] = []
    section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if match := re.fullmatch(r"Grade: ?([\d /]+)", line):
            block = grades = match[1].replace(" ", "").split("/")
        elif not block or line.startswith(("Code:", "Job Family:")):
            continue
        elif match := re.match(r"Band (\d+):", line):
            grades = [match[1]]
        elif match := re.match(r"LEVEL \d \(band (\d+)\)", line):
            grades, section = [match[1]], "level"
        elif (name := " ".join(re.findall(r"[a-z]+", line.lower()))) in _SECTIONS:
            section = _SECTIONS[name]
            grades = (
                block
                if section in ("accountabilities", "knowledge", "purpose", "overall")
                else grades
            )
        else:
            for grade in grades:
                found.setdefault(grade, {}).setdefault(section, []).append(line.removeprefix("- "))
    return found
