"""Events as FollowTheMoney writes them.

`organizer` and `involved` take people and bodies alone. Any other thing that acts or is acted on is an UnknownLink to
the event whose `role` is `actor` or `recipient`; words that name nothing stand in the keywords (`actor:dockers`).
"""

from collections.abc import Iterator

from followthemoney.proxy import EntityProxy

from palanca.exchange.ftm_dates import dates_of
from palanca.exchange.ftm_things import Node, make
from palanca.exchange.ftm_told import ToldClaim, captions, with_sources
from palanca.records import DisputeKind, EventDetail, RoleName
from palanca.records.ids import content_hash

_PROPERTIES = {RoleName.ACTOR: "organizer", RoleName.RECIPIENT: "involved"}
_SHOWN = 3  # parties of one side in the name of an event


def event(told: ToldClaim) -> Iterator[EntityProxy]:
    """The event, then the links to what FollowTheMoney does not let take part."""
    detail, claim = told.claim.detail, told.claim
    assert isinstance(detail, EventDetail)  # noqa: S101  # the caller pairs kinds with writers
    dates = dates_of(told.times(DisputeKind.TIME, claim.time))
    entity = make(
        "Event",
        told.id,
        name=_name(told, detail),
        date=dates.points,
        startDate=dates.starts,
        endDate=dates.ends,
        keywords=_keywords(detail),
    )
    links = [link for role, prop in _PROPERTIES.items() for link in add_parties(entity, told, role, prop)]
    _add_place(entity, told)
    yield with_sources(entity, told)
    yield from links


def _keywords(detail: EventDetail) -> list[str]:
    mode = [f"mode:{detail.mode}"] if detail.mode else []
    return [f"PLOVER:{detail.category}", *mode, *(f"context:{context}" for context in detail.contexts)]


def _name(told: ToldClaim, detail: EventDetail) -> str:
    """ "visit: Ana Ruiz → Ghana": what happened, who acted, on whom."""
    what = detail.mode or detail.category.lower()
    actors, recipients = (_shown(told, role) for role in _PROPERTIES)
    return f"{what}{f': {actors}' if actors else ''}{f' → {recipients}' if recipients else ''}"


def _shown(told: ToldClaim, role: RoleName) -> str:
    called = captions(told.nodes, told.claim.of(role))
    more = len(called) - _SHOWN
    return ", ".join(called[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _add_place(entity: EntityProxy, told: ToldClaim) -> None:
    """Where it took place: in words, with its Address, and the country."""
    place = told.claim.place
    if place is None:
        return
    node = told.nodes.of(place)
    entity.add("location", node.caption if node else place.text)
    entity.add("country", node.country if node else None)
    if told.nodes.fit(place, "Event", "addressEntity"):
        entity.add("addressEntity", told.nodes.id_of(place))


def add_parties(entity: EntityProxy, told: ToldClaim, role: RoleName, prop: str | None) -> Iterator[EntityProxy]:
    """Put the parties of a role into a property; give links for things that it does not let in.

    Without a property all are linked. Words that name nothing become keywords, which every Thing has.
    """
    for party in told.claim.of(role):
        node = told.nodes.of(party)
        if node is None:
            entity.add("keywords", f"{role}:{party.text}")
        elif prop and told.nodes.fit(party, entity.schema.name, prop):
            entity.add(prop, node.id)
        else:
            entity.add("namesMentioned", node.caption, quiet=True)
            yield _link(entity, told, role, node)


def _link(entity: EntityProxy, told: ToldClaim, role: RoleName, node: Node) -> EntityProxy:
    """The party of a lawsuit is a party to the case; any other link is unknown to FollowTheMoney."""
    schema, one, other = "UnknownLink", "subject", "object"
    if entity.schema.name == "CourtCase":
        schema, one, other = "CourtCaseParty", "party", "case"
    identifier = content_hash("party", entity.id, role, node.id)
    link = make(schema, identifier, role=role, **{one: node.id, other: entity.id})
    link.add("recordId", told.id)
    return link
