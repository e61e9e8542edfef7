"""What the timeline and the map are drawn from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.asking import words_of
from palanca.analysis.geography import placed
from palanca.analysis.scope import Scope as ScopeRecord
from palanca.lexicon.channels import channel_of
from palanca.records import EntityId, EventDetail, Identity, Kind, Party, Schema
from palanca.records.claim import Claim
from palanca.records.query import ANYBODY, All, Field, Not, Parties, PartyTest, Place, When, Words
from palanca.records.query import Query as Asked
from palanca.store import Case, Order, Page
from palanca.web.routes.asked import DeskThere, Line, asked
from palanca.web.shapes.claims import shown_scope
from palanca.web.shapes.pictures import Joined, Map, MapPlace, Mark, Marks, Unplaced
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["pictures"], route_class=TaggedRoute)
_UNDATED = When(first=None, last=None)
_UNPLACED_SHOWN = 200
_JOINED_SHOWN = 400
_NAMES_SHOWN = 3


@router.get("/cases/{case}/marks")
def marks(
    desk: DeskThere,
    q: Line = "",
    most: Annotated[int, Query(ge=1, le=20_000, description="At most so many.")] = 5_000,
) -> Marks:
    """The claims that pass a filter as marks to draw, by time: of too many, the latest that have one."""
    query = asked(q)
    scope = _scope(desk.case, query)
    undated = desk.case.count_claims(All(parts=(query, _UNDATED)))
    if scope.claims - undated > most:
        latest = Page(limit=most, order=Order.LATEST)
        found = [*desk.case.found_on(All(parts=(query, Not(part=_UNDATED))), latest)][::-1]
    else:
        found = list(desk.case.found_on(query, Page(limit=most)))
    things = desk.case.known({party.identity for claim in found for party in claim.parties if party.identity})
    items = [_mark(claim, things) for claim in found]
    return Marks(items=items, left=scope.claims - len(items), undated=undated, scope=shown_scope(scope))


@router.get("/cases/{case}/map")
def map_shown(desk: DeskThere, q: Line = "") -> Map:
    """Events that pass a filter by place; what has no sure point is listed beside."""
    query = asked(q)
    return desk.answer("map", q, lambda: _map(desk.case, query))


def _map(case: Case, asked_for: Asked) -> Map:
    query = All(parts=(asked_for, Words(field=Field.KIND, values=(Kind.EVENT,))))
    without = 0
    counted: dict[tuple[EntityId | None, str], Counter[str]] = {}
    for one in case.places(query):
        if one.thing is None and one.text is None:
            without += one.claims
        else:
            counted.setdefault((one.thing, one.text or ""), Counter())[one.channel or ""] += one.claims
    known = case.known({thing for thing, _ in counted if thing})
    places: list[MapPlace] = []
    unplaced = [Unplaced(caption="", claims=without, q="")] if without else []
    for (thing, text), channels in sorted(counted.items(), key=lambda one: -one[1].total()):
        found = _place(known[thing] if thing else None, text, channels)
        (places if isinstance(found, MapPlace) else unplaced).append(found)  # type: ignore[arg-type]
    scope = shown_scope(_scope(case, query))
    return Map(places=places, unplaced=unplaced[:_UNPLACED_SHOWN], joined=_meetings(case, query), scope=scope)


def _meetings(case: Case, query: Asked) -> list[Joined]:
    """Events in which two countries take part, by channel: the pairs of most events first."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for one in case.meetings(query):
        counted.setdefault((one.one, one.other), Counter())[one.channel or ""] += one.claims
    ranked = sorted(counted.items(), key=lambda one: (-one[1].total(), one[0]))
    return [_joined(pair, channels) for pair, channels in ranked[:_JOINED_SHOWN]]


def _joined(pair: tuple[str, str], channels: Counter[str]) -> Joined:
    one, other = (PartyTest(name=ANYBODY, country=code) for code in pair)
    both = Parties(tests=(one, replace(other, is_other=True)))
    line = words_of(All(parts=(Words(field=Field.KIND, values=(Kind.EVENT,)), both)))
    return Joined(one=pair[0], other=pair[1], claims=channels.total(), channels=dict(channels), q=line)


def _mark(claim: Claim, things: Mapping[EntityId, Identity]) -> Mark:
    """A claim as it is drawn; `things` are those that take part, as far as the case still has them."""
    parties = [things[one.identity] for one in claim.parties if one.role and one.identity and one.identity in things]
    event = claim.detail if isinstance(claim.detail, EventDetail) else None
    first, last = (claim.time.first_day, claim.time.last_day) if claim.time else (None, None)
    return Mark(
        id=claim.id, kind=claim.kind, category=event.category if event else None,
        channel=_channel(claim) if event else None, time=str(claim.time) if claim.time else None,
        first=first.isoformat() if first else None, last=last.isoformat() if last else None,
        label=" · ".join([party.text for party in claim.parties if party.role][:_NAMES_SHOWN]),
        modality=claim.modality, review=claim.review, is_disputed=bool(claim.disputes), sources=claim.sources,
        countries=list(dict.fromkeys(one.country for one in parties if one.country)),
        people=list(dict.fromkeys(one.caption for one in parties if one.schema is Schema.PERSON)),
    )  # fmt: skip


def _place(known: Identity | None, text: str, channels: Counter[str]) -> MapPlace | Unplaced:
    """The point of a thing, or else of what is called so."""
    thing, caption = (known.id, known.caption) if known else (None, text)
    line = words_of(Place(name=thing or caption))
    found = placed(Party(role=None, text=caption, identity=thing), known)
    if found is None:
        return Unplaced(caption=caption, claims=channels.total(), q=line)
    point = found.point
    return MapPlace(
        thing=thing, caption=caption, country=point.country, longitude=point.longitude, latitude=point.latitude,
        precision=found.precision, claims=channels.total(), channels=dict(channels), q=line,
    )  # fmt: skip


def _channel(claim: Claim) -> str:
    return channel_of(claim.detail.contexts) if isinstance(claim.detail, EventDetail) else ""


def _scope(case: Case, query: Asked) -> ScopeRecord:
    found = case.count_found(query)
    return ScopeRecord(
        claims=found.claims, documents=found.documents, sources=found.sources, searched=case.count_documents()
    )
