"""PDFs with a text layer: pages, paragraphs, no running heads; each offset knows its page."""

import re
from collections import Counter
from collections.abc import Sequence

from palanca.records.errors import UnreadableInput
from palanca.sources.documents import Extract
from palanca.sources.imprint import Imprint, one_line
from palanca.sources.options import Limits
from palanca.sources.text import normalise

_FEWEST_PAGES = 3  # a line that stands at the edge of fewer pages may be part of the text
_EDGE_LINES = 2
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010]\n(?=[^\W\d_a-z]?[a-zà-ÿ])")
_PAGE_NUMBER = re.compile(
    r"\s*(page|página|pág\.|p\.)?\s*[-–—]?\s*(\d{1,4}|[ivxlc]{1,7})\s*[-–—]?\s*((of|de|/)\s*\d{1,4})?\s*", re.IGNORECASE
)
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "»")
_SHORT_LINE = 0.75  # of the usual length: a shorter line that ends a sentence ends its paragraph


def read_pdf(content: bytes, limits: Limits) -> Extract:
    """The text of a PDF. Raises UnreadableInput when it is locked, damaged, too long or holds pictures alone."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        raise UnreadableInput(_cannot_open(str(problem))) from problem
    try:
        if len(document) > limits.max_pages:
            raise UnreadableInput(f"the PDF has {len(document):,} pages, more than {limits.max_pages:,}: split it")
        pages = [_page_text(document, number) for number in range(len(document))]
        imprint = _imprint(document)
    except pypdfium2.PdfiumError as problem:
        raise UnreadableInput(f"the PDF is damaged or cut short ({problem}): fetch it again") from problem
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise UnreadableInput("the PDF holds pictures of pages and no text: run OCR on it first, then read it again")
    text, starts = _joined(_without_running_heads(pages))
    return Extract(text=text, imprint=imprint, page_starts=starts, missing=_missing(pages))


def _cannot_open(problem: str) -> str:
    if "password" in problem.lower():
        return "the PDF is locked with a password: save an unlocked copy and read that"
    return f"the PDF is damaged or cut short ({problem}): fetch it again"


def _page_text(document: "pypdfium2.PdfDocument", number: int) -> str:  # type: ignore[name-defined]  # noqa: F821
    page = document[number]
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_bounded()
    finally:
        layer.close()
        page.close()
    # pdfium marks a hyphen that breaks a word at the end of a line with U+FFFE.
    return normalise(text.replace("\ufffe\r\n", "-\n").replace("\ufffe", "-"))


def _imprint(document: "pypdfium2.PdfDocument") -> Imprint:  # type: ignore[name-defined]  # noqa: F821
    """Title and author. The file's dates of creation and change are not dates of publication and are left alone."""
    facts = document.get_metadata_dict()
    return Imprint(title=one_line(facts.get("Title")), author=one_line(facts.get("Author")))


def _missing(pages: Sequence[str]) -> str | None:
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.strip()]
    if not empty:
        return None
    return f"pages without a text layer: {', '.join(empty[:10])}{' …' if len(empty) > 10 else ''}"


def _without_running_heads(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page, less page numbers and lines that recur at the edges of pages, digits aside."""
    lines = [page.rstrip("\n").split("\n") for page in pages]
    edges = Counter(key for page in lines for key in {_shape(line) for line in _edge(page)} if key)
    recurring = {key for key, pages_with in edges.items() if pages_with >= max(_FEWEST_PAGES, len(pages) // 2)}
    return [_trimmed(page, recurring, numbered=len(pages) > 1) for page in lines]


def _edge(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return filled[:_EDGE_LINES] + filled[-_EDGE_LINES:] if len(filled) > 2 * _EDGE_LINES else filled[:1] + filled[-1:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _trimmed(page: list[str], recurring: set[str], *, numbered: bool) -> list[str]:
    first, last = 0, len(page)
    while first < last and _is_edge_litter(page[first], recurring, numbered=numbered):
        first += 1
    while last > first and _is_edge_litter(page[last - 1], recurring, numbered=numbered):
        last -= 1
    return page[first:last]


def _is_edge_litter(line: str, recurring: set[str], *, numbered: bool) -> bool:
    if not line.strip():
        return True
    return _shape(line) in recurring or (numbered and _PAGE_NUMBER.fullmatch(line) is not None)


def _joined(pages: Sequence[list[str]]) -> tuple[str, tuple[int, ...]]:
    """One text of unwrapped paragraphs, and where each page starts in it."""
    lengths = sorted(len(line) for page in pages for line in page if line.strip())
    usual = lengths[int(len(lengths) * 0.8)] if lengths else 0
    text, starts = "", []
    for page in pages:
        text = _with_break(text, page, usual)
        starts.append(len(text))
        text += _unwrapped(page, usual)
    return text, tuple(starts)


def _with_break(text: str, page: list[str], usual: int) -> str:
    """The text so far with what parts it from the next page: nothing of a word, a space, or a paragraph."""
    if not text or not page:
        return text
    broken = re.search(r"[^\W\d_]-$", text)
    if broken and page[0][:1].islower():
        return text[:-1]
    last_line = text.rpartition("\n")[2]
    return text + ("\n\n" if last_line.rstrip().endswith(_SENTENCE_END) and usual else " ")


def _unwrapped(lines: Sequence[str], usual: int) -> str:
    text = _BROKEN_WORD.sub("", "\n".join(line.rstrip() for line in lines))
    parts: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            parts.append("\n\n")
        elif parts and parts[-1] != "\n\n" and not _ends_paragraph(parts[-1], usual):
            parts.append(" " + line.strip())
        else:
            parts.append(("\n\n" if parts and parts[-1] != "\n\n" else "") + line.strip())
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()


def _ends_paragraph(line: str, usual: int) -> bool:
    bare = line.strip()
    return bare.endswith(_SENTENCE_END) and len(bare) < _SHORT_LINE * usual
