"""The words and codes of grades as patterns, made of the known schemes.

Each pattern is tried on one short label, never on running text, and none has a repetition inside a
repetition, so that their cost grows with the length of the label alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.model.grade_scheme import GradeBook
from pathways.patterns import ShortPattern
from pathways.store.grades_file import once_for_grades

_LONGEST = 160  # characters of a line that names a grade

_NOUNS = (
    r"pay\s+bands?|pay\s+grades?|salary\s+grades?|salary\s+bands?|job\s+levels?|role\s+levels?|"
    r"career\s+levels?|grade\s+range|grades?|gr(?:\.|(?=\s?\d))|bands?|levels?|lvls?|scales?|"
    r"tiers?|stages?|ranks?|AfC(?=\s?\d)|"
    r"gradd(?:au)?|graddfa|graddfeydd|band(?:iau)?|lefel(?:au)?|haen(?:au)?"
)
_POINTS = r"spinal\s+(?:column\s+)?points?|pay\s+points?|salary\s+points?|points?"
_BEFORE = (
    r"AfC|NHS|NJC|JNC|Agenda\s+for\s+Change|Pay|Salary|Job|Role|Career|Local|Council|University|"
    r"Staff|Support|Professional|Civil\s+Service|Corporate|Evaluated|Proposed|Current|Indicative|"
    r"Post|New|Main|Substantive"
)
_ASIDES = (
    r"AfC|NHS|NJC|JNC|Agenda\s+for\s+Change|indicative|provisional|to\s+be\s+confirmed|tbc|"
    r"subject\s+to\s+(?:job\s+)?evaluation|career\s+grade|linked\s+grade|pending"
)
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_WELSH_WORDS = "un dau tri pedwar pump chwech saith wyth naw deg".split()
_ROMAN = r"(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,3})"
_NUMBER = r"\d{1,3}(?:[a-e]|[A-Z])?(?:\.\d)?"
_BETWEEN = (
    r"\s*(?:/|,\s*and\b|,|&|\+|-|–|—|\band\b|\bor\b|\bto\b|\bup\s+to\b|\bthrough\b|"
    r"\ba\b|\bhyd\s+at\b)\s*"
)
_LEADS = (
    r"progress(?:ion|ing)?|promotions?|mov(?:e|ing)|accountabilities|duties|main\s+duties|"
    r"key\s+duties|additional|responsibilities|expectations?|expected|what|criteria|requirements?|"
    r"required|roles?|posts?|work|working|typical|competenc(?:y|ies)|standards?|descriptors?|"
    r"profile|text|entry|appointment|performing|performance"
)
_TERMS = r"\s?\((?:D|T|d|t)\)"  # HEO (D) is a grade of its own: somebody on a scheme of training


class GradeGrammar:
    """The patterns for the schemes of one book."""

    def __init__(self, book: GradeBook) -> None:
        series = sorted(
            {name for scheme in book.schemes for name in scheme.series if name != "Scale"},
            key=lambda name: -len(name),
        )
        named = sorted(
            {name for scheme in book.schemes for name in scheme.grades if "(" not in name},
            key=lambda name: -len(name),
        )
        self.points = tuple(
            name for scheme in book.schemes if scheme.points for name in scheme.series
        )
        self.wide = frozenset(
            name.upper()
            for scheme in book.schemes
            if scheme.ranges == "one"
            for name in scheme.series
        )
        self._name_codes(series, named)
        self._place_titles()
        self._place_pay()
        self._place_sentences()

    def _name_codes(self, series: Sequence[str], named: Sequence[str]) -> None:
        """Make the patterns of words and codes by themselves."""
        self.words = rf"(?:(?:{_BEFORE})\s+)?(?:(?:{_BEFORE})\s+)?(?:{_NOUNS}|{_POINTS})"
        names = "|".join(re.escape(name) for name in named)
        lettered = "|".join(re.escape(name) for name in series)
        self.bare = rf"(?:(?:{lettered})[\s-]?\d{{1,3}}[a-dA-D]?|(?:{names})(?:{_TERMS})?)(?![\w])"
        words = "|".join((*_NUMBER_WORDS, *_WELSH_WORDS))
        code = (
            rf"(?:{self.bare}|[A-Z]{{1,5}}[\s-]?{_NUMBER}|{_NUMBER}|{_ROMAN}(?![A-Za-z])"
            rf"|(?i:{words})(?![A-Za-z])|[A-Z](?![A-Za-z]))"
        )
        letter = r"(?<=[a-eA-E-/–])[a-e](?![\w])"  # the b of "8a/b"
        self.codes = rf"{code}(?:{_BETWEEN}(?:(?i:{self.words})\s*)?(?:{code}|{letter}))*"
        self.hyphened = re.compile(rf"\b({lettered})-(?=\d)")
        bares = rf"{self.bare}(?:{_BETWEEN}(?:{self.bare}|\d{{1,3}}(?![\w])))*"
        self.named = _of_line(
            rf"(?P<word>(?i:{self.words})(?:\(s\))?)\s*(?:[:–-]\s*)?(?P<codes>{self.codes})"
        )
        self.alone = _of_line(rf"(?P<codes>{bares})")
        self.mark = rf"(?:{self.named.pattern.replace('?P<word>', '?:').replace('?P<codes>', '?:')}"
        self.mark += rf"|{bares})"
        self.word = re.compile(rf"\b(?i:{self.words})\b")
        self.named_bare = re.compile(rf"\b{self.bare}")
        self.between = _of_line(rf"({_BETWEEN})")

    def _place_titles(self) -> None:
        """Make the patterns of a grade with a title before or behind it."""
        coded = r"[A-Z]{1,6}\d{1,2}[a-d]?"
        self.titled = _of_line(rf"(?P<mark>{self.mark})\s*(?:[:–—-]|,|\|)\s*(?P<title>\S.*)")
        self.bracketed = _of_line(
            rf"(?P<title>\S[^\[(]*)[\[(]\s*(?P<mark>{self.mark}|{coded})\s*[\])]"
        )
        self.in_brackets = _of_line(rf"(?P<mark>{self.mark})\s*[\[(]\s*(?P<title>[^\])]+?)\s*[\])]")
        self.after_dash = _of_line(rf"(?P<title>\S.*?)\s*[,–—:|-]\s+(?P<mark>{self.mark})")
        self.coded = _of_line(rf"(?P<title>\S.*?)\s*(?:[–—|-]\s|,)\s*(?P<mark>{coded})")
        self.coded_before = _of_line(
            rf"(?P<mark>{coded})\s*(?:[:–—-]\s*|\s)(?P<title>[A-Z][a-z].*)"
        )
        self.before_title = _of_line(rf"(?P<mark>{self.bare})\s+(?P<title>[A-Z][a-z].*)")
        self.word_before_title = _of_line(rf"(?P<mark>{self.mark})\s+(?P<title>[A-Z][a-z].*)")
        self.behind_title = _of_line(rf"(?P<title>[A-Z]\S*(?:\s+\S+)*)\s+(?P<mark>{self.mark})")
        self.led = _of_line(
            rf"(?P<title>(?i:{_LEADS})\b[\w’' ,-]{{0,50}}?\b(?:to|at|for|of|in|into))\s+(?:the\s+)?"
            rf"(?P<mark>{self.mark})"
        )

    def _place_pay(self) -> None:
        """Make the pattern of pay, which stands behind grades."""
        pay = (
            rf"(?i:(?:{'|'.join(self.points)})s?|{_POINTS}|scp|sp)\s*:?\s*\d{{1,3}}"
            r"(?:\s*(?:-|–|—|to|/)\s*\d{1,3})?"
        )
        self.pay = _of_line(
            rf"(?:{pay}|£\s?[\d,.]+k?.*|\$\s?[\d,.]+k?.*|[\d,]{{5,8}}\s*(?:-|–|to)\s*[\d,]{{5,8}}"
            rf"|(?i:{_ASIDES}))"
        )

    def _place_sentences(self) -> None:
        """Make the patterns of a grade before its text, and inside a sentence."""
        self.run_in = re.compile(
            rf"(?P<mark>(?i:{self.words})\s*(?:{_NUMBER}|{_ROMAN})(?:\s*\([^)]{{1,40}}\))?)"
            r"\s*[:–—-]\s+(?P<text>\S.*)"
        )
        self.in_sentence = re.compile(
            r"\b(?:(?:is|are|be)\s+(?:(?:a|an|at|on|the|in|as|currently|graded|evaluated|paid)\s+)*"
            r"|(?:graded|evaluated)\s+(?:(?:at|as|in)\s+)?)"
            rf"(?P<mark>(?i:(?:pay\s+)?(?:grade|band|scale))\s+(?:{_NUMBER}|[A-Z](?![A-Za-z]))"
            rf"(?![\w])|{self.bare})"
            r"(?=\s*(?:roles?\b|posts?\b|jobs?\b|positions?\b|[(.,;]|$))"
        )


def _of_line(pattern: str) -> ShortPattern:
    """Return a pattern for a line that is nothing but the name of a grade."""
    return ShortPattern(pattern, _LONGEST)


grammar = once_for_grades(GradeGrammar)
"""Return the patterns for the schemes that are known here."""

NUMBERS = {word: str(value) for value, word in enumerate(_NUMBER_WORDS, 1)} | {
    word: str(value) for value, word in enumerate(_WELSH_WORDS, 1)
}
"""Numbers written as words, English and Welsh."""

NOUNS = {
    "gradd": "grade",
    "graddau": "grade",
    "gr": "grade",
    "gr.": "grade",
    "lvl": "level",
    "lvls": "level",
    "graddfa": "scale",
    "graddfeydd": "scale",
    "bandiau": "band",
    "lefel": "level",
    "lefelau": "level",
    "haen": "tier",
    "haenau": "tier",
}
"""Words for grades that are short or Welsh, and what they are in the schemes."""
