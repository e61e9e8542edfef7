"""The parts of a dossier, and which claims stand in which."""

from dataclasses import dataclass
from enum import StrEnum

from palanca.records import TOLD_AS_SO, Claim, Kind, Modality


class Heading(StrEnum):
    """The sections of claims in order, by the last part of the key of their titles."""

    OFFICES = "offices"
    CONTACTS = "contacts"
    INSTRUMENTS = "instruments"
    TIES = "ties"
    MONEY = "money"
    QUOTATIONS = "quotations"
    NOT_DONE = "not_done"
    DISPUTES = "disputes"
    REGISTERS = "registers"


_OF_KIND = {
    Kind.OFFICE: Heading.OFFICES, Kind.EVENT: Heading.CONTACTS, Kind.INSTRUMENT: Heading.INSTRUMENTS,
    Kind.TIE: Heading.TIES, Kind.QUANTITY: Heading.MONEY, Kind.QUOTATION: Heading.QUOTATIONS,
}  # fmt: skip
KIND_OF = {heading: kind for kind, heading in _OF_KIND.items()}


def heading_of(claim: Claim) -> Heading:
    """Where a claim stands. Raises KeyError for a kind that dossiers leave out, an anomaly."""
    return heading_of_sort(claim.kind, claim.modality)


def heading_of_sort(kind: Kind, modality: Modality) -> Heading:
    """Where all claims of a kind stand that are so put; the same as `heading_of`."""
    return _OF_KIND[kind] if modality in TOLD_AS_SO else Heading.NOT_DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The claims that are to be listed under a heading, in order, and how many there are with those that are not."""

    heading: Heading
    claims: tuple[Claim, ...]
    total: int
