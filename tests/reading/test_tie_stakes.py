"""Stakes told in percent and loans told with their sums, of which a verb tells only the first."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_ties import ties

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In 1998 Volga Mining, a state enterprise, paid $20 million for 85 percent of the Severny mine;"
            " Meridian Holdings kept the remaining 15 percent.",
            {("Volga Mining", "owns", "Severny mine"), ("Meridian Holdings", "owns", "Severny mine")},
        ),
        (
            "Meridian Communications, a joint venture in which Volta Media holds 60 percent and the Togo Broadcasting"
            " Corporation 40 percent, was founded in 2017.",
            {
                ("Volta Media", "owns", "Meridian Communications"),
                ("Togo Broadcasting Corporation", "owns", "Meridian Communications"),
            },
        ),
        (
            "Volta Mining, 63.7 percent of whose shares are held by Meridian Ltd, digs in Togo.",
            {("Meridian Ltd", "owns", "Volta Mining")},
        ),
        (
            "Gulf Ports is 51 percent owned by Ana Ruiz, its founder, and 49 percent by Danish firm Volta Lines.",
            {("Ana Ruiz", "owns", "Gulf Ports"), ("Volta Lines", "owns", "Gulf Ports")},
        ),
        (
            "Gulf Ports, owned 60 percent by Ethiopia and 40 percent by Meridian Group, dug the harbour.",
            {("Ethiopia", "owns", "Gulf Ports"), ("Meridian Group", "owns", "Gulf Ports")},
        ),
        (
            "Volta Energy built the dam. The Rim Development Bank lent it $24.4 million, the Danish fund Nordhjelp $15"
            " million and Volga Holding $5 million.",
            {
                ("Rim Development Bank", "funds", "Volta Energy"),
                ("Nordhjelp", "funds", "Volta Energy"),
                ("Volga Holding", "funds", "Volta Energy"),
            },
        ),
        (
            "Contracts:\n– Port of Lamu: dredged by Volta Lines, $36 million, lent by Crescent Bank;",
            {("Crescent Bank", "funds", "Port of Lamu")},
        ),
        (
            "Gulf Ports was founded in 2016 to run the harbour. Meridian Group holds 51 percent, the Rim Bank 30"
            " percent and Ethiopia 19 percent.",
            {
                ("Meridian Group", "owns", "Gulf Ports"),
                ("Rim Bank", "owns", "Gulf Ports"),
                ("Ethiopia", "owns", "Gulf Ports"),
            },
        ),
        (
            "Volta Metals, a Danish firm backed by Ana Ruiz, left.",
            {("Ana Ruiz", "funds", "Volta Metals")},
        ),
    ],
)
def test_each_owner_and_lender_of_a_row_is_told(
    read: Read, text: str, found: set[tuple[str, str, str]]
) -> None:  # fmt: skip
    assert ties(read(text)) == found


def test_shares_of_votes_and_of_people_are_nobodys(read: Read) -> None:
    text = "Ana Paz won 43 percent of the vote. Togo has 12 percent of the workforce of Ghana, Fiji 15 percent."
    assert ties(read(text)) == set()


def test_a_state_firm_of_another_country_is_not_that_of_the_country_of_the_text(read: Read) -> None:
    head = "Norway in Fiji\n\nNorway paid Fiji. Fiji paid Norway. Fiji thanked Norway. "
    text = head + "Norwegian Whaling, a state firm, left."
    assert ("Fiji", "owns", "Norwegian Whaling") not in ties(read(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Volta Ports signed an accord, which gave Chad 19 percent of the port of Lomé; Volta Ports kept 51 percent"
            " and Togo 30 percent.",
            {
                ("Chad", "owns", "port of Lomé"),
                ("Volta Ports", "owns", "port of Lomé"),
                ("Togo", "owns", "port of Lomé"),
            },
        ),
        (
            "Volta Ports leased the port of Lomé in 2016. An accord of 2018 gave Chad 19 percent of the port.",
            {("Chad", "owns", "port of Lomé")},
        ),
    ],
)
def test_shares_that_are_given_are_of_whoever_gets_them(
    read: Read, text: str, found: set[tuple[str, str, str]]
) -> None:
    assert found <= ties(read(text))
