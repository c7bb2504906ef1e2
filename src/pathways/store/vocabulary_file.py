"""The vocabulary of a language, out of the user's own file or the bundled one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pathways import paths
from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.problem import Problem
from pathways.model.vocabulary import Vocabulary
from pathways.store.file_error import FileError
from pathways.store.guarded_yaml import read_yaml
from pathways.store.structure import fitted
from pathways.store.yaml_document import Keys, YamlDocument

_LETTER = re.compile(r"[^\W_]")
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?", re.ASCII)


def read_vocabulary(language: str) -> Vocabulary:
    """Read the vocabulary of a language (a code such as en or en-GB), in English where there is
    none.

    A file in the folder "vocabulary" beside the user's settings comes before the bundled one of the
    same name. Raises FileError with all mistakes of the file.
    """
    document = read_yaml(_file_of(language))
    vocabulary, problems = fitted(document, Vocabulary)
    if vocabulary:
        problems += _check(document, vocabulary)
    if vocabulary is None or problems:
        raise FileError(problems)
    return vocabulary


def _file_of(language: str) -> Path:
    codes = [language, language.split("-")[0]] if _CODE.fullmatch(language) else []
    folders = (paths.user_config() / "vocabulary", paths.resources() / "vocabulary")
    for code in (*codes, "en"):
        for folder in folders:
            file = folder / f"{code}.yaml"
            if file.exists():
                return file
    return folders[-1] / "en.yaml"


def _listed(value: object, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield every word that stands in a list, with the keys that lead to it."""
    inner = (
        enumerate(value)
        if isinstance(value, list)
        else value.items()
        if isinstance(value, dict)
        else ()
    )
    for key, item in inner:
        if isinstance(item, str) and isinstance(key, int):
            yield (*keys, key), item
        yield from _listed(item, (*keys, key))


def _check(document: YamlDocument, vocabulary: Vocabulary) -> list[Problem]:
    problems = [
        document.problem(
            keys,
            _("“{word}” has no letter or figure in it.").format(word=shortened(word)),
            _("Write a word, or delete it."),
        )
        for keys, word in _listed(document.data, ())
        if not _LETTER.search(word)
    ]
    return [*problems, *_check_scales(document, vocabulary)]


def _check_scales(document: YamlDocument, vocabulary: Vocabulary) -> list[Problem]:
    problems = []
    first: dict[str, int] = {}
    for number, scale in enumerate(vocabulary.scales):
        keys: Keys = ("scales", number)
        if scale.absent is not None and scale.absent > len(scale.levels):
            message = _("The scale “{id}” has {count} levels: “absent” cannot be {level}.")
            problems.append(
                document.problem(
                    (*keys, "absent"),
                    message.format(
                        id=shortened(scale.id), count=len(scale.levels), level=scale.absent
                    ),
                    _("Give the number of one of its levels, counted from 1."),
                )
            )
        if scale.id in first:
            message = _("Two scales have the id “{id}”; the first is in line {line}.")
            line = document.line_of(("scales", first[scale.id], "id"))
            problems.append(
                document.problem(
                    (*keys, "id"),
                    message.format(id=shortened(scale.id), line=line),
                    _("Give one of them another id."),
                )
            )
        first.setdefault(scale.id, number)
    return problems
