"""The mapping of a file of entities or statements: its things, and what its rows state."""

from collections.abc import Iterator, Mapping

from palanca.registers.followthemoney.schemata import COUNTRIES, COUNTRY, all_schemata, becomes
from palanca.registers.followthemoney.shapes import (
    IDENTIFIERS,
    IDENTIFIERS_OF_COUNTRY,
    OTHER_NAMES,
    PARTIES,
    TIES,
    Keys,
    as_yaml,
    ends_of,
    in_words,
    statements,
    thing_name,
)
from palanca.registers.followthemoney.sides import further_sides
from palanca.registers.mapping import WORDS

_UNCODED: Keys = {"column": [*COUNTRIES, "classification"]}
"""The country that is told, or else whether the thing is one: FollowTheMoney has no code for some."""


def mapping_text(name: str, title: str) -> str:
    """The mapping of a file of entities, as YAML."""
    keys: Keys = {
        "name": name,
        "title": title,
        "key": "id",
        "url": "sourceUrl",
        "things": dict(_things()),
        "statements": [*statements(), *further_sides()],
    }
    return as_yaml(keys)


def _things() -> Iterator[tuple[str, Keys]]:
    """All that a row names. A file calls an entity by one name, and two ids are two things there: `one_name`."""
    schemata = {one.name: str(ours) for one in all_schemata() if (ours := becomes(one))} | {"Law": "Law"}
    yield "itself", _itself(schemata)
    is_law = [{"column": "keywords/thing", "is": "law"}]
    countries = {"column": list(COUNTRIES)}
    law = {"schema": "Law", "name": "name", "names": list(OTHER_NAMES), "id": [_identifier("ftm", "id")]}
    yield "law", law | {"country": countries, "one_name": "true", "when": is_law}
    unknown = {"schema": "PublicBody", "name": "name", "country": "itself", "id": [_identifier("ftm", "id")]}
    yield "unknown_country", unknown | {"when": [_UNCODED | {"is": COUNTRY}]}
    for prop in _referring():
        yield thing_name(prop), _referred(prop, schemata)
    yield "post_body", _referred("post/body", schemata)
    somewhere = [{"column": "addressEntity/name", "empty": "true"}]
    place = {"schema": "Place", "name": "location", "one_name": "true", "country": "country"}
    yield "location", place | {"when": somewhere}
    for prop, linked in (("court", "issuer"), ("author", "issuer"), ("authority", "authority")):
        absent = [{"column": [f"{linked}/name", "keywords/issuer"], "empty": "true"}]
        yield f"named_{prop}", {"schema": "PublicBody", "name": prop, "when": absent}
    for role in PARTIES:
        yield in_words(role), {"schema": WORDS, "name": f"keywords/{role}"}


def _itself(schemata: Mapping[str, str]) -> Keys:
    """The entity of the row, if it is a thing; an event that is coded is told, and is no thing."""
    return {
        "schema": {"column": "schema", "map": schemata},
        "name": "name",
        "names": list(OTHER_NAMES),
        "one_name": "true",
        "id": [
            _identifier("ftm", "id"),
            *(_identifier(scheme, prop) for prop, scheme in IDENTIFIERS.items()),
            *(
                _identifier(scheme, prop) | {"country": {"column": list(COUNTRIES)}}
                for prop, scheme in IDENTIFIERS_OF_COUNTRY.items()
            ),
        ],
        "country": {"column": list(COUNTRIES)},
        "when": [{"column": "keywords/plover", "empty": "true"}, _UNCODED | {"not": COUNTRY}],
    }


def _identifier(scheme: str, column: str) -> Keys:
    return {"scheme": scheme, "column": column}


def _referred(prop: str, schemata: Mapping[str, str]) -> Keys:
    return {
        "schema": {"column": f"{prop}/schema", "map": schemata},
        "name": f"{prop}/name",
        "one_name": "true",
        "id": [_identifier("ftm", f"{prop}/id")],
        "country": f"{prop}/country",
    }


def _referring() -> list[str]:
    """The properties that lead to a party of a statement."""
    ends = {end for name in TIES for end in ends_of(name)}
    others = {"holder", "director", "organization", "payer", "beneficiary", "organizer", "involved", "authority",
              "entity", "addressEntity", "actor", "recipient", "issuer", "party"}  # fmt: skip
    return sorted(ends | others)
