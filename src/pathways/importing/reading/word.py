"""Word documents (.docx, .docm): prepared part by part, turned into HTML by mammoth, read by the
one HTML reader.

Only the parts that hold text reach mammoth, each parsed under guard and written anew; macros are
never among them.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.outline import Outline
from pathways.importing.reading.archive import Archive
from pathways.importing.reading.core_properties import CoreProperties
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_outline import HtmlReader
from pathways.importing.reading.refusal import damaged, too_intricate
from pathways.importing.reading.word_notes import leave_out_side_texts, leave_out_unread
from pathways.importing.reading.word_paragraphs import Paragraphs
from pathways.importing.reading.word_slimming import slim, slim_levels, slim_styles
from pathways.importing.reading.word_styles import Styles, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STYLE_MAP = "\n".join(
    [
        *(f"p.PathwaysHeading{level} => h{level}:fresh" for level in range(1, 7)),
        *(
            f"p[style-name='List {kind} {depth}'] => "
            f"{'ul|ol > li > ' * (depth - 1)}{tag} > li:fresh"
            for kind, tag in (("Bullet", "ul"), ("Number", "ol"))
            for depth in range(2, 6)
        ),
        *(
            f"p:{kind}-list({depth}) => {'ul|ol > li > ' * (depth - 1)}{tag} > li:fresh"
            for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
            for depth in range(1, 6)
        ),
        "p => p:fresh",
        "b => b",
        "u => u",
        "strike => s",
    ]
)  # instead of mammoth's own: each rule is tried on each paragraph and run
_MOST_PARAGRAPHS = 20_000  # some six hundred pages
_MOST_RUNS = 100_000
_MOST_ELEMENTS = 100_000  # that are more than looks


def read_word(path: Path) -> Outline:
    """Return the outline of a Word document; raise UnreadableDocumentError where it is unsafe,
    locked or broken.
    """
    archive = Archive(path)
    main = _main_part(archive)
    document = archive.xml(main)
    if document is None:
        raise damaged(path)
    if _is_long(document):
        raise too_intricate(path)
    gathering = Gathering(path, "docx")
    folder = posixpath.dirname(main)
    styles = Styles(archive.xml(f"{folder}/styles.xml"))
    paragraphs = Paragraphs(document, styles, gathering)
    paragraphs.prepare()
    slim(document)  # only now, since looks tell headings
    if sum(1 for _element in document.iter()) > _MOST_ELEMENTS:
        raise too_intricate(path)
    for number, text in paragraphs.letters.items():
        gathering.read(number, text)
    html = _to_html(path, archive, main, document)
    HtmlReader(path, gathering, lambda _line: 0, keeps_spaces=True, accounts=False).read(html)
    leave_out_unread(gathering, paragraphs.letters)
    leave_out_side_texts(archive, folder, gathering, paragraphs.notes)
    _note_properties(archive, gathering)
    if paragraphs.title:
        gathering.title = paragraphs.title
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names()):
        gathering.remark(
            1, "", _("The document contains macros. They were not run and are not imported.")
        )
    return gathering.outline()


def _is_long(document: _Element) -> bool:
    paragraphs = sum(1 for _found in document.iter(W + "p"))
    return paragraphs > _MOST_PARAGRAPHS or sum(1 for _found in document.iter(W + "r")) > _MOST_RUNS


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text; Word may call it document2.xml."""
    relationships = archive.xml("_rels/.rels")
    if relationships is not None:
        for relationship in relationships.iter(_RELATIONSHIP):
            target = (relationship.get("Target") or "").lstrip("/")
            if (relationship.get("Type") or "").endswith(
                "/officeDocument"
            ) and target in archive.names():
                return target
    return "word/document.xml"


def _packed(archive: Archive, main: str, document: _Element) -> io.BytesIO:
    """Return a Word document of the parts that hold text, without what is only looks."""
    folder = posixpath.dirname(main)
    relationships = posixpath.join(folder, "_rels", posixpath.basename(main) + ".rels")
    slimmed: tuple[tuple[str, Callable[[_Element], None] | None], ...] = (
        ("[Content_Types].xml", None),
        ("_rels/.rels", None),
        (relationships, None),
        (f"{folder}/styles.xml", slim_styles),
        (f"{folder}/numbering.xml", slim_levels),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
        clean.writestr(main, _written(document))
        for name, slimming in slimmed:
            part = archive.xml(name)
            if part is not None:
                if slimming is not None:
                    slimming(part)
                clean.writestr(name, _written(part))
    packed.seek(0)
    return packed


def _to_html(path: Path, archive: Archive, main: str, document: _Element) -> str:
    import mammoth

    packed = _packed(archive, main, document)
    try:
        result = mammoth.convert_to_html(
            packed,
            style_map=_STYLE_MAP,
            include_default_style_map=False,
            convert_image=mammoth.images.img_element(lambda _image: {}),
            id_prefix="",
        )
    except RecursionError:
        raise too_intricate(path) from None
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError):
        raise damaged(path) from None
    return str(result.value)


def _written(root: _Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _note_properties(archive: Archive, gathering: Gathering) -> None:
    core = CoreProperties(archive)
    gathering.title, gathering.language = core.text("title"), core.text("language")
    for name, stated in (
        (_("author"), "creator"),
        (_("subject"), "subject"),
        (_("description"), "description"),
        (_("marking"), "category"),
        (_("version"), "version"),
    ):
        gathering.fact(name, core.text(stated))
