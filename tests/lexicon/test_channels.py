"""Every event has one channel, and every channel is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.lexicon.channels import Channel, channel, channel_of, channels, contexts_of
from palanca.records import Context
from palanca.records.errors import LexiconError


def test_channels_in_their_order() -> None:
    assert [(c.glyph, c.name) for c in channels()] == [
        ("▲", "military"),
        ("●", "economic"),
        ("◆", "diplomatic"),
        ("■", "legal"),
        ("✚", "media"),
        ("✦", "science-and-aid"),
        ("○", "other"),
    ]


def test_every_context_stands_in_exactly_one_channel() -> None:
    placed = [context for c in channels() for context in c.contexts]
    assert sorted(placed) == sorted(Context)


def test_whole_record_of_a_channel() -> None:
    assert channel("diplomatic") == Channel(
        name="diplomatic", glyph="◆", label="Diplomatic", contexts=(Context.DIPLOMATIC, Context.EXECUTIVE)
    )


def test_first_context_decides() -> None:
    assert channel_of((Context.TRADE, Context.MILITARY)) == "economic"
    assert channel_of([Context.MILITARY, Context.TRADE]) == "military"


def test_event_without_contexts_is_other() -> None:
    assert channel_of(()) == "other"
    assert contexts_of("other") == ()


@given(st.sampled_from(Context))
def test_context_lies_in_the_channel_it_is_counted_in(context: Context) -> None:
    assert context in contexts_of(channel_of((context,)))


def test_unknown_channel_names_the_known_ones() -> None:
    with pytest.raises(LexiconError, match=r"no channel is called 'navy': choose one of military, .*, other"):
        contexts_of("navy")
