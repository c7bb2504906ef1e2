"""Learn which words stand on the side that asks for more: ``resources/vocabulary/en.directions``.

    pip install -e '.[vectors]'
    python packaging/direction_words.py roles.csv

``roles.csv`` is the table of the Government Digital and Data Profession Capability Framework (Open
Government Licence v3): for each skill, what its levels from awareness to expert ask for, and for
each role, what its levels do. Every step of a skill and of a role gives pairs of statements, and
statements that only the lower or only the higher level makes. Each is taken both ways round.
Logistic regression without a constant, on the words that only one of the two texts has, gives each
word a weight: above 0 for more, below 0 for less. No rank is known when the table is used.

The file has a line for each word: its weight, a tab, and the word, ``^word`` for a word that a
statement begins with, ``word word`` for two that follow one another. It may be edited.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from pathways.compare.align import align
from pathways.compare.directions import features
from pathways.compare.language import Language, language_for
from pathways.compare.weights import Weights
from pathways.store.vocabulary_file import read_vocabulary

TARGET = Path(__file__).resolve().parents[1] / "resources" / "vocabulary" / "en.directions"
LEVELS = ("Awareness", "Working", "Practitioner", "Expert")
RANKS = ("trainee", "apprentice", "junior", "associate", "", "senior", "lead", "principal", "head")
FEWEST = 6  # pairs in which a word must stand, to be worth a weight
RIDGE = 10.0  # how strongly weights are held near 0
LEAST = 0.03  # smaller weights are left out
ROUNDS = 30

Pair = tuple[str, str]


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("table", type=Path)
    options.add_argument("--target", type=Path, default=TARGET)
    chosen = options.parse_args()
    language = language_for(read_vocabulary("en"), "en")
    pairs = list(_pairs(_ladders(chosen.table), language))
    words, weights = _learned(pairs, language)
    lines = [
        f"{weight:+.2f}\t{word}"
        for weight, word in sorted(zip(weights, words, strict=True), key=lambda one: -one[0])
        if abs(weight) >= LEAST
    ]
    chosen.target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{chosen.target}: {len(lines)} words, from {len(pairs)} pairs")


def _ladders(table: Path) -> list[list[list[str]]]:
    """Return ladders: for each its levels, the lowest first, each a list of statements."""
    skills: dict[str, dict[str, list[str]]] = defaultdict(dict)
    roles: dict[str, dict[str, list[str]]] = defaultdict(dict)
    with table.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            skills[row["Skill Name"]][row["Skill Level"]] = _points(row["Skill Level Description"])
            roles[row["Role"]][row["Role Level"]] = _points(row["Role Level Description"])
    ladders = [[levels[name] for name in LEVELS if levels.get(name)] for levels in skills.values()]
    ladders += [[found[name] for name in sorted(found, key=_rank)] for found in roles.values()]
    return ladders


def _rank(title: str) -> int:
    first = title.lower().split()[0]
    return RANKS.index(first) if first in RANKS else RANKS.index("")


def _points(text: str) -> list[str]:
    return [found.strip() for found in re.findall(r"^[-•]\s*(.+)$", text, re.MULTILINE)]


def _pairs(ladders: list[list[list[str]]], language: Language) -> Iterator[Pair]:
    """Yield (lower, higher): statements that belong together, and others beside nothing."""
    weights = Weights(language, (text for ladder in ladders for level in ladder for text in level))
    for ladder in ladders:
        for lower, higher in pairwise(ladder):
            paired = align(lower, higher, weights)
            yield from ((lower[i], higher[j]) for i, j in paired)
            yield from ((text, "") for i, text in enumerate(lower) if i not in dict(paired))
            later = {j for _i, j in paired}
            yield from (("", text) for j, text in enumerate(higher) if j not in later)


def _learned(pairs: list[Pair], language: Language) -> tuple[list[str], list[float]]:
    rows = []
    for lower, higher in dict.fromkeys(pairs):
        before, after = features(lower, language), features(higher, language)
        rows.append({**dict.fromkeys(after - before, 1.0), **dict.fromkeys(before - after, -1.0)})
    counts = Counter(word for row in rows for word in row)
    words = sorted(word for word, count in counts.items() if count >= FEWEST)
    place = {word: number for number, word in enumerate(words)}
    table = np.zeros((len(rows), len(words)))
    for number, row in enumerate(rows):
        for word, value in row.items():
            if word in place:
                table[number, place[word]] = value
    return words, _regression(table).tolist()


def _regression(table: Any) -> Any:
    """Return the weights under which the higher text is the likelier higher one (Newton's
    method).
    """
    weights = np.zeros(table.shape[1])
    for _round in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (1 - chance) - RIDGE * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table
        step = np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


if __name__ == "__main__":
    main()
