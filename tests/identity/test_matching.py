"""Which names agree is found without comparing all with all, and is what comparing all with all finds."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity import body_names, person_names
from palanca.identity.matching import matching_forms
from palanca.identity.person_names import NameMatch
from palanca.identity.weights import Match

_PEOPLE = st.tuples(
    st.sampled_from(["Ana", "Anna", "A.", "Juan Carlos", "Kim", "Mohammed", "Muhammad", "Jong-un", ""]),
    st.sampled_from(["", "B.", "Maria", "Kim", "Ruiz"]),
    st.sampled_from(["Gonzalez", "Gonzales", "González Rubio", "Kim", "Osei", "Ossei", "Petrov", "Petrova", "Ruiz12"]),
).map(lambda parts: " ".join(" ".join(parts).split()))
# Where many share a block and a surname, those that may agree are found by a third part.
_OF_ONE_FAMILY = st.tuples(
    st.sampled_from(["Kim"]),
    st.sampled_from(["", "C.", "D.", "Cyril", "Daniel", "Dan"]),
    st.sampled_from(["", "E.", "Emeka", "Emekka", "Ruiz12"]),
    st.sampled_from(["Ruiz12", "Ruiz13", "Lund", "Lunnd", "Kim"]),
).map(lambda parts: " ".join(" ".join(parts).split()))
_BODIES = st.tuples(
    st.sampled_from(["Volta", "Voltta", "Northern", "Ministry of", "Company 17", "Company 18", "V"]),
    st.sampled_from(["Grid", "Harbour", "Defence", "Defense", ""]),
    st.sampled_from(["SA", "Ltd", "of Ghana", ""]),
).map(lambda parts: " ".join(" ".join(parts).split()))
_ACRONYMS = st.sampled_from(["VG", "VGS", "C1S", "MoD", "NH", "VH"])


@pytest.mark.parametrize(
    ("is_person", "forms", "compare"),
    [
        (True, _PEOPLE, person_names.compare),
        (True, _OF_ONE_FAMILY, person_names.compare),
        (False, st.one_of(_BODIES, _ACRONYMS), body_names.compare),
    ],
)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_names_agree_as_when_all_are_compared(
    is_person: bool, forms: st.SearchStrategy[str], compare: Callable[[str, str], Match], data: st.DataObject
) -> None:
    names = data.draw(st.lists(forms, unique=True, max_size=30))
    found = matching_forms({(is_person, name): [number] for number, name in enumerate(names)})
    expected = {
        (match, pair)
        for pair in combinations(sorted(names), 2)
        if (match := compare(*pair)) and match is not NameMatch.SURNAME  # those meet by what else they have in common
    }
    told = [(match, pair) for match in found.matches() if match is not NameMatch.SURNAME for pair in found.pairs(match)]
    assert sorted(told) == sorted(expected)


def test_a_name_that_several_bear_agrees_with_itself() -> None:
    found = matching_forms({(True, "Ama Owusu"): [0, 3], (True, "Kofi Mensah"): [1]})
    assert found.matches() == [NameMatch.SAME]
    assert list(found.pairs(NameMatch.SAME)) == [("Ama Owusu", "Ama Owusu")]
