"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import BinaryIO

from pathways.errors import PathwaysError
from pathways.i18n import _

_PRIVATE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SPARE = ".part"
_LONGEST_NAME = 230  # bytes


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
    spare, file = _open_beside(target, private)
    try:
        with file:
            if existing:
                _keep_permissions(file, existing, private)
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
    if not os.access(target, os.W_OK):  # replacing it would be possible, but is not meant
        raise PermissionError(errno.EPERM, "")
    return found


def _open_beside(target: Path, private: bool) -> tuple[Path, BinaryIO]:
    """Create a spare file in the folder of the target, with the permissions that new files get
    there; the one of a private file is named after it, so that it can be found and swept away.
    """
    # A name of 255 bytes leaves no room for more: such a file gets a spare of another name.
    named = private and len(os.fsencode(target.name)) < _LONGEST_NAME
    start = f".{target.name}." if named else ".pathways-"
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


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError | ValueError) -> str:
    reasons = {
        errno.ENOENT: (_("There is no folder “{folder}”."), _("Create it, or choose another.")),
        errno.ENOTDIR: (_("“{folder}” is not a folder."), _("Choose another.")),
        errno.EISDIR: (_("It is a folder."), _("Choose the name of a file in it.")),
        errno.ENODEV: (_("It is not an ordinary file."), _("Choose the name of a file.")),
        errno.EPERM: (
            _("The file is protected against writing, or open in another program."),
            _("Choose another name, or lift the protection."),
        ),
        errno.EACCES: (
            _("You are not allowed to write in the folder “{folder}”."),
            _("Choose another folder, or close the file in other programs."),
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
        errno.ENAMETOOLONG: (_("The name is too long."), _("Choose a shorter one.")),
        errno.ELOOP: (_("The link leads round in a circle."), _("Choose another name.")),
    }
    if isinstance(error, ValueError):
        reason, advice = _("No file can have this name."), _("Choose another.")
    else:
        unforeseen = (_("The system says: {error}."), _("Choose another name or folder."))
        reason, advice = reasons.get(error.errno or 0, unforeseen)
    linked = os.path.islink(path)  # noqa: PTH114 - Path.is_symlink fails on names that are too long
    folder = Path(os.path.realpath(path)).parent if linked else path.parent
    told = f"{reason} {advice}".format(
        folder=folder, error=getattr(error, "strerror", None) or error
    )
    return _("“{path}” cannot be written. {why}").format(path=path, why=told)
