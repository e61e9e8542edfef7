"""Pairs of names of people, and how well they agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity.person_names import NameMatch, blocks, compare, is_common, parsed, surname_blocks

_PAIRS = {
    NameMatch.SAME: [
        ("Inés Duarte", "INES DUARTE"),
        ("Dr. Inés Duarte", "Ines Duarte"),
        ("President Nana Addo", "Nana Addo"),
        ("González, Juan", "Juan González"),
        ("Xi Jinping", "Jinping Xi"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Conor O'Brien", "Conor OBrien"),
        ("Abdel-Fattah el-Sisi", "Abdel Fattah al-Sisi"),
        ("Charles de Gaulle", "Charles De Gaulle"),
        ("Ambassador Lisa Kenna", "Lisa Kenna"),
        ("Sen. Ana Rey", "Ana Rey"),
    ],
    NameMatch.PART: [
        ("Juan González", "Juan Carlos González"),
        ("Pedro Castillo", "Pedro Castillo Terrones"),
        ("Castillo Terrones, Pedro", "Pedro Castillo"),
        ("William H. Hornibrook", "William Harrison Hornibrook"),
        ("Donald Trump", "Donald J. Trump"),
        ("Pedro Pablo Kuczynski", "Pedro Pablo Kuczynski Godard"),
        ("Olusegun Obasanjo", "Olusegun Aremu Obasanjo"),
        ("Lewis Cass", "Lewis Cass Jr."),
    ],
    NameMatch.SPELLING: [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Muammar Qaddafi", "Muammar Gaddafi"),
        ("Mohammed Yusuf", "Muhammad Yousef"),
        ("Bill Clinton", "William Clinton"),
        ("Pepe Mujica", "José Mujica"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
        ("Anna Lindqvist", "Anna Lindquist"),
        ("Nicloas Sarkozy", "Nicolas Sarkozy"),
        ("Abdelaziz Boutefilka", "Abdelaziz Bouteflika"),
    ],
    NameMatch.INITIALS: [
        ("J. González", "Juan González"),
        ("J. C. González", "Juan Carlos González"),
        ("G.W. Bush", "George W. Bush"),
        ("J. Nyerere", "Julius Kambarage Nyerere"),
    ],
    NameMatch.SURNAME: [
        ("Kenna", "Lisa Kenna"),
        ("Ambassador Kenna", "Lisa Kenna"),
        ("Castillo", "Pedro Castillo Terrones"),
        ("García Márquez", "Gabriel García Márquez"),
        ("al-Assad", "Bashar al-Assad"),
        ("de Gaulle", "Charles de Gaulle"),
        ("Xi", "Xi Jinping"),
    ],
    NameMatch.DIFFERENT: [
        ("Pedro Castillo Terrones", "Pedro Castillo Ruiz"),
        ("Juan Carlos González", "Juan Pablo González"),
        ("John A. Smith", "John B. Smith"),
        ("John Smith Jr.", "John Smith Sr."),
        ("George H. W. Bush", "George W. Bush"),
        ("María Silva", "Mario Silva"),
        ("Daniel Ortiz", "Daniela Ortiz"),
        ("Ivan Petrov", "Ivan Petrova"),
        ("Luis Fernandez", "Luis Hernandez"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Donald Trump", "Ivanka Trump"),
        ("Emmanuel Macron", "Brigitte Macron"),
        ("Carlos González", "Juan Carlos González"),
        ("Juan Carlos", "Juan Carlos González"),
        ("Horace Campbell", "Horace Campbell White"),
        ("Juan", "Juan González"),
        ("James Thomas", "Thomas James"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("", "Lisa Kenna"),
    ],
}


@pytest.mark.parametrize(
    ("one", "other", "match"), [(*pair, match) for match, pairs in _PAIRS.items() for pair in pairs]
)
def test_names_agree_as_well_as_people_write_them(one: str, other: str, match: NameMatch) -> None:
    assert compare(one, other) is match
    assert compare(other, one) is match


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Juan González", True), ("Maria García", True), ("John Smith", True), ("Mohammed Ali", True),
        ("Kim Min-jun", True), ("J. Smith", True), ("Lisa Kenna", False), ("Pedro Castillo Terrones", False),
        ("Juan Carlos Pérez García", False),
    ],
)  # fmt: skip
def test_a_rare_part_makes_a_name_rare(name: str, common: bool) -> None:
    assert is_common(name) is common


def test_titles_and_particles_are_no_parts() -> None:
    assert parsed("President Dr. Luiz Inácio Lula da Silva").tokens == ("luiz", "inacio", "lula", "silva")


def test_a_name_of_titles_alone_keeps_one() -> None:
    assert parsed("the King").tokens == ("the", "king")
    assert parsed("King").tokens == ("king",)


_parts = st.sampled_from(
    ["Juan", "Carlos", "J.", "C.", "José", "Pepe", "González", "Castillo", "Xi", "Jinping", "William", "Bill", "Kenna",
     "de", "al-", "Zelensky", "Zelenskyy", "Qaddafi", "Gaddafi", "Jr.", "Terrones", "Mohammed", "Muhammad", "Yusuf"]
)  # fmt: skip
_names = st.lists(_parts, min_size=1, max_size=5).map(" ".join)


@given(_names, _names)
@settings(max_examples=600, deadline=None)
def test_names_that_agree_meet_in_a_block(one: str, other: str) -> None:
    match = compare(one, other)
    assert compare(other, one) is match
    if match >= NameMatch.INITIALS:
        assert set(blocks(one)) & set(blocks(other))
    if match is NameMatch.SURNAME:
        assert set(surname_blocks(one)) & set(surname_blocks(other))


@given(st.text(max_size=20))
def test_every_name_is_the_same_as_itself(name: str) -> None:
    assert compare(name, name) is (NameMatch.SAME if parsed(name).tokens else NameMatch.DIFFERENT)
