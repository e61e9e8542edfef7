"""What the timeline and the map are drawn from."""

from collections import Counter
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.asking import words_of
from palanca.analysis.geography import placed
from palanca.analysis.scope import Scope as ScopeRecord
from palanca.records import EntityId, Identity, Kind, Party
from palanca.records.query import ANYBODY, All, Field, Not, Parties, PartyTest, Place, When, Words
from palanca.records.query import Query as Asked
from palanca.store import Case, Drawn, Order, Page
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
        latest = Page(limit=most, order=Order.LATEST, of=scope.claims - undated)
        found = [*desk.case.drawn(All(parts=(query, Not(part=_UNDATED))), latest)][::-1]
    else:
        found = list(desk.case.drawn(query, Page(limit=most)))
    left = scope.claims - len(found)
    return Marks(items=list(map(_mark, found)), left=left, undated=undated, scope=shown_scope(scope))


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
    for one in case.meetings(query, most=_JOINED_SHOWN):
        counted.setdefault((one.one, one.other), Counter())[one.channel or ""] += one.claims
    ranked = sorted(counted.items(), key=lambda one: (-one[1].total(), one[0]))
    return [_joined(pair, channels) for pair, channels in ranked]


def _joined(pair: tuple[str, str], channels: Counter[str]) -> Joined:
    one, other = (PartyTest(name=ANYBODY, country=code) for code in pair)
    both = Parties(tests=(one, replace(other, is_other=True)))
    line = words_of(All(parts=(Words(field=Field.KIND, values=(Kind.EVENT,)), both)))
    return Joined(one=pair[0], other=pair[1], claims=channels.total(), channels=dict(channels), q=line)


def _mark(one: Drawn) -> Mark:
    """A claim as it is drawn."""
    return Mark(
        id=one.id, kind=one.kind, category=one.category, channel=one.channel, time=one.time, first=one.first,
        last=one.last, label=" · ".join(one.named[:_NAMES_SHOWN]), modality=one.modality, review=one.review,
        is_disputed=one.is_disputed, sources=one.sources, countries=list(one.countries), people=list(one.people),
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


def _scope(case: Case, query: Asked) -> ScopeRecord:
    found = case.count_found(query)
    return ScopeRecord(
        claims=found.claims, documents=found.documents, sources=found.sources, searched=case.count_documents()
    )
