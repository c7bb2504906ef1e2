"""Other languages: nothing of the code is missing in the catalogues, and nothing in them is
broken.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

from loaded_file import loaded_file
from pathways import i18n, paths
from pathways.i18n import _, _n

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted((paths.resources() / "locale").glob("*/pathways.po"))
PLACEHOLDER = re.compile(r"\{\w*\}|%\d|</?\w+>|--[\w-]+|\n")


@pytest.fixture(scope="module")
def extraction() -> ModuleType:
    return loaded_file("packaging/catalogue.py")


@pytest.fixture(params=CATALOGUES, ids=lambda file: file.parent.name)
def catalogue(request: pytest.FixtureRequest) -> polib.POFile:
    return polib.pofile(str(request.param), encoding="utf-8")


def keys(book: polib.POFile) -> set[tuple[str, str]]:
    return {(entry.msgid, entry.msgid_plural) for entry in book}


def test_every_sentence_of_the_code_is_in_the_template(extraction: ModuleType) -> None:
    template = polib.pofile(str(paths.resources() / "locale" / "pathways.pot"), encoding="utf-8")
    assert keys(extraction.template()) == keys(template), "run: python packaging/catalogue.py"


def test_every_sentence_of_the_template_is_in_every_catalogue(catalogue: polib.POFile) -> None:
    template = polib.pofile(str(paths.resources() / "locale" / "pathways.pot"), encoding="utf-8")
    assert keys(catalogue) == keys(template), "run: python packaging/catalogue.py"


def test_every_sentence_is_translated(catalogue: polib.POFile) -> None:
    assert len(catalogue) > 500
    assert [entry.msgid for entry in catalogue if not entry.translated()] == []


def test_a_translation_keeps_what_is_filled_in_and_the_marks(catalogue: polib.POFile) -> None:
    broken = []
    for entry in catalogue.translated_entries():
        ones = [
            set(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural) if text
        ]
        said = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        broken += [text for text in said if set(PLACEHOLDER.findall(text)) not in ones]
    assert broken == []


def test_a_translation_keeps_the_spaces_at_its_ends(catalogue: polib.POFile) -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    entries = [entry for entry in catalogue.translated_entries() if not entry.msgid_plural]
    assert len(entries) > 500
    assert [entry.msgid for entry in entries if ends(entry.msgid) != ends(entry.msgstr)] == []


def test_a_plural_has_all_forms_of_the_language(catalogue: polib.POFile) -> None:
    checked = 0
    forms = int(re.search(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])[1])  # type: ignore[index]
    for entry in catalogue:
        if entry.msgid_plural:
            checked += 1
            assert list(entry.msgstr_plural) == list(range(forms))
            checked += 1
            assert all(entry.msgstr_plural.values())
    assert checked


def test_a_menu_key_stays_one_menu_key(catalogue: polib.POFile) -> None:
    marked = [entry for entry in catalogue if re.search(r"&\w", entry.msgid)]
    assert marked
    assert [entry.msgid for entry in marked if len(re.findall(r"&\w", entry.msgstr)) != 1] == []


def test_welsh_counts_as_welsh_does() -> None:
    i18n.use_language("cy")
    said = [
        _n("{count} statement", "{count} statements", n).format(count=n) for n in (0, 1, 2, 3, 6, 7)
    ]
    assert said == [
        "0 datganiad",
        "1 datganiad",
        "2 ddatganiad",
        "3 datganiad",
        "6 datganiad",
        "7 datganiad",
    ]
    said = [_n("{count} step", "{count} steps", n).format(count=n) for n in (1, 2, 3, 5, 6)]
    assert said == ["1 cam", "2 gam", "3 cham", "5 cam", "6 cham"]


def test_welsh_has_its_own_months() -> None:
    import datetime

    from pathways.model.day import date_in_words

    i18n.use_language("cy")
    assert date_in_words(datetime.date(2026, 11, 21)) == "21 Tachwedd 2026"


def test_a_translation_that_nobody_checked_says_so() -> None:
    assert i18n.caution() == ""
    i18n.use_language("cy")
    assert i18n.caution().startswith("Mae angen i ddarllenydd brodorol")


def test_a_language_without_a_catalogue_is_english() -> None:
    i18n.use_language("tlh")
    assert (i18n.language(), _("Close")) == ("en", "Close")
    i18n.use_language("../cy")
    assert i18n.language() == "en"


def test_what_is_not_translated_is_said_in_english() -> None:
    i18n.use_language("cy")
    assert _("no such sentence") == "no such sentence"
    assert (
        _n("{count} thing unheard of", "{count} things unheard of", 2)
        == "{count} things unheard of"
    )


def test_english_reads_no_catalogue() -> None:
    code = "import sys; from pathways import cli; cli.main(['nodes']); sys.exit('polib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_pseudo_language_marks_lengthens_and_keeps_what_is_filled_in() -> None:
    i18n.use_language(i18n.PSEUDO)
    said = _("Compare {first} with <b>{last}</b>")
    assert said.startswith("⟦Čőmƥářé {first} wíťh <b>{last}</b> ~") and said.endswith("⟧")
    assert len(said) >= 1.4 * len("Compare {first} with <b>{last}</b>")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"PATHWAYS_LANGUAGE": "cy_GB", "LANG": "en_GB.UTF-8"}, "cy"),
        ({"PATHWAYS_LANGUAGE": "", "LC_ALL": "cy_GB.UTF-8", "LANG": "en_GB.UTF-8"}, "cy"),
        ({"PATHWAYS_LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "cy"}, "cy"),
        ({"PATHWAYS_LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "en"),
    ],
)
def test_the_console_speaks_the_language_of_its_variables(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert i18n.language_of_console() == language


def test_a_document_becomes_the_same_framework_in_every_language() -> None:
    checked = 0
    from importing_documents import HERE, imported
    from pathways.importing.reading.document import read_document

    for file in sorted(HERE.iterdir()):
        i18n.use_language("en")
        english = imported(read_document(file)).framework
        i18n.use_language("cy")
        welsh = imported(read_document(file)).framework
        checked += 1
        assert welsh.nodes == english.nodes, file
        checked += 1
        assert (welsh.dimensions, welsh.blocks) == (english.dimensions, english.blocks), file
    assert checked
