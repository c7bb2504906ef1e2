"""Give every reader hostile and broken documents: none may raise, take long, or take much memory.

``python tests/long/fuzz_readers.py`` gives each reader of text 100,000 inputs and each of a binary
format 20,000; ``--inputs N`` gives each N, ``--kind docx`` only that one, ``--seed 7`` others. What
fails is kept in the folder that ``--keep`` names, and the exit code is 1. The gate takes a few
hundred (``tests/test_fuzz_short.py``).
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from fuzz_seeds import seeds_of

from kinds_of_file import KINDS
from pathways.errors import PathwaysError
from pathways.importing.job import import_files
from pathways.store.dimensions_file import read_dimensions

SECONDS = 2.0  # of the processor
MARGIN = 3.0  # for a machine that does other things, too
MEMORY = 300  # MB above what the program takes at rest
OWN = tuple(KINDS)  # the program's own kinds of file, and people for a team
TEXTS = ("txt", "md", "html", "csv", "yaml", "json", *OWN)
BINARIES = ("docx", "odt", "pptx", "xlsx", "pdf")
_BITS = (
    "Grade 6² – ①", "GRADE 7\n", "LEVEL 1 (band 8)", "Job title: ", "**a ", "__", "# ", "- ", "\t",
    "<b>", "</td>", "<!--", "charset=undefined", "&#x1b;", "\x1b[31m", "\ufeff", "\u202e", "1" * 400,
    "A" * 3000, "Council of the ", "( ", ":", "|---|", "```", "[x](y)", "\r", "\x00", ": [", "{{", "- - -",
    "&a *a", "!!python/object", "é" * 300, "OFFICIAL 3", "Page 1 of 9", ". " * 500, "Band 5 – ",
)  # fmt: skip
_MISTAKES = (TypeError, AttributeError, LookupError, AssertionError, ArithmeticError, NameError)
ONCE_FAILED: tuple[tuple[str, str], ...] = (
    ("txt", "Grade 6²\n\nLeads.\n\nGrade ①\n\nLeads more.\n"),
    ("txt", "A" * 100_000),
    ("txt", "ROYAL BOROUGH OF THE NORTH AND " * 3_000),
    ("txt", "Band 5\n" + "GRADE 7\n" * 8_000),
    ("txt", "Grade 6" + " " * 60_000 + "x"),
    ("md", "*a **a " * 18_000),
    ("md", "**a " * 7_000),
    ("md", "# " + "#" * 40_000 + "x"),
    ("md", "## Grade 6\n\n### " + "a é " * 58_000 + "\n\n- Leads\n"),
    ("html", '<meta charset="undefined"><p>Grade 6</p><p>Leads – a team</p>'.replace("–", "\x96")),
    ("html", "<!---->" * 3_000 + "x"),
    ("csv", "Grade,Statement\n6²,Leads\n①,Leads more\n"),
    ("csv", "Grade"),
    ("csv", "Grade,Statement\n" + "1,Leads\n" * 1_400 + "," * 499 + "\n"),
    ("csv", "Council of the "),
    ("mapping", "x"),
    ("mapping", "- 1"),
    ("framework", "x"),
)


@dataclass(frozen=True)
class Failure:
    """What went wrong with one input."""

    kind: str
    what: str
    content: bytes


class _TooSlowError(BaseException):
    """Stop a reader; not an Exception, which a library might go on after."""


def main() -> int:
    """Run, and return 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int)
    parser.add_argument("--kind", choices=(*TEXTS, *BINARIES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-failed")
    asked = parser.parse_args()
    own = tempfile.TemporaryDirectory()
    os.environ["PATHWAYS_CONFIG"] = own.name
    failed = 0
    for kind in [asked.kind] if asked.kind else (*TEXTS, *BINARIES):
        count = asked.inputs or (100_000 if kind in TEXTS else 20_000)
        start, slowest = time.monotonic(), 0.0
        for number, (failure, spent) in enumerate(fuzz(kind, count, asked.seed)):
            slowest = max(slowest, spent)
            if number and number % 5_000 == 0:
                print(f"{kind}: {number} inputs, slowest {slowest:.2f} s", flush=True)
            if failure is None:
                continue
            failed += 1
            asked.keep.mkdir(exist_ok=True, parents=True)
            (asked.keep / f"{kind}-{asked.seed}-{number}.{_ending(kind)}").write_bytes(
                failure.content
            )
            print(f"{kind} {number}: {failure.what}", flush=True)
        rest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{kind}: {count} inputs in {time.monotonic() - start:.0f} s, slowest {slowest:.2f} s, "
            f"at most {rest} MB",
            flush=True,
        )
    return 1 if failed else 0


def fuzz(kind: str, count: int, seed: int) -> Iterator[tuple[Failure | None, float]]:
    """Yield, for each input, what went wrong if anything did, and how long it took."""
    chance = random.Random(f"{kind} {seed}")
    seeds = seeds_of(kind)
    once = [text.encode("utf-8", "replace") for of, text in ONCE_FAILED if of == kind]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"input.{_ending(kind)}"
        for number in range(count):
            content = once[number] if number < len(once) else changed(kind, seeds, chance)
            file.write_bytes(content)
            yield tried(kind, file)


def tried(kind: str, file: Path) -> tuple[Failure | None, float]:
    """Read one file; return what went wrong if anything did, and the seconds it took."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    old = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * MARGIN)
    start, what = time.process_time(), ""
    try:
        _READ[kind](file)
    except PathwaysError as error:
        what = _hidden(error)
    except _TooSlowError:
        what = f"over {SECONDS * MARGIN} s"
    except Exception as error:
        what = "".join(traceback.format_exception(error)[-2:])
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)
    spent = time.process_time() - start
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    if not what and taken > MEMORY:
        what = f"{taken} MB"
    return (Failure(kind, what, file.read_bytes()) if what else None), spent


def _stop(_signal: int, _frame: object) -> None:
    raise _TooSlowError


def _hidden(error: PathwaysError) -> str:
    """Return a mistake of the program itself that the door to the readers made a sentence of."""
    cause = error.__cause__
    if cause is None and isinstance(error.__context__, _MISTAKES):
        cause = error.__context__  # "from None" hides it from a reader, not from here
    if cause is None or isinstance(cause, PathwaysError | RecursionError | MemoryError):
        return ""
    frames = traceback.extract_tb(cause.__traceback__)
    inside = frames and "/pathways/" in frames[-1].filename.replace("\\", "/")
    return f"{cause!r} in {frames[-1].filename}:{frames[-1].lineno}" if inside else ""


def _import(file: Path) -> None:
    import_files([file], dimensions=read_dimensions())


_READ: dict[str, Callable[[Path], object]] = {
    **dict.fromkeys((*TEXTS, *BINARIES), _import),
    **{name: kind.read for name, kind in KINDS.items()},
}


def _ending(kind: str) -> str:
    return KINDS[kind].ending if kind in KINDS else kind


# What is done to sound documents ----------------------------------------------------------------


def changed(kind: str, seeds: list[bytes], chance: random.Random) -> bytes:
    """Return a sound document with a few things done to it."""
    content = chance.choice(seeds)
    if kind in ("docx", "odt", "pptx", "xlsx") and chance.random() < 0.85:
        return _with_changed_part(content, chance)
    for _time in range(chance.choice((1, 1, 2, 4, 9))):
        content = _mutated(content, chance)
    return content[:100_000]


def _with_changed_part(content: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        names = [name for name in source.namelist() if name.endswith((".xml", ".rels"))]
        hit = set(chance.sample(names, min(len(names), chance.choice((1, 1, 2)))))
        for name in source.namelist():
            part = source.read(name)
            copy.writestr(name, _mutated(part, chance)[:100_000] if name in hit else part)
    return target.getvalue()


def _times(chance: random.Random) -> int:
    """Return how often to repeat; often enough to fill a document only now and then, since that is
    slow, and what it finds a few thousand find.
    """
    return chance.choice((200, 500)) if chance.random() < 0.05 else chance.choice((2, 3, 9))


def _mutated(content: bytes, chance: random.Random) -> bytes:
    place, size = chance.randrange(len(content) + 1), chance.choice((1, 3, 20, 300))
    bit = chance.choice(_BITS).encode("utf-8", "replace")
    part = content[place : place + size]
    return chance.choice(
        (
            content[:place] + bit + content[place:],
            content[:place] + content[place + size :],
            content[:place] + part * _times(chance) + content[place:],
            content[:place]
            + bytes(chance.randrange(256) for _each in range(4))
            + content[place + 4 :],
            content[:place] + bit * _times(chance) + content[place:],
            content.replace(part or b"\n", bit, 3),
            content[:place],
        )
    )


if __name__ == "__main__":
    sys.exit(main())
