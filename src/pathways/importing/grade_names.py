"""Grades, bands and levels as documents write them: "Grade: 6 / 7 / 8", "LEVEL 1 (band 8)",
"PO10", "Band 8a", "Grade 6 (SCP 18-22)", "HEO (D)", "Level One", "Gradd 5".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pathways.importing.grade_grammar import NOUNS, NUMBERS, grammar
from pathways.importing.job_titles import is_job_title
from pathways.importing.qualifications import asks_qualification, is_qualification
from pathways.patterns import ShortPattern

_LONGEST = 120
_LONGEST_TITLE = 8
_LONGEST_SENTENCE = 30  # words
_EDGES = " \t\n\r\f\v\u00a0:.*"
_UPWARDS = re.compile(r"\s?(?:\+|\b(?:and|or) (?:above|over|below|under|upwards))$", re.I)
_ZERO = re.compile(r"(?<=^P)0(?=\d$)|(?<=^S)0(?=\d$)|(?<=^LP)0(?=\d$)")  # P01 is PO1, mistyped
_SENIOR_BAND = re.compile(r"\b(SCS|SES)\s?(?:pay )?band (\d)", re.I)
_LINK = re.compile(r"\[([^\[\]]{1,80})\]\([^()]{0,200}\)")
_NOT_A_TITLE = frozenset(
    "section appendix annex part table figure chapter schedule form room version page step item "
    "unit module class block question question no ref paper paragraph criterion".split()
)
_POINTS_ELSEWHERE = frozenset("next previous back see also return continue up".split())
_GOES_ON = frozenset("from to and or of at for the a an in on between as by with up".split())
_ALL = ShortPattern(
    r"(?:(?P<about>.*?\S)\s*[,:(–—-]?\s*)?"
    r"(?:\b(?:for|at|to|in|across|common\s+to|core\s+to|applies\s+to|apply\s+to|applicable\s+to|"
    r"shared\s+by|of)\s+)?\b(?:all|every|each|both)\s+"
    r"(?:(?:of\s+)?(?:the\s+|these\s+|our\s+)?)?"
    r"(?:grades?|bands?|levels?|scales?|roles?|posts?|jobs?|post\s?holders?|job\s?holders?|"
    r"ranks?|tiers?|gradd|swydd)\)?",
    _LONGEST,
    re.I,
)
_ALL_WELSH = re.compile(r"(?P<about>)(?:pob|holl)\s+(?:gradd|graddau|swydd|swyddi|lefel)", re.I)


@dataclass(frozen=True)
class Ref:
    """One grade, level or role that a document names."""

    code: str = ""
    word: str = "grade"
    title: str = ""
    family: str = ""

    @property
    def scheme(self) -> str:
        """Return what the code is one of: "Band 6" and "Grade 6" are the same, "Level 6" is not."""
        return self.word if self.word in ("level", "tier", "stage") else "grade"

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells two nodes of one family apart: title and grade together."""
        if self.title:
            return self.family.casefold(), "role", f"{self.title.casefold()}\n{self.code}"
        return self.family.casefold(), self.scheme, self.code


@dataclass(frozen=True)
class Mark:
    """A line that says whom the following text serves; ``others`` is what it says besides, in
    brackets.

    ``everyone`` where it names all grades; ``about`` is then the heading in front, if any ("Main
    duties" of "Main duties at all levels"). ``led`` where the grade stands behind other words, as
    in "Progression to grade 8". ``by_hand`` where a person named it.
    """

    refs: tuple[Ref, ...]
    label: str
    title: str = ""
    others: tuple[Ref, ...] = ()
    everyone: bool = False
    about: str = ""
    led: bool = False
    by_hand: bool = False


@lru_cache(maxsize=8192)
def parse_mark(text: str, heading: bool = False) -> Mark | None:
    """Read a whole line as the name of one or more grades; None where it is anything else.

    A heading may name its grade with less: "Officer – B2", "Business support grade 9",
    "Progression to grade 8".
    """
    label = text.strip(_EDGES) if text[:1] == "*" else text.strip().rstrip(_EDGES)
    if not label or len(label) > _LONGEST or not _may_name(label):
        return None
    bare = _without_pay(_without_pay(label))
    plain = _refs(bare)
    if plain:
        return Mark(plain, bare)
    known = grammar()
    patterns = [known.bracketed, known.titled, known.after_dash, known.before_title]
    for pattern in patterns:
        found = pattern.fullmatch(bare)
        if found and (mark := _with_title(found, label)):
            return mark
        if found:
            return None
    for pattern in (known.word_before_title, known.in_brackets):
        beside = pattern.fullmatch(bare)
        if beside and is_job_title(beside["title"]):
            return _with_title(beside, label)
    return _of_heading(bare, label) if heading and not text.strip().endswith(".") else None


def _may_name(label: str) -> bool:
    """Tell quickly whether a line may name a grade: it has a figure, or a word or code for one."""
    if any(map(str.isdigit, label)):
        return True
    known = grammar()
    return bool(known.word.search(label)) or bool(known.named_bare.search(label))


def _of_heading(bare: str, label: str) -> Mark | None:
    known = grammar()
    led = known.led.fullmatch(bare)
    if led:
        refs = _refs(led["mark"])
        return Mark(refs, label, led=True) if refs else None
    before = known.coded_before.fullmatch(bare)
    if before and is_job_title(before["title"]):
        return Mark((Ref(before["mark"]),), label, before["title"].strip())
    for pattern in (known.coded, known.behind_title):
        found = pattern.fullmatch(bare)
        last = found["title"].split()[-1].casefold() if found else ""
        if not found or last in _NOT_A_TITLE | _GOES_ON:
            continue
        mark = _with_title(found, label)
        if mark is not None:
            return mark
    return None


def _with_title(found: re.Match[str], label: str) -> Mark | None:
    title, written = found["title"].strip(" ,–—-:|/"), found["mark"].strip()
    refs, inner = _refs(written), _refs(found["title"].strip())
    if not refs and re.fullmatch(r"[A-Z]{1,6}\d{1,2}[a-d]?", written):
        refs = (Ref(written),)
    if not refs:
        return None
    if inner:
        return Mark(inner, label, others=refs)
    if (
        not title
        or len(title.split()) > _LONGEST_TITLE
        or found["title"].rstrip().endswith((".", ";"))
        or not re.search(r"[^\W\d_]{2}", title)
        or title.split()[0].casefold() in _NOT_A_TITLE | _POINTS_ELSEWHERE
        or (found.start("title") < found.start("mark") and asks_qualification(title))
        or (not is_job_title(title) and is_qualification(title))
    ):
        return None
    return Mark(refs, label, title)


def _without_pay(label: str) -> str:
    """Return a label without the pay behind its grade: "Grade 6 (SCP 18-22)" is "Grade 6"."""
    known = grammar()
    for opening, closing in (("(", ")"), ("[", "]")):
        before, bracket, inner = label.rpartition(opening)
        if bracket and before.strip() and inner.endswith(closing):
            if known.pay.fullmatch(inner[:-1].strip()):
                return before.strip()
            parts = [part.strip() for part in re.split(r"[,;]| [–—-] ", inner[:-1])]
            kept = [part for part in parts if not known.pay.fullmatch(part)]
            if len(kept) < len(parts):
                rest = f" {opening}{', '.join(kept)}{closing}" if kept else ""
                return before.strip() + rest
    parts = re.split(r"\s{0,9}(?:[,;|]|\s[–—-]|:)\s{1,9}", label)
    if len(parts) > 1 and known.pay.fullmatch(parts[-1]) and not known.pay.fullmatch(parts[0]):
        return label[: label.rindex(parts[-1])].rstrip(" ,;|–—-:")
    return label


def everyone(text: str) -> Mark | None:
    """Read a heading that names all grades: "All grades", "Main duties at all levels"."""
    label = text.strip().rstrip(_EDGES)
    if len(label) > 80:
        return None
    found = _ALL.fullmatch(label) or _ALL_WELSH.fullmatch(label)
    if not found:
        return None
    about = (found["about"] or "").strip(" ,:(–—-")
    if len(about.split()) > 6:
        return None
    words = {
        "for",
        "at",
        "to",
        "common",
        "core",
        "applicable",
        "applies",
        "relevant",
        "generic",
        "text",
        "required",
    }
    return Mark((), label, everyone=True, about="" if about.casefold() in words else about)


def parse_codes(text: str) -> tuple[Ref, ...]:
    """Read the value of a "Grade:" line, which may be any short text; () where it is empty or
    long.
    """
    value = _without_pay(text.strip().rstrip(_EDGES))
    if is_qualification(value):
        return ()
    bare = re.sub(r"\s?\([^()]*\)$", "", value)  # "SEO (midweight)" is SEO
    refs = _refs(value) or _refs(bare) or _refs("grade " + value)
    if refs:
        return refs
    if grammar().pay.fullmatch(value):
        return ()
    if value and len(value.split()) <= 5 and not text.strip().endswith("."):
        return (Ref(value),)
    return ()


def parse_run_in(text: str) -> tuple[str, str] | None:
    """Split "Level 2: Understands how …" into its mark and its text; None where no text follows."""
    found = grammar().run_in.match(text)
    words = found["text"].split() if found else []
    if found is None or len(words) < 4 or not any(word[0].islower() for word in words):
        return None  # "Level 4 – Senior I, Lead Officer" is a title, no text
    return found["mark"], text[found.start("text") :]


def grade_in_sentence(text: str) -> Ref | None:
    """Return the one grade that a sentence gives to a role ("This is a grade 7 post."), else
    None.
    """
    plain = _SENIOR_BAND.sub(r"\1\2", _LINK.sub(r"\1", text))
    if len(plain.split()) > _LONGEST_SENTENCE:
        return None
    found = [match["mark"] for match in grammar().in_sentence.finditer(plain)]
    refs = [ref for written in found for ref in _refs(written)]
    return refs[0] if len(refs) == 1 else None


@lru_cache(maxsize=4096)
def _refs(text: str) -> tuple[Ref, ...]:
    text = _SENIOR_BAND.sub(r"\1\2", _UPWARDS.sub("", text))
    known = grammar()
    found = known.named.fullmatch(text)
    word = _word(found["word"]) if found else ""
    if not found:
        found = known.alone.fullmatch(text)
    if not found:
        return ()
    if word == "stage" and not any(map(str.isdigit, found["codes"])):
        return ()  # "Stage two" of an interview is no grade
    codes = known.hyphened.sub("\\1\u2011", known.word.sub(" ", found["codes"]))
    wide = re.fullmatch(r"([A-Z]+)\s?\d+\s?[/–-]\s?\d+", codes.strip())
    if wide and wide[1] in known.wide:
        return (Ref(re.sub(r"\s+", "", codes), word or "grade"),)
    parts = known.between.split(codes)
    return tuple(Ref(code, word or "grade") for code in _expanded(parts))


def _word(written: str) -> str:
    words = re.sub(r"\(s\)", "", written.casefold()).split()
    last = NOUNS.get(words[-1], words[-1])
    if last.startswith("point"):
        return "scp"
    if last == "range":
        return "grade"
    return last.rstrip("s")


def _expanded(parts: list[str]) -> list[str]:
    """Write ranges out: 4 to 6 is 4, 5 and 6."""
    codes = [_code(parts[0])]
    spans = ("-", "–", "—", "to", "up to", "through", "hyd at")
    for between, code in zip(parts[1::2], parts[2::2], strict=True):
        last, new = codes[-1], _code(code)
        is_span = " ".join(between.split()).casefold() in spans
        prefix = re.match(r"[A-Z]+", last)
        if prefix and new.isdecimal() and not last.isalpha():
            new = prefix.group() + new
        span = _span(last, new) if is_span else []
        codes.extend(span or [_with_number(last, new)])
    return list(dict.fromkeys(codes))


def _with_number(last: str, new: str) -> str:
    """Return "8b" for the b of "8a/b"."""
    lettered = re.fullmatch(r"(\d+)[a-e]", last)
    return lettered[1] + new.lower() if lettered and re.fullmatch(r"[A-Ea-e]", new) else new


def _span(first: str, last: str) -> list[str]:
    last = _with_number(first, last)
    if re.fullmatch(r"[A-Z]", first) and re.fullmatch(r"[A-Z]", last) and first < last:
        return [chr(letter) for letter in range(ord(first) + 1, ord(last) + 1)]
    a = re.fullmatch(r"([A-Z]*)-?(\d+)([a-e]?)", first)
    b = re.fullmatch(r"([A-Z]*)-?(\d+)([a-e]?)", last)
    if not a or not b or b[1] not in ("", a[1]):
        return []
    low, high = int(a[2]), int(b[2])
    if low == high and a[3] and b[3] and a[3] < b[3]:
        return [f"{a[1]}{low}{chr(n)}" for n in range(ord(a[3]) + 1, ord(b[3]) + 1)]
    if not 0 < high - low <= 20:
        return []
    stem = first[: a.start(2)]
    whole = [f"{stem}{number}" for number in range(low + 1, high)]
    return [*whole, f"{stem}{high}{b[3]}"]


def _code(written: str) -> str:
    code = re.sub(r"\s+", "", written).replace("\u2011", "-")
    code = _ZERO.sub("O", code)
    number = re.fullmatch(r"0*(\d{1,9})([a-eA-E]?)", code)
    if number:
        return number[1] + number[2].lower()
    if code.casefold() in NUMBERS:
        return NUMBERS[code.casefold()]
    terms = re.fullmatch(r"([A-Z]+)\(([a-zA-Z])\)", code)
    return f"{terms[1]} ({terms[2].upper()})" if terms else code
