"""Proof that nothing of a document was lost: every word of every piece stands in what became of
it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pathways.importing.accounting import missed
from pathways.importing.imported import Became, Decision, Imported
from pathways.importing.outline import LeftOut, Outline
from pathways.importing.reading.account import not_in_outline

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")


def unaccounted(outlines: Sequence[Outline], imported: Imported) -> list[LeftOut | Decision]:
    """Return what is not accounted for, each with the reason; [] where all is.

    Every word that a reader read is in its outline; every word of a piece is in a decision on that
    piece; every statement has just the words of its decisions; whatever was left out, here or on
    reading, is on the list of what was left out.
    """
    return [
        *(line for outline in outlines for line in _unread(outline)),
        *missed(outlines, imported.decisions),
        *_wrong_statements(imported),
        *_unlisted(outlines, imported),
    ]


def _unread(outline: Outline) -> Iterator[LeftOut]:
    for line in not_in_outline(outline):
        why = f"It was read, but is in no part of {outline.name}."
        yield LeftOut(line=line.line, text=line.text, why=why)


def _words(text: str) -> list[str]:
    return _WORD.findall(_INVISIBLE.sub("", text))


def _wrong_statements(imported: Imported) -> Iterator[LeftOut]:
    sources: dict[str, list[str]] = defaultdict(list)
    for decision in imported.decisions:
        if decision.became is Became.STATEMENT:
            sources[decision.statement].append(decision.text)
    for statement in imported.framework.statements:
        source = [word for text in sources.pop(statement.id, []) for word in _words(_bare(text))]
        if _words(statement.text) != source[-len(_words(statement.text)) :]:
            why = "The statement is not what the document has in its place: {text}"
            yield LeftOut(line=0, text=statement.text, why=why.format(text=" ".join(source)))
    for statement_id, texts in sources.items():
        why = f"A decision names a statement that is not there: “{statement_id}”."
        yield LeftOut(line=0, text=" ".join(texts), why=why)
    passages = [text for passage in imported.framework.introduction for text in passage.statements]
    told = Counter(word for text in passages for word in _words(text))
    for decision in imported.decisions:
        if decision.became is Became.INTRODUCTION and Counter(_words(_bare(decision.text))) - told:
            yield LeftOut(
                line=decision.line,
                text=decision.text,
                why="The introduction does not have this text.",
            )


def _bare(text: str) -> str:
    """Return a line of the source without marks of layout."""
    return re.sub(r"</?[a-zA-Z][^<>]*>|<(?:u|b|i)\b", " ", text)


def _unlisted(outlines: Sequence[Outline], imported: Imported) -> Iterator[LeftOut]:
    listed = Counter((item.line, item.text) for item in imported.left_out)
    expected = [
        *(item for outline in outlines for item in outline.left_out),
        *(
            LeftOut(line=d.line, text=d.text, why=d.why)
            for d in imported.decisions
            if d.became is Became.LEFT_OUT
        ),
    ]
    for item in expected:
        listed[item.line, item.text] -= 1
        if listed[item.line, item.text] < 0:
            yield LeftOut(
                line=item.line, text=item.text, why="It was left out, but is not on the list."
            )
