"""A ledger of any size that nobody wrote, put into the tables of a case as settling would leave it.

What is asked of it is measured, never what it says, see `generated_claims`.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import batched
from pathlib import Path

from sqlalchemy import Connection

from generated_claims import DAYS, FIRST, Part, cast_of, generated_claims
from palanca.claims import Settled
from palanca.claims.tenures import tenure_of
from palanca.lexicon.countries import countries
from palanca.records import Claim, EntityId, Review, Schema
from palanca.records.query import Branch
from palanca.store.claim_rows import claim_row, evidence_rows, party_rows
from palanca.store.opening import open_engine, writing
from palanca.store.rows import Fields, StoredRow
from palanca.store.schema import (
    appearances,
    claim_evidence,
    claim_parties,
    claims,
    documents,
    entities,
    identities,
    progress,
    sentences,
    sources,
    statement_contexts,
    statement_roles,
    statements,
    tenures,
    thing_names,
    things,
)
from palanca.store.statement_rows import Identified, context_rows, role_rows, statement_rows
from palanca.store.tenure_rows import tenure_rows
from palanca.store.writing import insert_fields, insert_stored

_LANDS = tuple(one.alpha3 for one in countries() if one.status == "assigned")
_AT_ONCE = 5_000
_SCHEMA_OF: dict[str, Schema] = {
    Branch.COMPANY: Schema.COMPANY,
    Branch.MEDIA: Schema.COMPANY,
    Branch.CIVIL_SOCIETY: Schema.ORGANIZATION,
    Branch.PARTY: Schema.ORGANIZATION,
}
_FIND_WORDS = "INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)"
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
    def schema(self) -> Schema:
        """People act for every branch, and every other thing is a body of it."""
        if self.is_country:
            return Schema.PUBLIC_BODY
        is_person = int(self.id, 16) % 2 or self.branch is None
        return Schema.PERSON if is_person else _SCHEMA_OF.get(self.branch or "", Schema.PUBLIC_BODY)


def write_ledger(case: Path, size: Size, *, seed: int = 7) -> None:
    """Make a case of that size; it counts as settled."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    listed = list(_things(size.things))
    engine = open_engine(case, create=True)
    with writing(engine) as connection:
        _write_documents(connection, size.documents)
        _write_things(connection, listed)
        _write_claims(connection, size, listed, chance)
        connection.execute(progress.update().values(changed=1, settled=1, everything=0))
    engine.dispose()


def _write_documents(connection: Connection, number: int) -> None:
    insert_fields(connection, documents, map(_document, range(number)))
    insert_fields(connection, appearances, map(_appearance, range(number)))
    insert_fields(connection, sentences, map(_sentence, range(number)))
    for several in batched(range(number), _AT_ONCE):
        connection.exec_driver_sql(_FIND_WORDS, [(i + 1, _text(i)) for i in several])
    insert_fields(connection, sources, ({"document": f"d{i:07}", "source": f"outlet {i % 400}"} for i in range(number)))


def _write_things(connection: Connection, listed: list[_Thing]) -> None:
    for batch in batched(enumerate(listed), _AT_ONCE):
        insert_fields(connection, entities, (_entity(one, at) for at, one in batch))
        insert_fields(connection, things, (_row(one, at) for at, one in batch))
        insert_fields(connection, identities, ({"entity": one.id, "identity": one.id} for _, one in batch))
        insert_fields(
            connection, thing_names,
            ({"key": at + 1, "thing": one.id, "folded": f" {one.name.lower()} "} for at, one in batch),
        )  # fmt: skip


def _write_claims(connection: Connection, size: Size, listed: list[_Thing], chance: random.Random) -> None:
    by_id = {one.id: one for one in listed}
    cast = cast_of([Part(one.id, one.name, one.schema, one.is_country) for one in listed])
    for several in batched(generated_claims(size.claims, size.documents, cast, chance), _AT_ONCE):
        made = [claim for claim, _ in several]
        told = [one for _, named in several for one in named]
        insert_stored(connection, statements, list(statement_rows(told)))
        insert_stored(connection, statement_roles, list(role_rows(told, {})))
        insert_stored(connection, statement_contexts, list(context_rows(told)))
        insert_stored(connection, claims, [claim_row(Settled(claim=claim)) for claim in made])
        insert_stored(connection, claim_evidence, [row for claim in made for row in evidence_rows(claim)])
        insert_stored(connection, tenures, [row for one, named in several for row in _tenure(one, named)])
        insert_stored(connection, claim_parties, [_placed(row, by_id) for one in made for row in party_rows(one)])


def _tenure(claim: Claim, told: Iterable[Identified]) -> Iterator[StoredRow]:
    if claim.review is not Review.REJECTED:
        yield from tenure_rows(tenure_of(claim, (one.statement for one in told)))


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


def _row(one: _Thing, rank: int) -> Fields:
    return {
        "id": one.id, "schema": one.schema, "caption": one.name, "names": "[]",
        "documents": 1 + 20_000 // (rank + 1), "country": one.country, "is_country": int(one.is_country),
        "identifiers": "[]",
    }  # fmt: skip


def _text(i: int) -> str:
    return _TEXT.format(day=FIRST + timedelta(days=i % DAYS), number=i)


def _document(i: int) -> Fields:
    row: Fields = dict.fromkeys(column.name for column in documents.columns)
    day = str(FIRST + timedelta(days=i % DAYS))
    return row | {
        "id": f"d{i:07}", "text": _text(i), "name": f"paper {i}", "current": 1,
        "published": day, "published_day": day, "metadata_hash": "", "added_at": "2025-01-01",
        "outlet": f"outlet {i % 400}", "page_starts": "[]", "origin_path": f"paper {i}", "origin_sha256": "",
        "origin_media_type": "text/plain",
    }  # fmt: skip


def _appearance(i: int) -> Fields:
    row = _document(i) | {"document": f"d{i:07}"}
    return {column.name: row[column.name] for column in appearances.columns}


def _sentence(i: int) -> Fields:
    return {"key": i + 1, "document": f"d{i:07}", "start": 0, "end": len(_text(i))}


def _placed(row: StoredRow, by_id: dict[EntityId, _Thing]) -> StoredRow:
    claim, ordinal, role, folded, identity, *_ = row
    one = by_id[EntityId(str(identity))]
    return claim, ordinal, role, folded, identity, one.country, one.branch and str(one.branch), 1
