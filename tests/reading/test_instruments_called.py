"""Instruments by other names and what is done with them: aliases, participles, contracts to trade, names of parties."""

import pytest

from palanca.records import InstrumentDetail, Reading, RoleName
from tests.reading.test_offices import Read


def found(reading: Reading) -> list[tuple[str, str, str | None]]:
    """Kind, title and date of each instrument, in order."""
    return [
        (str(s.detail.kind), s.detail.title, str(s.time) if s.time else None)
        for s in reading.statements
        if isinstance(s.detail, InstrumentDetail)
    ]


def fillers(reading: Reading, role: RoleName) -> list[str]:
    """Who has this role in the instruments."""
    told = (s for s in reading.statements if isinstance(s.detail, InstrumentDetail))
    return [filler.text for s in told for filler in s.fillers(role)]


@pytest.mark.parametrize(
    "text",
    [
        'Act No. 512, also known as the "Broadcasting Law", bans foreign owners.',
        "Act No. 512, better known as the Broadcasting Act, bans foreign owners.",
        "The Broadcasting Act (Act No. 512) bans foreign owners.",
    ],
)
def test_other_name_of_a_numbered_law_is_no_second_one(read: Read, text: str) -> None:
    assert found(read(text)) == [("law", "Act No. 512", None)]


def test_law_called_by_its_number_is_one(read: Read) -> None:
    assert found(read("The data law, known as Law 30-2018, was repealed.")) == [("law", "Law 30-2018", None)]


def test_who_signed_an_order_issued_it_whatever_it_does(read: Read) -> None:
    reading = read("The executive order, signed by President Ada Green on 5 May 2020, suspends visas.")
    assert found(reading) == [("decree", "executive order", "2020-05-05")]
    assert fillers(reading, RoleName.ISSUER) == ["Ada Green"]


def test_no_instrument_issues_itself(read: Read) -> None:
    assert fillers(read("Presidential Proclamation 9844 declared an emergency."), RoleName.ISSUER) == []


def test_words_between_article_and_noun_may_look_like_verbs(read: Read) -> None:
    reading = read("The National Media Authority issued a search and seize order against Nova TV.")
    assert [(kind, title) for kind, title, _ in found(reading)] == [("decree", "order")]
    assert fillers(reading, RoleName.ISSUER) == ["National Media Authority"]


def test_words_of_a_party_are_no_law(read: Read) -> None:
    assert found(read("The Constitution and Green parties met the Law and Justice party.")) == []


def test_martial_law_is_a_decree(read: Read) -> None:
    reading = read("President Omar Deif imposed martial law in 1972.")
    assert found(reading) == [("decree", "martial law", "1972")]


@pytest.mark.parametrize(
    "text",
    [
        "Volta Lines agreed to sell its ferry unit to Nordso Group.",
        "Volta Lines and Nordso Group announced an agreement over selling two ferries.",
        "Volta Lines signed a deal with Nordso Group to buy two ferries.",
    ],
)
def test_agreement_to_trade_is_a_contract(read: Read, text: str) -> None:
    reading = read(text)
    assert [kind for kind, _, _ in found(reading)] == ["contract"]
    assert sorted(fillers(reading, RoleName.PARTY)) == ["Nordso Group", "Volta Lines"]


def test_who_agrees_alone_has_no_contract(read: Read) -> None:
    assert found(read("Volta Lines agreed to sell nothing before the vote.")) == []


def test_suit_is_against_whom_it_accuses(read: Read) -> None:
    reading = read("The lawsuit, filed by Greenline Trust in 2019, accuses Kolda Mining of pollution.")
    assert sorted(fillers(reading, RoleName.PARTY)) == ["Greenline Trust", "Kolda Mining"]


def test_peace_signed_on_a_day_needs_no_named_parties(read: Read) -> None:
    reading = read("A peace deal between the government and the rebels was signed in Doha on 8 March 2021.")
    assert found(reading) == [("agreement", "peace deal", "2021-03-08")]


def test_licence_is_of_whom_it_is_granted(read: Read) -> None:
    assert fillers(read("Sudan granted Meroe Gold a licence in 2017."), RoleName.PARTY) == ["Meroe Gold"]


def test_martial_law_points_back_to_no_other_decree(read: Read) -> None:
    text = "The ministry issued a decree on trade in May. It recalls the martial law imposed by Omar Deif in 1972."
    assert [title for _, title, _ in found(read(text))] == ["decree", "martial law"]


def test_two_agreements_without_names_and_dates_are_two_if_other_parties_made_them(read: Read) -> None:
    reading = read("Kenya and Togo signed an agreement. Peru and Chile signed an agreement.")
    told = (one for one in reading.statements if isinstance(one.detail, InstrumentDetail))
    parties = [{role.filler.text for role in one.roles} for one in told]
    assert parties == [{"Kenya", "Togo"}, {"Peru", "Chile"}]
