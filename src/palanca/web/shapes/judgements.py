"""Judgements and the queue of review as the API has them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, StringConstraints
from pydantic import Field as Described

from palanca.judging.review import ReviewQueue
from palanca.records import (
    Category,
    Context,
    Field,
    InstrumentKind,
    Kind,
    Modality,
    OfficeStatus,
    Schema,
    Standing,
    TieKind,
    Verdict,
)
from palanca.records.stated import Part
from palanca.web.shapes.claims import Claim
from palanca.web.shapes.sayings import Saying
from palanca.web.shapes.shape import Shape
from palanca.web.shapes.things import Thing

Text = Annotated[str, StringConstraints(max_length=4_000)]
Point = Annotated[int, Described(ge=0)]
Words = tuple[Point, Point]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class NewPart(Shape):
    """Words that fill a part of what is stated, as a range of code points of the document.

    `schema_name` is the sort of thing that they name, needed where no reader saw a name.
    """

    part: Part
    span: Words
    schema_name: Schema | None = None


class NewStatement(Shape):
    """What a person states that no reader read. `span` are the words that tell it; `time`, `start` and `end` are EDTF.

    An event needs its `category`, an office its `role` (the title), a tie its `tie`, an instrument its `instrument` and
    `title`, a quantity its `amount` (`1200 USD`, `3..5 percent`), a quotation its `cue`, the word that tells it.
    `contexts` are of an event, `status`, `start` and `end` of an office, `number` and `valid` (EDTF) of an instrument,
    `of` of a quantity, `direct` of a quotation.
    """

    kind: Kind
    span: Words
    parts: Annotated[tuple[NewPart, ...], Described(max_length=12)]
    time: Text | None = None
    modality: Modality = Modality.ASSERTED
    category: Category | None = None
    contexts: Annotated[tuple[Context, ...], Described(max_length=4)] = ()
    role: Text | None = None
    status: OfficeStatus = OfficeStatus.UNKNOWN
    start: Text | None = None
    end: Text | None = None
    tie: TieKind | None = None
    instrument: InstrumentKind | None = None
    title: Text | None = None
    number: Text | None = None
    valid: Text | None = None
    amount: Text | None = None
    of: Text | None = None
    cue: Text | None = None
    direct: bool = False


class NewJudgement(Shape):
    """A decision. `on` holds ids: two things for same and different, one for rename and retype, a claim or statement
    for confirm, reject and correct, a document for state, a judgement for undo. `seen` holds the tags of what was
    shown, in the same order (of a document its id); when one has changed since, nothing is decided and the answer is
    409. `at` is when it was decided: the same by the same person of the same moment is kept once, so that who has
    no answer may send it again. Without it, or where it is still to come, it is decided now.
    """

    verdict: Verdict
    on: Annotated[list[str], Described(min_length=1, max_length=2)]
    seen: Annotated[tuple[str, ...], Described(max_length=2)] = ()
    who: Name
    at: AwareDatetime | None = None
    field: Field | None = None
    value: Text | None = None
    note: Text | None = None
    statement: NewStatement | None = None


class Anchored(Shape):
    """The words that a judgement stands on, with the title of their document, or its name where it has none."""

    document: str
    words: str
    sentence: str
    told: str


class Judgement(Shape):
    """One decision and what has become of it."""

    id: str
    verdict: Verdict
    who: str
    at: datetime
    on: list[Anchored]
    field: Field | None
    value: str | None
    undoes: str | None
    note: str | None
    standing: Standing | None
    reasons: list[Saying]


class Judged(Shape):
    """What was decided: the judgements that were kept. They are settled behind; news tell when."""

    items: list[Judgement]


class JudgementsPage(Shape):
    """Some judgements, the latest first, where the next begin, and how many there are."""

    items: list[Judgement]
    next: str | None
    total: int


class JudgementsTaken(Shape):
    """What became of a file of judgements: how many were new, and how many the case had already."""

    new: int
    known: int


class Naming(Shape):
    """A sentence that names a thing, with the title of its document, or its name where it has none.

    `words` is the range of the name in it, in code points.
    """

    document: str
    document_id: str
    sentence: str
    words: tuple[int, int]


class Side(Shape):
    """One of two things that may be one."""

    thing: Thing
    sentences: list[Naming]


class Pair(Shape):
    """Two things that may be one, with the weight of the reasons (`points`)."""

    item: Literal["pair"] = "pair"
    id: str
    points: float
    reasons_for: list[Saying]
    reasons_against: list[Saying]
    one: Side
    other: Side


class Again(Shape):
    """A judgement whose words are gone or that others contradict."""

    item: Literal["again"] = "again"
    id: str
    judgement: Judgement


class ClaimWaiting(Shape):
    """A claim that nobody has looked at, or that is told again after it was rejected."""

    item: Literal["claim"] = "claim"
    id: str
    claim: Claim


type QueueItem = Annotated[Pair | Again | ClaimWaiting, Described(discriminator="item")]


class Queue(Shape):
    """What waits in one queue, what most needs a person first; `waiting` counts each queue whole."""

    items: list[QueueItem]
    next: str | None
    waiting: dict[ReviewQueue, int]
