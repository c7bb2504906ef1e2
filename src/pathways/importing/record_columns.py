"""What the columns of a table of records hold, by their names and by what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pathways.importing.cell_kinds import is_blank, is_code, is_label, is_prose, is_tick
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.level_cells import level_of
from pathways.importing.line_tests import is_address
from pathways.importing.metadata import kind_of_key
from pathways.importing.table_layout import Layout

# What a column holds, and the names that say so, singular; case, signs and plurals do not count.
_COLUMNS = {
    "level": (
        "level; level name; role level; job level; grade; band; grade name; level title; career "
        "level; tier; stage; grade level; grade or band; pay band; level id"
    ),
    "role": (
        "role; role name; job title; job; post; position; role title; profession; post title; "
        "job role; occupation"
    ),
    "family": (
        "family; role family; job family; career family; job group; role group; discipline; "
        "track; stream; ladder; job stream; career track; pathway; career pathway"
    ),
    "dimension": (
        "skill; skill name; competency; competence; competency name; capability; dimension; "
        "area; theme; category; section; heading; behaviour; behavior; domain; core area; "
        "attribute; competency area; skill area; criterion; subject; competency domain; "
        "competence domain; skill domain; capability domain; competence area; competency group; "
        "skill group; capability group; competency category; skill category; capability name; "
        "competency title; factor; topic; pillar; attribute name; skill title; standard; "
        "dimension name; sgil; cymhwysedd; maes; ymddygiad; gallu; thema"
    ),
    "definition": (
        "skill description; competency definition; definition; skill definition; capability "
        "description; dimension description; competency description; capability definition; "
        "area description"
    ),
    "text": (
        "key duty; main duty; description; statement; text; descriptor; expectation; "
        "requirement; indicator; behavioural indicator; behavioral indicator; skill level "
        "description; level descriptor; what good looks like; detail; example; content; "
        "summary; criterion text; expected behaviour; relevant job information; job "
        "information; relevant information; evidence in job; competency level description; "
        "indicators of behaviour; duty; statement text; skill level descriptor; bullet; "
        "wording; what is expected; what we expect; what is required; what it look like; "
        "disgrifiad; datganiad; dyletswydd; disgwyliad; gofyniad"
    ),
    "role text": (
        "role description; job description; role summary; job summary; family description"
    ),
    "level text": (
        "role level description; level description; level summary; grade description; band "
        "description"
    ),
    "label": (
        "skill level; proficiency; proficiency level; type; essential or desirable; level of "
        "skill; skill proficiency; required level; requirement type; criterion type; mastery; "
        "importance; subheading"
    ),
    "number": (
        "no; number; nr; id; ref; order; row; statement number; item; je level; factor level; "
        "score; points; weighting; je score"
    ),
}


_OF_CRITERIA = frozenset(
    plain_words(name)
    for name in (
        "essential or desirable",
        "essential/desirable",
        "requirement type",
        "criterion type",
        "importance",
    )
)


@lru_cache(maxsize=1)
def _known_columns() -> Mapping[tuple[str, ...], str]:
    return {
        plain_words(name): role for role, names in _COLUMNS.items() for name in names.split("; ")
    }


def column_of(head: str) -> str:
    """Return what a column of that name holds, "" where the name is not known."""
    return _known_columns().get(plain_words(head), "")


def roles_of_columns(
    heads: Sequence[str], names: DimensionNames, taught: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Say which column holds what, by their names: {"level": 3, "text": 8, …}; {} where this is no
    table of records.

    ``taught`` says what columns hold, by their headings, and comes first. Of several columns that
    hold the same the first counts.
    """
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        found.setdefault((taught or {}).get(head) or _by_name(head), place)
    found.pop("", None)
    _use_stand_in(found)
    if not found.keys() & {"level", "role", "label"} or _are_dimensions(heads, names, taught):
        return {}
    if not taught and sum(level_of(head)[1] == 1.0 for head in heads) > 1:
        return {}  # "Level 1", "Level 2": a level in each column
    about = found.keys() & {"level", "role"}
    if "text" not in found and not (about and {"dimension", "label"} <= found.keys()):
        return {}  # neither statements nor levels of skills
    if not about:
        if plain_words(heads[found["label"]]) in _OF_CRITERIA and not taught:
            return {}  # whether something is essential is nobody's level
        found["level"] = found.pop("label")
    return found


def _by_name(head: str) -> str:
    """Return what a column of that name holds, also where it is named as facts are ("Gradd",
    "Classification"); "" where the name is not known.
    """
    if column_of(head) or plain_words(head) == ("rank",):
        return column_of(head)  # a rank is more often a place in an order than that of an officer
    return {"grade": "level", "title": "role", "family": "family"}.get(kind_of_key(head), "")


def _use_stand_in(found: dict[str, int]) -> None:
    """Where no column is called a text, take what is said of the levels or of the subjects."""
    if "text" in found or "dimension" not in found:
        return
    for stand_in in ("level text", "definition"):
        if stand_in in found:
            found["text"] = found.pop(stand_in)
            return


def _are_dimensions(
    heads: Sequence[str], names: DimensionNames, taught: Mapping[str, str] | None
) -> bool:
    """Tell whether several columns are called as dimensions are: then each row is a level."""
    called = [names.exact(head) for head in heads if not _names_whom(head, taught)]
    return sum(match is not None and match.dimension != "overall" for match in called) > 1


def _names_whom(head: str, taught: Mapping[str, str] | None) -> bool:
    return ((taught or {}).get(head) or _by_name(head)) in ("level", "role")


def with_subject(layout: Layout, roles: Mapping[str, int]) -> dict[str, int]:
    """Return what columns hold; where none says what a row is about, the short texts of a column
    whose name is not known do, if they differ for one level: else different things would be one.

    Where the levels have names and another column their grades, the names are roles.
    """
    found = dict(roles)
    grades = [
        place
        for place, cell in enumerate(layout.heads)
        if place not in roles.values() and kind_of_key(cell.text) == "grade"
    ]
    if "role" not in roles and "level" in roles and len(grades) == 1:
        written = [text for text in layout.column(grades[0]) if text]
        named = not any(any(map(str.isdecimal, t)) for t in layout.column(roles["level"]))
        if written and named:
            found["role"], found["level"] = roles["level"], grades[0]
    if {"dimension", "role", "family"} & set(found) or "level" not in found:
        return found
    for place in range(layout.width):
        if place in found.values() or not _differs(layout, place, found["level"]):
            continue
        found["dimension"] = place
        break
    return found


def _differs(layout: Layout, place: int, level: int) -> bool:
    """Tell whether a column of short texts has different ones for one level, each of them for
    several rows or levels.
    """
    pairs = [
        (key, text)
        for key, text in zip(layout.column(level), layout.column(place), strict=True)
        if text
    ]
    if len(pairs) < len(layout.body) or not all(is_label(text) for _key, text in pairs):
        return False
    values = {text for _key, text in pairs}
    several = len(values) * 2 <= len(pairs)
    return several and len(set(pairs)) > len({key for key, _text in pairs})


def is_unknown(head: str, cells: Sequence[str]) -> bool:
    """Tell whether a column may hold more than facts: its head says nothing here, and below it are
    words, or a few codes that come again and again, as levels do.
    """
    if not head or column_of(head) or any(map(kind_of_key, (head, *plain_words(head)))):
        return False  # "Roles that need it" says what it holds
    texts = [text for text in cells if text]
    words = [text for text in texts if not _is_value(text)]
    codes = {text for text in texts if is_code(text)}
    again = len(codes) > 1 and len(codes) * 2 <= len(texts)
    differ = len(set(words)) > 1 or any(map(is_prose, words))
    return (differ and len(words) * 2 > len(texts)) or (again and not words)


def _is_value(text: str) -> bool:
    """Tell whether a cell is a number, a code, yes or no, or an address."""
    return is_code(text) or is_tick(text) or is_blank(text) or is_address(text)
