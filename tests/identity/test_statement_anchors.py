"""Anchors of statements: what a person judged is found again among what is read now, or nothing is."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_statement, found_statement
from palanca.identity.told import Agreement, agreement
from palanca.records import Anchor, Category, Context, EventDetail, Kind, Modality, Span, Time
from tests.identity.judged import event, meeting, office, reading, told

TEXT = "Vera Lund met Omar Diallo. Lund praised the harbour."


def test_a_statement_is_anchored_with_what_it_tells_of_whom() -> None:
    here = reading(TEXT)
    assert anchor_of_statement(here, meeting(here)) == Anchor(
        document=here.document.id,
        name="report.txt",
        span=Span(0, 26),
        words="Vera Lund met Omar Diallo.",
        sentence="Vera Lund met Omar Diallo.",
        kind=Kind.EVENT,
        told="CONSULT",
        parties=("actor=vera lund", "recipient=omar diallo"),
    )


def test_a_clause_is_anchored_with_its_sentence() -> None:
    here = reading(TEXT)
    clause = replace(meeting(here), span=Span(10, 13))
    assert anchor_of_statement(here, clause).sentence == "Vera Lund met Omar Diallo."


def test_a_statement_is_found_among_others_of_its_sentence() -> None:
    here = reading(TEXT)
    others = (event(here, TEXT[:26], Category.CONSULT, "Omar Diallo", "Vera Lund"), office(here, TEXT[:26], "x", "y"))
    here = told(here, *others, meeting(here))
    assert found_statement(anchor_of_statement(here, meeting(here)), here) == meeting(here)


def test_a_statement_is_found_when_its_span_has_shifted() -> None:
    here = reading(TEXT)
    shifted = replace(meeting(here), span=Span(5, 25))
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, shifted)) == shifted


def test_a_statement_with_a_better_date_is_found() -> None:
    here = reading(TEXT)
    dated = replace(meeting(here), time=Time.parse("2024"))
    anchor = anchor_of_statement(here, meeting(here))
    assert found_statement(anchor, told(here, dated)) == dated
    assert agreement(anchor, dated) is Agreement.LIKE


def test_the_same_parties_go_before_the_same_act() -> None:
    here = reading(TEXT)
    of_others = event(here, TEXT[:26], Category.CONSULT, "Ida Berg")
    otherwise = event(here, TEXT[:26], Category.AID, "Vera Lund", "Omar Diallo")
    anchor = anchor_of_statement(here, meeting(here))
    assert found_statement(anchor, told(here, of_others, otherwise)) == otherwise
    assert agreement(anchor, otherwise) is Agreement.PARTIES


def test_the_same_act_of_others_is_found_when_nothing_is_nearer() -> None:
    here = reading(TEXT)
    of_others = event(here, TEXT[:26], Category.CONSULT, "Ida Berg")
    anchor = anchor_of_statement(here, meeting(here))
    assert found_statement(anchor, told(here, of_others)) == of_others
    assert agreement(anchor, of_others) is Agreement.CORE


def test_the_only_statement_of_its_kind_at_the_words_is_found() -> None:
    here = reading(TEXT)
    another = event(here, TEXT[:26], Category.AID, "Ida Berg")
    anchor = anchor_of_statement(here, meeting(here))
    assert found_statement(anchor, told(here, another)) == another
    assert agreement(anchor, another) is Agreement.KIND


def test_the_only_statement_must_share_more_than_half_of_the_words() -> None:
    here = reading(TEXT)
    another = event(here, "Vera Lund", Category.AID, "Ida Berg")
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, another)) is None


def test_two_statements_that_stand_alike_lead_to_none() -> None:
    here = reading(TEXT)
    years = [replace(meeting(here), time=Time.parse(year)) for year in ("2023", "2024")]
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, *years)) is None


def test_what_is_alike_in_its_kind_only_must_stand_alone() -> None:
    here = reading(TEXT)
    others = [event(here, TEXT[:end], Category.AID, "Ida Berg") for end in (26, 24)]
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, *others)) is None


def test_of_statements_that_tell_the_same_the_first_is_found() -> None:
    here = reading(TEXT)
    contexts = [
        replace(meeting(here), detail=EventDetail(category=Category.CONSULT, contexts=(context,)))
        for context in Context
    ]
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, *contexts)) == contexts[0]


def test_of_statements_alike_the_one_with_more_of_the_parties_is_found() -> None:
    here = reading(TEXT)
    fewer = replace(event(here, TEXT[:26], Category.CONSULT, "Vera Lund"), time=Time.parse("2023"))
    more = replace(meeting(here), time=Time.parse("2024"))
    assert found_statement(anchor_of_statement(here, meeting(here)), told(here, fewer, more)) == more


def test_of_statements_alike_the_one_that_tells_the_same_is_found() -> None:
    here = reading(TEXT)
    alone = event(here, TEXT[:26], Category.CONSULT, "Vera Lund")
    dated = replace(alone, time=Time.parse("2023"))
    assert found_statement(anchor_of_statement(here, alone), told(here, dated, meeting(here))) == meeting(here)


def test_a_statement_of_another_kind_is_not_found() -> None:
    here = reading(TEXT)
    assert (
        found_statement(anchor_of_statement(here, meeting(here)), told(here, office(here, TEXT[:26], "x", "y"))) is None
    )


def test_a_statement_is_found_in_another_text() -> None:
    before, now = reading(TEXT), reading("It rained. " + TEXT)
    assert found_statement(anchor_of_statement(before, meeting(before)), told(now, meeting(now))) == meeting(now)


def test_a_statement_is_lost_with_its_sentence() -> None:
    before, now = reading(TEXT), reading(TEXT.replace("met Omar Diallo", "met Omar Diallo twice"))
    other = event(now, "Vera Lund met Omar Diallo twice.", Category.CONSULT, "Vera Lund", "Omar Diallo")
    assert found_statement(anchor_of_statement(before, meeting(before)), told(now, other)) is None


KEYS = st.tuples(
    st.sampled_from([Category.AID, Category.CONSULT]),
    st.sampled_from(["Lund", "Diallo"]),
    st.sampled_from([None, "Lund", "Berg"]),
    st.sampled_from([None, "2023", "2024"]),
    st.sampled_from([Modality.ASSERTED, Modality.DENIED]),
)


@given(st.lists(KEYS, min_size=1, max_size=5, unique=True))
def test_a_statement_is_found_among_any_others(
    keys: list[tuple[Category, str, str | None, str | None, Modality]],
) -> None:
    here = reading(TEXT)
    statements = [
        replace(event(here, TEXT[:26], act, one, two), time=Time.parse(year) if year else None, modality=how)
        for act, one, two, year, how in keys
    ]
    here = told(here, *statements)
    assert [found_statement(anchor_of_statement(here, one), here) for one in statements] == statements
