"""Web pages, as saved from a browser or written by hand."""

from __future__ import annotations

from pathlib import Path

from pathways.importing.outline import Outline
from pathways.importing.reading.front_matter import below_front_matter
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_outline import HtmlReader
from pathways.importing.reading.invisible import even_line_ends
from pathways.importing.reading.plain_text import note_encoding
from pathways.importing.reading.source_bytes import read_bytes, text_of

MOST_BYTES = 2_000_000


def read_html_page(path: Path) -> Outline:
    """Return the outline of a web page; nothing it names is fetched, nothing in it is run."""
    text, encoding = text_of(path, read_bytes(path, MOST_BYTES))
    gathering = Gathering(path, "html")
    note_encoding(gathering, encoding)
    shown = below_front_matter(path, even_line_ends(text), gathering)
    HtmlReader(path, gathering, is_page=True).read(shown)
    return gathering.outline()
