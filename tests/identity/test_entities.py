"""Entities by number: in the order of their ids, however they came."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.entities import Entities
from palanca.records import EntityId


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=20, unique=True), st.data())
def test_numbers_are_sorted_by_the_ids_that_they_stand_for(ids: list[str], data: st.DataObject) -> None:
    entities = Entities()
    assert [entities.add(EntityId(one)) for one in ids] == list(range(len(ids)))
    numbers = data.draw(st.lists(st.sampled_from(range(len(ids))), min_size=1, unique=True))

    sorted_ids = sorted(ids[number] for number in numbers)
    assert [entities[number] for number in entities.in_order(array("I", numbers))] == sorted_ids
    assert [entities[number] for number in entities.numbers()] == sorted(ids)
    assert list(entities) == ids
