import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.records.names import fold, nearest_names


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ngozi  Okonjo", "ngozi okonjo"),
        ("N'Djaména–Sud", "n djamena sud"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Gjøvik", "gjovik"),
        ("İzmir", "izmir"),
        ("Nº 12/2020", "no 12 2020"),
        ("हिन्दी", "हिनदी"),
        ("…", ""),
    ],
)
def test_fold_drops_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_names_hold_no_wildcard_of_sql(text: str) -> None:
    assert not set(fold(text)) & set("%_\\")


def test_the_nearest_names_come_first_whatever_their_case() -> None:
    assert nearest_names("ana riuz", {"Ana Ruiz", "Ana Rivas", "Volta Freight"}, 5) == ["Ana Ruiz", "Ana Rivas"]
