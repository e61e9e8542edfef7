"""Events as agencies tell them: lists of holders, expulsions, what somebody is held for, fire that is no blaze."""

import pytest

from palanca.records import Category, EventDetail, Modality, Time
from tests.reading.test_events import Event, Read, events, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad's prime minister, Omar Deby, and Togo's president, Ama Sosu, signed a memorandum in Addis Ababa.",
            [("SUPPORT", ["Omar Deby", "Ama Sosu"], [])],
        ),
        (
            "Foreign ministers Ana Ruiz of Peru, Juan Paz of Chile and Luis Sosa of Ecuador met in Lima.",
            [("CONSULT", ["Ana Ruiz", "Juan Paz", "Luis Sosa"], [])],
        ),
        ("Chad declared two Danish diplomats persona non grata.", [("SANCTION", ["Chad"], ["Denmark"])]),
        (
            "Chad declared the Danish ambassador, Mette Holm, persona non grata.",
            [("SANCTION", ["Chad"], ["Mette Holm"])],
        ),
        ("Four Chadian soldiers were killed by Nigerian fire near the border.", [("ASSAULT", ["Nigeria"], ["Chad"])]),
        ("Four people were killed in a Lagos fire on Monday.", []),
        (
            "Norwegian prosecutors charged Juan Paz with bribery of Kenyan officials.",
            [("ACCUSE", ["Norway"], ["Juan Paz"])],
        ),
        (
            "Juan Paz, the mayor of Lima, was arrested on suspicion of taking bribes from Volta Freight.",
            [("COERCE", [], ["Juan Paz"])],
        ),
        ("Workers at the airport of Nairobi went on strike in September.", [("PROTEST", [], [])]),
        ("Police in Nairobi used water cannon to disperse demonstrators.", [("COERCE", [], [])]),
        ("France pulled its last soldiers out of Chad.", [("RETREAT", ["France"], ["Chad"])]),
        ("Chad massed troops on the border with Niger.", [("MOBILIZE", ["Chad"], ["Niger"])]),
        ("The World Bank approved a loan of $80 million for Malawi.", [("AGREE", ["World Bank"], ["Malawi"])]),
        (
            "The hospital was built with a grant of $12 million from China to Samoa.",
            [("AID", ["China"], ["Samoa"])],
        ),
        ("Chad faces sanctions from the European Union.", [("SANCTION", ["European Union"], ["Chad"])]),
        ("The resignation of Juan Paz, the head of the army, was announced.", [("RETREAT", ["Juan Paz"], [])]),
        ("Kenya sent its foreign minister to Rwanda for talks.", [("CONSULT", ["Kenya"], ["Rwanda"])]),
        (
            "The Supreme Court of Kenya upheld the conviction of Juan Paz.",
            [("COERCE", ["Supreme Court of Kenya"], ["Juan Paz"])],
        ),
        ("A bomb went off outside the parliament in Nairobi and killed three people.", [("ASSAULT", [], [])]),
        ("French soldiers were sent to Chad in May.", [("MOBILIZE", ["France"], ["Chad"])]),
        ("Winston Hale, the foreign minister of Fiji, welcomed the pact.", [("SUPPORT", ["Winston Hale"], [])]),
        (
            "Juan Paz was dismissed as army chief by President Ana Ruiz.",
            [("SANCTION", ["Ana Ruiz"], ["Juan Paz"])],
        ),
        ("Japan announced visa bans on Monday for officials of Chad.", [("SANCTION", ["Japan"], ["Chad"])]),
        ('Juan Paz, a senator, accused a "war party" of meddling in Georgia.', [("ACCUSE", ["Juan Paz"], [])]),
        ("The Law Society of Kenya challenged the deployment in court.", [("ACCUSE", ["Law Society of Kenya"], [])]),
        ("Hungary blocked the sanctions.", [("REJECT", ["Hungary"], [])]),
    ],
)
def test_events_of_dispatches(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, published="2024-11-29")) == expected


@pytest.mark.parametrize(
    ("text", "category", "time"),
    [
        ("Juan Paz led Peru's army until May 2020, when Chad arrested him.", "COERCE", "2020-05"),
        ("Danish troops had been deployed to Chad under a treaty of 2017.", "MOBILIZE", None),
        (
            "Chad and Niger signed a pact on 5 May 2019. Fiji's envoy welcomed the pact on 8 May 2019.",
            "SUPPORT",
            "2019-05-08",
        ),
        ("Chad and Niger signed an agreement of 5 May 2019 on water.", "SUPPORT", "2019-05-05"),
    ],
)
def test_when(read: Read, text: str, category: str, time: str | None) -> None:
    told = statements(read(text, published="2024-11-29"))
    times = [s.time for s in told if isinstance(s.detail, EventDetail) and s.detail.category == Category(category)]
    assert times[-1:] == [time and Time.parse(time)]


def test_what_is_refused_is_no_denial(read: Read) -> None:
    (told,) = statements(read("President Ana Ruiz said she would not sign the bill."))
    assert isinstance(told.detail, EventDetail)
    assert (told.detail.category, told.modality) == (Category.REJECT, Modality.ASSERTED)


def test_who_tells_of_a_deed_did_not_do_it(read: Read) -> None:
    text = "Chad tortures prisoners, Human Rights Watch said in a report on Tuesday."
    told = events(read(text, published="2024-11-29"))
    assert [(category, actors) for category, actors, _ in told] == [("ASSAULT", [])]


def test_a_parliament_elsewhere_is_not_the_one_before(read: Read) -> None:
    text = "The Turkish parliament met on Monday. Parliament in Oslo accused Chad of fraud."
    accused = [e for e in events(read(text, published="2024-11-29")) if e[0] == "ACCUSE"]
    assert ["Turkish parliament" in actors for _, actors, _ in accused] == [False]
