"""The questions of the library, on a case of short dispatches."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import palanca
from palanca.records import Category, Kind, RoleName
from palanca.records.errors import UnknownEntity

TEXTS = {
    "accra.txt": (
        "Ghana's minister of transport, Ama Owusu, met Rajiv Menon, the Indian ambassador, in Accra on 4 March 2025. "
        "Menon said that India would lend Ghana $200 million. Owusu is married to Kofi Owusu, who owns Volta Freight."
    ),
    "lome.txt": "Ghana's minister of transport, Ama Owusu, met Togo's president, Paul Agbeko, in Lomé in March 2025.",
    "minsk.txt": "Belarus expelled the Polish ambassador, Jan Nowak, on 9 May 2025.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator["palanca.Case"]:
    folder: Path = tmp_path_factory.mktemp("dispatches")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder])
    with palanca.open_case(folder / "c.palanca") as opened:
        yield opened


def test_events_come_by_time_with_their_sentence(case: "palanca.Case") -> None:
    found = [(row.cells[0], row.cells[2], row.document) for row in palanca.events(case)]
    assert found == [
        ("2025-03", "CONSULT", "lome"),
        ("2025-03-04", "CONSULT", "accra"),
        ("2025-05-09", "SANCTION", "minsk"),
        ("", "AID", "accra"),
    ]


def test_filter_keeps_who_and_when(case: "palanca.Case") -> None:
    wanted = palanca.Filter(who="Owusu", since=date(2025, 3, 10))
    assert [row.document for row in palanca.events(case, wanted=wanted)] == ["lome"]


def test_person_of_two_documents_is_one_row(case: "palanca.Case") -> None:
    first = palanca.people(case)[0]
    assert (first.name, first.documents) == ("Ama Owusu", 2)
    assert [holding.text for holding in first.holdings][:1] == [
        "minister of transport, Ghana (current, as of 2025-03 to 2025-03-04)"
    ]


def test_portrait_gathers_every_kind_about_one_person(case: "palanca.Case") -> None:
    portrait = palanca.show(case, "Ama Owusu")
    assert portrait.thing.documents == 2
    assert {kind.value for kind, rows in portrait.rows.items() if rows} >= {"event", "office", "tie"}


def test_part_of_a_name_finds_its_person(case: "palanca.Case") -> None:
    assert palanca.show(case, "menon").thing.caption == "Rajiv Menon"


def test_unknown_name_is_told_with_the_nearest(case: "palanca.Case") -> None:
    with pytest.raises(UnknownEntity, match=r"'Rajiv Manon'.*did you mean Rajiv Menon"):
        palanca.show(case, "Rajiv Manon")


def test_list_takes_a_filter_and_a_line_of_the_filter_language_alike(case: "palanca.Case") -> None:
    by_filter = list(palanca.events(case, wanted=palanca.Filter(category=Category.CONSULT)))
    assert by_filter
    assert list(palanca.events(case, wanted=palanca.query_of("category:CONSULT"))) == by_filter


def test_facts_have_the_layers_of_the_guidelines(case: "palanca.Case") -> None:
    layers = {fact["layer"] for fact in palanca.facts(case)}
    assert layers >= {"entity", "office", "event", "tie", "quantity", "quotation"}


def test_every_fact_opens_at_its_words(case: "palanca.Case") -> None:
    texts = {document.name: document.text for document in case.documents()}
    for fact in palanca.facts(case):
        spans = fact["mentions"] if fact["layer"] == "entity" else [fact["span"]]
        assert isinstance(spans, list)
        for start, end in spans:
            words = texts[str(fact["doc"])][start:end]
            assert words.strip()
            assert fact["layer"] == "entity" or words == fact.get("quote", fact.get("content"))


def test_offices_are_of_those_who_hold_them_not_of_their_bodies(case: "palanca.Case") -> None:
    ghana = palanca.show(case, "Ghana").thing.id
    assert list(case.claims_about([ghana], Kind.OFFICE, role=RoleName.PERSON)) == []
    assert list(case.claims_about([ghana], Kind.OFFICE)) != []
