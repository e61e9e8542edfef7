"""Events whose parties stand outside the act's own clause, in possessives, or only seem to stand in it."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Modality, Reading, RoleName, Statement

type Read = Callable[..., Reading]
type Event = tuple[str, list[str], list[str], str]

PUBLISHED = "2023-06-15"  # a Thursday


def statements(reading: Reading) -> list[Statement]:
    return [s for s in reading.statements if isinstance(s.detail, EventDetail)]


def events(reading: Reading) -> list[Event]:
    """Category, actors, recipients and time of each event, in the order in which their clauses begin."""
    return [
        (
            str(s.detail.category),
            [f.text for f in s.fillers(RoleName.ACTOR)],
            [f.text for f in s.fillers(RoleName.RECIPIENT)],
            str(s.time) if s.time else "",
        )
        for s in statements(reading)
        if isinstance(s.detail, EventDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana, Togo and Benin condemned the raid; Chad asked for calm.",
            [("ACCUSE", ["Ghana", "Togo", "Benin"], [], ""), ("REQUEST", ["Chad"], [], "")],
        ),
        (
            "Defence Minister Carl Addo met President Mensah and Foreign Minister Jose Silva.",
            [("CONSULT", ["Carl Addo", "Mensah", "Jose Silva"], [], "")],
        ),
        (
            "The agreement was signed at Carthage Palace by Ana Ruiz and the Ghanaian envoy, Ama Owusu.",
            [("SUPPORT", ["Ana Ruiz", "Ama Owusu"], [], "")],
        ),
        (
            "President Mensah received Togo's envoy, Ama Owusu, at the Akwaba palace.",
            [("CONSULT", ["Mensah"], ["Ama Owusu"], "")],
        ),
        (
            "Minister Carl Addo met Minister Jose Silva and his Togolese counterpart Ama Owusu in Accra on Tuesday.",
            [("CONSULT", ["Carl Addo", "Jose Silva", "Ama Owusu"], [], "2023-06-13")],
        ),
        (
            "Benin accused Togo of firing at a ferry, wounding two sailors.",
            [("ACCUSE", ["Benin"], ["Togo"], ""), ("ASSAULT", ["Togo"], [], "")],
        ),
        (
            "President Jan Wolski left. Ghana sanctioned Senator Carl Addo, expelling him from Accra.",
            [("SANCTION", ["Ghana"], ["Carl Addo"], ""), ("SANCTION", ["Ghana"], ["Carl Addo"], "")],
        ),
        (
            "Polish Prime Minister Jan Wolski said his country would send troops to Latvia.",
            [("MOBILIZE", ["Poland"], ["Latvia"], "")],
        ),
        (
            "Ama Owusu held talks with both delegations at the Ghana Ports headquarters.",
            [],
        ),
        (
            "Admiral Carl Addo ended a four-day visit to Togo on Monday.",
            [("CONSULT", ["Carl Addo"], ["Togo"], "2023-06-12")],
        ),
        (
            "Ama Owusu visited Togo from May 24. Togo has met Benin since 2012.",
            [("CONSULT", ["Ama Owusu"], ["Togo"], "2023-05-24"), ("CONSULT", ["Togo", "Benin"], [], "2012/..")],
        ),
        (
            "Ama Owusu chaired a meeting of the Security Committee.",
            [("CONSULT", ["Ama Owusu", "Security Committee"], [], "")],
        ),
        (
            "Ama Owusu filed a complaint against Togo with the Ghana Ombudsman.",
            [("ACCUSE", ["Ama Owusu"], ["Togo"], "")],
        ),
        (
            "Togo has been in Benin since May, under a defence pact signed by Ana Ruiz and Carl Addo.",
            [("SUPPORT", ["Ana Ruiz", "Carl Addo"], [], "")],
        ),
        (
            "After talks with Ghana, Togo lifted the ban.",
            [("CONCEDE", ["Togo"], [], ""), ("CONSULT", ["Togo", "Ghana"], [], "")],
        ),
        (
            "During a visit to Lima on Monday, President Rosa Alba praised Peru.",
            [
                ("SUPPORT", ["Rosa Alba"], ["Peru"], "2023-06-12"),
                ("CONSULT", ["Rosa Alba"], ["Peru"], "2023-06-12"),
            ],
        ),
        (
            "Talks between Ghana and Togo on the border began in Lomé.",
            [("CONSULT", ["Ghana", "Togo"], [], "")],
        ),
        (
            "The foreign minister of Chile, Ana Soto, met with her Peruvian counterpart, Luis Zamora, on Tuesday.",
            [("CONSULT", ["Ana Soto", "Luis Zamora"], [], "2023-06-13")],
        ),
        (
            "The visit of Ruth Wanjala to India ended on Friday.",
            [("CONSULT", ["Ruth Wanjala"], ["India"], "2023-06-09")],
        ),
        (
            "The treaty signed by Chile and Peru in 2019 was ratified by the Chilean Congress in 2020.",
            [("SUPPORT", ["Chilean Congress"], [], "2020"), ("SUPPORT", ["Chile", "Peru"], [], "2019")],
        ),
        (
            "Nepal recalled its envoy to India on Monday.",
            [("SANCTION", ["Nepal"], ["India"], "2023-06-12")],
        ),
        (
            "A military coup removed President Alpha Toure in 2012.",
            [("COERCE", [], ["Alpha Toure"], "2012")],
        ),
        (
            "The Syrian Army entered the town of Manbij on Monday.",
            [("MOBILIZE", ["Syrian Army"], ["Manbij"], "2023-06-12")],
        ),
        (
            "Bolivia discussed Chile with Peru in March.",
            [("CONSULT", ["Bolivia", "Peru"], [], "2023-03")],
        ),
        (
            "Rosa Alba met with King Idris of Oman at the UN General Assembly, and with Omani ministers.",
            [("CONSULT", ["Rosa Alba", "Idris", "Oman"], [], "")],
        ),
        (
            "Rosa Alba met the Foreign Ministers of Chad, Togo and Fiji.",
            [("CONSULT", ["Rosa Alba", "Chad", "Togo", "Fiji"], [], "")],
        ),
        (
            "Rosa Alba accompanied Ivo Tamm to talks with Sudan.",
            [("CONSULT", ["Rosa Alba", "Ivo Tamm", "Sudan"], [], "")],
        ),
        (
            "Egypt signed a contract with Siemens in 2015.",
            [("SUPPORT", ["Egypt", "Siemens"], [], "2015")],
        ),
        (
            "The Kenyan army's invasion of Somalia began in October 2011.",
            [("ASSAULT", ["Kenyan army"], ["Somalia"], "2011-10")],
        ),
        (
            "The Somali army's invasion of Kenya began in October 2011.",
            [("ASSAULT", ["Somali army"], ["Kenya"], "2011-10")],
        ),
        (
            "Poland, which had expelled two Russian diplomats in March, closed its embassy in Belarus.",
            [("SANCTION", ["Poland"], ["Belarus"], ""), ("SANCTION", ["Poland"], ["Russia"], "2023-03")],
        ),
        (
            "Russia, which had expelled two Polish diplomats in March, closed its embassy in Belgium.",
            [("SANCTION", ["Russia"], ["Belgium"], ""), ("SANCTION", ["Russia"], ["Poland"], "2023-03")],
        ),
    ],
)
def test_parties_are_found_around_the_act(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ghana beat Togo 2-0 in the final.",
        "Rosa Alba accompanied Ivo Tamm to the airport.",
        "Norway hopes to meet Sweden next year.",
        "President Rosa Alba's death was mourned.",
        "Ana Soto joined parliament in 1987.",
        "The National Weather Service issued a flood warning for Ohio.",
        "The BBC cited Ana Soto as saying it was late.",
    ],
)
def test_nothing_is_done_by_who_is_only_mentioned(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_the_arrest_of_opponents_is_told_and_names_nobody(read: Read) -> None:
    (event,) = statements(read("Opponents of President Rosa Alba were arrested in Lima.", PUBLISHED))
    assert (event.roles, event.place and event.place.text) == ((), "Lima")


def test_text_tells_what_its_headline_told(read: Read) -> None:
    text = (
        "Togo president bans rally\n\nOn Monday, President Kossi Adom of Togo banned the rally of the United Front.\n"
    )
    (event,) = (s for s in statements(read(text, PUBLISHED)) if s.span.start < 90)
    assert event.span.start > text.index("\n")


def test_headline_that_the_text_leaves_alone_is_less_sure(read: Read) -> None:
    told = "On Monday Canada imposed sanctions on Belarus."
    below = statements(read(told, PUBLISHED))
    above = statements(read(f"{told[:-1]}\n\nThe lake was calm.\n", PUBLISHED))
    assert [s.detail for s in above] == [s.detail for s in below]
    assert above[0].confidence < below[0].confidence


def test_what_outlets_of_news_do_is_less_sure_than_what_states_do(read: Read) -> None:
    (outlet,) = statements(read("President Rosa Alba spoke with the BBC on Monday.", PUBLISHED))
    (state,) = statements(read("President Rosa Alba spoke with Norway on Monday.", PUBLISHED))
    assert outlet.confidence < state.confidence


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Canada imposed sanctions on Belarus on Monday.", "Canada imposed sanctions on Belarus."),
        ("Canada imposed sanctions on Belarus.", "Sanctions were imposed on Belarus."),
        ("President Rosa Alba met Luis Zamora.", "Rosa Alba met Luis Zamora."),
        ("Sudan accused Egypt of spying.", "Sudan claimed that Egypt was late."),
    ],
)
def test_confidence_rises_with_evidence(read: Read, more: str, less: str) -> None:
    (surer,), (less_sure,) = statements(read(more, PUBLISHED)), statements(read(less, PUBLISHED))
    assert surer.confidence > less_sure.confidence


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Turkey invaded Cyprus.", Modality.ASSERTED),
        ("Turkey will send troops to Libya.", Modality.PLANNED),
        ("Libya will send troops to Turkey.", Modality.PLANNED),
        ("Luis Zamora said that Chile had expelled the ambassador of Peru.", Modality.REPORTED),
    ],
)
def test_event_keeps_how_it_is_told(read: Read, text: str, modality: Modality) -> None:
    assert [s.modality for s in statements(read(text, PUBLISHED))] == [modality]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nordkap Oil sued Norway. In May police raided its offices in Bergen.",
            [("ACCUSE", ["Nordkap Oil"], ["Norway"], ""), ("COERCE", [], ["Nordkap Oil"], "2023-05")],
        ),
        (
            "Kenya lifted most of its sanctions on Burundi in May.",
            [("CONCEDE", ["Kenya"], ["Burundi"], "2023-05")],
        ),
        (
            "India and Pakistan held a series of talks on Monday.",
            [("CONSULT", ["India", "Pakistan"], [], "2023-06-12")],
        ),
        (
            "On Monday drones hit facilities belonging to Ghana.",
            [("ASSAULT", [], ["Ghana"], "2023-06-12")],
        ),
        (
            "Ghana ended the embargo imposed by Togo in 2019.",
            [("CONCEDE", ["Ghana"], [], ""), ("SANCTION", ["Togo"], [], "2019")],
        ),
        (
            "Chad recalled its envoy to Togo on Monday. Togo closed its embassy in Chad.",
            [("SANCTION", ["Chad"], ["Togo"], "2023-06-12"), ("SANCTION", ["Togo"], ["Chad"], "2023-06-12~")],
        ),
        (
            "Togo recalled its envoy to Chad on Monday. Chad closed its embassy in Togo.",
            [("SANCTION", ["Togo"], ["Chad"], "2023-06-12"), ("SANCTION", ["Chad"], ["Togo"], "2023-06-12~")],
        ),
        (
            "Rosa Alba met Ivo Tamm in Oslo on Monday. The two discussed the budget of Norway.",
            [("CONSULT", ["Rosa Alba", "Ivo Tamm"], [], "2023-06-12")],
        ),
        (
            "Rosa Alba met Foreign Minister Ivo Tamm and his Omani counterpart Talal Harthi on Monday.",
            [("CONSULT", ["Rosa Alba", "Ivo Tamm", "Talal Harthi"], [], "2023-06-12")],
        ),
        (
            "On Monday police searched the Bergen offices of Nordkap Oil.",
            [("COERCE", [], ["Nordkap Oil"], "2023-06-12")],
        ),
        (
            "The sanctions were requested by President Rosa Alba during a visit to Ghana in May.",
            [("REQUEST", ["Rosa Alba"], [], "2023-05"), ("CONSULT", ["Rosa Alba"], ["Ghana"], "2023-05")],
        ),
        (
            "Chile sent 120 soldiers to the United Nations mission in Haiti in May.",
            [("MOBILIZE", ["Chile"], ["Haiti"], "2023-05")],
        ),
        (
            "Inspectors of the African Union were denied entry by Togo in May.",
            [("REJECT", ["Togo"], ["African Union"], "2023-05")],
        ),
        (
            "He is backed by the Union Party, whose leader, Ivo Tamm, was arrested in May.",
            [("COERCE", [], ["Ivo Tamm"], "2023-05")],
        ),
        (
            "Togo lifted an arms embargo imposed on Ghana in 2004.",
            [("CONCEDE", ["Togo"], [], ""), ("SANCTION", [], ["Ghana"], "2004")],
        ),
        (
            "The Council of Europe voted on the plan in May over the objections of Serbia and Albania.",
            [("REJECT", ["Serbia", "Albania"], [], "2023-05")],
        ),
        (
            "Togo paid two million dollars to Chad in May; Ghana financed its own campaign.",
            [("AID", ["Togo"], ["Chad"], "2023-05")],
        ),
        (
            "Ghana on Monday imposed sanctions on Togo.",
            [("SANCTION", ["Ghana"], ["Togo"], "2023-06-12")],
        ),
        (
            "The United States on Thursday imposed sanctions on two firms of Iran.",
            [("SANCTION", ["United States"], ["Iran"], "2023-06-15")],
        ),
        (
            "The firm's director, Peter Adjei, was acquitted by the High Court of Ghana in May.",
            [("CONCEDE", ["High Court of Ghana"], ["Peter Adjei"], "2023-05")],
        ),
        (
            "Norway sent the patrol vessel HNoMS Atlas to Iceland in May.",
            [("MOBILIZE", ["Norway"], ["Iceland"], "2023-05")],
        ),
        (
            "Malaysia said it did not recognise the sanctions of Norway.",
            [("REJECT", ["Malaysia"], ["Norway"], "")],
        ),
        (
            "President Rosa Alba conceded nothing to Chile and thanked no one in Peru.",
            [],
        ),
        (
            "Chad reopened its embassy in Lomé in May, the government of Togo said.",
            [("SUPPORT", ["Chad"], ["Togo"], "2023-05")],
        ),
        (
            "Ana Soto is Chile's minister. Her lawyers have threatened to sue Peru.",
            [("THREATEN", ["Ana Soto"], ["Peru"], "")],
        ),
    ],
)
def test_parties_are_found_behind_what_is_theirs(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, PUBLISHED)) == expected


def test_a_visit_to_a_town_is_one_to_its_country_where_that_is_named(read: Read) -> None:
    (visit,) = statements(read("Peru awaits President Rosa Alba. Rosa Alba visited Lima on Monday.", PUBLISHED))
    assert [f.text for f in visit.fillers(RoleName.RECIPIENT)] == ["Peru"]
    assert visit.place is not None
    assert visit.place.text == "Lima"
