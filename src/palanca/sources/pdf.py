"""PDF files that hold text."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from palanca.records import Time
from palanca.records.errors import UnreadableInput
from palanca.sources.dates import read_date
from palanca.sources.documents import Extract
from palanca.sources.imprint import Imprint, language_tag, one_line
from palanca.sources.options import Limits
from palanca.sources.pdf_layout import Line, PrintedPage, running_text, without_furniture
from palanca.sources.text import normalise

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_TAIL_BYTES = 4096
_ERROR_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LINE = re.compile(r"([^\r\n\ufffe]*)(\r\n|\r|\n|\ufffe|$)")
_LINE_END_HYPHEN = "\ufffe"  # what PDFium gives in place of a hyphen and the line break behind it
_PROGRAM_TITLE = re.compile(r"untitled.*|.*\.(docx?|odt|indd|qxd|rtf|pdf|tex|dvi)", re.IGNORECASE)
_PROGRAM_PREFIX = re.compile(r"^Microsoft (Word|PowerPoint|Excel) - ")
_PROGRAM_VALUES = frozenset({"(anonymous)", "anonymous", "(unspecified)", "unknown", "user", "administrator"})
_PUBLICATION_DATE = re.compile(rb"prism:(?:publicationDate|coverDate)(?:=[\"']|>)\s*([\w:.+\-]{4,40})")


def read_pdf(content: bytes, limits: Limits) -> Extract:
    """The running text of a PDF with the offset of each page.

    `published` is known only where the file names a date of publication (PRISM metadata): the creation date of a PDF
    is when the file was made. Raises UnreadableInput for locked, damaged and picture-only files; single pages
    without a text layer are named in `missing`.
    """
    import pypdfium2

    logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)  # a file that cannot be read is reported by us
    if b"%%EOF" not in content[-_TAIL_BYTES:]:
        raise UnreadableInput("the PDF is cut short: fetch it again")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == _ERROR_PASSWORD:
            raise UnreadableInput("the PDF is locked with a password: save it without one") from problem
        raise UnreadableInput("the PDF is damaged or cut short: fetch it again, or print it anew") from problem
    try:
        return _extract(document, content, limits)
    finally:
        document.close()


def _extract(document: "PdfDocument", content: bytes, limits: Limits) -> Extract:
    if len(document) > limits.max_pages:
        raise UnreadableInput(f"the PDF has {len(document):,} pages, more than the {limits.max_pages:,} read: split it")
    pages: list[PrintedPage] = []
    pictures: list[int] = []
    for number in range(len(document)):
        page = document[number]
        pages.append(PrintedPage(lines=tuple(_lines(page)), height=page.get_height()))
        if not pages[-1].lines and _has_picture(page):
            pictures.append(number + 1)
        page.close()
    if not any(page.lines for page in pages):
        raise UnreadableInput("the PDF holds pictures of pages but no text: run OCR on it first (for example ocrmypdf)")
    text, starts = running_text(without_furniture(pages))
    return Extract(text=text, imprint=_imprint(document, content), page_starts=starts, missing=_missing(pictures))


def _missing(pictures: list[int]) -> str | None:
    if not pictures:
        return None
    which = f"{', '.join(map(str, pictures[:20]))}{' …' if len(pictures) > 20 else ''}"
    return f"pages that are pictures without text were not read ({which}): run OCR on the PDF (for example ocrmypdf)"


def _lines(page: "PdfPage") -> Iterator[Line]:
    """The lines of a page in the order of the file, normalised, without those that hold nothing but white space."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    # Where PDFium leaves characters out, offsets do not fit its boxes; the page is then read as one plain column.
    is_placed = len(text) == textpage.count_chars()
    for number, match in enumerate(_LINE.finditer(text)):
        line = normalise(match[1]).strip() + ("-" if match[2] == _LINE_END_HYPHEN else "")
        if line:
            first = match.start(1) + len(match[1]) - len(match[1].lstrip())
            last = match.start(1) + max(0, len(match[1].rstrip()) - 1)
            edges = (
                _edges(textpage, first, last)
                if is_placed
                else (0.0, -12.0 * number, 6.0 * len(line), -12.0 * number + 11)
            )
            yield Line(text=line, left=edges[0], bottom=edges[1], right=edges[2], top=edges[3])
    textpage.close()


def _edges(textpage: "PdfTextPage", first: int, last: int) -> tuple[float, float, float, float]:
    left, bottom, _, top = textpage.get_charbox(first, loose=True)
    right = textpage.get_charbox(last, loose=True)[2]
    return left, bottom, right, top


def _has_picture(page: "PdfPage") -> bool:
    import pypdfium2.raw

    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _imprint(document: "PdfDocument", content: bytes) -> Imprint:
    title = _PROGRAM_PREFIX.sub("", document.get_metadata_value("Title"))
    author = document.get_metadata_value("Author")
    return Imprint(
        title=None if _PROGRAM_TITLE.fullmatch(title) else _stated(title),
        author=_stated(author),
        published=_published(content),
        language=_language(document),
    )


def _stated(value: str) -> str | None:
    return None if value.strip().casefold() in _PROGRAM_VALUES else one_line(value)


def _published(content: bytes) -> Time | None:
    match = _PUBLICATION_DATE.search(content)
    return read_date(match[1].decode("ascii", "replace")) if match else None


def _language(document: "PdfDocument") -> str | None:
    import ctypes

    import pypdfium2.raw

    length = pypdfium2.raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    pypdfium2.raw.FPDFCatalog_GetLanguage(document, buffer, length)
    return language_tag(bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00"))
