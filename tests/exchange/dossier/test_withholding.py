"""What is left of a claim when sources are withheld."""

from dataclasses import replace

import pytest

from palanca.exchange.dossier.content import Entry, Footnote, Section
from palanca.exchange.dossier.withholding import Withheld, documents_named, naming
from palanca.records import (
    Category,
    Claim,
    ClaimId,
    Dispute,
    DisputeKind,
    Document,
    DocumentId,
    EventDetail,
    Evidence,
    Filler,
    Kind,
    Modality,
    Origin,
    Party,
    Role,
    RoleName,
    Span,
    Stance,
    Statement,
    Time,
)
from palanca.records.errors import UnknownDocument
from tests.exchange.dossier.pages import dossier_of

DETAIL = EventDetail(category=Category.CONSULT, mode="meet")


def statement(document: str, *actors: str, time: str | None = None, place: str | None = None) -> Statement:
    return Statement(
        document=DocumentId(document), kind=Kind.EVENT, detail=DETAIL, span=Span(0, 9), reader="toy",
        reader_version="1", time=Time.parse(time) if time else None, place=Filler(text=place) if place else None,
        roles=tuple(Role(name=RoleName.ACTOR, filler=Filler(text=actor)) for actor in actors),
    )  # fmt: skip


OPEN = replace(statement("open", "Ama Owusu", "a visitor", time="2025-03"), modality=Modality.REPORTED)
HIDDEN = statement("hidden", "Ama Owusu", "Rajiv Menon", time="2025-03-04", place="Accra")
KNOWN = {OPEN.id: OPEN, HIDDEN.id: HIDDEN}
ACTORS = tuple(Party(role=RoleName.ACTOR, text=name) for name in ("Ama Owusu", "Rajiv Menon", "a visitor"))
CLAIM = Claim(
    kind=Kind.EVENT, detail=DETAIL, lead=HIDDEN.id, parties=(*ACTORS, Party(role=None, text="Accra")),
    evidence=(
        Evidence(statement=HIDDEN.id, document=HIDDEN.document, stance=Stance.SUPPORTS, voice=0),
        Evidence(statement=OPEN.id, document=OPEN.document, stance=Stance.REPORTS, voice=1),
    ),
    time=Time.parse("2025-03-04"), disputes=(Dispute(kind=DisputeKind.TIME, values=("2025-03-04", "2025-04")),),
)  # fmt: skip


def withheld(*documents: str, claims: dict[ClaimId, Claim] | None = None) -> Withheld:
    return Withheld(
        documents=frozenset(map(DocumentId, documents)), claim_of=(claims or {}).get, identity_of=lambda one: one
    )


def test_a_claim_is_told_as_the_sources_that_may_be_told_have_it() -> None:
    assert withheld("hidden").seen(CLAIM, KNOWN) == replace(
        CLAIM, lead=OPEN.id, evidence=CLAIM.evidence[1:], time=Time.parse("2025-03"), modality=Modality.REPORTED,
        parties=(ACTORS[0], ACTORS[2]), disputes=(Dispute(kind=DisputeKind.TIME, values=()),),
    )  # fmt: skip


def test_a_claim_of_withheld_sources_alone_is_none() -> None:
    assert withheld("hidden", "open").seen(CLAIM, KNOWN) is None


def test_with_nothing_withheld_a_claim_stays_as_it_is() -> None:
    assert withheld().seen(CLAIM, KNOWN) is CLAIM


def test_a_name_from_elsewhere_gives_way_to_that_of_the_sources() -> None:
    claim = replace(CLAIM, lead=OPEN.id, evidence=CLAIM.evidence[1:], parties=ACTORS, disputes=())
    seen = withheld("hidden").seen(claim, KNOWN)
    assert seen
    assert [party.text for party in seen.parties] == ["Ama Owusu", "a visitor"]


@pytest.mark.parametrize(("hidden", "values"), [("hidden", ()), ("other", ("2025-03", "2025-04"))])
def test_sides_are_told_only_where_no_rival_is_withheld(hidden: str, values: tuple[str, ...]) -> None:
    rival = replace(CLAIM, evidence=CLAIM.evidence[:1])
    dispute = Dispute(kind=DisputeKind.HOLDER, values=("2025-03", "2025-04"), rivals=(rival.id,))
    claim = replace(CLAIM, lead=OPEN.id, evidence=CLAIM.evidence[1:], disputes=(dispute,))
    seen = withheld(hidden, claims={rival.id: rival}).seen(claim, KNOWN)
    assert seen
    assert seen.disputes[0].values == values


def document(name: str, **told: str) -> Document:
    origin = Origin(path=name, bytes_sha256="", media_type="text/plain")
    return Document(name=name, text=name, origin=origin, **told)  # type: ignore[arg-type]


DOCUMENTS = [
    document("accra", outlet="Volta Post"),
    document("tema", outlet="Lagos Mirror"),
    document("row", register="r"),
]


@pytest.mark.parametrize(("name", "found"), [("ACCRA", "accra"), ("lagos mirror", "tema"), ("r", "row")])
def test_documents_are_named_by_name_outlet_or_register(name: str, found: str) -> None:
    assert documents_named([name], DOCUMENTS) == {one.id for one in DOCUMENTS if one.name == found}


def test_a_name_that_nothing_bears_is_refused_with_near_ones() -> None:
    with pytest.raises(UnknownDocument, match="did you mean Volta Post"):
        documents_named(["accra", "Volta Pots"], DOCUMENTS)


def test_footnotes_that_name_a_withheld_source_are_found() -> None:
    sentences = ("It stood in the Lagos Mirror.", "Lagos waits.")
    notes = tuple(Footnote(number=at, sentence=one, place="Volta Post") for at, one in enumerate(sentences, start=1))
    assert naming(["lagos mirror"], dossier_of(footnotes=notes)) == (1,)


def test_footnotes_of_a_source_whose_author_or_address_names_a_withheld_one_are_found() -> None:
    notes = tuple(Footnote(number=at, sentence="Lagos waits.", place="Volta Post") for at in (1, 2))
    entry = Entry(text="Volta Post, by the Lagos Mirror", footnotes=(2,))
    dossier = replace(dossier_of(footnotes=notes), sources=Section(title="Sources", entries=(entry,)))
    assert naming(["lagos mirror"], dossier) == (2,)
