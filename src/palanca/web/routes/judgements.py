"""Judgements: deciding, the log of what was decided, and the queue of what waits."""

from collections.abc import Callable, Iterator

from fastapi import APIRouter

from palanca.records import Claim, ClaimId, EntityId
from palanca.records import Judgement as JudgementRecord
from palanca.records.errors import UnknownClaim, UnknownEntity
from palanca.review import Again as AgainWaiting
from palanca.review import Item, Shown, queue
from palanca.review import Pair as PairWaiting
from palanca.review import Reopened as ReopenedWaiting
from palanca.store import Case
from palanca.web.deciding import decide
from palanca.web.desk import Desk
from palanca.web.problems import ChangedMeanwhile
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.claims import claim_tag, shown_claims
from palanca.web.shapes.judgements import (
    Again,
    Anchored,
    Judged,
    Judgement,
    JudgementsPage,
    Naming,
    NewJudgement,
    Pair,
    Queue,
    QueueItem,
    Reopened,
    Side,
)
from palanca.web.shapes.things import shown_thing, thing_tag
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["judgements"], route_class=TaggedRoute)


@router.post("/cases/{case}/judgements", status_code=201)
def judge(desk: DeskThere, new: NewJudgement) -> Judged:
    """Decide. The judgement is kept at once and for good; what follows from it is settled behind."""
    _check_seen(desk, new)
    made = decide(desk.case, new)
    for item in new.on:
        desk.judged[item] = made[-1].id
    desk.settle_soon()
    desk.news.tell("judged", on=new.on, verdict=new.verdict, ids=[one.id for one in made])
    return Judged(items=[_shown(desk.case, one) for one in made])


@router.get("/cases/{case}/judgements")
def judgements(desk: DeskThere, cursor: Cursor = None, limit: Limit = 50) -> JudgementsPage:
    """What was decided, the latest first, with who and when and what has become of it."""
    offset = offset_of(cursor)
    found = list(desk.case.judgements())[::-1]
    shown = found[offset : offset + limit]
    return JudgementsPage(
        items=[_shown(desk.case, one) for one in shown], next=next_after(offset, len(shown), limit), total=len(found)
    )


@router.get("/cases/{case}/review")
def review(desk: DeskThere, cursor: Cursor = None, limit: Limit = 20) -> Queue:
    """What waits for a person: judgements that ask again, claims told again, and pairs that may be one."""
    offset = offset_of(cursor)
    waiting = [one for one in queue(desk.case) if not _is_judged(desk, one)]
    shown = waiting[offset : offset + limit]
    return Queue(
        items=[_item(desk.case, one) for one in shown],
        next=next_after(offset, len(shown), limit),
        waiting=len(waiting),
    )


def concerning(case: Case, claim: Claim) -> list[Judgement]:
    """The judgements that stand on words of a claim, the latest first."""
    told = {(one.document, one.span) for one in case.evidence(e.statement for e in claim.evidence).values()}
    found = [
        one
        for one in case.judgements()
        if any(anchor.kind is claim.kind and (anchor.document, anchor.span) in told for anchor in one.anchors)
    ]
    return [_shown(case, one) for one in reversed(found)]


def _check_seen(desk: Desk, new: NewJudgement) -> None:
    """Raises ChangedMeanwhile if what is judged is not what was shown, or was judged since and is not settled yet."""
    if not new.seen:
        return
    for item, seen in zip(new.on, new.seen, strict=False):
        if item in desk.judged or tag_of(desk.case, item) != seen:
            raise ChangedMeanwhile("this was changed since it was shown: look at it again before you decide")


def tag_of(case: Case, item: str) -> str | None:
    """The tag of a claim or thing; None for what is neither."""
    lookups: tuple[Callable[[], str], ...] = (
        lambda: claim_tag(case.claim(ClaimId(item))),
        lambda: thing_tag(case.thing(EntityId(item))),
    )
    for lookup in lookups:
        try:
            return lookup()
        except (UnknownClaim, UnknownEntity):
            continue
    return None


def _is_judged(desk: Desk, item: Item) -> bool:
    match item:
        case PairWaiting():
            return item.proposal.one in desk.judged and item.proposal.other in desk.judged
        case AgainWaiting():
            return item.judgement.id in desk.judged
        case ReopenedWaiting():
            return item.row.claim.id in desk.judged


def _item(case: Case, item: Item) -> QueueItem:
    match item:
        case PairWaiting():
            return _pair(case, item)
        case AgainWaiting():
            return Again(id=item.id, judgement=_shown(case, item.judgement))
        case ReopenedWaiting():
            (claim,) = shown_claims(case, [item.row.claim])
            return Reopened(id=item.id, claim=claim)


def _pair(case: Case, item: PairWaiting) -> Pair:
    proposal = item.proposal
    return Pair(
        id=item.id,
        points=round(proposal.points, 2),
        reasons_for=list(proposal.reasons_for),
        reasons_against=list(proposal.reasons_against),
        one=_side(case, item.one),
        other=_side(case, item.other),
        shared=[],
    )


def _side(case: Case, shown: Shown) -> Side:
    return Side(thing=shown_thing(shown.thing), sentences=list(_namings(case, shown)))


def _namings(case: Case, shown: Shown) -> Iterator[Naming]:
    for name, sentence, words in shown.sentences:
        yield Naming(document=name, document_id=case.document(name).id, sentence=sentence, words=words)


def _shown(case: Case, one: JudgementRecord) -> Judgement:
    state = case.judgement_states().get(one.id)
    return Judgement(
        id=one.id, verdict=one.verdict, who=one.who, at=one.at,
        on=[Anchored(document=a.name, words=a.words, sentence=a.sentence, told=a.told) for a in one.anchors],
        field=one.field, value=one.value, undoes=one.undoes, note=one.note,
        standing=state.standing if state else None, reason=state.reason if state else "",
    )  # fmt: skip
