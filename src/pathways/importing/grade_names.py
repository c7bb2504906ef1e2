"""Grades, bands and levels as documents write them: "Grade: 6 / 7 / 8", "LEVEL 1 (band 8)",
"PO10", "Band 8a".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pathways.patterns import ShortPattern

_WORDS = (
    r"pay\s+bands?|pay\s+grades?|salary\s+grades?|salary\s+bands?|job\s+levels?|role\s+levels?|"
    r"career\s+levels?"
    r"|spinal\s+(?:column\s+)?points?|grade\s+range|grades?|bands?|levels?|scales?|tiers?|stages?"
)
_CIVIL = r"AA|AO|EO|HEO|SEO|G6|G7|SCS\s?[1-4]?"
_LOCAL = r"L?PO\s?\d{1,2}|SO\s?\d|SCP\s?\d{1,2}|NJC\s?\d{1,2}|SM\s?\d{1,2}|HAY\s?\d{1,2}"
_LADDER = r"(?:IC|L|E|M|T|P)\d{1,2}"  # as technology companies number their levels
_BARE = rf"(?:{_CIVIL}|{_LOCAL}|{_LADDER})"
_NUMBER = r"\d{1,2}[a-dA-D]?(?:\.\d)?"
_CODE = rf"(?:{_BARE}|[A-Z]{{1,3}}\s?{_NUMBER}|{_NUMBER}|[IVX]{{1,4}}|[A-L])"
_BETWEEN = r"(?:\s{0,3}(?:/|,|&|\+|-|–|—|\band\b|\bor\b|\bto\b)\s{0,3})"
_CODES = rf"{_CODE}(?:{_BETWEEN}(?:(?i:{_WORDS})\s*)?{_CODE})*"
_LONGEST = 120  # characters of a name
_UPWARDS = ShortPattern(
    r"\s*(?:\+|\b(?:and|or) (?:above|over|below|under|upwards))$", _LONGEST + 20, re.I
)

_NAMED = ShortPattern(
    rf"(?P<word>(?i:{_WORDS})(?:\(s\))?)\s*(?:[:–-]\s*)?(?P<codes>{_CODES})", _LONGEST + 20
)
_MARK = rf"(?P<mark>{_NAMED.pattern}|{_BARE})"
_ALONE = ShortPattern(rf"(?P<codes>{_BARE}(?:{_BETWEEN}{_BARE})*)", _LONGEST + 20)
_TITLED = ShortPattern(rf"{_MARK}\s*(?:[:–—-]|,)\s*(?P<title>\S.*)", _LONGEST)
_BRACKETED = ShortPattern(rf"(?P<title>\S.*?)\s*[\[(]\s*{_MARK}\s*[\])]", _LONGEST)
_AFTER_DASH = ShortPattern(rf"(?P<title>\S.*?)\s*[,–—:-]\s+{_MARK}", _LONGEST)
_BEFORE_TITLE = ShortPattern(rf"(?P<mark>{_BARE})\s+(?P<title>[A-Z][a-z].*)", _LONGEST)
_IN_BRACKETS = ShortPattern(r"\s*\([^()]*\)$", _LONGEST)
_LONGEST_TITLE = 8


@dataclass(frozen=True)
class Ref:
    """One grade, level or role that a document names."""

    code: str = ""
    word: str = "grade"
    title: str = ""
    family: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells two nodes apart: "Band 6" and "Grade 6" are the same grade, "Level 6"
        is not.
        """
        if self.title:
            return self.family.casefold(), "role", self.title.casefold()
        return (
            self.family.casefold(),
            self.word if self.word in ("level", "tier", "stage") else "grade",
            self.code,
        )


@dataclass(frozen=True)
class Mark:
    """A line that says whom the following text serves; ``others`` is what it says besides, in
    brackets.
    """

    refs: tuple[Ref, ...]
    label: str
    title: str = ""
    others: tuple[Ref, ...] = ()


def parse_mark(text: str) -> Mark | None:
    """Read a whole line as the name of one or more grades; None where it is anything else."""
    label = _trimmed(text)
    if not label or len(label) > _LONGEST:
        return None
    plain = _refs(label)
    if plain:
        return Mark(plain, label)
    for pattern in (_BRACKETED, _TITLED, _AFTER_DASH, _BEFORE_TITLE):
        found = pattern.fullmatch(label)
        if found:
            return _with_title(found, label)
    return None


def _trimmed(text: str) -> str:
    """Return a text without white space around it and the signs that may end a label."""
    text = text.strip()
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in ":.*"):
        end -= 1
    return text[:end]


def _with_title(found: re.Match[str], label: str) -> Mark | None:
    title, refs = found["title"].strip(), _refs(found["mark"].strip())
    inner = _refs(title)
    if not refs:
        return None
    if inner:
        return Mark(inner, label, others=refs)
    if (
        len(title.split()) > _LONGEST_TITLE
        or title.endswith((".", ";", ","))
        or not re.search(r"[^\W\d_]{2}", title)
    ):
        return None
    return Mark(refs, label, title)


def parse_codes(text: str) -> tuple[Ref, ...]:
    """Read the value of a "Grade:" line, which may be any short text; () where it is empty or
    long.
    """
    value = _trimmed(text)
    if len(value) > _LONGEST:
        return ()
    bare = _IN_BRACKETS.sub("", value)  # "SEO (midweight)" is SEO
    refs = _refs(value) or _refs(bare) or _refs("grade " + value)
    if refs:
        return refs
    if value and len(value.split()) <= 5 and not value.endswith("."):
        return (Ref(value),)
    return ()


def parse_run_in(text: str) -> tuple[str, str] | None:
    """Split "Level 2: Understands how …" into its mark and its text; None where no text follows."""
    found = re.match(
        rf"((?i:{_WORDS})\s*(?:{_NUMBER}|[IVX]{{1,4}})(?:\s*\([^)]{{1,40}}\))?)\s*[:–—-]\s+(\S.*)",
        text,
    )
    if not found or len(found[2].split()) < 4:
        return None
    return found[1], found[2]


@lru_cache(maxsize=4096)
def _refs(text: str) -> tuple[Ref, ...]:
    text = _UPWARDS.sub("", text)
    found = _NAMED.fullmatch(text)
    word = _word(found["word"]) if found else ""
    if not found:
        found = _ALONE.fullmatch(text)
    if not found:
        return ()
    codes = re.sub(rf"\b(?i:{_WORDS})\b", " ", found["codes"])
    parts = re.split(rf"({_BETWEEN})", codes)
    return tuple(Ref(code, word or "grade") for code in _expanded(parts))


def _word(written: str) -> str:
    word = re.sub(r"\(s\)", "", written.casefold()).split()
    if word[0] in ("spinal", "scp"):
        return "scp"
    if word[-1] == "range":
        return "grade"
    return word[-1].rstrip("s")


def _expanded(parts: list[str]) -> list[str]:
    """Write ranges out: 4 to 6 is 4, 5 and 6."""
    codes = [_code(parts[0])]
    for between, code in zip(parts[1::2], parts[2::2], strict=True):
        last, new = codes[-1], _code(code)
        span = _span(last, new) if between.strip().casefold() in ("-", "–", "—", "to") else []
        codes.extend(span or [new])
    return list(dict.fromkeys(codes))


def _span(first: str, last: str) -> list[str]:
    a, b = re.fullmatch(r"(\D*)(\d+)", first), re.fullmatch(r"(\D*)(\d+)", last)
    if not a or not b or b[1] not in ("", a[1]):
        return []
    if not 0 < int(b[2]) - int(a[2]) <= 20:
        return []
    return [f"{a[1]}{number}" for number in range(int(a[2]) + 1, int(b[2]) + 1)]


def _code(written: str) -> str:
    code = re.sub(r"\s+", "", written)
    number = re.fullmatch(r"0*(\d{1,9})([a-dA-D]?)", code)
    return number[1] + number[2].lower() if number else code
