"""Finding and counting the claims that pass a query, in the transaction of a connection.

What passes is worked out on the narrow index; only the claims that are shown are read whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import batched

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, select, true, type_coerce
from sqlalchemy.sql.visitors import iterate

from palanca.records import Claim, ClaimId, EntityId, Kind, Review, RoleName
from palanca.records.query import Query
from palanca.store.by_days import IN_TIME, is_on_days, on_days
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_speeches
from palanca.store.knowing import claims_of
from palanca.store.listing import listed_numbers
from palanca.store.pages import Order, Page
from palanca.store.querying import Condition, condition_of, unindexed
from palanca.store.schema import identities
from palanca.store.statement_rows import PLACE

type _InTime = tuple[int, str]

_BATCH = 500  # below the 999 values that old builds of SQLite bind
FEW_IN_ORDER = 100_000  # in the order of time others are passed over first: of a year of long ago nearly all


def find_claims(connection: Connection, passed: Condition, page: Page) -> Iterator[Claim]:
    """The claims of one page of those of which a condition on `indexed_claims` holds."""
    passed, page = first_found(connection, passed, page)
    yield from claims_in_order(connection, ordered(indexed_claims.c.id, passed, page))


def ordered[Value](column: ColumnElement[Value], passed: Condition, page: Page) -> Select[Value]:
    """What a column says of the claims of one page of those of which a condition on `indexed_claims` holds."""
    claim = indexed_claims.c
    at = unindexed(claim.at) if is_of_few(page) else claim.at
    orders = {
        Order.TIME: (at, claim.id),
        Order.LATEST: (at.desc(), claim.id.desc()),
        Order.EVIDENCE: (claim.sources.desc(), claim.documents.desc(), claim.confidence.desc(), claim.at, claim.id),
        Order.DOUBT: (
            claim.review != Review.REOPENED, claim.is_disputed.desc(), claim.confidence, claim.sources, claim.at,
            claim.id,
        ),
        Order.STORED: (claim.key,),
    }  # fmt: skip
    wanted: Select[Value] = select(column).where(passed)
    return wanted.order_by(*orders[page.order]).limit(page.limit).offset(page.skipped)


def is_of_few(page: Page) -> bool:
    """Whether it is known that few pass: those are found first, and then put in order."""
    return page.of is not None and page.of <= FEW_IN_ORDER


def first_found(connection: Connection, passed: Condition, page: Page) -> tuple[Condition, Page]:
    """That a claim passes and, where few do or those of some days, is not behind the page; and of how few that page is.

    They are found by their time alone, and so all of the last time: ids, by which those of one time are sorted, are
    looked up for few.
    """
    is_found = is_of_few(page) or (page.of is not None and _asks_days(passed))
    if not is_found or page.limit is None or page.order not in (Order.TIME, Order.LATEST):
        return passed, page
    number, claim = page.limit + page.skipped, indexed_claims.c
    when = IN_TIME if is_on_days(passed) else unindexed(claim.at)
    told = select(when.label("at"), claim.key).where(on_days(passed))
    first = connection.execute(told.order_by(when if page.order is Order.TIME else when.desc()).limit(number)).all()
    keys = [key for _, key in first]
    if len(first) == number:
        edge = first[-1].at
        others = connection.execute(select(claim.key).where(claim.at == edge, passed)).scalars()
        keys = [*(key for when, key in first if when != edge), *others]
    return claim.key.in_(listed_numbers(keys)), replace(page, of=len(keys))


def _asks_days(passed: Condition) -> bool:
    """Whether a condition asks when: in the order of time those of other days are passed over first."""
    return any(one is indexed_claims.c.first or one is indexed_claims.c.last for one in iterate(passed))


def claims_in_order(connection: Connection, ids: Select[str]) -> Iterator[Claim]:
    """The claims of a query for ids, in its order."""
    yield from _claims_of_ids(connection, connection.execute(ids).scalars())


def _claims_of_ids(connection: Connection, ids: Iterable[str]) -> Iterator[Claim]:
    for several in batched(ids, _BATCH):
        found = claims_of(connection, several)
        yield from (found[ClaimId(one)] for one in several)


def number_of(connection: Connection, passed: Condition) -> int:
    """How many claims there are of which it holds."""
    return connection.execute(select(func.count()).select_from(indexed_claims).where(on_days(passed))).scalar_one()


def count_parts(connection: Connection, passed: Condition, parts: Sequence[Query]) -> list[int]:
    """How many claims pass each of these parts and the condition, in one look."""
    counted = select(*map(counting, parts)).select_from(indexed_claims).where(passed)
    return list(connection.execute(counted).one())


def counting(part: Query) -> ColumnElement[int]:
    """How many rows of `indexed_claims` pass a part, among others in one look."""
    return func.coalesce(func.sum(type_coerce(condition_of(part), Integer)), 0)


def claims_concerning(connection: Connection, thing: EntityId, kind: Kind, limit: int | None) -> Iterator[Claim]:
    """The claims of a kind in which a thing fills a role or speaks, by time (unknown last), then by id."""
    yield from _concerning(connection, (thing, kind, limit), _spoken(connection, thing, limit))


def claims_of_each_kind(connection: Connection, thing: EntityId, limit: int | None) -> dict[Kind, list[Claim]]:
    """The same of every kind. What a thing says is looked for once: one who speaks for a state says much."""
    said = _spoken(connection, thing, limit)
    return {kind: list(_concerning(connection, (thing, kind, limit), said)) for kind in Kind}


def _concerning(
    connection: Connection, asked: tuple[EntityId, Kind, int | None], said: Mapping[str, Collection[_InTime]]
) -> Iterator[Claim]:
    thing, kind, limit = asked
    acts = {(at, identifier) for at, identifier in connection.execute(_acting(thing, kind, limit))}
    in_order = sorted(acts.union(said.get(kind, ())))
    yield from _claims_of_ids(connection, [identifier for _, identifier in in_order[:limit]])


def _spoken(connection: Connection, thing: EntityId, limit: int | None) -> Mapping[str, Collection[_InTime]]:
    """The claims of each kind in which it speaks, with a limit so many of the first by time."""
    speech, claim = indexed_speeches.c, indexed_claims.c
    told = (
        select(speech.kind, speech.at, claim.id)
        .join(identities, identities.c.entity == speech.entity)
        .join(indexed_claims, claim.key == unindexed(speech.claim))
        .where(identities.c.identity == thing, claim.review != Review.REJECTED)
        .distinct()
        .subquery()
        .c
    )
    place = func.row_number().over(partition_by=told.kind, order_by=(told.at, told.id)).label("place")
    placed = select(told.kind, told.at, told.id, place).subquery().c
    is_first = true() if limit is None else placed.place <= limit
    found: dict[str, set[_InTime]] = {}
    for kind, at, identifier in connection.execute(select(placed.kind, placed.at, placed.id).where(is_first)):
        found.setdefault(kind, set()).add((at, identifier))
    return found


def _acting(thing: EntityId, kind: Kind, limit: int | None) -> Select[int, str]:
    """In which it fills a role. With a limit those up to the time of the last of so many: some are of one time."""
    party, claim = indexed_parties.c, indexed_claims.c
    told = (
        select(claim.at, claim.id)
        .join(indexed_parties, party.claim == claim.key)
        .where(party.thing == thing, party.kind == kind, party.role != PLACE, claim.review != Review.REJECTED)
    )
    if limit is None:
        return told
    nearest = told.with_only_columns(party.at, party.claim).distinct().order_by(party.at).limit(limit).subquery()
    return told.where(party.at <= select(func.max(nearest.c.at)).scalar_subquery())


def claims_about(
    connection: Connection, things: Collection[EntityId], kind: Kind, role: RoleName | None = None
) -> Iterator[Claim]:
    """The claims of a kind in which one of these identities fills a role, or that role, by id."""
    party, claim = indexed_parties.c, indexed_claims.c
    in_role = true() if role is None else party.role == role
    found: set[str] = set()
    for batch in batched(sorted(set(things)), _BATCH):
        told = select(claim.id).join(indexed_parties, party.claim == claim.key)
        wanted = (party.thing.in_(batch), party.kind == kind, in_role, claim.review != Review.REJECTED)
        found |= set(connection.execute(told.where(*wanted)).scalars())
    for several in batched(sorted(found), _BATCH):
        known = claims_of(connection, several)
        yield from (known[ClaimId(one)] for one in several)
