"""Lexicon files are read strictly, and their errors say where."""

from enum import StrEnum

import pytest

from palanca.lexicon.loading import Entry, load_yaml, parse_yaml
from palanca.records.errors import LexiconError


class Colour(StrEnum):
    RED = "red"


class Flag(Entry):
    name: str
    colours: tuple[Colour, ...] = ()


class Flags(Entry):
    flags: dict[str, Flag]


class Words(Entry):
    words: tuple[str | int | float | bool | None, ...]


def test_lists_become_tuples_and_words_become_enums() -> None:
    read = parse_yaml("flags: {PER: {name: Peru, colours: [red]}}", Flags, place="flags.yaml")
    assert read == Flags(flags={"PER": Flag(name="Peru", colours=(Colour.RED,))})


def test_words_that_look_like_dates_or_truth_values_stay_words() -> None:
    read = parse_yaml("words: [no, on, NO, 2024-05-01, 12:30, 'true', '7']", Words, place="w.yaml")
    assert read.words == ("no", "on", "NO", "2024-05-01", "12:30", "true", "7")


def test_plain_numbers_truth_values_and_null_are_read() -> None:
    read = parse_yaml("words: [7, -2, 0.5, true, false, null]", Words, place="w.yaml")
    assert read.words == (7, -2, 0.5, True, False, None)


def test_key_written_twice_is_refused_with_its_line() -> None:
    text = "flags:\n  PER: {name: Peru}\n  PER: {name: Perú}\n"
    with pytest.raises(LexiconError, match=r"flags\.yaml, line 3: the key 'PER' is written twice"):
        parse_yaml(text, Flags, place="flags.yaml")


def test_wrong_type_names_file_and_entry() -> None:
    with pytest.raises(LexiconError, match=r"flags\.yaml breaks Flags: entry flags\.PER\.name: .*string.*mend"):
        parse_yaml("flags: {PER: {name: [Peru]}}", Flags, place="flags.yaml")


def test_unknown_key_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"entry flags\.PER\.colour: Extra inputs"):
        parse_yaml("flags: {PER: {name: Peru, colour: red}}", Flags, place="flags.yaml")


def test_number_is_not_taken_for_a_name() -> None:
    with pytest.raises(LexiconError, match=r"entry flags\.PER\.name"):
        parse_yaml("flags: {PER: {name: 7}}", Flags, place="flags.yaml")


def test_many_errors_are_counted() -> None:
    entries = ", ".join(f"F{i}: {{name: 7}}" for i in range(9))
    with pytest.raises(LexiconError, match="and 4 more"):
        parse_yaml(f"flags: {{{entries}}}", Flags, place="flags.yaml")


def test_broken_syntax_is_a_lexicon_error() -> None:
    with pytest.raises(LexiconError, match=r"flags\.yaml is not YAML: .*line \d"):
        parse_yaml("flags: [", Flags, place="flags.yaml")


def test_list_as_key_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"line 1: a key is a list"):
        parse_yaml("? [a]\n: b\n", Flags, place="flags.yaml")


def test_empty_file_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"\(the whole file\)"):
        parse_yaml("", Flags, place="flags.yaml")


def test_missing_file_names_the_known_ones() -> None:
    with pytest.raises(LexiconError, match=r"no file nowhere\.yaml: ask for one of .*countries\.yaml"):
        load_yaml("nowhere.yaml", Flags)
