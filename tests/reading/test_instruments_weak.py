"""Instruments by nouns that mean much else, by numbers of letters and digits, and by the names of programmes."""

from collections.abc import Callable

import pytest

from palanca.records import InstrumentDetail, Reading

type Read = Callable[..., Reading]
type Found = tuple[str, str, str | None]


def instruments(reading: Reading) -> list[Found]:
    details = [s.detail for s in reading.statements if isinstance(s.detail, InstrumentDetail)]
    return [(d.kind.value, d.title or "", d.number) for d in details]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volta Gold holds a mining licence for the ridge.", ("concession", "mining licence", None)),
        ("Volta Gold has got export permits for tin.", ("concession", "export permits", None)),
        ("The regulator revoked the broadcaster's licence.", ("concession", "licence", None)),
        ("Volta Gold holds prospecting licence PL 7731.", ("concession", "prospecting licence PL 7731", "PL 7731")),
        ("The African Development Bank granted Niger a loan of $7 million.", ("contract", "loan", None)),
        ("Volta Lines won the tender for the ferry.", ("contract", "tender", None)),
        ("Volta Lines signed an addendum in Lomé.", ("contract", "addendum", None)),
        ("The city reopened Tender RFP-014-2021 for buses.", ("contract", "Tender RFP-014-2021", "RFP-014-2021")),
        ("She lodged a petition at the High Court against the count.", ("lawsuit", "petition", None)),
        ("Herders filed a class action against Volta Gold.", ("lawsuit", "class action", None)),
        ("The dispute, ICSID Case No. ARB/09/55, was settled.", ("lawsuit", "Case No. ARB/09/55", "ARB/09/55")),
        ("The suit, No. 3:18-cv-00417, was filed in Boston.", ("lawsuit", "suit No. 3:18-cv-00417", "3:18-cv-00417")),
        ("The guerrillas and the army signed a peace deal in Oslo.", ("agreement", "peace deal", None)),
        ("Senators approved Bill S-17.", ("law", "Bill S-17", "S-17")),
        ("Fiji passed the Reefs Act, No. 9 of 2015, at last.", ("law", "Reefs Act", "9 of 2015")),
        ("Volta Gold breached Regulation (EC) 1907/2006.", ("decree", "Regulation (EC) 1907/2006", "1907/2006")),
        (
            "The court annulled Gazette Extraordinary No. 1907/22.",
            ("decree", "Gazette Extraordinary No. 1907/22", "1907/22"),
        ),
        (
            "She urged the clans to honour the Bangui peace agreement.",
            ("agreement", "Bangui peace agreement", None),
        ),
        ("Fiji adopted the National Reef Plan in 2015.", ("policy", "National Reef Plan", None)),
    ],
)
def test_weak_nouns_tell_of_an_instrument_by_the_words_around(read: Read, text: str, expected: Found) -> None:
    assert instruments(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La naviera ganó la licitación del puerto.", []),
        ("Naviera Lobos ganó la licitación del puerto.", [("contract", "licitación", None)]),
        ("La Adenda N.º 3 amplió el plazo.", [("contract", "Adenda N.º 3", "3")]),
        (
            "Anularon la Licitación Pública LP-011-2020.",
            [("contract", "Licitación Pública LP-011-2020", "LP-011-2020")],
        ),
        ("Naviera Lobos tiene la licencia PL 7731.", [("concession", "licencia PL 7731", "PL 7731")]),
        ("La junta dictó el Decreto-Ley 9 de 1973.", [("decree", "Decreto-Ley 9", "9")]),
        ("El Gobierno aprobó el Plan Nacional de Aguas.", [("policy", "Plan Nacional de Aguas", None)]),
    ],
)
def test_weak_nouns_of_spanish(read: Read, text: str, expected: list[Found]) -> None:
    assert instruments(read(text, None, "es")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He lost his driving licence.",
        "She took a loan from her aunt.",
        "The judge heard Case 4 on Monday.",
        "A petition with 300 names was handed over.",
    ],
)
def test_weak_nouns_of_everyday_life_tell_none(read: Read, text: str) -> None:
    assert instruments(read(text)) == []


def test_codes_of_criminal_law_are_laws(read: Read) -> None:
    reading = read("Fue acusado según el artículo 12 del Código Penal.", None, "es")
    assert [entity.schema.value for entity in reading.entities] == ["Law"]


def test_a_concession_is_granted_to_its_holder(read: Read) -> None:
    reading = read(
        "The ministry issued Decree No. 31, granting a 20-year concession over the Ridge deposit to Volta Gold."
    )
    (found,) = [s for s in reading.statements if isinstance(s.detail, InstrumentDetail) and s.detail.number is None]
    assert [(role.name.value, role.filler.text) for role in found.roles] == [("party", "Volta Gold")]
