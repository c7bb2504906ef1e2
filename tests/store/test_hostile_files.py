"""Files made to do harm: each ends in a sentence, and soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from pathways.store.framework_file import FrameworkFileError, read_framework

Tiny = Callable[[str], Path]
Written = Callable[[str | bytes], Path]

LETTERS = "abcdefghi"
BOMB = 'a: &a ["lol", "lol"]\n' + "".join(
    f"{letter}: &{letter} [{', '.join(['*' + before] * 9)}]\n"
    for before, letter in pairwise(LETTERS)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{letter}: &{letter} {{<<: [*{before}, *{before}, *{before}]}}\n"
    for before, letter in pairwise(LETTERS)
)
NODES = "nodes:\n" + "".join(f"- {{id: a{i}, title: a, grade: a}}\n" for i in range(2000))

HOSTILE = {
    "200,000 nested brackets": ("[" * 200_000, "nested more than 30 deep"),
    "200,000 nested brackets below a key": ("a: " + "[" * 200_000, "nested more than 30 deep"),
    "100,000 nested groups": ("{a: " * 100_000, "nested more than 30 deep"),
    "200,000 nested list items": ("- " * 200_000, "nested more than 30 deep"),
    "1,500 steps of indentation": (
        "".join(" " * i + "a:\n" for i in range(1500)),
        "nested more than 30 deep",
    ),
    "200,000 keys within keys": ("? " * 200_000, "cannot stand before a colon"),
    "a bomb of aliases": (BOMB, "“*a” would repeat another part"),
    "a bomb of merge keys": (MERGE_BOMB, "Lines cannot be merged"),
    "a file of 10 MB": ("a: b\n" * 2_000_000, "larger than 6 MB"),
    "a million empty items": ("-\n" * 999_999, "There is no value here"),
    "half a million items": ("- a\n" * 499_999, "more than 40000 values"),
    "90,000 directives": (
        "".join(f"%TAG !a{i}! x\n" for i in range(90_000)) + "--- a",
        "cannot begin with “%”",
    ),
    "40,000 anchors": ("".join(f"- &a{i} x\n" for i in range(40_000)), "“&” at the beginning"),
    "19,000 unknown keys": (
        "id: a\n" + "".join(f"k{i}: a\n" for i in range(19_000)),
        "Nothing called “k0”",
    ),
    "19,000 items of the wrong kind": (
        "blocks:\n" + "- a\n" * 19_000,
        "There should be names and values",
    ),
    "4,900 nodes of one id": (
        "nodes:\n" + "- {id: a, title: a, grade: a}\n" * 4_900,
        "Two grades or roles have the id",
    ),
    "11,000 unknown nodes among 2,000": (
        NODES
        + "blocks:\n- nodes: ["
        + ", ".join(f"b{i}" for i in range(11_000))
        + "]\n  sections: []\n",
        "There is no grade or role “b0”",
    ),
    "1,900 circles": (
        NODES + "steps:\n" + "".join(f"- {{from: a{i + 1}, to: a{i}}}\n" for i in range(1900)),
        "go round in a circle",
    ),
    "a name of 1.9 MB": (f"format: 1\nid: {'z' * 1_900_000}\n", "“title” is missing"),
    "a text of 900,000 words": (f"id: {'x ' * 900_000}\n", "The value of “id” cannot be"),
    "300,000 colons": (f"a: {'b: ' * 300_000}", "A colon followed by a space"),
    "1.9 MB of quotation marks": ('"' * 1_900_000, "left over here"),
    "1.9 MB of commas": ("[" + "," * 1_900_000, "“,” cannot stand here"),
    "1.9 MB of blank lines": ("\n" * 1_900_000, "The file is empty"),
    "480,000 comments": ("# x\n" * 480_000, "only comments"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence_within_two_seconds(
    written: Written, known: list[str], name: str
) -> None:
    content, words = HOSTILE[name]
    path = written(content)
    begun = time.process_time()
    with pytest.raises(FrameworkFileError) as caught:
        read_framework(path, known)
    assert (
        time.process_time() - begun < 8
    )  # the aim is 2; a busy machine must not fail a test, endless work must
    assert words in str(caught.value)
    assert len(str(caught.value)) < 20_000


def test_the_merge_bomb_is_as_small_as_they_come() -> None:
    assert len(MERGE_BOMB) < 399


@pytest.mark.parametrize("flaw", ["sound", "everything-wrong"])
def test_a_file_cut_off_anywhere_is_a_framework_or_a_sentence(
    tiny: Tiny, written: Written, known: list[str], flaw: str
) -> None:
    content = tiny(flaw).read_bytes()
    sentences = 0
    for length in range(0, len(content), 7):
        path = written(content[:length])
        try:
            read_framework(path, known)
        except FrameworkFileError as error:
            assert str(error).startswith((str(path), "There are "))
            sentences += 1
    assert sentences > len(content) / 7 * 0.9
