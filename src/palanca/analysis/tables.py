"""Statements as rows to show: names in columns, with the document, the page and the sentence that carry them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from palanca.lexicon.channels import channel_of
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.records import (
    AnomalyDetail,
    Document,
    EventDetail,
    Filler,
    InstrumentDetail,
    Kind,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    RoleName,
    Span,
    Statement,
    TieDetail,
    Time,
)

_MOST_WORDS = 3  # of a country's name within a role


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One statement to show. `cells` are in the order of `columns(kind)`; `words` is its span within `sentence`."""

    statement: Statement
    cells: tuple[str, ...]
    document: str
    page: int | None
    sentence: str
    words: tuple[int, int]


type Cells = Callable[[Statement], tuple[str, ...]]


def columns(kind: Kind) -> tuple[str, ...]:
    """The names of a kind's columns, in order."""
    return _COLUMNS[kind]


def rows(statements: Iterable[Statement], pages: "Library") -> Iterator[Row]:
    """The statements as rows, in the same order."""
    for statement in statements:
        document, sentence = pages.place(statement)
        yield Row(
            statement=statement,
            cells=_CELLS[statement.kind](statement),
            document=document.name,
            page=document.page_of(statement.span.start),
            sentence=" ".join(sentence.of(document.text).split("\n")),
            words=(statement.span.start - sentence.start, statement.span.end - sentence.start),
        )


class Library:
    """Documents and their sentences, looked up once each."""

    def __init__(self, document: Callable[[str], Document], sentences: Callable[[str], Sequence[Span]]) -> None:
        self._document, self._sentences = document, sentences
        self._known: dict[str, tuple[Document, Sequence[Span]]] = {}

    def place(self, statement: Statement) -> tuple[Document, Span]:
        """The document of a statement, and the stretch of whole sentences around its words."""
        if statement.document not in self._known:
            self._known[statement.document] = (
                self._document(statement.document),
                self._sentences(statement.document),
            )
        document, sentences = self._known[statement.document]
        return document, _around(sentences, statement.span)


def _around(sentences: Sequence[Span], span: Span) -> Span:
    if not sentences:
        return span
    first = max(0, bisect_right(sentences, span.start, key=lambda s: s.start) - 1)
    last = max(first, bisect_right(sentences, span.end - 1, key=lambda s: s.start) - 1)
    return Span(min(span.start, sentences[first].start), max(span.end, sentences[last].end))


def shown(time: Time | None) -> str:
    """A time as it is written in tables; empty for none."""
    return str(time) if time else ""


def shown_role(role: str) -> str:
    """A role as it is read, its countries with capitals: "ambassador to kenya" becomes "ambassador to Kenya"."""
    words = role.split(" ")
    written: list[str] = []
    while words:
        length = next((n for n in range(min(_MOST_WORDS, len(words)), 0, -1) if _is_country(words[:n])), 0)
        taken, words = words[: length or 1], words[length or 1 :]
        written.append(" ".join(taken).title() if length else taken[0])
    return " ".join(written)


def _is_country(words: Sequence[str]) -> bool:
    name = " ".join(words).title()
    return bool(country_named(name) or country_of_demonym(name))


def _names(statement: Statement, *roles: RoleName) -> str:
    return "; ".join(filler.text for filler in statement.fillers(*roles))


def _text(filler: Filler | None) -> str:
    return filler.text if filler else ""


def _event(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, EventDetail):
        return ()
    return (
        shown(statement.time),
        channel_of(detail.contexts),
        str(detail.category),
        _names(statement, RoleName.ACTOR),
        _names(statement, RoleName.RECIPIENT),
        _text(statement.place),
        str(statement.modality),
        _text(statement.speaker),
    )


def _office(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, OfficeDetail):
        return ()
    return (
        _names(statement, RoleName.PERSON),
        shown_role(detail.role),
        _names(statement, RoleName.BODY),
        str(detail.status),
        shown(detail.start),
        shown(detail.end),
        shown(statement.time),
    )


def _tie(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, TieDetail):
        return ()
    return (
        _names(statement, RoleName.SOURCE),
        str(detail.kind),
        _names(statement, RoleName.TARGET),
        shown(statement.time),
        str(statement.modality),
    )


def _instrument(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, InstrumentDetail):
        return ()
    return (
        str(detail.kind),
        detail.title,
        detail.number or "",
        _names(statement, RoleName.ISSUER),
        _names(statement, RoleName.PARTY),
        shown(statement.time),
    )


def _quantity(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, QuantityDetail):
        return ()
    upper = f"–{detail.value_max:,.15g}" if detail.value_max is not None else ""
    return (
        f"{detail.value:,.15g}{upper}",
        detail.unit,
        detail.of or "",
        _names(statement, RoleName.SUBJECT),
        shown(statement.time),
    )


def _quotation(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    if not isinstance(detail, QuotationDetail):
        return ()
    return (
        _text(statement.speaker),
        detail.cue,
        "direct" if detail.direct else "indirect",
        shown(statement.time),
    )


def _anomaly(statement: Statement) -> tuple[str, ...]:
    detail = statement.detail
    return (str(detail.kind), detail.detail) if isinstance(detail, AnomalyDetail) else ()


_CELLS: Mapping[Kind, Cells] = {
    Kind.EVENT: _event,
    Kind.OFFICE: _office,
    Kind.TIE: _tie,
    Kind.INSTRUMENT: _instrument,
    Kind.QUANTITY: _quantity,
    Kind.QUOTATION: _quotation,
    Kind.ANOMALY: _anomaly,
}
_COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("time", "channel", "category", "actors", "recipients", "place", "status", "speaker"),
    Kind.OFFICE: ("person", "role", "body", "status", "start", "end", "as of"),
    Kind.TIE: ("source", "kind", "target", "time", "status"),
    Kind.INSTRUMENT: ("kind", "title", "number", "issuer", "parties", "date"),
    Kind.QUANTITY: ("value", "unit", "of", "subject", "time"),
    Kind.QUOTATION: ("speaker", "cue", "form", "time"),
    Kind.ANOMALY: ("kind", "detail"),
}
