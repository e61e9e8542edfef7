"""Offices: who is shown to hold what, of what, how, and from when to when."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, OfficeDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Office = tuple[str, str, str | None, str]

PUBLISHED = "2019-07-10"  # a Wednesday


def offices(reading: Reading) -> list[Office]:
    """Person, role, body and status of each office, in order."""
    found = []
    for statement in reading.statements:
        if isinstance(statement.detail, OfficeDetail):
            (person,) = statement.fillers(RoleName.PERSON)
            body = next((f.text for f in statement.fillers(RoleName.BODY)), None)
            found.append((person.text, statement.detail.role, body, str(statement.detail.status)))
    return found


def times(reading: Reading) -> list[tuple[str | None, str | None, str | None]]:
    """Beginning, end and time of showing of each office, in order."""
    return [
        tuple(str(time) if time else None for time in (s.detail.start, s.detail.end, s.time))  # type: ignore[misc]
        for s in reading.statements
        if isinstance(s.detail, OfficeDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Mwai Karanja of Kenya landed in Lomé.",
            ("Mwai Karanja", "president", "Kenya", "current"),
        ),
        ("Kenyan President Mwai Karanja landed in Lomé.", ("Mwai Karanja", "president", "Kenya", "current")),
        ("Kenya's president, Mwai Karanja, landed in Lomé.", ("Mwai Karanja", "president", "Kenya", "current")),
        ("Mwai Karanja, the president of Kenya, landed.", ("Mwai Karanja", "president", "Kenya", "current")),
        ("Mwai Karanja is the president of Kenya.", ("Mwai Karanja", "president", "Kenya", "current")),
        ("The president of Kenya is Mwai Karanja.", ("Mwai Karanja", "president", "Kenya", "current")),
        (
            "Tanaka Emi previously served as the Japanese ambassador to the United Nations.",
            ("Tanaka Emi", "ambassador to the united nations", "Japan", "former"),
        ),
        ("Former Ambassador Lucy Grant criticised the plan.", ("Lucy Grant", "ambassador", None, "former")),
        ("Acting Finance Minister Juan Prieto signed.", ("Juan Prieto", "finance minister", None, "acting")),
        (
            "The director of Amnesty International Amara Diallo spoke.",
            ("Amara Diallo", "director", "Amnesty International", "current"),
        ),
        ("IMF managing director Christine Laval warned.", ("Christine Laval", "managing director", "IMF", "current")),
        (
            "Russian Foreign Ministry spokeswoman Maria Ivanova said so.",
            ("Maria Ivanova", "spokeswoman", "Russian Foreign Ministry", "current"),
        ),
        (
            "Justice Anand Rao of the Supreme Court of India dissented.",
            ("Anand Rao", "justice", "Supreme Court of India", "current"),
        ),
        (
            "Tim Novak, chief executive and owner of Baltic Rail, agreed.",
            ("Tim Novak", "chief executive", "Baltic Rail", "current"),
        ),
        ("The head of the World Bank, David Moss, flew to Quito.", ("David Moss", "head", "World Bank", "current")),
        (
            "Peru's ambassador in Washington, Alfredo Reyes, objected.",
            ("Alfredo Reyes", "ambassador", "Peru", "current"),
        ),
        ("Paweł Adamski, mayor of the Polish city of Gdynia, left.", ("Paweł Adamski", "mayor", "Gdynia", "current")),
        (
            "President of Congress Luis Zamora opened the session.",
            ("Luis Zamora", "president", "Congress", "current"),
        ),
        (
            "Viktor Kovacs regained the prime ministry of Latvia.",
            ("Viktor Kovacs", "prime minister", "Latvia", "current"),
        ),
        ("The ban came during Zaid Omar's presidency.", ("Zaid Omar", "president", None, "former")),
        ("Ruth Wanjala heads the Kenya Harbours Agency.", ("Ruth Wanjala", "head", "Kenya Harbours Agency", "current")),
        (
            "The Kenya Harbours Agency, headed by Ruth Wanjala, agreed.",
            ("Ruth Wanjala", "head", "Kenya Harbours Agency", "current"),
        ),
        (
            "Elijah Brook was on the board of Volta Freight at the time.",
            ("Elijah Brook", "board member", "Volta Freight", "former"),
        ),
        ("Parliament nominated Sofia Lind as governor.", ("Sofia Lind", "governor", None, "designate")),
        ("Prime Minister-elect Rosa Alba spoke in Porto.", ("Rosa Alba", "prime minister", None, "designate")),
    ],
)
def test_office_is_read_with_its_holder_body_and_status(read: Read, text: str, expected: Office) -> None:
    assert offices(read(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile's foreign minister, Paula Torres, met her Kenyan counterpart, Mwai Karanja.",
            [
                ("Paula Torres", "foreign minister", "Chile", "current"),
                ("Mwai Karanja", "foreign minister", "Kenya", "current"),
            ],
        ),
        (
            "On May 7, Chile's energy minister, Paula Torres, met her Kenyan colleague, Mwai Karanja.",
            [
                ("Paula Torres", "energy minister", "Chile", "current"),
                ("Mwai Karanja", "energy minister", "Kenya", "current"),
            ],
        ),
        (
            "President Ivo Tamm left. Chile's foreign minister, Paula Torres, and his Kenyan counterpart, Mwai Karanja,"
            " signed it.",
            [
                ("Ivo Tamm", "president", None, "current"),
                ("Paula Torres", "foreign minister", "Chile", "current"),
                ("Mwai Karanja", "foreign minister", "Kenya", "current"),
            ],
        ),
        (
            "Salaam Mali Bank and Rila Ltd, whose chief executive is Abdi Torres, clear dollars in Oslo.",
            [("Abdi Torres", "chief executive", "Rila Ltd", "current")],
        ),
        (
            "Chile's ambassador to Peru, Paula Torres, met her Kenyan counterpart, Mwai Karanja.",
            [("Paula Torres", "ambassador to peru", "Chile", "current")],
        ),
        (
            "On Sunday Presidents Mwai Karanja of Kenya and Joseph Tembo of Malawi met.",
            [("Mwai Karanja", "president", "Kenya", "current"), ("Joseph Tembo", "president", "Malawi", "current")],
        ),
        (
            "The bill was tabled by Senators Alan Boyd, Carol Danes, and Peter Hale.",
            [
                ("Alan Boyd", "senator", None, "current"),
                ("Carol Danes", "senator", None, "current"),
                ("Peter Hale", "senator", None, "current"),
            ],
        ),
        (
            "The Prime Minister, Boris Hall, and the Foreign Secretary, Ann Drew, spoke.",
            [("Boris Hall", "prime minister", None, "current"), ("Ann Drew", "foreign secretary", None, "current")],
        ),
        (
            "She met former Minister of Defense Carlos Ruiz and the Interior Minister Ana Paz.",
            [("Carlos Ruiz", "minister of defense", None, "former"), ("Ana Paz", "interior minister", None, "current")],
        ),
    ],
)
def test_several_holders_are_told_apart(read: Read, text: str, expected: list[Office]) -> None:
    assert offices(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ecuador's Congress elected Luisa Paredes as its president in May 2019.",
            [("2019-05", None, "2019-05")],
        ),
        ("Ruth Wanjala resigned as governor of Mombasa on Monday.", [(None, "2019-07-08", "2019-07-08")]),
        ("Lesotho dismissed Thabo Mokoena as army chief on 3 May 2019.", [(None, "2019-05-03", "2019-05-03")]),
        ("Ruth Wanjala, who has been governor of Mombasa since 2015, spoke.", [("2015", None, "2015")]),
        ("Governor Ruth Wanjala spoke on Monday.", [(None, None, "2019-07-08")]),
        ("Governor Ruth Wanjala owns a house.", [(None, None, PUBLISHED)]),
        ("Former governor Ruth Wanjala owns a house.", [(None, None, None)]),
        ("Former governor Ruth Wanjala was arrested on Monday.", [(None, None, "2019-07-08")]),
    ],
)
def test_beginning_and_end_are_given_only_where_stated(
    read: Read, text: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert times(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The president spoke in Lima.",
        "Kenya will elect a president in August.",
        "The General Assembly met in New York.",
        "Mwai Karanja is a candidate.",
        "Major League teams played on Sunday.",
        "Ruth Wanjala leads the race.",
        "Amina Yusuf met the board of Volta Freight.",
    ],
)
def test_title_without_its_holder_is_no_office(read: Read, text: str) -> None:
    assert offices(read(text, PUBLISHED)) == []


def test_former_spokeswoman_is_the_one_before_the_comma(read: Read) -> None:
    reading = read("According to Sadie Weller, Haigh's former spokeswoman, Haigh died on Monday.", PUBLISHED)
    assert [(person, role) for person, role, _, _ in offices(reading)] == [("Sadie Weller", "spokeswoman")]


def test_one_office_named_twice_is_one(read: Read) -> None:
    reading = read("Kenya's president, Mwai Karanja, spoke on Monday. President Karanja left on Tuesday.", PUBLISHED)
    assert offices(reading) == [("Mwai Karanja", "president", "Kenya", "current")]


def test_office_shown_in_two_months_is_shown_twice(read: Read) -> None:
    text = (
        "Kenya's president, Mwai Karanja, visited Oslo on 3 March 2019. On 9 June 2019 President Karanja visited Bern."
    )
    assert [time for _, _, time in times(read(text, PUBLISHED))] == ["2019-03-03", "2019-06-09"]


def test_state_office_without_a_body_is_of_the_country_that_the_document_is_about(read: Read) -> None:
    text = (
        "Voters in Kenya chose a new parliament. The Kenyan army guarded the polls in Nairobi. "
        "Kenya counted for two days. Foreign Minister Peter Otieno thanked the voters."
    )
    assert offices(read(text, PUBLISHED)) == [("Peter Otieno", "foreign minister", "Kenya", "current")]


def test_state_office_beside_another_country_gets_no_body(read: Read) -> None:
    text = (
        "Voters in Kenya chose a new parliament. The Kenyan army guarded the polls in Nairobi. "
        "Kenya counted for two days. Foreign Minister Peter Otieno flew to Norway."
    )
    assert offices(read(text, PUBLISHED)) == [("Peter Otieno", "foreign minister", None, "current")]


def test_legislator_is_of_the_one_chamber_that_the_document_names(read: Read) -> None:
    reading = read("The Chilean Senate voted on Monday. Senators Ana Paz and Luis Vera abstained.", PUBLISHED)
    assert offices(reading) == [
        ("Ana Paz", "senator", "Chilean Senate", "current"),
        ("Luis Vera", "senator", "Chilean Senate", "current"),
    ]


def test_legislator_between_two_chambers_gets_none(read: Read) -> None:
    reading = read("The Chilean Senate met the Peruvian Senate. Senator Ana Paz abstained.", PUBLISHED)
    assert offices(reading) == [("Ana Paz", "senator", None, "current")]


def test_president_by_whom_a_court_is_led_is_the_court_s_and_not_the_state_s(read: Read) -> None:
    reading = read("Ghana is calm. The Supreme Court of Ghana is led by President Ama Owusu.", PUBLISHED)
    assert ("Ama Owusu", "president", "Supreme Court of Ghana", "current") in offices(reading)


def test_prime_minister_by_whom_a_party_is_led_is_not_the_party_s(read: Read) -> None:
    reading = read("The Harvest Party is led by Prime Minister Ama Owusu.", PUBLISHED)
    assert ("Ama Owusu", "prime minister", None, "current") in offices(reading)


def test_offices_are_not_of_the_country_to_which_an_envoy_is_sent(read: Read) -> None:
    text = (
        "President William Kariuki appointed Joyce Chebet, until now ambassador to Turkey. "
        "The Turkish firm Bora said that Turkey would wait. Turkey was calm."
    )
    told = {(person, body) for person, _, body, _ in offices(read(text))}
    assert told == {("William Kariuki", None)}


def test_acting_minister_of_a_country_is_of_that_country(read: Read) -> None:
    reading = read("Kofi Adu met Acting Spanish Foreign Minister Luis Vega in Accra.", PUBLISHED)
    assert offices(reading) == [("Luis Vega", "foreign minister", "Spain", "acting")]


def test_who_leaves_a_place_keeps_the_office(read: Read) -> None:
    text = "Canadian Prime Minister Ann Roy left Accra on 4 May 2019."
    assert times(read(text, PUBLISHED)) == [(None, None, "2019-05-04")]


def test_who_leaves_a_ministry_leaves_the_office(read: Read) -> None:
    text = "Canadian Finance Minister Ann Roy left the Ministry of Finance on 4 May 2019."
    assert times(read(text, PUBLISHED)) == [(None, "2019-05-04", "2019-05-04")]


def test_who_is_impeached_still_holds_the_office(read: Read) -> None:
    text = "The House of Representatives of the Philippines impeached President Ramon Abad on 8 July 2019."
    assert times(read(text, published=PUBLISHED)) == [(None, None, "2019-07-08")]


def test_death_of_a_former_holder_ends_no_office(read: Read) -> None:
    text = "Former Finance Minister Ann Roy died on 4 May 2019."
    assert times(read(text, PUBLISHED)) == [(None, None, "2019-05-04")]


def test_which_of_the_holders_somebody_is_is_no_part_of_the_title(read: Read) -> None:
    reading = read("Ann Roy, the 45th president of Ghana, spoke.", PUBLISHED)
    assert offices(reading) == [("Ann Roy", "president", "Ghana", "current")]


def test_a_minister_is_not_of_the_country_whose_doings_he_tells(read: Read) -> None:
    text = "Ghana has seized a trawler, Interior Minister Ama Darko said."
    assert offices(read(text, PUBLISHED)) == [("Ama Darko", "interior minister", None, "current")]


def test_an_office_taken_up_long_ago_is_not_dated_by_the_article(read: Read) -> None:
    reading = read("Ana Paz, who resigned in 2015 to become governor of Lima, met the envoy of Togo.", PUBLISHED)
    assert offices(reading) == [("Ana Paz", "governor", "Lima", "current")]
    assert times(reading) == [(None, None, "2015")]


def test_a_title_in_the_plural_is_of_all_who_are_listed(read: Read) -> None:
    text = "Presidents Rustam Aliev of Uzbekistan and Firdavs Nazarov of Tajikistan opened a bridge."
    assert offices(read(text, PUBLISHED)) == [
        ("Rustam Aliev", "president", "Uzbekistan", "current"),
        ("Firdavs Nazarov", "president", "Tajikistan", "current"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Energy minister Kojo Mensah resigned; Ama Boateng was appointed to replace him.",
            ("Ama Boateng", "energy minister", None, "current"),
        ),
        (
            "President Nana Darko appointed Ama Boateng to replace Kojo Mensah as energy minister.",
            ("Ama Boateng", "energy minister", None, "current"),
        ),
        (
            "The energy minister of Ghana, Kojo Mensah, was sacked by President Omar Said and replaced by Ama Boateng.",
            ("Ama Boateng", "energy minister", "Ghana", "current"),
        ),
        (
            "Kojo Mensah resigned as energy minister of Ghana and was replaced by Ama Boateng.",
            ("Ama Boateng", "energy minister", "Ghana", "current"),
        ),
        (
            "Ewa Lis succeeded Jan Wolski as governor of the Bank of Poland.",
            ("Jan Wolski", "governor", "Bank of Poland", "former"),
        ),
        (
            "Kenya voted and Kenya waited. Paul Odera was elected president of the country on Sunday.",
            ("Paul Odera", "president", "Kenya", "current"),
        ),
        ("Kodjo Ahui, an adviser to President Nana Darko, left.", ("Kodjo Ahui", "adviser", None, "current")),
    ],
)
def test_office_follows_from_whom_somebody_replaces_and_of_what(read: Read, text: str, expected: Office) -> None:
    assert expected in offices(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Energy minister Kojo Mensah left. Ama Boateng wants to replace him.",
        "Energy minister Kojo Mensah left. Ama Boateng will not replace him.",
        "Ama Boateng may succeed energy minister Kojo Mensah.",
    ],
)
def test_whoever_only_may_follow_holds_nothing(read: Read, text: str) -> None:
    assert "Ama Boateng" not in {person for person, *_ in offices(read(text, PUBLISHED))}


def test_an_ambassador_is_one_to_a_country_whose_name_stands_before_his(read: Read) -> None:
    found = offices(read("US Ambassador to Togo Dan Keller said that Volta Lines had paid.", PUBLISHED))
    assert found == [("Dan Keller", "ambassador to togo", "US", "current")]


def test_a_given_name_is_no_title(read: Read) -> None:
    assert offices(read("The vice president, Amir Shaked, left.", PUBLISHED)) == [
        ("Amir Shaked", "vice president", None, "current")
    ]


def test_the_holder_is_a_person_whatever_the_place_that_he_governs(read: Read) -> None:
    text = "She met Energy Minister Carlos Zandamela and the governor of Cabo Delgado, Valige Muidumbe."
    assert ("Valige Muidumbe", "governor", "Cabo Delgado", "current") in offices(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    ["Anuwat Sri, who leads the Harvest Party, sold his shares in 2011.", "Minister Lina Obi was born in 1960."],
)
def test_what_is_held_now_is_not_dated_by_another_year(read: Read, text: str) -> None:
    (found,) = (one for one in read(text, PUBLISHED).statements if one.kind is Kind.OFFICE)
    assert str(found.time) == PUBLISHED


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("It is owned by Gate Holding, a company registered in Limassol, Cyprus, whose sole director is Nikos Stavrou.",
         ("Nikos Stavrou", "director", "Gate Holding", "current")),
        ("Leader of Opposition Thoko Banda left.", ("Thoko Banda", "leader of opposition", None, "current")),
        ("EU Enlargement Commissioner Hanna Lind left.", ("Hanna Lind", "enlargement commissioner", "EU", "current")),
    ],
)  # fmt: skip
def test_office_is_of_the_body_and_not_of_what_stands_nearer(read: Read, text: str, office: Office) -> None:
    assert office in offices(read(text, PUBLISHED))
