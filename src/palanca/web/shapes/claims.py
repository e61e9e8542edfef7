"""Claims as the API shows them: facts by name, who takes part, and the sentences that carry them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from palanca.analysis.scope import Scope as AnalysisScope
from palanca.analysis.tables import HeldThen, Library, Row, columns, rows
from palanca.analysis.tables import Passage as Told
from palanca.lexicon.channels import channel_of
from palanca.questions import library, offices_then
from palanca.records import Claim as ClaimRecord
from palanca.records import Dispute as DisputeRecord
from palanca.records import Document, EventDetail, Judgement, Kind, Modality, Review, RoleName, Stance
from palanca.records import Party as PartyRecord
from palanca.records.claim import DisputeKind
from palanca.records.ids import content_hash
from palanca.records.register import Cell as CellRecord
from palanca.records.register import cells_of
from palanca.store import Case
from palanca.web.judged import judged
from palanca.web.shapes.shape import Shape

PASSAGES_SHOWN = 3
IDS_SHOWN = 50


class DocumentNamed(Shape):
    """A document as it is cited. `published` is EDTF."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    register_name: str | None


class Cell(Shape):
    """One cell of a row, `span` in the document; `is_told` if the words of the statement lie in it."""

    column: str
    value: str
    span: tuple[int, int]
    is_told: bool


class Passage(Shape):
    """One statement at its words. `words` is their range of code points in `sentence`, `span` that in the document.

    The sentence of a row of a register is its cells, which `cells` has apart. `voice` numbers the independent sources.
    `stated_by` is the person who stated it, where no reader read it.
    """

    statement: str
    stance: Stance
    modality: Modality
    voice: int
    document: DocumentNamed
    page: int | None
    sentence: str
    words: tuple[int, int]
    span: tuple[int, int]
    speaker: str | None
    time: str | None
    confidence: float
    reader: str
    stated_by: str | None
    cells: list[Cell] | None


class Party(Shape):
    """Who fills a role; the place has none. `thing` is the id of the thing, where one is known."""

    role: RoleName | None
    text: str
    thing: str | None


class Fact(Shape):
    """One field of a claim as lists show it: the name of the column and what stands in it."""

    name: str
    value: str


class Dispute(Shape):
    """What sources disagree on: each side in words, and the ids of rival claims."""

    kind: DisputeKind
    values: list[str]
    rivals: list[str]


class Held(Shape):
    """An office that a party held at the time of the event."""

    person: str
    office: str
    is_certain: bool


class JudgedBy(Shape):
    """Who made a claim what its `review` says, and when."""

    who: str
    at: datetime


class Claim(Shape):
    """One thing that sources say. `passages` begins with the sentence that says most; `statements` counts all.

    `first` and `last` are the days that its time covers at most (ISO 8601). `tag` changes when the claim does.
    `judged` is of claims that are confirmed, corrected or rejected, as far as the judgement is settled.
    """

    id: str
    tag: str
    kind: Kind
    facts: list[Fact]
    parties: list[Party]
    time: str | None
    first: str | None
    last: str | None
    category: str | None
    mode: str | None
    channel: str | None
    modality: Modality
    review: Review
    judged: JudgedBy | None
    confidence: float
    statements: int
    documents: int
    sources: int
    disputes: list[Dispute]
    held: list[Held]
    passages: list[Passage]


class Unseen(Shape):
    """Something that an answer leaves out."""

    number: int
    what: str


class Scope(Shape):
    """What an answer counted, over how much, and what it could not see."""

    claims: int
    documents: int
    sources: int
    searched: int
    unseen: list[Unseen]


class ClaimsPage(Shape):
    """Some claims, where the next begin, and the scope of all that pass."""

    items: list[Claim]
    next: str | None
    scope: Scope


class ClaimIds(Shape):
    """How many claims stand under a number, and the ids of the first of them."""

    number: int
    first: list[str]


def shown_cell(cell: CellRecord, document: Document, *, is_told: bool = False) -> Cell:
    """A cell with its words."""
    span = (cell.span.start, cell.span.end)
    return Cell(column=cell.column, value=cell.span.of(document.text), span=span, is_told=is_told)


def shown_ids(claims: Sequence[str]) -> ClaimIds:
    """How many claims there are, and the first of them."""
    return ClaimIds(number=len(claims), first=list(claims[:IDS_SHOWN]))


def shown_party(one: PartyRecord) -> Party:
    """Who fills a role, as it is shown."""
    return Party(role=one.role, text=one.text, thing=one.identity)


def shown_disputes(disputes: Iterable[DisputeRecord]) -> list[Dispute]:
    """What sources disagree on, as it is shown."""
    return [Dispute(kind=one.kind, values=list(one.values), rivals=list(one.rivals)) for one in disputes]


def shown_claims(case: Case, claims: Iterable[ClaimRecord], *, passages: int | None = PASSAGES_SHOWN) -> list[Claim]:
    """Claims with the first of their passages, in the order given."""
    known, every = library(case), list(claims)
    by = judged(case, every)
    return [_claim(row, known, passages, by.get(row.claim.id)) for row in rows(every, known, offices_then(case))]


def claim_tag(claim: ClaimRecord) -> str:
    """What changes when a claim is told or judged otherwise."""
    return content_hash(
        claim.review, claim.time, claim.detail, claim.parties, [one.statement for one in claim.evidence]
    )


def shown_scope(scope: AnalysisScope) -> Scope:
    """A scope as it is shown."""
    return Scope(
        claims=scope.claims, documents=scope.documents, sources=scope.sources, searched=scope.searched,
        unseen=[Unseen(number=one.number, what=one.what) for one in scope.unseen],
    )  # fmt: skip


def document_named(document: Document) -> DocumentNamed:
    """A document as it is cited."""
    return DocumentNamed(
        id=document.id, name=document.name, title=document.title, outlet=document.outlet,
        published=str(document.published) if document.published else None, language=document.language,
        register_name=document.register,
    )  # fmt: skip


def _claim(row: Row, known: Library, passages: int | None, by: Judgement | None) -> Claim:
    claim, detail = row.claim, row.claim.detail
    event = detail if isinstance(detail, EventDetail) else None
    return Claim(
        id=claim.id,
        tag=claim_tag(claim),
        kind=claim.kind,
        facts=list(_facts(row)),
        parties=list(map(shown_party, claim.parties)),
        time=str(claim.time) if claim.time else None,
        first=claim.time.first_day.isoformat() if claim.time and claim.time.first_day else None,
        last=claim.time.last_day.isoformat() if claim.time and claim.time.last_day else None,
        category=event.category if event else None,
        mode=event.mode if event else None,
        channel=channel_of(event.contexts) if event else None,
        modality=claim.modality,
        review=claim.review,
        judged=JudgedBy(who=by.who, at=by.at) if by else None,
        confidence=round(claim.confidence, 3),
        statements=len(claim.evidence),
        documents=claim.documents,
        sources=claim.sources,
        disputes=shown_disputes(claim.disputes),
        held=list(map(_held, row.held)),
        passages=[shown_passage(one, known) for one in islice(row.passages, passages)],
    )


def _facts(row: Row) -> Iterator[Fact]:
    for name, value in zip(columns(row.claim.kind), row.cells, strict=True):
        if value:
            yield Fact(name=name, value=value)


def _held(held: HeldThen) -> Held:
    return Held(person=held.person, office=held.office, is_certain=held.is_certain)


def shown_passage(told: Told, known: Library) -> Passage:
    """A statement at its words, with its document."""
    statement = told.statement
    document, _ = known.place(statement)
    span = statement.span
    cells = [shown_cell(cell, document, is_told=cell.span.overlaps(span)) for cell in cells_of(document)]
    return Passage(
        statement=statement.id, stance=told.stance, modality=statement.modality, voice=told.voice,
        document=document_named(document), page=told.page, sentence=told.sentence, words=told.words,
        span=(span.start, span.end), speaker=statement.speaker.text if statement.speaker else None,
        time=str(statement.time) if statement.time else None, confidence=round(statement.confidence, 3),
        reader=f"{statement.reader} {statement.reader_version}", stated_by=statement.stated_by, cells=cells or None,
    )  # fmt: skip
