"""Pairs of names of people, and how well they agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity.person_names import (
    NameMatch,
    begins_with_initial,
    blocks,
    compare,
    initial_blocks,
    is_common,
    may_be_surname,
    parsed,
    spelling_blocks,
    surname_blocks,
)
from palanca.identity.person_words import person_words

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
        ("Ambassador Lisa Selby", "Lisa Selby"),
        ("Sen. Ana Rey", "Ana Rey"),
        ("Lic. Andrés Luna", "Andres Luna"),
        ("Secretary of State Iris Holm", "Iris Holm"),
        ("Foreign Minister Wang Yi", "Wang Yi"),
        ("Don Pedro Salinas", "Pedro Salinas"),
        ("von der Leyen, Ursula", "Ursula von der Leyen"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Lech Wałęsa", "LECH WALESA"),
        ("Park Geun-hye", "Park Geunhye"),
        ("Ki-moon Ban", "Ban Ki-moon"),
        ("Mao Ze-dong", "Mao Zedong"),
        ("JD Vance", "J.D. Vance"),
    ],
    NameMatch.PART: [
        ("Juan González", "Juan Carlos González"),
        ("Pedro Romero", "Pedro Romero Tarazona"),
        ("Romero Tarazona, Pedro", "Pedro Romero"),
        ("William H. Hornibrook", "William Harrison Hornibrook"),
        ("Donald Trump", "Donald J. Trump"),
        ("Pedro Pablo Kuczynski", "Pedro Pablo Kuczynski Godard"),
        ("Olusegun Obasanjo", "Olusegun Aremu Obasanjo"),
        ("Lewis Cass", "Lewis Cass Jr."),
        ("Andrés López Obrador", "Andrés Manuel López Obrador"),
        ("Luiz Lula da Silva", "Luiz Inácio Lula da Silva"),
        ("Gustavo Petro", "Gustavo Francisco Petro Urrego"),
        ("Nayib Bukele", "Nayib Armando Bukele Ortez"),
        ("Ellen Sirleaf", "Ellen Johnson Sirleaf"),
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
        ("Antony Blinken", "Tony Blinken"),
        ("Paco Sagasti", "Francisco Sagasti"),
        ("Nikita Khrushchev", "Nikita Khruschev"),
        ("Boris Yeltsin", "Boris Eltsin"),
        ("Osama bin Laden", "Usama bin Ladin"),
        ("Bashar al-Assad", "Bachar el-Assad"),
        ("Mikhail Gorbachev", "Mikhail Gorbachov"),
        ("Mahmoud Ahmadinejad", "Mahmud Ahmadinezhad"),
        ("Hossein Amir-Abdollahian", "Hussein Amirabdollahian"),
        ("Hamid Tabatabaei", "Hamid Tabatabai"),
    ],
    NameMatch.INITIALS: [
        ("J. González", "Juan González"),
        ("J. C. González", "Juan Carlos González"),
        ("G.W. Bush", "George W. Bush"),
        ("J. Nyerere", "Julius Kambarage Nyerere"),
        ("J. Smith", "J. A. Smith"),
        ("W. Clinton", "Bill Clinton"),
        ("GW Bush", "George W. Bush"),
        ("P. Romero", "Pedro Romero Tarazona"),
        ("J.-C. Juncker", "Jean-Claude Juncker"),
    ],
    NameMatch.SURNAME: [
        ("Selby", "Lisa Selby"),
        ("Ambassador Selby", "Lisa Selby"),
        ("Romero", "Pedro Romero Tarazona"),
        ("García Márquez", "Gabriel García Márquez"),
        ("al-Assad", "Bashar al-Assad"),
        ("de Gaulle", "Charles de Gaulle"),
        ("Xi", "Xi Jinping"),
        ("Tarazona", "Pedro Romero Tarazona"),
        ("da Silva", "Luiz Inácio Lula da Silva"),
        ("bin Salman", "Mohammed bin Salman"),
        ("Mr. Moon", "Moon Jae-in"),
    ],
    NameMatch.DIFFERENT: [
        ("Ana Ruiz12", "Ana Ruiz13"),  # a number is no slip
        ("Pedro Romero Tarazona", "Pedro Romero Ruiz"),
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
        ("", "Lisa Selby"),
        ("Kim Min-jun", "Kim Min-jin"),
        ("Kim Minjun", "Kim Minjin"),
        ("Xi Jinping", "Xi Jianping"),
        ("Al Gore", "Tipper Gore"),
        ("Christian Holm", "Christina Holm"),
        ("Peter Holm", "Petra Holm"),
        ("Michel Holm", "Michelle Holm"),
        ("Marco Rojas", "Marcos Rojas"),
        ("Jon Brown", "Joe Brown"),
        ("John Brown", "Joan Brown"),
        ("Francisco Lima", "Francisca Lima"),
        ("Carlos Martin", "Carlos Martinez"),
        ("Boris Johnson", "Boris Johnston"),
        ("Juan Moran", "Juan Moreno"),
        ("Ahmad Karimi", "Ahmad Karimov"),
        ("Bill Smith", "John William"),
        ("John Smith II", "John Smith III"),
        ("Roy William", "Roy Bill"),
        ("Do Patricio Bernardo", "Patricio Bernardo"),
    ],
}


@pytest.mark.parametrize(
    ("one", "other", "match"), [(*pair, match) for match, pairs in _PAIRS.items() for pair in pairs]
)
def test_names_agree_as_well_as_people_write_them(one: str, other: str, match: NameMatch) -> None:
    assert compare(one, other) is match
    assert compare(other, one) is match
    if match >= NameMatch.INITIALS:
        assert set(blocks(one)) & set(blocks(other))


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Juan González", True), ("Maria García", True), ("John Smith", True), ("Mohammed Ali", True),
        ("Kim Min-jun", True), ("J. Smith", True), ("Lisa Selby", False), ("Pedro Romero Tarazona", False),
        ("Juan Carlos Pérez García", False),
    ],
)  # fmt: skip
def test_a_rare_part_makes_a_name_rare(name: str, common: bool) -> None:
    assert is_common(name) is common


@pytest.mark.parametrize(
    ("name", "tokens", "surnames"),
    [
        ("Ana E. Paz", ("ana", "e", "paz"), ("paz",)),
        ("Luis Y. Rojas", ("luis", "y", "rojas"), ("rojas",)),
        ("Juan A. Vidal", ("juan", "a", "vidal"), ("vidal",)),
        ("Luis Ortega y Paz", ("luis", "ortega", "paz"), ("paz", "ortega")),
        ("LUIS ORTEGA Y PAZ", ("luis", "ortega", "paz"), ("paz", "ortega")),
    ],
)
def test_an_initial_is_neither_a_particle_nor_a_surname(
    name: str, tokens: tuple[str, ...], surnames: tuple[str, ...]
) -> None:
    assert (parsed(name).tokens, parsed(name).surnames) == (tokens, surnames)


def test_titles_and_particles_are_no_parts() -> None:
    assert parsed("President Dr. Luiz Inácio Lula da Silva").tokens == ("luiz", "inacio", "lula", "silva")


def test_a_name_of_titles_alone_keeps_one() -> None:
    assert parsed("the King").tokens == ("the", "king")
    assert parsed("King").tokens == ("king",)


_lists = person_words()
_known = st.sampled_from(
    sorted(_lists.stands_for) + sorted(_lists.frequent) + sorted(_lists.family_first) + sorted(_lists.unlike)
    + ["Jr.", "JD", "de", "al-", "Dr.", "Jong-un", "Amir-", "Zelensky", "Qaddafi", "Selby", "Romero", "Tarazona"]
)  # fmt: skip


@st.composite
def _two_names(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and its parts again: spelled otherwise, cut to initials, with a slip, left out or in another order."""
    parts = draw(st.lists(_known, min_size=1, max_size=4))
    others = [draw(st.sampled_from(_written_otherwise(part))) for part in parts]
    order = draw(st.one_of(st.just(others), st.permutations(others)))
    return " ".join(parts), draw(st.sampled_from([" ", "-", ""])).join(order[:2]) + " " + " ".join(order[2:])


def _written_otherwise(part: str) -> list[str]:
    mates = [name for name, first in _lists.stands_for.items() if first == _lists.stands_for.get(part)]
    middle = len(part) // 2
    doubled = part[:middle] + part[middle - 1] + part[middle:]
    swapped = part[: middle - 1] + part[middle - 1 : middle + 1][::-1] + part[middle + 1 :]
    return [part, f"{part[0]}.", "", doubled, swapped, *mates]


@given(_two_names())
@settings(max_examples=1500, deadline=None)
def test_names_that_agree_meet_in_a_block(names: tuple[str, str]) -> None:
    one, other = names
    match = compare(one, other)
    assert compare(other, one) is match
    if match >= NameMatch.INITIALS:
        begins = begins_with_initial(one) or begins_with_initial(other)
        narrow = initial_blocks if begins else spelling_blocks
        assert set(narrow(one)) & set(narrow(other)) & set(blocks(one)) & set(blocks(other))
    if match is NameMatch.SURNAME:
        assert set(surname_blocks(one)) & set(surname_blocks(other))
        assert may_be_surname(one) or may_be_surname(other)


@given(st.text(max_size=20))
def test_every_name_with_a_letter_is_the_same_as_itself(name: str) -> None:
    assert compare(name, name) is (NameMatch.SAME if parsed(name).tokens else NameMatch.DIFFERENT)
