"""Ask for files; Qt's own dialog is loaded when it is first asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


def ask_file(parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
    """Return the file that was chosen, None where the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    name, _kind = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Return the files that were chosen, none where the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    names, _kind = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]


def ask_new_file(
    parent: QWidget, title: str, name: str, kinds: str, ending: str = ""
) -> Path | None:
    """Return the file to write, with an ``ending`` whatever was typed, None where the person
    thought better of it.
    """
    from PySide6.QtWidgets import QFileDialog

    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if not chosen:
        return None
    return with_ending(Path(chosen), ending) if ending else Path(chosen)


def with_ending(path: Path, ending: str) -> Path:
    """Return a path that has an ending, in capitals or not."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
