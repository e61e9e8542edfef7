"""Small statements by hand, and the claims that they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from palanca.claims import Background, Telling, claims_of
from palanca.records import (
    Category,
    Claim,
    Detail,
    DocumentId,
    EntityId,
    EventDetail,
    Filler,
    Identity,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    TieKind,
    Time,
)


def thing(
    caption: str, schema: Schema = Schema.PERSON, country: str | None = None, *, is_country: bool = False
) -> Identity:
    identifier = EntityId(caption)
    return Identity(
        id=identifier, schema=schema, caption=caption, names=(), members=(identifier,), documents=1,
        country=country, is_country=is_country,
    )  # fmt: skip


_PEOPLE = ("Ama Owusu", "Bruno Keller", "Carla Duarte", "Dinah Okoro")
_COUNTRIES = {"Ghana": "GHA", "Peru": "PER", "Chile": "CHL", "United States": "USA"}
_BODIES = {
    "Peruvian government": "PER", "Ministry of Defence of Peru": "PER", "Congress of Peru": "PER", "Moscow": "RUS",
    "Congress": None, "Congress of Chile": "CHL", "Volta Grid": "GHA", "Harbour Party": None,
}  # fmt: skip
_PLACES = {"Accra": "GHA", "Kumasi": "GHA", "Lima": "PER"}
THINGS = {
    one.caption: one
    for one in (
        *(thing(name) for name in _PEOPLE),
        *(thing(name, Schema.PLACE, code, is_country=True) for name, code in _COUNTRIES.items()),
        *(thing(name, Schema.PUBLIC_BODY, code) for name, code in _BODIES.items()),
        *(thing(name, Schema.PLACE, code) for name, code in _PLACES.items()),
    )
}


_OF_THE_DOCUMENT = ("words", "published", "outlet", "register", "is_record", "copy_of")


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement with its words and its document, whose name is the document's id. Each outlet is its own."""

    statement: Statement
    words: str
    published: str | None
    outlet: str | None = None
    register: str | None = None
    is_record: bool = False
    copy_of: str | None = None

    def but(self, **changes: object) -> "Said":
        """The same with another document, time, modality …"""
        own = {key: changes.pop(key) for key in _OF_THE_DOCUMENT if key in changes}
        if isinstance(when := changes.pop("when", None), str):
            changes["time"] = Time.parse(when)
        return replace(self, statement=replace(self.statement, **changes), **own)  # type: ignore[arg-type]


def filler(name: str) -> Filler:
    """A name of THINGS is that thing; anything else is words that name none."""
    return Filler(text=name, entity=THINGS[name].id if name in THINGS else None)


def said(document: str, detail: Detail, words: str, roles: Mapping[RoleName, Iterable[str]], **rest: object) -> Said:
    """`when` and `published` are EDTF; `at` is where the words stand in the document."""
    start = rest.pop("at", 0)
    when, place, speaker = rest.pop("when", None), rest.pop("place", None), rest.pop("speaker", None)
    published, outlet, copy_of = (
        rest.pop("published", "2024-05-06"),
        rest.pop("outlet", None),
        rest.pop("copy_of", None),
    )
    assert isinstance(start, int)
    statement = Statement(
        document=DocumentId(document),
        kind=_kind_of(detail),
        detail=detail,
        span=Span(start, start + len(words)),
        reader="hand",
        reader_version="1",
        roles=tuple(Role(name=role, filler=filler(name)) for role, names in roles.items() for name in names),
        time=Time.parse(when) if isinstance(when, str) else None,
        place=filler(place) if isinstance(place, str) else None,
        speaker=filler(speaker) if isinstance(speaker, str) else None,
        **rest,  # type: ignore[arg-type]
    )
    return Said(statement=statement, words=words, published=published, outlet=outlet, copy_of=copy_of)  # type: ignore[arg-type]


def _kind_of(detail: Detail) -> Kind:
    return Kind(type(detail).__name__.removesuffix("Detail").lower())


def meeting(document: str, *actors: str, words: str = "they met", mode: str | None = "meet", **rest: object) -> Said:
    detail = EventDetail(category=Category.CONSULT, mode=mode)
    return said(document, detail, words, {RoleName.ACTOR: actors}, **rest)


def act(
    document: str, category: Category, actor: str | None, recipient: str | None, words: str, **rest: object
) -> Said:
    mode = rest.pop("mode", None)
    assert mode is None or isinstance(mode, str)
    roles = {
        RoleName.ACTOR: [actor] if actor else [],
        RoleName.RECIPIENT: [recipient] if recipient else [],
    }
    return said(document, EventDetail(category=category, mode=mode), words, roles, **rest)


def office(document: str, person: str, role: str, body: str | None = None, **rest: object) -> Said:
    """`start`, `end` (EDTF) and `status` go into the detail."""
    start, end = (
        Time.parse(text) if isinstance(text := rest.pop(key, None), str) else None for key in ("start", "end")
    )
    status = OfficeStatus(str(rest.pop("status", "current")))
    detail = OfficeDetail(role=role, status=status, start=start, end=end)
    words = str(rest.pop("words", f"{person}, {role}"))
    return said(document, detail, words, {RoleName.PERSON: [person], RoleName.BODY: [body] if body else []}, **rest)


def tie(document: str, source: str, kind: TieKind, target: str, **rest: object) -> Said:
    roles = {RoleName.SOURCE: [source], RoleName.TARGET: [target]}
    return said(document, TieDetail(kind=kind), f"{source} {kind} {target}", roles, **rest)


def instrument(document: str, title: str, kind: InstrumentKind = InstrumentKind.DECREE, **rest: object) -> Said:
    """`number`, `issuer` and `parties` are its own."""
    number, issuer, parties = rest.pop("number", None), rest.pop("issuer", None), rest.pop("parties", ())
    detail = InstrumentDetail(kind=kind, title=title, number=number if isinstance(number, str) else None)
    assert isinstance(parties, tuple)
    roles = {RoleName.ISSUER: [issuer] if isinstance(issuer, str) else [], RoleName.PARTY: list(parties)}
    return said(document, detail, title, roles, **rest)


def quantity(document: str, value: float, unit: str, of: str | None, subject: str | None, **rest: object) -> Said:
    detail = QuantityDetail(value=value, unit=unit, of=of)
    words = str(rest.pop("words", f"{value:g} {unit}"))
    return said(document, detail, words, {RoleName.SUBJECT: [subject] if subject else []}, **rest)


def quotation(document: str, speaker: str, words: str, **rest: object) -> Said:
    return said(document, QuotationDetail(cue="said", direct=True), words, {}, speaker=speaker, **rest)


def claims(
    *sayings: Said, confirmed: Iterable[Said] = (), rejected: Iterable[Said] = (), things: Iterable[Identity] = ()
) -> list[Claim]:
    """What the statements claim; `things` stand beside THINGS, or in place of those of the same id."""
    decided = replace(
        background(*sayings, things=things),
        confirmed=frozenset(one.statement.id for one in confirmed),
        rejected=frozenset(one.statement.id for one in rejected),
    )
    return claims_of([one.statement for one in sayings], decided)


def background(*sayings: Said, things: Iterable[Identity] = ()) -> Background:
    """All that these are settled by, with nothing decided."""
    words = {one.statement.id: one.words for one in sayings}
    return Background(
        identities={**{one.id: one for one in THINGS.values()}, **{one.id: one for one in things}},
        documents={one.statement.document: _telling(one) for one in sayings},
        words=lambda statement: words[statement.id],
        confirmed=frozenset(),
        rejected=frozenset(),
    )


def _telling(one: Said) -> Telling:
    return Telling(
        name=one.statement.document,
        published=Time.parse(one.published) if one.published else None,
        outlet=one.outlet,
        register=one.register,
        is_record=one.is_record,
        voice=DocumentId(one.copy_of or one.statement.document),
    )


def told_by(*sayings: Said, things: Iterable[Identity] = ()) -> list[str]:
    """The documents under each claim, claims in the order of their first document: `["a b", "c"]`."""
    found = claims(*sayings, things=things)
    return sorted(" ".join(sorted(evidence.document for evidence in claim.evidence)) for claim in found)


DENIED, PLANNED, REPORTED = Modality.DENIED, Modality.PLANNED, Modality.REPORTED
