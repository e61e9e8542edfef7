"""Small cases of hand-made records to audit."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import combinations

from palanca.analysis.audit import Ledger, audit
from palanca.analysis.audit.ledger import Pair
from palanca.records import (
    STANCE_OF,
    Claim,
    Detail,
    Dispute,
    Document,
    DocumentId,
    EntityId,
    EventDetail,
    Evidence,
    Filler,
    Finding,
    FindingKind,
    Identity,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    Origin,
    Party,
    QuantityDetail,
    QuotationDetail,
    Review,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    Time,
)
from palanca.records.names import fold

KINDS: dict[type, Kind] = {
    EventDetail: Kind.EVENT, OfficeDetail: Kind.OFFICE, TieDetail: Kind.TIE, InstrumentDetail: Kind.INSTRUMENT,
    QuantityDetail: Kind.QUANTITY, QuotationDetail: Kind.QUOTATION,
}  # fmt: skip

type Parts = Sequence[tuple[RoleName, Filler]]


def paper(name: str, text: str, published: str | None = None, outlet: str | None = None) -> Document:
    return Document(
        name=name, text=text, published=when(published), outlet=outlet,
        origin=Origin(path=f"{name}.txt", bytes_sha256="", media_type="text/plain"),
    )  # fmt: skip


def when(text: str | None) -> Time | None:
    return Time.parse(text) if text else None


def thing(name: str, schema: Schema = Schema.PERSON, *names: str, country: str | None = None) -> Identity:
    identifier = EntityId(fold(name).replace(" ", "-"))
    is_country = schema is Schema.PLACE and country is not None and name != "Lima"
    return Identity(
        id=identifier, schema=schema, caption=name, names=names, members=(identifier,), documents=1, country=country,
        is_country=is_country,
    )  # fmt: skip


def filler(document: Document, of: Identity, name: str | None = None) -> Filler:
    """The thing as the document names it, where the name first stands."""
    start = document.text.index(name or of.caption)
    return Filler(text=of.caption, entity=of.id, span=Span(start, start + len(name or of.caption)))


def told(
    document: Document, detail: Detail, parts: Parts = (), *, words: str | None = None, time: str | None = None,
    place: Filler | None = None, modality: Modality = Modality.ASSERTED, speaker: Filler | None = None,
    kind: Kind | None = None,
) -> Statement:  # fmt: skip
    start = document.text.index(words) if words else 0
    return Statement(
        document=document.id, kind=kind or KINDS[type(detail)], detail=detail, reader="toy", reader_version="1",
        span=Span(start, start + len(words or document.text)),
        roles=tuple(Role(name=name, filler=who) for name, who in parts),
        time=when(time), place=place, modality=modality, speaker=speaker,
    )  # fmt: skip


def claim(
    *statements: Statement, voices: Sequence[int] = (), disputes: tuple[Dispute, ...] = (), confidence: float = 1.0,
    review: Review = Review.OPEN, detail: Detail | None = None,
) -> Claim:  # fmt: skip
    """The claim of these statements, each of a voice of its own unless `voices` are given. The first one leads."""
    lead = statements[0]
    parties = [Party(role=role.name, text=role.filler.text, identity=role.filler.entity) for role in lead.roles]
    place = [Party(role=None, text=lead.place.text, identity=lead.place.entity)] if lead.place else []
    return Claim(
        kind=lead.kind, detail=detail or lead.detail, lead=lead.id, parties=(*parties, *place), time=lead.time,
        modality=lead.modality, confidence=confidence, disputes=disputes, review=review,
        evidence=tuple(
            Evidence(statement=one.id, document=one.document, stance=STANCE_OF[one.modality], voice=voice)
            for one, voice in zip(statements, voices or range(len(statements)), strict=True)
        ),
    )  # fmt: skip


def ledger(
    claims: Iterable[Claim],
    statements: Iterable[Statement],
    papers: Iterable[Document],
    things: Iterable[Identity] = (),
) -> Ledger:
    texts = {one.id: one for one in papers}
    known = tuple(claims)
    days = [one.published.last_day for one in texts.values() if one.published and one.published.last_day]
    return Ledger(
        claims=known, statements={one.id: one for one in statements},
        identities={member: one for one in things for member in one.members}, documents=texts,
        text=lambda document: texts[document].text, together=lambda pairs: telling_both(known, pairs),
        deadly=lambda: {claim.id for claim in known},
        newest=max(days, default=date(2021, 12, 31)),
    )  # fmt: skip


def telling_both(claims: Iterable[Claim], pairs: Collection[Pair]) -> dict[Pair, set[DocumentId]]:
    """By pair the documents that tell a claim in which both take part."""
    found: dict[Pair, set[DocumentId]] = {}
    for claim in claims:
        parties = sorted({party.identity for party in claim.parties if party.role and party.identity})
        for pair in combinations(parties, 2):
            if pair in pairs:
                found.setdefault(pair, set()).update(one.document for one in claim.evidence)
    return found


def each_alone(statements: Iterable[Statement], papers: Iterable[Document], things: Iterable[Identity] = ()) -> Ledger:
    """A ledger in which each statement is a claim of its own."""
    known = tuple(statements)
    return ledger([claim(one) for one in known], known, papers, things)


def found(kind: FindingKind, audited: Ledger) -> list[Finding]:
    return audit(audited, [kind])


def texts(kind: FindingKind, audited: Ledger) -> list[str]:
    return [finding.text for finding in found(kind, audited)]
