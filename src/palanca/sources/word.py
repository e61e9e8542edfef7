"""Word documents (.docx): paragraphs, headings, lists, tables and text boxes in the order of the document."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from palanca.records.errors import UnreadableInput
from palanca.sources.documents import Extract
from palanca.sources.imprint import Imprint, language_tag, one_line
from palanca.sources.options import Limits
from palanca.sources.packages import check_package
from palanca.sources.text import normalise

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_BOX = f"{_W}txbxContent"
_PROGRAM_AUTHORS = frozenset({"python-docx", "microsoft office user", "user", "usuario", "unknown", "apache poi"})
_TEMPLATE_TITLES = frozenset({"word document"})


def read_word(content: bytes, limits: Limits) -> Extract:
    """The text of a Word document as it stands with all tracked changes accepted; cells are parted by tabs.

    `published` stays unknown: what the format calls created and modified is when the file was, not when the words
    were published. Raises UnreadableInput for damaged, locked and hostile files.
    """
    import docx

    check_package(io.BytesIO(content), limits, limits.max_part_bytes)
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as problem:
        raise UnreadableInput(
            f"the Word document is damaged ({problem}): open it in Word and save it anew"
        ) from problem
    blocks = (normalise(block) for block in _blocks(document.element.body))
    return Extract(text="\n\n".join(filter(str.strip, blocks)), imprint=_imprint(document))


def _imprint(document: "WordDocument") -> Imprint:
    core = document.core_properties
    title, author = one_line(core.title), one_line(core.author)
    if title and title.lower() in _TEMPLATE_TITLES:
        title = None
    styled = next((p.text for p in document.paragraphs[:20] if p.style is not None and p.style.name == "Title"), None)
    return Imprint(
        title=title or one_line(styled),
        author=None if author and author.lower() in _PROGRAM_AUTHORS else author,
        language=language_tag(core.language),
    )


def _blocks(parent: "_Element") -> Iterator[str]:
    """The text of each paragraph and table row under `parent`."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield "".join(_words(child)).strip(" \t\n")
            yield from _boxes(child)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag not in _GONE and child.tag != f"{_W}sectPr":
            yield from _blocks(child)


def _rows(table: "_Element") -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue  # a table inside a cell is told as part of that cell
        cells = (" ".join(filter(None, _blocks(cell))) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row)
        yield "\t".join(cells).strip()


def _row_of(cell: "_Element") -> "_Element":
    return next(cell.iterancestors(f"{_W}tr"))


def _words(element: "_Element") -> Iterator[str]:
    """The pieces of a paragraph's text, without text boxes and deleted words."""
    for child in element:
        if child.tag in _GONE or child.tag == _BOX:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _words(child)


def _boxes(paragraph: "_Element") -> Iterator[str]:
    for box in paragraph.iter(_BOX):
        in_fallback = next(box.iterancestors(_FALLBACK), None) is not None
        holder = next(box.iterancestors(f"{_W}p"))
        if holder is paragraph and not in_fallback:
            yield from _blocks(box)
