"""What a person can choose for good: how it looks, what is shown, and how paper lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.dialogs.fitting_dialog import room_on_screen
from pathways.gui.shell.settings import SETTINGS, Settings
from pathways.gui.shell.theme import LARGEST, NOTCH, SMALLEST, Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, available_languages

Values = dict[str, Any]
Apply = Callable[[Values], None]


@dataclass(frozen=True)
class SettingField:
    """One setting as it is asked for; without ``choices`` it is yes or no, with ``listed`` they
    are in a list.
    """

    key: str
    words: str
    choices: Mapping[Any, str] | None = None
    listed: bool = False
    note: str = ""


def sections() -> dict[str, tuple[SettingField, ...]]:
    """Return what is asked for, by heading."""
    papers = {
        "automatic": _("Automatic"),
        "portrait": _("Portrait"),
        "landscape": _("Landscape"),
    }
    return {
        _("Look"): _of_the_look(),
        _("Comparing"): (
            SettingField("compare/only_changes", _("Only what changes")),
            SettingField("compare/word_marks", _("Word marks")),
        ),
        _("Keys"): (
            SettingField(
                "keys/single_letters",
                _("Single letters as keys"),
                note=_("N and P go to the next and the previous change; F8 always does."),
            ),
        ),
        _("Paper"): (SettingField("export/orientation", _("Page orientation"), papers),),
    }


def _of_the_look() -> tuple[SettingField, ...]:
    percents = range(round(SMALLEST * 100), round(LARGEST * 100) + 1, round(NOTCH * 100))
    themes = {
        "system": _("Same as system"),
        "light": _("Light"),
        "dark": _("Dark"),
        "high-contrast": _("High contrast"),
    }
    note = _(
        "The language changes when you restart. The Welsh has not been checked by a native speaker."
    )
    return (
        SettingField("look/theme", _("Colours"), themes),
        SettingField(
            "look/text_percent",
            _("Text size"),
            {n: _("{percent} %").format(percent=n) for n in percents},
            True,
        ),
        SettingField("look/language", _("Language"), languages(), True, note),
    )


def languages() -> dict[str, str]:
    """Return the languages that the program speaks, by code, in their own words."""
    return {"": _("Same as system"), **available_languages()}


class SettingsDialog(QDialog):
    """Ask for the settings; ``apply`` hears those that were changed whenever the person wants them
    to hold.
    """

    def __init__(
        self, parent: QWidget | None, settings: Settings, theme: Theme, apply: Apply
    ) -> None:
        super().__init__(parent)
        set_window_title(self, _("Settings"))
        self._settings = settings
        self._theme = theme
        self._apply = apply
        self._read: dict[str, Callable[[], Any]] = {}
        self._write: dict[str, Callable[[Any], None]] = {}
        self._lay_out()
        self.show_values(
            {
                field.key: settings.get(field.key)
                for fields in sections().values()
                for field in fields
            }
        )
        self._on_changed()

    @classmethod
    def ask(cls, parent: QWidget | None, settings: Settings, theme: Theme, apply: Apply) -> None:
        """Show it until the person has done with it."""
        shown_until_closed(cls(parent, settings, theme, apply))

    def values(self) -> Values:
        """Return what is chosen in the dialog now."""
        return {key: read() for key, read in self._read.items()}

    def show_values(self, values: Values) -> None:
        """Choose these values in the dialog."""
        for key, value in values.items():
            self._write[key](value)

    def changed(self) -> Values:
        """Return what is chosen here and does not hold yet."""
        return {
            key: value for key, value in self.values().items() if value != self._settings.get(key)
        }

    def accept(self) -> None:
        """Let it hold, and close."""
        self._on_apply()
        super().accept()

    # Making --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 8)
        column.setSpacing(8)
        for title, fields in sections().items():
            heading = Label(title, content)
            heading.setProperty("look", "heading")
            column.addWidget(heading)
            for field in fields:
                column.addWidget(self._make_field(field, content))
            column.addSpacing(8)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._make_buttons())
        hint = content.minimumSizeHint()
        width = max(self._theme.px(460), hint.width() + 40)
        self.resize(QSize(width, hint.height() + 90).boundedTo(room_on_screen(self)))

    def _make_buttons(self) -> QWidget:
        self.defaults_button = QPushButton(_("Restore defaults"), self)
        cancel, self.apply_button = QPushButton(_("Cancel"), self), QPushButton(_("Apply"), self)
        done = QPushButton(_("OK"), self)
        done.setProperty("look", "primary")
        done.setDefault(True)
        for button in (self.defaults_button, cancel, self.apply_button):
            button.setAutoDefault(False)
        self.defaults_button.clicked.connect(self._on_defaults)
        cancel.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self._on_apply)
        done.clicked.connect(self.accept)
        row = QWidget(self)
        flow = FlowLayout(row)  # so that it fits on a small screen at every text size
        flow.setContentsMargins(24, 0, 24, 0)
        for button in (done, cancel, self.apply_button, self.defaults_button):
            flow.addWidget(button)
        return row

    def _make_field(self, field: SettingField, parent: QWidget) -> QWidget:
        if field.choices is None:
            return self._make_tick(field, parent)
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        label = Label(field.words, box)
        label.setProperty("look", "strong")
        column.addWidget(label)
        control = self._make_list(field, box) if field.listed else self._make_radios(field, box)
        label.setBuddy(control)
        column.addWidget(
            control, 0, Qt.AlignmentFlag.AlignLeft if field.listed else Qt.AlignmentFlag(0)
        )
        if field.note:
            note = wrapped_label("small", box, field.note)
            column.addWidget(note)
        return box

    def _make_tick(self, field: SettingField, parent: QWidget) -> QWidget:
        tick = QCheckBox(field.words, parent)
        self._read[field.key], self._write[field.key] = tick.isChecked, tick.setChecked
        tick.toggled.connect(self._on_changed)
        return tick

    def _make_list(self, field: SettingField, parent: QWidget) -> QWidget:
        box = PlainChoiceBox(self._theme, field.words, parent)
        for value, words in (field.choices or {}).items():
            box.addItem(words, value)
        self._read[field.key] = box.currentData
        self._write[field.key] = lambda value: box.setCurrentIndex(max(0, box.findData(value)))
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _make_radios(self, field: SettingField, parent: QWidget) -> QWidget:
        values, group = list(field.choices or {}), QButtonGroup(self)
        row = QWidget(parent)
        row.setAccessibleName(field.words)
        flow = FlowLayout(row)
        for number, words in enumerate((field.choices or {}).values()):
            button = QRadioButton(words, row)
            button.setAccessibleDescription(field.words)
            group.addButton(button, number)
            flow.addWidget(button)
        self._read[field.key] = lambda: values[max(0, group.checkedId())]
        self._write[field.key] = lambda value: group.button(
            values.index(value) if value in values else 0
        ).setChecked(True)
        group.idToggled.connect(self._on_changed)
        return row

    # Doing ---------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.apply_button.setEnabled(bool(self.changed()))

    def _on_apply(self) -> None:
        changed = self.changed()
        if changed:
            self._apply(changed)
            self._on_changed()

    def _on_defaults(self) -> None:
        self.show_values(
            {setting.key: setting.default for setting in SETTINGS if setting.key in self._read}
        )
