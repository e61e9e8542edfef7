"""Portraits of a person and of a country, on dispatches of which every answer is known."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import palanca
from palanca.exchange.dossier.content import Dossier, Section
from palanca.exchange.dossier.html import html
from palanca.exchange.dossier.markdown import markdown
from palanca.exchange.dossier.words import Language
from palanca.records.errors import UnknownDocument, UnknownEntity

DISPATCHES = {
    "accra": ("Volta Post", "2025-03-05", (
        "Ghana's minister of transport, Ama Owusu, met the Indian ambassador, Rajiv Menon, in Accra on 4 March 2025. "
        "Owusu said that Ghana would welcome the ships. Ama Owusu is married to Kofi Mensah. "
        "Ama Owusu will visit Togo in May 2025."
    )),
    "kumasi": ("Ashanti Wire", "2025-03-06", (
        "Talks on ferries went on: the Indian ambassador, Rajiv Menon, met the minister of transport of Ghana, Ama "
        "Owusu, in Accra on 4 March 2025. The minister of transport of Ghana, Ama Owusu, met the Norwegian ambassador, "
        "Lars Moe, on 5 March 2025. Ghana's minister of transport, Ama Owusu, owns Keta Freight."
    )),
    "tema": ("Lagos Mirror", "2025-03-07", (
        "Dockers heard that Ama Owusu, the transport minister of Ghana, met India's ambassador, Rajiv Menon, in Accra "
        "on 3 March 2025."
    )),
    "lome": ("Lagos Mirror", "2025-04-02", (
        "Togo and Ghana signed an agreement on ports on 1 April 2025. Togo paid Ghana $20 million on 1 April 2025."
    )),
}  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator["palanca.Case"]:
    folder: Path = tmp_path_factory.mktemp("portraits")
    for name, (outlet, day, text) in DISPATCHES.items():
        head = f"---\noutlet: {outlet}\ndate: {day}\n---\n"
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder])
    with palanca.open_case(folder / "c.palanca") as opened:
        yield opened


def section(dossier: Dossier, title: str) -> Section:
    (found,) = [one for one in dossier.sections if one.title == title]
    return found


def lines(dossier: Dossier, title: str) -> list[str]:
    return [entry.text for entry in section(dossier, title).entries]


def notes(dossier: Dossier, title: str) -> list[str]:
    return [note.text for note in section(dossier, title).notes]


def test_contacts_stand_by_time_over_the_sentences_that_tell_them(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu")
    assert lines(drawn, "Contacts and acts") == [
        "4 March 2025: Ama Owusu and Rajiv Menon: meeting, in Accra (channel: diplomatic)",
        "5 March 2025: Ama Owusu and Lars Moe: meeting (channel: diplomatic)",
    ]
    met = section(drawn, "Contacts and acts").entries[0]
    cited = {one.document for one in drawn.footnotes if one.number in met.footnotes}
    assert cited == {"accra", "kumasi", "tema"}


def test_an_office_tells_certain_days_apart_from_possible_ones(case: "palanca.Case") -> None:
    (office,) = section(palanca.portrait(case, "Ama Owusu"), "Offices").entries
    assert office.text == "Ama Owusu: minister of transport, Ghana (in office at the time)"
    assert office.notes[:2] == (
        "held for certain: 3 March 2025, 4 March 2025; at the widest: 5 March 2017 – 2 March 2033",
        "in the sources: shown in office: first 3 March 2025, last 4 March 2025; beginning not told; end not told",
    )
    assert "counted with: Ghana, executive" in office.notes


def test_what_is_planned_stands_apart(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu")
    assert lines(drawn, "Denied, planned or supposed") == [
        "May 2025, planned: Ama Owusu towards Togo: visit, in Togo (channel: diplomatic)"
    ]


def test_a_dispute_shows_both_sides(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu")
    (dispute,) = section(drawn, "Disputes").entries
    assert dispute.notes == ("sources disagree (when): 3 March 2025 or 4 March 2025",)
    cited = {one.sentence for one in drawn.footnotes if one.number in dispute.footnotes}
    assert DISPATCHES["tema"][2] in cited


def test_quoted_words_stand_with_their_speaker(case: "palanca.Case") -> None:
    (said,) = lines(palanca.portrait(case, "Ama Owusu"), "Quotations")
    assert said == "about 4 March 2025: Ama Owusu (said, reported speech): “Ghana would welcome the ships”"


def test_every_entry_has_a_footnote_whose_sentence_holds_its_words(case: "palanca.Case") -> None:
    for name in ("Ama Owusu", "Ghana"):
        drawn = palanca.portrait(case, name)
        notes_of = {one.number: one for one in drawn.footnotes}
        entries = [entry for one in drawn.sections for entry in one.entries]
        assert entries
        for entry in entries:
            first = notes_of[entry.footnotes[0]]
            start, end = first.words
            assert first.sentence[start:end]
            assert first.sentence[start:end] in DISPATCHES[first.document][2]


def test_a_spanish_dossier_says_the_same_in_spanish(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "GHA", palanca.PortraitOptions(language=Language.SPANISH))
    assert drawn.title == "Ghana (país)"
    assert lines(drawn, "Contactos y actos")[0] == (
        "4 de marzo de 2025: Ama Owusu y Rajiv Menon: reunión, en Accra (canal: diplomático)"
    )
    assert lines(drawn, "Negado, previsto o supuesto") == [
        "mayo de 2025, previsto: Ama Owusu hacia Togo: visita, en Togo (canal: diplomático)"
    ]
    (office,) = section(drawn, "Cargos").entries
    assert office.notes[0].startswith("lo ocupó con certeza: 3 de marzo de 2025, 4 de marzo de 2025; como máximo: ")
    table = section(drawn, "Contactos por país y canal").table
    assert table
    assert (table.columns, {row[0] for row in table.rows}) == (
        ("País", "Económico", "Diplomático", "Ciencia y ayuda", "Todos"),
        {"India", "Noruega", "Togo"},
    )


def test_sources_are_listed_by_day_with_the_footnotes_that_cite_them(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu")
    texts = [one.text for one in drawn.sources.entries]
    assert texts == ["Volta Post, 5 March 2025", "Ashanti Wire, 6 March 2025", "Lagos Mirror, 7 March 2025"]
    cited = sorted(number for one in drawn.sources.entries for number in one.footnotes)
    assert cited == [one.number for one in drawn.footnotes]


def test_a_withheld_source_is_not_listed_among_the_sources(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=("kumasi",)))
    assert [one.text for one in drawn.sources.entries] == ["Volta Post, 5 March 2025", "Lagos Mirror, 7 March 2025"]
    assert [one.text for one in drawn.sources.notes] == ["Withheld sources are not listed."]


def test_none_is_none_found_in_so_many_documents(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu")
    assert notes(drawn, "Laws, agreements and other instruments") == ["None found in 4 documents."]
    assert notes(drawn, "What the registers say") == ["No register has been read."]


def test_the_summary_counts_claims(case: "palanca.Case") -> None:
    first, second, _ = palanca.portrait(case, "Lars Moe").summary
    assert first == "2 claims in 1 document of 1 independent source; 4 documents looked through."
    assert second == "Claims by section: offices: 1; contacts and acts: 1."


def test_a_limit_keeps_what_most_sources_tell_and_says_so(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(limit=1))
    assert [line[:12] for line in lines(drawn, "Contacts and acts")] == ["4 March 2025"]
    assert notes(drawn, "Contacts and acts") == ["Of 2 claims the 1 that most sources tell are taken here."]


def test_days_bound_what_is_listed_and_what_has_none_is_counted(case: "palanca.Case") -> None:
    bounded = palanca.PortraitOptions(since=date(2025, 3, 5), until=date(2025, 3, 31))
    drawn = palanca.portrait(case, "Ama Owusu", bounded)
    assert [line[:12] for line in lines(drawn, "Contacts and acts")] == ["5 March 2025"]
    assert any(line.startswith("Period: 5–31 March 2025; ") for line in drawn.summary)


def test_a_country_counts_contacts_by_power_and_channel(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "GHA")
    table = section(drawn, "Contacts by country and channel").table
    assert drawn.title == "Ghana (country)"
    assert table
    counts = {row[0]: row[-1] for row in table.rows}
    assert counts["India"] == "1"
    assert lines(drawn, "Offices") == ["Ama Owusu: minister of transport, Ghana (in office at the time)"]
    assert any("agreement" in line for line in lines(drawn, "Laws, agreements and other instruments"))


def test_an_unknown_name_is_refused_with_near_ones(case: "palanca.Case") -> None:
    with pytest.raises(UnknownEntity, match="did you mean Ama Owusu"):
        palanca.portrait(case, "Ama Owusa")


@pytest.mark.parametrize("name", ["ashanti wire", "Kumasi"])
def test_a_withheld_source_leaves_no_trace(case: "palanca.Case", name: str) -> None:
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=(name,)))
    written = "".join(html(drawn)) + "".join(markdown(drawn))
    for trace in ("kumasi", "ashanti", "lars", "moe", "keta", "6 march 2025", "5 march 2025: ", "norw"):
        assert trace not in written.casefold(), trace


def test_what_rests_on_withheld_sources_alone_is_a_number(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=("Ashanti Wire",)))
    assert notes(drawn, "Contacts and acts") == ["1 claim more rests on withheld sources alone."]
    assert notes(drawn, "Ties") == ["1 claim more rests on withheld sources alone."]
    met = section(drawn, "Contacts and acts").entries[0]
    assert "withheld sources tell it too" in met.notes


def test_footnotes_keep_their_numbers(case: "palanca.Case") -> None:
    whole = palanca.portrait(case, "Ama Owusu").footnotes
    withheld = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=("kumasi",))).footnotes
    for one, other in zip(whole, withheld, strict=True):
        assert other.is_withheld == (one.document == "kumasi")
        assert one.number == other.number
        assert other.is_withheld or one == other


def test_the_sides_of_a_dispute_are_not_told_where_one_is_withheld(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=("Lagos Mirror",)))
    (dispute,) = section(drawn, "Disputes").entries
    assert dispute.notes == (
        "sources disagree (when): the sides are not told, for one of them may be a withheld source’s",
    )
    assert "3 March 2025" not in "".join(html(drawn))


def test_a_country_that_only_withheld_sources_name_is_not_counted(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Ghana", palanca.PortraitOptions(withhold=("kumasi",)))
    assert "Norway" not in "".join(html(drawn))


def test_a_person_whom_only_withheld_sources_name_keeps_the_name_asked_for(case: "palanca.Case") -> None:
    drawn = palanca.portrait(case, "Moe", palanca.PortraitOptions(withhold=("kumasi",)))
    assert drawn.title == "Moe (person)"
    assert "Lars" not in "".join(html(drawn))


def test_a_dispute_of_withheld_sources_alone_is_a_number(case: "palanca.Case") -> None:
    withhold = ("Volta Post", "Ashanti Wire", "tema")
    drawn = palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=withhold))
    assert lines(drawn, "Disputes") == []
    assert notes(drawn, "Disputes") == ["1 claim rests on withheld sources alone."]


def test_a_source_to_withhold_that_is_not_there_is_refused(case: "palanca.Case") -> None:
    with pytest.raises(UnknownDocument, match="did you mean Ashanti Wire"):
        palanca.portrait(case, "Ama Owusu", palanca.PortraitOptions(withhold=("Ashanty Wire",)))
