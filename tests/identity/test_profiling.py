"""What a document shows of the things that it names."""

from palanca.identity import OfficeShown, Profile, profiles_of
from palanca.records import (
    Category,
    Detail,
    DocumentId,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Time,
)

DOCUMENT = DocumentId("d")
SELBY = Entity(id=EntityId("k"), document=DOCUMENT, schema=Schema.PERSON, caption="Lisa Selby", names=("Selby",))
STATES = Entity(id=EntityId("s"), document=DOCUMENT, schema=Schema.PLACE, caption="United States", country="USA")
ENVOY = OfficeDetail(role="ambassador", status=OfficeStatus.CURRENT)


def statement(
    kind: Kind, detail: Detail, roles: dict[RoleName, Entity], *, time: str | None = None,
    modality: Modality = Modality.ASSERTED,
) -> Statement:  # fmt: skip
    return Statement(
        document=DOCUMENT, kind=kind, detail=detail, span=Span(0, 9), reader="toy", reader_version="1",
        modality=modality,
        roles=tuple(Role(name=name, filler=Filler(text=one.caption, entity=one.id)) for name, one in roles.items()),
        time=Time.parse(time) if time else None,
    )  # fmt: skip


def shown(*statements: Statement) -> Profile:
    return next(profiles_of([SELBY, STATES], statements))


def test_names_are_the_caption_and_the_others() -> None:
    assert shown() == Profile(entity=SELBY.id, document=DOCUMENT, schema=Schema.PERSON, names=("Lisa Selby", "Selby"))


def test_an_office_shows_body_country_and_years() -> None:
    held = statement(Kind.OFFICE, ENVOY, {RoleName.PERSON: SELBY, RoleName.BODY: STATES}, time="2021/2023")
    office = OfficeShown(role="ambassador", body="united states", country="USA", first_year=2021, last_year=2023)
    found = shown(held)
    assert (found.offices, found.country) == ((office,), "USA")


def test_those_named_in_one_statement_are_companions() -> None:
    met = statement(
        Kind.EVENT, EventDetail(category=Category.CONSULT), {RoleName.ACTOR: SELBY, RoleName.RECIPIENT: STATES}
    )
    assert shown(met).companions == {"united states"}


def test_what_is_denied_shows_nothing() -> None:
    roles = {RoleName.PERSON: SELBY, RoleName.BODY: STATES}
    found = shown(statement(Kind.OFFICE, ENVOY, roles, modality=Modality.DENIED))
    assert (found.offices, found.companions, found.country) == ((), frozenset(), None)
