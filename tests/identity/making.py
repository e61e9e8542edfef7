"""Profiles in a line each."""

from palanca.identity import OfficeShown, Profile
from palanca.records import DocumentId, EntityId, Schema


def profile(
    name: str, entity: str, *, schema: Schema = Schema.PERSON, names: tuple[str, ...] = (), country: str | None = None,
    offices: tuple[OfficeShown, ...] = (), companions: tuple[str, ...] = (), identifiers: tuple[str, ...] = (),
    lister: str | None = None,
) -> Profile:  # fmt: skip
    return Profile(
        entity=EntityId(entity), document=DocumentId(f"document of {entity}"), schema=schema, names=(name, *names),
        country=country, offices=offices, companions=frozenset(companions), identifiers=identifiers,
        lister=lister,
    )  # fmt: skip


def body(
    name: str, entity: str, *, country: str | None = None, schema: Schema = Schema.PUBLIC_BODY,
    names: tuple[str, ...] = (), identifiers: tuple[str, ...] = (),
) -> Profile:  # fmt: skip
    return profile(name, entity, schema=schema, country=country, names=names, identifiers=identifiers)


def office(role: str, body_name: str = "", country: str | None = None, *years: int) -> OfficeShown:
    return OfficeShown(
        role=role, body=body_name, country=country, first_year=min(years, default=None),
        last_year=max(years, default=None),
    )  # fmt: skip
