"""What waits for a person: pairs that may be one, judgements that ask again, claims told again, unlooked-at or undated.

`queue` is what the terminal walks; `waiting` has the same and more in three sections, a page at a time.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from palanca.analysis import Row, rows
from palanca.judging.deciding import confirm, judge_proposal, reject, undo
from palanca.judging.judge import Judge
from palanca.questions import library
from palanca.records import Identity, Judgement, JudgementState, Kind, Proposal, Review, Span, Standing, Verdict
from palanca.records.errors import UnknownEntity
from palanca.records.query import All, Comparison, Either, Field, Measure, Number, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case, Order, Page

_SHOWN = 2  # sentences that show a thing
_COARSE_DAYS = 31  # what tells no more than a season or a year can be put right from its sentence
_DATED = (Kind.EVENT, Kind.OFFICE, Kind.INSTRUMENT)  # ties, figures and words of people mostly need no date

_ASKS = {Standing.SET_ASIDE, Standing.IN_CONFLICT}
_OPEN = Words(field=Field.REVIEW, values=(Review.OPEN, Review.REOPENED))


class ReviewQueue(StrEnum):
    """What waits, by what is judged: who is one, whether a claim stands, when it was."""

    MERGE = "merge"
    CLAIMS = "claims"
    DATES = "dates"


class Key(StrEnum):
    """What a person answers, by the same keys in the terminal and in the browser."""

    MERGE = "m"
    SEPARATE = "s"
    CONFIRM = "y"
    REJECT = "n"  # of a judgement that asks again: it is taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSide:
    """A thing of a pair, with some sentences that name it: each a document's name, the text, and where it is named."""

    thing: Identity
    sentences: tuple[tuple[str, str, tuple[int, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that may be one."""

    proposal: Proposal
    one: PairSide
    other: PairSide
    keys = (Key.MERGE, Key.SEPARATE)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return f"{self.proposal.one}:{self.proposal.other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A judgement whose words are gone, or that others contradict."""

    judgement: Judgement
    state: JudgementState
    keys = (Key.REJECT,)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return self.judgement.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """A claim that waits to be looked at; one that is `REOPENED` was rejected once, and is told again since."""

    row: Row
    keys = (Key.CONFIRM, Key.REJECT)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return self.row.claim.id


type Item = Pair | Again | Unjudged


_ABOUT: dict[ReviewQueue, frozenset[Verdict]] = {
    ReviewQueue.MERGE: frozenset(
        {Verdict.SAME, Verdict.DIFFERENT, Verdict.RENAME, Verdict.RETYPE, Verdict.COUNTRY, Verdict.BRANCH}
    ),
    ReviewQueue.CLAIMS: frozenset({Verdict.CONFIRM, Verdict.REJECT, Verdict.CORRECT, Verdict.STATE}),
    ReviewQueue.DATES: frozenset(),
}
_ABOUT_ALL = frozenset(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a queue is wanted: claims that pass `claims`, and pairs of which a side is `called` so."""

    claims: Query = field(default_factory=All)
    called: str = ""


_ANY = Wanted()
_WANTED: dict[ReviewQueue, Query] = {
    ReviewQueue.CLAIMS: _OPEN,
    ReviewQueue.DATES: All(
        parts=(
            _OPEN,
            Words(field=Field.KIND, values=_DATED),
            Either(
                parts=(
                    When(first=None, last=None),
                    Number(measure=Measure.DAYS, comparison=Comparison.MORE, value=_COARSE_DAYS),
                )
            ),
        )
    ),
}


def queue(case: Case) -> Iterator[Item]:
    """What waits: judgements that ask again, then claims told again, then pairs.

    Judgements come by moment, claims in the order `DOUBT`, pairs with the heaviest evidence first. `answer` does what a
    person says to an item.
    """
    settle(case)
    yield from _again(case, _ABOUT_ALL, 0, None)
    yield from _unjudged(case, Words(field=Field.REVIEW, values=(Review.REOPENED,)), Order.DOUBT, 0, None)
    yield from _paired(case, "", 0, None)


def waiting(
    case: Case, section: ReviewQueue, *, of: Wanted = _ANY, offset: int = 0, limit: int | None = None
) -> Iterator[Item]:
    """What waits in a section, `limit` of it after `offset`: first judgements that ask again.

    Pairs come with the heaviest evidence first, claims in the order `DOUBT`, undated ones by `EVIDENCE`. No more is
    read than is given.
    """
    settle(case)
    again = _count_again(case, section)
    yield from _again(case, _ABOUT[section], offset, limit)
    shown = max(0, min(again - offset, limit if limit is not None else again))
    left = None if limit is None else limit - shown
    after = max(0, offset - again)
    if left == 0:
        return
    if section is ReviewQueue.MERGE:
        yield from _paired(case, of.called, after, left)
    else:
        order = Order.EVIDENCE if section is ReviewQueue.DATES else Order.DOUBT
        yield from _unjudged(case, All(parts=(_WANTED[section], of.claims)), order, after, left)


def count_waiting(case: Case, section: ReviewQueue, *, of: Wanted) -> int:
    """How much waits in a section, see `waiting`."""
    wanted = None if section is ReviewQueue.MERGE else All(parts=(_WANTED[section], of.claims))
    rest = case.count_claims(wanted) if wanted else case.count_proposals(of.called)
    return _count_again(case, section) + rest


def answer(case: Case, item: Item, key: Key, judge: Judge) -> Judgement:
    """Do what the key says. Raises ValueError for a key that the item does not offer."""
    if key not in item.keys:
        raise ValueError(f"{key!r} answers nothing here: press one of {', '.join(item.keys)}")
    match item:
        case Pair():
            verdict = Verdict.SAME if key is Key.MERGE else Verdict.DIFFERENT
            return judge_proposal(case, verdict, (item.proposal.one, item.proposal.other), judge)
        case Again():
            return undo(case, item.judgement.id, judge)
        case Unjudged():
            return (confirm if key is Key.CONFIRM else reject)(case, item.row.claim.id, judge)


def _count_again(case: Case, section: ReviewQueue) -> int:
    return sum(1 for _ in _asking(case, _ABOUT[section]))


def _asking(case: Case, about: Collection[Verdict]) -> Iterator[tuple[Judgement, JudgementState]]:
    """The judgements that ask again, by moment. There are few, so that all are looked at."""
    states = {one.judgement: one for one in case.judgement_states().values() if one.standing in _ASKS}
    found = [one for one in case.judgement_log(naming=states) if one.id in states] if states else []
    yield from ((one, states[one.id]) for one in reversed(found) if one.verdict in about)


def _again(case: Case, about: Collection[Verdict], offset: int, limit: int | None) -> Iterator[Again]:
    stop = None if limit is None else offset + limit
    for judgement, state in islice(_asking(case, about), offset, stop):
        yield Again(judgement=judgement, state=state)


def _unjudged(case: Case, wanted: Query, order: Order, offset: int, limit: int | None) -> Iterator[Unjudged]:
    found = case.found_on(wanted, Page(order=order, skipped=offset, limit=limit))
    for row in rows(found, library(case)):
        yield Unjudged(row=row)


def _paired(case: Case, called: str, offset: int, limit: int | None) -> Iterator[Pair]:
    """The pairs; one of which a side is no thing any more, since the case is being settled, is left out."""
    for proposal in case.proposals(called, offset=offset, limit=limit):
        try:
            one, other = (_shown(case, case.thing(end)) for end in (proposal.one, proposal.other))
        except UnknownEntity:
            continue
        yield Pair(proposal=proposal, one=one, other=other)


def _shown(case: Case, thing: Identity) -> PairSide:
    """A thing with the first sentence of some documents that name it."""
    found = []
    for member in thing.members[:_SHOWN]:
        entity = case.entity(member)
        mention = next((m for m in case.mentions(entity.document) if m.entity == member and m.form.is_name), None)
        if mention:
            document = case.document(entity.document)
            around = _sentence(case.sentences(entity.document), mention.span)
            words = (mention.span.start - around.start, mention.span.end - around.start)
            found.append((document.name, around.of(document.text).replace("\n", " "), words))
    return PairSide(thing=thing, sentences=tuple(found))


def _sentence(sentences: tuple[Span, ...], span: Span) -> Span:
    return next((one for one in sentences if one.contains(span)), span)
