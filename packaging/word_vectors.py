"""Make the table of word meanings that pairing rests on: ``resources/vocabulary/en.vectors``.

    pip install -e '.[vectors]'
    python packaging/word_vectors.py

Each of the most frequent English words goes once through a small sentence model (all-MiniLM-L6-v2,
Apache 2.0: embeddings, six layers, the mean over its pieces). What comes out is centred, brought to
its principal components, weighed by a / (a + frequency), so that common words say little, and
rounded to one byte a number. The program reads the table without numpy and without the model.

The file: one line ``pathways-vectors 1 WORDS NUMBERS SCALE``, one line with the words in the order
of their frequency, then for each word NUMBERS signed bytes; times SCALE they are the vector. The
last word is ``*``: the way in which statements of job families all point, as the bundled ones do.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from all_minilm_l6_v2 import get_model_zip_path
from wordfreq import top_n_list, word_frequency

from pathways.compare.language import language_for
from pathways.compare.vectors import MIDDLE
from pathways.compare.weights import meaning_words
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

# Frequent in what people write, never in a job description: they have no place in the table.
_RUDE = re.compile(
    r"(?:fuck\w*|(?:bull)?shit\w*|cunt\w*|bitch\w*|slut\w*|whore\w*|dick(?:head)?|cocks?|pussy"
    r"|nigg\w+|fags?|faggot\w*|a(?:ss|rse)hole\w*|bastard\w*|twat\w*|wank\w*|masturbat\w*"
    r"|motherfuck\w*|tits?|boobs?|retard\w*|blowjob\w*|dildo\w*|horny"
    r"|orgasm\w*|cum|spank\w*|tranny|paki\w?|chink\w?)$"
)
TARGET = Path(__file__).resolve().parents[1] / "resources" / "vocabulary" / "en.vectors"
WORDS, NUMBERS = 20_000, 96
COMMON = 0.001  # a word of this frequency (one in a thousand) weighs half
HEADS, LAYERS = 12, 6
BATCH = 512
LONGEST = 100  # letters of a word that the model's own tokeniser still takes apart

Array = Any


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--words", type=int, default=WORDS)
    options.add_argument("--numbers", type=int, default=NUMBERS)
    options.add_argument("--target", type=Path, default=TARGET)
    chosen = options.parse_args()
    words = _frequent(chosen.words)
    vectors = _components(np.stack(list(Model().vectors(words))), chosen.numbers)
    share = np.array([COMMON / (COMMON + word_frequency(word, "en")) for word in words])
    scale, rounded = _in_bytes(vectors * share[:, None])
    middle = _middle(dict(zip(words, rounded.astype(float), strict=True)))
    head = f"pathways-vectors 1 {len(words) + 1} {chosen.numbers} {scale:.6g}\n"
    named = f"{' '.join(words)} {MIDDLE}\n"
    chosen.target.write_bytes((head + named).encode() + rounded.tobytes() + middle.tobytes())
    print(f"{chosen.target}: {len(words)} words x {chosen.numbers} numbers")


def _frequent(count: int) -> list[str]:
    """Return the most frequent words that are letters only."""
    found = (
        word
        for word in top_n_list("en", 3 * count)
        if word.isascii() and word.isalpha() and not _RUDE.match(word)
    )
    return [word for word, _number in zip(found, range(count), strict=False)]


def _components(vectors: Array, numbers: int) -> Array:
    """Return the first principal components of vectors of length one."""
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    centred = vectors - vectors.mean(axis=0)
    _values, directions = np.linalg.eigh(centred.T @ centred)
    return centred @ directions[:, ::-1][:, :numbers]


def _in_bytes(vectors: Array) -> tuple[float, Array]:
    """Return what one step of a byte stands for, and the vectors in such steps."""
    scale = float(np.quantile(np.abs(vectors), 0.9995)) / 127
    return scale, np.clip(np.rint(vectors / scale), -127, 127).astype(np.int8)


def _middle(table: dict[str, Array]) -> Array:
    """Return the mean direction of the bundled statements, in steps of a 127th."""
    language = language_for(read_vocabulary("en"), "en")
    directions = []
    for text in sorted({s.text for f in Workspace.open().library.frameworks for s in f.statements}):
        known = [table[word] for word in meaning_words(text, language) if word in table]
        if known:
            summed = np.sum(known, axis=0)
            directions.append(summed / np.linalg.norm(summed))
    return np.rint(np.mean(directions, axis=0) * 127).astype(np.int8)


class Model:
    """The sentence model, as far as one word at a time needs it."""

    def __init__(self) -> None:
        with zipfile.ZipFile(get_model_zip_path()) as archive:
            self._weights = _tensors(archive.read("model.safetensors"))
            self._pieces = json.loads(archive.read("tokenizer.json"))["model"]["vocab"]

    def vectors(self, words: Iterable[str]) -> Iterator[Array]:
        """Yield the vector of each word in turn."""
        pieces = [self._in_pieces(word) for word in words]
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, found in enumerate(pieces):
            by_length[len(found)].append(place)
        done: dict[int, Array] = {}
        for places in by_length.values():
            for start in range(0, len(places), BATCH):
                batch = places[start : start + BATCH]
                means = self._run(np.array([pieces[place] for place in batch])).mean(axis=1)
                done.update(zip(batch, means, strict=True))
        return (done[place] for place in range(len(pieces)))

    def _in_pieces(self, word: str) -> list[int]:
        """Return the numbers of the longest pieces, from the left, between start and end."""
        start, found = 0, [self._pieces["[CLS]"]]
        while start < len(word) <= LONGEST:
            prefix = "##" if start else ""
            end = next(
                (e for e in range(len(word), start, -1) if prefix + word[start:e] in self._pieces),
                None,
            )
            if end is None:
                return [self._pieces["[CLS]"], self._pieces["[UNK]"], self._pieces["[SEP]"]]
            found.append(self._pieces[prefix + word[start:end]])
            start = end
        return [*found, self._pieces["[SEP]"]]

    def _run(self, pieces: Array) -> Array:
        """Return the last layer's states, (texts, pieces, numbers)."""
        weights, count = self._weights, pieces.shape[1]
        state = weights["embeddings.word_embeddings.weight"][pieces]
        state = state + weights["embeddings.position_embeddings.weight"][:count]
        state = state + weights["embeddings.token_type_embeddings.weight"][0]
        state = self._normal("embeddings.LayerNorm", state)
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            attended = self._dense(f"{name}.attention.output.dense", self._attend(name, state))
            state = self._normal(f"{name}.attention.output.LayerNorm", state + attended)
            inner = _gelu(self._dense(f"{name}.intermediate.dense", state))
            state = self._normal(
                f"{name}.output.LayerNorm", state + self._dense(f"{name}.output.dense", inner)
            )
        return state

    def _attend(self, name: str, state: Array) -> Array:
        texts, count, size = state.shape

        def heads(what: str) -> Array:
            full = self._dense(f"{name}.attention.self.{what}", state)
            return full.reshape(texts, count, HEADS, size // HEADS).transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.sqrt(size // HEADS)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = scores / scores.sum(axis=-1, keepdims=True) @ heads("value")
        return mixed.transpose(0, 2, 1, 3).reshape(texts, count, size)

    def _dense(self, name: str, state: Array) -> Array:
        return state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normal(self, name: str, state: Array) -> Array:
        state = state - state.mean(axis=-1, keepdims=True)
        state = state / np.sqrt((state**2).mean(axis=-1, keepdims=True) + 1e-12)
        return state * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _gelu(state: Array) -> Array:
    """Return x times the share of a normal distribution below x (Abramowitz and Stegun 7.1.26)."""
    size = np.abs(state) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * size)
    series = 0.254829592 + t * (
        -0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))
    )
    share = 1 - t * series * np.exp(-size * size)
    return state * 0.5 * (1 + np.sign(state) * share)


def _tensors(raw: bytes) -> dict[str, Array]:
    """Read the arrays of a safetensors file: the length of its head, the head in JSON, the
    numbers.
    """
    length = int.from_bytes(raw[:8], "little")
    head = json.loads(raw[8 : 8 + length])
    body = memoryview(raw)[8 + length :]
    return {
        name: np.frombuffer(
            body[slice(*entry["data_offsets"])], {"F32": "<f4", "I64": "<i8"}[entry["dtype"]]
        ).reshape(entry["shape"])
        for name, entry in head.items()
        if name != "__metadata__"
    }


if __name__ == "__main__":
    main()
