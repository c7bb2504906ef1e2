"""The settings: asked for in one dialog, held when the person says so, and not before."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from driver import Driver
from pathways.gui.shell.settings import SETTINGS, Settings
from pathways.gui.shell.settings_dialog import SettingsDialog, languages, sections


def test_every_field_is_a_setting_of_the_table_with_a_choice_for_its_default() -> None:
    defaults = {setting.key: setting.default for setting in SETTINGS}
    assert sections()
    for fields in sections().values():
        assert fields
        for field in fields:
            assert field.key in defaults
            assert field.choices is None or defaults[field.key] in field.choices


def test_apply_lets_it_hold_and_leaves_the_dialog_open(opened: Driver) -> None:
    def use(dialog: SettingsDialog) -> None:
        assert not dialog.apply_button.isEnabled()
        opened.find(QRadioButton, "Dark", dialog).click()
        opened.find(QCheckBox, "Only what changes", dialog).click()
        opened.find(QCheckBox, "Word marks", dialog).click()
        assert opened.window.theme.name == "light"
        opened.click("Apply", dialog)
        assert dialog.isVisible() and not dialog.apply_button.isEnabled()
        assert opened.window.theme.name == "dark"

    opened.when("Settings", use)
    opened.menu("Edit", "Settings")
    assert opened.action("View", "Dark").isChecked()
    assert opened.action("View", "Only what changes").isChecked()
    assert not opened.action("View", "Word marks").isChecked()
    assert opened.window.session.only_changes


def test_ok_lets_it_hold_for_good(opened: Driver) -> None:
    def use(dialog: SettingsDialog) -> None:
        opened.choose_in("Text size", "150 %", dialog)
        opened.find(QRadioButton, "Landscape", dialog).click()
        opened.click("OK", dialog)

    opened.when("Settings", use)
    opened.press("Ctrl+,")
    assert opened.window.theme.scale == 1.5
    opened.reopen()
    assert opened.window.theme.scale == 1.5
    assert Settings().get("export/orientation") == "landscape"


def test_cancel_changes_nothing(opened: Driver) -> None:
    def use(dialog: SettingsDialog) -> None:
        opened.find(QRadioButton, "High contrast", dialog).click()
        opened.click("Cancel", dialog)

    opened.when("Settings", use)
    opened.menu("Edit", "Settings")
    assert opened.window.theme.name == "light"
    assert Settings().get("look/theme") == "system"


def test_the_defaults_are_one_button_away(opened: Driver) -> None:
    opened.menu("View", "Dark")
    opened.press("Ctrl++")

    def use(dialog: SettingsDialog) -> None:
        opened.click("Restore defaults", dialog)
        assert dialog.changed() == {"look/theme": "system", "look/text_percent": 100}
        opened.click("OK", dialog)

    opened.when("Settings", use)
    opened.menu("Edit", "Settings")
    assert (opened.window.theme.name, opened.window.theme.scale) == ("light", 1.0)


def test_it_is_used_by_keyboard_alone(opened: Driver) -> None:
    def use(dialog: SettingsDialog) -> None:
        found = []
        for _step in range(30):
            opened.press("Tab")
            widget = QApplication.focusWidget()
            assert widget is not None
            found.append(widget.accessibleName() or widget.text())  # type: ignore[attr-defined]
        assert {
            "Same as system",
            "Text size",
            "Language",
            "Only what changes",
            "Word marks",
            "Cancel",
            "OK",
        } <= set(found)
        while not (isinstance(QApplication.focusWidget(), QCheckBox)):
            opened.press("Tab")
        opened.press("Space")
        opened.press("Return")
        assert not dialog.isVisible()

    opened.when("Settings", use)
    opened.menu("Edit", "Settings")
    assert opened.window.session.only_changes


def test_the_dialog_fits_the_screen_at_the_largest_text(opened: Driver) -> None:
    opened.window.window_actions.set_theme(opened.window.theme.scaled(3.0))

    def use(dialog: SettingsDialog) -> None:
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width() and dialog.height() <= room.height()

    opened.when("Settings", use)
    opened.menu("Edit", "Settings")


def test_english_can_always_be_spoken() -> None:
    assert languages()["en"] == "English"
