"""Events with all of their parties, each on its side, and with their time: what an editor would not have to mend."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Event = tuple[str, list[str], list[str], str]

PUBLISHED = "2023-06-15"  # a Thursday


def events(reading: Reading) -> list[Event]:
    """Category, actors, recipients (as the text's fullest names) and time of each event, in order."""
    captions = {str(entity.id): entity.caption for entity in reading.entities}
    return [
        (
            str(s.detail.category),
            [captions.get(f.entity or "", f.text) for f in s.fillers(RoleName.ACTOR)],
            [captions.get(f.entity or "", f.text) for f in s.fillers(RoleName.RECIPIENT)],
            str(s.time) if s.time else "",
        )
        for s in reading.statements
        if isinstance(s.detail, EventDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ama Owusu was voted into the chair by the Ghanaian Senate on Monday.",
            ("SUPPORT", ["Ghanaian Senate"], ["Ama Owusu"], "2023-06-12"),
        ),
        (
            "President Ama Owusu sued the prosecutor Cyril B. Addo, Jr. and her own banker Volta Trust over the files.",
            ("ACCUSE", ["Ama Owusu"], ["Cyril B. Addo", "Volta Trust"], ""),
        ),
        (
            "Ghana's envoy, Ama Owusu, signed in Lomé the declaration that established relations with Benin.",
            ("SUPPORT", ["Ama Owusu", "Benin"], [], ""),
        ),
        (
            "Addo alleged the Togolese government was hiding the figures of the census.",
            ("ACCUSE", ["Addo"], ["Togo"], ""),
        ),
        (
            '"If Togo sends one more boat, we will destroy and bomb what it has built," said President Ama Owusu.',
            ("THREATEN", ["Ama Owusu"], ["Togo"], ""),
        ),
        (
            "Togo's capital hosted talks. The Greek foreign minister criticised Togo.\n"
            "On Tuesday Greek Foreign Minister Nikos Vallas met President Ama Owusu.",
            ("ACCUSE", ["Nikos Vallas"], ["Togo"], ""),
        ),
        (
            '"President Addo mocks the law," said the bar\'s chairwoman Ama Owusu. '
            '"He knows there is no unrest and he knows his curfew is unwarranted."',
            ("ACCUSE", ["Ama Owusu"], ["Addo"], ""),
        ),
        (
            "Togo's president, Kofi Addo, telephoned Yaw Boateng on Monday and assured him of help.",
            ("AGREE", ["Kofi Addo"], ["Yaw Boateng"], "2023-06-12"),
        ),
        (
            "President Yaw Boateng left. The leader of the opposition Unity Party, Ama Owusu, condemned Togo.",
            ("ACCUSE", ["Ama Owusu"], ["Togo"], ""),
        ),
        (
            "On Monday, the Supreme Court of Ghana struck down a levy that President Ama Owusu introduced last May.",
            ("REJECT", ["Supreme Court of Ghana"], ["Ama Owusu"], "2023-06-12"),
        ),
        (
            '"Togo is breaking the law," Ama Owusu told reporters in Accra.',
            ("ACCUSE", ["Ama Owusu"], ["Togo"], ""),
        ),
        (
            '"In so ruling, the High Court of Ghana showed a shocking ignorance of trade," said Ama Owusu.',
            ("ACCUSE", ["Ama Owusu"], ["High Court of Ghana"], ""),
        ),
        (
            "Energy Minister Kofi Addo signed a pact with Togo. President Yaw Boateng defended his minister on Monday.",
            ("SUPPORT", ["Yaw Boateng"], ["Kofi Addo"], "2023-06-12"),
        ),
        (
            "Yaw Boateng asked the senators of Ghana to withdraw it. Kofi Addo, the Senate's president, refused.",
            ("REJECT", ["Kofi Addo"], ["Yaw Boateng"], ""),
        ),
        (
            "The African Union on Friday suspended Togo's membership, two days after soldiers overthrew its premier.",
            ("SANCTION", ["African Union"], ["Togo"], "2023-06-09"),
        ),
        (
            "Police on Monday detained the activist Ama Owusu along with her lawyer, Yaw Boateng, and two aides.",
            ("COERCE", [], ["Ama Owusu", "Yaw Boateng"], "2023-06-12"),
        ),
        (
            "Togo withdrew its ambassador from Accra yesterday after Ghana's interior minister, Yaw Boateng, called "
            "President Kofi Addo a dictator.",
            ("ACCUSE", ["Yaw Boateng"], ["Kofi Addo"], "2023-06-14"),
        ),
        (
            "Kofi Addo took his seat on Monday, being voted into it by the incoming Ghanaian Senate.",
            ("SUPPORT", ["Ghanaian Senate"], ["Kofi Addo"], "2023-06-12"),
        ),
        (
            "Ghana expressed concern that Togo is gaining control over its power grid.",
            ("ACCUSE", ["Ghana"], ["Togo"], ""),
        ),
        (
            "The involvement of Togo in the coup against President Ama Owusu on May 2, 2023 is shown by cables.",
            ("COERCE", ["Togo"], ["Ama Owusu"], "2023-05-02"),
        ),
        (
            "On Friday the legislature of Ghana, the National Assembly, voted 66 to 27 to legalize gambling.",
            ("CONCEDE", ["National Assembly"], [], "2023-06-09"),
        ),
        (
            "Senate President Kofi Addo voiced opposition to the swearing-in of Ama Owusu, and left.",
            ("ACCUSE", ["Kofi Addo"], ["Ama Owusu"], ""),
        ),
    ],
)
def test_all_who_take_part_are_told(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Members of the Senate protested by shouting slogans during Monday's final session.",
            ("PROTEST", ["Senate"], [], "2023-06-12"),
        ),
        (
            "In February 2019 the state-owned Ghana Tin Company bought Volta Energy from the Cedar Group.",
            ("COOPERATE", ["Ghana Tin Company", "Volta Energy", "Cedar Group"], [], "2019-02"),
        ),
        (
            "General Kofi Addo, who was visiting the port of Tema, was attacked on Tuesday by the Cedar Front.",
            ("CONSULT", ["Kofi Addo"], ["Tema"], "2023-06-13"),
        ),
        (
            "The Cedar Front founded a radio. It orchestrated the attacks on Togo of 2001.",
            ("ASSAULT", ["Cedar Front"], ["Togo"], "2001"),
        ),
        (
            "The Cedar Front marched on 2 May 2023. Police arrested Senator Kofi Addo, who was freed a day later.",
            ("COERCE", [], ["Kofi Addo"], "2023-05-02~"),
        ),
        (
            "Gunmen attacked the governor of Kara on Monday. On Tuesday the Cedar Front claimed responsibility.",
            ("ASSAULT", ["Cedar Front"], ["Kara"], "2023-06-12"),
        ),
        (
            "A bomb killed the mayor of Kara, Yaw Addo, on Monday; the Cedar Front claimed responsibility on Tuesday.",
            ("ASSAULT", ["Cedar Front"], ["Yaw Addo"], "2023-06-12"),
        ),
        (
            "In early May, Ama Owusu dissolved the Ghanaian Senate. She acted at the request of Kofi Addo.",
            ("REQUEST", ["Kofi Addo"], ["Ama Owusu"], "2023-05~"),
        ),
    ],
)
def test_an_act_has_the_time_of_what_it_goes_with(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, published=PUBLISHED))


def test_who_is_tried_counts_in_a_text_on_those_in_office(read: Read) -> None:
    around = "President Ama Owusu met Foreign Minister Kofi Addo.\n\n"
    told = "Her former driver Yaw Boateng was convicted of tax fraud."
    assert ("ACCUSE", [], ["Yaw Boateng"], "") in events(read(around + told, published=PUBLISHED))
    assert events(read(told, published=PUBLISHED)) == []


def test_a_town_in_which_people_meet_is_no_party(read: Read) -> None:
    assert events(read("In February, chemists of many lands attended a summit in Tema.", published=PUBLISHED)) == []


def test_what_is_said_or_left_in_protest_is_no_protest_of_its_own(read: Read) -> None:
    resigned = "The Unity Party's deputy leader, Kofi Addo, resigned in protest at the handling of the strike."
    assert events(read(resigned, published=PUBLISHED)) == [("RETREAT", ["Kofi Addo"], [], "")]
    urged = "In a joint statement, Ghana and Togo urged Benin to free Kofi Addo."
    assert events(read(urged, published=PUBLISHED)) == [("REQUEST", ["Ghana", "Togo"], ["Benin"], "")]
