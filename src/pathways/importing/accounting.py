"""Proof that nothing of a document was lost: every word of every piece stands in what became of
it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pathways.i18n import _
from pathways.importing.imported import Became, Decision, Imported, Sure
from pathways.importing.outline import Kind, LeftOut, Outline, Piece
from pathways.importing.reading.account import not_in_outline

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")


def unaccounted(outlines: Sequence[Outline], imported: Imported) -> list[LeftOut]:
    """Return what is not accounted for, each with the reason; [] where all is.

    Every word that a reader read is in its outline; every word of a piece is in a decision on that
    piece; every statement has just the words of its decisions; whatever was left out, here or on
    reading, is on the list of what was left out.
    """
    return [
        *(line for outline in outlines for line in _unread(outline)),
        *_lost_words(outlines, imported.decisions),
        *_wrong_statements(imported),
        *_unlisted(outlines, imported),
    ]


def missed(outlines: Sequence[Outline], decisions: Sequence[Decision]) -> list[Decision]:
    """Return what was read and taken up by no step, as left out with a doubt."""
    why = _("No step took this up; look at it in the document.")
    return [
        Decision(
            document=document,
            piece=piece,
            line=lost.line,
            text=lost.text,
            became=Became.LEFT_OUT,
            why=why,
            sure=Sure.UNSURE,
            place=outlines[document].pieces[piece].place,
        )
        for document, piece, lost in _lost_pieces(outlines, decisions)
    ]


def _unread(outline: Outline) -> Iterator[LeftOut]:
    for line in not_in_outline(outline):
        why = _("It was read, but is in no part of {file}.").format(file=outline.name)
        yield LeftOut(line=line.line, text=line.text, why=why)


def _words(text: str) -> list[str]:
    return _WORD.findall(_INVISIBLE.sub("", text))


def _whole(piece: Piece) -> str:
    if piece.kind is Kind.TABLE:
        return "\n".join(cell for row in piece.rows for cell in _once(row))
    return piece.text


def _once(row: Sequence[str]) -> Sequence[str]:
    """Return a row's cells, of a cell that reaches over several columns one."""
    return [cell for place, cell in enumerate(row) if not place or cell != row[place - 1]]


def _lost_words(outlines: Sequence[Outline], decisions: Sequence[Decision]) -> Iterator[LeftOut]:
    yield from (lost for _document, _piece, lost in _lost_pieces(outlines, decisions))


def _lost_pieces(
    outlines: Sequence[Outline], decisions: Sequence[Decision]
) -> Iterator[tuple[int, int, LeftOut]]:
    """Yield the words of pieces that are in no decision, with document and piece."""
    told: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        told[decision.document, decision.piece].update(_words(decision.text))
    for document, outline in enumerate(outlines):
        for number, piece in enumerate(outline.pieces):
            lost = Counter(_words(_whole(piece))) - told[document, number]
            if lost:
                why = _("These words of {file} are accounted for nowhere.").format(
                    file=outline.name
                )
                text = " ".join(lost.elements())
                yield document, number, LeftOut(line=piece.line, text=text, why=why)


def _wrong_statements(imported: Imported) -> Iterator[LeftOut]:
    sources: dict[str, list[str]] = defaultdict(list)
    for decision in imported.decisions:
        if decision.became is Became.STATEMENT:
            sources[decision.statement].append(decision.text)
    for statement in imported.framework.statements:
        source = [word for text in sources.pop(statement.id, []) for word in _words(_bare(text))]
        if _words(statement.text) != source[-len(_words(statement.text)) :]:
            why = _("The statement is not what the document has in its place: {text}")
            yield LeftOut(line=0, text=statement.text, why=why.format(text=" ".join(source)))
    for statement_id, texts in sources.items():
        why = _("A decision names a statement that is not there: “{id}”.").format(id=statement_id)
        yield LeftOut(line=0, text=" ".join(texts), why=why)
    passages = [text for passage in imported.framework.introduction for text in passage.statements]
    told = Counter(word for text in passages for word in _words(text))
    for decision in imported.decisions:
        if decision.became is Became.INTRODUCTION and Counter(_words(_bare(decision.text))) - told:
            yield LeftOut(
                line=decision.line,
                text=decision.text,
                why=_("The introduction does not have this text."),
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
                line=item.line, text=item.text, why=_("It was left out, but is not on the list.")
            )


_KINDS = {
    Became.STATEMENT: "statements",
    Became.INTRODUCTION: "introduction",
    Became.HEADING: "headings",
    Became.TITLE: "metadata",
    Became.GRADE: "metadata",
    Became.ROLE: "metadata",
    Became.METADATA: "metadata",
    Became.LEFT_OUT: "left out",
}


def counts(imported: Imported) -> dict[str, int]:
    """Count the lines of the source by what became of them; a line that holds several things counts
    for each of them.

    The keys are "lines", "statements", "introduction", "headings", "metadata" and "left out", in
    this order; "lines" is the sum of the others.
    """
    found = Counter(_KINDS[decision.became] for decision in imported.decisions)
    found["left out"] = len(imported.left_out)
    names = dict.fromkeys(_KINDS.values())
    return {"lines": sum(found.values()), **{name: found[name] for name in names}}
