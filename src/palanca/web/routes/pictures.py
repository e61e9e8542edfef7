"""What the timeline and the map are drawn from."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.asking import words_of
from palanca.analysis.geography import placed
from palanca.analysis.scope import Scope as ScopeRecord
from palanca.lexicon.channels import channel_of
from palanca.records import EntityId, EventDetail, Identity, Kind, Party
from palanca.records.claim import Claim
from palanca.records.query import All, Field, Place, Words
from palanca.records.query import Query as Asked
from palanca.store import Case
from palanca.web.routes.asked import DeskThere, Line, asked
from palanca.web.shapes.claims import shown_scope
from palanca.web.shapes.pictures import Map, MapPlace, Mark, Marks, Unplaced
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["pictures"], route_class=TaggedRoute)
_UNPLACED_SHOWN = 200
_NAMES_SHOWN = 3


@router.get("/cases/{case}/marks")
def marks(
    desk: DeskThere,
    q: Line = "",
    most: Annotated[int, Query(ge=1, le=20_000, description="At most so many.")] = 5_000,
) -> Marks:
    """The claims that pass a filter as marks to draw, by time."""
    query = asked(q)
    countries = _Countries(desk.case)
    items = [_mark(claim, countries) for claim in desk.case.found(query, limit=most)]
    scope = _scope(desk.case, query)
    return Marks(
        items=items,
        left=scope.claims - len(items),
        undated=sum(one.first is None and one.last is None for one in items),
        scope=shown_scope(scope),
    )


@router.get("/cases/{case}/map")
def map_shown(desk: DeskThere, q: Line = "") -> Map:
    """Events that pass a filter by place; what has no sure point is listed beside."""
    case = desk.case
    query = All(parts=(asked(q), Words(field=Field.KIND, values=(Kind.EVENT,))))
    counted: dict[tuple[EntityId | None, str], Counter[str]] = {}
    without = 0
    for claim in case.found(query):
        if claim.place is None:
            without += 1
        else:
            key = claim.place.identity, "" if claim.place.identity else claim.place.text
            counted.setdefault(key, Counter())[_channel(claim)] += 1
    places: list[MapPlace] = []
    unplaced = [Unplaced(caption="", claims=without, q="")] if without else []
    for (thing, text), channels in sorted(counted.items(), key=lambda one: -one[1].total()):
        found = _place(case, thing, text, channels)
        (places if isinstance(found, MapPlace) else unplaced).append(found)  # type: ignore[arg-type]
    return Map(places=places, unplaced=unplaced[:_UNPLACED_SHOWN], scope=shown_scope(_scope(case, query)))


class _Countries:
    """The countries of things, looked up once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[EntityId, str | None] = {}

    def of(self, claim: Claim) -> list[str]:
        """The countries of who takes part, each once."""
        found = (self._country(party.identity) for party in claim.parties if party.identity and party.role)
        return list(dict.fromkeys(one for one in found if one))

    def _country(self, thing: EntityId) -> str | None:
        if thing not in self._known:
            self._known[thing] = self._case.thing(thing).country
        return self._known[thing]


def _mark(claim: Claim, countries: _Countries) -> Mark:
    event = claim.detail if isinstance(claim.detail, EventDetail) else None
    first, last = (claim.time.first_day, claim.time.last_day) if claim.time else (None, None)
    return Mark(
        id=claim.id, kind=claim.kind, category=event.category if event else None,
        channel=_channel(claim) if event else None, time=str(claim.time) if claim.time else None,
        first=first.isoformat() if first else None, last=last.isoformat() if last else None,
        label=" · ".join([party.text for party in claim.parties if party.role][:_NAMES_SHOWN]),
        modality=claim.modality, review=claim.review, is_disputed=bool(claim.disputes), sources=claim.sources,
        countries=countries.of(claim),
    )  # fmt: skip


def _place(case: Case, thing: EntityId | None, text: str, channels: Counter[str]) -> MapPlace | Unplaced:
    known: Identity | None = case.thing(thing) if thing else None
    caption = known.caption if known else text
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
