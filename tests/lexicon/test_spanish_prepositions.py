import pytest

from palanca.lexicon.spanish_prepositions import OBJECT, government


@pytest.mark.parametrize(
    ("lemma", "preposition", "expected"),
    [("attend", "to", OBJECT), ("impose", "to", "on"), ("import", "of", "from"), ("sign", "with", None)],
)
def test_preposition_is_what_it_is_behind_its_word(lemma: str, preposition: str, expected: str | None) -> None:
    assert government().preposition(lemma, preposition) == expected


def test_no_verb_has_its_object_and_its_goal_behind_the_same_word() -> None:
    assert government().addressed & government().directed == frozenset()


def test_verb_is_another_before_a_clause() -> None:
    assert government().senses["denounce"] == {"that": "allege", "quoted": "allege"}
