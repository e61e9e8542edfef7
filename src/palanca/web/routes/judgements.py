"""Judgements: deciding, and the log of what was decided."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from fastapi import APIRouter

from palanca.records import Claim, ClaimId, DocumentId, EntityId, JudgementState, Verdict
from palanca.records import Judgement as JudgementRecord
from palanca.records.errors import UnknownClaim, UnknownDocument, UnknownEntity
from palanca.store import Case
from palanca.web.deciding import decide
from palanca.web.desk import Desk
from palanca.web.problems import ChangedMeanwhile
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.claims import claim_tag
from palanca.web.shapes.judgements import (
    Anchored,
    Judged,
    Judgement,
    JudgementsPage,
    NewJudgement,
)
from palanca.web.shapes.remarks import REMARKS
from palanca.web.shapes.sayings import shown_sayings
from palanca.web.shapes.things import thing_tag
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["judgements"], route_class=TaggedRoute)


@router.post("/cases/{case}/judgements", status_code=201)
def judge(desk: DeskThere, new: NewJudgement) -> Judged:
    """Decide. The judgement is kept at once and for good; what follows from it is settled behind."""
    with desk.deciding:  # of two who decide at once, the second is told of the first
        if made := _kept_already(desk.case, new):
            return Judged(items=shown_judgements(desk.case, made))
        _check_seen(desk, new)
        made = decide(desk.case, new)
        if new.verdict is not Verdict.STATE:  # which decides nothing on the document: more may be stated in it at once
            desk.note(made[-1], new.on)
    desk.settle_soon()
    desk.news.tell("judged", on=new.on, verdict=new.verdict, ids=[one.id for one in made])
    return Judged(items=shown_judgements(desk.case, made))


@router.get("/cases/{case}/judgements")
def judgements(desk: DeskThere, cursor: Cursor = None, limit: Limit = 50) -> JudgementsPage:
    """What was decided, the latest first, with who and when and what has become of it."""
    offset = offset_of(cursor)
    found = list(desk.case.judgement_log(offset=offset, limit=limit))
    return JudgementsPage(
        items=shown_judgements(desk.case, found),
        next=next_after(offset, len(found), limit),
        total=desk.case.count_judgements(),
    )


def concerning(case: Case, claim: Claim) -> list[Judgement]:
    """The judgements that stand on words of a claim, and those that take one of them back, the latest first."""
    told = {(one.document, one.span) for one in case.evidence(e.statement for e in claim.evidence).values()}
    found = [
        one
        for one in case.judgement_log(naming={document for document, _ in told})
        if any(anchor.kind is claim.kind and (anchor.document, anchor.span) in told for anchor in one.anchors)
    ]
    undone = [one for one in case.judgement_log(naming=[one.id for one in found]) if one.undoes] if found else []
    every = {one.id: one for one in (*found, *undone)}
    return shown_judgements(case, sorted(every.values(), key=lambda one: (one.at, one.id), reverse=True))


def shown_judgements(case: Case, found: Sequence[JudgementRecord]) -> list[Judgement]:
    """Judgements with what has become of them."""
    states = case.judgement_states([one.id for one in found])
    return [_shown(case, one, states.get(one.id)) for one in found]


def _kept_already(case: Case, new: NewJudgement) -> list[JudgementRecord]:
    """The judgements that it stands for, where they were kept before and only the answer was lost."""
    at = new.at
    if at is None:
        return []
    since = takewhile(lambda one: one.at >= at, case.judgement_log())  # the latest first: mostly there is none
    return [one for one in since if (one.at, one.who, one.verdict) == (at, new.who, new.verdict)][::-1]


def _check_seen(desk: Desk, new: NewJudgement) -> None:
    """Raises ChangedMeanwhile if what is judged is not what was shown, or was judged since and is not settled yet."""
    if not new.seen:
        return
    for item, seen in zip(new.on, new.seen, strict=False):
        if item in desk.judged or tag_of(desk.case, item) != seen:
            raise ChangedMeanwhile("this was changed since it was shown: look at it again before you decide")


def tag_of(case: Case, item: str) -> str | None:
    """The tag of a claim, a thing or a current document, which is its id; None for what is none of them."""
    lookups: tuple[Callable[[], str | None], ...] = (
        lambda: claim_tag(case.claim(ClaimId(item))),
        lambda: thing_tag(case.thing(EntityId(item))),
        lambda: item if case.reading(DocumentId(item)) else None,  # a text never changes
    )
    for lookup in lookups:
        try:
            return lookup()
        except (UnknownClaim, UnknownEntity):
            continue
    return None


def _shown(case: Case, one: JudgementRecord, state: JudgementState | None) -> Judgement:
    on = [Anchored(document=_cited(case, a.name), words=a.words, sentence=a.sentence, told=a.told) for a in one.anchors]
    return Judgement(
        id=one.id, verdict=one.verdict, who=one.who, at=one.at,
        on=on, field=one.field, value=one.value, undoes=one.undoes, note=one.note,
        standing=state.standing if state else None, reasons=shown_sayings(state.reason, REMARKS) if state else [],
    )  # fmt: skip


def _cited(case: Case, name: str) -> str:
    """The title of a document; its name where it has none, or is no longer in the case."""
    try:
        return case.document(name).title or name
    except UnknownDocument:
        return name
