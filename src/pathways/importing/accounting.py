"""What became of the words of a document: what no step took up, and how many lines became what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pathways.i18n import _
from pathways.importing.imported import Became, Decision, Imported, Sure
from pathways.importing.outline import Kind, LeftOut, Outline, Piece
from pathways.importing.reading.account import words_of


def missed(outlines: Sequence[Outline], decisions: Sequence[Decision]) -> list[Decision]:
    """Return what was read and taken up by no step, as left out with a doubt."""
    why = _("This was not used; look at it in the document.")
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


def _whole(piece: Piece) -> str:
    if piece.kind is Kind.TABLE:
        return "\n".join(cell for row in piece.rows for cell in _once(row))
    return piece.text


def _once(row: Sequence[str]) -> Sequence[str]:
    """Return a row's cells, of a cell that reaches over several columns one."""
    return [cell for place, cell in enumerate(row) if not place or cell != row[place - 1]]


def _lost_pieces(
    outlines: Sequence[Outline], decisions: Sequence[Decision]
) -> Iterator[tuple[int, int, LeftOut]]:
    """Yield the words of pieces that are in no decision, with document and piece."""
    told: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        told[decision.document, decision.piece].update(words_of(decision.text))
    for document, outline in enumerate(outlines):
        for number, piece in enumerate(outline.pieces):
            lost = Counter(words_of(_whole(piece))) - told[document, number]
            if lost:
                why = _("These words of {file} were not used anywhere.").format(file=outline.name)
                text = " ".join(lost.elements())
                yield document, number, LeftOut(line=piece.line, text=text, why=why)


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
