"""What a generated ledger says: claims with their statements, drawn so that what is rare in a case is rare here.

Who acts is drawn by Zipf's law, as in news: a few are in many claims. Meetings are a third of all events, and each
category has modes of its own; relatives and holders of offices are drawn among all people alike.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
    Schema,
    Span,
    Stance,
    Statement,
    TieDetail,
    TieKind,
    Time,
)
from palanca.store.statement_rows import Identified

FIRST, DAYS = date(2000, 1, 1), 25 * 365
_TOLD_TWICE, _HAPPENED = 0.2, 0.9  # shares of claims
_SPOKEN, _PLACED = 0.15, 0.4  # shares of events, ties and instruments that somebody tells, and of events with a place
_ROLES = {
    Kind.EVENT: (RoleName.ACTOR, RoleName.RECIPIENT),
    Kind.OFFICE: (RoleName.PERSON, RoleName.BODY),
    Kind.TIE: (RoleName.SOURCE, RoleName.TARGET),
    Kind.INSTRUMENT: (RoleName.ISSUER, RoleName.PARTY),
    Kind.QUANTITY: (RoleName.SUBJECT, RoleName.SUBJECT),
    Kind.QUOTATION: (RoleName.SUBJECT, RoleName.SUBJECT),
}
_KINDS, _SHARES = tuple(_ROLES), (55, 15, 10, 5, 10, 5)
_CATEGORIES: Mapping[Category, int] = {
    Category.CONSULT: 32, Category.COOPERATE: 9, Category.AGREE: 7, Category.SUPPORT: 9, Category.CONCEDE: 3,
    Category.AID: 5, Category.RETREAT: 2, Category.REQUEST: 7, Category.ACCUSE: 9, Category.REJECT: 4,
    Category.THREATEN: 2, Category.PROTEST: 3, Category.SANCTION: 3, Category.MOBILIZE: 2, Category.COERCE: 2,
    Category.ASSAULT: 1,
}  # fmt: skip
_MODES: Mapping[Category, tuple[str | None, ...]] = {
    Category.CONSULT: ("visit", "visit", "meet", "meet", "meet", "host", "phone", "multilateral"),
    Category.COOPERATE: ("military", "economic", "intelligence", "judicial", None),
    Category.SUPPORT: ("recognize", "apologize", "sign", None),
    Category.RETREAT: ("withdraw", "release", "resign"),
    Category.REQUEST: ("change", None),
    Category.ACCUSE: ("allege", "disapprove", "lawsuit", "investigate"),
    Category.PROTEST: ("demo", "strike", "obstruct"),
    Category.SANCTION: ("discontinue", "expel"),
    Category.MOBILIZE: ("troops", "weapons"),
    Category.COERCE: ("arrest", "ban", "seize"),
    Category.ASSAULT: ("explosives", "abduct", None),
}
_TIES: Mapping[TieKind, int] = {
    TieKind.FAMILY: 8, TieKind.SPOUSE: 5, TieKind.OWNS: 16, TieKind.CONTROLS: 8, TieKind.SUBSIDIARY_OF: 7,
    TieKind.PART_OF: 8, TieKind.MEMBER_OF: 14, TieKind.EMPLOYEE_OF: 14, TieKind.CLIENT_OF: 3, TieKind.REPRESENTS: 4,
    TieKind.PARTNER_OF: 4, TieKind.FUNDS: 4, TieKind.LOCATED_IN: 5,
}  # fmt: skip
_KINSHIP = {TieKind.FAMILY, TieKind.SPOUSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who may be named, by rank: all, and the people, the bodies and the countries among them."""

    everyone: Sequence["Part"]
    people: Sequence["Part"]
    bodies: Sequence["Part"]
    countries: Sequence["Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """A thing as claims name it."""

    id: EntityId
    name: str
    schema: Schema
    is_country: bool

    @property
    def filler(self) -> Filler:
        """It, as what fills a role."""
        return Filler(text=self.name, entity=self.id)


def cast_of(everyone: Sequence[Part]) -> Cast:
    """These things, told apart."""
    bodies = [one for one in everyone if one.schema is not Schema.PERSON and not one.is_country]
    return Cast(
        everyone=everyone,
        people=[one for one in everyone if one.schema is Schema.PERSON],
        bodies=bodies,
        countries=[one for one in everyone if one.is_country],
    )


def generated_claims(
    number: int, documents: int, cast: Cast, chance: random.Random
) -> Iterator[tuple[Claim, list[Identified]]]:
    """So many claims, each with its one or two statements."""
    for at in range(number):
        told = [_statement(at, documents, cast, chance)]
        if chance.random() < _TOLD_TWICE:
            elsewhere = (int(told[0].document[1:]) + chance.randrange(1, documents)) % documents
            told.append(replace(told[0], document=DocumentId(f"d{elsewhere:07}")))
        named = [Identified(one.id, one) for one in told]
        yield _claim(named), named


def _statement(number: int, documents: int, cast: Cast, chance: random.Random) -> Statement:
    (kind,) = chance.choices(_KINDS, _SHARES)
    detail = _detail(kind, chance)
    parties = _parties(detail, cast, chance)
    is_spoken = kind is Kind.QUOTATION or (_has_teller(kind) and chance.random() < _SPOKEN)
    has_place = kind is Kind.EVENT and chance.random() < _PLACED
    return Statement(
        document=DocumentId(f"d{chance.randrange(documents):07}"),
        kind=kind,
        detail=detail,
        span=Span(number % 17, 20 + number % 31),
        reader="generated",
        reader_version="1",
        roles=tuple(Role(name=role, filler=one.filler) for role, one in zip(_ROLES[kind], parties, strict=True)),
        time=_time(chance),
        place=_drawn(chance, cast.countries).filler if has_place else None,
        speaker=_drawn(chance, cast.everyone).filler if is_spoken else None,
        modality=Modality.ASSERTED if chance.random() < _HAPPENED else Modality.PLANNED,
        confidence=round(0.4 + 0.6 * chance.random(), 2),
    )


def _has_teller(kind: Kind) -> bool:
    return kind in (Kind.EVENT, Kind.TIE, Kind.INSTRUMENT)


def _time(chance: random.Random) -> Time:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    (written,) = chance.choices((f"{day}", f"{day:%Y-%m}", f"{day:%Y}"), (70, 21, 9))
    return Time.parse(written)


def _parties(detail: Detail, cast: Cast, chance: random.Random) -> tuple[Part, Part]:
    """Nobody holds a thousand offices or has a thousand relatives; anybody may act and be named a thousand times."""
    match detail:
        case OfficeDetail():
            return chance.choice(cast.people), _drawn(chance, [cast.countries, cast.bodies][chance.random() < 0.7])
        case TieDetail(kind=kind) if kind in _KINSHIP:
            return _drawn(chance, cast.people), chance.choice(cast.people)
        case TieDetail():
            return _drawn(chance, cast.everyone), _drawn(chance, cast.bodies)
        case _:
            return _drawn(chance, cast.everyone), _drawn(chance, cast.everyone)


def _drawn(chance: random.Random, among: Sequence[Part]) -> Part:
    """A place by Zipf's law with exponent one: the logarithm of the rank is even."""
    return among[min(len(among) - 1, int(len(among) ** chance.random()) - 1)]


def _detail(kind: Kind, chance: random.Random) -> Detail:
    match kind:
        case Kind.EVENT:
            (category,) = chance.choices(tuple(_CATEGORIES), tuple(_CATEGORIES.values()))
            mode = chance.choice(_MODES.get(category, (None,)))
            return EventDetail(category=category, mode=mode, contexts=(chance.choice(list(Context)),))
        case Kind.OFFICE:
            role = chance.choice(("minister of transport", "ambassador", "senator", "director"))
            return OfficeDetail(role=role, status=OfficeStatus.CURRENT)
        case Kind.TIE:
            (tie,) = chance.choices(tuple(_TIES), tuple(_TIES.values()))
            return TieDetail(kind=tie)
        case Kind.INSTRUMENT:
            return InstrumentDetail(kind=chance.choice(list(InstrumentKind)), title="a law on ports")
        case Kind.QUANTITY:
            return QuantityDetail(value=float(chance.randrange(10_000)), unit="USD", of="trade")
        case _:
            return QuotationDetail(cue="said", direct=False)


def _claim(told: list[Identified]) -> Claim:
    first = told[0].statement
    parties = [Party(role=one.name, text=one.filler.text, identity=one.filler.entity) for one in first.roles]
    if first.place:
        parties.append(Party(role=None, text=first.place.text, identity=first.place.entity))
    return Claim(
        kind=first.kind,
        detail=first.detail,
        lead=told[0].id,
        parties=tuple(parties),
        evidence=tuple(
            Evidence(statement=one.id, document=one.statement.document, stance=Stance.SUPPORTS, voice=at)
            for at, one in enumerate(told)
        ),
        time=first.time,
        modality=first.modality,
        confidence=first.confidence,
    )
