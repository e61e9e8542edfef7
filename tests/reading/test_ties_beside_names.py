"""Ties that words right beside a name tell: jobs, chains and channels, nominees, party letters, seats of firms."""

import pytest

from tests.reading.test_ties import Read, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBC anchor Rosa Pardo spoke.", ("Rosa Pardo", "employee_of", "BBC")),
        ("Leiden University economist Carl Brandt agreed.", ("Carl Brandt", "employee_of", "Leiden University")),
        ("Volta Group will close its Prisma chain in Chile.", ("Volta Group", "owns", "Prisma")),
        ("In 2018 Volta Group sold its Baltic chain Senukai.", ("Volta Group", "owns", "Senukai")),
        ("The Green Party ticket of Bo Lin for mayor won.", ("Bo Lin", "member_of", "Green Party")),
        ("In Ana Sá's campaign for the Labour Party nomination she lost.", ("Ana Sá", "member_of", "Labour Party")),
        ("Bertha Ruiz served in the National Resistance.", ("Bertha Ruiz", "member_of", "National Resistance")),
        (
            "Ivo Sá served in the FSLN, the movement that came to rule.",
            ("Ivo Sá", "member_of", "FSLN"),
        ),
        ("Senator Dan Price, D-Maine, voted no.", ("Dan Price", "member_of", "Democratic Party")),
        (
            "Chad-backed militia Kataib Nur and others fired.",
            ("Kataib Nur", "client_of", "Chad"),
        ),
    ],
)
def test_words_beside_a_name(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert ties(read(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali Kaya worked for the state broadcaster TRT before the war.", ("Ali Kaya", "employee_of", "TRT")),
        ("The deal handed control of Sonec Bank to Kolda Group.", ("Kolda Group", "controls", "Sonec Bank")),
        ("The deal gives Kolda Group control of Sonec Bank.", ("Kolda Group", "controls", "Sonec Bank")),
        ("Bo Lin is the nominee of the Socialist Party Chile.", ("Bo Lin", "member_of", "Socialist Party Chile")),
        (
            "The Green Party, which won a seat with the ticket of Bo Lin for mayor, met.",
            ("Bo Lin", "member_of", "Green Party"),
        ),
        (
            "The Socialist Party of Utah vice presidential nominee Ana Walsh spoke.",
            ("Ana Walsh", "member_of", "Socialist Party of Utah"),
        ),
    ],
)
def test_words_between_names(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(read(text))


def test_all_whom_a_party_puts_up_are_its_members(read: Read) -> None:
    text = "The Radical Party nominated Elena Duarte for president and Jorge Ibáñez for vice president."
    assert ties(read(text)) == {
        ("Elena Duarte", "member_of", "Radical Party"),
        ("Jorge Ibáñez", "member_of", "Radical Party"),
    }


def test_nominee_of_a_party_is_no_member_of_the_university_where_he_works(read: Read) -> None:
    text = "Leiden University psychologist Eva Smit, the Radical Party's nominee for mayor, lost."
    assert sorted(ties(read(text))) == [
        ("Eva Smit", "employee_of", "Leiden University"),
        ("Eva Smit", "member_of", "Radical Party"),
    ]


def test_each_firm_has_the_seat_before_it(read: Read) -> None:
    text = "Peru-based brewer Marlow and Chile-based shipper Salby Group shared a stand."
    assert ties(read(text)) == {
        ("Marlow", "located_in", "Peru"),
        ("Salby Group", "located_in", "Chile"),
    }


def test_what_a_region_comprises_is_no_part_of_the_firm(read: Read) -> None:
    text = "Marlow Stores runs its shops from the Nordic region, comprising Norway and Sweden."
    assert ties(read(text)) == set()


def test_son_of_a_first_lady_is_not_her_husband(read: Read) -> None:
    assert "spouse" not in [kind for _, kind, _ in ties(read("First lady Asma Karimi and her son Timur attended."))]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's channel Nova 24 closed.",  # where it broadcasts
        "Ana Ruiz praised her newspaper, the Daily Star.",  # where she works, or what she reads
        "The Green Party nominated Lomé for the congress.",
    ],
)
def test_what_is_nobodys(read: Read, text: str) -> None:
    assert ties(read(text)) == set()
