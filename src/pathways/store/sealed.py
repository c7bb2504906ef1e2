"""Content that only a passphrase opens: scrypt makes a key of it, AES-GCM keeps the content.

A checksum over all of it tells a damaged file from a wrong passphrase.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import unicodedata
from typing import Any

from pathways.errors import PathwaysError
from pathways.i18n import _

HEAD = b"pathways sealed 1\n"
_COST = {"n": 2**15, "r": 8, "p": 1}  # about a tenth of a second, and 32 MB, for each try
_MOST_COST = 2**20
_KEY = 32


class PassphraseNeededError(PathwaysError):
    """Say that the content opens with a passphrase only."""


class WrongPassphraseError(PathwaysError):
    """Say that the passphrase is another."""


class DamagedError(PathwaysError):
    """Say that the content is not what was written."""


def is_sealed(content: bytes) -> bool:
    """Tell whether content is kept under a passphrase."""
    return content.startswith(HEAD)


def can_seal() -> bool:
    """Tell whether the package that this needs is there."""
    try:
        import cryptography  # noqa: F401
    except ImportError:
        return False
    return True


def sealed(content: bytes, passphrase: str) -> bytes:
    """Return content kept under a passphrase; raise PathwaysError without the package for it."""
    _need_package()
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    key, check = _key(_composed(passphrase), salt, _COST)
    kept = AESGCM(key).encrypt(nonce, content, HEAD)
    parts: dict[str, Any] = {
        "kdf": {"name": "scrypt", "salt": _text(salt), **_COST},
        "check": _text(check),
        "nonce": _text(nonce),
        "content": _text(kept),
    }
    body = json.dumps(parts, sort_keys=True).encode()
    return HEAD + hashlib.sha256(body).hexdigest().encode() + b"\n" + body + b"\n"


def unsealed(content: bytes, passphrase: str) -> bytes:
    """Return what was sealed.

    Raise WrongPassphraseError or DamagedError, whichever it is; PassphraseNeededError without a
    passphrase.
    """
    parts = _parts(content)
    if not passphrase:
        raise PassphraseNeededError(_("This file opens with its passphrase only."))
    _need_package()
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        kdf = parts["kdf"]
        cost = {name: int(kdf[name]) for name in _COST}
        if not 2 <= cost["n"] <= _MOST_COST or not 1 <= cost["r"] * cost["p"] <= 64:
            raise ValueError(cost)
        salt, wanted = _bytes(kdf["salt"]), _bytes(parts["check"])
        for typed in dict.fromkeys((_composed(passphrase), passphrase)):
            key, check = _key(typed, salt, cost)
            if check == wanted:
                break
        else:
            raise WrongPassphraseError(_("That is not the passphrase. Nothing was changed."))
        return AESGCM(key).decrypt(_bytes(parts["nonce"]), _bytes(parts["content"]), HEAD)
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise _damaged() from None


def _composed(passphrase: str) -> str:
    """Return a passphrase as it is on every system: some put accents together, some do not."""
    return unicodedata.normalize("NFC", passphrase)


def _parts(content: bytes) -> dict[str, Any]:
    head, _newline, rest = content.removeprefix(HEAD).partition(b"\n")
    body = rest.removesuffix(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != head:
        raise _damaged()
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise _damaged() from None
    if not isinstance(found, dict):
        raise _damaged()
    return found


def _damaged() -> DamagedError:
    return DamagedError(_("The file is damaged. Open the previous version, or a copy."))


def _key(passphrase: str, salt: bytes, cost: dict[str, int]) -> tuple[bytes, bytes]:
    """Return the key for the content, and what tells that the passphrase is the right one."""
    made = hashlib.scrypt(passphrase.encode(), salt=salt, maxmem=2**28, dklen=2 * _KEY, **cost)
    return made[:_KEY], hashlib.sha256(made[_KEY:]).digest()


def _need_package() -> None:
    if not can_seal():
        raise PathwaysError(
            _("Pathways is not completely installed: ask whoever installed it to do so again.")
        )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
