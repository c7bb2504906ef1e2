"""Documents that cannot be read, said in a sentence."""

from __future__ import annotations

from pathlib import Path

from pathways.errors import PathwaysError
from pathways.i18n import _

_LONGEST_REASON = 120  # characters of what a library says


class UnreadableDocumentError(PathwaysError):
    """Say which document cannot be read, why, and what to do."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        self.path = path
        super().__init__(
            _("{file}: {what} {advice}").format(file=path.name, what=what, advice=advice)
        )


def damaged(path: Path) -> UnreadableDocumentError:
    """Return the error for a document that is cut short or broken."""
    return UnreadableDocumentError(
        path,
        _("The file is damaged or not complete."),
        _("Open it in the program it was made with, save it again, and import that."),
    )


def encrypted(path: Path) -> UnreadableDocumentError:
    """Return the error for a document that asks for a password."""
    return UnreadableDocumentError(
        path,
        _("The document is protected with a password."),
        _("Save a copy without the password and import that."),
    )


def too_large(path: Path, megabytes: float) -> UnreadableDocumentError:
    """Return the error for a document that is, or unpacks to, more than is read."""
    return UnreadableDocumentError(
        path,
        _("The document holds more than {size} MB, more than is read.").format(
            size=f"{megabytes:g}"
        ),
        _("Check that it is the right file, or divide it into several."),
    )


def too_intricate(path: Path) -> UnreadableDocumentError:
    """Return the error for a document whose parts lie too deep in one another, or are too many."""
    return UnreadableDocumentError(
        path,
        _("Tables or lists lie too deep in one another, or there are too many parts to read."),
        _("Save the text without them, or divide the document into several."),
    )


def not_allowed_xml(path: Path) -> UnreadableDocumentError:
    """Return the error for XML that declares a document type, as no office program writes it."""
    return UnreadableDocumentError(
        path,
        _(
            "The file declares entities of its own, which no word processor writes and which may "
            "be harmful."
        ),
        _("Do not trust it; ask where it comes from."),
    )


def not_understood(path: Path, error: Exception) -> UnreadableDocumentError:
    """Return the error for a document over which a reader failed in a way nobody foresaw."""
    reason = " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
    return UnreadableDocumentError(
        path,
        _("The file cannot be read, because part of it is broken ({reason}).").format(
            reason=reason
        ),
        _("Open it in the program it was made with, save it again, and import that."),
    )


def missing_part(path: Path, package: str) -> UnreadableDocumentError:
    """Return the error for a format whose library is not installed."""
    return UnreadableDocumentError(
        path,
        _("To read this kind of file, Pathways needs {package}, which is not installed.").format(
            package=package
        ),
        _("Pathways is not completely installed: ask whoever installed it to do so again."),
    )
