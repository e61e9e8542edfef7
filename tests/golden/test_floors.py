"""Floors of quality on dispatches of our own, a little under what is reached: reading may get better, never worse."""

import pytest

from palanca.reading.language import Languages
from tests.golden.scoring import Card, load, score

FLOORS = {
    "dispatches": {
        "name": 0.96, "office": 0.94, "event": 0.88, "quotation": 0.96, "quantity": 0.92, "refers": 0.90,
    },
    "interests": {"tie": 0.86, "instrument": 0.80},
    "spanish": {
        "name": 0.94, "office": 0.95, "event": 0.88, "quotation": 0.94, "quantity": 0.95, "tie": 0.88,
        "instrument": 0.95,
    },
}  # fmt: skip
FEWEST = {"dispatches": 60, "interests": 60, "spanish": 24}
LANGUAGES = {"spanish": "es"}


@pytest.fixture(scope="module", params=FLOORS)
def cards(request: pytest.FixtureRequest) -> tuple[str, dict[str, Card]]:
    language = LANGUAGES.get(request.param, "en")
    if not Languages().reads(language):
        pytest.skip(f"no pipeline reads {language!r} here")
    return request.param, score(load(request.param), tuple(FLOORS[request.param]), language)


@pytest.mark.parametrize("name", FLOORS)
def test_there_are_enough_dispatches_from_many_countries(name: str) -> None:
    assert len(load(name)) >= FEWEST[name]


def test_every_layer_is_read_at_least_this_well(cards: tuple[str, dict[str, Card]]) -> None:
    name, found = cards
    below = {
        layer: (round(card.f1, 3), card.errors)
        for layer, card in found.items()
        if card.f1 < FLOORS[name][layer]
    }  # fmt: skip
    assert below == {}


def test_events_that_are_told_with_a_date_have_it(cards: tuple[str, dict[str, Card]]) -> None:
    name, found = cards
    if name != "interests":
        assert found["event"].timed >= 0.9 * found["event"].dated > 0
