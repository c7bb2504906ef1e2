"""Numbers of posts in titles: "POST123 – Senior Planner", "Senior Planner (Ref: 12/34)"."""

from __future__ import annotations

import re

from pathways.patterns import ShortPattern

_LONGEST = 120  # characters of a title
_LONG = r"(?:[A-Z]{2,8}[-/ ]?\d{3,8}|[A-Z]?[-/]?\d{4,8})(?:[-/.]\d{1,8}){0,3}[A-Z]?"
_NUMBER = rf"(?:{_LONG}|\d{{2,3}})"
_POST = r"(?:post|position|job|vacancy|requisition|req|ref|reference)"
_NAMED = (
    r"(?:(?:post|position|job|vacancy|role|requisition|req)\s{0,2})?"
    r"(?:reference|ref|number|no|id|code)\b\s{0,2}(?:number|no|code|id)?[.:#]{0,2}\s{0,2}"
)
_ANY = r"[A-Z0-9][A-Z0-9/_.-]{0,20}"
_PATTERNS = tuple(
    ShortPattern(pattern, _LONGEST, flags)
    for pattern, flags in (
        (rf"(?P<code>{_NUMBER})\s{{0,3}}[-–—:|]\s{{1,3}}(?P<title>[A-Z][a-z].*)", 0),
        (
            rf"(?i:{_NAMED}|{_POST}\s{{1,2}}#?)(?P<code>{_ANY})"
            r"\s{0,3}[-–—:|]\s{1,3}(?P<title>[A-Z][a-z].*)",
            0,
        ),
        (r"(?P<code>\d{4,8})\s{1,3}(?P<title>[A-Z][a-z].*)", 0),
        (rf"(?P<title>.*?\S)\s{{0,3}}[(\[]\s?(?i:{_NAMED})(?P<code>{_ANY})\s?[)\]]", 0),
        (rf"(?P<title>.*?\S)\s{{0,3}}[-–—,|:]\s{{1,3}}(?i:{_NAMED})(?P<code>{_ANY})", 0),
        (rf"(?P<title>.*?\S)\s{{0,3}}[(\[]\s?(?P<code>{_LONG})\s?[)\]]", 0),
        (rf"(?P<title>.*?\S)\s{{1,3}}[-–—|]\s{{1,3}}(?P<code>{_LONG})", 0),
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?|24/7")


def without_code(title: str) -> tuple[str, str]:
    """Return a title without the number of the post, and that number, "" where it has none."""
    for pattern in _PATTERNS:
        found = pattern.fullmatch(title.strip())
        if not found or not re.search(r"[^\W\d_]{2}", found["title"]):
            continue
        if any(map(str.isdigit, found["code"])) and not _YEAR.fullmatch(found["code"]):
            return found["title"].strip(" –—-,|:"), found["code"].strip(" .")
    return title, ""
