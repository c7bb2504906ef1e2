"""Verdicts and word marks as they stand in a table."""

from __future__ import annotations

from itertools import groupby

from pathways.compare.change import Change, Verdict, Words
from pathways.compare.wording import has_marks
from pathways.report import blocks
from pathways.report.spans import Line, Span, Style, plain, styled

_TONES = {
    Verdict.UNCHANGED: blocks.Tone.SAME,
    Verdict.REWORDED: blocks.Tone.SAME,
    Verdict.RAISED: blocks.Tone.MORE,
    Verdict.EASED: blocks.Tone.LESS,
    Verdict.CHANGED: blocks.Tone.OTHER,
    Verdict.NEW: blocks.Tone.NEW,
    Verdict.DROPPED: blocks.Tone.GONE,
    Verdict.NOT_STATED: blocks.Tone.NONE,
}
_STYLES = {
    (False, False): Style.PLAIN,
    (True, False): Style.INSERTED,
    (False, True): Style.DELETED,
    (True, True): Style.PASSING,
}


def verdict_cell(verdict: Verdict, *remarks: str, note: Line = (), word: str = "") -> blocks.Cell:
    """Return a cell with the sign and the word of a verdict (or another ``word``), behind it the
    number of a ``note``, remarks below it.
    """
    strong = Style.STRONG if verdict.is_change else Style.PLAIN
    lines: list[Line] = [(*styled(f"{verdict.sign} {word or verdict.word}", strong), *note)]
    lines += [styled(remark, Style.QUIET) for remark in remarks if remark]
    return blocks.Cell(tuple(lines), _TONES[verdict])


def marked(text: str, left: Change | None, right: Change | None) -> Line:
    """Return a statement with its words marked.

    Inserted words come from ``left``, the change that led to this text; deleted ones from
    ``right``, the change that leads on from it. Where a change has next to nothing in common, it
    marks nothing: the verdict says it.
    """
    new = _flags(text, left.words if left else (), "insert")
    gone = _flags(text, right.words if right else (), "delete")
    if not any(new) and not any(gone):
        return plain(text)
    found = []
    for flags, run in groupby(zip(new, gone, text, strict=True), key=lambda letter: letter[:2]):
        found.append(Span("".join(letter[2] for letter in run), _STYLES[flags]))
    return tuple(found)


def _flags(text: str, words: Words, kind: str) -> list[bool]:
    """Tell for each letter of ``text`` whether it is in a run of that kind; spaces at a run's ends
    are not.
    """
    flags: list[bool] = []
    runs = [run for run in words if run[0] in ("equal", kind)]
    if not has_marks(words):
        return [False] * len(text)
    for tag, run in runs:
        body = run.strip()
        start = run.find(body)
        marked_run = [start <= place < start + len(body) for place in range(len(run))]
        flags += marked_run if tag == kind else [False] * len(run)
    return flags if "".join(run for _tag, run in runs) == text else [False] * len(text)
