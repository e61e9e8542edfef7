"""Of which country an office is that names none: of the host's, or of the one from which the text is sent."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Ghana and Norway trade fish. Ama Owusu of Ghana flew to Oslo in May for talks with Prime Minister Kari Ruud.",
         {"Kari Ruud": "Norway"}),
        ("Ghana and Norway trade fish. Ama Owusu of Ghana was received in Oslo by Foreign Minister Kari Ruud.",
         {"Kari Ruud": "Norway"}),
        ("Ghana and Norway trade fish. Ama Owusu of Ghana flew to Oslo for talks with Foreign Minister Kari Ruud.",
         {"Kari Ruud": None}),
        ("Ghana and Norway trade. Ama Owusu of Ghana visited Oslo together with President Kofi Addo and met traders.",
         {"Kofi Addo": None}),
        ("Ghana and Norway trade fish. Ama Owusu of Ghana flew to Oslo to meet the Danish prime minister, Ulla Holm.",
         {"Ulla Holm": "Denmark"}),
        ("VILNIUS — Lithuania voted. Vilnius paid. President Rasa Vaitis hosted Poland's foreign minister, Ewa Lis.",
         {"Rasa Vaitis": "Lithuania", "Ewa Lis": "Poland"}),
        ("VILNIUS: Lithuania voted. Vilnius paid. Deputy Foreign Minister Jonas Rimkus spoke of Polish coal.",
         {"Jonas Rimkus": "Lithuania"}),
        ("ISLAMABAD: Pakistan waited. Pakistan voted. Prime Minister Asif Durrani cut short a trip to Davos.",
         {"Asif Durrani": "Pakistan"}),
        ("QUITO – Israeli firm Negev Arms paid. Negev Arms sold drones. Negev Arms left. Ecuador waits, Quito too."
         " The ombudsman, Tito Paz, spoke.", {"Tito Paz": "Ecuador"}),
        ("Panama recalls envoy\n\nPANAMA CITY, 3 May 2024 - Foreign Minister Lucia Arango recalled the ambassador in"
         " Managua, Ruben Icaza.", {"Lucia Arango": "Panama", "Ruben Icaza": None}),
        ("WASHINGTON, 3 May 2024 - The United States waits. Washington paid. Energy Minister Hugo Paz came in May.",
         {"Hugo Paz": None}),
        ("ACCRA, 3 May 2024 – Ghana sold a mine. Chad, Qatar and Chile bid for it. Energy Minister Ama Owusu spoke.",
         {"Ama Owusu": "Ghana"}),
        ("Kenya voted. Kenya paid. Kenya and Chad signed; Qatar, Oman, Kenya did not. Energy Minister Ama Odera spoke.",
         {"Ama Odera": "Kenya"}),
        ("ACCRA, 3 May 2024 – Norway lent Ghana a ship. Ghana thanked it. Ghana will pay. President Kofi Addo spoke.",
         {"Kofi Addo": "Ghana"}),
        ("ACCRA, 3 May 2024 – Ghana pays. Ghana waits. Ghana's president, Kofi Addo, met Danish minister Ulla Holm."
         " She brought a letter from Prime Minister Lars Bech and one from President Nils Dam.",
         {"Kofi Addo": "Ghana", "Lars Bech": "Ghana", "Nils Dam": None}),
        ("ACCRA, 3 May 2024 – Ghana pays. Ghana waits. In March 2009 President Ama Owusu of Ghana sold a mine."
         " President Kofi Addo wants it back.", {"Kofi Addo": "Ghana"}),
    ],
)  # fmt: skip
def test_office_that_names_no_country_is_of_the_host_or_of_where_the_text_is_sent_from(
    read: Read, text: str, bodies: dict[str, str | None]
) -> None:
    told = [one for one in read(text, "2024-05-03").statements if one.kind is Kind.OFFICE]
    found = {
        one.fillers(RoleName.PERSON)[0].text: next((b.text for b in one.fillers(RoleName.BODY)), None) for one in told
    }
    assert {person: found[person] for person in bodies} == bodies


_SET_IN_FIJI = (
    "A Hundred Years of Norway in Fiji\n\nNorway came to Fiji for whales. Norway and Fiji signed a pact in 1961."
    " Fiji sold Norway land; Norway paid. "
)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("In 1974 Finance Minister Ratu Vosa apologised to Norway.", "Fiji"),
        ("A second pact was signed in 1981 under President Ratu Vosa.", "Fiji"),
        ("In 1982 President Ratu Vosa sent soldiers abroad.", None),
        ("In 1982 Foreign Minister Ratu Vosa came to Suva.", None),
        ("In Norway, Finance Minister Ratu Vosa waited.", None),
        ("In 1982 Defence Secretary Ratu Vosa waited.", None),
        ("Ambassador Ratu Vosa left in 1983. Norway's ambassador from 1984 to 1986 was Kari Ruud.", "Norway"),
    ],
)
def test_of_two_countries_offices_are_of_the_one_in_which_the_heading_sets_the_text(
    read: Read, sentence: str, body: str | None
) -> None:
    told = [one for one in read(_SET_IN_FIJI + sentence, "2024-05-03").statements if one.kind is Kind.OFFICE]
    vosa = next(one for one in told if one.fillers(RoleName.PERSON)[0].text == "Ratu Vosa")
    assert next((b.text for b in vosa.fillers(RoleName.BODY)), None) == body
