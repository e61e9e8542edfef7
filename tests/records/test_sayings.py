import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.records.sayings import Said, Sayings, counted

_TIDES = Sayings({"between": "high from {first} to {last}", "since": "high since {first}", "never": "never high"})


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("high from noon to dusk", Said(code="between", values={"first": "noon", "last": "dusk"})),
        ("high since noon", Said(code="since", values={"first": "noon"})),
        ("never high", Said(code="never", values={})),
        ("low since noon", None),
    ],
)
def test_sentence_is_read_by_the_template_that_it_fits(sentence: str, said: Said | None) -> None:
    assert _TIDES.read(sentence) == said


@given(st.text(min_size=1))
def test_what_is_said_is_read_back(value: str) -> None:
    assert _TIDES.read(_TIDES.say("since", first=value)) == Said(code="since", values={"first": value})


@pytest.mark.parametrize(("number", "said"), [(0, "0 documents"), (1, "1 document"), (3000, "3,000 documents")])
def test_what_is_counted_stands_in_the_singular_or_plural(number: int, said: str) -> None:
    assert counted(number, "document") == said
