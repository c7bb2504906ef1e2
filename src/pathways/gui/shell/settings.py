"""What the program remembers from one time to the next: one table, kept in one INI file."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QSettings

from pathways import paths


class Setting(msgspec.Struct, frozen=True):
    """One thing that is remembered: its key in the file, its type, and what it is until somebody
    chooses.
    """

    key: str
    type: type
    default: Any


SETTINGS = (
    Setting("window/geometry", QByteArray, QByteArray()),
    Setting("look/theme", str, "system"),
    Setting("look/text_percent", int, 100),
    Setting("look/language", str, ""),
    Setting("files/recent", list, []),
    Setting("files/open", list, []),
    Setting("plans/open", list, []),
    Setting("team/last", str, ""),
    Setting("start/welcomed", bool, False),
    Setting("choice/nodes", list, []),
    Setting("judge/who", str, ""),
    Setting("keys/single_letters", bool, True),
    Setting("compare/only_changes", bool, False),
    Setting("compare/word_marks", bool, True),
    Setting("export/folder", str, ""),
    Setting("export/format", str, "pdf"),
    Setting("export/orientation", str, "automatic"),
    Setting("export/only_changes", bool, False),
    Setting("export/full", bool, False),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """Read and keep the settings of the table; whatever is not as it should be counts as the
    default.
    """

    def __init__(self) -> None:
        file = paths.user_config() / "settings.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, key: str) -> Any:
        """Return a setting's value, of the type that the table says."""
        setting = _BY_KEY[key]
        value = self._store.value(key, setting.default)
        try:
            return _typed(value, setting)
        except (TypeError, ValueError):
            return setting.default

    def set(self, key: str, value: Any) -> None:
        """Remember a setting."""
        setting = _BY_KEY[key]
        self._store.setValue(key, [*value] if setting.type is list else value)

    def save(self) -> None:
        """Write to the file what was set; a folder that cannot be written to is no reason to stop
        working.
        """
        self._store.sync()


def _typed(value: Any, setting: Setting) -> Any:
    if setting.type is bool:
        return value if isinstance(value, bool) else str(value).lower() in ("true", "1")
    if setting.type is list:
        return [value] if isinstance(value, str) and value else [str(item) for item in value or ()]
    if setting.type is QByteArray:
        return value if isinstance(value, QByteArray) else setting.default
    return setting.type(value)
