"""Events on a timeline, whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from palanca.exchange import timelinejs
from palanca.exchange.dossier.words import Language
from palanca.records import Kind
from tests.exchange.outgoing_case import MEETING, OFFICE, REFUSED, UNDATED, claim_of, outgoing_of, parsed, reading_of


def test_a_meeting_is_a_slide_with_its_sentence_and_the_office_held_then(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", MEETING, OFFICE)) as outgoing:
        (slide,) = parsed(timelinejs.write(outgoing))["events"]
        claim = claim_of(outgoing, Kind.EVENT, MEETING.text)
    assert slide == {
        "unique_id": claim,
        "start_date": {"year": 2025, "month": 3, "day": 4},
        "display_date": "4 March 2025",
        "group": "Diplomatic",
        "text": {
            "headline": "Ama Owusu; Rajiv Menon, meeting or talk, Accra",
            "text": f"<p><bdi>{MEETING.text}</bdi></p><p>then: Ama Owusu (possibly minister of transport, Ghana)</p>"
            f"<p><small>port · 1 independent source · {claim}</small></p>",
        },
        "claim": {
            "claim": claim, "modality": "asserted", "stance": "supports", "statements": 1, "documents": 1, "sources": 1,
            "disputed": "", "review": "open", "confidence": 0.9, "document": "port", "page": None,
            "sentence": MEETING.text,
        },
    }  # fmt: skip


def test_words_for_people_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", MEETING, OFFICE)) as outgoing:
        (slide,) = parsed(timelinejs.write(replace(outgoing, language=Language.SPANISH)))["events"]
    assert (slide["display_date"], slide["group"]) == ("4 de marzo de 2025", "Diplomático")
    assert slide["text"]["headline"] == "Ama Owusu; Rajiv Menon, reunión o consulta, Accra"
    assert "<small>port · 1 fuente independiente · " in slide["text"]["text"]


def test_what_is_denied_says_so_first(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", REFUSED)) as outgoing:
        (slide,) = parsed(timelinejs.write(outgoing))["events"]
    assert slide["text"]["headline"] == "Denied: Ghana → Togo, aid, Togo"


@pytest.mark.parametrize(
    ("time", "start", "end", "shown"),
    [
        ("2025-05~", {"year": 2025, "month": 5}, None, "about May 2025"),
        ("2025", {"year": 2025}, None, "2025"),
        ("2024-24", {"year": 2024, "month": 12}, {"year": 2025, "month": 2}, "winter 2024"),
        ("202X", {"year": 2020}, {"year": 2029}, "2020s"),
        ("2025-03-04/2025-03-06", {"year": 2025, "month": 3, "day": 4}, {"year": 2025, "month": 3, "day": 6},
         "4–6 March 2025"),
        ("2024-06/..", {"year": 2024, "month": 6}, None, "since June 2024"),
    ],
)  # fmt: skip
def test_a_date_has_the_parts_that_are_known_and_is_shown_in_words(
    tmp_path: Path, time: str, start: dict[str, int], end: dict[str, int] | None, shown: str
) -> None:
    with outgoing_of(tmp_path, reading_of("port", replace(MEETING, time=time))) as outgoing:
        (slide,) = parsed(timelinejs.write(outgoing))["events"]
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, shown)


def test_what_has_no_beginning_is_left_out_and_counted(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", UNDATED, replace(MEETING, time="../2024"))) as outgoing:
        assert parsed(timelinejs.write(outgoing)) == {"events": []}
        assert outgoing.left_out == {"events without a time": 1, "events without a beginning": 1}


def test_markup_of_documents_is_escaped(tmp_path: Path) -> None:
    text = "<img src=x onerror=alert(1)> & Ama Owusu met Rajiv Menon\u202e in Accra."
    with outgoing_of(tmp_path, reading_of("<b>port</b>", replace(MEETING, text=text))) as outgoing:
        (slide,) = parsed(timelinejs.write(outgoing))["events"]
    assert slide["text"]["text"].startswith(
        "<p><bdi>&lt;img src=x onerror=alert(1)&gt; &amp; Ama Owusu met Rajiv Menon\u202e in Accra.</bdi></p>"
    )
    assert "&lt;b&gt;port&lt;/b&gt; · 1 independent source" in slide["text"]["text"]
