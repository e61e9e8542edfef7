"""The event coder: sentences in, PLOVER events with country and sector codes out."""

import json
from collections.abc import Iterable

import pytest

from palanca.exchange.plover import Coded, code, code_line
from palanca.exchange.requests import TextRequest, read_request
from palanca.reading.language import Languages
from palanca.records import Time
from palanca.records.errors import UnreadableInput

type Codes = tuple[str, list[str], list[str]]


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages()


def coded(languages: Languages, text: str, date: str | None = None) -> Coded:
    request = TextRequest(id="1", text=text, date=Time.parse(date) if date else None)
    (found,) = code([request], languages)
    return found


def codes(found: Coded) -> list[Codes]:
    return [(str(event.event), list(event.source), list(event.target)) for event in found.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan accused Egypt on Monday.", ("ACCUSE", ["SDN"], ["EGY"])),
        ("French President Paul Morel visited Algiers.", ("CONSULT", ["FRAGOV"], ["DZA"])),
        ("The United Nations condemned Belarus.", ("ACCUSE", ["IGOUNO"], ["BLR"])),
        ("Israeli troops shelled a Lebanese village.", ("ASSAULT", ["ISRMIL"], ["LBNCVL"])),
        ("Colombian rebels kidnapped a German tourist.", ("ASSAULT", ["COLREB"], ["DEUCVL"])),
        ("Police in Kenya arrested two Kenyan journalists.", ("COERCE", ["KENCOP"], ["KENMED"])),
        ("Canada will give aid to Haiti.", ("AGREE", ["CAN"], ["HTI"])),
        ("North Korea refused to meet South Korea.", ("REJECT", ["PRK"], ["KOR"])),
        ("Moscow warned Kyiv of an attack.", ("THREATEN", ["RUS"], ["UKR"])),
    ],
)
def test_main_event_is_coded_with_its_parties(languages: Languages, text: str, expected: Codes) -> None:
    assert codes(coded(languages, text))[:1] == [expected]


def test_both_parties_of_a_meeting_are_coded(languages: Languages) -> None:
    (category, source, target), *_ = codes(coded(languages, "India and Pakistan held talks."))
    assert category == "CONSULT"
    assert {code[:3] for code in (*source, *target)} == {"IND", "PAK"}


def test_span_stands_in_the_sentence_and_time_is_resolved(languages: Languages) -> None:
    text = "Norway released two Russian sailors on Monday."
    (event,) = coded(languages, text, "2019-07-10").events
    assert (text[event.start : event.end], str(event.time)) == (text.rstrip("."), "2019-07-08")


def test_sentence_without_an_event_gives_an_empty_list(languages: Languages) -> None:
    assert codes(coded(languages, "The weather in Oslo was fine.")) == []


def test_line_of_json_becomes_a_line_of_json(languages: Languages) -> None:
    line = '{"id": 7, "text": "Sudan accused Egypt of spying.", "date": "2019-07-10T08:00:00Z"}'
    found = json.loads(code_line(line, languages))
    assert found["id"] == "7"
    assert found["events"][0].keys() == {
        "source", "target", "event", "mode", "contexts", "time", "status", "start", "end",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is no line of JSON"),
        ("[]", "names no sentence"),
        ('{"id": "1"}', "names no sentence"),
        ('{"text": "Sudan left."}', "names no sentence"),
        ('{"id": "1", "text": "Sudan left.", "date": "last week"}', "the date 'last week' cannot be read"),
    ],
)
def test_broken_line_is_told_with_its_remedy(line: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read_request(line)


def test_order_of_the_lines_is_kept(languages: Languages) -> None:
    def requests() -> Iterable[TextRequest]:
        return (TextRequest(id=str(i), text=f"Sudan accused Egypt {i} times.") for i in range(5))

    assert [found.id for found in code(requests(), languages)] == ["0", "1", "2", "3", "4"]
