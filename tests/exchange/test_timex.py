"""Time expressions as TIMEX3 writes them, in sentences of our own; every one is told on Friday, 22 March 2013."""

import itertools

import pytest

from palanca.exchange.timex import time_expressions
from palanca.reading.grammar import English
from palanca.reading.grammar.freezing import frozen
from palanca.reading.language import Languages
from palanca.reading.page import Page
from palanca.records import Document, Origin, Time

PUBLISHED = "2013-03-22"


def page(text: str, published: str | None = PUBLISHED) -> Page:
    origin = Origin(path="dispatch.txt", bytes_sha256="", media_type="text/plain")
    day = Time.parse(published) if published else None
    document = Document(name="dispatch", text=text, origin=origin, published=day, language="en")
    return Page(document=document, doc=frozen(Languages().load("en")(text)), grammar=English())


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(text[e.start : e.end], e.type.value, e.value) for e in time_expressions(page(text, published))]


SENTENCES: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("The parliament in Oslo approved the budget on Tuesday.", [("Tuesday", "DATE", "2013-03-19")]),
    ("The foreign ministers will meet in Nairobi on Monday.", [("Monday", "DATE", "2013-03-25")]),
    ("Police in Manila arrested four men on Saturday night.", [("Saturday night", "TIME", "2013-03-16TNI")]),
    ("The mayor of Porto resigned yesterday.", [("yesterday", "DATE", "2013-03-21")]),
    ("The vote is set for tomorrow.", [("tomorrow", "DATE", "2013-03-23")]),
    ("Voters in Ghana go to the polls today.", [("today", "DATE", "2013-03-22")]),
    ("The president spoke to reporters this morning.", [("this morning", "TIME", "2013-03-22TMO")]),
    ("The curfew begins tonight.", [("tonight", "TIME", "2013-03-22TNI")]),
    ("Troops crossed the river last night.", [("last night", "TIME", "2013-03-21TNI")]),
    ("The strike began the day before yesterday.", [("the day before yesterday", "DATE", "2013-03-20")]),
    ("The ceasefire was signed on 14 June 2011.", [("14 June 2011", "DATE", "2011-06-14")]),
    ("The court in Vilnius ruled on February 25, 2012.", [("February 25, 2012", "DATE", "2012-02-25")]),
    ("Protests started on Feb. 14.", [("Feb. 14", "DATE", "2013-02-14")]),
    ("The convention opens on April 9.", [("April 9", "DATE", "2013-04-09")]),
    ("The treaty entered into force on the 3rd of March 1998.", [("the 3rd of March 1998", "DATE", "1998-03-03")]),
    ("The embassy was closed on 2012-11-30.", [("2012-11-30", "DATE", "2012-11-30")]),
    ("The decree is dated 17.09.2012.", [("17.09.2012", "DATE", "2012-09-17")]),
    ("The census took place in November 2011.", [("November 2011", "DATE", "2011-11")]),
    ("Inflation reached 9 percent in January.", [("January", "DATE", "2013-01")]),
    ("The leaders will hold talks in May.", [("May", "DATE", "2013-05")]),
    ("Exports collapsed last October.", [("last October", "DATE", "2012-10")]),
    ("The bridge will open next June.", [("next June", "DATE", "2013-06")]),
    ("Floods hit the region in mid-February.", [("mid-February", "DATE", "2013-02")]),
    ("Sales fell in early 2012.", [("early 2012", "DATE", "2012")]),
    ("The dam was finished in 1963.", [("1963", "DATE", "1963")]),
    ("The 2012 election was close.", [("2012", "DATE", "2012")]),
    ("The war lasted from 1992 to 1995.", [("1992", "DATE", "1992"), ("1995", "DATE", "1995")]),
    ("The programme ran in 2008-2010.", [("2008", "DATE", "2008"), ("2010", "DATE", "2010")]),
    ("Turnout in the 2010-11 season was low.", [("2010-11", "DATE", "2010")]),
    ("The party governed in the 1990s.", [("the 1990s", "DATE", "199")]),
    ("He wrote songs in the '60s.", [("the '60s", "DATE", "196")]),
    ("The factory dates from the 19th century.", [("the 19th century", "DATE", "18")]),
    ("Trade grew in the early 21st century.", [("the early 21st century", "DATE", "20")]),
    ("The bank cut rates last week.", [("last week", "DATE", "2013-W11")]),
    ("The minister travels to Hanoi next week.", [("next week", "DATE", "2013-W13")]),
    ("Prices rose this month.", [("this month", "DATE", "2013-03")]),
    ("Output fell last month.", [("last month", "DATE", "2013-02")]),
    ("The law takes effect next month.", [("next month", "DATE", "2013-04")]),
    ("Unemployment rose last year.", [("last year", "DATE", "2012")]),
    ("Elections are due next year.", [("next year", "DATE", "2014")]),
    ("The economy will shrink this year.", [("this year", "DATE", "2013")]),
    ("Debt doubled over the last decade.", [("the last decade", "DURATION", "P1DE")]),
    ("The economy grew in the first quarter.", [("the first quarter", "DATE", "2013-Q1")]),
    ("Profit fell in the fourth quarter of 2012.", [("the fourth quarter of 2012", "DATE", "2012-Q4")]),
    ("The firm reported third-quarter revenue of $3 billion.", [("third-quarter", "DATE", "2012-Q3")]),
    ("Sales rose 4 percent in the first half of 2011.", [("the first half of 2011", "DATE", "2011-H1")]),
    ("The company cut costs during the quarter.", [("the quarter", "DATE", "2012-Q4")]),
    ("Growth slowed last quarter.", [("last quarter", "DATE", "2012-Q4")]),
    ("The law changes in fiscal 2014.", [("fiscal 2014", "DATE", "2014")]),
    ("The drought hit farmers last summer.", [("last summer", "DATE", "2012-SU")]),
    ("They will harvest this autumn.", [("this autumn", "DATE", "2013-FA")]),
    ("The games took place in the winter of 2010.", [("the winter of 2010", "DATE", "2010-WI")]),
    ("The minister left office two years ago.", [("two years ago", "DATE", "2011")]),
    ("The ship sank three days ago.", [("three days ago", "DATE", "2013-03-19")]),
    ("The firm was founded six months ago.", [("six months ago", "DATE", "2012-09")]),
    ("The ambassador left two weeks ago.", [("two weeks ago", "DATE", "2013-W10")]),
    ("The mine closed a decade ago.", [("a decade ago", "DATE", "200")]),
    ("The uprising began several months ago.", [("several months ago", "DATE", "PAST_REF")]),
    ("The town was rebuilt years ago.", [("years ago", "DATE", "PAST_REF")]),
    (
        "The rebels took the town on March 4 and left two days later.",
        [("March 4", "DATE", "2013-03-04"), ("two days later", "DATE", "2013-03-06")],
    ),
    ("The king died in 1975 and the queen a year later.", [("1975", "DATE", "1975"), ("a year later", "DATE", "1976")]),
    (
        "He was elected in 2005 and resigned the following year.",
        [("2005", "DATE", "2005"), ("the following year", "DATE", "2006")],
    ),
    (
        "They met on March 12 and signed the next day.",
        [("March 12", "DATE", "2013-03-12"), ("the next day", "DATE", "2013-03-13")],
    ),
    (
        "Talks began on March 3 and ended the same week.",
        [("March 3", "DATE", "2013-03-03"), ("the same week", "DATE", "2013-W09")],
    ),
    ("She served for eight years.", [("eight years", "DURATION", "P8Y")]),
    ("The siege lasted 24 hours.", [("24 hours", "DURATION", "PT24H")]),
    ("The trial took several weeks.", [("several weeks", "DURATION", "PXW")]),
    ("He was jailed for life after an eight-month trial.", [("eight-month", "DURATION", "P8M")]),
    ("The two-day summit ended without a deal.", [("two-day", "DURATION", "P2D")]),
    ("The speech lasted half an hour.", [("half an hour", "DURATION", "PT30M")]),
    ("The flight takes two and a half hours.", [("two and a half hours", "DURATION", "PT2.5H")]),
    ("They waited for years.", [("years", "DURATION", "PXY")]),
    ("It took decades of talks.", [("decades", "DURATION", "PXDE")]),
    ("The regime fell after hundreds of years.", [("hundreds of years", "DURATION", "PXY")]),
    ("Prices have doubled in the past three years.", [("the past three years", "DURATION", "P3Y")]),
    ("The bank will cut 5,000 jobs over the next two years.", [("the next two years", "DURATION", "P2Y")]),
    ("The army has gained ground in the last few weeks.", [("the last few weeks", "DURATION", "PXW")]),
    ("The deal was reached after 45 minutes.", [("45 minutes", "DURATION", "PT45M")]),
    ("He worked there for a year.", [("a year", "DURATION", "P1Y")]),
    ("The court gave them a month.", [("a month", "DURATION", "P1M")]),
    ("The port handles 40 ships a day.", [("a day", "SET", "P1D")]),
    ("The fund pays $5 million a year.", [("a year", "SET", "P1Y")]),
    ("The council meets every Monday.", [("every Monday", "SET", "XXXX-WXX-1")]),
    ("The paper is printed daily.", [("daily", "SET", "P1D")]),
    ("The ministry publishes a monthly report.", [("monthly", "SET", "P1M")]),
    ("The annual meeting was held in Accra.", [("annual", "SET", "P1Y")]),
    ("They meet twice a week.", [("twice a week", "SET", "P1W")]),
    ("Elections are held every four years.", [("every four years", "SET", "P4Y")]),
    ("The market opens on Sundays.", [("Sundays", "SET", "XXXX-WXX-7")]),
    ("The village floods every summer.", [("every summer", "SET", "XXXX-SU")]),
    ("He calls his mother every day.", [("every day", "SET", "P1D")]),
    ("The envoy is now in Cairo.", [("now", "DATE", "PRESENT_REF")]),
    ("The party currently holds 40 seats.", [("currently", "DATE", "PRESENT_REF")]),
    ("The envoy recently visited Sudan.", [("recently", "DATE", "PAST_REF")]),
    ("The two states have had trade disputes in recent years.", [("recent years", "DATE", "PAST_REF")]),
    ("More cuts are planned in the coming months.", [("the coming months", "DATE", "FUTURE_REF")]),
    ("The plan will shape the future.", [("the future", "DATE", "FUTURE_REF")]),
    ("The country should not forget the past.", [("the past", "DATE", "PAST_REF")]),
    ("The flight left at 10 a.m. on Thursday.", [("10 a.m. on Thursday", "TIME", "2013-03-21T10:00")]),
    ("The session opened at 3:30 p.m. Wednesday.", [("3:30 p.m. Wednesday", "TIME", "2013-03-20T15:30")]),
    ("The quake struck at 05:40 GMT.", [("05:40 GMT", "TIME", "2013-03-22T05:40")]),
    ("The vote ended at midnight.", [("midnight", "TIME", "2013-03-22T24:00")]),
    ("Fighting broke out on Wednesday morning.", [("Wednesday morning", "TIME", "2013-03-20TMO")]),
    ("The talks ended late Tuesday.", [("late Tuesday", "DATE", "2013-03-19")]),
    ("The agency said earlier this week that it would appeal.", [("earlier this week", "DATE", "2013-W12")]),
    ("The tax will rise at the end of the year.", [("the end of the year", "DATE", "2013")]),
    ("The minister will speak later in the day.", [("the day", "DATE", "2013-03-22")]),
    ("Markets were closed for the weekend.", [("the weekend", "DATE", "2013-W11-WE")]),
    ("The summit was held last weekend.", [("last weekend", "DATE", "2013-W11-WE")]),
    ("A festival is planned for Christmas.", [("Christmas", "DATE", "2013-12-25")]),
    ("The truce began on New Year's Eve.", [("New Year's Eve", "DATE", "2012-12-31")]),
    ("The embassy opened on Christmas Day 2011.", [("Christmas Day 2011", "DATE", "2011-12-25")]),
    ("The talks run from 3 to 5 May.", [("3", "DATE", "2013-05-03"), ("5 May", "DATE", "2013-05-05")]),
    ("The conference took place on March 11-13.", [("March 11", "DATE", "2013-03-11"), ("13", "DATE", "2013-03-13")]),
    (
        "The minister was in Lima between 2 and 4 March 2013.",
        [("2", "DATE", "2013-03-02"), ("4 March 2013", "DATE", "2013-03-04")],
    ),
    ("A 25-year-old man was shot.", []),
    ("The judge is 60 years old.", []),
    ("The minister said May could win.", []),
    ("The March on the capital drew crowds.", []),
    ("He marched with 2000 soldiers.", []),
    ("The Sunday Times reported the story.", []),
    ("The Daily Mirror called her.", []),
    ("The brigade has 1999 soldiers.", []),
    ("He finished second in the race.", []),
    ("The year-ago quarter was better.", [("The year-ago quarter", "DATE", "2011-Q4")]),
    ("The budget for fiscal year 2013 passed.", [("fiscal year 2013", "DATE", "2013")]),
    ("The museum reopened after a six-year closure.", [("six-year", "DURATION", "P6Y")]),
    ("A week-long strike paralysed the port.", [("week-long", "DURATION", "P1W")]),
    ("The firm has lost money for three consecutive years.", [("three consecutive years", "DURATION", "P3Y")]),
    ("The ruling came less than 24 hours after the vote.", [("less than 24 hours", "DURATION", "PT24H")]),
    ("The blackout lasted about two hours.", [("about two hours", "DURATION", "PT2H")]),
    ("The town was hit by two quakes on the same day.", [("the same day", "DATE", "2013-03-22")]),
    ("Prices were higher a year earlier.", [("a year earlier", "DATE", "2012")]),
    ("The crisis is the worst in more than 50 years.", [("more than 50 years", "DURATION", "P50Y")]),
    ("The bill was passed on Friday.", [("Friday", "DATE", "2013-03-22")]),
    ("Friday's vote was close.", [("Friday", "DATE", "2013-03-22")]),
    ("By Thursday evening the square was empty.", [("Thursday evening", "TIME", "2013-03-21TEV")]),
    ("The government plans to sell the airline by 2015.", [("2015", "DATE", "2015")]),
    ("Since 2009, the party has lost three votes.", [("2009", "DATE", "2009")]),
    ("The pact runs until December 2016.", [("December 2016", "DATE", "2016-12")]),
    ("The mission will end within 18 months.", [("18 months", "DURATION", "P18M")]),
    ("The talks resume on Tuesday, April 2.", [("Tuesday, April 2", "DATE", "2013-04-02")]),
    ("The plant will close in September.", [("September", "DATE", "2013-09")]),
    ("Workers returned in December.", [("December", "DATE", "2012-12")]),
    (
        "The curfew is in force from 9 p.m. to 5 a.m.",
        [("9 p.m.", "TIME", "2013-03-22T21:00"), ("5 a.m.", "TIME", "2013-03-22T05:00")],
    ),
    ("Rain is expected over the next 48 hours.", [("the next 48 hours", "DURATION", "PT48H")]),
    ("The boy was found 10 minutes later.", [("10 minutes later", "DATE", "2013-03-22")]),
    ("At present, the border is shut.", [("At present", "DATE", "PRESENT_REF")]),
    ("It was the first such visit this century.", [("this century", "DATE", "20")]),
    ("The minister met rebels that night.", [("that night", "TIME", "2013-03-22TNI")]),
    ("The talks are in their third day.", []),
    ("The school closed for the first time in 30 years.", [("30 years", "DURATION", "P30Y")]),
    ("The army withdrew on the night of March 9.", [("night of March 9", "TIME", "2013-03-09TNI")]),
    ("He said on the eve of the vote that he was ready.", []),
    ("Rents rose over the last decade.", [("the last decade", "DURATION", "P1DE")]),
    ("In the last week, three bridges fell.", [("the last week", "DURATION", "P1W")]),
    ("The minister said that the vote on Wednesday was fair.", [("Wednesday", "DATE", "2013-03-20")]),
    ("The dam will be finished in two or three years.", [("three years", "DURATION", "P3Y")]),
    ("The report was due a week ago.", [("a week ago", "DATE", "2013-W11")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_time_expressions_have_their_words_type_and_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_weekday_without_a_date_of_the_document_is_a_day_of_any_week() -> None:
    assert told("The talks ended on Monday.", None) == [("Monday", "DATE", "XXXX-WXX-1")]


def test_quarters_of_the_year_before_follow_the_quarter_last_told() -> None:
    text = "Sales rose in the fourth quarter. They had fallen in the year-ago period."
    assert told(text) == [("the fourth quarter", "DATE", "2012-Q4"), ("the year-ago period", "DATE", "2011-Q4")]


def test_the_previous_day_is_counted_from_the_last_day_told() -> None:
    text = "They met on Tuesday. The plan was drafted in December. It was leaked the previous day."
    assert told(text)[-1] == ("the previous day", "DATE", "2013-03-18")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The probe was launched in mid-2011.", [("mid-2011", "DATE", "2011")]),
        ("Shots were heard in the early morning.", [("in the early morning", "TIME", "2013-03-22TMO")]),
        ("The shop was robbed the previous night.", [("the previous night", "TIME", "2013-03-21TNI")]),
        ("He leaves office next Friday, March 29.", [("Friday, March 29", "DATE", "2013-03-29")]),
        ("It was the third strike in as many weeks.", []),
    ],
)
def test_parts_of_days_and_years(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["The star is 50 light years away.", "Winds reached 90 miles per hour."])
def test_units_of_distance_and_speed_are_no_times(text: str) -> None:
    assert told(text) == []


def test_expressions_stand_in_order_and_apart() -> None:
    found = time_expressions(page(" ".join(text for text, _ in SENTENCES)))
    assert len(found) >= len(SENTENCES)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
