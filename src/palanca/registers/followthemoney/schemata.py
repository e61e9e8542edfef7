"""What FollowTheMoney's own model tells: its schemata, their properties, and what each becomes in the ledger."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from palanca.lexicon.countries import countries
from palanca.records import Schema

if TYPE_CHECKING:
    from followthemoney.property import Property
    from followthemoney.schema import Schema as Schemata

# The first that a schema is (a Vessel is a Vehicle) tells what it becomes. What is none of these, such as BankAccount,
# Security or RealEstate, has no place in the ledger: a bank account acts in nothing, and plots of one name are many.
_BECOMES = (
    ("Person", Schema.PERSON),
    ("PublicBody", Schema.PUBLIC_BODY),
    ("Company", Schema.COMPANY),
    ("Organization", Schema.ORGANIZATION),
    ("LegalEntity", Schema.ORGANIZATION),
    ("Vehicle", Schema.VEHICLE),
    ("Address", Schema.PLACE),
    ("Event", Schema.EVENT),
    ("Project", Schema.PROJECT),
)
# Countries that FollowTheMoney does not know by the codes of ISO 3166.
_CODES = {"XKX": "xk", "SUN": "suhh", "CSK": "cshh", "SCG": "csxx"}
_NO_NAMES = frozenset({"email", "phone", "identifier"})
COUNTRIES = ("jurisdiction", "country", "mainCountry", "nationality", "citizenship")
"""The properties that tell the country of a thing, the first that there is."""
COUNTRY = "country"
"""The classification of a public body that is a country."""


@cache
def schema_named(name: str) -> "Schemata | None":
    """A schema of FollowTheMoney that entities may have; None when there is none."""
    import warnings

    with warnings.catch_warnings():  # on import and at the first cleaning it advises to install an optional library
        warnings.simplefilter("ignore")
        from followthemoney import model
        from followthemoney.types import registry

        registry.country.clean("nowhere")
        found = model.get(name)
    return None if found is None or found.abstract else found


@cache
def country_names() -> dict[str, str]:
    """What the lexicon calls each country, by its code in FollowTheMoney."""
    return {code: one.name for one in countries() if (code := country_code(one.alpha3))}


@cache
def country_code(alpha3: str) -> str | None:
    """A country as FollowTheMoney writes it; None for one that it does not know."""
    schema_named("Person")
    from followthemoney.types import registry

    return registry.country.clean(_CODES.get(alpha3, alpha3))


def all_schemata() -> "list[Schemata]":
    """Every schema that entities may have, by name."""
    schema_named("Person")
    from followthemoney import model

    return sorted((one for one in model.schemata.values() if not one.abstract), key=lambda one: one.name)


def kinds_of(*names: str) -> list[str]:
    """The names of these schemata and of all that are kinds of them, sorted."""
    return [one.name for one in all_schemata() if any(one.is_a(name) for name in names)]


def becomes(schema: "Schemata") -> Schema | None:
    """What a thing of this schema is in the ledger; None where that has no place for it."""
    return next((ours for name, ours in _BECOMES if schema.is_a(name)), None)


def naming(schema: "Schemata") -> "Iterator[Property]":
    """The properties by which a thing is called, the best first: those of its caption that are words."""
    return (prop for name in schema.caption if (prop := schema.properties[name]).type.name not in _NO_NAMES)


def common_schema(names: Iterable[str]) -> "Schemata | str":
    """The most exact of the schemata told of one entity, or what is wrong with them."""
    found: Schemata | None = None
    for name in names:
        one = schema_named(name)
        if one is None:
            return f"schema {name!r} is none of FollowTheMoney's{_meant(name, [s.name for s in all_schemata()])}"
        if found is None or one.is_a(found.name):
            found = one
        elif not found.is_a(one.name):
            return f"it is told to be {found.name} and {one.name}, of which neither is the other: mend one"
    return found or "it has no schema: name one of FollowTheMoney's"


def unknown_property(schema: "Schemata", name: str) -> str:
    """That a schema has no such property, with the one that may be meant."""
    return f"property {name}: {schema.name} has none such{_meant(name, list(schema.properties))}"


def _meant(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return f"; is {near[0]} meant?" if near else ""
