"""What cells of prose in two registers tell, held against rows that were read by hand.

    python benchmarks/remarks.py [--registers ../shared/corpus/registers] [--half development] [--errors]

`register_truth/remarks.jsonl` holds 150 rows drawn by a fixed seed before the reader was measured on them: 100 of
`us_travels_abroad` (40 of presidents, 60 of secretaries of state) and 50 of `visits_to_us`, in two halves. Readers may
be mended by what they get wrong in the first, `development`; of the other, `held_out`, only the figures are printed.

Each row lists its *meetings* (meet, confer, discuss with, audience, talks, dinner given by; official or private) with
people by name as written, without title, and with the countries and groups that take part unnamed; its *offices*
(person, role, ISO 3166 code of the country or name of the body); and its *gatherings*: conferences and ceremonies that
were attended, which are no meetings. Only what the prose tells counts: the row's own visit and office are left out.

A meeting of the reader is an event of CONSULT in prose whose mode is none of `visit` and `multilateral`.
*Two names match* when, folded and without titles, the words of one are all among the words of the other.
*Participants* are pairs of row and person over all meetings of the row; a person with no entity of its own ("the
minister") is none. *Meetings* match one to one within a row, where their people are the same. *Parties* are pairs of
row and country in meetings, over rows without unnamed groups ("German officials"). *Offices* match in person, role and
country, of which a label may allow several, with `|` between: `VAT|` is the Vatican, or no country at all. Offices in
`allowed_offices` (ranks) count neither for nor against.
"""

import argparse
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import NotRequired, TypedDict

from palanca.lexicon.titles import titles
from palanca.reading.document import DocumentReader
from palanca.records import (
    Category,
    Document,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    OfficeDetail,
    Reading,
    RoleName,
    Schema,
    Statement,
)
from palanca.records.names import fold
from palanca.registers.cells import RowCells, country_of
from palanca.registers.mapping_loading import load_mapping
from palanca.registers.row_reader import RowReader
from palanca.registers.rows import RowMaker
from palanca.sources import SourceOptions, read_sources

_TRUTH = Path(__file__).parent / "register_truth" / "remarks.jsonl"
_REGISTERS = ("us_travels_abroad", "visits_to_us")
_HALVES = ("development", "held_out")
_NO_MEETING = frozenset({"visit", "multilateral"})

type Entities = Mapping[EntityId, Entity]
type Office = tuple[str, str, str | None]
type People = frozenset[str]


class Label(TypedDict):
    """One row as it was read by hand."""

    half: str
    register: str
    row: str
    meetings: list[dict[str, list[str]]]
    offices: list[list[str]]
    allowed_offices: NotRequired[list[list[str]]]
    gatherings: NotRequired[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the prose of one row tells: who met, which countries met, who held what."""

    meetings: tuple[People, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Those who met, each once."""
        return tuple(sorted({person for meeting in self.meetings for person in meeting}))


@dataclass(slots=True)
class Count:
    """How many were found, how many of them are right, and how many there are to find."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    errors: list[str] = field(default_factory=list)

    def add[T](self, row: str, found: Sequence[T], wanted: Sequence[T], same: Callable[[T, T], bool]) -> None:
        """Count one row."""
        right = _matched(found, wanted, same)
        self.right, self.found, self.wanted = self.right + right, self.found + len(found), self.wanted + len(wanted)
        if right < max(len(found), len(wanted)):
            self.errors.append(f"{row}: found {_shown(found)}, wanted {_shown(wanted)}")

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return f"precision {precision:.3f} ({self.right} of {self.found}), recall {recall:.3f} (of {self.wanted})"


def main() -> None:
    """Read the rows of both registers and print the figures of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--registers", type=Path, default=Path("../shared/corpus/registers"))
    parser.add_argument("--half", choices=_HALVES, action="append")
    parser.add_argument("--errors", action="store_true", help="Print what is wrong in the development half.")
    wanted = parser.parse_args()
    labels: list[Label] = [json.loads(line) for line in _TRUTH.read_text(encoding="utf-8").splitlines()]
    halves = wanted.half or _HALVES
    labels = [label for label in labels if label["half"] in halves]
    told = dict(_read(wanted.registers, {f"{label['register']}-{label['row']}" for label in labels}))
    for half in halves:
        print(half)
        for what, count in _counts(told, [label for label in labels if label["half"] == half]).items():
            print(f"  {what:<13} {count}")
            for error in count.errors if wanted.errors and half == "development" else ():
                print("     ", error)


def _counts(read: Mapping[str, Told], labels: Iterable[Label]) -> dict[str, Count]:
    counts = {what: Count() for what in ("participants", "parties", "meetings", "offices")}
    for label in labels:
        row = f"{label['register']}-{label['row']}"
        told, truth, allowed = read[row], _labelled(label), _offices(label.get("allowed_offices", []))
        offices = [one for one in told.offices if not any(_same_office(one, other) for other in allowed)]
        counts["participants"].add(row, told.people, truth.people, _same_name)
        counts["meetings"].add(row, told.meetings, truth.meetings, _same_people)
        counts["offices"].add(row, offices, truth.offices, _same_office)
        if not any("groups" in meeting for meeting in label["meetings"]):
            counts["parties"].add(row, told.countries, truth.countries, operator.eq)
    return counts


def _labelled(label: Label) -> Told:
    meetings = label["meetings"]
    return Told(
        meetings=tuple(frozenset(one["people"]) for one in meetings),
        countries=tuple(sorted({country for one in meetings for country in one.get("countries", ())})),
        offices=_offices(label["offices"]),
    )


def _offices(labels: Iterable[Sequence[str]]) -> tuple[Office, ...]:
    return tuple((person, role, country) for person, role, country in labels)


def _read(registers: Path, rows: Set[str]) -> Iterator[tuple[str, Told]]:
    """What the reader finds in the prose of these rows, by the names of their documents."""
    for name in _REGISTERS:
        mapping = load_mapping(name)
        options = SourceOptions(expected=mapping.columns, rows=mapping.rows)
        found = read_sources([registers / f"{name}.csv"], options, RowMaker(mapping=mapping).read)
        documents = [one for one in found if isinstance(one, Document) and one.name in rows]
        columns = [prose.column for prose in mapping.prose]
        for reading in RowReader(mapping.register, DocumentReader()).read_all(documents):
            if isinstance(reading, Reading):
                yield reading.document.name, _told(reading, columns)


def _told(reading: Reading, columns: Iterable[str]) -> Told:
    cells = RowCells.of(reading.document)
    prose = [cell.span for column in columns if (cell := cells.at(column)) and cell.span]
    said = [one for one in reading.statements if any(span.contains(one.span) for span in prose)]
    entities = {entity.id: entity for entity in reading.entities}
    met = [one for one in said if _is_meeting(one)]
    return Told(
        meetings=tuple(frozenset(_people(one, entities)) for one in met),
        countries=tuple(sorted({country for one in met for country in _lands(one, entities)})),
        offices=tuple(sorted({office for one in said for office in _held(one, entities)}, key=str)),
    )


def _is_meeting(statement: Statement) -> bool:
    detail = statement.detail
    return (
        isinstance(detail, EventDetail) and detail.category is Category.CONSULT and detail.mode not in _NO_MEETING
    )  # fmt: skip


def _parties(statement: Statement, entities: Entities) -> Iterator[tuple[Filler, Entity]]:
    for role in statement.roles:
        entity = entities.get(role.filler.entity) if role.filler.entity else None
        if entity:
            yield role.filler, entity


def _people(statement: Statement, entities: Entities) -> Iterator[str]:
    for _, entity in _parties(statement, entities):
        if entity.schema is Schema.PERSON:
            yield entity.caption


def _lands(statement: Statement, entities: Entities) -> Iterator[str]:
    for filler, entity in _parties(statement, entities):
        if entity.schema is not Schema.PERSON and (known := country_of(entity.caption) or country_of(filler.text)):
            yield known.alpha3


def _held(statement: Statement, entities: Entities) -> Iterator[Office]:
    """The office of a statement, of the country of its body, or else of its person."""
    if not isinstance(statement.detail, OfficeDetail):
        return
    for person in statement.fillers(RoleName.PERSON):
        known = entities.get(person.entity) if person.entity else None
        country = known.country if known else None
        for body in statement.fillers(RoleName.BODY):
            land = country_of(body.text) or (country_of(entities[body.entity].caption) if body.entity else None)
            country = land.alpha3 if land else body.text
        yield known.caption if known else person.text, statement.detail.role, country


def _matched[T](found: Sequence[T], wanted: Sequence[T], same: Callable[[T, T], bool]) -> int:
    """How many of the one have one of the other to themselves."""
    free, right = list(wanted), 0
    for one in found:
        match = next((other for other in free if same(one, other)), None)
        if match is not None:
            free.remove(match)
            right += 1
    return right


def _same_name(one: str, other: str) -> bool:
    ours, theirs = _words(one), _words(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _words(name: str) -> set[str]:
    words = fold(name).split()
    title = titles().title_at(words, 0)
    return set(words[title.end :]) if title and title.end < len(words) else set(words)


def _same_people(one: People, other: People) -> bool:
    return len(one) == len(other) == _matched(sorted(one), sorted(other), _same_name)


def _same_office(found: Office, wanted: Office) -> bool:
    return (
        _same_name(found[0], wanted[0])
        and fold(found[1]) in {fold(role) for role in wanted[1].split("|")}
        and fold(found[2] or "") in {fold(country) for country in (wanted[2] or "").split("|")}
    )


def _shown(values: Iterable[object]) -> str:
    return str([sorted(one) if isinstance(one, frozenset) else one for one in values])


if __name__ == "__main__":
    main()
