"""Numbering things by their hashes."""

import tracemalloc

from palanca.numbering import Numbering


def test_hashes_are_numbered_in_the_order_in_which_they_come() -> None:
    hashes = [hash(f"name {n}") for n in range(1_000)]
    numbering = Numbering()

    assert [numbering.number(one) for one in hashes] == list(range(1_000))
    assert [numbering.number(one) for one in reversed(hashes)] == list(reversed(range(1_000)))
    assert [numbering.get(one) for one in hashes] == list(range(1_000))
    assert len(numbering) == 1_000


def test_what_was_not_numbered_has_no_number() -> None:
    numbering = Numbering()
    numbering.number(5)

    assert numbering.get(6) is None
    assert numbering.get(5 + 8) is None, "though its last bits are those of another"
    assert len(numbering) == 1


def test_hashes_with_the_same_last_bits_and_below_nought_are_told_apart() -> None:
    hashes = [(n << 40) + end for n in range(-20, 20) for end in (0, 7)]
    numbering = Numbering()

    assert [numbering.number(one) for one in hashes] == list(range(80))
    assert [numbering.get(one) for one in hashes] == list(range(80))


def test_it_takes_a_quarter_of_what_a_dictionary_takes() -> None:
    hashes = [hash(f"name {n}") for n in range(50_000)]
    tracemalloc.start()
    try:
        numbering = Numbering()
        for one in hashes:
            numbering.number(one)
        held, _ = tracemalloc.get_traced_memory()
        as_dictionary = {one: number for number, one in enumerate(hashes)}
        both, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(numbering) == len(as_dictionary)
    assert held < (both - held) / 4, "beside the hashes themselves, which this dictionary shares with the list"
