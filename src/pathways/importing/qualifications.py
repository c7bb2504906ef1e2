"""Levels and grades of qualifications, which are none of posts: "NVQ level 3", "GCSE grade 4"."""

from __future__ import annotations

import re

from pathways.importing.job_titles import is_job_title

_AWARDS = frozenset(
    "nvq nvqs svq svqs gnvq qcf rqf nqf scqf cqfw eqf fheq btec btecs gcse gcses cse hnc hnd cefr "
    "ielts ilm cmi cipd aat acca cips iosh nebosh sia ecdl ofqual pgce qts bsc msc llb phd mba "
    "diploma diplomas certificate certificates qualification qualifications apprenticeship "
    "apprenticeships award degree tystysgrif cymhwyster cymwysterau prentisiaeth".split()
)
_SUBJECTS = frozenset(
    "key sfia cqc dbs experience qualified ability equivalent english maths skill skills "
    "proficiency education vetting clearance security literacy numeracy welsh language".split()
)
_NEVER_IN_TITLES = frozenset("experience qualified ability equivalent".split())
_NAMED = re.compile(
    r"city (?:and|&) guilds|functional skills|basic skills|food (?:hygiene|safety)|"
    r"(?<!\w)(?:a|as|a2|o|t)[ -]levels?(?!\w)",
    re.I,
)


def is_qualification(text: str) -> bool:
    """Tell whether a text with a level or grade is a qualification: "Level 3 diploma"."""
    return bool(_AWARDS & _words(text)) or _NAMED.search(text) is not None


def asks_qualification(title: str) -> bool:
    """Tell whether a level behind these words is one of qualifications or skills: "NVQ level 3",
    "English level 2"; behind the title of a job it is that of the post: "NVQ assessor, grade 6".
    """
    if is_job_title(title):
        return bool(_NEVER_IN_TITLES & _words(title))
    return bool((_AWARDS | _SUBJECTS) & _words(title)) or _NAMED.search(title) is not None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))
