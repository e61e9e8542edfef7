"""People, bodies and places as the API shows them."""

from palanca.analysis.belongings import BELONGINGS
from palanca.analysis.belongings import Belonging as BelongingRecord
from palanca.analysis.coverage import term_of
from palanca.records import Identity, Kind, Schema
from palanca.records.ids import content_hash
from palanca.store import Case
from palanca.web.shapes.claims import DocumentNamed
from palanca.web.shapes.sayings import Saying, shown_sayings
from palanca.web.shapes.shape import Shape


class Thing(Shape):
    """One thing of the case, in how many documents it is named, and by how many entities of them. `tag`: see claims."""

    id: str
    tag: str
    schema_name: Schema
    caption: str
    names: list[str]
    country: str | None
    is_country: bool
    part_of: str | None
    documents: int
    entities: int


class Belonging(Shape):
    """That a thing is of a country and a branch, and why: at most from `first` to `last` (None: without end).

    `sure` is the time (EDTF) from when to when the office is told that it follows from, which `claim` tells.
    """

    country: str | None
    branch: str | None
    first: str | None
    last: str | None
    reason: str
    says: list[Saying]
    claim: str | None
    sure: str | None


class ThingShown(Shape):
    """A thing with whose it is, and how many claims of each kind concern it."""

    thing: Thing
    belongings: list[Belonging]
    claims: dict[Kind, int]


class TieLine(Shape):
    """What joins a thing with another in one channel. `first` and `last` are days (ISO 8601); `strongest` the claim of
    most sources; `sentence` its sentence, of which `words` is the range of its words in code points.
    """

    other: str
    caption: str
    schema_name: Schema
    channel: str
    claims: int
    first: str | None
    last: str | None
    strongest: str
    sentence: str
    words: tuple[int, int]
    language: str | None


class TiesPage(Shape):
    """Some ties, where the next begin, and how many there are."""

    items: list[TieLine]
    next: str | None
    total: int


class Shared(Shape):
    """A thing that takes part in claims with each of two others, and some of these claims."""

    thing: str
    caption: str
    with_one: list[str]
    with_other: list[str]


class SharedThings(Shape):
    """What takes part with both, the rarest first; `total` counts all."""

    items: list[Shared]
    total: int


class NamedIn(Shape):
    """A document that names a thing: what it calls it, and the id of what it is there, to part it from the rest."""

    document: DocumentNamed
    entity: str
    called: str


class Named(Shape):
    """Where documents name a thing, where the next begin, and how many there are."""

    items: list[NamedIn]
    next: str | None
    total: int


class ThingsPage(Shape):
    """Some things, where the next begin, and how many there are."""

    items: list[Thing]
    next: str | None
    total: int


def shown_thing(one: Identity) -> Thing:
    """A thing as it is shown."""
    return Thing(
        id=one.id, tag=thing_tag(one), schema_name=one.schema, caption=one.caption, names=list(one.names),
        country=one.country, is_country=one.is_country, part_of=one.part_of, documents=one.documents,
        entities=len(one.members),
    )  # fmt: skip


def thing_tag(one: Identity) -> str:
    """What changes when a thing is named, typed, joined or parted otherwise."""
    return content_hash(one.caption, one.schema, one.country, one.members)


def shown_belonging(case: Case, one: BelongingRecord) -> Belonging:
    """Whose a thing is, as it is shown."""
    term = term_of(case.claim(one.claim)) if one.claim else None
    return Belonging(
        country=one.country, branch=one.branch, first=one.first.isoformat() if one.first else None,
        last=one.last.isoformat() if one.last else None, reason=one.reason,
        says=shown_sayings(one.reason, BELONGINGS), claim=one.claim,
        sure="/".join(dict.fromkeys(day.isoformat() for day in term)) if term else None,
    )  # fmt: skip
