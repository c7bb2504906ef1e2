"""Grades, bands and levels as documents write them: "Grade: 6 / 7 / 8", "LEVEL 1 (band 8)",
"PO10", "Band 8a".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
_BETWEEN = r"(?:\s*(?:/|,|&|\+|-|–|—|\band\b|\bor\b|\bto\b)\s*)"
_CODES = rf"{_CODE}(?:{_BETWEEN}(?:(?i:{_WORDS})\s*)?{_CODE})*"
_ENDS = re.compile(r"[\s:.*]+$")
_UPWARDS = re.compile(r"\s*(?:\+|\b(?:and|or) (?:above|over|below|under|upwards))$", re.I)

_NAMED = re.compile(rf"(?P<word>(?i:{_WORDS})(?:\(s\))?)\s*(?:[:–-]\s*)?(?P<codes>{_CODES})")
_ALONE = re.compile(rf"(?P<codes>{_BARE}(?:{_BETWEEN}{_BARE})*)")
_TITLED = re.compile(rf"(?P<mark>{_NAMED.pattern}|{_BARE})\s*(?:[:–—-]|,)\s*(?P<title>\S.*)")
_BRACKETED = re.compile(rf"(?P<title>\S.*?)\s*[\[(]\s*(?P<mark>{_NAMED.pattern}|{_BARE})\s*[\])]")
_AFTER_DASH = re.compile(rf"(?P<title>\S.*?)\s*[,–—:-]\s+(?P<mark>{_NAMED.pattern}|{_BARE})")
_BEFORE_TITLE = re.compile(rf"(?P<mark>{_BARE})\s+(?P<title>[A-Z][a-z].*)")
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
    label = _ENDS.sub("", text.strip())
    if not label or len(label) > 120:
        return None
    plain = _refs(label)
    if plain:
        return Mark(plain, label)
    for pattern in (_BRACKETED, _TITLED, _AFTER_DASH, _BEFORE_TITLE):
        found = pattern.fullmatch(label)
        if found:
            return _with_title(found, label)
    return None


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
    value = _ENDS.sub("", text.strip())
    bare = re.sub(r"\s*\([^()]*\)$", "", value)  # "SEO (midweight)" is SEO
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
    number = re.fullmatch(r"0*(\d+)([a-dA-D]?)", code)
    return number[1] + number[2].lower() if number else code
