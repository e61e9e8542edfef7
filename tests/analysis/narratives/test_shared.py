"""Which claims tell stories apart."""

from palanca.analysis.narratives import Shared, shared_claims
from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.shared import FULL, WEAK
from palanca.records import Category
from tests.analysis.narratives.making import article, press
from tests.claims.making import THINGS, Said, act, claims, instrument, meeting, quantity

MEETING = meeting("a", "Ama Owusu", "Bruno Keller", when="2024-05-04", words="Owusu met Keller on 4 May")
PAPERS = press(article("a", "2024-05-06", "Star"), article("b", "2024-05-07", "Herald"))


def shared(*sayings: Said, known: Press = PAPERS) -> list[Shared]:
    statements = {one.statement.id: one.statement for one in sayings}
    return list(shared_claims(claims(*sayings), known, lambda ids: {i: statements[i] for i in ids}, _is_country))


def _is_country(thing: str) -> bool:
    return any(one.id == thing and one.is_country for one in THINGS.values())


def test_dated_meeting_of_two_people_tells_a_story_by_itself() -> None:
    (one,) = shared(MEETING, MEETING.but(document="b"))
    assert (one.weight, set(one.places)) == (FULL, {"a", "b"})


def test_dated_meeting_of_two_countries_does_not() -> None:
    told = act("a", Category.AGREE, "Ghana", "Peru", "Ghana and Peru signed", when="2024-05-04")
    assert [one.weight for one in shared(told, told.but(document="b"))] == [WEAK]


def test_amount_does_not() -> None:
    told = quantity("a", 200, "USD", "loan", "Ghana", words="a loan of 200 dollars to Ghana")
    assert [one.weight for one in shared(told, told.but(document="b"))] == [WEAK]


def test_what_was_years_ago_is_background() -> None:
    late = press(article("a", "2024-05-06"), article("b", "2026-05-06"))
    assert shared(MEETING, MEETING.but(document="b"), known=late) == []


def test_law_that_everybody_cites_is_background_and_one_of_the_month_is_not() -> None:
    cited = instrument("a", "Ports Act", number="17", issuer="Ghana")
    assert shared(cited, cited.but(document="b")) == []
    assert len(shared(*(cited.but(document=name, when="2024-05-02") for name in "ab"))) == 1


def test_claim_of_copies_alone_is_shared_by_nobody() -> None:
    known = press(article("a", "2024-05-06"), article("b", "2024-05-07"), copies={"b": "a"})
    assert shared(MEETING, MEETING.but(document="b"), known=known) == []


def test_row_of_a_register_is_no_article() -> None:
    assert shared(MEETING, MEETING.but(document="row")) == []
