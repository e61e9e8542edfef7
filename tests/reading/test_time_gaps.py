"""Times told by their distance from another act, and days that lean on another clause."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Reading

type Read = Callable[..., Reading]

PUBLISHED = "2023-05-17"  # a Wednesday


def times(reading: Reading) -> list[tuple[str, str | None]]:
    """Category and time of each event, in the order of their clauses."""
    return [
        (str(s.detail.category), str(s.time) if s.time else None)
        for s in reading.statements
        if isinstance(s.detail, EventDetail)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Olga Paz resigned on Friday, two days after she had been accused of bribery by Togo.",
            [("RETREAT", "2023-05-12"), ("ACCUSE", "2023-05-10")],
        ),
        (
            "Togo recalled its envoy two days after Chad rejected the plan on 4 May.",
            [("SANCTION", "2023-05-06"), ("REJECT", "2023-05-04")],
        ),
        (
            "Three weeks before Bo Lin visited Togo on 3 March, Kenya banned him.",
            [("CONSULT", "2023-03-03"), ("COERCE", "2023-02-10~")],
        ),
        (
            "Talks between Sudan and Chad failed on Thursday, a year after the two countries had agreed to hold them.",
            [("CONSULT", "2023-05-11"), ("AGREE", "2022-05~")],
        ),
        (
            "Togo expelled Juan Paz in January, a week after he had accused Bo Lin of theft.",
            [("SANCTION", "2023-01"), ("ACCUSE", "2023-01~")],
        ),
        ("Hours after the vote on 3 May, Chad expelled Juan Paz.", [("SANCTION", "2023-05-03")]),
        ("Talks ended on 3 May. Days after the vote, Chad expelled Juan Paz.", [("SANCTION", None)]),
        ("Speaking in Lima on Monday, Ana Ruiz accused Chad of fraud.", [("ACCUSE", "2023-05-15")]),
        ("Having left Togo on Monday, Ana Ruiz accused Chad of fraud.", [("ACCUSE", None)]),
        ("Ana Ruiz accused Chad of fraud, speaking on Monday in Quito.", [("ACCUSE", "2023-05-15")]),
        ("Togo expelled two envoys of Chad on the 3rd.", [("SANCTION", "2023-05-03")]),
        ("Togo expelled two envoys of Chad on the 23rd.", [("SANCTION", "2023-04-23")]),
        ("In March, talks failed. On the 12th, Chad attacked Niger.", [("ASSAULT", "2023-03-12")]),
        ("Ana Ruiz will meet Bo Lin on the 3rd.", [("CONSULT", "2023-06-03")]),
        ("Ana Ruiz met Bo Lin on the 3rd floor.", [("CONSULT", None)]),
        ("The pact lasts until its next review on June 5. Togo met Chad on the same day.", [("CONSULT", None)]),
        (
            "Lars Hauge came yesterday, charged with murder relating to a mass shooting in Bergen on Friday.",
            [("ACCUSE", "2023-05-16"), ("ASSAULT", "2023-05-12")],
        ),
        (
            "Togo said on Monday it had seized a Greek tanker, detained its crew and freed two Danish sailors.",
            [("COERCE", None), ("COERCE", None), ("RETREAT", None)],
        ),
        (
            "On 3 May, Chad killed 38 protesters in Yao. The European Union condemned the violence a week later.",
            [("ASSAULT", "2023-05-03"), ("ACCUSE", "2023-05-10~")],
        ),
        (
            "In 2017, Bo Lin met Ana Ruiz. The mine shut a month after the report came. Chad sued Togo.",
            [("CONSULT", "2017"), ("ACCUSE", None)],
        ),
        ("Bo Lin visited Laos from 3 to 5 May.", [("CONSULT", "2023-05-03/2023-05-05")]),
        ("The Farm Front had sent troops to Togo for yesterday's march.", [("MOBILIZE", None)]),
    ],
)  # fmt: skip
def test_an_act_has_the_time_that_its_distance_from_another_tells(
    read: Read, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert times(read(text, PUBLISHED)) == expected


def test_distance_and_day_without_a_month_are_read_in_spanish(read: Read) -> None:
    told = "Togo expulsó al embajador de Chad el día 3, una semana después del ataque de Chad."
    assert times(read(told, PUBLISHED, "es")) == [("SANCTION", "2023-05-03"), ("ASSAULT", "2023-04-26~")]
