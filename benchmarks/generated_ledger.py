"""A ledger of any size that nobody wrote, put into the tables of a case as settling would leave it.

What is asked of it is measured, never what it says. Who acts is drawn by Zipf's law, as in news: a few are in many
claims.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import batched
from pathlib import Path

from palanca.claims import Settled
from palanca.lexicon.countries import countries
from palanca.records import (
    Category,
    Claim,
    Context,
    Detail,
    DocumentId,
    EntityId,
    EventDetail,
    Evidence,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Party,
    QuantityDetail,
    QuotationDetail,
    Role,
    RoleName,
    Span,
    Stance,
    Statement,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.query import Branch
from palanca.store.claim_rows import claim_row, evidence_rows, party_rows
from palanca.store.opening import open_engine, writing
from palanca.store.rows import Fields, StoredRow
from palanca.store.schema import (
    claim_evidence,
    claim_parties,
    claims,
    documents,
    entities,
    identities,
    progress,
    sentences,
    sources,
    statement_roles,
    statements,
    thing_names,
    things,
)
from palanca.store.statement_rows import Identified, role_rows, statement_rows
from palanca.store.writing import insert_fields, insert_stored

_LANDS = tuple(one.alpha3 for one in countries() if one.status == "assigned")
_FIRST, _DAYS = date(2000, 1, 1), 25 * 365
_AT_ONCE = 5_000
_TOLD_TWICE, _HAPPENED = 0.2, 0.9  # shares of claims
_ROLES = {
    Kind.EVENT: (RoleName.ACTOR, RoleName.RECIPIENT),
    Kind.OFFICE: (RoleName.PERSON, RoleName.BODY),
    Kind.TIE: (RoleName.SOURCE, RoleName.TARGET),
    Kind.INSTRUMENT: (RoleName.ISSUER, RoleName.PARTY),
    Kind.QUANTITY: (RoleName.SUBJECT, RoleName.SUBJECT),
    Kind.QUOTATION: (RoleName.SUBJECT, RoleName.SUBJECT),
}
_KINDS = tuple(_ROLES)
_SHARES = (55, 15, 10, 5, 10, 5)
_SCHEMA_OF: dict[str, str] = {
    Branch.COMPANY: "Company",
    Branch.MEDIA: "Company",
    Branch.CIVIL_SOCIETY: "Organization",
    Branch.PARTY: "Organization",
}
_TEXT = "The two sides met on {day} and spoke about number {number} of the agenda, the statement said."


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many of each a ledger has."""

    claims: int
    things: int
    documents: int


@dataclass(frozen=True, slots=True)
class _Thing:
    id: EntityId
    name: str
    country: str
    branch: str | None
    is_country: bool

    @property
    def schema(self) -> str:
        """People act for every branch, and every other thing is a body of it."""
        if self.is_country:
            return "PublicBody"
        return "Person" if int(self.id, 16) % 2 or self.branch is None else _SCHEMA_OF.get(self.branch, "PublicBody")


def write_ledger(case: Path, size: Size, *, seed: int = 7) -> None:
    """Make a case of that size; it counts as settled."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    listed = list(_things(size.things))
    engine = open_engine(case, create=True)
    with writing(engine) as connection:
        insert_fields(connection, documents, map(_document, range(size.documents)))
        for batch in batched(enumerate(listed), _AT_ONCE):
            insert_fields(connection, entities, (_entity(one, at) for at, one in batch))
            insert_fields(connection, things, (_row(one) for _, one in batch))
            insert_fields(connection, identities, ({"entity": one.id, "identity": one.id} for _, one in batch))
            insert_fields(
                connection, thing_names,
                ({"key": at + 1, "thing": one.id, "folded": f" {one.name.lower()} "} for at, one in batch),
            )  # fmt: skip
        insert_fields(connection, sentences, map(_sentence, range(size.documents)))
        insert_fields(
            connection, sources,
            ({"document": f"d{i:07}", "source": f"outlet {i % 400}"} for i in range(size.documents)),
        )  # fmt: skip
        by_id = {one.id: one for one in listed}
        for several in batched(_claims(size, listed, chance), _AT_ONCE):
            made = [claim for claim, _ in several]
            told = [one for _, named in several for one in named]
            insert_stored(connection, statements, list(statement_rows(told)))
            insert_stored(connection, statement_roles, list(role_rows(told, {})))
            insert_stored(connection, claims, [claim_row(Settled(claim=claim)) for claim in made])
            insert_stored(connection, claim_evidence, [row for claim in made for row in evidence_rows(claim)])
            insert_stored(connection, claim_parties, [_placed(row, by_id) for one in made for row in party_rows(one)])
        connection.execute(progress.update().values(changed=1, settled=1, everything=0))
    engine.dispose()


def thing_id(rank: int) -> EntityId:
    """The id of the thing of a rank; the first is named most."""
    return EntityId(f"{rank:024x}")


def _things(number: int) -> Iterator[_Thing]:
    branches = [*Branch, None]
    for i in range(number):
        land = _LANDS[i % len(_LANDS)]
        is_country = i < len(_LANDS)
        name = f"State {land}" if is_country else f"Given{i % 3000} Surname{i // 7}"
        branch = Branch.EXECUTIVE if is_country else branches[i % len(branches)]
        yield _Thing(thing_id(i), name, land, branch, is_country)


def _entity(one: _Thing, at: int) -> Fields:
    return {
        "id": one.id, "document": f"d{0:07}", "ordinal": at, "schema": "Person", "caption": one.name, "names": "[]",
        "country": one.country, "confidence": 1.0, "identifiers": "[]", "lister": None,
    }  # fmt: skip


def _row(one: _Thing) -> Fields:
    return {
        "id": one.id, "schema": one.schema, "caption": one.name, "names": "[]",
        "documents": 1, "country": one.country, "is_country": int(one.is_country), "identifiers": "[]",
    }  # fmt: skip


def _text(i: int) -> str:
    return _TEXT.format(day=_FIRST + timedelta(days=i % _DAYS), number=i)


def _document(i: int) -> Fields:
    row: Fields = dict.fromkeys(column.name for column in documents.columns)
    return row | {
        "id": f"d{i:07}", "text": _text(i), "name": f"paper {i}", "current": 1,
        "published_day": str(_FIRST + timedelta(days=i % _DAYS)), "metadata_hash": "", "added_at": "2025-01-01",
        "outlet": f"outlet {i % 400}", "page_starts": "[]", "origin_path": f"paper {i}", "origin_sha256": "",
        "origin_media_type": "text/plain",
    }  # fmt: skip


def _sentence(i: int) -> Fields:
    return {"key": i + 1, "document": f"d{i:07}", "start": 0, "end": len(_text(i))}


def _claims(size: Size, listed: list[_Thing], chance: random.Random) -> Iterator[tuple[Claim, list[Identified]]]:
    for number in range(size.claims):
        told = [_statement(number, size, listed, chance)]
        if chance.random() < _TOLD_TWICE:
            elsewhere = (int(told[0].document[1:]) + chance.randrange(1, size.documents)) % size.documents
            told.append(replace(told[0], document=DocumentId(f"d{elsewhere:07}")))
        named = [Identified(one.id, one) for one in told]
        yield _claim(named), named


def _statement(number: int, size: Size, listed: list[_Thing], chance: random.Random) -> Statement:
    (kind,) = chance.choices(_KINDS, _SHARES)
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    (written,) = chance.choices((f"{day}", f"{day:%Y-%m}", f"{day:%Y}"), (70, 21, 9))
    parties = [listed[_drawn(chance, len(listed))] for _ in range(2)]
    if kind is Kind.OFFICE:
        parties[0] = chance.choice(listed)  # nobody holds a thousand offices
    return Statement(
        document=DocumentId(f"d{chance.randrange(size.documents):07}"),
        kind=kind,
        detail=_detail(kind, chance),
        span=Span(number % 17, 20 + number % 31),
        reader="generated",
        reader_version="1",
        roles=tuple(
            Role(name=role, filler=Filler(text=one.name, entity=one.id))
            for role, one in zip(_ROLES[kind], parties, strict=True)
        ),
        time=Time.parse(written),
        speaker=Filler(text=parties[1].name, entity=parties[1].id) if kind is Kind.QUOTATION else None,
        modality=Modality.ASSERTED if chance.random() < _HAPPENED else Modality.PLANNED,
        confidence=round(0.4 + 0.6 * chance.random(), 2),
    )


def _claim(told: list[Identified]) -> Claim:
    first = told[0].statement
    return Claim(
        kind=first.kind,
        detail=first.detail,
        lead=told[0].id,
        parties=tuple(
            Party(role=role.name, text=role.filler.text, identity=role.filler.entity) for role in first.roles
        ),
        evidence=tuple(
            Evidence(statement=one.id, document=one.statement.document, stance=Stance.SUPPORTS, voice=at)
            for at, one in enumerate(told)
        ),
        time=first.time,
        modality=first.modality,
        confidence=first.confidence,
    )


def _drawn(chance: random.Random, number: int) -> int:
    """A place by Zipf's law with exponent one: the logarithm of the rank is even."""
    return min(number - 1, int(number ** chance.random()) - 1)


def _detail(kind: Kind, chance: random.Random) -> Detail:
    match kind:
        case Kind.EVENT:
            contexts = (chance.choice(list(Context)),)
            return EventDetail(category=chance.choice(list(Category)), mode="visit", contexts=contexts)
        case Kind.OFFICE:
            role = chance.choice(("minister of transport", "ambassador", "senator", "director"))
            return OfficeDetail(role=role, status=OfficeStatus.CURRENT)
        case Kind.TIE:
            return TieDetail(kind=chance.choice(list(TieKind)))
        case Kind.INSTRUMENT:
            return InstrumentDetail(kind=chance.choice(list(InstrumentKind)), title="a law on ports")
        case Kind.QUANTITY:
            return QuantityDetail(value=float(chance.randrange(10_000)), unit="USD", of="trade")
        case _:
            return QuotationDetail(cue="said", direct=False)


def _placed(row: StoredRow, by_id: dict[EntityId, _Thing]) -> StoredRow:
    claim, ordinal, role, folded, identity, *_ = row
    one = by_id[EntityId(str(identity))]
    return claim, ordinal, role, folded, identity, one.country, one.branch and str(one.branch), 1
