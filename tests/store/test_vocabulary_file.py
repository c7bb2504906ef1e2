from __future__ import annotations

from pathlib import Path

import pytest

from pathways import paths
from pathways.store.file_error import FileError
from pathways.store.vocabulary_file import read_vocabulary

OWN = """scales:
  - {id: size, title: size, weight: 0.5, absent: 2, levels: [[small], [], [on, NO, large]]}
conditions: {weight: 1, words: [where appropriate]}
"""


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path))
    (tmp_path / "vocabulary").mkdir()
    return tmp_path


def own(config: Path, text: str = OWN, name: str = "en") -> None:
    (config / "vocabulary" / f"{name}.yaml").write_text(text, encoding="utf-8")


def mistakes(config: Path, old: str, new: str) -> list[tuple[int, int, str]]:
    assert old in OWN
    own(config, OWN.replace(old, new))
    with pytest.raises(FileError) as caught:
        read_vocabulary("en")
    assert all(problem.advice for problem in caught.value.problems)
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


def test_the_bundled_vocabulary_is_read() -> None:
    vocabulary = read_vocabulary("en")
    assert "responsibility" in [scale.id for scale in vocabulary.scales]
    assert "on" in vocabulary.fillers
    assert "where appropriate" in vocabulary.conditions.words
    assert () in next(scale for scale in vocabulary.scales if scale.id == "frequency").levels


def test_the_user_s_own_vocabulary_comes_first(config: Path) -> None:
    own(config)
    vocabulary = read_vocabulary("en")
    assert vocabulary.scales[0].levels == (("small",), (), ("on", "NO", "large"))
    assert (vocabulary.scales[0].weight, vocabulary.scales[0].absent) == (0.5, 2)


@pytest.mark.parametrize("language", ["en-GB", "cy", "xx-YY", "../secret", "", "english"])
def test_a_language_without_a_file_is_read_in_english(language: str) -> None:
    assert read_vocabulary(language) == read_vocabulary("en")


def test_a_language_falls_back_to_the_user_s_own_english(config: Path) -> None:
    own(config)
    assert len(read_vocabulary("cy").scales) == 1


def test_a_user_s_own_language_is_found_by_its_code_or_its_first_part(config: Path) -> None:
    own(config, OWN.replace("id: size", "id: maint"), "cy")
    assert read_vocabulary("cy").scales[0].id == "maint"
    assert read_vocabulary("cy-GB").scales[0].id == "maint"
    own(config, OWN.replace("id: size", "id: maint-gb"), "cy-GB")
    assert read_vocabulary("cy-GB").scales[0].id == "maint-gb"


def test_a_missing_english_is_named(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: config)
    with pytest.raises(FileError, match=r"en\.yaml: There is no such file\."):
        read_vocabulary("cy")


def test_mistakes_of_form_are_told_all_at_once(config: Path) -> None:
    assert mistakes(config, "weight: 0.5, absent: 2", "weight: 0, absent: [x], wheight: 1") == [
        (2, 37, "The value of “weight” cannot be 0.0."),
        (2, 48, "The value of “absent” should be a whole number."),
        (2, 53, "Nothing called “wheight” is known here."),
    ]


def test_a_word_without_a_letter_is_a_mistake(config: Path) -> None:
    assert mistakes(config, "[small]", '["…"]') == [(2, 63, "“…” has no letter or figure in it.")]


def test_silence_can_only_mean_a_level_that_exists(config: Path) -> None:
    assert mistakes(config, "absent: 2", "absent: 4") == [
        (2, 50, "The scale “size” has 3 levels: “absent” cannot be 4.")
    ]


def test_two_scales_of_one_id_are_a_mistake(config: Path) -> None:
    again = "  - {id: size, title: x, weight: 1, levels: []}\nconditions:"
    assert mistakes(config, "conditions:", again) == [
        (3, 10, "Two scales have the id “size”; the first is in line 2.")
    ]


def test_what_cannot_be_read_at_all_is_told(config: Path) -> None:
    own(config, "scales: [")
    with pytest.raises(
        FileError, match=r"line 2, column 1: The file ends here before it is complete"
    ):
        read_vocabulary("en")
