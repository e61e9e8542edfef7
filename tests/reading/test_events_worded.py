"""Events in the wordings that news dispatches use beside the plain one: nouns, what one is under, blame in quotes."""

import pytest

from palanca.records import EventDetail, Modality
from tests.reading.test_events import PUBLISHED, Event, Read, events, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody is under, at or in
        ("Minister Rosa Lima has been under house arrest since 2017.", ("COERCE", [], ["Rosa Lima"])),
        ("Severny Bank has been the target of EU sanctions since 2018.", ("SANCTION", ["EU"], ["Severny Bank"])),
        ("Volta Oil is under investigation by Ghana.", ("ACCUSE", ["Ghana"], ["Volta Oil"])),
        ("Ethiopia is at war with Eritrea.", ("ASSAULT", ["Ethiopia"], ["Eritrea"])),
        # nouns that leave one side to the clause, or open
        ("Togo's government signed it after talks with Volta Oil.", ("CONSULT", ["Togo", "Volta Oil"], [])),
        ("The ban followed discussions with the United States.", ("CONSULT", ["United States"], [])),
        ("Iran has increased cooperation in recent years with Oman.", ("COOPERATE", ["Iran", "Oman"], [])),
        ("Italy's sale of two frigates to Egypt is final.", ("COOPERATE", ["Italy", "Egypt"], [])),
        # a list that a date opens
        ("In 1998 Ghana, Togo and Mali expelled the envoy of Chad.", ("SANCTION", ["Ghana", "Togo", "Mali"], ["Chad"])),
        # debts, stakes of the state
        ("Norway cancelled $350 million of Togo's debt.", ("AID", ["Norway"], ["Togo"])),
        ("Norway stopped $30 million in aid to Togo.", ("SANCTION", ["Norway"], ["Togo"])),
        ("The Rim Bank lent Togo $24 million.", ("AID", ["Rim Bank"], ["Togo"])),
        ("Togo's nationalisation of Volta Oil in 1970 failed.", ("COERCE", ["Togo"], ["Volta Oil"])),
        # blame, by a clause or by the telling of a wrong
        ('"Leaving the miners to die is a disgrace," Senator Rosa Lima said.', ("ACCUSE", ["Rosa Lima"], [])),
        ('"The cabinet has betrayed its voters," Minister Jan Wolski said.', ("ACCUSE", ["Jan Wolski"], [])),
        ('"Belarus has lied to us," Polish minister Jan Wolski said.', ("ACCUSE", ["Jan Wolski"], ["Belarus"])),
        ('"Poland is meddling in our affairs," Orest Bely said.', ("ACCUSE", ["Orest Bely"], ["Poland"])),
        # whose law forbids
        ("The Green Front is banned in Turkmenistan.", ("COERCE", ["Turkmenistan"], ["Green Front"])),
        ("The Green Front was outlawed in Chad in 2016.", ("COERCE", ["Chad"], ["Green Front"])),
        # who speaks for whom, and who is sent where
        ("A spokesman for the Kenyan army rejected the charge.", ("REJECT", ["Kenyan army"], [])),
        ("Kenya's envoy to Chad Ruth Achieng accused Togo of fraud.", ("ACCUSE", ["Ruth Achieng"], ["Togo"])),
        ("A report by Amnesty International accuses Mali.", ("ACCUSE", ["Amnesty International"], ["Mali"])),
        ("Human Rights Watch documented abuses by Mali's army.", ("ACCUSE", ["Human Rights Watch"], ["Mali"])),
        ("Norway gave 100 million kroner to Mali.", ("AID", ["Norway"], ["Mali"])),
        ("Norway gave Palau two patrol vessels.", ("AID", ["Norway"], ["Palau"])),
        # journeys, exercises, works, votes
        ("Minister Rosa Lima flew to Oslo to meet President Jan Berg.", ("CONSULT", ["Rosa Lima", "Jan Berg"], [])),
        ("Indian and Japanese ships exercised together.", ("COOPERATE", ["India", "Japan"], [])),
        ("Harbin Rail Group is building a railway in Bolivia.", ("COOPERATE", ["Harbin Rail Group"], ["Bolivia"])),
        ("Peru's Supreme Court annulled the election of Hugo Paz.", ("COERCE", ["Supreme Court"], ["Hugo Paz"])),
        ("The overthrow of President Hugo Paz in 1998 failed.", ("COERCE", [], ["Hugo Paz"])),
        ("Japan handed over three patrol boats to Palau.", ("AID", ["Japan"], ["Palau"])),
        ("Skagen Shipping asked for the sums to be left out.", ("REQUEST", ["Skagen Shipping"], [])),
    ],
)
def test_everyday_wordings_tell_who_did_what(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Skagen Shipping has operated in Kenya since 2010.",
        "Nicaragua abstained.",
        "If Ghana attacked Togo, the road would close.",
        'The film tells how "the king betrayed his brother".',
        '"The cabinet has not betrayed its voters," Jan Wolski said.',
        '"We have neglected our schools," Jan Wolski said.',
        '"Poland may meddle in our affairs," Orest Bely said.',
        "Volta Oil is under new management.",
        "The Green Front is under no obligation.",
        "The embassy of Norway declined to comment.",
        "Jan Wolski refused to give details.",
    ],
)
def test_what_only_sounds_like_these_tells_no_event(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_what_is_said_is_dated_by_the_saying(read: Read) -> None:
    (blame,) = statements(read('On 3 July 2019 Jan Wolski said: "The ruling is a disgrace."', PUBLISHED))
    assert str(blame.time) == "2019-07-03"


def test_two_judgements_of_one_speaker_are_two(read: Read) -> None:
    text = '"The ruling is a disgrace," Minister Jan Wolski said. "The law is an outrage," he added.'
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["ACCUSE", "ACCUSE"]


def test_what_is_called_for_a_day_to_come_is_planned_and_its_headline_is_not_of_that_day(read: Read) -> None:
    text = (
        "Benin recalls its envoy from Ghana\n\n"
        "Free Panama called a strike for July 15. Panama announced a rally for Friday."
    )
    told = [(str(e.time) if e.time else None, e.modality) for e in statements(read(text, "2025-07-09"))]
    assert told == [(None, Modality.ASSERTED), ("2025-07-15", Modality.PLANNED), ("2025-07-11", Modality.PLANNED)]


def test_who_claims_an_attack_told_before_is_its_actor(read: Read) -> None:
    text = "Rockets hit the port of Aden on 3 May 2019. The Cedar Front claimed responsibility for the attack."
    assert events(read(text, PUBLISHED)) == [("ASSAULT", ["Cedar Front"], ["Aden"])]


def test_words_that_point_back_tell_nothing_new(read: Read) -> None:
    text = "The Cedar Front bombed Aden on 3 May 2019. The Cedar Front carried out the attack with ten drones."
    assert events(read(text, PUBLISHED)) == [("ASSAULT", ["Cedar Front"], ["Aden"])]


def test_a_new_attack_on_others_does_not_point_back(read: Read) -> None:
    text = "Chad raided a camp of the Cedar Front on 3 May 2019. The invasion of Togo by Benin followed."
    assert [parties for _, *parties in events(read(text, PUBLISHED))][1] == [["Benin"], ["Togo"]]


def test_one_protest_is_told_once(read: Read) -> None:
    text = (
        "On Saturday thousands marched in Lomé against the government of Togo. "
        "Protesters marched from the market to the port. The demonstrators filled the streets on Saturday."
    )
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["PROTEST"]


def test_headline_in_other_words_than_its_text_is_left_out(read: Read) -> None:
    text = (
        "Togo president ousts adviser Ayawa\n\n"
        "On Monday, President Kossi Adom of Togo asked the adviser, Efua Ayawa, to resign.\n"
    )
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad announced plans to pull its soldiers out of Togo.", "RETREAT"),
        ("Minister Ana Ruiz intends to sue Togo.", "ACCUSE"),
        ("President Omar Diallo offered to resign on Monday.", "RETREAT"),
    ],
)
def test_a_plan_to_leave_or_to_sue_is_told_as_what_is_planned(read: Read, text: str, expected: str) -> None:
    (event,) = statements(read(text, PUBLISHED))
    assert isinstance(event.detail, EventDetail)
    assert (event.detail.category, event.modality) == (expected, Modality.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Ruiz said that President Omar Diallo may not act as he proposed.",
        'Minister Ana Ruiz told the press, "I don\'t think that any leader should resign."',
    ],
)
def test_a_clause_that_refers_elsewhere_or_is_denied_asks_for_nothing(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Neither Chad nor Togo would endorse the vote in Benin.",
        "None of the ministers of Chad endorsed the vote in Benin.",
    ],
)
def test_what_neither_side_would_do_is_refused(read: Read, text: str) -> None:
    assert {category for category, _, _ in events(read(text, PUBLISHED))} == {"REJECT"}


def test_a_name_before_the_next_verb_is_its_subject(read: Read) -> None:
    told = events(read("Chadian troops had defeated the rebels and Togo would be moving into Benin.", PUBLISHED))
    assert ("MOBILIZE", ["Togo"], ["Benin"]) in told


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Lima took office on 27 January in the presence of Vice President Jan Berg.",
        "Volta Oil held a fifty-year concession for the Tana dam.",
        "Volta Oil took over the port of Lomé in 2016 under a concession.",
        "The annex of 1982 gave Norway access to the bay of Togo.",
    ],
)
def test_what_is_held_or_taken_for_oneself_is_no_act_upon_another(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []
