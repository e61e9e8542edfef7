"""What each schema of FollowTheMoney becomes in the ledger, as a mapping of a register.

Who stands at the two ends of a relation is told by FollowTheMoney's own model (`Schema.edge`); the tables here say only
what the relation is. `docs/followthemoney.md` has them for the user.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from palanca.records import InstrumentKind, OfficeStatus, TieKind
from palanca.registers.followthemoney.schemata import COUNTRIES, all_schemata, becomes, kinds_of, schema_named

type Keys = dict[str, Any]

# A tie of this kind, unless the relation itself names another that Palanca knows.
_TIES: Mapping[str, TieKind | None] = {
    "Ownership": TieKind.OWNS,
    "Membership": TieKind.MEMBER_OF,
    "Employment": TieKind.EMPLOYEE_OF,
    "Representation": TieKind.REPRESENTS,
    "Family": TieKind.FAMILY,
    "Associate": TieKind.PARTNER_OF,
    "ProjectParticipant": TieKind.MEMBER_OF,
    "UnknownLink": None,
}
# Of these the relation is read from its second end to its first.
_TURNED = {"Ownership": TieKind.SUBSIDIARY_OF, "Representation": TieKind.CLIENT_OF}
_TOLD_IN = {"Family": "relationship", "Associate": "relationship"}  # the others tell in `role` what they are
_KIN = dict.fromkeys(("wife", "husband", "married", "married to", "esposa", "esposo", "cónyuge", "marido"), "spouse")
_TIE_WORDS = {word: str(kind) for kind in TieKind for word in (str(kind), str(kind).replace("_", " "))}
_OFFICES = ("ProjectParticipant", "UnknownLink")  # where their `status` is one of an office
IDENTIFIERS = {
    "leiCode": "lei", "wikidataId": "wikidata", "imoNumber": "imo", "dunsCode": "duns", "ogrnCode": "ogrn",
    "permId": "permid", "cikCode": "cik", "uniqueEntityId": "uei",
}  # fmt: skip
IDENTIFIERS_OF_COUNTRY = {"taxNumber": "tax", "vatCode": "vat"}
OTHER_NAMES = ("alias", "previousName", "weakAlias")
_INSTRUMENTS = {kind.value: kind.value for kind in InstrumentKind}
STATED_BY_KEYWORD = ("instrument", "thing")
_STATEMENTS_BESIDE = ("Occupancy", "Directorship", "Payment", "Sanction")


@cache
def stated() -> frozenset[str]:
    """The schemata that state something."""
    return frozenset((*_TIES, *_STATEMENTS_BESIDE, *kinds_of("Event", "Contract", "CourtCase")))


def is_known_link(role: str, status: str) -> bool:
    """Whether a link whose schema tells nothing is a tie or an office by its role and status."""
    return role.casefold() in _TIE_WORDS or status in set(OfficeStatus)


def mapping_text(name: str, title: str) -> str:
    """The mapping of a file of entities, as YAML."""
    keys: Keys = {
        "name": name,
        "title": title,
        "key": "id",
        "url": "sourceUrl",
        "things": dict(_things()),
        "statements": list(statements()),
    }
    return as_yaml(keys)


def as_yaml(keys: Keys) -> str:
    """A mapping as its file is written."""
    return yaml.dump(keys, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)


class _Plain(yaml.SafeDumper):
    """Writes words of lists as the plain words they are."""


_Plain.add_multi_representer(str, lambda dumper, word: dumper.represent_str(str(word)))


def _things() -> Iterator[tuple[str, Keys]]:
    schemata = {one.name: str(ours) for one in all_schemata() if (ours := becomes(one))} | {"Law": "Law"}
    yield "itself", _itself(schemata)
    is_law = [{"column": "keywords/thing", "is": "law"}]
    countries = {"column": list(COUNTRIES)}
    yield (
        "law",
        {"schema": "Law", "name": "name", "id": [_identifier("ftm", "id")], "country": countries, "when": is_law},
    )
    for prop in _referring():
        yield thing_name(prop), _referred(prop, schemata)
    yield "post_body", _referred("post/body", schemata)
    for prop, linked in (("court", "issuer"), ("author", "issuer"), ("authority", "authority")):
        absent = [{"column": f"{linked}/name", "empty": "true"}]
        yield f"named_{prop}", {"schema": "PublicBody", "name": prop, "when": absent}


def _itself(schemata: Mapping[str, str]) -> Keys:
    """The entity of the row, if it is a thing; an event that is coded is told, and is no thing."""
    return {
        "schema": {"column": "schema", "map": schemata},
        "name": "name",
        "names": list(OTHER_NAMES),
        "id": [
            _identifier("ftm", "id"),
            *(_identifier(scheme, prop) for prop, scheme in IDENTIFIERS.items()),
            *(
                _identifier(scheme, prop) | {"country": {"column": list(COUNTRIES)}}
                for prop, scheme in IDENTIFIERS_OF_COUNTRY.items()
            ),
        ],
        "country": {"column": list(COUNTRIES)},
        "when": [{"column": "keywords/plover", "empty": "true"}],
    }


def _identifier(scheme: str, column: str) -> Keys:
    return {"scheme": scheme, "column": column}


def _referred(prop: str, schemata: Mapping[str, str]) -> Keys:
    return {
        "schema": {"column": f"{prop}/schema", "map": schemata},
        "name": f"{prop}/name",
        "id": [_identifier("ftm", f"{prop}/id")],
        "country": f"{prop}/country",
    }


def _referring() -> list[str]:
    """The properties that lead to a party of a statement."""
    ends = {end for name in _TIES for end in _ends(name)}
    others = {"holder", "director", "organization", "payer", "beneficiary", "organizer", "involved", "authority",
              "entity", "addressEntity", "actor", "recipient", "issuer", "party"}  # fmt: skip
    return sorted(ends | others)


def thing_name(prop: str) -> str:
    """The name of the thing to which a property leads."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in prop)


def _ends(schema: str) -> tuple[str, str]:
    """The properties at the two ends of a relation, as FollowTheMoney's model has them."""
    found = schema_named(schema)
    if found is None or found.edge_source is None or found.edge_target is None:
        raise ValueError(f"FollowTheMoney's {schema} is no relation")
    return found.edge_source, found.edge_target


def statements() -> Iterator[Keys]:
    """Every statement that the row of an entity may make."""
    for schema, tie in _TIES.items():
        yield from _ties(schema, tie)
    yield _share()
    yield from _offices()
    yield _payment()
    yield from _instruments()
    yield from _events()
    yield {"kind": "tie", "tie": str(TieKind.LOCATED_IN), "source": ["itself"], "target": ["address_entity"]}


def _is(schemata: str | Sequence[str]) -> Keys:
    return {"column": "schema", "is": [schemata] if isinstance(schemata, str) else list(schemata)}


def _when_told(statement: Keys) -> Iterator[Keys]:
    """The statement with the time that its relation tells: a `date`, or else the stretch from `startDate` on."""
    when = statement["when"]
    yield statement | {"when": [*when, {"column": "date", "empty": "false"}], "time": "date"}
    stretch = {"from": "startDate", "to": "endDate", "lasting": "true"}
    yield statement | {"when": [*when, {"column": "date", "empty": "true"}], "time": stretch}


def _ties(schema: str, tie: TieKind | None) -> Iterator[Keys]:
    source, target = map(thing_name, _ends(schema))
    told_in, turned = _TOLD_IN.get(schema, "role"), _TURNED.get(schema)
    kind: Keys = {"column": told_in, "map": _TIE_WORDS | (_KIN if schema == "Family" else {})}
    when = [_is(schema)]
    if schema in _OFFICES:
        when.append({"column": "status", "not": list(map(str, OfficeStatus))})
    yield from _when_told({
        "kind": "tie", "tie": kind | ({"default": str(tie)} if tie else {}), "source": [source], "target": [target],
        "when": [*when, {"column": told_in, "not": [str(turned)]}] if turned else when,
    })  # fmt: skip
    if turned:
        told = [*when, {"column": told_in, "is": [str(turned)]}]
        turn = {"kind": "tie", "tie": str(turned), "source": [target], "target": [source], "when": told}
        yield from _when_told(turn)


def _share() -> Keys:
    """What part of it is owned."""
    return {
        "kind": "quantity", "source": ["owner"], "target": ["asset"], "value": "percentage",
        "unit": {"constant": "percent"}, "of": {"constant": "shares"}, "when": [_is("Ownership")],
        "time": {"from": {"column": ["date", "startDate"]}, "to": "endDate"},
    }  # fmt: skip


def _offices() -> Iterator[Keys]:
    status = {"column": "status", "map": {str(one): str(one) for one in OfficeStatus}, "default": "unknown"}
    is_office = {"column": "status", "is": list(map(str, OfficeStatus))}
    holding: Sequence[tuple[str, list[str], list[str], object, list[Keys]]] = (
        ("Occupancy", ["holder"], ["post_body"], "post/title", []),
        ("Directorship", ["director"], ["organization"], {"column": "role", "default": "director"},
         [{"column": "director/schema", "is": ["Person"]}]),
        ("ProjectParticipant", ["participant"], ["project"], "role", [is_office]),
        ("UnknownLink", ["subject"], ["object"], "role", [is_office]),
    )  # fmt: skip
    for schema, person, body, role, more in holding:
        office = {"kind": "office", "person": person, "body": body, "role": role, "status": status,
                  "start": "startDate", "end": "endDate"}  # fmt: skip
        when = [_is(schema), *more]
        yield office | {"when": [*when, {"column": "date", "empty": "true"}]}
        shown = {"from": "date", "to": "date[2]"}
        yield office | {"when": [*when, {"column": "date", "empty": "false"}], "time": shown}


def _payment() -> Keys:
    return {
        "kind": "quantity", "source": ["payer"], "target": ["beneficiary"], "value": "amount", "unit": "currency",
        "of": "purpose", "when": [_is("Payment")], "time": {"from": {"column": ["date", "startDate"]}, "to": "endDate"},
    }  # fmt: skip


def _instruments() -> Iterator[Keys]:
    shared: Keys = {"kind": "instrument", "effect": "description", "valid": "keywords/valid"}
    contract = {"column": "type", "map": _INSTRUMENTS, "default": "contract"}
    yield shared | {
        "instrument": contract, "title": {"column": ["name", "title"]}, "number": "noticeId",
        "issuer": ["authority", "issuer"], "party": ["party", "recipient"], "time": "contractDate",
        "when": [_is(kinds_of("Contract"))],
    }  # fmt: skip
    yield shared | {
        "instrument": "lawsuit", "title": "name", "number": "caseNumber", "issuer": ["issuer", "named_court"],
        "party": ["party"], "time": "fileDate", "when": [_is("CourtCase")],
    }  # fmt: skip
    yield shared | {
        "instrument": {"column": "keywords/instrument", "map": _INSTRUMENTS},
        "title": {"column": ["name", "title"]}, "number": "keywords/number",
        "issuer": ["issuer", "named_author"], "party": ["party"], "time": "date",
        "when": [{"column": "keywords/instrument", "empty": "false"}],
    }  # fmt: skip


def _events() -> Iterator[Keys]:
    event: Keys = {
        "kind": "event", "category": {"column": "keywords/plover"}, "mode": "keywords/mode",
        "contexts": {"column": "keywords/context"}, "actor": ["organizer", "actor"],
        "recipient": ["involved", "recipient"], "place": {"column": ["location", "addressEntity/name"]},
        "when": [_is(kinds_of("Event"))],
    }  # fmt: skip
    dated = event | {"time": "date", "when": [*event["when"], {"column": "date", "empty": "false"}]}
    yield dated
    stretch = {"from": "startDate", "to": "endDate", "lasting": "true"}
    lasting = event | {"time": stretch, "when": [*event["when"], {"column": "date", "empty": "true"}]}
    yield lasting
    nobody = {"column": ["organizer/name", "actor/name"], "empty": "true"}
    for told in (dated, lasting):
        yield {key: value for key, value in told.items() if key != "actor"} | {"when": [*told["when"], nobody]}
    yield {"kind": "event", "category": "SANCTION", "actor": ["named_authority"], "recipient": ["entity"],
           "time": {"column": ["startDate", "listingDate", "date"]}, "when": [_is("Sanction")]}  # fmt: skip
