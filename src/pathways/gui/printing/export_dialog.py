"""How a sheet is to go into a file: which kind, how the paper lies, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLabel, QRadioButton, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.shell.settings import Settings
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _

ENDINGS = ("pdf", "docx", "odt", "html", "csv", "txt", "md")


def format_title(ending: str) -> str:
    """Return a kind of file in words for people."""
    return {
        "pdf": _("PDF, to print or send"),
        "docx": _("Word"),
        "odt": _("LibreOffice Writer (ODT)"),
        "html": _("Web page (HTML)"),
        "csv": _("Table for a spreadsheet (CSV)"),
        "txt": _("Plain text"),
        "md": _("Markdown"),
    }[ending]


@dataclass(frozen=True)
class PaperChoice:
    """What a person chose; ``ending`` is "" where nothing goes into a file."""

    ending: str
    orientation: str  # automatic, portrait or landscape
    only_changes: bool
    sources: bool
    signatures: bool
    full: bool = False  # a comparison with every statement, not the two sides to sit down with


class ExportDialog(FittingDialog):
    """Ask for a PaperChoice; begin with the last one."""

    def __init__(
        self,
        parent: QWidget | None,
        settings: Settings,
        *,
        to_file: bool,
        comparison: bool = False,
    ) -> None:
        super().__init__(parent)
        set_window_title(self, _("Export") if to_file else _("Print"))
        self._settings = settings
        self._to_file = to_file
        self._formats = QButtonGroup(self)
        self._papers = QButtonGroup(self)
        self._full = QCheckBox(_("The full comparison: every statement side by side"), self)
        self._full.setVisible(comparison)
        self._only = QCheckBox(_("Only what changes"), self)
        self._sources = QCheckBox(_("Sources as footnotes"), self)
        self._signatures = QCheckBox(_("Room for notes and two signatures"), self)
        self._lay_out()
        self._restore()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        settings: Settings,
        *,
        to_file: bool = True,
        comparison: bool = False,
    ) -> PaperChoice | None:
        """Return what was chosen, None where the person thought better of it.

        A ``comparison`` can go on paper in full, or as the two sides to sit down with.
        """
        dialog = cls(parent, settings, to_file=to_file, comparison=comparison)
        return answer_of(dialog, cls.choice)

    def choice(self) -> PaperChoice:
        """Return what is chosen now, and remember it."""
        ending = ENDINGS[max(0, self._formats.checkedId())] if self._to_file else ""
        orientation = ("automatic", "portrait", "landscape")[max(0, self._papers.checkedId())]
        if ending:
            self._settings.set("export/format", ending)
        self._settings.set("export/orientation", orientation)
        self._settings.set("export/only_changes", self._only.isChecked())
        if self._full.isVisibleTo(self):
            self._settings.set("export/full", self._full.isChecked())
        return PaperChoice(
            ending,
            orientation,
            self._only.isChecked(),
            self._sources.isChecked(),
            self._signatures.isChecked(),
            self._full.isChecked(),
        )

    def _lay_out(self) -> None:
        column = self.body
        column.setSpacing(8)
        if self._to_file:
            column.addWidget(self._heading(_("Kind of file")))
            column.addWidget(
                self._radios(self._formats, [format_title(ending) for ending in ENDINGS], columns=2)
            )
        column.addWidget(self._heading(_("Paper")))
        papers = [_("Automatic"), _("Portrait"), _("Landscape")]
        column.addWidget(self._radios(self._papers, papers, columns=3))
        column.addWidget(self._heading(_("Include")))
        for box in (self._full, self._only, self._sources, self._signatures):
            column.addWidget(box)
        self.add_decision(_("Save as…") if self._to_file else _("Print…"))

    def _heading(self, words: str) -> QLabel:
        label = Label(words, self)
        label.setProperty("look", "strong")
        return label

    def _radios(self, group: QButtonGroup, words: list[str], *, columns: int) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 8)
        buttons = [QRadioButton(text, box) for text in words]
        for button in buttons:
            button.ensurePolished()
        widest = max(button.sizeHint().width() for button in buttons) + max(0, grid.spacing())
        columns = max(1, min(columns, self.room_across // widest))
        for index, button in enumerate(buttons):
            group.addButton(button, index)
            grid.addWidget(button, index // columns, index % columns, Qt.AlignmentFlag.AlignLeft)
        return box

    def _restore(self) -> None:
        get = self._settings.get
        ending, paper = get("export/format"), get("export/orientation")
        papers = ("automatic", "portrait", "landscape")
        first = self._formats if self._to_file else self._papers
        if self._to_file:
            self._formats.button(ENDINGS.index(ending) if ending in ENDINGS else 0).setChecked(True)
        self._papers.button(papers.index(paper) if paper in papers else 0).setChecked(True)
        self._full.setChecked(self._full.isVisibleTo(self) and get("export/full"))
        self._only.setChecked(get("export/only_changes"))
        self._sources.setChecked(True)
        self._signatures.setChecked(True)
        button = first.checkedButton()
        if button is not None:
            button.setFocus()
