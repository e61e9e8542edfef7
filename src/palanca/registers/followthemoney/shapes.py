"""What each schema of FollowTheMoney becomes in the ledger, as a mapping of a register.

Who stands at the two ends of a relation is told by FollowTheMoney's own model (`Schema.edge`); the tables here say only
what the relation is. `docs/followthemoney.md` has them for the user.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from palanca.records import InstrumentKind, OfficeStatus, TieKind
from palanca.registers.followthemoney.schemata import kinds_of, schema_named

type Keys = dict[str, Any]

# A tie of this kind, unless the relation itself names another that Palanca knows.
TIES: Mapping[str, TieKind | None] = {
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
PARTIES = ("actor", "recipient", "issuer", "party")
"""Roles in events, contracts and lawsuits. Who does not fit a property of these has a link of its own with the role;
words that name nothing are a keyword (`actor:dockers`).
"""
_STATEMENTS_BESIDE = ("Occupancy", "Directorship", "Payment", "Sanction")


@cache
def stated() -> frozenset[str]:
    """The schemata that state something."""
    return frozenset((*TIES, *_STATEMENTS_BESIDE, *kinds_of("Event", "Contract", "CourtCase")))


def is_known_link(role: str, status: str) -> bool:
    """Whether a link whose schema tells nothing is a tie or an office by its role and status."""
    return role.casefold() in _TIE_WORDS or status in set(OfficeStatus)


class _Plain(yaml.SafeDumper):
    """Writes words of lists as the plain words they are."""


_Plain.add_multi_representer(str, lambda dumper, word: dumper.represent_str(str(word)))


def as_yaml(keys: Keys) -> str:
    """A mapping as its file is written."""
    return yaml.dump(keys, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)


def thing_name(prop: str) -> str:
    """The name of the thing to which a property leads."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in prop)


def in_words(role: str) -> str:
    """The name of what fills a role by words alone."""
    return f"{role}_in_words"


def ends_of(schema: str) -> tuple[str, str]:
    """The properties at the two ends of a relation, as FollowTheMoney's model has them."""
    found = schema_named(schema)
    if found is None or found.edge_source is None or found.edge_target is None:
        raise ValueError(f"FollowTheMoney's {schema} is no relation")
    return found.edge_source, found.edge_target


def statements() -> Iterator[Keys]:
    """Every statement that the row of an entity may make; `sides` has those of its further dates and amounts."""
    for statement in timed():
        yield from when_told(statement)
    for statement in offices():
        yield from as_shown(statement)
    yield from instruments()
    yield {"kind": "event", "category": "SANCTION", "actor": ["named_authority"], "recipient": ["entity"],
           "time": {"column": ["startDate", "listingDate", "date"]}, "when": [_is("Sanction")]}  # fmt: skip
    yield {"kind": "tie", "tie": str(TieKind.LOCATED_IN), "source": ["itself"], "target": ["address_entity"]}


def timed() -> Iterator[Keys]:
    """What has the time of its relation, without that."""
    for schema, tie in TIES.items():
        yield from _ties(schema, tie)
    yield from quantities()
    yield from _events()


def _is(schemata: str | Sequence[str]) -> Keys:
    return {"column": "schema", "is": [schemata] if isinstance(schemata, str) else list(schemata)}


def has(*columns: str) -> Keys:
    """The condition that one of these columns is not empty."""
    return {"column": columns[0] if len(columns) == 1 else list(columns), "empty": "false"}


def lacks(column: str) -> Keys:
    """The condition that a column is empty."""
    return {"column": column, "empty": "true"}


def only_when(statement: Keys, *conditions: Keys) -> Keys:
    """The statement, made only where these hold as well."""
    return statement | {"when": [*statement.get("when", []), *conditions]}


def when_told(statement: Keys) -> Iterator[Keys]:
    """The statement with the time that its relation tells: a `date`, or else the stretch from `startDate` on."""
    yield only_when(statement, has("date")) | {"time": "date"}
    stretch = {"from": "startDate", "to": "endDate", "lasting": "true"}
    yield only_when(statement, lacks("date")) | {"time": stretch}


def _ties(schema: str, tie: TieKind | None) -> Iterator[Keys]:
    source, target = map(thing_name, ends_of(schema))
    told_in, turned = _TOLD_IN.get(schema, "role"), _TURNED.get(schema)
    kind: Keys = {"column": told_in, "map": _TIE_WORDS | (_KIN if schema == "Family" else {})}
    when = [_is(schema)]
    if schema in _OFFICES:
        when.append({"column": "status", "not": list(map(str, OfficeStatus))})
    yield {
        "kind": "tie", "tie": kind | ({"default": str(tie)} if tie else {}), "source": [source], "target": [target],
        "when": [*when, {"column": told_in, "not": [str(turned)]}] if turned else when,
    }  # fmt: skip
    if turned:
        told = [*when, {"column": told_in, "is": [str(turned)]}]
        yield {"kind": "tie", "tie": str(turned), "source": [target], "target": [source], "when": told}


def quantities() -> Iterator[Keys]:
    """What part of a company is owned, and what is paid."""
    yield {
        "kind": "quantity", "source": ["owner"], "target": ["asset"], "value": "percentage",
        "unit": {"constant": "percent"}, "of": {"constant": "shares"}, "when": [_is("Ownership")],
    }  # fmt: skip
    yield {
        "kind": "quantity", "source": ["payer"], "target": ["beneficiary"], "value": "amount", "unit": "currency",
        "of": "purpose", "when": [_is("Payment")],
    }  # fmt: skip


def offices() -> Iterator[Keys]:
    """Who holds or held what, with start and end."""
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
        yield {"kind": "office", "person": person, "body": body, "role": role, "status": status,
               "start": "startDate", "end": "endDate", "when": [_is(schema), *more]}  # fmt: skip


def as_shown(office: Keys) -> Iterator[Keys]:
    """The office with the days on which it is shown held, or else none but its own."""
    yield only_when(office, lacks("date"))
    yield only_when(office, has("date")) | {"time": {"from": "date", "to": "date[2]"}}


def instruments() -> Iterator[Keys]:
    """Contracts, lawsuits and laws, dated by a property that each schema calls otherwise."""
    shared: Keys = {"kind": "instrument", "effect": "description", "valid": "keywords/valid"}
    contract = {"column": "type", "map": _INSTRUMENTS, "default": "contract"}
    yield shared | {
        "instrument": contract, "title": {"column": ["name", "title"]}, "number": "noticeId",
        "issuer": ["authority", "issuer", in_words("issuer")],
        "party": ["party", "recipient", in_words("party")], "time": "contractDate",
        "when": [_is(kinds_of("Contract"))],
    }  # fmt: skip
    yield shared | {
        "instrument": "lawsuit", "title": "name", "number": "caseNumber",
        "issuer": ["issuer", "named_court", in_words("issuer")], "party": ["party", in_words("party")],
        "time": "fileDate", "when": [_is("CourtCase")],
    }  # fmt: skip
    yield shared | {
        "instrument": {"column": "keywords/instrument", "map": _INSTRUMENTS},
        "title": {"column": ["name", "title"]}, "number": "keywords/number",
        "issuer": ["issuer", "named_author", in_words("issuer")],
        "party": ["party", in_words("party")], "time": "date",
        "when": [has("keywords/instrument")],
    }  # fmt: skip


def _events() -> Iterator[Keys]:
    event: Keys = {
        "kind": "event", "category": {"column": "keywords/plover"}, "mode": "keywords/mode",
        "contexts": {"column": "keywords/context"}, "actor": ["organizer", "actor", in_words("actor")],
        "recipient": ["involved", "recipient", in_words("recipient")],
        "place": {"column": ["location", "addressEntity/name"]}, "when": [_is(kinds_of("Event"))],
    }  # fmt: skip
    yield event
    nobody = {"column": ["organizer/name", "actor/name", "keywords/actor"], "empty": "true"}
    yield only_when({key: value for key, value in event.items() if key != "actor"}, nobody)
