"""When acts took place, as sentences of our own say it; each is told on Thursday, 16 May 2019."""

import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.page import Page
from palanca.reading.time_anchor import dated
from palanca.reading.times import anchor, time_of
from palanca.reading.trace import SILENT
from palanca.records import Time
from tests.reading.conftest import document

PUBLISHED = "2019-05-16"


def page(reader: DocumentReader, text: str, published: str | None = PUBLISHED) -> Page:
    return reader._page(document(text, published), reader._parse(text, "en"), SILENT)


def time_of_main_act(page: Page) -> str | None:
    """The time of the verb that heads the last sentence."""
    found = time_of(page, list(page.doc.sents)[-1].root)
    return str(found) if found else None


SENTENCES: list[tuple[str, str | None]] = [
    ("Chile recalled its ambassador on Tuesday.", "2019-05-14"),
    ("On Tuesday, Chile recalled its ambassador.", "2019-05-14"),
    ("Norway will recall its ambassador on Monday.", "2019-05-20"),
    ("The minister resigned yesterday.", "2019-05-15"),
    ("The council meets tomorrow.", "2019-05-17"),
    ("Rebels attacked Bamako last night.", "2019-05-15"),
    ("Kenya expelled two diplomats last week.", "2019-05-06/2019-05-12"),
    ("Ghana elected a new parliament in 2016.", "2016"),
    ("Ghana signed the treaty on 12 June 2003.", "2003-06-12"),
    ("Ghana signed the treaty on June 12, 2003.", "2003-06-12"),
    ("Ghana signed the treaty in June 2003.", "2003-06"),
    ("Ghana signed the treaty in June.", "2018-06"),
    ("Ghana will sign the treaty in June.", "2019-06"),
    ("Peru closed the border in early 2015.", "2015~"),
    ("Peru closed the border in mid-March 2015.", "2015-03~"),
    ("Peru closed the border around 2015.", "2015~"),
    ("The army ruled Chad from 1990 to 2021.", "1990/2021"),
    ("The army governed between May and July 2018.", "2018-05/2018-07"),
    ("The generals ruled Benin from 3 to 5 May 2018.", "2018-05-03/2018-05-05"),
    ("The junta governed on May 3–5, 2018.", "2018-05-03/2018-05-05"),
    ("Oil was exported in 2015-18.", "2015/2018"),
    ("The company has operated the port since 2011.", "2011/.."),
    ("The ban lasted until March 2017.", "../2017-03"),
    ("Kenya must reopen the border by 31 October.", "../2019-10-31"),
    ("The coup in Togo on 2 May 2018 is blamed on many. Once the coup was over, Kenya fled.", "2018-05-02~"),
    ("The coup of 1996 was bloody. After the coup, Kenya fled.", "1996~"),
    ("The vote of 1996 was long. Following the Kenyan strike vote, Chad appointed an envoy.", None),
    ("The coup of 1996 was bloody. In the wake of the coup, Kenya fled.", "1996~"),
    ("On 28 June 2009 soldiers took Togo. Kenya met. Chad met. Mali met. Ghana fled on 4 July.", "2009-07-04"),
    ("On 28 June 2009 soldiers took Togo. Kenya met. Chad met. Mali met. Ghana fled on 4 May.", "2019-05-04"),
    ("The pact was signed on 25 September 2009. Six months earlier Kenya had left.", "2009-03"),
    ("The pact was signed in 2003. A decade later Kenya left.", "2013~"),
    ("On Tuesday, the senate met. Kenya denied the claims.", "2019-05-14~"),
    ("On Tuesday, the senate met. Kenya initially denied the claims.", None),
    ("On Tuesday, the senate met. It issued a call for a rally, scheduled for this week.", None),
    ("On 2 May, hours before the council voted, the minister resigned.", "2019-05-02"),
    ("Ministers praised the 1965 Fisheries Act. The minister resigned on 2 May.", "2019-05-02"),
    ("The court upheld the Fisheries Act in 1965. On 2 May, the minister resigned.", "1965-05-02"),
    ("The bridge was bombed in the 1990s.", "199X"),
    ("The port was founded in the 19th century.", "18XX"),
    ("The fleet left in the summer of 2014.", "2014-22"),
    ("Profits fell in the third quarter of 2017.", "2017-07/2017-09"),
    ("The government fell two days ago.", "2019-05-14"),
    ("The embassy opened three years ago.", "2016"),
    ("Iraq closed the camp this month.", "2019-05"),
    ("Iraq closed the camp earlier this month.", "2019-05"),
    ("Iraq will close the camp next month.", "2019-06"),
    ("Iraq closed the camp last year.", "2018"),
    ("Talks ended on 3 May 2018. The envoy resigned two days later.", "2018-05-05"),
    ("Talks ended in May 2018. The envoy resigned the same month.", "2018-05"),
    ("Talks ended in 2014. The envoy resigned the following year.", "2015"),
    ("The king visited Oman on Friday and signed a pact.", "2019-05-10"),
    ("The minister, who resigned on Monday, criticised the court.", None),
    ("The minister, who has led the party since 2017, criticised the court.", None),
    ("Jan Kos praised the court.", None),
    ("The talks are set to open tomorrow.", "2019-05-17"),
    ("Police raided the office on Friday. The raid was led by Colonel Jo Berg.", "2019-05-10"),
    ("Leaders gathered in Accra for a summit where on Sunday they signed a pact.", "2019-05-12"),
    ("The minister held a meeting with Fiji on Thursday.", "2019-05-16"),
    ("Rebels attacked Bamako over the weekend.", "2019-05-11/2019-05-12"),
    ("Chile will recall its ambassador at the weekend.", "2019-05-18/2019-05-19"),
    ("The minister said he may go.", None),
    ("May said the talks failed.", None),
    ("The Sunday Times criticised the minister.", None),
    ("Ana Ruiz, 45, criticised the court.", None),
    ("The company hired 2000 workers.", None),
    ("A 25-year-old man attacked the guard.", None),
    ("Congress passed Resolution No. 1140.", None),
    ("During his term he criticised the court.", None),
    ("Sweden wants to join the alliance.", None),
    ("Troops marched to the capital.", None),
    ("The bank condemned the raid.", None),
    ("Black Friday sales angered the union.", None),
    ("Flight 1914 crashed.", None),
    ("The mine closes every Monday.", None),
    ("Two parties clashed during the 2014 election.", "2014"),
    ("Iran tested missiles on Saturday, January 5, 2019.", "2019-01-05"),
    ("Workers struck on the 3rd of March 1998.", "1998-03-03"),
    ("Two ships blocked the canal on 2018-11-30.", "2018-11-30"),
    ("The court convicted the mayor in December.", "2018-12"),
    ("Malta accused Libya of smuggling on Wednesday.", "2019-05-15"),
    ("Laos and Nepal met in Vientiane on Thursday evening.", "2019-05-16"),
    ("The regent dismissed the cabinet in the late 1970s.", "197X~"),
    ("Fiji has banned the party since May 2012.", "2012-05/.."),
    ("The senate rejected the bill earlier this week.", "2019-05-13/2019-05-19"),
    ("Benin freed the journalists the day before yesterday.", "2019-05-14"),
    ("Rebels seized the town before 2009.", "../2009"),
    ("Chile called a strike for Tuesday.", "2019-05-21"),
    ("Chile apologised for Tuesday's raid.", None),
    ("The pact, signed on 3 March 2015, holds. Peru left it in May.", "2019-05"),
    ("Samoa plans to buy two ships by 2025.", None),
    ("The minister opened the conference on Open Ports for the 21st Century.", None),
    ("Fiji adopted a strategy for the twenty-first century.", None),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_the_main_act_has_the_time_that_the_text_gives_it(
    reader: DocumentReader, text: str, expected: str | None
) -> None:
    assert time_of_main_act(page(reader, text)) == expected


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Cotonou, 4 January 2019\n\nPort strike ends\n\nThe strike ended.", "2019-01-04"),
        ("Port strike ends\n\nCotonou, Benin, 4 January 2019\n\nThe strike ended.", "2019-01-04"),
        ("Dunkirk, 4 June 1940\n\nThe last ship left at dawn.", None),  # the title of an essay
        ("Port strike ends\n\nThe strike, 4 January 2019, was short.", None),
    ],
)
def test_town_and_day_alone_on_a_line_beside_the_headline_date_the_document(
    reader: DocumentReader, head: str, found: str | None
) -> None:
    assert anchor(page(reader, head, None)) == (Time.parse(found) if found else None)


def test_a_weekday_counts_from_the_date_line(reader: DocumentReader) -> None:
    told = page(reader, "Strike ends\n\nFriday, 4 January 2019\n\nThe strike ended on Monday.", None)
    assert anchor(told) == Time.parse("2019-01-04")
    assert time_of_main_act(told) == "2018-12-31"


DATE_LINES = [
    ("ACCRA, March 5, 2020 (Agency) - The strike ended.", "2020-03-05"),
    ("Strike ends\nBy Ama Owusu\nACCRA (5 March 2020) - The strike ended.", "2020-03-05"),
    ("TAMALE, Ghana, March 5, 2020. The strike ended.", "2020-03-05"),
    ("March 5, 2020, ACCRA: The strike ended.", "2020-03-05"),
    ("ACCRA — March 5, 2020 — The strike ended.", "2020-03-05"),
    ("Port Vila, Vanuatu | 5 March 2020 | The strike ended.", "2020-03-05"),
    ("Port Vila, 5 March 2020 – The strike ended.", "2020-03-05"),
    ("Strike ends\nBy Ama Owusu in Accra | 5 March 2020\nThe strike ended.", "2020-03-05"),
    ("Nairobi, 5 March 2020. The strike ended.", "2020-03-05"),
    ("On Thursday, March 5, 2020, the strike ended.", None),
    ("In Accra, 5 March 2020: the strike ends.", None),
    ("The Accra Accord, 5 March 2020, ended the strike.", None),
    ("Accra Accord, 5 March 2020. It ended the strike.", None),
]


@pytest.mark.parametrize(("text", "expected"), DATE_LINES, ids=[text for text, _ in DATE_LINES])
def test_a_document_of_which_nothing_else_tells_the_day_is_of_that_of_its_date_line(
    text: str, expected: str | None
) -> None:
    assert dated(document(text)).published == (Time.parse(expected) if expected else None)


def test_the_day_that_a_source_tells_goes_before_that_of_the_date_line() -> None:
    told = document("ACCRA, March 5, 2020 (Agency) - The strike ended.", "2020-03-06")
    assert dated(told) == told


def test_a_weekday_without_any_date_of_the_document_gives_no_time(reader: DocumentReader) -> None:
    assert page(reader, "The strike ended on Monday.", None).times == ()


def test_an_act_named_again_some_sentences_later_keeps_its_time(reader: DocumentReader) -> None:
    text = (
        "On Friday, the senate issued a subpoena for the files. The minister refuses. His party is small. "
        "Its seats are few. Nobody knows more. The court is silent. The chamber waits. "
        "The subpoena was issued by Senator Ana Ruiz."
    )
    assert time_of_main_act(page(reader, text)) == "2019-05-10"


def test_a_month_that_only_names_what_is_wanted_dates_nothing_behind_it(reader: DocumentReader) -> None:
    told = page(reader, "A bid for October elections failed. Samoa closed the port in July.", "2019-09-11")
    closed = next(t for t in told.doc if t.text == "closed")
    assert time_of(told, closed) == Time.parse("2019-07")


def test_what_had_happened_before_it_was_said_has_not_the_time_of_saying(reader: DocumentReader) -> None:
    told = page(reader, "On Tuesday the minister said that Fiji had banned the party.")
    banned = next(t for t in told.doc if t.text == "banned")
    assert (time_of_main_act(told), time_of(told, banned)) == ("2019-05-14", None)
