"""What one document shows of one thing: all that identity is judged by."""

from dataclasses import dataclass

from palanca.records import DocumentId, EntityId, Schema
from palanca.records.entity import BODIES

"""A reader may call the same body company, organisation or public body: the sort is not part of its identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeShown:
    """An office that a person is shown to hold: role as read, the folded name of its body, the country of it.

    `first_year` and `last_year` bound the years in which the text shows it held; None where it gives none.
    """

    role: str
    body: str = ""
    country: str | None = None
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One entity of one document with what the document shows of it.

    `names` are the caption and every other name, the caption first. `country` is the ISO 3166-1 alpha-3 code of the
    country it is or belongs to, as its own words or an office tell. `companions` are folded names of those it stands
    with in statements. `identifiers` are sorted; `lister` is as in `Entity`.
    """

    entity: EntityId
    document: DocumentId
    schema: Schema
    names: tuple[str, ...]
    country: str | None = None
    offices: tuple[OfficeShown, ...] = ()
    companions: frozenset[str] = frozenset()
    identifiers: tuple[str, ...] = ()
    lister: str | None = None

    @property
    def caption(self) -> str:
        """The name that the document itself puts first."""
        return self.names[0]

    @property
    def listed_by(self) -> str | None:
        """The register that lists it by its name alone, so that the name stands for it there; with an identifier the
        identifier does.
        """
        return None if self.identifiers else self.lister

    @property
    def is_person(self) -> bool:
        """Whether it is compared as a person."""
        return self.schema is Schema.PERSON

    @property
    def is_body(self) -> bool:
        """Whether it is compared as a body."""
        return self.schema in BODIES
