"""Cells of prose, read like documents, with the rest of their row as context.

Such prose is clipped: "Met with President Vizcarra. Attended the fair." has no subject, which is the person of the row.
The readers of text get it with the subject put in, and what they find is brought back to the words of the row; what
the cell leaves open (the day, the place, the country of "the President") is that of the row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, timedelta

from palanca.reading.late import TextReader
from palanca.records import (
    Category,
    Document,
    Entity,
    EntityId,
    EventDetail,
    Failure,
    Filler,
    Kind,
    Mention,
    OfficeDetail,
    Origin,
    Reading,
    Role,
    RoleName,
    Span,
    Statement,
    Time,
)
from palanca.records.entity import entity_id
from palanca.registers.prose_claims import RowContext, RowCountry, own_claim
from palanca.registers.prose_lists import with_listed
from palanca.registers.prose_offices import accompanies, is_joint, is_of_state
from palanca.registers.prose_subjects import Completed, complete

_TEXT = "text/plain"
_WRITTEN_AFTER = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A cell to read, at `span` of a row's document, and what the row says beside it.

    `country` is the country of the place: titles that name none ("the Foreign Minister") are of that country.
    `people` are those whose doings the cell tells, and `home` is their country, which is also that of those who
    accompany them. Countries are given with their ISO 3166-1 alpha-3 code.
    """

    document: Document
    span: Span
    language: str | None = None
    time: Time | None = None
    place: Filler | None = None
    country: RowCountry | None = None
    home: RowCountry | None = None
    people: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What was read in a cell; all spans are in the text of the row's document."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()


def tells(prose: Prose) -> bool:
    """Whether a cell may tell anything: one without names or numbers ("working visit.") is not worth a parse."""
    return _tells(complete(prose.span.of(prose.document.text), prose.people))


def read_prose(stretches: Sequence[Prose], reader: TextReader) -> list[Parts]:
    """What each cell says, in the order given. A language that nobody reads gives its sentence and nothing else."""
    completed = [complete(prose.span.of(prose.document.text), prose.people) for prose in stretches]
    told = [(prose, one) for prose, one in zip(stretches, completed, strict=True) if _tells(one)]
    readings = reader.read_all(_document(prose, one) for prose, one in told)
    found = {id(one): _parts(prose, one, reading) for (prose, one), reading in zip(told, readings, strict=True)}
    return [
        found.get(id(one)) or Parts(sentences=(prose.span,)) for prose, one in zip(stretches, completed, strict=True)
    ]


def _tells(completed: Completed) -> bool:
    return any(character.isupper() or character.isdigit() for character in completed.text[1:])


def _document(prose: Prose, completed: Completed) -> Document:
    return Document(
        name=prose.document.name,
        text=completed.text,
        origin=Origin(path=prose.document.name, bytes_sha256="", media_type=_TEXT),
        published=_written(prose),
        language=prose.language,
        register=prose.document.register,
    )


def _written(prose: Prose) -> Time | None:
    """When such a text may have been written: some weeks after what it tells of, so that its dates are past ones."""
    day = (prose.time.last_day or prose.time.first_day) if prose.time else None
    return Time.day(day + _WRITTEN_AFTER) if day and day.year < MAXYEAR else prose.document.published


def _parts(prose: Prose, completed: Completed, reading: Reading | Failure) -> Parts:
    if isinstance(reading, Failure) or reading.skipped:
        return Parts(sentences=(prose.span,))
    return _Return(prose=prose, completed=completed, reading=with_listed(reading)).parts()


@dataclass(slots=True, kw_only=True)
class _Return:
    """Brings one reading back to the words of the row."""

    prose: Prose
    completed: Completed
    reading: Reading

    def parts(self) -> Parts:
        new_ids = self._new_ids()
        entities = [
            self._entity(entity, new_ids[entity.id])
            for entity in self.reading.entities
            if entity.id in new_ids and new_ids[entity.id] not in self._known
        ]
        return Parts(
            entities=tuple(self._with_country(entities, new_ids)),
            mentions=tuple(self._mentions(new_ids)),
            sentences=tuple(filter(None, map(self._span, self.reading.sentences))),
            statements=tuple(self._statements(new_ids)),
        )

    @property
    def _known(self) -> frozenset[EntityId]:
        return frozenset(person.entity for person in self.prose.people if person.entity)

    def _new_ids(self) -> dict[EntityId, EntityId]:
        """The ids in the row: people of the row keep theirs, all others are where they first stand in it."""
        found: dict[EntityId, EntityId] = {}
        for mention in self.reading.mentions:
            person = self.completed.person_at(mention.span)
            span = self._span(mention.span)
            if person is not None and (known := self.prose.people[person].entity):
                found[mention.entity] = known
            elif span and mention.entity not in found:
                found[mention.entity] = entity_id(self.prose.document.id, span)
        return found

    def _entity(self, entity: Entity, identifier: EntityId) -> Entity:
        return replace(entity, id=identifier, document=self.prose.document.id)

    def _with_country(self, entities: Sequence[Entity], new_ids: dict[EntityId, EntityId]) -> Iterator[Entity]:
        """Who holds an office of a country is of that country."""
        codes = {
            new_ids.get(person.entity): country.code
            for statement in self.reading.statements
            if (country := self._country_of(statement))
            for person in statement.fillers(RoleName.PERSON)
            if person.entity
        }
        for entity in entities:
            is_open = entity.country is None and entity.id in codes
            yield replace(entity, country=codes[entity.id]) if is_open else entity

    def _mentions(self, new_ids: dict[EntityId, EntityId]) -> Iterator[Mention]:
        for mention in self.reading.mentions:
            span = self._span(mention.span)
            if span and mention.entity in new_ids and self.completed.person_at(mention.span) is None:
                yield replace(
                    mention, document=self.prose.document.id, span=span, entity=new_ids[mention.entity],
                    text=span.of(self.prose.document.text),
                )  # fmt: skip

    def _statements(self, new_ids: dict[EntityId, EntityId]) -> Iterator[Statement]:
        surroundings = self._surroundings(new_ids)
        for statement in self.reading.statements:
            span = self._span(statement.span)
            if span is None:
                continue
            roles = tuple(replace(role, filler=self._filler(role.filler, new_ids)) for role in statement.roles)
            if country := self._country_of(statement):
                roles = (*roles, Role(name=RoleName.BODY, filler=country.filler))
            place = self._filler(statement.place, new_ids) if statement.place else None
            told = replace(
                statement,
                document=self.prose.document.id,
                span=span,
                roles=roles,
                time=self._time(statement, roles),
                place=place or (self.prose.place if self._is_then_and_there(statement, roles) else None),
                speaker=self._filler(statement.speaker, new_ids) if statement.speaker else None,
            )
            if own := own_claim(told, span.of(self.prose.document.text), surroundings):
                yield own

    def _surroundings(self, new_ids: dict[EntityId, EntityId]) -> RowContext:
        entities = {new_ids[one.id]: one for one in self.reading.entities if one.id in new_ids}
        prose = self.prose
        return RowContext(
            people=prose.people, place=prose.place, country=prose.country, home=prose.home, entities=entities
        )

    def _filler(self, filler: Filler, new_ids: dict[EntityId, EntityId]) -> Filler:
        person = self.completed.person_at(filler.span) if filler.span else None
        if person is not None:
            return self.prose.people[person]
        span = self._span(filler.span) if filler.span else None
        identifier = new_ids.get(filler.entity) if filler.entity else None
        known = next((one for one in self.prose.people if one.entity and one.entity == identifier), None)
        if span is None and known:
            return known
        return Filler(text=filler.text, entity=identifier, span=span)

    def _time(self, statement: Statement, roles: Sequence[Role]) -> Time | None:
        """The time that the cell itself gives, or else that of the row."""
        is_open = statement.time in (None, _written(self.prose))
        if is_open and self.prose.time and (statement.kind is Kind.OFFICE or self._is_then_and_there(statement, roles)):
            return self.prose.time
        return None if is_open and statement.kind is Kind.EVENT else statement.time

    def _is_then_and_there(self, statement: Statement, roles: Sequence[Role]) -> bool:
        """Whether an event is what the row's people did, or a meeting: an invasion that they spoke of was not there."""
        if not isinstance(statement.detail, EventDetail):
            return False
        people = self.prose.people
        is_theirs = not people or any(role.filler in people for role in roles)
        return is_theirs or statement.detail.category is Category.CONSULT

    def _country_of(self, statement: Statement) -> RowCountry | None:
        """The country of an office of state that does not say of which; None for any other statement."""
        detail = statement.detail
        if not isinstance(detail, OfficeDetail) or statement.fillers(RoleName.BODY):
            return None
        countries = {entity.id: entity.country for entity in self.reading.entities}
        people = statement.fillers(RoleName.PERSON)
        told = {countries.get(person.entity) for person in people if person.entity} - {None}
        if told:
            return self.prose.country if self.prose.country and told == {self.prose.country.code} else None
        if not is_of_state(detail.role):
            return None
        text = self.reading.document.text
        before = [text[: person.span.start] for person in people if person.span]
        if any(accompanies(one) for one in before):
            return self.prose.home
        return None if any(is_joint(one) for one in before) or self._is_set_apart(statement) else self.prose.country

    def _is_set_apart(self, statement: Statement) -> bool:
        """Whether of the next one listed it is said that he is of the row's country: "B and Omani Minister C"."""
        country = self.prose.country
        codes = {entity.id: entity.country for entity in self.reading.entities}
        end = max((person.span.end for person in statement.fillers(RoleName.PERSON) if person.span), default=0)
        behind = (
            body
            for other in self.reading.statements
            if isinstance(other.detail, OfficeDetail) and other.span.overlaps(statement.span)
            for body in other.fillers(RoleName.BODY)
            if body.span and body.span.start > end and body.entity
        )
        return country is not None and any(codes.get(body.entity) == country.code for body in behind if body.entity)

    def _span(self, span: Span) -> Span | None:
        """Where these words stand in the row; None for words that were put in."""
        found = self.completed.back(span)
        return Span(self.prose.span.start + found.start, self.prose.span.start + found.end) if found else None
