"""Instruments: what was signed, passed, issued, sued over and granted, by number, name or words."""

from collections.abc import Callable

import pytest

from palanca.records import InstrumentDetail, Kind, Reading, RoleName

type Read = Callable[..., Reading]
type Found = tuple[str, str, str | None, list[str]]

PUBLISHED = "2023-06-14"


def instruments(reading: Reading) -> list[Found]:
    """Kind, title, number and all who issued it or are party to it, in order."""
    return [
        (
            str(s.detail.kind),
            s.detail.title,
            s.detail.number,
            [f.text for f in s.fillers(RoleName.ISSUER, RoleName.PARTY)],
        )
        for s in reading.statements
        if isinstance(s.detail, InstrumentDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana signed an agreement with Togo on Monday.",
            ("agreement", "agreement", None, ["Ghana", "Togo"]),
        ),
        (
            "Parliament ratified the agreement between Bolivia and Chile.",
            ("agreement", "agreement", None, ["Bolivia", "Chile"]),
        ),
        (
            "Fiji and Japan signed the Lagoon Partnership in Suva.",
            ("agreement", "Lagoon Partnership", None, ["Fiji", "Japan"]),
        ),
        (
            "A peace treaty initialled by Ghana and Togo in 2019 entered into force.",
            ("agreement", "peace treaty", None, ["Ghana", "Togo"]),
        ),
        (
            "The signing of a pact between Ghana and Togo pleased Lomé.",
            ("agreement", "pact", None, ["Ghana", "Togo"]),
        ),
        (
            "Troops are in Togo under a defence agreement signed by Ghana and Chad.",
            ("agreement", "defence agreement", None, ["Ghana", "Chad"]),
        ),
        (
            "Ama Owusu filed a complaint against Volta Freight with the Ghana Ombudsman.",
            ("lawsuit", "complaint", None, ["Ama Owusu", "Volta Freight"]),
        ),
        (
            "The contract, number MD-2021-114, was signed by Ghana and Togo.",
            ("contract", "contract No. MD-2021-114", "MD-2021-114", ["Ghana", "Togo"]),
        ),
        ("Kenya's parliament passed a bill on land.", ("law", "bill", None, ["Kenya"])),
        (
            "Ecuador issued Decree 021-2023 on Sunday.",
            ("decree", "Decree 021-2023", "021-2023", ["Ecuador"]),
        ),
        (
            "With government resolution No. 1788/2023, the state guaranteed it.",
            ("resolution", "government resolution No. 1788/2023", "1788/2023", []),
        ),
        ("He cited Article 7 of the Andean Treaty.", ("agreement", "Andean Treaty", "Article 7", [])),
        (
            "Peru signed Supreme Decree 014-2024-PCM.",
            ("decree", "Supreme Decree 014-2024-PCM", "014-2024-PCM", ["Peru"]),
        ),
        ("Executive Order 13848 was extended.", ("decree", "Executive Order 13848", "13848", [])),
        ("The House approved H.R. 21.", ("law", "H.R. 21", "21", ["House"])),
        ("UNSCR 1970 imposed an embargo.", ("resolution", "UNSCR 1970", "1970", [])),
        ("Congress passed Law No. 30077.", ("law", "Law No. 30077", "30077", ["Congress"])),
        ("The EU adopted Directive 2009/28/EC.", ("decree", "Directive 2009/28/EC", "2009/28/EC", ["EU"])),
        ("Malta enacted the Ports Act 2019.", ("law", "Ports Act 2019", None, ["Malta"])),
        (
            "Ghana granted a 25-year concession to Nile Ports.",
            ("concession", "25-year concession", None, ["Ghana", "Nile Ports"]),
        ),
        (
            "Ghana and Togo signed a memorandum of understanding.",
            ("agreement", "memorandum of understanding", None, ["Ghana", "Togo"]),
        ),
        (
            "Togo signed the Final Act of the Accra Conference.",
            ("agreement", "Final Act of the Accra Conference", None, ["Togo"]),
        ),
        ("Thai law forbids it.", ("law", "Thai law", None, ["Thailand"])),
        ("Under Kenyan law, ministers must declare gifts.", ("law", "Kenyan law", None, ["Kenya"])),
        (
            "Norway launched a naval programme dubbed “Northern Shield” in May.",
            ("policy", "Northern Shield", None, ["Norway"]),
        ),
        (
            "An agreement, which the ministers of Ghana and Togo signed in Accra, opens the border.",
            ("agreement", "agreement", None, ["Ghana", "Togo"]),
        ),
        (
            "Congress ratified the accord between Ghana and Togo signed by Ana Paz.",
            ("agreement", "accord", None, ["Ghana", "Togo"]),
        ),
        (
            "The peace deal that Ana Paz signed with the Sahel Front has stalled.",
            ("agreement", "peace deal", None, ["Ana Paz", "Sahel Front"]),
        ),
        (
            "A memorandum of understanding between Ghana and Togo was made public.",
            ("agreement", "memorandum of understanding", None, ["Ghana", "Togo"]),
        ),
        (
            "The truce brokered by Norway between Ghana and Togo was signed.",
            ("agreement", "truce", None, ["Ghana", "Togo"]),
        ),
        (
            "A lawsuit by the rights group Oxfam was dismissed.",
            ("lawsuit", "lawsuit", None, ["Oxfam"]),
        ),
        (
            "In a lawsuit, Oxfam accused Volta Freight of negligence.",
            ("lawsuit", "lawsuit", None, ["Oxfam", "Volta Freight"]),
        ),
        (
            "Volta Freight won a contract from Ghana in 2016.",
            ("contract", "contract", None, ["Volta Freight", "Ghana"]),
        ),
        (
            "Ana Paz negotiated an agreement between Ghana and Togo.",
            ("agreement", "agreement", None, ["Ghana", "Togo"]),
        ),
        ("Volta Freight faces a lawsuit over the spill.", ("lawsuit", "lawsuit", None, ["Volta Freight"])),
        ("Ana Paz sued for libel and won.", ("lawsuit", "lawsuit", None, ["Ana Paz"])),
        (
            "Ghana declared a state of emergency on Monday.",
            ("decree", "state of emergency", None, ["Ghana"]),
        ),
        (
            "Ghana pursues a policy of expelling the herders.",
            ("policy", "policy", None, ["Ghana"]),
        ),
        ("A court found a 2015 law unconstitutional.", ("law", "law", None, [])),
        ("A court found unconstitutional a 2015 law.", ("law", "law", None, [])),
        ("Judges said that the emergency decree was unlawful.", ("decree", "emergency decree", None, [])),
        ("The court was petitioned by Ana Paz for a ruling.", ("lawsuit", "lawsuit", None, ["Ana Paz"])),
        ("Ana Paz sued to be allowed to vote.", ("lawsuit", "lawsuit", None, ["Ana Paz"])),
        ("Ghana's High Court struck down a law on loudspeakers.", ("law", "law", None, [])),
        (
            "Ana Paz was fined over provincial water safety law violations.",
            ("law", "provincial water safety law", None, []),
        ),
        (
            "The ministry revoked the licence of Volta Freight.",
            ("concession", "licence", None, ["Volta Freight"]),
        ),
        (
            "Volta Freight sued Baltic Rail in Accra.",
            ("lawsuit", "lawsuit", None, ["Volta Freight", "Baltic Rail"]),
        ),
        (
            "The ministry suspended Volta Freight's permit.",
            ("concession", "permit", None, ["Volta Freight"]),
        ),
        (
            "Baltic Rail's contract with Latvia is worth little.",
            ("contract", "contract", None, ["Baltic Rail", "Latvia"]),
        ),
        ("Senegal adopted the Fisheries Act in 2019.", ("law", "Fisheries Act", None, ["Senegal"])),
    ],
)
def test_instrument_is_read_with_its_sides(read: Read, text: str, expected: Found) -> None:
    assert instruments(read(text, PUBLISHED)) == [expected]


def test_bill_that_is_proposed_is_planned_and_one_that_is_passed_is_made(read: Read) -> None:
    told = [read(f"Kenya {verb} a bill on land.", PUBLISHED).statements for verb in ("proposed", "passed")]
    kinds = [[str(s.modality) for s in several if isinstance(s.detail, InstrumentDetail)] for several in told]
    assert kinds == [["planned"], ["asserted"]]


def test_law_under_which_something_is_due_has_not_its_time(read: Read) -> None:
    reading = read("Under Kenyan law, the minister has until 28 October to publish the plan.", PUBLISHED)
    assert [s.time for s in reading.statements if isinstance(s.detail, InstrumentDetail)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They broke the law.",
        "Ghana and Togo could not reach an agreement.",
        "Bill Otieno spoke in Nairobi.",
        "Fans attended the Harbour Games Convention.",
        "She made a plan for the weekend.",
        "She signed it into law.",
        "A deal is close, he said.",
        "The committee met in Oslo.",
    ],
)
def test_near_miss_is_no_instrument(read: Read, text: str) -> None:
    assert instruments(read(text, PUBLISHED)) == []


def test_deal_told_again_is_told_once(read: Read) -> None:
    text = "Ghana signed a deal with Togo on Monday. The deal opens the border. The deal between Ghana and Togo is new."
    assert instruments(read(text, PUBLISHED)) == [("agreement", "deal", None, ["Ghana", "Togo"])]


def test_numbers_that_differ_in_a_digit_stay_two(read: Read) -> None:
    text = "Ecuador issued Decree 021-2023 on Sunday. Ecuador issued Decree 022-2023 on Monday."
    assert [number for _, _, number, _ in instruments(read(text, PUBLISHED))] == ["021-2023", "022-2023"]


def test_signing_dates_the_agreement_and_use_does_not(read: Read) -> None:
    signed = read("Ghana signed an agreement with Togo on 5 June 2023.", PUBLISHED)
    used = read("Ghana cited its agreement with Togo on 5 June 2023.", PUBLISHED)
    assert [str(s.time) for s in signed.statements if isinstance(s.detail, InstrumentDetail)] == ["2023-06-05"]
    assert [s.time for s in used.statements if isinstance(s.detail, InstrumentDetail)] == [None]


def test_number_behind_its_sign_is_dated_by_the_verb(read: Read) -> None:
    reading = read("Peru's Congress approved Law No. 1234-2019 on 3 May 2018.", PUBLISHED)
    assert [str(s.time) for s in reading.statements if s.kind is Kind.INSTRUMENT] == ["2018-05-03"]


@pytest.mark.parametrize(
    ("text", "sides", "valid"),
    [
        (
            "The Senate of Togo passed Resolution 71, which authorises Ghanaian ships to enter Togo from 1 June 2021 "
            "to 31 August 2021.",
            ["Senate of Togo", "Ghana"], "2021-06-01/2021-08-31",
        ),
        ("Decree 88-2020 allows Nepal to use the harbour.", ["Nepal"], None),
        ("Decree 88-2020 does not allow Nepal to use the harbour.", [], None),
        ("Kenya passed Law 12, which bans Nepalese ships from 1 June 2021 to 31 August 2021.", ["Kenya"], None),
    ],
)  # fmt: skip
def test_whom_an_instrument_allows_something_is_its_party_for_as_long(
    read: Read, text: str, sides: list[str], valid: str | None
) -> None:
    (found,) = [one for one in read(text, PUBLISHED).statements if isinstance(one.detail, InstrumentDetail)]
    told = [filler.text for filler in found.fillers(RoleName.ISSUER, RoleName.PARTY)]
    assert isinstance(found.detail, InstrumentDetail)
    assert (told, str(found.detail.valid) if found.detail.valid else None) == (sides, valid)


@pytest.mark.parametrize(
    ("text", "kind", "title", "number"),
    [
        ("Legal Notice No. 34 of 2020 set the fee.", "decree", "Legal Notice No. 34 of 2020", "34"),
        ("Under Statutory Instrument 45 of 2021, Zambia taxes it.", "decree", "Statutory Instrument 45 of 2021", "45"),
        ("Gazette Notice 771 named the board.", "decree", "Gazette Notice 771", "771"),
        ("Provisional Measure 927 eased the rules.", "decree", "Provisional Measure 927", "927"),
        ("Order in Council 2020-0469 banned it.", "decree", "Order in Council 2020-0469", "2020-0469"),
        ("Decision 486 protects patents.", "resolution", "Decision 486", "486"),
        ("Circular 7 limits loans.", "policy", "Circular 7", "7"),
        ("Public Law 116 was signed.", "law", "Public Law 116", "116"),
    ],
)
def test_norms_of_many_legal_systems_are_told_by_their_numbers(
    read: Read, text: str, kind: str, title: str, number: str
) -> None:
    assert (kind, title, number) in {found[:3] for found in instruments(read(text, PUBLISHED))}


@pytest.mark.parametrize("text", ["The decision pleased Chile.", "A circular was sent.", "It was a notice of 2020."])
def test_such_words_without_a_number_name_no_instrument(read: Read, text: str) -> None:
    assert instruments(read(text, PUBLISHED)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chad cited the 2005 Lomé Treaty in May 2020.", "2005"),
        ("Resolution 88 of September 2017 binds Togo.", "2017-09"),
        ("It replaced Decree-Law 227 of 1967.", "1967"),
        ("The new code, Law 14.812, was approved by Congress on 6 June 2023.", "2023-06-06"),
        ("Ana Paz signed Law 30 of 2016 on 4 May 2016.", "2016-05-04"),
    ],
)
def test_instrument_has_the_date_that_its_name_or_its_making_tells(read: Read, text: str, date: str) -> None:
    assert [str(s.time) for s in read(text, PUBLISHED).statements if s.kind is Kind.INSTRUMENT] == [date]


def test_case_that_somebody_files_is_a_lawsuit(read: Read) -> None:
    found = instruments(read("The ruling came in a case filed by Volta Lines.", PUBLISHED))
    assert found == [("lawsuit", "case", None, ["Volta Lines"])]


def test_case_that_nobody_files_is_none(read: Read) -> None:
    assert instruments(read("Volta Lines made its case to Togo.", PUBLISHED)) == []


def test_whoever_holds_a_concession_is_party_to_it(read: Read) -> None:
    found = instruments(read("Volta Lines, which holds the concession for the railway, left.", PUBLISHED))
    assert found == [("concession", "concession", None, ["Volta Lines"])]


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("By Decree No. 31 of 2 May 2023, the President appoints Ruth Okello.", "en", ["2023-05-02"]),
        ("Resolution 9 of the National Assembly of 28 April 2023 bans it.", "en", ["2023-04-28"]),
        ("El Decreto 712 del 4 de mayo de 2017 autorizó el pago.", "es", ["2017-05-04"]),
        ('Togo launched a development program dubbed "Iron Gate" in 2017 to renew its fleet.', "en", ["2017"]),
    ],
)
def test_date_behind_a_number_an_issuer_or_a_given_name_is_the_instruments(
    read: Read, text: str, language: str, dates: list[str]
) -> None:
    reading = read(text, PUBLISHED, language=language)
    assert [str(s.time) for s in reading.statements if s.kind is Kind.INSTRUMENT] == dates


@pytest.mark.parametrize("verb", ["voted down", "rejected", "blocked"])
def test_who_refuses_what_others_agreed_is_no_party(read: Read, verb: str) -> None:
    reading = read(f"Parliament {verb} the port contract between Ghana and Volta Lines.", PUBLISHED)
    (contract,) = (s for s in reading.statements if isinstance(s.detail, InstrumentDetail))
    assert [party.text for party in contract.fillers(RoleName.PARTY)] == ["Ghana", "Volta Lines"]


def test_who_approves_what_others_signed_is_no_party_and_does_not_date_it(read: Read) -> None:
    text = "The National Assembly ratified the loan agreement signed on 3 March 2023 between Togo and the African Bank."
    reading = read(text, PUBLISHED)
    assert [found[3] for found in instruments(reading)] == [["Togo", "African Bank"]]
    assert [str(s.time) for s in reading.statements if s.kind is Kind.INSTRUMENT] == ["2023-03-03"]


def test_agreement_of_two_is_not_the_one_called_otherwise_of_which_one_party_is_told(read: Read) -> None:
    text = "Togo signed a cooperation agreement. Later an agreement between Togo and Chad was signed."
    assert [found[1] for found in instruments(read(text, PUBLISHED))] == ["cooperation agreement", "agreement"]


def test_number_has_no_article_before_it(read: Read) -> None:
    assert [found[1] for found in instruments(read("El Decreto 712 autorizó el pago.", language="es"))] == [
        "Decreto 712"
    ]


def test_case_is_called_by_its_sides(read: Read) -> None:
    found = instruments(read("Ghana followed the ruling. In Okoth v. Volta Lines, judges sided with the firm."))
    assert found == [("lawsuit", "Okoth v. Volta Lines", None, ["Okoth", "Volta Lines"])]


def test_law_is_told_where_the_text_tells_it_and_not_in_its_headline(read: Read) -> None:
    text = "Ban breaks Constitution of Ghana\n\nOn Friday a judge ruled that the ban broke the Constitution of Ghana."
    (law,) = (s for s in read(text).statements if isinstance(s.detail, InstrumentDetail))
    assert law.span.start == text.index("On Friday")


def test_noun_before_a_name_says_what_it_is_and_the_year_behind_dates_it(read: Read) -> None:
    text = "The EU law Electronic Waste Directive 2002 protects rivers."
    told = [(s.detail.kind, str(s.time)) for s in read(text).statements if isinstance(s.detail, InstrumentDetail)]
    assert told == [("law", "2002")]


def test_this_action_points_back_whoever_joins_it(read: Read) -> None:
    found = instruments(read("Ghana filed a lawsuit against Togo. Fiji joined this legal action by Ghana."))
    assert found == [("lawsuit", "lawsuit", None, ["Ghana", "Togo"])]


def test_court_where_somebody_sues_is_no_party(read: Read) -> None:
    found = instruments(read("Volta Freight lost a lawsuit brought by drivers in Accra."))
    assert found == [("lawsuit", "lawsuit", None, ["Volta Freight"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under a protocol of July 1970 Chad borrowed money.", ("protocol", "1970-07")),
        ("An annex of 6 May 1982 gave Danish ships the use of the bay.", ("annex", "1982-05-06")),
        ("The mining code of 2002 exempted firms from tax.", ("mining code", "2002")),
        ("The law of 12 May 1998, known as the Mining Code, exempts firms from tax.", ("Mining Code", "1998-05-12")),
        ("Texts:\n• 1909: fisheries treaty between Togo and Chad, in force since 1912", ("fisheries treaty", "1909")),
        ("Texts:\n• 2013: organic law on ports, repealed in 2022", ("organic law", "2013")),
        ("In February 2010 Togo signed a new defence partnership with Chad.", ("new defence partnership", "2010-02")),
        ("On 26 March 2021 Togo signed the joint communiqué with Chad.", ("joint communiqué", "2021-03-26")),
    ],
)
def test_what_a_date_tells_apart_is_an_instrument_whatever_it_is_called(
    read: Read, text: str, expected: tuple[str, str]
) -> None:
    (found,) = (s for s in read(text, PUBLISHED).statements if isinstance(s.detail, InstrumentDetail))
    assert isinstance(found.detail, InstrumentDetail)
    assert (found.detail.title, str(found.time)) == expected


def test_a_mere_communique_is_no_instrument(read: Read) -> None:
    assert instruments(read("Togo signed a communiqué at the summit.", PUBLISHED)) == []
