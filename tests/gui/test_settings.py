"""What is remembered, and what a spoilt file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from pathways.gui.shell.settings import SETTINGS, Settings

EXAMPLES = {
    bool: True,
    int: 7,
    str: "words",
    list: ["a", "b, c"],
    QByteArray: QByteArray(b"\x00\x01"),
}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_each_setting_is_its_default_until_somebody_chooses(setting: object) -> None:
    assert Settings().get(setting.key) == setting.default  # type: ignore[attr-defined]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_each_setting_comes_back_as_it_was_set(setting: object) -> None:
    value = EXAMPLES[setting.type]  # type: ignore[attr-defined]
    first = Settings()
    first.set(setting.key, value)  # type: ignore[attr-defined]
    first.save()
    found = Settings().get(setting.key)  # type: ignore[attr-defined]
    assert found == value
    assert type(found) is setting.type  # type: ignore[attr-defined]


def test_settings_are_an_ini_file_in_the_folder_of_the_person(own_settings: Path) -> None:
    settings = Settings()
    settings.set("look/theme", "dark")
    settings.save()
    assert "theme=dark" in (own_settings / "settings.ini").read_text("utf-8")


def test_a_spoilt_value_counts_as_the_default(own_settings: Path) -> None:
    (own_settings / "settings.ini").write_text("[look]\ntext_percent=large\n", "utf-8")
    assert Settings().get("look/text_percent") == 100


def test_a_list_of_one_stays_a_list() -> None:
    settings = Settings()
    settings.set("choice/nodes", ("ict-6",))
    settings.save()
    assert Settings().get("choice/nodes") == ["ict-6"]


def test_settings_that_cannot_be_saved_are_told_once_until_they_can(
    qapp: object, own_settings: Path
) -> None:
    settings = Settings()
    told: list[str] = []
    settings.not_saved.connect(told.append)
    own_settings.rmdir()
    own_settings.write_bytes(b"")  # where the folder should be
    settings.set("look/theme", "dark")
    settings.save()
    settings.set("look/theme", "light")
    settings.save()
    assert len(told) == 1
    assert told[0].startswith("What you set is not kept for the next start: “")
    assert told[0].endswith("is not a folder.")
    own_settings.unlink()
    settings.set("look/theme", "dark")
    settings.save()
    assert Settings().get("look/theme") == "dark"
    assert len(told) == 1


def test_a_setting_is_saved_soon_without_being_asked(qtbot: QtBot, own_settings: Path) -> None:
    settings = Settings()
    settings.set("look/theme", "dark")
    qtbot.waitUntil(lambda: Settings().get("look/theme") == "dark")
