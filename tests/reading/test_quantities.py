"""Quantities: amounts of money, shares, measures and counts, and the numbers that are none."""

from collections.abc import Callable

import pytest

from palanca.records import QuantityDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Amount = tuple[float, str] | tuple[float, str, float]

PUBLISHED = "2023-06-14"


def amounts(reading: Reading) -> list[Amount]:
    """Value, unit and the upper end of a range, in order."""
    details = [s.detail for s in reading.statements if isinstance(s.detail, QuantityDetail)]
    return [(d.value, d.unit) if d.value_max is None else (d.value, d.unit, d.value_max) for d in details]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India lent Ghana $200 million.", (200_000_000, "USD")),
        ("A quarter million farmers marched.", (250_000, "farmers")),
        ("The bank has between three and four billion euros.", (3_000_000_000, "EUR", 4_000_000_000)),
        ("The gang took 450 bitcoin.", (450, "BTC")),
        ("The dam is three or four metres high.", (3, "metre", 4)),
        ("The beam is one and two thirds metres long.", (1.666667, "metre")),
        ("The mast is 320 m tall.", (320, "metre")),
        ("The train was doing 120 kilometers per hour.", (120, "km/h")),
        ("Gusts of 75 miles an hour hit Perth.", (75, "mph")),
        ("Around 78 co-defendants were tried.", (78, "defendants")),
        ("The 452  regional seats were filled.", (452, "seats")),
        ("The tug had a crew of 22.", (22, "people")),
        ("A crowd of about 10,000 marched in Tbilisi.", (10_000, "people")),
        ("Some 2,300 of the Presidential Guard were sent to Bouaké.", (2300, "people")),
        ("The death toll from the quake rose to 214.", (214, "people")),
        ("The number of displaced families reached 3,400.", (3400, "families")),
        ("The number of cases in the delta has climbed from 40 to 95.", (95, "cases")),
        ("Two German police officers died.", (2, "police officers")),
        ("About 1.2 million Syrians had fled.", (1_200_000, "people")),
        ("India lent Ghana US$1.5 billion.", (1_500_000_000, "USD")),
        ("The bridge cost €40m.", (40_000_000, "EUR")),
        ("The bridge cost 12 million euros.", (12_000_000, "EUR")),
        ("It paid £3,250,000 for the house.", (3_250_000, "GBP")),
        ("The loan is worth 90 billion yen.", (90_000_000_000, "JPY")),
        ("The fine was 5 million Chilean pesos.", (5_000_000, "CLP")),
        ("The fine was 5 million Philippine pesos.", (5_000_000, "PHP")),
        ("Chile paid 5 million pesos to a firm from Peru.", (5_000_000, "CLP")),
        ("A firm in Karachi, Pakistan, paid 5 million rupees.", (5_000_000, "PKR")),
        ("Chile paid 5 million dollars to a firm in Canada.", (5_000_000, "USD")),
        ("The road cost 300 million Kenyan shillings.", (300_000_000, "KES")),
        ("The stamp cost 75 cents.", (0.75, "USD")),
        ("The stamp cost 60 pence.", (0.6, "GBP")),
        ("The road cost 300 million Tanzanian shillings.", (300_000_000, "TZS")),
        ("India lent Ghana half a billion dollars.", (500_000_000, "USD")),
        ("India lent Ghana two million five hundred thousand dollars.", (2_500_000, "USD")),
        ("India lent Ghana a million and a half dollars.", (1_500_000, "USD")),
        ("Exports fell by 12 percent.", (12, "percent")),
        ("Exports fell by 12.5%.", (12.5, "percent")),
        ("Exports fell by twelve per cent.", (12, "percent")),
        ("About 16–17 percent of trade is local.", (16, "percent", 17)),
        ("Between 5 and 7 percent of trade is local.", (5, "percent", 7)),
        ("The army sent 3,000 soldiers.", (3000, "soldiers")),
        ("The army sent three thousand soldiers.", (3000, "soldiers")),
        ("The army sent two dozen trucks.", (24, "trucks")),
        ("Some 40 people were hurt in Dhaka.", (40, "people")),
        ("The navy bought four frigates.", (4, "frigates")),
        ("The navy bought 2-4 frigates.", (2, "frigates", 4)),
        ("The flood displaced 2.5 million people.", (2_500_000, "people")),
        ("The flood displaced three-and-a-half million people.", (3_500_000, "people")),
        ("The plant makes 600 megawatts.", (600, "megawatt")),
        ("The pipe is 1,200 km long.", (1200, "km")),
        ("Libya pumped 900,000 barrels.", (900_000, "barrel")),
        ("The 55-member union met in Addis Ababa.", (55, "members")),
        ("Two-thirds of voters agreed.", (0.6667, "fraction")),
        ("Half of the workers left.", (0.5, "fraction")),
        ("The five seats of the council are vacant.", (5, "seats")),
        ("He had a licence for the five pistols he used.", (5, "pistols")),
        ("Rangers seized 1,300 hectares.", (1300, "hectare")),
        ("The mine employs 1.2 thousand miners.", (1200, "miners")),
        ("The family owns three radio stations.", (3, "radio stations")),
        ("The ship cost 1.3 trillion won.", (1_300_000_000_000, "KRW")),
        ("The fine was 4 million reais.", (4_000_000, "BRL")),
    ],
)
def test_amount_is_read_with_its_unit(read: Read, text: str, expected: Amount) -> None:
    assert amounts(read(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She waited for three weeks.",
        "Amina Yusuf, 54, resigned.",
        "He finished third.",
        "They met on 5 May 2023.",
        "Thousands of people marched.",
        "The match ended 2-1.",
        "The UH-60 landed.",
        "Article 5 applies.",
        "Decree 021-2023 was published.",
        "The two countries agreed.",
        "All three ministers resigned.",
        "He is 100% certain.",
        "The talks began at 12:30.",
        "One minister resigned.",
        "There are two ways to do it.",
        "The soldiers carried 7.62mm guns.",
        "The team won 3-1 and voters stayed home.",
        "In two cases, he won.",
        "He scored 62.",
        "Two in 2017 resigned.",
        "Norda is one of the three largest banks of Finland.",
    ],
)
def test_number_that_counts_nothing_is_left_out(read: Read, text: str) -> None:
    assert amounts(read(text, PUBLISHED)) == []


def test_part_of_a_whole_that_is_no_round_number_is_counted(read: Read) -> None:
    text = "He kept 17 out of 18 of the region's mayoralties and nine out of ten voters."
    assert amounts(read(text, PUBLISHED)) == [(17, "mayoralties"), (18, "mayoralties"), (0.9, "fraction")]


def test_people_left_out_behind_more_are_counted(read: Read) -> None:
    text = "The dam burst, killing seven workers and injuring at least 15 more."
    assert amounts(read(text, PUBLISHED)) == [(7, "workers"), (15, "people")]


def test_amount_that_points_back_is_told_once(read: Read) -> None:
    text = "Police held 40 men in 38 countries. Nobody gave a list of the 38 countries."
    assert amounts(read(text, PUBLISHED)) == [(40, "men"), (38, "countries")]


def test_time_of_the_amount_compared_with_is_not_that_of_the_other(read: Read) -> None:
    reading = read("Turnout was 61 percent, down from 70 percent in 2015.", PUBLISHED)
    assert [str(s.time) for s in reading.statements if s.kind == "quantity"] == ["None", "2015"]


def test_sort_of_thing_counted_is_not_whose_it_is(read: Read) -> None:
    reading = read("Peru bought nine UH-60 Black Hawk helicopters.", PUBLISHED)
    subjects = [s.fillers(RoleName.SUBJECT) for s in reading.statements if s.kind == "quantity"]
    assert [[f.text for f in fillers] for fillers in subjects] == [["Peru"]]


def test_noun_left_out_is_that_of_the_number_before(read: Read) -> None:
    reading = read("While 54 nations have signed, only 27 have ratified the treaty.", PUBLISHED)
    assert amounts(reading) == [(54, "nations"), (27, "nations")]


def test_time_right_behind_an_amount_is_its_own(read: Read) -> None:
    reading = read("Trade went from $700 million in 2000 to $36 billion in 2022.", PUBLISHED)
    found = [(s.detail.value, str(s.time)) for s in reading.statements if isinstance(s.detail, QuantityDetail)]
    assert found == [(700_000_000, "2000"), (36_000_000_000, "2022")]


def test_amount_says_what_it_is_of_and_whose(read: Read) -> None:
    reading = read("Norway gave 40 million dollars of aid in May.", PUBLISHED)
    (statement,) = [s for s in reading.statements if isinstance(s.detail, QuantityDetail)]
    assert isinstance(statement.detail, QuantityDetail)
    assert (statement.detail.of, [f.text for f in statement.fillers(RoleName.SUBJECT)]) == ("aid", ["Norway"])


def test_part_and_whole_are_counted_by_one_noun(read: Read) -> None:
    assert amounts(read("The party holds 49 of the 75 seats.", PUBLISHED)) == [(49, "seats"), (75, "seats")]


def test_number_compared_with_another_counts_the_same(read: Read) -> None:
    found = amounts(read("It lists 38 agents in 2021, up from 21 in 2016.", PUBLISHED))
    assert found == [(38, "agents"), (21, "agents")]


def test_parties_that_won_are_no_money(read: Read) -> None:
    assert amounts(read("Three parties won.", PUBLISHED)) == [(3, "parties")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The motion lacked the two-thirds majority needed.", [(0.6667, "fraction")]),
        ("Congress gave about a quarter as much grain as Paz asked.", [(0.25, "fraction")]),
        ("One in five women vote.", [(0.2, "fraction")]),
        ("Three out of every hundred goats are ill.", [(0.03, "fraction")]),
        ("She directed nine of the council's boats to leave.", [(9, "boats")]),
        (
            "It took over 5,100 of the island's roughly 300,000 herders.",
            [(5100, "herders"), (300_000, "herders")],
        ),
        ("They wrote to Juan Soto and eleven others.", [(11, "people")]),
        ("The blast killed at least 71, among them 33 small girls.", [(71, "people"), (33, "girls")]),
        ("At least 40 were arrested and 12 wounded.", [(40, "people"), (12, "people")]),
        ("The attack left nine dead.", [(9, "people")]),
        ("The strike cut 5.7  million barrels of output.", [(5_700_000, "barrel")]),
        ("The court ruled 7–2 on the case.", [(7, "votes"), (2, "votes")]),
        ("The Senate voted 52-48 to pass it.", [(52, "votes"), (48, "votes")]),
        ("Parliament rejected the bill by 325 votes to 301.", [(325, "votes"), (301, "votes")]),
        ("The bid failed by one vote.", [(1, "vote")]),
        (
            "Police say 21 men died in Lima, 36 in Cusco and seven in Tacna.",
            [(21, "men"), (36, "men"), (7, "men")],
        ),
        ("Among the 1.3 million who marched, most agreed.", [(1_300_000, "people")]),
        ("Losses range from 45% to 60%.", [(45, "percent", 60)]),
        ("Between 5% and 7% of them left.", [(5, "percent", 7)]),
        ("Support rose from 45% to 60%.", [(45, "percent"), (60, "percent")]),
        ("The storm moved at 20 km/h.", [(20, "km/h")]),
        (
            "There were 3,728 measles cases, with 198 recorded in the north.",
            [(3728, "measles cases"), (198, "measles cases")],
        ),
        ("They counted 53 measles related deaths.", [(53, "deaths")]),
        ("Support fell from 5 to 3 percent.", [(3, "percent")]),
        (
            "Peru bought 24 fighters: 18 single-seat and 6 twin-seat.",
            [(24, "fighters"), (18, "fighters"), (6, "fighters")],
        ),
    ],
)
def test_amounts_without_a_noun_of_their_own(read: Read, text: str, expected: list[Amount]) -> None:
    assert amounts(read(text, PUBLISHED)) == expected


def test_a_headline_told_again_below_counts_once(read: Read) -> None:
    reading = read("Sixteen states sue Chile\n\nOn Monday, sixteen states sued Chile over 12 ships.", PUBLISHED)
    assert amounts(reading) == [(16, "states"), (12, "ships")]
    assert amounts(read("Nine ships sink off Chile\n\nOn Monday, ships sank.", PUBLISHED)) == [(9, "ships")]


def test_what_stands_is_dated_about_when_it_is_told(read: Read) -> None:
    reading = read("Juan Soto said on Monday that prices have risen by 55 percent.", PUBLISHED)
    (found,) = [s for s in reading.statements if isinstance(s.detail, QuantityDetail)]
    assert str(found.time) == "2023-06-12~"


def test_number_that_stands_alone_says_nothing_of_what_is_counted(read: Read) -> None:
    reading = read("Parliament rejected the bill by 325 votes to 301.", PUBLISHED)
    assert [s.detail.of for s in reading.statements if isinstance(s.detail, QuantityDetail)] == [None, None]


def test_number_of_an_instrument_counts_nothing_behind_it(read: Read) -> None:
    assert amounts(read("Under Statutory Instrument No. 33 of 2012, foreign managers need a permit.")) == []
