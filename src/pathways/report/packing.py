"""Zip containers that are the same, byte for byte, for the same content."""

from __future__ import annotations

import datetime
import io
import zipfile


def repacked(container: bytes, date: datetime.date) -> bytes:
    """Return a zip container with every part dated ``date``; the order of the parts stays, and
    ``mimetype`` unpacked.

    Zip files know no date before 1980 and none after 2107; those become the nearest that they know.
    """
    moment = (min(max(date.year, 1980), 2107), date.month, date.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(container)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, moment)
            entry.external_attr = 0o600 << 16
            stored = part.filename == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return target.getvalue()
