"""Which level a cell of a table names, by itself and among the others of its row or column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pathways.importing.cell_kinds import flat
from pathways.importing.dimension_names import plain_words
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.level_order import level_word
from pathways.importing.metadata import kind_of_key
from pathways.patterns import whole_number

_SERIES = re.compile(r"[A-Z]{1,4} ?\d{1,2}")
_FIRST_LEVEL = re.compile(
    r"((?:level|grade|band|tier|stage|scale)\s+(?:\d{1,2}[a-d]?|[IVX]{1,4}|[A-Z]))\s+(?=[A-Z(])",
    re.I,
)
_TITLE_BEHIND = re.compile(
    r"(?P<code>[A-Z]{0,3}\d{1,2}[a-d]?)\s*\((?P<title>[A-Za-z][^()]{1,60})\)"
)
# Ladders of words that are no titles, the lowest first; each word may name a level wherever it is.
_LADDERS = (
    "no knowledge; awareness; aware; basic awareness; working; practitioner; expert",
    "foundation; foundational; intermediate; adept; advanced; highly advanced; expert",
    "novice; beginner; advanced beginner; elementary; competent; proficient; proficiency; expert; "
    "master; mastery; mastering; specialist",
    "emerging; developing; growing; establishing; established; solid; strong; secure; embedding; "
    "embedded; leading; outstanding; exceptional; exemplary; exemplar; role model; transforming; "
    "excelling",
    "entry; entry level; starter; basic; core; essential level; enhanced; higher; highest; mature",
    "learning; learner; practising; practicing; performing; doing; coaching; teaching; mentoring; "
    "owning; shaping; inspiring; influencing; directing",
    "follow; assist; apply; enable; ensure; ensure and advise; ensure advise; initiate; "
    "initiate and influence; initiate influence; inspire; set strategy; set strategy inspire "
    "mobilise",
    "know; knows; do; does; teach; teaches; lead; leads; shape; shapes; learn; learns; use; uses; "
    "adopt; adopts; specialize; specialise; specializes; specialises; evangelize; evangelise; "
    "support; supports; contribute; contributes; deliver; delivers; manage; manages; direct; "
    "directs; define; defines; drive; drives; own; owns; master; masters; create; creates",
    "below; partially meets; meets; meets expectations; exceeds; exceeds expectations",
    "operational; tactical; strategic; executive; organisational; system; personal; team",
    "self; others; individual contributor; frontline; front line; first line; supervisor; "
    "supervisory; middle manager; senior leader; leader; managing others",
    "bronze; silver; gold; platinum; low; medium; high; very high; minimal; moderate; extensive",
    "understanding; experienced; skilled; fully skilled; highly skilled; trained; qualified",
    "all staff; all colleagues; managers; senior managers; executives; leaders; team leaders; "
    "all employees; supervisors; heads of service; directors; practitioners; individual",
)
_WEAK = frozenset(
    "core; system; self; others; individual; support; team; personal; leaders; managers; "
    "supports; use; own; learning; understanding; teaching; doing; operational; strategic; "
    "leading; influencing; lead; deliver; delivers; coaching; mentoring; high; learn; create; "
    "manage; manages; drive; directing; inspiring; shaping".split("; ")
)
_LEVEL_NAMES = {
    plain_words(name): (0.45 if name in _WEAK else 0.85)
    for ladder in _LADDERS
    for name in ladder.split("; ")
}
# Words that have numbers beside or below them which are no levels.
_NO_LEVELS = frozenset(
    "section appendix annex part table figure chapter schedule form page step item unit module "
    "question ref period phase option round task duty year month week day session objective goal "
    "outcome criterion example activity date".split()
)
_COUNTED = _NO_LEVELS | frozenset("no nr number id order row statement responsibility".split())
BY_HEAD = 0.6  # how surely a short text is a level because its column is called Grade or Level


def level_of(text: str, leading: str = "") -> tuple[Mark | None, float]:
    """Read a head as a grade or level and say how surely it is one, from 0 to 1.

    ``leading`` is the heading of the column of such heads ("Grade").
    """
    one = flat(text).replace("_", " ")
    if not one or len(one.split()) > 12 or one.endswith("."):
        return None, 0.0
    mark = parse_mark(one) or parse_mark(_FIRST_LEVEL.sub(r"\1 – ", one)) or _with_title(one)
    if mark:
        return _on_a_range(mark), 1.0
    if kind_of_key(leading) == "grade" and len(one.split()) <= 4 and _is_coded(one):
        word = plain_words(leading)[-1]
        word = word if word in ("level", "band", "tier", "stage") else "grade"
        refs = tuple(Ref(ref.code, word, ref.title) for ref in parse_codes(one))
        return (Mark(refs, one) if refs else None), 1.0
    named = _LEVEL_NAMES.get(plain_words(one), 0.0)
    if not named and level_word(one) is not None and len(one.split()) <= 6:
        named = 0.7
    if not named and kind_of_key(leading) == "grade" and len(one.split()) <= 5:
        named = BY_HEAD
    return (titled(one), named) if named else (None, 0.0)


def _is_coded(text: str) -> bool:
    """Tell whether a cell in a column of grades is a code: with a figure, or one letter."""
    return any(map(str.isdigit, text)) or (len(text) == 1 and text.isupper())


def _with_title(text: str) -> Mark | None:
    """Read a grade with a title in brackets behind it, as "M3 (Manager)"."""
    found = _TITLE_BEHIND.fullmatch(text)
    mark = parse_mark(found["code"]) or parse_mark(f"grade {found['code']}") if found else None
    if not found or mark is None or len(mark.refs) != 1:
        return None
    ref = Ref(mark.refs[0].code, mark.refs[0].word, found["title"])
    return Mark((ref,), text, found["title"])


def _on_a_range(mark: Mark) -> Mark:
    """Return one title with several grades as one level: "Senior (L5-L6)" is nobody else."""
    if not mark.title or len(mark.refs) < 2:
        return mark
    first, last = mark.refs[0], mark.refs[-1]
    return Mark((Ref(f"{first.code}-{last.code}", first.word, mark.title),), mark.label, mark.title)


def titled(text: str) -> Mark:
    """Return the mark of a level that is known by its title alone."""
    one = flat(text)
    return Mark((Ref(title=one, word="level"),), one)


def levels_of(texts: Sequence[str], leading: str = "") -> list[tuple[Mark | None, float]]:
    """Read heads that stand in one row or column; what each may be is weighed together.

    "Engineer 1", "Engineer 2" are levels because they differ in their number alone; bare numbers
    are, where they count on.
    """
    found = [level_of(text, leading) for text in texts]
    if sum(sure == 1.0 for _mark, sure in found) * 2 > len(found):  # words among numbers
        found = [(mark, sure) if sure != BY_HEAD else (None, 0.0) for mark, sure in found]
    words = [plain_words(flat(text)) for text in texts]
    numbered = [re.sub(r"[\s.-]{0,9}(?:\d{1,2}|[IVX]{1,4})$", "", flat(text)) for text in texts]
    if len(texts) > 1 and len(set(texts)) == len(texts):
        counting = all(text.strip().isdecimal() for text in texts) and _counts(texts)
        counting = counting and not is_count(leading)
        alike = len(set(numbered)) == 1 and numbered[0] and len(numbered[0].split()) <= 5
        alike = alike and not _NO_LEVELS & set(plain_words(numbered[0]))
        for place, text in enumerate(texts):
            if found[place][0] is None and words[place] and (counting or alike):
                mark = Mark((Ref(text.strip(), "level"),), text) if counting else titled(text)
                found[place] = mark, 0.75
    return _with_sisters(texts, found)


def _with_sisters(
    texts: Sequence[str], found: Sequence[tuple[Mark | None, float]]
) -> list[tuple[Mark | None, float]]:
    """Return heads with those codes that are written like a grade beside them: S1 beside M1."""
    codes = [_SERIES.fullmatch(text.strip()) is not None for text in texts]
    known = any(code and sure == 1.0 for code, (_mark, sure) in zip(codes, found, strict=True))
    return [
        (parse_mark(f"grade {text.strip()}"), 0.75)
        if known and code and mark is None
        else (mark, sure)
        for text, code, (mark, sure) in zip(texts, codes, found, strict=True)
    ]


def is_count(leading: str) -> bool:
    """Tell whether the head of a column of numbers says that they count things, not levels."""
    return "#" in leading or bool(_COUNTED & set(plain_words(leading)))


def _counts(texts: Sequence[str]) -> bool:
    numbers = [whole_number(text) for text in texts]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(numbers) > 2 and steps in ({1}, {-1}) and max(numbers) < 20
