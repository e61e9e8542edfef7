"""What is held over a country, shares without a verb of their own, and whose people stand right behind a name."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_ties import ties

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Russia came to control key sectors of the Malian economy.",
            {("Russia", "controls", "key sectors of the Malian economy")},
        ),
        ("The Volga Group dominates the gold mines of Mali.", {("Volga Group", "controls", "gold mines of Mali")}),
        (
            "Russia gained control over parts of Mali's infrastructure, including the electricity supply to Bamako.",
            {("Russia", "controls", "electricity supply to Bamako")},
        ),
        ("Ninety percent of Bamako's electricity is Chinese-owned.", {("China", "owns", "Bamako's electricity")}),
        ("The junta of Mali does not control the press. General Paz controls his party.", set()),
        (
            "Togo owns 75 percent of the operator, the Lome Railway Company, and Benin 25 percent.",
            {("Togo", "owns", "Lome Railway Company"), ("Benin", "owns", "Lome Railway Company")},
        ),
        (
            "They built Lome Terminals, a joint venture in which Volta Lines held 66 percent and Sonec the rest.",
            {("Volta Lines", "owns", "Lome Terminals"), ("Sonec", "owns", "Lome Terminals")},
        ),
        (
            "Nord Rail is owned in equal shares by Togo and Volta Lines.",
            {("Togo", "owns", "Nord Rail"), ("Volta Lines", "owns", "Nord Rail")},
        ),
        (
            "Togo acquired 19 percent of the Port of Berbera alongside Gulf Lines, which holds 51 percent.",
            {("Togo", "owns", "Port of Berbera"), ("Gulf Lines", "owns", "Port of Berbera")},
        ),
        (
            "Former Lopez adviser Ivo Sá sued Ruiz personal attorney Rudy Ball.",
            {("Ivo Sá", "employee_of", "Lopez"), ("Rudy Ball", "represents", "Ruiz")},
        ),
        (
            "President Ivo Sá himself, his wife Lena, and his son Nils fell ill.",
            {("Lena", "spouse", "Ivo Sá"), ("Nils", "family", "Ivo Sá")},
        ),
        ("The guests were Ivo Sá, Ana Paz and the mother of the prisoner Rudy Ball.", set()),
        (
            "Police in Dayton, Ohio, United States held him.",
            {("Dayton", "located_in", "Ohio"), ("Ohio", "located_in", "United States")},
        ),
        (
            "Ana Paz belongs to the National Rally for Unity.",
            {("Ana Paz", "member_of", "National Rally for Unity")},
        ),
        (
            "Ana Paz, a member of the central committee of the Labour Party, left.",
            {("Ana Paz", "member_of", "Labour Party")},
        ),
        (
            "Ana Ruiz ran for governor of Ohio in 2010 as the nominee of the Labour Party.",
            {("Ana Ruiz", "member_of", "Labour Party")},
        ),
        ("Port Safety Administration administrator Ana Paz wrote a letter.", set()),
        ("Togo met NATO. Togo became the alliance's newest member.", {("Togo", "member_of", "NATO")}),
    ],
)
def test_ties_of_rows_and_rule(read: Read, text: str, found: set[tuple[str, str, str]]) -> None:
    assert ties(read(text)) == found


def test_who_a_sentence_tells_of_is_meant_by_its_pronouns(read: Read) -> None:
    told = ties(
        read(
            "The man who rules is Ivo Sá, president since 1999. He took over from his uncle, Karl Paz, and is rich."
            " His wife, Lena, runs the port. Nova TV is owned by Togo. La Voz, a station of exiles, left; its reporter"
            " Ana Lima was jailed."
        )
    )
    assert {("Lena", "spouse", "Ivo Sá"), ("Ana Lima", "employee_of", "La Voz")} <= told


def test_a_state_is_no_member_of_its_navy(read: Read) -> None:
    assert not ties(read("Togo opened a base in May. It belongs to the Togo Navy."))
