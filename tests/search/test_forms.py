from __future__ import annotations

import pytest
import snowballstemmer

import bundled
from pathways.search.forms import WordForms
from pathways.search.words import words

KNOWN = [
    "manage",
    "manages",
    "managing",
    "management",
    "manager",
    "man",
    "risk",
    "risks",
    "sky",
    "skies",
    "Ärzte",
]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("manage", {"manage", "manages", "managing", "management"}),
        ("managed", {"manage", "manages", "managing", "management"}),
        ("risk", {"risk", "risks"}),
        ("risks", {"risk", "risks"}),
        ("sky", {"sky", "skies"}),
        ("man", {"man"}),
        ("zebra", set()),
        ("x" * 10_000, set()),
    ],
)
def test_plurals_and_other_forms_belong_together(word: str, forms: set[str]) -> None:
    assert set(WordForms(KNOWN, ["en-GB"]).of(word)) >= forms
    assert bool(WordForms(KNOWN, ["en-GB"]).of(word)) == bool(forms)


def test_all_forms_of_all_words_of_the_bundled_frameworks_are_found() -> None:
    stemmer = snowballstemmer.stemmer("english")
    known = {
        word for f in bundled.library().frameworks for s in f.statements for word in words(s.text)
    }
    by_stem: dict[str, set[str]] = {}
    for word in known:
        by_stem.setdefault(stemmer.stemWord(word), set()).add(word)
    forms = WordForms(known, ["en"])
    longer = [
        word for word in known if len(word) > 2
    ]  # shorter ones are found by what begins with them
    assert len(longer) > 500
    assert [word for word in longer if set(forms.of(word)) != by_stem[stemmer.stemWord(word)]] == []


def test_a_manager_is_not_a_man() -> None:
    assert WordForms(KNOWN, ["en-GB"]).of("man") == ("man",)


def test_each_language_of_the_library_has_its_own_forms() -> None:
    words = ["kind", "kinder", "kindes", "risk", "risks"]
    assert set(WordForms(words, ["de"]).of("kind")) == {"kind", "kinder", "kindes"}
    assert "kinder" not in WordForms(words, ["en-GB"]).of("kind")
    both = WordForms(words, ["en-GB", "de", "en-GB"])
    assert "kinder" in both.of("kind")
    assert set(both.of("risk")) == {"risk", "risks"}


def test_a_language_without_a_stemmer_has_the_word_itself() -> None:
    assert WordForms(["rheoli", "rheolwr"], ["cy"]).of("rheoli") == ("rheoli",)
    assert WordForms(["rheoli", "rheolwr"], ["cy"]).of("rheol") == ()


def test_words_are_found_by_their_beginning() -> None:
    forms = WordForms(KNOWN, ["en"])
    assert list(forms.beginning("manag")) == [
        "manage",
        "management",
        "manager",
        "manages",
        "managing",
    ]
    assert forms.begun("sk")
    assert not forms.begun("zz")
    assert not forms.begun("x")


def test_a_long_session_keeps_no_endless_memory() -> None:
    forms = WordForms(["a"], ["cy"])
    for number in range(10_050):
        forms.of(f"word{number}")
    assert len(forms._forms) < 100
