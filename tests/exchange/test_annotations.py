"""What the lower readers see: times, names and quotations of a text, at their words."""

import json

import pytest

from palanca.exchange.annotations import Annotation, annotate, annotate_line
from palanca.exchange.requests import TextRequest
from palanca.reading.language import Languages
from palanca.records import Time

TEXT = '"We will not sign on Monday," said President Ana Ruiz of Peru. According to Oxfam, two weeks is too long.'


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages()


@pytest.fixture(scope="module")
def annotation(languages: Languages) -> Annotation:
    (found,) = annotate([TextRequest(id="a", text=TEXT, date=Time.parse("2013-04-02"))], languages)
    return found


def test_times_have_their_value_and_type(annotation: Annotation) -> None:
    assert [(TEXT[t.start : t.end], t.value, str(t.type)) for t in annotation.times] == [
        ("Monday", "2013-04-08", "DATE"),
        ("two weeks", "P2W", "DURATION"),
    ]


def test_names_have_their_schema(annotation: Annotation) -> None:
    assert [(n.span.of(TEXT), str(n.schema)) for n in annotation.names] == [
        ("Ana Ruiz", "Person"),
        ("Peru", "Place"),
        ("Oxfam", "Organization"),
    ]


def test_quotations_have_speaker_cue_and_content(annotation: Annotation) -> None:
    assert [
        (q.speaker.of(TEXT) if q.speaker else None, q.cue.of(TEXT), q.content.of(TEXT)) for q in annotation.quotations
    ] == [
        ("President Ana Ruiz of Peru", "said", '"We will not sign on Monday,"'),
        ("Oxfam", "According to", "two weeks is too long"),
    ]


def test_speaker_named_by_a_pronoun_is_shown_where_the_pronoun_stands(languages: Languages) -> None:
    text = "Ana Ruiz left. She said the talks had failed."
    (found,) = annotate([TextRequest(id="a", text=text)], languages)
    assert [q.speaker.of(text) if q.speaker else None for q in found.quotations] == ["She"]


def test_line_of_json_becomes_a_line_of_json(languages: Languages) -> None:
    found = json.loads(annotate_line('{"id": 7, "text": "Ghana met Togo on 5 May 2013."}', languages))
    assert found == {
        "id": "7",
        "times": [{"start": 18, "end": 28, "value": "2013-05-05", "type": "DATE"}],
        "names": [{"start": 0, "end": 5, "schema": "Place"}, {"start": 10, "end": 14, "schema": "Place"}],
        "quotations": [],
    }
