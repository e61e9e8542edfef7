"""Judgements in a case: they are only ever added; and the pairs that wait for one."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC
from itertools import batched

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from palanca.records import Judgement, JudgementId, JudgementState, Proposal, Standing
from palanca.store.judgement_rows import judgement_from_json, judgement_to_json
from palanca.store.schema import judgement_states, judgements, proposals, things
from palanca.store.thing_rows import proposal_of
from palanca.store.waiting import count_change

_BATCH = 500  # below the 999 values that old builds of SQLite bind


def keep_judgements(connection: Connection, given: Iterable[Judgement]) -> int:
    """Add those that do not stand yet; their number."""
    wanted = {judgement.id: judgement for judgement in given}
    known: set[str] = set()
    for batch in batched(wanted, _BATCH):
        known |= set(connection.execute(select(judgements.c.id).where(judgements.c.id.in_(batch))).scalars())
    new = {identifier: judgement for identifier, judgement in wanted.items() if identifier not in known}
    for identifier, judgement in new.items():
        row = {"id": identifier, "at": judgement.at.astimezone(UTC).isoformat(), "record": judgement_to_json(judgement)}
        connection.execute(insert(judgements).values(row))
    if new:
        count_change(connection)
    return len(new)


def all_judgements(connection: Connection) -> Iterator[Judgement]:
    """By moment, then id."""
    found = [judgement_from_json(record) for record in connection.execute(select(judgements.c.record)).scalars()]
    yield from sorted(found, key=lambda judgement: (judgement.at, judgement.id))


def judgement_log(
    connection: Connection, naming: Collection[str], offset: int, limit: int | None
) -> Iterator[Judgement]:
    """The latest first; with `naming`, those whose record holds one of these ids."""
    latest = select(judgements.c.record).order_by(judgements.c.at.desc(), judgements.c.id.desc())
    if not naming:
        records = connection.execute(latest.offset(offset).limit(limit)).scalars()
        yield from map(judgement_from_json, records)
        return
    found: dict[JudgementId, Judgement] = {}
    for batch in batched(dict.fromkeys(naming), _BATCH):
        held = or_(*(func.instr(judgements.c.record, f'"{one}"') > 0 for one in batch))
        found |= {one.id: one for one in map(judgement_from_json, connection.execute(latest.where(held)).scalars())}
    ordered = sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True)
    yield from ordered[offset : None if limit is None else offset + limit]


def count_judgements(connection: Connection) -> int:
    """How many there are."""
    return connection.execute(select(func.count()).select_from(judgements)).scalar_one()


def states_of(connection: Connection, wanted: Collection[JudgementId] | None) -> dict[JudgementId, JudgementState]:
    """As last settled."""
    state = select(judgement_states)
    asked = [state] if wanted is None else [
        state.where(judgement_states.c.judgement.in_(batch)) for batch in batched(wanted, _BATCH)
    ]  # fmt: skip
    return {
        JudgementId(row.judgement): JudgementState(
            judgement=JudgementId(row.judgement), standing=Standing(row.standing), reason=row.reason
        )
        for one in asked
        for row in connection.execute(one)
    }


def proposals_of(connection: Connection, called: str, offset: int, limit: int | None) -> Iterator[Proposal]:
    """Those that are called so, the heaviest first."""
    order = (proposals.c.points.desc(), proposals.c.one, proposals.c.other)
    page = select(proposals).where(*_called(called)).order_by(*order).offset(offset).limit(limit)
    yield from map(proposal_of, connection.execute(page))


def count_proposals(connection: Connection, called: str) -> int:
    """How many wait that are called so."""
    return connection.execute(select(func.count()).select_from(proposals).where(*_called(called))).scalar_one()


def _called(words: str) -> Iterator[ColumnElement[bool]]:
    """A pair is called by the names of both."""
    for part in words.casefold().split():
        yield or_(*(_is_called(end, part) for end in (proposals.c.one, proposals.c.other)))


def _is_called(end: ColumnElement[str], part: str) -> ColumnElement[bool]:
    thing = things.alias()
    names = func.casefold(thing.c.caption + " " + thing.c.names)
    return exists(select(thing.c.id).where(thing.c.id == end, func.instr(names, part) > 0))
