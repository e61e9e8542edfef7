"""Events whose sides stand behind other names, or in what the text told before."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Event = tuple[str, list[str], list[str]]

PUBLISHED = "2023-06-15"  # a Thursday


def events(reading: Reading) -> list[Event]:
    """Category, actors and recipients of each event, in the order in which their clauses begin."""
    return [
        (
            str(s.detail.category),
            [f.text for f in s.fillers(RoleName.ACTOR)],
            [f.text for f in s.fillers(RoleName.RECIPIENT)],
        )
        for s in reading.statements
        if isinstance(s.detail, EventDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign ministers Rami Daoud of Jordan and Nadia Khoury of Lebanon met in Geneva.",
            [("CONSULT", ["Rami Daoud", "Nadia Khoury"], [])],
        ),
        (
            "Chad pulled its troops out of Mali. Togo opposed the withdrawal.",
            [("RETREAT", ["Chad"], ["Mali"]), ("ACCUSE", ["Togo"], ["Chad"])],
        ),
        (
            "Turkish drones struck a convoy near Sinjar. The operation was condemned by the European Union.",
            [("ASSAULT", ["Turkey"], []), ("ACCUSE", ["European Union"], ["Turkey"])],
        ),
        (
            "Chad pulled its troops out of Mali. Togo praised the withdrawal by Benin.",
            [("RETREAT", ["Chad"], ["Mali"]), ("SUPPORT", ["Togo"], ["Benin"]), ("RETREAT", ["Benin"], [])],
        ),
        ("President Ana Ruiz of Chile defended her decision.", []),
        ("President Ana Ruiz approved the sale in May.", [("SUPPORT", ["Ana Ruiz"], [])]),
        ("Indian soldiers have been operating on Nepali soil.", [("MOBILIZE", ["India"], ["Nepal"])]),
        (
            "The Kenyan president welcomed a delegation of the Togolese army.",
            [("CONSULT", ["Kenya"], ["Togolese army"])],
        ),
        ("Jordanian jets bombed Cedar Front camps in the Bekaa valley.", [("ASSAULT", ["Jordan"], ["Cedar Front"])]),
        (
            "The Kenyan parliament ratified the treaty with Uganda on 5 May 2022.",
            [("SUPPORT", ["Kenyan parliament"], ["Uganda"])],
        ),
        ("Chad and Togo ratified the treaty.", [("SUPPORT", ["Chad", "Togo"], [])]),
    ],
    ids=[
        "behind a country",
        "noun",
        "passive",
        "its own doer",
        "own policy",
        "sale",
        "soil",
        "delegation",
        "whose camps",
        "ratified with",
        "ratified by both",
    ],
)
def test_sides_are_found_behind_names_and_in_what_was_told_before(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NATO guidelines call for two per cent.",
        "Minister Ana Ruiz pleaded guilty on Tuesday to taking bribes from Volta Bank.",
    ],
)
def test_rules_and_pleas_ask_for_nothing(read: Read, text: str) -> None:
    assert [event for event in events(read(text, PUBLISHED)) if event[0] == "REQUEST"] == []


def test_an_area_that_a_text_calls_an_agreement_is_signed(read: Read) -> None:
    told = "Ana Ruiz and Bo Lin signed the Volta Continental Free Trade Area (VCFTA) agreement on Sunday."
    assert ("SUPPORT", ["Ana Ruiz", "Bo Lin"], []) in events(read(told, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyans have been protesting since May.", [("PROTEST", [], ["Kenya"])]),
        ("Nairobi residents sued the Kenyan army on Monday.", [("ACCUSE", [], ["Kenyan army"])]),
        ("Chad protested against the ban by Togo.", [("PROTEST", ["Chad"], ["Togo"]), ("COERCE", ["Togo"], [])]),
    ],
    ids=["a people", "of a town", "a state"],
)
def test_a_place_does_not_do_what_its_people_do(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, PUBLISHED)) == expected


def test_the_sides_are_those_whom_the_text_is_about(read: Read) -> None:
    text = (
        "Ghana and Benin agreed to a truce on Monday after the US and France pressed them.\n\n"
        "Washington and Paris sent envoys. Both sides accused each other of shelling villages."
    )
    assert ("ACCUSE", ["Ghana", "Benin"], []) in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Juan Paz described the raid on the station as an attack on Chile.",
        'The Unity Front decried the vote as a "coup" on Monday.',
        "Opposition leader Juan Paz of Chile called the removal of the judges a coup.",
    ],
)
def test_what_a_thing_is_called_did_not_happen(read: Read, text: str) -> None:
    assert [event[0] for event in events(read(text, PUBLISHED))][:1] == ["ACCUSE"]
    assert ("COERCE", [], []) not in events(read(text, PUBLISHED))
    assert ("ASSAULT", [], ["Chile"]) not in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Pro-Russian separatists shelled Mariupol.", []),
        ("Russian separatists shelled Mariupol.", ["Russia"]),
    ],
)
def test_whose_side_others_take_does_nothing(read: Read, text: str, acting: list[str]) -> None:
    assert [actors for _, actors, _ in events(read(text, PUBLISHED))] == [acting]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Togo insisted that Chad leave the island.", ["REQUEST"]),
        ("Ana Ruiz of Togo insisted that the vote was rigged.", []),
    ],
)
def test_who_insists_that_a_thing_is_so_asks_for_nothing(read: Read, text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in events(read(text, PUBLISHED)) if kind == "REQUEST"] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya's new cabinet, headed by Ruth Achieng, got a vote of confidence from parliament on Thursday.",
            ("SUPPORT", [], ["Kenya"]),
        ),
        (
            "Chile's parliament passed a vote of no confidence in Prime Minister Juan Paz on Monday.",
            ("ACCUSE", [], ["Juan Paz"]),
        ),
    ],
)
def test_confidence_and_none_of_it_are_two(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


def test_who_accuses_is_not_who_denies_it(read: Read) -> None:
    reading = read("Senator Jan Berg accused Minister Omar Salas of fraud. He denied it.")
    told = [("ACCUSE", ["Jan Berg"]), ("REJECT", ["Omar Salas"])]
    assert [(category, actors) for category, actors, _ in events(reading)] == told
