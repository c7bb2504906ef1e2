"""What the program remembers from one time to the next: one table, kept in one INI file."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, QTimer, Signal

from pathways import paths
from pathways.i18n import _


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
_SOON = 1_000  # milliseconds from a change to its saving, while the program is in use
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings(QObject):
    """Read and keep the settings of the table; whatever is not as it should be counts as the
    default.

    ``not_saved`` says in a sentence, once, that what is set cannot be kept, and why.
    """

    not_saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._file = paths.user_config() / "settings.ini"
        self._store = QSettings(str(self._file), QSettings.Format.IniFormat)
        self._has_told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.save)

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
        if QCoreApplication.instance() is not None:
            self._soon.start()

    def save(self) -> None:
        """Write to the file what was set; a folder that cannot be written to is no reason to stop
        working.
        """
        self._soon.stop()
        self._store.sync()
        if self._store.status() == QSettings.Status.NoError:
            self._has_told = False
        elif not self._has_told:
            from pathways.store.whole_file import why_not_written

            self._has_told = True
            words = _(
                "What you set is not kept for the next start: “{file}” cannot be saved. {why}"
            )
            why = why_not_written(self._file)  # Qt does not tell
            self.not_saved.emit(words.format(file=self._file, why=why).rstrip())


def _typed(value: Any, setting: Setting) -> Any:
    if setting.type is bool:
        return value if isinstance(value, bool) else str(value).lower() in ("true", "1")
    if setting.type is list:
        return [value] if isinstance(value, str) and value else [str(item) for item in value or ()]
    if setting.type is QByteArray:
        return value if isinstance(value, QByteArray) else setting.default
    return setting.type(value)
