"""Anchors of names: the words that a person judged are found again, or nothing is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.anchors import anchor_of_name, found_entity
from palanca.records import Anchor, EntityId, Form, Mention, Reading, Span
from palanca.records.errors import UnknownEntity
from tests.identity.judged import entity, reading, span_of

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


def test_mentions_of_other_sentences_do_not_disturb() -> None:
    here = reading("Lund left. Lund came.", "Lund")
    other = replace(here.mentions[1], entity=EntityId("other"))
    anchor = anchor_of_name(here, here.entities[0].id)
    assert found_entity(anchor, replace(here, mentions=(here.mentions[0], other))) == here.entities[0].id


def test_a_mention_knows_its_words_by_its_text() -> None:
    here = reading("Lund  Harbour met Lund Harbour.", "Lund Harbour")
    wide = Mention(
        document=here.document.id, span=span_of(here.document.text, "Lund  Harbour"), text="Lund  Harbour",
        form=Form.NAME, entity=here.entities[0].id,
    )  # fmt: skip
    before = replace(here, mentions=(wide,))
    assert found_entity(anchor_of_name(before, wide.entity), here) == wide.entity


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
