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
