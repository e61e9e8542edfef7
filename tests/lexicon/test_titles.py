"""Titles are found whole: modifiers, head and portfolio, however a pipeline cuts hyphens."""

import pytest

from palanca.lexicon.titles import Scope, titles
from palanca.records import OfficeStatus


def _found(text: str) -> str | None:
    words = text.split()
    end = titles().match(words, 0)
    return " ".join(words[:end]) if end else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("prime minister lars holm", "prime minister"),
        ("deputy minister of health and welfare of norway", "deputy minister of health and welfare"),
        ("trade and industry commissioner ana ruiz", "trade and industry commissioner"),
        ("health , labour and welfare minister ana ruiz", "health , labour and welfare minister"),
        ("coast guard , foreign secretary and chad", None),
        ("minister of the interior of chad", "minister of the interior"),
        ("secretary - general of the league", "secretary - general"),
        ("secretary-general of the league", "secretary-general"),
        ("commander - in - chief of the navy", "commander - in - chief"),
        ("chargé d’affaires ana ruiz", "chargé d’affaires"),
        ("chief executive officer of the bank", "chief executive officer"),
        ("foreign minister and mayor", "foreign minister"),
        ("river of gold", None),
        ("health of the nation", None),
    ],
)
def test_longest_title_is_taken(text: str, title: str | None) -> None:
    assert _found(text) == title


def test_portfolio_is_told_from_the_head() -> None:
    title = titles().title_at(["minister", "of", "trade"], 0)
    assert title is not None
    assert (title.head, title.end, title.scopes) == (1, 3, (Scope.STATE,))


@pytest.mark.parametrize(
    ("text", "end", "status"),
    [
        ("former president", 1, OfficeStatus.FORMER),
        ("ex - president", 2, OfficeStatus.FORMER),
        ("then - president", 2, OfficeStatus.CURRENT),
        ("newly elected president", 2, OfficeStatus.CURRENT),
        ("interim president", 1, OfficeStatus.ACTING),
        ("de facto president", 2, OfficeStatus.DE_FACTO),
        ("incoming president", 1, OfficeStatus.DESIGNATE),
    ],
)
def test_status_words_say_how_the_office_is_held(text: str, end: int, status: OfficeStatus) -> None:
    assert titles().status_at(text.split(), 0) == (end, status)


def test_elect_after_the_title_is_designate() -> None:
    assert titles().suffix_at(["president", "-", "elect", "ana"], 1) == (3, OfficeStatus.DESIGNATE)


def test_ranks_and_heads_are_told_apart() -> None:
    assert titles().is_rank("lt. gen".replace("lt. ", "lt "))
    assert titles().is_rank("colonel")
    assert not titles().is_rank("minister")
    assert titles().is_head("envoy")
    assert titles().is_title_word("deputy")
    assert not titles().is_title_word("defence")
    assert titles().is_portfolio("defence")
    assert not titles().is_title_word("of")


def test_rank_of_two_words_is_one_rank() -> None:
    assert titles().rank_at(["lieutenant", "general", "kofi"], 0) == 2
