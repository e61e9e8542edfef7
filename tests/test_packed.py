"""Texts packed one after another."""

import tracemalloc

import pytest

from palanca.packed import PackedTexts


def test_texts_come_back_as_they_were_given() -> None:
    given = ["a", "", "Łódź", "half \ud83d of a pair", "a"]
    packed = PackedTexts()
    for text in given:
        packed.append(text)
    assert [packed[number] for number in range(len(packed))] == given
    with pytest.raises(IndexError):
        packed[len(given)]


def test_an_id_takes_little_more_than_its_letters() -> None:
    tracemalloc.start()
    packed = PackedTexts()
    for number in range(20_000):
        packed.append(f"{number:024x}")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 20_000 * 40
