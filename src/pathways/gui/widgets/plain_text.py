"""Text shown as the plain text it is: labels, tips, actions and titles of windows.

Qt guesses whether a label or a tip is rich text, and what it takes for rich text may name pictures,
which it then opens. Text of frameworks and documents comes from anybody, so nothing guesses here:
labels and tips are made by this module only, and a test looks that no other module makes any.
"""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from pathways.i18n import _, _n
from pathways.right_to_left import A_TEXT, END, ISOLATE, RUN, isolated

# Three pages; laying out a word of 800 kB takes a minute.
MOST_SHOWN = 10_000  # characters of one text
_LONGEST_TIP = 1_000  # characters; a tip that fills the screen hides what it is about
_SIGN = re.compile(r"(^|· |: |\n)[●◐○⊘·] (?=\S)")  # of a standing, before the word that names it
_STEPS = re.compile(r"(?<!\s)\s*[●○]{2,}")  # a level as steps, beside its name


class Label(QLabel):
    """Show words as they are, whatever stands in them."""

    def __init__(self, words: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        """Take words and the parent, or the parent alone, as a QLabel does."""
        super().__init__(parent if isinstance(words, str) else words)
        self._heard = ""  # the name that the words need, beside what they show
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words if isinstance(words, str) else "")

    def setText(self, words: str) -> None:
        """Show words; of a text that no page could hold, the beginning."""
        plain = shown(words)
        super().setText(isolated(plain))
        if RUN.fullmatch(plain.strip()) and len(plain.split()) < A_TEXT:
            # a name alone stands where other names do
            self.setAlignment(self.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        told = heard(plain)
        needed = told if told != self.text() else ""
        if needed or (self._heard and self.accessibleName() == self._heard):
            self.setAccessibleName(needed)
        self._heard = needed


def heard(words: str) -> str:
    """Return words as they are to be heard: a screen reader says nothing, or "rightwards arrow"
    and "black circle", where people see such a sign. The word for it stands beside each.
    """
    return _SIGN.sub(r"\1", _STEPS.sub("", words)).replace("→", _("to"))


def held_together(words: str) -> str:
    """Return words of which no line ends between a sign and what it stands before."""
    return _SIGN.sub(lambda found: f"{found[0][:-1]}\N{NO-BREAK SPACE}", words)


def shown(words: str) -> str:
    """Return what is shown of a text: all of it, or the beginning of one that is far too long.

    What is copied, printed and written is never cut.
    """
    if len(words) <= MOST_SHOWN:
        return words
    more = len(words) - MOST_SHOWN
    told = _n(
        "{count} more character, which is in the copy and in what is exported",
        "{count} more characters, which are in the copy and in what is exported",
        more,
    ).format(count=more)
    return f"{words[:MOST_SHOWN]}… ({told})"


class _Tipped(Protocol):
    def setToolTip(self, text: str, /) -> None: ...


def tip(words: str) -> str:
    """Return what a model hands out as a tip, so that it is shown as plain text.

    Where the words might be taken for rich text, they become some that shows them as they are.
    """
    if len(words) > _LONGEST_TIP:
        words = words[: _LONGEST_TIP - 1] + "…"
    words = isolated(words)
    if "<" not in words and "&lt;" not in words:  # what Qt looks for
        return words
    from html import escape

    lines = escape(words).replace("\n", "<br>")
    return f'<p style="white-space: pre-wrap">{lines}</p>'


def set_tip(target: _Tipped, words: str) -> None:
    """Give a widget, an item or an action a tip that is shown as plain text."""
    target.setToolTip(tip(words))


def show_tip(place: QPoint, words: str, widget: QWidget) -> None:
    """Show a tip at a place of the screen as plain text."""
    QToolTip.showText(place, tip(words), widget)


def action_words(words: str) -> str:
    """Return the words of an action, a button or a menu that are to show "&" as it is."""
    return isolated(words).replace("&", "&&")


def tell_in_full(label: QLabel, short: str, whole: str) -> None:
    """Let a label that shows a text in short have all of it as its tip, and be heard in full."""
    set_tip(label, whole)
    plain = label.text().replace(ISOLATE, "").replace(END, "")
    told = heard(plain.replace(short, whole))
    label.setAccessibleName(told)
    label.setAccessibleDescription(told)  # else the tip would be read out after it


def set_window_title(window: QWidget, title: str) -> None:
    """Give a window a title; Qt would put its sign of changes in the place of "[*]"."""
    window.setWindowTitle(isolated(" ".join(title.replace("[*]", "[*][*]").split())))
