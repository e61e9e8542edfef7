"""Claims → figures: one value that one source tells of what goes between the host and one power."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from palanca.lexicon.dependence import dependence_words
from palanca.records import ClaimId, DocumentId, EntityId, QuantityDetail, TieDetail, TieKind, Time
from palanca.records.names import fold

PRESS = ""
"""The register of what no register tells."""


STAKES = (TieKind.OWNS, TieKind.CONTROLS)
"""The ties that are stakes in something."""


class Topic(StrEnum):
    """What a dependence is about; all else goes by the words of what is measured."""

    TRADE = "trade"
    ARMS = "arms"
    OWNERSHIP = "ownership"
    CREDIT = "credit"
    PORTS = "ports"


class Way(StrEnum):
    """Which way something goes between the host and a power."""

    TO_HOST = "to the host"
    FROM_HOST = "from the host"
    BOTH = "both ways"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Who or what stands at one end; `country` is None where it is not known."""

    key: str
    text: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source tells in one claim: its ends, values from least to most with the one to count, and when.

    `register` is the register whose rows tell it, `PRESS` for all else; `documents` are those of that source.
    """

    claim: ClaimId
    detail: QuantityDetail | TieDetail
    source: End
    target: End
    time: Time | None
    low: float
    value: float
    high: float
    register: str
    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value for one power. `year` is None where no one year is told.

    `once` is what is counted once however often it is told (a company); `by_host` whether the host's own side tells it.
    """

    topic: str
    of: str
    way: Way
    unit: str
    power: str
    year: int | None
    telling: Telling
    once: str | None = None
    by_host: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """For whom figures are made: the country of the host, whether by year, and the day on which stakes are held."""

    host: str
    by_year: bool
    today: date


def figures(telling: Telling, around: Around) -> Iterator[Figure]:
    """The figures of what is told; none where neither end, or both but of a stake, are the host's."""
    source, target = telling.source.country, telling.target.country
    if around.host not in (source, target) or source is None or target is None:
        return
    topic = topic_of(telling)
    if topic in (Topic.OWNERSHIP, Topic.PORTS):
        yield from _stakes(telling, topic, around)
    elif source != target:
        yield from _flow(telling, topic, around)


def topic_of(telling: Telling) -> str:
    """The topic of a telling: one of `Topic`, or the folded words of what is measured."""
    words, detail = dependence_words(), telling.detail
    if isinstance(detail, TieDetail):
        return Topic.PORTS if is_port(telling.target.text) else Topic.OWNERSHIP
    of = fold(detail.of or "")
    if of in words.exports | words.imports:
        return Topic.TRADE
    if of in words.arms:
        return Topic.ARMS
    if of in words.shares and detail.unit == "percent":
        return Topic.PORTS if is_port(telling.target.text) else Topic.OWNERSHIP
    return Topic.CREDIT if words.credit & set(of.split()) else of


def is_port(name: str) -> bool:
    """Whether a name is that of a port."""
    return bool(dependence_words().ports & set(fold(name).split()))


def is_stake(kind: TieKind) -> bool:
    """Whether a tie is a stake in something."""
    return kind in STAKES


def year_of(time: Time | None) -> int | None:
    """The year in which a time lies whole."""
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return first.year if first and last and first.year == last.year else None


def has_ended(telling: Telling, today: date) -> bool:
    """Whether a stake is told to have ended before that day."""
    time = telling.time
    return bool(time and time.end is not None and time.last_day and time.last_day < today)


def _flow(telling: Telling, topic: str, around: Around) -> Iterator[Figure]:
    """What goes from one country to another, and for arms how many transfers are told, whatever their units are."""
    detail = telling.detail
    if not isinstance(detail, QuantityDetail):
        return
    to_host = telling.target.country == around.host
    words, of = dependence_words(), fold(detail.of or "")
    told = Figure(
        topic=topic,
        of="imports" if to_host and topic == Topic.TRADE else "exports" if topic == Topic.TRADE else of,
        way=Way.TO_HOST if to_host else Way.FROM_HOST,
        unit=detail.unit,
        power=str(telling.source.country if to_host else telling.target.country),
        year=year_of(telling.time),
        telling=telling,
        by_host=of in (words.imports if to_host else words.exports),
    )
    yield told
    if topic == Topic.ARMS:
        yield _counted(told, "transfers", telling.claim)


def _counted(told: Figure, unit: str, once: str) -> Figure:
    """The same as one thing counted once."""
    return Figure(
        topic=told.topic, of=told.of, way=told.way, unit=unit, power=told.power, year=told.year, telling=told.telling,
        once=once, by_host=told.by_host,
    )  # fmt: skip


def _stakes(telling: Telling, topic: str, around: Around) -> Iterator[Figure]:
    """A stake in what is the host's: the thing counted once, or its percentage, in each year in which it is held."""
    if telling.target.country != around.host:
        return
    detail = telling.detail
    is_part = isinstance(detail, QuantityDetail)
    for year in _years(telling, around) if around.by_year else _now(telling, around):
        yield Figure(
            topic=topic,
            of="shares" if is_part else "stakes",
            way=Way.TO_HOST,
            unit=f"percent of {telling.target.text}" if is_part else "things owned",
            power=str(telling.source.country),
            year=year,
            telling=telling,
            once=None if is_part else telling.target.key,
        )


def _now(telling: Telling, around: Around) -> Sequence[int | None]:
    return () if has_ended(telling, around.today) else (None,)


def _years(telling: Telling, around: Around) -> Sequence[int | None]:
    """The years in which a stake is held: from its start to its end, or to today where no end is told."""
    time = telling.time
    if time is None or time.first_day is None:
        return (None,)
    ended = time.end is not None and time.last_day is not None
    last = time.last_day if ended and time.last_day else around.today
    return range(time.first_day.year, min(last, around.today).year + 1)


def key_of(identity: EntityId | None, text: str) -> str:
    """What tells one end from others."""
    return identity or fold(text)
