"""What documents say about themselves: "Code: TRA14", job titles, organisations, and lines that
are only noise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from pathways.i18n import _
from pathways.importing.dimension_names import plain_words
from pathways.model.unfinished import is_unfinished, says_nothing
from pathways.patterns import ShortPattern

_GRADE_KEYS = (
    "grade; grades; band; pay band; pay grade; pay level; level; job level; salary grade; "
    "salary band; scale; grade range; "
    "job grade; post grade; grade of post; band or grade; evaluated grade; role level; "
    "career level; pay scale; grade band; banding; profile banding; gradd; graddfa; "
    "grade of job; payband; gs; gs level; gs grade; gs grade level; general schedule; "
    "target grade; proposed grade; current grade; gradd swydd; afc band; classification; rank; "
    "scale grade; grade scale; band grade; grade salary; band salary; grade pay; grade scp; "
    "grade spinal column point; grade point; scale scp; grade of the post; pay grade band"
)
_TITLE_KEYS = (
    "job title; post title; position; position title; position designation; post designation; "
    "designation; role "
    "title; role; post; title; vacancy title; teitl swydd; "
    "class title; classification title; working title; job role; title of post; role name; job; "
    "title of job; vacancy; profile label; profile title"
)
_FAMILY_KEYS = (
    "job family; family; role family; career family; profession; career pathway; job stream; "
    "track; stream; ladder; teulu swydd; teulu swyddi"
)
_CODE_KEYS = (
    "code; class code; job code; role code; post code reference; job number; profile code; "
    "job family code; role profile code"
)
_ORGANISATION_KEYS = "organisation; organization; employer; council; authority; trust; company"
_LINK_KEYS = "download; print; share"
_OTHER_KEYS = (
    "department; directorate; division; section; postholder section; service; service area; "
    "service section; team; unit; "
    "group; location; base; place of work; work base; salary; salary range; hours; hours of work; "
    "contract; contract type; proposed salary range; base salary; salary scale; hiring range; "
    "salary band; compensation; compensation group; pay; pay range; job term; term; job id; "
    "schedule; published; posted; job type; employment type; duration; length; vacancies; "
    "number of vacancies; series; travel required; security clearance; clearance; "
    "report to; reports to; responsible to; accountable to; line manager; line management; "
    "manages; post number; "
    "post no; post ref; position no; position number; position id; position code; vacancy no; "
    "vacancy number; job ref; reference; ref; reference number; job evaluation ref; "
    "job evaluation reference; version; "
    "date; author; owner; issue date; effective date; review date; date prepared; prepared by; "
    "last updated; updated; "
    "politically restricted; dbs; dbs check; closing date; car user; "
    "working hours; hours per week; weekly hours; start date; working pattern; annual leave; "
    "pension; probation; status; work style; special "
    "conditions; "
    "cluster; business unit; school; faculty; je ref; date evaluated; evaluation date; "
    "email; telephone; "
    "date of last review; document owner; approved by; page; je score; job evaluation score; "
    "establishment; staff managed; "
    "number of staff; budget; role type; je id; role id; post holder; postholder; responsible for; "
    "direct report; "
    "career stage; portfolio; programme; area; site; language"
)


def _keys(listed: str) -> frozenset[tuple[str, ...]]:
    return frozenset(plain_words(key) for key in listed.split("; "))


_KINDS = {
    "grade": _keys(_GRADE_KEYS),
    "title": _keys(_TITLE_KEYS),
    "family": _keys(_FAMILY_KEYS),
    "code": _keys(_CODE_KEYS),
    "organisation": _keys(_ORGANISATION_KEYS),
    "link": _keys(_LINK_KEYS),
    "other": _keys(_OTHER_KEYS),
}
_PAIR = re.compile(r"([^:\t]{2,50}?)\s*(?::|\t)\s*(\S.*)", re.S)
_LONGEST_VALUE = 14
_ANY_PAIR = re.compile(r"([^:\t\n]{2,40}):[ \t]*(\S[^\n]*)")
_NAME = re.compile(r"(?:^|(?<=[\s|;,]))([A-Z][A-Za-z/]{0,30}(?: [A-Za-z/]{1,30}){0,3}):(?=\s)")
_WORD = re.compile(r"\S+")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter)"
)
_DATE = re.compile(
    rf"(?:(?:\w{{3,9}},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?"
    r",? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}(?:-\d{1,2}){0,2})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?)?",
    re.I,
)
_LONGEST_DATE = 120  # characters of a line that only says when a document was written
_DATED = ShortPattern(
    r"((?:(?:this|the) )?(?:(?:page|document|content|text|version|draft|article|job description|"
    r"job profile|role profile|role description|profile|framework) )?(?:was |has been )?"
    r"(?:(?:first|last|next|date|most recently) )?"
    r"(?:updated|reviewed|revised|modified|edited|published|posted|created|written|issued|amended|"
    r"approved|prepared|evaluated|review|update|changed)(?: date)?(?: on| in)?)\s*[:–-]?\s*"
    rf"({_DATE.pattern})",
    _LONGEST_DATE,
    re.I,
)
_VERSION = ShortPattern(
    rf"(version)\s*:?\s*(v?\d{{1,3}}(?:\.\d{{1,3}}){{0,2}}(?:\s*[,(–-]*\s*{_DATE.pattern}\)?)?)",
    _LONGEST_DATE,
    re.I,
)
_GENERAL_SCHEDULE = re.compile(r"(?:gs|general schedule)(?![a-z])", re.I)
_REPORTING = ShortPattern(
    r"(?:.*\b)?(?:reports (?:directly )?to|reporting to|responsible to|accountable to|line manager"
    r"|(?:post|post[ -]?holder) (?:normally )?reports)",
    90,
    re.I,
)
_FORMULA = re.compile(r"=[A-Z]{2,12}\(|=[A-Z]{1,3}\d{1,5}\b")
_LONGEST_KEY = 5  # words
_SHORTEST_MISSPELT = 6  # letters
_NEARLY = 0.84


@dataclass(frozen=True)
class Fact:
    """A key and its value; "
    "``kind`` tells what the key is about: grade, title, family, code, organisation, link, other."""

    key: str
    value: str
    kind: str

    @property
    def grade(self) -> str:
        """Return the value as it is written in its scheme, which the key may name ("gs: 15")."""
        if _GENERAL_SCHEDULE.match(self.key) and self.value[:1].isdecimal():
            return re.sub(r"\d+", r"GS-\g<0>", self.value)
        return self.value


def kind_of_key(text: str) -> str:
    """Return what a key is about, "" where it is not known."""
    words = plain_words(text.rstrip(": "))
    return next((kind for kind, keys in _KINDS.items() if words in keys), "")


def parse_fact(text: str) -> Fact | None:
    """Read "Key: value" where the key is known and the value is no running text; None otherwise."""
    found = _PAIR.fullmatch(text.strip())
    if not found:
        return None
    key, value = found[1].strip(), found[2].strip()
    kind = kind_of_key(key)
    if kind == "title" and _names_several(key, value):
        kind = "other"
    if not kind or len(value.split()) > _LONGEST_VALUE or (kind != "other" and value.endswith(".")):
        return None
    if value.endswith(".") and len(value.split()) > 7:
        return None
    return Fact(key, value, kind)


def _names_several(key: str, value: str) -> bool:
    """Tell whether a fact lists titles rather than giving one: "Roles: Clerk, Senior Clerk"."""
    return key.rstrip().endswith("s") and "," in value


def facts_of_line(text: str) -> list[tuple[str, Fact]]:
    """Return the parts of a line that states several facts, each with its fact; [] where it does
    not: "Salary: £45,000 Grade: PO6 Hours: 36".
    """
    begins = [begin for begin in map(_begin_of, _NAME.finditer(text)) if begin is not None]
    if len(begins) < 2 or text[: begins[0]].strip():
        return []
    ends = [*begins[1:], len(text)]
    parts = [text[begin:end].strip(" |;,") for begin, end in zip(begins, ends, strict=True)]
    facts = [(part, parse_fact(part)) for part in parts]
    found = [(part, fact) for part, fact in facts if fact is not None]
    return found if len(found) == len(parts) else []


def _begin_of(found: re.Match[str]) -> int | None:
    """Return where the longest known name before a colon begins, None where there is none."""
    words = list(_WORD.finditer(found[1]))
    for word in words:
        if kind_of_key(found[1][word.start() :]) not in ("", "link"):
            return found.start(1) + word.start()
    return None


def dated_fact(text: str) -> Fact | None:
    """Read a line that only says when its document was written: "Page last updated: 3 May 2023",
    "Reviewed March 2024", "Closing date: 01/02/2024", "Version 1.2".
    """
    line = text.strip().strip("()[]").rstrip(".")
    found = _DATED.fullmatch(line) or _VERSION.fullmatch(line)
    if found:
        return Fact(found[1].strip(), found[2].strip(), "other")
    fact = parse_fact(line)
    return fact if fact and fact.kind == "other" and _DATE.fullmatch(fact.value) else None


def lone_fact(text: str) -> Fact | None:
    """Read a line that is a fact wherever it stands: when its document was written, or whom a post
    reports to, however that is said ("Post to which the post holder reports: Head of Parks").
    """
    dated = dated_fact(text)
    if dated:
        return dated
    key, _colon, value = (part.strip() for part in text.partition(":"))
    short = 0 < len(value.split()) <= _LONGEST_VALUE
    return Fact(key, value.rstrip("."), "other") if short and _REPORTING.fullmatch(key) else None


def unknown_fact(text: str) -> Fact | None:
    """Read "Name: value" whatever the name is, where both are short; for lines among known
    facts. A name that is written wrongly means what it nearly is ("Postdesignation").
    """
    found = _ANY_PAIR.fullmatch(text.strip().lstrip("> "))
    if not found or len(found[1].split()) > _LONGEST_KEY:
        return None
    value = found[2].strip()
    if len(value.split()) > _LONGEST_VALUE or value.endswith((".", ";")):
        return None
    kind = kind_of_key(found[1]) or _nearly(found[1]) or "other"
    if kind == "title" and not any(map(str.isalpha, value)):
        kind = "other"  # "Position no: 12" names no position
    return Fact(found[1].strip(), value, kind)


@lru_cache(maxsize=8192)
def _nearly(key: str) -> str:
    """Return what a misspelt key is about, "" where it is like no known one."""
    joined = "".join(plain_words(key))
    if len(joined) < _SHORTEST_MISSPELT:
        return ""
    known = _joined_keys()
    apart = len(joined) * (2 / _NEARLY - 2)  # letters; longer by more, it cannot be nearly the same
    as_long = [key for key in known if abs(len(key) - len(joined)) <= apart]
    close = get_close_matches(joined, as_long, n=1, cutoff=_NEARLY)
    return known[close[0]] if close else ""


@lru_cache(maxsize=1)
def _joined_keys() -> dict[str, str]:
    """Return the known keys without their blanks, each with what it is about."""
    return {"".join(words): kind for kind, keys in _KINDS.items() for words in keys}


def _to_recruiters() -> str:
    return _("a note to recruiters, not something the role asks for")


_NOISE: tuple[tuple[str, Callable[[], str]], ...] = (
    (r"(?:page|p\.?)\s*\d+(?:\s*(?:of|/)\s*\d+)?", lambda: _("a page number")),
    (
        r"(?:[^.]{1,60}?[-–—|·•,]?\s)?page\s+\d{1,3}\s+of\s+\d{1,3}(?:\s*[-–—|·•,]\s*[^.]{1,60})?",
        lambda: _("a page number"),
    ),
    (r"[-–—]?\s*\d{1,3}\s*[-–—]?", lambda: _("a number alone, as pages have it")),
    (
        r"(?:OFFICIAL|RESTRICTED|CONFIDENTIAL|UNCLASSIFIED|NOT PROTECTIVELY "
        r"MARKED)(?:[\s:–-]+SENSITIVE)?(?:\s+\d{1,3})?",
        lambda: _("a protective marking at the edge of a page"),
    ),
    (
        r"(?:\d+x\s+)?Filetype\b.*",
        lambda: _("a line of the web page that the document was taken from"),
    ),
    (
        r"no reviews yet|please log ?in to review\.?|(?:download|print|share)(?: this page)?|word "
        r"document|pdf document",
        lambda: _("a line of the web page that the document was taken from"),
    ),
    (
        r"(?:skip to (?:main )?content|back to top|cookies?(?: on .*| settings)?|share this page|"
        r"menu|search)",
        lambda: _("a line of the web page that the document was taken from"),
    ),
    (
        r"short-?list(?:ing)?\b(?: criteria| notes?| process| panel| guidance| method)?\s*[:–—-].*"
        r"|notes? (?:to|for) (?:the )?(?:recruit\w*|appointing|selection|interview\w*|panel"
        r"|applicants?|candidates?)\b.*"
        r"|(?:the |essential |desirable )*criteria (?:marked|assessed|identified) .*"
        r"\b(?:application|short-?list\w*)\b.*"
        r"|(?:candidates|applicants) (?:will|should|must) (?:be (?:short-?listed|assessed|asked)"
        r"|address|complete|demonstrate|provide)\b.*\b(?:application|short-?list\w*|interview)\b.*",
        _to_recruiters,
    ),
    (r"(?:table of )?contents:?", lambda: _("the heading of a table of contents")),
    (r".{2,80}?(?:\.{3,200}|…{1,200}|\t)\s*\d{1,3}", lambda: _("a line of a table of contents")),
    (r"(?:©|\(c\)\s|copyright\s+(?:©|\d{4}|\(c\))).{0,80}", lambda: _("a copyright line")),
)
_NOISES = tuple((re.compile(pattern, re.I), why) for pattern, why in _NOISE)


def noise(text: str) -> str:
    """Return why a line is no content of the document, "" where it may be some."""
    for pattern, why in _NOISES:
        if pattern.fullmatch(text.strip()):
            return why()
    return placeholder(text)


def recruiting_note(text: str) -> str:
    """Return why a line is a note to those who recruit, "" where it is none."""
    why = noise(text)
    return why if why == _to_recruiters() else ""


def placeholder(text: str) -> str:
    """Return why the text of a cell is no content, "" where it may be some."""
    if _FORMULA.match(text.strip()):
        return _("a formula of a spreadsheet, whose value is not known")
    empty = is_unfinished(text) or says_nothing(text) or text.strip() in ("-", "–", "—")
    return _("a placeholder without content") if empty else ""


_KINDS_OF_DOCUMENT = (
    r"(?:job description and person specification|job description|job profile|role profile|role "
    r"description|job outline|position description|post description|position profile|post profile|"
    r"position specification|duty statement|statement of duties|job statement"
    r"|job specification|person specification|role specification|job details|post details|"
    r"(?:job )?applicant (?:information )?pack|candidate (?:information |brief |briefing )?pack|"
    r"recruitment pack|information pack|vacancy (?:advertising |advert )?form|"
    r"candidate brief|job pack|vacancy details|further "
    r"particulars|swydd ddisgrifiad|disgrifiad swydd|manyleb person)"
)
_KIND_BEHIND = re.compile(rf"\b{_KINDS_OF_DOCUMENT}\)?$", re.I)
_KIND_BEFORE = re.compile(rf"^{_KINDS_OF_DOCUMENT}\s*[-–—:,|]+\s*(?:for\s+)?", re.I)


def bare_title(text: str) -> str:
    """Return a role's title without "job description" and the like around it."""
    whole = text.strip().rstrip(":")
    behind = _KIND_BEHIND.search(whole)
    front = whole[: behind.start()].rstrip(" -–—:,(|") if behind else whole
    bare = _KIND_BEFORE.sub("", front).strip(" -–—:|")
    return bare or whole


def is_kind_of_document(text: str) -> bool:
    """Tell whether a line only says what kind of document this is, as "Job description" does."""
    return re.fullmatch(_KINDS_OF_DOCUMENT, text.strip().rstrip(":"), re.I) is not None
