"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import re
import stat
import time
import zlib
from pathlib import Path
from typing import BinaryIO

from pathways.errors import PathwaysError
from pathways.i18n import _

_PRIVATE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SPARE = ".part"
_SPARE_NAME = (
    r"\.(?:pathways-|.+\.(?=[0-9a-f]{8}-\d))"
    r"(?:(?P<host>[0-9a-f]{8})-(?P<process>\d{1,9})-)?[0-9a-f]{12}\.part"
)
_EOTHER = getattr(errno, "EOWNERDEAD", -1)  # used for a file of another owner
_OLD = 24 * 60 * 60  # seconds after which nobody is still writing
_LONGEST_NAME = 210  # bytes


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put ``content`` into a file; until it is whole on the disk, a file of that name stays as it
    was.

    A link is followed, an existing file's permissions are kept; what is ``private`` only its owner
    can read, from the first byte on. Whatever fails, nothing half-written is left behind, and a
    PathwaysError says why and what to do.
    """
    try:
        _write(Path(os.path.realpath(path)), content, private)
    except (OSError, ValueError) as error:
        raise PathwaysError(_refusal(path, error)) from None


def why_not_written(path: Path) -> str:
    """Return in a sentence why a file cannot be written, "" where it can: it is written again as it
    is.
    """
    target = Path(os.path.realpath(path))
    try:
        _write(target, target.read_bytes() if target.is_file() else b"\n", private=False)
    except (OSError, ValueError) as error:
        return _reason_and_advice(path, error)[0]
    return ""


def spares_of(path: Path) -> list[Path]:
    """Return what interrupted writing of a private file has left in its folder."""
    target = Path(os.path.realpath(path))
    start = f".{target.name}."
    try:
        names = [entry.name for entry in os.scandir(target.parent)]
    except (OSError, ValueError):
        return []
    return [
        target.with_name(name) for name in names if name.startswith(start) and name.endswith(_SPARE)
    ]


def _write(target: Path, content: bytes, private: bool) -> None:
    existing = _existing(target)
    _sweep(target.parent)
    spare, file = _open_beside(target, private)
    try:
        with file:
            if existing:
                _keep_permissions(file, existing, private)
                _refuse_to_take_over(file, existing)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(target)
    except BaseException:  # also when interrupted: the spare file must go
        with contextlib.suppress(OSError):
            spare.unlink()
        raise
    _settle(target.parent)


def _existing(target: Path) -> os.stat_result | None:
    """Return what is known of the file so far, None where there is none; raise where it must not
    be replaced.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.ENODEV, "")
    if found.st_nlink > 1:  # the other name would keep what the file held before
        raise OSError(errno.EMLINK, "")
    if not os.access(target, os.W_OK):  # replacing it would be possible, but is not meant
        raise PermissionError(errno.EPERM, "")
    return found


def _sweep(folder: Path) -> None:
    """Remove the spare files that programs which were killed have left in a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = re.fullmatch(_SPARE_NAME, entry.name)
            if found and _is_left_behind(entry, found):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _is_left_behind(entry: os.DirEntry[str], found: re.Match[str]) -> bool:
    """Tell whether nobody writes a spare file any more: its program is gone, or it is very old."""
    if found["host"] == _host() and hasattr(os, "fork"):
        try:
            os.kill(int(found["process"]), 0)  # asks only, and ends nothing
        except ProcessLookupError:
            return True
        except OSError:
            return False
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD


def _host() -> str:
    """Return a short mark of this machine; a folder may be shared with others."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _open_beside(target: Path, private: bool) -> tuple[Path, BinaryIO]:
    """Create a spare file in the folder of the target, with the permissions that new files get
    there; the one of a private file is named after it, so that it can be found and swept away.
    """
    # A name of 255 bytes leaves no room for more: such a file gets a spare of another name.
    named = private and len(os.fsencode(target.name)) < _LONGEST_NAME
    start = f".{target.name}." if named else ".pathways-"
    start += f"{_host()}-{os.getpid()}-"
    import secrets  # not before something is written

    while True:
        spare = target.with_name(f"{start}{secrets.token_hex(6)}{_SPARE}")
        try:
            handle = os.open(spare, _NEW_FILE, _PRIVATE) if private else None
            return spare, spare.open("xb") if handle is None else os.fdopen(handle, "wb")
        except FileExistsError:
            continue


def _keep_permissions(file: BinaryIO, existing: os.stat_result, private: bool) -> None:
    if hasattr(os, "fchown"):
        with contextlib.suppress(PermissionError):  # only the superuser can give files away
            os.fchown(file.fileno(), existing.st_uid, existing.st_gid)
        os.fchmod(file.fileno(), _PRIVATE if private else stat.S_IMODE(existing.st_mode))


def _refuse_to_take_over(file: BinaryIO, existing: os.stat_result) -> None:
    """Refuse where the file would become ours that is somebody else's."""
    if hasattr(os, "fchown") and os.fstat(file.fileno()).st_uid != existing.st_uid:
        raise OSError(_EOTHER, "")


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError | ValueError) -> str:
    told = " ".join(_reason_and_advice(path, error))
    return _("“{path}” cannot be written. {why}").format(path=path, why=told)


def _reason_and_advice(path: Path, error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, ValueError):
        reason, advice = _("No file can have this name."), _("Choose another.")
    else:
        reasons = _reasons_in_the_name() | _reasons_in_the_place()
        unforeseen = (_("The system says: {error}."), _("Choose another name or folder."))
        reason, advice = reasons.get(error.errno or 0, unforeseen)
    linked = os.path.islink(path)  # noqa: PTH114 - Path.is_symlink fails on names that are too long
    folder = Path(os.path.realpath(path)).parent if linked else path.parent
    said = getattr(error, "strerror", None) or error
    if getattr(error, "errno", 0) == errno.ENOENT and folder.is_dir():  # such as /proc
        reason, advice = _("No file can be made in “{folder}”."), _("Choose another folder.")
    return reason.format(folder=folder, error=said), advice.format(folder=folder, error=said)


def _reasons_in_the_name() -> dict[int, tuple[str, str]]:
    """Return what is wrong with what the name leads to, and what to do, by the system's number."""
    return {
        errno.ENOENT: (_("There is no folder “{folder}”."), _("Create it, or choose another.")),
        errno.ENOTDIR: (_("“{folder}” is not a folder."), _("Choose another.")),
        errno.EISDIR: (_("It is a folder."), _("Choose the name of a file in it.")),
        errno.ENODEV: (_("It is not an ordinary file."), _("Choose the name of a file.")),
        errno.EMLINK: (
            _("The file has a second name (a hard link), which would keep the old text."),
            _("Choose another name."),
        ),
        errno.ENAMETOOLONG: (_("The name is too long."), _("Choose a shorter one.")),
        errno.ELOOP: (_("The link leads round in a circle."), _("Choose another name.")),
    }


def _reasons_in_the_place() -> dict[int, tuple[str, str]]:
    """Return why the disk or an owner's rights forbid it, and what to do, by the system's
    number.
    """
    return {
        errno.EPERM: (
            _("The file is protected against writing, or open in another program."),
            _("Choose another name, or lift the protection."),
        ),
        errno.EACCES: (
            _("You are not allowed to write in the folder “{folder}”."),
            _("Choose another folder, or close the file in other programs."),
        ),
        _EOTHER: (
            _("The file belongs to somebody else, and saving would make it yours."),
            _("Choose another name, or ask its owner."),
        ),
        errno.EROFS: (_("The disk can only be read."), _("Choose a folder on another disk.")),
        errno.ENOSPC: (
            _("The disk is full."),
            _("Make room on it, or choose a folder on another disk."),
        ),
        errno.EDQUOT: (
            _("Your share of the disk is full."),
            _("Make room, or choose a folder on another disk."),
        ),
        errno.EFBIG: (
            _("The file would be larger than is allowed here."),
            _("Choose a folder on another disk."),
        ),
    }
