"""When an office began and ended, and whether it is over, by other words than an appointment or a resignation."""

from collections.abc import Callable

import pytest

from palanca.records import OfficeDetail, Reading, RoleName

type Read = Callable[..., Reading]
type Shown = tuple[str, str, str, str | None, str | None]


def shown(reading: Reading) -> list[Shown]:
    """Person, role, status, beginning and end of each office, in order."""
    found = []
    for statement in reading.statements:
        detail = statement.detail
        if isinstance(detail, OfficeDetail):
            (person,) = statement.fillers(RoleName.PERSON)
            start, end = (str(time) if time else None for time in (detail.start, detail.end))
            found.append((person.text, detail.role, str(detail.status), start, end))
    return found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ana Ruiz resumed the office of mayor of Ghent on Monday.",
            ("Ana Ruiz", "mayor", "current", "2024-05-13", None),
        ),
        (
            "Ana Ruiz is the mayor of Ghent. Ruiz has held the post since 2011.",
            ("Ana Ruiz", "mayor", "current", "2011", None),
        ),
        (
            "Ana Ruiz, the mayor of Ghent, tendered her resignation on Monday.",
            ("Ana Ruiz", "mayor", "current", None, "2024-05-13"),
        ),
        ("Jo Park was the mayor of Ghent until 2019.", ("Jo Park", "mayor", "former", None, "2019")),
        ("Jo Park, mayor of Ghent until May 2019, left.", ("Jo Park", "mayor", "former", None, "2019-05")),
        ("Jo Park is mayor of Ghent until 2026.", ("Jo Park", "mayor", "current", None, None)),
        ("Jo Park, who held the post of mayor of Ghent, left.", ("Jo Park", "mayor", "former", None, None)),
        (
            "Jo Park, who had previously served as mayor of Ghent, signed it.",
            ("Jo Park", "mayor", "former", None, None),
        ),
        ("A spokesman for the governor, Ben Udo, said so.", ("Ben Udo", "spokesman", "current", None, None)),
        (
            "Ana Ruiz became the first woman to serve in Ghent as mayor in 2007 and kept the post until 2011.",
            ("Ana Ruiz", "mayor", "former", "2007", "2011"),
        ),
        (
            "From 1967 to 1995 Ana Ruiz was a member of the Danish Parliament.",
            ("Ana Ruiz", "member", "former", "1967", "1995"),
        ),
        (
            "Ana Ruiz began serving as governor of Samoa on January 2, 2017.",
            ("Ana Ruiz", "governor", "current", "2017-01-02", None),
        ),
        (
            "When Ana Ruiz left Apia in 2017, she also became governor of Samoa.",
            ("Ana Ruiz", "governor", "current", "2017", None),
        ),
        (
            "Ana Ruiz, who had been Fiji's prime minister since her election in 2014, was in hospital.",
            ("Ana Ruiz", "prime minister", "current", "2014", None),
        ),
        (
            "The trial was put off while Ana Ruiz was president of Togo.",
            ("Ana Ruiz", "president", "former", None, None),
        ),
        ("Jo Park worked under President Jan Berg of Togo.", ("Jan Berg", "president", "former", None, None)),
        (
            "Governor Jan Berg of Samoa left. Berg is set to be replaced by Ana Ruiz.",
            ("Ana Ruiz", "governor", "designate", None, None),
        ),
        (
            "Ana Ruiz led Togo, and served first as prime minister of Togo; then as president of Togo, 1987–2017.",
            ("Ana Ruiz", "president", "former", "1987", "2017"),
        ),
    ],
)
def test_office_is_shown_as_long_as_the_words_say(read: Read, text: str, office: Shown) -> None:
    assert office in shown(read(text, "2024-05-17"))


def test_whoever_was_somewhere_is_in_office_still(read: Read) -> None:
    (office,) = shown(read("Premier Ana Ruiz of Togo was not present at the vote.", "2024-05-17"))
    assert office == ("Ana Ruiz", "premier", "current", None, None)


def test_two_terms_are_two_offices(read: Read) -> None:
    text = (
        "Ana Ruiz was elected mayor of Ghent on Monday. "
        "Ruiz became the first woman to serve in Ghent as mayor in 2007 and kept the post until 2011."
    )
    assert shown(read(text, "2024-05-17")) == [
        ("Ana Ruiz", "mayor", "current", "2024-05-13", None),
        ("Ana Ruiz", "mayor", "former", "2007", "2011"),
    ]


def test_who_is_said_to_be_in_office_is_so_still(read: Read) -> None:
    (office,) = shown(read("Omar Haddad told reporters that Ana Ruiz was the president of Togo.", "2024-05-17"))
    assert office == ("Ana Ruiz", "president", "current", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was the third envoy to serve in Chad.",
        "After Ana Ruiz fired her vice president, she left.",
        "Ana Ruiz was the first president to refuse it.",
    ],
)
def test_whom_the_words_only_count_or_who_acts_on_a_holder_holds_nothing(read: Read, text: str) -> None:
    assert shown(read(text)) == []


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Ana Ruiz, the secretary of justice for Guam, left.", "secretary of justice", "Guam"),
        (
            "Eva Lund, spokeswoman for the Berg administration's Department of Justice, spoke.",
            "spokeswoman",
            "Department of Justice",
        ),
    ],
)
def test_office_is_of_what_stands_behind_for(read: Read, text: str, role: str, body: str) -> None:
    (office,) = [s for s in read(text).statements if isinstance(s.detail, OfficeDetail)]
    assert (office.detail.role, office.fillers(RoleName.BODY)[0].text) == (role, body)  # type: ignore[union-attr]


def test_office_is_shown_on_the_day_of_what_its_holder_tells(read: Read) -> None:
    text = "The rebels left the town, according to Chadian President Omar Haddad on Tuesday."
    (office,) = [s for s in read(text, "2024-05-17").statements if isinstance(s.detail, OfficeDetail)]
    assert str(office.time) == "2024-05-14"


def test_who_speaks_for_a_governor_in_spanish_is_none(read: Read) -> None:
    told = shown(read("El portavoz del gobernador, Pedro Ruiz, renunció.", "2024-05-17", language="es"))
    assert [(person, role) for person, role, *_ in told] == [("Pedro Ruiz", "portavoz")]


def test_office_is_not_shown_on_a_day_ahead_of_its_text(read: Read) -> None:
    text = "Togo's president, Ama Sow, is expected to visit Lima in September."
    (office,) = [s for s in read(text, "2019-07-10").statements if isinstance(s.detail, OfficeDetail)]
    assert str(office.time) == "2019-07-10"
