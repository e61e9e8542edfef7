"""Which articles are one voice."""

from tests.analysis.narratives.making import article, press


def test_copies_are_one_unit_called_by_the_first_published() -> None:
    known = press(article("late", "2024-05-03"), article("early", "2024-05-01"), copies={"early": "late"})
    assert known.copies == {"early": ("early", "late")}


def test_copies_and_articles_of_one_outlet_are_one_voice_in_turn() -> None:
    known = press(
        article("a", "2024-05-01", "Lake Herald"), article("b", "2024-05-02", "Star"),
        article("c", "2024-05-03", "star"), article("d", "2024-05-04", "Wire"), copies={"c": "a"},
    )  # fmt: skip
    assert known.voices(list(known.articles)) == (0, 0, 0, 1)


def test_articles_that_tell_no_outlet_are_voices_of_their_own() -> None:
    known = press(article("a", "2024-05-01"), article("b", "2024-05-01"))
    assert known.voices(list(known.articles)) == (0, 1)
