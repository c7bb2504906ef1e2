"""A key press in the search box, beside one frame of a 60 Hz screen and beside a plain look through
all texts.

Run with ``python -m benchmarks.search``. The bundled frameworks are searched as they are, and
copied 10 and 100 times with other ids; in the last line every copied statement has a word of its
own besides, because real content brings new words and copies do not. Each query is typed letter by
letter; a key press is one search with the groups and with the marks of the first 50 hits, which is
more than a window shows.
"""

from __future__ import annotations

import statistics
import time
import zlib
from collections.abc import Callable
from functools import partial

import msgspec

from pathways.model.framework import Block, Entry, Framework, Section
from pathways.model.library import Library
from pathways.search.engine import Engine, Rows, Scan, best_engine
from pathways.search.index import Index
from pathways.workspace.workspace import Workspace

FRAME = 1000 / 60  # ms
SHOWN = 50
SYLLABLES = (
    "ra me ti con per mul sta fen do gri lo sub en act or vil".split()
)  # of words that copies do not have
QUERIES = (
    *(
        "risk management",
        "managing budgets",
        "lead the team",
        "grade 12 risk",
        "PO10",
        "head of technology",
    ),
    *(
        '"in relation to delivery"',
        "responsibilty for staff",
        "orgnaization",
        "the of and",
        "council’s services",
    ),
    "manage large budgets for everybody in the council",
)


def copied(library: Library, times: int, *, new_words: bool = False) -> Library:
    """Return the frameworks so many times, each copy with ids of its own."""
    frameworks = [*library.frameworks]
    for copy in range(1, times):
        frameworks.extend(
            _copy(framework, f"-copy-{copy}", new_words) for framework in library.frameworks
        )
    return Library(tuple(frameworks), library.shared_dimensions)


def _copy(framework: Framework, ending: str, new_words: bool) -> Framework:
    replace = msgspec.structs.replace

    def ids(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(node + ending for node in old)

    def written(old: str | Entry, number: int) -> str | Entry:
        if not new_words:
            return old
        sum_of_all = zlib.crc32(f"{ending} {number} {old}".encode())
        own = " " + "".join(SYLLABLES[sum_of_all >> shift & 15] for shift in (0, 4, 8, 12))
        return replace(old, text=old.text + own) if isinstance(old, Entry) else old + own

    def section(old: Section) -> Section:
        texts = tuple(written(statement, number) for number, statement in enumerate(old.statements))
        return replace(old, only=ids(old.only), statements=texts)

    def block(old: Block) -> Block:
        return replace(old, nodes=ids(old.nodes), sections=tuple(map(section, old.sections)))

    return replace(
        framework,
        id=framework.id + ending,
        nodes=tuple(replace(node, id=node.id + ending) for node in framework.nodes),
        blocks=tuple(map(block, framework.blocks)),
        steps=(),
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor; what else the machine does is left out."""
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def press(index: Index, typed: str) -> None:
    """Do what a key press asks of the search."""
    results = index.find(typed)
    for hit in results.hits[:SHOWN]:
        assert hit.marks
    assert sum(group.count for group in results.groups) == len(results.hits)


def plain_look(texts: list[str], typed: str) -> int:
    """Count the texts that have what was typed in them, letter for letter."""
    wanted = typed.lower()
    return sum(wanted in text.lower() for text in texts)


def measured(name: str, library: Library, make_engine: Callable[[Rows], Engine]) -> float:
    """Print one line and return the median key press in ms."""
    texts = [
        statement.text for framework in library.frameworks for statement in framework.statements
    ]
    index = Index(library, engine=make_engine)
    built = milliseconds(index.prepare)
    keys = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    presses = sorted(milliseconds(partial(press, index, typed)) for typed in keys)
    looks = sorted(milliseconds(partial(plain_look, texts, typed)) for typed in keys[::5])
    median, late, worst = statistics.median(presses), presses[int(0.95 * len(presses))], presses[-1]
    in_time = sum(one <= FRAME for one in presses) / len(presses)
    print(
        f"{name:<34}{len(texts):>7} statements  built in {built:6.0f} ms   key press / frame: "
        f"median {median / FRAME:5.2f}  95 % {late / FRAME:5.2f}  worst {worst / FRAME:5.2f}   "
        f"in time {in_time:4.0%}   key press / plain look {median / statistics.median(looks):5.2f}"
    )
    return median


def main() -> None:
    """Print a key press beside a frame at 1, 10 and 100 times the content, and how it grows."""
    library = Workspace.open().library
    print(f"one frame is {FRAME:.1f} ms; every query is typed letter by letter\n")
    for words, make_engine in (("", best_engine()), (", by scan", Scan)):
        medians = [measured(f"{n} x{words}", copied(library, n), make_engine) for n in (1, 10, 100)]
        print(
            f"{'':<34}10 times the content: {medians[1] / medians[0]:.1f} times the time; "
            f"100 times: {medians[2] / medians[0]:.1f} times\n"
        )
    measured("100 x, new words in all", copied(library, 100, new_words=True), best_engine())


if __name__ == "__main__":
    main()
