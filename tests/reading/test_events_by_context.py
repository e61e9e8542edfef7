"""Parties that stand in another clause or sentence than the act: quarrels, mediators, what is undone, those renamed."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_events_sides import PUBLISHED, Event, events

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad attacked Togo in May. Kenya called for restraint.", ("REQUEST", ["Kenya"], ["Chad", "Togo"])),
        (
            "Chad shelled Togo in May. Kenya demanded an end to the fighting.",
            ("REQUEST", ["Kenya"], ["Chad", "Togo"]),
        ),
        (
            "Ana Ruiz, a senator, accused Bo Lin of lying and demanded an apology.",
            ("REQUEST", ["Ana Ruiz"], ["Bo Lin"]),
        ),
        ("Chad attacked Togo in May. Kenya called for a new census.", ("REQUEST", ["Kenya"], [])),
    ],
    ids=["restraint", "an end to it", "an apology", "another matter"],
)
def test_a_demand_is_made_of_those_who_quarrel_or_are_blamed(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad recalled its envoy to Togo on Monday. Kenya urged both sides to negotiate.",
            ("REQUEST", ["Kenya"], ["Chad", "Togo"]),
        ),
        (
            "Chad recalled its envoy to Togo on Monday. Each side accused the other of spying.",
            ("ACCUSE", ["Chad", "Togo"], []),
        ),
        (
            "It rained on Monday. Chad recalled its envoy to Togo. Benin was silent. Kenya urged both sides to talk.",
            ("REQUEST", ["Kenya"], []),
        ),
    ],
    ids=["both", "each", "a third is named"],
)
def test_two_states_told_of_are_the_sides_though_nothing_joins_them(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_a_minister_does_not_blame_his_own_state_for_what_it_did(read: Read) -> None:
    told = "Chad expelled two envoys on Monday. Togo closed the border on Tuesday. "
    found = events(read(told + "Chad's foreign minister, Ana Ruiz, criticised the decision.", PUBLISHED))
    assert ("ACCUSE", ["Ana Ruiz"], ["Togo"]) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The levy on Togo's trucks that Chad imposed last month was lifted on Friday.",
            ("CONCEDE", ["Chad"], ["Togo"]),
        ),
        (
            "Chad banned the Sahel Voice in 2019. The ban was lifted in February.",
            ("CONCEDE", ["Chad"], ["Sahel Voice"]),
        ),
    ],
    ids=["by the clause behind", "by what was told"],
)
def test_whoever_imposed_it_lifts_it(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya mediated an end to the war between Chad and Togo in 1998.",
            ("CONSULT", ["Kenya"], ["Chad", "Togo"]),
        ),
        (
            "Kenya mediated the accord that normalized relations between Chad and Togo.",
            ("CONSULT", ["Kenya"], ["Chad", "Togo"]),
        ),
        ("Chad recalled its ambassador to Togo, Ana Ruiz, on Monday.", ("SANCTION", ["Chad"], ["Togo"])),
        (
            "The Unity Party nominated a ticket of senator Ana Ruiz for president and judge Bo Lin for vice president.",
            ("SUPPORT", ["Unity Party"], ["Ana Ruiz", "Bo Lin"]),
        ),
        (
            "Police arrested three of his aides, Ana Ruiz, Bo Lin and Juan Paz, on Monday.",
            ("COERCE", [], ["Ana Ruiz", "Bo Lin", "Juan Paz"]),
        ),
        (
            "Chad closed its port on Monday, a choice that Ana Ruiz, a senator of Togo, called a scandal.",
            ("ACCUSE", ["Ana Ruiz"], ["Chad"]),
        ),
    ],
    ids=["an end to a war", "a pact that did it", "an envoy", "a ticket", "some of them", "a choice"],
)
def test_parties_below_what_the_verb_is_about(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad dissolved the commission on Monday. Lawyers denounced the move.", ("ACCUSE", [], ["Chad"])),
        (
            "There were days of protests against a planned change to Togo's electoral law.",
            ("PROTEST", [], ["Togo"]),
        ),
        ("Anti-government protests continued in Lomé, the capital of Togo.", ("PROTEST", [], ["Togo"])),
        (
            "Togo was silent. Bo Lin, the defence minister of Chad, warned Lomé not to interfere.",
            ("THREATEN", ["Bo Lin"], ["Togo"]),
        ),
        ("Togo closed its border with Chad on Friday.", ("COERCE", ["Togo"], ["Chad"])),
        ("Nine herders were killed by soldiers from Chad.", ("ASSAULT", ["Chad"], [])),
        (
            "The Rights League calls on Chad to free him, on Togo to talk, and on the African Union to watch.",
            ("REQUEST", ["Rights League"], ["Chad", "Togo", "African Union"]),
        ),
    ],
    ids=[
        "unnamed critics",
        "a law",
        "the government",
        "a capital",
        "a border",
        "soldiers from",
        "called on one by one",
    ],
)
def test_parties_that_are_named_aside(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_the_mayor_of_a_capital_is_no_government(read: Read) -> None:
    found = events(read("Togo was silent. Bo Lin, the defence minister of Chad, warned the mayor of Lomé.", PUBLISHED))
    assert ("THREATEN", ["Bo Lin"], ["Togo"]) not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad named the Unity Front as a terrorist group.", ("ACCUSE", ["Chad"], ["Unity Front"])),
        ("The United Nations said Chad had failed to protect civilians.", ("ACCUSE", ["United Nations"], ["Chad"])),
        ("President Ana Ruiz of Chad ordered the mobilisation of reservists.", ("MOBILIZE", ["Ana Ruiz"], [])),
        ("Chad vowed to take countermeasures against Togo.", ("THREATEN", ["Chad"], ["Togo"])),
    ],
    ids=["named as", "failed to", "mobilisation", "countermeasures"],
)
def test_acts_told_by_such_words(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_where_somebody_died_tells_no_arrest(read: Read) -> None:
    found = events(read("The death of Bo Lin, a former minister, in police custody shocked Chad.", PUBLISHED))
    assert not [event for event in found if event[0] == "COERCE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paraguay expulsó a dos diplomáticos bolivianos. La Paz calificó la medida de atropello.",
            ("ACCUSE", ["Bolivia"], ["Paraguay"]),
        ),
        (
            "Paraguay expulsó a dos diplomáticos de Bolivia. Brasil instó a las dos partes a dialogar.",
            ("REQUEST", ["Brasil"], ["Paraguay", "Bolivia"]),
        ),
        (
            "Paraguay y Bolivia movilizaron tropas. Brasil llamó a la calma.",
            ("REQUEST", ["Brasil"], ["Paraguay", "Bolivia"]),
        ),
    ],
    ids=["calificar de", "las partes", "a la calma"],
)
def test_spanish_newsrooms_tell_it_so(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED, "es"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The African Union suspended Chad. Kenya recalled its ambassador.", ("SANCTION", ["Kenya"], ["Chad"])),
        ("Chad accused Togo of spying and froze its loans.", ("SANCTION", ["Chad"], ["Togo"])),
        ("Chad imposed sanctions on Togo. Kenya dismissed its finance minister.", ("SANCTION", ["Kenya"], [])),
    ],
    ids=["as others do", "whom it blames", "its own"],
)
def test_whom_a_state_sanctions_after_others(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad complained that Togo had sent troops. Togo called the letter a provocation.",
            ("ACCUSE", ["Togo"], ["Chad"]),
        ),
        ("Despite objections from Chad, the dam was filled.", ("REJECT", ["Chad"], [])),
    ],
    ids=["a letter", "objections from"],
)
def test_words_are_of_whoever_says_them(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_a_time_for_something_is_no_demand(read: Read) -> None:
    said = 'Chad held a vote. "If ever we had to discuss it, it was then," said Ana Ruiz, a senator.'
    assert not [event for event in events(read(said, PUBLISHED)) if event[0] == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chairman of the electoral commission of Togo, Bo Lin, has been suspended by President Ana Ruiz.",
            ("SANCTION", ["Ana Ruiz"], ["Bo Lin"]),
        ),
        (
            "Kenya's foreign minister summoned the envoys of Chad and Togo and accused them of spying.",
            ("ACCUSE", ["Kenya"], ["Chad", "Togo"]),
        ),
    ],
    ids=["a long title", "them"],
)
def test_who_stands_behind_a_long_title_or_a_pronoun(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_a_protest_that_is_lodged_is_no_march(read: Read) -> None:
    found = events(read("Chad lodged a protest with Togo over the ramming.", PUBLISHED))
    assert found == [("ACCUSE", ["Chad"], ["Togo"])]


def test_police_use_force_on_followers_of_somebody(read: Read) -> None:
    text = "Police used tear gas against supporters of opposition leader Bo Lin on Monday."
    assert ("COERCE", [], []) in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Senator Ana Ruiz gave a speech in which she called President Bo Lin a "paper tiger," citing the floods.',
            ("ACCUSE", ["Ana Ruiz"], ["Bo Lin"]),
        ),
        ("Chad and Togo opened economic ties in May.", ("SUPPORT", ["Chad", "Togo"], [])),
    ],
    ids=["a name in quotation marks", "open ties"],
)
def test_names_and_ties(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "President Bo Lin of Chad was admitted to Oyo Hospital on Monday.",
        "President Bo Lin of Chad was released from the hospital on Friday.",
        "Doctors treated President Bo Lin of Chad with a new drug.",
    ],
    ids=["admitted", "released", "treated"],
)
def test_patients_undergo_no_event(read: Read, text: str) -> None:
    assert not events(read(text, PUBLISHED))
