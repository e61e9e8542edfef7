"""The queue of what waits for a person: pairs that may be one, judgements that ask again, claims told again."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from palanca.analysis import Row, rows
from palanca.judging import Judge, confirm, judge_proposal, reject, undo
from palanca.questions import library
from palanca.records import (
    Filter,
    Form,
    Identity,
    Judgement,
    JudgementState,
    Proposal,
    Review,
    Span,
    Standing,
    Verdict,
)
from palanca.settlement import settle
from palanca.store import Case

_SHOWN = 2  # sentences that show a thing


class Key(StrEnum):
    """What a person answers."""

    SAME = "s"
    DIFFERENT = "d"
    CONFIRM = "c"
    REJECT = "r"
    UNDO = "u"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A thing, with some sentences that name it: each the name of a document, the text, and where it is named."""

    thing: Identity
    sentences: tuple[tuple[str, str, tuple[int, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that may be one."""

    proposal: Proposal
    one: Shown
    other: Shown
    keys = (Key.SAME, Key.DIFFERENT)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return f"{self.proposal.one}:{self.proposal.other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A judgement whose words are gone, or that others contradict."""

    judgement: Judgement
    state: JudgementState
    keys = (Key.UNDO,)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return self.judgement.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A claim that was rejected once, and is told again since."""

    row: Row
    keys = (Key.CONFIRM, Key.REJECT)

    @property
    def id(self) -> str:
        """What tells it from others of the queue."""
        return self.row.claim.id


type Item = Pair | Again | Reopened


def queue(case: Case) -> Iterator[Item]:
    """What waits: judgements that ask again, then claims told again, then pairs, the heaviest evidence first."""
    settle(case)
    states = case.judgement_states()
    for judgement in case.judgements():
        state = states[judgement.id]
        if state.standing in {Standing.SET_ASIDE, Standing.IN_CONFLICT}:
            yield Again(judgement=judgement, state=state)
    for row in rows(case.claims(Filter()), library(case)):
        if row.claim.review is Review.REOPENED:
            yield Reopened(row=row)
    for proposal in case.proposals():
        one, other = (_shown(case, case.thing(end)) for end in (proposal.one, proposal.other))
        yield Pair(proposal=proposal, one=one, other=other)


def answer(case: Case, item: Item, key: Key, judge: Judge) -> Judgement:
    """Do what the key says. Raises ValueError for a key that the item does not offer."""
    if key not in item.keys:
        raise ValueError(f"{key!r} answers nothing here: press one of {', '.join(item.keys)}")
    match item:
        case Pair():
            verdict = Verdict.SAME if key is Key.SAME else Verdict.DIFFERENT
            return judge_proposal(case, verdict, (item.proposal.one, item.proposal.other), judge)
        case Again():
            return undo(case, item.judgement.id, judge)
        case Reopened():
            return (confirm if key is Key.CONFIRM else reject)(case, item.row.claim.id, judge)


def _shown(case: Case, thing: Identity) -> Shown:
    """A thing with the first sentence of some documents that name it."""
    found = []
    for member in thing.members[:_SHOWN]:
        entity = case.entity(member)
        mention = next((m for m in case.mentions(entity.document) if m.entity == member and m.form is Form.NAME), None)
        if mention:
            document = case.document(entity.document)
            around = _sentence(case.sentences(entity.document), mention.span)
            words = (mention.span.start - around.start, mention.span.end - around.start)
            found.append((document.name, around.of(document.text).replace("\n", " "), words))
    return Shown(thing=thing, sentences=tuple(found))


def _sentence(sentences: tuple[Span, ...], span: Span) -> Span:
    return next((one for one in sentences if one.contains(span)), span)
