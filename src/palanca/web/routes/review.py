"""The queues of review: what waits for a person, a page at a time."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.identity.reasons import REASONS
from palanca.judging.review import Again as AgainWaiting
from palanca.judging.review import Item, PairSide, ReviewQueue, Unjudged, Wanted, count_waiting, waiting
from palanca.judging.review import Pair as PairWaiting
from palanca.store import Case
from palanca.web.desk import Desk
from palanca.web.routes.asked import Cursor, DeskThere, Limit, Line, asked, next_after, offset_of
from palanca.web.routes.judgements import shown_judgements
from palanca.web.shapes.claims import shown_claims
from palanca.web.shapes.judgements import Again, ClaimWaiting, Naming, Pair, Queue, QueueItem, Side
from palanca.web.shapes.sayings import shown_saying
from palanca.web.shapes.things import shown_thing
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["judgements"], route_class=TaggedRoute)

InQueue = Annotated[
    ReviewQueue, Query(alias="queue", description="Who is one, whether claims stand, or when they were.")
]


@router.get("/cases/{case}/review")
def review(
    desk: DeskThere,
    section: InQueue = ReviewQueue.MERGE,
    q: Line = "",
    called: Annotated[str, Query(max_length=200, description="Parts of the names of a pair.")] = "",
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Queue:
    """What waits for a person: claims that pass a filter, pairs called so; nothing that was judged meanwhile."""
    case, offset, of = desk.case, offset_of(cursor), Wanted(claims=asked(q), called=called)
    read = desk.soon(
        "waiting",
        (section, q, called, offset, limit),
        lambda: list(waiting(case, section, of=of, offset=offset, limit=limit)),
    )
    return Queue(
        items=_items(case, [one for one in read if not _is_judged(desk, one)]),
        next=next_after(offset, len(read), limit),
        waiting=desk.soon(
            "counts",
            (q, called),
            lambda: {one: count_waiting(case, one, of=of) for one in ReviewQueue},
        ),
    )


def _is_judged(desk: Desk, item: Item) -> bool:
    match item:
        case PairWaiting():
            return item.proposal.one in desk.judged and item.proposal.other in desk.judged
        case AgainWaiting():
            return item.judgement.id in desk.judged
        case Unjudged():
            return item.row.claim.id in desk.judged


def _items(case: Case, waits: list[Item]) -> list[QueueItem]:
    claims = {one.id: one for one in shown_claims(case, [w.row.claim for w in waits if isinstance(w, Unjudged)])}
    found: list[QueueItem] = []
    for one in waits:
        match one:
            case PairWaiting():
                found.append(_pair(case, one))
            case AgainWaiting():
                found.append(Again(id=one.id, judgement=shown_judgements(case, [one.judgement])[0]))
            case Unjudged():
                found.append(ClaimWaiting(id=one.id, claim=claims[one.row.claim.id]))
    return found


def _pair(case: Case, item: PairWaiting) -> Pair:
    proposal = item.proposal
    return Pair(
        id=item.id,
        points=round(proposal.points, 2),
        reasons_for=[shown_saying(one, REASONS) for one in proposal.reasons_for],
        reasons_against=[shown_saying(one, REASONS) for one in proposal.reasons_against],
        one=_side(case, item.one),
        other=_side(case, item.other),
    )


def _side(case: Case, shown: PairSide) -> Side:
    return Side(thing=shown_thing(shown.thing), sentences=list(_namings(case, shown)))


def _namings(case: Case, shown: PairSide) -> Iterator[Naming]:
    for name, sentence, words in shown.sentences:
        document = case.document(name)
        yield Naming(document=document.title or name, document_id=document.id, sentence=sentence, words=words)
