"""What the program's own files hold, kept from one start to the next, so that YAML is read only
where it is another.

Only files that come with the program are kept, and only those without a mistake or an oddity: of a
person's own files no copy is left behind. What is kept counts as long as the file holds the very
same bytes and the program is the very same; whatever is amiss with it, the file is read as if
nothing had been kept.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from pathways import __version__, paths

Value = TypeVar("Value")
_MOST_BYTES = 8_000_000  # four times the largest file that is read
_SUM = 4  # bytes in front of the rest that tell whether it is whole


class _Kept(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """What was read, and all that it was read from: the program, the known ids and the file's
    content.
    """

    program: str
    known: tuple[str, ...]
    content: bytes
    value: msgspec.Raw


def recalled(
    file: Path, content: bytes, kind: type[Value], known: Collection[str] = ()
) -> Value | None:
    """Return what was kept of a file with this content, read with these ids known; None where
    nothing was.
    """
    if not _comes_with_the_program(file):
        return None
    try:
        with _place(file).open("rb") as stored:
            whole = stored.read(_MOST_BYTES)
        if zlib.crc32(whole[_SUM:]) != int.from_bytes(whole[:_SUM], "big"):
            return None
        kept = msgspec.msgpack.decode(whole[_SUM:], type=_Kept)
        if (kept.program, kept.known, kept.content) != (_program(), tuple(known), content):
            return None
        return msgspec.msgpack.decode(kept.value, type=kind)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):  # whole, but wrong inside
        return None


def keep(file: Path, content: bytes, value: object, known: Collection[str] = ()) -> None:
    """Keep what was read from a file, where that can be done: a folder that cannot be written to
    is no mistake.
    """
    if not _comes_with_the_program(file):
        return
    kept = _Kept(_program(), tuple(known), content, msgspec.Raw(msgspec.msgpack.encode(value)))
    whole = msgspec.msgpack.encode(kept)
    place = _place(file)
    spare = place.with_name(f"{place.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            spare.write_bytes(zlib.crc32(whole).to_bytes(_SUM, "big") + whole)
            spare.replace(place)
        except OSError:
            spare.unlink(missing_ok=True)
            raise


def _place(file: Path) -> Path:
    return paths.user_cache() / f"{file.stem}.kept"


def _comes_with_the_program(file: Path) -> bool:
    return file.parent in (paths.data(), paths.resources())


@lru_cache(maxsize=1)
def _program() -> str:
    """Return what tells one program from another: its version and, where they lie open, the files
    that read.
    """
    parts = [__version__]
    for folder in (Path(__file__).parent, Path(__file__).parent.parent / "model"):
        with (
            contextlib.suppress(OSError),
            os.scandir(folder) as found,
        ):  # in a frozen bundle there is no such folder
            for entry in sorted(found, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    parts.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(parts)
