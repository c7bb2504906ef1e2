"""Which grades and roles make a ladder of their own, and where two ladders part and meet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pathways.i18n import _
from pathways.importing.drafts import DraftNode, Key
from pathways.importing.grade_names import parse_mark
from pathways.importing.imported import Doubt
from pathways.importing.level_order import is_level_name, number_behind, order_by_codes
from pathways.patterns import whole_number

_OF_RANK = frozenset(
    "midweight middleweight head of deputy the a and profession for in i ii iii iv v vi".split()
)
_MANAGING = frozenset("manager head director supervisor leader chief".split())
_MOST_IN_ONE = 12  # files that are one ladder because of their grades


@dataclass
class Ladders:
    """The family of each node ("" for all where there is but one), the steps between families as
    pairs of nodes, and doubts.
    """

    families: dict[Key, str] = field(default_factory=dict)
    steps: list[tuple[Key, Key]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def ladders_of(drafts: Sequence[DraftNode]) -> Ladders:
    """Sort nodes into ladders: by the families that the documents name, else, where there are
    several documents, by the words of their titles.
    """
    found = Ladders()
    if any(draft.ref.family for draft in drafts):
        families = {draft.key: draft.ref.family for draft in drafts}
    elif _count_in_series(drafts):
        families = {draft.key: "" for draft in drafts}  # parted below, with a doubt
    elif len({draft.document for draft in drafts}) > 1:
        families = _by_titles(drafts)
        if len(set(families.values())) > 1 and _is_one_ladder(drafts, families):
            why = _("I took these files for one ladder, because each has a grade of its own.")
            titles = ", ".join(draft.ref.title or draft.ref.code for draft in drafts)
            found.doubts.append(Doubt(line=0, text=titles, why=why))
            families = dict.fromkeys(families, "")
        elif len(set(families.values())) > 1:
            found.doubts.append(_guessed(families))
    else:
        families = {draft.key: "" for draft in drafts}
    if len(set(families.values())) == 1:
        families = dict.fromkeys(families, "")
    found.families = families
    alone = len({draft.document for draft in drafts}) == 1
    if alone and any(draft.ref.family for draft in drafts):
        _branch(found, drafts)
        _branch_by_series(found, drafts)
    for family in dict.fromkeys(families.values()):
        _part(found, [draft for draft in drafts if families[draft.key] == family], family)
    return found


def _count_in_series(drafts: Sequence[DraftNode]) -> bool:
    """Tell whether files count their grades in series of letters, each grade once: IC1 to IC5 and
    M1 to M3.
    """
    codes = [draft.ref.code for draft in drafts]
    series = Counter(map(_series, drafts))
    several = len(series) > 1 and "" not in series and min(series.values()) > 1
    return several and len(set(codes)) == len(codes) and order_by_codes(codes) is None


def _by_titles(drafts: Sequence[DraftNode]) -> dict[Key, str]:
    stems = {draft.key: _stem_of(_title_of(draft)) for draft in drafts}
    titles: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda draft: len(_title_of(draft))):
        titles.setdefault(stems[draft.key], _without_number(_title_of(draft)))
    return {key: titles[stem] for key, stem in stems.items()}


def _guessed(families: Mapping[Key, str]) -> Doubt:
    """Return the doubt that only the words of titles tell which roles are one family."""
    sizes = Counter(families.values())
    several = [family for family, size in sizes.items() if size > 1]
    if several:
        why = _(
            "Only their titles tell which roles belong together: I took those that share "
            "these words for one family, and made each other role a family of its own."
        )
    else:
        why = _("Only their titles tell which roles belong together: I made each a family.")
    return Doubt(line=0, text=", ".join(several or sizes), why=why)


def _without_number(title: str) -> str:
    """Return "Data analyst" for "Data analyst 3": the number is that of a level."""
    return title.rsplit(None, 1)[0] if len(title.split()) > 1 and number_behind(title) else title


def _title_of(draft: DraftNode) -> str:
    if draft.ref.title:
        return draft.ref.title
    mark = parse_mark(draft.label, heading=True)
    return mark.title if mark else ""


def _stem_of(title: str) -> str:
    """Return a title without words of rank, cut short: "Head of data engineering" is like "Data
    engineer".
    """
    words = [
        word
        for word in re.findall(r"[^\W\d_]+", title.casefold())
        if word not in _OF_RANK and not is_level_name(word) and len(word) > 1
    ]
    return " ".join(word[:5] for word in words if not _is_short_rank(word))


def _is_short_rank(word: str) -> bool:
    from pathways.store.grades_file import read_grades

    return word in read_grades().short


def _is_one_ladder(drafts: Sequence[DraftNode], families: Mapping[Key, str]) -> bool:
    """Tell whether each of a few files has a grade of its own in one scheme, and most of them one
    name, one service, or grades that follow each other.
    """
    codes = [draft.ref.code for draft in drafts]
    if not all(codes) or len(set(codes)) < len(codes) or not 1 < len(codes) <= _MOST_IN_ONE:
        return False
    if order_by_codes(codes) is None:
        return False
    sizes: dict[str, int] = defaultdict(int)
    for family in families.values():
        sizes[family] += 1
    if max(sizes.values()) > 1 and max(sizes.values()) * 2 >= len(codes):
        return True
    shared = set.intersection(*(set(draft.facts) for draft in drafts))
    if any(fact.casefold().startswith(("department", "service", "team")) for fact in shared):
        return True
    numbers = sorted(number_behind(f"x {code}") or 0 for code in codes)
    return len(codes) > 2 and numbers == list(range(numbers[0], numbers[0] + len(codes)))


# two ladders beside each other


def _branch(found: Ladders, drafts: Sequence[DraftNode]) -> None:
    """Lead from the family that ends right below it to each of several that begin at one grade."""
    codes = list(dict.fromkeys(draft.ref.code for draft in drafts))
    ordered = order_by_codes(codes) if all(codes) else None
    if ordered is None or len(set(found.families.values())) < 3:
        return
    height = {codes[place]: number for number, place in enumerate(ordered.places)}
    by_family: dict[str, list[DraftNode]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: height[draft.ref.code]):
        by_family[found.families[draft.key]].append(draft)
    for trunk in by_family.values():
        above = [
            nodes[0]
            for nodes in by_family.values()
            if height[nodes[0].ref.code] == height[trunk[-1].ref.code] + 1
        ]
        if len(above) > 1:
            found.steps.extend((trunk[-1].key, node.key) for node in above)


def _branch_by_series(found: Ladders, drafts: Sequence[DraftNode]) -> None:
    """Lead from the first family to each other one that counts in a series of its own: from IC2 to
    M3.
    """
    by_family: dict[str, list[DraftNode]] = defaultdict(list)
    for draft in drafts:
        by_family[found.families[draft.key]].append(draft)
    series = [{_series(draft) for draft in nodes} for nodes in by_family.values()]
    apart = all(len(one) == 1 and "" not in one for one in series)
    if len(series) < 2 or not apart or len(set.union(*series)) < len(series):
        return
    if order_by_codes([draft.ref.code for draft in drafts]) is not None:
        return
    first, *others = by_family.values()
    trunk = {_number(draft): draft for draft in first}
    for nodes in others:
        lowest = min(nodes, key=_number)
        below = trunk.get(_number(lowest) - 1)
        if below is not None:
            found.steps.append((below.key, lowest.key))


def _series(draft: DraftNode) -> str:
    code = re.fullmatch(r"([A-Z]+)-?\d+", draft.ref.code)
    return code[1] if code else ""


def _part(found: Ladders, drafts: Sequence[DraftNode], family: str) -> None:
    """Part a ladder in two where managers and specialists have the same grades beside each
    other.
    """
    if _part_by_series(found, drafts, family):
        return
    by_code: dict[str, list[DraftNode]] = defaultdict(list)
    for draft in drafts:
        by_code[draft.ref.code].append(draft)
    beside = [code for code, nodes in by_code.items() if code and len(nodes) > 1]
    pairs_up = all(
        len(by_code[code]) == 2 and sum(map(_manages, by_code[code])) == 1 for code in beside
    )
    ordered = order_by_codes(list(by_code)) if all(by_code) else None
    if not beside or not pairs_up or ordered is None:
        return
    codes = [list(by_code)[place] for place in ordered.places]
    first, last = codes.index(_first_of(codes, beside)), len(codes)
    above = [node for code in codes[first:last] for node in by_code[code]]
    managers = [node for node in above if _manages(node)]
    others = [node for node in above if not _manages(node)]
    name = _("{family}: managers").format(family=family) if family else _("Managers")
    found.families.update({node.key: name for node in managers})
    if first:
        found.steps.append((by_code[codes[first - 1]][-1].key, managers[0].key))
    top = codes.index(others[-1].ref.code)
    higher = [node for node in managers if codes.index(node.ref.code) > top]
    if higher:
        found.steps.append((others[-1].key, higher[0].key))
    why = _(
        "Managers and specialists have the same grades here; I made two ladders that part and meet."
    )
    text = ", ".join(_title_of(node) or node.label for node in above)
    found.doubts.append(Doubt(line=0, text=text, why=why, document=drafts[0].document))


def _part_by_series(found: Ladders, drafts: Sequence[DraftNode], family: str) -> bool:
    """Part grades of two series that no scheme has together, such as IC1 to IC5 and M3 to M6;
    tell whether there were two.
    """
    series: dict[str, list[DraftNode]] = defaultdict(list)
    for draft in drafts:
        series[_series(draft)].append(draft)
    if "" in series or len(series) < 2 or min(map(len, series.values())) < 2:
        return False
    if order_by_codes([draft.ref.code for draft in drafts]) is not None:
        return False
    first, *others = series
    trunk = {_number(draft): draft for draft in series[first]}
    for name in others:
        label = _("{family}: {series}").format(family=family, series=name) if family else name
        found.families.update({draft.key: label for draft in series[name]})
        lowest = min(series[name], key=_number)
        below = trunk.get(_number(lowest) - 1)
        if below is not None:
            found.steps.append((below.key, lowest.key))
    why = _("The grades count in two series here; I made a ladder of each.")
    text = ", ".join(draft.ref.code for draft in drafts)
    found.doubts.append(Doubt(line=0, text=text, why=why, document=drafts[0].document))
    return True


def _number(draft: DraftNode) -> int:
    return whole_number("".join(filter(str.isdecimal, draft.ref.code)) or "0")


def _first_of(codes: Sequence[str], beside: Sequence[str]) -> str:
    return next(code for code in codes if code in beside)


def _manages(draft: DraftNode) -> bool:
    words = re.findall(r"[^\W\d_]+", (_title_of(draft) or draft.label).casefold())
    return bool(_MANAGING & set(words))
