"""Every sentence that people read passes through here, so that it can be translated."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping, Sequence

from pathways import paths

ENGLISH = "en"
# no language: every sentence marked, accented and longer, to find what was not wrapped or does not
# fit
PSEUDO = "qps"
_NAMES = {ENGLISH: "English", "cy": "Cymraeg"}

_language = ENGLISH
_translation: gettext.NullTranslations = gettext.NullTranslations()


class _Catalogue(gettext.NullTranslations):
    """The sentences of one language, read from its catalogue; English where one is missing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        # read only where another language is spoken, so that English starts as fast as ever
        import polib

        file = polib.pofile(str(_file(language)), encoding="utf-8")
        self.checked = file.metadata.get("X-Checked-By-Native-Reader", "no") != "no"
        rule = re.search(r"plural=([^;]+)", file.metadata.get("Plural-Forms", ""))
        self._form = gettext.c2py(rule[1]) if rule else None  # it guards what it compiles
        entries = file.translated_entries()
        self._words = {entry.msgid: entry.msgstr for entry in entries if not entry.msgid_plural}
        self._plurals: Mapping[str, Mapping[int, str]] = {
            entry.msgid: entry.msgstr_plural for entry in entries if entry.msgid_plural
        }

    def gettext(self, message: str) -> str:
        return self._words.get(message) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._plurals.get(msgid1)
        found = forms.get(self._form(n)) if forms and self._form else None
        return found or super().ngettext(msgid1, msgid2, n)


class _Pseudo(gettext.NullTranslations):
    """Mark every sentence with ⟦ and ⟧, put accents on its letters and make it 40 % longer."""

    _letters = str.maketrans("aeiouyAEIOUYcnszCNSZdlrtgp", "áéíőúýÁÉÍŐÚÝčñšžČÑŠŽďľřťğƥ")

    def gettext(self, message: str) -> str:
        parts = re.split(
            r"(\{\w*\}|</?\w+>|&\w)", message
        )  # what is filled in, marks and keys stay as they are
        longer = "".join(
            part if odd % 2 else part.translate(self._letters) for odd, part in enumerate(parts)
        )
        room = -(-len(message) * 2 // 5)
        padding = " ".join("~" * min(6, room - start) for start in range(0, room, 7))
        return f"⟦{longer} {padding}⟧" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def use_language(language: str) -> None:
    """Speak ``language`` (a code such as ``cy``) from now on; English where there is no
    catalogue.
    """
    global _language, _translation
    if language == PSEUDO:
        _language, _translation = PSEUDO, _Pseudo()
    elif language != ENGLISH and language in available_languages():
        _language, _translation = language, _Catalogue(language)
    else:
        _language, _translation = ENGLISH, gettext.NullTranslations()


def language() -> str:
    """Return the code of the language in use."""
    return _language


def available_languages() -> dict[str, str]:
    """Return the languages that the program speaks, by code, in their own words."""
    catalogues = (paths.resources() / "locale").glob("*/pathways.po")
    return {
        code: _NAMES.get(code, code)
        for code in (ENGLISH, *sorted(file.parent.name for file in catalogues))
    }


def language_asked_for() -> str:
    """Return the language that ``PATHWAYS_LANGUAGE`` names; "" where it names none."""
    return (
        os.environ.get("PATHWAYS_LANGUAGE", "").strip().lower().partition("_")[0].partition("-")[0]
    )


def language_of_console() -> str:
    """Return the language asked for, else that in which the console speaks by its variables."""
    said = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return (
        language_asked_for()
        or next(filter(None, said), ENGLISH).partition("_")[0].partition(".")[0]
    )


def caution() -> str:
    """Say that the translation in use needs a native reader's check, where nobody has given it
    one.
    """
    if isinstance(_translation, _Catalogue) and not _translation.checked:
        return _("This translation still needs a native reader’s check.")
    return ""


def _(sentence: str) -> str:
    """Return ``sentence`` in the language in use."""
    return _translation.gettext(sentence)


def _n(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many``, whichever suits ``count``, in the language in use."""
    return _translation.ngettext(one, many, count)


def term(words: str) -> str:
    """Return a term of the program's own data files, such as the title of a dimension, in the
    present language.
    """
    return _translation.gettext(words)


def mark(sentence: str) -> str:
    """Return ``sentence`` as it is, and have it collected for the catalogues: it is translated
    later.
    """
    return sentence


def capitalised(words: str) -> str:
    """Return words as they begin a sentence; unlike ``str.capitalize``, the rest stays as it is."""
    return words[:1].upper() + words[1:]


def in_words(items: Sequence[str]) -> str:
    """Join items as people do: ``6, 7 and 8``."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def _file(code: str) -> os.PathLike[str]:
    return paths.resources() / "locale" / code / "pathways.po"
