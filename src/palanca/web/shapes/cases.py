"""Cases as the API shows them."""

from palanca.records import Kind
from palanca.web.shapes.documents import DocumentLine
from palanca.web.shapes.sayings import Saying
from palanca.web.shapes.shape import Shape


class CaseLine(Shape):
    """A case in the list; `trouble` says why it cannot be opened."""

    name: str
    documents: int | None
    claims: int | None
    trouble: str | None


class Cases(Shape):
    """The cases of the server, by name. `can_read` tells whether it makes cases and takes documents."""

    items: list[CaseLine]
    version: str


class NewCase(Shape):
    """The name of a case to make."""

    name: str


class Backlog(Shape):
    """What waits for a person."""

    pairs: int
    judgements: int
    claims: int


class Rejected(Shape):
    """An input that could not be read, and why."""

    place: str
    reason: Saying


class RegisterLine(Shape):
    """A register that was read into the case. `unread_prose` counts its rows of which only the cells were read."""

    name: str
    title: str
    publisher: str | None
    country: str | None
    covers: list[str]
    unread_prose: int


class CaseShown(Shape):
    """A case at a glance. `is_settled` is false while something is worked out anew behind."""

    name: str
    is_settled: bool
    revision: tuple[int, int]
    documents: int
    rejections: int
    sentences: int
    things: int
    judgements: int
    claims: dict[Kind, int]
    backlog: Backlog
    latest: list[DocumentLine]
    registers: list[RegisterLine]
    rejected: list[Rejected]


class YearOfChannel(Shape):
    """How many claims of a channel there are in one year, or month (`2024-03`)."""

    when: str
    channel: str
    claims: int


class FacetValue(Shape):
    """How many claims have one value, such as `military` of the channels."""

    value: str
    claims: int


class Facets(Shape):
    """How the claims that pass a filter divide: kinds and channels, most first, and years in order.

    Claims that are no events have no channel, and those whose time tells no one year no year.
    """

    claims: int
    kinds: list[FacetValue]
    channels: list[FacetValue]
    years: list[FacetValue]


class Histogram(Shape):
    """Claims by time and channel; `undated` have no time that tells the year.

    `sources` are those of all of them, null where they were not asked for.
    """

    items: list[YearOfChannel]
    undated: int
    sources: int | None
