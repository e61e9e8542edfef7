"""Offices that name no body: whose they are, and what is none; and one office told in the headline and below it."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, OfficeDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Office = tuple[str, str, str | None]


def offices(reading: Reading) -> list[Office]:
    """Person, role and body of each office, in order."""
    found = []
    for statement in reading.statements:
        if isinstance(statement.detail, OfficeDetail):
            (person,) = statement.fillers(RoleName.PERSON)
            body = next((f.text for f in statement.fillers(RoleName.BODY)), None)
            found.append((person.text, statement.detail.role, body))
    return found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("In the US state of Oregon, Governor Ann Lee signed the bill.", ("Ann Lee", "governor", "Oregon")),
        ("In Gdynia, Mayor Ewa Nowak opened the port.", ("Ewa Nowak", "mayor", "Gdynia")),
        (
            "Oregon passed a bill. State representative Jo Park wrote it. Oregon has one chamber.",
            ("Jo Park", "state representative", "Oregon"),
        ),
        (
            "The Legislative Council of Tarawa met. Council President Ann Lee closed it.",
            ("Ann Lee", "council president", "Legislative Council of Tarawa"),
        ),
        (
            "The Kenyan Parliament met on Monday. Lawmaker Ann Otieno spoke.",
            ("Ann Otieno", "lawmaker", "Kenyan Parliament"),
        ),
        (
            "Ghanaian President Kofi Adu rested. Adu's spokeswoman, Ama Boateng, told reporters so.",
            ("Ama Boateng", "spokeswoman", "Ghana"),
        ),
        (
            "The United States voted. U.S. towns left. The U.S. paid. The U.S. lost. Commerce Secretary Ann Lee left.",
            ("Ann Lee", "commerce secretary", "United States"),
        ),
    ],
)
def test_office_without_a_body_is_of_what_the_text_tells(read: Read, text: str, office: Office) -> None:
    assert office in offices(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru is poor. Peru voted. Ana Ruiz lost in Peru. She was a dictator.",
        "Professor Ana Ruiz found fossils in Kenya.",
    ],
)
def test_mere_description_is_no_office(read: Read, text: str) -> None:
    assert offices(read(text)) == []


def test_title_of_courtesy_is_no_second_office(read: Read) -> None:
    text = "Ana Ruiz is a former Peruvian ambassador to Chile. Ambassador Ruiz disagreed."
    assert offices(read(text)) == [("Ana Ruiz", "ambassador to chile", "Peru")]


def test_office_of_the_headline_is_shown_where_the_text_tells_it(read: Read) -> None:
    text = "Tongan Prime Minister Sione Vea dies\n\nSione Vea, the prime minister of Tonga, died on Monday."
    (office,) = [s for s in read(text).statements if s.kind is Kind.OFFICE]
    assert office.span.start == text.index("Sione Vea, ")


def test_adviser_of_a_president_is_not_the_president(read: Read) -> None:
    found = offices(read("A former adviser for Chadian President Omar Haddad was sentenced."))
    assert found == [("Omar Haddad", "president", "Chad")]


def test_office_is_not_of_the_party_of_its_holder(read: Read) -> None:
    assert offices(read("Republican Dan Lund, the current governor, left."))[0][2] is None


def test_emeritus_behind_a_title_is_told_of_its_holder(read: Read) -> None:
    assert offices(read("Bishop Emeritus Dinualdo Vega of Marbel died."))[0][:2] == ("Dinualdo Vega", "bishop")


def test_member_of_a_party_holds_no_office(read: Read) -> None:
    assert offices(read("Ana Ruiz, a member of the Labour Party, spoke.")) == []


def test_governors_of_one_text_are_of_one_place(read: Read) -> None:
    text = "Governor Jan Berg of Samoa left. Governor Ana Ruiz follows."
    assert offices(read(text)) == [("Jan Berg", "governor", "Samoa"), ("Ana Ruiz", "governor", "Samoa")]


def test_second_title_behind_as_is_held_too(read: Read) -> None:
    found = offices(read("Ana Ruiz had served as mayor of Tulsa and governor of Oklahoma."))
    assert found == [("Ana Ruiz", "mayor", "Tulsa"), ("Ana Ruiz", "governor", "Oklahoma")]


def test_office_told_anew_below_the_headline_is_of_the_body_told_there(read: Read) -> None:
    text = "Former U.S. agent Jo Park dies\n\nFormer Central Intelligence Agency agent Jo Park died on Saturday."
    assert offices(read(text)) == [("Jo Park", "agent", "Central Intelligence Agency")]


def test_chairman_of_a_committee_is_not_his_partys(read: Read) -> None:
    assert offices(read("Democratic committee chairman Jo Park spoke.")) == [("Jo Park", "committee chairman", None)]


def test_verb_beside_a_title_makes_no_second_office(read: Read) -> None:
    found = offices(read("As Attorney General, Ana Ruiz leads the Department of Justice."))
    assert found == [("Ana Ruiz", "attorney general", "Department of Justice")]


def test_name_behind_a_second_description_holds_the_title(read: Read) -> None:
    found = offices(read("Retired customs agent and smuggling specialist Ali Sarif spoke."))
    assert found == [("Ali Sarif", "customs agent", None)]


def test_secretaries_of_one_text_are_of_one_state(read: Read) -> None:
    text = "US Secretary of State Jo Park wrote to Ann Lee, the secretary of transportation, about Cuba and Togo."
    assert ("Ann Lee", "secretary of transportation", "US") in offices(read(text))


def test_country_that_a_title_begins_with_has_the_office(read: Read) -> None:
    text = "She lives in the United States. United States Attorney Jane Roe charged three bankers."
    assert offices(read(text)) == [("Jane Roe", "united states attorney", "United States")]


def test_an_ambassador_who_tells_of_another_state_is_not_of_the_one_before(read: Read) -> None:
    text = (
        "The Turkish ambassador, Mehmet Aydin, visited Lima. "
        "Japan offered 80 million dollars, ambassador Susan Clarke said."
    )
    assert ("Susan Clarke", "ambassador", None) in offices(read(text))
