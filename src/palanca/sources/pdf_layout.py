"""From the lines of printed pages to running text.

A line knows where it stands on its page, so paragraphs are told by the space above them, by short last lines and by
indents; what repeats at the edges of pages is furniture and is taken away.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_WIDE_DROP = 1.25  # of the usual distance between two lines: more is a new paragraph
_OTHER_SIZE = 1.15  # of the height of the line before: more is a heading
_SHORT_LINE = 0.15  # of the width of its column: a sentence that ends so far from the edge ends its paragraph
_EDGE = 0.12  # of the page's height, at the top and at the bottom
_EDGE_LINES = 2
_REPEATS = 3
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(
    r"[\W_]*((page|pág|página|pagina|seite|p)\b\.?)?\s*(\d{1,4}|[ivxlc]{1,7})(\s*(/|of|de|von|sur|di)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_LONGEST_PAGE_NUMBER = 200  # characters, with what adorns it; of a long line of signs each would be tried anew
_BROKEN_WORD = re.compile(r"(\w+)-$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, with its edges in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """From foot to head, in points."""
        return self.top - self.bottom

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return bool(_SENTENCE_END.search(self.text.rstrip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """The lines of one page in reading order. `height` is in points."""

    lines: tuple[Line, ...]
    height: float


def without_furniture(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """The pages without running heads and feet and page numbers.

    A line at the edge of a page is furniture when it stands at the edge of three pages, numbers aside, or when it is
    only a page number and there are several pages.
    """
    repeats = Counter(key for page in pages for key in {_key(line) for line in page.lines if _at_edge(line, page)})

    def is_furniture(line: Line, page: PrintedPage) -> bool:
        is_number = len(pages) > 1 and _is_page_number(line.text.strip())
        return _at_edge(line, page) and (is_number or repeats[_key(line)] >= _REPEATS)

    return [
        PrintedPage(lines=tuple(line for line in page.lines if not is_furniture(line, page)), height=page.height)
        for page in pages
    ]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))


def _at_edge(line: Line, page: PrintedPage) -> bool:
    in_margin = line.bottom > (1 - _EDGE) * page.height or line.top < _EDGE * page.height
    return in_margin or line in page.lines[:_EDGE_LINES] or line in page.lines[-_EDGE_LINES:]


def running_text(pages: Sequence[PrintedPage]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, paragraphs parted by empty lines, and the offset at which each page begins.

    Lines inside a paragraph are joined by spaces, words broken by a hyphen at the end of a line are made whole. A
    paragraph runs on over a page break when it stops without ending a sentence.
    """
    vocabulary = Counter(word for page in pages for line in page.lines for word in _words(line.text))
    text, starts = "", []
    before: Line | None = None
    for page in pages:
        paragraphs = [_joined(lines, vocabulary) for lines in _paragraphs(page.lines)]
        runs_on = before is not None and bool(page.lines) and _runs_on(before, page.lines[0])
        following = "\n\n".join(paragraphs)
        joint = _joint(text, following, vocabulary) if runs_on else ("\n\n" if text and following else "")
        text = text[:-1] if joint == _DROP_HYPHEN else text + joint
        starts.append(len(text))
        text += following
        before = page.lines[-1] if page.lines else before
    return text, tuple(starts)


_DROP_HYPHEN = "drop"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:-\w+)*", text.casefold())


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    drops = [a.bottom - b.bottom for a, b in itertools.pairwise(lines) if a.bottom > b.bottom]
    pitch = median(drops) if drops else 0.0
    current: list[Line] = []
    for i, line in enumerate(lines):
        column = lines[max(0, i - 4) : i + 3]
        if current and _starts_paragraph(current[-1], line, pitch, max(each.right for each in column)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _starts_paragraph(before: Line, line: Line, pitch: float, edge: float) -> bool:
    if before.bottom - line.bottom > _WIDE_DROP * pitch:
        return True
    if max(before.height, line.height) > _OTHER_SIZE * min(before.height, line.height):
        return True
    is_short = before.right < edge - _SHORT_LINE * (edge - before.left)
    is_indented = line.left > before.left + 0.8 * line.height and line.bottom < before.bottom
    return before.ends_sentence and (is_short or is_indented)


def _runs_on(before: Line, line: Line) -> bool:
    same_size = max(before.height, line.height) <= _OTHER_SIZE * min(before.height, line.height)
    return same_size and not before.ends_sentence and not line.text[:1].isupper()


def _joined(lines: Sequence[Line], vocabulary: Counter[str]) -> str:
    text = ""
    for line in lines:
        following = " ".join(line.text.split())
        joint = _joint(text, following, vocabulary) if text else ""
        text = text[:-1] + following if joint == _DROP_HYPHEN else text + joint + following
    return text


def _joint(text: str, following: str, vocabulary: Counter[str]) -> str:
    """What joins two lines: a space, nothing after a hyphen that belongs to the word, or the hyphen is dropped.

    A hyphen belongs to the word when a capital or a digit follows, or when the document writes the word so elsewhere
    and never without.
    """
    broken = _BROKEN_WORD.search(text[-80:])
    rest = re.match(r"\w+", following)
    if not broken or not rest:
        return " "
    if not rest[0][0].islower() or broken[1][-1].isdigit():
        return ""
    whole, hyphenated = f"{broken[1]}{rest[0]}".casefold(), f"{broken[1]}-{rest[0]}".casefold()
    return "" if vocabulary[hyphenated] and not vocabulary[whole] else _DROP_HYPHEN


def _is_page_number(line: str) -> bool:
    return len(line) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None
