"""Claims as rows to show: names in columns, with the documents, pages and sentences that carry them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched
from typing import Protocol

from palanca.lexicon.channels import channel_of
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.records import (
    STANCE_OF,
    AnomalyDetail,
    Claim,
    Document,
    DocumentId,
    EventDetail,
    Filler,
    InstrumentDetail,
    Kind,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    RoleName,
    Span,
    Stance,
    Statement,
    StatementId,
    TieDetail,
    Time,
)
from palanca.records.errors import Outdated

_BATCH = 100
_DOCUMENTS_AT_HAND = 1_000
_ROLES_AT_HAND = 4_096
_BETWEEN_CELLS = " | "  # a row of a register is shown as one
_MOST_WORDS = 3  # of a country's name within a role


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One statement at its words. `words` is its span within `sentence`; `page` is None where there are no pages.

    The sentence of a row of a `register` is its cells.
    """

    statement: Statement
    stance: Stance
    voice: int
    document: str
    page: int | None
    sentence: str
    words: tuple[int, int]
    register: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldThen:
    """An office that a party of an event held at its time, as the ledger tells; one that is not certain is possible."""

    person: str
    office: str
    is_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim to show. `cells` are in the order of `columns(kind)`; the passage that says most comes first.

    `held` are the offices that the parties of an event held then.
    """

    claim: Claim
    cells: tuple[str, ...]
    passages: tuple[Passage, ...]
    held: tuple[HeldThen, ...] = ()

    @property
    def lead(self) -> Passage:
        """The passage that says most."""
        return self.passages[0]

    @property
    def document(self) -> str:
        """The name of the lead's document."""
        return self.lead.document

    @property
    def sentence(self) -> str:
        """The sentence of the lead."""
        return self.lead.sentence


type Cells = Callable[[Claim, Statement], tuple[str, ...]]


def columns(kind: Kind) -> tuple[str, ...]:
    """The names of a kind's columns, in order."""
    return _COLUMNS[kind]


class Offices(Protocol):
    """Knows what those who take part in events held then."""

    def prepare(self, claims: Iterable[Claim]) -> None:
        """Look up all who take part in these."""
        ...

    def of(self, claim: Claim) -> tuple[HeldThen, ...]:
        """What those who take part in one of them held then."""
        ...


def rows(claims: Iterable[Claim], library: "Library", offices: Offices | None = None) -> Iterator[Row]:
    """The claims as rows, in the same order. With `offices`, events tell what their parties held then."""
    for batch in batched(claims, _BATCH):
        if offices:
            offices.prepare(batch)
        told = library.evidence(batch)
        for claim in batch:
            passages = library.passages(claim, told)
            cells = _CELLS[claim.kind](claim, passages[0].statement)
            yield Row(claim=claim, cells=cells, passages=passages, held=offices.of(claim) if offices else ())


type Page = tuple[Document, Sequence[Span]]
"""A document with its sentences, in order."""

type Pages = Callable[[Iterable[DocumentId]], Mapping[DocumentId, Page]]
type Statements = Callable[[Iterable[StatementId]], Mapping[StatementId, Statement]]


class Library:
    """Documents, their sentences and statements; the documents that were looked up last stay at hand."""

    def __init__(self, pages: Pages, statements: Statements) -> None:
        self._pages, self._statements = pages, statements
        self._known: dict[DocumentId, Page] = {}

    def evidence(self, claims: Iterable[Claim]) -> Mapping[StatementId, Statement]:
        """The statements under several claims, looked up together, as are the documents that they stand in."""
        evidence = [one for claim in claims for one in claim.evidence]
        self.look_up({one.document for one in evidence})
        return self._statements(one.statement for one in evidence)

    def look_up(self, wanted: Set[DocumentId]) -> None:
        """Look these documents up together; so many at once stay at hand as are asked for, and few others."""
        new = wanted - self._known.keys()
        if len(self._known) + len(new) > _DOCUMENTS_AT_HAND:
            self._known = {one: self._known[one] for one in wanted & self._known.keys()}
        if new:
            self._known.update(self._pages(sorted(new)))

    def passages(self, claim: Claim, known: Mapping[StatementId, Statement] | None = None) -> tuple[Passage, ...]:
        """The evidence of a claim at its words: the lead first, then in the order of the claim.

        `known` are its statements, where they have been looked up. Raises Outdated when one has gone meanwhile.
        """
        statements = self.evidence([claim]) if known is None else known
        first = sorted(claim.evidence, key=lambda evidence: evidence.statement != claim.lead)
        return tuple(self.passage(_there(statements, one.statement), voice=one.voice) for one in first)

    def passage(self, statement: Statement, *, voice: int = 0) -> Passage:
        """A statement at its words."""
        document, sentence = self.place(statement)
        text = sentence.of(document.text)
        start, end = statement.span.start - sentence.start, statement.span.end - sentence.start
        between = _BETWEEN_CELLS if document.register else " "
        wider = len(between) - 1
        return Passage(
            statement=statement,
            stance=STANCE_OF[statement.modality],
            voice=voice,
            document=document.name,
            page=document.page_of(statement.span.start),
            sentence=between.join(text.split("\n")),
            register=document.register,
            words=(start + wider * text.count("\n", 0, start), end + wider * text.count("\n", 0, end)),
        )

    def place(self, statement: Statement) -> tuple[Document, Span]:
        """The document of a statement, and the stretch of whole sentences around its words. Raises Outdated."""
        self.look_up({statement.document})
        document, sentences = _there(self._known, statement.document)
        return document, _around(sentences, statement.span)


def _there[Key, Value](known: Mapping[Key, Value], key: Key) -> Value:
    if key not in known:
        raise Outdated("the words of a claim have gone, and the case is being settled: ask again in a moment")
    return known[key]


def _around(sentences: Sequence[Span], span: Span) -> Span:
    if not sentences:
        return span
    first = max(0, bisect_right(sentences, span.start, key=lambda s: s.start) - 1)
    last = max(first, bisect_right(sentences, span.end - 1, key=lambda s: s.start) - 1)
    return Span(min(span.start, sentences[first].start), max(span.end, sentences[last].end))


def shown(time: Time | None) -> str:
    """A time as it is written in tables; empty for none."""
    return str(time) if time else ""


@lru_cache(maxsize=_ROLES_AT_HAND)
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


def _names(claim: Claim, *roles: RoleName) -> str:
    return "; ".join(party.text for party in claim.of(*roles))


def _place(claim: Claim) -> str:
    return claim.place.text if claim.place else ""


def _text(filler: Filler | None) -> str:
    return filler.text if filler else ""


def _event(claim: Claim, lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, EventDetail):
        return ()
    return (
        shown(claim.time),
        channel_of(detail.contexts),
        str(detail.category),
        _names(claim, RoleName.ACTOR),
        _names(claim, RoleName.RECIPIENT),
        _place(claim),
        str(claim.modality),
        _text(lead.speaker),
    )


def _office(claim: Claim, _lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, OfficeDetail):
        return ()
    return (
        _names(claim, RoleName.PERSON),
        shown_role(detail.role),
        _names(claim, RoleName.BODY),
        str(detail.status),
        shown(detail.start),
        shown(detail.end),
        shown(claim.time),
    )


def _tie(claim: Claim, _lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, TieDetail):
        return ()
    return (
        _names(claim, RoleName.SOURCE),
        str(detail.kind),
        _names(claim, RoleName.TARGET),
        shown(claim.time),
        str(claim.modality),
    )


def _instrument(claim: Claim, _lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, InstrumentDetail):
        return ()
    return (
        str(detail.kind),
        detail.title,
        detail.number or "",
        _names(claim, RoleName.ISSUER),
        _names(claim, RoleName.PARTY),
        shown(claim.time),
    )


def _quantity(claim: Claim, _lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, QuantityDetail):
        return ()
    upper = f"–{detail.value_max:,.15g}" if detail.value_max is not None else ""
    return (
        f"{detail.value:,.15g}{upper}",
        detail.unit,
        detail.of or "",
        _names(claim, RoleName.SUBJECT),
        shown(claim.time),
    )


def _quotation(claim: Claim, lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
    if not isinstance(detail, QuotationDetail):
        return ()
    return (
        _text(lead.speaker),
        detail.cue,
        "direct" if detail.direct else "indirect",
        shown(claim.time),
    )


def _anomaly(claim: Claim, _lead: Statement) -> tuple[str, ...]:
    detail = claim.detail
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
