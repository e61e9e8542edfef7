"""Lines of text to read without a case, `{"id", "text", "date"}`, and the pages that lower readers make of them."""

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc

from palanca.reading.grammar import English
from palanca.reading.grammar.freezing import frozen
from palanca.reading.language import Languages
from palanca.reading.order import READERS
from palanca.reading.page import Layer, Page
from palanca.records import Document, Origin, Time
from palanca.records.errors import InvalidTime, UnreadableInput

_BATCH = 64  # texts that are parsed together


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRequest:
    """A sentence or a text to read. `date` is that of its publication."""

    id: str
    text: str
    date: Time | None = None


def read_request(line: str) -> TextRequest:
    """A line of JSON as a request. Raises UnreadableInput if it is not an object with the strings `id` and `text`."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{line[:60]!r} is no line of JSON ({error.msg}): write one object a line") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or found.get("id") is None:
        raise UnreadableInput(f'{line[:60]!r} names no sentence: write {{"id": …, "text": …, "date": …}}')
    return TextRequest(id=str(found["id"]), text=found["text"], date=_date(found.get("date")))


def _date(text: object) -> Time | None:
    """A date as EDTF or as the first part of a time stamp; None for none."""
    if not isinstance(text, str) or not text:
        return None
    try:
        return Time.parse(text.partition("T")[0])
    except InvalidTime as error:
        raise UnreadableInput(f"the date {text!r} cannot be read: write YYYY-MM-DD, or leave it out") from error


def read_pages(
    lines: Iterable[TextRequest], layers: AbstractSet[Layer], languages: Languages | None = None
) -> Iterator[tuple[TextRequest, Page]]:
    """Each request with its page, on which these layers are, in order; nothing accumulates. English only.

    Raises PipelineNotFound.
    """
    pipeline = (languages or Languages()).load("en")
    pairs = ((line.text, line) for line in lines)
    for doc, line in pipeline.pipe(pairs, as_tuples=True, batch_size=_BATCH):
        yield line, _page(line, doc, layers)


def _page(line: TextRequest, doc: Doc, layers: AbstractSet[Layer]) -> Page:
    document = Document(
        name=line.id, text=line.text, published=line.date, language="en",
        origin=Origin(path=line.id, bytes_sha256="", media_type="text/plain"),
    )  # fmt: skip
    page = Page(document=document, doc=frozen(doc), grammar=English())
    for reader in READERS:
        if reader.gives & layers:
            page = reader.read(page)
    return page
