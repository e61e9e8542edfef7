"""Acts done by saying something, and what is said that is no act."""

import pytest

from palanca.records import Modality
from tests.reading.test_events import PUBLISHED, Event, Read, events, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # demands of powers and bodies that nothing names; "it is time to"
        ('"Foreign powers must leave the strait," President Omar Diallo said.', ("REQUEST", ["Omar Diallo"], [])),
        (
            'Omar Diallo, the mayor of Lomé, said: "It is time for Ghana to pay its share."',
            ("REQUEST", ["Omar Diallo"], ["Ghana"]),
        ),
        ("Minister Ana Ruiz stressed the need for talks.", ("REQUEST", ["Ana Ruiz"], [])),
        # names of blame
        ('Senator Ana Ruiz called Omar Diallo\'s proposed deal "lousy".', ("ACCUSE", ["Ana Ruiz"], ["Omar Diallo"])),
        ('Ana Ruiz referred to the vote as "a stunt".', ("ACCUSE", ["Ana Ruiz"], [])),
        # praise
        ('"Omar Diallo was an icon," said Minister Ana Ruiz.', ("SUPPORT", ["Ana Ruiz"], ["Omar Diallo"])),
        # what somebody says he will not do
        ("President Omar Diallo said he will not approve the bill.", ("REJECT", ["Omar Diallo"], [])),
        ('"We are not ready to send troops," said Minister Ana Ruiz.', ("REJECT", ["Ana Ruiz"], [])),
    ],
)  # fmt: skip
def test_act_done_by_saying(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        '"So why should the bishops be exempt?" Minister Ana Ruiz asked.',
        'President Omar Diallo of Chad said: "Chad is great."',
    ],
)
def test_question_and_praise_of_ones_own_country_are_no_acts(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_he_in_somebodys_own_words_is_another(read: Read) -> None:
    text = (
        "President Omar Diallo vetoed the bill. Senator Kossi Adom spoke on Monday. "
        '"He ignores the order of the court," Kossi Adom said.'
    )
    assert ("REJECT", ["Kossi Adom"], []) not in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A military coup removed President Omar Diallo in 2006.", ("COERCE", [], ["Omar Diallo"])),
        ("Chadian forces ousted Omar Diallo in 2006.", ("COERCE", ["Chad"], ["Omar Diallo"])),
        ("Eritrea declared independence from Ethiopia in 1993.", ("SANCTION", ["Eritrea"], ["Ethiopia"])),
        ("The senate of Chad repeatedly denied funding for the wall.", ("REJECT", ["Chad"], [])),
        ("In May 2017 Ana Ruiz was able to negotiate a treaty with Togo.", ("CONSULT", ["Ana Ruiz", "Togo"], [])),
        ("President Omar Diallo declared a state of emergency.", ("COERCE", ["Omar Diallo"], [])),
        ("President Omar Diallo ended the power-sharing with Ana Ruiz.", ("SANCTION", ["Omar Diallo"], ["Ana Ruiz"])),
    ],
)
def test_act_in_other_wordings(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


def test_quarrel_over_a_budget_is_no_war(read: Read) -> None:
    text = "The conflict between President Omar Diallo and Senator Ana Ruiz delayed the budget."
    assert events(read(text, PUBLISHED)) == []
    armed = "The conflict between the army of Chad and the Cedar Front killed soldiers of Togo."
    assert {category for category, _, _ in events(read(armed, PUBLISHED))} == {"ASSAULT"}


def test_arrest_and_imprisonment_in_one_breath_are_one(read: Read) -> None:
    told = events(read("Ana Ruiz was arrested in May 1971 and was imprisoned for a year.", PUBLISHED))
    assert told == [("COERCE", [], ["Ana Ruiz"])]


def test_what_a_lawsuit_claims_is_part_of_it(read: Read) -> None:
    text = "On Friday the Green Union filed a motion against Minister Ana Ruiz claiming that the law is void."
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will strike Togo," said President Omar Diallo.', ("THREATEN", ["Omar Diallo"], ["Togo"])),
        ('"We will help Togo," said President Omar Diallo.', ("AGREE", ["Omar Diallo"], ["Togo"])),
        ('Minister Ana Ruiz said: "I do not think that this is right."', ("ACCUSE", ["Ana Ruiz"], [])),
    ],
)
def test_what_a_speaker_resolves_or_denies(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Under the constitution of Chad, the senate impeaches the president.",
        "The constitution requires the senate of Chad to confirm ministers.",
        "Newspaper editor Ana Ruiz asked President Omar Diallo if he would stand again.",
        "Omar Diallo of Togo armed himself with a stick.",
        "Seven people were killed near Lomé on Monday when a bus crashed.",
        "President Omar Diallo battled cancer.",
        "President Omar Diallo agreed, saying that only rain would help.",
        "They are called nationals of Chad on their passports.",
    ],
)
def test_what_only_sounds_like_an_act(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_signing_a_law_is_told_by_what_the_law_does(read: Read) -> None:
    told = events(read("Governor Ana Ruiz signed the Life Act, officially outlawing abortion in Chad.", PUBLISHED))
    assert [category for category, _, _ in told] == ["COERCE"]


def test_protests_are_told_though_nobody_is_named(read: Read) -> None:
    told = events(read("The bill of the senate has sparked protests.", PUBLISHED))
    assert told == [("PROTEST", [], [])]


def test_meeting_that_only_tells_who_somebody_is_is_none(read: Read) -> None:
    assert events(read("Ana Ruiz wrote to Kofi Mensa, whom she met in Accra.", PUBLISHED)) == []
    assert events(read("Ana Ruiz met Kofi Mensa.", PUBLISHED)) == [("CONSULT", ["Ana Ruiz", "Kofi Mensa"], [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The High Court of Fiji ruled against Minister Rosa Lal.", ("REJECT", ["High Court of Fiji"], ["Rosa Lal"])),
        ("A judge, Ellen Marsh, blocked the order of President Carl Holt.", ("REJECT", ["Ellen Marsh"], ["Carl Holt"])),
        ("The United Nations overturned the ruling on Luis Prado.", ("CONCEDE", ["United Nations"], ["Luis Prado"])),
        ("The High Court of Fiji declared the levy unconstitutional.", ("REJECT", ["High Court of Fiji"], [])),
        ('Minister Maria Costa called the election "a fraud".', ("ACCUSE", ["Maria Costa"], [])),
        ("Togo retaliated by closing the embassy of Ghana.", ("SANCTION", ["Togo"], ["Ghana"])),
        ("Rwanda accused Uganda of sheltering rebels.", ("ACCUSE", ["Rwanda"], ["Uganda"])),
    ],
)  # fmt: skip
def test_rulings_answers_and_charges(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ann Price plans to holiday in June.",
        "The senate of Chad will meet on Monday.",
        "President Omar Diallo announced it at a rally on Friday.",
    ],
)
def test_intent_a_sitting_and_a_stage_are_no_acts(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_whoever_is_impeached_held_an_office(read: Read) -> None:
    assert events(read("Andrew Mensa was impeached in 1868.", PUBLISHED)) == [("ACCUSE", [], ["Andrew Mensa"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday the bill passed the Senate.", ("SUPPORT", ["Senate"], [])),
        ("Minister Rosa Lal came out against the policy of Carl Holt.", ("ACCUSE", ["Rosa Lal"], ["Carl Holt"])),
        ("The State Department gave its sympathies.", ("SUPPORT", ["State Department"], [])),
        (
            'Carl Holt died on Monday. "Carl Holt dedicated his life to us," said Minister Rosa Lal.',
            ("SUPPORT", ["Rosa Lal"], ["Carl Holt"]),
        ),
    ],
)  # fmt: skip
def test_bills_sympathies_and_merits(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


def test_what_a_crowd_comes_to_demand_is_demanded(read: Read) -> None:
    told = statements(read("Workers marched in Lima on Monday to demand the resignation of Carl Holt.", PUBLISHED))
    assert [event.modality for event in told] == [Modality.ASSERTED, Modality.ASSERTED]
    assert events(read("President Carl Holt thanked his supporters.", PUBLISHED)) == []
