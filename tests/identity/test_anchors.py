"""Anchors: the words of a judgement are found again, or nothing is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name, anchor_of_statement, found_entity, found_statement
from palanca.identity.told import Agreement, agreement, parties_of, told_of
from palanca.records import (
    Anchor,
    AnomalyDetail,
    AnomalyKind,
    Category,
    Context,
    Detail,
    EntityId,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Reading,
    Role,
    RoleName,
    Span,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.errors import UnknownEntity
from tests.identity.judged import entity, event, meeting, office, reading, span_of, told

TEXT = "Vera Lund met Omar Diallo. Lund praised the harbour."
LUND = "Vera Lund=Lund"


def test_a_name_is_anchored_at_its_caption() -> None:
    here = reading("Lund spoke. Vera Lund left.", LUND)
    assert anchor_of_name(here, entity(here, "Vera Lund")) == Anchor(
        document=here.document.id, name="report.txt", span=Span(12, 21), words="Vera Lund", sentence="Vera Lund left."
    )


def test_a_name_without_its_caption_in_the_text_is_anchored_at_its_first_name() -> None:
    here = reading("Lund spoke. Lund left.", "Lund")
    shown = replace(here, entities=(replace(here.entities[0], caption="Vera Lund"),))
    assert anchor_of_name(shown, here.entities[0].id).span == Span(0, 4)


def test_a_name_goes_before_a_pronoun() -> None:
    here = reading("She spoke. Lund left.", "Lund=She")
    pronoun = replace(here.mentions[0], form=Form.PRONOUN)
    shown = replace(here, mentions=(pronoun, here.mentions[1]))
    assert anchor_of_name(shown, here.entities[0].id).words == "Lund"


def test_what_is_only_described_is_anchored_at_its_description() -> None:
    here = reading("The minister spoke.", "minister")
    shown = replace(here, mentions=(replace(here.mentions[0], form=Form.NOMINAL),))
    assert anchor_of_name(shown, here.entities[0].id).words == "minister"


def test_an_entity_without_words_cannot_be_anchored() -> None:
    with pytest.raises(UnknownEntity, match=r"report\.txt names no entity nobody: give"):
        anchor_of_name(reading(TEXT), EntityId("nobody"))


def test_a_name_in_no_sentence_is_anchored_at_itself() -> None:
    here = replace(reading(TEXT, LUND), sentences=())
    assert anchor_of_name(here, entity(here, "Vera Lund")).sentence == "Vera Lund"


def test_a_name_is_found_in_the_same_reading() -> None:
    here = reading(TEXT, LUND, "Omar Diallo")
    for one in here.entities:
        assert found_entity(anchor_of_name(here, one.id), here) == one.id


def test_a_name_is_found_when_its_entity_has_another_id() -> None:
    before = reading("Lund spoke. Vera Lund left.", "Vera Lund")
    now = reading("Lund spoke. Vera Lund left.", LUND)
    found = found_entity(anchor_of_name(before, entity(before, "Vera Lund")), now)
    assert found == entity(now, "Vera Lund") != entity(before, "Vera Lund")


def test_a_name_is_found_when_it_is_read_longer() -> None:
    before, now = (reading("Count Vera Lund left.", name) for name in ("Vera Lund", "Count Vera Lund"))
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) == now.entities[0].id


def test_a_name_is_not_found_in_a_much_longer_one() -> None:
    before, now = (reading("Lund Harbour University opened.", name) for name in ("Lund", "Lund Harbour University"))
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


def test_a_name_is_found_where_the_same_words_stand_in_the_sentence() -> None:
    before = reading("Lund met the friends of Lund.", "Lund")
    now = replace(before, mentions=before.mentions[1:])
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) == now.mentions[0].entity


def test_a_name_is_not_looked_for_in_other_sentences() -> None:
    before = reading(TEXT, "Lund")
    now = replace(before, mentions=before.mentions[1:])
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


def test_words_that_name_two_things_lead_to_none() -> None:
    before = reading("Lund saw Lund and Lund.", "Lund")
    one, two, three = before.mentions
    now = replace(before, mentions=(two, replace(three, entity=EntityId("other"))))
    assert found_entity(anchor_of_name(before, one.entity), now) is None


def test_words_that_name_nothing_any_more_lead_to_none() -> None:
    before = reading(TEXT, LUND)
    assert found_entity(anchor_of_name(before, before.entities[0].id), reading(TEXT, "Omar Diallo")) is None


def test_a_name_is_found_in_a_text_with_another_beginning() -> None:
    before, now = reading(TEXT, LUND), reading("It rained. " + TEXT, LUND)
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) == now.entities[0].id


def test_a_name_is_found_in_a_text_with_other_line_breaks() -> None:
    before, now = reading(TEXT, LUND), reading(TEXT.replace("Lund met ", "Lund met\n  "), LUND)
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) == now.entities[0].id


def test_a_name_is_lost_when_its_sentence_has_changed() -> None:
    before, now = reading(TEXT, LUND), reading(TEXT.replace("met", "never met"), LUND)
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


def test_a_sentence_inside_a_longer_one_is_another_sentence() -> None:
    before = reading("Vera Lund resigned", "Vera Lund")
    now = reading("Nobody believes that Vera Lund resigned in spring.", "Vera Lund")
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


def test_a_sentence_is_not_found_inside_words() -> None:
    before = reading("Lund left.", "Lund")
    now = reading("Ostlund left.", "Ostlund")
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


@pytest.mark.parametrize("longer", ["Lundin", "McLund"])
def test_a_name_is_not_found_inside_words(longer: str) -> None:
    text = f"{longer} met Lund."
    before, now = reading(text, "Lund"), reading(f"It rained. {text}", longer)
    assert found_entity(anchor_of_name(before, before.entities[0].id), now) is None


def test_of_a_sentence_told_twice_the_nearer_one_counts() -> None:
    before = reading("Lund left. It was late in the long evening.", "Lund")
    now = reading("Lund left. It was late in the evening. Lund left.", "Lund")
    first, second = now.mentions
    shown = replace(now, mentions=(first, replace(second, entity=EntityId("another"))))
    assert found_entity(anchor_of_name(before, before.entities[0].id), shown) == first.entity


def test_an_anchor_past_the_end_of_a_text_is_not_found() -> None:
    here = reading(TEXT, LUND)
    anchor = replace(anchor_of_name(here, here.entities[0].id), span=Span(900, 904), sentence="Gone.")
    assert found_entity(anchor, here) is None


# Statements


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


@pytest.mark.parametrize(
    ("kind", "detail", "line"),
    [
        (Kind.EVENT, EventDetail(category=Category.AID, mode="in-kind", contexts=(Context.TRADE,)), "AID; in-kind"),
        (Kind.OFFICE, OfficeDetail(role="mayor", status=OfficeStatus.ACTING), "mayor; acting"),
        (
            Kind.OFFICE,
            OfficeDetail(role="mayor", status=OfficeStatus.FORMER, start=Time.parse("2001"), end=Time.parse("2005")),
            "mayor; former; from 2001; to 2005",
        ),
        (Kind.TIE, TieDetail(kind=TieKind.OWNS), "owns"),
        (Kind.INSTRUMENT, InstrumentDetail(kind=InstrumentKind.LAW, title="Fisheries; Act"), "law Fisheries, Act"),
        (
            Kind.INSTRUMENT,
            InstrumentDetail(kind=InstrumentKind.LAW, title="the law", number="12/3", effect="repeals"),
            "law 12/3; the law; repeals",
        ),
        (Kind.QUANTITY, QuantityDetail(value=3, value_max=5, unit="EUR", of="nets"), "3.0..5.0 EUR; nets"),
        (Kind.QUOTATION, QuotationDetail(cue="said", direct=True), "direct; said"),
        (Kind.QUOTATION, QuotationDetail(cue="said", direct=False), "reported; said"),
        (
            Kind.ANOMALY,
            AnomalyDetail(kind=AnomalyKind.DATE_CONFLICT, detail="Two\nyears."),
            "date_conflict; Two years.",
        ),
    ],
)
def test_each_kind_tells_its_own_in_one_line(kind: Kind, detail: Detail, line: str) -> None:
    here = reading(TEXT)
    assert told_of(replace(meeting(here), kind=kind, detail=detail)) == line


def test_how_when_where_and_who_says_it_are_told() -> None:
    here = reading(TEXT)
    full = replace(
        meeting(here),
        modality=Modality.DENIED,
        time=Time.parse("2024-05"),
        place=Filler(text="Lima"),
        speaker=Filler(text="Omar Diallo"),
    )
    assert told_of(full) == "denied CONSULT; 2024-05; at lima; says omar diallo"


def test_a_party_of_signs_only_keeps_its_signs() -> None:
    here = reading(TEXT)
    assert parties_of(event(here, "met", Category.AID, "***")) == ("actor=***",)


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


def test_a_statement_with_fuller_names_agrees() -> None:
    here = reading(TEXT)
    short = event(here, TEXT[:26], Category.CONSULT, "Lund", "Diallo")
    assert agreement(anchor_of_statement(here, short), meeting(here)) is Agreement.TOLD


def test_a_statement_with_one_more_role_is_alike() -> None:
    here = reading(TEXT)
    short = event(here, TEXT[:26], Category.CONSULT, "Vera Lund")
    assert agreement(anchor_of_statement(here, short), meeting(here)) is Agreement.LIKE


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


def test_nobody_is_no_party_in_common() -> None:
    here = reading(TEXT)
    one, other = (replace(meeting(here), roles=(), detail=EventDetail(category=act)) for act in list(Category)[:2])
    assert agreement(anchor_of_statement(here, one), other) is Agreement.KIND


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


WORDS = st.lists(st.sampled_from(["Lund", "Diallo", "met", "and", "Ida Berg", "left"]), min_size=1, max_size=6)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(words) + "."), min_size=1, max_size=4).map(" ".join)


def _names_in(text: str) -> Reading:
    """Each name is one thing, every time that it stands."""
    return reading(text, *(name for name in ("Lund", "Diallo", "Ida Berg") if name in text))


@given(TEXTS)
def test_what_is_anchored_is_found_again(text: str) -> None:
    here = _names_in(text)
    assert [found_entity(anchor_of_name(here, one.id), here) for one in here.entities] == [e.id for e in here.entities]


@given(TEXTS, TEXTS)
def test_a_name_found_in_another_text_bears_the_same_words(one: str, other: str) -> None:
    before, now = _names_in(one), _names_in(other)
    captions = {thing.id: thing.caption for thing in now.entities}
    for thing in before.entities:
        found = found_entity(anchor_of_name(before, thing.id), now)
        assert found is None or captions[found] == thing.caption


@given(TEXTS, TEXTS)
def test_a_name_is_found_whatever_sentences_come_before(text: str, beginning: str) -> None:
    before, now = _names_in(text), _names_in(f"{beginning} {text}")
    captions = {thing.caption: thing.id for thing in now.entities}
    for thing in before.entities:
        assert found_entity(anchor_of_name(before, thing.id), now) == captions[thing.caption]


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


def test_mentions_of_other_sentences_do_not_disturb() -> None:
    here = reading("Lund left. Lund came.", "Lund")
    other = replace(here.mentions[1], entity=EntityId("other"))
    anchor = anchor_of_name(here, here.entities[0].id)
    assert found_entity(anchor, replace(here, mentions=(here.mentions[0], other))) == here.entities[0].id


def test_a_role_that_several_fill_agrees_by_one() -> None:
    here = reading(TEXT)
    both = replace(
        meeting(here), roles=(*meeting(here).roles, Role(name=RoleName.ACTOR, filler=Filler(text="Ida Berg")))
    )
    assert agreement(anchor_of_statement(here, meeting(here)), both) is Agreement.TOLD


def test_a_mention_knows_its_words_by_its_text() -> None:
    here = reading("Lund  Harbour met Lund Harbour.", "Lund Harbour")
    wide = Mention(
        document=here.document.id, span=span_of(here.document.text, "Lund  Harbour"), text="Lund  Harbour",
        form=Form.NAME, entity=here.entities[0].id,
    )  # fmt: skip
    before = replace(here, mentions=(wide,))
    assert found_entity(anchor_of_name(before, wide.entity), here) == wide.entity
