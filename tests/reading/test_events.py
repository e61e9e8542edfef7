"""Events: who did what to whom, in the categories of PLOVER, and what only sounds like it."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Modality, Reading, RoleName, Statement

type Read = Callable[..., Reading]
type Event = tuple[str, list[str], list[str]]

PUBLISHED = "2019-07-10"  # a Wednesday


def statements(reading: Reading) -> list[Statement]:
    return [s for s in reading.statements if isinstance(s.detail, EventDetail)]


def events(reading: Reading) -> list[Event]:
    """Category, actors and recipients of each event, in order."""
    return [
        (
            str(s.detail.category),
            [f.text for f in s.fillers(RoleName.ACTOR)],
            [f.text for f in s.fillers(RoleName.RECIPIENT)],
        )
        for s in statements(reading)
        if isinstance(s.detail, EventDetail)
    ]


BOTH = ["Salim Barwani", "Joyce Ouko"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Omani ambassador, Salim Barwani, met Kenya's minister, Joyce Ouko.", ("CONSULT", BOTH, [])),
        ("Salim Barwani and Joyce Ouko met in Nairobi.", ("CONSULT", BOTH, [])),
        ("A meeting between Salim Barwani and Joyce Ouko took place in Nairobi.", ("CONSULT", BOTH, [])),
        ("Salim Barwani's meeting with Joyce Ouko lasted an hour.", ("CONSULT", BOTH, [])),
        ("Salim Barwani held talks with Joyce Ouko.", ("CONSULT", BOTH, [])),
        ("President Mwai Karanja arrived in Oslo.", ("CONSULT", ["Mwai Karanja"], ["Oslo"])),
        ("Ghana and Togo signed a border treaty.", ("SUPPORT", ["Ghana", "Togo"], [])),
        ("The treaty was signed by Ghana and Togo.", ("SUPPORT", ["Ghana", "Togo"], [])),
        ("Russia sent troops to Belarus.", ("MOBILIZE", ["Russia"], ["Belarus"])),
        ("Canada imposed sanctions on Belarus.", ("SANCTION", ["Canada"], ["Belarus"])),
        ("Sanctions were imposed on Belarus by Canada.", ("SANCTION", ["Canada"], ["Belarus"])),
        ("Venezuela expelled the French ambassador, Paul Morel.", ("SANCTION", ["Venezuela"], ["Paul Morel"])),
        ("Opposition leader Ana Paz was arrested in Minsk.", ("COERCE", [], ["Ana Paz"])),
        ("Iran asked Iraq to hand over the pilot.", ("REQUEST", ["Iran"], ["Iraq"])),
        ("Norway gave Yemen 20 million dollars in aid.", ("AID", ["Norway"], ["Yemen"])),
        ("Prime Minister Boris Hall resigned.", ("RETREAT", ["Boris Hall"], [])),
        ("Turkey threatened to close its border with Greece.", ("THREATEN", ["Turkey"], ["Greece"])),
        ("Chile's president, Rosa Alba, praised Peru.", ("SUPPORT", ["Rosa Alba"], ["Peru"])),
        ("India and Japan held a joint naval exercise.", ("COOPERATE", ["India", "Japan"], [])),
        ("Iran released two French sailors.", ("RETREAT", ["Iran"], ["France"])),
        ("Sudan accused Egypt of spying.", ("ACCUSE", ["Sudan"], ["Egypt"])),
        ("Israel bombed Gaza.", ("ASSAULT", ["Israel"], ["Gaza"])),
        ("Hamas fired rockets at Israel.", ("ASSAULT", ["Hamas"], ["Israel"])),
        ("The European Union lifted its sanctions on Sudan.", ("CONCEDE", ["European Union"], ["Sudan"])),
        ("Farmers protested against the government of Chile.", ("PROTEST", [], ["Chile"])),
        ("Iran rejected the offer of France.", ("REJECT", ["Iran"], ["France"])),
    ],
)
def test_event_is_read_with_its_sides(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "If Iran attacked Iraq, Turkey would object.",
        "Iran hopes to meet Iraq.",
        "Kay Hale defeated Senator Elena Dole in the 2008 election.",
        "Iran is a neighbour of Iraq.",
        "Iran and Iraq share a river.",
        "Ghana beat Togo 2-1 to win the cup.",
        "Girish Rao called Francis Mendes humble.",
        "The army chief's car was left at the port.",
        "Nobody met.",
    ],
)
def test_wishes_games_and_states_are_no_events(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_delegation_that_will_be_sent_is_a_planned_visit(read: Read) -> None:
    (event,) = statements(read("Kenya will send a delegation to Chile in August.", PUBLISHED))
    assert (str(event.modality), events(read("Kenya will send a delegation to Chile."))) == (
        "planned", [("CONSULT", ["Kenya"], ["Chile"])],
    )  # fmt: skip


def test_leave_that_a_resolution_gives_is_given_by_who_passed_it(read: Read) -> None:
    told = events(read("The Congress of Chile passed Resolution 7, which authorises Bolivian troops to enter Chile."))
    assert ("CONCEDE", ["Congress of Chile"], ["Bolivia"]) in told


def test_what_somebody_would_do_under_a_condition_is_supposed_and_the_condition_is_nothing(read: Read) -> None:
    text = "If Congress approved the bill, Ghana would deploy two warships to Togo."
    (event,) = statements(read(text, PUBLISHED))
    assert (str(event.modality), events(read(text))) == ("hypothetical", [("MOBILIZE", ["Ghana"], ["Togo"])])


def test_act_ahead_is_planned(read: Read) -> None:
    (event,) = statements(read("Russia will send troops to Belarus in August.", PUBLISHED))
    assert (str(event.modality), str(event.time)) == ("planned", "2019-08")


def test_act_told_by_a_speaker_is_reported_and_less_sure(read: Read) -> None:
    (told,) = statements(read("Egypt bombed a port of Sudan.", PUBLISHED))
    (said,) = statements(read("Sudan said Egypt had bombed its port.", PUBLISHED))
    assert said.speaker is not None
    assert (str(told.modality), str(said.modality), said.speaker.text) == ("asserted", "reported", "Sudan")
    assert said.confidence < told.confidence


def test_place_is_told_apart_from_the_parties(read: Read) -> None:
    (event,) = statements(read("Salim Barwani met Joyce Ouko in Nairobi on Monday.", PUBLISHED))
    assert event.place is not None
    assert (event.place.text, str(event.time)) == ("Nairobi", "2019-07-08")


def test_place_behind_a_person_is_where_it_took_place(read: Read) -> None:
    (event,) = statements(read("Foreign Minister Kossi Adjavon met Ambassador Marta Lindqvist in Lomé on Monday."))
    assert event.place is not None
    assert event.place.text == "Lomé"


def test_date_and_second_side_make_surer(read: Read) -> None:
    dated = statements(read("Minister Joyce Ouko met Salim Barwani on Monday.", PUBLISHED))
    undated = statements(read("Minister Joyce Ouko met Salim Barwani.", PUBLISHED))
    one_sided = statements(read("Minister Joyce Ouko met officials.", PUBLISHED))
    surenesses = [s.confidence for found in (dated, undated, one_sided) for s in found]
    assert surenesses == sorted(surenesses, reverse=True)
    assert len(set(surenesses)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya fined Volta Lines 8 million dollars.", ("COERCE", ["Kenya"], ["Volta Lines"])),
        ("Volta Lines acquired 35 percent of Kita Rail.", ("COOPERATE", ["Volta Lines", "Kita Rail"], [])),
        ("Norway suspended the export of shells to Oman.", ("SANCTION", ["Norway"], ["Oman"])),
        ("Mali quit ECOWAS.", ("SANCTION", ["Mali"], ["ECOWAS"])),
        ("Ghana and Togo settled their dispute.", ("AGREE", ["Ghana", "Togo"], [])),
        ("Tokyo expressed deep regret over the decision of Oman.", ("ACCUSE", ["Japan"], ["Oman"])),
        ("Malaysian boats used water cannon against Philippine trawlers.", ("COERCE", ["Malaysia"], ["Philippines"])),
    ],
)
def test_everyday_verbs_of_a_category_are_known(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Moses Kato is expected to visit Oslo.", ("CONSULT", ["Moses Kato"], ["Oslo"])),
        ("Premier Lars Dahl is due to travel to Lima.", ("CONSULT", ["Lars Dahl"], ["Lima"])),
        ("The African Development Bank is to lend Togo $5 million.", ("AID", ["African Development Bank"], ["Togo"])),
        (
            "Rwanda will deploy soldiers to Togo, according to a communique.",
            ("MOBILIZE", ["Rwanda"], ["Togo"]),
        ),
    ],
)
def test_what_is_set_for_later_is_planned(read: Read, text: str, expected: Event) -> None:
    reading = read(text, PUBLISHED)
    assert (events(reading), [s.modality for s in statements(reading)]) == ([expected], [Modality.PLANNED])


def test_a_meeting_that_was_not_held_is_denied_and_no_refusal(read: Read) -> None:
    reading = read("Salim Barwani did not meet Joyce Ouko on Monday.", PUBLISHED)
    assert events(reading) == [("CONSULT", BOTH, [])]
    assert [s.modality for s in statements(reading)] == [Modality.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "Salim Barwani denied that he had met Joyce Ouko.",
        "Salim Barwani denied meeting Joyce Ouko in Nairobi.",
        "Salim Barwani did not meet Joyce Ouko, her office said.",
    ],
)
def test_a_meeting_that_a_speaker_denies_is_told_as_denied(read: Read, text: str) -> None:
    reading = read(text, PUBLISHED)
    assert (events(reading), [s.modality for s in statements(reading)]) == ([("CONSULT", BOTH, [])], [Modality.DENIED])


def test_event_told_twice_is_one(read: Read) -> None:
    text = "Kenya met Uganda in Kampala on Monday. Kenya and Uganda met for an hour."
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["CONSULT"]


def test_town_is_no_party_beside_others(read: Read) -> None:
    found = events(read("Jordan and Türkiye signed an agreement on a plant in Aqaba.", PUBLISHED))
    assert found == [("SUPPORT", ["Jordan", "Türkiye"], [])]


def test_holder_is_the_party_where_the_parser_names_the_body_first(read: Read) -> None:
    text = "A Chinese delegation met the managing director of the Kenya Harbours Agency, Ruth Wanjala."
    ((_, actors, _),) = events(read(text, PUBLISHED))
    assert "Ruth Wanjala" in actors


def test_ministers_of_two_countries_are_both_parties(read: Read) -> None:
    assert events(read("Indian and Pakistani ministers met in Oslo.", PUBLISHED)) == [
        ("CONSULT", ["India", "Pakistan"], [])
    ]


@pytest.mark.parametrize("form", ["staged a protest against Oman", "waged war on Oman", "fined Oman"])
def test_forms_are_of_their_own_verb_and_not_of_another(read: Read, form: str) -> None:
    ((_, actors, recipients),) = events(read(f"Kenya {form} on Monday.", PUBLISHED))
    assert (actors, recipients) == (["Kenya"], ["Oman"])


@pytest.mark.parametrize(
    "text",
    [
        "A meeting in Lima between the minister, Joyce Ouko, and Salim Barwani ended.",
        "In a phone call on Monday, Minister Joyce Ouko assured the envoy, Salim Barwani, of her respect.",
    ],
)
def test_both_of_a_talk_are_found_behind_titles_and_in_the_clause(read: Read, text: str) -> None:
    found = [(category, set(actors)) for category, actors, _ in events(read(text, PUBLISHED))]
    assert ("CONSULT", set(BOTH)) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan troops came under attack by Uganda.", ("ASSAULT", ["Uganda"], ["Kenya"])),
        ("Islamic State claimed responsibility for the bombing.", ("ASSAULT", ["Islamic State"], [])),
        ("Oslo offered to take Joyce Ouko in.", ("AGREE", ["Norway"], ["Joyce Ouko"])),
        ("Ghana's government removed Joyce Ouko from her post.", ("SANCTION", ["Ghana"], ["Joyce Ouko"])),
    ],
)
def test_set_phrases_tell_who_did_what(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_a_visit_from_a_day_on_begins_on_that_day(read: Read) -> None:
    (visit,) = statements(read("President Moses Kato will visit Oslo from November 24.", PUBLISHED))
    assert str(visit.time) == "2019-11-24"


def test_leaving_a_treaty_is_no_mere_retreat(read: Read) -> None:
    assert events(read("Mali withdrew from the accord with Niger.", PUBLISHED)) == [("SANCTION", ["Mali"], ["Niger"])]


def test_two_acts_of_one_sentence_are_two(read: Read) -> None:
    text = "President Moses Kato cancelled a visit to Oslo and recalled his ambassador."
    assert [category for category, _, _ in events(read(text, PUBLISHED))] == ["SANCTION", "SANCTION"]


def test_taking_control_of_a_firm_is_no_assault(read: Read) -> None:
    assert events(read("Meridian Group took control of the refinery of Volta Oil.", PUBLISHED)) == [
        ("COOPERATE", ["Meridian Group", "Volta Oil"], [])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Moses Kato flies to Oslo on Friday.", ("2019-07-12", Modality.PLANNED)),
        ("President Moses Kato flew to Oslo on Friday.", ("2019-07-05", Modality.ASSERTED)),
        ("Moses Kato, who travels to Oslo on Friday, is a minister of Kenya.", ("2019-07-12", Modality.PLANNED)),
    ],
)
def test_a_journey_in_the_simple_present_is_still_to_come(
    read: Read, text: str, expected: tuple[str, Modality]
) -> None:
    assert [(str(s.time), s.modality) for s in statements(read(text, PUBLISHED))] == [expected]


def test_who_comes_after_another_was_dismissed_does_not_act_with_him(read: Read) -> None:
    text = (
        "COLOMBO, 14 May 2025. Jayasuriya, who took office in January after his predecessor, Mahinda Silva, was "
        "dismissed over the affair, refused to resign.\n"
    )
    assert ("REJECT", ["Jayasuriya"], []) in events(read(text, "2025-05-14"))
