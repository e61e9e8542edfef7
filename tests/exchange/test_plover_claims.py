"""Events in PLOVER's categories, as lines and as a table."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from palanca.exchange import plover_claims
from palanca.exchange.plover_claim_parties import code_of_words
from palanca.records import Kind, RoleName
from tests.exchange.outgoing_case import (
    MEETING,
    OFFICE,
    REFUSED,
    UNDATED,
    claim_of,
    outgoing_of,
    reading_of,
    things_of,
)

HELD = replace(
    MEETING, text="Ama Owusu, the minister, met Rajiv Menon on 9 January 2025.", time="2025-01-02", place=None
)


def test_a_meeting_is_a_line_with_codes_and_sentence(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", HELD, OFFICE)) as outgoing:
        (line,) = map(json.loads, plover_claims.write_lines(outgoing))
        claim, things = claim_of(outgoing, Kind.EVENT, HELD.text), things_of(outgoing)
    assert line == {
        "id": claim, "source": ["GHAGOV"], "target": ["IND"], "event": "CONSULT", "mode": "meet",
        "contexts": ["diplomatic"], "quad_class": 1, "mutual": True, "time": "2025-01-02", "place": None,
        "place_country": None,
        "actors": [{"name": "Ama Owusu", "code": "GHAGOV", "thing": things["Ama Owusu"]}],
        "recipients": [{"name": "Rajiv Menon", "code": "IND", "thing": things["Rajiv Menon"]}],
        "then": [{"person": "Ama Owusu", "office": "minister of transport, Ghana", "certain": True}],
        "stance": "supports", "statements": 1, "documents": 1, "sources": 1, "disputed": "", "review": "open",
        "confidence": 0.9, "document": "port", "page": None, "sentence": HELD.text, "status": "asserted",
        "url": "https://example.org/port",
    }  # fmt: skip


def table_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))


def test_a_table_tells_the_date_as_far_as_it_is_known(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", MEETING, REFUSED, UNDATED)) as outgoing:
        meeting, refused, undated = table_of("".join(plover_claims.write_table(outgoing)))
    assert [(row["SQLDATE"], row["MonthYear"], row["Year"], row["Time"]) for row in (meeting, refused, undated)] == [
        ("20250304", "202503", "2025", "2025-03-04"), ("", "202505", "2025", "2025-05"), ("", "", "", ""),
    ]  # fmt: skip


def test_a_table_tells_sides_class_and_status(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", REFUSED, UNDATED)) as outgoing:
        refused, protest = table_of("".join(plover_claims.write_table(outgoing)))
        claim = claim_of(outgoing, Kind.EVENT, REFUSED.text)
    assert {name: cell for name, cell in refused.items() if cell} == {
        "GlobalEventID": claim, "MonthYear": "202505", "Year": "2025", "Time": "2025-05", "Actor1Name": "Ghana",
        "Actor1Code": "GHA", "Actor1CountryCode": "GHA", "Actor2Name": "Togo", "Actor2Code": "TGO",
        "Actor2CountryCode": "TGO", "EventCategory": "AID", "Contexts": "economic", "QuadClass": "2",
        "Status": "denied", "Stance": "denies", "NumMentions": "1", "NumSources": "1", "NumArticles": "1",
        "Place": "Togo", "PlaceCountryCode": "TGO", "Confidence": "0.9", "SOURCEURL": "https://example.org/port",
        "Document": "port", "Sentence": REFUSED.text,
    }  # fmt: skip
    assert [protest[name] for name in ("Actor1Name", "Actor1Code", "Actor2Code", "QuadClass")] == [
        "dockers", "LAB", "GHA", "4",
    ]  # fmt: skip


def test_two_reports_of_one_meeting_are_one_event(tmp_path: Path) -> None:
    other = replace(MEETING, text="In Accra, Ama Owusu received Rajiv Menon on 4 March 2025.")
    with outgoing_of(tmp_path, reading_of("port", MEETING, other)) as outgoing:
        (row,) = table_of("".join(plover_claims.write_table(outgoing)))
    assert (row["NumMentions"], row["NumArticles"]) == ("2", "1")


def test_cells_of_the_table_are_no_formulas_and_hold_no_tabs(tmp_path: Path) -> None:
    hostile = replace(UNDATED, text='=1+1\t"Dockers" blocked Ghana.', roles={RoleName.ACTOR: ("=dockers",)})
    with outgoing_of(tmp_path, reading_of("port", hostile)) as outgoing:
        (row,) = table_of("".join(plover_claims.write_table(outgoing)))
    assert (row["Actor1Name"], row["Sentence"]) == ("'=dockers", '\'=1+1 "Dockers" blocked Ghana.')


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kenyan soldiers", "KENMIL"),
        ("the United Nations", "IGOUNO"),
        ("protesters", "OPP"),
        ("a friend", ""),
    ],
)
def test_who_is_not_named_is_coded_by_the_words(words: str, code: str) -> None:
    assert str(code_of_words(words)) == code
